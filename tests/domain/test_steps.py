"""Options, choice and steps: talked over first, the reporter acts, and two people do not overwrite each other."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from tests.domain.care import BE, DRAFT, MANAGER, NL, OPTION, STEP, consented, with_step
from tests.domain.story import DEPUTY, OWNER, TODAY, closed, context, day, do, hostile, lisa, with_deputy
from vp_tui.domain import codes, rebase, space, steps
from vp_tui.domain.act import Command
from vp_tui.domain.commands import (
    ChooseOption,
    ConsultStep,
    DropOption,
    MeetNorm,
    MoveStep,
    PutOption,
    PutStep,
    SetStage,
    WriteDraft,
)
from vp_tui.domain.ids import Id
from vp_tui.domain.options import OptionChosen
from vp_tui.domain.stage import StageSet, norm_dues
from vp_tui.domain.steps import StepMoved, StepPut
from vp_tui.errors import ConflictError, NotFoundError, RefusedError


def test_options_and_the_reporters_choice() -> None:
    state = do(lisa(), PutOption(OPTION, "Rust op het werk", "VS-BG", "Mark weet het dan.", "some", "de teamleider"))
    state = do(state, PutOption(OPTION, "Rust op het werk", "VS-ZA", reversible="yes", base=1))
    assert (state.options[0].step, state.options[0].rev, state.options[0].consequences) == ("VS-ZA", 2, "")
    state = do(state, ChooseOption(0, OPTION, day(-1), "Dat durf ik."))
    assert (state.choice.option, state.choice.on, state.choice_rev) == (OPTION, day(-1), 1)
    assert do(state, ChooseOption(1, None)).choice.option is None
    for command, error in (
        (ChooseOption(0, None), ConflictError),
        (ChooseOption(1, STEP), NotFoundError),
        (ChooseOption(1, OPTION, day(-1), "Dat durf ik."), RefusedError),
        (PutOption(OPTION, "x", base=1), ConflictError),
        (PutOption(OPTION, "x"), ConflictError),
        (PutOption(STEP, ""), RefusedError),
        (PutOption(STEP, "x", "OG-PE"), RefusedError),
        (PutOption(STEP, "x", risk="enorm"), RefusedError),
    ):
        with pytest.raises(error):
            do(state, command)
    dropped = do(state, DropOption(OPTION, 2))
    with pytest.raises(NotFoundError):
        do(dropped, ChooseOption(1, OPTION))
    assert not do(dropped, PutOption(OPTION, "Toch", base=3)).options[0].dropped
    assert hostile(state, OptionChosen(1, TODAY, Id(STEP))).choice_rev == 1


def test_the_reporter_acts_unless_she_wants_otherwise() -> None:
    state = do(lisa(), PutStep(STEP, "VS-ZA"))
    assert (state.steps[0].who, state.steps[0].status) == ("reporter", "intended")
    for to in ("consulted", "under_way", "done"):
        with pytest.raises(RefusedError, match="step-not-consulted"):
            do(state, MoveStep(STEP, 1, to))
    state = do(state, ConsultStep(STEP, 1, "Ik doe het zelf.", day(-2)))
    assert (state.steps[0].status, state.steps[0].consulted_on, state.steps[0].choice) == (
        "consulted", day(-2), "Ik doe het zelf."
    )  # fmt: skip
    state = do(state, MoveStep(STEP, 2, "under_way"))
    assert (do(state, MoveStep(STEP, 3, "done")).steps[0].status, state.disclosures) == ("done", ())


def test_with_the_confidant_it_needs_consent() -> None:
    state = with_step()
    with pytest.raises(RefusedError) as refused:
        do(state, MoveStep(STEP, 2, "under_way"))
    assert (refused.value.key, refused.value.facts["purpose"]) == ("consent-missing", "accompaniment")
    with pytest.raises(RefusedError, match="step-not-reachable"):
        do(state, MoveStep(STEP, 2, "done"))
    after = do(consented(state), MoveStep(STEP, 2, "under_way"))
    assert (after.steps[0].status, after.disclosures[0].ref) == ("under_way", STEP)
    assert do(after, MoveStep(STEP, 3, "done")).steps[0].status == "done"
    assert hostile(consented(state), StepMoved(Id(STEP), 2, "under_way", TODAY)).steps[0].status == "consulted"


@pytest.mark.parametrize(
    ("fields", "key", "field"),
    [
        ({"who": "together"}, "party-missing", "party"),
        ({"who": "team"}, "choice-unknown", "who"),
        ({"code": "VD-HR"}, "code-unknown", "code"),
        ({"code": ""}, "code-missing", "code"),
        ({"code": "VS-GE", "who": "confidant", "party": MANAGER}, "step-none-acts", "who"),
        ({"code": "VS-GE", "who": "together", "party": MANAGER}, "step-none-acts", "who"),
        ({"code": "VS-BM"}, "mediation-not-in-mandate", "code"),
        ({"code": "BI-VE"}, "mediation-not-in-mandate", "code"),
        ({"code": "BF-IN"}, "code-other-country", "code"),
        ({"promised_by": "x" * 200}, "line-too-long", "promised_by"),
    ],
)
def test_refused(fields: dict[str, Any], key: str, field: str) -> None:
    with pytest.raises(RefusedError) as refused:
        do(lisa(), PutStep(**({"step": STEP, "code": "VS-ZA"} | fields)), mandate=NL)
    assert (refused.value.key, refused.value.field) == (key, field)


def test_mediation_where_the_mandate_allows_it() -> None:
    assert do(lisa(), PutStep(STEP, "BI-VE"), mandate=BE).steps[0].code == "BI-VE"
    assert do(lisa(), PutStep(STEP, "VS-BM"), mandate=replace(NL, mediation=True)).steps[0].code == "VS-BM"
    with pytest.raises(RefusedError, match="mediation-not-in-mandate"):
        do(lisa(), PutStep(STEP, "VS-BM"))
    offered = {card: {code.code for code in steps.offered(card, TODAY)} for card in (None, NL, BE)}
    assert not steps.MEDIATION & (offered[None] | offered[NL])
    assert offered[BE] >= steps.MEDIATION
    assert "BF-IN" not in offered[NL]
    # An old case keeps its code when the card changes.
    kept = do(lisa(), PutStep(STEP, "BI-VE"), mandate=BE)
    assert do(kept, PutStep(STEP, "BI-VE", agreements="Volgende week.", base=1), mandate=NL).steps[0].rev == 2


def test_what_was_agreed_stands() -> None:
    state = with_step()
    changed = do(state, PutStep(STEP, "VS-BG", "together", "Ook over de planning.", party=MANAGER, base=2))
    assert (changed.steps[0].status, changed.steps[0].consulted_on) == ("intended", None)
    noted = do(state, PutStep(STEP, "VS-BG", "together", party=MANAGER, due=day(5), promised_by="HR", base=2))
    assert (noted.steps[0].status, noted.steps[0].due) == ("consulted", day(5))
    running = do(consented(state), MoveStep(STEP, 2, "under_way"))
    with pytest.raises(RefusedError, match="step-under-way"):
        do(running, PutStep(STEP, "VS-HR", "together", party=MANAGER, base=3))
    assert hostile(running, StepPut(Id(STEP), 3, "VS-HR", "reporter")).steps == running.steps
    with pytest.raises(RefusedError, match="nothing-changed"):
        do(state, PutStep(STEP, "VS-BG", "together", party=MANAGER, base=2))
    again = do(do(state, MoveStep(STEP, 2, "dropped")), MoveStep(STEP, 3, "intended"))
    assert (again.steps[0].consulted_on, again.steps[0].choice) == (None, "")


def test_two_confidants_at_the_same_step() -> None:
    state = do(with_deputy(), PutStep(STEP, "VS-ZA"))
    mine: Command = ConsultStep(STEP, 1, "Ja.")
    theirs: Command = PutStep(STEP, "VS-ZA", what="Na de vergadering.", base=1)
    after = do(state, theirs, DEPUTY)
    with pytest.raises(ConflictError, match="entry-changed") as refused:
        do(after, mine)
    assert refused.value.facts == {"rev": 2}
    ours = space.decide(state, mine, context(OWNER))
    assert not rebase.commutes(ours, [StepPut(Id(STEP), 1, "VS-ZA", "reporter")])
    assert rebase.commutes(ours, [StepPut(Id(OPTION), 0, "VS-ZA", "reporter")])


def test_before_a_formal_report_the_reporter_was_warned() -> None:
    state = do(lisa(), SetStage(0, "SP"))
    for command, key in (
        (SetStage(1, "IM-D"), "stage-warning"),
        (SetStage(1, "EM-A", warned=True), "text-missing"),
        (SetStage(1, "SP"), "nothing-changed"),
        (SetStage(1, "XX"), "code-unknown"),
    ):
        with pytest.raises(RefusedError, match=key):
            do(state, command)
    with pytest.raises(ConflictError):
        do(state, SetStage(0, "VM"))
    reported = do(state, SetStage(1, "IM-D", day(-1), warned=True, decision="Ze wil het toch melden."))
    assert (reported.stage.warned, reported.stage.reported_on) == (True, day(-1))
    outside = do(reported, SetStage(2, "EM-H"))
    assert (outside.stage.reported_on, outside.stage.decision) == (day(-1), "Ze wil het toch melden.")
    assert hostile(state, StageSet(1, "OM", TODAY)).stage.code == "SP"
    assert hostile(state, StageSet(1, "OM", TODAY, True)).stage.code == "SP"


def test_a_report_does_not_begin_before_the_decision_of_the_reporter() -> None:
    state = do(do(lisa(), PutStep(STEP, "VS-IM")), ConsultStep(STEP, 1, "Zij meldt."))
    with pytest.raises(RefusedError, match="step-before-decision"):
        do(state, MoveStep(STEP, 2, "under_way"))
    told = do(state, SetStage(0, "VM", warned=True, decision="Zij wil melden."))
    assert do(told, MoveStep(STEP, 2, "under_way")).steps[0].status == "under_way"


def test_the_norms_of_a_report() -> None:
    state = do(lisa(), SetStage(0, "IM", day(0), warned=True, decision="Ja."))
    assert norm_dues(state) == [("report-acknowledgement", day(7)), ("report-feedback", day(92))]
    met = do(state, MeetNorm("report-acknowledgement"))
    assert [kind for kind, _ in norm_dues(met)] == ["report-feedback"]
    for command in (MeetNorm("report-acknowledgement"), MeetNorm("x")):
        with pytest.raises(RefusedError):
            do(met, command)
    with pytest.raises(RefusedError, match="norm-not-running"):
        do(lisa(), MeetNorm("report-feedback"))


def test_every_version_of_a_draft_is_kept() -> None:
    state = do(lisa(), WriteDraft(DRAFT, "complaint", "Klacht", "Een.\nTwee."))
    state = do(state, WriteDraft(DRAFT, "complaint", "Klacht", "Drie.", 1))
    assert [version.text for version in state.drafts[0].versions] == ["Een.\nTwee.", "Drie."]
    for command, error in (
        (WriteDraft(DRAFT, "complaint", "Klacht", "Vier.", 1), ConflictError),
        (WriteDraft(DRAFT, "complaint", "Klacht", "Drie.", 2), RefusedError),
        (WriteDraft(STEP, "gedicht", "x", "x"), RefusedError),
        (WriteDraft(STEP, "letter", "", "x"), RefusedError),
    ):
        with pytest.raises(error):
            do(state, command)


def test_a_closed_case_plans_nothing() -> None:
    for command in (
        PutStep(STEP, "VS-ZA"),
        PutOption(OPTION, "x"),
        SetStage(0, "SP"),
        WriteDraft(DRAFT, "letter", "x", "x"),
    ):
        with pytest.raises(RefusedError, match="case-closed"):
            do(closed(), command)


def test_french_terms_of_belgian_law_and_old_codes() -> None:
    assert codes.label("BE-PE", "fr") == "harcèlement moral au travail"
    assert codes.label("VS-ZA", "fr") == codes.label("VS-ZA", "nl")
    assert "BE-PE" in [code.code for code in codes.find("harcèlement", ("psychosocial",))]
    assert codes.label("OG-99", "nl") == "OG-99"
