"""Referrals (verwijzingen): always a way onward, from discussed to arrived and reported back.

Invariant: nobody is introduced anywhere without her consent; a warm referral makes contact by a disclosure. That the
reporter wants no referral is an answer, and is recorded as one (domain reference, rules 14 to 16).
"""

from __future__ import annotations

import datetime
from typing import Annotated, ClassVar

from msgspec import Meta as Bounds
from msgspec.structs import replace

from vp_tui.domain import codes
from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta, on_or_before_today
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.case_parts import Referral
from vp_tui.domain.core import CodeText
from vp_tui.domain.disclosure import disclosed
from vp_tui.domain.ids import Id
from vp_tui.domain.keyed import Base, at, find, put, require_fresh, seen
from vp_tui.domain.party import Party
from vp_tui.domain.text import Line, line, prose
from vp_tui.errors import RefusedError

__all__ = [
    "DeclineReferral",
    "MakeReferral",
    "MoveReferral",
    "ReferralDeclined",
    "ReferralMade",
    "ReferralMoved",
    "answered",
    "made",
    "open_referrals",
    "party_of",
    "reachable",
]

DISCUSSED, AGREED, CONTACT, ARRIVED, REPORTED = "VW-BE", "VW-AK", "VW-CO", "VW-AA", "VW-TE"
UNWANTED, FAILED = "VW-NG", "VW-MI"
COLD = "WV-KO"

_NEXT = {
    DISCUSSED: (AGREED, UNWANTED),
    AGREED: (CONTACT, ARRIVED, UNWANTED, FAILED),
    CONTACT: (ARRIVED, UNWANTED, FAILED),
    ARRIVED: (REPORTED, FAILED),
    REPORTED: (),
    UNWANTED: (DISCUSSED,),
    FAILED: (DISCUSSED,),
}

Entry = Annotated[str, Bounds(pattern=r"\A[a-z0-9-]*\Z", max_length=40)]


class ReferralMade(Event, frozen=True):
    FACTS: ClassVar = ("target", "manner")
    referral: Id
    target: CodeText
    on: datetime.date
    name: Line = ""
    manner: CodeText = COLD
    entry: Entry = ""


class ReferralMoved(Event, frozen=True):
    FACTS: ClassVar = ("to", "on")
    referral: Id
    base: Base
    to: CodeText
    on: datetime.date
    text: str = ""


class ReferralDeclined(Event, frozen=True):
    FACTS: ClassVar = ("on",)
    on: datetime.date


class MakeReferral(Command, frozen=True):
    """Verwijzing bespreken; ``target`` VD-xx, ``manner`` WV-xx, ``entry`` of the social map or of a route."""

    referral: bytes
    target: str
    name: str = ""
    manner: str = COLD
    entry: str = ""


class MoveReferral(Command, frozen=True):
    """Stand van een verwijzing wijzigen, VW-xx. Contact made in a warm referral is a disclosure."""

    referral: bytes
    base: int
    to: str
    on: datetime.date | None = None
    text: str = ""


class DeclineReferral(Command, frozen=True):
    """Wilde geen verwijzing."""

    on: datetime.date | None = None


def reachable(state: str) -> tuple[str, ...]:
    """Where a referral may go from there."""
    return _NEXT.get(state, ())


def open_referrals(state: CaseState) -> tuple[Referral, ...]:
    """Those that the reporter agreed to and of which it is not known whether they arrived."""
    return tuple(row for row in state.referrals if row.state in (AGREED, CONTACT))


def answered(state: CaseState) -> bool:
    """Whether there was a way onward: a referral, or the reporter's word that she wanted none."""
    return state.referral_declined is not None or bool(state.referrals)


def party_of(referral: Referral) -> Party:
    """Whom an introduction is to."""
    return Party(referral.target, referral.name)


def made(referral: bytes, target: str, name: str, manner: str, entry: str, context: Context) -> ReferralMade:
    """A referral that obeys the rules of one; also part of a quick registration."""
    return ReferralMade(
        Id(referral),
        codes.checked(target, ("referral",), "target", context.today),
        context.today,
        line(name, "name", required=False),
        codes.checked(manner, ("referral_manner",), "manner", context.today),
        entry,
    )


def _make(state: CaseState, command: MakeReferral, context: Context) -> list[Event]:
    state.require_change(context)
    require_fresh(state.referrals, command.referral)
    return [made(command.referral, command.target, command.name, command.manner, command.entry, context)]


def _move(state: CaseState, command: MoveReferral, context: Context) -> list[Event]:
    state.require_change(context)
    row = seen(state.referrals, command.referral, command.base)
    to = codes.checked(command.to, ("referral_state",), "to", context.today)
    if to not in reachable(row.state):
        raise RefusedError("referral-not-reachable", "to")
    on = on_or_before_today(command.on or context.today, context, "on")
    moved = ReferralMoved(Id(row.id), command.base, to, on, prose(command.text, "text", required=False))
    if to != CONTACT or row.manner == COLD:
        return [moved]
    return [disclosed(state, "introduction", party_of(row), on, context, row.id), moved]


def _decline(state: CaseState, command: DeclineReferral, context: Context) -> list[Event]:
    state.require_change(context)
    on = on_or_before_today(command.on or context.today, context, "on")
    if state.referral_declined == on:
        raise RefusedError("nothing-changed", "on")
    return [ReferralDeclined(on)]


def _was_made(state: CaseState, event: ReferralMade, meta: Meta) -> CaseState | None:
    if find(state.referrals, event.referral) is not None:
        return None
    begun = ((DISCUSSED, event.on),)
    row = Referral(
        event.referral, event.target, event.name, event.manner, event.entry, DISCUSSED, event.on, begun
    )  # fmt: skip
    return replace(state, referrals=(*state.referrals, row))


def _moved(state: CaseState, event: ReferralMoved, meta: Meta) -> CaseState | None:
    row = at(state.referrals, event.referral, event.base)
    if row is None or event.to not in reachable(row.state):
        return None
    warm = event.to == CONTACT and row.manner != COLD
    if warm and not any(left.ref == row.id and left.on == event.on for left in state.disclosures):
        return None
    after = replace(
        row,
        state=event.to,
        on=event.on,
        history=(*row.history, (event.to, event.on)),
        text=event.text or row.text,
        rev=row.rev + 1,
    )
    return replace(state, referrals=put(state.referrals, after))


def _declined(state: CaseState, event: ReferralDeclined, meta: Meta) -> CaseState | None:
    return replace(state, referral_declined=event.on)


DECIDE: Deciders = {MakeReferral: _make, MoveReferral: _move, DeclineReferral: _decline}
FOLD: Folders = {ReferralMade: _was_made, ReferralMoved: _moved, ReferralDeclined: _declined}
