"""``vp draft write|show|list|diff``: complaints, reports and letters, every version kept. Callers: ``root``."""

from __future__ import annotations

from difflib import unified_diff
from typing import TYPE_CHECKING, Any

import click

from vp_tui.cli import typed
from vp_tui.cli.acting import act
from vp_tui.cli.care_rows import document, show_rows
from vp_tui.cli.given import CASE, read, texts
from vp_tui.cli.output import Column
from vp_tui.cli.session import Session
from vp_tui.cli.tree import command, group
from vp_tui.domain.draft import DRAFTS, WriteDraft
from vp_tui.errors import NotFoundError
from vp_tui.i18n import text

if TYPE_CHECKING:
    from vp_tui.domain.case_parts import Draft, Version
    from vp_tui.workspace.facade import Workspace

__all__ = ["diff", "draft", "list_drafts", "show", "write"]

draft = group(
    "draft",
    {"write": "draft:write", "show": "draft:show", "list": "draft:list_drafts", "diff": "draft:diff"},
)

_DRAFT = click.argument("draft")


@command("draft.write", member=True)
@CASE
@click.option("--draft", metavar="ID")
@click.option("--kind", type=click.Choice(DRAFTS))
@texts("title")
@texts("text", main="text")
@click.option("--base", type=int, metavar="N")
async def write(session: Session, workspace: Workspace, case: str, **given: Any) -> None:
    chosen = workspace.resolve(case)
    read(given, "title", "text")
    before = typed.row(workspace.case(chosen).state.drafts, given["draft"]) if given["draft"] else None
    writing = WriteDraft(
        draft=before.id if before else workspace.new_id(),
        kind=given["kind"] or (before.kind if before else "letter"),
        title=given["title"] or (before.title if before else ""),
        text=given["text"],
        base=before.rev if before and given["base"] is None else given["base"] or 0,
    )
    await act(session, workspace, writing, chosen, draft=writing.draft.hex(), version=writing.base + 1)


def _version(row: Draft, number: int | None) -> tuple[int, Version]:
    wanted = row.rev if number is None else number
    if not 1 <= wanted <= row.rev:
        raise NotFoundError("cli.unknown-version", n=row.rev)
    return wanted, row.versions[wanted - 1]


@command("draft.show", member=True)
@CASE
@_DRAFT
@click.option("--version", type=int, metavar="N")
async def show(session: Session, workspace: Workspace, case: str, draft: str, version: int | None) -> None:
    row = typed.row(workspace.case(workspace.resolve(case)).state.drafts, draft)
    number, found = _version(row, version)
    about = {"id": row.id.hex(), "kind": row.kind, "title": row.title, "version": number, "versions": row.rev}
    session.out.facts(about | document(workspace, found), f"{row.title}\n\n{found.text}")


@command("draft.list", member=True)
@CASE
async def list_drafts(session: Session, workspace: Workspace, case: str) -> None:
    rows = []
    for row in workspace.case(workspace.resolve(case)).state.drafts:
        versions = [document(workspace, version) for version in row.versions]
        about = {"id": row.id.hex(), "kind": row.kind, "title": row.title, "versions": versions}
        shown = {
            "kind_shown": text(f"domain_care.draft.{row.kind}"),
            "versions": row.rev,
            "sent": [version["sent_on"] for version in versions if version["sent_on"]],
        }
        rows.append((about, shown))
    show_rows(
        session,
        rows,
        (
            Column("id", "cli.column.id", "short"),
            Column("kind", "cli_care.column.kind", "kind_shown"),
            Column("title", "cli_care.column.title"),
            Column("versions", "cli_care.column.versions"),
            Column("sent", "cli_care.column.sent"),
        ),
    )


@command("draft.diff", member=True)
@CASE
@_DRAFT
@click.option("--from", "older", type=int, metavar="N")
@click.option("--to", "newer", type=int, metavar="N")
async def diff(
    session: Session, workspace: Workspace, case: str, draft: str, older: int | None, newer: int | None
) -> None:
    row = typed.row(workspace.case(workspace.resolve(case)).state.drafts, draft)
    to, after = _version(row, newer)
    since, before = _version(row, older if older is not None else max(1, to - 1))
    lines = list(unified_diff(before.text.split("\n"), after.text.split("\n"), str(since), str(to), lineterm=""))
    session.out.facts({"id": row.id.hex(), "from": since, "to": to, "diff": lines}, "\n".join(lines))
