"""``vp server install|upgrade|status|check``: for the administrator of the PostgreSQL, who sees no content.

Invariant: an administrator's password comes from PGPASSWORD or the password file, never from the command line. Without
``--dsn`` these commands speak to the embedded server of the demo. Callers: ``root``.
"""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from vp_tui.cli.checks import show_checks
from vp_tui.cli.output import Column
from vp_tui.cli.session import Session
from vp_tui.cli.tree import command, group
from vp_tui.errors import UsageError
from vp_tui.i18n import text

if TYPE_CHECKING:
    from vp_tui.store.dsn import Target

__all__ = ["check", "install", "server", "status", "upgrade"]

server = group(
    "server",
    {"install": "server:install", "upgrade": "server:upgrade", "status": "server:status", "check": "server:check"},
)
_DSN = click.option("--dsn", metavar="DSN")


def _target(session: Session, dsn: str | None) -> tuple[Target, str]:
    """The administrator's target, and the address that is ours to show: the embedded server's, else nothing."""
    from vp_tui.store.dsn import resolve

    embedded = "" if dsn else _embedded(session)
    return resolve(dsn or embedded or None, session.postgres, admin=True), embedded


def _embedded(session: Session) -> str:
    from vp_tui.demo.home import DATABASE, has_demo, server_of

    paths = session.paths()
    if not has_demo(paths):
        if session.postgres:
            return ""
        raise UsageError("cli.missing", name="--dsn", command="vp server")
    return server_of(paths).admin_dsn(DATABASE)


@command("server.install")
@click.option("--dsn", metavar="DSN", required=True)
async def install(session: Session, dsn: str) -> None:
    from vp_tui.workspace import bootstrap

    founding = await bootstrap.install(dsn, session.postgres)
    code = " ".join(founding.code)
    session.out.facts({"dsn": founding.dsn, "code": code}, text("cli.installed", dsn=founding.dsn, code=code))
    session.out.say("cli.installed.next")


@command("server.upgrade")
@_DSN
@click.option("--dry-run", is_flag=True)
async def upgrade(session: Session, dsn: str | None, dry_run: bool) -> None:
    from vp_tui.store import admin

    done = await admin.upgrade(_target(session, dsn)[0], dry_run=dry_run)
    rows = [{"migration": name, "applied": not dry_run} for name in done]
    session.out.rows(rows, [Column("migration", "cli.column.migration")], empty="cli.up-to-date")


@command("server.status")
@_DSN
async def status(session: Session, dsn: str | None) -> None:
    from vp_tui.store import admin

    target, embedded = _target(session, dsn)
    facts: dict[str, Any] = asdict(await admin.status(target))
    if embedded:
        facts["admin_dsn"] = embedded
    session.out.facts(facts)


@command("server.check")
@_DSN
async def check(session: Session, dsn: str | None) -> None:
    from vp_tui.store import admin

    show_checks(session, list(await admin.check(_target(session, dsn)[0])), "server")
