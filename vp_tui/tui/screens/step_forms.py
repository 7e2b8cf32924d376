"""Forms of steps and of the stage of an integrity matter.

Invariant: the confidant does nothing on her own: a step that was not talked over is refused in words, with the offer
to talk it over now; before a formal report stands what it means. Callers: the sheet of steps.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from vp_tui.domain import steps
from vp_tui.domain.case_parts import Step
from vp_tui.domain.commands import ConsultStep, MeetNorm, MoveStep, PutStep, SetStage
from vp_tui.domain.keyed import find
from vp_tui.domain.space import decide
from vp_tui.domain.stage import norm_dues
from vp_tui.errors import ConflictError, RefusedError
from vp_tui.i18n import days, error, text
from vp_tui.tui.dialogs.form import FormDialog, Values
from vp_tui.tui.dialogs.menu import MenuDialog
from vp_tui.tui.screens.care_fields import few, party_fields, party_of
from vp_tui.tui.screens.case_fields import code_field, day_field, typed_day
from vp_tui.tui.screens.case_words import label
from vp_tui.tui.screens.sheet_forms import RowForm, ask, asked, held
from vp_tui.tui.screens.step_words import stage_said, step_facts
from vp_tui.tui.widgets.field import ChoiceField, Field, NoteField, TextField
from vp_tui.tui.widgets.kept_form import kept

if TYPE_CHECKING:
    from vp_tui.tui.screens.sheet import CaseSheet
    from vp_tui.tui.widgets.picker import CodePicker

__all__ = ["consult", "meet_norm", "move_to", "put_step", "set_stage"]

# What a change to a step may leave as it was.
_MINE = ("code", "who", "what", "consequences", "due", "promised_by", "party", "agreements", "preparation")


def _form(sheet: CaseSheet, step: bytes, what: str = "", notes: Sequence[str] = ()) -> RowForm[Step]:
    def read() -> Step | None:
        return find(sheet.workspace.case(sheet.case).state.steps, step)

    return RowForm(sheet, sheet.case, read, lambda row: step_facts(row, sheet.words), what, notes)


async def put_step(sheet: CaseSheet, step: bytes | None = None) -> bool:
    """A new step, or another text of one."""
    key = step or sheet.workspace.new_id()
    form = _form(sheet, key, "step", ("what", "consequences", "agreements", "preparation"))
    row, today, was = form.row or Step(key, "", "reporter"), sheet.workspace.today(), form.was

    def note(name: str, value: str) -> NoteField:
        return NoteField(name, f"course.field.{name}", f"{form.place}:{name}", value=value, lines=2)

    party = party_of(was) if was else row.party
    fields = [
        _code(sheet, was.get("code", row.code), row.code),
        ChoiceField(
            "who",
            "course.field.who",
            tuple((who, text(f"domain_care.who.{who}")) for who in steps.WHO),
            value=was.get("who", row.who),
        ),
        note("what", row.what),
        note("consequences", row.consequences),
        *party_fields(sheet.workspace, today, party=party, colleagues=False),
        day_field(
            "due",
            "course.field.due",
            today,
            value=was.get("due", typed_day(row.due)),
            empty="course.field.due.empty",
        ),
        TextField("promised_by", "course.field.promised_by", value=was.get("promised_by", row.promised_by)),
        note("agreements", row.agreements),
        note("preparation", row.preparation),
    ]

    def make(values: Values, base: Step | None) -> PutStep:
        return PutStep(
            key,
            values["code"],
            values["who"],
            values["what"],
            values["consequences"],
            values["due"],
            values["promised_by"],
            party_of(values),
            values["agreements"],
            values["preparation"],
            base.rev if base else 0,
        )

    title = text("course.step.title" if step else "course.step.new", what=sheet.words.state.alias)
    if done := await form.ask(title, fields, make, mine=_MINE):
        sheet.timeline.move_to(key)
    return done


def _code(sheet: CaseSheet, value: str, stored: str) -> CodePicker:
    """The steps that the client's mandate card allows, and what is ``stored``, whether this version knows it or not."""
    today = sheet.workspace.today()
    offered = [code.code for code in steps.offered(sheet.workspace.context(sheet.case).mandate, today)]
    old = [stored] if stored and stored not in offered else []
    picker = few("code", "course.field.code", [(code, f"{label(code)}  {code}") for code in offered + old], value)
    if not picker.value:
        # Letters of a draft that were no code yet.
        picker.entry.value = value
    return picker


