"""Keys in the real application, counted: what goes to the terminal, and what goes to the server (nothing)."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from time import monotonic

from tests.bench.ground import FIRST, Ground
from tests.bench.measure import Figure
from tests.bench.road import Road, road
from tests.bench.terminal import Watched, opened

__all__ = ["keys"]

_VP = ("-m", "vp_tui")
# Seconds between two keys: of one that is held, and of somebody who reads.
_HELD, _READ = 0.05, 0.4
_LINE = "Een gesprek van een uur over wat er is gebeurd en wat zij wil."


def keys(ground: Ground) -> list[Figure]:
    """Cursor-down through several windows, held and with a look at each case, and a line typed in a note: as Bo, along
    a road that counts."""
    figures = []
    with road(ground.socket) as counted, tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        shutil.copytree(ground.home, home, ignore=shutil.ignore_patterns("server", "anna"))
        config = (home / "config.toml").read_text().replace(str(ground.server.sockets), str(counted.folder))
        (home / "config.toml").write_text(config)
        env = {"VP_HOME": str(home), "VP_IDENTITY": "bo"}
        for columns, lines, steps, budget in ((80, 24, 45, 350), (200, 50, 70, 700)):
            steps = min(steps, ground.size.synced // (ground.size.notes + 1) - 2)
            act = f"cursor-down at {columns}x{lines}"
            for pace, how, most in ((_HELD, "held", budget), (_READ, "one at a time, with the preview", None)):
                with opened(_VP, env, columns, lines) as program:
                    _to_queue(program)
                    before = counted.up
                    down = sum(_key(program, "j", pace) for _ in range(steps)) / steps
                    figures.append(Figure(f"{act}, {how}: to the terminal", down, "B", most=most))
                    if columns == 80 and pace == _HELD:
                        figures.append(Figure(f"{act}: to the server", counted.up - before, "B", most=0))
        with opened(_VP, env) as program:
            _to_queue(program)
            return figures + _typing(program, counted)


def _to_queue(program: Watched) -> None:
    """Past the day, to the list of cases."""
    program.until(FIRST)
    program.send("2")
    program.idle()


def _typing(program: Watched, counted: Road) -> list[Figure]:
    program.send("\r")
    program.settle()
    program.send("n")
    program.settle()
    before = counted.up
    typed = sum(_key(program, letter, _HELD) for letter in _LINE) / len(_LINE)
    program.settle(1.5)  # until the draft is kept
    return [
        Figure("a letter typed in a note: to the terminal", typed, "B", most=200),
        Figure("a line typed in a note: to the server", counted.up - before, "B", most=0),
    ]


def _key(program: Watched, key: str, pace: float) -> int:
    """Bytes that come within ``pace`` seconds of a key."""
    program.send(key)
    end, came = monotonic() + pace, 0
    while (left := end - monotonic()) > 0:
        came += program.read(left)
    return came
