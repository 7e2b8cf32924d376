"""Keys in the real application, counted: what goes to the terminal, and what goes to the server (nothing)."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from time import monotonic

from tests.bench.ground import FIRST, Ground
from tests.bench.measure import Figure
from tests.bench.road import road
from tests.bench.terminal import Watched, opened

__all__ = ["keys"]

_LINE = "Een gesprek van een uur over wat er is gebeurd en wat zij wil."


def keys(ground: Ground) -> list[Figure]:
    """Cursor-down through several windows, and a line typed in a note, as Bo and along a road that counts."""
    figures = []
    with road(ground.socket) as counted, tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        shutil.copytree(ground.home, home, ignore=shutil.ignore_patterns("server", "anna"))
        config = (home / "config.toml").read_text().replace(str(ground.server.sockets), str(counted.folder))
        (home / "config.toml").write_text(config)
        for columns, lines, steps, budget in ((80, 24, 45, 350), (200, 50, 70, 700)):
            with opened(("-m", "vp_tui"), {"VP_HOME": str(home), "VP_IDENTITY": "bo"}, columns, lines) as program:
                program.until(FIRST)
                program.idle()
                before = counted.up
                steps = min(steps, ground.size.synced // (ground.size.notes + 1) - 2)
                down = sum(_key(program, "j") for _ in range(steps)) / steps
                moved = counted.up - before
                figures.append(Figure(f"cursor-down at {columns}x{lines}: to the terminal", down, "B", most=budget))
                if columns == 80:
                    figures.append(Figure("moving through the list: to the server", moved, "B", most=0))
                    figures += _typing(program, counted)
    return figures


def _typing(program: Watched, counted: object) -> list[Figure]:
    program.send("\r")
    program.settle()
    program.send("n")
    program.settle()
    before = counted.up  # type: ignore[attr-defined]
    typed = sum(_key(program, letter) for letter in _LINE) / len(_LINE)
    program.settle(1.5)
    up = counted.up - before  # type: ignore[attr-defined]
    assert _LINE[-4:].encode() in program.raw or typed > 0
    return [
        Figure("a letter typed in a note: to the terminal", typed, "B", most=200),
        Figure("a line typed in a note: to the server", up, "B", most=0),
    ]


def _key(program: Watched, key: str) -> int:
    """Bytes in answer to one key: until 30 ms of silence after the first."""
    program.send(key)
    end, came = monotonic() + 2, 0
    while monotonic() < end:
        got = program.read(0.03)
        came += got
        if came and not got:
            break
    return came
