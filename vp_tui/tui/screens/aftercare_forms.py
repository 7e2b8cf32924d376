"""Forms of aftercare: how the reporter fares, and what happened to her since.

Invariant: the words are hers; nothing that she was not asked is filled in. Callers: the case, and its sheet of
aftercare.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from vp_tui.domain.commands import NoteRetaliation, RecordAftercare
from vp_tui.i18n import days, text
from vp_tui.tui.dialogs.form import Values
from vp_tui.tui.screens.calling import safe_lead
from vp_tui.tui.screens.case_fields import choice_field, code_field, day_field, typed_day
from vp_tui.tui.screens.sheet_forms import ask
from vp_tui.tui.widgets.field import NoteField
from vp_tui.tui.widgets.kept_form import kept

if TYPE_CHECKING:
    from vp_tui.tui.screens.base import VpScreen
    from vp_tui.tui.widgets.field import Field
    from vp_tui.workspace.facade import Workspace

__all__ = ["note_retaliation", "record"]

# As many consequences as are asked at once; the domain knows no such bound.
_IMPACTS = ("impact", "impact2", "impact3")


def _impact_fields(today: date, was: Mapping[str, str]) -> list[Field]:
    titles = ("course_follow.field.impact", "case.field.nature.also", "case.field.nature.also")
    return [
        code_field(name, title, ("impact",), today, value=was.get(name, ""))
        for name, title in zip(_IMPACTS, titles, strict=True)
    ]


def _impact(values: Values) -> tuple[str, ...]:
    return tuple(filter(None, (values[name] for name in _IMPACTS)))


async def record(screen: VpScreen, case: bytes, due: date | None = None) -> bool:
    """How the reporter fares: this moment of the plan, or the earliest that was not asked about."""
    workspace: Workspace = screen.app.services.workspace
    state, today = workspace.case(case).state, workspace.today()
    open_ones = [moment.due for moment in state.aftercare if not moment.done_ms]
    on = due if due in open_ones else open_ones[0]
    place = f"aftercare:{case.hex()}:{on.isoformat()}"
    was = kept(screen.app.services, place)
    silent = text("case.field.not_asked")
    fields = [
        # Nothing is chosen for her: what she did not say is not recorded by a key pressed too early.
        choice_field("outcome", "case.field.outcome", "evaluation", none=silent, value=was.get("outcome", "")),
        choice_field("safer", "course_follow.field.safer", "safety", none=silent, value=was.get("safer", "")),
        choice_field(
            "retaliation", "case.field.retaliation", "retaliation", none=silent, value=was.get("retaliation", "")
        ),
        *_impact_fields(today, was),
    ]

    def make(values: Values) -> RecordAftercare:
        return RecordAftercare(on, values["outcome"], values["retaliation"], values["safer"], _impact(values))

    done = len(state.aftercare) - len(open_ones)
    title = text("case.aftercare.title", day=days.full(on), n=done + 1, all=len(state.aftercare))
    return await ask(screen, case, title, fields, make, [safe_lead(state), text("case.aftercare.why")], place)


async def note_retaliation(screen: VpScreen, case: bytes) -> bool:
    """What happened to the reporter, as she experiences it."""
    workspace: Workspace = screen.app.services.workspace
    state, today = workspace.case(case).state, workspace.today()
    place = f"retaliation:{case.hex()}:new"
    was = kept(screen.app.services, place)
    fields = [
        choice_field("code", "case.field.retaliation", "retaliation", value=was.get("code", "BN-VE")),
        day_field("on", "course_follow.field.told", today, past=True, value=was.get("on", typed_day(today))),
        *_impact_fields(today, was),
        NoteField("text", "course_follow.field.text", f"{place}:text", lines=4),
    ]

    def make(values: Values) -> NoteRetaliation:
        return NoteRetaliation(values["code"], values["on"], _impact(values), values["text"])

    title = text("course_follow.retaliation.title", what=state.alias)
    return await ask(screen, case, title, fields, make, [text("course_follow.retaliation.why")], place)
