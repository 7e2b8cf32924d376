"""Common Dutch words: what is no name, even with a capital, and no typing error of one.

Invariant: folded, without names of people or places but for those that are words as well. Written by hand from general
knowledge of the language and of the profession; nothing is taken from a word list of others.
"""

from __future__ import annotations

__all__ = ["LITTLE", "VERBS", "is_common", "is_compound", "is_listed", "words"]


def words(row: str) -> frozenset[str]:
    """The words of a row with blanks between them: how all lists of this package are written."""
    return frozenset(row.split())


LITTLE = words(
    """
    aan achter af al aldus alhoewel alle alleen allebei allemaal alles als alsof altijd ander andere anderen anders
    ben beide beiden bij bijna bijvoorbeeld binnen boven buiten daar daaraan daarachter daarbij daardoor daarheen
    daarin daarmee daarna daarnaast daarom daarop daarover daarvan daarvoor dan dat de degene den der des deze
    dezelfde die dit doch door dus echt echter een eens eerder eerst eerste elk elke elkaar en enige enkele er eraan
    erbij erdoor erg ergens erin ermee erna ernaast erop erover ertoe eruit ervan ervoor evenals gauw ge geen
    geleden genoeg gewoon had haar hadden heb hebben heeft heel helaas hele hem hen het hier hierbij hierdoor
    hiermee hierna hierom hierover hiervan hij hoe hoeveel hoewel hun ieder iedere iedereen iemand iets ik immers in
    indien inmiddels intussen ja je jij jou jouw jullie kan kon konden kort kunnen later liever maar maak mag meer
    meestal men met mij mijn misschien moest moesten moet moeten mocht mochten mogen na naar naast nadat natuurlijk
    nee net niemand niet niets nog nogal nooit nu of ofwel om omdat onder ondanks ongeveer ons onze ook op opeens
    over overal pas per plots rond ruim samen sedert sinds sindsdien slechts soms steeds straks tegelijk tegen
    tegenover ten tenzij ter terug terwijl te tijdens toch toen tot totdat tussen twee drie vier vijf zes zeven acht
    negen tien elf twaalf u uit uiteindelijk uiteraard uw vaak van vanaf vandaag vandaar vanmiddag vanmorgen
    vanochtend vanavond vannacht vanwege veel verder via volgens voor vooral voordat vooralsnog vorig vorige waar
    waaraan waarbij waardoor waarin waarmee waarna waarom waarop waarover waarschijnlijk waarvan waarvoor wanneer
    want waren was wat we weer wegens weinig wel welk welke werd werden wie wij wil wilde wilden willen word worden
    wordt zal ze zeer zelf zelfs zich zichzelf zij zijn zo zoals zodat zodra zonder zou zouden zowel zullen gij
    achteraf allereerst althans anderzijds bovendien doordat eenmaal enerzijds gisteren hooguit hopelijk integendeel
    kortom morgen namelijk niettemin overigens overmorgen soortgelijk tenslotte tevens trouwens vandaan vervolgens
    voorlopig voortaan zojuist zolang helemaal jl bv nvt
    """
)
"""Words without content of their own: a capital on one of these says that a sentence begins."""

