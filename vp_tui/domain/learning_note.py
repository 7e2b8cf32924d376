"""One's own learning note (leernotitie) and one's own load (belasting): for the author alone.

Invariant: both are in the personal space; nobody else ever has a key to them, and no figure is made of them for
anybody else (domain reference, 4.1 item 30).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Annotated, ClassVar, Literal

from msgspec import Meta as Bounds
from msgspec.structs import replace

from vp_tui.domain import codes
from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta, on_or_before_today
from vp_tui.domain.core import CodeText
from vp_tui.domain.ids import Id
from vp_tui.domain.keyed import Base, at, find, may_put, put, seen, to_put
from vp_tui.domain.personal import PersonalState
from vp_tui.domain.personal_parts import LearningNote, Load
from vp_tui.domain.text import prose
from vp_tui.errors import NotFoundError, RefusedError

__all__ = [
    "LEVELS",
    "DropLearningNote",
    "LearningNoteDropped",
    "LearningNotePut",
    "LoadNoted",
    "NoteLoad",
    "PutLearningNote",
    "load_level",
]

HEAVIEST = 3
WITHIN_DAYS = 28
LEVELS: tuple[Literal["low", "medium", "high"], ...] = ("low", "medium", "high")
"""Laag, midden, hoog."""
_MEDIUM, _HIGH = 6, 12


class LearningNotePut(Event, frozen=True):
    note: Id
    base: Base
    on: datetime.date
    text: str
    theme: CodeText | None = None
    session: Id | None = None


class LearningNoteDropped(Event, frozen=True):
    note: Id
    base: Base


class LoadNoted(Event, frozen=True):
    on: datetime.date
    weight: Annotated[int, Bounds(ge=1, le=HEAVIEST)]


class _Personal(Command, frozen=True):
    KIND: ClassVar = "personal"
    OPENS: ClassVar = True


class PutLearningNote(_Personal, frozen=True):
    """Leernotitie schrijven; ``theme`` TH-xx, ``session`` that it follows."""

    note: bytes
    text: str
    theme: str = ""
    session: bytes = b""
    on: datetime.date | None = None
    base: int = 0


class DropLearningNote(_Personal, frozen=True):
    """Leernotitie weggooien."""

    note: bytes
    base: int


class NoteLoad(_Personal, frozen=True):
    """Belasting noteren, 1 to 3; 3 is a heavy talk."""

    weight: int
    on: datetime.date | None = None


def load_level(loads: Iterable[Load], today: datetime.date) -> str:
    """Of the last four weeks: one of ``LEVELS``."""
    first = today - datetime.timedelta(WITHIN_DAYS)
    total = sum(row.weight for row in loads if first < row.on <= today)
    return LEVELS[(total >= _MEDIUM) + (total >= _HIGH)]


def _put(state: PersonalState, command: PutLearningNote, context: Context) -> list[Event]:
    before = to_put(state.learning, command.note, command.base)
    if before is not None and before.dropped:
        raise NotFoundError("entry-not-found")
    return [
        LearningNotePut(
            Id(command.note),
            command.base,
            on_or_before_today(command.on or context.today, context, "on"),
            prose(command.text, "text"),
            codes.checked(command.theme, ("theme",), "theme", context.today) if command.theme else None,
            Id(command.session) if command.session else None,
        )
    ]


def _drop(state: PersonalState, command: DropLearningNote, context: Context) -> list[Event]:
    if seen(state.learning, command.note, command.base).dropped:
        raise NotFoundError("entry-not-found")
    return [LearningNoteDropped(Id(command.note), command.base)]


def _load(state: PersonalState, command: NoteLoad, context: Context) -> list[Event]:
    if not 1 <= command.weight <= HEAVIEST:
        raise RefusedError("number-out-of-range", "weight", least=1, most=HEAVIEST)
    return [LoadNoted(on_or_before_today(command.on or context.today, context, "on"), command.weight)]


def _written(state: PersonalState, event: LearningNotePut, meta: Meta) -> PersonalState | None:
    row = find(state.learning, event.note)
    if not may_put(state.learning, event.note, event.base) or (row is not None and row.dropped):
        return None
    made = LearningNote(event.note, event.on, event.theme or "", event.session or b"", event.text, event.base + 1)
    return replace(state, learning=put(state.learning, made))


def _dropped(state: PersonalState, event: LearningNoteDropped, meta: Meta) -> PersonalState | None:
    row = at(state.learning, event.note, event.base)
    if row is None or row.dropped:
        return None
    return replace(state, learning=put(state.learning, replace(row, text="", rev=row.rev + 1, dropped=True)))


def _noted(state: PersonalState, event: LoadNoted, meta: Meta) -> PersonalState:
    return replace(state, loads=(*state.loads, Load(event.on, event.weight)))


DECIDE: Deciders = {PutLearningNote: _put, DropLearningNote: _drop, NoteLoad: _load}
FOLD: Folders = {LearningNotePut: _written, LearningNoteDropped: _dropped, LoadNoted: _noted}
