"""An intervision group (intervisiegroep) as its members read it: who is in it, what it decided, casuses, sessions.

Invariant: plain data, and no field for a case, a client or a reporter. ``author`` of a casus is who brings it in.
Callers: ``group``, ``casus`` and ``session`` make and change it.
"""

from __future__ import annotations

import datetime

from msgspec import Struct

from vp_tui.domain.act import Context
from vp_tui.domain.canonical import Signature, signers
from vp_tui.domain.wording import Wording
from vp_tui.errors import NotPermittedError

__all__ = ["Answer", "Attendance", "Casus", "GroupState", "Session", "Vote"]


class Vote(Struct, frozen=True, array_like=True):
    """What one member wants the group to decide on review."""

    by: bytes
    choice: str


class Answer(Struct, frozen=True, array_like=True):
    """What a colleague has to say about a casus."""

    id: bytes
    by: bytes
    at_ms: int
    text: str


class Casus(Struct, frozen=True):
    """Casus. ``state`` offered, cleared (checked by a colleague), returned (could be traced), discussed or withdrawn;
    ``due_ms`` until when an ad hoc answer is asked for, or 0."""

    id: bytes
    author: bytes
    method: str
    theme: str
    due_ms: int
    wordings: tuple[Wording, ...]
    state: str = "offered"
    checked_by: bytes = b""
    why: str = ""
    answers: tuple[Answer, ...] = ()
    rev: int = 1

    @property
    def now(self) -> Wording:
        """The version that counts."""
        return self.wordings[-1]

    def waiting(self) -> bool:
        """An ad hoc question that nobody has answered."""
        return bool(self.due_ms) and not self.answers and self.state in ("offered", "cleared")


class Attendance(Struct, frozen=True, array_like=True):
    """Aanwezigheid of one ``member``, from ``start`` until ``end``; in a command empty for the whole of the session."""

    member: bytes
    start: str = ""
    end: str = ""


class Session(Struct, frozen=True):
    """Sessie. ``state`` planned, running, held or cancelled; ``agenda`` the casuses; one without ``end`` counts for
    nothing. ``signatures`` are the participants' own."""

    id: bytes
    on: datetime.date
    method: str
    agenda: tuple[bytes, ...]
    facilitator: bytes
    state: str = "planned"
    start: str = ""
    end: str = ""
    present: tuple[Attendance, ...] = ()
    signatures: tuple[Signature, ...] = ()
    digest: str = ""
    rev: int = 1

    @property
    def signed_by(self) -> frozenset[bytes]:
        """Who signed for having been there, as the record is now."""
        return signers(self.signatures, self.digest) if self.state == "held" else frozenset()

    def attended(self, member: bytes) -> Attendance | None:
        """When she was there."""
        return next((row for row in self.present if row.member == member), None)


class GroupState(Struct, frozen=True):
    """Groep. ``profile`` NL or BE; ``review`` off, voluntary or agreed, as all members want it; ``votes`` are those
    for another decision."""

    id: bytes = b""
    name: str = ""
    profile: str = "NL"
    members: tuple[bytes, ...] = ()
    former: tuple[bytes, ...] = ()
    review: str = "off"
    votes: tuple[Vote, ...] = ()
    casuses: tuple[Casus, ...] = ()
    sessions: tuple[Session, ...] = ()
    anomalies: int = 0

    @property
    def opened(self) -> bool:
        return bool(self.id)

    @property
    def readers(self) -> frozenset[bytes]:
        """Who holds keys: the members; in Belgium a facilitator from outside, until she has signed."""
        outside = {
            row.facilitator
            for row in self.sessions
            if self.profile == "BE" and row.state != "cancelled" and row.facilitator not in row.signed_by
        }
        return frozenset(self.members) | outside.difference(self.former)

    def require_member(self, context: Context) -> None:
        """NotPermittedError unless the actor is in the group; who left it is not."""
        if context.actor not in self.members:
            raise NotPermittedError("not-your-group")
