"""From a key to what is done: which action a key means here, whether it may be done, and who does it.

Invariants: keys, command line, palette and help all end in ``perform``, so none goes round a guard or a confirmation;
while somebody types, printable keys are text; keys typed before a dialog was there are dropped; a key that is disabled
says why. Callers: the application.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from inspect import isawaitable
from typing import TYPE_CHECKING, Any

from textual import events
from textual.dom import DOMNode
from textual.widgets import Input, TextArea

from vp_tui.errors import VpError
from vp_tui.i18n import text
from vp_tui.tui import keymap
from vp_tui.tui.actions.registry import DIALOG, EVERYWHERE, Action, Context, Reach, Registry
from vp_tui.tui.dialogs.base import Dialog
from vp_tui.tui.dialogs.confirm import ConfirmWord, Consequence
from vp_tui.tui.screens.sheets import SHEETS
from vp_tui.tui.screens.shutter import Shutter

if TYPE_CHECKING:
    from vp_tui.tui.app import VpApp

__all__ = ["Dispatch"]


class Dispatch:
    """The key router of one application."""

    def __init__(self, app: VpApp, registry: Registry) -> None:
        self._app = app
        self.registry = registry
        self.prefix = ""
        self._last: tuple[str, str] | None = None

    # -- where we are ------------------------------------------------------------------------------------------------

    def chain(self) -> Iterator[DOMNode]:
        """Who may do an action, nearest first: the focused widget, what it stands in, the screen, the application."""
        focused = self._app.focused
        nodes = list(focused.ancestors_with_self) if focused is not None else [self._app.screen]
        yield from (node for node in nodes if node is not self._app)
        yield self._app

    def context(self) -> Context:
        """Kinds of screen and focused widget, and all flags of the chain."""
        scopes, flags = set(), set(self._app.shell_flags())
        for node in self.chain():
            if scope := getattr(node, "scope", ""):
                scopes.add(scope)
            if (own := getattr(node, "flags", None)) is not None and node is not self._app:
                flags.update(own())
        if self._last is not None:
            flags.add("repeatable")
        return Context(frozenset(scopes), frozenset(flags))

    @property
    def typing(self) -> bool:
        """Whether the focused widget takes printable keys as text."""
        focused = self._app.focused
        return isinstance(focused, Input | TextArea) or getattr(focused, "takes_keys", False)

    def here(self) -> list[Action]:
        """The actions of this place that somebody in the chain can do."""
        context = self.context()
        return [action for action in self._reachable(context) if self._handler("do", action) is not None]

    def _reachable(self, context: Context) -> list[Action]:
        if DIALOG in context.scopes:
            own = context.scopes - {EVERYWHERE}
            return [a for a in self.registry if a.reach is Reach.ALWAYS or not own.isdisjoint(a.scopes)]
        return self.registry.at(context)

    def _handler(self, verb: str, action: Action) -> Callable[..., Any] | None:
        if action.id.startswith("go."):
            return partial(self._app.go, action.id.removeprefix("go.")) if verb == "do" else None
        place = action.id.removeprefix("sheet.")
        if place in SHEETS and (case := getattr(self._app.screen, "case", b"")):
            return partial(self._app.go, place, case.hex()) if verb == "do" else None
        name = f"{verb}_{action.id.replace('.', '_')}"
        return next((found for node in self.chain() if (found := getattr(node, name, None)) is not None), None)

    # -- keys --------------------------------------------------------------------------------------------------------

    def key(self, event: events.Key) -> bool:
        """Whether the key was an action, a part of one, or dropped; otherwise it belongs to the focused widget."""
        screen = self._app.screen
        if isinstance(screen, Shutter):
            return False
        if isinstance(screen, Dialog) and screen.guarding:
            return True
        pressed = keymap.spelled(event.key, event.character)
        start, self.prefix = f"{self.prefix} " if self.prefix else "", ""
        for action, keys in self.keyed(start):
            if pressed in keys:
                self.perform(action, "", self.context())
                return True
            if any(key.startswith(f"{pressed} ") for key in keys):
                self.prefix = f"{start}{pressed}"
        if start or self.prefix:
            self._app.dress()
        return bool(start or self.prefix)

    def keyed(self, start: str = "") -> list[tuple[Action, list[str]]]:
        """The actions that a key does now, each with what is left of its keys after ``start``, the begun chord."""
        typing = self.typing
        found = []
        for action in self.here():
            if typing and action.reach is Reach.NORMAL and not {"text", DIALOG} & set(action.scopes):
                continue
            keys = [key.removeprefix(start) for key in action.keys if key.startswith(start)]
            keys = [key for key in keys if not (typing and keymap.printable(key.split()[0]))]
            if keys:
                found.append((action, keys))
        return found

    # -- doing -------------------------------------------------------------------------------------------------------

    def perform(self, action: Action, argument: str, context: Context) -> None:
        """Do ``action`` if its guard allows, after the typed word if it has consequences."""
        do = self._handler("do", action)
        if do is None:
            return
        reason = action.guard(context)
        if reason is not None:
            self._app.note("app.note.disabled", action=action.label, reason=text(reason))
            return
        if action.id != "app.repeat" and action.scopes[0] not in (EVERYWHERE, "list", "text", DIALOG):
            self._last = (action.id, argument)
        given = (argument,) if action.argument else ()
        if action.consequence:
            self._app.run_worker(self._after_word(action, argument, do, given), group="actions")
            return
        try:
            result = do(*given)
        except VpError as problem:
            self._app.tell(problem)
            return
        if isawaitable(result):
            self._app.run_worker(self._finish(result), group="actions")

    def repeat(self) -> None:
        """Do the last action of a screen again."""
        if self._last is not None:
            name, argument = self._last
            self.perform(self.registry[name], argument, self.context())

    def forget(self) -> None:
        """Drop what was typed and done, for a lock."""
        self._last = None
        self.prefix = ""

    async def _after_word(self, action: Action, argument: str, do: Callable[..., Any], given: tuple[str, ...]) -> None:
        weigh = self._handler("weigh", action)
        try:
            consequence = weigh(*given) if weigh else Consequence(action.label, (action.sentence,))
            if isawaitable(consequence):
                consequence = await consequence
            if consequence is None:
                return
            if not consequence.word:
                consequence = replace(consequence, word=text(f"{action.label_key}.word"))
            if not await self._app.ask(ConfirmWord(consequence)):
                return
            result = do(*given)
        except VpError as problem:
            self._app.tell(problem)
            return
        if isawaitable(result):
            await self._finish(result)

    async def _finish(self, result: Any) -> None:
        try:
            await result
        except VpError as problem:
            self._app.tell(problem)
