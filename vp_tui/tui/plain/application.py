"""The application without a terminal, driven by lines.

Invariants: a line is a number, a key of an action or the words of a command, and is done through the same dispatch as
on a screen; a lock, a signal and a crash do what they do there. Callers: ``open_plain`` for the command line.
"""

from __future__ import annotations

import asyncio
import signal
import sys
from collections.abc import Mapping
from contextlib import suppress
from types import MappingProxyType
from typing import Any
from weakref import WeakKeyDictionary

from textual import events
from textual.screen import Screen

from vp_tui.device.config import Config
from vp_tui.device.paths import Paths
from vp_tui.errors import UsageError
from vp_tui.i18n import text
from vp_tui.tui import exline, keymap
from vp_tui.tui.app import VpApp
from vp_tui.tui.dialogs.base import Dialog
from vp_tui.tui.dialogs.confirm import ConfirmWord
from vp_tui.tui.plain.questions import fill, told, write
from vp_tui.tui.plain.speech import Target, heading, speak
from vp_tui.tui.plain.teletype import Ended, Left, Teletype
from vp_tui.tui.screens.base import VpScreen
from vp_tui.tui.screens.lock import LockScreen
from vp_tui.tui.session import Session, open_session
from vp_tui.tui.widgets.composer import Composer
from vp_tui.tui.widgets.entry import Entry
from vp_tui.tui.widgets.form import Form

__all__ = ["PlainApp", "open_plain"]

# Nobody sees it: high enough that nothing is hidden, not so wide that panes stand side by side.
_SIZE = (118, 200)
# Work that goes on behind a screen and is not waited for.
_BACKGROUND = frozenset({"teletype", "fetch", "check", "look", "warm"})
_BREATH = 0.02
# A message may need so many breaths from a widget to the work it asks for.
_QUIET = 3
# Seconds for one painting; breaths for the server's first answer after an unlock.
_PATIENCE = 0.5
_ANSWER = 150


