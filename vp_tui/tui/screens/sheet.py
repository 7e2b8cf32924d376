"""One sheet of a case file: options, consents, steps and the like, each a list of entries under the case's name.

Invariants: a sheet follows its case, so that what a colleague saves appears by itself and moves nothing; the rule of
safe contact stands above every sheet on which somebody could pick up the telephone; a case that can no longer be read
is left. A sheet is a place on top of its case. Callers: the sheets inherit, ``SHEETS`` is their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from vp_tui.errors import NotFoundError
from vp_tui.i18n import text
from vp_tui.tui.output.sanitise import clean
from vp_tui.tui.screens.case_words import Words
from vp_tui.tui.screens.live import LiveScreen
from vp_tui.tui.screens.sheets import SHEETS, ask_sheet
from vp_tui.tui.widgets.columns import clip
from vp_tui.tui.widgets.timeline import Entry, Timeline
from vp_tui.workspace.views import Notice

__all__ = ["CaseSheet"]


class _Sheet(Vertical):
    """What makes the keys of all sheets work on each of them."""

    scope: ClassVar[str] = "sheet"


class CaseSheet(LiveScreen):
    """Override ``entries``, ``lead`` and ``marks``; ``argument`` is the case's id in hex."""

    NAME: ClassVar[str] = ""
    FOLLOWS: ClassVar[frozenset[str]] = frozenset({"finding", "members", "clients"})
    DEFAULT_CSS: ClassVar[str] = """
    CaseSheet .sheet--head { height: 1; padding: 0 1; text-style: bold; }
    CaseSheet .sheet--tabs { height: auto; max-height: 2; padding: 0 1; }
    CaseSheet .sheet--lead { height: auto; max-height: 6; padding: 0 1; color: $primary; }
    CaseSheet.-low .sheet--tabs { display: none; }
    CaseSheet.-low .sheet--lead { max-height: 1; }
    """

    def __init__(self, argument: str) -> None:
        super().__init__()
        self.case = bytes.fromhex(argument)
        self.timeline = Timeline()
        self._head = Static("", classes="sheet--head", markup=False)
        self._tabs = Static("", classes="sheet--tabs", markup=False)
        self._lead = Static("", classes="sheet--lead", markup=False)
        self._words: Words | None = None

    def body(self) -> ComposeResult:
        with _Sheet():
            yield self._head
            yield self._tabs
            yield self._lead
            yield from self.sheet()

    def sheet(self) -> ComposeResult:
        """What lies under the head; the list unless a sheet has more."""
        yield self.timeline

    # -- to override -------------------------------------------------------------------------------------------------

    def entries(self, words: Words) -> Sequence[Entry]:
        """The rows, top to bottom."""
        return ()

    def lead(self, words: Words) -> Sequence[str]:
        """Lines that stand above the rows: what must not be forgotten here."""
        return ()

    def marks(self, words: Words) -> Iterable[str]:
        """Further flags for the guards of this sheet's actions."""
        return ()

    # -- the case ----------------------------------------------------------------------------------------------------

    @property
    def words(self) -> Words:
        """The case as it was last read. NotFoundError for one that could never be."""
        if self._words is None:
            self._words = Words.of(self.workspace, self.workspace.case(self.case))
        return self._words

    def renew(self) -> None:
        try:
            self._words = words = Words.of(self.workspace, self.workspace.case(self.case))
        except NotFoundError:
            self.app.back()
            return
        width = max(20, self.app.size.width - 2)
        self._head.update(Content(clip(f"{clean(words.title())}   {clean(words.client())}", width)))
        names = (text(f"sheets.{name}") for name in SHEETS)
        tabs = "  ".join(f"[{name}]" if key == self.NAME else name for key, name in zip(SHEETS, names, strict=True))
        self._tabs.update(Content(tabs))
        lead = "\n".join(map(clean, self.lead(words)))
        self._lead.display = bool(lead)
        self._lead.update(Content(lead))
        self.timeline.show(self.entries(words), text(f"sheets.empty.{self.NAME}"))
        self.flags_changed()

    def on_mount(self) -> None:
        self.set_focus(self.timeline)

    def on_resize(self) -> None:
        if self._words is not None:
            self.renew()

    def _noticed(self, notice: Notice) -> None:
        if self.case in notice.cases or notice.kind in self.FOLLOWS:
            self.call_next(self._renew)

    def on_timeline_moved(self) -> None:
        self.flags_changed()

    def facts(self) -> Iterable[str]:
        """``own_case``, ``writer`` (owner, or deputy in time), ``unclosed``, ``ended``, and the sheet's ``marks``."""
        words = self.words
        state = words.state
        mine = state.owner == words.me
        deputising = state.deputy == words.me and (state.deputy_until is None or words.today <= state.deputy_until)
        true = {
            "own_case": mine,
            "writer": mine or deputising,
            "unclosed": state.is_open,
            "ended": state.state in ("aftercare", "closed"),
        }
        return [*(flag for flag, holds in true.items() if holds), *self.marks(words)]

    def look_at(self, item: bytes, words: str) -> None:
        """Show what a search has found on this sheet."""
        self.timeline.find(words)
        self.timeline.move_to(item)

    # -- to another sheet --------------------------------------------------------------------------------------------

    def _turn(self, by: int) -> None:
        names = list(SHEETS)
        self.app.go(names[(names.index(self.NAME) + by) % len(names)], self.case.hex())

    def do_sheet_next(self) -> None:
        self._turn(1)

    def do_sheet_previous(self) -> None:
        self._turn(-1)

    async def do_sheet_menu(self) -> None:
        await ask_sheet(self, self.words)
