"""The end of a cover whose consent is withdrawn, or whose last day has passed: by its owner's program, by itself.

Invariant: in a case of hers this program writes nothing that a deputy could read without a consent that holds; it takes
the deputy off first, which moves the key. Who is offline writes on, and it waits: nothing leaves before that is done.
Called by ``write``, before each record that it sends, and after what waited was sent.
"""

from __future__ import annotations

from vp_tui.domain.commands import RemoveDeputy
from vp_tui.domain.summary import cover_over
from vp_tui.errors import RetryableError, VpError
from vp_tui.workspace.core import Core
from vp_tui.workspace.entries import Target
from vp_tui.workspace.readers import Readers

__all__ = ["Covers"]


class Covers:
    """Ends what is over."""

    def __init__(self, core: Core, readers: Readers) -> None:
        self._core = core
        self._readers = readers

    async def end(self, case: bytes) -> bool:
        """Take the deputy off, if this is a case of hers whose cover is over; whether that was done. RetryableError."""
        core = self._core
        row, brief = core.spaces.summary(case), core.spaces.briefs.get(case)
        if row is None or row.owner != core.member or not cover_over(row, core.today()):
            return False
        if brief is None or brief.flaw:
            return False
        try:
            await self._readers.do(Target(case, "case"), RemoveDeputy())
        except RetryableError:
            raise
        except VpError:
            # Another device of hers was first; or the case is not hers any more, and its new owner sees to it.
            return False
        return True

    async def run(self) -> set[bytes]:
        """The same for all of them; the cases in which something changed."""
        return {row.id for row in self._core.spaces.summaries() if row.deputy is not None and await self.end(row.id)}
