"""Whatever is asked of whichever space for colleagues: no case gets into it, and every reader arrives at one state."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.msgpack import Decoder, Encoder

from tests.domain.circle import (
    CASUS,
    EXTRACT,
    GROUP,
    LOG,
    SESSION,
    SUPERVISION,
    SUPERVISOR,
    THIRD,
    Written,
    approved,
    both_signed,
    extract,
    group,
    signed_session,
    submitted,
    supervision,
)
from tests.domain.story import CASE, DEPUTY, OWNER, STRANGER, T0, context, day, do, meta, refusal
from vp_tui.domain import space
from vp_tui.domain.act import Command, Event
from vp_tui.domain.case_code import case_code
from vp_tui.domain.caseless import CASELESS, require_no_case
from vp_tui.domain.commands import (
    AddAddendum,
    AdmitMember,
    AnswerCasus,
    AnswerChecklist,
    ApproveExtract,
    AskDebrief,
    CancelSession,
    CheckCasus,
    CommentExtract,
    EndSession,
    LeaveGroup,
    NoteLoad,
    OfferCasus,
    OpenExtract,
    OpenGroup,
    OpenHours,
    OpenSupervision,
    PlanSession,
    PublishPoint,
    PutCasusDraft,
    PutLog,
    RecordActivity,
    ReturnExtract,
    ReturnLog,
    SetCertification,
    SignLog,
    SignSession,
    StartSession,
    SubmitExtract,
    VoteReview,
    WithdrawCasus,
    WithdrawExtract,
)
from vp_tui.domain.events import AnyEvent
from vp_tui.domain.group_file import Attendance
from vp_tui.domain.learning import LearningState
from vp_tui.domain.personal import PersonalState
from vp_tui.domain.rebase import commutes
from vp_tui.domain.record import decode_record, encode_record
from vp_tui.domain.review import CHECKLIST
from vp_tui.domain.wording import destroyable

OTHER = b"x" * 16
KNOWN = {CASE: "", OTHER: "concerned"}
TWO = b"2" * 16

people = st.sampled_from([OWNER, DEPUTY, THIRD, SUPERVISOR, STRANGER])
ids = st.sampled_from([CASUS, TWO, SESSION, LOG, CASE, OTHER])
bases = st.integers(0, 4)
texts = st.sampled_from(
    ["Hoe nu?", "Twee regels.\nEn meer.", f"Zaak {case_code(CASE)}", f"nr {OTHER.hex()}", case_code(OTHER).lower(), ""]
)
times = st.sampled_from(["15:00", "15:30", "16:00", "x", ""])
days = st.integers(-2, 1).map(day)
digests = st.just("0" * 64)
members = st.lists(people, max_size=3, unique=True).map(tuple)
attendances = st.lists(st.builds(Attendance, people | st.just(CASE), times), max_size=3).map(tuple)

openings: st.SearchStrategy[Command] = st.one_of(
    st.builds(OpenGroup, st.sampled_from([GROUP, CASE]), texts, members, st.sampled_from(["NL", "BE"])),
    st.builds(OpenExtract, st.sampled_from([EXTRACT, CASE]), people, st.just("IM-INC"), st.just("TH-RO")),
    st.builds(OpenSupervision, st.sampled_from([SUPERVISION, CASE]), people),
    st.builds(OpenHours, st.sampled_from([b"", SUPERVISOR, CASE])),
    st.builds(AskDebrief, st.sampled_from([TWO, CASE]), people),
)
of_group: st.SearchStrategy[Command] = st.one_of(
    st.builds(AdmitMember, people | st.just(CASE)),
    st.builds(LeaveGroup),
    st.builds(VoteReview, st.sampled_from(["off", "agreed"])),
    st.builds(OfferCasus, ids, texts, texts, st.integers(-1, 2), within=st.integers(0, 4), base=bases),
    st.builds(CheckCasus, ids, bases, st.booleans(), texts),
    st.builds(AnswerCasus, ids, ids, texts),
    st.builds(WithdrawCasus, ids, bases),
    st.builds(PlanSession, ids, days, st.just("IM-INC"), people, st.lists(ids, max_size=2).map(tuple), bases),
    st.builds(StartSession, ids, bases, times),
    st.builds(EndSession, ids, bases, times, attendances, times),
    st.builds(CancelSession, ids, bases),
    st.builds(SignSession, ids, digests),
)
of_extract: st.SearchStrategy[Command] = st.one_of(
    st.builds(SubmitExtract, bases, texts, st.integers(0, 2)),
    st.builds(CommentExtract, ids, st.integers(1, 3), st.integers(0, 2), texts, st.booleans(), bases),
    st.builds(AnswerChecklist, st.integers(1, 3), st.sampled_from(CHECKLIST), st.sampled_from(["yes", "no"])),
    st.builds(ReturnExtract, st.integers(1, 3), st.sampled_from(["anonymisation", "questions"]), texts),
    st.builds(ApproveExtract, st.integers(1, 3), digests),
    st.builds(WithdrawExtract),
    st.builds(AddAddendum, ids, ids, digests, texts),
)
of_supervision: st.SearchStrategy[Command] = st.one_of(
    st.builds(PutLog, ids, st.just("SV-IN"), days, times, times, texts, st.just(("TH-RO",)), texts, bases),
    st.builds(SignLog, ids, digests),
    st.builds(ReturnLog, ids, bases, texts),
    st.builds(AddAddendum, ids, ids, digests, texts),
)
SPACES: dict[str, tuple[Any, st.SearchStrategy[Command]]] = {
    "group": (group, of_group),
    "extract": (extract, of_extract),
    "supervision": (supervision, of_supervision),
}
_encode = Encoder(enc_hook=bytes).encode


def holds_a_case(found: Any) -> bool:
    """Anywhere in a state or an event: an id as bytes, or its digits, or its code in a text."""
    match found:
        case bytes():
            return any(case in found for case in KNOWN)
        case str():
            return any(case.hex() in found.lower() or case_code(case) in found.upper() for case in KNOWN)
        case tuple() | list():
            return any(holds_a_case(part) for part in found)
        case dict():
            return any(holds_a_case(part) for part in (*found.keys(), *found.values()))
        case msgspec.Struct():
            return any(holds_a_case(getattr(found, name)) for name in found.__struct_fields__)
    return False


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(sorted(SPACES)), st.data())
def test_no_sequence_of_commands_puts_a_case_into_a_space_for_colleagues(kind: str, data: st.DataObject) -> None:
    opening, commands = SPACES[kind]
    state: Any = opening()
    assert not holds_a_case(state)
    for number in range(data.draw(st.integers(0, 12))):
        actor, command = data.draw(people), with_digest(data.draw(commands), state)
        given_context = context(actor, sides=KNOWN)
        if refusal(space.decide, state, command, given_context):
            continue
        for part in space.parts(space.decide(state, command, given_context)):
            assert not holds_a_case(part)
            read = decode_record(encode_record(T0 + number, part)).events
            state = space.fold_all(state, read, meta(actor, T0 + number))
        assert state.anomalies == 0
        assert not holds_a_case(state)


def with_digest(command: Command, state: Any) -> Command:
    """As by somebody who has read what is there: else nothing would ever be signed."""
    match command:
        case SignSession() if held := [row for row in state.sessions if row.digest]:
            return SignSession(held[0].id, held[0].digest)
        case SignLog() if state.logs:
            return SignLog(state.logs[0].id, state.logs[0].digest)
        case ApproveExtract():
            return ApproveExtract(state.version, state.digest)
    return command


@settings(max_examples=100, deadline=None)
@given(people, openings)
def test_no_such_space_begins_with_a_case(actor: bytes, command: Command) -> None:
    given_context = context(actor, exceptions=frozenset(KNOWN))
    if refusal(space.decide, None, command, given_context) is None:
        assert not holds_a_case(space.decide(None, command, given_context))


def test_the_rule_is_the_doors_and_not_the_nouns() -> None:
    events: list[Event] = space.decide(group(), OfferCasus(CASE, "x", "y"), context())
    assert holds_a_case(events)
    assert refusal(require_no_case, events, context()) is None
    refused = refusal(require_no_case, events, context(sides=KNOWN))
    assert refused is not None
    assert refused.key == "names-a-case"
    assert {"group", "session_report", "extract", "supervision", "hours", "debrief", "learning"} == CASELESS
    assert set(space.KINDS) - CASELESS == {
        "practice", "client", "case", "case_notes", "personal", "contact_request", "contact_status"
    }  # fmt: skip


def test_what_may_be_destroyed_stands_alone() -> None:
    alone = {kind.__name__ for kind in AnyEvent.__args__ if kind.ALONE}
    assert alone == {"CasusText", "ExtractText"}
    events = space.decide_all(group(), [OfferCasus(CASUS, "x", "y"), VoteReview("agreed")], context())
    assert [[type(event).__name__ for event in part] for part in space.parts(events)] == [
        ["CasusOffered", "ReviewVoted"], ["CasusText"]
    ]  # fmt: skip
    assert space.parts(events[1:2]) == [events[1:2]]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(["group", "extract"]), st.data())
def test_a_new_device_reads_the_same_after_destruction(kind: str, data: st.DataObject) -> None:
    written = Written()
    if kind == "group":
        written.act(OpenGroup(GROUP, "Kring", (DEPUTY, THIRD)))
    else:
        written.act(OpenExtract(EXTRACT, SUPERVISOR, "IM-INC", "TH-RO"))
    commands = SPACES[kind][1]
    for _ in range(data.draw(st.integers(0, 14))):
        actor, command = data.draw(people), with_digest(data.draw(commands), written.state)
        if refusal(space.decide, written.state, command, context(actor)) is None:
            written.act(command, actor)
    rows = written.state.casuses if kind == "group" else [written.state]
    gone = [record for row in rows for record in destroyable(row.wordings)]
    read = written.without(*gone)
    assert read.anomalies == 0
    assert without_records(read) == without_records(written.state)


def without_records(state: Any) -> Any:
    """Where the destroyed words stood is known only to who has seen them."""
    if hasattr(state, "casuses"):
        casuses = tuple(without_records(casus) for casus in state.casuses)
        return msgspec.structs.replace(state, casuses=casuses)
    wordings = tuple(msgspec.structs.replace(row, record=b"") for row in state.wordings)
    return msgspec.structs.replace(state, wordings=wordings)


def personal() -> PersonalState:
    state: Any = do(None, PutCasusDraft(TWO, "x", "y", CASE))
    for command in (
        NoteLoad(2),
        SetCertification("nl-lvv", day(-9)),
        RecordActivity(TWO, "PE-INT", day(-1), "x", start="10:00", end="11:00"),
    ):
        state = do(state, command)
    return state  # type: ignore[no-any-return]


def learning() -> LearningState:
    command = PublishPoint(TWO, EXTRACT, "x", "y", "TH-RO", "IM-INC")
    return do(None, command, extracts={EXTRACT: approved()})  # type: ignore[no-any-return]


@pytest.mark.parametrize("make", [signed_session, approved, submitted, both_signed, personal, learning])
def test_the_cache_gives_back_the_same_state(make: Any) -> None:
    state = make()
    assert Decoder(type(state)).decode(_encode(state)) == state


def test_what_colleagues_do_side_by_side() -> None:
    casus = space.decide(group(), OfferCasus(CASUS, "x", "y"), context())
    another = space.decide(group(), OfferCasus(TWO, "x", "y"), context(DEPUTY))
    assert commutes(casus, another)
    assert not commutes(casus, casus)
    offered = do(group(), OfferCasus(CASUS, "x", "y"))
    one = space.decide(offered, AnswerCasus(CASUS, b"3" * 16, "x"), context(DEPUTY))
    other = space.decide(offered, AnswerCasus(CASUS, b"4" * 16, "y"), context(THIRD))
    assert commutes(one, other)
    withdrawn = space.decide(offered, WithdrawCasus(CASUS, 1), context())
    assert not commutes(one, withdrawn)
    assert not commutes(withdrawn, one)
