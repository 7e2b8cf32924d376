"""The anonymiser while somebody types: only paragraphs that changed are examined again.

Invariant: ``examine`` gives the same hits as a first look at the same text would, but for the letters of people, which
stay as they were given. Decisions belong to words, not to places, so they outlive every edit. It finds strings, not a
recognisable story: a human check follows. Callers: the screen of a casus or extract, and ``find_hits``.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from vp_tui.domain.anonymiser.detectors import examined
from vp_tui.domain.anonymiser.dutch_names import WORDS_TOO
from vp_tui.domain.anonymiser.dutch_words import is_common
from vp_tui.domain.anonymiser.generalise import INSTITUTIONS, Letters
from vp_tui.domain.anonymiser.hit import Hit, Key, Kind
from vp_tui.domain.anonymiser.likeness import Matcher
from vp_tui.domain.anonymiser.passage import Word, read
from vp_tui.domain.anonymiser.persons import name_words, nominative
from vp_tui.domain.anonymiser.rarity import combinations
from vp_tui.domain.anonymiser.term import Terms

__all__ = ["Anonymiser", "Decision", "find_hits"]

_LONE_LETTER = re.compile(r"\b([A-Z])\.(?=\W|$)")


class Decision(Struct, frozen=True, array_like=True):
    """Kept as it is, and why; ``kind`` and ``folded`` are the hit's key."""

    kind: str
    folded: str
    reason: str


class _Paragraph:
    """What is known of one paragraph: its own hits, the names that are certain in it, its words that no hit covers, and
    all of its hits in the light of the names of the other paragraphs."""

    def __init__(self, text: str, hits: list[Hit], bare: dict[str, list[Word]]) -> None:
        self._hits = hits
        self._bare = bare
        self._row: list[Hit] = []
        self._known: dict[str, Kind] | None = None
        self.letters = frozenset(_LONE_LETTER.findall(text))
        self.names = dict(name for hit in hits for name in _names(hit))

    def row(self, known: dict[str, Kind]) -> list[Hit]:
        """In order of place; a combination after what it begins with. A name that is certain in one place is a name
        in the others, also at the head of a sentence."""
        if known != self._known:
            echoes = (
                Hit(word.start, word.end, kind, "detector", word.text, "", "likely")
                for name, kind in known.items()
                for form in (name, f"{name}s")
                for word in self._bare.get(form, ())
                if kind == "person" or word.capital
            )
            self._row = sorted((*self._hits, *echoes), key=lambda hit: (hit.start, hit.kind == "combination"))
            self._known = known
        return self._row


def _names(hit: Hit) -> Iterator[tuple[str, Kind]]:
    """The name words of what is certain, and what they are elsewhere: a firm's may be its owner's."""
    if hit.kind in ("person", "institution") and hit.certainty != "possible":
        kind: Kind = "person" if hit.kind == "person" else "name"
        for name in name_words(hit.text):
            if len(name) > 2 and not (is_common(name) or name in WORDS_TOO or name in INSTITUTIONS):
                yield name, kind


class Anonymiser:
    """One casus under the pen. ``client_size`` is the headcount of the mandate card, "" if unknown."""

    def __init__(
        self, terms: Terms, client_size: str, today: datetime.date, decisions: Iterable[Decision] = ()
    ) -> None:
        self._terms = terms
        self._size = client_size
        self._today = today
        self._matcher = Matcher(terms)
        self._paragraphs: dict[str, _Paragraph] = {}
        self._letters = Letters()
        self._instead: dict[str, str] = {}
        self._kept = {(decision.kind, decision.folded): decision.reason for decision in decisions}
        self.hits: tuple[Hit, ...] = ()

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """All that was kept, also of words that are gone by now: they may come back."""
        return tuple(Decision(kind, folded, reason) for (kind, folded), reason in self._kept.items())

    @property
    def standing(self) -> tuple[Decision, ...]:
        """Those about words that are in the text of the last ``examine``: the only ones that may leave the draft, since
        the others say what was taken out."""
        here = {hit.key for hit in self.hits}
        return tuple(decision for decision in self.decisions if (decision.kind, decision.folded) in here)

    def keep(self, hit: Hit, reason: str) -> None:
        """Leave these words as they are, everywhere in the text."""
        self._kept[hit.key] = reason

    def reopen(self, key: Key) -> None:
        """Take a decision back."""
        self._kept.pop(key, None)

    def reason(self, hit: Hit) -> str | None:
        """Why it is kept; None while it is open."""
        return self._kept.get(hit.key)

    @property
    def open(self) -> tuple[Hit, ...]:
        """The hits of the last ``examine`` that nobody decided on."""
        return tuple(hit for hit in self.hits if hit.key not in self._kept)

    def examine(self, text: str) -> tuple[Hit, ...]:
        """All hits, in order of place; a combination comes after the hits that it begins with."""
        before, self._paragraphs = self._paragraphs, {}
        pieces = text.split("\n")
        for piece in pieces:
            if piece not in self._paragraphs:
                self._paragraphs[piece] = before.get(piece) or self._read(piece)
        rows = [self._paragraphs[piece] for piece in pieces]
        # Persons last: who is one somewhere is one everywhere.
        names = sorted((name for row in rows for name in row.names.items()), key=lambda name: name[1] == "person")
        known = dict(names)
        taken: frozenset[str] = frozenset().union(*(row.letters for row in rows))
        hits: list[Hit] = []
        offset = 0
        for piece, row in zip(pieces, rows, strict=True):
            hits += (self._placed(hit, offset, taken) for hit in row.row(known))
            offset += len(piece) + 1
        self.hits = tuple(hits)
        return self.hits

    def _read(self, piece: str) -> _Paragraph:
        passage = read(piece)
        hits = examined(passage, self._matcher, self._today, self._terms.dates)
        bare: dict[str, list[Word]] = {}
        at = 0
        for word in passage.words:
            while at < len(hits) and hits[at].end <= word.start:
                at += 1
            covered = at < len(hits) and hits[at].start < word.end
            if not covered and len(word.folded) > 2 and (word.capital or len(word.folded) > 3):
                bare.setdefault(word.folded, []).append(word)
        return _Paragraph(piece, [*hits, *combinations(passage, hits, self._size)], bare)

    def _placed(self, hit: Hit, offset: int, taken: frozenset[str]) -> Hit:
        suggestion = hit.suggestion
        if hit.kind in ("person", "name") and not suggestion:
            suggestion = self._instead.get(hit.text) or self._lettered(hit.text, taken)
        return Hit(hit.start + offset, hit.end + offset, hit.kind, hit.source, hit.text, suggestion, hit.certainty)

    def _lettered(self, text: str, taken: frozenset[str]) -> str:
        names = name_words(text)
        bare = (*names[:-1], *(nominative(name, self._letters) for name in names[-1:]))
        letter = self._letters.letter(bare, taken)
        suggestion = self._instead[text] = letter if bare == names else f"{letter}'s"
        return suggestion


def find_hits(text: str, terms: Terms, client_size: str, today: datetime.date) -> tuple[Hit, ...]:
    """A first look at a text: everything that is found, combinations included."""
    return Anonymiser(terms, client_size, today).examine(text)
