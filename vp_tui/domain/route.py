"""The routes (routes) of a client: where its people can go, from the complaints committee to social work.

Invariant: a route belongs to one client and names no case; its contact is a desk or a function, kept up to date.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, get_args

from msgspec import Struct
from msgspec.structs import replace

from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta
from vp_tui.domain.ids import Id
from vp_tui.domain.keyed import Base, at, may_put, put, seen, to_put
from vp_tui.domain.text import Line, line, one_of, prose

if TYPE_CHECKING:
    from vp_tui.domain.client import ClientState

__all__ = ["ROUTES", "RemoveRoute", "Route", "RouteRemoved", "RouteSet", "SetRoute"]

Kind = Literal[
    "complaints",
    "committee",
    "hr",
    "physician",
    "social_work",
    "eap",
    "reporting_office",
    "leave",
    "works_council",
    "other",
]
ROUTES: tuple[Kind, ...] = get_args(Kind)
"""Klachtenregeling, klachtencommissie, HR, bedrijfsarts, bedrijfsmaatschappelijk werk, EAP, meldpunt integriteit,
verlofregelingen, ondernemingsraad, anders."""


class Route(Struct, frozen=True, array_like=True):
    id: bytes
    kind: str
    name: str
    contact: str
    text: str
    rev: int


class RouteSet(Event, frozen=True):
    BY: ClassVar = "coordinator"
    route: Id
    base: Base
    kind: Kind
    name: Line
    contact: Line = ""
    text: str = ""


class RouteRemoved(Event, frozen=True):
    BY: ClassVar = "coordinator"
    route: Id
    base: Base


class SetRoute(Command, frozen=True):
    """Route vastleggen; ``base`` 0 and a fresh id for a new one."""

    KIND: ClassVar = "client"
    route: bytes
    kind: str
    name: str
    contact: str = ""
    text: str = ""
    base: int = 0


class RemoveRoute(Command, frozen=True):
    """Route weghalen."""

    KIND: ClassVar = "client"
    route: bytes
    base: int


def _set(state: ClientState, command: SetRoute, context: Context) -> list[Event]:
    to_put(state.routes, command.route, command.base)
    return [
        RouteSet(
            Id(command.route),
            command.base,
            one_of(command.kind, ROUTES, "kind"),
            line(command.name, "name"),
            line(command.contact, "contact", required=False),
            prose(command.text, "text", required=False),
        )
    ]


def _remove(state: ClientState, command: RemoveRoute, context: Context) -> list[Event]:
    seen(state.routes, command.route, command.base)
    return [RouteRemoved(Id(command.route), command.base)]


def _was_set(state: ClientState, event: RouteSet, meta: Meta) -> ClientState | None:
    if not may_put(state.routes, event.route, event.base):
        return None
    after = Route(event.route, event.kind, event.name, event.contact, event.text, event.base + 1)
    return replace(state, routes=put(state.routes, after))


def _removed(state: ClientState, event: RouteRemoved, meta: Meta) -> ClientState | None:
    if at(state.routes, event.route, event.base) is None:
        return None
    return replace(state, routes=tuple(route for route in state.routes if route.id != event.route))


DECIDE: Deciders = {SetRoute: _set, RemoveRoute: _remove}
FOLD: Folders = {RouteSet: _was_set, RouteRemoved: _removed}
