"""Whatever is asked, in whatever order, by whomever: the rules hold, and every reader arrives at the same state."""

from __future__ import annotations

import datetime
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.domain.story import (
    CASE,
    CLIENT,
    DEPUTY,
    NOTE,
    OWNER,
    STRANGER,
    T0,
    TODAY,
    context,
    day,
    lisa,
    meta,
    refusal,
    with_deputy,
)
from vp_tui.domain import space
from vp_tui.domain.act import SpaceOpened
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.case_notes import NotesOpened
from vp_tui.domain.client import ClientArchived, ClientRegistered, ClientRenamed
from vp_tui.domain.closing import AftercareDone, CaseClosed, CaseReopened
from vp_tui.domain.commands import (
    ChangeState,
    CloseCase,
    Command,
    CompleteNextAction,
    GrantDeputy,
    RecordAftercare,
    RecordConversation,
    RemoveDeputy,
    ReopenCase,
    ReviseCore,
    ReviseNote,
    SetNextAction,
    WithdrawNote,
    WriteNote,
)
from vp_tui.domain.core import CoreRevised
from vp_tui.domain.deputy import DeputyGranted, DeputyRemoved
from vp_tui.domain.events import AnyEvent
from vp_tui.domain.ids import Id
from vp_tui.domain.next_action import NextActionDone, NextActionSet
from vp_tui.domain.note import ConversationRecorded, NoteRevised, NoteWithdrawn, NoteWritten
from vp_tui.domain.personal import ChangesAcknowledged, PreferenceSet, SavedViewRemoved, SavedViewSet
from vp_tui.domain.practice import FingerprintCompared, PracticeNamed
from vp_tui.domain.progress import StateChanged
from vp_tui.domain.rebase import commutes
from vp_tui.domain.record import decode_record, encode_record
from vp_tui.domain.registration import CaseOpened
from vp_tui.domain.summary import summarise
from vp_tui.domain.timeline import find

members = st.sampled_from([OWNER, DEPUTY, STRANGER])
ids = st.sampled_from([NOTE, b"1" * 16, b"2" * 16])
days = st.integers(-40, 40).map(day)
maybe_days = st.none() | days
bases = st.integers(0, 3)
short = st.text(st.characters(codec="utf-8"), max_size=12)
states = st.sampled_from(["received", "exploring", "options", "waiting", "aftercare", "closed", "x"])
channels = st.sampled_from(["KA-TE", "KA-FY", "OG-PE"])
reasons = st.sampled_from(["AF-UI", "AF-OP", "", "X"])
outcomes = st.sampled_from(["EV-VO", "EV-NI", "x"])
harm = st.sampled_from(["", "BN-ER"])

core_changes = st.one_of(
    st.tuples(st.just("alias"), short),
    st.tuples(st.just("client"), st.sampled_from([None, CLIENT])),
    st.tuples(st.just("channel"), channels),
    st.tuples(st.just("natures"), st.lists(st.sampled_from(["OG-PE", "IN-FR", "XX"]), max_size=3).map(tuple)),
    st.tuples(st.just("received"), days),
    st.tuples(st.just("role"), st.sampled_from(["", "RO-GE"])),
)

commands: st.SearchStrategy[Command] = st.one_of(
    st.builds(WriteNote, ids, short),
    st.builds(RecordConversation, ids, days, st.integers(-5, 90), channels, short),
    st.builds(ReviseNote, ids, bases, short),
    st.builds(WithdrawNote, ids, bases),
    st.builds(lambda change, base: ReviseCore(change[0], base, change[1]), core_changes, bases),
    st.builds(SetNextAction, bases, short, maybe_days),
    st.builds(CompleteNextAction, bases),
    st.builds(ChangeState, states, st.sampled_from(["", "HR"])),
    st.builds(CloseCase, reasons, maybe_days, st.lists(days, max_size=2).map(tuple), st.just(""), st.booleans()),
    st.builds(RecordAftercare, days, outcomes, harm),
    st.builds(ReopenCase, short),
    st.builds(GrantDeputy, members, maybe_days, st.sampled_from(["", "oral"]), maybe_days),
    st.builds(RemoveDeputy, short),
)

