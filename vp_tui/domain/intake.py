"""The intake: what was told to the reporter and when, how she may be reached, and whether it is in scope.

Invariant: each point of the script has the date on which it was ticked, since the limits of confidentiality cannot be
explained afterwards (domain reference, rule 4). No text of ours says "absolute": there are exceptions, and the reporter
is the first to hear of them (1.2, C1).
"""

from __future__ import annotations

import datetime
from typing import Annotated, ClassVar, Literal, get_args

from msgspec import Meta as Bounds
from msgspec.structs import replace

from vp_tui.domain import scope
from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta, on_or_before_today
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.case_parts import SafeContact, Scope
from vp_tui.domain.keyed import Base
from vp_tui.domain.text import Phrase, line, one_of
from vp_tui.errors import ConflictError, RefusedError

__all__ = [
    "INTAKE",
    "IntakeTicked",
    "RecordScope",
    "SafeContactSet",
    "ScopeRecorded",
    "SetSafeContact",
    "TickIntake",
    "safe_contact",
]

Point = Literal["confidentiality", "exceptions", "scope", "notes", "safe_contact", "wish"]
INTAKE: tuple[Point, ...] = get_args(Point)
"""Vertrouwelijkheid, de uitzonderingen, bereik, wat wordt opgeschreven, veilig contact, wat de melder wil."""

Verdict = Literal["in", "out", "grey"]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)


ReasonKey = Annotated[str, Bounds(pattern=r"\A[a-z_-]{1,60}\Z")]
"""The key of a text, which a later version may have more of."""


class IntakeTicked(Event, frozen=True):
    """``on`` is None for a tick that was taken back."""

    FACTS: ClassVar = ("item", "on")
    item: Point
    on: datetime.date | None = None


class SafeContactSet(Event, frozen=True):
    base: Base
    safe: SafeContact


class ScopeRecorded(Event, frozen=True):
    FACTS: ClassVar = ("verdict",)
    verdict: Verdict
    on: datetime.date
    reasons: Annotated[tuple[ReasonKey, ...], Bounds(max_length=16)] = ()
    billable: bool = False
    why: Phrase = ""


class TickIntake(Command, frozen=True):
    """Punt van het gespreksscript afvinken, with its date; ``done`` False takes the tick back."""

    item: str
    on: datetime.date | None = None
    done: bool = True


class SetSafeContact(Command, frozen=True):
    """Afspraken over veilig contact vastleggen; ``base`` is ``core_rev("safe")``."""

    base: int
    safe: SafeContact


class RecordScope(Command, frozen=True):
    """Bereik vastleggen; ``why`` is needed where the confidant sees it otherwise than the card."""

    verdict: str
    why: str = ""


def safe_contact(safe: SafeContact) -> SafeContact:
    """The rule with every text within its length. RefusedError beside its field."""
    kept = {name: line(getattr(safe, name), name, required=False) for name in ("hours", "code_word", "avoid")}
    return replace(safe, **kept)


def _tick(state: CaseState, command: TickIntake, context: Context) -> list[Event]:
    state.require_change(context)
    item = one_of(command.item, INTAKE, "item")
    on = on_or_before_today(command.on or context.today, context, "on") if command.done else None
    if state.intake.get(item) == on:
        raise RefusedError("nothing-changed", "item")
    return [IntakeTicked(item, on)]


def _set_safe(state: CaseState, command: SetSafeContact, context: Context) -> list[Event]:
    state.require_change(context)
    safe = safe_contact(command.safe)
    if command.base != state.core_rev("safe"):
        raise ConflictError("core-changed", name="safe")
    if safe == state.safe:
        raise RefusedError("nothing-changed", "hours")
    return [SafeContactSet(command.base, safe)]


def _record_scope(state: CaseState, command: RecordScope, context: Context) -> list[Event]:
    state.require_change(context)
    verdict = one_of(command.verdict, VERDICTS, "verdict")
    found = scope.check(state.natures, context.mandate, context.today)
    why = line(command.why, "why", required=verdict != found.verdict)
    reasons = tuple(dict.fromkeys(key for _, key in found.reasons))
    return [ScopeRecorded(verdict, context.today, reasons, found.billable, why)]


def _ticked(state: CaseState, event: IntakeTicked, meta: Meta) -> CaseState | None:
    others = {item: on for item, on in state.intake.items() if item != event.item}
    return replace(state, intake=others | ({event.item: event.on} if event.on else {}))


def _safe_set(state: CaseState, event: SafeContactSet, meta: Meta) -> CaseState | None:
    if event.base != state.core_rev("safe"):
        return None
    return replace(state, safe=event.safe, core_revs=state.core_revs | {"safe": event.base + 1})


def _scoped(state: CaseState, event: ScopeRecorded, meta: Meta) -> CaseState | None:
    return replace(state, scope=Scope(event.verdict, event.on, event.reasons, event.billable, event.why))


DECIDE: Deciders = {TickIntake: _tick, SetSafeContact: _set_safe, RecordScope: _record_scope}
FOLD: Folders = {IntakeTicked: _ticked, SafeContactSet: _safe_set, ScopeRecorded: _scoped}
