"""What can be done about clients: adding, renaming, mandate card, routes, the register of pressure, letters.

Handlers are methods of ``ClientsScreen``, ``ClientScreen`` and ``CaseScreen``; texts and reasons are in the catalog
``clients``.
"""

from __future__ import annotations

from typing import Any

from vp_tui.tui.actions.reasons import when
from vp_tui.tui.actions.registry import Action

__all__ = ["ACTIONS"]


def _act(verb: str, scope: str, *keys: str, needs: tuple[str, ...] = (), name: str = "", **more: Any) -> Action:
    text = f"clients.act.{name or verb}"
    return Action(f"client.{verb}", (scope,), keys, text=text, guard=when("clients", *needs), **more)


ACTIONS: tuple[Action, ...] = (
    _act(
        "new",
        "clients",
        "n",
        needs=("coordinator",),
        ex=("nieuwe klant", "new client"),
        cli="vp client add",
        footer=20,
    ),
    _act(
        "rename",
        "clients",
        "e",
        needs=("coordinator", "client"),
        ex=("klant hernoemen", "rename client"),
        footer=22,
    ),
    _act("view_next", "client", ">", footer=16),
    _act("view_previous", "client", "<", footer=0),
    _act("add", "client", "n", needs=("adder", "addable"), ex=("toevoegen", "add"), cli="vp client mandate", footer=20),
    _act("edit", "client", "e", needs=("adder", "entry"), ex=("klant wijzigen", "edit client"), footer=22),
    _act(
        "pressure",
        "client",
        "d",
        needs=("colleague",),
        ex=("drukregister", "pressure"),
        cli="vp client pressure add",
        footer=24,
    ),
    _act(
        "refusal",
        "client",
        "w",
        needs=("colleague",),
        ex=("weigeringsbrief", "refusal"),
        cli="vp client letter",
        footer=26,
    ),
    _act(
        "letters",
        "case",
        "f",
        needs=("has_client",),
        ex=("brief", "letter"),
        cli="vp client letter",
        footer=0,
    ),
    _act(
        "remove",
        "client",
        "X w",
        needs=("coordinator", "route"),
        ex=("route weg", "remove route"),
        cli="vp client route remove",
        consequence=True,
        footer=0,
    ),
    _act(
        "name",
        "client",
        "i",
        needs=("coordinator",),
        name="rename",
        ex=("naam", "name"),
        footer=0,
    ),
)
