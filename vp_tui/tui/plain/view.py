"""A place of the line mode: what it says, which lines have numbers, and who does an action here.

Invariant: a view holds no state that a lock must not see; it is made anew after an unlock. Callers: the views beside this
module, and `application`, which drives them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

if TYPE_CHECKING:
    from vp_tui.tui.plain.application import PlainApp
    from vp_tui.tui.plain.console import Console
    from vp_tui.tui.session import Session
    from vp_tui.workspace.facade import Workspace

__all__ = ["Line", "View"]


class Line(NamedTuple):
    """A numbered line; ``id`` is what is opened or acted on."""

    id: object
    said: str


class View:
    """Handlers are methods ``do_<action>``, as on the screens; ``weigh_<action>`` asks before a consequence."""

    scope: ClassVar[str] = ""
    title: ClassVar[str] = ""  # i18n key

    def __init__(self, app: PlainApp, argument: str = "") -> None:
        self.app = app
        self.argument = argument
        self.chosen: object = None
        self.numbered: Sequence[Line] = ()

    @property
    def console(self) -> Console:
        return self.app.console

    @property
    def session(self) -> Session:
        return self.app.session

    @property
    def workspace(self) -> Workspace:
        return self.session.workspace

    def flags(self) -> Iterable[str]:
        """What is true here, for guards."""
        return ()

    def lines(self) -> Sequence[Line]:
        """The numbered lines, newest state."""
        return ()

    def before(self) -> Iterable[str]:
        """What is said above the lines."""
        return ()

    def after(self) -> Iterable[str]:
        """What is said below them."""
        return ()

    async def arrive(self) -> None:
        """Ask for what is not at hand yet, before the view is told."""

    async def choose(self, line: Line) -> None:
        """Somebody typed the number of ``line``: the usual answer is to tell more, and act on it from now on."""
        self.console.say(*self.about(line.id))

    def about(self, id: object) -> Iterable[str]:
        """A line in full."""
        return ()

    def tell(self) -> None:
        """Say the whole view."""
        self.numbered = self.lines()
        width = len(str(len(self.numbered)))
        self.console.say(*self.before())
        self.console.say(*(f"{number:>{width}}. {line.said}" for number, line in enumerate(self.numbered, 1)))
        self.console.say(*self.after())
