"""A casus: from the personal space, where it has a case, into a group, where it has none."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from tests.domain.care import MANAGER
from tests.domain.circle import CASUS, GROUP, HOUR, TEXT, THIRD, Written, cleared, group, held, offered, planned
from tests.domain.story import CASE, DEPUTY, OWNER, STRANGER, T0, context, do, hostile, lisa
from vp_tui.domain import space
from vp_tui.domain.act import Command
from vp_tui.domain.canonical import canonical, digest
from vp_tui.domain.case_code import case_code
from vp_tui.domain.casus import CasusAnswered, CasusChecked, CasusOffered, CasusText, CasusWithdrawn
from vp_tui.domain.casus_draft import CasusDraftDropped, CasusDraftPut, CasusDraftShared, release, wants_consent
from vp_tui.domain.commands import (
    AnswerCasus,
    CheckCasus,
    DropCasusDraft,
    LeaveGroup,
    OfferCasus,
    OpenGroup,
    PutCasusDraft,
    RecordConsent,
    ShareCasusDraft,
    WithdrawCasus,
)
from vp_tui.domain.disclosure import Disclosed
from vp_tui.domain.ids import Id
from vp_tui.domain.party import Party
from vp_tui.domain.personal_parts import CasusDraft, Shared
from vp_tui.domain.wording import destroyable
from vp_tui.errors import ConflictError, NotFoundError, NotPermittedError, RefusedError

DRAFT = b"D" * 16
RING = Party("group", "Kring Noord")


def draft(**more: Any) -> Any:
    fields: dict[str, Any] = {"draft": DRAFT, "title": "Roddel", "text": TEXT, "case": CASE}
    return do(None, PutCasusDraft(**(fields | more)))


# -- the draft


def test_the_link_to_the_case_is_in_the_draft_and_stays() -> None:
    state = draft()
    assert state.drafts == (CasusDraft(DRAFT, "casus", CASE, "Roddel", TEXT),)
    state = do(state, PutCasusDraft(DRAFT, "Roddel", "Anders.", base=1))
    assert (state.drafts[0].case, state.drafts[0].text, state.drafts[0].rev) == (CASE, "Anders.", 2)
    for wrong in ({"case": b"x" * 16}, {"kind": "extract"}):
        with pytest.raises(RefusedError, match="draft-fixed"):
            do(state, PutCasusDraft(**({"draft": DRAFT, "title": "Roddel", "text": "x", "base": 2} | wrong)))
    with pytest.raises(RefusedError, match="nothing-changed"):
        do(state, PutCasusDraft(DRAFT, "Roddel", "Anders.", base=2))
    with pytest.raises(ConflictError, match="entry-changed"):
        do(state, PutCasusDraft(DRAFT, "Roddel", "x", base=1))
    assert draft(case=b"").drafts[0].case == b""


def test_what_was_shared_is_kept_beside_what_is_written_on() -> None:
    state = do(draft(), ShareCasusDraft(DRAFT, 1, GROUP, CASUS))
    state = do(do(state, PutCasusDraft(DRAFT, "Roddel", "Nieuw.", base=2)), ShareCasusDraft(DRAFT, 3, GROUP, CASUS, 2))
    assert state.drafts[0].shared == (Shared(GROUP, CASUS, 1, TEXT, T0), Shared(GROUP, CASUS, 2, "Nieuw.", T0))
    gone = do(state, DropCasusDraft(DRAFT, 4))
    assert (gone.drafts[0].text, gone.drafts[0].shared, gone.drafts[0].dropped) == ("", (), True)
    for command in (DropCasusDraft(DRAFT, 5), ShareCasusDraft(DRAFT, 5, GROUP, CASUS)):
        with pytest.raises(NotFoundError):
            do(gone, command)
    for space_, row in ((GROUP, CASE), (CASE, CASUS)):
        with pytest.raises(RefusedError, match="names-a-case"):
            do(draft(), ShareCasusDraft(DRAFT, 1, space_, row))


@pytest.mark.parametrize(
    ("dropped", "event"),
    [
        (False, CasusDraftPut(Id(DRAFT), 0, "casus", "x", "y")),
        (False, CasusDraftPut(Id(DRAFT), 1, "casus", "x", "y", Id(b"x" * 16))),
        (False, CasusDraftShared(Id(CASUS), 1, Id(GROUP), Id(CASUS), 1)),
        (False, CasusDraftDropped(Id(CASUS), 1)),
        (True, CasusDraftPut(Id(DRAFT), 2, "casus", "x", "y")),
        (True, CasusDraftShared(Id(DRAFT), 2, Id(GROUP), Id(CASUS), 1)),
        (True, CasusDraftDropped(Id(DRAFT), 2)),
    ],
)
def test_no_record_moves_a_draft_to_another_case_or_brings_it_back(dropped: bool, event: Any) -> None:
    state = do(draft(), DropCasusDraft(DRAFT, 1)) if dropped else draft()
    assert hostile(state, event, OWNER) == replace(state, anomalies=1)


# -- consent


def test_a_casus_leaves_its_case_with_the_reporters_consent() -> None:
    with pytest.raises(RefusedError) as refused:
        release(lisa(), RING, "IM-INC", context())
    assert (refused.value.key, refused.value.facts["purpose"]) == ("consent-missing", "casus")
    agreed = do(lisa(), RecordConsent(b"C" * 16, RING, "casus", "Haar verhaal, zonder naam.", "oral"))
    (event,) = release(agreed, RING, "IM-INC", context())
    assert isinstance(event, Disclosed)
    assert (event.purpose, event.party, event.consents) == ("casus", RING, (b"C" * 16,))
    with pytest.raises(RefusedError, match="consent-missing"):
        release(agreed, MANAGER, "IM-INC", context())
    with pytest.raises(NotPermittedError):
        release(agreed, RING, "IM-INC", context(STRANGER))


def test_no_consent_without_a_case_or_in_a_dilemma() -> None:
    assert release(None, RING, "IM-INC", context()) == []
    assert not wants_consent(b"", "IM-INC", context())
    dilemma = context(exceptions=frozenset({CASE}))
    assert release(lisa(), RING, "IM-DIL", dilemma) == []
    assert wants_consent(CASE, "IM-INC", dilemma)
    assert wants_consent(CASE, "IM-DIL", context())


# -- in the group


def test_a_casus_is_offered_with_a_number_of_findings_and_no_case() -> None:
    state = offered(findings=2)
    (casus,) = state.casuses
    assert (casus.author, casus.state, casus.now.findings, casus.now.title) == (OWNER, "offered", 2, "Roddel")
    assert (casus.now.text, casus.method, casus.theme, casus.due_ms) == (TEXT, "IM-INC", "TH-PE", 0)
    assert not {"case", "client", "reporter"} & {
        name for kind in (CasusOffered, CasusText) for name in kind.__struct_fields__
    }


def test_the_words_stand_in_a_record_of_their_own() -> None:
    parts = space.parts(space.decide(group(), OfferCasus(CASUS, "x", "y"), context()))
    assert [[type(event) for event in part] for part in parts] == [[CasusOffered], [CasusText]]
    assert space.parts(space.decide(None, OpenGroup(GROUP, "x", (DEPUTY,)), context()))[0][0].kind == "group"  # type: ignore[attr-defined]


def test_words_that_were_not_submitted_do_not_count() -> None:
    laid = hostile(group(), CasusOffered(Id(CASUS), 0, 1, "0" * 64, 0), OWNER)
    for event, by in ((CasusText(Id(CASUS), 1, "Roddel", TEXT), OWNER), (CasusText(Id(DRAFT), 1, "x", "y"), OWNER)):
        assert hostile(laid, event, by).anomalies == 1
    right = digest(canonical("casus", group=GROUP, author=OWNER, casus=CASUS, number=1, title="Roddel", text=TEXT))
    laid = hostile(group(), CasusOffered(Id(CASUS), 0, 1, right, 0), OWNER)
    text = CasusText(Id(CASUS), 1, "Roddel", TEXT)
    assert hostile(laid, text, DEPUTY).anomalies == 1
    filled = hostile(laid, text, OWNER)
    assert (filled.casuses[0].now.text, filled.anomalies) == (TEXT, 0)
    assert hostile(filled, text, OWNER).anomalies == 1


@pytest.mark.parametrize("text", [f"Zie {case_code(CASE)}.", f"zie {case_code(CASE).lower()}", f"x {CASE.hex()}"])
def test_no_text_names_a_case(text: str) -> None:
    for facts in ({"sides": {CASE: ""}}, {"open_aliases": {"x": CASE}}, {"exceptions": frozenset({CASE})}):
        with pytest.raises(RefusedError, match="names-a-case"):
            do(group(), OfferCasus(CASUS, "x", text), **facts)
        with pytest.raises(RefusedError, match="names-a-case"):
            do(group(), OfferCasus(CASE, "x", "y"), **facts)
    assert do(group(), OfferCasus(CASUS, "x", "y"), sides={CASE: ""}).casuses


def test_a_colleague_checks_it_before_it_is_talked_over() -> None:
    state = cleared()
    assert (state.casuses[0].state, state.casuses[0].checked_by) == ("cleared", DEPUTY)
    with pytest.raises(NotPermittedError, match="casus-own"):
        do(offered(), CheckCasus(CASUS, 1, False))
    with pytest.raises(ConflictError, match="entry-changed"):
        do(state, CheckCasus(CASUS, 1, False), THIRD)
    with pytest.raises(ConflictError, match="casus-settled"):
        do(state, CheckCasus(CASUS, 2, False), THIRD)
    with pytest.raises(RefusedError, match="text-missing"):
        do(offered(), CheckCasus(CASUS, 1, True), THIRD)
    assert hostile(offered(), CasusChecked(Id(CASUS), 1, "cleared"), OWNER).anomalies == 1
    assert hostile(offered(), CasusChecked(Id(CASUS), 1, "cleared"), STRANGER).anomalies == 1


def test_the_facilitator_checks_what_is_on_her_agenda() -> None:
    state = planned(offered())
    with pytest.raises(NotPermittedError, match="casus-facilitator-checks"):
        do(state, CheckCasus(CASUS, 1, False), THIRD)
    assert hostile(state, CasusChecked(Id(CASUS), 1, "cleared"), THIRD).anomalies == 1
    assert do(state, CheckCasus(CASUS, 1, False), DEPUTY).casuses[0].state == "cleared"
    # Who leads while her own casus is on the table does not check it.
    own = planned(offered(), facilitator=OWNER)
    assert do(own, CheckCasus(CASUS, 1, False), THIRD).casuses[0].state == "cleared"


@pytest.mark.parametrize("make", [offered, cleared, held])
def test_what_can_be_traced_goes_back_and_its_words_go(make: Any) -> None:
    before = make()
    state = do(before, CheckCasus(CASUS, before.casuses[0].rev, True, "De functie is uniek."), DEPUTY)
    (casus,) = state.casuses
    assert (casus.state, casus.why, casus.now.text, casus.now.gone) == ("returned", "De functie is uniek.", "", True)
    again = do(state, OfferCasus(CASUS, "Roddel", "Iemand merkt iets.", base=casus.rev))
    assert (again.casuses[0].now.number, again.casuses[0].now.text) == (2, "Iemand merkt iets.")
    assert (again.casuses[0].state, again.casuses[0].wordings[0].text) == ("offered", "")
    with pytest.raises(NotPermittedError, match="casus-not-yours"):
        do(state, OfferCasus(CASUS, "x", "y", base=casus.rev), DEPUTY)


def test_destroying_the_words_takes_nothing_else_with_it() -> None:
    written = Written()
    written.act(OpenGroup(GROUP, "Kring", (DEPUTY,)))
    written.act(OfferCasus(CASUS, "Roddel", TEXT))
    written.act(CheckCasus(CASUS, 1, True, "Herleidbaar."), DEPUTY)
    written.act(OfferCasus(CASUS, "Roddel", "Iemand.", base=2))
    gone = destroyable(written.state.casuses[0].wordings)
    assert len(gone) == 1
    read = written.without(*gone)
    assert read.anomalies == 0
    first, second = read.casuses[0].wordings
    assert (first.text, first.gone, second) == ("", True, written.state.casuses[0].wordings[1])
    assert replace(read.casuses[0], wordings=()) == replace(written.state.casuses[0], wordings=())


def test_answers_within_hours() -> None:
    state = offered(within=4)
    assert (state.casuses[0].due_ms, state.casuses[0].waiting()) == (T0 + 4 * HOUR, True)
    state = do(state, AnswerCasus(CASUS, b"1" * 16, "Vraag haar wat zij wil."), THIRD)
    assert [(row.by, row.text) for row in state.casuses[0].answers] == [(THIRD, "Vraag haar wat zij wil.")]
    assert not state.casuses[0].waiting()
    with pytest.raises(ConflictError, match="entry-exists"):
        do(state, AnswerCasus(CASUS, b"1" * 16, "x"), THIRD)
    with pytest.raises(NotPermittedError, match="casus-own"):
        do(state, AnswerCasus(CASUS, b"2" * 16, "x"))
    for within in (-1, 73):
        with pytest.raises(RefusedError, match="number-out-of-range"):
            offered(within=within)
    for event, by in ((CasusAnswered(Id(CASUS), Id(b"2" * 16), "x"), OWNER),
                      (CasusAnswered(Id(CASUS), Id(b"1" * 16), "x"), THIRD),
                      (CasusAnswered(Id(CASUS), Id(b"3" * 16), "x"), STRANGER)):  # fmt: skip
        assert hostile(state, event, by).anomalies == 1


def test_withdrawn_by_its_author_alone() -> None:
    state = do(offered(), WithdrawCasus(CASUS, 1))
    assert (state.casuses[0].state, state.casuses[0].now.text) == ("withdrawn", "")
    for command, actor, key in (
        (WithdrawCasus(CASUS, 2), OWNER, "casus-settled"),
        (AnswerCasus(CASUS, b"1" * 16, "x"), THIRD, "casus-settled"),
        (CheckCasus(CASUS, 2, True, "x"), THIRD, "casus-settled"),
        (OfferCasus(CASUS, "x", "y", base=2), OWNER, "casus-settled"),
        (WithdrawCasus(CASUS, 2), DEPUTY, "casus-not-yours"),
    ):
        with pytest.raises((ConflictError, NotPermittedError), match=key):
            do(state, command, actor)
    assert hostile(offered(), CasusWithdrawn(Id(CASUS), 1), DEPUTY).anomalies == 1


@pytest.mark.parametrize(
    ("command", "key"),
    [
        (OfferCasus(CASUS, "", "y"), "text-missing"),
        (OfferCasus(CASUS, "x", " "), "text-missing"),
        (OfferCasus(CASUS, "x", "y" * 300_000), "text-too-long"),
        (OfferCasus(CASUS, "x", "y", findings=-1), "number-out-of-range"),
        (OfferCasus(CASUS, "x", "y", method="TH-RO"), "code-unknown"),
        (OfferCasus(CASUS, "x", "y", theme="OG-PE"), "code-unknown"),
    ],
)
def test_refused(command: Command, key: str) -> None:
    with pytest.raises(RefusedError, match=key):
        do(group(), command)


def test_offered_twice_or_over_what_was_not_seen() -> None:
    with pytest.raises(ConflictError, match="entry-exists"):
        do(offered(), OfferCasus(CASUS, "x", "y"))
    with pytest.raises(ConflictError, match="entry-changed"):
        do(offered(), OfferCasus(CASUS, "x", "y", base=3))
    for event in (CasusOffered(Id(CASUS), 1, 3, "0" * 64, 0), CasusOffered(Id(CASUS), 2, 2, "0" * 64, 0)):
        assert hostile(offered(), event, OWNER).anomalies == 1
    assert hostile(offered(), CasusOffered(Id(CASUS), 1, 2, "0" * 64, 0), DEPUTY).anomalies == 1
    assert hostile(group(), CasusOffered(Id(CASUS), 0, 1, "0" * 64, 0), STRANGER).anomalies == 1


def test_a_casus_without_its_words_is_not_checked() -> None:
    bare = hostile(group(), CasusOffered(Id(CASUS), 0, 1, "0" * 64, 0), OWNER)
    with pytest.raises(RefusedError, match="text-not-here"):
        do(bare, CheckCasus(CASUS, 1, False), DEPUTY)


def withdrawn() -> Any:
    return do(offered(), WithdrawCasus(CASUS, 1))


@pytest.mark.parametrize("command", [CheckCasus(CASUS, 1, False), AnswerCasus(CASUS, b"1" * 16, "x")])
def test_a_stranger_has_no_say(command: Command) -> None:
    with pytest.raises(NotPermittedError, match="not-your-group"):
        do(offered(), command, STRANGER)


def test_who_left_leaves_her_casus_behind() -> None:
    state = do(offered(), LeaveGroup())
    for command in (WithdrawCasus(CASUS, 1), OfferCasus(CASUS, "x", "y", base=1)):
        with pytest.raises(NotPermittedError, match="not-your-group"):
            do(state, command)


@pytest.mark.parametrize(
    ("make", "event", "by"),
    [
        (offered, CasusChecked(Id(DRAFT), 1, "cleared"), DEPUTY),
        (offered, CasusAnswered(Id(DRAFT), Id(DRAFT), "x"), DEPUTY),
        (offered, CasusWithdrawn(Id(DRAFT), 1), OWNER),
        (cleared, CasusChecked(Id(CASUS), 2, "cleared"), THIRD),
        (withdrawn, CasusChecked(Id(CASUS), 2, "traceable", "x"), THIRD),
        (withdrawn, CasusAnswered(Id(CASUS), Id(DRAFT), "x"), DEPUTY),
        (withdrawn, CasusWithdrawn(Id(CASUS), 2), OWNER),
    ],
)
def test_what_breaks_a_rule_is_not_applied(make: Any, event: Any, by: bytes) -> None:
    assert hostile(make(), event, by) == replace(make(), anomalies=1)


def test_nobody_answers_what_is_not_there() -> None:
    with pytest.raises(ConflictError, match="casus-settled"):
        do(group(), AnswerCasus(CASUS, b"1" * 16, "x"), DEPUTY)
