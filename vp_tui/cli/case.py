"""``vp case``: the group; its commands are in the files named ``case_*``. Callers: ``root``."""

from __future__ import annotations

from vp_tui.cli.tree import group

__all__ = ["case"]

case = group(
    "case",
    {
        "list": "case_read:list_cases",
        "show": "case_read:show",
        "search": "case_read:search",
        "new": "case_new:new",
        "note": "case_write:note",
        "talk": "case_write:talk",
        "revise": "case_write:revise",
        "withdraw": "case_write:withdraw",
        "edit": "case_course:edit",
        "next": "case_course:next_action",
        "done": "case_course:done",
        "state": "case_course:state",
        "close": "case_end:close",
        "aftercare": "case_end:aftercare",
        "reopen": "case_end:reopen",
        "deputy": "case_deputy:deputy",
    },
)
