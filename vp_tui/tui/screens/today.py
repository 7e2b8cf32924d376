"""*Vandaag*: every norm, promise and end that a member has to look at, in one list, red ones first.

Invariants: nothing here decides what is late, the domain's clock does; Enter goes to where a thing is dealt with, and
what is done in place is what needs no more than a key. Ten thousand cases cost what is visible. Callers: the table of
places; it is the first tab, hence what stands there after unlocking.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from vp_tui.domain.clock import DueItem
from vp_tui.errors import UsageError
from vp_tui.i18n import text
from vp_tui.tui.output.sanitise import clean_block
from vp_tui.tui.screens import calling, case_steps, contact_forms, queue_acts
from vp_tui.tui.screens.calendar_file import export_calendar
from vp_tui.tui.screens.live import LiveScreen
from vp_tui.tui.screens.today_view import CALLS, COLUMNS, WITHIN, TodayView, place_of
from vp_tui.tui.widgets.listing import Listing
from vp_tui.tui.widgets.queue_list import QueueList

if TYPE_CHECKING:
    from vp_tui.workspace.views import Notice

__all__ = ["TodayScreen"]

# Seconds after which hours that run out are looked at again.
_TICK = 60.0


class TodayScreen(LiveScreen):
    """Place number 1."""

    scope: ClassVar[str] = "today"
    DEFAULT_CSS: ClassVar[str] = """
    TodayScreen .today--head { height: 1; text-style: bold; color: $primary; padding: 0 1; }
    TodayScreen .today--calm { height: auto; padding: 1 4; display: none; }
    TodayScreen.-calm .today--calm { display: block; }
    TodayScreen.-calm QueueList { height: 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._head = Static("", classes="today--head", markup=False)
        self._calm = Static("", classes="today--calm", markup=False)
        self.list = Listing(COLUMNS, empty="today.empty")
        self.due: TodayView
        self._stale = False

    def body(self) -> ComposeResult:
        yield self._head
        yield self.list
        yield self._calm

    # -- what it shows -----------------------------------------------------------------------------------------------

    def on_mount(self) -> None:
        self.due = TodayView(self.workspace)
        self.set_focus(self.list)
        self._show()
        self.set_interval(_TICK, self._look_again)

    def on_screen_resume(self) -> None:
        if self._stale:
            self.renew()

    def _noticed(self, notice: Notice) -> None:
        self._stale = True
        if self.is_current:
            self.call_next(self._renew)

    def _look_again(self) -> None:
        if self.is_current:
            self._renew()

    def renew(self) -> None:
        if not hasattr(self, "due"):
            return
        self._stale = False
        if self.due.renew():
            self._show()
        else:
            self.list.refresh()

    def _show(self) -> None:
        calm = not len(self.due.rows)
        self.set_class(calm, "-calm")
        if calm:
            self._calm.update(Content(clean_block("\n".join(self.due.calm()))))
        self.list.show(self.due.rows)
        self._count()
        self.flags_changed()

    def on_resize(self) -> None:
        if hasattr(self, "due"):
            self._count()

    def _count(self) -> None:
        """How much there is of what, and how far ahead that looks, beside the other ways to look if there is room."""
        counts, horizons = self.due.counts(), self._horizons()
        here = f"[{horizons[self.due.within]}]"
        names = (here if key == self.due.within else name for key, name in horizons.items())
        line = f"{counts}   {'  '.join(names)}"
        fits = cell_len(line) <= self.app.size.width - 2
        self._head.update(Content(line if fits else f"{counts}   {here}"))

    @staticmethod
    def _horizons() -> dict[str, str]:
        return {name: text(f"today.within.{name}") for name in WITHIN}

    def here(self) -> DueItem | None:
        """What stands under the cursor."""
        return self.due.at(self.list.cursor_id) if hasattr(self, "due") else None

    def facts(self) -> Iterable[str]:
        item = self.here()
        if item is not None and item.kind == "next-action":
            yield "to_do"
        if item is not None and item.kind in CALLS:
            yield "to_call"

    # -- looking -----------------------------------------------------------------------------------------------------

    def on_queue_list_opened(self, event: QueueList.Opened) -> None:
        event.stop()
        if (item := self.due.at(event.id)) is not None:
            self.app.go(place_of(item, self.due.case(item) is not None), item.space.hex())

    def _look(self, within: str) -> None:
        self.due.look(within)
        self._show()

    def do_today_wider(self, by: int = 1) -> None:
        names = list(WITHIN)
        self._look(names[max(0, min(names.index(self.due.within) + by, len(names) - 1))])

    def do_today_nearer(self) -> None:
        self.do_today_wider(-1)

    def do_today_within(self, argument: str = "") -> None:
        said = argument.strip().lower()
        for name, label in self._horizons().items():
            if said and (label.startswith(said) or said == str(WITHIN[name])):
                self._look(name)
                return
        raise UsageError("section-unknown", name=argument)

    # -- doing -------------------------------------------------------------------------------------------------------

    def do_today_new(self) -> None:
        self.app.go("register")

    def do_today_requests(self) -> None:
        self.app.go("contacts")

    async def do_today_done(self) -> None:
        if (item := self.here()) is not None:
            await case_steps.complete(self, item.space)

    async def do_today_missed(self) -> None:
        if (item := self.here()) is None:
            return
        if self.due.case(item) is not None:
            await calling.missed(self, item.space)
        else:
            await contact_forms.missed(self, self.workspace.contact(item.space))

    async def do_today_snooze(self) -> None:
        if (item := self.here()) is not None:
            await queue_acts.snooze(self, [item.space])

    async def do_today_calendar(self, argument: str = "") -> None:
        await export_calendar(self, argument)