wire_ids = ids.map(Id)
events: st.SearchStrategy[AnyEvent] = st.one_of(
    st.builds(SpaceOpened, short),
    st.builds(CaseOpened, wire_ids, members.map(Id), short, st.just("KA-TE"), days, st.none() | wire_ids),
    st.builds(NoteWritten, wire_ids, short),
    st.builds(ConversationRecorded, wire_ids, days, st.integers(0, 1440), short, short),
    st.builds(
        NoteRevised, wire_ids, st.integers(1, 9), short, maybe_days, st.none() | st.integers(0, 9), st.none() | short
    ),
    st.builds(NoteWithdrawn, wire_ids, st.integers(1, 9)),
    st.builds(CoreRevised, st.sampled_from(["alias", "client", "natures", "received", "x"]), bases, st.none() | short),
    st.builds(NextActionSet, bases, short, maybe_days),
    st.builds(NextActionDone, bases),
    st.builds(StateChanged, states, short),
    st.builds(CaseClosed, st.just("AF-UI"), days, st.lists(days, max_size=3).map(tuple), st.none() | st.just("EV-VO")),
    st.builds(AftercareDone, days, st.just("EV-VO"), st.none() | st.just("BN-GE")),
    st.builds(CaseReopened, short),
    st.builds(DeputyGranted, members.map(Id), days, st.sampled_from(["oral", "written"]), maybe_days),
    st.builds(DeputyRemoved, members.map(Id), short),
    st.builds(NotesOpened, wire_ids),
    st.builds(ClientRegistered, wire_ids, st.just("NRD-01"), short, short),
    st.builds(ClientRenamed, bases, short),
    st.builds(ClientArchived),
    st.builds(PracticeNamed, short),
    st.builds(FingerprintCompared, members.map(Id), wire_ids, st.sampled_from(["phone", "video"]), days),
    st.builds(PreferenceSet, short, short),
    st.builds(SavedViewSet, short, short, short),
    st.builds(SavedViewRemoved, short),
    st.builds(ChangesAcknowledged, st.integers(0, 9)),
)

quick = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@quick
@given(st.lists(events, min_size=1, max_size=6), st.integers(0, 253_402_128_000_000))
def test_what_is_written_is_read(written: list[AnyEvent], at: int) -> None:
    record = decode_record(encode_record(at, written))
    assert (record.events, record.at, record.v) == (written, at, 1)


@quick
@given(st.lists(st.tuples(members, commands, st.integers(0, 30)), max_size=25))
def test_no_sequence_of_commands_breaks_a_rule(steps: list[tuple[bytes, Command, int]]) -> None:
    state: Any = lisa()
    today = TODAY
    for number, (actor, command, passing) in enumerate(steps):
        today += datetime.timedelta(passing)
        given_context = context(actor, today=today)
        if refusal(space.decide, state, command, given_context):
            continue
        decided = space.decide(state, command, given_context)
        at = T0 + number
        before, state = state, space.fold_all(state, decode_record(encode_record(at, decided)).events, meta(actor, at))
        assert state.anomalies == 0
        assert state.last_ms == at
        assert len(state.log) == len(before.log) + len(decided)
        obeys(state, actor, before)


def obeys(state: CaseState, actor: bytes, before: CaseState) -> None:
    assert actor in (before.owner, before.deputy)
    assert (state.state == "closed") <= bool(state.closed_reason and state.closed_on)
    assert (state.state == "closed") <= (state.next is None and all(moment.done_ms for moment in state.aftercare))
    assert (state.state == "aftercare") == any(not moment.done_ms for moment in state.aftercare)
    assert (state.deputy is not None) == (state.deputy_consent_on is not None)
    assert state.deputy != state.owner
    assert len(state.timeline) >= len(before.timeline)
    assert len({item.id for item in state.timeline if item.kind in ("note", "conversation")}) >= 1
    assert all(not item.text for item in state.timeline if item.withdrawn)
    summarise(state)


@quick
@given(st.sampled_from(space.KINDS), st.lists(st.tuples(members, events), max_size=20))
def test_folding_never_fails_and_never_hides(kind: str, written: list[tuple[bytes, AnyEvent]]) -> None:
    state: Any = space.fold(None, SpaceOpened(kind), meta())
    for by, event in written:
        before, state = state, space.fold(state, event, meta(by))
        if state.anomalies > before.anomalies:
            assert state.anomalies == before.anomalies + 1
            assert replace(state, anomalies=before.anomalies, **kept(before)) == before
    if isinstance(state, CaseState):
        assert sum(line.t == space.IGNORED for line in state.log) == state.anomalies


