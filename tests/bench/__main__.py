"""``python -m tests.bench``: everything that is measured, in one run, as one table. See docs/performance.md."""

from __future__ import annotations

import argparse
import asyncio
import os
import platform
import sys
import tempfile
from datetime import date
from pathlib import Path

from tests.bench import acts_keys, acts_reading, acts_start, acts_writing
from tests.bench.ground import Ground, Size, prepare
from tests.bench.measure import Figure, table

__all__ = ["FULL", "QUICK", "run"]

FULL = Size(cases=10_000, notes=10, synced=10_000, rows=100_000, repeat=9)
QUICK = Size(cases=60, notes=3, synced=80, rows=2_000, repeat=1)

PARTS = ("start", "case", "today", "search", "seal", "save", "visible", "sync", "list", "keys", "memory", "commands")


async def run(ground: Ground, parts: tuple[str, ...] = PARTS) -> list[Figure]:
    """Measure these parts."""
    figures: list[Figure] = []
    if "start" in parts:
        figures += await asyncio.to_thread(acts_start.queue, ground)
        figures += await asyncio.to_thread(acts_start.lock_screen, ground)
    inside = [(name, act) for name, act in _INSIDE.items() if name in parts]
    if inside:
        anna, twin = ground.unlock("anna"), await ground.twin()
        await anna.sync()
        for _, act in inside:
            figures += await act(ground, anna, twin)
        await anna.close()
        await twin.close()
    if "visible" in parts:
        figures += await acts_writing.visible(ground)
    if "sync" in parts:
        figures += await acts_writing.first_sync(ground)
    for name, measured in _OUTSIDE.items():
        if name in parts:
            figures += await asyncio.to_thread(measured, ground)
    return figures


_INSIDE = {
    "case": acts_reading.case,
    "today": acts_reading.today,
    "search": acts_reading.search,
    "seal": acts_writing.seal,
    "save": acts_writing.save,
}
_OUTSIDE = {
    "list": acts_reading.long_list,
    "keys": acts_keys.keys,
    "memory": acts_start.memory,
    "commands": acts_start.commands,
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="tiny: proves that everything runs")
    parser.add_argument("--home", type=Path, help="keep the practice here, and use it again")
    parser.add_argument("--repeat", type=int, help="how often each thing is measured")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"of {', '.join(PARTS)}; all without")
    given = parser.parse_args()
    size = QUICK if given.quick else FULL
    if given.repeat:
        size = Size(size.cases, size.notes, size.synced, size.rows, given.repeat)
    with tempfile.TemporaryDirectory(prefix="vp-bench-") as folder:
        asyncio.run(_main(given.home or Path(folder) / "home", size, tuple(given.parts) or PARTS, given.home is None))


async def _main(home: Path, size: Size, parts: tuple[str, ...], passing: bool) -> None:
    ground = await prepare(home, size, lambda line: print(line, file=sys.stderr))
    try:
        machine = f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
        print(f"{date.today()}, {machine} at the start\n")
        print(table(await run(ground, parts)))
    finally:
        if passing:
            await asyncio.to_thread(ground.server.destroy)


if __name__ == "__main__":
    main()
