"""What an administrator should mend: privileges, policies, functions, transport, logs, backups.

Invariant: read-only. Findings are advice to an honest administrator; a dishonest one can answer anything, and that is
met by encryption and signatures, not here. Callers: cli, through ``admin.check``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

import asyncpg

from vp_tui.errors import Fact
from vp_tui.store.connection import session
from vp_tui.store.dsn import Target
from vp_tui.store.sql import blocks, schema_folder, schema_version

__all__ = ["Finding", "check"]

Level = Literal["ok", "warn", "bad"]
_LEVELS: Mapping[str, Level] = {
    "rls": "bad",
    "owner": "bad",
    "search_path": "bad",
    "public": "bad",
    "writes": "bad",
    "strangers": "bad",
    "functions": "bad",
    "tables": "bad",
    "logins": "bad",
    "bypass": "warn",
    "tls": "bad",
    "hba": "bad",
    "parameters": "bad",
    "statements": "warn",
    "durability": "bad",
    "backup": "warn",
}
_FUNCTION = re.compile(r"^create or replace function vp\.(\w+)\(.*?\$\$(.*?)\$\$", re.MULTILINE | re.DOTALL)
_TABLE = re.compile(r"^create table vp\.(\w+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at. Its text is ``server.<key>``; what to do is ``server.<key>.hint``."""

    key: str
    level: Level
    facts: Mapping[str, Fact] = field(default_factory=dict)


async def check(target: Target) -> tuple[Finding, ...]:
    """Look at everything; the schema first, and alone where it is missing or of another release."""
    async with session(target) as connection:
        major = await connection.fetchval(blocks("admin")["server_version"]) // 10000
        if not await connection.fetchval(blocks("admin")["has_schema"]):
            return (Finding("schema.missing", "bad"),)
        applied = await connection.fetch(blocks("admin")["applied"])
        version = applied[-1]["version"] if applied else 0
        if version != schema_version():
            return (Finding("schema", "bad", {"found": version, "wanted": schema_version()}),)
        findings = [Finding("schema.ok", "ok", {"found": version, "server": major})]
        for name, level in _LEVELS.items():
            try:
                what = await _offenders(connection, name)
            except asyncpg.InsufficientPrivilegeError:
                findings.append(Finding("unseen", "warn", {"what": name}))
                continue
            if name == "bypass" and len(what) == 1:
                what = []  # one superuser is no more than any server has
            if what:
                findings.append(Finding(name, level, {"what": ", ".join(sorted(what)), "n": len(what)}))
            else:
                findings.append(Finding(f"{name}.ok", "ok"))
    return tuple(findings)


async def _offenders(connection: asyncpg.Connection, name: str) -> list[str]:
    sources = [(schema_folder() / f"{part}.sql").read_text(encoding="utf-8") for part in ("functions", "membership")]
    ours = {function: body for source in sources for function, body in _FUNCTION.findall(source)}
    if name == "functions":
        there = {row["proname"]: row["prosrc"] for row in await connection.fetch(blocks("checks")[name])}
        return [function for function, body in ours.items() if there.get(function) != body]
    if name == "strangers":
        tables = _TABLE.findall((schema_folder() / "schema.sql").read_text(encoding="utf-8"))
        return [row[0] for row in await connection.fetch(blocks("checks")[name], tables, list(ours))]
    return [row[0] for row in await connection.fetch(blocks("checks")[name])]
