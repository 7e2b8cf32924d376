"""How checks of a server and of this computer are shown. Callers: ``server`` and ``doctor``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

import click

from vp_tui.cli.output import Column
from vp_tui.cli.session import Session
from vp_tui.errors import VpError
from vp_tui.i18n import exists, text

__all__ = ["Checked", "show_checks"]


class Checked(Protocol):
    """One check: level ``ok``, ``warn`` or ``bad``, a key of its catalog, and the facts that fill its text."""

    @property
    def level(self) -> str: ...
    @property
    def key(self) -> str: ...
    @property
    def facts(self) -> Mapping[str, Any]: ...


def _row(check: Checked, catalog: str) -> dict[str, Any]:
    key = f"{catalog}.{check.key}"
    return {
        "level": check.level,
        "key": check.key,
        "text": text(key, **check.facts),
        "hint": text(f"{key}.hint", **check.facts) if check.level != "ok" and exists(f"{key}.hint") else "",
        "facts": dict(check.facts),
    }


def show_checks(session: Session, checks: list[Checked], catalog: str) -> None:
    """What is so, and what to mend. Exit code 1 if anything is bad."""
    rows = [_row(check, catalog) for check in checks]
    if session.json or session.plain:
        session.out.rows(rows, [Column(name, "") for name in ("level", "key", "text", "hint")])
    else:
        lines = [f"{text('cli.level.' + row['level'])}  {row['text']}\n" for row in rows]
        hints = [f"        {row['hint']}\n" if row["hint"] else "" for row in rows]
        session.out.raw("".join(line + hint for line, hint in zip(lines, hints, strict=True)))
    bad = sum(check.level == "bad" for check in checks)
    session.out.say("cli.checks-bad" if bad else "cli.checks-fine", n=bad)
    if bad:
        raise click.exceptions.Exit(VpError.exit_code)
