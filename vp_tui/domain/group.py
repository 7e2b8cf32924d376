"""The intervision group (intervisiegroep): a fixed composition, and the group's own decision on review.

Invariant: review by a supervisor is off until every member has asked for the same form of it, and everybody sees who
asked for what. In the Netherlands nobody in a group stands above another one: a supervisor does not review, sign for
or facilitate the colleagues that she shares a group with (domain reference, 2.1). Nobody is put out of a group by her
peers; she leaves, or she has left the practice.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, ClassVar, Literal, get_args

from msgspec import Meta as Bounds
from msgspec.structs import replace

from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta
from vp_tui.domain.group_file import GroupState, Vote
from vp_tui.domain.ids import Id
from vp_tui.domain.text import Line, line, one_of
from vp_tui.errors import ConflictError, NotFoundError, NotPermittedError, RefusedError

__all__ = [
    "MOST_MEMBERS",
    "PROFILES",
    "REVIEWS",
    "AdmitMember",
    "DropMember",
    "GroupOpened",
    "LeaveGroup",
    "MemberAdmitted",
    "MemberLeft",
    "OpenGroup",
    "ReviewVoted",
    "VoteReview",
    "require_no_colleague",
    "require_review",
]

LEAST_MEMBERS = 2
MOST_MEMBERS = 16
"""From an ad hoc consult of one colleague to a Belgian exchange; a Dutch group has three to eight as a rule."""
Profile = Literal["NL", "BE"]
PROFILES: tuple[Profile, ...] = get_args(Profile)
Review = Literal["off", "voluntary", "agreed"]
REVIEWS: tuple[Review, ...] = get_args(Review)
"""Uit, vrijwillig, afgesproken."""


class GroupOpened(Event, frozen=True):
    group: Id
    name: Line
    profile: Profile
    members: Annotated[tuple[Id, ...], Bounds(min_length=LEAST_MEMBERS, max_length=MOST_MEMBERS)]


class MemberAdmitted(Event, frozen=True):
    member: Id


class MemberLeft(Event, frozen=True):
    member: Id


class ReviewVoted(Event, frozen=True):
    choice: Review


class _OnGroup(Command, frozen=True):
    KIND: ClassVar = "group"


class OpenGroup(_OnGroup, frozen=True):
    """Groep beginnen, with the actor in it; two members are an ad hoc consult of one colleague."""

    OPENS: ClassVar = True
    group: bytes
    name: str
    members: tuple[bytes, ...]
    profile: str = "NL"


class AdmitMember(_OnGroup, frozen=True):
    """Lid toelaten; seen by all."""

    member: bytes


class LeaveGroup(_OnGroup, frozen=True):
    """Groep verlaten."""


class DropMember(_OnGroup, frozen=True):
    """Uitschrijven wie de praktijk verliet."""

    member: bytes


class VoteReview(_OnGroup, frozen=True):
    """Zeggen of de groep toetsing wil; it is decided once every member says the same."""

    choice: str


def require_no_colleague(supervisor: bytes, colleague: bytes, context: Context, field: str) -> None:
    """RefusedError ``supervisor-in-group`` if both are in one Dutch group that the actor knows."""
    for group in context.groups.values():
        if group.profile == "NL" and {supervisor, colleague} <= set(group.members):
            raise RefusedError("supervisor-in-group", field)


def require_review(group: bytes, context: Context) -> None:
    """What comes from a group is reviewed only if the group wants it. NotFoundError ``group-unknown`` for a group that
    the actor does not know, RefusedError ``review-off``."""
    found = context.groups.get(group)
    if found is None:
        raise NotFoundError("group-unknown")
    found.require_member(context)
    if found.review == "off":
        raise RefusedError("review-off", "group")


def known(members: Iterable[bytes], context: Context, field: str) -> tuple[Id, ...]:
    """Confidants of the practice, each once. RefusedError ``party-no-colleague``: a guest is in no group."""
    kept = tuple(Id(member) for member in dict.fromkeys(members))
    if context.confidants is not None and not context.confidants.issuperset(kept):
        raise RefusedError("party-no-colleague", field)
    return kept


def _open(state: GroupState, command: OpenGroup, context: Context) -> list[Event]:
    if state.opened:
        raise ConflictError("already-opened")
    members = known((context.actor, *command.members), context, "members")
    _sized(len(members))
    profile = one_of(command.profile, PROFILES, "profile")
    return [GroupOpened(Id(command.group), line(command.name, "name"), profile, members)]


def _sized(number: int) -> None:
    if not LEAST_MEMBERS <= number <= MOST_MEMBERS:
        raise RefusedError("group-size", "members", least=LEAST_MEMBERS, most=MOST_MEMBERS)


def _admit(state: GroupState, command: AdmitMember, context: Context) -> list[Event]:
    state.require_member(context)
    if command.member in state.members:
        raise RefusedError("nothing-changed", "member")
    (member,) = known((command.member,), context, "member")
    _sized(len(state.members) + 1)
    return [MemberAdmitted(member)]


def _leave(state: GroupState, command: LeaveGroup, context: Context) -> list[Event]:
    state.require_member(context)
    return [MemberLeft(Id(context.actor))]


def _drop(state: GroupState, command: DropMember, context: Context) -> list[Event]:
    state.require_member(context)
    if command.member not in state.members:
        raise NotFoundError("entry-not-found")
    if context.confidants is None or command.member in context.confidants or command.member == context.actor:
        raise NotPermittedError("member-active")
    return [MemberLeft(Id(command.member))]


def _vote(state: GroupState, command: VoteReview, context: Context) -> list[Event]:
    state.require_member(context)
    choice = one_of(command.choice, REVIEWS, "choice")
    before = next((vote.choice for vote in state.votes if vote.by == context.actor), "")
    if before == choice or (not before and choice == state.review and not state.votes):
        raise RefusedError("nothing-changed", "choice")
    return [ReviewVoted(choice)]


def _opened(state: GroupState, event: GroupOpened, meta: Meta) -> GroupState | None:
    if state.opened or meta.by not in event.members or len(set(event.members)) != len(event.members):
        return None
    return replace(state, id=event.group, name=event.name, profile=event.profile, members=event.members)


def _admitted(state: GroupState, event: MemberAdmitted, meta: Meta) -> GroupState | None:
    if meta.by not in state.members or event.member in state.members or len(state.members) >= MOST_MEMBERS:
        return None
    former = tuple(member for member in state.former if member != event.member)
    return replace(state, members=(*state.members, event.member), former=former)


def _left(state: GroupState, event: MemberLeft, meta: Meta) -> GroupState | None:
    if meta.by not in state.members or event.member not in state.members:
        return None
    return replace(
        state,
        members=tuple(member for member in state.members if member != event.member),
        former=(*state.former, event.member),
        votes=tuple(vote for vote in state.votes if vote.by != event.member),
    )


def _voted(state: GroupState, event: ReviewVoted, meta: Meta) -> GroupState | None:
    if meta.by not in state.members:
        return None
    votes = (*(vote for vote in state.votes if vote.by != meta.by), Vote(meta.by, event.choice))
    if {vote.by for vote in votes if vote.choice == event.choice} == set(state.members):
        return replace(state, review=event.choice, votes=())
    return replace(state, votes=votes)


DECIDE: Deciders = {
    OpenGroup: _open,
    AdmitMember: _admit,
    LeaveGroup: _leave,
    DropMember: _drop,
    VoteReview: _vote,
}
FOLD: Folders = {GroupOpened: _opened, MemberAdmitted: _admitted, MemberLeft: _left, ReviewVoted: _voted}
