"""A group: fixed, without hierarchy in the Netherlands, and master of its own review."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from tests.domain.circle import GROUP, ROOM, SUPERVISOR, THIRD, group, planned, submitted, supervision
from tests.domain.story import DEPUTY, OWNER, STRANGER, context, do, hostile, meta, refusal
from vp_tui.domain import space
from vp_tui.domain.act import Command
from vp_tui.domain.commands import (
    AdmitMember,
    DropMember,
    LeaveGroup,
    OfferCasus,
    OpenExtract,
    OpenGroup,
    OpenSupervision,
    PlanSession,
    TakeUpExtract,
    VoteReview,
)
from vp_tui.domain.group import MOST_MEMBERS, GroupOpened, MemberAdmitted, MemberLeft, ReviewVoted
from vp_tui.domain.ids import Id
from vp_tui.errors import ConflictError, NotFoundError, NotPermittedError, RefusedError


def test_a_group_is_its_members() -> None:
    state = group()
    assert (state.id, state.name, state.members) == (GROUP, "Kring Noord", (OWNER, DEPUTY, THIRD))
    assert (state.review, state.readers) == ("off", frozenset({OWNER, DEPUTY, THIRD}))
    joined = do(state, AdmitMember(STRANGER), DEPUTY)
    assert joined.members == (OWNER, DEPUTY, THIRD, STRANGER)
    left = do(joined, LeaveGroup(), DEPUTY)
    assert (left.members, left.former) == ((OWNER, THIRD, STRANGER), (DEPUTY,))
    assert DEPUTY not in left.readers
    back = do(left, AdmitMember(DEPUTY))
    assert (back.members[-1], back.former) == (DEPUTY, ())


def test_an_ad_hoc_consult_is_a_group_of_two() -> None:
    assert do(None, OpenGroup(GROUP, "Even sparren", (DEPUTY,))).members == (OWNER, DEPUTY)


@pytest.mark.parametrize(
    ("command", "key"),
    [
        (OpenGroup(GROUP, "x", ()), "group-size"),
        (OpenGroup(GROUP, "x", (OWNER,)), "group-size"),
        (OpenGroup(GROUP, "x", tuple(bytes([n]) * 16 for n in range(1, MOST_MEMBERS + 1))), "party-no-colleague"),
        (OpenGroup(GROUP, " ", (DEPUTY,)), "text-missing"),
        (OpenGroup(GROUP, "x", (DEPUTY,), "DE"), "choice-unknown"),
        (OpenGroup(GROUP, "x", (SUPERVISOR,)), "party-no-colleague"),
    ],
)
def test_no_such_group(command: Command, key: str) -> None:
    with pytest.raises(RefusedError, match=key):
        do(None, command, confidants=ROOM)


def test_a_group_has_a_most() -> None:
    many = tuple(bytes([n]) * 16 for n in range(1, MOST_MEMBERS))
    state = do(None, OpenGroup(GROUP, "x", many))
    with pytest.raises(RefusedError, match="group-size"):
        do(state, AdmitMember(STRANGER))
    assert hostile(state, MemberAdmitted(Id(STRANGER)), OWNER).anomalies == 1


def test_a_guest_is_in_no_group() -> None:
    with pytest.raises(RefusedError, match="party-no-colleague"):
        do(None, OpenGroup(GROUP, "x", (DEPUTY,)), SUPERVISOR, confidants=ROOM)
    with pytest.raises(RefusedError, match="party-no-colleague"):
        do(group(), AdmitMember(SUPERVISOR), confidants=ROOM)


@pytest.mark.parametrize(
    "command",
    [AdmitMember(THIRD), LeaveGroup(), DropMember(THIRD), VoteReview("agreed"), OfferCasus(b"1" * 16, "x", "y")],
)
def test_who_is_not_in_it_can_do_nothing(command: Command) -> None:
    with pytest.raises(NotPermittedError, match="not-your-group"):
        do(group(), command, STRANGER)
    with pytest.raises(NotPermittedError, match="not-your-group"):
        do(do(group(), LeaveGroup(), DEPUTY), command, DEPUTY)


def test_nobody_is_put_out_by_a_colleague() -> None:
    for confidants in (None, ROOM):
        with pytest.raises(NotPermittedError, match="member-active"):
            do(group(), DropMember(THIRD), confidants=confidants)
    with pytest.raises(NotPermittedError, match="member-active"):
        do(group(), DropMember(OWNER), confidants=frozenset())
    with pytest.raises(NotFoundError):
        do(group(), DropMember(STRANGER), confidants=ROOM)
    assert do(group(), DropMember(THIRD), confidants=ROOM - {THIRD}).members == (OWNER, DEPUTY)


def test_review_is_what_every_member_wants() -> None:
    state = do(do(group(), VoteReview("voluntary")), VoteReview("voluntary"), DEPUTY)
    assert state.review == "off"
    assert [(vote.by, vote.choice) for vote in state.votes] == [(OWNER, "voluntary"), (DEPUTY, "voluntary")]
    state = do(state, VoteReview("voluntary"), THIRD)
    assert (state.review, state.votes) == ("voluntary", ())
    # A dissenter holds it up, and may change her mind; somebody who leaves no longer counts, but decides nothing.
    state = do(do(do(state, VoteReview("agreed")), VoteReview("off"), DEPUTY), VoteReview("agreed"), THIRD)
    assert state.review == "voluntary"
    left = do(state, LeaveGroup(), DEPUTY)
    assert (left.review, len(left.votes)) == ("voluntary", 2)
    assert do(state, VoteReview("agreed"), DEPUTY).review == "agreed"


@pytest.mark.parametrize("choice", ["off", "sometimes"])
def test_a_vote_for_nothing(choice: str) -> None:
    with pytest.raises(RefusedError, match=r"nothing-changed|choice-unknown"):
        do(group(), VoteReview(choice))


def test_the_same_vote_twice() -> None:
    with pytest.raises(RefusedError, match="nothing-changed"):
        do(do(group(), VoteReview("agreed")), VoteReview("agreed"))


def test_review_of_what_comes_from_a_group_needs_its_decision() -> None:
    command = OpenExtract(b"1" * 16, SUPERVISOR, "IM-INC", "TH-RO", group=GROUP)
    with pytest.raises(NotFoundError, match="group-unknown"):
        do(None, command)
    with pytest.raises(RefusedError, match="review-off"):
        do(None, command, groups={GROUP: group()})
    for review in ("voluntary", "agreed"):
        assert do(None, command, groups={GROUP: replace(group(), review=review)}).reviewer == SUPERVISOR
    with pytest.raises(NotPermittedError, match="not-your-group"):
        do(None, command, STRANGER, groups={GROUP: replace(group(), review="agreed")})


def test_in_the_netherlands_no_supervisor_among_colleagues() -> None:
    mixed = {GROUP: do(group(), AdmitMember(SUPERVISOR))}
    for command in (OpenExtract(b"1" * 16, SUPERVISOR, "IM-INC", "TH-RO"), OpenSupervision(b"1" * 16, SUPERVISOR)):
        with pytest.raises(RefusedError, match="supervisor-in-group"):
            do(None, command, groups=mixed)
        belgian = {GROUP: replace(mixed[GROUP], profile="BE")}
        assert do(None, command, groups=belgian).opened
        apart = {GROUP: do(mixed[GROUP], LeaveGroup(), SUPERVISOR)}
        assert do(None, command, groups=apart).opened
    # Nor does the supervisor's own program go on with what became of it later.
    sent = submitted()
    with pytest.raises(RefusedError, match="supervisor-in-group"):
        do(sent, TakeUpExtract(1), SUPERVISOR, groups=mixed)


def test_in_the_netherlands_no_supervisor_leads() -> None:
    facts = {"supervisors": frozenset({SUPERVISOR, THIRD})}
    plan = PlanSession(b"1" * 16, context().today, "IM-INC", THIRD)
    with pytest.raises(RefusedError, match="supervisor-in-group"):
        do(group(), plan, **facts)
    with pytest.raises(RefusedError, match="facilitator-unknown"):
        do(group(), replace(plan, facilitator=STRANGER), **facts)
    assert do(group("BE"), plan, **facts).sessions[0].facilitator == THIRD
    guided = do(group("BE"), replace(plan, facilitator=SUPERVISOR), **facts)
    assert SUPERVISOR in guided.readers
    with pytest.raises(RefusedError, match="facilitator-unknown"):
        do(group("BE"), replace(plan, facilitator=STRANGER), **facts)


def test_who_may_supervise() -> None:
    for reviewer in (OWNER, STRANGER):
        with pytest.raises(RefusedError, match="supervisor-unknown"):
            do(None, OpenSupervision(b"1" * 16, reviewer), supervisors=frozenset({SUPERVISOR, OWNER}))
    assert supervision(supervisors=frozenset({SUPERVISOR})).readers == {OWNER, SUPERVISOR}


def test_opened_once() -> None:
    with pytest.raises(ConflictError, match="already-opened"):
        do(group(), OpenGroup(b"2" * 16, "x", (DEPUTY,)))
    with pytest.raises(RefusedError, match="nothing-changed"):
        do(group(), AdmitMember(DEPUTY))


@pytest.mark.parametrize("event", [MemberAdmitted(Id(STRANGER)), MemberLeft(Id(OWNER)), ReviewVoted("agreed")])
def test_a_stranger_writes_in_vain(event: object) -> None:
    assert hostile(group(), event, STRANGER) == replace(group(), anomalies=1)  # type: ignore[arg-type]


def test_a_group_is_not_opened_for_others_nor_with_a_member_twice() -> None:
    empty = space.fold_all(None, [space.SpaceOpened("group")], meta())
    for members in ((Id(DEPUTY), Id(THIRD)), (Id(OWNER), Id(OWNER))):
        assert hostile(empty, GroupOpened(Id(GROUP), "x", "NL", members), OWNER).anomalies == 1


@pytest.mark.parametrize(
    "event",
    [
        GroupOpened(Id(b"2" * 16), "x", "NL", (Id(OWNER), Id(DEPUTY))),
        MemberAdmitted(Id(DEPUTY)),
        MemberLeft(Id(STRANGER)),
    ],
)
def test_a_member_writes_no_nonsense(event: Any) -> None:
    assert hostile(group(), event, OWNER) == replace(group(), anomalies=1)


def test_who_left_has_no_key_for_the_sake_of_a_plan() -> None:
    plan = PlanSession(b"2" * 16, context().today, "IM-INC", DEPUTY)
    assert DEPUTY not in do(do(group("BE"), plan), LeaveGroup(), DEPUTY).readers


def test_a_leavers_plans_are_refused() -> None:
    state = do(planned(), LeaveGroup(), DEPUTY)
    assert refusal(space.decide, state, PlanSession(b"2" * 16, context().today, "IM-INC", DEPUTY), context()).key == (  # type: ignore[union-attr]
        "member-left"
    )
