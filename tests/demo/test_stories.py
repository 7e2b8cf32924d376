"""The fiction: complete, varied, neutral, deterministic, and acceptable to every rule of the domain."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import fields
from datetime import UTC, datetime
from random import Random
from typing import Any

import pytest

from vp_tui.demo.aliases import COUNT, aliases
from vp_tui.demo.cases import acts
from vp_tui.demo.practice import CLIENTS, FOUNDER, MEMBERS, mandate
from vp_tui.demo.shape import Cared, Closed, Deputised, Did, Due, Own, Story, Talk, Waits
from vp_tui.demo.stories import WRITTEN, stories
from vp_tui.domain import codes
from vp_tui.domain.act import Context, Meta
from vp_tui.domain.case_file import STATES, CaseState
from vp_tui.domain.space import decide, fold_all, kind_of
from vp_tui.domain.summary import attention, summarise
from vp_tui.workspace.views import Act

MEMBER_IDS = {member.key: bytes([number]) * 16 for number, member in enumerate(MEMBERS)}
CLIENT_IDS = {client.code: bytes([number + 50]) * 16 for number, client in enumerate(CLIENTS)}
# A Sunday morning, soon after midnight, and a Friday afternoon: the awkward and the usual day to found a practice.
DAYS = [datetime(2026, 11, 22, 0, 20, tzinfo=UTC), datetime(2026, 11, 27, 16, 45, tzinfo=UTC)]


def told(story: Story, founded: datetime = DAYS[1]) -> list[Act]:
    return list(acts(story, founded.astimezone(), CLIENT_IDS, MEMBER_IDS, Random(1)))


def lived(story: Story, founded: datetime) -> CaseState:
    """The case that the acts add up to; every act is judged by the rules at its own time."""
    state: Any = None
    owner = MEMBER_IDS[story.owner]
    client = next(client for client in CLIENTS if client.code == story.client)
    for number, act in enumerate(told(story, founded)):
        if act.layer == "personal" or (kind_of(act.command) == "case_notes" and not hasattr(act.command, "note")):
            continue
        assert act.at_ms is not None
        today = datetime.fromtimestamp(act.at_ms / 1000).date()
        context = Context(
            actor=owner,
            now_ms=act.at_ms,
            today=today,
            clients=frozenset(CLIENT_IDS.values()),
            mandate=mandate(client, founded.date()),
        )
        events = decide(state, act.command, context)
        state = fold_all(state, events, Meta(owner, owner, act.at_ms, number.to_bytes(16, "big")))
    assert isinstance(state, CaseState)
    return state


def texts(story: Story) -> list[str]:
    found = [story.alias]
    for moment in story.moments:
        values = [getattr(moment, name.name) for name in fields(moment)]
        values += [value for _, value in moment.facts] if isinstance(moment, Did) else []
        found += [value for value in values if isinstance(value, str)]
    return found


def test_the_team_and_its_clients() -> None:
    assert [("confidant" in one.roles, "coordinator" in one.roles, "supervisor" in one.roles) for one in MEMBERS] == [
        (True, False, False),
        (True, False, False),
        (True, False, False),
        (True, True, False),
        (False, True, False),
        (False, False, True),
    ]
    assert "coordinator" in next(one for one in MEMBERS if one.key == FOUNDER).roles
    assert len(CLIENTS) == len({client.sector for client in CLIENTS}) == 8


def test_eighty_written_stories() -> None:
    assert len(WRITTEN) == len({story.alias for story in WRITTEN}) == 80
    assert {story.client for story in WRITTEN} == set(CLIENT_IDS)
    confidants = {member.key for member in MEMBERS if "confidant" in member.roles}
    assert {story.owner for story in WRITTEN} == confidants


def test_the_story_of_the_source_text_comes_first() -> None:
    first = WRITTEN[0]
    assert (first.alias, first.owner, first.source) == ("blauwe reiger", MEMBERS[0].key, "VZ-PA")
    kinds = Counter(type(moment) for moment in first.moments)
    assert kinds[Talk] >= 4
    assert kinds[Own] >= 2
    assert kinds[Deputised] == kinds[Due] == 1
    told_whole = " ".join(texts(first))
    assert all(word in told_whole for word in ("lunch", "negeren", "geroddeld", "partner", "nieuwe collega"))
    assert not re.search(r"\b(Lisa|Mark)\b", told_whole)


def test_all_kinds_are_there() -> None:
    natures = {nature[:2] for story in WRITTEN for nature in story.natures}
    assert natures == {"OG", "IN", "BR"}
    kinds = Counter(type(moment) for story in WRITTEN for moment in story.moments)
    assert kinds[Deputised] == 2
    assert kinds[Waits] >= 5
    assert kinds[Cared] >= 5
    reasons = {moment.reason for story in WRITTEN for moment in story.moments if isinstance(moment, Closed)}
    assert {"AF-OP", "AF-UI", "AF-ZE", "AF-VW", "AF-BB", "AF-CV", "AF-UD", "AF-FO", "AF-NI"} <= reasons


@pytest.mark.parametrize("founded", DAYS, ids=["sunday", "friday"])
def test_every_act_is_acceptable_when_it_is_done(founded: datetime) -> None:
    states = [lived(story, founded) for story in WRITTEN]
    assert set(STATES) == {state.state for state in states}
    today = founded.astimezone().date()
    flags = Counter(flag for state in states for flag in attention(summarise(state), today))
    assert flags["overdue"] >= 5
    assert flags["aftercare-due"] >= 3
    assert flags["anomaly"] == 0
    assert sum(state.deputy is not None for state in states) == 2


@pytest.mark.parametrize("founded", DAYS, ids=["sunday", "friday"])
def test_time_runs_forward_and_stops_before_now(founded: datetime) -> None:
    now = int(founded.timestamp() * 1000)
    for story in stories(400):
        times = [act.at_ms for act in told(story, founded)]
        assert all(at is not None and at < now for at in times)
        assert times == sorted(times)  # type: ignore[type-var]


def test_codes_are_on_the_lists() -> None:
    lists = {"KA": "channel", "RO": "role", "VZ": "source", "AF": "closing", "EV": "evaluation", "BN": "retaliation"}
    for story in WRITTEN:
        for word in [*texts(story), *story.natures, story.role, story.source]:
            if re.fullmatch(r"[A-Z]{2}-[A-Z-]+", word):
                code = codes.get(word)
                assert code is not None, word
                assert code.list == lists.get(word[:2], code.list)


def test_words_decide_nothing_and_name_nobody() -> None:
    refused = re.compile(r"\b(dader|daders|bewezen|schuldig|slachtoffer|verdachte|beschuldigde)\b", re.IGNORECASE)
    for story in WRITTEN:
        for written in texts(story):
            assert not refused.search(written), written
            assert not re.search(r"\d{6}|@|\b06\b", written), written


def test_texts_come_without_the_line_ends_of_their_source() -> None:
    written = [act.command.text for story in WRITTEN for act in told(story) if getattr(act.command, "text", "")]
    assert all(not re.search(r"[^\n]\n[^\n\d]", one) for one in written)
    assert any("\n2. " in one for one in written)


def test_the_same_seed_tells_the_same() -> None:
    assert list(stories(300)) == list(stories(300))
    assert list(stories(300, seed=5))[80:] != list(stories(300))[80:]
    assert told(WRITTEN[0]) == told(WRITTEN[0])


def test_ten_thousand() -> None:
    told_all = list(stories(10_000))
    assert len(told_all) == len({story.alias for story in told_all}) == 10_000
    assert {story.owner for story in told_all[len(WRITTEN) :]} == {MEMBERS[0].key}


def test_made_up_cases_are_acceptable_too() -> None:
    for story in list(stories(1600))[80:]:
        lived(story, DAYS[1])


def test_aliases() -> None:
    made = list(aliases(Random(1), {"blauwe reiger"}))
    assert len(made) == len(set(made)) == COUNT
    assert all(re.fullmatch("[a-z]+e?[a-z]* [a-z]+", alias) for alias in made)
