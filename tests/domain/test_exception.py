"""An exception to confidentiality: weighed, consulted, accounted for, and the reporter always hears of it."""

from __future__ import annotations

from typing import Any

import pytest

from tests.domain.care import notes
from tests.domain.story import CASE, DEPUTY, OWNER, STRANGER, TODAY, day, do, hostile, lisa
from vp_tui.domain import exception
from vp_tui.domain.act import Event
from vp_tui.domain.case_notes import NotesState
from vp_tui.domain.commands import (
    AnswerCondition,
    BreakConfidentiality,
    CloseCase,
    Command,
    ConsultColleague,
    FinishException,
    InformReporter,
    OpenDilemma,
    RecordAttempt,
    WeighAlternatives,
)
from vp_tui.domain.exception import ConfidentialityBroken, ExceptionFinished, ReporterInformed
from vp_tui.domain.ids import Id
from vp_tui.domain.knowing import who_knows_what
from vp_tui.domain.party import Party
from vp_tui.domain.weighing import CONDITIONS, AlternativesWeighed, DilemmaOpened
from vp_tui.errors import ConflictError, NotFoundError, NotPermittedError, RefusedError

X = b"X" * 16
POLICE = Party("VD-PO")


def act(state: NotesState, kind: type[Command], *rest: Any, **more: Any) -> NotesState:
    """The command of somebody who has seen the exception as it is."""
    made: NotesState = do(state, kind(X, state.exceptions[0].rev, *rest, **more))
    return made


def dilemma(ground: str = "DB-EM") -> NotesState:
    made: NotesState = do(notes(), OpenDilemma(X, ground, "Hoorde van iets dat strafbaar kan zijn."))
    return made


def weighed(ground: str = "DB-EM", **answers: str) -> NotesState:
    state = dilemma(ground)
    for condition in CONDITIONS:
        state = act(state, AnswerCondition, condition, answers.get(condition, "yes"))
    return act(state, ConsultColleague, DEPUTY, True, text="Ook zij zou het doen.")


def broken() -> NotesState:
    return act(weighed(), BreakConfidentiality, POLICE, "Dat er een melding komt.")


def test_in_a_dilemma_nothing_leaves() -> None:
    state = dilemma()
    assert (state.exceptions[0].stage, state.exceptions[0].breaches) == ("dilemma", ())
    with pytest.raises(RefusedError) as refused:
        act(state, BreakConfidentiality, POLICE, "x")
    assert (refused.value.key, refused.value.facts) == ("exception-conditions-open", {"n": 6})
    state = act(state, WeighAlternatives, "Nog eens vragen.")
    assert state.exceptions[0].alternatives == "Nog eens vragen."
    done = act(state, FinishException, "Niet doorbroken; de melder doet zelf aangifte.")
    assert (done.exceptions[0].stage, exception.unsettled(done)) == ("finished", False)
    assert exception.unsettled(state)


@pytest.mark.parametrize("condition", CONDITIONS)
def test_each_condition_counts(condition: str) -> None:
    with pytest.raises(RefusedError, match="exception-condition-no"):
        act(weighed(**{condition: "no"}), BreakConfidentiality, POLICE, "x")
    assert act(weighed("DB-WP", **{condition: "no"}), BreakConfidentiality, POLICE, "x").exceptions[0].breaches
    assert act(weighed(**{condition: "unsure"}), BreakConfidentiality, POLICE, "x").exceptions[0].breaches


def test_a_named_colleague_is_consulted_anonymously() -> None:
    state = dilemma()
    for condition in CONDITIONS:
        state = act(state, AnswerCondition, condition, "yes")
    with pytest.raises(RefusedError, match="exception-not-consulted"):
        act(state, BreakConfidentiality, POLICE, "x")
    for colleague, anonymised, key in (
        (DEPUTY, False, "consult-not-anonymised"),
        (OWNER, True, "party-no-colleague"),
    ):
        with pytest.raises(RefusedError, match=key):
            act(state, ConsultColleague, colleague, anonymised)
    urgent = dilemma("DB-GV")
    for condition in CONDITIONS:
        urgent = act(urgent, AnswerCondition, condition, "yes")
    assert act(urgent, BreakConfidentiality, POLICE, "x").exceptions[0].stage == "breach"
    with pytest.raises(RefusedError, match="exception-with-consent"):
        act(weighed("DB-TO"), BreakConfidentiality, POLICE, "x")


