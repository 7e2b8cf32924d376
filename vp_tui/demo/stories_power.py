"""Where the difference in power weighs: managers, threats, shouting, discrimination, aggression by third parties.

Callers: ``stories``.
"""

from __future__ import annotations

from vp_tui.demo.shape import Cared, Closed, Deputised, Due, Noted, Own, Stage, Story, Talk, Waits

__all__ = ["STORIES"]

# A moment is a line, not a column of arguments.
# fmt: off

STORIES = (
    Story(
        "winterse jas", "GOV-04", "sanne", ("OG-IN-S", "OG-IN-M"),
        (
            Talk(66, 60, "KA-FY", """\
Eerste gesprek. Melder ervaart dat zijn leidinggevende hem in het bijzijn van anderen toespreekt met stemverheffing en
hem daarna dagen negeert. Hij is bang voor zijn tijdelijke aanstelling. Grenzen van vertrouwelijkheid uitgelegd."""),
            Own(66, "Spanning in zijn stem zodra hij het woord 'contract' zegt. Dáár zit de druk."),
            Talk(52, 45, "KA-FY", """\
Mogelijkheden met gevolgen op een rij: zelf aanspreken, gesprek met HR, begeleid gesprek, afwachten tot de verlenging.
Melder wil weten wat HR met zijn verhaal doet voordat hij kiest."""),
            Stage(52, "options"),
            Noted(47, "Klachtenregeling en rol van HR nagekeken en aan melder uitgelegd, zonder contact met HR."),
            Talk(25, 40, "KA-TE", "Melder kiest: eerst de verlenging afwachten. Hij houdt een logboek bij."),
            Waits(25, "beslissing over de verlenging"),
            Due(25, "Bellen na de beslissing over de verlenging", 9),
        ),
    ),
    Story(
        "koperen bel", "ZGZ-02", "sanne", ("OG-AG",),
        (
            Talk(29, 45, "KA-TE", """\
Melder werkt in de nachtdienst en ervaart verbale agressie van een familielid van een bewoner. Zij voelt zich door de
organisatie niet gesteund. Wil vooral dat er iets wordt afgesproken voor iedereen."""),
            Noted(26, "Agressieprotocol van de instelling samen gelezen; melding kan via de teamleider."),
            Talk(14, 30, "KA-TE", "Zij heeft het zelf gemeld. Teamleider belt het familielid en komt bij haar terug."),
            Stage(14, "steps"),
            Due(14, "Vragen: is er een terugkoppeling gekomen?", -1),
        ),
    ),
    Story(
        "diepe vijver", "NRD-01", "sanne", ("OG-SI-V", "OG-SI-N"),
        (
            Talk(51, 65, "KA-FY", """\
Eerste gesprek, op verzoek van melder buiten kantoor. Zij ervaart opmerkingen over haar lichaam en blikken die haar
onveilig doen voelen. Zij loopt om om hem niet tegen te komen. Niemand weet ervan."""),
            Own(51, "Vertelde het voor het eerst. Stil geweest waar dat kon. Zelf even gewandeld na afloop."),
            Talk(40, 60, "KA-FY", """\
Mogelijkheden met gevolgen: zelf aanspreken (met of zonder mij), brief, gesprek met de leidinggevende, informele of
formele klacht, politie. Melder wil tijd. Zij weet waar zij vandaag al terechtkan als het haar te veel wordt."""),
            Stage(40, "options"),
            Talk(26, 45, "KA-FY", "Zij kiest voor een brief, door haarzelf geschreven. Samen aan de tekst gewerkt."),
            Stage(26, "steps"),
            Noted(18, "Brief is door melder overhandigd. Geen antwoord, wel afstand. Zij voelt zich sterker."),
            Due(18, "Gesprek: is dit genoeg of wil zij verder?", 0),
        ),
    ),
    Story(
        "scheve toren", "BSU-05", "sanne", ("OG-IN-D",),
        (
            Talk(118, 50, "KA-TE", """\
Melder ervaart dat hem is gezegd dat hij 'kan gaan' als hij nog eens over veiligheid begint. Wat zijn zijn rechten?"""),
            Talk(104, 45, "KA-FY", """\
Uitleg: benadeling na melden, interne meldregeling, juridische hulp via de vakbond."""),
            Stage(104, "options"),
            Noted(97, "Melder heeft contact met de vakbond gelegd. Hij wil dat zij het verder oppakken."),
            Closed(97, "AF-FO", after=(-69,)),
            Talk(69, 20, "KA-TE", """\
De vakbond voert het gesprek. Melder heeft mij nu niet nodig en weet mij te vinden."""),
            Cared(69, "EV-VO", "BN-GE"),
        ),
    ),
    Story(
        "ronde tafel", "SWL-03", "sanne", ("OG-IN-C", "OG-IN-S"),
        (
            Talk(159, 55, "KA-FY", "Melder ervaart dat ieder besluit van haar wordt teruggedraaid zonder uitleg."),
            Talk(143, 50, "KA-FY", "Zij wil een begeleid gesprek. Doel: afspraken over wie waarover gaat."),
            Stage(143, "steps"),
            Talk(122, 75, "KA-FY", """\
Begeleid gesprek. Beide partijen op papier wat zij nodig hebben. Vervolg zonder mij."""),
            Closed(122, "AF-OP", after=(-80, -20)),
            Talk(80, 20, "KA-TE", "Nazorg: deels opgelost. Zij vraagt om nog één belmoment."),
            Cared(80, "EV-DE", "BN-VE"),
        ),
    ),
    Story(
        "scherpe bocht", "NRD-01", "sanne", ("OG-GW",),
        (
            Talk(9, 50, "KA-TE", """\
Eerste gesprek, dezelfde dag ingepland. Melder ervaart dat een collega hem tegen een wand heeft geduwd. Geen letsel.
Uitgelegd: wat vertrouwelijk is en wanneer ik dat niet kan garanderen; dat ik niets doe zonder het eerst met hem te
bespreken. Politie en bedrijfsarts genoemd als mogelijkheid."""),
            Talk(7, 40, "KA-FY", "Hij wil een formeel gesprek met de leidinggevende, met mij erbij. Tekst voorbereid."),
            Stage(7, "steps"),
            Own(7, "Zwaar gesprek. Met een collega-VP napraten, zonder gegevens."),
            Due(7, "Begeleid gesprek met de leidinggevende", 1),
        ),
    ),
    Story(
        "bonte vlinder", "HDZ-06", "sanne", ("OG-DI-GE",), role="RO-BE",
        moments=(
            Talk(77, 45, "KA-TE", """\
Melder vertelde op het werk dat zij zwanger is. Sindsdien ervaart zij dat diensten verdwijnen en dat er grappen over
'afhaken' worden gemaakt. Zij wil weten wat haar rechten zijn."""),
            Noted(75, "Doorverwezen: informatie over rechten bij zwangerschap. Contact door melder zelf gelegd."),
            Talk(54, 30, "KA-TE", "Zij is daar goed geholpen en voert nu zelf het gesprek met de manager."),
            Stage(54, "steps"),
            Noted(43, "Uren zijn hersteld. Grappen zijn benoemd en gestopt."),
            Closed(43, "AF-OP", after=(2,)),
        ),
    ),
    Story(
        "kale eik", "KPT-07", "sanne", ("OG-IN-M",),
        (
            Talk(275, 55, "KA-FY", """\
Melder ervaart dat de eigenaar privéklusjes vraagt met een ondertoon van loyaliteit."""),
            Talk(259, 40, "KA-VI", "Klein bedrijf: elke stap is herleidbaar. Hij kiest voor grenzen stellen, zelf."),
            Stage(259, "steps"),
            Talk(230, 25, "KA-TE", "Hij heeft een andere baan gevonden en gaat weg. Geen verdere stappen."),
            Closed(230, "AF-UD"),
        ),
    ),
    Story(
        "gladde steen", "PDW-08", "sanne", ("OG-SI-M",), role="RO-FL",
        moments=(
            Talk(12, 55, "KA-FY", """\
Eerste gesprek. Freelancer ervaart dat een opdrachtgever van buiten een volgende klus laat afhangen van 'gezelligheid'
na afloop. Zij heeft nee gezegd. Vraagt zich af bij wie zij hoort: het podium, of de opdrachtgever."""),
            Noted(10, "Opdracht nagekeken: ook ingehuurde medewerkers van het podium vallen eronder."),
            Stage(10, "options"),
            Own(10, "Zij is vindingrijk en boos. Boosheid is hier kracht; niet dempen."),
            Due(10, "Tweede gesprek: mogelijkheden met gevolgen", 2),
        ),
    ),
    Story(
        "natte kade", "NRD-01", "daan", ("OG-AG", "OG-IN-S"),
        (
            Talk(27, 45, "KA-TE", """\
Melder ervaart dat de ploegleider schreeuwt over de portofoon zodat iedereen het hoort."""),
            Talk(13, 40, "KA-FY", "Hij wil zelf praten, aan het eind van een dienst. Geoefend: feit, gevolg, verzoek."),
            Stage(13, "steps"),
            Due(13, "Vragen hoe het gesprek ging", 1),
        ),
    ),
    Story(
        "hoge duin", "HDZ-06", "daan", ("OG-SI-F",),
        (
            Talk(36, 60, "KA-FY", """\
Eerste gesprek. Melder ervaart dat een gast haar heeft vastgepakt. Zij heeft het bij de receptie gezegd; er is die avond
niets gedaan. Uitgelegd wat mogelijk is: melding, aangifte, gesprek met de bedrijfsleider, hulp voor haarzelf."""),
            Noted(33, "Zij is bij de huisarts geweest. Van aangifte ziet zij nu af; zij weet dat het later nog kan."),
            Talk(22, 50, "KA-FY", """\
Zij wil dat het hotel een afspraak maakt voor dit soort avonden. Begeleid gesprek gepland."""),
            Stage(22, "steps"),
            Deputised(12, "yasmina", "written", """\
Schriftelijk, door melder ondertekend briefje: Yasmina mag het dossier lezen en het begeleide gesprek doen, omdat melder
bij dit onderwerp liever een vrouw naast zich heeft."""),
            Due(12, "Begeleid gesprek met de bedrijfsleider (Yasmina gaat mee)", 5),
        ),
    ),
    Story(
        "trage rivier", "GOV-04", "daan", ("OG-DI-LE",),
        (
            Talk(181, 45, "KA-TE", """\
Melder ervaart dat hem geen scholing meer wordt aangeboden 'zo vlak voor het eind'."""),
            Talk(165, 35, "KA-TE", "Regeling voor opleiding samen gelezen. Hij dient een verzoek in, op schrift."),
            Stage(165, "steps"),
            Noted(139, "Verzoek is toegewezen."),
            Closed(132, "AF-OP"),
        ),
    ),
    Story(
        "donkere gang", "ZGZ-02", "yasmina", ("OG-ST",),
        (
            Talk(17, 60, "KA-FY", """\
Eerste gesprek. Een vroegere partner, ook medewerker, wacht haar volgens melder op na diensten en vraagt collega's naar
haar rooster. Zij voelt zich niet veilig op weg naar huis. Veiligheid eerst besproken: wie loopt mee, wie bel je."""),
            Talk(14, 45, "KA-TE", "Zij stemt in met een gesprek met HR over rooster en parkeerplaats, met mij erbij."),
            Stage(14, "steps"),
            Noted(12, "Verwezen naar slachtofferhulp, warm: contact samen gelegd, intake is gepland."),
            Talk(6, 60, "KA-FY", "Begeleid gesprek met HR. Rooster afgeschermd, andere ingang, vast contact bij HR."),
            Own(6, "Zelf alert blijven: dit kan kantelen. Grens van vertrouwelijkheid opnieuw met haar doorgenomen."),
            Due(6, "Bellen, elke week zolang zij dat wil", 1),
        ),
    ),
    Story(
        "zwarte kat", "SWL-03", "yasmina", ("OG-DI-GO", "OG-PE-R"),
        (
            Talk(99, 50, "KA-FY", "Melder ervaart opmerkingen over haar hoofddoek, ook in het bijzijn van ouders."),
            Talk(85, 45, "KA-VI", "Zij wil naar de directeur, zelf, en wil vooraf oefenen."),
            Stage(85, "steps"),
            Noted(71, "Gesprek geweest. De directeur spreekt het team aan en komt na de vakantie bij haar terug."),
            Closed(71, "AF-OP", after=(-28, 13)),
            Talk(28, 25, "KA-TE", "Nazorg: het is beter, zij voelt zich gesteund. Over zes weken nog één keer bellen."),
            Cared(28, "EV-VO", "BN-GE"),
        ),
    ),
    Story(
        "rechte lijn", "KPT-07", "yasmina", ("OG-SI-D",),
        (
            Talk(146, 40, "KA-VI", "Melder ontvangt van een collega berichten in de avond waar zij niet om vraagt."),
            Talk(138, 30, "KA-VI", "Zij stuurt zelf één duidelijk bericht. Tekst samen gemaakt."),
            Stage(138, "steps"),
            Noted(124, "De berichten zijn gestopt, met excuses."),
            Closed(124, "AF-OP", after=(-95,)),
            Cared(95, "EV-VO", "BN-GE"),
        ),
    ),
    Story(
        "ijzeren poort", "BSU-05", "marijke", ("OG-IN-D", "OG-AG"),
        (
            Talk(42, 45, "KA-TE", "Melder ervaart dreigende taal van een onderaannemer bij oplevering."),
            Noted(35, "Directie weet het van melder zelf; er gaat voortaan iemand mee bij oplevering."),
            Closed(35, "AF-OP", after=(8,)),
        ),
    ),
    Story(
        "heldere bron", "GOV-04", "marijke", ("OG-IN-S",), role="RO-LG",
        moments=(
            Talk(8, 50, "KA-FY", """\
Melder is zelf leidinggevende en ervaart dat zij in het college voor het blok wordt gezet, soms luid. Zij wil sparren:
wat vraag ik, en van wie? Zij wil haar gezag houden en toch een grens trekken."""),
            Stage(8, "options"),
            Due(8, "Vervolggesprek: wat wil zij dat er anders is?", 6),
        ),
    ),
)
