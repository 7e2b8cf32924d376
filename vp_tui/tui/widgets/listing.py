"""A list whose rows are looked at and opened one at a time.

Invariant: what it cannot do is not offered: no marks in the footer, the help or the line mode. Callers: the screens of
first start, team, control and preferences.
"""

from __future__ import annotations

from vp_tui.tui.widgets.queue_list import QueueList

__all__ = ["Listing"]


class Listing(QueueList):
    """A `QueueList` without marks."""

    # Who has no handler for an action is passed over by the dispatch.
    do_list_mark = do_list_range = do_list_unmark = do_list_invert = None  # type: ignore[assignment]
