"""The loop of the line mode: say where we are, read a line, do what it means.

Invariants: a line is a number, a key of an action, or the words of a command, in that order, and ends in the same guard
and the same typed word as on the screens; silence locks, a signal seals drafts and wipes keys, and the end of input ends
the program. Callers: ``open_plain`` for the command line.
"""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable, Mapping
from importlib import import_module
from inspect import isawaitable
from types import MappingProxyType
from typing import Any

from vp_tui.device.config import Config
from vp_tui.device.hardening import guard as guard_loop
from vp_tui.device.paths import Paths
from vp_tui.errors import LockedError, UsageError, VpError
from vp_tui.i18n import LANGUAGES, set_language, text
from vp_tui.tui import exline, keymap
from vp_tui.tui.actions.registry import Action, Context
from vp_tui.tui.actions.table import registry
from vp_tui.tui.plain.console import Console, Ended, Idle, Left
from vp_tui.tui.plain.view import View
from vp_tui.tui.session import Session, open_session

__all__ = ["VIEWS", "PlainApp", "open_plain"]

# Place -> the view that tells it; loaded when somebody goes there.
VIEWS = {
    "start": "vp_tui.tui.plain.enrol:StartView",
    "waiting": "vp_tui.tui.plain.enrol:WaitingView",
    "changes": "vp_tui.tui.plain.team:ChangesView",
    "queue": "vp_tui.tui.plain.queue:QueueView",
    "case": "vp_tui.tui.plain.case:CaseView",
    "team": "vp_tui.tui.plain.team:TeamView",
    "audit": "vp_tui.tui.plain.control:AuditView",
    "clients": "vp_tui.tui.plain.control:ClientsView",
    "preferences": "vp_tui.tui.plain.control:PreferencesView",
}
_FIRST = "queue"
_ENDING = (signal.SIGHUP, signal.SIGTERM, signal.SIGQUIT)


