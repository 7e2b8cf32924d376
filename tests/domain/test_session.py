"""A session: who was there signs for herself, over a record with day, times and names and nothing else."""

from __future__ import annotations

import json
from typing import Any

import pytest
from msgspec.structs import replace

from tests.domain.circle import (
    CASUS,
    GROUP,
    PRESENT,
    SESSION,
    SUPERVISOR,
    TEXT,
    THIRD,
    cleared,
    group,
    held,
    offered,
    planned,
    signed_session,
)
from tests.domain.story import DEPUTY, OWNER, STRANGER, TODAY, context, day, do, hostile, refusal
from vp_tui.domain import codes, methods, space
from vp_tui.domain.act import Command
from vp_tui.domain.attendance import (
    Presence,
    SessionEnded,
    SessionSigned,
    attended_minutes,
    canonical_session,
    session_digest,
)
from vp_tui.domain.commands import (
    CancelSession,
    EndSession,
    LeaveGroup,
    OfferCasus,
    OpenSessionReport,
    PlanSession,
    SignSession,
    StartSession,
    WithdrawCasus,
    WriteSessionReport,
)
from vp_tui.domain.group_file import Attendance, GroupState
from vp_tui.domain.ids import Id
from vp_tui.domain.proof import participation
from vp_tui.domain.rebase import commutes
from vp_tui.domain.rotation import Roles, proposed
from vp_tui.domain.session import SessionCancelled, SessionPlanned, SessionStarted
from vp_tui.domain.session_report import SessionReportOpened, SessionReportState, SessionReportWritten
from vp_tui.errors import ConflictError, NotFoundError, NotPermittedError, RefusedError

REPORT = b"P" * 16


# -- methods and roles


def test_every_method_has_a_script() -> None:
    for code in codes.entries("method"):
        script = methods.script(code.code)
        assert len(script.steps) >= 4
        assert 20 <= script.minutes <= 90
        assert all(step.nl and step.en and step.minutes > 0 for step in script.steps)
    assert methods.version() == 1
    assert methods.script("IM-BAL").steps[1].label("en") == "The presenter tells, without interruption"
    with pytest.raises(KeyError):
        methods.script("IM-XXX")


def test_who_led_least_and_longest_ago_leads_next() -> None:
    state = offered()
    assert proposed(state, (CASUS,)) == Roles((OWNER,), DEPUTY, (THIRD,))
    assert proposed(planned(), (CASUS,)).facilitator == THIRD
    twice = do(planned(), PlanSession(b"2" * 16, day(7), "IM-VIJ", THIRD))
    assert proposed(twice, (CASUS,)).facilitator == DEPUTY
    assert proposed(do(twice, CancelSession(b"2" * 16, 1)), (CASUS,)).facilitator == THIRD
    assert proposed(state, (CASUS,), absent=(DEPUTY,)) == Roles((OWNER,), THIRD, ())
    assert proposed(state, (CASUS,), never=(DEPUTY,)) == Roles((OWNER,), THIRD, (DEPUTY,))
    assert proposed(state, (CASUS,), absent=(DEPUTY, THIRD)) == Roles((OWNER,), None, ())


# -- planning, beginning, ending


def test_a_session_is_planned_begun_and_held() -> None:
    state = held()
    (session,) = state.sessions
    assert (session.state, session.start, session.end, session.facilitator) == ("held", "15:00", "16:30", DEPUTY)
    assert session.present == (
        Attendance(OWNER, "15:00", "16:30"), Attendance(DEPUTY, "15:00", "16:30"), PRESENT[2]
    )  # fmt: skip
    assert (state.casuses[0].state, state.casuses[0].rev) == ("discussed", 3)


def test_a_session_can_be_written_down_afterwards() -> None:
    state = do(planned(), EndSession(SESSION, 1, "16:30", PRESENT, start="9:00"))
    assert state.sessions[0].start == "09:00"


