"""Results of a search over everything: case, place, and the words in what stands around them.

Invariants: what is looked for is never part of a view's name, since views survive a lock; the cursor stays on its place
while results come and go. Callers: the table of places, ``VpApp.do_finding_open``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Container
from textual.timer import Timer

from vp_tui.i18n import count, text
from vp_tui.tui.screens.finding_view import FoundRows, Search, look, plainly
from vp_tui.tui.screens.live import LiveScreen
from vp_tui.tui.screens.query_help import completer
from vp_tui.tui.screens.queue_preview import Preview
from vp_tui.tui.services import View
from vp_tui.tui.widgets.columns import Column
from vp_tui.tui.widgets.find_line import FindLine
from vp_tui.tui.widgets.hit_list import HitList

if TYPE_CHECKING:
    from vp_tui.workspace.search import Hit

__all__ = ["FindingScreen"]

# Seconds of quiet before the texts are searched.
_QUIET = 0.06
# So many hits are all that a search gives: there may be more.
_MOST = 500


class FindingScreen(LiveScreen):
    """``seek`` sets the words."""

    scope: ClassVar[str] = "finding"
    FOLLOWS: ClassVar[frozenset[str]] = frozenset({"status", "cases", "clients", "members", "contacts"})
    DEFAULT_CSS: ClassVar[str] = """
    FindingScreen .finding--split { height: 1fr; }
    FindingScreen.-wide .finding--split { layout: horizontal; }
    FindingScreen HitList { width: 1fr; height: 1fr; }
    FindingScreen.-wide Preview { width: 42; height: 1fr; border-top: none; border-left: ascii $panel; }
    FindingScreen.-low Preview, FindingScreen.-narrow Preview { display: none; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._line = FindLine()
        self.list = HitList(
            (
                Column("finding.column.code", 8, rank=1),
                Column("finding.column.title", 14, flex=1),
                Column("finding.column.where", 17),
                Column("finding.column.text", 24, flex=3),
            ),
            empty="finding.why.nothing",
        )
        self._preview = Preview()
        self._typed = ""
        self._timer: Timer | None = None
        self.search = Search("", (), "finding.why.nothing")
        self.rows: FoundRows

    def body(self) -> ComposeResult:
        yield self._line
        with Container(classes="finding--split"):
            yield self.list
            yield self._preview

    def on_mount(self) -> None:
        # Before the first look, for which the list must be there.
        self.call_after_refresh(self._begin)

    def _begin(self) -> None:
        if not self._typed:
            self.do_list_filter()

    # -- what it shows -----------------------------------------------------------------------------------------------

    def renew(self) -> None:
        self.search = look(self.workspace, self._typed)
        self.rows = FoundRows(self.workspace, self.search.hits)
        self.list.say_empty(self.search.why or "finding.why.nothing")
        self.list.show(self.rows)
        if not self._line.asking:
            self._line.say(self._said())
        self._look(now=True)
        self.flags_changed()

    def _said(self) -> str:
        found = len(self.search.hits)
        if not self._typed:
            return ""
        if found >= _MOST:
            said = text("finding.most", words=self._typed, n=found)
        else:
            where = count("finding.cases", self.search.spaces) if found else ""
            said = count("finding.said", found, words=self._typed, where=where)
        return said if self.workspace.index_ready else text("finding.indexing", said=said)

    def _look(self, *, now: bool = False) -> None:
        self._preview.show(self._glimpse, now=now, words=self.search.words)

    def _glimpse(self, roomy: bool) -> list[str]:
        """The place under the cursor: with room all that stands there."""
        hit = self.rows.hit(self.list.cursor_id)
        if hit is None:
            return []
        place = self.rows.place(hit)
        head = f"{place.code} {place.title}  {place.said}"
        return [head, self.rows.whole(hit) if roomy else plainly(hit.snippet)]

    def facts(self) -> Iterable[str]:
        return ("row",) if self.search.hits else ()

    def on_queue_list_moved(self) -> None:
        self._look()

    # -- looking for -------------------------------------------------------------------------------------------------

    def seek(self, words: str) -> None:
        """Look for ``words``, or for other ones."""
        if words:
            self._typed = words
            self.renew()
            self._settle()
        else:
            self.do_list_filter()

    def do_list_filter(self, argument: str = "") -> None:
        if argument:
            self.seek(argument)
        else:
            self._line.ask("search", "finding.ask", self._typed, completer(self.workspace))

    def on_find_line_typed(self, event: FindLine.Typed) -> None:
        self._typed = event.typed
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(_QUIET, self._rested)

    def _rested(self) -> None:
        self._timer = None
        self._renew()

    def on_find_line_entered(self, event: FindLine.Entered) -> None:
        self._typed = event.typed
        self.renew()
        if self.search.hits:
            self._settle()

    def on_find_line_left(self) -> None:
        if self.search.hits:
            self._settle()
        else:
            self.app.back()

    def _settle(self) -> None:
        self._line.say(self._said())
        self.set_focus(self.list)

    # -- going there -------------------------------------------------------------------------------------------------

    def on_queue_list_opened(self, event: HitList.Opened) -> None:
        event.stop()
        if (hit := self.rows.hit(event.id)) is not None:
            self.run_worker(self._go(hit))

    async def _go(self, hit: Hit) -> None:
        """Open the place, and stand on what was found."""
        place = self.rows.place(hit)
        await self.app.navigator.reach(View(place.name, hit.case.hex()))
        if (look_at := getattr(self.app.screen, "look_at", None)) is not None:
            look_at(hit.item, self.search.words)
