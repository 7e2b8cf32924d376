"""Byte budgets of the design, in a real terminal, scrolling included. Bytes are counted, time is not."""

from __future__ import annotations

import pytest

from tests.terminal.harness import Terminal


@pytest.mark.parametrize(("columns", "lines", "steps", "budget"), [(80, 24, 45, 350), (200, 50, 70, 700)])
def test_cursor_down(columns: int, lines: int, steps: int, budget: int) -> None:
    with Terminal("--open", "--rows", "10000", columns=columns, lines=lines) as terminal:
        terminal.until("groene ketel")
        total = sum(terminal.key("j", 0.02) for _ in range(steps)) + terminal.settle()
        assert f"Z-{steps:05d}" in terminal.text()
        assert 100 < total / steps <= budget


def test_first_paint_dialogs_typing_and_idle() -> None:
    with Terminal() as lock, Terminal("--open", "--rows", "10000") as terminal:
        lock.until("Wachtzin")
        assert len(lock.raw) <= 6_000
        terminal.until("groene ketel")
        for keys in ("mm", "q", "?"):
            assert 0 < terminal.key(keys, 0.35) <= 5_000
        terminal.leave()
        terminal.key("\r")
        terminal.until("ctrl+s")
        line = "Een gesprek van een uur over wat er is gebeurd en wat zij wil."
        total = sum(terminal.key(character, 0.02) for character in line) + terminal.settle(1.2)
        assert line in terminal.text()
        assert 10 < total / len(line) <= 200
        lock.settle()
        before = len(lock.raw), len(terminal.raw)
        lock.settle(quiet=5.0, limit=5.0)
        terminal.settle(quiet=0.1)
        assert (len(lock.raw), len(terminal.raw)) == before, "an idle entry and an idle composer send nothing"


def test_without_colour_nothing_of_colour_is_sent() -> None:
    with Terminal("--open", env={"NO_COLOR": "1"}) as terminal:
        terminal.until("groene ketel")
        terminal.key("j")
        terminal.key("mm", 0.5)
        assert b"38;" not in terminal.raw
        assert b"48;" not in terminal.raw
        # The cursor line and the dialog are still told apart: by reverse and by characters.
        assert any(cell[7] for cell in terminal.cells()[4]) or "> " in terminal.text()
