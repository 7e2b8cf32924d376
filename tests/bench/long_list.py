"""``long_list.py ROWS REPEAT``: milliseconds to load, sort and filter the list of cases, and MB before and after.

The screen's own ``QueueView`` and ``QueueList`` in an application without a terminal, over summaries made up here.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter
from types import SimpleNamespace
from typing import Any

from textual.app import App, ComposeResult

from vp_tui.demo.aliases import aliases
from vp_tui.demo.practice import CLIENTS
from vp_tui.device.clock import RealClock
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.client import ClientState
from vp_tui.domain.next_action import NextAction
from vp_tui.domain.summary import CaseSummary, summarise
from vp_tui.tui.screens.queue_view import COLUMNS, QueueView
from vp_tui.tui.theme import THEMES
from vp_tui.tui.widgets.queue_list import QueueList

ME = bytes(16)


def summaries(count: int, random: Random) -> list[CaseSummary]:
    """Cases that differ in everything that is sorted by."""
    today, made = date.today(), []
    clients = [ClientState(random.randbytes(16), client.code, client.name) for client in CLIENTS]
    names = list(aliases(random, set()))
    for number in range(count):
        client, due = random.choice(clients), today + timedelta(days=random.randrange(-30, 300))
        state = CaseState(
            random.randbytes(16), ME, alias=f"{names[number % len(names)]} {number}", client=client.id, received=today,
            natures=("OG-PE-G",), state="exploring", next=NextAction("Bellen over het vervolg", due),
            state_since_ms=random.randrange(10**12), last_ms=random.randrange(10**12),
        )  # fmt: skip
        made.append(summarise(state, client))
    return made


def workspace(rows: list[CaseSummary]) -> Any:
    """What ``QueueView`` asks of a workspace."""
    return SimpleNamespace(
        today=date.today, clock=RealClock(), generation=0, members=list, unsent=frozenset, flagged=frozenset,
        unread=lambda case: 0, me=SimpleNamespace(member=ME), summaries=lambda: rows, search=lambda typed: [],
    )  # fmt: skip


class Listing(App[None]):
    def __init__(self) -> None:
        super().__init__()
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = "vp-dark"

    def compose(self) -> ComposeResult:
        yield QueueList(COLUMNS)


async def measure(count: int, repeat: int) -> None:
    app = Listing()
    async with app.run_test(size=(80, 24)) as pilot:
        shown, before = app.query_one(QueueList), memory()
        space = workspace(summaries(count, Random(1)))
        after = memory()

        def spent(act: Callable[[], object]) -> float:
            started = perf_counter()
            act()
            shown.show(view.rows)
            for line in range(shown.size.height):
                shown.render_line(line)
            return (perf_counter() - started) * 1000

        def load() -> None:
            nonlocal view
            view = QueueView(space)

        view = QueueView(workspace([]))
        loads = [spent(load) for _ in range(repeat)]
        sorts = [spent(lambda: view.order_by(sort)) for sort in ("alias", "last", "due", "-due", "age") * repeat]
        narrows = [spent(lambda: view.narrow(typed)) for typed in ("zil", "bu", "gouden", "wa") * repeat]
        await pilot.pause()
        print(median(loads), median(sorts), median(narrows), before, after)


def memory() -> float:
    """Resident, in MB."""
    return int(Path("/proc/self/status").read_text().partition("VmRSS:")[2].split()[0]) / 1024


if __name__ == "__main__":
    asyncio.run(measure(int(sys.argv[1]), int(sys.argv[2])))
