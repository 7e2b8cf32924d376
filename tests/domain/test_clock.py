"""One clock: every norm, promise and end, late first, and ten thousand cases at a glance."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from tests.domain.care import BE, NL, STEP, client, notes, with_step
from tests.domain.story import CASE, OWNER, T0, TODAY, closed, day, do, lisa, with_deputy
from tests.domain.test_contact import HOUR, asked
from tests.domain.test_exception import broken
from vp_tui.domain.clock import DUE_KINDS, DueItem, due_items, today_view
from vp_tui.domain.commands import (
    AcceptContact,
    LogCall,
    PutAppointment,
    PutStep,
    RecordConversation,
    SetStage,
    SnoozeCase,
)
from vp_tui.domain.dues import HEARD_DAYS
from vp_tui.domain.summary import summarise

EXPIRING = client(replace(NL, end=day(60)))


def view(*states: Any, contacts: Any = (), clients: Any = (), beside: Any = (), **more: Any) -> list[DueItem]:
    fields: dict[str, Any] = {"today": TODAY, "now_ms": T0}
    rows = [summarise(state, clients[0] if clients else None) for state in states]
    return today_view(rows, contacts, clients, beside, **(fields | more))


def test_promises_of_a_case() -> None:
    state = do(with_step(), PutStep(STEP, "VS-BG", "together", party=with_step().steps[0].party, due=day(1), base=2))
    state = do(do(state, LogCall("no_answer", again=day(0))), PutAppointment(b"A" * 16, day(0), "14:30"))
    assert [(item.kind, item.late) for item in view(state)] == [("call-back", 0), ("appointment", 0)]
    assert [item.kind for item in view(state, within=2)] == ["call-back", "appointment", "step", "next-action"]
    late = view(state, today=day(3))
    assert (late[0].kind, late[0].late, late[0].red) == ("call-back", 3, True)
    assert summarise(state).due == day(0)
    assert [item.kind for item in view(do(state, SnoozeCase(day(9))), today=day(5))] == [
        "call-back", "appointment", "step"
    ]  # fmt: skip
    assert [item.kind for item in view(do(state, LogCall("reached")))] == ["appointment"]


def test_ten_days_in_belgium_until_somebody_was_heard() -> None:
    unheard = lisa(text="", minutes=None, note=b"", next_action="", due=None, received=day(-HEARD_DAYS))
    assert [(item.kind, item.due, item.age) for item in view(unheard, clients=[client(BE)])] == [
        ("be-heard", TODAY, HEARD_DAYS)
    ]  # fmt: skip
    assert view(unheard, clients=[client(NL)]) == view(unheard) == []
    heard = do(unheard, RecordConversation(b"1" * 16, day(-1), 30, "KA-TE"))
    assert view(heard, clients=[client(BE)]) == []


def test_seven_days_and_three_months_after_a_formal_report() -> None:
    state = do(lisa(next_action="", due=None), SetStage(0, "IM", day(-8), warned=True, decision="Ja."))
    assert [(item.kind, item.late) for item in view(state)] == [("report-acknowledgement", 1)]
    assert len(due_items([summarise(state)], (), (), (), TODAY, T0)) == 2


def test_ends_show_up_some_days_before() -> None:
    state = with_deputy(lisa(next_action="", due=None), until=day(3))
    assert [(item.kind, item.late) for item in view(state)] == [("deputy-until", -3)]
    gone = closed(retention=day(14))
    assert [(item.kind, item.red) for item in view(gone)] == [("retention", False)]
    assert view(closed(retention=day(15))) == []
    assert [item.kind for item in view(clients=[EXPIRING])] == ["mandate-expiry"]
    assert view(clients=[client(replace(NL, end=day(91)))]) == []


def test_contact_requests_by_the_hour() -> None:
    request = asked()
    items = view(contacts=[request], clients=[EXPIRING])
    assert [(item.kind, item.at_ms, item.client_code, item.red) for item in items] == [
        ("contact", T0 + 4 * HOUR, "NRD-01", False), ("mandate-expiry", 0, "NRD-01", False)
    ]  # fmt: skip
    (late,) = view(contacts=[request], now_ms=T0 + 5 * HOUR)
    assert (late.kind, late.late, late.red, late.label) == ("contact", 1, True, "")
    taken = do(request, AcceptContact(), OWNER, T0)
    # Accepted in time, and still to be called: until that is done it stays, and is late after the day of the norm.
    assert [(item.kind, item.due, item.red) for item in view(contacts=[taken])] == [("call-back", TODAY, False)]
    assert [(item.late, item.red) for item in view(contacts=[taken], today=day(2))] == [(2, True)]
    assert view(contacts=[do(taken, LogCall("reached"), OWNER)], today=day(2)) == []
    called = do(taken, LogCall("no_answer", again=day(1)), OWNER)
    assert [item.kind for item in view(contacts=[called], today=day(1))] == ["call-back"]


def test_a_reporter_who_was_not_informed_is_red_from_the_first_day() -> None:
    items = view(lisa(), beside=[broken(), notes()])
    assert [(item.kind, item.space, item.label, item.red) for item in items] == [
        ("inform-reporter", CASE, "blauwe reiger", True)
    ]  # fmt: skip


def test_late_and_red_first() -> None:
    early, late = lisa(due=day(0)), lisa(case=b"2" * 16, due=day(0), next_action="brief")
    rows = [summarise(early), replace(summarise(late), dues=(("next-action", day(-5)),))]
    assert [item.late for item in today_view(rows, (), (), (), TODAY, T0)] == [5, 0]
    assert {item.kind for item in due_items(rows, (), (), (), TODAY, T0)} <= set(DUE_KINDS)


def test_ten_thousand_cases() -> None:
    rows = [
        replace(summarise(lisa()), id=number.to_bytes(16, "big"), dues=(("next-action", day(number % 400 - 20)),))
        for number in range(100)
    ] * 100
    assert len(today_view(rows, (), (), (), TODAY, T0)) == 21 * 100


def test_among_what_is_late_people_come_before_papers() -> None:
    rows = [
        DueItem(kind, day(-late), b"s" * 16, kind, "", late, late, red=True)
        for kind, late in (("retention", 400), ("next-action", 9), ("contact", 1), ("inform-reporter", 2))
    ]
    shown = today_view((), (), (), (), TODAY, 0, more=rows)
    assert [row.kind for row in shown] == ["inform-reporter", "contact", "next-action", "retention"]
