"""Keeping the search index what it should be: filled once in the background, then after every change.

Invariant: the index follows the states that can be read here and nothing else; what was taken away from this member is
forgotten at once. It is built from the sealed cache in a thread, which a screen on the loop hardly notices, and never
written down. Called by the facade.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from vp_tui.workspace.core import Core
from vp_tui.workspace.search import Hit, SearchIndex
from vp_tui.workspace.texts import texts
from vp_tui.workspace.views import Notice

__all__ = ["Indexing"]

_SLICE = 100  # cases: about a thousand texts, 20 ms in which a search waits


class Indexing:
    """The index of an unlocked workspace."""

    def __init__(self, core: Core) -> None:
        self._core = core
        self._index = SearchIndex()
        self._late: set[bytes] = set()
        self.ready = False

    def find(self, typed: str) -> list[Hit]:
        """See ``SearchIndex.find``."""
        return self._index.find(typed)

    async def fill(self) -> None:
        """Everything, in a thread; what was changed last comes last, since that is found first."""
        spaces = self._core.spaces
        newest = {row.id: row.last_ms for row in spaces.summaries()}
        wanted = sorted(self._searched({*spaces.briefs, *spaces.overlay}), key=lambda space: newest.get(space, 0))
        for start in range(0, len(wanted), _SLICE):
            rows = [(space, texts(spaces, space)) for space in wanted[start : start + _SLICE]]
            await asyncio.to_thread(self._index.replace, rows)
        self.ready = True
        self.renew(self._late)
        self._core.tell(Notice("status"))

    def renew(self, changed: Iterable[bytes]) -> None:
        """These spaces changed."""
        if not self.ready:
            # The thread may have read these before they changed.
            self._late.update(changed)
            return
        # Of what cannot be read any more there are no texts, so that replacing it is forgetting it.
        self._index.replace((space, texts(self._core.spaces, space)) for space in self._searched(changed))

    def _searched(self, ids: Iterable[bytes]) -> set[bytes]:
        """Personal notes are found with their case, whoever has it now."""
        briefs = self._core.spaces.briefs
        return {brief.ref if (brief := briefs.get(id)) and brief.kind == "case_notes" else id for id in ids}

    def close(self) -> None:
        """Drop the index."""
        self._index.close()