VERBS = words(
    """
    is was heeft had werd wordt wil wilde kan kon moet moest mag mocht zal zou zegt zei vindt vond denkt dacht weet
    wist werkt werkte vertelt vertelde vraagt vroeg voelt voelde komt kwam gaat ging doet deed geeft gaf krijgt
    kreeg ziet zag belt belde meldt meldde stuurt stuurde schrijft schreef blijft bleef staat stond zit zat loopt
    liep ligt lag ervaart ervaarde noemt noemde lacht lachte schreeuwt schreeuwde roept riep reageert reageerde
    ontkent ontkende huilt huilde hoort hoorde neemt nam legt legde zoekt zocht maakt maakte houdt hield laat liet
    praat praatte sprak spreekt antwoordt antwoordde begint begon stopt stopte heet heette woont woonde regelt
    regelde durft durfde slaapt sliep speelt speelde staart stelt stelde stemt stemde twijfelt twijfelde vertrekt
    vertrok wacht wachtte weigert weigerde wenst wenste zwijgt zweeg beweert beweerde bedoelt bedoelde besloot
    besluit bood biedt dreigt dreigde eist eiste gedraagt gedroeg gelooft geloofde hoopt hoopte klaagt klaagde kent
    kende kiest koos kijkt keek mailt mailde appt appte merkt merkte mist miste moppert negeert negeerde ondersteunt
    overweegt overwoog plant rijdt reed scheldt schold schrok schrikt slaat sloeg snapt steunt steunde vermoedt
    verwacht verwijt verweet viel valt vreest vroegen waarschuwde weten willen zeggen zeiden zijn zouden hebben
    waren
    """
)
"""Finite verbs that people are the subject of: a doubtful word before one of these is more likely a name."""

