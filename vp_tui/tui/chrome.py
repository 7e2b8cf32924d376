"""What the lines around a screen say: the tabs, the keys that work now, who and where we are, and one notice.

Invariants: a key stands in the footer only if it would do something now; the DEMO mark and an alarm are on every
screen; a notice is one cleaned line, gone at the next key. Callers: the application.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.timer import Timer

from vp_tui.i18n import count, text
from vp_tui.tui import keymap
from vp_tui.tui.screens.base import VpScreen
from vp_tui.tui.widgets.chrome import Footer, StatusLine, TabLine

if TYPE_CHECKING:
    from vp_tui.tui.app import VpApp

__all__ = ["CLOSING", "Chrome"]

# Columns from which the name of the practice has its place.
_ROOMY = 60
# Seconds that a notice stays if no key is pressed.
_NOTICE = 8.0
# Seconds before the idle lock from which the status line announces it.
CLOSING = 60.0


class Chrome:
    """Dresses the visible screen of one application."""

    def __init__(self, app: VpApp) -> None:
        self._app = app
        self._notice = ""
        self._offer = ""
        self._offered = ("", 0)
        self._timer: Timer | None = None

    def say(self, notice: str) -> None:
        """Show ``notice`` until the next key, or for eight seconds where timers are welcome; "" takes it away."""
        if notice == self._notice == self._offer:
            return
        self._notice = notice
        if not notice:
            self._offer = ""
        self._wait()

    def offer(self, what: str, until_ms: int) -> str:
        """Say below the notice what ``u`` takes back, once for each act, as long as a notice stays; what was said."""
        if (what, until_ms) == self._offered:
            return ""
        self._offered = (what, until_ms)
        self._offer = text("app.undo.offer", what=what) if what else ""
        self._wait()
        return self._offer

    def _wait(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        if (self._notice or self._offer) and not self._app.settings.a11y:
            self._timer = self._app.set_timer(_NOTICE, lambda: self.say(""))
        self.dress()

    def dress(self) -> None:
        """Bring tab line, footer and status line of the visible screen up to date."""
        app, services = self._app, self._app.services
        screen = next((screen for screen in reversed(app.screen_stack) if isinstance(screen, VpScreen)), None)
        # A screen that is coming or going has not all of its lines.
        if screen is None or len(screen.query("TabLine, Footer, StatusLine")) < 3:
            return
        opened = services.stage == "open"
        tabs = [(place.number, text(place.title)) for place in app.navigator.tabs] if opened else []
        root = app.navigator.root(app.current_mode)
        screen.query_one(TabLine).update(tabs, root.number if root else 0, "DEMO" if services.demo else "")
        footer = screen.query_one(Footer)
        said = [line for line in (self._notice, self._offer) if line]
        footer.update(self._keys() if screen is app.screen else [], said)
        alarms = services.alarms() if opened else 0
        left = said if said and not footer.display else self._status(alarms)
        closing = opened and app.idle.remaining() <= CLOSING and not app.settings.a11y
        screen.query_one(StatusLine).update(left, text("app.status.closing") if closing else "", alarm=bool(alarms))

    def _keys(self) -> list[str]:
        dispatch = self._app.dispatch
        context, prefix = dispatch.context(), dispatch.prefix
        usable = [
            (action, keymap.shown(keys[0]))
            for action, keys in dispatch.keyed(f"{prefix} " if prefix else "")
            if (action.footer or prefix) and action.guard(context) is None
        ]
        usable.sort(key=lambda pair: pair[0].footer)
        begun = [f"{keymap.shown(prefix)} ..."] if prefix else []
        return begun + [f"{key} {action.label}" for action, key in usable]

    def _status(self, alarms: int) -> list[str]:
        services = self._app.services
        if services.stage != "open":
            return [services.identity()]
        state, pending = services.connection()
        return [
            count("audit.banner", alarms) if alarms else "",
            *services.warnings(),
            services.identity(),
            # Where there is no room for everything, the connection is what somebody must not miss.
            services.practice() if self._app.size.width >= _ROOMY else "",
            text(f"app.status.{state}"),
            text("app.status.pending", n=pending) if pending else "",
        ]
