"""*Vandaag*: what is late first, where each thing is dealt with, and what is done on the spot."""

from __future__ import annotations

import stat
from collections.abc import Hashable
from datetime import date, timedelta
from pathlib import Path

from tests.tui.test_contacts import asked
from tests.tui.workbench import HARBOUR, HERON, KETTLE, LANTERN, Bench, Desk
from vp_tui.domain.clock import DueItem
from vp_tui.domain.commands import CompleteNextAction, LogCall, PutAppointment, RegisterCase, SetNextAction
from vp_tui.tui.screens.today_view import DueRows, place_of
from vp_tui.tui.widgets.rows import Row


def shown(desk: Desk) -> list[tuple[str, str]]:
    """Kind and label of the lines, from top to bottom."""
    return [(item.kind, item.label) for item in desk.screen.due.rows.items]


def put_cursor(desk: Desk, kind: str) -> None:
    rows = desk.screen.due.rows
    desk.screen.list.move_to(next(rows.id(place) for place, item in enumerate(rows.items) if item.kind == kind))


async def test_the_day_is_what_stands_there_after_unlocking(bench: Bench) -> None:
    async with bench.application(first="TodayScreen") as desk:
        text = desk.text()
        assert "[1 Vandaag]" in text
        assert "2 te laat, 0 vandaag" in text
        assert text.index("te laat of dringend") < text.index("komende 7 dagen")
        assert shown(desk) == [
            ("next-action", "groene ketel"),
            ("aftercare", "papieren lantaarn"),
            ("next-action", "lange trap"),
        ]
        # Late in words, with a flag, and not in colour alone.
        line = next(line for line in text.split("\n") if "groene ketel" in line)
        assert line.startswith("> ! Terugbellen")
        assert "3 d te laat" in line


async def test_looking_further_and_less_far(bench: Bench) -> None:
    async with bench.application(first="TodayScreen") as desk:
        await desk.press("<")
        assert "[vandaag]" in desk.text()
        assert "lange trap" not in desk.text()
        await desk.press("<", ">", ">", ">")
        assert "[alles]" in desk.text()
        assert shown(desk)[-1] == ("retention", "winterse jas")
        await desk.press(":")
        await desk.type("kijk 30")
        await desk.press("enter")
        assert "[30 dagen]" in desk.text()
        assert ("retention", "winterse jas") not in shown(desk)


async def test_enter_goes_to_where_it_is_dealt_with_and_back(bench: Bench) -> None:
    request = await asked(bench)
    async with bench.application(first="TodayScreen") as desk:
        await desk.workspace.do(LogCall("no_answer", again=date(2026, 3, 9)), HARBOUR)
        appointment = desk.workspace.new_id()
        await desk.workspace.do(PutAppointment(appointment, date(2026, 3, 9), "14:30"), HERON)
        await desk.sees("afspraak", "terugbellen", "contactverzoek")
        places = {
            item.kind: place_of(item, desk.screen.due.case(item) is not None) for item in desk.screen.due.rows.items
        }
        assert places == {
            "next-action": "case",
            "aftercare": "aftercare",
            "contact": "contact",
            "call-back": "meetings",
            "appointment": "meetings",
        }
        for kind, place in places.items():
            await desk.until(lambda: type(desk.screen).__name__ == "TodayScreen")
            put_cursor(desk, kind)
            await desk.press("enter")
            await desk.until(lambda place=place: desk.screen.view.place == place)
            await desk.press("escape")
        await desk.until(lambda: type(desk.screen).__name__ == "TodayScreen")
        assert request in {item.space for item in desk.screen.due.rows.items}


async def test_done_asks_what_comes_next_and_the_line_goes(bench: Bench) -> None:
    async with bench.application(first="TodayScreen") as desk:
        put_cursor(desk, "aftercare")
        await desk.press("x")
        await desk.sees("Hier staat geen volgende actie.")
        put_cursor(desk, "next-action")
        await desk.press("x")
        await desk.sees("Volgende actie voor groene ketel")
        await desk.press("escape")
        assert ("next-action", "groene ketel") not in shown(desk)
        assert desk.workspace.case(KETTLE).state.next is None


async def test_a_call_without_an_answer_and_putting_off(bench: Bench) -> None:
    async with bench.application(first="TodayScreen") as desk:
        put_cursor(desk, "aftercare")
        await desk.press("o")
        await desk.until(lambda: len(desk.workspace.case(LANTERN).state.calls) == 1)
        assert desk.workspace.case(LANTERN).state.calls[0].result == "no_answer"
        put_cursor(desk, "next-action")
        await desk.press("z")
        await desk.sees("groene ketel")
        await desk.press("w")
        await desk.until(lambda: desk.workspace.case(KETTLE).state.snoozed is not None)
        await desk.until(lambda: ("next-action", "groene ketel") not in shown(desk))


