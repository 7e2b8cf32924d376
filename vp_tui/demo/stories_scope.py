"""Outside the assignment: wages, workload, appraisal, illness, life at home. Heard, referred warmly, and closed.

Callers: ``stories``.
"""

from __future__ import annotations

from vp_tui.demo.shape import Closed, Due, Noted, Own, Ref, Story, Talk, did
from vp_tui.domain.commands import MakeReferral, MoveReferral, RecordConsent, RecordScope
from vp_tui.domain.party import Party

__all__ = ["STORIES"]

# A moment is a line, not a column of arguments.
# fmt: off

STORIES = (
    Story(
        "lege agenda", "NRD-01", "sanne", ("BR-LO",),
        (
            Talk(11, 30, "KA-TE", """\
Loonconflict: melder krijgt volgens hem een toeslag niet uitbetaald. Geen ongewenst gedrag. Uitgelegd dat dit buiten de
opdracht valt en wie wel kan helpen: personeelszaken en zijn vakbond. Hij vraagt mij bij het eerste contact."""),
            did(11, RecordScope, verdict="out", why="Zo met melder besproken."),
            did(10, MakeReferral, referral=Ref("bond"), target="VD-VB", manner="WV-WS", name="eigen vakbond"),
            did(10, MoveReferral, referral=Ref("bond"), to="VW-AK"),
            did(9, RecordConsent, consent=Ref("bellen"), party=Party("VD-VB", name="eigen vakbond"),
                purpose="introduction", how="oral", content="Dat hij een vraag heeft over een toeslag."),
            did(9, MoveReferral, referral=Ref("bond"), to="VW-CO"),
            Noted(9, "Warm verwezen: samen gebeld met de vakbond. Hij is ingeschreven voor het spreekuur."),
            did(9, MoveReferral, referral=Ref("bond"), to="VW-AA"),
            Closed(9, "AF-BB"),
        ),
    ),
    Story(
        "zachte regen", "ZGZ-02", "sanne", ("BR-PR-MZ",),
        (
            Talk(72, 45, "KA-TE", """\
Mantelzorg naast onregelmatige diensten; melder loopt vast. Geluisterd. Verlofregeling en maatschappelijk werk
besproken. Werkgerelateerd genoeg om hier te mogen liggen, niet om hier te blijven."""),
            Noted(65, "Bedrijfsmaatschappelijk werk: melder heeft zelf gebeld, eerste afspraak staat."),
            Closed(58, "AF-VW"),
        ),
    ),
    Story(
        "hoge stapel", "GOV-04", "sanne", ("BR-WD",),
        (
            Talk(3, 35, "KA-TE", """\
Werkdruk na vertrek van twee collega's. Melder vraagt of dit 'ongewenst' is. Samen gekeken: geen omgangsvormen, wel een
zorg voor leidinggevende en arbodienst. Zij wil het gesprek zelf voeren en vraagt één keer mee te denken."""),
            Due(3, "Voorbereiding van het gesprek over werkdruk doornemen, daarna afronden", 3),
        ),
    ),
    Story(
        "smalle brug", "KPT-07", "sanne", ("BR-BE",),
        (
            Talk(191, 40, "KA-VI", "Oneens met een beoordeling. Bezwaarprocedure gewezen; mijn rol daarin is er niet."),
            Closed(191, "AF-BB"),
        ),
    ),
    Story(
        "nieuwe schoenen", "SWL-03", "sanne", ("BR-AC",),
        (
            Talk(83, 50, "KA-FY", """\
Arbeidsconflict over formatie. Beide partijen willen mediation; dat is niet aan mij."""),
            Noted(76, "Verwezen naar een mediator via HR, op verzoek van melder en met diens instemming."),
            Closed(76, "AF-VW"),
        ),
    ),
    Story(
        "vaal gordijn", "HDZ-06", "daan", ("BR-PR-FI",),
        (
            Talk(104, 40, "KA-TE", """\
Schulden en schaamte. Geluisterd; schuldhulp besproken en samen het eerste telefoontje."""),
            Noted(97, "Aangekomen bij schuldhulpverlening. Melder zegt dat het bellen het moeilijkst was."),
            Closed(97, "AF-VW"),
        ),
    ),
    Story(
        "grijze mist", "BSU-05", "daan", ("BR-ZI",),
        (
            Talk(40, 35, "KA-TE", "Re-integratie loopt stroef. Uitgelegd: bedrijfsarts en deskundigenoordeel."),
            Due(40, "Eén keer navragen of de verwijzing is aangekomen", -6),
        ),
    ),
    Story(
        "stevige stoel", "GOV-04", "daan", ("BR-RO",),
        (
            Talk(226, 30, "KA-TE", "Vraag over boventalligheid. Verwezen naar ondernemingsraad en jurist van de bond."),
            Closed(226, "AF-BB"),
        ),
    ),
    Story(
        "wilde roos", "ZGZ-02", "yasmina", ("BR-PR-HG",),
        (
            Talk(31, 60, "KA-FY", """\
Melder vertelt over onveiligheid thuis. Valt buiten de opdracht en ik ga er niet aan voorbij: veiligheid voor vandaag
besproken, Veilig Thuis genoemd, grenzen van vertrouwelijkheid nogmaals uitgelegd. Zij wil eerst naar de huisarts."""),
            Own(31, """\
Zwaar. Zelf gedeeld met de supervisor, zonder gegevens. Zij is vandaag niet alleen, haar zus is er."""),
            Noted(28, "Contact met de huisarts is gelegd, samen met melder gebeld."),
            Due(28, "Bellen op het afgesproken veilige tijdstip", 0),
        ),
    ),
    Story(
        "ruwe schets", "PDW-08", "yasmina", ("BR-VM",),
        (
            Talk(174, 30, "KA-TE", "Verschil van mening over programmering. Besproken hoe melder dit zelf inbrengt."),
            Closed(174, "AF-ZE"),
        ),
    ),
    Story(
        "gebroken kopje", "SWL-03", "yasmina", ("BR-PR-RO",),
        (
            Talk(62, 45, "KA-TE", "Rouw, en een team dat niet weet wat te zeggen. Geluisterd. Geen stappen gewenst."),
            Noted(50, "Melder heeft een rouwgroep gevonden."),
            Closed(50, "AF-UI"),
        ),
    ),
    Story(
        "late lamp", "NRD-01", "marijke", ("BR-AO",),
        (
            Talk(121, 25, "KA-TE", "Kou in de loods. Verwezen naar de preventiemedewerker."),
            Closed(121, "AF-BB"),
        ),
    ),
)
