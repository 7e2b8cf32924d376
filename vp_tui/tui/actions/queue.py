"""What a confidant can do in the list of cases.

Handlers are methods of ``QueueScreen``; texts are in the catalog ``queue``.
"""

from __future__ import annotations

from typing import Any

from vp_tui.tui.actions.registry import Action, needs

__all__ = ["ACTIONS"]


def _act(verb: str, *keys: str, **more: Any) -> Action:
    return Action(f"queue.{verb}", ("queue",), keys, text=f"queue.act.{verb}", **more)


_SOME = needs("row")

ACTIONS: tuple[Action, ...] = (
    _act("new", "n", ex=("zaak nieuw", "case new"), cli="vp case new", footer=15),
    _act("section_next", ">", footer=25),
    _act("section_previous", "<", footer=0),
    _act("section", ex=("deel", "section"), argument="queue.arg.section", footer=0),
    _act("sort", "o", ex=("sorteer", "sort"), argument="queue.arg.sort", footer=30),
    _act("reverse", "O", ex=("omgekeerd", "reverse"), footer=0),
    _act("hit_next", "ctrl+n", guard=needs("hits"), footer=22),
    _act("hit_previous", "N", guard=needs("hits"), footer=0),
    _act("clear", ex=("alles", "clear"), guard=needs("narrowed"), footer=0),
    _act("code", "g c", ex=("zaak", "case"), argument="queue.arg.code", cli="vp case show", footer=0),
    _act(
        "state", "s", ex=("toestand", "state"), argument="queue.arg.state", guard=_SOME, cli="vp case state", footer=40
    ),
    _act("next", "d", ex=("actie", "next"), guard=_SOME, cli="vp case next", footer=42),
    _act(
        "close",
        "X c",
        ex=("zaak afsluiten", "case close"),
        guard=_SOME,
        consequence=True,
        cli="vp case close",
        footer=60,
    ),
    _act(
        "snooze",
        "z",
        ex=("sluimer", "snooze"),
        argument="queue.arg.until",
        guard=_SOME,
        reversible=True,
        cli="vp case snooze",
        footer=44,
    ),
    _act(
        "tag",
        "t",
        ex=("label", "tag"),
        argument="queue.arg.labels",
        guard=_SOME,
        reversible=True,
        cli="vp case tag",
        footer=46,
    ),
    _act(
        "hand_over",
        "X h",
        ex=("zaak overdragen", "case hand over"),
        guard=needs("row", "online"),
        consequence=True,
        cli="vp case hand-over",
        footer=0,
    ),
    _act("mark_all", "m a", ex=("markeer alles", "mark all"), guard=_SOME, footer=0),
    _act("mark", "m f", ex=("markeer", "mark"), argument="queue.arg.query", guard=_SOME, footer=0),
    _act("views", "w", ex=("weergave", "view"), argument="queue.arg.view", footer=50),
    _act("view_save", ex=("weergave bewaren", "view save"), argument="queue.arg.view", footer=0),
    _act("view_drop", ex=("weergave weg", "view drop"), argument="queue.arg.view", footer=0),
)
