"""Full-text search over everything the member may read, in memory only.

Invariant: the index holds nothing that is not in the opened records, is never written to disk, and forgets a case
when the case is purged. SQLite's FTS5 folds accents and case; what a person types becomes phrases and prefixes, never
query syntax. Called by the facade; the index is filled in the background after the queue is on the screen.
"""

from __future__ import annotations

import sqlite3
import threading
import unicodedata
from collections.abc import Iterable

from msgspec import Struct
from msgspec.json import encode

__all__ = ["Hit", "SearchIndex", "Texts", "to_match"]

Texts = Iterable[tuple[bytes, str]]
"""Item ids (16 bytes; ``b""`` for the case's own fields) with what stands there."""

_SNIPPET_WORDS = 12
_LIMIT = 500
# One statement for a thousand texts: it lets go of the interpreter's lock once instead of at every row, and costs a
# sixth of the processor (100 000 notes: 2.0 s instead of 11.4 s).
_ADD = """
insert into text (rowid, body, case_id, item)
select json_extract(value, '$[0]'), json_extract(value, '$[1]'),
       json_extract(value, '$[2]'), json_extract(value, '$[3]')
  from json_each(?)
"""
_LATEST = """
select rowid, case_id, item, snippet(text, 0, '', '', '…', ?) from text where text match ? order by rowid desc limit ?
"""
_BEST = "select rowid from text where text match ? order by rank"


class Hit(Struct, frozen=True):
    """A place where the words were found: case id, item id (``b""`` for the case's own fields), a few words around."""

    case: bytes
    item: bytes
    snippet: str


def to_match(typed: str) -> str:
    """What somebody typed as an FTS5 query: every word a quoted prefix, all of them required.

    Returns an empty string where nothing searchable was typed (all punctuation), which the caller answers with no
    hits.
    """
    words: list[str] = []
    current: list[str] = []
    for char in unicodedata.normalize("NFC", typed):
        if char.isalnum():
            current.append(char)
        elif current:
            words.append("".join(current))
            current = []
    if current:
        words.append("".join(current))
    return " ".join(f'"{word}"*' for word in words)


class SearchIndex:
    """Titles and texts of cases. Ids are 16 bytes. Filled in a thread, used by any."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._db = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._db.execute("pragma temp_store = memory")
        self._db.execute(
            "create virtual table text using fts5(body, case_id unindexed, item unindexed,"
            " tokenize = \"unicode61 remove_diacritics 2\", prefix = '2 3')"
        )
        self._rows: dict[bytes, range] = {}
        self._next = 1

    def replace(self, cases: Iterable[tuple[bytes, Texts]]) -> None:
        """Index these cases anew; give about a thousand texts at once."""
        rows: list[tuple[int, str, str, str]] = []
        with self._lock:
            for case, texts in cases:
                self._forget(case)
                first = self._next
                for item, body in texts:
                    if body:
                        rows.append((self._next, body, case.hex(), item.hex()))
                        self._next += 1
                self._rows[case] = range(first, self._next)
            if rows:
                self._db.execute(_ADD, (encode(rows).decode(),))

    def forget(self, case: bytes) -> None:
        """Remove every trace of a case."""
        with self._lock:
            self._forget(case)

    def _forget(self, case: bytes) -> None:
        rows = self._rows.pop(case, range(0))
        if rows:
            self._db.execute("delete from text where rowid between ? and ?", (rows.start, rows.stop - 1))

    def find(self, typed: str) -> list[Hit]:
        """At most 500 hits, best first; if there are more, those that were indexed last, since a rank over all of
        them costs 100 ms and tells nobody anything. Empty for fewer than two letters or nothing searchable."""
        match = to_match(typed)
        if len(match) < len('"xx"*'):
            return []
        with self._lock:
            rows = self._db.execute(_LATEST, (_SNIPPET_WORDS, match, _LIMIT + 1)).fetchall()
            if len(rows) <= _LIMIT:
                found = {row[0]: row for row in rows}
                rows = [found[row] for (row,) in self._db.execute(_BEST, (match,))]
        return [
            Hit(bytes.fromhex(case), bytes.fromhex(item), " ".join(snippet.split()))
            for _, case, item, snippet in rows[:_LIMIT]
        ]

    def close(self) -> None:
        """Drop the index."""
        with self._lock:
            self._db.close()
            self._rows.clear()
