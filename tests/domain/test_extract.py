"""An extract: what the author submits and nothing else; a version that can be traced is gone; approval is forever."""

from __future__ import annotations

import json
from typing import Any

import pytest
from msgspec.structs import replace

from tests.domain.circle import EXTRACT, SUPERVISOR, TEXT, Written, answered, approved, extract, group, submitted
from tests.domain.story import CASE, DEPUTY, OWNER, STRANGER, T0, context, do, hostile, refusal
from vp_tui.domain import addenda, space
from vp_tui.domain.act import Command
from vp_tui.domain.addenda import AddendumAdded
from vp_tui.domain.canonical import digest
from vp_tui.domain.commands import (
    AddAddendum,
    AdmitMember,
    AnswerChecklist,
    ApproveExtract,
    CommentExtract,
    DropComment,
    MadeContact,
    OpenExtract,
    RequestContact,
    ReturnExtract,
    SubmitExtract,
    TakeUpExtract,
    WithdrawExtract,
)
from vp_tui.domain.extract import ExtractOpened, ExtractSubmitted, ExtractText, ExtractWithdrawn
from vp_tui.domain.extract_file import ExtractState, canonical_extract
from vp_tui.domain.ids import Id
from vp_tui.domain.rebase import commutes
from vp_tui.domain.review import (
    CHECKLIST,
    ChecklistAnswered,
    CommentDropped,
    CommentPut,
    ContactAskedFor,
    ExtractApproved,
    ExtractReturned,
    ExtractTakenUp,
    ReviewRow,
    queue,
)
from vp_tui.domain.wording import destroyable
from vp_tui.errors import ConflictError, NotPermittedError, RefusedError

MARK, NOTE, ADDENDUM = b"M" * 16, b"N" * 16, b"A" * 16


def marked(state: ExtractState | None = None) -> ExtractState:
    sent = state or submitted()
    made: ExtractState = do(sent, CommentExtract(MARK, sent.version, 2, traceable=True), SUPERVISOR)
    return made


def returned(why: str = "anonymisation") -> ExtractState:
    state = marked() if why == "anonymisation" else submitted()
    made: ExtractState = do(state, ReturnExtract(1, why, "Kun je regel 2 anders zeggen?"), SUPERVISOR)
    return made


def test_two_people_and_nobody_else() -> None:
    assert extract().readers == {OWNER, SUPERVISOR}
    fields = set(ExtractState.__struct_fields__) | set(ExtractOpened.__struct_fields__)
    assert not {"case", "casus", "group", "client", "session"} & fields


def test_submitting_is_signing() -> None:
    state = submitted()
    assert (state.state, state.version, state.wordings[0].text, state.wordings[0].findings) == ("submitted", 1, TEXT, 1)
    assert state.digest == digest(canonical_extract(state, 1, TEXT, 1))
    assert [row.by for row in state.signatures] == [OWNER]
    parts = space.parts(space.decide(extract(), SubmitExtract(0, TEXT), context()))
    assert [[type(event) for event in part] for part in parts] == [[ExtractSubmitted], [ExtractText]]


def test_the_canonical_record_byte_for_byte() -> None:
    data = canonical_extract(extract(), 1, "Hoe blijf ik \u00e9\u00e9n?", 2)
    assert data == (
        b'vp-tui/v1/extract\x00{"author":"%s","extract":"%s","findings":2,"method":"IM-INC","number":1,'
        b'"reviewer":"%s","text":"Hoe blijf ik \xc3\xa9\xc3\xa9n?","theme":"TH-RO"}'
        % (OWNER.hex().encode(), EXTRACT.hex().encode(), SUPERVISOR.hex().encode())
    )
    assert json.loads(data.partition(b"\x00")[2])["number"] == 1


