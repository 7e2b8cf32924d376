"""The sheet of contact: the rule of safe contact above appointments and calls."""

from __future__ import annotations

from datetime import date

from tests.tui.sheet_desk import fill, sheet
from tests.tui.workbench import DAY_MS, HERON, TODAY, Bench
from vp_tui.domain.case_parts import SafeContact
from vp_tui.domain.commands import GrantDeputy, LogCall, PutAppointment, SetSafeContact
from vp_tui.tui.screens.sheet_meetings import _clock

ROW = b"meeting-of-heron"


async def test_the_rule_stands_above_everything(bench: Bench) -> None:
    async with sheet(bench, "meetings", HERON) as desk:
        await desk.sees("! Nog geen regel voor veilig contact: zeg niets, spreek niets in.")
        safe = SafeContact("8-9 uur", code_word="appeltaart", avoid="haar partner")
        await desk.workspace.do(SetSafeContact(0, safe), HERON)
        await desk.sees("8-9 uur", "appeltaart", "haar partner")
        await desk.press("c")
        assert desk.flat().count("appeltaart") >= 2


async def test_an_appointment_is_made_moved_and_held(bench: Bench) -> None:
    async with sheet(bench, "meetings", HERON) as desk:
        await desk.press("n", "ctrl+s")
        await desk.sees("! ")
        await fill(desk, time="half drie")
        await desk.press("escape")
        await desk.sees("Concept bewaard")
        await desk.press("n")
        await desk.sees("half drie")
        await fill(desk, on="gisteren")
        await desk.press("ctrl+s")
        await desk.sees("! Deze tijd is niet te lezen.")
        await fill(desk, time="14u30")
        await desk.press("ctrl+s")
        await desk.sees("! ")
        assert desk.workspace.case(HERON).state.appointments == ()
        await fill(desk, on="vandaag", minutes="90", place="walk")
        await desk.press("ctrl+s")
        await desk.sees("gepland vandaag 14:30, 90 min, wandelend")
        await desk.press("e")
        await fill(desk, time="16")
        await desk.press("ctrl+s")
        await desk.sees("gepland vandaag 16:00, 90 min, wandelend")
        await desk.press("s", "1")
        await desk.sees("gehouden vandaag 16:00")
        assert [row.status for row in desk.workspace.case(HERON).state.appointments] == ["held"]


async def test_one_of_which_nothing_was_said_stands_out(bench: Bench) -> None:
    async with sheet(bench, "meetings", HERON) as desk:
        await desk.workspace.do(PutAppointment(ROW, TODAY, "14:30"), HERON)
        bench.clock.at_ms += 2 * DAY_MS
        desk.screen.renew()
        await desk.sees("! gepland ma 9 mrt 14:30", "Hoe ging het? s zegt het.")
        await desk.press("s", "3")
        await desk.sees("niet gekomen ma 9 mrt")


async def test_no_answer_is_one_key_and_drops_no_promise(bench: Bench) -> None:
    async with sheet(bench, "meetings", HERON) as desk:
        await desk.press("o")
        await desk.sees("gebeld, geen gehoor vandaag, telefoon", "Vastgelegd: gebeld, geen gehoor.")
        await desk.press("c")
        await fill(desk, result="voicemail")
        await desk.press("ctrl+s")
        await desk.sees("! Voicemail inspreken is niet afgesproken.")
        await fill(desk, result="reached", again="morgen")
        await desk.press("ctrl+s")
        await desk.sees("bereikt vandaag, telefoon", "Terugbellen: morgen", "Terugbellen beloofd voor di 10 mrt 2026")
        await desk.press("o")
        await desk.sees("Terugbellen blijft staan: morgen.")
        calls = desk.workspace.case(HERON).state.calls
        assert [(call.result, call.again) for call in calls] == [
            ("no_answer", None), ("reached", date(2026, 3, 10)), ("no_answer", date(2026, 3, 10))
        ]  # fmt: skip
        # The same key in the case itself.
        desk.app.go("case", HERON.hex())
        await desk.sees("[Dossier")
        bench.clock.at_ms += 3_600_000
        await desk.press("o")
        await desk.sees("Vastgelegd: gebeld, geen gehoor.")
        assert len(desk.workspace.case(HERON).state.calls) == 4


async def test_two_who_move_one_appointment(bench: Bench) -> None:
    anna, cas = await bench.colleague("anna"), await bench.colleague("cas")
    await anna.do(GrantDeputy(cas.me.member, TODAY, "oral"), HERON)
    await anna.do(PutAppointment(ROW, date(2026, 3, 12), "10:00"), HERON)
    await cas.sync()
    async with sheet(bench, "meetings", HERON) as desk:
        await desk.sees("gepland do 12 mrt 10:00")
        await desk.press("e")
        await fill(desk, place="video")
        await cas.do(PutAppointment(ROW, date(2026, 3, 12), "11:00", base=1), HERON)
        await desk.until(lambda: desk.workspace.case(HERON).state.appointments[0].rev == 2)
        await desk.press("ctrl+s")
        await desk.sees("nu staat er: Wanneer: do 12 mrt 2026 11:00")
        await desk.press("ctrl+s")
        await desk.sees("gepland do 12 mrt 11:00, 60 min, beeldbellen")


async def test_a_call_by_a_colleague_appears_by_itself(bench: Bench) -> None:
    anna, cas = await bench.colleague("anna"), await bench.colleague("cas")
    await anna.do(GrantDeputy(cas.me.member, TODAY, "oral"), HERON)
    await cas.sync()
    async with sheet(bench, "meetings", HERON) as desk:
        await cas.do(LogCall("called_back"), HERON)
        await desk.sees("teruggebeld door de melder vandaag, telefoon", "Cas")


def test_times_as_people_type_them() -> None:
    typed = ("9", "9u30", "9.05", "14:30", "0930", "half tien", "25:00")
    assert [_clock(each) for each in typed] == ["09:00", "09:30", "09:05", "14:30", "09:30", "half tien", "25:00"]
