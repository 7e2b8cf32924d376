"""The exception to confidentiality on its sheet: weighed, done, told to the reporter, accounted for."""

from __future__ import annotations

from datetime import date

from tests.tui.workbench import CAS_CASE, HERON, Bench, Desk
from vp_tui.domain.commands import AnswerCondition, BreakConfidentiality, ConsultColleague, OpenDilemma
from vp_tui.domain.dilemma import Dilemma
from vp_tui.domain.party import Party
from vp_tui.domain.weighing import CONDITIONS

DILEMMA = b"dilemma-of-heron"


def row(desk: Desk) -> Dilemma:
    notes = desk.workspace.case(HERON).notes
    assert notes is not None
    return notes.exceptions[-1]


async def weighed(desk: Desk) -> None:
    """A dilemma of which everything was answered, and a colleague consulted."""
    do = desk.workspace.do
    await do(OpenDilemma(DILEMMA, "DB-EM", "Zij vreest dat hij het weer doet."), HERON, "personal")
    for base, condition in enumerate(CONDITIONS, 1):
        await do(AnswerCondition(DILEMMA, base, condition, "yes", "Ja, want."), HERON, "personal")
    cas = next(member.id for member in desk.workspace.members() if member.name == "Cas")
    await do(ConsultColleague(DILEMMA, 7, cas, True), HERON, "personal")


async def told(desk: Desk) -> None:
    """After ``weighed``: something was told, and the reporter does not know."""
    command = BreakConfidentiality(DILEMMA, 8, Party("VD-PO"), "Dat er gevaar is.")
    await desk.workspace.do(command, HERON, "personal")


async def to_sheet(desk: Desk) -> None:
    desk.app.go("case", HERON.hex())
    await desk.sees("blauwe reiger")
    await desk.press("g", "x")
    await desk.sees("[Gewetensnood]")


async def test_a_dilemma_is_weighed_condition_by_condition_and_nothing_leaves(bench: Bench) -> None:
    async with bench.application() as desk:
        await to_sheet(desk)
        await desk.sees("Geen gewetensnood vastgelegd", "alleen u leest dit blad")
        await desk.press("n")
        await desk.sees("er gaat niets naar buiten")
        await desk.type("misdrijf")
        await desk.press("enter")
        await desk.type("Zij vreest dat hij het weer doet.")
        await desk.press("ctrl+s")
        await desk.sees("ernstig misdrijf", "1 DILEMMA: er gaat niets naar buiten", "nog 6 voorwaarden")
        await desk.press("e")
        await desk.sees("Is alles gedaan om toestemming te krijgen?", "Antwoord")
        await desk.press("ctrl+s")
        # Not answered in words: refused beside the field, and not recorded.
        await desk.sees("! ")
        assert not row(desk).conditions
        await desk.press("escape", "e")
        for number in range(6):
            await desk.until(lambda number=number: len(row(desk).conditions) == number)
            await desk.until(lambda: type(desk.screen).__name__ == "FormDialog")
            await desk.press("right", "enter")
            await desk.type(f"Reden {number}.")
            await desk.press("ctrl+s")
        await desk.until(lambda: len(row(desk).conditions) == 6)
        assert row(desk).conditions["least_breach"].text == "Reden 5."
        assert row(desk).conditions["least_breach"].answer == "yes"
        await desk.press("G")
        await desk.sees("2 DOORBREKING: niets verteld")


