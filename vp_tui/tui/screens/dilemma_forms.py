"""Forms of the exception to confidentiality.

Invariants: every condition is answered in words of its own; what breaks confidentiality is only prepared here, and done
after the typed word; what is typed stays in a sealed draft until it is recorded. Callers: the sheet of dilemmas.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from vp_tui.domain.act import Command
from vp_tui.domain.commands import (
    AnswerCondition,
    BreakConfidentiality,
    ConsultColleague,
    FinishException,
    InformReporter,
    OpenDilemma,
    RecordAttempt,
    WeighAlternatives,
)
from vp_tui.domain.dilemma import Answer, Dilemma
from vp_tui.domain.party import Party
from vp_tui.domain.space import decide
from vp_tui.domain.weighing import ANSWERS
from vp_tui.errors import RefusedError
from vp_tui.i18n import text
from vp_tui.tui.dialogs.form import FormDialog, Values
from vp_tui.tui.screens.care_fields import beside, few, party_fields, party_of
from vp_tui.tui.screens.case_fields import code_field, day_field, typed_day
from vp_tui.tui.screens.sheet_forms import ask
from vp_tui.tui.widgets.field import ChoiceField, NoteField
from vp_tui.tui.widgets.kept_form import kept

if TYPE_CHECKING:
    from vp_tui.tui.screens.sheet import CaseSheet

__all__ = ["answer", "attempt", "consult", "finish", "informed", "open_dilemma", "to_break", "weigh_alternatives"]

_CONFIDANT = 1


def _place(sheet: CaseSheet, row: Dilemma | None, what: str) -> tuple[str, Values]:
    """The name of the form's draft, and what was typed into it before."""
    place = f"dilemma:{(row.id if row else sheet.case).hex()}:{what}"
    return place, kept(sheet.app.services, place)


def _prose(place: str, name: str, label: str, value: str = "", lines: int = 4) -> NoteField:
    return NoteField(name, f"dilemma.field.{label}", f"{place}:{name}", value=value, lines=lines)


def _needed(values: Values, name: str = "text") -> str:
    """The text itself. RefusedError beside it if there is none."""
    if not values[name].strip():
        raise RefusedError("text-missing", name)
    return str(values[name])


async def open_dilemma(sheet: CaseSheet) -> bytes | None:
    """The ground and the dilemma in words; its id."""
    place, was = _place(sheet, None, "new")
    dilemma = sheet.workspace.new_id()
    fields = [
        code_field(
            "ground", "dilemma.field.ground", ("exception",), sheet.workspace.today(), value=was.get("ground", "")
        ),
        _prose(place, "text", "dilemma"),
    ]

    def make(values: Values) -> Command:
        return OpenDilemma(dilemma, values["ground"], values["text"])

    title = text("dilemma.new", what=sheet.words.state.alias)
    lines = [text("dilemma.new.stays"), text("dilemma.new.layer")]
    return dilemma if await ask(sheet, sheet.case, title, fields, make, lines, place) else None


async def answer(sheet: CaseSheet, row: Dilemma, condition: str) -> bool:
    """One condition: yes, no or not sure, and why."""
    place, was = _place(sheet, row, condition)
    before = row.conditions.get(condition, Answer("", ""))
    choices = tuple((each, text(f"domain_care.answer.{each}")) for each in ANSWERS)
    fields = [
        ChoiceField("answer", "dilemma.field.answer", choices, value=was.get("answer", before.answer or "unsure")),
        _prose(place, "text", "why", before.text),
    ]

    def make(values: Values) -> Command:
        return AnswerCondition(row.id, row.rev, condition, values["answer"], _needed(values))

    title = text(f"domain_care.condition.{condition}")
    return await ask(sheet, sheet.case, title, fields, make, [text("dilemma.answer.stays")], place)


async def weigh_alternatives(sheet: CaseSheet, row: Dilemma) -> bool:
    """Other ways that were thought of, and why they do not do."""
    place, _ = _place(sheet, row, "alternatives")
    fields = [_prose(place, "text", "alternatives", row.alternatives, 6)]

    def make(values: Values) -> Command:
        return WeighAlternatives(row.id, row.rev, values["text"])

    return await ask(sheet, sheet.case, text("dilemma.alternatives"), fields, make, place=place)


