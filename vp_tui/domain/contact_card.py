"""The card of a contact request, as its addressees read it.

Invariant: plain data; nobody else's space holds any of it. The space in which coordinators are told how it is doing is
derived from the request, so that no card can speak for another.
"""

from __future__ import annotations

import datetime

from msgspec import Struct

from vp_tui.domain.act import Context
from vp_tui.domain.case_parts import Call, SafeContact
from vp_tui.domain.ids import Id, derived
from vp_tui.errors import NotPermittedError, RefusedError

__all__ = ["ContactState", "status_of"]


def status_of(request: bytes) -> Id:
    """The id of the coordinators' space about this request."""
    return derived(b"contact-status", request)


class ContactState(Struct, frozen=True):
    """``state`` open, postponed, accepted, returned or finished; ``status`` is the id of the coordinators' space,
    or nothing."""

    id: bytes = b""
    client: bytes = b""
    by: bytes = b""
    addressees: tuple[bytes, ...] = ()
    status: bytes = b""
    channel: str = ""
    call_back: str = ""
    safe: SafeContact = SafeContact()
    gender: str = ""
    language: str = ""
    region: str = ""
    urgency: str = "normal"
    text: str = ""
    received: datetime.date = datetime.date.min
    received_ms: int = 0
    due: datetime.date = datetime.date.min
    due_ms: int = 0
    state: str = "open"
    postponed_until: datetime.date | None = None
    accepted_by: bytes | None = None
    accepted_ms: int = 0
    outcome: str = ""
    calls: tuple[Call, ...] = ()
    anomalies: int = 0

    @property
    def opened(self) -> bool:
        return bool(self.id)

    def on_time(self, now_ms: int) -> bool:
        """Accepted within the norm, or still within it."""
        return (self.accepted_ms or now_ms) <= self.due_ms

    def require_writer(self, context: Context) -> None:
        """NotPermittedError unless the actor is addressed, or has accepted it."""
        if context.actor not in ((self.accepted_by,) if self.accepted_by else self.addressees):
            raise NotPermittedError("not-your-contact")

    def require_open(self) -> None:
        """RefusedError for a request that has come to its end."""
        if self.state == "finished":
            raise RefusedError("contact-finished")