def test_the_supervisors_queue_knows_no_case() -> None:
    rows = queue([submitted(), approved(), returned(), extract()], SUPERVISOR, T0 + 3 * 86_400_000)
    assert rows == [ReviewRow(EXTRACT, OWNER, T0, "IM-INC", "TH-RO", 1, 1, "submitted", False, 3)]
    assert queue([submitted()], OWNER, T0) == []
    old = replace(submitted(), since_ms=T0 - 1, id=b"2" * 16)
    assert [row.id for row in queue([submitted(), old], SUPERVISOR, T0)] == [b"2" * 16, EXTRACT]


def test_comments_stand_on_lines() -> None:
    state = do(submitted(), CommentExtract(NOTE, 1, 3, "Wat is jouw aandeel?"), SUPERVISOR)
    assert (state.comments[0].line, state.comments[0].text, state.comments[0].version) == (3, "Wat is jouw aandeel?", 1)
    state = do(state, CommentExtract(NOTE, 1, 3, "Wat deed jij?", base=1), SUPERVISOR)
    assert (state.comments[0].text, state.comments[0].rev) == ("Wat deed jij?", 2)
    state = do(state, DropComment(NOTE, 2), SUPERVISOR)
    assert (state.comments[0].dropped, state.comments[0].text) == (True, "")
    for line in (0, 4):
        with pytest.raises(RefusedError, match="number-out-of-range"):
            do(submitted(), CommentExtract(NOTE, 1, line, "x"), SUPERVISOR)
    with pytest.raises(RefusedError, match="text-missing"):
        do(submitted(), CommentExtract(NOTE, 1, 1), SUPERVISOR)


def test_traceable_goes_back_and_its_words_go_with_every_version_before() -> None:
    first = do(submitted(), ReturnExtract(1, "questions", "Wat is je vraag?"), SUPERVISOR)
    assert (first.state, first.why, first.wordings[0].text) == ("returned", "questions", TEXT)
    second = marked(submitted(first, "Een collega merkt iets.\nZij zwijgt.", 1))
    back = do(second, ReturnExtract(2, "anonymisation"), SUPERVISOR)
    assert (back.state, back.why) == ("returned", "anonymisation")
    assert [(row.text, row.gone) for row in back.wordings] == [("", True), ("", True)]
    third = submitted(back, "Iemand merkt iets.", 2)
    assert (third.state, third.version, third.why, third.wordings[2].text) == ("submitted", 3, "", "Iemand merkt iets.")
    assert approved(answered(third)).state == "approved"


def test_destroying_the_words_takes_nothing_else_with_it() -> None:
    written = Written()
    written.act(OpenExtract(EXTRACT, SUPERVISOR, "IM-INC", "TH-RO"))
    written.act(SubmitExtract(0, TEXT))
    written.act(CommentExtract(MARK, 1, 2, traceable=True), SUPERVISOR)
    written.act(ReturnExtract(1, "anonymisation", "Regel 2."), SUPERVISOR)
    written.act(SubmitExtract(1, "Iemand merkt iets."))
    gone = destroyable(written.state.wordings)
    assert len(gone) == 1
    read = written.without(*gone)
    assert (read.anomalies, read.version, read.wordings[1]) == (0, 2, written.state.wordings[1])
    assert replace(read, wordings=()) == replace(written.state, wordings=())


def test_dropped_words_do_not_come_back() -> None:
    back = returned()
    for text in (ExtractText(1, TEXT), ExtractText(1, "")):
        assert hostile(back, text, OWNER) == replace(back, anomalies=1)
    empty = digest(canonical_extract(extract(), 1, "", 0))
    assert hostile(hostile(extract(), ExtractSubmitted(1, empty, 0), OWNER), ExtractText(1, ""), OWNER).anomalies == 1
    right = submitted().digest
    late = hostile(hostile(extract(), ExtractSubmitted(1, right, 1), OWNER), ExtractText(2, TEXT), OWNER)
    assert (late.wordings[0].text, late.anomalies) == ("", 1)


