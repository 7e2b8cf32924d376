"""Help and palette are one thing: every action of this place, found by typing, done by Enter.

Invariant: what cannot be done now is shown too, with the reason in words; the list is the registry's, so it cannot be
out of date. Callers: ``VpApp.do_app_help`` (grouped, with sentences) and ``do_app_palette`` (what works now first).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from vp_tui.i18n import text
from vp_tui.tui import keymap
from vp_tui.tui.actions.registry import EVERYWHERE, Action, Context
from vp_tui.tui.dialogs.base import Dialog, plain
from vp_tui.tui.widgets.columns import Column
from vp_tui.tui.widgets.entry import Entry
from vp_tui.tui.widgets.queue_list import QueueList
from vp_tui.tui.widgets.rows import ListRows, Row

__all__ = ["ActionFinder", "matches"]


def matches(typed: str, haystack: str) -> bool:
    """Whether every word typed occurs, in any case."""
    haystack = haystack.lower()
    return all(word in haystack for word in typed.lower().split())


class ActionFinder(Dialog[str]):
    """The id of the action to do, or None."""

    GUARD = 0.0

    DEFAULT_CSS = """
    ActionFinder > Vertical { height: 100%; max-height: 24; }
    ActionFinder Horizontal { height: 1; }
    ActionFinder Horizontal Static { width: auto; padding: 0 1 0 0; }
    ActionFinder .finder--sentence { height: 2; color: $muted; }
    """

    def __init__(self, title: str, actions: Sequence[Action], context: Context, *, grouped: bool) -> None:
        super().__init__(title)
        self._actions = actions
        self._here = context
        self._grouped = grouped
        self._entry = Entry()
        self._list = QueueList(
            (
                Column("app.help.key", 13),
                Column("app.help.action", 16, flex=1),
                Column("app.help.words", 16, rank=2),
                Column("app.help.now", 12, flex=2, rank=1),
            ),
            empty="app.help.nothing",
        )
        self._sentence = Static("", classes="finder--sentence", markup=False)

    def body(self) -> ComposeResult:
        with Horizontal():
            yield plain(text("app.help.search"), "dialog--strong")
            yield self._entry
        yield self._list
        yield self._sentence

    def on_mount(self) -> None:
        self.set_focus(self._entry)
        self._fill("")

    def on_input_changed(self, event: Entry.Changed) -> None:
        self._fill(event.value)

    def on_input_submitted(self) -> None:
        action = self._current()
        if action is not None and action.guard(self._here) is None:
            self.dismiss(action.id)

    def on_queue_list_moved(self) -> None:
        action = self._current()
        lines = [] if action is None else [action.sentence, self._reason(action)]
        self._sentence.update(Content("\n".join(lines)))

    def on_key(self, event: events.Key) -> None:
        moves = {"down": "down", "up": "up", "pagedown": "page_down", "pageup": "page_up"}
        if event.key in moves:
            event.stop()
            getattr(self._list, f"do_list_{moves[event.key]}")()

    def _current(self) -> Action | None:
        wanted = self._list.cursor_id
        return next((action for action in self._actions if action.id == wanted), None)

    def _reason(self, action: Action) -> str:
        reason = action.guard(self._here)
        return text(reason) if reason else ""

    def _fill(self, typed: str) -> None:
        found = [
            action
            for action in self._actions
            if matches(typed, f"{action.label} {action.sentence} {' '.join(action.ex)} {action.id}")
        ]
        sections: list[tuple[int, str]] = []
        if self._grouped:
            # What belongs to this screen first, the way to other sheets after it, what works everywhere last.
            found.sort(key=lambda action: [action.scopes[0] == scope for scope in (EVERYWHERE, "list", "sheet")])
            start = 0
            for scope, group in groupby(found, key=lambda action: action.scopes[0]):
                sections.append((start, text(f"actions.scope.{scope}")))
                start += len(list(group))
        else:
            found.sort(key=lambda action: (bool(self._reason(action)), typed.lower() not in action.label))
        self._list.show(ListRows([self._row(action) for action in found], sections))
        # What Enter does is the best of what was found, not what the cursor stood on before.
        self._list.do_list_first()
        self.on_queue_list_moved()

    def _row(self, action: Action) -> Row:
        reason = self._reason(action)
        keys = " ".join(keymap.shown(chord) for chord in action.keys)
        words = f":{action.command}" if action.command else ""
        return Row(action.id, (keys, action.label, words, reason), tone="muted" if reason else "")
