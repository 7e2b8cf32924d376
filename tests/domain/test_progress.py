"""States and the next action: age, promises, and no way past closing."""

from __future__ import annotations

import pytest

from tests.domain.story import OWNER, STRANGER, T0, closed, day, do, hostile, lisa, with_deputy
from vp_tui.domain.case_file import STATES
from vp_tui.domain.commands import ChangeState, Command, CompleteNextAction, SetNextAction
from vp_tui.domain.next_action import NextActionDone, NextActionSet
from vp_tui.domain.progress import StateChanged, reachable
from vp_tui.errors import ConflictError, NotPermittedError, RefusedError, VpError


def test_age_begins_with_the_state_and_not_with_what_is_waited_for() -> None:
    state = do(lisa(), ChangeState("waiting", "antwoord van HR"), at=T0 + 10)
    assert (state.state, state.state_since_ms, state.waiting_for) == ("waiting", T0 + 10, "antwoord van HR")
    state = do(state, ChangeState("waiting", "bericht van melder"), at=T0 + 20)
    assert (state.state_since_ms, state.waiting_for) == (T0 + 10, "bericht van melder")
    state = do(state, ChangeState("options"), at=T0 + 30)
    assert (state.state_since_ms, state.waiting_for) == (T0 + 30, "")


def test_what_was_begun_does_not_become_unseen_again() -> None:
    assert reachable("received") == ("accepted", "exploring", "options", "steps", "waiting")
    for state in STATES:
        assert not {"received", "aftercare", "closed", state} & set(reachable(state))
    assert reachable("closed") == reachable("aftercare") == ()


@pytest.mark.parametrize(
    ("command", "error", "key"),
    [
        (ChangeState("closed"), RefusedError, "state-by-closing"),
        (ChangeState("aftercare"), RefusedError, "state-by-closing"),
        (ChangeState("received"), RefusedError, "state-not-reachable"),
        (ChangeState("bewezen"), RefusedError, "state-not-reachable"),
        (ChangeState("exploring"), RefusedError, "nothing-changed"),
        (ChangeState("options", "iets"), RefusedError, "waiting-for-nothing"),
        (SetNextAction(0, "bellen"), ConflictError, "next-action-changed"),
        (SetNextAction(1, "bellen", day(-1)), RefusedError, "due-in-past"),
        (SetNextAction(1, " "), RefusedError, "text-missing"),
        (SetNextAction(1, "terugbellen", day(2)), RefusedError, "nothing-changed"),
        (CompleteNextAction(0), ConflictError, "next-action-changed"),
    ],
)
def test_refused(command: Command, error: type[VpError], key: str) -> None:
    with pytest.raises(error) as refused:
        do(lisa(), command)
    assert refused.value.key == key


def test_a_next_action_is_replaced_and_done_by_who_has_seen_it() -> None:
    state = do(lisa(), SetNextAction(1, "gesprek voorbereiden"))
    assert state.next is not None
    assert (state.next.what, state.next.due, state.next_rev) == ("gesprek voorbereiden", None, 2)
    state = do(state, CompleteNextAction(2))
    assert (state.next, state.next_rev) == (None, 3)
    with pytest.raises(RefusedError, match="no-next-action"):
        do(state, CompleteNextAction(3))


def test_closed_and_strangers() -> None:
    for command in (ChangeState("options"), SetNextAction(2, "x"), CompleteNextAction(2)):
        with pytest.raises(RefusedError, match="case-closed"):
            do(closed(), command)
        with pytest.raises(NotPermittedError, match="not-your-case"):
            do(lisa(), command, STRANGER)


@pytest.mark.parametrize(
    "event",
    [StateChanged("closed"), StateChanged("x"), NextActionSet(0, "x"), NextActionSet(1, ""), NextActionDone(7)],
)
def test_what_a_modified_client_writes_does_not_count(event: StateChanged) -> None:
    after = hostile(with_deputy(), event, OWNER)
    assert (after.state, after.next, after.anomalies) == ("exploring", lisa().next, 1)
