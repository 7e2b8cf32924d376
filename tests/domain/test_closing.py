"""Closing with a reason and without open promises, aftercare as agreed, reopening with a reason."""

from __future__ import annotations

import datetime

import pytest

from tests.domain.story import (
    CASE,
    DEPUTY,
    STRANGER,
    T0,
    TODAY,
    closed,
    day,
    do,
    hostile,
    lisa,
    with_deputy,
)
from vp_tui.domain.closing import AftercareDone, CaseClosed, CaseReopened, usual_aftercare
from vp_tui.domain.commands import CloseCase, Command, CompleteNextAction, RecordAftercare, ReopenCase, SetNextAction
from vp_tui.errors import ConflictError, NotPermittedError, RefusedError

PLAN = (day(14), day(42))


def test_closed_with_a_reason() -> None:
    state = closed(on=day(0), evaluation="EV-VO")
    assert (state.state, state.closed_reason, state.closed_on, state.evaluation) == ("closed", "AF-UI", TODAY, "EV-VO")
    assert (state.next, state.next_rev, state.is_open) == (None, 2, False)
    assert state.log[-1].facts == {"reason": "AF-UI", "on": "2026-11-25"}


def test_an_open_promise_is_dropped_only_when_it_is_said() -> None:
    with pytest.raises(RefusedError) as refused:
        do(lisa(), CloseCase("AF-OP"))
    assert (refused.value.key, refused.value.field) == ("next-action-open", "drop_next_action")
    assert do(do(lisa(), CompleteNextAction(1)), CloseCase("AF-OP")).state == "closed"


def test_aftercare_comes_first_and_its_last_answer_closes() -> None:
    state = closed(aftercare=PLAN[::-1])
    assert (state.state, state.is_open) == ("aftercare", True)
    state = do(state, RecordAftercare(PLAN[0], "EV-DE", "BN-VE"), at=T0 + 5)
    assert state.state == "aftercare"
    assert state.log[-1].facts == {"due": "2026-12-09", "outcome": "EV-DE", "retaliation": "BN-VE"}
    state = do(state, RecordAftercare(PLAN[1], "EV-VO"), at=T0 + 9)
    assert (state.state, state.state_since_ms) == ("closed", T0 + 9)
    assert [(moment.outcome, moment.retaliation, moment.done_ms) for moment in state.aftercare] == [
        ("EV-DE", "BN-VE", T0 + 5),
        ("EV-VO", "", T0 + 9),
    ]


def test_the_plan_may_change_and_what_was_asked_stays() -> None:
    state = do(closed(aftercare=PLAN), RecordAftercare(PLAN[0], "EV-VO"))
    assert do(state, CloseCase("AF-IN")).state == "closed"
    again = do(state, CloseCase("AF-OP", aftercare=(day(90),)))
    assert [moment.due for moment in again.aftercare] == [PLAN[0], day(90)]
    assert again.state == "aftercare"


def test_the_last_aftercare_does_not_bury_a_promise() -> None:
    state = do(closed(aftercare=PLAN[:1]), SetNextAction(2, "brief nasturen"))
    with pytest.raises(RefusedError, match="next-action-open"):
        do(state, RecordAftercare(PLAN[0], "EV-VO"))


def test_the_deputy_does_aftercare_and_does_not_close() -> None:
    state = closed(with_deputy(), aftercare=PLAN)
    assert do(state, RecordAftercare(PLAN[0], "EV-VO"), DEPUTY).aftercare[0].done_ms
    for command in (CloseCase("AF-UI", drop_next_action=True), ReopenCase("x")):
        with pytest.raises(NotPermittedError, match="owner-only"):
            do(with_deputy(), command, DEPUTY)
        with pytest.raises(NotPermittedError, match="not-your-case"):
            do(with_deputy(), command, STRANGER)


@pytest.mark.parametrize(
    ("command", "key", "field"),
    [
        (CloseCase(""), "code-missing", "reason"),
        (CloseCase("AF-XX"), "code-unknown", "reason"),
        (CloseCase("OG-PE"), "code-unknown", "reason"),
        (CloseCase("AF-UI", on=day(1)), "date-in-future", "on"),
        (CloseCase("AF-UI", on=day(-1)), "closed-before-received", "on"),
        (CloseCase("AF-UI", aftercare=(TODAY,)), "aftercare-before-closing", "aftercare"),
        (CloseCase("AF-UI", aftercare=tuple(map(day, range(1, 14)))), "aftercare-too-often", "aftercare"),
        (CloseCase("AF-UI", evaluation="AF-UI"), "code-unknown", "evaluation"),
        (RecordAftercare(day(1), "EV-VO"), "aftercare-not-planned", "due"),
        (ReopenCase("waarom niet"), "case-not-closed", ""),
    ],
)
def test_refused(command: Command, key: str, field: str) -> None:
    with pytest.raises(RefusedError) as refused:
        do(do(lisa(), CompleteNextAction(1)), command)
    assert (refused.value.key, refused.value.field) == (key, field)


@pytest.mark.parametrize("outcome", ["", "gegrond", "AF-UI"])
def test_an_outcome_is_the_reporters_own_and_from_the_list(outcome: str) -> None:
    with pytest.raises(RefusedError) as refused:
        do(closed(aftercare=PLAN), RecordAftercare(PLAN[0], outcome))
    assert refused.value.field == "outcome"


def test_reopened_with_a_reason_and_a_free_alias() -> None:
    state = do(closed(aftercare=PLAN), ReopenCase("Belde opnieuw."), at=T0 + 7)
    assert (state.state, state.closed_reason, state.closed_on, state.aftercare) == ("exploring", "", None, ())
    assert (state.timeline[-1].kind, state.timeline[-1].text) == ("reopened", "Belde opnieuw.")
    with pytest.raises(RefusedError, match="text-missing"):
        do(closed(), ReopenCase(" "))
    with pytest.raises(ConflictError, match="duplicate-alias"):
        do(closed(), ReopenCase("Belde opnieuw."), open_aliases={"blauwe reiger": STRANGER})
    assert do(closed(), ReopenCase("Weer."), open_aliases={"blauwe reiger": CASE}).is_open
    with pytest.raises(RefusedError, match="case-closed"):
        do(closed(), CloseCase("AF-UI"))


def test_usual_aftercare_stays_in_the_month() -> None:
    assert usual_aftercare(datetime.date(2026, 11, 30)) == (
        datetime.date(2026, 12, 14),
        datetime.date(2027, 1, 11),
        datetime.date(2027, 2, 28),
    )


@pytest.mark.parametrize(
    "event",
    [CaseClosed("AF-UI", TODAY), CaseReopened("x"), AftercareDone(TODAY, "EV-VO")],
)
def test_a_modified_deputys_client_closes_nothing(event: CaseClosed) -> None:
    after = hostile(with_deputy(), event)
    assert (after.state, after.anomalies) == ("exploring", 1)
    assert hostile(closed(with_deputy()), CaseReopened("x")).state == "closed"
