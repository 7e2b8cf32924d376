"""No sequence of commands, by whomever and on whatever day, lets something leave without consent.

The machine keeps a ledger of its own, in the plainest way, and holds every disclosure against it.
"""

from __future__ import annotations

import datetime
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from tests.domain.care import MANAGER
from tests.domain.story import DEPUTY, OWNER, STRANGER, T0, TODAY, context, lisa, meta, refusal
from vp_tui.domain import space
from vp_tui.domain.act import Command, Event
from vp_tui.domain.case_parts import Disclosure
from vp_tui.domain.commands import (
    AddReporter,
    ConsultStep,
    Disclose,
    DropReporter,
    GrantDeputy,
    HandOver,
    MakeReferral,
    MoveReferral,
    MoveStep,
    PutStep,
    RecordConsent,
    RemoveDeputy,
    WithdrawConsent,
    WriteDraft,
)
from vp_tui.domain.deputy import DeputyGranted
from vp_tui.domain.disclosure import Disclosed
from vp_tui.domain.handover import OwnerChanged
from vp_tui.domain.ids import Id
from vp_tui.domain.party import Party, colleague
from vp_tui.domain.record import decode_record, encode_record

MEMBERS = st.sampled_from([OWNER, DEPUTY, STRANGER])
PARTIES = st.sampled_from([MANAGER, Party("VD-HR"), colleague(DEPUTY)])
PURPOSES = st.sampled_from(
    ["letter", "introduction", "accompaniment", "conversation", "cover", "handover", "casus", "signal", "export"]
)
OFFSETS = st.integers(-3, 3)
DRAFT, STEP, REFERRAL, REPORTER = b"D" * 16, b"S" * 16, b"R" * 16, b"P" * 16


