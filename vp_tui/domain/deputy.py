"""The deputy (waarnemer) of a case: one colleague who may read and write the dossier, with the reporter's consent.

Invariant: nobody becomes a deputy without a dated consent of every reporter in the ledger (source text 001: nothing is
shared inside or outside without it), there is at most one, and the personal notes are never part of it. The keys
follow the workspace's grant and rekey of the space; this module decides whether they may.
"""

from __future__ import annotations

import datetime
from typing import ClassVar

from msgspec.structs import replace

from vp_tui.domain import consent as ledger
from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta, on_or_before_today
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.case_parts import Consent, Disclosure
from vp_tui.domain.consent import CONSENT_HOW, ConsentRecorded, How
from vp_tui.domain.disclosure import with_disclosure
from vp_tui.domain.ids import Id, derived
from vp_tui.domain.party import colleague
from vp_tui.domain.reporters import active
from vp_tui.domain.text import Phrase, line, one_of
from vp_tui.domain.timeline import Item
from vp_tui.errors import RefusedError

__all__ = ["CONSENT_HOW", "DeputyGranted", "DeputyRemoved", "GrantDeputy", "RemoveDeputy", "cover_consent"]


class DeputyGranted(Event, frozen=True):
    FACTS: ClassVar = ("member", "consent_on", "consent_how", "until")
    member: Id
    consent_on: datetime.date
    consent_how: How
    until: datetime.date | None = None
    on: datetime.date | None = None
    consents: tuple[Id, ...] = ()


class DeputyRemoved(Event, frozen=True):
    FACTS: ClassVar = ("member",)
    member: Id
    why: Phrase = ""


class GrantDeputy(Command, frozen=True):
    """Waarnemer aanwijzen, ``until`` the last day. A live consent for it in the ledger is enough; without one, when and
    how the reporter consented must be said, and is recorded in the same act."""

    member: bytes
    consent_on: datetime.date | None = None
    consent_how: str = ""
    until: datetime.date | None = None


class RemoveDeputy(Command, frozen=True):
    """Waarneming beëindigen; what he has read stays known to him."""

    why: str = ""


def cover_consent(state: CaseState, member: bytes, on: datetime.date) -> Consent | None:
    """The main reporter's live consent for this colleague's cover."""
    found = ledger.matching(state, colleague(member), "cover", on)
    return next((row for row in found if not row.reporter), None)


def _grant(state: CaseState, command: GrantDeputy, context: Context) -> list[Event]:
    state.require_owner(context)
    state.require_open()
    if command.member == state.owner:
        raise RefusedError("deputy-is-owner", "member")
    if state.deputy is not None:
        raise RefusedError("deputy-exists", "member")
    if context.confidants is not None and command.member not in context.confidants:
        raise RefusedError("deputy-no-confidant", "member")
    given = cover_consent(state, command.member, context.today)
    events: list[Event] = []
    if given is None:
        events.append(recorded := _consent(state, command, context))
        consent, on, how, until = recorded.consent, recorded.on, recorded.how, recorded.until
    else:
        consent, on, how, until = Id(given.id), given.on, one_of(given.how, CONSENT_HOW, "consent_how"), given.until
    last = command.until or until
    if last is not None and last < context.today:
        raise RefusedError("until-in-past", "until")
    if until is not None and last is not None and last > until:
        raise RefusedError("until-after-consent", "until", until=until.isoformat())
    others = _others(state, command.member, context)
    return [*events, DeputyGranted(Id(command.member), on, how, last, context.today, (consent, *others))]


def _consent(state: CaseState, command: GrantDeputy, context: Context) -> ConsentRecorded:
    party = colleague(command.member)
    if command.consent_on is None:
        raise RefusedError(
            "consent-missing", "consent_on", purpose="cover", party=party.kind, member=party.member, reporter=1
        )
    on_or_before_today(command.consent_on, context, "consent_on")
    if command.until is not None and command.until < context.today:
        raise RefusedError("until-in-past", "until")
    if command.consent_how not in CONSENT_HOW:
        raise RefusedError("consent-how-missing", "consent_how")
    consent = derived(b"cover", state.id, command.member, context.now_ms)
    how = one_of(command.consent_how, CONSENT_HOW, "consent_how")
    return ConsentRecorded(consent, party, "cover", "", how, command.consent_on, command.until)


def _others(state: CaseState, member: bytes, context: Context) -> tuple[Id, ...]:
    """The consents of the reporters beside the main one; hers may be recorded in this very act."""
    others = tuple(reporter for reporter in active(state) if reporter)
    return ledger.require(state, colleague(member), "cover", context.today, context.today, of=others)


def _remove(state: CaseState, command: RemoveDeputy, context: Context) -> list[Event]:
    state.require_owner(context)
    if state.deputy is None:
        raise RefusedError("no-deputy")
    return [DeputyRemoved(Id(state.deputy), line(command.why, "why", required=False))]


def _granted(state: CaseState, event: DeputyGranted, meta: Meta) -> CaseState | None:
    if meta.by != state.owner or state.deputy is not None or event.member == state.owner:
        return None
    party, on = colleague(event.member), event.on or event.consent_on
    if not ledger.covers(state, event.consents, party, "cover", on):
        return None
    made = Disclosure("cover", party, on, event.consents, meta.by, meta.at_ms)
    return replace(
        with_disclosure(state, made),
        deputy=event.member,
        deputy_until=event.until,
        deputy_consent_on=event.consent_on,
    )


def _removed(state: CaseState, event: DeputyRemoved, meta: Meta) -> CaseState | None:
    if meta.by != state.owner or event.member != state.deputy:
        return None
    remark = (Item("deputy-removed", meta.record, meta.by, meta.at_ms, event.why),) if event.why else ()
    return replace(state, deputy=None, deputy_until=None, deputy_consent_on=None, timeline=state.timeline + remark)


DECIDE: Deciders = {GrantDeputy: _grant, RemoveDeputy: _remove}
FOLD: Folders = {DeputyGranted: _granted, DeputyRemoved: _removed}
