"""Appointments in a discreet place, and a calendar that says "bezet" and nothing else."""

from __future__ import annotations

import datetime
from zoneinfo import ZoneInfo

import pytest

from tests.domain.story import CASE, T0, closed, day, do, lisa
from vp_tui.domain.act import Command
from vp_tui.domain.case_parts import Appointment
from vp_tui.domain.commands import MoveAppointment, PutAppointment
from vp_tui.domain.icalendar import busy
from vp_tui.errors import ConflictError, RefusedError

A = b"A" * 16
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def test_made_moved_and_held() -> None:
    state = do(lisa(), PutAppointment(A, day(0), "14:30"))
    assert state.appointments == (Appointment(A, day(0), "14:30", 60, "discreet"),)
    state = do(state, PutAppointment(A, day(0), "15:00", 45, "walk", base=1))
    assert (state.appointments[0].time, state.appointments[0].rev) == ("15:00", 2)
    assert do(state, MoveAppointment(A, 2, "held")).appointments[0].status == "held"
    with pytest.raises(ConflictError):
        do(state, MoveAppointment(A, 1, "held"))


@pytest.mark.parametrize(
    ("command", "key"),
    [
        (PutAppointment(A, day(-1), "14:30"), "due-in-past"),
        (PutAppointment(A, day(1), "half drie"), "time-not-understood"),
        (PutAppointment(A, day(1), "24:00"), "time-not-understood"),
        (PutAppointment(A, day(1), "14:30", -1), "minutes-out-of-range"),
        (PutAppointment(A, day(1), "14:30", place="Café Zuid"), "choice-unknown"),
    ],
)
def test_refused(command: Command, key: str) -> None:
    with pytest.raises(RefusedError, match=key):
        do(lisa(), command)
    state = do(lisa(), PutAppointment(A, day(1), "14:30"))
    for wrong, why in (
        (MoveAppointment(A, 1, "held"), "date-in-future"),
        (MoveAppointment(A, 1, "planned"), "choice-unknown"),
        (PutAppointment(A, day(1), "14:30", base=1), "nothing-changed"),
    ):
        with pytest.raises(RefusedError, match=why):
            do(state, wrong)
    with pytest.raises(RefusedError, match="case-closed"):
        do(closed(), PutAppointment(A, day(1), "14:30"))


def test_a_calendar_that_says_busy_and_nothing_else() -> None:
    planned = Appointment(A, datetime.date(2026, 7, 1), "09:15", 50, "discreet")
    cancelled = Appointment(CASE, datetime.date(2026, 7, 2), "09:15", 50, "discreet", "cancelled")
    text = busy([planned, cancelled], AMSTERDAM, T0)
    lines = text.split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert lines.count("BEGIN:VEVENT") == 1
    assert {"DTSTART:20260701T071500Z", "DURATION:PT50M", "SUMMARY:bezet", "CLASS:PRIVATE"} <= set(lines)
    assert {line.partition(":")[0] for line in lines[4:-2]} == {
        "BEGIN", "UID", "DTSTAMP", "DTSTART", "DURATION", "SUMMARY", "CLASS", "TRANSP", "END"
    }  # fmt: skip
    assert A.hex() not in text
    assert busy([planned], AMSTERDAM, T0) == text
    assert "DTSTART:20260101T081500Z" in busy(
        [Appointment(A, datetime.date(2026, 1, 1), "09:15", 5, "x")], AMSTERDAM, 0
    )


def test_long_lines_are_folded_between_characters() -> None:
    planned = Appointment(A, day(0), "09:15", 50, "discreet")
    text = busy([planned], AMSTERDAM, T0, "bezet, é;" * 20)
    lines = text.encode().split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert "SUMMARY:" + "bezet\\, é\\;" * 20 in text.replace("\r\n ", "")
    for line in lines:
        line.decode()
