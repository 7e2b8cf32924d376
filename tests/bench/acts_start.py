"""Starting: from the command to a queue that answers, to the lock screen, to help; and what it all weighs in memory."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path
from statistics import median
from time import sleep

from tests.bench.ground import FIRST, LAST, Ground
from tests.bench.measure import Figure
from tests.bench.terminal import ended, opened

__all__ = ["commands", "lock_screen", "memory", "queue"]

Program = tuple[tuple[str, ...], Mapping[str, str]]
_VP = ("-m", "vp_tui")
_OF_QUEUE = "STAND"
"""A heading that the day does not have."""


def environment(ground: Ground) -> Mapping[str, str]:
    """Anna's terminal."""
    return {"VP_HOME": str(ground.home), "VP_IDENTITY": "anna"}


def queue(ground: Ground) -> list[Figure]:
    """From a new process to the first row of the day, and through the queue to a key that is answered: its last row,
    after ``2`` and ``G``. The list alone has no day."""
    clear = (("-m", "tests.bench.clear_app", ground.twin_dsn), environment(ground))
    bare = (("-m", "tests.bench.twin_app", ground.twin_dsn), {})
    programs: tuple[Program, ...] = ((_VP, environment(ground)), clear, bare)
    shown: list[list[float]] = [[] for _ in programs]
    answered: list[list[float]] = [[] for _ in programs]
    for number in range(ground.size.repeat + 1):
        for (argv, env), firsts, lasts in zip(programs, shown, answered, strict=True):
            with opened(argv, env) as program:
                first = program.until(FIRST)
                if env:
                    program.send("2")
                    program.until(_OF_QUEUE)
                program.send("G")
                last = program.until(LAST)
            if number:
                firsts.append(first)
                lasts.append(last)
    act, then = f"cold process, {ground.size.cases} cases", "the queue, and a key answered there"
    clear_app, bare_list = "this application, clear tables", "the list alone, clear tables"
    row, key = [median(times) for times in shown], [median(times) for times in answered]
    return [
        Figure(f"{act}: first row of the day", row[0], twin=row[1], against=clear_app),
        Figure(f"{act}: {then}", key[0], twin=key[1], against=clear_app, ratio=1.15),
        Figure(f"{act}: {then}", key[0], twin=key[2], against=bare_list),
    ]


def lock_screen(ground: Ground) -> list[Figure]:
    """The first paint of an identity that must be unlocked: the same vault, not of a demo."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        home.mkdir(mode=0o700)
        config = (ground.home / "config.toml").read_text().replace("demo = true\n", "")
        (home / "config.toml").write_text(config)
        os.chmod(home / "config.toml", 0o600)
        shutil.copytree(ground.home / "state" / "vaults", home / "state" / "vaults")
        times, size = [], 0
        for _ in range(ground.size.repeat + 1):
            with opened(_VP, {"VP_HOME": str(home), "VP_IDENTITY": "anna"}) as program:
                times.append(program.until("Wachtzin"))
                program.settle()
                size = len(program.raw)
    return [
        Figure("first paint of the lock screen", median(times[1:]), most=450),
        Figure("first paint of the lock screen: to the terminal", size, "B", most=6000),
    ]


def commands(ground: Ground) -> list[Figure]:
    """``vp --help`` against the bare import of the library that it is made with."""
    ours, click = [], []
    for _ in range(4 * ground.size.repeat):
        ours.append(ended((*_VP, "--help"), {"VP_HOME": str(ground.home)}))
        click.append(ended(("-c", "import click"), {}))
    return [Figure("`vp --help`", median(ours), twin=median(click), against="`import click`", ratio=1.5, most=90)]


def memory(ground: Ground) -> list[Figure]:
    """Resident memory of the application: when the queue answers, and when the texts are indexed."""
    argv = ("-m", "tests.bench.twin_app", ground.twin_dsn)
    with opened(argv, {}) as program:
        program.until(FIRST)
        program.idle()
        twin = program.memory()
    with opened(_VP, environment(ground)) as program:
        program.until(FIRST)
        program.send("2")
        program.until(_OF_QUEUE)
        sleep(0.2)
        first = program.memory()
        program.idle()
        program.settle()
        full = program.memory()
    notes = ground.size.cases * ground.size.notes
    return [
        Figure(f"memory, queue of {ground.size.cases} cases", first, "MB", twin, most=80),
        Figure(f"memory, with {notes} notes indexed", full, "MB", most=280),
    ]
