"""Forms of the intake: scope against the mandate card, safe contact, the other reporters, linked cases.

Invariant: the card's answer and its reasons stand above what is recorded; somebody who is out of scope is not left
without a way onward unless she wants none. Callers: ``IntakeSheet``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vp_tui.domain.case_code import case_code
from vp_tui.domain.case_parts import Reporter, SafeContact
from vp_tui.domain.commands import (
    AddReporter,
    DeclineReferral,
    LinkCase,
    RecordScope,
    ReviseReporter,
    SetSafeContact,
    UnlinkCase,
)
from vp_tui.domain.keyed import find
from vp_tui.domain.referral import answered
from vp_tui.domain.scope import check
from vp_tui.errors import ConflictError, RefusedError
from vp_tui.i18n import text
from vp_tui.tui.dialogs.form import FormDialog, Values
from vp_tui.tui.dialogs.menu import MenuDialog
from vp_tui.tui.screens.care_fields import few
from vp_tui.tui.screens.care_words import safe_line
from vp_tui.tui.screens.case_fields import code_field
from vp_tui.tui.screens.case_words import label
from vp_tui.tui.screens.intake_words import SAFE, SCOPE, reasons
from vp_tui.tui.screens.sheet_forms import RowForm, ask
from vp_tui.tui.widgets.field import ChoiceField, Field, TextField

if TYPE_CHECKING:
    from vp_tui.tui.screens.sheet import CaseSheet

__all__ = ["add_reporter", "link", "record_scope", "revise_reporter", "set_safe", "unlink"]

_VERDICTS = ("in", "grey", "out")


def show(sheet: CaseSheet, entry: bytes) -> None:
    """Read the case again, and put the cursor on what was recorded."""
    sheet.renew()
    sheet.timeline.move_to(entry)


async def record_scope(sheet: CaseSheet) -> None:
    """What the card says, what the confidant says, and out of scope at once the way onward."""
    state = sheet.words.state
    found = check(state.natures, sheet.workspace.context(sheet.case).mandate, sheet.words.today)
    verdict = text(f"domain_care.verdict.{found.verdict}")
    lines = [
        text("care.scope.no_client") if state.client is None else text("care.scope.card", client=sheet.words.client()),
        *(f"  {reason}" for reason in reasons(found)),
        text(f"care.scope.result.{'billable' if found.billable else 'free'}", verdict=verdict),
    ]
    fields: list[Field] = [
        ChoiceField(
            "verdict",
            "care.field.verdict",
            tuple((each, text(f"domain_care.verdict.{each}")) for each in _VERDICTS),
            value=found.verdict,
        ),
        TextField("why", "care.field.why", placeholder="care.field.why.empty"),
    ]
    title = text("care.scope.title", what=state.alias)
    await ask(sheet, sheet.case, title, fields, lambda values: RecordScope(values["verdict"], values["why"]), lines)
    show(sheet, SCOPE)
    after = sheet.words.state
    if after.scope != state.scope and after.scope is not None and after.scope.verdict == "out" and not answered(after):
        await _onward(sheet)


async def _onward(sheet: CaseSheet) -> None:
    """Always a way onward: a referral, or the reporter's word that she wants none."""
    options = [
        ("refer", text("care.onward.refer"), text("care.onward.refer.why")),
        ("decline", text("care.onward.decline"), text("care.onward.decline.why")),
        ("later", text("care.onward.later"), text("care.onward.later.why")),
    ]
    match await sheet.app.ask(MenuDialog(text("care.onward.title"), options, [text("care.onward.why")])):
        case "refer":
            sheet.app.go("referrals", sheet.case.hex())
        case "decline":
            await sheet.workspace.do(DeclineReferral(), sheet.case)
            sheet.app.note("care.note.declined")


