"""Full-text search over everything the member may read, in memory.

Invariant: the index holds nothing that is not in the opened records, leaves memory only to be sealed (``snapshot``),
and forgets a case when the case is purged. SQLite's FTS5 folds accents and case; what a person types becomes phrases
and prefixes, never query syntax. Called by ``indexing``.
"""

from __future__ import annotations

import re
import sqlite3
import threading
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import NamedTuple

from msgspec import Struct
from msgspec.json import encode

from vp_tui.domain.text import fold_text

__all__ = ["Hit", "Image", "SearchIndex", "Texts", "excerpt", "to_match"]

Texts = Iterable[tuple[bytes, str]]
"""Item ids (16 bytes; ``b""`` for the case's own fields) with what stands there."""

_LIMIT = 500
_BEFORE, _AFTER = 4, 8
_WORD = re.compile(r"\w+")
# One statement for a thousand texts: it lets go of the interpreter's lock once instead of at every row, and costs a
# fifth of the processor (100 000 notes: 2 s instead of 11 s).
_ADD = """
insert into text (rowid, body) select json_extract(value, '$[0]'), json_extract(value, '$[1]') from json_each(?)
"""
_LATEST = "select rowid from text where text match ? order by rowid desc limit ?"
_BEST = "select rowid from text where text match ? order by rank"


Marked = tuple[tuple[str, bool], ...]
"""A text in pieces; True for a word that was looked for."""


class Hit(Struct, frozen=True):
    """A place where the words were found: id of the case (or client, or contact request), id of the row in it (``b""``
    for its own fields). The words around the first one found are read when somebody looks, and empty if it is gone."""

    case: bytes
    item: bytes
    read: Callable[[], Marked]

    @property
    def marked(self) -> Marked:
        """A few words around the first one found, in pieces."""
        return self.read()

    @property
    def snippet(self) -> str:
        """The same, as one text."""
        return "".join(piece for piece, _ in self.read())


class Image(NamedTuple):
    """A whole index: first row, case and items of each run; the next row's number; SQLite's own pages."""

    runs: list[tuple[int, bytes, tuple[bytes, ...]]]
    following: int
    data: bytes


def to_match(typed: str) -> str:
    """What somebody typed as an FTS5 query: every word a quoted prefix, all of them required.

    Returns an empty string where nothing searchable was typed (all punctuation), which the caller answers with no
    hits.
    """
    return " ".join(f'"{word}"*' for word in _words(typed))


def _words(typed: str) -> list[str]:
    apart = "".join(char if char.isalnum() else " " for char in unicodedata.normalize("NFC", typed))
    return apart.split()


def excerpt(body: str, words: Sequence[str]) -> Marked:
    """Twelve words of ``body`` on one line, around the first that begins with one of ``words``."""
    wanted = tuple(map(fold_text, words))

    def found(place: re.Match[str]) -> bool:
        return fold_text(place[0]).startswith(wanted)

    places = list(_WORD.finditer(body))
    at = next((n for n, place in enumerate(places) if found(place)), 0)
    first, last = max(0, at - _BEFORE), at + _AFTER
    start = places[first].start() if first else 0
    end = places[last].start() if last < len(places) else len(body)
    shown = " ".join(body[start:end].split())
    shown = f"{'…' if start else ''}{shown}{'…' if end < len(body) else ''}"
    pieces: list[tuple[str, bool]] = []
    told = 0
    for place in filter(found, _WORD.finditer(shown)):
        pieces += [(shown[told : place.start()], False), (place[0], True)]
        told = place.end()
    pieces.append((shown[told:], False))
    return tuple(piece for piece in pieces if piece[0])


class SearchIndex:
    """Titles and texts of cases. Ids are 16 bytes. Filled in a thread, used by any.

    The rows of one case follow each other, so that a few hundred rows are told apart without asking for them.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._db = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._db.execute("pragma temp_store = memory")
        # What is deleted is overwritten; of FTS5's own segments that is true once they are merged, see ``image``.
        self._db.execute("pragma secure_delete = on")
        self._db.execute(
            "create virtual table text using fts5(body, tokenize = \"unicode61 remove_diacritics 2\", prefix = '2 3 4')"
        )
        self._starts: list[int] = []
        self._runs: list[tuple[bytes, tuple[bytes, ...]]] = []
        self._places: dict[bytes, int] = {}
        self._next = 1
        self._forgot = False

    def replace(self, cases: Iterable[tuple[bytes, Texts]]) -> None:
        """Index these cases anew; give about a thousand texts at once. Of one without texts no trace is left."""
        rows: list[tuple[int, str]] = []
        with self._lock:
            for case, texts in cases:
                self._forget(case)
                kept = [(item, body) for item, body in texts if body]
                if not kept:
                    continue
                self._places[case] = len(self._runs)
                self._starts.append(self._next)
                self._runs.append((case, tuple(item for item, _ in kept)))
                rows += [(self._next + number, body) for number, (_, body) in enumerate(kept)]
                self._next += len(kept)
            if rows:
                self._db.execute(_ADD, (encode(rows).decode(),))

    def image(self) -> Image:
        """All of it, to be kept, and of what was forgotten no word."""
        with self._lock:
            if self._forgot:
                self._db.execute("insert into text (text) values ('optimize')")
                self._forgot = False
            runs = [(start, case, items) for start, (case, items) in zip(self._starts, self._runs, strict=True) if case]
            return Image(runs, self._next, self._db.serialize())

    def restore(self, image: Image) -> None:
        """Be what was kept, instead of what it is."""
        with self._lock:
            self._db.deserialize(image.data)
            self._db.execute("pragma secure_delete = on")
            self._starts = [start for start, _, _ in image.runs]
            self._runs = [(case, items) for _, case, items in image.runs]
            self._places = {case: place for place, (_, case, _) in enumerate(image.runs)}
            self._next = image.following

    def _forget(self, case: bytes) -> None:
        place = self._places.pop(case, None)
        if place is not None:
            first, items = self._starts[place], self._runs[place][1]
            self._runs[place] = (b"", ())
            self._forgot = True
            self._db.execute("delete from text where rowid between ? and ?", (first, first + len(items) - 1))

    def find(self, typed: str) -> list[Hit]:
        """At most 500 hits, best first; if there are more, those that were indexed last, since a rank over all of
        them costs 100 ms and tells nobody anything. Empty for fewer than two letters or nothing searchable."""
        words = _words(typed)
        if len("".join(words)) < 2:
            return []
        match = to_match(typed)
        with self._lock:
            rows = self._db.execute(_LATEST, (match, _LIMIT + 1)).fetchall()
            if len(rows) <= _LIMIT:
                rows = self._db.execute(_BEST, (match,)).fetchall()
            return [self._hit(row, words) for (row,) in rows[:_LIMIT]]

    def _hit(self, row: int, words: list[str]) -> Hit:
        place = bisect_right(self._starts, row) - 1
        case, items = self._runs[place]
        return Hit(case, items[row - self._starts[place]], partial(self._read, row, words))

    def _read(self, row: int, words: list[str]) -> Marked:
        with self._lock:
            open_ = bool(self._places)
            found = self._db.execute("select body from text where rowid = ?", (row,)).fetchone() if open_ else None
        return excerpt(found[0], words) if found else ()

    def close(self) -> None:
        """Drop the index."""
        with self._lock:
            self._db.close()
            self._runs.clear()
            self._places.clear()
