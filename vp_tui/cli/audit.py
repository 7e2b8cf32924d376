"""``vp audit``: fetch and verify everything this member can see, from entry 0 on. Callers: ``root``, ``bundle``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vp_tui.cli.output import Column
from vp_tui.cli.progress import Bar
from vp_tui.cli.session import Session
from vp_tui.cli.tree import command
from vp_tui.errors import IntegrityError
from vp_tui.i18n import error, text

if TYPE_CHECKING:
    from vp_tui.protocol.findings import Finding
    from vp_tui.workspace.facade import Workspace

__all__ = ["audit", "told"]


@command("audit", member=True)
@click.option("--export", metavar="FILE", type=click.Path(path_type=Path))
async def audit(session: Session, workspace: Workspace, export: Path | None) -> None:
    from vp_tui.device.paths import write_private

    with Bar("cli.auditing", quiet=session.quiet or not sys.stderr.isatty()) as bar:
        findings = await workspace.audit(bar.show)
    rows = [{"kind": each.kind, "space": each.space.hex(), "seq": each.seq, "detail": each.detail} for each in findings]
    if session.json or session.plain:
        session.out.rows(rows, [Column(name, "") for name in ("kind", "space", "seq", "detail")])
    else:
        for each in findings:
            session.out.raw(told(workspace, each))
        session.out.say("cli.audit-clean" if not findings else "cli.audit-found", n=len(findings))
    if export:
        write_private(export, await workspace.evidence(findings))
        session.out.say("cli.exported", file=str(export))
    if findings:
        raise click.exceptions.Exit(IntegrityError.exit_code)


def told(workspace: Workspace, finding: Finding) -> str:
    """What was found, in words that a confidant understands, where, and what to do."""
    key, facts = workspace.space_name(finding.space)
    title, hint = error(IntegrityError(finding.kind, finding.space, finding.seq))
    where = text("cli.finding", space=text(key, **facts), seq=finding.seq)
    return f"{title}\n    {where}\n    {hint}\n\n"
