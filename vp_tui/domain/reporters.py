"""Reporters (melders) of one case beside the main one: by alias first, by name later or never.

Invariant: all of them stand on one side of the matter; somebody who is anonymous has no name here. A reporter who was
entered by mistake is dropped and keeps her place, since consents may point to her.
"""

from __future__ import annotations

from msgspec.structs import replace

from vp_tui.domain import sides
from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.case_parts import Reporter
from vp_tui.domain.core import CodeText, code_for, require_nameable
from vp_tui.domain.ids import Id
from vp_tui.domain.keyed import Base, at, find, put, require_fresh, seen
from vp_tui.domain.text import Line, Short, line
from vp_tui.errors import RefusedError

__all__ = [
    "AddReporter",
    "DropReporter",
    "ReporterAdded",
    "ReporterDropped",
    "ReporterRevised",
    "ReviseReporter",
    "active",
]

MOST_REPORTERS = 50


class ReporterAdded(Event, frozen=True):
    reporter: Id
    alias: Short
    role: CodeText | None = None
    identity: CodeText | None = None


class ReporterRevised(Event, frozen=True):
    reporter: Id
    base: Base
    alias: Short
    role: CodeText | None = None
    identity: CodeText | None = None
    name: Line = ""


class ReporterDropped(Event, frozen=True):
    reporter: Id
    base: Base


class AddReporter(Command, frozen=True):
    """Melder toevoegen."""

    reporter: bytes
    alias: str
    role: str = ""
    identity: str = ""


class ReviseReporter(Command, frozen=True):
    """Melder wijzigen; ``name`` only if she wants to be known by it."""

    reporter: bytes
    base: int
    alias: str
    role: str = ""
    identity: str = ""
    name: str = ""


class DropReporter(Command, frozen=True):
    """Melder weghalen uit de zaak."""

    reporter: bytes
    base: int


def active(state: CaseState) -> tuple[bytes, ...]:
    """Everybody whose consent counts: ``b""`` for the main reporter, then the ids of the others."""
    return (b"", *(reporter.id for reporter in state.reporters if not reporter.dropped))


def _add(state: CaseState, command: AddReporter, context: Context) -> list[Event]:
    state.require_change(context)
    require_fresh(state.reporters, command.reporter)
    if len(state.reporters) >= MOST_REPORTERS:
        raise RefusedError("reporters-too-many", "alias", limit=MOST_REPORTERS)
    role = code_for(command.role, "role", context)
    sides.require_one_side((*sides.roles(state), role))
    identity = code_for(command.identity, "identity", context)
    return [ReporterAdded(Id(command.reporter), line(command.alias, "alias"), role or None, identity or None)]


def _revise(state: CaseState, command: ReviseReporter, context: Context) -> list[Event]:
    state.require_change(context)
    row = seen(state.reporters, command.reporter, command.base)
    role = code_for(command.role, "role", context)
    others = (reporter.role for reporter in state.reporters if reporter.id != row.id and not reporter.dropped)
    sides.require_one_side((state.role, role, *others))
    identity = code_for(command.identity, "identity", context)
    name = line(command.name, "name", required=False)
    require_nameable(name, identity)
    alias = line(command.alias, "alias")
    return [ReporterRevised(Id(row.id), command.base, alias, role or None, identity or None, name)]


def _drop(state: CaseState, command: DropReporter, context: Context) -> list[Event]:
    state.require_change(context)
    if seen(state.reporters, command.reporter, command.base).dropped:
        raise RefusedError("nothing-changed", "reporter")
    return [ReporterDropped(Id(command.reporter), command.base)]


def _kept(state: CaseState, reporters: tuple[Reporter, ...]) -> CaseState | None:
    after = replace(state, reporters=reporters)
    return None if sides.both(sides.roles(after)) else after


def _added(state: CaseState, event: ReporterAdded, meta: Meta) -> CaseState | None:
    if find(state.reporters, event.reporter) or not event.alias:
        return None
    made = Reporter(event.reporter, event.alias, event.role or "", event.identity or "")
    return _kept(state, (*state.reporters, made))


def _revised(state: CaseState, event: ReporterRevised, meta: Meta) -> CaseState | None:
    row = at(state.reporters, event.reporter, event.base)
    if row is None or not event.alias:
        return None
    after = Reporter(row.id, event.alias, event.role or "", event.identity or "", event.name, row.rev + 1)
    return _kept(state, put(state.reporters, after))


def _dropped(state: CaseState, event: ReporterDropped, meta: Meta) -> CaseState | None:
    row = at(state.reporters, event.reporter, event.base)
    if row is None or row.dropped:
        return None
    return replace(state, reporters=put(state.reporters, replace(row, rev=row.rev + 1, dropped=True)))


DECIDE: Deciders = {AddReporter: _add, ReviseReporter: _revise, DropReporter: _drop}
FOLD: Folders = {ReporterAdded: _added, ReporterRevised: _revised, ReporterDropped: _dropped}