def test_marks_decide_how_it_goes_back() -> None:
    with pytest.raises(RefusedError, match="return-without-mark"):
        do(submitted(), ReturnExtract(1, "anonymisation", "x"), SUPERVISOR)
    for state in (marked(), answered(traceable="yes")):
        with pytest.raises(RefusedError, match="extract-traceable"):
            do(state, ReturnExtract(1, "questions", "x"), SUPERVISOR)
    with pytest.raises(RefusedError, match="text-missing"):
        do(submitted(), ReturnExtract(1, "questions"), SUPERVISOR)
    # A mark that was taken back counts no longer.
    taken_back = do(marked(), DropComment(MARK, 1), SUPERVISOR)
    with pytest.raises(RefusedError, match="return-without-mark"):
        do(taken_back, ReturnExtract(1, "anonymisation", "x"), SUPERVISOR)


def test_approval_is_the_second_signature_over_the_same_record() -> None:
    state = approved()
    assert state.state == "approved"
    assert [(row.by, row.digest) for row in state.signatures] == [(OWNER, state.digest), (SUPERVISOR, state.digest)]
    assert [(row.by) for row in answered().signatures] == [OWNER]


def test_approval_waits_for_the_whole_checklist() -> None:
    state = submitted()
    for number, item in enumerate(CHECKLIST):
        with pytest.raises(RefusedError) as refused:
            do(state, ApproveExtract(1, state.digest), SUPERVISOR)
        assert (refused.value.key, refused.value.facts) == ("checklist-open", {"n": len(CHECKLIST) - number})
        state = do(state, AnswerChecklist(1, item, "unsure"), SUPERVISOR)
    assert do(state, ApproveExtract(1, state.digest), SUPERVISOR).state == "approved"
    with pytest.raises(RefusedError, match="nothing-changed"):
        do(state, AnswerChecklist(1, "consent", "unsure"), SUPERVISOR)
    for item, answer in (("mood", "yes"), ("consent", "maybe")):
        with pytest.raises(RefusedError, match="choice-unknown"):
            do(state, AnswerChecklist(1, item, answer), SUPERVISOR)


@pytest.mark.parametrize("make", [lambda: marked(answered()), lambda: answered(traceable="yes")])
def test_what_can_be_traced_is_never_approved(make: Any) -> None:
    state = make()
    with pytest.raises(RefusedError, match="extract-traceable"):
        do(state, ApproveExtract(1, state.digest), SUPERVISOR)
    assert hostile(state, ExtractApproved(1, state.digest), SUPERVISOR).state != "approved"


def test_a_checklist_is_for_one_version() -> None:
    second = submitted(do(answered(), ReturnExtract(1, "questions", "x"), SUPERVISOR), "Anders.", 1)
    with pytest.raises(RefusedError, match="checklist-open"):
        do(second, ApproveExtract(2, second.digest), SUPERVISOR)


# -- two at once


def test_submitted_while_the_old_version_is_being_signed() -> None:
    before = answered()
    approve = ApproveExtract(1, before.digest)
    after = submitted(before, "Een nieuwe tekst.", 1)
    with pytest.raises(ConflictError, match="entry-changed"):
        do(after, approve, SUPERVISOR)
    assert hostile(after, ExtractApproved(1, before.digest), SUPERVISOR).state == "submitted"
    # The other way round: what was approved does not change any more.
    with pytest.raises(RefusedError, match="extract-ended"):
        submitted(approved(before), "Een nieuwe tekst.", 1)
    assert hostile(approved(), ExtractSubmitted(2, "0" * 64, 0), OWNER).anomalies == 1
    mine = space.decide(before, approve, context(SUPERVISOR))
    theirs = space.decide(before, SubmitExtract(1, "Een nieuwe tekst."), context())
    assert not commutes(mine, theirs)
    assert not commutes(theirs, mine)


def test_a_signature_over_something_that_changed_meanwhile() -> None:
    before = submitted()
    after = answered(submitted(before, "Een nieuwe tekst.", 1))
    with pytest.raises(ConflictError, match="record-changed"):
        do(after, ApproveExtract(2, before.digest), SUPERVISOR)
    assert hostile(after, ExtractApproved(2, before.digest), SUPERVISOR).state != "approved"


