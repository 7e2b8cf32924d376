"""Text as it may be stored and shown: one normal form, no control, no invisible and no direction-changing characters.

Invariant: text that came out of ``clean`` cannot move a cursor, colour a terminal, reorder a line or hide in another
text, and cleaning it again changes nothing. Every event and every command cleans its own text (see ``act``), so a
colleague's hostile client is as harmless as a careless paste.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated, TypeVar

from msgspec import Meta
from msgspec.json import encode as _json

from vp_tui.errors import RefusedError

__all__ = ["LIMITS", "TEXT_LIMIT", "Line", "Phrase", "Short", "clean", "fold_text", "line", "one_of", "prose"]

LIMITS = {
    "alias": 80,
    "code": 16,
    "name": 120,
    "sector": 120,
    "waiting_for": 200,
    "what": 200,
    "next_action": 200,
    "why": 400,
    "query": 400,
    "value": 400,
    "wish": 400,
    "party": 120,
    "call_back": 120,
    "language": 40,
    "region": 80,
    "hours": 80,
    "code_word": 40,
    "avoid": 200,
    "reporting_line": 120,
    "contact": 200,
    "goal": 200,
    "promised_by": 120,
    "decision": 400,
    "title": 120,
    "who": 120,
    "provider": 120,
    "number": 40,
}
"""The longest one-line text per field, in characters after cleaning."""

TEXT_LIMIT = 250 * 1024
"""The longest prose, in bytes of JSON: a record holds 256 KiB, and the other fields of one act fit in the rest."""

# The schema's own bounds, for records that others wrote.
Short = Annotated[str, Meta(max_length=80)]
Line = Annotated[str, Meta(max_length=200)]
Phrase = Annotated[str, Meta(max_length=400)]

# Cc, Cf, Co and Cs; unassigned code points stay, since a newer Unicode may have given them to letters.
_DROPPED = frozenset({"Cc", "Cf", "Co", "Cs"})
_BREAKS = re.compile("\r\n?|[\u0085\u2028\u2029]")
_BLANKS = re.compile(r"\s+")
# NFD takes no diacritic off these, and Dutch names have them.
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ĳ": "ij"})


def clean(text: str, multiline: bool) -> str:
    """NFC without Cc (but line feed and tab), Cf (bidi, zero-width), Co, Cs; other line ends become line feeds.

    One-line text has its white space collapsed to single blanks and stripped; prose keeps its shape but for white
    space at its end.
    """
    if (text.replace("\n", "").replace("\t", "") if multiline else text).isprintable():
        # Nothing that would be dropped is printable.
        kept = text if text.isascii() else unicodedata.normalize("NFC", text)
    else:
        broken = _BREAKS.sub("\n", text)
        kept = "".join(char for char in broken if char in "\n\t" or unicodedata.category(char) not in _DROPPED)
        # After dropping, so that a mark does not compose across a character that is gone.
        kept = unicodedata.normalize("NFC", kept)
    return kept.rstrip() if multiline else _BLANKS.sub(" ", kept).strip()


def fold_text(text: str) -> str:
    """For comparing and finding: no case, no accents, single blanks. Not for showing."""
    if text.isascii():
        return " ".join(text.lower().split())
    bare = "".join(char for char in unicodedata.normalize("NFD", text.casefold()) if not unicodedata.combining(char))
    return " ".join(bare.translate(_LETTERS).split())


def line(text: str, field: str, *, required: bool = True) -> str:
    """A one-line field of a command, cleaned. RefusedError ``text-missing`` or ``line-too-long`` beside ``field``."""
    kept = clean(text, multiline=False)
    if required and not kept:
        raise RefusedError("text-missing", field)
    if len(kept) > (limit := LIMITS[field]):
        raise RefusedError("line-too-long", field, length=len(kept), limit=limit)
    return kept


def prose(text: str, field: str, *, required: bool = True) -> str:
    """The text of a note, cleaned. RefusedError ``text-missing``, ``text-too-long`` (facts in KiB) beside ``field``."""
    kept = clean(text, multiline=True)
    if required and not kept:
        raise RefusedError("text-missing", field)
    if (size := len(_json(kept))) > TEXT_LIMIT:
        raise RefusedError("text-too-long", field, size=-(-size // 1024), limit=TEXT_LIMIT // 1024)
    return kept


Word = TypeVar("Word", bound=str)


def one_of(value: str, allowed: tuple[Word, ...], field: str) -> Word:
    """The word itself. RefusedError ``choice-unknown`` beside ``field`` if it is none of those."""
    for word in allowed:
        if word == value:
            return word
    raise RefusedError("choice-unknown", field)
