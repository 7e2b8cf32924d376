"""Addenda: how what was signed by two is corrected, by adding to it and never by changing it.

Invariant: each addendum names the digest of what came before it, back to the record that both signed; so none can be
taken out, put in between or moved to another record. Callers: ``extract`` and ``supervision_log``.
"""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct

from vp_tui.domain.act import Command, Event, Meta
from vp_tui.domain.canonical import Digest, Signature, canonical, digest, require_current
from vp_tui.domain.ids import Id
from vp_tui.domain.text import prose
from vp_tui.errors import ConflictError

__all__ = ["AddAddendum", "Addendum", "AddendumAdded", "added", "canonical_addendum", "event", "head"]


class Addendum(Struct, frozen=True):
    """``prev`` is the digest of the signed record or of the addendum before; its own is in ``signature``."""

    id: bytes
    text: str
    prev: str
    signature: Signature


class AddendumAdded(Event, frozen=True):
    """``of`` an extract, or a log of a supervision."""

    of: Id
    addendum: Id
    prev: Digest
    text: str


class AddAddendum(Command, frozen=True):
    """Aanvulling schrijven at something that both have signed; ``prev`` is the ``head`` that was read. Also for
    KIND ``supervision``."""

    KIND: ClassVar = "extract"
    of: bytes
    addendum: bytes
    prev: str
    text: str


def canonical_addendum(of: bytes, addendum: bytes, prev: str, by: bytes, text: str) -> bytes:
    """What the writer of an addendum signs."""
    return canonical("addendum", of=of, addendum=addendum, prev=prev, by=by, text=text)


def head(record: str, rows: tuple[Addendum, ...]) -> str:
    """The digest that the next addendum names: of the last one, or of the ``record`` that both signed."""
    return rows[-1].signature.digest if rows else record


def event(record: str, rows: tuple[Addendum, ...], command: AddAddendum) -> list[Event]:
    """The addendum, if it follows what is there. ConflictError ``entry-exists``, ``record-changed``."""
    if any(row.id == command.addendum for row in rows):
        raise ConflictError("entry-exists")
    prev = require_current(command.prev, head(record, rows))
    return [AddendumAdded(Id(command.of), Id(command.addendum), prev, prose(command.text, "text"))]


def added(record: str, rows: tuple[Addendum, ...], happened: AddendumAdded, meta: Meta) -> tuple[Addendum, ...] | None:
    """The chain with one more; None if it does not follow, or holds nothing."""
    if happened.prev != head(record, rows) or not happened.text:
        return None
    if any(row.id == happened.addendum for row in rows):
        return None
    found = digest(canonical_addendum(happened.of, happened.addendum, happened.prev, meta.by, happened.text))
    return (
        *rows,
        Addendum(happened.addendum, happened.text, happened.prev, Signature(meta.by, meta.device, meta.at_ms, found)),
    )
