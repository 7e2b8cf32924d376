"""What can be done on the screen Control: verify everything, compare checkpoint words, keep evidence.

Handlers are methods of ``AuditScreen``; texts and reasons are in the catalog ``audit``.
"""

from __future__ import annotations

from vp_tui.tui.actions.reasons import when
from vp_tui.tui.actions.registry import Action

__all__ = ["ACTIONS"]

_SCOPE = ("audit",)

ACTIONS: tuple[Action, ...] = (
    Action(
        "audit.run",
        _SCOPE,
        ("n",),
        ex=("alles controleren", "check all"),
        text="audit.action.run",
        guard=when("audit", "idle", "online"),
        cli="vp audit",
        footer=20,
    ),
    Action(
        "audit.words",
        _SCOPE,
        ("w",),
        ex=("controlewoorden", "checkpoint"),
        text="audit.action.words",
        cli="vp practice checkpoint",
        footer=24,
    ),
    Action(
        "audit.export",
        _SCOPE,
        ("E",),
        ex=("bewijs bewaren", "keep evidence"),
        text="audit.action.export",
        guard=when("audit", "findings"),
        consequence=True,
        cli="vp audit --export",
        footer=26,
    ),
)
