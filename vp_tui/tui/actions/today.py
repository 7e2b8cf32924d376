"""What can be done on *Vandaag*. Handlers are methods of ``TodayScreen``; texts are in the catalog ``today``."""

from __future__ import annotations

from typing import Any

from vp_tui.tui.actions.reasons import when
from vp_tui.tui.actions.registry import Action

__all__ = ["ACTIONS"]


def _act(verb: str, *keys: str, needs: tuple[str, ...] = (), **more: Any) -> Action:
    return Action(f"today.{verb}", ("today",), keys, text=f"today.act.{verb}", guard=when("today", *needs), **more)


ACTIONS: tuple[Action, ...] = (
    _act("wider", ">", footer=20),
    _act("nearer", "<", footer=0),
    _act("within", ex=("kijk", "ahead"), argument="today.arg.within", cli="vp today", footer=0),
    _act("done", "x", needs=("row", "to_do"), ex=("vandaag gedaan", "today done"), cli="vp case done", footer=25),
    _act(
        "missed", "o", needs=("row", "to_call"), ex=("vandaag geen gehoor", "today no answer"), cli="vp call", footer=30
    ),
    _act(
        "snooze", "z", needs=("row", "to_do"), ex=("vandaag weglaten", "today snooze"), cli="vp case snooze", footer=35
    ),
    _act("new", "n", ex=("eerste gesprek", "first talk"), cli="vp case new", footer=40),
    _act("requests", "a", footer=45),
    _act("calendar", "X i", ex=("agenda", "calendar"), argument="today.arg.path", footer=0),
)
