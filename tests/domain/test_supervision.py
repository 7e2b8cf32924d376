"""Supervision: hours count when both have signed the same record; coordinators see hours; a debrief has no words."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.domain.circle import (
    LOG,
    SUPERVISION,
    SUPERVISOR,
    both_signed,
    group,
    logged,
    sign_log,
    supervision,
)
from tests.domain.story import CASE, DEPUTY, OWNER, STRANGER, T0, TODAY, context, day, do, hostile, meta, refusal
from vp_tui.domain import addenda, codes, space
from vp_tui.domain.act import Command, Event, Meta
from vp_tui.domain.addenda import AddendumAdded
from vp_tui.domain.canonical import digest
from vp_tui.domain.case_code import case_code
from vp_tui.domain.commands import (
    AddAddendum,
    AdmitMember,
    AgreeDebrief,
    AskDebrief,
    EndDebrief,
    OpenHours,
    OpenSupervision,
    PutLog,
    ReportHours,
    ReturnLog,
    SignLog,
)
from vp_tui.domain.debrief import DebriefAgreed, DebriefAsked, DebriefEnded, DebriefState
from vp_tui.domain.hours import HoursOpened, HoursReported, HoursState, counted
from vp_tui.domain.ids import Id
from vp_tui.domain.proof import supervision_proof
from vp_tui.domain.rebase import commutes
from vp_tui.domain.supervision_log import (
    LogPut,
    LogReturned,
    LogSigned,
    SupervisionOpened,
    SupervisionState,
    canonical_log,
    supervised,
)
from vp_tui.errors import ConflictError, NotFoundError, NotPermittedError, RefusedError

ADDENDUM, DEBRIEF = b"A" * 16, b"B" * 16
PUT = LogPut(Id(LOG), 0, "SV-IN", day(-3), "10:00", "11:30")


def test_the_supervisee_writes_and_submits_the_supervisor_signs() -> None:
    state = logged()
    (log,) = state.logs
    assert (log.state, log.kind, log.minutes, log.themes) == ("draft", "SV-IN", 90, ("TH-RO", "TH-BE"))
    assert log.digest == digest(canonical_log(state, log))
    state = sign_log(state, OWNER)
    assert (state.logs[0].state, supervised(state)) == ("submitted", {})
    state = sign_log(state, SUPERVISOR)
    assert (state.logs[0].state, supervised(state)) == ("signed", {(2026, "SV-IN"): 90})
    assert [row.by for row in state.logs[0].signatures] == [OWNER, SUPERVISOR]
    assert {row.digest for row in state.logs[0].signatures} == {log.digest}


def test_the_canonical_record_byte_for_byte() -> None:
    state = logged()
    data = canonical_log(state, state.logs[0])
    assert data.startswith(b"vp-tui/v1/supervision-log\x00{")
    assert json.loads(data.partition(b"\x00")[2]) == {
        "supervision": SUPERVISION.hex(), "supervisee": OWNER.hex(), "supervisor": SUPERVISOR.hex(), "log": LOG.hex(),
        "kind": "SV-IN", "on": "2026-11-22", "start": "10:00", "end": "11:30", "goals": "Grenzen leren stellen.",
        "themes": ["TH-BE", "TH-RO"], "agreements": "Volgende keer oefenen.",
    }  # fmt: skip
    swapped = replace(state, supervisee=SUPERVISOR, supervisor=OWNER)
    assert canonical_log(swapped, state.logs[0]) != data


def test_the_supervisor_returns_what_is_not_right() -> None:
    state = do(sign_log(logged(), OWNER), ReturnLog(LOG, 2, "Noem het doel."), SUPERVISOR)
    assert (state.logs[0].state, state.logs[0].message, state.logs[0].signatures) == ("returned", "Noem het doel.", ())
    state = logged(state, goals="Nee zeggen.", base=3)
    assert (state.logs[0].state, state.logs[0].message) == ("draft", "")
    assert supervised(both_signed(state)) == {(2026, "SV-IN"): 90}
    for wrong, error, key in (
        ((logged(), ReturnLog(LOG, 1, "x"), SUPERVISOR), RefusedError, "log-not-submitted"),
        ((sign_log(logged(), OWNER), ReturnLog(LOG, 2, " "), SUPERVISOR), RefusedError, "text-missing"),
        ((sign_log(logged(), OWNER), ReturnLog(LOG, 1, "x"), SUPERVISOR), ConflictError, "entry-changed"),
        ((sign_log(logged(), OWNER), ReturnLog(LOG, 2, "x"), OWNER), NotPermittedError, "not-your-log"),
    ):
        with pytest.raises(error, match=key):
            do(*wrong)


def test_changing_it_takes_the_signature_off() -> None:
    state = sign_log(logged(), OWNER)
    changed = logged(state, end="12:30", base=2)
    assert (changed.logs[0].state, changed.logs[0].signatures) == ("draft", ())
    with pytest.raises(ConflictError, match="record-changed"):
        do(changed, SignLog(LOG, state.logs[0].digest))
    with pytest.raises(ConflictError, match="record-changed"):
        do(sign_log(changed, OWNER), SignLog(LOG, state.logs[0].digest), SUPERVISOR)
    assert hostile(changed, LogSigned(Id(LOG), state.logs[0].digest), OWNER).anomalies == 1


def test_the_supervisee_signs_first() -> None:
    with pytest.raises(RefusedError, match="log-not-submitted"):
        sign_log(logged(), SUPERVISOR)
    assert hostile(logged(), LogSigned(Id(LOG), logged().logs[0].digest), SUPERVISOR).logs[0].state == "draft"
    with pytest.raises(RefusedError, match="signed-already"):
        sign_log(sign_log(logged(), OWNER), OWNER)


def test_after_both_have_signed_nothing_changes() -> None:
    state = both_signed()
    with pytest.raises(RefusedError, match="log-signed"):
        logged(state, end="12:00", base=3)
    for actor in (OWNER, SUPERVISOR):
        with pytest.raises(RefusedError, match="log-signed"):
            sign_log(state, actor)
    for event, by in (
        (replace(PUT, base=3), OWNER),
        (LogReturned(Id(LOG), 3, "x"), SUPERVISOR),
        (LogSigned(Id(LOG), state.logs[0].digest), SUPERVISOR),
        (LogSigned(Id(LOG), state.logs[0].digest), OWNER),
        (AddendumAdded(Id(LOG), Id(ADDENDUM), state.logs[0].digest, "x"), STRANGER),
    ):
        assert hostile(state, event, by) == replace(state, anomalies=1)


def test_a_log_signed_on_a_lost_device() -> None:
    lost = frozenset({b"v" * 16})
    state = sign_log(logged(), OWNER)
    with pytest.raises(RefusedError, match="signer-device-revoked"):
        sign_log(state, SUPERVISOR, revoked=lost)
    # The supervisee signs again on another one.
    events = space.decide(state, SignLog(LOG, state.logs[0].digest), context(revoked=lost))
    again = space.fold_all(state, events, Meta(OWNER, b"w" * 16, T0, b"r" * 16))
    assert [row.device for row in again.logs[0].signatures] == [b"w" * 16]
    assert sign_log(again, SUPERVISOR, revoked=lost).logs[0].state == "signed"


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"on": day(1)}, "date-in-future"),
        ({"end": ""}, "session-without-end"),
        ({"end": "10:00"}, "session-ends-before"),
        ({"start": "x"}, "time-not-understood"),
        ({"kind": "PE-INT"}, "code-unknown"),
        ({"themes": ("OG-PE",)}, "code-unknown"),
        ({"goals": "x" * 300_000}, "text-too-long"),
        ({"agreements": f"Zaak {case_code(CASE)}"}, "names-a-case"),
        ({"log": CASE}, "names-a-case"),
    ],
)
def test_no_such_log(change: dict[str, Any], key: str) -> None:
    fields: dict[str, Any] = {"log": LOG, "kind": "SV-IN", "on": day(-3), "start": "10:00", "end": "11:30"}
    with pytest.raises(RefusedError, match=key):
        do(supervision(), PutLog(**(fields | change)), sides={CASE: ""})


def test_a_log_that_is_not_changed_or_has_too_many_themes() -> None:
    with pytest.raises(RefusedError, match="nothing-changed"):
        logged(logged(), base=1)
    many = tuple(code.code for code in codes.entries("theme"))[:9]
    with pytest.raises(RefusedError, match="number-out-of-range"):
        logged(themes=many)
    assert len(logged(themes=many[:8] + many[:2]).logs[0].themes) == 8


def test_one_is_in_one_talk_at_a_time() -> None:
    for start, end in (("09:00", "10:01"), ("11:29", "12:00"), ("10:30", "10:45"), ("09:00", "12:00")):
        with pytest.raises(RefusedError, match="session-overlaps"):
            logged(logged(), log=b"2" * 16, start=start, end=end)
    two = LogPut(Id(b"2" * 16), 0, "SV-IN", day(-3), "11:00", "12:00")
    assert hostile(logged(), two, OWNER).anomalies == 1
    for free in ({"start": "11:30", "end": "12:00"}, {"on": day(-4)}):
        assert len(logged(logged(), log=b"2" * 16, **free).logs) == 2
    assert not commutes([PUT], [two])


def test_who_may_what() -> None:
    for command, actor in (
        (PutLog(LOG, "SV-IN", day(-3), "10:00", "11:30"), SUPERVISOR),
        (PutLog(LOG, "SV-IN", day(-3), "10:00", "11:30"), STRANGER),
        (SignLog(LOG, "0" * 64), STRANGER),
        (AddAddendum(LOG, ADDENDUM, "0" * 64, "x"), STRANGER),
    ):
        with pytest.raises(NotPermittedError, match="not-your-log"):
            do(logged(), command, actor)
    for missing in (SignLog(b"2" * 16, "0" * 64), AddAddendum(b"2" * 16, ADDENDUM, "0" * 64, "x")):
        with pytest.raises(NotFoundError):
            do(logged(), missing)
    with pytest.raises(ConflictError, match="already-opened"):
        do(supervision(), OpenSupervision(b"2" * 16, SUPERVISOR))
    assert supervision().readers == {OWNER, SUPERVISOR}


@pytest.mark.parametrize(
    ("event", "by"),
    [
        (replace(PUT, log=Id(b"2" * 16), on=day(-4)), SUPERVISOR),
        (replace(PUT, base=1, end="09:00"), OWNER),
        (PUT, OWNER),
        (LogSigned(Id(LOG), "0" * 64), OWNER),
        (LogSigned(Id(b"2" * 16), "0" * 64), OWNER),
        (LogReturned(Id(LOG), 1, "x"), SUPERVISOR),
        (LogReturned(Id(b"2" * 16), 1, "x"), SUPERVISOR),
        (AddendumAdded(Id(b"2" * 16), Id(ADDENDUM), "0" * 64, "x"), OWNER),
        (SupervisionOpened(Id(b"2" * 16), Id(STRANGER)), OWNER),
        (AddendumAdded(Id(LOG), Id(ADDENDUM), "0" * 64, "x"), OWNER),
    ],
)
def test_what_breaks_a_rule_is_not_applied(event: Any, by: bytes) -> None:
    assert hostile(logged(), event, by) == replace(logged(), anomalies=1)


def test_others_sign_and_return_in_vain() -> None:
    for state in (logged(), sign_log(logged(), OWNER)):
        right = state.logs[0].digest
        for event, by in (
            (LogSigned(Id(LOG), right), STRANGER),
            (LogReturned(Id(LOG), state.logs[0].rev, "x"), OWNER),
            (AddendumAdded(Id(LOG), Id(ADDENDUM), right, "x"), OWNER),
        ):
            assert hostile(state, event, by) == replace(state, anomalies=1)


def test_nobody_supervises_herself() -> None:
    opened = SupervisionOpened(Id(SUPERVISION), Id(OWNER))
    assert hostile(SupervisionState(), opened, OWNER).anomalies == 1


def test_a_colleague_in_the_same_dutch_group_does_not_sign() -> None:
    mixed = {b"G" * 16: do(group(), AdmitMember(SUPERVISOR))}
    with pytest.raises(RefusedError, match="supervisor-in-group"):
        sign_log(sign_log(logged(), OWNER), SUPERVISOR, groups=mixed)


def test_addenda_follow_what_both_have_signed() -> None:
    state = both_signed()
    head = state.logs[0].digest
    state = do(state, AddAddendum(LOG, ADDENDUM, head, "Het doel was anders."), SUPERVISOR)
    (made,) = state.logs[0].addenda
    assert (made.prev, made.signature.by, supervised(state)) == (head, SUPERVISOR, {(2026, "SV-IN"): 90})
    second = addenda.head(head, state.logs[0].addenda)
    with pytest.raises(ConflictError, match="record-changed"):
        do(state, AddAddendum(LOG, b"2" * 16, head, "x"))
    assert len(do(state, AddAddendum(LOG, b"2" * 16, second, "Gezien.")).logs[0].addenda) == 2
    assert hostile(state, AddendumAdded(Id(LOG), Id(b"2" * 16), head, "x"), OWNER).anomalies == 1
    with pytest.raises(RefusedError, match="log-not-signed"):
        do(logged(), AddAddendum(LOG, ADDENDUM, logged().logs[0].digest, "x"))


def test_a_proof_of_supervision_has_no_goals_in_it() -> None:
    proof = supervision_proof(both_signed(), LOG)
    assert [piece.facts for piece in proof if "minutes" in piece.facts] == [{"member": OWNER.hex(), "minutes": 90}]
    for secret in ("Grenzen", "oefenen", "TH-RO"):
        assert secret not in repr(proof)
    for state, log, key in (
        (sign_log(logged(), OWNER), LOG, "log-not-signed"),
        (logged(), b"2" * 16, "entry-not-found"),
    ):
        refused = refusal(supervision_proof, state, log)
        assert refused is not None
        assert refused.key == key


# -- hours never count without both signatures, whatever is done and whoever writes

people = st.sampled_from([OWNER, SUPERVISOR, STRANGER])
logs = st.sampled_from([LOG, b"2" * 16])
bases = st.integers(0, 4)


def deeds(state: SupervisionState) -> st.SearchStrategy[Command]:
    digests = st.sampled_from(["0" * 64, *(log.digest for log in state.logs)])
    return st.one_of(
        st.builds(PutLog, logs, st.just("SV-IN"), st.just(day(-3)), st.just("10:00"),
                  st.sampled_from(["11:00", "12:00"]), base=bases),
        st.builds(SignLog, logs, digests),
        st.builds(ReturnLog, logs, bases, st.just("x")),
        st.builds(AddAddendum, logs, st.just(ADDENDUM), digests, st.just("x")),
    )  # fmt: skip


def writings(state: SupervisionState) -> st.SearchStrategy[Event]:
    digests = st.sampled_from(["0" * 64, *(log.digest for log in state.logs)])
    ids = logs.map(Id)
    return st.one_of(
        st.builds(LogPut, ids, bases, st.just("SV-IN"), st.just(day(-3)), st.just("10:00"),
                  st.sampled_from(["11:00", "12:00"])),
        st.builds(LogSigned, ids, digests),
        st.builds(LogReturned, ids, bases, st.just("x")),
        st.builds(AddendumAdded, ids, st.just(Id(ADDENDUM)), digests, st.just("x")),
    )  # fmt: skip


def obeys(state: SupervisionState, wrote: dict[str, set[bytes]]) -> None:
    for log in state.logs:
        current = digest(canonical_log(state, log))
        assert log.digest == current
        assert (log.state == "signed") == state.both_signed(log)
        if state.both_signed(log):
            assert wrote.get(current, set()) >= {OWNER, SUPERVISOR}
    assert sum(supervised(state).values()) == sum(log.minutes for log in state.logs if log.state == "signed")


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_hours_never_count_without_both_signatures(data: st.DataObject) -> None:
    state: Any = supervision()
    wrote: dict[str, set[bytes]] = {}
    for _ in range(data.draw(st.integers(0, 14))):
        actor = data.draw(people)
        if data.draw(st.booleans()):
            command = data.draw(deeds(state))
            if refusal(space.decide, state, command, context(actor)):
                continue
            events = space.decide(state, command, context(actor))
        else:
            events = [data.draw(writings(state))]
        for event in events:
            if isinstance(event, LogSigned):
                wrote.setdefault(event.digest, set()).add(actor)
        state = space.fold_all(state, events, meta(actor))
        obeys(state, wrote)


# -- what the coordinator sees


def hours(supervisor: bytes = SUPERVISOR) -> HoursState:
    made: HoursState = do(None, OpenHours(supervisor))
    return made


def test_coordinators_see_hours_and_nothing_else() -> None:
    fields = {"member", "supervisor", "reported", "by", "year", "code", "minutes", "anomalies"}
    assert set(HoursState.__struct_fields__ + HoursOpened.__struct_fields__ + HoursReported.__struct_fields__) <= fields
    state = do(hours(), ReportHours(2026, "SV-IN", 90))
    assert counted(state) == {}
    assert counted(do(state, ReportHours(2026, "SV-IN", 60), SUPERVISOR)) == {}
    state = do(state, ReportHours(2026, "SV-IN", 90), SUPERVISOR)
    assert counted(state) == {(2026, "SV-IN"): 90}
    assert counted(do(state, ReportHours(2026, "SV-IN", 180))) == {}
    assert hours().readers == {OWNER, SUPERVISOR}


def test_ones_own_hours_are_ones_own_statement() -> None:
    state = do(hours(b""), ReportHours(2026, "PE-BNS", 480))
    assert (counted(state), state.readers) == ({(2026, "PE-BNS"): 480}, {OWNER})
    for command, actor, error, key in (
        (ReportHours(2026, "SV-IN", 1), OWNER, RefusedError, "code-unknown"),
        (ReportHours(2027, "PE-BNS", 1), OWNER, RefusedError, "date-in-future"),
        (ReportHours(2026, "PE-BNS", -1), OWNER, RefusedError, "number-out-of-range"),
        (ReportHours(2026, "PE-BNS", 480), OWNER, RefusedError, "nothing-changed"),
        (ReportHours(2026, "PE-BNS", 1), SUPERVISOR, NotPermittedError, "not-your-log"),
        (OpenHours(), OWNER, ConflictError, "already-opened"),
    ):
        with pytest.raises(error, match=key):
            do(state, command, actor)
    for event, by in (
        (HoursReported(2026, "SV-IN", 1), OWNER),
        (HoursReported(2026, "PE-BNS", 1), STRANGER),
        (HoursReported(2026, "ZZ-99", 1), OWNER),
        (HoursOpened(Id(STRANGER)), OWNER),
    ):
        assert hostile(state, event, by).anomalies == 1
    with pytest.raises(RefusedError, match="supervisor-unknown"):
        hours(OWNER)
    with pytest.raises(RefusedError, match="code-unknown"):
        do(hours(), ReportHours(2026, "PE-BNS", 1))


def test_hours_are_opened_once_by_their_member() -> None:
    for event in (HoursOpened(Id(STRANGER)), HoursOpened(Id(OWNER), Id(OWNER))):
        assert hostile(HoursState(), event, OWNER).anomalies == 1
    assert hostile(hours(), HoursOpened(Id(OWNER)), OWNER) == replace(hours(), anomalies=1)


# -- a debrief


def debrief(when: str = "today") -> DebriefState:
    made: DebriefState = do(None, AskDebrief(DEBRIEF, SUPERVISOR, when))
    return made


def test_a_debrief_is_asked_for_without_a_word() -> None:
    for kind in (AskDebrief, DebriefAsked, AgreeDebrief, DebriefAgreed, EndDebrief, DebriefEnded, DebriefState):
        assert not {"text", "why", "case", "title"} & set(kind.__struct_fields__)  # type: ignore[attr-defined]
    assert [debrief(when).due for when in ("today", "tomorrow", "this_week")] == [TODAY, day(1), day(6)]
    state = do(debrief(), AgreeDebrief(day(1), "9:30"), SUPERVISOR)
    assert (state.state, state.on, state.time) == ("agreed", day(1), "09:30")
    assert do(state, EndDebrief("held")).state == "held"
    assert do(debrief(), EndDebrief("declined"), SUPERVISOR).state == "declined"
    assert do(debrief(), EndDebrief("withdrawn")).state == "withdrawn"
    assert debrief().readers == {OWNER, SUPERVISOR}


@pytest.mark.parametrize(
    ("command", "actor", "error", "key"),
    [
        (AgreeDebrief(day(1)), OWNER, NotPermittedError, "not-your-debrief"),
        (AgreeDebrief(day(1)), STRANGER, NotPermittedError, "not-your-debrief"),
        (AgreeDebrief(day(-1)), SUPERVISOR, RefusedError, "debrief-in-past"),
        (AgreeDebrief(day(1), "half tien"), SUPERVISOR, RefusedError, "time-not-understood"),
        (EndDebrief("declined"), OWNER, NotPermittedError, "not-your-debrief"),
        (EndDebrief("withdrawn"), SUPERVISOR, NotPermittedError, "not-your-debrief"),
        (EndDebrief("x"), OWNER, RefusedError, "choice-unknown"),
        (AskDebrief(DEBRIEF, SUPERVISOR), OWNER, ConflictError, "already-opened"),
    ],
)
def test_no_such_debrief(command: Command, actor: bytes, error: type[Exception], key: str) -> None:
    with pytest.raises(error, match=key):
        do(debrief(), command, actor)


def test_an_ended_debrief_has_ended_and_only_supervisors_are_asked() -> None:
    ended = do(debrief(), EndDebrief("withdrawn"))
    for command in (AgreeDebrief(day(1)), EndDebrief("declined")):
        with pytest.raises(RefusedError, match="debrief-ended"):
            do(ended, command, SUPERVISOR)
    for event in (DebriefAgreed(day(1)), DebriefEnded("declined")):
        assert hostile(ended, event, SUPERVISOR).anomalies == 1
    for event, by in (
        (DebriefAgreed(day(1)), OWNER),
        (DebriefEnded("declined"), OWNER),
        (DebriefEnded("held"), DEPUTY),
    ):
        assert hostile(debrief(), event, by).anomalies == 1
    assert hostile(debrief(), DebriefAsked(Id(b"2" * 16), Id(STRANGER), TODAY), OWNER).anomalies == 1
    assert hostile(DebriefState(), DebriefAsked(Id(DEBRIEF), Id(OWNER), TODAY), OWNER).anomalies == 1
    for asked, known in ((OWNER, None), (STRANGER, frozenset({SUPERVISOR}))):
        with pytest.raises(RefusedError, match="supervisor-unknown"):
            do(None, AskDebrief(DEBRIEF, asked), supervisors=known)
