"""``u``: the last act is taken back, or all of the last act on several cases.

Invariant: what is taken back was named beforehand; what has left the practice is never offered, and hides what came
before it. The workspace judges; here it is asked, and told. Callers: the application; acts on several cases say so
with ``together``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vp_tui.i18n import count, text

if TYPE_CHECKING:
    from vp_tui.tui.app import VpApp
    from vp_tui.tui.dialogs.form import Values
    from vp_tui.workspace.facade import Workspace

__all__ = ["Undoing"]


# Acts whose text comes back as a draft.
_WRITTEN = ("note-written", "conversation-recorded")


class Undoing:
    """What ``u`` takes back in one application."""

    def __init__(self, app: VpApp) -> None:
        self._app = app
        self._last = ("", 0)
        self._acts = 1

    def together(self, acts: int) -> None:
        """The last so many acts were one to the person who did them."""
        self._last, self._acts = self._app.services.undoable(), acts
        self.say()

    def say(self) -> None:
        """Tell what can be taken back, if that was not told."""
        what, until_ms = self._app.services.undoable()
        several = (what, until_ms) == self._last and self._acts > 1
        self._app.offer(count("domain.case", self._acts) if several else what, until_ms)

    async def undo(self) -> None:
        """Take it back. Raises what the rules say against it, a colleague's later change for one."""
        app = self._app
        workspace: Workspace = app.services.workspace
        offer = workspace.undo_offer()
        if offer is None:
            return
        what = text(offer.key, **offer.facts)
        acts = self._acts if app.services.undoable() == self._last else 1
        why = await self._why(what) if offer.asks_why else ""
        if why is None:
            return
        self._last, self._acts = ("", 0), 1
        for _ in range(acts):
            await workspace.undo(why)
        written = offer.key.rpartition(".")[2] in _WRITTEN
        done = "app.undo.draft" if written else "app.undo.done"
        app.note(done, what=what if acts == 1 else count("domain.case", acts))

    async def _why(self, what: str) -> str | None:
        """The reason that the log of the case wants."""
        from vp_tui.tui.dialogs.form import FormDialog
        from vp_tui.tui.widgets.field import TextField

        async def given(values: Values) -> str:
            return "" if values["why"] else text("app.undo.why_needed")

        title = text("app.undo.title", what=what)
        values = await self._app.ask(FormDialog(title, [TextField("why", "app.undo.why")], given))
        return None if values is None else str(values["why"])
