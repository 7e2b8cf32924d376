"""A contact request (contactverzoek): somebody asked to be called back; sealed at once to those who may do so.

Invariant: whoever wrote the card down is no reader of it any more; a confidant who cannot take it steps back without a
reason, and no event has a field for one. The clock is the client's own norm. What coordinators see of it is the space
of ``contact_status``, and nothing else.
"""

from __future__ import annotations

import datetime
from typing import Annotated, ClassVar, Literal, get_args

from msgspec import Meta as Bounds
from msgspec.structs import replace

from vp_tui.domain import codes
from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta, on_or_before_today
from vp_tui.domain.case_parts import SafeContact
from vp_tui.domain.contact_card import ContactState, status_of
from vp_tui.domain.core import CodeText, client_for
from vp_tui.domain.dates import Moment
from vp_tui.domain.ids import Id
from vp_tui.domain.intake import safe_contact
from vp_tui.domain.mandate import response_due
from vp_tui.domain.text import Line, line, one_of, prose
from vp_tui.errors import ConflictError, RefusedError

__all__ = [
    "GENDERS",
    "OUTCOMES",
    "URGENCIES",
    "AcceptContact",
    "AskContact",
    "ContactAccepted",
    "ContactAsked",
    "ContactFinished",
    "ContactPassed",
    "ContactPostponed",
    "ContactReturned",
    "FinishContact",
    "PassContact",
    "PostponeContact",
    "RecuseContact",
]

