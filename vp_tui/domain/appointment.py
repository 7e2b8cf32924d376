"""Appointments (afspraken): when, and in what kind of place; never where in words that could be looked over.

Invariant: a place is a category, and a calendar learns of an appointment no more than that the confidant is busy.
"""

from __future__ import annotations

import datetime
import re
from typing import Annotated, ClassVar, Literal, get_args

from msgspec import Meta as Bounds
from msgspec.structs import replace

from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.case_parts import Appointment
from vp_tui.domain.duration import in_bounds
from vp_tui.domain.ids import Id
from vp_tui.domain.keyed import Base, at, may_put, put, seen, to_put
from vp_tui.domain.note import Minutes
from vp_tui.domain.text import one_of
from vp_tui.errors import RefusedError

__all__ = [
    "PLACES",
    "STATUSES",
    "AppointmentMoved",
    "AppointmentPut",
    "MoveAppointment",
    "PutAppointment",
    "planned",
]

Place = Literal["discreet", "own_office", "walk", "video", "phone", "client_site", "other"]
PLACES: tuple[Place, ...] = get_args(Place)
"""Discrete locatie, eigen kantoor, wandelend, beeldbellen, telefoon, bij de klant, anders."""

Ended = Literal["held", "cancelled", "missed"]
STATUSES: tuple[Ended, ...] = get_args(Ended)
"""Gehouden, afgezegd, niet gekomen; before that ``planned``."""

_TIME = r"([01][0-9]|2[0-3]):[0-5][0-9]"
Time = Annotated[str, Bounds(pattern=rf"\A{_TIME}\Z")]


class AppointmentPut(Event, frozen=True):
    FACTS: ClassVar = ("on", "time", "place")
    appointment: Id
    base: Base
    on: datetime.date
    time: Time
    minutes: Minutes
    place: Place


class AppointmentMoved(Event, frozen=True):
    FACTS: ClassVar = ("to",)
    appointment: Id
    base: Base
    to: Ended


class PutAppointment(Command, frozen=True):
    """Afspraak maken of verzetten; ``time`` local hh:mm, ``base`` 0 and a fresh id for a new one."""

    appointment: bytes
    on: datetime.date
    time: str
    minutes: int = 60
    place: str = "discreet"
    base: int = 0


class MoveAppointment(Command, frozen=True):
    """Afspraak gehouden, afgezegd of niet gekomen."""

    appointment: bytes
    base: int
    to: str


def planned(state: CaseState) -> tuple[Appointment, ...]:
    """The appointments that are still to come, or of which it was not said how they went."""
    return tuple(row for row in state.appointments if row.status == "planned")


def _put(state: CaseState, command: PutAppointment, context: Context) -> list[Event]:
    state.require_change(context)
    before = to_put(state.appointments, command.appointment, command.base)
    if not re.fullmatch(_TIME, command.time):
        raise RefusedError("time-not-understood", "time")
    if command.on < context.today:
        raise RefusedError("due-in-past", "on")
    minutes, place = in_bounds(command.minutes, "minutes"), one_of(command.place, PLACES, "place")
    event = AppointmentPut(Id(command.appointment), command.base, command.on, command.time, minutes, place)
    if before is not None and replace(_appointment(event), rev=before.rev) == before:
        raise RefusedError("nothing-changed", "on")
    return [event]


def _move(state: CaseState, command: MoveAppointment, context: Context) -> list[Event]:
    state.require_change(context)
    row = seen(state.appointments, command.appointment, command.base)
    to = one_of(command.to, STATUSES, "to")
    if row.status == to:
        raise RefusedError("nothing-changed", "to")
    if to != "cancelled" and row.on > context.today:
        raise RefusedError("date-in-future", "to")
    return [AppointmentMoved(Id(row.id), command.base, to)]


def _appointment(event: AppointmentPut) -> Appointment:
    return Appointment(event.appointment, event.on, event.time, event.minutes, event.place, rev=event.base + 1)


def _was_put(state: CaseState, event: AppointmentPut, meta: Meta) -> CaseState | None:
    if not may_put(state.appointments, event.appointment, event.base):
        return None
    return replace(state, appointments=put(state.appointments, _appointment(event)))


def _moved(state: CaseState, event: AppointmentMoved, meta: Meta) -> CaseState | None:
    row = at(state.appointments, event.appointment, event.base)
    if row is None:
        return None
    return replace(state, appointments=put(state.appointments, replace(row, status=event.to, rev=row.rev + 1)))


DECIDE: Deciders = {PutAppointment: _put, MoveAppointment: _move}
FOLD: Folders = {AppointmentPut: _was_put, AppointmentMoved: _moved}
