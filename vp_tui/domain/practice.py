"""The practice (praktijk): its name, and who has compared whose fingerprint with whom.

Invariant: a comparison is signed by the member who made it (``Meta.by``), in the log that everybody reads; members
and roles are not here but in the practice log, which the server cannot forge.
"""

from __future__ import annotations

import datetime
from typing import ClassVar, Literal

from msgspec import Struct
from msgspec.structs import replace

from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta, on_or_before_today
from vp_tui.domain.ids import Id
from vp_tui.domain.text import Line, line
from vp_tui.errors import RefusedError

__all__ = [
    "COMPARED_HOW",
    "CompareFingerprint",
    "Comparison",
    "FingerprintCompared",
    "NamePractice",
    "PracticeNamed",
    "PracticeState",
]

COMPARED_HOW = ("phone", "in_person", "video")


class Comparison(Struct, frozen=True, array_like=True):
    """``by`` compared the nine words of ``member``'s ``device``: all 16-byte ids."""

    member: bytes
    device: bytes
    by: bytes
    how: str
    on: datetime.date


class PracticeState(Struct, frozen=True):
    name: str = ""
    comparisons: tuple[Comparison, ...] = ()
    anomalies: int = 0

    @property
    def opened(self) -> bool:
        """A practice and a personal space have no event of their own to begin with."""
        return True


class PracticeNamed(Event, frozen=True):
    name: Line


class FingerprintCompared(Event, frozen=True):
    member: Id
    device: Id
    how: Literal["phone", "in_person", "video"]
    on: datetime.date


class NamePractice(Command, frozen=True):
    """Praktijk noemen of hernoemen."""

    KIND: ClassVar = "practice"
    OPENS: ClassVar = True
    name: str


class CompareFingerprint(Command, frozen=True):
    """Vingerafdruk vergeleken: the actor read the nine words aloud with the other."""

    KIND: ClassVar = "practice"
    member: bytes
    device: bytes
    how: str
    on: datetime.date | None = None


def _name(state: PracticeState, command: NamePractice, context: Context) -> list[Event]:
    name = line(command.name, "name")
    if name == state.name:
        raise RefusedError("nothing-changed", "name")
    return [PracticeNamed(name)]


def _compare(state: PracticeState, command: CompareFingerprint, context: Context) -> list[Event]:
    on = on_or_before_today(command.on or context.today, context, "on")
    match command.how:
        case "phone" | "in_person" | "video" as how:
            return [FingerprintCompared(Id(command.member), Id(command.device), how, on)]
    raise RefusedError("compared-how-missing", "how")


def _named(state: PracticeState, event: PracticeNamed, meta: Meta) -> PracticeState | None:
    return replace(state, name=event.name) if event.name else None


def _compared(state: PracticeState, event: FingerprintCompared, meta: Meta) -> PracticeState | None:
    made = Comparison(event.member, event.device, meta.by, event.how, event.on)
    return replace(state, comparisons=(*state.comparisons, made))


DECIDE: Deciders = {NamePractice: _name, CompareFingerprint: _compare}
FOLD: Folders = {PracticeNamed: _named, FingerprintCompared: _compared}
