"""What leaves a case (verstrekking): a letter, an accompanied talk, an introduction, a casus, a signal, an export.

Invariant: there is one way out, ``disclosed``, and it refuses without the live, matching consent of every reporter; a
record that says otherwise is not applied. A disclosure has no opposite: it is never undone, only listed. What may be
told without consent, after an exception to confidentiality, is kept elsewhere (``exception``). Callers: the nouns of
steps and referrals; the deputy and the hand-over have events of their own, under the same rule.
"""

from __future__ import annotations

import datetime
from typing import ClassVar, Literal, get_args

from msgspec.structs import replace

from vp_tui.domain import consent as ledger
from vp_tui.domain import party as parties
from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta, on_or_before_today
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.case_parts import Disclosure
from vp_tui.domain.ids import Id
from vp_tui.domain.keyed import Base, find, put
from vp_tui.domain.party import Party
from vp_tui.domain.text import one_of
from vp_tui.errors import RefusedError

__all__ = ["BY_ITSELF", "Disclose", "Disclosed", "disclosed", "with_disclosure"]

Outgoing = Literal["letter", "introduction", "accompaniment", "conversation", "casus", "signal", "export"]
BY_ITSELF = ("letter", "conversation", "casus", "signal", "export")


class Disclosed(Event, frozen=True):
    """``ref`` is the draft, step or referral that it belongs to; ``consents`` name one entry per reporter."""

    FACTS: ClassVar = ("purpose", "party", "on")
    purpose: Outgoing
    party: Party
    on: datetime.date
    consents: tuple[Id, ...]
    ref: Id | None = None
    version: Base = 0


class Disclose(Command, frozen=True):
    """Verstrekken, or what was told written down: a letter (``draft`` and ``version``), a conversation on behalf of
    the reporter, a casus, a signal that could be traced, an export. An export is of today alone."""

    purpose: str
    party: Party
    on: datetime.date | None = None
    draft: bytes = b""
    version: int = 0


def disclosed(
    state: CaseState,
    purpose: Outgoing,
    party: Party | None,
    on: datetime.date,
    context: Context,
    ref: bytes = b"",
    version: int = 0,
) -> Disclosed:
    """The event, if every reporter has consented. RefusedError ``consent-missing`` and of the party and the date."""
    party = parties.checked(party, context)
    on_or_before_today(on, context, "on")
    draft = ref if purpose == "letter" else b""
    consents = ledger.require(state, party, purpose, on, context.today, draft, version)
    return Disclosed(purpose, party, on, consents, Id(ref) if ref else None, version)


def with_disclosure(state: CaseState, made: Disclosure) -> CaseState:
    """The state with one more thing that has left."""
    return replace(state, disclosures=(*state.disclosures, made))


def _disclose(state: CaseState, command: Disclose, context: Context) -> list[Event]:
    state.require_change(context)
    purpose = one_of(command.purpose, BY_ITSELF, "purpose")
    on = command.on or context.today
    if purpose == "export" and on != context.today:
        raise RefusedError("export-not-today", "on")
    letter = find(state.drafts, command.draft)
    if (purpose == "letter") != (letter is not None and 1 <= command.version <= letter.rev):
        raise RefusedError("letter-without-draft", "draft")
    outgoing = one_of(purpose, get_args(Outgoing), "purpose")
    return [disclosed(state, outgoing, command.party, on, context, command.draft, command.version)]


def _left(state: CaseState, event: Disclosed, meta: Meta) -> CaseState | None:
    ref = event.ref or b""
    draft = ref if event.purpose == "letter" else b""
    if not ledger.covers(state, event.consents, event.party, event.purpose, event.on, draft, event.version):
        return None
    made = Disclosure(
        event.purpose, event.party, event.on, event.consents, meta.by, meta.at_ms, ref, event.version
    )  # fmt: skip
    after = with_disclosure(state, made)
    letter = find(state.drafts, draft)
    if letter is None or not 1 <= event.version <= letter.rev:
        return after if not draft else None
    versions = list(letter.versions)
    versions[event.version - 1] = replace(versions[event.version - 1], sent_on=event.on)
    return replace(after, drafts=put(after.drafts, replace(letter, versions=tuple(versions))))


DECIDE: Deciders = {Disclose: _disclose}
FOLD: Folders = {Disclosed: _left}
