"""The sheet of papers: no version is lost, and what leaves is exactly one of them, with consent for it."""

from __future__ import annotations

from tests.tui.sheet_desk import fill, sheet
from tests.tui.workbench import HERON, TODAY, Bench
from vp_tui.domain.commands import GrantDeputy, RecordConsent, WriteDraft
from vp_tui.domain.party import Party
from vp_tui.tui.screens.paper_words import differences
from vp_tui.tui.widgets.composer import Composer

DRAFT = b"draft-of-heron-1"
FIRST = "Geachte commissie,\n\nSinds maart word ik buitengesloten.\n\nMet groet"
SECOND = "Geachte commissie,\n\nSinds maart ervaar ik dat ik word buitengesloten.\n\nMet groet"


async def test_every_version_is_written_read_and_compared(bench: Bench) -> None:
    async with sheet(bench, "papers", HERON) as desk:
        await desk.press("n", "ctrl+s")
        await desk.sees("! ")
        await fill(desk, title="Over de overleggen", text="Geachte commissie,")
        await desk.press("ctrl+s")
        await desk.sees("klacht: Over de overleggen", "versie 1, u")
        await desk.press("e")
        await desk.sees("klacht: Over de overleggen, versie 2", "leest: u. Niet: Bo, Cas.")
        composer = desk.screen.query_one(Composer)
        assert composer.text == "Geachte commissie,"
        # The cursor stands at the end of the text: what is typed at once goes there, and into no other field.
        await desk.type(" Sinds maart")
        await desk.press("escape")
        await desk.sees("Concept bewaard")
        await desk.press("e")
        assert desk.screen.query_one(Composer).text == "Geachte commissie, Sinds maart"
        await desk.press("ctrl+s")
        await desk.sees("versie 2, u")
        [draft] = desk.workspace.case(HERON).state.drafts
        assert [version.text for version in draft.versions] == ["Geachte commissie,", "Geachte commissie, Sinds maart"]
        await desk.press("t")
        await desk.sees("Alle versies van klacht", "versie 1, u", "versie 2, u")
        await desk.press("d")
        await desk.sees("Versie 1 naast versie 2", "- Geachte commissie,", "+ Geachte commissie, Sinds maart")
        await desk.press("escape")
        await desk.sees("Alle versies van klacht")
        await desk.press("j", "p")
        await desk.sees("OVER DE OVERLEGGEN", "klacht: Over de overleggen, versie 1")
        await desk.press("escape", "escape")
        await desk.until(lambda: "Alle versies" not in desk.flat())


def test_what_differs_is_a_sign_before_the_line() -> None:
    before, after = FIRST.split("\n"), SECOND.split("\n")
    assert list(differences(before, after)) == [
        "  Geachte commissie,",
        "  ",
        "- Sinds maart word ik buitengesloten.",
        "+ Sinds maart ervaar ik dat ik word buitengesloten.",
        "  ",
        "  Met groet",
    ]
    assert list(differences(before, before)) == []
    long = [str(number) for number in range(20)]
    assert list(differences(long, [*long[:10], "x", *long[10:]])) == ["...", "  8", "  9", "+ x", "  10", "  11", "..."]
    assert len(list(differences(["a"] * 3000, ["b"]))) == 3001


async def test_a_letter_leaves_as_one_version_with_consent_for_it(bench: Bench) -> None:
    async with sheet(bench, "papers", HERON) as desk:
        workspace = desk.workspace
        await workspace.do(WriteDraft(DRAFT, "letter", "Aan de commissie", FIRST), HERON)
        await workspace.do(WriteDraft(DRAFT, "letter", "Aan de commissie", SECOND, base=1), HERON)
        # Consent for the first version is none for the second.
        consent = RecordConsent(b"consent-of-heron", Party("VD-KC"), "letter", "", "oral", draft=DRAFT, version=1)
        await workspace.do(consent, HERON)
        await desk.sees("brief: Aan de commissie", "versie 2, u")
        await desk.press("X", "v", "ctrl+s")
        await desk.sees("! Voor wie of met wie dit is, ontbreekt.")
        await fill(desk, party="klachtencommissie")
        await desk.press("ctrl+s")
        await desk.sees(
            "Naar buiten gaat: brief: Aan de commissie, versie 2, u",
            "De tekst is 12 woorden lang",
            "Aan: klachtencommissie, op ma 9 mrt 2026.",
            "Er is nog GEEN toestemming voor deze versie",
        )
        await desk.type("verstuur")
        await desk.press("enter")
        await desk.sees("! Dat is het woord niet; er is niets gebeurd. Typ VERSTUREN, letter voor letter.")
        await desk.type("versturen")
        await desk.press("enter")
        await desk.sees("versie 2")
        await desk.press("escape")
        assert workspace.case(HERON).state.disclosures == ()
        await desk.press("t", "j", "X", "v")
        await fill(desk, party="klachtencommissie")
        await desk.press("ctrl+s")
        await desk.sees("versie 1, u", "De melder stemde in met precies deze versie.")
        await desk.type("versturen")
        await desk.press("enter")
        await desk.sees("Vastgelegd als verstuurd.", "verstuurd vandaag")
        await desk.press("escape")
        await desk.sees("brief: Aan de commissie", "Versie 1 verstuurd vandaag, aan: klachtencommissie")
        state = workspace.case(HERON).state
        assert [version.sent_on for version in state.drafts[0].versions] == [TODAY, None]
        assert [(left.purpose, left.version) for left in state.disclosures] == [("letter", 1)]


async def test_two_write_a_version_and_both_are_kept(bench: Bench) -> None:
    anna, cas = await bench.colleague("anna"), await bench.colleague("cas")
    await anna.do(GrantDeputy(cas.me.member, TODAY, "oral"), HERON)
    await anna.do(WriteDraft(DRAFT, "report", "Melding", "Een."), HERON)
    await cas.sync()
    async with sheet(bench, "papers", HERON) as desk:
        await desk.sees("melding: Melding")
        await desk.press("e")
        composer = desk.screen.query_one(Composer)
        composer.load_text("Van mij.")
        await cas.do(WriteDraft(DRAFT, "report", "Melding", "Van Cas.", base=1), HERON)
        await desk.until(lambda: desk.workspace.case(HERON).state.drafts[0].rev == 2)
        await desk.press("ctrl+s")
        await desk.sees("Cas heeft dit intussen gewijzigd", "* Van Cas.", "* Van mij.", "die van Cas blijft bewaard")
        await desk.press("escape")
        await desk.sees("Nog niet bewaard; uw tekst staat hier nog.")
        assert composer.text == "Van mij."
        await desk.press("ctrl+s", "2")
        await desk.sees("Beide teksten staan hier nu")
        assert composer.text == "Van Cas.\n\nUw tekst:\nVan mij."
        await desk.press("ctrl+s")
        await desk.sees("versie 3, u")
        [draft] = desk.workspace.case(HERON).state.drafts
        assert [version.text for version in draft.versions] == ["Een.", "Van Cas.", "Van Cas.\n\nUw tekst:\nVan mij."]


async def test_a_paper_that_was_not_sent_says_so_when_it_is_printed(bench: Bench) -> None:
    async with sheet(bench, "papers", HERON) as desk:
        await desk.workspace.do(WriteDraft(b"print-of-heron-1", "letter", "Verzoek", "Ik vraag een gesprek."), HERON)
        await desk.sees("brief: Verzoek")
        await desk.press("p")
        await desk.sees("Concept voor de melder; niet verzonden.", "Ik vraag een gesprek.")
