"""A case is registered with one command, and closed in the same one when telling was enough."""

from __future__ import annotations

import pytest

from tests.domain.story import CASE, CLIENT, NOTE, OWNER, STRANGER, T0, TODAY, context, day, do, hostile, lisa, meta
from vp_tui.domain import space
from vp_tui.domain.act import SpaceOpened
from vp_tui.domain.commands import CompleteNextAction, LogCall, RegisterCase, WriteNote
from vp_tui.domain.events import tag
from vp_tui.domain.ids import Id
from vp_tui.domain.registration import CaseOpened
from vp_tui.errors import ConflictError, NotFoundError, RefusedError


def registered(**more: object) -> list[str]:
    fields: dict[str, object] = {"case": CASE, "alias": "Lisa", "channel": "KA-TE", "note": NOTE}
    command = RegisterCase(**(fields | more))  # type: ignore[arg-type]
    return [tag(event) for event in space.decide(None, command, context(clients=frozenset({CLIENT})))]


def test_an_alias_and_a_channel_are_enough() -> None:
    assert registered() == ["space-opened", "case-opened"]


def test_the_call_its_story_and_the_promise_are_one_act() -> None:
    state = lisa(client=CLIENT, role="RO-BE", received=day(-1))
    assert (state.id, state.owner, state.alias, state.client) == (CASE, OWNER, "blauwe reiger", CLIENT)
    assert (state.channel, state.natures, state.role, state.source) == (
        "KA-TE",
        ("OG-PE-R", "OG-PE-U"),
        "RO-BE",
        "VZ-PA",
    )
    assert (state.state, state.received, state.opened_ms) == ("exploring", day(-1), T0)
    (talk,) = state.timeline
    assert (talk.kind, talk.id, talk.by, talk.on, talk.minutes) == ("conversation", NOTE, OWNER, day(-1), 45)
    assert state.next is not None
    assert (state.next.what, state.next.due, state.next_rev) == ("terugbellen", day(2), 1)
    assert [line.t for line in state.log] == [
        "case-opened",
        "conversation-recorded",
        "state-changed",
        "next-action-set",
    ]
    assert state.anomalies == 0


def test_a_story_without_minutes_is_a_note() -> None:
    assert registered(text="Wil nog even nadenken.")[2:] == ["note-written", "state-changed"]


def test_telling_was_enough() -> None:
    state = lisa(next_action="", due=None, close_reason="AF-UI")
    assert (state.state, state.closed_reason, state.closed_on) == ("closed", "AF-UI", TODAY)


@pytest.mark.parametrize(
    ("field", "key", "more"),
    [
        ("alias", "text-missing", {"alias": " \u200b "}),
        ("alias", "line-too-long", {"alias": "a" * 81}),
        ("channel", "code-missing", {"channel": ""}),
        ("channel", "code-unknown", {"channel": "OG-PE"}),
        ("natures", "code-unknown", {"natures": ("OG-XX",)}),
        ("natures", "code-unknown", {"natures": ("KA-TE",)}),
        ("natures", "nature-twice", {"natures": ("OG-PE", "og-pe ")}),
        ("natures", "natures-too-many", {"natures": ("OG-PE", "OG-IN", "OG-SI", "OG-DI", "OG-ST")}),
        ("role", "code-unknown", {"role": "VZ-PA"}),
        ("source", "code-unknown", {"source": "RO-BE"}),
        ("received", "date-in-future", {"received": day(1)}),
        ("client", "client-unknown", {"client": STRANGER}),
        ("minutes", "minutes-out-of-range", {"minutes": -1}),
        ("minutes", "minutes-out-of-range", {"minutes": 1441}),
        ("due", "due-in-past", {"next_action": "bellen", "due": day(-1)}),
        ("next_action", "text-missing", {"due": day(1)}),
        ("close_reason", "next-action-open", {"close_reason": "AF-UI", "next_action": "bellen"}),
        ("reason", "code-unknown", {"close_reason": "gegrond"}),
        ("text", "text-too-long", {"text": "x" * 300_000}),
    ],
)
def test_refused_beside_its_field(field: str, key: str, more: dict[str, object]) -> None:
    with pytest.raises(RefusedError) as refused:
        registered(**more)
    assert (refused.value.key, refused.value.field) == (key, field)


def test_300_kb_says_how_much_and_how_much_fits() -> None:
    with pytest.raises(RefusedError) as refused:
        registered(text="x" * 300_000)
    assert refused.value.facts == {"size": 293, "limit": 250}


def test_an_alias_is_unique_among_my_open_cases_whatever_its_case_and_accents() -> None:
    command = RegisterCase(CASE, "Zoë  de VRIES", "KA-TE")
    with pytest.raises(ConflictError) as refused:
        space.decide(None, command, context(open_aliases={"zoe de vries": STRANGER}))
    assert refused.value.key == "duplicate-alias"


def test_a_case_is_opened_once() -> None:
    state = lisa()
    with pytest.raises(ConflictError, match="already-opened"):
        do(state, RegisterCase(CASE, "Lisa", "KA-TE"))
    forged = hostile(state, CaseOpened(Id(CASE), Id(STRANGER), "x", "KA-TE", TODAY), STRANGER)
    assert (forged.owner, forged.alias, forged.anomalies) == (OWNER, "blauwe reiger", 1)


def test_a_case_is_its_openers_own() -> None:
    empty = space.fold(None, SpaceOpened("case"), meta())
    opened = CaseOpened(Id(CASE), Id(OWNER), "x", "KA-TE", TODAY)
    assert hostile(empty, opened, STRANGER).owner == b""
    assert hostile(empty, opened, OWNER).owner == OWNER


def test_nothing_is_written_into_a_case_that_is_not_there() -> None:
    for command in (WriteNote(NOTE, "x"), CompleteNextAction(0)):
        with pytest.raises(NotFoundError, match="space-empty"):
            space.decide(None, command, context())


def test_what_was_done_about_a_contact_request_goes_along() -> None:
    """The day of the talk is its own, and calls without an answer are not forgotten; a voicemail needs its consent."""
    calls = (LogCall("no_answer", on=day(-1)), LogCall("reached"))
    state = lisa(received=day(-3), talked=TODAY, calls=calls)
    assert [(call.result, call.on) for call in state.calls] == [("no_answer", day(-1)), ("reached", TODAY)]
    assert (state.received, state.timeline[0].on) == (day(-3), TODAY)
    with pytest.raises(RefusedError, match="voicemail-not-agreed"):
        registered(calls=(LogCall("voicemail"),))
    with pytest.raises(RefusedError) as refused:
        registered(minutes=5, talked=day(1))
    assert refused.value.field == "talked"
