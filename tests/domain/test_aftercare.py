"""Closing with nothing left open, aftercare only as agreed, and an end with dignity when nobody answers."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from msgspec.structs import replace

from tests.domain.care import NL, REFERRAL, STEP, consented, with_step
from tests.domain.story import DEPUTY, OWNER, TODAY, closed, context, day, do, hostile, lisa, with_deputy
from vp_tui.domain.act import Command
from vp_tui.domain.closing import AftercareEnded, CaseClosed, usual_aftercare
from vp_tui.domain.commands import (
    CloseCase,
    ConsultStep,
    EndAftercare,
    LogCall,
    MakeReferral,
    MoveReferral,
    MoveStep,
    NoteRetaliation,
    PutAppointment,
    PutStep,
    RecordAftercare,
    ReopenCase,
)
from vp_tui.domain.promises import PROMISES, open_promises
from vp_tui.domain.retaliation import monitor
from vp_tui.errors import RefusedError

PLAN = usual_aftercare(TODAY)


def test_aftercare_only_with_consent_and_by_the_agreed_channel() -> None:
    with pytest.raises(RefusedError) as refused:
        do(lisa(), CloseCase("AF-OP", aftercare=PLAN, drop_next_action=True))
    assert (refused.value.key, refused.value.field) == ("aftercare-consent-missing", "aftercare_consent")
    state = closed(aftercare=PLAN, safer="VE-DE", papers="returned", evaluation="EV-DE")
    assert (state.aftercare_consent, state.aftercare_channel, state.safer, state.papers) == (
        TODAY, "KA-TE", "VE-DE", "returned"
    )  # fmt: skip
    assert closed(aftercare=PLAN, aftercare_channel="KA-SM").aftercare_channel == "KA-SM"
    assert closed().aftercare_channel == ""
    assert hostile(lisa(), CaseClosed("AF-OP", TODAY, PLAN), OWNER).state == "exploring"


@pytest.mark.parametrize(
    ("more", "key", "field"),
    [
        ({"aftercare": PLAN, "aftercare_consent": day(1)}, "date-in-future", "aftercare_consent"),
        ({"aftercare": PLAN, "aftercare_channel": "XX"}, "code-unknown", "aftercare_channel"),
        ({"safer": "XX"}, "code-unknown", "safer"),
        ({"papers": "lost"}, "choice-unknown", "papers"),
        ({"retention": day(-1)}, "retention-before-closing", "retention"),
    ],
)
def test_refused(more: dict[str, Any], key: str, field: str) -> None:
    with pytest.raises(RefusedError) as refused:
        closed(**more)
    assert (refused.value.key, refused.value.field) == (key, field)


def test_the_file_has_a_last_day() -> None:
    assert closed().retention == datetime.date(2027, 11, 25)
    assert closed(retention=day(30)).retention == day(30)
    by_card = do(lisa(), CloseCase("AF-UI", drop_next_action=True), mandate=replace(NL, retention_months=1))
    assert by_card.retention == datetime.date(2026, 12, 25)
    assert do(by_card, ReopenCase("Belde weer.")).retention is None


def promising() -> Any:
    state = do(with_step(), PutAppointment(b"A" * 16, day(3), "14:00"))
    state = do(state, LogCall("no_answer", again=day(1)))
    state = do(state, MakeReferral(REFERRAL, "VD-BA", manner="WV-WS"))
    return do(state, MoveReferral(REFERRAL, 1, "VW-AK"))


def test_closing_with_open_promises_says_what_is_open() -> None:
    state = promising()
    kinds = [kind for kind, _ in open_promises(state, context(exceptions=frozenset({state.id})))]
    assert kinds == list(PROMISES)
    with pytest.raises(RefusedError, match="next-action-open"):
        do(state, CloseCase("AF-OP"))
    with pytest.raises(RefusedError) as refused:
        closed(state)
    assert refused.value.facts == {"n": 4, "kinds": "call-back appointment step referral"}
    assert closed(do(with_step(), MoveStep(STEP, 2, "dropped"))).state == "closed"


def test_a_formal_route_goes_on_without_the_confidant() -> None:
    own = do(do(lisa(), PutStep(STEP, "VS-FK")), ConsultStep(STEP, 1, "Ze dient hem zelf in."))
    assert closed(do(own, MoveStep(STEP, 2, "under_way")), reason="AF-FO").state == "closed"
    for state, reason in ((own, "AF-OP"), (with_step(), "AF-FO")):
        with pytest.raises(RefusedError, match="promises-open"):
            closed(state, reason=reason)
    lost = do(lisa(), LogCall("no_answer", again=day(1)))
    assert closed(lost, reason="AF-CV").state == "closed"


def test_unreachable_after_three_calls() -> None:
    state = closed(with_deputy(), aftercare=PLAN)
    with pytest.raises(RefusedError, match="not-in-aftercare"):
        do(lisa(), EndAftercare())
    for number in range(3):
        with pytest.raises(RefusedError) as refused:
            do(state, EndAftercare(), DEPUTY)
        assert refused.value.facts == {"n": number, "least": 3}
        state = do(state, LogCall("no_answer"), DEPUTY)
    ended = do(state, EndAftercare(), DEPUTY)
    assert (ended.state, {row.outcome for row in ended.aftercare}, ended.closed_reason) == (
        "closed",
        {"EV-NG"},
        "AF-UI",
    )
    reached = do(state, LogCall("reached"))
    with pytest.raises(RefusedError, match="attempts-too-few"):
        do(reached, EndAftercare())
    done = do(state, RecordAftercare(PLAN[0], "EV-DE"))
    assert do(done, EndAftercare()).aftercare[0].outcome == "EV-DE"
    assert hostile(lisa(), AftercareEnded()).state == "exploring"


def test_retaliation_is_what_the_reporter_experiences() -> None:
    state = do(lisa(), NoteRetaliation("BN-VE", day(-3), ("GM-BN-T",), "Kreeg minder taken."))
    state = closed(state, aftercare=PLAN)
    state = do(state, RecordAftercare(PLAN[0], "EV-DE", "BN-ER", "VE-NE", ("GM-BN-B", "GM-BN-B")))
    assert [(row.on, row.code, row.impact) for row in monitor(state)] == [
        (day(-3), "BN-VE", ("GM-BN-T",)), (PLAN[0], "BN-ER", ("GM-BN-B",))
    ]  # fmt: skip
    assert state.aftercare[0].safer == "VE-NE"
    for command in (NoteRetaliation("X"), NoteRetaliation("BN-ER", day(1)), NoteRetaliation("BN-ER", impact=("X",))):
        with pytest.raises(RefusedError):
            do(lisa(), command)


@pytest.mark.parametrize(
    "command",
    [LogCall("voicemail"), LogCall("x"), LogCall("no_answer", "XX"), LogCall("no_answer", on=day(1)),
     LogCall("no_answer", again=day(-1))],
)  # fmt: skip
def test_calls_refused(command: Command) -> None:
    with pytest.raises(RefusedError):
        do(consented(), command)
