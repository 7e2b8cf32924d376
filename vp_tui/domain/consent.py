"""The consent ledger (toestemmingsregister) of a case: who may be told what, for what, until when.

Invariant: an entry is never changed, only withdrawn; nothing leaves a case unless every reporter in it has a live entry
for the same party, purpose and content (source text 001: nothing is shared without explicit consent). Withdrawing
stops what comes after; what has already left stays listed. Callers: ``disclosure`` and the other nouns that let
something leave.
"""

from __future__ import annotations

import datetime
from typing import ClassVar, Literal, get_args

from msgspec.structs import replace

from vp_tui.domain import party as parties
from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta, on_or_before_today
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.case_parts import Consent, Disclosure
from vp_tui.domain.ids import Id
from vp_tui.domain.keyed import Base, find
from vp_tui.domain.party import Party
from vp_tui.domain.reporters import active
from vp_tui.domain.text import one_of, prose
from vp_tui.errors import ConflictError, NotFoundError, RefusedError

__all__ = [
    "CONSENT_HOW",
    "PURPOSES",
    "WHOLE_FILE",
    "ConsentRecorded",
    "ConsentWithdrawn",
    "How",
    "Purpose",
    "RecordConsent",
    "WithdrawConsent",
    "covers",
    "entry",
    "gone",
    "matching",
    "missing",
    "require",
]

How = Literal["oral", "written"]
CONSENT_HOW: tuple[How, ...] = get_args(How)
"""Mondeling, schriftelijk."""

Purpose = Literal[
    "letter",
    "introduction",
    "accompaniment",
    "conversation",
    "cover",
    "handover",
    "casus",
    "signal",
    "export",
]
PURPOSES: tuple[Purpose, ...] = get_args(Purpose)
"""Brief, introductie bij een verwijzing, begeleiding, gesprek namens de melder, waarneming, overdracht, casus voor
intervisie, herleidbaar signaal, export voor een ander."""

WHOLE_FILE = ("cover", "handover", "export")
"""Purposes for which the content may be the whole file: no words are needed then."""

MOVES_KEYS = ("cover", "handover")
"""Purposes under which a colleague comes to read the case; the server takes these at once or not at all."""

TOLD = ("introduction", "accompaniment", "conversation")
"""What was told to somebody, and may be written down afterwards: a later withdrawal does not undo that it was allowed.
Everything else leaves by the act itself, on the day of the act, whatever date is written on it."""


class ConsentRecorded(Event, frozen=True):
    PROSE: ClassVar = ("content",)
    FACTS: ClassVar = ("party", "purpose", "how", "on", "until")
    consent: Id
    party: Party
    purpose: Purpose
    content: str
    how: How
    on: datetime.date
    until: datetime.date | None = None
    reporter: Id | None = None
    draft: Id | None = None
    version: Base = 0


class ConsentWithdrawn(Event, frozen=True):
    FACTS: ClassVar = ("on",)
    consent: Id
    on: datetime.date


class RecordConsent(Command, frozen=True):
    """Toestemming vastleggen. ``consent`` is a fresh id, ``reporter`` empty for the main one; a letter's consent is for
    one ``version`` of one ``draft``."""

    consent: bytes
    party: Party
    purpose: str
    content: str = ""
    how: str = ""
    on: datetime.date | None = None
    until: datetime.date | None = None
    reporter: bytes = b""
    draft: bytes = b""
    version: int = 0


class WithdrawConsent(Command, frozen=True):
    """Toestemming intrekken; ``gone`` says what has already left under it."""

    consent: bytes
    on: datetime.date | None = None


def entry(state: CaseState, consent: bytes) -> Consent | None:
    """The entry with this id."""
    return next((row for row in state.consents if row.id == consent), None)


def gone(state: CaseState, consent: bytes) -> tuple[Disclosure, ...]:
    """What has left under this consent, oldest first."""
    return tuple(row for row in state.disclosures if consent in row.consents)


def matching(
    state: CaseState, party: Party, purpose: str, on: datetime.date, draft: bytes = b"", version: int = 0
) -> tuple[Consent, ...]:
    """The live entries for this party, purpose and content on that day, newest first; one that is withdrawn by now only
    for what was told before."""
    found = _on_that_day(state, party, purpose, on, draft, version)
    return tuple(row for row in found if row.withdrawn_on is None or purpose in TOLD)


def _on_that_day(
    state: CaseState, party: Party, purpose: str, on: datetime.date, draft: bytes, version: int
) -> list[Consent]:
    return [
        row
        for row in reversed(state.consents)
        if row.party.key == party.key
        and (row.purpose, row.draft, row.version) == (purpose, draft, version)
        and row.live(on)
    ]


def missing(
    state: CaseState, party: Party, purpose: str, on: datetime.date, draft: bytes = b"", version: int = 0
) -> tuple[bytes, ...]:
    """The reporters whose consent is missing, ``b""`` for the main one; none means that it may leave."""
    given = {row.reporter for row in matching(state, party, purpose, on, draft, version)}
    return tuple(reporter for reporter in active(state) if reporter not in given)