async def test_breaking_is_refused_until_it_was_weighed_and_a_colleague_asked(bench: Bench) -> None:
    async with bench.application() as desk:
        await desk.workspace.do(OpenDilemma(DILEMMA, "DB-EM", "Zij vreest iets."), HERON, "personal")
        await to_sheet(desk)
        await desk.press("X", "b")
        await desk.sees("Voorwaarden zonder antwoord: 6.")
        await desk.press("escape")
        for base, condition in enumerate(CONDITIONS, 1):
            await desk.workspace.do(AnswerCondition(DILEMMA, base, condition, "yes", "Ja."), HERON, "personal")
        await desk.calm()
        await desk.press("X", "b")
        await desk.sees("Er is nog geen collega geraadpleegd.")
        await desk.press("escape", "c", "ctrl+s")
        await desk.sees("! Dit is geen andere vertrouwenspersoon van deze praktijk.")
        await desk.type("cas")
        await desk.press("enter", "ctrl+s")
        await desk.sees("Een dilemma wordt anoniem voorgelegd.")
        await desk.press("right", "ctrl+s")
        await desk.sees("Geraadpleegd, zonder iets herkenbaars: Cas")
        assert row(desk).stage == "dilemma"


async def test_what_leaves_is_named_with_to_whom_before_the_word(bench: Bench) -> None:
    async with bench.application() as desk:
        await weighed(desk)
        await to_sheet(desk)
        await desk.press("X", "b")
        await desk.sees("zo weinig mogelijk mensen")
        await desk.type("politie")
        await desk.press("enter", "enter")
        await desk.type("Dat er gevaar is.")
        await desk.press("ctrl+s")
        await desk.sees(
            "Naar buiten gaat, zonder toestemming: Dat er gevaar is.",
            "Aan: politie",
            "Geraadpleegd: Cas.",
            "DOORBREKEN",
        )
        await desk.press("escape")
        assert row(desk).stage == "dilemma"
        # What was typed is there again.
        await desk.press("X", "b")
        await desk.sees("Dat er gevaar is.")
        await desk.press("ctrl+s")
        await desk.type("doorbreken")
        await desk.press("enter")
        await desk.sees(
            "2 DOORBREKING: er is iets verteld", "! Melder nog te informeren", "de melder weet het nog niet"
        )
        assert row(desk).breaches[-1].content == "Dat er gevaar is."


async def test_it_ends_only_when_the_reporter_knows_or_a_next_attempt_is_set(bench: Bench) -> None:
    async with bench.application() as desk:
        await weighed(desk)
        await told(desk)
        await to_sheet(desk)
        await desk.press("f")
        await desk.type("Zo is besloten.")
        await desk.press("ctrl+s")
        await desk.sees("De melder is nog niet geïnformeerd.")
        await desk.press("escape", "t")
        await desk.type("Nam niet op.")
        await desk.press("ctrl+s")
        assert row(desk).attempts == ()
        await desk.type("morgen")
        await desk.press("ctrl+s")
        await desk.sees("Melder niet bereikt; weer op di 10 mrt 2026")
        await desk.press("f")
        # The account was kept.
        await desk.sees("Zo is besloten.")
        await desk.press("ctrl+s")
        await desk.sees("Verantwoording", "! Melder nog te informeren")
        assert row(desk).stage == "finished"
        # Finished and not settled: red on Vandaag, from where Enter comes back here.
        await desk.press("1")
        await desk.sees("melder informeren")
        await desk.press("g", "g", "enter")
        await desk.sees("[Gewetensnood]")
        await desk.press("i")
        await desk.press("enter")
        await desk.type("Dat de politie het weet.")
        await desk.press("ctrl+s")
        # Settled: one entry, that unfolds.
        await desk.press("enter")
        await desk.sees("Melder geïnformeerd op ma 9 mrt 2026 over:")
        assert row(desk).informed_on == date(2026, 3, 9)
        await desk.press("1")
        await desk.until(lambda: "melder informeren" not in desk.text())


async def test_only_the_owner_reads_it(bench: Bench) -> None:
    async with bench.application() as desk:
        desk.app.go("case", CAS_CASE.hex())
        await desk.sees("lange trap")
        await desk.press("g", "x")
        await desk.sees("Dit blad leest alleen de eigenaar van de zaak.")
        await desk.press("n")
        await desk.sees("Dat kan alleen de eigenaar")