class PlainApp(VpApp):
    """What stands on the screen, said on a teletype."""

    def __init__(self, session: Session, teletype: Teletype) -> None:
        super().__init__(session, session.settings())
        self.teletype = teletype
        self._targets: list[Target] = []
        self._known: WeakKeyDictionary[Screen[Any], set[str]] = WeakKeyDictionary()
        self._patience = _ANSWER

    async def on_mount(self) -> None:
        await super().on_mount()
        asyncio.get_running_loop().add_signal_handler(signal.SIGINT, self._interrupted)
        self.on_lock.append(self._locked)
        self.run_worker(self._converse(), group="teletype")

    def note(self, key: str, **facts: object) -> None:
        super().note(key, **facts)
        self.teletype.say([text(key, **facts)])

    def offer(self, what: str, until_ms: int) -> str:
        if said := super().offer(what, until_ms):
            self.teletype.say([said])
        return said

    def _locked(self) -> None:
        self.teletype.interrupt()

    def _interrupted(self) -> None:
        # ctrl+c leaves a question; while something runs there is none, and it stops that.
        if not self.teletype.interrupt():
            self.invoke("app.cancel")

    # -- the conversation --------------------------------------------------------------------------------------------

    async def _converse(self) -> None:
        self.teletype.say([text("plain.welcome"), text("plain.stays")])
        try:
            while not self._exit:
                await self._settle()
                self._tell()
                try:
                    await self._attend()
                except Left:
                    self._leave()
        except Ended:
            self.teletype.say([text("plain.ended")])
            self.do_app_quit()

    async def _settle(self) -> None:
        """Until what was asked for is on the screen: work done, or a question in front of it."""
        quiet = 0
        while quiet < _QUIET:
            quiet = quiet + 1 if self._quiet() else 0
            painted = asyncio.Event()
            self.screen.call_after_refresh(painted.set)
            with suppress(TimeoutError):
                # A screen that is just being left paints no more.
                await asyncio.wait_for(painted.wait(), _PATIENCE)
            await asyncio.sleep(_BREATH)

    def _quiet(self) -> bool:
        if not self.screen.is_mounted or self._unheard():
            return False
        busy = [worker for worker in self.workers if worker.is_running and worker.group not in _BACKGROUND]
        if isinstance(self.screen, Dialog):
            # Whoever asked is waiting for the dialog; only the dialog's own work counts.
            return not self.screen.guarding and all(worker.node is not self.screen for worker in busy)
        return not busy

    def _unheard(self) -> bool:
        """Just unlocked, and the server has not answered yet: the first lines would be stale, so wait a moment."""
        if self.services.stage != "open":
            self._patience = _ANSWER
        elif self.services.connection().state == "online":
            self._patience = 0
        elif self._patience:
            self._patience -= 1
        return self.services.stage == "open" and self._patience > 0

    def _tell(self) -> None:
        """Say a screen that was not said before, else what is new on it."""
        said = speak(self.screen)
        before = self._known.get(self.screen)
        lines = said.lines if before is None else [line for line in said.lines if line not in before]
        if before is None and isinstance(self.screen, VpScreen) and self.services.stage == "open":
            demo = "DEMO. " if self.services.demo else ""
            lines = ["", f"{demo}{heading(self.screen)}", *lines]
        self._known[self.screen], self._targets = set(said.lines), said.targets
        self.teletype.say(lines)

    async def _attend(self) -> None:
        """Ask what the screen asks for: a form, a text, a line, a word; else what to do."""
        screen, focused = self.screen, self.focused
        form = next(iter(screen.query(Form)), None)
        self.idle.touch()
        if form is not None and form.display and focused is not None and form in focused.ancestors:
            await fill(self.teletype, form)
            form.submit()
        elif isinstance(focused, Composer):
            await write(self.teletype, focused, text("plain.text"))
            focused.do_text_save()
        elif isinstance(focused, Entry):
            await self._enter_line(focused)
        elif isinstance(screen, Dialog):
            answer = (await self.teletype.read(text("plain.answer"))).strip()
            self.post_message(events.Key(answer[:1] or "enter", answer[:1] or None))
        else:
            await self._command()

    async def _enter_line(self, entry: Entry) -> None:
        screen = self.screen
        label = text("app.lock.passphrase") if isinstance(screen, LockScreen) else text("plain.answer")
        entry.value = await self.teletype.read(f"{label}:", secret=entry.password)
        await entry.action_submit()
        if isinstance(screen, ConfirmWord):
            await asyncio.sleep(_BREATH)
            if self.screen is screen:
                raise Left

    def _leave(self) -> None:
        """The question is not answered: what Esc does."""
        self.teletype.say([text("plain.left")])
        if isinstance(self.screen, Dialog):
            self.screen.do_dialog_cancel()
        elif isinstance(self.focused, Composer):
            self.focused.do_text_leave()
        elif any(isinstance(node, Form) for node in (self.focused.ancestors if self.focused else ())):
            self.screen.query_one(Form).do_text_leave()

    async def _command(self) -> None:
        line = (await self.teletype.read(text("plain.prompt"))).strip()
        if line.isdigit():
            self._number(int(line))
        elif line:
            try:
                self.invoke(*self._means(line))
            except UsageError as problem:
                self.teletype.say(told(problem))

    def _number(self, number: int) -> None:
        if not 0 < number <= len(self._targets):
            self.teletype.say(told(UsageError("plain.no-such-row")))
            return
        listed, id = self._targets[number - 1]
        listed.focus()
        listed.move_to(id)  # type: ignore[arg-type]
        listed.do_list_open()

    def _means(self, line: str) -> tuple[str, str]:
        here = self.dispatch.here()
        for action in () if line.startswith(":") else here:
            if line in (*action.keys, *map(keymap.shown, action.keys)):
                return action.id, ""
        action, argument = exline.parse(line.removeprefix(":").strip(), self.dispatch.registry, here)
        return action.id, argument

    async def do_app_help(self) -> None:
        """Every action of this place with its words, and why it cannot be done now if it cannot."""
        context = self.dispatch.context()
        for action in self.dispatch.here():
            if action.command or (action.keys and action.scopes != ("list",)):
                words = f":{action.command}" if action.command else keymap.shown(action.keys[0])
                reason = action.guard(context)
                now = f" {text('app.help.now')} {text(reason)}" if reason else ""
                self.teletype.say([f"{words}: {action.sentence}{now}"])

    do_app_palette = do_app_command = do_app_help


def open_plain(
    paths: Paths,
    config: Config,
    identity: str | None = None,
    *,
    passphrase: str | None = None,
    environ: Mapping[str, str] = MappingProxyType({}),
) -> int:
    """Run the line mode on standard input and output; its exit status. Raises UsageError identity-*, keymap.*."""
    app = PlainApp(open_session(paths, config, identity, passphrase, environ), Teletype())
    app.run(headless=True, size=_SIZE)
    if app._crash:
        print(text("app.crash", code=app._crash), file=sys.stderr)
        return 1
    return app.return_code or 0
