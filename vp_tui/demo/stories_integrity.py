"""Integrity: mostly thinking aloud together, sometimes on the way to a report. Two questions of conscience among them.

Callers: ``stories``.
"""

from __future__ import annotations

from vp_tui.demo.shape import Cared, Closed, Due, Member, Noted, Own, Ref, Stage, Story, Talk, Waits, did
from vp_tui.domain.commands import AnswerCondition, ConsultColleague, OpenDilemma, SetStage, TickIntake

__all__ = ["STORIES"]

# A moment is a line, not a column of arguments.
# fmt: off

STORIES = (
    Story(
        "dubbele bodem", "GOV-04", "sanne", ("IN-VB", "IN-BV"), role="RO-GE",
        moments=(
            Talk(33, 60, "KA-FY", """\
Sparren. Melder vermoedt dat bij een gunning een bekende is bevoordeeld. Zij heeft niets onderzocht en wil dat ook niet.
Uitgelegd: zolang wij sparren houdt zij de regie; na een formele melding is de organisatie eigenaar van de kwestie en
beslist die over het vervolg. Bescherming van melders toegelicht."""),
            did(33, SetStage, stage="SP"),
            Noted(30, "Interne meldregeling en meldpunt opgezocht. Termijnen met melder doorgenomen."),
            Talk(16, 45, "KA-FY", """\
Zij schrijft voor zichzelf op wat zij zelf heeft gezien en wat zij van horen zeggen heeft."""),
            Stage(16, "options"),
            Waits(16, "beslissing van melder over melden"),
            Due(16, "Melder beslist over wel of niet melden, en hoe", 5),
        ),
    ),
    Story(
        "gouden sleutel", "ZGZ-02", "sanne", ("IN-DV",), role="RO-GE",
        moments=(
            Talk(110, 50, "KA-TE", """\
Sparren. Melder mist regelmatig medicatie op de lijst en schrikt van haar eigen vermoeden."""),
            Talk(106, 40, "KA-TE", """\
Zij wil melden, vertrouwelijk via mij. Tekst door haarzelf geschreven en goedgekeurd."""),
            Stage(106, "steps"),
            Noted(104, "Melding vertrouwelijk doorgeleid. Ontvangstbevestiging binnen zeven dagen gevraagd."),
            Noted(99, "Ontvangst bevestigd. De instelling pakt het op; melder is bijgepraat."),
            Closed(60, "AF-FO", after=(-20, 4)),
            Noted(20, "De terugkoppeling laat nog op zich wachten; melder ervaart geen nadeel."),
            Cared(20, "EV-DE", "BN-GE"),
        ),
    ),
    Story(
        "losse draad", "KPT-07", "sanne", ("IN-PR",), role="RO-GE",
        moments=(
            Talk(214, 40, "KA-VI", "Sparren over klantgegevens die volgens melder te lang in een testomgeving staan."),
            Noted(212, "Melder bespreekt het met de functionaris gegevensbescherming, zelf."),
            Closed(198, "AF-VW"),
        ),
    ),
    Story(
        "blinde vlek", "NRD-01", "sanne", ("IN-VZ",), role="RO-BE",
        moments=(
            Talk(6, 55, "KA-TE", """\
Sparren. Chauffeur ervaart druk om rusttijden anders te noteren. Hij is bang voor een ongeluk, en voor zijn baan.
Uitgelegd waar vertrouwelijkheid ophoudt; nu is er geen sprake van direct gevaar."""),
            did(6, SetStage, stage="SP"),
            did(6, TickIntake, item="exceptions"),
            Own(6, """\
Gewetensvraag voor mijzelf: wanneer wordt dit gevaar voor anderen? Anoniem voorleggen aan een collega."""),
            did(5, OpenDilemma, dilemma=Ref("nood"), ground="DB-GV", text="""\
Wordt er gereden door iemand die te weinig heeft geslapen? Ik weet het niet, en het houdt mij bezig."""),
            did(5, AnswerCondition, dilemma=Ref("nood"), condition="consent_sought", answer="yes",
                text="Besproken; melder wil er een week over nadenken."),
            did(5, AnswerCondition, dilemma=Ref("nood"), condition="harm_certain", answer="unsure",
                text="Geen concrete rit, geen naam."),
            did(4, ConsultColleague, dilemma=Ref("nood"), colleague=Member("daan"), anonymised=True,
                text="Daan: de inspectie kan ook zonder namen bevraagd worden. Eerst dat."),
            Due(6, "Tweede gesprek: interne melding, vakbond of inspectie, met gevolgen", 0),
        ),
    ),
    Story(
        "stalen kast", "BSU-05", "sanne", ("IN-FR",), role="RO-GE",
        moments=(
            Talk(289, 60, "KA-FY", "Sparren over urenstaten die volgens melder achteraf worden aangepast."),
            Talk(275, 50, "KA-FY", """\
Melder wil eerst weten hoe hij beschermd is. Adviespunt voor klokkenluiders genoemd."""),
            Stage(275, "steps"),
            Noted(251, "Hij heeft intern gemeld, onder eigen naam, met advies van buiten."),
            Closed(251, "AF-FO", after=(-163,)),
            Talk(163, 25, "KA-TE", "Terugkoppeling ontvangen. Werkwijze is aangepast. Geen nadeel ervaren."),
            Cared(163, "EV-VO", "BN-GE"),
        ),
    ),
    Story(
        "dunne lijn", "GOV-04", "daan", ("IN-BV",), role="RO-BE",
        moments=(
            Talk(21, 40, "KA-TE", "Gewetensvraag: melder heeft een nevenfunctie die schuurt met een nieuw dossier."),
            Noted(19, "Melder bespreekt het met de leidinggevende en draagt het dossier over. Tekst zelf gemaakt."),
            Due(19, "Vragen hoe het gesprek verliep", -2),
        ),
    ),
    Story(
        "volle mand", "HDZ-06", "daan", ("IN-DV", "IN-VB"), role="RO-GE",
        moments=(
            Talk(129, 35, "KA-TE", "Sparren over fooien die volgens melder niet bij iedereen terechtkomen."),
            Talk(115, 30, "KA-TE", "Melder stelt in het teamoverleg een vaste verdeling voor. Geen melding."),
            Closed(115, "AF-ZE"),
        ),
    ),
    Story(
        "gesloten luik", "ZGZ-02", "yasmina", ("IN-IN", "IN-PR"), role="RO-GE",
        moments=(
            Talk(48, 45, "KA-TE", "Sparren. Melder ziet dat dossiers van bewoners worden geopend zonder reden."),
            Talk(39, 40, "KA-FY", "Keuze: eerst de teamleider, en als dat niets oplevert de interne meldregeling."),
            Stage(39, "steps"),
            Noted(20, "De teamleider heeft de inzage laten nakijken. Het is bevestigd en afgehandeld."),
            Closed(20, "AF-OP", after=(7, 22)),
        ),
    ),
    Story(
        "koude schoorsteen", "SWL-03", "marijke", ("IN-MP",), role="RO-GE",
        moments=(
            Talk(55, 60, "KA-FY", """\
Sparren. Melder ervaart dat een bestuurder familieleden laat meedenken over benoemingen. Klein verband, dus elk signaal
is herleidbaar. Zij wil dat er nu niets naar buiten gaat."""),
            Stage(55, "options"),
            Waits(48, "afloop van de benoemingsronde"),
            Due(48, "Zoals afgesproken na de benoemingsronde bellen", 20),
        ),
    ),
    Story(
        "glazen muur", "PDW-08", "marijke", ("IN-BD",), role="RO-GE",
        moments=(
            Talk(239, 35, "KA-TE", "Sparren over privégebruik van de bus van het podium."),
            Closed(232, "AF-UI"),
        ),
    ),
)