_COMMON = words(
    """
    aanbod aandacht aangifte aanleiding aanmelding aannemer aanpak aanspreken aanstelling aantal aanwezig aanzien
    aard absoluut accepteren achterban achtergrond actie activiteit adres advies adviseur advocaat afdeling
    afgelopen afgesproken afhankelijk afkomst afloop afscheid afspraak afstand afwezig afwijzen agenda agressie
    akkoord alcohol algemeen anoniem anonimiteit antwoord apart apotheek appel appen appgroep april arbeid arbeider
    arts assistent assistente augustus auto avond baan baas baken bakker bang bank basis bazig bedankt bedankte
    bediende bedoeling bedreiging bedrijf bedrijfsarts been beer begeleider begeleiding begin begrijpen begrip
    behandeling behoefte bejegening bekend beker bel belang belangrijk beleefd beleid bellen benaderen bende
    beoordeling bereid bereiken berg bericht beroep beschermen bescherming beslissing besluit besproken bespreking
    best beste bestuur bestuurder betekenen betrokken betrokkene betrokkenheid beven beveiliging bevel bewaren
    beweging bewijs bewoner bezig bezoek bezorgd bezwaar bijzonder binnenkort blad blauw blij blijven bloem boek
    boekhouder boer boete bom bond boom boos bord bos boter bouw branden breed brief broek broer brood brug bruin
    bureau buren buurvrouw buurman buurt camera casus cent chauffeur chef chefs cijfer client clienten clown coach
    code collega collegas combinatie commissie communicatie compliment computer conclusie conflict consequentie
    contact contract controle coordinator corona cultuur cursus daad daarentegen dag dagen dagelijks dak dame dank
    dansen datum december deel delen dekker denken dertig deur dicht dienst diensten dik dilemma ding dingen direct
    directe directeur directie directrice discriminatie discussie docent dochter doden doek doel dokter dom
    donderdag donker dood dorp dossier draad dragen dreigend dreiging drie driemaal drinken droom druk duidelijk
    duivel dun duren durven duur eerlijk eigen eigenaar eigenlijk eind einde eis elders emotie emotioneel energie
    engel enorm erger ergernis erkenning ernstig ervaren ervaring eten euro evaluatie excuus expliciet extern extra
    familie fase februari feest feit feitelijk fiets film financieel fijn flat flauw formeel formulier fout foto
    foutje fractie functie gang gast gat gebaar gebeld gebeuren gebied geboorte gebruik gedaan gedachte gedoe gedrag
    geduld geel geest geheim gehoor gek gelden gelijk geluid geluk gemaakt gemeente gemengd gemiddeld geneesheer
    genoemd gepest geregeld gering geroddel gesprek gesprekken getuige gevaar geval gevoel gevoelig gevolg geweer
    geweigerd geweld gewend gewezen gezag gezegd gezellig gezicht gezin gezond geworden gisteravond glas goed goede
    goud graag graf grap grappen grens grensoverschrijdend griep groen groep groot grootste grond haak haan haas
    haast hal hals hand handelen handig hart heer heerlijk heilig hek held helder helft hemel herfst herinnering
    herkennen herkenbaar herman hersenen hersteld hetzelfde heuvel hoek hoed hof hofje hond honger hoofd hoog hoogte
    hoop horen horst hotel hout houden houding huid huis huisarts huwelijk idee ideaal identiteit individu
    informatie informeel inhoud inkoop inkomen inleiding inspanning inspecteur instantie instelling integriteit
    intensief interesse intern intervisie interview intimidatie invloed jaar jager jammer januari jarenlang jas
    jeugd jongen jong jongens juist juli jullie juni jurist kaart kalm kamer kans kant kanten kantine kantoor kapot
    karakter kast keizer kelder kennen kennis kerk kerst kerstmis kern keten ketting keuken keus keuze kijken kil
    kind kinderen klaar klacht klachten klagen klant klas klasse kleding klein kleine kleur klok kloppen kluis knap
    knie koffie kogel koken kok koning kop kopen kosten kracht kraan krant kring kroon kruis kunst kus kwaad
    kwaliteit kwartaal kwestie kwetsend kwijt lab laag laatst laatste lach land landen lang langs langzaam last
    lastig leden leerling lef leger leiding leidinggevende leiden lekker lelijk lente lepel leraar leraren les
    leugen leven lezen licht lichaam lid lied lief liefde lijn lijst links list loket loon los lot lucht lui
    luisteren lunch maal maand maandag maart maas macht machine mager makelaar maken man manager manier mannen
    mantel markt maten materiaal maximum medewerker medewerkers medische mei meisje mejuffrouw melden melder melders
    melding meldingen meldpunt melk meneer mening mens menselijk mensen merel merk meteen methode meubel mevrouw
    middag middel middelbaar middelen midden mild militair minder minst minuut misbruik missie mobiel mode moe moed
    moeder moeilijk mogelijk mogelijkheid mogelijkheden molen moment mond monteur mooi mulder munt muren muur naam
    nacht nachtdienst nadeel nadenken nadruk natuur nazorg neef nergens neus nicht nieuw nieuwe nieuws nodig noemen
    noord nood norm notitie november nummer officieel oktober oma omgeving omgang omstandigheid onderdeel ondernemer
    onderwerp onderzoek ongeluk ongemakkelijk ongepast ongewenst onrecht onveilig onzeker oog ooit oom oorzaak
    oordeel oost opa opdracht opleiding opmerking oplossing oppas optie opties orde orgaan organisatie oud oude
    oudere ouders over overgang overhaast overlast overleg overwegen paar paard pad pagina pak papa papier park
    partij partner pastoor patient patroon pauze pen pensioen periode personeel persoon persoonlijk pesten pester
    plaats plan planner planning plant plek plezier plicht ploeg poging politie positie positief post poster
    praktijk praten premie prijs prins privacy prive probleem procedure proces procent product professor project
    promotie provincie psycholoog publiek punt raad raam radio recht rechten rechter reden redelijk regel regeling
    regels regie relatie reis rekening reorganisatie respect rest resultaat ridder rij rijden rijk ring risico ritme
    rivier roddel roddels roddelen roep rol roman rommel rond rood roos rooster roosters route ruimte ruis rust
    rustig ruzie salaris samenwerking schaamte schaap schade schapen schema scherm schip schoen school schoon
    schouder schrik schrijven schuld secretaresse seconde seizoen sekse september serieus sfeer signaal signalen
    simpel situatie slaap slager slap slecht slim slot smal smid smit sneeuw snel snoek soort spanning speciaal spel
    spelen spiegel spoed spoor sport spreken staan stad stage stagiair stagiaire stam stap stappen start stem ster
    sterk sterke steun stiekem stil stilte stoel stof storm straat straf strand streng strijd student studie stuk
    succes supervisie sommige systeem taak taal taken tand tas team teams teamleider tegenstander tekst telefoon
    telefonisch tempo term terrein terecht thee theorie thuis tijd tijdelijk tijger timmerman toekomst toelichting
    toestemming toets ton toon tong top totaal traag training trap traject trein trouw tuin tolk twijfel uur uren
    uitdaging uitdrukkelijk uitkomst uitleg uitspraak uitzendkracht vader vak vakantie val vals vast vastleggen
    veilig veiligheid vent verantwoordelijk verbaal verband verbinding verbetering verdriet verdrietig verhaal
    verhalen verhouding verklaring verkoop verleden verlies verlof verloop vermoeid verpleegkundige verschil verslag
    verstand verstuurde vertellen vertrouwelijk vertrouwen vertrouwenspersoon vertrouwenspersonen vervelend vervolg
    verwachting verwijzing verwijt verzoek verzuim vestiging vet viering vijand vijftig vijver vinger vis visser
    vlag vlees vlieg vlucht voet vogel vol volgende volk volledig vonk voorbeeld voordeel voorkeur voormalig
    voornaam voorstel voorval voorwaarde vorm vos vraag vragen vrede vreemd vreselijk vriend vriendelijk vriendin
    vrij vrijdag vrijwilliger vroeger vrouw vrouwelijke vrouwen vrucht vuur waarheid waarneming waarschuwing wandel
    wang wapen warm water week weekend weg weigeren wekelijks wens wereld werk werkdruk werken werkgever werknemer
    werkplek werkvloer west wet wever wijk wijn wijs wild winkel winnen winst wit woede woensdag wolf wolk wonen
    woord wortel zaak zaken zaterdag zee zeker zeldzaam ziek ziekte ziekmelding ziekenhuis zilver zin zinvol zitten
    zoals zomer zon zondag zoon zorg zorgen zorgelijk zout zuid zus zuster zwaar zwak zwanger zwart zwijgen zestig
    zeventig tachtig negentig veertig twintig honderd duizend dertien veertien vijftien zestien zeventien achttien
    negentien dinsdag psychosociaal preventie preventieadviseur verzoening bemiddeling bemiddelaar toetsing
    gedragscode ondernemingsraad or hr mt vp vpi cao uwv ggd arbo arbodienst college unia mail mails app whatsapp
    facebook instagram linkedin outlook excel word google internet intranet zoom ramadan pasen pinksteren
    suikerfeest offerfeest hemelvaart sinterklaas carnaval dhr mevr mw bert ernie god nederlands nederlandse engels
    engelse frans franse duits duitse vlaams vlaamse nederland belgie vlaanderen europa europees europese volkskrant
    klokkenluider klokkenluiders
    """
)

