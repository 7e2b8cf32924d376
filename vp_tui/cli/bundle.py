"""``vp practice export|check|restore``: against the loss of the server. Callers: ``practice``.

Invariant: a bundle appears under its name only when it is whole, 0600 and on the disk; checking one needs no server.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from vp_tui.cli.audit import told
from vp_tui.cli.output import say
from vp_tui.cli.progress import Bar
from vp_tui.cli.rows import instant
from vp_tui.cli.session import Session
from vp_tui.cli.tree import command
from vp_tui.errors import ConflictError, IntegrityError, NotFoundError

if TYPE_CHECKING:
    from vp_tui.protocol.bundle import Read
    from vp_tui.protocol.findings import Finding
    from vp_tui.workspace.facade import Workspace
    from vp_tui.workspace.rescue import Report

__all__ = ["check", "export", "restore"]

_FILE = click.argument("file", metavar="FILE", type=click.Path(path_type=Path))


@command("practice.export", member=True)
@_FILE
@click.option("--force", is_flag=True)
@click.option("--with-findings", is_flag=True)
async def export(session: Session, workspace: Workspace, file: Path, force: bool, with_findings: bool) -> None:
    from vp_tui.device.paths import replacing

    if not force:
        _absent(file)
    with replacing(file) as written, _bar(session, "cli.exporting") as bar:
        try:
            report = await workspace.export(lambda part: _all(written, part), bar.show, force=with_findings)
        except IntegrityError:
            _tell(session, workspace, workspace.findings())
            raise
    _tell(session, workspace, report.findings)
    session.out.facts({"file": str(file), **_facts(report)})
    session.out.say("cli.bundle-made", file=str(file))
    _exit(report)


@command("practice.check", enrols=True)
@_FILE
async def check(session: Session, file: Path) -> None:
    workspace = _offline(session)
    try:
        with _reading(file) as (read, size), _bar(session, "cli.auditing") as bar:
            report = await workspace.check_bundle(read, size, bar.show)
        session.out.facts(_facts(report))
        _tell(session, workspace, report.findings)
        session.out.say("cli.bundle-behind" if report.behind else "cli.bundle-whole", n=len(report.behind))
        _exit(report)
    finally:
        await workspace.close()


@command("practice.restore", enrols=True)
@_FILE
@click.option("--dsn", metavar="DSN", required=True)
@click.option("--address", metavar="DSN", default="")
@click.option("--force", is_flag=True)
async def restore(session: Session, file: Path, dsn: str, address: str, force: bool) -> None:
    from vp_tui.store.dsn import resolve

    workspace = _offline(session)
    try:
        target = resolve(dsn, session.postgres, admin=True)
        with _reading(file) as (read, size), _bar(session, "cli.auditing") as bar:
            done = await workspace.restore(read, size, target, address, bar.show, force=force)
    finally:
        await workspace.close()
    facts = {
        "restored_entries": done.entries,
        "restored_records": done.records,
        "differing": [space.hex() for space in done.differing],
    }
    session.out.facts({**_facts(done.report), **facts})
    session.out.say("cli.bundle-restored")


def _absent(file: Path) -> None:
    if os.path.lexists(file):
        raise ConflictError("cli.file-exists")


def _all(written: IO[bytes], part: bytes) -> None:
    written.write(part)


def _offline(session: Session) -> Workspace:
    paths = session.paths()
    return session.unlock(paths, *session.chosen(paths))


def _bar(session: Session, key: str) -> Bar:
    return Bar(key, quiet=session.quiet or not sys.stderr.isatty())


def _facts(report: Report) -> dict[str, Any]:
    return {
        "bundle": report.bundle_id.hex(),
        "made": instant(report.made_ms),
        "device": report.device.hex(),
        "spaces": report.spaces,
        "entries": report.entries,
        "records": report.records,
        "findings": [
            {"kind": each.kind, "space": each.space.hex(), "seq": each.seq, "detail": each.detail}
            for each in report.findings
        ],
        "behind": [space.hex() for space in report.behind],
    }


def _tell(session: Session, workspace: Workspace, findings: Sequence[Finding]) -> None:
    if not (session.json or session.quiet):
        for each in findings:
            say(told(workspace, each))


def _exit(report: Report) -> None:
    if report.findings:
        raise click.exceptions.Exit(IntegrityError.exit_code)


@contextmanager
def _reading(file: Path) -> Iterator[tuple[Read, int]]:
    try:
        handle = os.open(file, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    except OSError:
        raise NotFoundError("cli.secret-file-absent") from None
    with os.fdopen(handle, "rb") as opened:

        def read(offset: int, size: int) -> bytes:
            opened.seek(offset)
            return opened.read(size)

        yield read, os.fstat(handle).st_size
