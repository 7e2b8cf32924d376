"""Forms of referrals: to whom, how, and how it went on.

Invariant: a cold referral is the one proposed, since nothing leaves with it. Callers: the sheet of referrals.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from vp_tui.domain import codes, referral
from vp_tui.domain.case_parts import Referral
from vp_tui.domain.commands import DeclineReferral, MakeReferral, MoveReferral
from vp_tui.domain.keyed import find
from vp_tui.i18n import text
from vp_tui.tui.dialogs.form import Values
from vp_tui.tui.dialogs.menu import MenuDialog
from vp_tui.tui.screens.care_fields import few
from vp_tui.tui.screens.case_fields import code_field, day_field, typed_day
from vp_tui.tui.screens.case_words import label
from vp_tui.tui.screens.referral_words import Desk, referral_facts
from vp_tui.tui.screens.sheet_forms import RowForm, ask
from vp_tui.tui.widgets.field import ChoiceField, NoteField, TextField

if TYPE_CHECKING:
    from vp_tui.tui.screens.sheet import CaseSheet

__all__ = ["decline", "leaves", "move_to", "refer"]


def leaves(row: Referral, to: str) -> bool:
    """Whether this move introduces the reporter to somebody."""
    return to == referral.CONTACT and row.manner != referral.COLD


def _form(sheet: CaseSheet, key: bytes, what: str = "", notes: Sequence[str] = ()) -> RowForm[Referral]:
    def read() -> Referral | None:
        return find(sheet.workspace.case(sheet.case).state.referrals, key)

    return RowForm(sheet, sheet.case, read, lambda row: referral_facts(row, sheet.words), what, notes)


async def refer(sheet: CaseSheet, known: Sequence[Desk], desk: Desk | None = None) -> bool:
    """A new referral, to a desk of the map or to somebody else."""
    key, today = sheet.workspace.new_id(), sheet.workspace.today()
    form = _form(sheet, key, "referral")
    # What was begun for one desk is not offered for another.
    was = form.was if desk is None or form.was.get("entry") == desk.key else {}
    offers = [(each.key, f"{each.name}: {label(each.target)}") for each in known]
    places = {each.key: each for each in known}
    manners = tuple((code.code, label(code.code)) for code in codes.entries("referral_manner"))
    fields = [
        few(
            "entry",
            "course.field.entry",
            offers,
            was.get("entry", desk.key if desk else ""),
            "course.field.entry.empty",
        ),
        code_field("target", "course.field.target", ("referral",), today, value=was.get("target", "")),
        TextField("name", "course.field.name", value=was.get("name", ""), placeholder="course.field.name.empty"),
        ChoiceField("manner", "course.field.manner", manners, value=was.get("manner", referral.COLD)),
    ]

    def make(values: Values, _base: Referral | None) -> MakeReferral:
        place = places.get(values["entry"])
        target = values["target"] or (place.target if place else "")
        name = values["name"] or (place.name if place else "")
        return MakeReferral(key, target, name, values["manner"], place.key if place else "")

    lines = [text("course.referral.why")]
    if done := await form.ask(text("course.referral.new", what=sheet.words.state.alias), fields, make, lines=lines):
        sheet.timeline.move_to(key)
    return done


async def move_to(sheet: CaseSheet, key: bytes) -> str:
    """Choose where the referral goes and record it. Where something leaves with it, it comes back undone."""
    row = find(sheet.words.state.referrals, key)
    if row is None:
        return ""
    options = [
        (to, label(to), text("course.referral.warm") if leaves(row, to) else "") for to in referral.reachable(row.state)
    ]
    to = await sheet.app.ask(MenuDialog(text("course.referral.move", target=label(row.target)), options))
    if to is None or leaves(row, to):
        return to or ""
    form, today = _form(sheet, key, "onward", ("text",)), sheet.workspace.today()
    fields = [
        day_field("on", "course.field.on", today, past=True, value=form.was.get("on", typed_day(today))),
        NoteField("text", "course.field.remark", f"{form.place}:text", value=row.text, lines=3),
    ]

    def make(values: Values, base: Referral | None) -> MoveReferral:
        return MoveReferral(key, base.rev if base else 0, to, values["on"], values["text"])

    title = text("course.referral.moved", target=label(row.target), state=label(to))
    return to if await form.ask(title, fields, make, mine=("text",)) else ""


async def decline(sheet: CaseSheet) -> bool:
    """She wanted no referral, which is an answer."""
    today = sheet.workspace.today()
    day = day_field("on", "course.field.on", today, past=True, value=typed_day(today))
    title = text("course.referral.decline", what=sheet.words.state.alias)
    return await ask(sheet, sheet.case, title, [day], lambda values: DeclineReferral(values["on"]))
