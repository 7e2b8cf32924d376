"""A client organisation (klantorganisatie): the employer for whose people the practice works.

Invariant: a client's code is unique and never changes, since it stands on paper; an archived client stays readable
and gets no new cases. The mandate card, the routes and the register of pressure are part of this space.
"""

from __future__ import annotations

import re
from typing import Annotated, ClassVar

from msgspec import Meta as Bounds
from msgspec import Struct
from msgspec.structs import replace

from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta
from vp_tui.domain.ids import Id
from vp_tui.domain.mandate import Mandate
from vp_tui.domain.pressure import Pressure
from vp_tui.domain.route import Route
from vp_tui.domain.text import Line, line
from vp_tui.errors import ConflictError, RefusedError

__all__ = [
    "ArchiveClient",
    "ClientArchived",
    "ClientRegistered",
    "ClientRenamed",
    "ClientState",
    "RegisterClient",
    "RenameClient",
]

_CODE = r"[A-Z0-9]{2,6}-[0-9]{2}"


class ClientState(Struct, frozen=True):
    """``rev`` counts the changes of the name, ``mandate_rev`` those of the card."""

    id: bytes = b""
    code: str = ""
    name: str = ""
    sector: str = ""
    archived: bool = False
    rev: int = 0
    mandate: Mandate | None = None
    mandate_rev: int = 0
    routes: tuple[Route, ...] = ()
    pressures: tuple[Pressure, ...] = ()
    anomalies: int = 0

    @property
    def opened(self) -> bool:
        return bool(self.id)


class ClientRegistered(Event, frozen=True):
    BY: ClassVar = "coordinator"
    client: Id
    code: Annotated[str, Bounds(pattern=rf"\A{_CODE}\Z")]
    name: Line
    sector: Line = ""


class ClientRenamed(Event, frozen=True):
    BY: ClassVar = "coordinator"
    base: Annotated[int, Bounds(ge=0, le=1_000_000)]
    name: Line


class ClientArchived(Event, frozen=True):
    BY: ClassVar = "coordinator"


class RegisterClient(Command, frozen=True):
    """Klant registreren; ``client`` is a fresh id, ``code`` such as NRD-01."""

    KIND: ClassVar = "client"
    OPENS: ClassVar = True
    client: bytes
    code: str
    name: str
    sector: str = ""


class RenameClient(Command, frozen=True):
    """Klant hernoemen; ``base`` is the state's ``rev``."""

    KIND: ClassVar = "client"
    base: int
    name: str


class ArchiveClient(Command, frozen=True):
    """Klant archiveren: no new cases, nothing lost."""

    KIND: ClassVar = "client"


def _register(state: ClientState, command: RegisterClient, context: Context) -> list[Event]:
    if state.opened:
        raise ConflictError("already-opened")
    code = line(command.code, "code").upper()
    if not re.fullmatch(_CODE, code):
        raise RefusedError("client-code-form", "code")
    if context.client_codes.get(code, command.client) != command.client:
        raise ConflictError("duplicate-client-code", code=code)
    sector = line(command.sector, "sector", required=False)
    return [ClientRegistered(Id(command.client), code, line(command.name, "name"), sector)]


def _rename(state: ClientState, command: RenameClient, context: Context) -> list[Event]:
    name = line(command.name, "name")
    if command.base != state.rev:
        raise ConflictError("client-changed")
    if name == state.name:
        raise RefusedError("nothing-changed", "name")
    return [ClientRenamed(command.base, name)]


def _archive(state: ClientState, command: ArchiveClient, context: Context) -> list[Event]:
    if state.archived:
        raise RefusedError("client-archived")
    return [ClientArchived()]


def _registered(state: ClientState, event: ClientRegistered, meta: Meta) -> ClientState | None:
    if state.opened or not event.name:
        return None
    return replace(state, id=event.client, code=event.code, name=event.name, sector=event.sector)


def _renamed(state: ClientState, event: ClientRenamed, meta: Meta) -> ClientState | None:
    if event.base != state.rev or not event.name:
        return None
    return replace(state, name=event.name, rev=state.rev + 1)


def _archived(state: ClientState, event: ClientArchived, meta: Meta) -> ClientState | None:
    return replace(state, archived=True)


DECIDE: Deciders = {RegisterClient: _register, RenameClient: _rename, ArchiveClient: _archive}
FOLD: Folders = {ClientRegistered: _registered, ClientRenamed: _renamed, ClientArchived: _archived}
