"""Actions of the shell: moving, looking, locking. Those of cases, team and audit stand in their own tables.

The handlers of ``everywhere`` are methods of the application, those of ``list`` and ``text`` of the focused widget,
those of ``dialog`` of the dialog; ``list.filter`` belongs to the screen, where it has one.
"""

from __future__ import annotations

from collections.abc import Iterable

from vp_tui.tui.actions.registry import EVERYWHERE, Action, Reach, needs
from vp_tui.tui.screens.table import Place

__all__ = ["ACTIONS", "places"]

_ALL = (EVERYWHERE,)
_LIST = ("list",)

ACTIONS: tuple[Action, ...] = (
    Action("app.back", _ALL, ("escape", "q", "h"), ("terug", "back"), footer=90),
    Action("app.command", _ALL, (":",), footer=94),
    Action("app.palette", _ALL, ("ctrl+p",), ("palet", "palette"), reach=Reach.TYPING, footer=0),
    Action("app.help", _ALL, ("?", "f1"), ("hulp", "help"), reach=Reach.TYPING, footer=99),
    Action("app.shutter", _ALL, ("f9",), ("afdekken", "blank"), reach=Reach.ALWAYS, footer=96),
    Action("app.lock", _ALL, ("Z",), ("slot", "lock"), guard=needs("open"), footer=97),
    Action("app.redraw", _ALL, ("ctrl+l",), ("hertekenen", "redraw"), reach=Reach.ALWAYS, footer=0),
    Action("app.last", _ALL, ("-",), ("vorige", "last"), guard=needs("history"), footer=0),
    Action("app.previous", _ALL, ("[",), ("achteruit", "previous"), guard=needs("history"), footer=0),
    Action("app.next", _ALL, ("]",), ("vooruit", "next"), guard=needs("future"), footer=0),
    Action("app.repeat", _ALL, (".",), ("herhaal", "repeat"), guard=needs("repeatable"), footer=0),
    Action(
        "app.cancel", _ALL, ("ctrl+c",), ("onderbreek", "cancel"), guard=needs("running"), reach=Reach.TYPING, footer=0
    ),
    Action("app.theme", _ALL, (), ("thema", "theme"), argument="actions.arg.theme", footer=0),
    Action("app.language", _ALL, (), ("taal", "language"), argument="actions.arg.language", footer=0),
    Action("app.quit", _ALL, (), ("stop", "quit", "q"), footer=0),
    Action("app.pane", _ALL, ("tab",), footer=0),
    Action("app.undo", _ALL, ("u",), ("ongedaan", "undo"), guard=needs("open", "undo"), footer=60),
    Action("list.down", _LIST, ("j", "down"), footer=0),
    Action("list.up", _LIST, ("k", "up"), footer=0),
    Action("list.page_down", _LIST, ("ctrl+d", "pagedown"), footer=0),
    Action("list.page_up", _LIST, ("ctrl+u", "pageup"), footer=0),
    Action("list.first", _LIST, ("g g", "home"), footer=0),
    Action("list.last", _LIST, ("G", "end"), footer=0),
    Action("list.open", _LIST, ("enter", "l", "right"), ("open", "show"), guard=needs("row", "more"), footer=10),
    Action("list.filter", _LIST, ("/",), ("filter", "find"), argument="actions.arg.filter", footer=20),
    Action("list.jump", _LIST, ("\\",), ("spring", "jump"), argument="actions.arg.filter", footer=0),
    Action("list.mark", _LIST, ("space",), guard=needs("row"), footer=70),
    Action("list.range", _LIST, ("v",), guard=needs("row"), footer=0),
    Action("list.unmark", _LIST, ("V",), ("markering weg", "unmark"), guard=needs("marks"), footer=71),
    Action("list.invert", _LIST, ("m i",), ("markering om", "invert"), guard=needs("row"), footer=0),
    Action("text.save", ("text",), ("ctrl+s",), footer=10),
    Action("text.leave", ("text",), ("escape",), footer=90),
    Action("dialog.cancel", ("dialog",), ("escape", "q"), footer=0),
)


def places(table: Iterable[Place]) -> tuple[Action, ...]:
    """An action for every place that has a number or a name: its digit and its words go there."""
    return tuple(
        Action(
            f"go.{place.name}",
            _ALL,
            (str(place.number),) if place.number else (),
            place.ex,
            text=place.title,
            guard=needs("open"),
            footer=0,
        )
        for place in table
        if place.number or place.ex
    )
