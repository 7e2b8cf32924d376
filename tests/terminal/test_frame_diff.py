"""The contract of the output layer: the same cells as stock Textual, for a fraction of the bytes.

A session is played to two real terminals at once, one with Textual's own output and one with the layer; after every
step the emulators must show the same characters, colours and attributes in every cell. Textual is pinned to the version
for which this holds.
"""

from __future__ import annotations

import re
import signal
import time
from importlib.metadata import version

import pytest
from rich.segment import Segment
from rich.style import Style
from textual._compositor import ChopsUpdate
from textual.strip import Strip

from tests.terminal.harness import Terminal
from vp_tui.tui.output.frame import Frame
from vp_tui.tui.output.frame_diff import FrameDiff

LIST = ["j"] * 24 + ["k", "k", "\x04", "\x04", "\x15", "G", "k", "gg", "v", "j", "j", "v", "V", " ", " ", "mi", "V"]
DIALOGS = ["mm", "\x1b", "a", "\r", "Xc", "SLU", "q", "\x1b", "?", "mark", "\x1b[B", "\x1b", "\x10", "sl", "\x1b", "Nx"]
COMMAND = [
    ":",
    "z",
    "\t",
    "\x7f\x7f\x7f\x7f\x7f\x7f",
    ":",
    "thema licht\r",
    "j",
    ":",
    "thema mono\r",
    "j",
    "\x1b[20~",
    "x",
]
FORM = [
    "7",
    "alias\r",
    "s",
    "\x1b[B",
    "\x1b[B",
    "\x1b[B",
    "\r",
    "\x1b[C",
    "\r",
    "31-02\r",
    "tekst",
    "\x13",
    "1\x7f",
    "\x1b",
]
COMPOSER = [
    "\r",
    "Een zin.\r",
    "e\u0301\u0300 cafe\u0301",
    " \u6f22\u5b57 \U0001f600x",
    "\x1b[D\x1b[D",
    "y",
    "\x7f",
    "\x17",
]
LONG = ["woord " * 30, "\r" * 14, "\x1b[A" * 9, "midden", "\x0c", "\x1b"]


def assert_same(stock: Terminal, layer: Terminal, step: str) -> None:
    """Both show the same; a slow machine gets time to come to rest."""
    end = time.monotonic() + 12
    stock.settle(0.06)
    while True:
        stock.settle(0.02)
        layer.settle(0.02)
        one, other = stock.cells(), layer.cells()
        if one == other:
            return
        if time.monotonic() > end:
            where = next((y, x) for y, row in enumerate(one) for x, cell in enumerate(row) if cell != other[y][x])
            y, x = where
            pytest.fail(f"after {step!r} at {where}: {one[y][x]} != {other[y][x]}\n{stock.text()}\n---\n{layer.text()}")


@pytest.mark.parametrize(
    ("columns", "lines", "keys"), [(80, 24, [*LIST, *DIALOGS, *COMMAND]), (100, 30, [*FORM, *COMPOSER, *LONG])]
)
def test_every_cell_equals_stock_output(columns: int, lines: int, keys: list[str]) -> None:
    # Without the guard of dialogs, which drops what comes within 250 ms: one of the two programs may be slower.
    arguments = ("--open", "--rows", "200", "--unguarded")
    with (
        Terminal(*arguments, columns=columns, lines=lines, env={"VP_OUTPUT": "stock"}) as stock,
        Terminal(*arguments, columns=columns, lines=lines) as layer,
    ):
        stock.until("groene ketel")
        layer.until("groene ketel")
        assert_same(stock, layer, "start")
        for key in keys:
            before = {terminal: len(terminal.raw) for terminal in (stock, layer)}
            for terminal in before:
                terminal.send(key)
            # Both have answered, or there is nothing to answer; an Esc must not meet the next key.
            end = time.monotonic() + 1
            while any(len(terminal.raw) == size for terminal, size in before.items()) and time.monotonic() < end:
                for terminal in before:
                    terminal.settle(0.02)
            assert_same(stock, layer, key)
        for terminal in (stock, layer):
            terminal.resize(columns - 17, lines - 5)
        assert_same(stock, layer, "resize")
        assert len(layer.raw) < len(stock.raw) / 3


def test_the_terminal_moves_lines_only_where_it_can() -> None:
    scrolling = re.compile(rb"\x1b\[\d+;\d+r")
    for term, moved in (("xterm-256color", True), ("eterm", False)):
        with Terminal("--open", env={"TERM": term}) as terminal:
            terminal.until("groene ketel")
            before = len(terminal.raw)
            for _ in range(24):
                terminal.key("j", 0.03)
            assert "lange trap" in terminal.text()
            assert bool(scrolling.search(terminal.raw[before:])) is moved
            # Where a dialog lies over the screen nothing is moved, not even the list inside it.
            terminal.dialog("?", "Wat kan hier")
            before = len(terminal.raw)
            for _ in range(20):
                terminal.key("\x1b[B", 0.02)
            assert "Rijen" not in terminal.text(), "it has scrolled"
            assert not scrolling.search(terminal.raw[before:])


def test_what_another_program_wrote_is_painted_over() -> None:
    """ctrl+l and SIGCONT: the buffer's idea of the terminal is not trusted any more."""
    with Terminal("--open") as terminal:
        terminal.until("groene ketel")
        shown = terminal.text()
        for again in (lambda: terminal.send("\x0c"), lambda: terminal.kill(signal.SIGCONT)):
            terminal.screen.erase_in_display(2)
            assert terminal.text() != shown
            again()
            terminal.until("groene ketel")
            assert terminal.text() == shown


def test_a_stopped_program_comes_back_as_it_was() -> None:
    with Terminal("--open") as terminal:
        terminal.until("groene ketel")
        shown = terminal.text()
        terminal.kill(signal.SIGTSTP)
        terminal.settle(0.5)
        assert terminal.raw.rstrip().endswith(b"\x1b[?1004l"), "the shell has its terminal"
        terminal.screen.erase_in_display(2)
        terminal.kill(signal.SIGCONT)
        terminal.until("groene ketel")
        assert terminal.text() == shown
        terminal.key("j")
        terminal.until(">   Z-00001")


def test_textual_is_the_version_of_this_contract() -> None:
    assert version("textual") == "8.2.8"


def test_what_was_drawn_for_a_higher_window_is_left_out() -> None:
    """An update may have been made before the terminal became smaller."""
    layer = FrameDiff()
    layer._frame = Frame(4, 2)
    line = Strip([Segment("abcd", Style())])
    late = ChopsUpdate([{0: line}] * 5, [(y, 0, 4) for y in range(5)], [[4]] * 5)
    assert sorted(layer._lines(late)) == [0, 1]
