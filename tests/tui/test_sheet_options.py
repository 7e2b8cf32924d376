"""The options sheet, the reporter's choice, and the document on paper."""

from __future__ import annotations

import stat
from datetime import date
from pathlib import Path

from tests.tui.test_sheet_intake import sheet
from tests.tui.workbench import HERON, Bench
from vp_tui.domain.case_parts import Consent
from vp_tui.domain.commands import ChooseOption, DropOption, PutOption
from vp_tui.domain.party import Party
from vp_tui.domain.printed import consent_sheet
from vp_tui.tui.screens.print_out import page

TALK, WAIT = b"option-heron-001", b"option-heron-002"


async def fill(bench: Bench) -> None:
    anna = await bench.colleague("anna")
    await anna.do(
        PutOption(TALK, "Rust op het werk", "VS-BG", "Hij kan boos worden.", "some", "De leidinggevende.", "partly"),
        HERON,
    )
    await anna.do(PutOption(WAIT, "Eerst afwachten", "VS-WA", risk="none", reversible="yes"), HERON)


async def test_an_option_says_what_it_may_cost(bench: Bench) -> None:
    async with sheet(bench, "options", HERON) as desk:
        await desk.sees("Nog geen opties.")
        await desk.press("n", "ctrl+s")
        await desk.sees("! Hier ontbreekt tekst.")
        await desk.type("Rust op het werk")
        await desk.press("enter")
        await desk.type("begeleid")
        await desk.press("enter")
        await desk.type("Hij kan boos worden.")
        await desk.press("tab", "right", "right", "right", "enter")
        await desk.type("De leidinggevende.")
        await desk.press("tab", "right", "right", "ctrl+s")
        await desk.sees(
            "1. Rust op het werk",
            "Stap: begeleid gesprek, vertrouwenspersoon aanwezig",
            "Mogelijke gevolgen: Hij kan boos worden.",
            "Risico benadeling: enig",
            "Wie weet dan wat: De leidinggevende.",
            "Terug te draaien: deels",
        )


async def test_what_was_typed_into_a_form_is_there_again(bench: Bench) -> None:
    async with sheet(bench, "options", HERON) as desk:
        await desk.press("n")
        await desk.type("Half bedacht")
        await desk.press("enter", "enter")
        await desk.type("Misschien")
        await desk.press("escape", "n")
        await desk.sees("Half bedacht", "Misschien")


async def test_the_choice_is_the_reporters_with_its_day_and_none_is_one(bench: Bench) -> None:
    await fill(bench)
    async with sheet(bench, "options", HERON) as desk:
        await desk.sees("De melder heeft nog niet gekozen")
        await desk.press("j", "s")
        await desk.sees("2. Eerst afwachten")
        await desk.press("enter")
        await desk.type("gisteren")
        await desk.press("enter")
        await desk.type("Ik wil er nog over slapen.")
        await desk.press("ctrl+s")
        await desk.sees(
            "Keuze van de melder op zo 8 mrt 2026: Eerst afwachten", '"Ik wil er nog over slapen."', "GEKOZEN"
        )
        await desk.press("s", *["backspace"] * 20)
        await desk.type("niets")
        await desk.press("ctrl+s")
        await desk.sees("Keuze van de melder op ma 9 mrt 2026: geen van deze / niets doen")
        choice = desk.workspace.case(HERON).state.choice
        assert choice is not None
        assert choice.option is None


async def test_a_colleagues_choice_is_shown_before_it_is_replaced(bench: Bench) -> None:
    await fill(bench)
    other = await bench.colleague("anna")
    async with sheet(bench, "options", HERON) as desk:
        await desk.press("s")
        await other.do(ChooseOption(0, WAIT), HERON)
        await desk.press("ctrl+s")
        await desk.sees("Een collega was u voor; nu staat er: Keuze van de melder op ma 9 mrt 2026: Eerst afwachten.")
        await desk.press("ctrl+s")
        await desk.sees("Keuze van de melder op ma 9 mrt 2026: Rust op het werk")


async def test_an_option_that_falls_away_stays_to_be_read_and_comes_back(bench: Bench) -> None:
    await fill(bench)
    async with sheet(bench, "options", HERON) as desk:
        await desk.press("d")
        await desk.sees("vervallen: Rust op het werk", "1. Eerst afwachten")
        await desk.press("G", "d")
        await desk.sees("Deze optie is al vervallen.")
        await desk.press("e")
        await desk.type(" en thuis")
        await desk.press("ctrl+s")
        await desk.sees("Rust op het werk en thuis")
        assert not any(option.dropped for option in desk.workspace.case(HERON).state.options)


async def test_the_sheet_for_the_reporter_is_read_on_screen_or_written_where_she_says(
    bench: Bench, tmp_path: Path
) -> None:
    await fill(bench)
    anna = await bench.colleague("anna")
    await anna.do(DropOption(WAIT, 1), HERON)
    folder = tmp_path / "papier"
    folder.mkdir(mode=0o700)
    taken = folder / "al.txt"
    taken.write_text("van een ander")
    async with sheet(bench, "options", HERON) as desk:
        await desk.press("p")
        await desk.sees("JOUW OPTIES", "Jij kiest.", "Optie 1", "Risico op benadeling: enig")
        assert "afwachten" not in desk.text()
        await desk.press("X", "f", "ctrl+s")
        await desk.sees("! Hier ontbreekt tekst.")
        await desk.type(str(taken))
        await desk.press("ctrl+s")
        await desk.sees("! Dit bestand bestaat al.")
        await desk.press("ctrl+u")
        await desk.type(str(tmp_path / "nergens" / "blad.txt"))
        await desk.press("ctrl+s")
        await desk.sees("! Deze map is er niet.")
        await desk.press("ctrl+u")
        await desk.type(str(folder / "blad.txt"))
        await desk.press("ctrl+s")
        await desk.sees("Leesbaar bestand schrijven?", "Het is niet versleuteld")
        assert not (folder / "blad.txt").exists()
        await desk.type("bestand")
        await desk.press("enter")
        await desk.until(lambda: (folder / "blad.txt").exists())
        written = folder / "blad.txt"
        assert stat.S_IMODE(written.stat().st_mode) == 0o600
        assert "Rust op het werk" in written.read_text()
        assert taken.read_text() == "van een ander"


def test_a_document_is_in_words_and_not_wider_than_paper() -> None:
    day = date(2026, 3, 9)
    consent = Consent(
        b"c" * 16, Party("colleague", member="ab" * 16), "casus", "woord " * 60, "oral", day, b"m" * 16, 0, until=day
    )
    lines = page(consent_sheet(consent), lambda member: "Cas")
    assert max(map(len, lines)) <= 72
    said = " ".join(" ".join(lines).split())
    assert "Aan: collega Cas" in said
    assert "Tot en met: ma 9 mrt 2026" in said
    assert "Gegeven op ma 9 mrt 2026, mondeling" in said
    assert "casus voor intervisie" in said
