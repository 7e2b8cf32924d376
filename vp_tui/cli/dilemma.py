"""``vp dilemma``: the exception to confidentiality while nothing has left yet, and as it is read.

What is told, and to whom, is in ``dilemma_breach``. All of it stands in the owner's personal notes, which no deputy
opens. Callers: ``root``; ``row_of`` for the breach.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from vp_tui.cli import typed
from vp_tui.cli.acting import act
from vp_tui.cli.care_rows import document, label, party_label
from vp_tui.cli.given import CASE, ON, read, texts
from vp_tui.cli.session import Session
from vp_tui.cli.tree import command, group
from vp_tui.domain.weighing import (
    ANSWERS,
    CONDITIONS,
    AnswerCondition,
    ConsultColleague,
    OpenDilemma,
    WeighAlternatives,
)
from vp_tui.errors import NotFoundError
from vp_tui.i18n import text

if TYPE_CHECKING:
    from vp_tui.domain.dilemma import Dilemma
    from vp_tui.workspace.facade import Workspace

__all__ = ["WHICH", "answer", "consult", "dilemma", "open_dilemma", "row_of", "show", "weigh"]

dilemma = group(
    "dilemma",
    {
        "open": "dilemma:open_dilemma",
        "show": "dilemma:show",
        "answer": "dilemma:answer",
        "weigh": "dilemma:weigh",
        "consult": "dilemma:consult",
        "break": "dilemma_breach:break_confidentiality",
        "inform": "dilemma_breach:inform",
        "attempt": "dilemma_breach:attempt",
        "finish": "dilemma_breach:finish",
    },
)

WHICH = click.option("--dilemma", metavar="ID")


def row_of(workspace: Workspace, case: bytes, given: str | None) -> Dilemma:
    """The dilemma that was named, or the only one that is not settled."""
    notes = workspace.case(case).notes
    rows = notes.exceptions if notes else ()
    if given is None and not any(row.unsettled for row in rows):
        raise NotFoundError("cli.no-dilemma")
    return typed.row([row for row in rows if row.unsettled] if given is None else rows, given or "")


@command("dilemma.open", member=True)
@CASE
@click.argument("ground")
@texts("text", main="text")
async def open_dilemma(session: Session, workspace: Workspace, case: str, ground: str, **given: Any) -> None:
    chosen = workspace.resolve(case)
    read(given, "text")
    fresh = workspace.new_id()
    opening = OpenDilemma(fresh, typed.code(ground, "exception"), given["text"])
    await act(session, workspace, opening, chosen, "cli_care.dilemma", dilemma=fresh.hex())


@command("dilemma.answer", member=True)
@CASE
@click.argument("condition", type=click.Choice(CONDITIONS))
@click.argument("answer", type=click.Choice(ANSWERS))
@texts("text")
@WHICH
async def answer(session: Session, workspace: Workspace, case: str, condition: str, answer: str, **given: Any) -> None:
    chosen = workspace.resolve(case)
    read(given, "text")
    row = row_of(workspace, chosen, given["dilemma"])
    answering = AnswerCondition(row.id, row.rev, condition, answer, given["text"] or "")
    await act(session, workspace, answering, chosen, dilemma=row.id.hex())


@command("dilemma.weigh", member=True)
@CASE
@texts("text", main="text")
@WHICH
async def weigh(session: Session, workspace: Workspace, case: str, **given: Any) -> None:
    chosen = workspace.resolve(case)
    read(given, "text")
    row = row_of(workspace, chosen, given["dilemma"])
    await act(session, workspace, WeighAlternatives(row.id, row.rev, given["text"]), chosen, dilemma=row.id.hex())


@command("dilemma.consult", member=True)
@CASE
@click.argument("member")
@click.option("--anonymised", is_flag=True)
@ON
@texts("text")
@WHICH
async def consult(session: Session, workspace: Workspace, case: str, member: str, **given: Any) -> None:
    chosen = workspace.resolve(case)
    read(given, "text")
    row = row_of(workspace, chosen, given["dilemma"])
    asking = ConsultColleague(
        dilemma=row.id,
        base=row.rev,
        colleague=typed.member(workspace, member).id,
        anonymised=given["anonymised"],
        on=typed.moment(given["on"], past=True, field="on"),
        text=given["text"] or "",
    )
    await act(session, workspace, asking, chosen, dilemma=row.id.hex())


@command("dilemma.show", member=True)
@CASE
@WHICH
async def show(session: Session, workspace: Workspace, case: str, dilemma: str | None) -> None:
    notes = workspace.case(workspace.resolve(case)).notes
    rows = list(notes.exceptions if notes else ())
    if dilemma is not None:
        rows = [typed.row(rows, dilemma)]
    documents = [document(workspace, row) | {"unsettled": row.unsettled} for row in rows]
    if session.json or not rows:
        session.out.rows(documents, ())
    else:
        session.out.facts({}, "\n\n".join(_read(workspace, row) for row in rows))


def _read(workspace: Workspace, row: Dilemma) -> str:
    lines = [f"{label(row.ground)}, {row.on}  [{row.id.hex()[:8]}]", text(f"domain_care.dilemma.{row.stage}"), row.text]
    for condition in CONDITIONS:
        given = row.conditions.get(condition)
        said = f"{text(f'domain_care.answer.{given.answer}')}. {given.text}" if given else "-"
        lines.append(f"{text(f'domain_care.condition.{condition}')} {said}".rstrip())
    lines.append(row.alternatives)
    lines += [f"{each.on}  {workspace.member_name(each.colleague)}. {each.text}" for each in row.consultations]
    lines += [f"{each.on}  {party_label(workspace, each.party)}: {each.content}" for each in row.breaches]
    lines += [f"{each.on}  {each.why} ({each.again})" for each in row.attempts]
    if row.informed_on:
        lines.append(text("cli_care.informed", on=row.informed_on.isoformat(), of=row.informed_of))
    return "\n".join(line for line in [*lines, row.account] if line)
