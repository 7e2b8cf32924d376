"""Named blocks of SQL: no statement is written in Python.

A block starts with ``-- name: what it does`` and ends at the next one. ``server_schema`` is found beside the package in
an installed wheel, and beside the checkout otherwise. Callers: the store room.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

__all__ = ["blocks", "migrations", "schema_folder", "schema_version"]

_NAME = re.compile(r"^-- ([a-z_]+): .+\n", re.MULTILINE)


@cache
def blocks(file: str) -> dict[str, str]:
    """``{name: statement}`` of ``<file>.sql`` in this folder."""
    parts = _NAME.split((Path(__file__).parent / f"{file}.sql").read_text(encoding="utf-8"))
    return {name: sql.strip().rstrip(";") for name, sql in zip(parts[1::2], parts[2::2], strict=True)}


def schema_folder() -> Path:
    """The folder ``server_schema``."""
    package = Path(__file__).parents[2]
    packed = package / "_server_schema"
    return packed if packed.is_dir() else package.parent / "server_schema"


@cache
def migrations() -> tuple[Path, ...]:
    """The migrations of this release, in order: ``NNNN_what.sql``."""
    return tuple(sorted((schema_folder() / "migrations").glob("[0-9]*.sql")))


def schema_version() -> int:
    """The schema this client speaks: the number of its last migration."""
    return int(migrations()[-1].name[:4])
