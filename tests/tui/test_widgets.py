"""Lists, forms and small parts, in a running application without a terminal."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Hashable, Sequence
from typing import Any

import pytest
from textual.geometry import Size

from tests.terminal import program
from vp_tui.tui.app import VpApp
from vp_tui.tui.idle import Idle
from vp_tui.tui.screens.lock import LockScreen
from vp_tui.tui.widgets.chrome import pack
from vp_tui.tui.widgets.columns import Column, clip, fit
from vp_tui.tui.widgets.field import ChoiceField
from vp_tui.tui.widgets.picker import by_words
from vp_tui.tui.widgets.queue_list import QueueList
from vp_tui.tui.widgets.rows import Lines, ListRows, Row

COLUMNS = (
    Column("a", 8),
    Column("b", 6, rank=2),
    Column("c", 10, flex=1),
    Column("d", 4, rank=1),
    Column("e", 5, flex=3, rank=3),
)


@pytest.mark.parametrize("width", [0, 1, 7, 8, 19, 20, 24, 31, 37, 80, 200])
def test_columns_fit_every_width(width: int) -> None:
    shown = fit(COLUMNS, width)
    assert sum(cells for _, cells in shown) + max(0, len(shown) - 1) <= max(width, 0)
    assert [index for index, _ in shown] == sorted(index for index, _ in shown)
    if width >= 37:
        assert len(shown) == 5
        assert sum(cells for _, cells in shown) + 4 == width, "what is left goes to the flexible ones"
    if width == 24:
        assert [index for index, _ in shown] == [0, 2, 3], "the highest ranks went first"


def test_text_is_cut_to_cells() -> None:
    for text, width, expected in (
        ("abc", 5, "abc  "),
        ("abcdef", 4, "abc~"),
        ("漢字漢字", 5, "漢字~"),
        ("a\x1bb", 3, "ab "),
        ("x", 0, ""),
    ):
        assert clip(text, width) == expected
    assert clip("12", 4, right=True) == "  12"


def test_nothing_is_cut_in_two_in_a_footer() -> None:
    assert pack(["j omlaag", "k omhoog", "Enter open", "q terug"], 24, 2) == [
        " j omlaag  k omhoog",
        " Enter open  q terug",
    ]
    assert pack(["een veel te lange tekst", "q terug"], 10, 1) == [" q terug"]


@pytest.mark.parametrize("width", [30, 50, 60, 90])
def test_a_choice_is_never_cut_loose_from_its_mark(width: int) -> None:
    labels = ("melder zelf", "melder met vertrouwenspersoon", "vertrouwenspersoon namens melder")
    choice: Any = ChoiceField("who", "x", tuple((label, label) for label in labels)).control
    height = choice.get_content_height(Size(width, 9), Size(width, 9), width)
    lines = choice.lines(width)
    assert len(lines) == height
    assert all(len(line) <= width for line in lines)
    if width >= 50:
        assert all(sum(f") {label}" in line for line in lines) == 1 for label in labels)


def test_what_begins_with_the_letters_typed_comes_first() -> None:
    labels = (
        "geen stap, gesprek volstond",
        "informele klacht",
        "gesprek met HR",
        "klacht, de formele",
        "formele klacht",
    )
    find = by_words([(label, label) for label in labels])
    assert [code for code, _ in find("formele")] == ["formele klacht", "klacht, de formele", "informele klacht"]
    assert [code for code, _ in find("gesprek")] == ["gesprek met HR", "geen stap, gesprek volstond"]
    assert [code for code, _ in find("")] == list(labels)


def test_lines_and_rows() -> None:
    rows = ListRows([Row(number, ("x",)) for number in range(6)], [(0, "Nieuw"), (4, "Oud")])
    lines = Lines(rows)
    assert [lines.at(line) for line in range(lines.count)] == ["Nieuw", 0, 1, 2, 3, "Oud", 4, 5]
    assert [lines.of_row(index) for index in range(6)] == [1, 2, 3, 4, 6, 7]


class Counted(program.NumberRows):
    """Rows that count how many were made."""

    made = 0

    def row(self, index: int) -> Row:
        self.made += 1
        row: Row = super().row(index)
        return row


async def test_a_hundred_thousand_rows_cost_what_is_visible() -> None:
    app: VpApp = program.build(["--open"])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        rows = Counted(100_000, "")
        shown = app.screen.query_one(QueueList)
        shown.show(rows)
        await pilot.pause()
        assert rows.made < 60
        before = rows.made
        await pilot.press("j")
        await pilot.pause()
        assert rows.made - before <= 3, "a cursor-down makes the two lines it changes"
        await pilot.press("G")
        await pilot.pause()
        assert shown.cursor_id == 99_999
        assert rows.made < 120


def ids(shown: QueueList) -> Sequence[Hashable]:
    return sorted(shown.marked, key=str)


async def test_cursor_and_marks_stay_on_their_rows() -> None:
    app: VpApp = program.build(["--open"])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        shown = app.screen.query_one(QueueList)
        shown.show(ListRows([Row(name, (name,) * 5) for name in "abcdef"]))
        await pilot.press("j", "space", "v", "j", "v", "j")
        assert ids(shown) == ["b", "c", "d"]
        assert (shown.cursor_id, shown.targets()) == ("e", ("b", "c", "d"))
        shown.show(ListRows([Row(name, (name,) * 5) for name in "zedxb"]))
        assert (shown.cursor_id, ids(shown), shown.targets()) == ("e", ["b", "d"], ("d", "b"))
        await pilot.press("m", "i")
        assert ids(shown) == ["e", "x", "z"]
        await pilot.press("V")
        assert shown.targets() == ("e",)
        shown.show(ListRows([Row("q", ("q",) * 5)]))
        assert shown.cursor_id == "q"
        shown.show(ListRows())
        assert (shown.cursor_id, shown.targets()) == (None, ())
        await pilot.press("j", "space", "v", "G", "enter")


async def test_a_lock_leaves_no_screen_in_memory() -> None:
    app: VpApp = program.build(["--open"])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press(*"geheim")
        screens = [weakref.ref(screen) for stack in app._screen_stacks.values() for screen in stack]
        called: list[str] = []
        app.on_lock.append(lambda: called.append(app.services.stage))
        await pilot.press("escape")
        await pilot.pause()
        await pilot.press("Z")
        for _ in range(20):
            await pilot.pause(0.05)
        assert (app.services.stage, called) == ("locked", ["open"])
        gc.collect()
        assert [screen() for screen in screens if screen() is not None] == []
        assert app.services.draft("note-0") == "geheim"
        assert (app.clipboard, list(app.drafts)) == ("", [])
        await pilot.press("2", "7", "colon")
        assert app.screen.query("Entry").first().value == "27:", "nothing opens behind a lock"


async def test_keys_typed_in_one_burst_arrive_in_their_order() -> None:
    """Stock Textual runs Backspace and arrows after what was typed behind them; a slow line sends bursts."""
    app: VpApp = program.build(["--open"])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("7")
        await pilot.pause()
        from textual import events

        for key in (
            *"ab",
            "backspace",
            *"cd",
            "left",
            "e",
            "enter",
            *"ui",
            "enter",
            "right",
            "enter",
            *"3-2",
            "enter",
            *"no",
            "enter",
            "t",
            "up",
            "s",
        ):
            app.post_message(events.Key(key, key if len(key) == 1 else None))
        for _ in range(20):
            await pilot.pause(0.02)
        form = app.screen.query_one("Form")
        values = form.values()  # type: ignore[attr-defined]
        assert (values["alias"], values["nature"], values["channel"], values["note"]) == (
            "aced",
            "A1",
            "mail",
            "nso\nt",
        )
        assert (values["due"].day, values["due"].month) == (3, 2)


async def test_a_key_after_the_limit_only_locks() -> None:
    app: VpApp = program.build(["--open"])
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        now = [0.0]
        app.idle = Idle(600, now=lambda: now[0])
        now[0] = 4000.0
        await pilot.press("enter")
        for _ in range(20):
            await pilot.pause(0.05)
        assert isinstance(app.screen, LockScreen)
        assert app.navigator.here == ("rows", "")


def test_idle_counts_sleep_and_refuses_the_late_key() -> None:
    now = [0.0]
    idle = Idle(10, now=lambda: now[0])
    now[0] = 9.5
    assert idle.touch() and idle.remaining() == 10
    now[0] = 25.0
    assert not idle.touch(), "the laptop was closed: this key is not for what is on the screen"
    assert idle.remaining() < 0
