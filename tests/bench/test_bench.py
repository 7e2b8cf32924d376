"""The benchmarks in their tiny form: that they run, and that what they count, unlike time, is within its budget."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.bench.__main__ import PARTS, QUICK, run
from tests.bench.ground import prepare
from tests.bench.measure import table

COUNTED = {"", "B"}


async def test_everything_is_measured_and_what_is_counted_holds(tmp_path: Path) -> None:
    ground = await prepare(tmp_path / "home", QUICK, lambda line: None)
    try:
        figures = await run(ground, PARTS)
    finally:
        ground.server.destroy()
        shutil.rmtree(tmp_path / "home")
    printed = table(figures)
    assert len(figures) >= 25, printed
    assert not [figure.act for figure in figures if figure.unit in COUNTED and figure.held is False], printed