@pytest.mark.parametrize("casus", ["offered", "withdrawn"])
def test_nothing_is_talked_over_that_nobody_has_checked(casus: str) -> None:
    state = planned(offered())
    if casus == "withdrawn":
        state = do(state, WithdrawCasus(CASUS, 1))
    for command in (StartSession(SESSION, 1, "15:00"), EndSession(SESSION, 1, "16:00", PRESENT, start="15:00")):
        with pytest.raises(RefusedError, match="casus-not-checked"):
            do(state, command)


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"agenda": (b"1" * 16,)}, "casus-not-offered"),
        ({"method": "PE-INT"}, "code-unknown"),
        ({"facilitator": STRANGER}, "facilitator-unknown"),
        ({"agenda": tuple(bytes([n]) * 16 for n in range(13))}, "number-out-of-range"),
    ],
)
def test_no_such_plan(change: dict[str, Any], key: str) -> None:
    with pytest.raises(RefusedError, match=key):
        planned(**change)


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"end": ""}, "session-without-end"),
        ({"end": "15:00"}, "session-ends-before"),
        ({"end": "14:59"}, "session-ends-before"),
        ({"end": "25:00"}, "time-not-understood"),
        ({"present": ()}, "facilitator-absent"),
        ({"present": (Attendance(OWNER),)}, "facilitator-absent"),
        ({"present": (*PRESENT, Attendance(STRANGER))}, "present-unknown"),
        ({"present": (*PRESENT, Attendance(OWNER))}, "present-unknown"),
        ({"present": (Attendance(DEPUTY, "14:00", "15:30"),)}, "attendance-outside"),
        ({"present": (Attendance(DEPUTY, "15:30", "17:00"),)}, "attendance-outside"),
        ({"present": (Attendance(DEPUTY, "15:40", "15:30"),)}, "session-ends-before"),
    ],
)
def test_no_such_end(change: dict[str, Any], key: str) -> None:
    running = do(planned(), StartSession(SESSION, 1, "15:00"))
    fields: dict[str, Any] = {"session": SESSION, "base": 2, "end": "16:30", "present": PRESENT}
    with pytest.raises(RefusedError, match=key):
        do(running, EndSession(**(fields | change)))


def test_tomorrow_has_not_been() -> None:
    state = planned(on=day(1))
    for command in (StartSession(SESSION, 1, "15:00"), EndSession(SESSION, 1, "16:00", PRESENT, start="15:00")):
        with pytest.raises(RefusedError, match="date-in-future"):
            do(state, command)


def test_nobody_is_in_two_sessions_at_once() -> None:
    state = do(held(), PlanSession(b"2" * 16, day(0), "IM-VIJ", THIRD))
    two = EndSession(b"2" * 16, 1, "16:45", (Attendance(THIRD), Attendance(OWNER)), start="16:15")
    with pytest.raises(RefusedError, match="session-overlaps"):
        do(state, two)
    there = tuple(Presence(Id(member), "16:15", "16:45") for member in (THIRD, OWNER))
    assert hostile(state, SessionEnded(Id(b"2" * 16), 1, "16:15", "16:45", there), OWNER).anomalies == 1
    assert do(state, replace(two, start="16:30")).sessions[1].state == "held"


def test_who_left_is_neither_present_nor_leads_nor_signs() -> None:
    state = do(held(), LeaveGroup(), THIRD)
    with pytest.raises(NotPermittedError, match="not-your-group"):
        do(state, SignSession(SESSION, session_digest(state, SESSION)), THIRD)
    assert hostile(state, SessionSigned(Id(SESSION), state.sessions[0].digest), THIRD).anomalies == 1
    running = do(do(planned(), StartSession(SESSION, 1, "15:00")), LeaveGroup(), THIRD)
    with pytest.raises(RefusedError, match="member-left"):
        do(running, EndSession(SESSION, 2, "16:30", PRESENT))
    with pytest.raises(RefusedError, match="member-left"):
        do(running, PlanSession(b"2" * 16, day(0), "IM-VIJ", THIRD))


def test_a_correction_keeps_who_was_there_and_left_since() -> None:
    state = do(held(), LeaveGroup(), THIRD)
    corrected = do(state, EndSession(SESSION, 3, "16:20", PRESENT))
    assert corrected.sessions[0].attended(THIRD) is not None
    assert corrected.anomalies == 0


