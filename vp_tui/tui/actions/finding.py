"""Searching everything from anywhere. The handler is the application's; texts are in the catalog ``finding``."""

from __future__ import annotations

from vp_tui.tui.actions.registry import EVERYWHERE, Action, needs

__all__ = ["ACTIONS"]

ACTIONS: tuple[Action, ...] = (
    Action(
        "finding.open",
        (EVERYWHERE,),
        ("ctrl+f",),
        ex=("zoek", "search"),
        text="finding.act.open",
        guard=needs("open"),
        argument="finding.arg.words",
        cli="vp search",
        footer=88,
    ),
)
