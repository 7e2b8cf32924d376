"""What can be done about preferences. Handlers are methods of the screens ``preferences`` and ``remap``."""

from __future__ import annotations

from vp_tui.tui.actions.registry import Action, needs

__all__ = ["ACTIONS"]

ACTIONS: tuple[Action, ...] = (
    Action("preferences.remap", ("remap",), ("e",), text="preferences.action.remap", guard=needs("row"), footer=10),
    Action("preferences.usual", ("remap",), ("w",), text="preferences.action.usual", guard=needs("row"), footer=12),
)
