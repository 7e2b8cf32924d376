"""The hallway: one application over a ``Services``, whose rooms are screens.

Invariants: a lock keeps drafts and takes every screen, the clipboard and the history out of memory before it is shown;
a key that comes after the idle limit does nothing but lock; nothing moves or blinks by itself.
Callers: the command line (``safety.run(VpApp(...))``), tests. Screens use ``go``, ``back``, ``ask``, ``tell``,
``note``, ``invoke``, ``lock``, ``apply``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar
from weakref import WeakSet

from textual import events
from textual.filter import Monochrome, NoColor
from textual.screen import Screen
from textual.scrollbar import ScrollBar
from textual.timer import Timer

from vp_tui.errors import UsageError, VpError
from vp_tui.i18n import LANGUAGES, set_language, text
from vp_tui.i18n import error as error_texts
from vp_tui.tui.actions.registry import Registry
from vp_tui.tui.actions.table import registry as build_registry
from vp_tui.tui.chrome import CLOSING, Chrome
from vp_tui.tui.delivery import deliver, settle
from vp_tui.tui.dialogs.base import Dialog
from vp_tui.tui.dialogs.message import MessageDialog
from vp_tui.tui.dispatch import Dispatch
from vp_tui.tui.idle import Idle
from vp_tui.tui.navigate import DOORS, Navigator
from vp_tui.tui.output.frame_diff import FrameDiff
from vp_tui.tui.output.sanitise import Cleaner
from vp_tui.tui.safety import SafeApp
from vp_tui.tui.screens.base import VpScreen
from vp_tui.tui.screens.lock import LockScreen
from vp_tui.tui.screens.shutter import Shutter
from vp_tui.tui.screens.table import PLACES, Place
from vp_tui.tui.services import Draft, Services, Settings, View
from vp_tui.tui.theme import THEMES, PlainBar, chosen
from vp_tui.tui.undoing import Undoing

__all__ = ["VpApp"]

T = TypeVar("T")

# What counts as somebody being there; moving the mouse does not.
_ACTIVITY = (events.Key, events.Paste, events.MouseDown, events.MouseScrollDown, events.MouseScrollUp)


class VpApp(SafeApp, FrameDiff, inherit_bindings=False):
    """Screens by number over one workspace."""

    TITLE = "vp"
    ALLOW_SELECT = False
    DEFAULT_MODE = DOORS[0]
    # Textual dims the screen under a dialog in terminal colours: every cell would be painted twice.
    CSS = "Screen { scrollbar-size-vertical: 1; } Screen.-screen-suspended { text-style: none; }"

    def __init__(
        self,
        services: Services,
        settings: Settings | None = None,
        *,
        registry: Registry | None = None,
        places: Iterable[Place] = PLACES,
    ) -> None:
        """Raises UsageError ``keymap.*`` for keys in ``settings`` that cannot be used."""
        self.services = services
        self.settings = settings or Settings()
        super().__init__(stock=self.settings.stock, scroll=self.settings.scroll, cursor=self.settings.a11y)
        self.dispatch = Dispatch(self, registry or build_registry(self.settings.keys))
        self.navigator = Navigator(self, places)
        self.chrome = Chrome(self)
        self.undoing = Undoing(self)
        self.add_mode(self.DEFAULT_MODE, self.get_default_screen)
        self.on_lock: list[Callable[[], None]] = []
        self.drafts: WeakSet[Draft] = WeakSet()
        self.idle = Idle(self.settings.lock_after if services.stage == "open" else self.settings.end_after)
        self._idle_timer: Timer | None = None
        self.animation_level = "none"
        self._disable_tooltips = self._disable_notifications = True
        # vp-mono sends no colour, which is more than Textual's grey version of NO_COLOR does.
        self._filters = [kept for kept in self._filters if not isinstance(kept, Monochrome | NoColor)]
        self._filters.append(Cleaner())
        ScrollBar.renderer = PlainBar
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = chosen(self.settings.theme)

    # -- start, lock, end --------------------------------------------------------------------------------------------

    def get_default_screen(self) -> Screen[Any]:
        """The first thing painted: the lock, the first start, or nothing for the moment until a place is open."""
        if self.services.stage == "empty":
            return self.navigator.load(self.navigator.places["start"], View("start"))
        return Screen() if self.services.stage == "open" else LockScreen()

    async def on_mount(self) -> None:
        self.services.watch(self._told)
        self._wait_idle()
        if self.services.stage == "open":
            await self.enter()

    async def enter(self) -> None:
        """The workspace is open (after an unlock or the first start): show the last view, or the first place."""
        self._restart_idle(self.settings.lock_after)
        await self.navigator.resume()

    async def lock(self) -> None:
        """Keep drafts, drop screens, clipboard, history but for the last view, and keys; ask for the passphrase."""
        self._restart_idle(self.settings.end_after)
        self._keep_drafts()
        self.dispatch.forget()
        self.navigator.trim()
        self._clipboard = ""
        self.chrome.say("")
        await self.navigator.clear(Screen)
        for callback in self.on_lock:
            callback()
        try:
            await self.services.lock()
        finally:
            await self.navigator.clear(LockScreen)

    def apply(self, settings: Settings) -> None:
        """Take over changed settings; the screens are built anew. Raises UsageError ``keymap.*``."""
        self.dispatch.registry = build_registry(settings.keys)
        self.settings = settings
        self.theme = chosen(settings.theme)
        self._restart_idle(settings.lock_after)
        self.run_worker(self._rebuild())

    async def _rebuild(self) -> None:
        self._keep_drafts()
        await self.navigator.clear(Screen)
        await self.navigator.resume()

    def _keep_drafts(self) -> None:
        for draft in list(self.drafts):
            draft.keep()

    def seal(self) -> None:
        for step in (*(draft.keep for draft in list(self.drafts)), self.services.emergency):
            # One draft that cannot be kept must not keep the others, or the keys, from their turn.
            try:
                step()
            except Exception:
                self._return_code = 1

    # -- idle --------------------------------------------------------------------------------------------------------

    def _restart_idle(self, limit: float) -> None:
        self.idle = Idle(limit)
        self._wait_idle()

    def _wait_idle(self) -> None:
        """Wake up when the limit may have passed, or a minute before, which the status line announces."""
        if self._idle_timer is not None:
            self._idle_timer.stop()
        left = self.idle.remaining()
        self._idle_timer = self.set_timer(left - CLOSING if left > CLOSING + 1 else max(0.1, left), self._idle_passed)

    def _idle_passed(self) -> None:
        if self.idle.remaining() > 0:
            self._wait_idle()
            self.dress()
        elif self.services.stage == "open":
            # In a worker: screens cannot be taken down from the application's own queue, which they wait for.
            self.run_worker(self.lock())
        else:
            self.do_app_quit()

    # -- keys and changes --------------------------------------------------------------------------------------------

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, _ACTIVITY) and not event.is_forwarded:
            announced = self.idle.remaining() <= CLOSING
            if not self.idle.touch():
                self._idle_passed()
                return
            if announced:
                self.dress()
            if isinstance(event, events.Key | events.Paste):
                await self._typed(event)
                return
        # A key that bubbled back has met its bindings already, in `deliver`.
        if not (isinstance(event, events.Key) and event.is_forwarded):
            await super().on_event(event)

    async def _typed(self, event: events.Key | events.Paste) -> None:
        if isinstance(event, events.Paste):
            if self.dispatch.typing:
                await deliver(self, event)
            else:
                self.note("app.note.paste")
            return
        self.chrome.say("")
        before = set(self.workers)
        if self.dispatch.key(event):
            await settle(self, before)
        else:
            await deliver(self, event)

    def _told(self) -> None:
        if self._loop is not None and self._running:
            self._loop.call_soon_threadsafe(lambda: self.call_next(self._changed))

    async def _changed(self) -> None:
        self.undoing.say()
        self.dress()
        if isinstance(self.screen, VpScreen):
            self.screen.services_changed()
        await self.navigator.heed()

    def shell_flags(self) -> Iterable[str]:
        """What is true everywhere, for guards."""
        yield self.services.connection().state
        if self.services.stage == "open":
            yield "open"
        if self.services.demo:
            yield "demo"
        if self.services.undoable()[0]:
            yield "undo"
        if self.navigator.has_earlier:
            yield "history"
        if self.navigator.has_later:
            yield "future"

    # -- what screens use --------------------------------------------------------------------------------------------

    def invoke(self, name: str, argument: str = "") -> None:
        """Do an action by its id, through its guard and confirmation."""
        self.dispatch.perform(self.dispatch.registry[name], argument, self.dispatch.context())

    def go(self, name: str, argument: str = "") -> None:
        """Open a place and remember it. ``argument`` is an opaque id, never content: it survives a lock."""
        self.navigator.go(View(name, argument))

    def back(self) -> None:
        """Close what lies on top."""
        if not self.navigator.back():
            self.note("app.note.root")

    async def ask(self, dialog: Dialog[T]) -> T | None:
        """Show a dialog and wait for its answer; None if it was left. Only from a handler of an action or a worker."""
        return await self.push_screen_wait(dialog)

    def tell(self, problem: VpError) -> None:
        """Show an error: what happened, and what to do."""
        title, hint = error_texts(problem)
        self.push_screen(MessageDialog(title, [hint]))

    def note(self, key: str, **facts: object) -> None:
        """Say one line under the screen until the next key. Facts are cleaned like everything else."""
        self.chrome.say(text(key, **facts))

    def offer(self, what: str, until_ms: int) -> str:
        """Say what ``u`` takes back, until the next key; what was said, "" where nothing is new."""
        return self.chrome.offer(what, until_ms)

    def notify(self, message: str, **_options: object) -> None:
        """Textual's toast, as such a line: without markup, timers per toast, or escape sequences."""
        self.chrome.say(message)

    def dress(self) -> None:
        """Bring the lines around the screen up to date."""
        self.chrome.dress()

    # -- handlers of the shell's actions -----------------------------------------------------------------------------

    def do_app_back(self) -> None:
        self.back()

    async def do_app_command(self) -> None:
        from vp_tui.tui.dialogs.command import CommandLine

        answer = await self.ask(CommandLine(self.dispatch.registry, self.dispatch.here()))
        if answer is not None:
            self.invoke(*answer)

    async def do_app_palette(self) -> None:
        await self._find("app.palette.title", grouped=False)

    async def do_app_help(self) -> None:
        await self._find("app.help.title", grouped=True)

    async def _find(self, title: str, *, grouped: bool) -> None:
        from vp_tui.tui.dialogs.finder import ActionFinder

        finder = ActionFinder(text(title), self.dispatch.here(), self.dispatch.context(), grouped=grouped)
        found = await self.ask(finder)
        if found is not None:
            self.invoke(found)

    def do_app_shutter(self) -> None:
        self.push_screen(Shutter())

    async def do_app_lock(self) -> None:
        await self.lock()

    async def do_finding_open(self, argument: str = "") -> None:
        sought = argument or getattr(self.screen, "sought", "")
        await self.navigator.reach(View("finding"))
        if (seek := getattr(self.screen, "seek", None)) is not None:
            seek(sought)

    def do_app_redraw(self) -> None:
        self.redraw()

    def redraw(self) -> None:
        """Paint every cell again, whatever the terminal shows."""
        self.forget_frame()
        super().redraw()

    def do_app_last(self) -> None:
        self.navigator.last()

    def do_app_previous(self) -> None:
        self.navigator.step(-1)

    def do_app_next(self) -> None:
        self.navigator.step(1)

    async def do_app_undo(self) -> None:
        await self.undoing.undo()

    def do_app_repeat(self) -> None:
        self.dispatch.repeat()

    def do_app_pane(self) -> None:
        self.screen.focus_next()

    def do_app_theme(self, argument: str = "") -> None:
        name = "vp-" + {"licht": "light", "donker": "dark"}.get(argument, argument)
        if name not in THEMES:
            raise UsageError("theme.unknown", name=argument)
        self.theme = name

    async def do_app_language(self, argument: str = "") -> None:
        if argument not in LANGUAGES:
            raise UsageError("language.unknown", name=argument)
        set_language(argument)
        await self._rebuild()

    def do_app_quit(self) -> None:
        self.seal()
        self.exit()
