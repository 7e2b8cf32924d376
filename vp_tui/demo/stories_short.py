"""Short ones: a single conversation in which being heard was enough, a request that just came in, advice to a manager.

Callers: ``stories``.
"""

from __future__ import annotations

from vp_tui.demo.shape import Arrived, Closed, Due, Noted, Stage, Story, Talk, Waits

__all__ = ["STORIES"]

# A moment is a line, not a column of arguments.
# fmt: off

STORIES = (
    Story(
        "eerste sneeuw", "ZGZ-02", "sanne", ("OG-OV",),
        (
            Arrived(0, "KA-TS"),
            Due(0, "Terugbellen na 19 uur, alias noemen", 0),
        ),
    ),
    Story(
        "zonnige steiger", "SWL-03", "sanne", ("OG-PE-R",), source="VZ-CO",
        moments=(
            Arrived(1, "KA-EM"),
            Stage(1, "accepted"),
            Due(1, "Nakijken of melder op de twee voorgestelde tijden heeft gereageerd", 1),
        ),
    ),
    Story(
        "bruine beer", "NRD-01", "sanne", ("OG-AG",),
        (
            Talk(16, 30, "KA-TE", """\
Ruzie op de laadkade, uitgesproken en achter de rug. Wilde het één keer helemaal vertellen."""),
            Closed(16, "AF-UI"),
        ),
    ),
    Story(
        "blanke pit", "HDZ-06", "sanne", ("OG-IN-S",),
        (
            Talk(39, 25, "KA-TE", """\
Uitval van een chef in een drukke avond. Chef heeft excuses gemaakt. Uiten was voldoende."""),
            Closed(39, "AF-UI"),
        ),
    ),
    Story(
        "kromme pen", "KPT-07", "sanne", ("OG-PE-R",),
        (
            Talk(64, 35, "KA-VI", "Een grap die bleef hangen. Melder weet nu wat hij wil zeggen en doet het zelf."),
            Closed(64, "AF-ZE"),
        ),
    ),
    Story(
        "houten lepel", "ZGZ-02", "sanne", ("OG-PE-U",),
        (
            Talk(135, 40, "KA-TE", "Voelde zich buiten het uitje gehouden. Bleek een misverstand; opgelucht."),
            Closed(135, "AF-UI"),
        ),
    ),
    Story(
        "snelle fiets", "GOV-04", "sanne", ("OG-IN-M",), role="RO-LG",
        moments=(
            Talk(184, 45, "KA-FY", """\
Leidinggevende vraagt advies over een signaal in het team. Alleen mijn kant uitgelegd."""),
            Closed(184, "AF-ZE"),
        ),
    ),
    Story(
        "mooie vaas", "SWL-03", "sanne", ("OG-SI-V",), role="RO-GE",
        moments=(
            Talk(246, 40, "KA-TE", """\
Getuige van een opmerking. Heeft de collega gesteund en op de vertrouwenspersoon gewezen."""),
            Closed(246, "AF-UI"),
        ),
    ),
    Story(
        "stille wals", "PDW-08", "sanne", ("OG-OV",),
        (
            Talk(345, 20, "KA-TE", "Belde, vertelde kort, wilde geen gegevens noemen en geen vervolg."),
            Closed(345, "AF-NI"),
        ),
    ),
    Story(
        "zwevende veer", "BSU-05", "sanne", ("OG-PE-C",),
        (
            Talk(400, 30, "KA-TE", "Vervelende filmpjes in de bouwkeet-app. Is uit de app gestapt, dat was genoeg."),
            Closed(400, "AF-UI"),
        ),
    ),
    Story(
        "dappere mus", "ZGZ-02", "daan", ("OG-AG",),
        (
            Talk(4, 30, "KA-TE", "Schrok van een bewoner. Vertelde het hele voorval; vraagt om één keer terugbellen."),
            Due(4, "Terugbellen, zoals gevraagd", 3),
        ),
    ),
    Story(
        "krakende vloer", "NRD-01", "daan", ("OG-OV",),
        (
            Arrived(0, "KA-FO"),
            Due(0, "Bellen na 18 uur, alias noemen", 0),
        ),
    ),
    Story(
        "halve maan", "HDZ-06", "daan", ("OG-DI-GI",),
        (
            Talk(68, 40, "KA-TE", """\
Verkeerd aangesproken worden, steeds opnieuw. Wil het zelf rechtzetten en weet hoe."""),
            Closed(68, "AF-ZE"),
        ),
    ),
    Story(
        "verborgen tuin", "GOV-04", "daan", ("OG-PE-R",),
        (
            Talk(217, 25, "KA-TE", "Roddel over een sollicitatie. Uiten was voldoende."),
            Closed(217, "AF-UI"),
        ),
    ),
    Story(
        "trouwe hond", "SWL-03", "daan", ("OG-IN-S",), role="RO-BE",
        moments=(
            Talk(153, 35, "KA-TE", """\
Ouder die op het plein tekeerging. Directeur was erbij en nam het over. Rust gevonden."""),
            Closed(153, "AF-UI"),
        ),
    ),
    Story(
        "blauwe tegel", "KPT-07", "daan", ("OG-PE-U",),
        (
            Talk(296, 30, "KA-VI", "Voelde zich als nieuweling buiten de groep. Na twee weken gebeld: het gaat goed."),
            Closed(282, "AF-OP"),
        ),
    ),
    Story(
        "zoute wind", "HDZ-06", "yasmina", ("OG-SI-V",),
        (
            Talk(3, 35, "KA-TE", """\
Opmerkingen van een vaste gast. Melder denkt na over wat zij van het hotel wil vragen."""),
            Waits(3, "melder belt terug"),
            Due(3, "Melder belt terug; anders volgende week vragen", 8),
        ),
    ),
    Story(
        "lichte tas", "ZGZ-02", "yasmina", ("OG-DI-HC",),
        (
            Talk(87, 40, "KA-TE", """\
Aanpassing van de werkplek bleef uit. Bedrijfsarts kende zij al; zij heeft nu een datum."""),
            Closed(80, "AF-OP"),
        ),
    ),
    Story(
        "smeulend vuur", "BSU-05", "yasmina", ("OG-AG",),
        (
            Talk(194, 30, "KA-TE", "Scheldpartij, excuses, klaar. Wilde dat iemand het wist."),
            Closed(194, "AF-UI"),
        ),
    ),
    Story(
        "verse inkt", "GOV-04", "yasmina", ("OG-IN-C",),
        (
            Talk(268, 40, "KA-FY", """\
Elke mail wordt meegelezen, zo ervaart melder. Is overgestapt naar een ander team."""),
            Noted(255, "Belde zelf: het gaat goed op de nieuwe plek."),
            Closed(255, "AF-ZE"),
        ),
    ),
    Story(
        "dichte deur", "NRD-01", "yasmina", ("OG-OV",),
        (
            Talk(132, 10, "KA-SM", "Bericht ontvangen, drie keer teruggebeld op het afgesproken nummer. Geen gehoor."),
            Closed(111, "AF-CV"),
        ),
    ),
    Story(
        "brede laan", "SWL-03", "marijke", ("OG-PE-U",), role="RO-VP",
        moments=(
            Talk(18, 40, "KA-VO", """\
Interne vertrouwenspersoon wil sparren over een eigen gesprek, zonder gegevens van de melder."""),
            Due(18, "Terugbellen: heeft het sparren geholpen?", 10),
        ),
    ),
    Story(
        "ouderwetse klok", "PDW-08", "marijke", ("OG-DI-LE",),
        (
            Talk(209, 25, "KA-TE", "Grappen over leeftijd. Heeft er iets van gezegd; het is opgehouden."),
            Closed(209, "AF-UI"),
        ),
    ),
    Story(
        "ijle lucht", "KPT-07", "marijke", ("OG-IN-M",),
        (
            Talk(379, 35, "KA-VI", "Wilde vertellen wat er in een vertrekgesprek was gezegd. Geen vervolg."),
            Closed(379, "AF-UI"),
        ),
    ),
)
