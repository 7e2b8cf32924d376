"""What is measured, how, and the table that is printed.

Everything is a median of interleaved repetitions (ours, twin, ours, twin …), so that what else the machine does falls
on both. Nothing here fails on time: a goal that is missed is printed as missed.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from statistics import median
from time import perf_counter

__all__ = ["Figure", "alternately", "percentile", "table", "timed"]


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table: ``ours`` against ``twin`` in ``unit``, and what the design asks for.

    ``ratio`` is the largest allowed ours/twin, ``most`` the largest allowed value of ours; None where nothing is asked.
    """

    act: str
    ours: float
    unit: str = "ms"
    twin: float | None = None
    against: str = ""
    ratio: float | None = None
    most: float | None = None

    @property
    def held(self) -> bool | None:
        """Whether the goal is met; None without a goal."""
        tests = []
        if self.ratio is not None and self.twin:
            tests.append(self.ours <= self.ratio * self.twin)
        if self.most is not None:
            tests.append(self.ours <= self.most)
        return all(tests) if tests else None

    def cells(self) -> tuple[str, ...]:
        """As text: act, ours, twin, ratio, goal, held."""
        asked = [f"≤ {self.ratio:g} ×"] if self.ratio is not None else []
        asked += [f"≤ {self.most:g} {self.unit}"] if self.most is not None else []
        twin = f"{_short(self.twin)} {self.unit} {self.against}".strip() if self.twin is not None else ""
        ratio = f"{self.ours / self.twin:.2f}" if self.twin else ""
        held = {True: "yes", False: "NO", None: ""}[self.held]
        return self.act, f"{_short(self.ours)} {self.unit}", twin, ratio, ", ".join(asked), held


def _short(value: float) -> str:
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.3g}"


def table(figures: Sequence[Figure]) -> str:
    """Markdown, aligned."""
    rows = [("act", "ours", "twin", "ratio", "goal", "held"), *(figure.cells() for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = [f"| {' | '.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))} |" for row in rows]
    lines.insert(1, f"|{'|'.join('-' * (width + 2) for width in widths)}|")
    return "\n".join(lines)


def percentile(values: Sequence[float], share: float) -> float:
    """The value below which ``share`` (0 to 1) of them lie."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


async def timed(act: Callable[[], Awaitable[object]]) -> float:
    """Milliseconds of one asynchronous act."""
    started = perf_counter()
    await act()
    return (perf_counter() - started) * 1000


async def alternately(repeat: int, *acts: Callable[[], Awaitable[object]]) -> list[float]:
    """The median time of each act in milliseconds, over ``repeat`` rounds after one that does not count."""
    times: list[list[float]] = [[] for _ in acts]
    for number in range(repeat + 1):
        for act, kept in zip(acts, times, strict=True):
            spent = await timed(act)
            if number:
                kept.append(spent)
    return [median(kept) for kept in times]