def test_the_reporter_always_hears_of_it() -> None:
    state = broken()
    assert exception.dues(state) == [TODAY]
    with pytest.raises(RefusedError, match="reporter-not-informed"):
        act(state, FinishException, "Verantwoording.")
    informed = act(state, InformReporter, "Dat ik de politie heb gebeld, en waarom.")
    assert (informed.exceptions[0].informed_on, exception.dues(informed)) == (TODAY, [])
    done = act(informed, FinishException, "Verantwoording.")
    assert (done.exceptions[0].stage, exception.unsettled(done)) == ("finished", False)
    again = act(informed, BreakConfidentiality, Party("VD-AI"), "Meer.")
    assert exception.dues(again) == [TODAY]


def test_a_reason_and_a_next_attempt_stay_a_task() -> None:
    with pytest.raises(RefusedError, match="attempt-in-past"):
        act(broken(), RecordAttempt, "Telefoon staat uit.", TODAY)
    state = act(broken(), RecordAttempt, "Telefoon staat uit.", day(1))
    state = act(state, FinishException, "Verantwoording.")
    assert (state.exceptions[0].stage, exception.unsettled(state), exception.dues(state)) == (
        "finished",
        True,
        [day(1)],
    )
    state = act(state, InformReporter, "Van alles.")
    assert not exception.unsettled(state)
    with pytest.raises(RefusedError, match="promises-open") as refused:
        do(lisa(next_action="", due=None), CloseCase("AF-UI"), exceptions=frozenset({CASE}))
    assert refused.value.facts == {"n": 1, "kinds": "exception"}


def test_it_is_the_owners_alone() -> None:
    with pytest.raises(NotPermittedError, match="owner-only"):
        do(dilemma(), AnswerCondition(X, 1, "distress", "yes"), DEPUTY)
    for event in (
        DilemmaOpened(Id(CASE), "DB-EM", TODAY, "x"),
        AlternativesWeighed(Id(X), 1, "x"),
    ):
        assert hostile(dilemma(), event, STRANGER).exceptions == dilemma().exceptions


@pytest.mark.parametrize(
    "event",
    [
        ConfidentialityBroken(Id(X), 1, POLICE, "x", TODAY),
        ReporterInformed(Id(X), 1, TODAY, "x"),
        AlternativesWeighed(Id(X), 2, "x"),
        AlternativesWeighed(Id(CASE), 1, "x"),
        DilemmaOpened(Id(X), "DB-EM", TODAY, "x"),
    ],
)
def test_a_modified_client_skips_no_stage(event: Event) -> None:
    after = hostile(dilemma(), event, OWNER)
    assert (after.exceptions, after.anomalies) == (dilemma().exceptions, 1)
    unfinished = hostile(broken(), ExceptionFinished(Id(X), broken().exceptions[0].rev, "x"), OWNER)
    assert unfinished.exceptions[0].stage == "breach"


def test_seen_first() -> None:
    for command, error in (
        (AnswerCondition(X, 9, "distress", "yes"), ConflictError),
        (AnswerCondition(CASE, 1, "distress", "yes"), NotFoundError),
        (AnswerCondition(X, 1, "luck", "yes"), RefusedError),
        (AnswerCondition(X, 1, "distress", "perhaps"), RefusedError),
        (OpenDilemma(X, "DB-EM", "x"), ConflictError),
        (InformReporter(X, 1, "x"), RefusedError),
    ):
        with pytest.raises(error):
            do(dilemma(), command)
    with pytest.raises(RefusedError, match="nothing-changed"):
        act(act(dilemma(), AnswerCondition, "distress", "yes"), AnswerCondition, "distress", "yes")


def test_what_was_told_is_part_of_who_knows_what() -> None:
    (knower,) = who_knows_what(lisa(), TODAY, broken())
    assert (knower.party, knower.facts[0].purpose, knower.facts[0].live) == (POLICE, "exception", False)
    assert who_knows_what(lisa(), TODAY) == ()
