"""Full-text search over everything the member may read, in memory only.

Invariant: the index holds nothing that is not in the opened records, is never written to disk, and forgets a case
when the case is purged. SQLite's FTS5 folds accents and case; what a person types becomes phrases and prefixes, never
query syntax. Called by the facade; the index is filled in the background after the queue is on the screen.
"""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["Hit", "SearchIndex", "to_match"]

_SNIPPET_WORDS = 12
_LIMIT = 500


@dataclass(frozen=True, slots=True)
class Hit:
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
    """Titles and texts of cases. One connection, one thread; ids are 16 bytes."""

    def __init__(self) -> None:
        # Made in the thread that unlocks, used in that of the event loop: never by two at once.
        self._db = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._db.execute("pragma temp_store = memory")
        self._db.execute(
            "create virtual table text using fts5(body, case_id unindexed, item unindexed,"
            " tokenize = \"unicode61 remove_diacritics 2\", prefix = '2 3')"
        )
        self._rows: dict[bytes, list[int]] = {}

    def replace(self, case: bytes, texts: Iterable[tuple[bytes, str]]) -> None:
        """Index one case anew: pairs of item id and text."""
        self.forget(case)
        rows: list[int] = []
        for item, body in texts:
            if body:
                done = self._db.execute("insert into text values (?, ?, ?)", (body, case, item))
                rows.append(done.lastrowid or 0)
        self._rows[case] = rows

    def forget(self, case: bytes) -> None:
        """Remove every trace of a case."""
        for row in self._rows.pop(case, ()):
            self._db.execute("delete from text where rowid = ?", (row,))

    def find(self, typed: str) -> list[Hit]:
        """Best hits first, at most 500; empty for fewer than two letters or nothing searchable."""
        match = to_match(typed)
        if len(match) < len('"xx"*'):
            return []
        rows = self._db.execute(
            "select case_id, item, snippet(text, 0, '', '', '…', ?) from text where text match ? order by rank limit ?",
            (_SNIPPET_WORDS, match, _LIMIT),
        )
        return [Hit(case, item, " ".join(snippet.split())) for case, item, snippet in rows]

    def close(self) -> None:
        """Drop the index."""
        self._db.close()
        self._rows.clear()
