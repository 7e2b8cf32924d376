"""Words of work: functions, departments, and the people in a sentence, as far as they give somebody away.

Invariant: folded. A generic function (monteur, verpleegkundige) is no hit of its own: too many have it. It counts with
others in one sentence.
"""

from __future__ import annotations

__all__ = ["FIELDS", "LEADS", "PEOPLE", "UNITS", "WARDS", "PREFIXES", "is_person_noun", "is_single"]

SINGLE = frozenset(
    """
    bestuursvoorzitter voorzitter voorzitster penningmeester wethouder burgemeester schepen griffier gemeentesecretaris
    rector decaan koster dominee pastoor eigenares eigenaresse zaakvoerder zaakvoerster korpschef locatiemanager
    wijkmanager vestigingsmanager filiaalmanager gedeputeerde minister staatssecretaris ceo cfo coo hoofdredacteur
    dijkgraaf secretaris-generaal rentmeester
    """.split()
)
_SINGLE_ENDINGS = ("directeur", "directrice", "bestuurder", "bestuurster", "commandant", "eigenaar", "rector")

LEADS = frozenset(
    """
    teamleider teamleidster teammanager teamcoach manager hoofd afdelingshoofd diensthoofd chef coordinator coordinatrice
    directeur directrice projectleider projectmanager programmamanager programmaleider accountmanager
    regiomanager clustermanager unithoofd unitmanager ploegleider ploegbaas ploegchef voorman sectormanager zorgmanager
    beleidsadviseur specialist hoofdverpleegkundige planner adjunct-directeur afdelingsmanager afdelingsleider sectorhoofd
    bureauhoofd kwartiermaker controller
    """.split()
)
"""A hit when they say of what: "teamleider magazijn"."""

PREFIXES = frozenset(
    """
    adjunct algemeen artistiek commercieel creatief facilitair financieel interim medisch operationeel plaatsvervangend
    regionaal technisch waarnemend zakelijk
    """.split()
)

UNITS = {
    "afdeling": "afdeling", "dienst": "dienst", "team": "team", "unit": "afdeling", "sector": "sector",
    "cluster": "afdeling", "ploeg": "ploeg", "vakgroep": "vakgroep", "sectie": "sectie", "bureau": "afdeling",
    "divisie": "divisie", "faculteit": "faculteit", "magazijn": "magazijn", "directie": "directie", "hal": "hal",
    "eenheid": "afdeling", "klas": "klas", "kazerne": "kazerne", "gebouw": "gebouw", "district": "district",
    "departement": "departement", "opleiding": "opleiding", "werkgroep": "werkgroep", "verdieping": "verdieping",
}  # fmt: skip
"""Part of an organisation -> what it is generalised to."""

WARDS = (
    "spoedeisende hulp", "intensive care", "eerste hulp", "hartbewaking", "seh", "ic", "ccu", "ggz-crisisdienst",
    "verloskamers", "meldkamer", "wasserij", "postkamer",
)  # fmt: skip
"""Parts that are called by one name."""

FIELDS = frozenset(
    """
    administratie bediening bedrijfsbureau bedrijfsvoering belastingen beheer beleid beveiliging boekhouding burgerzaken
    cardiologie catering chirurgie communicatie crediteuren debiteuren distributie duurzaamheid economie energie expeditie
    facilitair facilitaire financien geriatrie groen handhaving hr hrm huisvesting ict inkoop innovatie inning inspectie
    jeugd jeugdzorg juridische justitie klantcontact klantenservice klinische kwaliteit laboratorium logistiek magazijn
    maatschappelijke marketing milieu montage neurologie oncologie onderhoud onderzoek ontvangst orthopedie operations
    participatie parkeren personeel personeelszaken planning post postkamer preventie productie psychiatrie radiologie
    receptie ruimte ruimtelijke revalidatie salarissen schoonmaak secretariaat sociaal sociale sport staf subsidies
    techniek techische toezicht transport urologie veiligheid vergunningen verkeer verkoop verzending vervoer voorraad
    webshop welzijn werkplaats werkvoorbereiding wmo wonen zorg zuivering
    """.split()
)
"""What departments are about; after "afdeling" or "teamleider" these need no capital."""

PEOPLE = frozenset(
    """
    aios arts assistent assistente bediende begeleider behandelaar bewoner bode brancardier chauffeur client coach
    collega collegas cursist deelnemer docent drager gast huisarts ingenieur inval jongen kandidaat kok kracht lasser
    leerkracht leerling lid man medewerker medewerkster meisje melder mens moeder monteur moslim moslima ombuds operator
    ouder patient persoon planner promovenda promovendus psycholoog rolstoelgebruiker schoonmaker schoonmaakster stagiair
    stagiaire student student-stagiair studente tolk vader verpleegkundige verpleger verzorgende vrijwilliger
    vrijwilligster vrouw werknemer werkneemster zij-instromer zzper homo lesbienne transvrouw transman jurist jurite
    """.split()
)
_PERSON_ENDINGS = (
    "medewerker", "medewerkster", "ster", "eur", "rice", "ist", "iste", "kundige", "hulp", "loog", "loge", "kracht", "man",
    "vrouw", "arts", "leider", "leidster", "drager", "oniste", "aar", "enaar", "hoofd", "adviseur", "chauffeur", "ant",
    "ante", "monteur", "er", "baas", "venda", "assistent", "assistente",
)  # fmt: skip
_NO_PEOPLE = frozenset(
    """
    keer kamer nummer manier papier weer zomer winter partner leer meer oever zender computer auteur kleur factor cijfer
    letter reden klankbord rapport dossier avontuur natuur figuur cultuur klant kant krant elegant belangstelling dader
    moment toestemming getuigenverklaring machtiger helder donker zeker andere ander eerder later beker container
    teller gemeenschap kluster venster kelder theater beheer verkeer vertier nadeel gevaar bezwaar jaar klaar paar
    gebaar ander koffer emmer kalender partij oever agenda filter server printer sfeer meter controleur-app
    """.split()
)


def is_single(folded: str) -> bool:
    """Whether an organisation has one of these, or so few that everybody knows who is meant."""
    return folded in SINGLE or folded.endswith(_SINGLE_ENDINGS)


def is_person_noun(folded: str) -> bool:
    """Whether the word says what somebody is or does: listed, or shaped as such words are."""
    if folded in PEOPLE or folded in LEADS or is_single(folded):
        return True
    return len(folded) > 5 and folded not in _NO_PEOPLE and folded.endswith(_PERSON_ENDINGS)
