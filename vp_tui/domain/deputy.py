"""The deputy (waarnemer) of a case: one colleague who may read and write the dossier, with the reporter's consent.

Invariant: nobody becomes a deputy without a dated consent of the reporter (source text 001: nothing is shared inside
or outside without it), there is at most one, and the personal notes are never part of it. The keys follow the
workspace's grant and rekey of the space; this module decides whether they may.
"""

from __future__ import annotations

import datetime
from typing import ClassVar, Literal

from msgspec.structs import replace

from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta, on_or_before_today
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.ids import Id
from vp_tui.domain.text import Phrase, line
from vp_tui.domain.timeline import Item
from vp_tui.errors import RefusedError

__all__ = ["CONSENT_HOW", "DeputyGranted", "DeputyRemoved", "GrantDeputy", "RemoveDeputy"]

CONSENT_HOW = ("oral", "written")
"""Mondeling, schriftelijk."""


class DeputyGranted(Event, frozen=True):
    FACTS: ClassVar = ("member", "consent_on", "consent_how", "until")
    member: Id
    consent_on: datetime.date
    consent_how: Literal["oral", "written"]
    until: datetime.date | None = None


class DeputyRemoved(Event, frozen=True):
    FACTS: ClassVar = ("member",)
    member: Id
    why: Phrase = ""


class GrantDeputy(Command, frozen=True):
    """Waarnemer aanwijzen; when and how the reporter consented must be said, ``until`` is the last day."""

    member: bytes
    consent_on: datetime.date | None = None
    consent_how: str = ""
    until: datetime.date | None = None


class RemoveDeputy(Command, frozen=True):
    """Waarneming beëindigen; what he has read stays known to him."""

    why: str = ""


def _grant(state: CaseState, command: GrantDeputy, context: Context) -> list[Event]:
    state.require_owner(context)
    state.require_open()
    if command.member == state.owner:
        raise RefusedError("deputy-is-owner", "member")
    if state.deputy is not None:
        raise RefusedError("deputy-exists", "member")
    if context.confidants is not None and command.member not in context.confidants:
        raise RefusedError("deputy-no-confidant", "member")
    if command.consent_on is None:
        raise RefusedError("consent-missing", "consent_on")
    on_or_before_today(command.consent_on, context, "consent_on")
    if command.until is not None and command.until < context.today:
        raise RefusedError("until-in-past", "until")
    match command.consent_how:
        case "oral" | "written" as how:
            return [DeputyGranted(Id(command.member), command.consent_on, how, command.until)]
    raise RefusedError("consent-how-missing", "consent_how")


def _remove(state: CaseState, command: RemoveDeputy, context: Context) -> list[Event]:
    state.require_owner(context)
    if state.deputy is None:
        raise RefusedError("no-deputy")
    return [DeputyRemoved(Id(state.deputy), line(command.why, "why", required=False))]


def _granted(state: CaseState, event: DeputyGranted, meta: Meta) -> CaseState | None:
    if meta.by != state.owner or state.deputy is not None or event.member == state.owner:
        return None
    return replace(state, deputy=event.member, deputy_until=event.until, deputy_consent_on=event.consent_on)


def _removed(state: CaseState, event: DeputyRemoved, meta: Meta) -> CaseState | None:
    if meta.by != state.owner or event.member != state.deputy:
        return None
    remark = (Item("deputy-removed", meta.record, meta.by, meta.at_ms, event.why),) if event.why else ()
    return replace(state, deputy=None, deputy_until=None, deputy_consent_on=None, timeline=state.timeline + remark)


DECIDE: Deciders = {GrantDeputy: _grant, RemoveDeputy: _remove}
FOLD: Folders = {DeputyGranted: _granted, DeputyRemoved: _removed}
