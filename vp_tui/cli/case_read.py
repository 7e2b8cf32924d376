"""``vp case list|show``: the queue and one case, read. Callers: ``case``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from vp_tui.cli import typed
from vp_tui.cli.case_intake import safe_lines
from vp_tui.cli.output import Column
from vp_tui.cli.rows import case_document, case_row
from vp_tui.cli.session import Session
from vp_tui.cli.tree import command
from vp_tui.domain import codes, queue
from vp_tui.domain.query import parse
from vp_tui.i18n import language, text

if TYPE_CHECKING:
    from vp_tui.workspace.facade import Workspace

__all__ = ["list_cases", "show"]

_COLUMNS = (
    Column("code", "cli.column.code"),
    Column("state", "cli.column.state", "state_shown"),
    Column("due", "cli.column.due"),
    Column("client", "cli.column.client"),
    Column("alias", "cli.column.alias"),
    Column("attention", "cli.column.attention", "attention_shown"),
    Column("next", "cli.column.next"),
)


def _shown(row: dict[str, Any]) -> dict[str, Any]:
    flags = [text(f"domain.attention.{flag}") for flag in row["attention"]]
    return {**row, "state_shown": text(f"domain.state.{row['state']}"), "attention_shown": flags}


def _print(session: Session, rows: list[dict[str, Any]]) -> None:
    session.out.rows(rows if session.json else [_shown(row) for row in rows], _COLUMNS, empty="cli.no-cases")


@command("case.list", member=True)
@click.argument("query", nargs=-1)
@click.option("--section", type=click.Choice(queue.SECTIONS), default="all")
@click.option("--sort", metavar="KEY")
@click.option("--view", metavar="NAME")
async def list_cases(
    session: Session,
    workspace: Workspace,
    query: tuple[str, ...],
    section: str,
    sort: str | None,
    view: str | None,
) -> None:
    saved = typed.view(workspace, view) if view else None
    sort = sort or (saved.sort if saved else "due")
    if sort.removeprefix("-") not in queue.SORTS:
        raise click.BadParameter("", param=next(p for p in list_cases.params if p.name == "sort"))
    typed_in = " ".join([*([saved.query] if saved else []), *query])
    summaries = workspace.summaries()
    today = session.today()
    names = {member.id: member.name for member in workspace.members()}
    wanted = parse(typed_in)
    ordered = queue.order(summaries, sort)
    chosen = queue.select(summaries, section, wanted, ordered, today, workspace.me.member, names)
    _print(session, [case_row(workspace, summaries[number], today) for number in chosen])


@command("case.show", member=True)
@click.argument("case")
async def show(session: Session, workspace: Workspace, case: str) -> None:
    chosen = workspace.resolve(case)
    summary = next(each for each in workspace.summaries() if each.id == chosen)
    document = case_document(workspace, chosen, case_row(workspace, summary, session.today()))
    session.out.facts(document, "" if session.json or session.plain else _read(document))


def _label(value: str | None) -> str:
    return codes.label(value, language()) if value else "-"


def _care(case: dict[str, Any]) -> dict[str, str]:
    """What was agreed at the intake, as far as it was; the rest has lists of its own."""
    scope, stage = case["scope"], case["stage"]
    return {
        "safe": "; ".join(safe_lines(case["safe"])) if case["safe"] else "",
        "identity": _label(case["identity"]) if case["identity"] else "",
        "wish": case["wish"] or "",
        "scope": text(f"domain_care.verdict.{scope['verdict']}") if scope else "",
        "stage": _label(stage["code"]) if stage else "",
        "tags": ", ".join(case["tags"]),
    }


def _read(case: dict[str, Any]) -> str:
    """The case as somebody reads it aloud: labels in words, nothing drawn."""
    facts = {
        "client": case["client_name"] or "-",
        "state": text(f"domain.state.{case['state']}"),
        "natures": ", ".join(map(_label, case["natures"])) or "-",
        "channel": _label(case["channel"]),
        "next": " ".join(filter(None, [case["next"], case["due"] and f"({case['due']})"])) or "-",
        "owner": case["owner"],
        "readers": ", ".join(case["readers"]["dossier"]),
    }
    lines = [f"{case['code']}  {case['alias']}", ""]
    lines += [f"{text(f'cli.case.{name}')}: {value}" for name, value in facts.items()]
    lines += [f"{text(f'cli_care.case.{name}')}: {value}" for name, value in _care(case).items() if value]
    for item in case["timeline"]:
        spoken = f", {item['minutes']} min, {_label(item['channel'])}" if item["kind"] == "conversation" else ""
        kind = text(f"cli.item.{item['layer'] if item['layer'] == 'personal' else item['kind']}")
        lines += ["", f"{item['on'] or item['at'][:10]}  {kind}, {item['by']}{spoken}  [{item['id'][:8]}]"]
        lines.append(text("cli.withdrawn") if item["withdrawn"] else item["text"])
    return "\n".join(lines)