def test_a_facilitator_from_outside_has_a_key_until_she_has_signed() -> None:
    state = planned(cleared(offered(group("BE"))), facilitator=SUPERVISOR)
    present = (Attendance(SUPERVISOR), Attendance(OWNER))
    state = do(do(state, StartSession(SESSION, 1, "15:00"), SUPERVISOR), EndSession(SESSION, 2, "17:00", present))
    assert SUPERVISOR in state.readers
    with pytest.raises(NotPermittedError, match="not-your-group"):
        do(state, OfferCasus(b"2" * 16, "x", "y"), SUPERVISOR)
    state = do(state, SignSession(SESSION, session_digest(state, SESSION)), SUPERVISOR)
    assert SUPERVISOR not in state.readers
    assert hostile(group(), SessionPlanned(Id(SESSION), 0, TODAY, "IM-INC", Id(SUPERVISOR)), OWNER).anomalies == 1


@pytest.mark.parametrize(
    ("state", "command"),
    [
        (planned, CancelSession(SESSION, 2)),
        (planned, StartSession(SESSION, 2, "15:00")),
        (planned, EndSession(SESSION, 2, "16:00", PRESENT)),
        (held, PlanSession(SESSION, day(0), "IM-VIJ", DEPUTY, base=3)),
        (held, StartSession(SESSION, 3, "15:00")),
        (held, CancelSession(SESSION, 3)),
    ],
)
def test_too_late(state: Any, command: Command) -> None:
    with pytest.raises(ConflictError):
        do(state(), command)


def test_a_cancelled_session_stays_cancelled() -> None:
    state = do(planned(), CancelSession(SESSION, 1))
    assert state.sessions[0].state == "cancelled"
    with pytest.raises(ConflictError, match="session-begun"):
        do(state, EndSession(SESSION, 2, "16:00", PRESENT, start="15:00"))
    end = SessionEnded(Id(SESSION), 2, "15:00", "16:00", (Presence(Id(OWNER), "15:00", "16:00"),))
    assert hostile(state, end, OWNER).anomalies == 1


@pytest.mark.parametrize(
    "event",
    [
        SessionStarted(Id(SESSION), 1, "15:00"),
        SessionPlanned(Id(b"2" * 16), 0, TODAY, "IM-INC", Id(OWNER)),
        SessionEnded(Id(SESSION), 1, "15:00", "16:00", (Presence(Id(OWNER), "15:00", "16:00"),)),
    ],
)
def test_a_stranger_writes_in_vain(event: Any) -> None:
    assert hostile(planned(), event, STRANGER) == replace(planned(), anomalies=1)


@pytest.mark.parametrize(
    "end",
    [
        SessionEnded(Id(SESSION), 1, "16:00", "15:00", (Presence(Id(OWNER), "15:00", "16:00"),)),
        SessionEnded(Id(SESSION), 1, "15:00", "16:00", (Presence(Id(OWNER), "14:00", "16:00"),)),
        SessionEnded(Id(SESSION), 1, "15:00", "16:00", (Presence(Id(STRANGER), "15:00", "16:00"),)),
        SessionEnded(Id(SESSION), 1, "15:00", "16:00", (Presence(Id(OWNER), "15:00", "16:00"),) * 2),
    ],
)
def test_no_record_makes_hours_that_were_not(end: SessionEnded) -> None:
    assert hostile(planned(), end, OWNER).sessions[0].state == "planned"


@pytest.mark.parametrize(
    "command",
    [
        PlanSession(b"2" * 16, day(0), "IM-INC", OWNER),
        StartSession(SESSION, 1, "15:00"),
        EndSession(SESSION, 1, "16:00", PRESENT, start="15:00"),
        CancelSession(SESSION, 1),
        SignSession(SESSION, "0" * 64),
    ],
)
def test_a_session_is_the_groups(command: Command) -> None:
    with pytest.raises(NotPermittedError, match="not-your-group"):
        do(planned(), command, STRANGER)