async def set_safe(sheet: CaseSheet) -> None:
    """How the reporter may be reached, and how not."""
    seen = sheet.words.state
    safe = seen.safe or SafeContact()
    base = seen.core_rev("safe")
    yes_no = (("no", text("case.field.no")), ("yes", text("case.field.yes")))

    async def submit(values: Values) -> str:
        nonlocal base
        rule = SafeContact(
            values["hours"],
            values["voicemail"] == "yes",
            values["say_function"] == "yes",
            values["code_word"],
            values["avoid"],
        )
        try:
            await sheet.workspace.do(SetSafeContact(base, rule), sheet.case)
        except ConflictError:
            now = sheet.workspace.case(sheet.case).state
            base = now.core_rev("safe")
            return text("case.conflict.line", theirs=safe_line(now.safe))
        return ""

    fields: list[Field] = [
        TextField("hours", "care.field.hours", value=safe.hours, placeholder="care.field.hours.empty"),
        ChoiceField("voicemail", "care.field.voicemail", yes_no, value="yes" if safe.voicemail else "no"),
        ChoiceField("say_function", "care.field.function", yes_no, value="yes" if safe.say_function else "no"),
        TextField("code_word", "care.field.code_word", value=safe.code_word, placeholder="case.field.optional"),
        TextField("avoid", "care.field.avoid", value=safe.avoid, placeholder="care.field.avoid.empty"),
    ]
    if await sheet.app.ask(FormDialog(text("care.safe.title", what=seen.alias), fields, submit)):
        show(sheet, SAFE)


# -- reporters --------------------------------------------------------------------------------------------------------


async def add_reporter(sheet: CaseSheet) -> None:
    """Somebody else in the same matter, on the same side."""
    fresh = sheet.workspace.new_id()
    await ask(
        sheet,
        sheet.case,
        text("care.reporter.add", what=sheet.words.state.alias),
        _reporter_fields(sheet, None),
        lambda values: AddReporter(fresh, values["alias"], values["role"], values["identity"]),
        [text("care.reporter.consent")],
    )
    show(sheet, fresh)


async def revise_reporter(sheet: CaseSheet, reporter: bytes) -> None:
    """Alias, role, identity, and a name if she wants to be known by it."""
    form = RowForm(
        sheet, sheet.case, lambda: find(sheet.workspace.case(sheet.case).state.reporters, reporter), _reporter_facts
    )
    fields = _reporter_fields(sheet, form.row)
    fields.append(
        TextField(
            "name", "care.field.name", value=form.row.name if form.row else "", placeholder="care.field.name.empty"
        )
    )

    def make(values: Values, row: Reporter | None) -> ReviseReporter:
        return ReviseReporter(
            reporter, row.rev if row else 0, values["alias"], values["role"], values["identity"], values["name"]
        )

    title = text("care.reporter.revise", what=form.row.alias if form.row else "")
    await form.ask(title, fields, make, mine=("alias", "role", "identity", "name"))


def _reporter_fields(sheet: CaseSheet, row: Reporter | None) -> list[Field]:
    today = sheet.words.today
    return [
        TextField("alias", "case.field.alias", value=row.alias if row else ""),
        code_field("role", "case.field.role", ("role",), today, value=row.role if row else ""),
        code_field("identity", "care.field.identity", ("identity",), today, value=row.identity if row else ""),
    ]


def _reporter_facts(row: Reporter) -> dict[str, str]:
    return {
        text("domain.field.alias"): row.alias,
        text("domain.field.role"): label(row.role),
        text("domain.field.identity"): label(row.identity),
        text("domain.field.name"): row.name,
    }


# -- the same matter elsewhere ----------------------------------------------------------------------------------------


async def link(sheet: CaseSheet) -> None:
    """Another case of mine about the same matter."""
    state = sheet.words.state
    offers = [
        (row.id.hex(), f"{row.alias}  {case_code(row.id)}")
        for row in sheet.workspace.summaries()
        if row.owner == sheet.words.me and row.id not in (state.id, *state.links)
    ]

    async def submit(values: Values) -> str:
        if not values["other"]:
            raise RefusedError("field.code", "other", count=len(offers))
        await _both(sheet, bytes.fromhex(values["other"]), LinkCase)
        return ""

    field = few("other", "care.field.other", offers)
    title = text("care.link.title", what=state.alias)
    await sheet.app.ask(FormDialog(title, [field], submit, [text("care.link.why")]))


async def unlink(sheet: CaseSheet, other: bytes) -> None:
    """Take the link off both cases."""
    await _both(sheet, other, UnlinkCase)


async def _both(sheet: CaseSheet, other: bytes, command: type[LinkCase | UnlinkCase]) -> None:
    """This case, and the other one where it still takes anything: one matter, whichever is open; one act to undo."""
    workspace = sheet.workspace
    await workspace.do(command(other), sheet.case)
    there = workspace.case(other).state if any(row.id == other for row in workspace.summaries()) else None
    if there is None or not there.is_open or (sheet.case in there.links) == (command is LinkCase):
        return
    await workspace.do(command(sheet.case), other)
    sheet.app.undoing.together(2)
