"""Rows of a case or a client that have an id and a revision: options, consents, steps, referrals and their like.

Invariant: a row is changed only by somebody who has seen the revision that she changes (``base``); 0 with a fresh id
makes a new one. Callers: the nouns that keep such rows, when they decide and when they fold.
"""

from __future__ import annotations

from typing import Annotated, Protocol, TypeVar

from msgspec import Meta as Bounds

from vp_tui.errors import ConflictError, NotFoundError

__all__ = ["Base", "Keyed", "at", "find", "may_put", "put", "require_fresh", "seen", "to_put"]

Base = Annotated[int, Bounds(ge=0, le=1_000_000)]


class Keyed(Protocol):
    """``id`` is 16 bytes; ``rev`` begins at 1 and counts the changes."""

    @property
    def id(self) -> bytes: ...

    @property
    def rev(self) -> int: ...


Row = TypeVar("Row", bound=Keyed)


def find(rows: tuple[Row, ...], key: bytes) -> Row | None:
    """The row with this id."""
    return next((row for row in reversed(rows) if row.id == key), None)


def at(rows: tuple[Row, ...], key: bytes, base: int) -> Row | None:
    """The row with this id, if it is at that revision: what a fold may change."""
    row = find(rows, key)
    return row if row is not None and row.rev == base else None


def put(rows: tuple[Row, ...], after: Row) -> tuple[Row, ...]:
    """The rows with this one in the place of the one with its id, or at the end."""
    if find(rows, after.id) is None:
        return (*rows, after)
    return tuple(after if row.id == after.id else row for row in rows)


def seen(rows: tuple[Row, ...], key: bytes, base: int) -> Row:
    """The row that a command is about. NotFoundError ``entry-not-found``; ConflictError ``entry-changed`` with the
    present ``rev`` if it is not the one that the command was based on."""
    row = find(rows, key)
    if row is None:
        raise NotFoundError("entry-not-found")
    if row.rev != base:
        raise ConflictError("entry-changed", rev=row.rev)
    return row


def require_fresh(rows: tuple[Row, ...], key: bytes) -> None:
    """ConflictError ``entry-exists`` if there is such a row already: the same act, sent twice."""
    if find(rows, key) is not None:
        raise ConflictError("entry-exists")


def to_put(rows: tuple[Row, ...], key: bytes, base: int) -> Row | None:
    """What a put replaces, or None for a new row. Raises as ``seen`` and ``require_fresh``."""
    if base:
        return seen(rows, key, base)
    require_fresh(rows, key)
    return None


def may_put(rows: tuple[Row, ...], key: bytes, base: int) -> bool:
    """Whether a fold may put: the revision is the next one in line."""
    row = find(rows, key)
    return base == (row.rev if row is not None else 0)