def kept(before: Any) -> dict[str, Any]:
    """An ignored event changes nothing but the log and the time of the last change."""
    return {name: getattr(before, name) for name in ("log", "last_ms") if hasattr(before, name)}


@settings(quick, max_examples=400)
@given(
    st.lists(commands, max_size=6),
    st.lists(commands, min_size=1, max_size=2),
    st.lists(commands, min_size=1, max_size=2),
)
def test_what_commutes_may_come_in_either_order(
    past: list[Command], mine: list[Command], theirs: list[Command]
) -> None:
    state: Any = with_deputy(until=day(400))
    for command in past:
        state = attempt(state, command, OWNER)[1]
    ours = decided(state, mine, OWNER)
    others = decided(state, theirs, DEPUTY)
    assert commutes(ours, others) == commutes(others, ours)
    if not commutes(ours, others):
        return
    one, other = state, state
    for events, by in ((ours, OWNER), (others, DEPUTY)):
        one = space.fold_all(one, events, meta(by))
    for events, by in ((others, DEPUTY), (ours, OWNER)):
        other = space.fold_all(other, events, meta(by))
    assert one.anomalies == 0
    assert arrival_aside(one) == arrival_aside(other)


def attempt(state: Any, command: Command, actor: bytes) -> tuple[list[Any], Any]:
    """The command of somebody who has seen the state: nothing, if it is refused all the same."""
    match command:
        case ReviseCore():
            command = replace(command, base=state.core_rev(command.field))
        case SetNextAction() | CompleteNextAction():
            command = replace(command, base=state.next_rev)
        case ReviseNote() | WithdrawNote():
            item = find(state.timeline, command.note)
            command = replace(command, base=item.rev if item else 1)
    if refusal(space.decide, state, command, context(actor)):
        return [], state
    events = space.decide(state, command, context(actor))
    return events, space.fold_all(state, events, meta(actor))


def decided(state: Any, wanted: list[Command], actor: bytes) -> list[Any]:
    made: list[Any] = []
    for command in wanted:
        events, state = attempt(state, command, actor)
        made += events
    return made


def arrival_aside(state: Any) -> Any:
    return replace(
        state,
        timeline=tuple(sorted(state.timeline, key=repr)),
        log=tuple(sorted(state.log, key=repr)),
        core_revs=dict(sorted(state.core_revs.items())),
    )


def test_two_notes_commute_and_the_same_thing_does_not() -> None:
    note = [NoteWritten(Id(b"1" * 16), "x")]
    assert commutes(note, [NoteWritten(Id(b"2" * 16), "y")])
    assert commutes(note, [StateChanged("options")])
    assert commutes([CoreRevised("alias", 0, "x")], [CoreRevised("role", 0, "RO-GE")])
    assert commutes([PreferenceSet("lang", "nl")], [SavedViewSet("x", "", "due")])
    assert commutes([ChangesAcknowledged(3)], [ChangesAcknowledged(4)])
    for one, other in (
        (note, [NoteRevised(Id(b"1" * 16), 1, "y")]),
        ([NextActionSet(0, "x")], [NextActionDone(0)]),
        ([StateChanged("options")], [StateChanged("steps")]),
        ([CoreRevised("alias", 0, "x")], [CoreRevised("alias", 0, "y")]),
        ([DeputyRemoved(Id(DEPUTY))], [DeputyRemoved(Id(DEPUTY))]),
        ([AftercareDone(TODAY, "EV-VO")], [AftercareDone(day(1), "EV-VO")]),
        ([SavedViewSet("Té laat", "", "due")], [SavedViewRemoved("te laat")]),
        (note, [CaseClosed("AF-UI", TODAY)]),
        (note, [CaseReopened("x")]),
        (note, [CaseOpened(Id(CASE), Id(OWNER), "x", "KA-TE", TODAY)]),
    ):
        assert not commutes(one, other)
        assert not commutes(other, one)
