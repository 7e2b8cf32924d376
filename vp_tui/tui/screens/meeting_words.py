"""Appointments and calls in words.

Invariant: pure; a place is a category, as it is kept. Callers: the sheet of contact and its forms.
"""

from __future__ import annotations

from vp_tui.domain.calls import call_back
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.case_parts import Appointment, Call
from vp_tui.i18n import days, text
from vp_tui.tui.screens.case_words import Words, label
from vp_tui.tui.screens.sheet_forms import Facts
from vp_tui.tui.widgets.timeline import Entry

__all__ = ["appointment_entry", "appointment_facts", "call_entry", "promised_call"]


def appointment_facts(row: Appointment) -> Facts:
    """Everything that is said of an appointment, by its name."""
    return {
        text("course_follow.fact.when"): f"{days.full(row.on)} {row.time}, {row.minutes}'",
        text("course_follow.fact.place"): text(f"domain_care.place.{row.place}"),
        text("course.fact.status"): text(f"domain_care.appointment.{row.status}"),
    }


def appointment_entry(row: Appointment, words: Words) -> Entry:
    """ "gepland  vr 13 mrt 14:30, 60 min, discrete locatie"; one of which it was not said how it went stands out."""
    status = text(f"domain_care.appointment.{row.status}")
    planned = row.status == "planned"
    unsaid = planned and row.on < words.today
    line = text(
        "course_follow.appointment",
        day=days.day(row.on, words.today),
        time=row.time,
        minutes=row.minutes,
        place=text(f"domain_care.place.{row.place}"),
    )
    foot = text("course_follow.unsaid") if unsaid else ""
    tone = "bad" if unsaid else "" if planned else "muted"
    return Entry(row.id, f"{'! ' if unsaid else ''}{status}  {line}", foot=foot, tone=tone)


def call_entry(number: int, call: Call, words: Words) -> Entry:
    """ "gebeld, geen gehoor  ma 19 okt, telefoon", by whom, and what was promised below."""
    head = f"{text(f'domain_care.call.{call.result}')}  {days.day(call.on, words.today)}, {label(call.channel)}"
    foot = text("course_follow.again", day=days.full(call.again)) if call.again else ""
    return Entry(b"call" + number.to_bytes(4), head, words.name(call.by), foot=foot)


def promised_call(state: CaseState, words: Words) -> str:
    """The call that is still to be made, or ""."""
    due = call_back(state.calls)
    return text("course_follow.promised", day=days.term(due, words.today)) if due else ""
