"""Hand-over (overdracht) of a case to a colleague, who is its owner from then on.

Invariant: only the owner hands over, to a confidant, with every reporter's live consent for just that; the personal
notes stay with the one who wrote them. The workspace moves the keys in the same act.
"""

from __future__ import annotations

import datetime
from typing import ClassVar

from msgspec.structs import replace

from vp_tui.domain import consent as ledger
from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.case_parts import Disclosure
from vp_tui.domain.disclosure import with_disclosure
from vp_tui.domain.ids import Id
from vp_tui.domain.party import checked, colleague
from vp_tui.errors import RefusedError

__all__ = ["HandOver", "OwnerChanged"]


class OwnerChanged(Event, frozen=True):
    FACTS: ClassVar = ("member", "on")
    member: Id
    on: datetime.date
    consents: tuple[Id, ...]


class HandOver(Command, frozen=True):
    """Zaak overdragen."""

    member: bytes


def _hand_over(state: CaseState, command: HandOver, context: Context) -> list[Event]:
    state.require_owner(context)
    state.require_open()
    if state.deputy not in (None, command.member):
        raise RefusedError("deputy-exists", "member")
    party = checked(colleague(command.member), context, "member")
    consents = ledger.require(state, party, "handover", context.today, context.today)
    return [OwnerChanged(Id(command.member), context.today, consents)]


def _handed_over(state: CaseState, event: OwnerChanged, meta: Meta) -> CaseState | None:
    party = colleague(event.member)
    if meta.by != state.owner or event.member == state.owner or not state.is_open:
        return None
    if not ledger.covers(state, event.consents, party, "handover", event.on):
        return None
    made = Disclosure("handover", party, event.on, event.consents, meta.by, meta.at_ms)
    # A deputy who takes over is no deputy any more; another one was there by the former owner's choice.
    return replace(
        with_disclosure(state, made), owner=event.member, deputy=None, deputy_until=None, deputy_consent_on=None
    )


DECIDE: Deciders = {HandOver: _hand_over}
FOLD: Folders = {OwnerChanged: _handed_over}
