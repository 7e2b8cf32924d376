"""The timeline (tijdlijn) of a case or of the personal notes beside it, in order of arrival.

Invariant: an item keeps its id and its author; a withdrawn item keeps its place and loses its text. Callers: the
nouns that write to it, and screens that show it.
"""

from __future__ import annotations

import datetime

from msgspec import Struct

__all__ = ["REVISABLE", "Item", "exchanged", "find"]

REVISABLE = ("note", "conversation")


class Item(Struct, frozen=True, array_like=True):
    """``kind``: ``note`` (aantekening), ``conversation`` (gesprek), or a remark that came with another act:
    ``reopened``, ``deputy-removed``. ``id`` is 16 bytes: the note's, or for a remark its record's."""

    kind: str
    id: bytes
    by: bytes
    at_ms: int
    text: str
    rev: int = 1
    on: datetime.date | None = None
    minutes: int = 0
    channel: str = ""
    revised_ms: int = 0
    revised_by: bytes | None = None
    withdrawn: bool = False


def find(timeline: tuple[Item, ...], note: bytes) -> Item | None:
    """The note or conversation with this id."""
    # From the end: what is revised is nearly always recent.
    return next((item for item in reversed(timeline) if item.id == note and item.kind in REVISABLE), None)


def exchanged(timeline: tuple[Item, ...], after: Item) -> tuple[Item, ...]:
    """The timeline with the item of the same id replaced."""
    return tuple(after if item.id == after.id else item for item in timeline)
