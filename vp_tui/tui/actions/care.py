"""What a confidant does on the sheets of intake, options, consents, and on a print-out.

Handlers are methods of the sheets; texts and reasons are in the catalogs ``care`` and ``care_consent``.
"""

from __future__ import annotations

from vp_tui.tui.actions.registry import Action

__all__ = ["ACTIONS"]

ACTIONS: tuple[Action, ...] = (
    Action("print.file", ("print",), ("X f",), text="care_consent.act.print_file", consequence=True, footer=0),
)
