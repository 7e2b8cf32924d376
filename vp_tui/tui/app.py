"""The hallway: one application over a ``Services``, whose rooms are screens.

Invariants: a lock takes every screen, draft, clipboard and history entry out of memory before the lock is shown; what is
opened again afterwards is known by its name and an opaque id; nothing moves or blinks by itself.
Callers: the command line (``safety.run(VpApp(...))``), tests. Screens use ``go``, ``back``, ``ask``, ``tell``, ``note``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar
from weakref import WeakSet

from textual import events
from textual.filter import Monochrome, NoColor
from textual.geometry import Offset
from textual.screen import Screen
from textual.timer import Timer

from vp_tui.errors import UsageError, VpError
from vp_tui.i18n import LANGUAGES, set_language, text
from vp_tui.i18n import error as error_texts
from vp_tui.tui import keymap
from vp_tui.tui.actions.registry import Registry
from vp_tui.tui.actions.table import registry as build_registry
from vp_tui.tui.dialogs.base import Dialog
from vp_tui.tui.dialogs.message import MessageDialog
from vp_tui.tui.dispatch import Dispatch
from vp_tui.tui.idle import Idle
from vp_tui.tui.output.frame_diff import FrameDiff
from vp_tui.tui.output.sanitise import Cleaner
from vp_tui.tui.safety import SafeApp
from vp_tui.tui.screens.base import VpScreen
from vp_tui.tui.screens.lock import LockScreen
from vp_tui.tui.screens.shutter import Shutter
from vp_tui.tui.screens.table import PLACES, Place
from vp_tui.tui.services import Services, Settings, View
from vp_tui.tui.theme import THEMES, chosen
from vp_tui.tui.widgets.chrome import Footer, StatusLine, TabLine

if TYPE_CHECKING:
    from vp_tui.tui.widgets.composer import Composer

__all__ = ["VpApp"]

T = TypeVar("T")

# Seconds that a notice stays if no key is pressed.
_NOTICE = 8.0


class VpApp(SafeApp, FrameDiff, inherit_bindings=False):
    """Screens by number over one workspace."""

    TITLE = "vp"
    ALLOW_SELECT = False
    CSS = "Screen { scrollbar-size-vertical: 1; } Input, TextArea { scrollbar-size-horizontal: 0; }"

    def __init__(
        self,
        services: Services,
        settings: Settings | None = None,
        *,
        registry: Registry | None = None,
        places: Iterable[Place] = PLACES,
    ) -> None:
        self.services = services
        self.settings = settings or Settings()
        super().__init__(stock=self.settings.stock, scroll=self.settings.scroll)
        self.dispatch = Dispatch(self, registry or build_registry(self.settings.keys))
        self.places = {place.name: place for place in places}
        self.on_lock: list[Callable[[], None]] = []
        self.drafts: WeakSet[Composer] = WeakSet()
        self.views: list[View] = []
        self._at = -1
        self._idle = Idle(self.settings.lock_after)
        self._idle_timer: Timer | None = None
        self._notice = ""
        self._notice_timer: Timer | None = None
        self.animation_level = "none"
        self._disable_tooltips = self._disable_notifications = True
        # vp-mono sends no colour, which is more than Textual's grey version of NO_COLOR does.
        self._filters = [kept for kept in self._filters if not isinstance(kept, Monochrome | NoColor)]
        self._filters.append(Cleaner())
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = chosen(self.settings.theme)

    # -- start, lock, end --------------------------------------------------------------------------------------------

    def get_default_screen(self) -> Screen[Any]:
        """The first thing painted: the lock, the first start, or nothing for the moment until a place is open."""
        if self.services.stage == "empty" and "start" in self.places:
            return self._load(self.places["start"])
        return Screen() if self.services.stage == "open" else LockScreen()

    async def on_mount(self) -> None:
        self.services.watch(lambda: self._from_any_thread(self.dress))
        self._set_idle_timer()
        if self.services.stage == "open":
            await self.enter()

    def _from_any_thread(self, call: Callable[[], None]) -> None:
        if self._loop is not None and self._running:
            self._loop.call_soon_threadsafe(call)

    async def enter(self) -> None:
        """Open the last view, or the first place, after an unlock."""
        self._idle = Idle(self.settings.lock_after)
        self._set_idle_timer()
        first = min((place for place in self.places.values() if place.number), key=lambda place: place.number)
        view = self.views[self._at] if self.views else View(first.name)
        self.views, self._at = [view], 0
        await self._open(view)

    async def lock(self) -> None:
        """Keep drafts, drop keys, screens, clipboard and history but for the last view; then ask for the passphrase."""
        for composer in self.drafts:
            composer.keep()
        self.dispatch.forget()
        self._clipboard = self._notice = ""
        self.views, self._at = self.views[self._at : self._at + 1], min(self._at, 0)
        await self._clear(LockScreen())
        for callback in self.on_lock:
            callback()
        await self.services.lock()
        self._idle = Idle(self.settings.end_after)
        self._set_idle_timer()

    async def _clear(self, screen: Screen[Any]) -> None:
        """Take down every screen and show ``screen`` alone."""
        if self.current_mode != self.DEFAULT_MODE:
            await self.switch_mode(self.DEFAULT_MODE)
        await self.switch_screen(screen)
        while len(self.screen_stack) > 1:
            await self._screen_stack.pop(0).remove()
        for name in [name for name in self._screen_stacks if name != self.DEFAULT_MODE]:
            await self.remove_mode(name)

    def seal(self) -> None:
        for composer in self.drafts:
            try:
                composer.keep()
            except Exception:  # noqa: S112  one draft that cannot be kept must not keep the others from it
                continue
        try:
            self.services.emergency()
        except Exception:
            self._return_code = 1

    def _set_idle_timer(self) -> None:
        if self._idle_timer is not None:
            self._idle_timer.stop()
        remaining = self._idle.remaining()
        if remaining > 60 and not self.settings.a11y:
            # Wake up for the last minute, which the status line announces.
            remaining -= 60
        self._idle_timer = self.set_timer(max(0.2, remaining), self._idle_passed)

    async def _idle_passed(self) -> None:
        if self._idle.remaining() > 0:
            self._set_idle_timer()
            self.dress()
        elif self.services.stage == "open":
            await self.lock()
        else:
            self.seal()
            self.exit()

    # -- keys --------------------------------------------------------------------------------------------------------

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.InputEvent | events.Paste) and not event.is_forwarded:
            if isinstance(event, events.Key | events.MouseDown | events.MouseScrollDown | events.MouseScrollUp | events.Paste):
                warned = self._idle.remaining() <= 60
                if not self._idle.touch():
                    await self._idle_passed()
                    return
                if warned:
                    self.dress()
            if isinstance(event, events.Key):
                self._unnotice()
                if self.dispatch.key(event):
                    return
            elif isinstance(event, events.Paste) and not self.dispatch.typing:
                self.note("app.note.paste")
                return
        await super().on_event(event)

    def shell_flags(self) -> Iterable[str]:
        """What is true everywhere, for guards."""
        yield self.services.connection().state
        if self.services.stage == "open":
            yield "open"
        if self.services.demo:
            yield "demo"
        if self._at > 0:
            yield "history"
        if self._at + 1 < len(self.views):
            yield "future"

    def invoke(self, name: str, argument: str = "") -> None:
        """Do an action by its id, through its guard and confirmation."""
        self.dispatch.perform(self.dispatch.registry[name], argument, self.dispatch.context())

    # -- going places ------------------------------------------------------------------------------------------------

    def go(self, name: str, argument: str = "") -> None:
        """Open a place and remember it. ``argument`` is an opaque id, never content: it survives a lock."""
        view = View(name, argument)
        if not self.views or self.views[self._at] != view:
            self.views[self._at + 1 :] = [view]
            self._at += 1
        self.run_worker(self._open(view), group="go", exclusive=True)

    def back(self) -> None:
        """Close what lies on top of a place."""
        if len(self.screen_stack) > 1:
            self.run_worker(self._pop(), group="go")
        else:
            self.note("app.note.root")

    async def _pop(self) -> None:
        await self.pop_screen()
        if isinstance(self.screen, VpScreen) and self.screen.view.place:
            self.views[self._at + 1 :] = [self.screen.view]
            self._at += 1

    async def _open(self, view: View) -> None:
        place = self.places[view.place]
        root = place
        while root.parent:
            root = self.places[root.parent]
        if root.name not in self._screen_stacks:
            self.add_mode(root.name, lambda: self._load(root, View(root.name)))
        if self.current_mode != root.name:
            await self.switch_mode(root.name)
        if getattr(self.screen, "view", None) == view:
            self.dress()
            return
        while len(self.screen_stack) > 1 and getattr(self.screen, "view", View("")).place != place.parent:
            await self.pop_screen()
        if place.parent:
            await self.push_screen(self._load(place, view))

    def _load(self, place: Place, view: View | None = None) -> Screen[Any]:
        module, _, name = place.load.partition(":")
        factory = getattr(import_module(module), name)
        screen: Screen[Any] = factory(view.argument) if view is not None and place.parent else factory()
        if isinstance(screen, VpScreen) and view is not None:
            screen.view = view
        return screen

    def _step(self, by: int) -> None:
        if 0 <= self._at + by < len(self.views):
            self._at += by
            self.run_worker(self._open(self.views[self._at]), group="go", exclusive=True)

    # -- saying things -----------------------------------------------------------------------------------------------

    async def ask(self, dialog: Dialog[T]) -> T | None:
        """Show a dialog and wait for its answer; None if it was left. Only from a handler of an action or a worker."""
        return await self.push_screen_wait(dialog)

    def tell(self, problem: VpError) -> None:
        """Show an error: what happened, and what to do."""
        title, hint = error_texts(problem)
        self.push_screen(MessageDialog(title, [hint]))

    def note(self, key: str, **facts: object) -> None:
        """Say one line under the screen until the next key. Facts are cleaned like everything else."""
        self.notify(text(key, **facts))

    def notify(self, message: str, **_options: object) -> None:  # type: ignore[override]
        """Textual's toast, as one cleaned line without markup."""
        self._notice = message
        if self._notice_timer is not None:
            self._notice_timer.stop()
        if not self.settings.a11y:
            self._notice_timer = self.set_timer(_NOTICE, self._unnotice)
        self.dress()

    def _unnotice(self) -> None:
        if self._notice:
            self._notice = ""
            self.dress()

    def dress(self, screen: VpScreen | None = None) -> None:
        """Bring tab line, footer and status line of the visible screen up to date."""
        shown = screen or next((s for s in reversed(self.screen_stack) if isinstance(s, VpScreen)), None)
        if shown is None or not shown.is_mounted or not shown.query(StatusLine):
            return
        open_ = self.services.stage == "open"
        tabs = [(p.number, text(p.title)) for p in self.places.values() if p.number] if open_ else []
        root = self.places.get(self.current_mode)
        shown.query_one(TabLine).update(tabs, root.number if root else 0, "DEMO" if self.services.demo else "")
        footer = shown.query_one(Footer)
        footer.update(self._keys(), self._notice)
        hidden = not footer.display
        status = [self._notice] if hidden and self._notice else self._status()
        left = self._idle.remaining()
        closing = open_ and left <= 60 and not self.settings.a11y
        shown.query_one(StatusLine).update(status, text("app.status.closing") if closing else "")

    def _keys(self) -> list[str]:
        """What works now, for the footer, in the registry's order."""
        context = self.dispatch.context()
        prefix = self.dispatch.prefix
        found = self.dispatch.continuations() if prefix else [a for a in self.dispatch.here() if a.footer and a.keys]
        usable = [
            action
            for action in found
            if action.guard(context) is None and not (self.dispatch.typing and all(map(keymap.printable, action.keys)))
        ]
        if not prefix:
            usable.sort(key=lambda action: action.footer)
        return [*([f"{keymap.shown(prefix)} ..."] if prefix else []), *(f"{self._key(a.keys)} {a.label}" for a in usable)]

    def _key(self, keys: tuple[str, ...]) -> str:
        typing = self.dispatch.typing
        return keymap.shown(next(key for key in keys if not (typing and keymap.printable(key))))

    def _status(self) -> list[str]:
        state, pending = self.services.connection()
        waiting = text("app.status.pending", n=pending) if pending else ""
        return [self.services.identity(), self.services.practice(), text(f"app.status.{state}"), waiting]

    # -- handlers of the shell's actions -----------------------------------------------------------------------------

    def do_app_back(self) -> None:
        self.back()

    async def do_app_command(self) -> None:
        from vp_tui.tui.dialogs.command import CommandLine

        context = self.dispatch.context()
        answer = await self.ask(CommandLine(self.dispatch.registry, context))
        if answer is not None:
            self.invoke(*answer)

    async def do_app_palette(self) -> None:
        await self._find(text("app.palette.title"), grouped=False)

    async def do_app_help(self) -> None:
        await self._find(text("app.help.title"), grouped=True)

    async def _find(self, title: str, *, grouped: bool) -> None:
        from vp_tui.tui.dialogs.finder import ActionFinder

        context = self.dispatch.context()
        chosen_id = await self.ask(ActionFinder(title, self.dispatch.here(), context, grouped=grouped))
        if chosen_id is not None:
            self.invoke(chosen_id)

    def do_app_shutter(self) -> None:
        if not isinstance(self.screen, Shutter):
            self.push_screen(Shutter())

    async def do_app_lock(self) -> None:
        await self.lock()

    def do_app_redraw(self) -> None:
        self.redraw()

    def redraw(self) -> None:
        """Paint every cell again, whatever the terminal shows."""
        self.forget_frame()
        super().redraw()

    def do_app_last(self) -> None:
        if self._at > 0:
            view = self.views[self._at - 1]
            self.go(*view)

    def do_app_previous(self) -> None:
        self._step(-1)

    def do_app_next(self) -> None:
        self._step(1)

    def do_app_repeat(self) -> None:
        self.dispatch.repeat()

    def do_app_pane(self) -> None:
        self.screen.focus_next()

    def do_app_theme(self, argument: str = "") -> None:
        name = f"vp-{ {'licht': 'light', 'donker': 'dark'}.get(argument, argument) }"
        if name not in THEMES:
            raise UsageError("theme.unknown", name=argument)
        self.theme = name

    async def do_app_language(self, argument: str = "") -> None:
        if argument not in LANGUAGES:
            raise UsageError("language.unknown", name=argument)
        set_language(argument)
        for composer in self.drafts:
            composer.keep()
        view = self.views[self._at] if self.views else None
        await self._clear(Screen())
        if view is not None:
            await self._open(view)

    def do_app_quit(self) -> None:
        self.seal()
        self.exit()

    def _on_resize(self) -> None:
        self.cursor_position = Offset(0, 0)