def test_in_review_the_author_waits() -> None:
    state = do(submitted(), TakeUpExtract(1), SUPERVISOR)
    assert state.state == "in_review"
    with pytest.raises(ConflictError, match="extract-in-review"):
        submitted(state, "Toch anders.", 1)
    assert hostile(state, ExtractSubmitted(2, "0" * 64, 0), OWNER).anomalies == 1
    with pytest.raises(RefusedError, match="nothing-changed"):
        do(state, TakeUpExtract(1), SUPERVISOR)
    assert do(answered(state), ReturnExtract(1, "questions", "x"), SUPERVISOR).state == "returned"


@pytest.mark.parametrize(
    ("text", "base", "error", "key"),
    [
        (TEXT, 1, RefusedError, "nothing-changed"),
        ("x", 0, ConflictError, "entry-changed"),
        ("x" * 300_000, 1, RefusedError, "text-too-long"),
        (" ", 1, RefusedError, "text-missing"),
    ],
)
def test_no_such_submission(text: str, base: int, error: type[Exception], key: str) -> None:
    with pytest.raises(error, match=key):
        submitted(submitted(), text, base)


def test_too_long_says_how_much() -> None:
    refused = refusal(submitted, extract(), "x" * 300 * 1024)
    assert refused is not None
    assert refused.facts == {"size": 301, "limit": 250}


def test_a_signature_of_a_lost_device_is_not_built_on() -> None:
    state = answered()
    with pytest.raises(RefusedError, match="signer-device-revoked"):
        do(state, ApproveExtract(1, state.digest), SUPERVISOR, revoked=frozenset({b"v" * 16}))


# -- who may what


REVIEWERS: list[Command] = [
    TakeUpExtract(1), CommentExtract(NOTE, 1, 1, "x"), AnswerChecklist(1, "consent", "yes"),
    ReturnExtract(1, "questions", "x"), ApproveExtract(1, "0" * 64), RequestContact(),
]  # fmt: skip


@pytest.mark.parametrize("command", REVIEWERS)
@pytest.mark.parametrize("actor", [OWNER, STRANGER])
def test_the_supervisors_acts_are_the_supervisors(command: Command, actor: bytes) -> None:
    with pytest.raises(NotPermittedError, match="not-your-extract"):
        do(submitted(), command, actor)


@pytest.mark.parametrize("command", [SubmitExtract(1, "x"), WithdrawExtract()])
@pytest.mark.parametrize("actor", [SUPERVISOR, STRANGER])
def test_the_authors_acts_are_the_authors(command: Command, actor: bytes) -> None:
    with pytest.raises(NotPermittedError, match="not-your-extract"):
        do(submitted(), command, actor)


@pytest.mark.parametrize(
    ("event", "wrong"),
    [
        (ExtractTakenUp(1), OWNER),
        (ExtractTakenUp(2), SUPERVISOR),
        (CommentPut(Id(NOTE), 0, 1, 1, "x"), OWNER),
        (CommentPut(Id(NOTE), 0, 2, 1, "x"), SUPERVISOR),
        (CommentPut(Id(NOTE), 1, 1, 1, "x"), SUPERVISOR),
        (CommentDropped(Id(NOTE), 1), SUPERVISOR),
        (ChecklistAnswered(1, "consent", "yes"), STRANGER),
        (ChecklistAnswered(2, "consent", "yes"), SUPERVISOR),
        (ExtractReturned(1, "questions", "x"), OWNER),
        (ExtractApproved(1, "0" * 64), SUPERVISOR),
        (ContactAskedFor(), OWNER),
        (ExtractSubmitted(2, "0" * 64, 0), SUPERVISOR),
        (ExtractSubmitted(3, "0" * 64, 0), OWNER),
        (ExtractText(1, "iets anders"), OWNER),
        (ExtractWithdrawn(), SUPERVISOR),
        (ExtractOpened(Id(b"2" * 16), Id(STRANGER), "IM-INC", "TH-RO"), OWNER),
        (AddendumAdded(Id(EXTRACT), Id(ADDENDUM), "0" * 64, "x"), OWNER),
    ],
)
def test_what_breaks_a_rule_is_not_applied(event: Any, wrong: bytes) -> None:
    assert hostile(submitted(), event, wrong) == replace(submitted(), anomalies=1)


