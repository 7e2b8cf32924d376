"""The ``:`` line. Tab completes, Enter does, an error stays on the line until it is mended.

Callers: ``VpApp.do_app_command``.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from vp_tui.errors import UsageError
from vp_tui.i18n import error as error_texts
from vp_tui.tui.actions.registry import Action, Registry
from vp_tui.tui.dialogs.base import Dialog, plain
from vp_tui.tui.exline import complete, parse
from vp_tui.tui.output.sanitise import clean
from vp_tui.tui.widgets.chrome import pack
from vp_tui.tui.widgets.entry import Entry

__all__ = ["CommandLine"]


class CommandLine(Dialog[tuple[str, str]]):
    """(action id, argument), or None."""

    GUARD = 0.0

    DEFAULT_CSS = """
    CommandLine > Vertical { border: none; padding: 0; max-width: 100%; }
    CommandLine.-unicode > Vertical { border: none; }
    CommandLine Horizontal { height: 1; }
    CommandLine .command--sign { width: 2; text-style: bold; }
    CommandLine .command--offers { height: 1; color: $muted; }
    CommandLine .command--offers.-error { color: $error; text-style: bold; }
    """

    def __init__(self, registry: Registry, here: Sequence[Action]) -> None:
        super().__init__("")
        self._actions = registry
        self._here = here
        self._entry = Entry()
        self._offers = Static("", classes="command--offers", markup=False)

    def body(self) -> ComposeResult:
        yield self._offers
        with Horizontal():
            yield plain(" :", "command--sign")
            yield self._entry

    def on_input_changed(self) -> None:
        self._say("  ".join(pack(self._fitting(), max(20, self.size.width), 1)))

    def on_key(self, event: events.Key) -> None:
        if event.key == "tab":
            event.stop()
            event.prevent_default()
            self._complete()
        elif event.key == "backspace" and not self._entry.value:
            self.dismiss(None)

    def on_input_submitted(self, event: Entry.Submitted) -> None:
        if not event.value.strip():
            self.dismiss(None)
            return
        try:
            action, argument = parse(event.value, self._actions, self._here)
        except UsageError as problem:
            title, hint = error_texts(problem)
            self._say(f" {title} {hint}", error=True)
        else:
            self.dismiss((action.id, argument))

    def _fitting(self) -> list[str]:
        return complete(self._entry.value, self._here)

    def _complete(self) -> None:
        found = self._fitting()
        if not found:
            return
        common = found[0]
        while not all(words.startswith(common) for words in found):
            common = common[:-1]
        if len(found) == 1:
            common += " "
        if len(common) > len(self._entry.value):
            self._entry.value = common
            self._entry.cursor_position = len(common)

    def _say(self, line: str, *, error: bool = False) -> None:
        self._offers.set_class(error, "-error")
        self._offers.update(Content(clean(line)))
