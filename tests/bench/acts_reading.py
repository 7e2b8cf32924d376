"""Reading: a case, a search, a list. None of it asks the server; the twin has to."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta
from random import Random
from statistics import median
from time import perf_counter

import asyncpg

from tests.bench.ground import Ground
from tests.bench.measure import Figure, alternately, percentile
from tests.bench.terminal import ROOT, environment
from tests.bench.twin import CASE, NOTES, SEARCH, TODAY
from vp_tui.workspace.facade import Workspace
from vp_tui.workspace.indexing import Indexing
from vp_tui.workspace.search import to_match

__all__ = ["case", "long_list", "search", "today"]

_AHEAD = 14


async def case(ground: Ground, anna: Workspace, twin: asyncpg.Connection) -> list[Figure]:
    """A case that is not in memory, from the sealed cache; the twin asks for the case and for its notes."""
    rows = list(anna.summaries())
    Random(3).shuffle(rows)
    ours, theirs = iter(rows), iter(rows)
    before = anna._core.store.round_trips

    async def opened() -> None:
        view = anna.case(next(ours).id)
        assert len(view.state.timeline) >= ground.size.notes

    async def asked() -> None:
        of = next(theirs).id
        assert await twin.fetchrow(CASE, of)
        assert len(await twin.fetch(NOTES, of)) >= ground.size.notes

    times = await alternately(min(len(rows) - 1, 20 * ground.size.repeat), opened, asked)
    trips = anna._core.store.round_trips - before
    act = f"opening a case of {ground.size.notes} notes"
    return [
        Figure(act, times[0], twin=times[1], ratio=1.2),
        Figure(f"{act}: round trips", trips, "", most=0),
    ]


async def today(ground: Ground, anna: Workspace, twin: asyncpg.Connection) -> list[Figure]:
    """*Vandaag*, a fortnight ahead: anew after something changed, and again while nothing did."""
    until = anna.today() + timedelta(days=_AHEAD)

    async def renewed() -> None:
        anna._core.spaces.moved()
        assert anna.today_view(_AHEAD)

    async def asked() -> None:
        assert await twin.fetch(TODAY, anna.me.member, until)

    async def again() -> None:
        assert anna.today_view(_AHEAD)

    times = await alternately(10 * ground.size.repeat, renewed, asked, again)
    act = f"the day over {ground.size.cases} cases"
    return [
        Figure(f"{act}: after a change", times[0], twin=times[1], most=25),
        Figure(f"{act}: nothing changed", times[2], most=1),
    ]


async def search(ground: Ground, anna: Workspace, twin: asyncpg.Connection) -> list[Figure]:
    """Words as they are typed, from the second letter on, against a prefix query of a GIN index."""
    anna._core.local.cache.delete("index", b"head")
    filled, restored = await _filled(anna), await _filled(anna)
    await anna.index()
    typed = _typed(anna, 12 * ground.size.repeat)
    ours: list[float] = []
    theirs: list[float] = []
    for words in typed:
        started = perf_counter()
        anna.search(words)
        ours.append((perf_counter() - started) * 1000)
        query = " & ".join(f"{word.lower()}:*" for word in words.split())
        assert to_match(words)
        started = perf_counter()
        await twin.fetch(SEARCH, query)
        theirs.append((perf_counter() - started) * 1000)
    act = f"search in {ground.size.cases * ground.size.notes} notes"
    return [
        Figure(f"{act}, median", median(ours), twin=median(theirs), ratio=1.0),
        Figure(f"{act}, 95th percentile", percentile(ours, 0.95), twin=percentile(theirs, 0.95), most=5),
        Figure(f"{act}: index filled for the first time, in a thread, and sealed", filled),
        Figure(f"{act}: index restored", restored),
    ]


async def _filled(anna: Workspace) -> float:
    """Milliseconds until an index of its own is whole."""
    indexing = Indexing(anna._core)
    started = perf_counter()
    await indexing.fill()
    spent = (perf_counter() - started) * 1000
    indexing.close()
    return spent


def _typed(anna: Workspace, count: int) -> list[str]:
    """What stands in the search line after each key, for words that occur."""
    random, found = Random(5), []
    for row in random.sample(list(anna.summaries()), min(count, len(anna.summaries()))):
        body = anna.case(row.id).state.timeline[-1].text
        words = [word for word in body.split() if word.isalpha() and len(word) > 3]
        word = random.choice(words)
        found += [word[:end] for end in range(2, len(word) + 1)]
        found += [f"{random.choice(words)} {word[:end]}" for end in (2, 4)]
    return found


def long_list(ground: Ground) -> list[Figure]:
    """The list with many rows, in a process of its own for the sake of its memory; see ``long_list.py``."""
    code = f"{ROOT}/tests/bench/long_list.py"
    command = [sys.executable, code, str(ground.size.rows), str(ground.size.repeat)]
    out = subprocess.run(command, cwd=ROOT, env=environment({}), check=True, capture_output=True, text=True).stdout
    load, sort, narrow, before, after = map(float, out.split())
    act = f"list of {ground.size.rows} rows"
    return [
        Figure(f"{act}: load", load, most=250),
        Figure(f"{act}: sort", sort, most=30),
        Figure(f"{act}: filter", narrow, most=30),
        Figure(f"{act}: memory", after, "MB", before, "before the rows", most=90),
    ]
