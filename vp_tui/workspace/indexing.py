"""Keeping the search index what it should be: filled once in the background, then after every change.

Invariant: the index follows the states that can be read here and nothing else; what was taken away from this member is
forgotten at once, and in what is sealed on the disk by the end of work. It is restored from the sealed cache, and what
changed since is indexed in a thread, which a screen on the loop hardly notices. Called by the facade.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from vp_tui.workspace.core import Core
from vp_tui.workspace.search import Hit, SearchIndex
from vp_tui.workspace.snapshot import Snapshot, Version
from vp_tui.workspace.texts import texts
from vp_tui.workspace.views import Notice

__all__ = ["Indexing"]

_SLICE = 100  # cases: about a thousand texts, 20 ms in which a search waits
_FEW = 100  # cases: indexed anew faster than a snapshot of thousands is written


class Indexing:
    """The index of an unlocked workspace."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._index = SearchIndex()
        self._snapshot = Snapshot(core.local.cache)
        self._versions: dict[bytes, Version] = {}
        self._late: set[bytes] = set()
        self._changed: set[bytes] = set()
        self._taken = False
        self.ready = False

    def find(self, typed: str) -> list[Hit]:
        """See ``SearchIndex.find``."""
        return self._index.find(typed)

    async def fill(self) -> None:
        """Everything, in a thread; what was changed last comes last, since that is found first."""
        spaces = self._core.spaces
        await asyncio.to_thread(self._restore)
        newest = {row.id: row.last_ms for row in spaces.summaries()}
        there = self._searched({*spaces.briefs, *spaces.overlay})
        stale = {space for space in there if self._versions.get(space) != spaces.version(space)}
        wanted = sorted(stale | (self._versions.keys() - there), key=lambda space: newest.get(space, 0))
        for start in range(0, len(wanted), _SLICE):
            await asyncio.to_thread(self._replace, wanted[start : start + _SLICE])
        self.ready = True
        self.renew(self._late)
        self._core.tell(Notice("status"))
        await self.keep()

    def _restore(self) -> None:
        kept = self._snapshot.load()
        if kept is not None:
            self._index.restore(kept[0])
            self._versions = kept[1]

    def _replace(self, ids: Iterable[bytes]) -> None:
        spaces = self._core.spaces
        rows = []
        for space in ids:
            self._taken |= space in self._versions and not spaces.kind(space)
            # Before the texts are read: what changes meanwhile is another version.
            version = spaces.version(space)
            if version is None:
                self._versions.pop(space, None)
            else:
                self._versions[space] = version
            rows.append((space, texts(spaces, space)))
        self._changed.update(space for space, _ in rows)
        self._index.replace(rows)

    def renew(self, changed: Iterable[bytes]) -> None:
        """These spaces changed."""
        if not self.ready:
            # The thread may have read these before they changed.
            self._late.update(changed)
            return
        # Of what cannot be read any more there are no texts, so that replacing it is forgetting it.
        self._replace(self._searched(changed))

    async def keep(self) -> None:
        """Seal it into the cache, if much has changed since that was done, or a space was taken from this member."""
        if self.ready and (self._taken or len(self._changed) > _FEW):
            self._changed.clear()
            self._taken = False
            versions = dict(self._versions)
            await asyncio.to_thread(lambda: self._snapshot.save(self._index.image(), versions))

    def _searched(self, ids: Iterable[bytes]) -> set[bytes]:
        """Personal notes are found with their case, whoever has it now."""
        briefs = self._core.spaces.briefs
        return {brief.ref if (brief := briefs.get(id)) and brief.kind == "case_notes" else id for id in ids}

    def close(self) -> None:
        """Drop the index."""
        self._index.close()