async def test_the_hours_of_a_norm_run_out_while_one_looks(bench: Bench) -> None:
    await asked(bench)
    async with bench.application(first="TodayScreen") as desk:
        await desk.sees("1 nieuwe aanvraag, 2 te laat")
        item = next(item for item in desk.screen.due.rows.items if item.kind == "contact")
        bench.clock.at_ms = item.at_ms - 2 * 3_600_000
        desk.screen.renew()
        await desk.sees("nog 2 u")
        bench.clock.at_ms = item.at_ms + 3_600_000
        desk.screen.renew()
        await desk.sees("1 u te laat")


async def test_a_colleagues_change_appears_by_itself(bench: Bench) -> None:
    cas = await bench.colleague("cas")
    async with bench.application(first="TodayScreen") as desk:
        case = next(row for row in cas.summaries() if row.alias == "lange trap")
        state = cas.case(case.id).state
        await cas.do(SetNextAction(state.next_rev, "Vandaag nog bellen", date(2026, 3, 9)), case.id)
        await desk.sees("Vandaag nog bellen", "2 te laat, 1 vandaag")


async def test_a_day_without_anything_is_calm_and_says_what_comes_first(bench: Bench) -> None:
    async with bench.application("cas", first="TodayScreen") as desk:
        await desk.press("<")
        await desk.sees("Er is niets te laat", "Het eerstvolgende is Overleggen, lange trap: do 12 mrt, over 3 dagen")
        state = desk.workspace.case(desk.workspace.summaries()[0].id).state
        await desk.workspace.do(CompleteNextAction(state.next_rev), state.id)
        await desk.sees("Er is ook later niets gepland.")
        await desk.press("n")
        await desk.until(lambda: type(desk.screen).__name__ == "RegisterScreen")


async def test_an_empty_practice_is_calm_too(bench: Bench) -> None:
    async with bench.application("bo", first="TodayScreen") as desk:
        await desk.sees("Er is ook later niets gepland.", "n een eerste gesprek vastleggen")
        case = desk.workspace.new_id()
        await desk.workspace.do(RegisterCase(case, "eerste", "KA-TE", next_action="Bellen", due=date(2026, 3, 9)))
        await desk.sees("1 vandaag", "eerste")


async def test_the_calendar_file_says_busy_and_nothing_else(bench: Bench, tmp_path: Path) -> None:
    folder = tmp_path / "own"
    folder.mkdir(mode=0o700)
    path = folder / "bezet.ics"
    async with bench.application(first="TodayScreen") as desk:
        await desk.press("X", "i")
        await desk.sees("U hebt geen geplande afspraken.")
        for number, day in enumerate((date(2026, 3, 10), date(2026, 4, 10))):
            await desk.workspace.do(PutAppointment(bytes([number]) * 16, day, "14:30"), HERON)
        await desk.press("X", "i")
        await desk.sees("Naar buiten gaat van 2 geplande afspraken", '"bezet"', "niet versleuteld")
        await desk.press("ctrl+s")
        await desk.sees("Typ waar het bestand moet komen.")
        await desk.type(str(path))
        await desk.press("ctrl+s")
        await desk.until(path.exists)
        written = path.read_text()
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        # Winter and summer time of the day itself.
        assert "DTSTART:20260310T133000Z" in written
        assert "DTSTART:20260410T123000Z" in written
        assert written.count("SUMMARY:bezet") == 2
        for word in ("reiger", "NRD", "Noorderend", HERON.hex(), "discre"):
            assert word not in written
        await desk.press("X", "i")
        await desk.type(str(path))
        await desk.press("ctrl+s")
        await desk.sees("Dat bestand is er al")


def test_ten_thousand_lines_are_named_and_sectioned_without_making_one() -> None:
    made: list[DueItem] = []

    def row(item: DueItem, id: Hashable) -> Row:
        made.append(item)
        return Row(id, (item.label,))

    def item(number: int) -> DueItem:
        late = 3_000 - number
        due = date(2026, 3, 9) - timedelta(late)
        return DueItem("aftercare", due, number.to_bytes(16), f"{number}", "", late, 0, late > 0)

    rows = DueRows([item(number) for number in range(10_000)], row)
    assert [start for start, _ in rows.sections()] == [0, 3_000, 3_001, 3_008]
    assert rows.index(rows.id(9_000)) == 9_000
    assert made == []
    assert rows.row(7).cells == ("7",)


def test_two_appointments_of_one_case_on_one_day_are_two_lines() -> None:
    twice = DueItem("appointment", date(2026, 3, 9), HERON, "blauwe reiger", "", 0, 0, False)
    rows = DueRows([twice, twice], lambda item, id: Row(id, ()))
    assert [rows.index(rows.id(place)) for place in range(2)] == [0, 1]