_ENDINGS = ("en", "e", "s", "n", "t", "de", "te", "den", "ten", "je", "tje", "jes", "tjes", "er", "ers", "end", "ende")
_FAMILIAR = (
    "ing", "ingen", "heid", "heden", "schap", "lijk", "lijke", "atie", "aties", "ment", "isch", "ische", "baar", "loos",
    "loze", "teit", "dienst", "gever", "nemer", "werk", "gesprek", "zorg", "dag", "dagen", "zijds", "zins", "weg",
)  # fmt: skip


def is_listed(folded: str) -> bool:
    """Whether the word itself is in these lists."""
    return folded in LITTLE or folded in VERBS or folded in _COMMON


def is_compound(folded: str) -> bool:
    """Whether it ends in a longer word of the language, as "Ziekteverzuim" does: only for what has no other sign."""
    for size in range(6, len(folded) - 2):
        tail = folded[-size:]
        if tail in _COMMON or (tail.endswith(("en", "s")) and tail.removesuffix("en").removesuffix("s") in _COMMON):
            return True
    return False


def is_common(folded: str, *, shaped: bool = True) -> bool:
    """Whether it is a word and no name: listed, an inflection of what is, or (``shaped``) built as long words are."""
    if is_listed(folded):
        return True
    for ending in _ENDINGS:
        if folded.endswith(ending):
            stem = folded[: -len(ending)]
            if stem in _COMMON or (len(stem) > 3 and stem[-1] == stem[-2] and stem[:-1] in _COMMON):
                return True
    return shaped and len(folded) > 7 and folded.endswith(_FAMILIAR)