async def consult(sheet: CaseSheet, step: bytes) -> bool:
    """When it was talked over with the reporter, and what she chose."""
    form = _form(sheet, step, "consult", ("choice",))
    if (row := form.row) is None:
        return False
    today = sheet.workspace.today()
    fields = [
        NoteField("choice", "course.field.choice", f"{form.place}:choice", value=row.choice, lines=3),
        day_field("on", "course.field.consulted", today, past=True, value=form.was.get("on", typed_day(today))),
    ]

    def make(values: Values, base: Step | None) -> ConsultStep:
        return ConsultStep(step, base.rev if base else 0, values["choice"], values["on"])

    lines = [text("course.consult.why", step=label(row.code), who=text(f"domain_care.who.{row.who}"))]
    return await form.ask(text("course.consult.title", what=sheet.words.state.alias), fields, make, lines=lines)


async def move_to(sheet: CaseSheet, step: bytes) -> str:
    """Choose where the step goes and record it. ``under_way`` comes back undone where something leaves with it."""
    row = find(sheet.words.state.steps, step)
    if row is None:
        return ""
    offers = ("under_way", "done", "dropped") if row.status == "intended" else steps.reachable(row)
    outward = row.who != "reporter"
    options = [
        (
            to,
            text(f"domain_care.step_state.{to}"),
            text(f"course.step.to.{'leaves' if outward and to == 'under_way' else to}"),
        )
        for to in offers
    ]
    to = await sheet.app.ask(MenuDialog(text("course.step.move", step=label(row.code)), options))
    if to is None or (row.status == "intended" and to != "dropped" and not await _heard(sheet, row, to)):
        return ""
    row = find(sheet.words.state.steps, step) or row
    if to == "under_way" and row.who != "reporter":
        return to
    form = _form(sheet, step)
    today = sheet.workspace.today()

    def make(values: Values, base: Step | None) -> MoveStep:
        return MoveStep(step, base.rev if base else 0, to, values["on"])

    day = day_field("on", "course.field.on", today, past=True, value=typed_day(today))
    title = text("course.step.moved", step=label(row.code), state=text(f"domain_care.step_state.{to}"))
    return to if await form.ask(title, [day], make) else ""


async def _heard(sheet: CaseSheet, row: Step, to: str) -> bool:
    """Say why a step that was not talked over goes nowhere, and whether it was talked over after all."""
    try:
        decide(sheet.words.state, MoveStep(row.id, row.rev, to), sheet.workspace.context(sheet.case))
    except RefusedError as problem:
        title, hint = error(problem)
        now = ("consult", text("course.act.step.consult"), text("course.act.step.consult.help"))
        if await sheet.app.ask(MenuDialog(title, [now], [hint])) is None or not await consult(sheet, row.id):
            return False
        sheet.renew()
    return True


async def set_stage(sheet: CaseSheet) -> bool:
    """The stage of an integrity matter; above it, until it was talked over, what a formal report means."""
    state, today = sheet.words.state, sheet.workspace.today()
    base = state.core_rev("stage")
    place = f"stage:{sheet.case.hex()}.{base}"
    was = kept(sheet.app.services, place)

    async def submit(values: Values) -> str:
        nonlocal base
        warned = values.get("warned") == "yes"
        command = SetStage(base, values["stage"], values["on"], warned, values["decision"])
        try:
            await sheet.workspace.do(command, sheet.case)
        except ConflictError:
            now = sheet.workspace.case(sheet.case).state
            base = now.core_rev("stage")
            return text("course.conflict", theirs=stage_said(now))
        return ""

    warned = state.stage is not None and state.stage.warned
    code, decision = (state.stage.code, state.stage.decision) if state.stage else ("", "")
    fields: list[Field] = [
        code_field("stage", "course.field.stage", ("integrity_stage",), today, value=was.get("stage", code)),
        day_field("on", "course.field.on", today, past=True, value=was.get("on", typed_day(today))),
        TextField("decision", "course.field.decision", value=was.get("decision", decision)),
    ]
    if not warned:
        answers = (("no", text("course.stage.not_said")), ("yes", text("course.stage.said")))
        fields.insert(2, ChoiceField("warned", "course.field.warned", answers, value=was.get("warned", "")))
    lines = [] if warned else [text("domain_care.stage_warning")]
    title = text("course.stage.title", what=state.alias)
    return await asked(sheet, FormDialog(title, fields, submit, lines, place), held(sheet, place, fields))


async def meet_norm(sheet: CaseSheet, norm: str) -> bool:
    """The organisation acknowledged the report, or answered it."""
    running = dict(norm_dues(sheet.words.state))
    norm = norm if norm in running else next(iter(running))
    today = sheet.workspace.today()
    day = day_field("on", "course.field.on", today, past=True, value=typed_day(today))
    title = text("course.norm.title", norm=text(f"domain_care.due.{norm}"))
    lines = [text("course.norm.until", day=days.term(running[norm], today))]
    return await ask(sheet, sheet.case, title, [day], lambda values: MeetNorm(norm, values["on"]), lines)
