"""Words of work: functions, departments, and the people in a sentence, as far as they give somebody away.

Invariant: folded. A generic function (monteur, verpleegkundige) is no hit of its own: too many have it. It counts with
others in one sentence.
"""

from __future__ import annotations

from vp_tui.domain.anonymiser.dutch_words import words

__all__ = ["FIELDS", "LEADS", "PEOPLE", "PREFIXES", "UNITS", "WARDS", "is_person_noun", "is_single"]

SINGLE = words(
    """
    bestuursvoorzitter voorzitter voorzitster penningmeester wethouder burgemeester schepen griffier
    gemeentesecretaris rector decaan koster dominee pastoor eigenares eigenaresse zaakvoerder zaakvoerster korpschef
    locatiemanager wijkmanager vestigingsmanager filiaalmanager gedeputeerde minister staatssecretaris ceo cfo coo
    hoofdredacteur dijkgraaf secretaris-generaal rentmeester
    """
)
_SINGLE_ENDINGS = ("directeur", "directrice", "bestuurder", "bestuurster", "commandant", "eigenaar", "rector")

LEADS = words(
    """
    teamleider teamleidster teammanager teamcoach manager hoofd afdelingshoofd diensthoofd chef coordinator
    coordinatrice directeur directrice projectleider projectmanager programmamanager programmaleider accountmanager
    regiomanager clustermanager unithoofd unitmanager ploegleider ploegbaas ploegchef voorman sectormanager
    zorgmanager beleidsadviseur specialist hoofdverpleegkundige planner adjunct-directeur afdelingsmanager
    afdelingsleider sectorhoofd bureauhoofd kwartiermaker controller
    """
)
"""A hit when they say of what: "teamleider magazijn"."""

PREFIXES = words(
    """
    adjunct algemeen artistiek commercieel creatief facilitair financieel interim medisch operationeel
    plaatsvervangend regionaal technisch waarnemend zakelijk
    """
)

UNITS = {
    "afdeling": "afdeling", "dienst": "dienst", "team": "team", "unit": "afdeling", "sector": "sector",
    "cluster": "afdeling", "ploeg": "ploeg", "vakgroep": "vakgroep", "sectie": "sectie", "bureau": "afdeling",
    "divisie": "divisie", "faculteit": "faculteit", "magazijn": "magazijn", "directie": "directie", "hal": "hal",
    "eenheid": "afdeling", "klas": "klas", "kazerne": "kazerne", "gebouw": "gebouw", "district": "district",
    "departement": "departement", "opleiding": "opleiding", "werkgroep": "werkgroep", "verdieping": "verdieping",
}  # fmt: skip
"""Part of an organisation -> what it is generalised to."""

_WARD_NAMES = (
    "spoedeisende hulp", "intensive care", "eerste hulp", "hartbewaking", "seh", "ic", "ccu", "verloskamers",
    "meldkamer", "wasserij", "postkamer",
)  # fmt: skip
WARDS: dict[str, tuple[str, ...]] = {
    first: tuple(name for name in _WARD_NAMES if name.split(" ")[0] == first)
    for first in {name.split(" ")[0] for name in _WARD_NAMES}
}
"""Parts that are called by one name, under the first word of it."""

FIELDS = words(
    """
    administratie bediening bedrijfsbureau bedrijfsvoering belastingen beheer beleid beveiliging boekhouding
    burgerzaken cardiologie catering chirurgie communicatie crediteuren debiteuren distributie duurzaamheid economie
    energie expeditie facilitair facilitaire financien geriatrie groen handhaving hr hrm huisvesting ict inkoop
    innovatie inning inspectie jeugd jeugdzorg juridische justitie klantcontact klantenservice klinische kwaliteit
    laboratorium logistiek magazijn maatschappelijke marketing milieu montage neurologie oncologie onderhoud
    onderzoek ontvangst orthopedie operations participatie parkeren personeel personeelszaken planning post
    postkamer preventie productie psychiatrie radiologie receptie ruimte ruimtelijke revalidatie salarissen
    schoonmaak secretariaat sociaal sociale sport staf subsidies techniek toezicht transport urologie
    veiligheid vergunningen verkeer verkoop verzending vervoer voorraad webshop welzijn werkplaats werkvoorbereiding
    wmo wonen zorg zuivering
    """
)
"""What departments are about; after "afdeling" or "teamleider" these need no capital."""

PEOPLE = words(
    """
    aios arts assistent assistente bediende begeleider behandelaar bewoner bode brancardier chauffeur client coach
    collega collegas cursist deelnemer docent drager gast huisarts ingenieur inval jongen kandidaat kok kracht
    lasser leerkracht leerling lid man medewerker medewerkster meisje melder mens moeder monteur moslim moslima
    ombuds operator ouder patient persoon planner promovenda promovendus psycholoog rolstoelgebruiker schoonmaker
    schoonmaakster stagiair stagiaire student student-stagiair studente tolk vader verpleegkundige verpleger
    verzorgende vrijwilliger vrijwilligster vrouw werknemer werkneemster zij-instromer zzper homo lesbienne
    transvrouw transman jurist
    """
)
_PERSON_ENDINGS = (
    "er", "ster", "aar", "eur", "rice", "ist", "iste", "ant", "ante", "loog", "loge", "kundige", "hulp", "kracht",
    "man", "vrouw", "arts", "hoofd", "baas", "assistent", "assistente",
)  # fmt: skip
_NO_PEOPLE = words(
    """
    keer kamer nummer manier papier weer zomer winter partner leer meer oever zender computer auteur kleur factor
    cijfer letter reden klankbord rapport dossier avontuur natuur figuur cultuur klant kant krant elegant
    belangstelling moment toestemming getuigenverklaring machtiger helder donker zeker andere ander eerder
    later beker container teller gemeenschap venster kelder theater beheer verkeer vertier nadeel gevaar
    bezwaar jaar klaar paar gebaar koffer emmer kalender partij agenda filter server printer sfeer meter
        """
)


def is_single(folded: str) -> bool:
    """Whether an organisation has one of these, or so few that everybody knows who is meant."""
    return folded in SINGLE or folded.endswith(_SINGLE_ENDINGS)


def is_person_noun(folded: str) -> bool:
    """Whether the word says what somebody is or does: listed, or shaped as such words are."""
    if folded in PEOPLE or folded in LEADS or is_single(folded):
        return True
    return len(folded) > 5 and folded not in _NO_PEOPLE and folded.endswith(_PERSON_ENDINGS)
