"""Registration (registratie) of a case: from the call to the file in one act, and closed in it if telling was enough.

Invariant: one command makes one record, and it can be given with no more than an alias and a channel; nothing that
identifies the reporter is asked.
"""

from __future__ import annotations

import datetime
from typing import Annotated, ClassVar

from msgspec import Meta as Bounds
from msgspec.structs import replace

from vp_tui.domain import referral
from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta, on_or_before_today
from vp_tui.domain.calls import LogCall, logged
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.case_parts import SafeContact
from vp_tui.domain.closing import CloseCase, close
from vp_tui.domain.core import MOST_NATURES, CodeText, alias_for, client_for, code_for, natures_for
from vp_tui.domain.ids import Id, derived
from vp_tui.domain.intake import SafeContactSet, safe_contact
from vp_tui.domain.next_action import promise
from vp_tui.domain.note import NoteWritten, conversation
from vp_tui.domain.progress import StateChanged
from vp_tui.domain.referral import ReferralDeclined
from vp_tui.domain.text import Short, prose
from vp_tui.errors import ConflictError, RefusedError

__all__ = ["CaseOpened", "RegisterCase"]


class CaseOpened(Event, frozen=True):
    FACTS: ClassVar = ("channel",)
    case: Id
    owner: Id
    alias: Short
    channel: CodeText
    received: datetime.date
    client: Id | None = None
    natures: Annotated[tuple[CodeText, ...], Bounds(max_length=MOST_NATURES)] = ()
    role: CodeText | None = None
    source: CodeText | None = None
    identity: CodeText | None = None
    relation: CodeText | None = None


class RegisterCase(Command, frozen=True):
    """Zaak registreren, the actor being its owner. ``case`` and ``note`` are fresh ids; ``minutes`` makes the text a
    conversation, of the day ``talked`` (that of receipt by default); ``calls`` were made before, on a contact request.
    ``close_reason`` closes at once ("uiten was voldoende": AF-UI). Out of scope, ``referral`` says to whom she was
    referred (VD-xx), or ``no_referral`` that she wanted none."""

    OPENS: ClassVar = True
    case: bytes
    alias: str
    channel: str
    client: bytes | None = None
    natures: tuple[str, ...] = ()
    received: datetime.date | None = None
    role: str = ""
    source: str = ""
    note: bytes = b""
    text: str = ""
    minutes: int | None = None
    talked: datetime.date | None = None
    calls: tuple[LogCall, ...] = ()
    next_action: str = ""
    due: datetime.date | None = None
    close_reason: str = ""
    identity: str = ""
    relation: str = ""
    safe: SafeContact | None = None
    referral: str = ""
    no_referral: bool = False


def _register(state: CaseState, command: RegisterCase, context: Context) -> list[Event]:
    if state.opened:
        raise ConflictError("already-opened")
    received = on_or_before_today(command.received or context.today, context, "received")
    channel = code_for(command.channel, "channel", context)
    events: list[Event] = [
        CaseOpened(
            Id(command.case),
            Id(context.actor),
            alias_for(command.alias, command.case, context),
            channel,
            received,
            client_for(command.client, context),
            natures_for(command.natures, context),
            code_for(command.role, "role", context) or None,
            code_for(command.source, "source", context) or None,
            code_for(command.identity, "identity", context) or None,
            code_for(command.relation, "relation", context) or None,
        )
    ]
    if command.safe is not None:
        events.append(SafeContactSet(0, safe_contact(command.safe)))
    events += [logged(call, command.safe, context) for call in command.calls]
    before = len(events)
    text = prose(command.text, "text", required=False)
    if command.minutes is not None:
        talked = on_or_before_today(command.talked or received, context, "talked")
        events.append(conversation(command.note, talked, command.minutes, channel, text, context))
    elif text:
        events.append(NoteWritten(Id(command.note), text))
    told = len(events) > before
    if command.referral:
        fresh = derived(b"referral", command.case)
        events.append(referral.made(fresh, command.referral, "", referral.COLD, "", context))
    elif command.no_referral:
        events.append(ReferralDeclined(received))
    if command.close_reason:
        if command.next_action or command.due:
            raise RefusedError("next-action-open", "close_reason")
        declined = received if command.referral or command.no_referral else None
        begun = replace(state, received=received, channel=channel, referral_declined=declined)
        return [*events, *close(CloseCase(command.close_reason), begun, context)]
    if told:
        events.append(StateChanged("exploring"))
    if command.next_action or command.due:
        events.append(promise(0, command.next_action, command.due, context, "next_action"))
    return events


def _opened(state: CaseState, event: CaseOpened, meta: Meta) -> CaseState | None:
    if state.opened or event.owner != meta.by or not event.alias:
        return None
    return replace(
        state,
        id=event.case,
        owner=event.owner,
        alias=event.alias,
        client=event.client,
        channel=event.channel,
        natures=event.natures,
        received=event.received,
        role=event.role or "",
        source=event.source or "",
        identity=event.identity or "",
        relation=event.relation or "",
        state_since_ms=meta.at_ms,
        opened_ms=meta.at_ms,
    )


DECIDE: Deciders = {RegisterCase: _register}
FOLD: Folders = {CaseOpened: _opened}
