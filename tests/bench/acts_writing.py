"""Writing: sealing a note, saving it near and far, and when a colleague sees it; the first sync of a new device."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter

import asyncpg

from tests.bench.ground import Ground
from tests.bench.measure import Figure, alternately, timed
from tests.bench.road import road
from tests.bench.twin import SAVE
from vp_tui.domain.commands import GrantDeputy, WriteNote
from vp_tui.domain.ids import Id
from vp_tui.domain.note import NoteWritten
from vp_tui.domain.record import encode_record
from vp_tui.protocol.sealing import open_record
from vp_tui.protocol.space import SpaceLog
from vp_tui.protocol.writing import data_entry
from vp_tui.workspace.facade import Workspace

__all__ = ["first_sync", "save", "seal", "visible"]

_RTT = 0.03
_TEXT = "Het overleg was weer zonder haar. Zij wil volgende week eerst zelf met haar leidinggevende praten. " * 3


async def seal(ground: Ground, anna: Workspace, twin: asyncpg.Connection) -> list[Figure]:
    """The cryptography of one note, against the insert of the same text."""
    core = anna._core
    row = anna.summaries()[0]
    kept = core.spaces.get(row.id)
    assert kept is not None

    async def sealed() -> None:
        record = encode_record(core.now_ms(), [NoteWritten(Id(anna.new_id()), _TEXT)])
        data_entry(kept.log, core.keys, core.practice, anna.new_id(), 1, record, core.now_ms())

    async def inserted() -> None:
        await twin.execute(SAVE, anna.new_id(), row.id, core.member, _TEXT)

    ours, theirs = await alternately(10 * ground.size.repeat, sealed, inserted)
    return [Figure("seal and sign one note", ours, twin=theirs, against="its insert", ratio=0.5)]


async def save(ground: Ground, anna: Workspace, twin: asyncpg.Connection) -> list[Figure]:
    """``do(WriteNote)`` against a plain insert: here, and over a road of 30 ms there and back."""
    here = await _save(ground, anna, twin)
    with road(ground.socket, _RTT) as far:
        distant = ground.unlock("anna", far.folder)
        clear = await ground.twin(far.folder)
        await distant.sync()
        trips, up, acts = distant._core.store.round_trips, far.up, 0
        times = await _save(ground, distant, clear)
        acts = 4 * ground.size.repeat + 1
        await distant.close()
        await clear.close()
        trips, up = distant._core.store.round_trips - trips, far.up - up
    # The twin's inserts went along the same road.
    theirs = acts * (len(_TEXT.encode()) + 150)
    return [
        Figure("save a note, on this machine", here[0], twin=here[1]),
        Figure("save a note, 30 ms away", times[0], twin=times[1], ratio=1.6),
        Figure("save a note: round trips", trips / acts, "", most=1),
        Figure("save a note: up", (up - theirs) / acts, "B", most=4096),
    ]


async def _save(ground: Ground, anna: Workspace, twin: asyncpg.Connection) -> list[float]:
    rows = iter(Random(4).sample(list(anna.summaries()), 8 * ground.size.repeat + 2))

    async def ours() -> None:
        receipt = await anna.do(WriteNote(anna.new_id(), _TEXT), next(rows).id)
        assert receipt.sent

    async def theirs() -> None:
        await twin.execute(SAVE, anna.new_id(), next(rows).id, anna.me.member, _TEXT)

    return await alternately(4 * ground.size.repeat, ours, theirs)


async def visible(ground: Ground) -> list[Figure]:
    """From saving to the colleague's workspace announcing it, both 30 ms away from the server."""
    with road(ground.socket, _RTT) as far:
        anna, bo = ground.unlock("anna", far.folder), ground.unlock("bo", far.folder)
        try:
            await asyncio.gather(anna.sync(), bo.sync())
            case = anna.summaries()[-1].id
            if not any(reader.id == bo.me.member for reader in anna.case(case).dossier_readers):
                await anna.do(GrantDeputy(bo.me.member, anna.today(), "oral"), case)
            await asyncio.gather(anna.connect(), bo.connect())
            for workspace in (anna, bo):
                await _settled(workspace)
            times = [await _seen(anna, bo, case) for _ in range(ground.size.repeat + 1)]
        finally:
            await anna.close()
            await bo.close()
    trips, frame = median(times[1:]) / _RTT / 1000, 1 / 60 / _RTT
    return [Figure("saved here until the colleague sees it, in round trips of 30 ms", trips, "RTT", most=2.5 + frame)]


async def _settled(workspace: Workspace) -> None:
    settled = asyncio.Event()

    def look(_: object) -> None:
        if workspace.index_ready and workspace.status.connection == "online":
            settled.set()

    stop = workspace.subscribe(look)
    look(None)
    await settled.wait()
    stop()


async def _seen(anna: Workspace, bo: Workspace, case: bytes) -> float:
    await asyncio.sleep(1.0)  # nothing is under way any more
    note, told = anna.new_id(), asyncio.Event()

    def look(_: object) -> None:
        if any(item.id == note for item in bo.case(case).state.timeline):
            told.set()

    stop = bo.subscribe(look)
    started = perf_counter()
    saving = asyncio.create_task(anna.do(WriteNote(note, _TEXT), case))
    await told.wait()
    spent = (perf_counter() - started) * 1000
    stop()
    await saving
    return spent


async def first_sync(ground: Ground) -> list[Figure]:
    """Bo's workspace on a device that has nothing yet, against verifying the same entries and nothing else."""
    syncs, verified, opened, entries = [], [], [], 0
    for _ in range(max(1, ground.size.repeat // 2)):
        with forgotten(ground, "bo"):
            bo = ground.unlock("bo")
            syncs.append(await timed(bo.sync))
            entries = bo.extent().entries
            bare = await _bare(bo)
            verified.append(bare[0])
            opened.append(sum(bare))
            await bo.close()
    act = f"first sync of {entries} entries"
    return [
        Figure(act, median(syncs), twin=median(verified), against="to verify them", ratio=1.3),
        Figure(f"{act}, records opened too", median(syncs), twin=median(opened), against="to verify and open them"),
    ]


async def _bare(bo: Workspace) -> tuple[float, float]:
    """Milliseconds to verify, and to open, what is on the server, in memory already."""
    core, verifying, opening = bo._core, 0.0, 0.0
    for space in (await core.store.heads()).keys() - {core.identity.practice}:
        entries = await core.store.space_entries(space, 0)
        log = SpaceLog(space)
        started = perf_counter()
        applied, problem = log.advance([entry.raw for entry in entries], core.practice, -1)
        verifying += perf_counter() - started
        assert problem is None
        started = perf_counter()
        log.open_keys(core.keys)
        blobs = {entry.seq: entry.blob for entry in entries}
        for one in applied:
            if one.data is not None:
                open_record(log, one.data, blobs[one.data.seq])
        opening += perf_counter() - started
    return verifying * 1000, opening * 1000


@contextmanager
def forgotten(ground: Ground, name: str) -> Iterator[None]:
    """Without what this device remembers; it is put back afterwards."""
    folders: list[Path] = [ground.paths.identity_state(name), ground.paths.identity_cache(name)]
    aside = [(file, file.with_suffix(f"{file.suffix}.aside")) for folder in folders for file in folder.glob("*.db*")]
    for file, kept in aside:
        file.rename(kept)
    try:
        yield
    finally:
        for folder in folders:
            for file in folder.glob("*.db*"):
                if file.suffix != ".aside":
                    file.unlink()
        for file, kept in aside:
            kept.rename(file)
