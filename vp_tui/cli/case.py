"""``vp case``: the group; its commands are in the files named ``case_*``. Callers: ``root``."""

from __future__ import annotations

from vp_tui.cli.tree import group

__all__ = ["case"]

case = group(
    "case",
    {
        "list": "case_read:list_cases",
        "show": "case_read:show",
        "search": "search:search_cases",
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
        "end-aftercare": "case_order:end_aftercare",
        "reopen": "case_end:reopen",
        "deputy": "case_deputy:deputy",
        "hand-over": "case_order:hand_over",
        "tick": "case_intake:tick",
        "scope": "case_intake:scope",
        "safe": "case_intake:safe",
        "reporter": "case_people:reporter",
        "link": "case_people:link",
        "unlink": "case_people:unlink",
        "option": "case_option:option",
        "stage": "case_stage:stage",
        "norm": "case_stage:norm",
        "retaliation": "case_stage:retaliation",
        "appointment": "case_order:appointment",
        "tag": "case_order:tag",
        "snooze": "case_order:snooze",
    },
)
