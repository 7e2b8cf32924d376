"""``vp case tick|scope|safe``: the script of the intake, the scope, the rule of safe contact. Callers: ``case``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from vp_tui.cli import typed
from vp_tui.cli.acting import act
from vp_tui.cli.care_rows import document, label
from vp_tui.cli.given import CASE, ON, SAFE_TEXTS, read, safe_of, with_safe
from vp_tui.cli.output import Column
from vp_tui.cli.session import Session
from vp_tui.cli.tree import command
from vp_tui.domain import scope as scopes
from vp_tui.domain.case_parts import SafeContact
from vp_tui.domain.intake import INTAKE, VERDICTS, RecordScope, SetSafeContact, TickIntake
from vp_tui.i18n import text

if TYPE_CHECKING:
    from vp_tui.workspace.facade import Workspace

__all__ = ["safe", "safe_lines", "scope", "tick"]


@command("case.tick", member=True)
@CASE
@click.argument("item", type=click.Choice(INTAKE), required=False)
@ON
@click.option("--undo", is_flag=True)
async def tick(session: Session, workspace: Workspace, case: str, item: str | None, on: str | None, undo: bool) -> None:
    chosen = workspace.resolve(case)
    if item:
        ticking = TickIntake(item, typed.moment(on, past=True, field="on"), done=not undo)
        await act(session, workspace, ticking, chosen, item=item)
        return
    ticked = workspace.case(chosen).state.intake
    rows = [
        {"item": each, "on": ticked[each].isoformat() if each in ticked else None, "said": text(_SCRIPT + each)}
        for each in INTAKE
    ]
    columns = (
        Column("item", "cli_care.column.item"),
        Column("on", "cli_care.column.on"),
        Column("said", "cli_care.column.script"),
    )
    session.out.rows(rows, columns)


_SCRIPT = "domain_care.intake."


@command("case.scope", member=True)
@CASE
@click.argument("verdict", type=click.Choice(VERDICTS), required=False)
@click.option("--why", metavar="TEXT", default="")
async def scope(session: Session, workspace: Workspace, case: str, verdict: str | None, **given: Any) -> None:
    chosen = workspace.resolve(case)
    if verdict:
        read(given, "why")
        await act(session, workspace, RecordScope(verdict, given["why"]), chosen, verdict=verdict)
        return
    state, card = workspace.case(chosen).state, workspace.context(chosen).mandate
    found = scopes.check(state.natures, card, session.today())
    reasons = [{"nature": nature or None, "reason": key} for nature, key in found.reasons]
    recorded = document(workspace, state.scope) if state.scope else None
    lines = [text(f"domain_care.verdict.{found.verdict}")]
    for nature, key in found.reasons:
        lines.append(f"- {label(nature)}: {text(_REASON + key)}" if nature else f"- {text(_REASON + key)}")
    if state.scope:
        settled = text(f"domain_care.verdict.{state.scope.verdict}")
        lines.append(text("cli_care.scope-recorded", verdict=settled, on=state.scope.on.isoformat()))
    facts = {"verdict": found.verdict, "billable": found.billable, "reasons": reasons, "recorded": recorded}
    session.out.facts(facts, "\n".join(lines))


_REASON = "domain_care.scope_reason."


@command("case.safe", member=True)
@CASE
@with_safe
async def safe(session: Session, workspace: Workspace, case: str, **given: Any) -> None:
    chosen = workspace.resolve(case)
    state = workspace.case(chosen).state
    before = state.safe or SafeContact()
    if any(value is not None for value in given.values()):
        read(given, *SAFE_TEXTS)
        after = safe_of(before, given)
        await act(session, workspace, SetSafeContact(state.core_rev("safe"), after), chosen)
        return
    rule = document(workspace, before)
    session.out.facts(rule | {"agreed": state.safe is not None}, "\n".join(safe_lines(rule)))


def safe_lines(rule: Mapping[str, Any]) -> list[str]:
    """The rule, given as a document, as somebody reads it before she calls."""
    said = []
    for name, value in rule.items():
        shown = text("cli.yes" if value else "cli.no") if isinstance(value, bool) else value or "-"
        said.append(f"{text(f'domain_care.safe.{name}')}: {shown}")
    return said