def test_nothing_is_reviewed_that_is_not_submitted() -> None:
    for state, error, key in (
        (extract(), RefusedError, "extract-not-submitted"),
        (returned(), RefusedError, "extract-not-submitted"),
        (approved(), RefusedError, "extract-ended"),
    ):
        for command in REVIEWERS[:4]:
            wanted = replace(command, version=state.version)  # type: ignore[call-arg]
            with pytest.raises(error, match=key):
                do(state, wanted, SUPERVISOR)


def test_no_supervisor_of_oneself_and_no_case() -> None:
    with pytest.raises(RefusedError, match="supervisor-unknown"):
        do(None, OpenExtract(EXTRACT, OWNER, "IM-INC", "TH-RO"))
    with pytest.raises(RefusedError, match="names-a-case"):
        do(None, OpenExtract(CASE, SUPERVISOR, "IM-INC", "TH-RO"), sides={CASE: ""})
    for method, theme in (("TH-RO", "TH-RO"), ("IM-INC", "OG-PE"), ("", "TH-RO")):
        with pytest.raises(RefusedError, match="code-"):
            do(None, OpenExtract(EXTRACT, SUPERVISOR, method, theme))
    with pytest.raises(ConflictError, match="already-opened"):
        do(extract(), OpenExtract(b"2" * 16, SUPERVISOR, "IM-INC", "TH-RO"))


def test_a_colleague_of_a_dutch_group_is_sent_nothing() -> None:
    mixed = {b"G" * 16: do(group(), AdmitMember(SUPERVISOR))}
    with pytest.raises(RefusedError, match="supervisor-in-group"):
        do(extract(), SubmitExtract(0, TEXT), groups=mixed)
    state = answered()
    with pytest.raises(RefusedError, match="supervisor-in-group"):
        do(state, ApproveExtract(1, state.digest), SUPERVISOR, groups=mixed)


def test_records_that_come_too_early() -> None:
    opened = ExtractOpened(Id(EXTRACT), Id(OWNER), "IM-INC", "TH-RO")
    assert hostile(ExtractState(), opened, OWNER).anomalies == 1
    assert hostile(extract(), ExtractText(1, TEXT), OWNER).anomalies == 1
    early = AddendumAdded(Id(EXTRACT), Id(ADDENDUM), submitted().digest, "x")
    assert hostile(submitted(), early, OWNER).anomalies == 1


def commented(state: ExtractState | None = None) -> ExtractState:
    made: ExtractState = do(state or submitted(), CommentExtract(NOTE, 1, 1, "x"), SUPERVISOR)
    return made


def test_a_comment_stays_with_its_version() -> None:
    with pytest.raises(NotPermittedError, match="not-your-extract"):
        do(commented(), DropComment(NOTE, 1))
    later = submitted(commented(), "Een nieuwe tekst.", 1)
    with pytest.raises(ConflictError, match="entry-changed"):
        do(later, DropComment(NOTE, 1), SUPERVISOR)
    drop = CommentDropped(Id(NOTE), 1)
    done = approved(answered(commented()))
    for state, by in ((commented(), OWNER), (later, SUPERVISOR), (done, SUPERVISOR)):
        assert hostile(state, drop, by) == replace(state, anomalies=1)


@pytest.mark.parametrize(
    "event",
    [
        CommentPut(Id(MARK), 0, 1, 1, "x"),
        ChecklistAnswered(1, "consent", "no"),
        ExtractReturned(1, "questions", "x"),
        ExtractTakenUp(1),
    ],
)
def test_nothing_is_reviewed_after_approval(event: Any) -> None:
    assert hostile(approved(), event, SUPERVISOR) == replace(approved(), anomalies=1)


