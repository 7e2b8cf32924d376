"""The small parts of case work, without an application: lines, days, sections, differences."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.domain.wire import EVENTS
from vp_tui.domain import space
from vp_tui.domain.case_file import CaseState, LogLine
from vp_tui.domain.events import tag
from vp_tui.domain.queue import SECTIONS
from vp_tui.i18n import days, exists, set_language, text
from vp_tui.tui.actions import case, course, queue
from vp_tui.tui.dialogs.conflict import marked
from vp_tui.tui.screens.case_words import Words
from vp_tui.tui.screens.queue import section_line
from vp_tui.tui.screens.queue_view import COLUMNS
from vp_tui.tui.widgets.columns import fit
from vp_tui.tui.widgets.wrapping import wrapped
from vp_tui.workspace.views import CaseView

TODAY = date(2026, 3, 9)
WORDS = Words(CaseView(CaseState(), None, False, [], [], []), {}, {}, {}, b"", TODAY, 0)


@pytest.fixture(autouse=True)
def dutch() -> None:
    set_language("nl")


@given(st.text(alphabet="ab é漢😀-\n", max_size=300), st.integers(8, 60))
def test_wrapping_loses_nothing_but_blanks_and_keeps_within_the_width(prose: str, width: int) -> None:
    lines = list(wrapped(prose, width))
    assert all(cell_len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(prose.split())


def test_a_long_note_is_wrapped_only_as_far_as_it_is_shown() -> None:
    paragraphs = iter(wrapped("woord " * 10 + "\n" + "x\n" * 200_000, 20))
    assert [next(paragraphs) for _ in range(2)] == ["woord woord woord", "woord woord woord"]


@pytest.mark.parametrize(
    ("apart", "said", "kept"),
    [
        (0, "vandaag", "vandaag"),
        (1, "morgen", "morgen"),
        (-1, "gisteren", "gisteren, 1 dag te laat"),
        (4, "vr 13 mrt", "vr 13 mrt, over 4 dagen"),
        (-20, "di 17 feb", "di 17 feb, 20 dagen te laat"),
        (-200, "21 aug 25", "21 aug 25, 200 dagen te laat"),
    ],
)
def test_days_as_a_person_says_them(apart: int, said: str, kept: str) -> None:
    on = TODAY + timedelta(apart)
    assert (days.day(on, TODAY), days.term(on, TODAY)) == (said, kept)


@given(st.integers(-5000, 5000))
def test_days_and_ages_fit_their_columns(apart: int) -> None:
    for language in ("nl", "en"):
        set_language(language)
        assert len(days.day(TODAY + timedelta(apart), TODAY)) <= 10
        now = int(datetime(2026, 3, 9).timestamp() * 1000)
        assert len(days.age(now + apart * 7_200_000, now)) <= 4


@pytest.mark.parametrize("language", ["nl", "en"])
def test_titles_and_words_fit_their_columns(language: str) -> None:
    set_language(language)
    assert [len(text(column.title)) <= column.width for column in COLUMNS] == [True] * len(COLUMNS)
    states = ("received", "accepted", "exploring", "options", "steps", "waiting", "aftercare", "closed")
    assert all(len(text(f"queue.state.{state}")) <= 9 for state in states)
    shown = {COLUMNS[index].title for index, _ in fit(COLUMNS, 76)}
    assert shown == {column.title for column in COLUMNS} - {"queue.column.nature"}
    assert {COLUMNS[index].title for index, _ in fit(COLUMNS, 26)} >= {"queue.column.alias"}


def test_the_current_section_is_always_seen() -> None:
    counts = dict.fromkeys(SECTIONS, 88_888)
    for current in SECTIONS:
        for width in (24, 40, 80, 200):
            line = section_line(counts, current, width)
            assert f"[{text(f'queue.section.{current}')} 88888]" in line
            assert len(line) <= width
    assert section_line(counts, "new", 60).startswith("<")
    assert section_line(counts, "new", 60).endswith(">")
    assert not section_line(counts, "all", 60).startswith("<")


def test_what_differs_is_marked() -> None:
    mine, theirs = ["een", "twee", "drie"], ["een", "2", "drie", "vier"]
    assert marked(mine, theirs) == ["  een", "* twee", "  drie"]
    assert marked(theirs, mine) == ["  een", "* 2", "  drie", "* vier"]
    assert marked(["x"] * 3000, ["y"])[0] == "  x"


@pytest.mark.parametrize("language", ["nl", "en"])
@given(event=EVENTS)
def test_a_log_line_of_every_kind_is_a_sentence(language: str, event: Any) -> None:
    set_language(language)
    facts = {name: space._fact(getattr(event, name)) for name in event.FACTS}
    if exists(f"domain.log.{tag(event)}"):
        said = WORDS.deed(LogLine(0, b"", b"", tag(event), facts))
        assert said
        assert not any(f"{{{name}}}" in said for name in facts)


@pytest.mark.parametrize(
    ("event", "facts", "said"),
    [
        (
            "consent-recorded",
            {"party": "colleague", "purpose": "cover", "how": "oral", "on": "2026-03-06", "until": ""},
            "legde toestemming vast, mondeling gegeven op vr 6 mrt 2026: collega, waarneming",
        ),
        ("state-changed", {"to": "exploring"}, "zette de toestand op verkennen"),
        ("step-moved", {"to": "done", "on": "2026-03-06"}, "zette een stap op: gedaan (vr 6 mrt 2026)"),
        ("referral-moved", {"to": "VW-CO", "on": "2026-03-06"}, "zette een verwijzing op: contact gelegd"),
        ("appointment-moved", {"to": "held"}, "legde vast hoe een afspraak verliep: gehouden"),
        ("call-logged", {"result": "no_answer", "on": "2026-03-06", "again": ""}, "belde op vr 6 mrt 2026: gebeld"),
        ("disclosed", {"party": "VD-BA", "purpose": "letter", "on": "2026-03-06"}, "mrt 2026: brief, aan bedrijfsarts"),
    ],
)
def test_what_the_log_says(event: str, facts: dict[str, str], said: str) -> None:
    assert said in WORDS.deed(LogLine(0, b"", b"", event, dict(facts)))


def test_every_action_has_its_words_and_every_guard_its_reason() -> None:
    from vp_tui.tui.actions.registry import Context

    nowhere = Context(frozenset(), frozenset())
    for action in (*queue.ACTIONS, *case.ACTIONS, *course.ACTIONS):
        assert exists(action.label_key), action.id
        assert exists(f"{action.label_key}.help"), action.id
        assert not action.consequence or exists(f"{action.label_key}.word"), action.id
        reason = action.guard(nowhere)
        assert reason is None or exists(reason), reason


def test_every_twin_is_a_command() -> None:
    from click import Context as Click

    from vp_tui.cli.root import vp

    for action in (*queue.ACTIONS, *case.ACTIONS, *course.ACTIONS):
        found, words = vp, action.cli.split()[1:]
        for word in words:
            found = found.get_command(Click(found), word)
            assert found is not None, action.cli
