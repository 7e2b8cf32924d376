"""``vp search`` and ``vp case search``: words in everything that this member may read. Callers: ``root``, ``case``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from vp_tui.cli.output import Column, marked
from vp_tui.cli.rows import case_row
from vp_tui.cli.session import Session
from vp_tui.cli.tree import command
from vp_tui.domain.case_code import case_code

if TYPE_CHECKING:
    from vp_tui.workspace.facade import Workspace

__all__ = ["search", "search_cases"]

_WORDS = click.argument("words", nargs=-1, required=True)
_COLUMNS = (
    Column("code", "cli.column.code"),
    Column("alias", "cli.column.alias"),
    Column("found", "cli.column.found"),
)


@command("search", member=True)
@_WORDS
async def search(session: Session, workspace: Workspace, words: tuple[str, ...]) -> None:
    await _find(session, workspace, " ".join(words), ("case", "client", "contact_request"))


@command("case.search", member=True)
@_WORDS
async def search_cases(session: Session, workspace: Workspace, words: tuple[str, ...]) -> None:
    await _find(session, workspace, " ".join(words), ("case",))


async def _find(session: Session, workspace: Workspace, words: str, kinds: tuple[str, ...]) -> None:
    await workspace.index()
    places = _places(session, workspace)
    rows: list[dict[str, Any]] = []
    lines: list[str] = []
    for hit in workspace.search(words, kinds):
        where = places.get(hit.case) or _left(hit.case)
        rows.append(where | {"item": hit.item.hex() if hit.item else None, "found": hit.snippet})
        head = [(f"{where['code']}  {where['alias'] or where['client_name'] or ''}", False)]
        lines += [marked(head), "    " + marked(hit.marked)]
    if rows and not (session.json or session.plain):
        session.out.raw("\n".join([*lines, ""]))
    else:
        searchable = any(map(str.isalnum, words))
        session.out.rows(rows, _COLUMNS, empty="cli.no-hits" if searchable else "cli_care.no-words")


def _left(case: bytes) -> dict[str, Any]:
    """Personal notes of a case that was handed over."""
    row = {"kind": "notes", "id": case.hex(), "code": case_code(case), "alias": None}
    return row | {"client": None, "client_name": None}


def _places(session: Session, workspace: Workspace) -> dict[bytes, dict[str, Any]]:
    """What a hit can be in, by its id: cases, clients, contact requests."""
    today = session.today()
    clients = {each.id: each for each in workspace.clients()}
    found: dict[bytes, dict[str, Any]] = {}
    for client in clients.values():
        row = {"kind": "client", "id": client.id.hex(), "code": client.code, "alias": None}
        found[client.id] = row | {"client": client.code, "client_name": client.name}
    for request in workspace.contacts():
        about = clients.get(request.client)
        row = {"kind": "contact_request", "id": request.id.hex(), "code": case_code(request.id), "alias": None}
        known = {"client": about and about.code, "client_name": about and about.name}
        found[request.id] = row | known
    for summary in workspace.summaries():
        found[summary.id] = {"kind": "case"} | case_row(workspace, summary, today)
    return found