def test_what_is_not_here_is_not_approved() -> None:
    state = answered(hostile(extract(), ExtractSubmitted(1, "0" * 64, 0), OWNER))
    with pytest.raises(RefusedError, match="text-not-here"):
        do(state, ApproveExtract(1, state.digest), SUPERVISOR)
    taken = do(submitted(), TakeUpExtract(1), SUPERVISOR)
    assert hostile(taken, ExtractTakenUp(1), SUPERVISOR).anomalies == 1


def test_taken_back_by_the_author_before_it_is_approved() -> None:
    state = do(submitted(), WithdrawExtract())
    assert (state.state, state.wordings[0].text) == ("withdrawn", "")
    for command, actor in ((SubmitExtract(1, "x"), OWNER), (WithdrawExtract(), OWNER), (TakeUpExtract(1), SUPERVISOR)):
        with pytest.raises(RefusedError, match="extract-ended"):
            do(state, command, actor)
    with pytest.raises(RefusedError, match="extract-ended"):
        do(approved(), WithdrawExtract())
    assert hostile(approved(), ExtractWithdrawn(), OWNER).state == "approved"


def test_get_in_touch_with_me() -> None:
    assert ContactAskedFor.__struct_fields__ == ()
    state = do(submitted(), RequestContact(), SUPERVISOR)
    assert state.contact
    with pytest.raises(RefusedError, match="nothing-changed"):
        do(state, RequestContact(), SUPERVISOR)
    assert not do(state, MadeContact()).contact
    with pytest.raises(RefusedError, match="nothing-changed"):
        do(submitted(), MadeContact())
    with pytest.raises(NotPermittedError):
        do(state, MadeContact(), STRANGER)


# -- after approval


def test_corrections_are_a_chain_of_addenda() -> None:
    state = approved()
    first = do(state, AddAddendum(EXTRACT, ADDENDUM, state.digest, "Ik bedoelde: zij koos zelf."))
    head = addenda.head(first.digest, first.addenda)
    assert (first.addenda[0].prev, first.addenda[0].signature.by) == (state.digest, OWNER)
    assert first.digest == state.digest
    second = do(first, AddAddendum(EXTRACT, b"2" * 16, head, "Dank."), SUPERVISOR)
    assert (second.addenda[1].prev, second.addenda[1].signature.by) == (head, SUPERVISOR)
    for prev in (state.digest, "0" * 64):
        with pytest.raises(ConflictError, match="record-changed"):
            do(first, AddAddendum(EXTRACT, b"2" * 16, prev, "x"))
        assert hostile(first, AddendumAdded(Id(EXTRACT), Id(b"2" * 16), prev, "x"), OWNER).anomalies == 1
    with pytest.raises(ConflictError, match="entry-exists"):
        do(first, AddAddendum(EXTRACT, ADDENDUM, head, "x"))
    assert hostile(first, AddendumAdded(Id(EXTRACT), Id(ADDENDUM), head, "x"), OWNER).anomalies == 1
    assert hostile(first, AddendumAdded(Id(EXTRACT), Id(b"2" * 16), head, ""), OWNER).anomalies == 1
    assert hostile(first, AddendumAdded(Id(b"2" * 16), Id(b"2" * 16), head, "x"), OWNER).anomalies == 1
    assert hostile(first, AddendumAdded(Id(EXTRACT), Id(b"2" * 16), head, "x"), STRANGER).anomalies == 1
    with pytest.raises(NotPermittedError):
        do(state, AddAddendum(EXTRACT, ADDENDUM, state.digest, "x"), DEPUTY)
    with pytest.raises(RefusedError, match="extract-not-approved"):
        do(submitted(), AddAddendum(EXTRACT, ADDENDUM, "0" * 64, "x"))