def require(
    state: CaseState,
    party: Party,
    purpose: str,
    on: datetime.date,
    today: datetime.date,
    draft: bytes = b"",
    version: int = 0,
    of: tuple[bytes, ...] | None = None,
) -> tuple[Id, ...]:
    """The newest consent of every reporter, or of those named. RefusedError ``consent-missing`` beside ``consent``,
    with the ``purpose``, the kind of ``party``, its ``member`` (hex or nothing) and which ``reporter`` by number: 1 is
    the main one."""
    newest: dict[bytes, Id] = {}
    for row in matching(state, party, purpose, on, draft, version):
        # A withdrawal of a day that is still to come here: this clock is behind, and says nothing about before.
        if row.withdrawn_on is None or row.withdrawn_on <= today:
            newest.setdefault(row.reporter, Id(row.id))
    for number, reporter in enumerate(active(state), 1):
        if reporter not in newest and (of is None or reporter in of):
            raise RefusedError(
                "consent-missing",
                "consent",
                purpose=purpose,
                party=party.kind,
                member=party.member,
                reporter=number,
            )
    return tuple(newest[reporter] for reporter in (active(state) if of is None else of))


def covers(
    state: CaseState,
    consents: tuple[bytes, ...],
    party: Party,
    purpose: str,
    on: datetime.date,
    draft: bytes = b"",
    version: int = 0,
) -> bool:
    """Whether these consents, as a record names them, are what ``require`` would have asked for. What left on a day
    before the withdrawal stays listed, though its record came after; keys are not given by such a record."""
    rows = matching if purpose in MOVES_KEYS else _on_that_day
    given = {row.reporter for row in rows(state, party, purpose, on, draft, version) if row.id in consents}
    return given.issuperset(active(state))


def _record(state: CaseState, command: RecordConsent, context: Context) -> list[Event]:
    state.require_change(context)
    if entry(state, command.consent) is not None:
        raise ConflictError("entry-exists")
    party = parties.checked(command.party, context)
    purpose = one_of(command.purpose, PURPOSES, "purpose")
    if (purpose in ("cover", "handover")) != (party.kind == "colleague") and purpose != "casus":
        raise RefusedError("party-not-for-purpose", "party")
    on = on_or_before_today(command.on or context.today, context, "on")
    if command.until is not None and command.until < on:
        raise RefusedError("consent-ends-before", "until")
    if command.how not in CONSENT_HOW:
        raise RefusedError("consent-how-missing", "how")
    if command.reporter not in active(state):
        raise NotFoundError("entry-not-found")
    if purpose == "letter":
        letter = find(state.drafts, command.draft)
        if letter is None or not 1 <= command.version <= letter.rev:
            raise RefusedError("letter-without-draft", "draft")
    elif command.draft or command.version:
        raise RefusedError("letter-without-draft", "purpose")
    whole = purpose in WHOLE_FILE or purpose == "letter"
    return [
        ConsentRecorded(
            Id(command.consent),
            party,
            purpose,
            prose(command.content, "content", required=not whole),
            one_of(command.how, CONSENT_HOW, "how"),
            on,
            command.until,
            Id(command.reporter) if command.reporter else None,
            Id(command.draft) if command.draft else None,
            command.version,
        )
    ]


def _withdraw(state: CaseState, command: WithdrawConsent, context: Context) -> list[Event]:
    # A closed case is no reason to hold somebody to what she takes back.
    state.require_writer(context)
    row = entry(state, command.consent)
    if row is None:
        raise NotFoundError("entry-not-found")
    if row.withdrawn_on is not None:
        raise RefusedError("consent-withdrawn", "consent", on=row.withdrawn_on.isoformat())
    on = on_or_before_today(command.on or context.today, context, "on")
    if on < row.on:
        raise RefusedError("consent-ends-before", "on")
    return [ConsentWithdrawn(Id(command.consent), on)]


def _recorded(state: CaseState, event: ConsentRecorded, meta: Meta) -> CaseState | None:
    reporter = event.reporter or b""
    late = event.until is not None and event.until < event.on
    if entry(state, event.consent) is not None or late or reporter not in active(state):
        return None
    letter = find(state.drafts, event.draft or b"")
    if event.purpose == "letter" and (letter is None or not 1 <= event.version <= letter.rev):
        return None
    made = Consent(
        event.consent,
        event.party,
        event.purpose,
        event.content,
        event.how,
        event.on,
        meta.by,
        meta.at_ms,
        event.until,
        None,
        reporter,
        event.draft or b"",
        event.version,
    )
    return replace(state, consents=(*state.consents, made))


def _withdrawn(state: CaseState, event: ConsentWithdrawn, meta: Meta) -> CaseState | None:
    row = entry(state, event.consent)
    if row is None or row.withdrawn_on is not None or event.on < row.on:
        return None
    after = replace(row, withdrawn_on=event.on)
    return replace(state, consents=tuple(after if kept is row else kept for kept in state.consents))


DECIDE: Deciders = {RecordConsent: _record, WithdrawConsent: _withdraw}
FOLD: Folders = {ConsentRecorded: _recorded, ConsentWithdrawn: _withdrawn}