class PlainApp:
    """One session at one console."""

    def __init__(self, session: Session, console: Console) -> None:
        self.session = session
        self.console = console
        self.registry = registry(session.settings().keys)
        self.places: list[tuple[str, str]] = []
        self.view = View(self)
        self.over = False

    # -- where we are ------------------------------------------------------------------------------------------------

    def go(self, place: str, argument: str = "") -> None:
        """Open a place next; what was open is underneath."""
        if not self.places or self.places[-1] != (place, argument):
            self.places.append((place, argument))

    def back(self) -> None:
        """Close what lies on top."""
        if len(self.places) > 1:
            self.places.pop()
        else:
            self.console.say(text("app.note.root"))

    def note(self, key: str, **facts: object) -> None:
        """Say one line."""
        self.console.say(text(key, **facts))

    def context(self) -> Context:
        """What the guards may know."""
        flags = {*self.view.flags(), self.session.connection().state}
        if self.session.stage == "open":
            flags.add("open")
        if self.view.numbered:
            flags.add("row")
        return Context(frozenset({self.view.scope}), frozenset(flags))

    def here(self) -> list[Action]:
        """The actions that somebody here can do."""
        return [action for action in self.registry.at(self.context()) if self._handler("do", action)]

    def _handler(self, verb: str, action: Action) -> Callable[..., Any] | None:
        name = f"{verb}_{action.id.replace('.', '_')}"
        return next((found for who in (self.view, self) if (found := getattr(who, name, None))), None)

    def __getattr__(self, name: str) -> Callable[[], None]:
        # do_go_<place> for every place that has a view.
        if name.startswith("do_go_") and (place := name.removeprefix("do_go_")) in VIEWS:
            return lambda: self.go(place)
        raise AttributeError(name)

    # -- the loop ----------------------------------------------------------------------------------------------------

    async def run(self) -> int:
        """Until somebody stops or the input ends; returns the exit status."""
        loop = asyncio.get_running_loop()
        guard_loop(loop)
        loop.add_signal_handler(signal.SIGINT, self.console.interrupt)
        for number in _ENDING:
            loop.add_signal_handler(number, self._end_now, number)
        self.console.say(text("plain.welcome"), text("plain.stays"))
        try:
            while not self.over:
                await self._turn()
        except Ended:
            self.console.say(text("plain.ended"))
        finally:
            await self.session.lock()
        return 0

    def _end_now(self, number: int) -> None:
        self.session.emergency()
        os._exit(128 + number)

    async def _turn(self) -> None:
        try:
            if self.session.stage == "locked":
                await self._unlock()
                return
            await self._open(*self._place())
            while not self.over and self._place() == self._told:
                await self._command()
        except Left:
            self.console.say(text("plain.left"))
        except Idle:
            await self.session.lock()
            self.console.say(text("app.lock.why"))
        except VpError as problem:
            self.console.tell(problem)

    def _place(self) -> tuple[str, str]:
        """Where we should be: what must be seen first, the first start, or what was asked for."""
        if self.session.stage == "empty":
            return self.places[-1] if self.places else ("start", "")
        if gate := self.session.gate():
            return (gate, "")
        if not self.places or self.places[0][0] == "start":
            self.places = [(_FIRST, "")]
        return self.places[-1]

    async def _open(self, place: str, argument: str) -> None:
        module, _, name = VIEWS[place].partition(":")
        self.view = getattr(import_module(module), name)(self, argument)
        self._told = (place, argument)
        await self.view.arrive()
        self.console.say("", self._heading())
        self.view.tell()

    def _heading(self) -> str:
        state, pending = self.session.connection()
        alarms = self.session.alarms()
        parts = [
            "DEMO" if self.session.demo else "",
            text(self.view.title),
            self.session.identity(),
            self.session.practice(),
            text(f"app.status.{state}") if self.session.stage == "open" else "",
            text("app.status.pending", n=pending) if pending else "",
            text(f"audit.banner.{'one' if alarms == 1 else 'other'}", n=alarms) if alarms else "",
        ]
        return " - ".join(part for part in parts if part)

    async def _unlock(self) -> None:
        if self.session.unattended:
            passphrase = ""
        else:
            passphrase = await self.console.read(f"{text('app.lock.passphrase')}:", secret=True)
            self.console.say(text("app.lock.busy"))
        try:
            await self.session.unlock(passphrase)
        except LockedError as problem:
            self.console.tell(problem)
            if problem.key in ("keyring-locked", "keyring-silent"):
                await self.open_keyring()

    async def open_keyring(self) -> None:
        """Ask for the keyring's password and open it."""
        self.console.say(text("start.keyring.why"), text("start.keyring.new"))
        await self.session.open_keyring(await self.console.read(f"{text('start.keyring.password')}:", secret=True))

    # -- one line ----------------------------------------------------------------------------------------------------

    async def _command(self) -> None:
        line = (await self.console.read(f"{text(self.view.title)}>")).strip()
        if not line:
            return
        try:
            if line.isdigit():
                await self._number(int(line))
            else:
                action, argument = self._means(line.removeprefix(":").strip())
                await self.perform(action, argument)
        except Left:
            self.console.say(text("plain.left"))
        except VpError as problem:
            self.console.tell(problem)

    async def _number(self, number: int) -> None:
        if not 0 < number <= len(self.view.numbered):
            raise UsageError("plain.no-such-row", n=len(self.view.numbered))
        line = self.view.numbered[number - 1]
        self.view.chosen = line.id
        await self.view.choose(line)

    def _means(self, line: str) -> tuple[Action, str]:
        for action in self.here():
            if line in (*action.keys, *map(keymap.shown, action.keys)):
                return action, ""
        return exline.parse(line, self.registry, self.here())

    async def perform(self, action: Action, argument: str = "") -> None:
        """Do an action through its guard, and after the word if it has consequences."""
        do = self._handler("do", action)
        if do is None:
            raise UsageError("exline.elsewhere", word=action.command or action.label)
        if (reason := action.guard(self.context())) is not None:
            self.note("app.note.disabled", action=action.label, reason=text(reason))
            return
        given = (argument,) if action.argument else ()
        if action.consequence:
            question = await _settled(weigh(*given)) if (weigh := self._handler("weigh", action)) else None
            if question is None:
                return
            if not question.word:
                question = question.with_word(f"{action.label_key}.word")
            if not await self.console.agreed(question):
                self.console.say(text("plain.left"))
                return
        await _settled(do(*given))

    # -- what can be done everywhere ---------------------------------------------------------------------------------

    def do_app_help(self) -> None:
        context = self.context()
        self.console.say(text("plain.help"), *(self._help(action, context) for action in self.here()))

    @staticmethod
    def _help(action: Action, context: Context) -> str:
        words = f":{action.command}" if action.command else keymap.shown(action.keys[0]) if action.keys else ""
        reason = action.guard(context)
        return f"{words}: {action.sentence}" + (f" {text('app.help.now')} {text(reason)}" if reason else "")

    def do_app_back(self) -> None:
        self.back()

    def do_app_redraw(self) -> None:
        self.view.tell()

    async def do_app_lock(self) -> None:
        await self.session.lock()

    async def do_app_language(self, argument: str = "") -> None:
        if argument not in LANGUAGES:
            raise UsageError("language.unknown", name=argument)
        set_language(argument)
        self.view.tell()

    def do_app_quit(self) -> None:
        self.over = True


async def _settled(result: Any) -> Any:
    return await result if isawaitable(result) else result


def open_plain(
    paths: Paths,
    config: Config,
    identity: str | None = None,
    *,
    passphrase: str | None = None,
    environ: Mapping[str, str] = MappingProxyType({}),
) -> int:
    """Run the line mode on standard input and output; returns the exit status. Raises UsageError identity-*, keymap.*."""
    session = open_session(paths, config, identity, passphrase, environ)
    console = Console(patience=session.settings().lock_after)
    return asyncio.run(PlainApp(session, console).run())
