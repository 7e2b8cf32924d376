"""Sides (kanten) of one matter, and the cases that are linked as one matter.

Invariant: a confidant never serves both sides of one matter (domain reference, 2.2): not within a case, and not over
two of her cases that are linked. Callers: every noun that gives a reporter a role.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.ids import Id
from vp_tui.errors import NotFoundError, RefusedError

__all__ = ["CaseLinked", "CaseUnlinked", "LinkCase", "UnlinkCase", "both", "require_one_side", "roles", "side_of"]

MOST_LINKS = 20

CONCERNED = "RO-BS"
_REPORTERS = frozenset({"RO-BE", "RO-GE", "RO-GR", "RO-OM", "RO-EX", "RO-FL"})


class CaseLinked(Event, frozen=True):
    other: Id


class CaseUnlinked(Event, frozen=True):
    other: Id


class LinkCase(Command, frozen=True):
    """Zaken koppelen: the same matter, another reporter, or the same reporter again."""

    other: bytes


class UnlinkCase(Command, frozen=True):
    """Koppeling verbreken."""

    other: bytes


def roles(state: CaseState) -> tuple[str, ...]:
    """The roles of all reporters of a case."""
    return (state.role, *(reporter.role for reporter in state.reporters if not reporter.dropped))


def side_of(state: CaseState) -> str:
    """``concerned`` where the person that a report is about is served, ``reporter`` where those who report are, or
    nothing: a manager or a colleague who asks for advice takes no side."""
    return _side(roles(state))


def require_one_side(wanted: Iterable[str]) -> None:
    """RefusedError ``both-sides`` for roles of both sides."""
    if both(wanted):
        raise RefusedError("both-sides", "role")


def both(wanted: Iterable[str]) -> bool:
    """Whether these roles are of both sides."""
    kinds = {_side((role,)) for role in wanted}
    return {"concerned", "reporter"} <= kinds


def _side(wanted: tuple[str, ...]) -> str:
    if CONCERNED in wanted:
        return "concerned"
    return "reporter" if any(role in _REPORTERS for role in wanted) else ""


def _link(state: CaseState, command: LinkCase, context: Context) -> list[Event]:
    state.require_change(context)
    if command.other not in context.sides or command.other == state.id:
        raise NotFoundError("case-not-found")
    if command.other in state.links:
        raise RefusedError("nothing-changed", "other")
    if len(state.links) >= MOST_LINKS:
        raise RefusedError("links-too-many", "other", limit=MOST_LINKS)
    if {side_of(state), context.sides[command.other]} == {"concerned", "reporter"}:
        raise RefusedError("both-sides", "other")
    return [CaseLinked(Id(command.other))]


def _unlink(state: CaseState, command: UnlinkCase, context: Context) -> list[Event]:
    state.require_change(context)
    if command.other not in state.links:
        raise NotFoundError("entry-not-found")
    return [CaseUnlinked(Id(command.other))]


def _linked(state: CaseState, event: CaseLinked, meta: Meta) -> CaseState | None:
    if event.other in (*state.links, state.id) or len(state.links) >= MOST_LINKS:
        return None
    return replace(state, links=tuple(sorted((*state.links, event.other))))


def _unlinked(state: CaseState, event: CaseUnlinked, meta: Meta) -> CaseState | None:
    if event.other not in state.links:
        return None
    return replace(state, links=tuple(case for case in state.links if case != event.other))


DECIDE: Deciders = {LinkCase: _link, UnlinkCase: _unlink}
FOLD: Folders = {CaseLinked: _linked, CaseUnlinked: _unlinked}