class Ledger(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.today = TODAY
        self.state: Any = lisa(role="")
        self.given: dict[bytes, dict[str, Any]] = {}
        self.withdrawn: dict[bytes, datetime.date] = {}
        self.reporters = {b""}
        self.seen = 0

    def act(self, command: Command, actor: bytes = b"") -> bool:
        """As a workspace does, through the wire; False if it was refused."""
        actor = actor or self.state.owner
        where = context(actor, today=self.today)
        if refusal(space.decide, self.state, command, where):
            return False
        events = decode_record(encode_record(T0, space.decide(self.state, command, where))).events
        self.state = space.fold_all(self.state, events, meta(actor))
        assert self.state.anomalies == 0
        return True

    @rule(days=st.integers(1, 2))
    def time_passes(self, days: int) -> None:
        self.today += datetime.timedelta(days)

    @rule(
        party=PARTIES, purpose=PURPOSES, on=st.integers(-2, 0), until=st.none() | st.integers(0, 2),
        second=st.booleans(), version=st.integers(0, 2),
    )  # fmt: skip
    def consents(self, party: Party, purpose: str, on: int, until: int | None, second: bool, version: int) -> None:
        reporter = REPORTER if second and len(self.reporters) > 1 else b""
        draft = DRAFT if purpose == "letter" else b""
        version = version if draft else 0
        day = self.today + datetime.timedelta(on)
        last = None if until is None else self.today + datetime.timedelta(until)
        consent = len(self.given).to_bytes(16, "big")
        if self.act(RecordConsent(consent, party, purpose, "feit 1", "oral", day, last, reporter, draft, version)):
            self.given[consent] = {
                "party": party.key, "purpose": purpose, "on": day, "until": last, "reporter": reporter,
                "draft": draft, "version": version,
            }  # fmt: skip

    @precondition(lambda self: self.given)
    @rule(number=st.integers(0, 30), on=OFFSETS)
    def withdraws(self, number: int, on: int) -> None:
        consent = sorted(self.given)[number % len(self.given)]
        day = self.today + datetime.timedelta(on)
        if self.act(WithdrawConsent(consent, day)):
            self.withdrawn[consent] = day

    @rule()
    def another_reporter(self) -> None:
        if self.act(AddReporter(REPORTER, "rode vos")):
            self.reporters.add(REPORTER)

    @rule()
    def drops_her(self) -> None:
        if self.act(DropReporter(REPORTER, 1)):
            self.reporters.discard(REPORTER)

    @rule(purpose=PURPOSES, party=PARTIES, on=OFFSETS, version=st.integers(0, 2), actor=MEMBERS)
    def discloses(self, purpose: str, party: Party, on: int, version: int, actor: bytes) -> None:
        day = self.today + datetime.timedelta(on)
        self.act(Disclose(purpose, party, day, DRAFT if version else b"", version), actor)

    @precondition(lambda self: self.given)
    @rule(number=st.integers(0, 30), on=st.integers(-2, 0))
    def discloses_as_consented(self, number: int, on: int) -> None:
        given = self.state.consents[number % len(self.state.consents)]
        day = self.today + datetime.timedelta(on)
        self.act(Disclose(given.purpose, given.party, day, given.draft, given.version))

    @rule(base=st.integers(0, 2))
    def writes(self, base: int) -> None:
        self.act(WriteDraft(DRAFT, "letter", "Brief", f"Versie {base + 1}.", base))

    @rule(party=st.none() | PARTIES, who=st.sampled_from(["reporter", "together", "confidant"]), base=st.integers(0, 4))
    def plans(self, party: Party | None, who: str, base: int) -> None:
        self.act(PutStep(STEP, "VS-BG", who, party=party, base=base))

    @rule()
    def consults(self) -> None:
        if self.state.steps:
            self.act(ConsultStep(STEP, self.state.steps[0].rev, "Ja."))

    @rule(to=st.sampled_from(["under_way", "done", "dropped", "intended"]), on=OFFSETS)
    def steps(self, to: str, on: int) -> None:
        if self.state.steps:
            day = self.today + datetime.timedelta(on)
            self.act(MoveStep(STEP, self.state.steps[0].rev, to, day))

    @rule(manner=st.sampled_from(["WV-KO", "WV-WS"]))
    def refers(self, manner: str) -> None:
        self.act(MakeReferral(REFERRAL, "VD-HR", manner=manner))

    @rule(to=st.sampled_from(["VW-AK", "VW-CO", "VW-AA"]))
    def follows(self, to: str) -> None:
        if self.state.referrals:
            self.act(MoveReferral(REFERRAL, self.state.referrals[0].rev, to))

    @rule(member=MEMBERS, on=st.none() | OFFSETS, how=st.sampled_from(["", "oral"]), until=st.none() | OFFSETS)
    def grants(self, member: bytes, on: int | None, how: str, until: int | None) -> None:
        day = None if on is None else self.today + datetime.timedelta(on)
        last = None if until is None else self.today + datetime.timedelta(until)
        before = {row.id for row in self.state.consents}
        if self.act(GrantDeputy(member, day, how, last)):
            for row in self.state.consents:
                if row.id not in before:
                    assert (row.on, row.how, row.until) == (day, how, last)
                    self.given[row.id] = {
                        "party": colleague(member).key, "purpose": "cover", "on": row.on, "until": row.until,
                        "reporter": b"", "draft": b"", "version": 0,
                    }  # fmt: skip

    @rule()
    def removes(self) -> None:
        self.act(RemoveDeputy())

    @rule(member=MEMBERS)
    def hands_over(self, member: bytes) -> None:
        self.act(HandOver(member))

    @invariant()
    def nothing_left_without_consent(self) -> None:
        for left in self.state.disclosures[self.seen :]:
            self.check(left)
        self.seen = len(self.state.disclosures)

    def check(self, left: Disclosure) -> None:
        draft = left.ref if left.purpose == "letter" else b""
        found = [self.given[consent] for consent in left.consents]
        for consent, entry in zip(left.consents, found, strict=True):
            assert (entry["party"], entry["purpose"]) == (left.party.key, left.purpose)
            assert (entry["draft"], entry["version"]) == (draft, left.version)
            assert entry["on"] <= left.on <= (entry["until"] or left.on)
            assert consent not in self.withdrawn or left.on < self.withdrawn[consent]
        assert {entry["reporter"] for entry in found} >= self.reporters


Ledger.TestCase.settings = settings(max_examples=150, stateful_step_count=50, deadline=None)
TestLedger = Ledger.TestCase


class Hostile(Ledger):
    """The same, beside a client that writes down whatever it likes: it is not believed."""

    @precondition(lambda self: self.given)
    @rule(number=st.integers(0, 30), named=st.booleans(), party=PARTIES, on=OFFSETS)
    def claims(self, number: int, named: bool, party: Party, on: int) -> None:
        given = self.state.consents[number % len(self.state.consents)]
        party = given.party if named else party
        day = self.today + datetime.timedelta(on)
        event: Event
        match given.purpose:
            case "cover":
                event = DeputyGranted(Id(DEPUTY), day, "oral", None, day, (Id(given.id),))
            case "handover":
                event = OwnerChanged(Id(DEPUTY), day, (Id(given.id),))
            case purpose:
                event = Disclosed(purpose, party, day, (Id(given.id),), Id(DRAFT), given.version)
        after: Any = space.fold(self.state, event, meta(self.state.owner))
        for left in after.disclosures[len(self.state.disclosures) :]:
            self.check(left)


TestHostile = Hostile.TestCase
TestHostile.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)
