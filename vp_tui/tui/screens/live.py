"""What the screens over an open workspace share: they follow it, and let go of it.

Invariant: a screen that is gone is not called back; bursts of notices are drawn once. Callers: the screens of team and
control.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ClassVar, cast

from vp_tui.tui.screens.base import VpScreen

if TYPE_CHECKING:
    from vp_tui.tui.session import Session
    from vp_tui.workspace.facade import Workspace
    from vp_tui.workspace.views import Notice

__all__ = ["LiveScreen"]


class LiveScreen(VpScreen):
    """Override ``renew``, called when the screen opens and after each notice of ``FOLLOWS``, and ``facts``."""

    FOLLOWS: ClassVar[frozenset[str]] = frozenset({"members", "status"})
    _forget: Callable[[], None] | None = None

    @property
    def session(self) -> Session:
        return cast("Session", self.app.services)

    @property
    def workspace(self) -> Workspace:
        return self.session.workspace

    def facts(self) -> Iterable[str]:
        """The flags of this screen while the workspace is open."""
        return ()

    def flags(self) -> Iterable[str]:
        # Keys may still be looked at while the last second's wiping is under way.
        return self.facts() if self.session.stage == "open" else ()

    def renew(self) -> None:
        """Show what the workspace says now."""

    def on_mount(self) -> None:
        super().on_mount()
        self._forget = self.workspace.subscribe(self._noticed)
        self.renew()

    def on_unmount(self) -> None:
        if self._forget is not None:
            self._forget()

    def _noticed(self, notice: Notice) -> None:
        if notice.kind in self.FOLLOWS:
            self.call_next(self._renew)

    def _renew(self) -> None:
        if self.is_attached and self.is_running:
            self.renew()
