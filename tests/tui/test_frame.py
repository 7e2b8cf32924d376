"""The back buffer against an emulator: after its bytes, the terminal shows the wanted cells, whatever stood there."""

from __future__ import annotations

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vp_tui.tui.output.frame import PLAIN, Cell, Frame, Pen

WIDTH, HEIGHT = 25, 10
PENS = [PLAIN, Pen("1", "", ""), Pen("", "31", ""), Pen("4;7", "38;5;9", "48;2;1;2;3"), Pen("", "", "44")]
TEXTS = [" ", "a", "b", "é", "e\u0301", "\u6f22", "\U0001f600"]


def row(cells: list[tuple[int, int]]) -> list[Cell]:
    """Indices of texts and pens to ``WIDTH`` cells; a wide text takes two, and none is cut at the edge."""
    made: list[Cell] = []
    for which, pen in cells:
        text = TEXTS[which]
        wide = which >= 5
        if len(made) + 1 + wide > WIDTH:
            break
        made.append((text, PENS[pen]))
        if wide:
            made.append(("", PENS[pen]))
    return made + [(" ", PLAIN)] * (WIDTH - len(made))


rows = st.lists(
    st.lists(st.tuples(st.integers(0, len(TEXTS) - 1), st.integers(0, len(PENS) - 1)), max_size=WIDTH).map(row),
    min_size=HEIGHT,
    max_size=HEIGHT,
)


class Emulator:
    """pyte, with its cells in our form."""

    def __init__(self) -> None:
        self.screen = pyte.Screen(WIDTH, HEIGHT)
        self._stream = pyte.Stream(self.screen)
        self._stream.feed("\x1b[?7l")

    def feed(self, data: str) -> None:
        self._stream.feed(data)

    def cells(self) -> list[list[tuple[object, ...]]]:
        return [[tuple(self.screen.buffer[y][x]) for x in range(WIDTH)] for y in range(HEIGHT)]


def painted(frames: list[list[list[Cell]]], *, scroll: bool, diff: bool) -> Emulator:
    emulator = Emulator()
    frame = Frame(WIDTH, HEIGHT)
    for lines in frames:
        if not diff:
            frame.forget()
        emulator.feed(frame.paint(dict(enumerate(lines)), scroll=scroll))
    return emulator


@settings(max_examples=60, deadline=None)
@given(st.lists(rows, min_size=2, max_size=3), st.integers(-6, 6), st.booleans())
def test_a_difference_shows_what_a_full_paint_shows(frames: list[list[list[Cell]]], shift: int, scroll: bool) -> None:
    last = frames[-1]
    frames.append(last[shift:] + last[:shift])
    assert painted(frames, scroll=scroll, diff=True).cells() == painted(frames[-1:], scroll=False, diff=False).cells()


@pytest.mark.parametrize("distance", [1, 3, -1, -4])
def test_moved_lines_are_moved_and_not_sent(distance: int) -> None:
    frame, emulator = Frame(WIDTH, HEIGHT), Emulator()
    lines: list[list[Cell]] = [[(chr(97 + (x * (y + 3) + y) % 26), PENS[2]) for x in range(WIDTH)] for y in range(30)]
    emulator.feed(frame.paint({y: lines[y + 10] for y in range(HEIGHT)}, scroll=True))
    moved = frame.paint({y: lines[y + 10 + distance] for y in range(HEIGHT)}, scroll=True)
    emulator.feed(moved)
    assert len(moved) < 60 + abs(distance) * WIDTH
    assert ("M" if distance > 0 else "L") in moved
    assert emulator.screen.display == ["".join(sign for sign, _ in lines[y + 10 + distance]) for y in range(HEIGHT)]


def test_no_cell_depends_on_how_wide_the_terminal_thinks_another_is() -> None:
    frame, emulator = Frame(WIDTH, HEIGHT), Emulator()
    for wide, last in (("\u6f22", "x"), ("\u5b57", "y"), ("e\u0301", "z")):
        second = [("", PLAIN)] if wide != "e\u0301" else [("n", PLAIN)]
        line: list[Cell] = [(wide, PLAIN), *second, *[("-", PLAIN)] * 12, (last, PLAIN)]
        line += [(" ", PLAIN)] * (WIDTH - len(line))
        sent = frame.paint({3: line}, scroll=False)
        assert sent.partition(wide)[2].startswith("\x1b["), "the cursor is placed anew behind it"
        emulator.feed(sent)
        assert emulator.screen.display[3].rstrip().endswith(f"--{last}")


def test_nothing_new_is_nothing_sent() -> None:
    frame = Frame(WIDTH, HEIGHT)
    lines = {y: [("x", PENS[1])] * WIDTH for y in range(HEIGHT)}
    assert frame.paint(lines, scroll=True)
    assert frame.paint(lines, scroll=True) == ""
    frame.forget()
    assert frame.paint(lines, scroll=True)
