"""Whatever is asked, in whatever order, by whomever: the rules hold, and every reader arrives at the same state."""

from __future__ import annotations

import datetime
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.domain.story import (
    CASE,
    DEPUTY,
    OWNER,
    T0,
    TODAY,
    context,
    day,
    lisa,
    meta,
    refusal,
    with_deputy,
)
from tests.domain.wire import EVENTS
from tests.domain.wishes import commands, members
from vp_tui.domain import keyed, space
from vp_tui.domain.act import SpaceOpened
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.closing import AftercareDone, CaseClosed, CaseReopened
from vp_tui.domain.commands import (
    ChooseOption,
    Command,
    CompleteNextAction,
    ConsultStep,
    DropOption,
    MoveAppointment,
    MoveReferral,
    MoveStep,
    PutAppointment,
    PutOption,
    PutStep,
    ReviseCore,
    ReviseNote,
    SetNextAction,
    SetSafeContact,
    SetStage,
    WithdrawNote,
    WriteDraft,
)
from vp_tui.domain.core import CoreRevised
from vp_tui.domain.deputy import DeputyRemoved
from vp_tui.domain.events import AnyEvent
from vp_tui.domain.ids import Id
from vp_tui.domain.next_action import NextActionDone, NextActionSet
from vp_tui.domain.note import NoteRevised, NoteWritten
from vp_tui.domain.personal import ChangesAcknowledged, PreferenceSet, SavedViewRemoved, SavedViewSet
from vp_tui.domain.progress import StateChanged
from vp_tui.domain.rebase import commutes
from vp_tui.domain.record import decode_record, encode_record
from vp_tui.domain.registration import CaseOpened
from vp_tui.domain.summary import summarise
from vp_tui.domain.timeline import find

quick = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@quick
@given(st.lists(EVENTS, min_size=1, max_size=6), st.integers(0, 253_402_128_000_000))
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
    assert all(step.consulted_on and step.choice for step in state.steps if step.status in BEYOND)
    summarise(state)


BEYOND = ("consulted", "under_way", "done")


@quick
@given(st.sampled_from(space.KINDS), st.lists(st.tuples(members, EVENTS), max_size=20))
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
        case SetSafeContact() | SetStage():
            name = "safe" if isinstance(command, SetSafeContact) else "stage"
            command = replace(command, base=state.core_rev(name))
        case ChooseOption():
            command = replace(command, base=state.choice_rev)
        case PutOption() | DropOption():
            command = replace(command, base=revision(state.options, command.option))
        case PutStep() | ConsultStep() | MoveStep():
            command = replace(command, base=revision(state.steps, command.step))
        case WriteDraft():
            command = replace(command, base=revision(state.drafts, command.draft))
        case MoveReferral():
            command = replace(command, base=revision(state.referrals, command.referral))
        case PutAppointment() | MoveAppointment():
            command = replace(command, base=revision(state.appointments, command.appointment))
        case ReviseNote() | WithdrawNote():
            item = find(state.timeline, command.note)
            command = replace(command, base=item.rev if item else 1)
    if refusal(space.decide, state, command, context(actor)):
        return [], state
    events = space.decide(state, command, context(actor))
    return events, space.fold_all(state, events, meta(actor))


def revision(rows: Any, key: bytes) -> int:
    row = keyed.find(rows, key)
    return row.rev if row is not None else 0


def decided(state: Any, wanted: list[Command], actor: bytes) -> list[Any]:
    made: list[Any] = []
    for command in wanted:
        events, state = attempt(state, command, actor)
        made += events
    return made


ORDERED = ("options", "steps", "drafts", "referrals", "appointments", "calls", "retaliations", "reporters")


def arrival_aside(state: Any) -> Any:
    return replace(
        state,
        timeline=tuple(sorted(state.timeline, key=repr)),
        log=tuple(sorted(state.log, key=repr)),
        core_revs=dict(sorted(state.core_revs.items())),
        intake=dict(sorted(state.intake.items())),
        **{name: tuple(sorted(getattr(state, name), key=repr)) for name in ORDERED},
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
