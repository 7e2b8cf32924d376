"""The register of pressure (drukregister): which function of the client asked for what, when, and what was answered.

Invariant: there is no link to a case, neither as a field nor in the words: a text that holds the code of a case or the
alias of one of the writer's open cases is refused. Who asked is a function, not a name (domain reference, rule 28).
"""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct
from msgspec.structs import replace

from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta, on_or_before_today
from vp_tui.domain.ids import Id
from vp_tui.domain.keyed import Base, at, find, put, require_fresh, seen
from vp_tui.domain.text import Line, fold_text, line, prose
from vp_tui.errors import RefusedError

if TYPE_CHECKING:
    from vp_tui.domain.client import ClientState

__all__ = ["AnswerPressure", "Pressure", "PressureAnswered", "PressureRecorded", "RecordPressure"]

# Crockford's alphabet, as case codes are written.
_CASE_CODE = re.compile(r"\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{3}\b")


class Pressure(Struct, frozen=True, array_like=True):
    """``letter``: answered with the letter of refusal."""

    id: bytes
    by: bytes
    on: datetime.date
    who: str
    asked: str
    answered: str = ""
    answered_on: datetime.date | None = None
    letter: bool = False
    rev: int = 1


class PressureRecorded(Event, frozen=True):
    PROSE: ClassVar = ("asked", "answered")
    pressure: Id
    on: datetime.date
    who: Line
    asked: str
    answered: str = ""
    letter: bool = False


class PressureAnswered(Event, frozen=True):
    PROSE: ClassVar = ("answered",)
    pressure: Id
    base: Base
    on: datetime.date
    answered: str
    letter: bool = False


class RecordPressure(Command, frozen=True):
    """Druk vastleggen; ``who`` is a function, such as "HR-manager"."""

    KIND: ClassVar = "client"
    pressure: bytes
    who: str
    asked: str
    on: datetime.date | None = None
    answered: str = ""
    letter: bool = False


class AnswerPressure(Command, frozen=True):
    """Antwoord vastleggen."""

    KIND: ClassVar = "client"
    pressure: bytes
    base: int
    answered: str
    letter: bool = False
    on: datetime.date | None = None


def _without_case(text: str, field: str, context: Context) -> str:
    folded = f" {fold_text(text)} "
    if _CASE_CODE.search(text) or any(f" {alias} " in folded for alias in context.open_aliases):
        raise RefusedError("pressure-names-case", field)
    return text


def _record(state: ClientState, command: RecordPressure, context: Context) -> list[Event]:
    require_fresh(state.pressures, command.pressure)
    return [
        PressureRecorded(
            Id(command.pressure),
            on_or_before_today(command.on or context.today, context, "on"),
            _without_case(line(command.who, "who"), "who", context),
            _without_case(prose(command.asked, "asked"), "asked", context),
            _without_case(prose(command.answered, "answered", required=False), "answered", context),
            command.letter,
        )
    ]


def _answer(state: ClientState, command: AnswerPressure, context: Context) -> list[Event]:
    seen(state.pressures, command.pressure, command.base)
    on = on_or_before_today(command.on or context.today, context, "on")
    answered = _without_case(prose(command.answered, "answered"), "answered", context)
    return [PressureAnswered(Id(command.pressure), command.base, on, answered, command.letter)]


def _recorded(state: ClientState, event: PressureRecorded, meta: Meta) -> ClientState | None:
    if find(state.pressures, event.pressure) is not None:
        return None
    answered_on = event.on if event.answered or event.letter else None
    made = Pressure(
        event.pressure, meta.by, event.on, event.who, event.asked, event.answered, answered_on, event.letter
    )
    return replace(state, pressures=put(state.pressures, made))


def _answered(state: ClientState, event: PressureAnswered, meta: Meta) -> ClientState | None:
    row = at(state.pressures, event.pressure, event.base)
    if row is None:
        return None
    after = replace(row, answered=event.answered, answered_on=event.on, letter=event.letter, rev=row.rev + 1)
    return replace(state, pressures=put(state.pressures, after))


DECIDE: Deciders = {RecordPressure: _record, AnswerPressure: _answer}
FOLD: Folders = {PressureRecorded: _recorded, PressureAnswered: _answered}