MOST_ADDRESSEES = 32
Gender = Literal["", "m", "v", "x"]
GENDERS: tuple[Gender, ...] = get_args(Gender)
Urgency = Literal["normal", "soon", "today"]
URGENCIES: tuple[Urgency, ...] = get_args(Urgency)
Outcome = Literal["case", "no_case", "unreachable"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
"""Zaak geworden, geen zaak, niet te bereiken."""
_WAITING = ("open", "postponed")

Addressees = Annotated[tuple[Id, ...], Bounds(min_length=1, max_length=MOST_ADDRESSEES)]


class ContactAsked(Event, frozen=True):
    request: Id
    client: Id
    addressees: Addressees
    channel: CodeText
    call_back: Line
    received: datetime.date
    received_ms: Moment
    due: datetime.date
    due_ms: Moment
    status: Id | None = None
    safe: SafeContact = SafeContact()
    gender: Gender = ""
    language: Line = ""
    region: Line = ""
    urgency: Urgency = "normal"
    text: str = ""


class ContactAccepted(Event, frozen=True):
    pass


class ContactPostponed(Event, frozen=True):
    until: datetime.date


class ContactReturned(Event, frozen=True):
    """No field: there is no reason to give."""


class ContactPassed(Event, frozen=True):
    to: Addressees


class ContactFinished(Event, frozen=True):
    outcome: Outcome


class _OnContact(Command, frozen=True):
    KIND: ClassVar = "contact_request"


class AskContact(_OnContact, frozen=True):
    """Contactverzoek vastleggen; ``request`` is a fresh id, ``call_back`` the number or address of the ``channel``
    (KA-xx). The norm is that of the client's mandate card."""

    OPENS: ClassVar = True
    request: bytes
    client: bytes
    addressees: tuple[bytes, ...]
    channel: str
    call_back: str
    safe: SafeContact = SafeContact()
    gender: str = ""
    language: str = ""
    region: str = ""
    urgency: str = "normal"
    text: str = ""
    received: datetime.date | None = None
    received_ms: int | None = None


class AcceptContact(_OnContact, frozen=True):
    """Aannemen."""


class PostponeContact(_OnContact, frozen=True):
    """Uitstellen, tot een dag; the norm's clock runs on."""

    until: datetime.date


class RecuseContact(_OnContact, frozen=True):
    """Teruggeven: no reason is asked and none is kept."""


class PassContact(_OnContact, frozen=True):
    """Doorgeven aan collega's, sealed to them."""

    to: tuple[bytes, ...]


class FinishContact(_OnContact, frozen=True):
    """Afronden."""

    outcome: str


def _ask(state: ContactState, command: AskContact, context: Context) -> list[Event]:
    if state.opened:
        raise ConflictError("already-opened")
    client = client_for(command.client, context)
    assert client is not None, "a contact request is about a client"
    received = on_or_before_today(command.received or context.today, context, "received")
    received_ms = context.now_ms if command.received_ms is None else command.received_ms
    due, due_ms = response_due(received, received_ms, context.mandate)
    gender = one_of(command.gender, GENDERS, "gender")
    return [
        ContactAsked(
            Id(command.request),
            client,
            _addressed(command.addressees, context),
            codes.checked(command.channel, ("channel",), "channel", context.today),
            line(command.call_back, "call_back"),
            received,
            received_ms,
            due,
            due_ms,
            status_of(command.request),
            safe_contact(command.safe),
            gender,
            line(command.language, "language", required=False),
            line(command.region, "region", required=False),
            one_of(command.urgency, URGENCIES, "urgency"),
            prose(command.text, "text", required=False),
        )
    ]


def _addressed(members: tuple[bytes, ...], context: Context, field: str = "addressees") -> tuple[Id, ...]:
    kept = tuple(Id(member) for member in dict.fromkeys(members))
    if not 1 <= len(kept) <= MOST_ADDRESSEES:
        raise RefusedError("addressees-number", field, most=MOST_ADDRESSEES)
    if context.confidants is not None and not context.confidants.issuperset(kept):
        raise RefusedError("party-no-colleague", field)
    return kept


def _to_change(state: ContactState, context: Context, *states: str) -> None:
    state.require_writer(context)
    state.require_open()
    if state.state not in states:
        raise ConflictError("contact-taken")


def _accept(state: ContactState, command: AcceptContact, context: Context) -> list[Event]:
    if state.accepted_by is not None:
        raise ConflictError("contact-taken")
    _to_change(state, context, *_WAITING)
    return [ContactAccepted()]


def _postpone(state: ContactState, command: PostponeContact, context: Context) -> list[Event]:
    _to_change(state, context, *_WAITING)
    if command.until <= context.today:
        raise RefusedError("snooze-in-past", "until")
    return [ContactPostponed(command.until)]


def _recuse(state: ContactState, command: RecuseContact, context: Context) -> list[Event]:
    _to_change(state, context, *_WAITING, "accepted")
    return [ContactReturned()]


def _pass(state: ContactState, command: PassContact, context: Context) -> list[Event]:
    _to_change(state, context, *_WAITING, "accepted", "returned")
    return [ContactPassed(_addressed(command.to, context, "to"))]


def _finish(state: ContactState, command: FinishContact, context: Context) -> list[Event]:
    _to_change(state, context, "accepted")
    return [ContactFinished(one_of(command.outcome, OUTCOMES, "outcome"))]


def _asked(state: ContactState, event: ContactAsked, meta: Meta) -> ContactState | None:
    if state.opened or not event.call_back:
        return None
    return ContactState(
        event.request,
        event.client,
        meta.by,
        event.addressees,
        event.status if event.status == status_of(event.request) else b"",
        event.channel,
        event.call_back,
        event.safe,
        event.gender,
        event.language,
        event.region,
        event.urgency,
        event.text,
        event.received,
        event.received_ms,
        event.due,
        event.due_ms,
        anomalies=state.anomalies,
    )


def _changed(state: ContactState, event: Event, meta: Meta) -> ContactState | None:
    addressed = meta.by in ((state.accepted_by,) if state.accepted_by else state.addressees)
    match event:
        case ContactAccepted() if addressed and state.state in _WAITING:
            return replace(state, state="accepted", accepted_by=meta.by, accepted_ms=meta.at_ms)
        case ContactPostponed() if addressed and state.state in _WAITING:
            return replace(state, state="postponed", postponed_until=event.until)
        case ContactReturned() if addressed and state.state in (*_WAITING, "accepted"):
            return _returned(state, meta.by)
        case ContactPassed() if addressed and state.state != "finished":
            return _returned(replace(state, addressees=event.to, accepted_by=None), b"")
        case ContactFinished() if addressed and state.state == "accepted":
            return replace(state, state="finished", outcome=event.outcome)
    return None


def _returned(state: ContactState, by: bytes) -> ContactState:
    """The last addressee stays one: hers is the key with which it is passed on."""
    others = tuple(member for member in state.addressees if member != by)
    return replace(
        state,
        state="open" if others else "returned",
        addressees=others or state.addressees,
        accepted_by=None,
        accepted_ms=0,
        postponed_until=None,
    )


DECIDE: Deciders = {
    AskContact: _ask,
    AcceptContact: _accept,
    PostponeContact: _postpone,
    RecuseContact: _recuse,
    PassContact: _pass,
    FinishContact: _finish,
}
FOLD: Folders = {ContactAsked: _asked} | dict.fromkeys(
    (ContactAccepted, ContactPostponed, ContactReturned, ContactPassed, ContactFinished), _changed
)
