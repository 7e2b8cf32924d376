"""What can be done during a first start. Handlers are methods of the screens ``start``, ``found``, ``join``."""

from __future__ import annotations

from vp_tui.tui.actions.reasons import when
from vp_tui.tui.actions.registry import Action, Reach

__all__ = ["ACTIONS"]

ACTIONS: tuple[Action, ...] = (
    Action(
        "start.suggest",
        ("enrol",),
        ("f6",),
        ex=("stel voor", "suggest"),
        text="start.action.suggest",
        guard=when("start", "passphrase"),
        reach=Reach.TYPING,
        footer=20,
    ),
)
