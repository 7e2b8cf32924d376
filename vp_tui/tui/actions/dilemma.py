"""What the owner can do on the sheet of dilemmas. Handlers are methods of it; texts are in the catalog ``dilemma``."""

from __future__ import annotations

from typing import Any

from vp_tui.tui.actions.reasons import when
from vp_tui.tui.actions.registry import Action

__all__ = ["ACTIONS"]


def _act(verb: str, *keys: str, needs: tuple[str, ...] = (), **more: Any) -> Action:
    guard = when("dilemma", "own_case", *needs)
    return Action(f"dilemma.{verb}", ("dilemmas",), keys, text=f"dilemma.act.{verb}", guard=guard, **more)


_WEIGHING = ("dilemma", "weighing")
_RUNNING = ("dilemma", "running")

ACTIONS: tuple[Action, ...] = (
    _act("new", "n", ex=("dilemma nieuw", "dilemma new"), cli="vp dilemma open", footer=20),
    _act("answer", "e", ex=("voorwaarde", "condition"), needs=_WEIGHING, cli="vp dilemma answer", footer=22),
    _act("step", "s", ex=("dilemma verder", "dilemma step"), needs=("dilemma",), footer=24),
    _act("alternatives", "a", ex=("andere wegen", "other ways"), needs=_WEIGHING, cli="vp dilemma weigh", footer=26),
    _act("consult", "c", ex=("raadplegen", "consult"), needs=_RUNNING, cli="vp dilemma consult", footer=28),
    _act("informed", "i", ex=("melder weet het", "informed"), needs=("broken",), cli="vp dilemma inform", footer=30),
    _act("attempt", "t", ex=("niet bereikt", "not told"), needs=("uninformed",), cli="vp dilemma attempt", footer=32),
    _act("finish", "f", ex=("verantwoording", "account"), needs=_RUNNING, cli="vp dilemma finish", footer=34),
    _act(
        "break",
        "X b",
        ex=("doorbreken", "break"),
        needs=_RUNNING,
        consequence=True,
        cli="vp dilemma break",
        footer=40,
    ),
)
