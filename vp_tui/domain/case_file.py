"""The case file (dossier) as it is read: the state that the events of a case add up to.

Invariant: a state is never changed, only replaced, so that a change that is still on its way to the server can be
folded on the side. Nothing in ``log`` is content: who, when, what, and codes, ids, dates. Callers: the nouns of a
case make it; screens and documents read it.
"""

from __future__ import annotations

import datetime

from msgspec import Struct, field
from msgspec.msgpack import Decoder, Encoder

from vp_tui.domain.act import Context
from vp_tui.domain.case_parts import (
    Appointment,
    Call,
    Choice,
    Consent,
    Disclosure,
    Draft,
    Option,
    Referral,
    Reporter,
    Retaliation,
    SafeContact,
    Scope,
    Stage,
    Step,
)
from vp_tui.domain.timeline import Item
from vp_tui.errors import NotPermittedError, RefusedError

__all__ = ["STATES", "Aftercare", "CaseState", "LogLine", "NextAction", "decode_case", "encode_case"]

STATES = ("received", "accepted", "exploring", "options", "steps", "waiting", "aftercare", "closed")
"""Binnengekomen, aanvaard, verkennen, opties, stappen, wacht op melder, nazorg, gesloten."""


class NextAction(Struct, frozen=True, array_like=True):
    """Volgende actie: what the confidant has promised to do, and by when if that was said."""

    what: str
    due: datetime.date | None


class Aftercare(Struct, frozen=True, array_like=True):
    """Nazorg: one agreed moment to ask how it went on; ``done_ms`` is 0 until it has been asked."""

    due: datetime.date
    done_ms: int = 0
    outcome: str = ""
    retaliation: str = ""
    safer: str = ""
    impact: tuple[str, ...] = ()


class LogLine(Struct, frozen=True, array_like=True):
    """Who did what and when; ``t`` is the event's tag, or ``event-ignored`` for what broke a rule."""

    at_ms: int
    by: bytes
    device: bytes
    t: str
    facts: dict[str, str | int]


class CaseState(Struct, frozen=True):
    """Zaak. ``core_revs`` counts the changes per core field, ``next_rev`` those of the next action: a command names
    the one it was based on, so that nobody overwrites what she has not seen."""

    id: bytes = b""
    owner: bytes = b""
    deputy: bytes | None = None
    deputy_until: datetime.date | None = None
    deputy_consent_on: datetime.date | None = None
    alias: str = ""
    client: bytes | None = None
    channel: str = ""
    natures: tuple[str, ...] = ()
    received: datetime.date = datetime.date.min
    role: str = ""
    source: str = ""
    core_revs: dict[str, int] = field(default_factory=dict)
    state: str = "received"
    state_since_ms: int = 0
    waiting_for: str = ""
    opened_ms: int = 0
    next: NextAction | None = None
    next_rev: int = 0
    aftercare: tuple[Aftercare, ...] = ()
    closed_reason: str = ""
    closed_on: datetime.date | None = None
    evaluation: str = ""
    safer: str = ""
    aftercare_consent: datetime.date | None = None
    aftercare_channel: str = ""
    papers: str = ""
    retention: datetime.date | None = None
    name: str = ""
    identity: str = ""
    relation: str = ""
    period: str = ""
    since: str = ""
    wish: str = ""
    impact: tuple[str, ...] = ()
    safe: SafeContact | None = None
    intake: dict[str, datetime.date] = field(default_factory=dict)
    scope: Scope | None = None
    reporters: tuple[Reporter, ...] = ()
    links: tuple[bytes, ...] = ()
    options: tuple[Option, ...] = ()
    choice: Choice | None = None
    choice_rev: int = 0
    consents: tuple[Consent, ...] = ()
    disclosures: tuple[Disclosure, ...] = ()
    steps: tuple[Step, ...] = ()
    stage: Stage | None = None
    norms: dict[str, datetime.date] = field(default_factory=dict)
    drafts: tuple[Draft, ...] = ()
    referrals: tuple[Referral, ...] = ()
    referral_declined: datetime.date | None = None
    appointments: tuple[Appointment, ...] = ()
    calls: tuple[Call, ...] = ()
    retaliations: tuple[Retaliation, ...] = ()
    tags: tuple[str, ...] = ()
    snoozed: datetime.date | None = None
    timeline: tuple[Item, ...] = ()
    log: tuple[LogLine, ...] = ()
    last_ms: int = 0
    anomalies: int = 0

    @property
    def opened(self) -> bool:
        return bool(self.owner)

    @property
    def is_open(self) -> bool:
        """Opened and not closed; aftercare is open."""
        return self.opened and self.state != "closed"

    def core_rev(self, name: str) -> int:
        """How often this core field has been changed: the base of a ``ReviseCore``."""
        return self.core_revs.get(name, 0)

    def require_writer(self, context: Context) -> None:
        """NotPermittedError unless the actor is the owner, or the deputy within the agreed time."""
        if context.actor == self.owner:
            return
        if context.actor != self.deputy:
            raise NotPermittedError("not-your-case")
        if self.deputy_until is not None and context.today > self.deputy_until:
            raise NotPermittedError("deputy-expired", until=self.deputy_until.isoformat())

    def require_owner(self, context: Context) -> None:
        """NotPermittedError unless the actor is the owner."""
        self.require_writer(context)
        if context.actor != self.owner:
            raise NotPermittedError("owner-only")

    def require_open(self) -> None:
        """RefusedError for a closed case: it is reopened, with a reason, before anything is added."""
        if self.state == "closed":
            raise RefusedError("case-closed")

    def require_change(self, context: Context) -> None:
        """Both of it: a writer, and a case that is open."""
        self.require_writer(context)
        self.require_open()


# An Id is written as the bytes that it is, and read back as plain bytes.
_encoder = Encoder(enc_hook=bytes)
_decoder = Decoder(CaseState)


def encode_case(state: CaseState) -> bytes:
    """MessagePack for the sealed cache; never sent."""
    return _encoder.encode(state)


def decode_case(data: bytes) -> CaseState:
    """What ``encode_case`` gave; msgspec's errors for anything else (the cache is rebuilt then)."""
    return _decoder.decode(data)
