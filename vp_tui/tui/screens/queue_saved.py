"""Saved views (bewaarde weergaven): a filter and an order under a name, in the member's own space on all her devices.

Callers: ``QueueScreen``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vp_tui.domain.personal import SavedView
from vp_tui.domain.text import fold_text
from vp_tui.errors import NotFoundError
from vp_tui.i18n import text
from vp_tui.tui.dialogs.form import FormDialog, Values
from vp_tui.tui.dialogs.menu import MenuDialog
from vp_tui.tui.widgets.field import TextField

if TYPE_CHECKING:
    from vp_tui.tui.screens.queue import QueueScreen

__all__ = ["drop_view", "open_view", "save_view"]

_SAVE = "save"
_DROP = "drop"


async def open_view(screen: QueueScreen, name: str) -> None:
    """Show the view of this name, or choose one, or save or drop one."""
    views = screen.workspace.saved_views()
    if name:
        view = _named(views, name)
        screen.use(view.query, view.sort)
        return
    options = [(f"view:{view.name}", view.name, view.query or text("queue.view.everything")) for view in views]
    options.append((_SAVE, text("queue.view.save"), screen.query_shown or text("queue.view.everything")))
    if views:
        options.append((_DROP, text("queue.view.drop"), ""))
    match await screen.app.ask(MenuDialog(text("queue.view.title"), options)):
        case "save":
            await save_view(screen, "")
        case "drop":
            await drop_view(screen, "")
        case str(chosen):
            await open_view(screen, chosen.removeprefix("view:"))


async def save_view(screen: QueueScreen, name: str) -> None:
    """Keep section, filter and order under a name; the same name replaces it."""

    async def submit(values: Values) -> str:
        await screen.workspace.set_view(values["name"], screen.query_shown, screen.queue.sort)
        return ""

    if name:
        await submit({"name": name})
    elif not await screen.app.ask(FormDialog(text("queue.view.save"), [TextField("name", "queue.view.name")], submit)):
        return
    screen.app.note("queue.note.saved")


async def drop_view(screen: QueueScreen, name: str) -> None:
    """Forget a view; the cases in it stay as they are."""
    views = screen.workspace.saved_views()
    if not name and views:
        options = [(view.name, view.name, view.query) for view in views]
        name = await screen.app.ask(MenuDialog(text("queue.view.drop"), options)) or ""
    if name:
        await screen.workspace.drop_view(_named(views, name).name)
        screen.app.note("queue.note.dropped")


def _named(views: list[SavedView], name: str) -> SavedView:
    found = [view for view in views if fold_text(view.name) == fold_text(name)]
    if not found:
        raise NotFoundError("view-not-found")
    return found[0]
