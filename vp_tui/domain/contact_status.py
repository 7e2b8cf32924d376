"""What coordinators see of a contact request: for which client, since when, open or taken, and on time or late.

Invariant: there is no field for anything else, so nothing else can be written here: no addressee, no number, no
reason, no case. The client of an addressee writes it, who manages the space; a coordinator's reads it.
"""

from __future__ import annotations

from typing import ClassVar, Literal, get_args

from msgspec import Struct
from msgspec.structs import replace

from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta
from vp_tui.domain.core import client_for
from vp_tui.domain.dates import Moment
from vp_tui.domain.ids import Id
from vp_tui.domain.text import one_of
from vp_tui.errors import ConflictError, RefusedError

__all__ = [
    "STATES",
    "ContactStatusChanged",
    "ContactStatusOpened",
    "ContactStatusState",
    "OpenContactStatus",
    "ReportContact",
]

To = Literal["open", "accepted", "returned"]
STATES: tuple[To, ...] = get_args(To)
"""Open, aangenomen, teruggegeven."""


class ContactStatusState(Struct, frozen=True):
    client: bytes = b""
    created_ms: int = 0
    state: str = "open"
    on_time: bool | None = None
    anomalies: int = 0

    @property
    def opened(self) -> bool:
        return bool(self.client)


class ContactStatusOpened(Event, frozen=True):
    client: Id
    created_ms: Moment


class ContactStatusChanged(Event, frozen=True):
    BY: ClassVar = "manager"
    to: To
    on_time: bool | None = None


class OpenContactStatus(Command, frozen=True):
    """In one act with ``AskContact``."""

    KIND: ClassVar = "contact_status"
    OPENS: ClassVar = True
    client: bytes
    created_ms: int


class ReportContact(Command, frozen=True):
    """In one act with accepting, returning or passing on; ``on_time`` with ``accepted`` alone."""

    KIND: ClassVar = "contact_status"
    to: str
    on_time: bool | None = None


def _open(state: ContactStatusState, command: OpenContactStatus, context: Context) -> list[Event]:
    if state.opened:
        raise ConflictError("already-opened")
    client = client_for(command.client, context)
    assert client is not None, "a contact request is about a client"
    return [ContactStatusOpened(client, command.created_ms)]


def _report(state: ContactStatusState, command: ReportContact, context: Context) -> list[Event]:
    to = one_of(command.to, STATES, "to")
    if (to == "accepted") != (command.on_time is not None):
        raise RefusedError("choice-unknown", "on_time")
    if (to, command.on_time) == (state.state, state.on_time):
        raise RefusedError("nothing-changed", "to")
    return [ContactStatusChanged(to, command.on_time)]


def _opened(state: ContactStatusState, event: ContactStatusOpened, meta: Meta) -> ContactStatusState | None:
    return None if state.opened else replace(state, client=event.client, created_ms=event.created_ms)


def _changed(state: ContactStatusState, event: ContactStatusChanged, meta: Meta) -> ContactStatusState | None:
    if (event.to == "accepted") != (event.on_time is not None):
        return None
    return replace(state, state=event.to, on_time=event.on_time)


DECIDE: Deciders = {OpenContactStatus: _open, ReportContact: _report}
FOLD: Folders = {ContactStatusOpened: _opened, ContactStatusChanged: _changed}
