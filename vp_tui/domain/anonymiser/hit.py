"""A hit (treffer): a piece of a casus by which somebody could be known, and what could stand in its place.

Invariant: ``text`` is what stood between ``start`` and ``end`` when it was found; a hit whose text has moved is
refused, never guessed at. Callers: the detectors make hits, screens underline them, ``accept`` replaces them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import Literal, get_args

from msgspec import Struct

from vp_tui.domain.text import fold_text
from vp_tui.errors import ConflictError, RefusedError

__all__ = ["CERTAINTIES", "KINDS", "SOURCES", "Hit", "Key", "accept", "key_of", "settled"]

Kind = Literal[
    "person",
    "name",
    "alias",
    "place",
    "address",
    "postcode",
    "institution",
    "department",
    "function",
    "date",
    "age",
    "unique",
    "phone",
    "email",
    "url",
    "bsn",
    "iban",
    "plate",
    "number",
    "term",
    "combination",
]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""``name`` is a capital in the middle of a sentence and nothing more; ``term`` is a word that the author listed;
``combination`` is a stretch with several traits that together leave few people."""

Source = Literal["own", "detector"]
SOURCES: tuple[Source, ...] = get_args(Source)

Certainty = Literal["sure", "likely", "possible"]
CERTAINTIES: tuple[Certainty, ...] = get_args(Certainty)

Key = tuple[str, str]

# Which of two hits of the same length is kept: what is checked by a number first, a bare capital last.
_WEIGHT = {kind: weight for weight, kind in enumerate(
    ("name", "term", "function", "department", "place", "age", "person", "date", "institution", "alias", "unique",
     "address", "number", "plate", "postcode", "phone", "bsn", "iban", "url", "email")
)}  # fmt: skip


class Hit(Struct, frozen=True, array_like=True):
    """``start`` and ``end`` count characters of the whole text; ``suggestion`` is Dutch, since the casus is, and empty
    where only the author can rewrite it."""

    start: int
    end: int
    kind: Kind
    source: Source
    text: str
    suggestion: str = ""
    certainty: Certainty = "likely"

    @property
    def key(self) -> Key:
        """What a decision about it is filed under: the same words of the same kind, wherever they stand."""
        return key_of(self.kind, self.text)


def key_of(kind: str, text: str) -> Key:
    """The kind and the folded text."""
    return kind, fold_text(text)


def settled(hits: Iterable[Hit]) -> list[Hit]:
    """In order of place, without overlaps: the longer one stays, of equals the own one, then the one that says more."""
    order = sorted(hits, key=lambda hit: (hit.start - hit.end, hit.source != "own", -_WEIGHT[hit.kind]))
    kept: list[Hit] = []
    for hit in order:
        at = bisect_left(kept, hit.start, key=lambda other: other.start)
        clear = at == len(kept) or hit.end <= kept[at].start
        if clear and (at == 0 or kept[at - 1].end <= hit.start):
            kept.insert(at, hit)
    return kept


def accept(text: str, hit: Hit) -> tuple[str, int]:
    """The text with the suggestion in place, and the position just after it.

    ConflictError ``casus-moved`` if the text is no longer what was examined, RefusedError ``casus-rewrite`` if there
    is no suggestion, as for a combination.
    """
    if text[hit.start : hit.end] != hit.text:
        raise ConflictError("casus-moved")
    if not hit.suggestion:
        raise RefusedError("casus-rewrite")
    # A letter at the end of a sentence lends its full stop.
    end = hit.end + (hit.suggestion[-1] == "." == text[hit.end : hit.end + 1])
    return text[: hit.start] + hit.suggestion + text[end:], hit.start + len(hit.suggestion)
