"""``u`` takes back what was just done, says beforehand what that is, and never what has left the practice."""

from __future__ import annotations

from tests.tui.workbench import HARBOUR, HERON, KETTLE, TODAY, Bench
from vp_tui.domain.commands import GrantDeputy, TagCase


async def test_what_u_takes_back_is_said_after_the_act_and_done_from_anywhere(bench: Bench) -> None:
    async with bench.application() as desk:
        await desk.press("u")
        await desk.sees("ongedaan: nu niet. Niets terug te draaien: alleen uw laatste tien minuten")
        desk.screen.list.move_to(HERON)
        await desk.press("s")
        await desk.press("1")
        await desk.sees("blauwe reiger: opties.", "u maakt ongedaan:")
        await desk.press("j")
        await desk.until(lambda: "u maakt ongedaan" not in desk.text())
        assert "u ongedaan" in desk.text()
        await desk.press("7", "u")
        await desk.sees("Ongedaan gemaakt:")
        assert desk.workspace.case(HERON).state.state == "exploring"
        await desk.press("u")
        await desk.sees("ongedaan: nu niet.")


async def test_an_act_on_several_cases_is_taken_back_as_one(bench: Bench) -> None:
    async with bench.application() as desk:
        await desk.press("m", "f")
        await desk.type("-is:nazorg -is:wacht")
        await desk.press("enter", "s", "1")
        await desk.sees("2 zaken: opties.", "u maakt ongedaan: 2 zaken")
        await desk.press("u")
        await desk.sees("Ongedaan gemaakt: 2 zaken.")
        assert {desk.workspace.case(case).state.state for case in (HERON, KETTLE)} == {"exploring"}


async def test_ten_minutes_later_it_is_too_late(bench: Bench) -> None:
    async with bench.application() as desk:
        desk.screen.list.move_to(HARBOUR)
        await desk.press("d")
        await desk.type("HR bellen")
        await desk.press("ctrl+s")
        await desk.sees("u maakt ongedaan:")
        bench.clock.at_ms += 10 * 60_000 + 1
        await desk.press("u")
        await desk.sees("ongedaan: nu niet.")
        assert desk.workspace.case(HARBOUR).state.next is not None


async def test_closing_is_taken_back_with_a_reason(bench: Bench) -> None:
    async with bench.application() as desk:
        desk.screen.list.move_to(HERON)
        await desk.press("X", "c")
        await desk.type("kan zelf")
        await desk.press("enter", "enter", "enter", "enter", "ctrl+u", "ctrl+s")
        await desk.sees("blauwe reiger afsluiten?")
        await desk.type("sluiten")
        await desk.press("enter")
        await desk.sees("u maakt ongedaan:")
        assert desk.workspace.case(HERON).state.state == "closed"
        await desk.press("u")
        await desk.sees("Ongedaan maken:")
        await desk.press("ctrl+s")
        await desk.sees("! Schrijf waarom; dat komt in het verloop.")
        await desk.type("Verkeerde zaak.")
        await desk.press("ctrl+s")
        await desk.sees("Ongedaan gemaakt:")
        assert desk.workspace.case(HERON).state.is_open


async def test_a_note_that_is_taken_back_is_a_draft_again(bench: Bench) -> None:
    async with bench.application() as desk:
        desk.app.go("case", HARBOUR.hex())
        await desk.sees("antwoord van HR")
        for layer in ("dossier", "personal"):
            await desk.press("n")
            await desk.type(f"Een lange gedachte, {layer}.")
            await desk.press("ctrl+s")
            await desk.sees("u maakt ongedaan:")
            await desk.press("u")
            await desk.sees("Ongedaan gemaakt:", "de tekst staat als concept bij de zaak.")
            await desk.press("n")
            await desk.sees(f"Een lange gedachte, {layer}.")
            await desk.press("escape", "p")


async def test_what_has_left_hides_what_came_before_it(bench: Bench) -> None:
    async with bench.application() as desk:
        cas = next(member.id for member in desk.workspace.members() if member.name == "Cas")
        await desk.workspace.do(TagCase(("haast",)), HERON)
        await desk.sees("u maakt ongedaan:")
        await desk.workspace.do(GrantDeputy(cas, TODAY, "oral"), HERON)
        await desk.until(lambda: "u ongedaan" not in desk.text())
        await desk.press("u")
        await desk.sees("nooit wat weg is")
        assert desk.workspace.case(HERON).state.tags == ("haast",)
