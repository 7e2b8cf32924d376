"""The list of cases (werkvoorraad): what to do first, found and handled without opening each case.

Invariants: ten thousand rows cost what is visible; a change of one case that leaves the order alone repaints one line;
an act on several cases says on how many. A hallway: rows and order are in ``queue_view``, finding in ``queue_find``,
acts in ``case_steps``, ``queue_acts`` and ``closing``. Callers: the table of places.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from vp_tui.domain.commands import CloseCase, HandOver
from vp_tui.domain.queue import SECTIONS, SORTS
from vp_tui.domain.text import fold_text
from vp_tui.errors import RefusedError, UsageError, VpError
from vp_tui.i18n import text
from vp_tui.tui.consequence import Consequence
from vp_tui.tui.screens import case_steps, closing, queue_acts, queue_saved
from vp_tui.tui.screens.case_words import Words
from vp_tui.tui.screens.queue_find import QueueFinding
from vp_tui.tui.screens.queue_preview import lines_of
from vp_tui.tui.screens.queue_view import QueueView
from vp_tui.tui.widgets.queue_list import QueueList

if TYPE_CHECKING:
    from vp_tui.workspace.views import Notice

__all__ = ["QueueScreen", "section_line"]

# A preview with room shows so many entries, and so many characters of each.
_LATEST = 3
_GLIMPSE = 600


def section_line(counts: dict[str, int], current: str, width: int) -> str:
    """The sections with their counts, as many as fit around the current one; "<" and ">" say that there are more."""
    parts = [f"{text(f'queue.section.{name}')} {counts.get(name, 0)}" for name in SECTIONS]
    here = SECTIONS.index(current)
    parts[here] = f"[{parts[here]}]"
    first, last = here, here

    def size(start: int, end: int) -> int:
        return sum(cell_len(part) + 2 for part in parts[start : end + 1]) + 4

    while True:
        if last + 1 < len(parts) and size(first, last + 1) <= width:
            last += 1
        elif first > 0 and size(first - 1, last) <= width:
            first -= 1
        else:
            break
    more = "<" if first else " ", ">" if last + 1 < len(parts) else ""
    return f"{more[0]} {'  '.join(parts[first : last + 1])} {more[1]}".rstrip()


class QueueScreen(QueueFinding):
    """Place number 2."""

    scope: ClassVar[str] = "queue"
    DEFAULT_CSS: ClassVar[str] = """
    QueueScreen .queue--sections { height: 1; text-style: bold; color: $primary; }
    QueueScreen .queue--split { height: 1fr; }
    QueueScreen.-wide .queue--split { layout: horizontal; }
    QueueScreen .queue--main { width: 1fr; height: 1fr; }
    QueueScreen.-wide Preview { width: 42; height: 1fr; border-top: none; border-left: ascii $panel; }
    QueueScreen.-low Preview, QueueScreen.-narrow Preview { display: none; }
    QueueScreen .queue--first { height: auto; padding: 1 4; display: none; }
    QueueScreen.-unused .queue--first { display: block; }
    QueueScreen.-unused QueueList { height: 3; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._sections = Static("", classes="queue--sections", markup=False)
        self._stale = False
        self._unsubscribe: Callable[[], None] = lambda: None
        self._to_close: CloseCase | None = None
        self._to_hand: HandOver | None = None

    def body(self) -> ComposeResult:
        yield self._sections
        with Container(classes="queue--split"):
            with Vertical(classes="queue--main"):
                yield self.list
                yield Static(Content(text("queue.first")), classes="queue--first")
                yield self._find
            yield self._preview

    # -- what it shows -----------------------------------------------------------------------------------------------

    def on_mount(self) -> None:
        self.queue = QueueView(self.workspace)
        self._unsubscribe = self.workspace.subscribe(self._noticed)
        self.set_focus(self.list)
        self.show_rows()

    def on_unmount(self) -> None:
        self._unsubscribe()

    def on_resize(self) -> None:
        self._head()

    def on_screen_resume(self) -> None:
        if self._stale:
            self._renew(frozenset())

    def _noticed(self, notice: Notice) -> None:
        if notice.kind == "views":
            return
        if self.is_current:
            self.call_next(self._renew, notice.cases)
        else:
            # A case lies on top: what changed is shown when somebody comes back.
            self._stale = True

    def _renew(self, cases: frozenset[bytes]) -> None:
        self._stale = False
        if self.queue.renew():
            self.show_rows()
        else:
            if cases:
                self.list.touch(*cases)
            else:
                self.list.refresh()
            self._head()
            self.look()

    def show_rows(self) -> None:
        self.set_class(self.queue.unused, "-unused")
        if not len(self.queue.rows):
            self.say_empty()
        self.list.show(self.queue.rows)
        self._head()
        self.look()
        self.flags_changed()

    def _head(self) -> None:
        if self.is_mounted and hasattr(self, "queue"):
            line = section_line(self.queue.counts, self.queue.section, self.size.width)
            if str(self._sections.visual) != line:
                self._sections.update(Content(line))

    def look(self, *, now: bool = True) -> None:
        self._preview.show(self._glimpse, now=now, words=self.queue.words if self._found else "")

    def _glimpse(self, roomy: bool) -> list[str]:
        """The case under the cursor; with room also its title, its readers, and what was written last."""
        case = self.queue.case(self.list.cursor_id)
        if case is None:
            return []
        hit = self._found.get(case.id)
        lines = lines_of(self.queue, case, hit.snippet if hit is not None else "")
        if not roomy:
            return lines
        try:
            words = Words.of(self.workspace, self.workspace.case(case.id))
        except VpError:
            return lines
        parts = [part.strip() for line in lines for part in line.split("  ") if part.strip()]
        latest = words.items(words.state.timeline)[:_LATEST]
        written = [f"{entry.head}, {entry.aside}:\n{entry.body[:_GLIMPSE]}" for entry in latest]
        return [words.title(), *parts, words.readers("dossier"), *written]

    def on_queue_list_moved(self) -> None:
        self.look(now=False)

    def on_queue_list_opened(self, event: QueueList.Opened) -> None:
        event.stop()
        if isinstance(event.id, bytes):
            self.app.go("case", event.id.hex())

    def flags(self) -> Iterable[str]:
        return [flag for flag, holds in (("hits", self._hits), ("narrowed", self._narrowed)) if holds]

    # -- sections and order ------------------------------------------------------------------------------------------

    def do_queue_section_next(self, by: int = 1) -> None:
        self.queue.choose(SECTIONS[(SECTIONS.index(self.queue.section) + by) % len(SECTIONS)])
        self.show_rows()

    def do_queue_section_previous(self) -> None:
        self.do_queue_section_next(-1)

    def do_queue_section(self, argument: str = "") -> None:
        names = {fold_text(text(f"queue.section.{name}")): name for name in SECTIONS} | {
            name: name for name in SECTIONS
        }
        found = [name for said, name in names.items() if argument and said.startswith(fold_text(argument))]
        if not found:
            raise UsageError("section-unknown", name=argument)
        self.queue.choose(found[0])
        self.show_rows()

    def do_queue_sort(self, argument: str = "") -> None:
        reverse, sort = self.queue.sort.startswith("-"), self.queue.sort.removeprefix("-")
        chosen = argument.removeprefix("-") or SORTS[(SORTS.index(sort) + 1) % len(SORTS)]
        if chosen not in SORTS:
            raise RefusedError("sort-unknown")
        self._order(f"-{chosen}" if argument.startswith("-") or (reverse and not argument) else chosen)

    def do_queue_reverse(self) -> None:
        sort = self.queue.sort
        self._order(sort.removeprefix("-") if sort.startswith("-") else f"-{sort}")

    def _order(self, sort: str) -> None:
        self.queue.order_by(sort)
        self.show_rows()
        name = text(f"domain.sort.{sort.removeprefix('-')}")
        self.app.note("queue.note.reversed" if sort.startswith("-") else "queue.note.sorted", sort=name)

    # -- marks -------------------------------------------------------------------------------------------------------

    def do_queue_mark_all(self) -> None:
        self._mark("")

    def _targets(self) -> Sequence[bytes]:
        return [id for id in self.list.targets() if isinstance(id, bytes)]

    async def do_queue_state(self, argument: str = "") -> None:
        await case_steps.change_state(self, self._targets(), argument)

    async def do_queue_next(self) -> None:
        await case_steps.next_action(self, self._targets())

    async def weigh_queue_close(self) -> Consequence | None:
        cases = self._targets()
        self._to_close = await closing.ask_closing(self, cases)
        return closing.consequence(self.workspace, cases, self._to_close) if self._to_close else None

    async def do_queue_close(self) -> None:
        if (command := self._to_close) is not None:
            done = await case_steps.each(self, self._targets(), lambda state: command)
            self.app.note("queue.note.closed", n=done)

    async def do_queue_snooze(self, argument: str = "") -> None:
        await queue_acts.snooze(self, self._targets(), argument)

    async def do_queue_tag(self, argument: str = "") -> None:
        await queue_acts.tag(self, self._targets(), argument)

    async def weigh_queue_hand_over(self) -> Consequence | None:
        self._to_hand = await queue_acts.ask_hand_over(self, self._targets())
        if self._to_hand is None:
            return None
        return queue_acts.hand_over_consequence(self.workspace, self._targets(), self._to_hand)

    async def do_queue_hand_over(self) -> None:
        if (command := self._to_hand) is not None:
            await queue_acts.hand_over(self, self._targets(), command)

    # -- elsewhere ---------------------------------------------------------------------------------------------------

    def do_queue_new(self) -> None:
        self.app.go("register")

    async def do_queue_views(self, argument: str = "") -> None:
        await queue_saved.open_view(self, argument)

    async def do_queue_view_save(self, argument: str = "") -> None:
        await queue_saved.save_view(self, argument)

    async def do_queue_view_drop(self, argument: str = "") -> None:
        await queue_saved.drop_view(self, argument)

    def use(self, query: str, sort: str) -> None:
        """Show a saved view: all cases that its query finds, in its order."""
        self._hits = []
        self.queue.section, self.queue.sort = "all", sort
        self._filter(query)
        self._settle()

    @property
    def query_shown(self) -> str:
        """The section and the filter as one query."""
        section = self.queue.section
        return f"{'' if section == 'all' else f'is:{section} '}{self.queue.typed}".strip()
