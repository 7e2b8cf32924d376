"""Labels, putting off, and the filters that find them; a text of punctuation finds nothing and breaks nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.care import client
from tests.domain.story import CLIENT, OWNER, TODAY, closed, day, do, lisa
from vp_tui.domain import queue
from vp_tui.domain.commands import RecordAftercare, SnoozeCase, TagCase
from vp_tui.domain.query import complete, parse
from vp_tui.domain.summary import CaseSummary, summarise
from vp_tui.errors import RefusedError


def test_labels_are_short_words() -> None:
    state = do(lisa(), TagCase(("#Wacht op HR", "spoed")))
    assert state.tags == ("spoed", "wacht-op-hr")
    assert do(state, TagCase(("Spoed", "x"), ("wacht-op-hr",))).tags == ("spoed", "x")
    for command, key in (
        (TagCase(("!",)), "tag-form"),
        (TagCase(("x" * 25,)), "tag-form"),
        (TagCase(("spoed",)), "nothing-changed"),
        (TagCase(tuple(f"t{number}" for number in range(11))), "tags-too-many"),
        (SnoozeCase(TODAY), "snooze-in-past"),
        (SnoozeCase(None), "nothing-changed"),
    ):
        with pytest.raises(RefusedError, match=key):
            do(state, command)
    assert do(closed(), TagCase(("les",))).tags == ("les",)


PLAN = (day(14), day(42))
STATES = {
    "nieuw": lisa(alias="nieuw", next_action="", due=None),
    "oud": do(lisa(alias="oud", received=day(-60), due=day(0)), TagCase(("spoed",))),
    "slaapt": do(lisa(alias="slaapt", due=day(6)), SnoozeCase(day(3))),
    "nazorg": do(closed(lisa(alias="nazorg"), aftercare=PLAN), RecordAftercare(PLAN[0], "EV-VO")),
    "klaar": do(closed(lisa(alias="klaar", client=CLIENT), aftercare=PLAN[:1]), RecordAftercare(PLAN[0], "EV-VO")),
}
ROWS: list[CaseSummary] = [summarise(state, client()) for state in STATES.values()]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("ouder:30d", {"oud"}),
        ("older:2m", set()),
        ("jonger:7d", {"nieuw", "slaapt", "nazorg", "klaar"}),
        ("-ouder:1w", {"nieuw", "slaapt", "nazorg", "klaar"}),
        ("termijn:vandaag", {"oud"}),
        ("termijn:7d", {"oud", "slaapt"}),
        ("due:<7w", {"oud", "slaapt", "nazorg"}),
        ("termijn:geen", {"nieuw", "klaar"}),
        ("termijn:telaat", set()),
        ("nazorg:open", {"nazorg"}),
        ("nazorg:klaar", {"klaar"}),
        ("aftercare:none", {"nieuw", "oud", "slaapt"}),
        ("nazorg:telaat", set()),
        ("label:spo", {"oud"}),
        ("tag:#spoed", {"oud"}),
        ("spoed", {"oud"}),
        ("is:snoozed", {"slaapt"}),
        ("natuur:pesten klant:noord -is:snoozed ouder:30d", {"oud"}),
        ("?!,;", set()),
        ("...", set()),
        ("", set(STATES)),
    ],
)
def test_filters(typed: str, expected: set[str]) -> None:
    chosen = queue.select(ROWS, "all", parse(typed), range(len(ROWS)), TODAY, OWNER)
    assert {ROWS[index].alias for index in chosen} == expected


def test_what_is_put_off_is_out_of_the_way_until_its_day() -> None:
    def aliases(section: str, today: object = TODAY) -> set[str]:
        return {ROWS[index].alias for index in queue.select(ROWS, section, parse(""), range(len(ROWS)), today, OWNER)}  # type: ignore[arg-type]

    assert "slaapt" not in aliases("active") | aliases("mine")
    assert "slaapt" in aliases("all") & aliases("active", day(3)) & aliases("overdue", day(7))


@pytest.mark.parametrize("typed", ["ouder:", "ouder:x", "ouder:30", "termijn:ooit", "nazorg:soms", "label:", "due:<"])
def test_a_value_that_means_nothing_is_refused_at_its_place(typed: str) -> None:
    with pytest.raises(RefusedError) as refused:
        parse(typed)
    assert refused.value.facts == {"position": typed.index(":") + 2}


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from("ouder:termijn\"-<>?!.,;:()[]{}#@/\\' \u201d0d"), max_size=30))
def test_whatever_is_typed_is_read_or_refused(typed: str) -> None:
    try:
        parsed = parse(typed)
    except RefusedError:
        return
    queue.select(ROWS, "all", parsed, range(len(ROWS)), TODAY, OWNER)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("oud", ["ouder:"]),
        ("ouder:3", ["ouder:30d", "ouder:3m"]),
        ("termijn:t", ["termijn:today", "termijn:telaat"]),
        ("nazorg:k", ["nazorg:klaar"]),
        ("label:s", ["label:spoed"]),
        ("-klant:n", ["-klant:nrd-01"]),
        ("eigenaar:a", ['eigenaar:"Anna de Vries"']),
        ("klant:?", []),
    ],
)
def test_completion(typed: str, offered: list[str]) -> None:
    known = {"tag": ["spoed", "wacht"], "client": ["nrd-01"], "owner": ["Anna de Vries"]}
    assert complete(typed, len(typed), known) == offered