THERE = (Presence(Id(OWNER), "15:00", "16:00"),)


@pytest.mark.parametrize(
    ("make", "event"),
    [
        (planned, SessionPlanned(Id(SESSION), 0, TODAY, "IM-INC", Id(OWNER))),
        (held, SessionPlanned(Id(SESSION), 3, TODAY, "IM-INC", Id(OWNER))),
        (held, SessionStarted(Id(SESSION), 3, "15:00")),
        (held, SessionCancelled(Id(SESSION), 3)),
        (planned, SessionStarted(Id(b"2" * 16), 1, "15:00")),
        (planned, SessionCancelled(Id(b"2" * 16), 1)),
        (planned, SessionEnded(Id(b"2" * 16), 1, "15:00", "16:00", THERE)),
        (planned, SessionSigned(Id(b"2" * 16), "0" * 64)),
    ],
)
def test_what_breaks_a_rule_is_not_applied(make: Any, event: Any) -> None:
    assert hostile(make(), event, OWNER) == replace(make(), anomalies=1)


# -- signing


def test_the_canonical_record_byte_for_byte() -> None:
    state = held()
    data = canonical_session(state, state.sessions[0])
    assert data.startswith(b"vp-tui/v1/session\x00{")
    assert data == canonical_session(state, replace(state.sessions[0], present=state.sessions[0].present[::-1]))
    body = data.partition(b"\x00")[2]
    fields = json.loads(body)
    assert list(fields) == sorted(fields)
    assert body == json.dumps(fields, separators=(",", ":"), ensure_ascii=False).encode()
    assert fields == {
        "group": GROUP.hex(), "session": SESSION.hex(), "on": "2026-11-25", "start": "15:00", "end": "16:30",
        "method": "IM-INC", "facilitator": DEPUTY.hex(), "present": sorted([
            [OWNER.hex(), "15:00", "16:30"], [DEPUTY.hex(), "15:00", "16:30"], [THIRD.hex(), "15:00", "16:00"]]),
    }  # fmt: skip


def test_everybody_signs_for_herself() -> None:
    state = signed_session()
    assert state.sessions[0].signed_by == {OWNER, DEPUTY}
    assert attended_minutes(state.sessions[0], OWNER) == 90
    assert attended_minutes(state.sessions[0], THIRD) == 0
    assert attended_minutes(signed_session(None, THIRD).sessions[0], THIRD) == 60
    with pytest.raises(RefusedError, match="signed-already"):
        do(state, SignSession(SESSION, session_digest(state, SESSION)))


def test_a_signature_is_over_what_was_read() -> None:
    state = held()
    read = session_digest(state, SESSION)
    changed = do(state, EndSession(SESSION, 3, "16:20", PRESENT, start="15:00"))
    with pytest.raises(ConflictError, match="record-changed"):
        do(changed, SignSession(SESSION, read))
    assert hostile(changed, SessionSigned(Id(SESSION), read), OWNER).anomalies == 1
    signed = signed_session()
    corrected = do(signed, EndSession(SESSION, 3, "16:20", PRESENT))
    assert (corrected.sessions[0].signatures, attended_minutes(corrected.sessions[0], OWNER)) == ((), 0)
    with pytest.raises(RefusedError, match="nothing-changed"):
        do(signed, EndSession(SESSION, 3, "16:30", PRESENT))


def test_without_an_end_nothing_is_signed_or_proved() -> None:
    running = do(planned(), StartSession(SESSION, 1, "15:00"))
    for refused in (
        refusal(session_digest, running, SESSION),
        refusal(participation, running, SESSION, OWNER),
        refusal(space.decide, running, SignSession(SESSION, "0" * 64), context()),
    ):
        assert refused is not None
        assert refused.key == "session-without-end"
    assert hostile(running, SessionSigned(Id(SESSION), ""), OWNER).anomalies == 1  # type: ignore[arg-type]
    with pytest.raises(NotFoundError):
        session_digest(running, b"2" * 16)


