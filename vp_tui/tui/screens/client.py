"""One client: its mandate card, its routes, and the register of pressure, under what is missing or running out.

Invariant: whoever works for the client sees all of it, coordinators change the card and the routes, and nothing here
leads to a case. A hallway: words come from ``client_words``, acts from ``client_acts``. Callers: the table of places.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from vp_tui.domain.client import ClientState
from vp_tui.domain.keyed import find
from vp_tui.domain.pressure import Pressure
from vp_tui.errors import NotFoundError
from vp_tui.i18n import count, text
from vp_tui.tui.consequence import Consequence
from vp_tui.tui.output.sanitise import clean
from vp_tui.tui.screens import client_acts, client_words
from vp_tui.tui.screens.live import LiveScreen
from vp_tui.tui.widgets.columns import clip
from vp_tui.tui.widgets.timeline import Entry, Timeline

__all__ = ["ClientScreen", "own_cases"]

_VIEWS = ("card", "routes", "pressure")
# Role bits: confidant and coordinator.
_COLLEAGUE = 3
_COORDINATOR = 2


def own_cases(screen: LiveScreen) -> dict[bytes, int]:
    """The open cases of the member herself, by client; those of others are nobody's business."""
    me = screen.workspace.me.member
    found: dict[bytes, int] = {}
    for row in screen.workspace.summaries():
        if row.owner == me and row.client is not None and row.state != "closed":
            found[row.client] = found.get(row.client, 0) + 1
    return found


class ClientScreen(LiveScreen):
    """Opens on top of the clients; ``argument`` is the client's id in hex."""

    scope: ClassVar[str] = "client"
    FOLLOWS: ClassVar[frozenset[str]] = frozenset({"clients", "members", "cases"})
    DEFAULT_CSS: ClassVar[str] = """
    ClientScreen .client--head { height: 1; padding: 0 1; text-style: bold; }
    ClientScreen .client--views { height: 1; padding: 0 1; }
    ClientScreen .client--concerns { height: auto; max-height: 3; padding: 0 1; color: $warning; text-style: bold; }
    ClientScreen.-low .client--concerns { max-height: 1; }
    """

    def __init__(self, argument: str) -> None:
        super().__init__()
        self.client = bytes.fromhex(argument)
        self.showing = "card"
        self.timeline = Timeline()
        self._head = Static("", classes="client--head", markup=False)
        self._tabs = Static("", classes="client--views", markup=False)
        self._concerns = Static("", classes="client--concerns", markup=False)

    def body(self) -> ComposeResult:
        yield self._head
        yield self._tabs
        yield self._concerns
        yield self.timeline

    def on_mount(self) -> None:
        self.set_focus(self.timeline)

    def on_resize(self) -> None:
        if self.is_mounted:
            self._renew()

    # -- what it shows -----------------------------------------------------------------------------------------------

    @property
    def state(self) -> ClientState:
        return self.workspace.client(self.client)

    def renew(self) -> None:
        try:
            state = self.state
        except NotFoundError:
            self.app.back()
            return
        width = max(20, self.app.size.width - 2)
        cases = count("clients.cases", own_cases(self).get(self.client, 0))
        self._head.update(Content(clip(f"{state.code} {state.name}   {cases}", width)))
        names = {
            "card": text("clients.view.card"),
            "routes": text("clients.view.routes", n=len(state.routes)),
            "pressure": text("clients.view.pressure", n=len(state.pressures)),
        }
        tabs = "  ".join(f"[{names[view]}]" if view == self.showing else f" {names[view]} " for view in _VIEWS)
        self._tabs.update(Content(clip(tabs, width)))
        concerns = client_words.concerns(state, self.workspace.today())
        self._concerns.display = bool(concerns)
        self._concerns.update(Content(clean("! " + "; ".join(concerns))))
        self.timeline.show(self._entries(state), text(f"clients.empty.{self.showing}"))
        self.flags_changed()

    def _entries(self, state: ClientState) -> Sequence[Entry]:
        match self.showing:
            case "routes":
                return client_words.routes(state)
            case "pressure":
                return client_words.pressures(state, self._called, self.workspace.today())
        return client_words.card(state)

    def _called(self, member: bytes) -> str:
        return text("case.you") if member == self.workspace.me.member else self.workspace.member_name(member)

    def facts(self) -> Iterable[str]:
        roles = self.workspace.me.roles
        writes = bool(roles & _COORDINATOR) or (self.showing == "pressure" and bool(roles & _COLLEAGUE))
        entry = self.timeline.cursor_id is not None
        true = {
            "coordinator": roles & _COORDINATOR,
            "colleague": roles & _COLLEAGUE,
            "adder": writes,
            "addable": self.showing != "card" or self.state.mandate is None,
            "entry": entry or self.showing == "card",
            "route": entry and self.showing == "routes",
        }
        return [flag for flag, holds in true.items() if holds]

    def on_timeline_moved(self) -> None:
        self.flags_changed()

    # -- views -------------------------------------------------------------------------------------------------------

    def show_view(self, view: str) -> None:
        """Show the card, the routes or the register from its top."""
        if view != self.showing:
            self.showing = view
            self.timeline.forget()
            self.renew()

    def do_client_view_next(self, by: int = 1) -> None:
        self.show_view(_VIEWS[(_VIEWS.index(self.showing) + by) % len(_VIEWS)])

    def do_client_view_previous(self) -> None:
        self.do_client_view_next(-1)

    def look_at(self, item: bytes, words: str) -> None:
        """Show what a search has found here."""
        if find(self.state.routes, item) is not None:
            self.show_view("routes")
        elif find(self.state.pressures, item) is not None:
            self.show_view("pressure")
        self.timeline.find(words)
        self.timeline.move_to(item)

    # -- acts --------------------------------------------------------------------------------------------------------

    async def do_client_add(self) -> None:
        match self.showing:
            case "card":
                await client_acts.new_card(self, self.client)
            case "routes":
                await client_acts.edit_route(self, self.client, None)
            case _:
                await client_acts.record_pressure(self, self.client)

    async def do_client_edit(self) -> None:
        id = self.timeline.cursor_id or b""
        match self.showing:
            case "card":
                await client_acts.edit_card(self, self.client, id.decode())
            case "routes":
                await client_acts.edit_route(self, self.client, id)
            case _:
                await client_acts.answer_pressure(self, self.client, id)

    def weigh_client_remove(self) -> Consequence | None:
        route = find(self.state.routes, self.timeline.cursor_id or b"")
        if route is None:
            return None
        return Consequence(text("clients.route.remove", name=route.name), [text("clients.route.gone")])

    async def do_client_remove(self) -> None:
        await client_acts.remove_route(self, self.client, self.timeline.cursor_id or b"")

    async def do_client_pressure(self) -> None:
        self.show_view("pressure")
        await client_acts.record_pressure(self, self.client)

    async def do_client_refusal(self) -> None:
        await client_acts.show_refusal(self, self.client, self._asked())

    def _asked(self) -> Pressure | None:
        if self.showing != "pressure":
            return None
        return find(self.state.pressures, self.timeline.cursor_id or b"")

    async def do_client_name(self) -> None:
        await client_acts.rename(self, self.client)
