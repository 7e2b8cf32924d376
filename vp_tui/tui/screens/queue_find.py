"""Finding in the list of cases: a filter that narrows it, words to jump to, and what was found by its text only.

Invariant: titles answer at once and texts a moment later; a filter that makes no sense changes nothing, and says where;
nothing found here is told together with where there is something. Base of ``QueueScreen``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.timer import Timer

from vp_tui.domain.text import fold_text
from vp_tui.errors import NotFoundError, RefusedError
from vp_tui.i18n import count, text
from vp_tui.tui.screens.base import VpScreen
from vp_tui.tui.screens.query_help import completer
from vp_tui.tui.screens.queue_preview import Preview
from vp_tui.tui.screens.queue_view import COLUMNS, QueueView
from vp_tui.tui.widgets.find_line import FindLine
from vp_tui.tui.widgets.queue_list import QueueList

if TYPE_CHECKING:
    from vp_tui.workspace.facade import Workspace
    from vp_tui.workspace.search import Hit

__all__ = ["QueueFinding"]

# Seconds of quiet before the texts are searched: titles answer at once.
_QUIET = 0.06
# So many other sections are named where this one has nothing.
_NAMED = 4


class QueueFinding(VpScreen):
    """Override ``show_rows`` and ``look``."""

    def __init__(self) -> None:
        super().__init__()
        self.list = QueueList(COLUMNS, empty="queue.empty")
        self.queue: QueueView
        self._find = FindLine()
        self._preview = Preview()
        self._hits: list[bytes] = []
        self._found: dict[bytes, Hit] = {}
        self._before = ""
        self._timer: Timer | None = None

    @property
    def workspace(self) -> Workspace:
        workspace: Workspace = self.app.services.workspace
        return workspace

    @property
    def sought(self) -> str:
        """What the list is narrowed to, for a search of everything."""
        return self.queue.typed

    def show_rows(self) -> None:
        """Show what the queue gives now."""

    def look(self) -> None:
        """Show what is under the cursor now."""

    def say_empty(self) -> None:
        """Let an empty list say why: nothing here, nothing with this filter, or something in other sections."""
        if not self.queue.typed:
            self.list.say_empty("queue.empty")
        elif elsewhere := self.queue.elsewhere():
            names = [f"{text(f'queue.section.{name}')} {n}" for name, n in elsewhere.items()]
            self.list.say_empty("queue.empty.elsewhere", sections=", ".join(names[:_NAMED]))
        else:
            self.list.say_empty("queue.empty.filter")

    @property
    def _narrowed(self) -> bool:
        # The lines around the screen are dressed as soon as it is on the stack, before it is mounted.
        return hasattr(self, "queue") and bool(self.queue.typed or self._hits)

    def do_list_filter(self, argument: str = "") -> None:
        self._before = self.queue.typed
        if argument:
            self._filter(argument)
            self._settle()
        else:
            self._find.ask("filter", "queue.find.filter", self.queue.typed, completer(self.workspace))

    def do_list_jump(self, argument: str = "") -> None:
        if argument:
            self._jump(argument)
            self._settle(argument)
        else:
            self._find.ask("jump", "queue.find.jump")

    def do_queue_mark(self, argument: str = "") -> None:
        if argument:
            self._mark(argument)
        else:
            self._find.ask("mark", "queue.find.mark", complete=completer(self.workspace))

    def do_queue_code(self, argument: str = "") -> None:
        if argument:
            self.app.go("case", self.workspace.resolve(argument).hex())
        else:
            self._find.ask("code", "queue.find.code")

    def on_find_line_typed(self, event: FindLine.Typed) -> None:
        self._find.refuse(None)
        try:
            if event.mode == "filter":
                self._filter(event.typed)
            elif event.mode == "jump":
                self._jump(event.typed)
        except RefusedError as problem:
            self._find.refuse(problem)

    def on_find_line_entered(self, event: FindLine.Entered) -> None:
        try:
            match event.mode:
                case "filter":
                    self._filter(event.typed)
                case "mark":
                    self._mark(event.typed)
                case "code" if event.typed.strip():
                    self.app.go("case", self.workspace.resolve(event.typed).hex())
        except (RefusedError, NotFoundError) as problem:
            self._find.refuse(problem)
            return
        self._settle(event.typed if event.mode == "jump" else "")
        self.set_focus(self.list)

    def on_find_line_left(self, event: FindLine.Left) -> None:
        if event.mode == "filter":
            self._filter(self._before)
        elif event.mode == "jump":
            self._hits = []
        self._settle()
        self.set_focus(self.list)

    def _filter(self, typed: str) -> None:
        self.queue.narrow(typed)
        self.show_rows()
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(_QUIET, self._texts) if typed else None
        if not typed:
            self._found = {}

    def _texts(self) -> None:
        self._timer = None
        self._found = self.queue.hits()
        if self.queue.search_texts():
            self.show_rows()
            if not self._find.asking:
                self._settle()

    def _jump(self, typed: str) -> None:
        """Every case whose title or text has the words; the cursor goes to the next one."""
        words = fold_text(typed).split()
        self._found = self.queue.hits(typed)
        cases = filter(None, map(self.queue.case, self.queue.rows.ids))
        self._hits = [
            case.id for case in cases if words and (case.id in self._found or all(word in case.hay for word in words))
        ]
        if self._hits and self.list.cursor_id not in self._hits:
            here = self.queue.rows.index(self.list.cursor_id) or 0
            after = (id for id in self._hits if (self.queue.rows.index(id) or 0) > here)
            self.list.move_to(next(after, self._hits[0]))
        self.look()
        self.flags_changed()

    def do_queue_hit_next(self, by: int = 1) -> None:
        id = self.list.cursor_id
        place = self._hits.index(id) + by if isinstance(id, bytes) and id in self._hits else 0
        place %= len(self._hits)
        self.list.move_to(self._hits[place])
        self.app.note("queue.note.hit", n=place + 1, all=len(self._hits))

    def do_queue_hit_previous(self) -> None:
        self.do_queue_hit_next(-1)

    def _settle(self, jumped: str = "") -> None:
        """Leave the line with what the list is narrowed to."""
        found = len(self.queue.rows)
        if jumped:
            said = count("queue.said.hits", len(self._hits), words=jumped)
        elif self.queue.typed:
            extra = found - self.queue.rows.titles
            said = count("queue.said.filter", found, query=self.queue.typed) + (
                count("queue.said.texts", extra) if extra else ""
            )
            said += text("queue.said.indexing") if not self.workspace.index_ready else ""
        else:
            said = ""
        self._find.say(said)
        self.flags_changed()

    def do_queue_clear(self) -> None:
        self._hits = []
        self._filter("")
        self._settle()

    def do_app_back(self) -> None:
        if self.list.marked:
            self.list.clear_marks()
        elif self._narrowed:
            self.do_queue_clear()
        else:
            self.app.back()

    def _mark(self, typed: str) -> None:
        """Mark what the filter finds among the rows shown."""
        self.list.mark(self.queue.matching(typed))
        self.app.note("queue.note.marked", n=len(self.list.marked))