def test_who_was_not_there_does_not_sign() -> None:
    running = do(planned(), StartSession(SESSION, 1, "15:00"))
    state = do(running, EndSession(SESSION, 2, "16:30", PRESENT[:2]))
    with pytest.raises(NotPermittedError, match="not-present"):
        do(state, SignSession(SESSION, session_digest(state, SESSION)), THIRD)
    assert hostile(state, SessionSigned(Id(SESSION), state.sessions[0].digest), THIRD).anomalies == 1


def test_all_sign_at_the_same_time() -> None:
    mine, theirs = ([SessionSigned(Id(SESSION), held().sessions[0].digest)] for _ in range(2))
    assert commutes(mine, theirs)
    ended = SessionEnded(Id(SESSION), 3, "15:00", "16:00", (Presence(Id(OWNER), "15:00", "16:00"),))
    assert not commutes(mine, [ended])


# -- what is printed and reported


def test_a_proof_says_nothing_of_what_was_said() -> None:
    state = signed_session()
    proof = participation(state, SESSION, OWNER)
    said = repr(proof)
    for secret in (TEXT, "Roddel", "TH-PE", CASUS.hex(), TEXT.split("\n")[0]):
        assert secret not in said
    assert [piece.key.rpartition(".")[2] for piece in proof] == [
        "title", "group", "when", "method", "facilitator", "participant", "signed", "signed", "unsigned", "digest",
        "sign",
    ]  # fmt: skip
    with pytest.raises(NotPermittedError, match="not-signed"):
        participation(state, SESSION, THIRD)


def report(state: GroupState | None = None, actor: bytes = OWNER) -> SessionReportState:
    command = OpenSessionReport(REPORT, GROUP, SESSION)
    made: SessionReportState = do(None, command, actor, groups={GROUP: state or held()})
    return made


def test_the_groups_report_is_for_those_who_were_there() -> None:
    running = do(planned(), StartSession(SESSION, 1, "15:00"))
    two = do(running, EndSession(SESSION, 2, "16:30", PRESENT[:2]))
    state = report(two)
    assert state.readers == {OWNER, DEPUTY}
    state = do(do(state, WriteSessionReport(0, "We oefenden.")), WriteSessionReport(1, "We oefenden samen."), DEPUTY)
    assert (state.text, state.by, state.rev) == ("We oefenden samen.", DEPUTY, 2)
    with pytest.raises(NotPermittedError, match="not-present"):
        do(state, WriteSessionReport(2, "x"), THIRD)
    with pytest.raises(NotPermittedError, match="not-present"):
        report(two, THIRD)
    with pytest.raises(ConflictError, match="entry-changed"):
        do(state, WriteSessionReport(1, "x"))
    with pytest.raises(RefusedError, match="nothing-changed"):
        do(state, WriteSessionReport(2, "We oefenden samen."))
    for event in (SessionReportWritten(2, "x"), SessionReportOpened(Id(REPORT), Id(GROUP), Id(SESSION), (Id(THIRD),))):
        assert hostile(state, event, THIRD).anomalies == 1
    assert hostile(state, SessionReportWritten(1, "x"), OWNER).anomalies == 1


def test_a_report_is_opened_once_and_by_who_was_there() -> None:
    with pytest.raises(ConflictError, match="already-opened"):
        do(report(), OpenSessionReport(b"2" * 16, GROUP, SESSION), groups={GROUP: held()})
    opened = SessionReportOpened(Id(REPORT), Id(GROUP), Id(SESSION), (Id(OWNER), Id(DEPUTY)))
    assert hostile(SessionReportState(), opened, THIRD).anomalies == 1
    assert hostile(SessionReportState(), opened, OWNER).id == REPORT
    assert hostile(report(), opened, OWNER).anomalies == 1


def test_no_report_of_what_was_not_held() -> None:
    for groups, key in (
        ({}, "group-unknown"),
        ({GROUP: group()}, "entry-not-found"),
        ({GROUP: planned()}, "session-without-end"),
    ):
        refused = refusal(space.decide, None, OpenSessionReport(REPORT, GROUP, SESSION), context(groups=groups))
        assert refused is not None
        assert refused.key == key
