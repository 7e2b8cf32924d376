"""Several marked cases at once: put off, labelled, handed over; and the same for one in its own screen."""

from __future__ import annotations

from datetime import date

import pytest

from tests.tui.test_queue import rows
from tests.tui.workbench import CAS_CASE, HARBOUR, HERON, KETTLE, TODAY, Bench, Desk
from vp_tui.domain.commands import RecordConsent, SnoozeCase, TagCase
from vp_tui.domain.party import colleague


async def mark_two(desk: Desk) -> None:
    """Heron and kettle."""
    await desk.press("m", "f")
    await desk.type("-is:nazorg -is:wacht")
    await desk.press("enter")
    assert desk.screen.list.marked == {HERON, KETTLE}


async def test_marked_cases_sleep_until_a_day_and_are_found_asleep(bench: Bench) -> None:
    async with bench.application() as desk:
        await mark_two(desk)
        await desk.press("z")
        await desk.sees("2 zaken laten sluimeren tot", "w volgende week ma 16 mrt 2026")
        await desk.press("w")
        await desk.sees("2 zaken: sluimert tot ma 16 mrt 2026", "u maakt ongedaan: 2 zaken")
        assert set(rows(desk)) == {"stille haven", "papieren lantaarn"}
        await desk.press("slash")
        await desk.type("is:sluimert")
        await desk.press("enter", "<")
        await desk.sees("z sluimert tot ma 16 mrt")
        assert set(rows(desk)) == {"blauwe reiger", "groene ketel"}
        await desk.press("m", "a", "z", "x")
        await desk.sees("2 zaken: weer wakker.")
        assert desk.workspace.case(HERON).state.snoozed is None


async def test_another_day_is_typed_and_a_day_gone_by_is_refused(bench: Bench) -> None:
    async with bench.application() as desk:
        desk.screen.list.move_to(HARBOUR)
        await desk.press("z", "o")
        await desk.type("vandaag")
        await desk.press("enter")
        await desk.sees("! Deze dag is al begonnen of voorbij.")
        await desk.press("ctrl+u")
        await desk.type("20-3")
        await desk.press("enter")
        await desk.sees("stille haven: sluimert tot vr 20 mrt 2026")
        assert desk.workspace.case(HARBOUR).state.snoozed == date(2026, 3, 20)
        desk.app.go("case", HARBOUR.hex())
        await desk.sees("antwoord van HR")
        await desk.press("z", "x")
        await desk.sees("stille haven: weer wakker.")


async def test_labels_go_on_and_come_off(bench: Bench) -> None:
    async with bench.application() as desk:
        await mark_two(desk)
        await desk.press("t")
        await desk.type("Jan Jansen!")
        await desk.press("enter")
        await desk.sees("! Zo kan een label niet heten.")
        await desk.press("ctrl+u")
        await desk.type("haast, team-x")
        await desk.press("enter")
        await desk.sees("2 zaken: #haast #team-x.", "groene ketel #haast ~")
        await desk.workspace.do(TagCase(remove=("haast",)), KETTLE)
        await desk.press("t")
        await desk.sees("#haast op 1 van 2; zet op alle", "#team-x haal eraf")
        await desk.press("2")
        await desk.sees("groene ketel: #haast.")
        assert {desk.workspace.case(case).state.tags for case in (HERON, KETTLE)} == {("haast", "team-x")}
        await desk.press("slash")
        await desk.type("label:team")
        assert set(rows(desk)) == {"blauwe reiger", "groene ketel"}
        await desk.press("escape")
        await mark_two(desk)
        await desk.press(":")
        await desk.type("label -haast")
        await desk.press("enter")
        await desk.sees("-#haast.")
        assert desk.workspace.case(HERON).state.tags == ("team-x",)


@pytest.mark.parametrize("several", [True, False])
async def test_a_case_changes_hands_only_with_its_own_reporters_consent(bench: Bench, several: bool) -> None:
    cas = await bench.colleague("cas")
    async with bench.application() as desk:
        party = colleague(cas.me.member)
        given = RecordConsent(desk.workspace.new_id(), party, "handover", "", "oral", TODAY)
        await desk.workspace.do(given, HERON)
        if several:
            await mark_two(desk)
        else:
            desk.app.go("case", HERON.hex())
            await desk.sees("DOSSIER")
        await desk.press("X", "h")
        await desk.sees("Alleen met toestemming van de melder hiervoor")
        await desk.type("cas")
        await desk.press("enter", "ctrl+s")
        await desk.sees("overdragen aan Cas?", "Uw persoonlijke aantekeningen gaan niet mee")
        await desk.type("overdragen")
        await desk.press("enter")
        if several:
            await desk.sees("Hiervoor mist de toestemming van groene ketel", "gaat er niets naar buiten")
            await desk.press("escape")
            await desk.sees("1 zaak is niet overgedragen", "groene ketel: geen toestemming vastgelegd")
            await desk.press("escape")
            assert desk.workspace.case(KETTLE).state.owner == desk.workspace.me.member
        await desk.until(lambda: type(desk.screen).__name__ == "QueueScreen")
        await desk.sees("1 zaak overgedragen aan Cas.")
        assert "blauwe reiger" not in rows(desk)
        assert "U kunt deze zaak niet meer lezen" not in desk.all_text()
    await cas.sync()
    assert cas.case(HERON).state.owner == cas.me.member


async def test_what_is_refused_is_told_case_by_case(bench: Bench) -> None:
    async with bench.application() as desk:
        await desk.workspace.do(SnoozeCase(date(2026, 3, 10)), KETTLE)
        await desk.press("<", "m", "a", "z", "d")
        await desk.sees("1 zaak is niet gewijzigd", "winterse jas")
        assert desk.workspace.case(HERON).state.snoozed == date(2026, 3, 10)
        assert desk.workspace.case(CAS_CASE).state.snoozed == date(2026, 3, 10), "a deputy may, too"
