"""Among colleagues: being left out, gossip, work that disappears, and teams that have become hard places.

Callers: ``stories``.
"""

from __future__ import annotations

from vp_tui.demo.shape import Cared, Closed, Due, Noted, Own, Ref, Stage, Story, Talk, Waits, did
from vp_tui.domain.commands import ConsultStep, MoveStep, PutStep, RecordConsent
from vp_tui.domain.party import Party

__all__ = ["STORIES"]

# A moment is a line, not a column of arguments.
# fmt: off

STORIES = (
    Story(
        "stille haven", "ZGZ-02", "sanne", ("OG-PE-U",),
        (
            Talk(24, 40, "KA-TE", """\
Eerste gesprek. Melder ervaart dat zij buiten de appgroep van het team wordt gehouden en ruilingen van diensten pas
hoort als ze geregeld zijn. Zij wil vooral weten of dit 'iets' is. Grenzen van vertrouwelijkheid uitgelegd."""),
            Noted(22, "Melder zoekt op hoe in het team over de appgroep is afgesproken. Nog geen stappen."),
            Talk(12, 35, "KA-TE", """\
Tweede gesprek. Er bestaat een afspraak: diensten ruilen gaat via het rooster, niet via de app. Dat geeft melder houvast
om het onderwerp in het teamoverleg te noemen zonder over personen te praten."""),
            Stage(12, "options"),
            Waits(9, "melder kiest het moment"),
            Due(9, "Melder laat weten of zij het in het teamoverleg inbrengt", 4),
        ),
    ),
    Story(
        "houten brug", "NRD-01", "sanne", ("OG-PE-W", "OG-PE-U"),
        (
            Talk(96, 50, "KA-FY", """\
Eerste gesprek. Melder ervaart dat opdrachten waar hij goed in is stelselmatig bij anderen terechtkomen en dat hij het
restwerk krijgt. Er wordt om gelachen. Hij slaapt slecht en heeft zich twee keer ziek gemeld."""),
            Talk(82, 45, "KA-FY", "Logboek bekeken. Melder wil naar zijn leidinggevende, met mij erbij."),
            Stage(82, "steps"),
            did(82, PutStep, step=Ref("samen"), code="VS-BG", who="together", party=Party("VD-LG"),
                what="Begeleid gesprek over de verdeling van ritten",
                consequences="De leidinggevende weet wie het betreft."),
            Due(82, "Begeleid gesprek met de leidinggevende", -61),
            Own(82, "Hij onderschat de spanning zelf. Bedrijfsarts genoemd; hij denkt erover na."),
            did(75, ConsultStep, step=Ref("samen"), choice="Hij wil dit, en begint zelf."),
            did(62, RecordConsent, consent=Ref("erbij"), party=Party("VD-LG"), purpose="accompaniment", how="oral",
                content="Dat ik erbij zit als steun."),
            did(61, MoveStep, step=Ref("samen"), to="under_way"),
            Talk(61, 70, "KA-FY", """\
Begeleid gesprek met de leidinggevende. Afspraken: de verdeling van ritten wordt voortaan opgehangen, en er komt een
teamgesprek over omgang. Melder heeft zelf gesproken; ik was erbij als steun."""),
            did(60, MoveStep, step=Ref("samen"), to="done"),
            Noted(33, "Melder: de verdeling hangt er, de grapjes zijn minder geworden maar niet weg."),
            Closed(20, "AF-OP", after=(0, 22, 71)),
        ),
    ),
    Story(
        "losse veter", "SWL-03", "sanne", ("OG-PE-R",),
        (
            Talk(141, 45, "KA-VI", """\
Melder hoort via via dat in een andere bouw verhalen over haar privéleven rondgaan. Zij wil weten hoe zij dat kan
aankaarten zonder het groter te maken."""),
            Talk(127, 30, "KA-TE", "Voorbereid hoe zij de collega zelf kan aanspreken: feit, gevolg, verzoek."),
            Stage(127, "steps"),
            Due(127, "Bellen: hoe ging het gesprek?", -119),
            Noted(119, "Gesprek is geweest. De collega schrok en heeft excuses aangeboden. Melder is opgelucht."),
            Closed(119, "AF-OP", after=(-77,)),
            Talk(77, 15, "KA-TE", "Nazorg na zes weken: het is rustig gebleven. Melder heeft niets meer nodig."),
            Cared(77, "EV-VO", "BN-GE"),
        ),
    ),
    Story(
        "kleine vuurtoren", "HDZ-06", "sanne", ("OG-PE-C",),
        (
            Talk(5, 35, "KA-TE", """\
Eerste gesprek. In een groepsapp van de bediening wordt een bewerkte foto van melder rondgestuurd. Hij heeft hem van een
collega gekregen die er niets mee te maken wil hebben. Melder wil dat het stopt en weet nog niet wie het mag weten."""),
            Own(5, "Jong, eerste baan. Rustig tempo. Vraag of er thuis iemand is die het weet."),
            Noted(4, "Schermafdrukken bewaart melder zelf, buiten de telefoon van het werk. Ik heb ze niet ontvangen."),
            Due(4, "Tweede gesprek: mogelijkheden naast elkaar zetten", 1),
        ),
    ),
    Story(
        "gele paraplu", "GOV-04", "sanne", ("OG-PE-U", "OG-CU"),
        (
            Talk(203, 55, "KA-FY", """\
Melder kwam na een reorganisatie in een team waar de plaatsen volgens haar al verdeeld waren. Zij ervaart dat zij niet
wordt meegevraagd en dat haar voorstellen stilvallen."""),
            Talk(188, 45, "KA-FY", "Wat kan zij zelf, wat vraagt zij van het team? Zij kiest voor een gesprek met HR."),
            Stage(188, "steps"),
            Noted(171, "Gesprek met HR door melder zelf gevoerd. Er komt begeleiding voor het hele team."),
            Closed(160, "AF-OP", after=(-118,)),
            Talk(118, 20, "KA-TE", "Nazorg: teamdag is geweest, melder voelt zich meer gezien. Afronden mag."),
            Cared(118, "EV-VO"),
        ),
    ),
    Story(
        "rode schommel", "ZGZ-02", "sanne", ("OG-CU",), role="RO-GR",
        moments=(
            Talk(45, 75, "KA-FY", """\
Drie medewerkers van één afdeling samen. Zij ervaren een sfeer waarin fouten worden uitvergroot en niemand meer iets
durft te vragen. Zij willen niet als 'de klagers' bekend staan. Zij spreken ook ieder voor zich een keer met mij."""),
            Noted(38, "Eén van de drie ziet af van een eigen gesprek; de twee anderen zijn ingepland."),
            Talk(31, 40, "KA-TE", """\
Eigen gesprek, eerste van de drie. Gemeenschappelijk beeld, andere wens: vooral rust."""),
            Talk(29, 45, "KA-TE", "Eigen gesprek, tweede van de drie. Wil een signaal aan de directie, zonder namen."),
            Stage(29, "options"),
            Own(29, """\
Let op: drie wensen, één zaak. Niet doorgaan op de wens van de mondigste. Signaal kan alleen als zij alle drie
akkoord zijn met de tekst, woord voor woord."""),
            Waits(22, "akkoord van alle drie de melders"),
            Due(22, "De drie melders laten weten of zij een anoniem signaal willen", -3),
        ),
    ),
    Story(
        "zilveren kraan", "KPT-07", "sanne", ("OG-PE-R", "OG-PE-U"),
        (
            Talk(312, 50, "KA-VI", """\
Melder werkt grotendeels op afstand en ervaart dat er in kleine kring besloten wordt."""),
            Talk(298, 40, "KA-VI", "Besproken: vaste momenten vragen, en zeggen wat het met hem doet. Doet het zelf."),
            Stage(298, "steps"),
            Noted(270, "Melder mailt niet meer terug. Twee keer gebeld, afgesproken nummer, geen gehoor."),
            Noted(242, "Derde poging, zelfde nummer. Afgesproken was: na drie keer laat ik het rusten."),
            Closed(228, "AF-CV"),
        ),
    ),
    Story(
        "verre toren", "BSU-05", "sanne", ("OG-PE-U",), role="RO-FL",
        moments=(
            Talk(2, 30, "KA-TE", """\
Eerste gesprek. Uitzendkracht op de bouwplaats. Ervaart dat hij alleen in de keet moet zitten en met een bijnaam wordt
aangesproken. Vraagt of hij als inlener ook bij een vertrouwenspersoon terechtkan: ja, volgens de opdracht."""),
            Due(2, "Terugbellen na de vroege dienst; alias noemen, geen functie", 0),
        ),
    ),
    Story(
        "warme deken", "ZGZ-02", "daan", ("OG-PE-W",),
        (
            Talk(58, 45, "KA-TE", """\
Melder ervaart dat haar overdracht wordt weggelegd en dat zij daarna aangesproken wordt op wat er niet is gedaan. Zij
twijfelt aan zichzelf. Grenzen van vertrouwelijkheid uitgelegd."""),
            Talk(44, 50, "KA-FY", """\
Vier momenten op papier. Zij wil eerst zelf met de collega praten, onder vier ogen."""),
            Stage(44, "steps"),
            Noted(30, "Gesprek geweest, liep stroef. Melder overweegt de teamleider erbij te vragen."),
            Due(30, "Bellen: wil zij het gesprek met de teamleider voorbereiden?", -5),
        ),
    ),
    Story(
        "open venster", "NRD-01", "daan", ("OG-PE-R",),
        (
            Talk(167, 40, "KA-TE", "Na een scheiding ervaart melder dat haar privéleven onderwerp van gesprek is."),
            Talk(150, 35, "KA-TE", "Zij wil geen stappen. Besproken hoe zij grenzen aangeeft in het moment zelf."),
            Closed(150, "AF-ZE"),
        ),
    ),
    Story(
        "lange trap", "GOV-04", "daan", ("OG-CU", "OG-PE-R"), role="RO-GE",
        moments=(
            Talk(19, 45, "KA-FY", """\
Melder is getuige: een collega wordt volgens haar in elk overleg het zwijgen opgelegd en lijkt zich terug te trekken.
Zij wil iets doen, zonder over het hoofd van die collega heen te stappen."""),
            Own(19, "Zij vraagt eigenlijk: mag ik mij ermee bemoeien? Bij de volgende keer daar beginnen."),
            Noted(11, """\
Melder heeft de collega verteld dat zij ziet wat er gebeurt, en dat er een vertrouwenspersoon is."""),
            Stage(11, "options"),
            Due(11, "Vragen hoe de collega reageerde", 6),
        ),
    ),
    Story(
        "groene ketel", "HDZ-06", "yasmina", ("OG-PE-U", "OG-DI-RA"),
        (
            Talk(73, 60, "KA-FY", """\
Melder ervaart dat in de keuken een taal wordt gesproken die zij niet verstaat zodra zij binnenkomt, en dat er grappen
over haar herkomst worden gemaakt. Zij heeft er één keer iets van gezegd; toen werd het erger."""),
            Talk(59, 50, "KA-FY", """\
Mogelijkheden doorgenomen, met gevolgen. Zij wil een gesprek met de chef, met mij erbij."""),
            Stage(59, "steps"),
            Talk(41, 60, "KA-FY", """\
Begeleid gesprek. Afspraak: voertaal in de keuken, en een teamgesprek over grappen."""),
            Closed(41, "AF-OP", after=(-27, 3)),
            Noted(27, "Nazorg na twee weken: beter, één keer nog een opmerking, chef sprak er zelf op aan."),
            Cared(27, "EV-VO", "BN-GE"),
        ),
    ),
    Story(
        "vroege trein", "SWL-03", "yasmina", ("OG-PE-U",),
        (
            Talk(254, 45, "KA-TE", "Invalkracht ervaart dat zij nergens bij hoort en niet wordt voorgesteld."),
            Noted(240, "Heeft het op school A bespreekbaar gemaakt; kreeg een vast aanspreekpunt."),
            Talk(212, 20, "KA-TE", "Het gaat goed. Zij wil het dossier laten sluiten; nazorg niet nodig."),
            Closed(212, "AF-OP"),
        ),
    ),
    Story(
        "papieren lantaarn", "PDW-08", "yasmina", ("OG-PE-R", "OG-CU"),
        (
            Talk(15, 50, "KA-FY", """\
Kleine organisatie, iedereen kent iedereen. Melder ervaart dat na elke voorstelling wordt besproken wie het 'verpestte'.
Zij vreest dat zij direct herkend wordt als zij iets zegt. Afgesproken: niets gaat naar buiten zonder haar woord."""),
            Waits(13, "melder belt zelf"),
            Due(13, "Melder belt zelf als zij verder wil; anders over een maand vragen", 17),
        ),
    ),
    Story(
        "witte kiezel", "BSU-05", "marijke", ("OG-PE-W", "OG-PE-U"),
        (
            Talk(88, 40, "KA-TE", "Melder ervaart dat gereedschap verdwijnt en dat niemand het dan heeft gezien."),
            Talk(70, 45, "KA-FY", "Logboek besproken. Hij gaat met de uitvoerder praten en bereidt dat met mij voor."),
            Stage(70, "steps"),
            Noted(52, """\
Uitvoerder heeft ploegen anders ingedeeld, in overleg met melder. Hij vindt dat een goede oplossing."""),
            Closed(52, "AF-OP", after=(-12,)),
        ),
    ),
    Story(
        "oude molen", "ZGZ-02", "marijke", ("OG-PE-U",),
        (
            Talk(331, 45, "KA-TE", "Na terugkeer uit ziekte ervaart melder dat zij niet meer wordt meegenomen."),
            Talk(310, 40, "KA-TE", "Mogelijkheden besproken. Zij kiest voor een gesprek met de teamleider, zelf."),
            Stage(310, "steps"),
            Noted(291, "Het gesprek gaf lucht. Er is een maatje aangewezen."),
            Closed(262, "AF-OP"),
        ),
    ),
)