async def consult(sheet: CaseSheet, row: Dilemma) -> bool:
    """A colleague by name, to whom nothing was said by which the case could be known."""
    place, was = _place(sheet, row, "consult")
    today = sheet.workspace.today()
    colleagues = [
        (member.id.hex(), member.name)
        for member in sheet.workspace.members()
        if member.active and member.roles & _CONFIDANT and not member.is_me
    ]
    fields = [
        few("colleague", "dilemma.field.colleague", colleagues, was.get("colleague", "")),
        ChoiceField(
            "anonymised",
            "dilemma.field.anonymised",
            (("no", text("dilemma.field.anonymised.no")), ("yes", text("dilemma.field.anonymised.yes"))),
            value=was.get("anonymised", ""),
        ),
        day_field("on", "dilemma.field.on", today, past=True, value=was.get("on", typed_day(today))),
        _prose(place, "text", "advice"),
    ]

    def make(values: Values) -> Command:
        asked = bytes.fromhex(values["colleague"])
        return ConsultColleague(row.id, row.rev, asked, values["anonymised"] == "yes", values["on"], values["text"])

    lines = [text("dilemma.consult.how")]
    return await ask(sheet, sheet.case, text("dilemma.consult"), fields, make, lines, place)


async def to_break(sheet: CaseSheet, row: Dilemma, before: BreakConfidentiality | None) -> BreakConfidentiality | None:
    """To whom and what, checked against the rules; nothing is recorded yet. Raises what stands in the way of any.

    ``before`` is what was typed when the word was not."""
    notes, today = sheet.words.view.notes, sheet.workspace.today()

    def made(party: Party | None, content: str, on: date | None = None) -> BreakConfidentiality:
        if party is None:
            raise RefusedError("party-missing", "party")
        command = BreakConfidentiality(row.id, row.rev, party, content, on)
        decide(notes, command, sheet.workspace.context(sheet.case))
        return command

    # What no form could mend is said before one is filled in.
    made(Party("organisation"), "-")
    place, _ = _place(sheet, row, "break")
    command: BreakConfidentiality | None = None

    async def check(values: Values) -> str:
        nonlocal command
        try:
            command = made(party_of(values), values["content"], values["on"])
        except RefusedError as problem:
            raise beside(problem) from None
        return ""

    fields = [
        *party_fields(sheet.workspace, today, party=before.party if before else None),
        _prose(place, "content", "content", before.content if before else ""),
        day_field("on", "dilemma.field.on", today, past=True, value=typed_day(before.on if before else today)),
    ]
    lines = [text("dilemma.break.least"), text("dilemma.break.first")]
    title = text("dilemma.break", what=sheet.words.state.alias)
    return command if await sheet.app.ask(FormDialog(title, fields, check, lines)) else None


async def informed(sheet: CaseSheet, row: Dilemma) -> bool:
    """On which day the reporter heard of what."""
    place, was = _place(sheet, row, "informed")
    today = sheet.workspace.today()
    fields = [
        day_field("on", "dilemma.field.on", today, past=True, value=was.get("on", typed_day(today))),
        _prose(place, "of", "of", row.informed_of),
    ]

    def make(values: Values) -> Command:
        return InformReporter(row.id, row.rev, values["of"], values["on"])

    return await ask(sheet, sheet.case, text("dilemma.inform"), fields, make, [text("dilemma.inform.why")], place)


async def attempt(sheet: CaseSheet, row: Dilemma) -> bool:
    """Why she could not be told, and when it is tried again."""
    place, was = _place(sheet, row, "attempt")
    fields = [
        _prose(place, "why", "why", lines=3),
        day_field("again", "dilemma.field.again", sheet.workspace.today(), value=was.get("again", "")),
    ]

    def make(values: Values) -> Command:
        if values["again"] is None:
            raise RefusedError("attempt-in-past", "again")
        return RecordAttempt(row.id, row.rev, values["why"], values["again"])

    return await ask(sheet, sheet.case, text("dilemma.attempted"), fields, make, [text("dilemma.attempted.why")], place)


async def finish(sheet: CaseSheet, row: Dilemma) -> bool:
    """The account of what was decided and why; the rules look whether the reporter knows."""
    place, _ = _place(sheet, row, "account")
    fields = [_prose(place, "account", "account", lines=6)]

    def make(values: Values) -> Command:
        return FinishException(row.id, row.rev, values["account"])

    lines = [text("dilemma.finish.broken" if row.breaches else "dilemma.finish.kept")]
    return await ask(sheet, sheet.case, text("dilemma.finish"), fields, make, lines, place)
