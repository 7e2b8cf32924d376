"""Where a person is, was, and may go.

Invariants: a view is a place and an opaque id, so the history may survive what a lock takes away; while a gate stands
(membership changes to acknowledge, a device that is not admitted), nothing else opens. Callers: the application.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from vp_tui.tui.screens.table import Place
from vp_tui.tui.services import View

if TYPE_CHECKING:
    from vp_tui.tui.app import VpApp

__all__ = ["DOORS", "Navigator"]

# Modes for what is shown alone: the lock, the first start, nothing. Two, since Textual cannot replace the only screen
# of a mode.
DOORS = ("door", "porch")


class Navigator:
    """Places, the views so far, and the screens that show them (one Textual mode per place that stands alone)."""

    def __init__(self, app: VpApp, places: Iterable[Place]) -> None:
        self._app = app
        self.places = {place.name: place for place in places}
        self.tabs = sorted((place for place in self.places.values() if place.number), key=lambda place: place.number)
        self._views: list[View] = []
        self._at = -1
        self._heeded = ""
        # Screens come and go in several steps, which must not interleave.
        self._moving = asyncio.Lock()

    @property
    def here(self) -> View | None:
        """The view that was asked for last."""
        return self._views[self._at] if self._views else None

    @property
    def has_earlier(self) -> bool:
        return self._at > 0

    @property
    def has_later(self) -> bool:
        return self._at + 1 < len(self._views)

    def root(self, name: str) -> Place | None:
        """The place on top of which ``name`` opens, or itself."""
        place = self.places.get(name)
        while place is not None and place.parent:
            place = self.places[place.parent]
        return place

    def go(self, view: View) -> None:
        """Open ``view`` and remember it."""
        self._record(view)
        self._show(view)

    async def reach(self, view: View) -> None:
        """The same, until it is there."""
        self._record(view)
        await self.open(view)

    def back(self) -> bool:
        """Close what lies on top, or leave a place that is no tab; False where neither can be done."""
        if self._gate() and self.here is not None:
            self._show(self.here)
        elif self._came_from_elsewhere():
            self.step(-1)
        elif len(self._app.screen_stack) > 1:
            self._app.run_worker(self._pop())
        elif self.has_earlier and (root := self.places.get(self._app.current_mode)) and not root.number:
            self.step(-1)
        else:
            return False
        return True

    def _came_from_elsewhere(self) -> bool:
        """Whether what lies on top was opened from another tab, to which one goes back."""
        here = self.here
        if here is None or not self.has_earlier or not self.places[here.place].parent:
            return False
        earlier = self._views[self._at - 1]
        return self.root(earlier.place) != self.root(here.place)

    def step(self, by: int) -> None:
        """Along the views so far, without changing them."""
        if 0 <= self._at + by < len(self._views):
            self._at += by
            self._show(self._views[self._at])

    def last(self) -> None:
        """To the view before this one, which thereby becomes the one before."""
        if self.has_earlier:
            self.go(self._views[self._at - 1])

    def trim(self) -> None:
        """Forget all views but the last."""
        self._views = [here] if (here := self.here) is not None else []
        self._at = len(self._views) - 1

    async def resume(self) -> None:
        """Open the last view, or the first tab where there is none or the first start is over."""
        root = self.root(self.here.place) if self.here is not None else None
        if root is None or root.name == "start":
            self._views, self._at = [View(self.tabs[0].name)], 0
        await self.open(self._views[self._at])
        # By the application: whoever called this may be a worker of the very screen that goes.
        self._app.run_worker(self._leave((*DOORS, "start")))

    async def heed(self) -> None:
        """Show the gate if a new one stands, or what was behind it when it is gone."""
        if self.here is not None and self._gate() != self._heeded:
            await self.open(self.here)

    async def open(self, view: View) -> None:
        """Show ``view``, or the gate that stands before it; nothing while the workspace is locked."""
        async with self._moving:
            self._heeded = self._gate()
            if self._heeded:
                view = View(self._heeded)
            place, root = self.places[view.place], self.root(view.place)
            assert root is not None
            if self._app.services.stage == "open" or root.name == "start":
                await self._open(view, place, root)

    async def _open(self, view: View, place: Place, root: Place) -> None:
        app = self._app
        if root.name not in app._screen_stacks:
            app.add_mode(root.name, lambda: self.load(root, View(root.name)))
        if app.current_mode != root.name:
            await app.switch_mode(root.name)
        if getattr(app.screen, "view", None) != view:
            below = View(place.parent, view.argument)
            while len(app.screen_stack) > 1 and getattr(app.screen, "view", View("")) != below:
                await app.pop_screen()
            if place.parent:
                await app.push_screen(self.load(place, view))
        app.dress()

    async def clear(self, make: Callable[[], Screen[Any]]) -> None:
        """Take down every screen, and show the one that ``make`` gives alone."""
        app = self._app
        # In one frame: what lies under a dialog must not be seen once more on the way out.
        async with self._moving:
            with app.batch_update():
                door = DOORS[app.current_mode == DOORS[0]]
                app.add_mode(door, make)
                await app.switch_mode(door)
                await self._leave(list(app._modes))

    async def _leave(self, modes: Iterable[str]) -> None:
        for name in modes:
            if name in self._app._modes and name != self._app.current_mode:
                await self._app.remove_mode(name)

    def load(self, place: Place, view: View) -> Screen[Any]:
        """A new screen of ``place``; its module is imported now, if it was not."""
        module, _, name = place.load.partition(":")
        factory = getattr(import_module(module), name)
        screen: Screen[Any] = factory(view.argument) if place.parent else factory()
        screen.view = view  # type: ignore[attr-defined]
        return screen

    def _gate(self) -> str:
        return self._app.services.gate() if self._app.services.stage == "open" else ""

    def _record(self, view: View) -> None:
        if self.here != view:
            self._views[self._at + 1 :] = [view]
            self._at += 1

    def _show(self, view: View) -> None:
        self._app.run_worker(self.open(view))

    async def _pop(self) -> None:
        await self._app.pop_screen()
        view = getattr(self._app.screen, "view", View(""))
        if view.place:
            self._record(view)
