"""Guards whose reasons belong to one room. Callers: the tables of actions beside this module."""

from __future__ import annotations

from vp_tui.i18n import exists
from vp_tui.tui.actions.registry import Context, Guard

__all__ = ["when"]


def when(catalog: str, *flags: str, otherwise: str = "actions") -> Guard:
    """A guard that gives ``<catalog>.needs.<flag>`` for the first missing flag, or the reason in ``otherwise``."""

    def reason(context: Context) -> str | None:
        missing = next((flag for flag in flags if flag not in context.flags), None)
        if missing is None:
            return None
        own = f"{catalog}.needs.{missing}"
        return own if exists(own) else f"{otherwise}.needs.{missing}"

    return reason
