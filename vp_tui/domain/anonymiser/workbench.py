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
from msgspec.structs import replace

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
_PEOPLE = ("person", "name")


class Decision(Struct, frozen=True, array_like=True):
    """Kept as it is, and why; ``kind`` and ``folded`` are the hit's key."""

    kind: str
    folded: str
    reason: str


class _Paragraph:
    """What is known of one paragraph: its hits, and its words that no hit covers."""

    def __init__(self, hits: list[Hit], bare: dict[str, list[Word]]) -> None:
        self.hits = hits
        self.bare = bare


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
        self._names: dict[str, tuple[str, ...]] = {}
        self._kept = {(decision.kind, decision.folded): decision.reason for decision in decisions}
        self.hits: tuple[Hit, ...] = ()

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """All that was kept, also of words that are gone by now: they may come back."""
        return tuple(Decision(kind, folded, reason) for (kind, folded), reason in self._kept.items())

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
        known = {
            name: kind for found in self._paragraphs.values() for hit in found.hits for name, kind in self._sure(hit)
        }
        hits: list[Hit] = []
        offset = 0
        for piece in pieces:
            found = self._paragraphs[piece]
            row = [*found.hits, *self._echoes(found, known)]
            row.sort(key=lambda hit: (hit.start, hit.kind == "combination"))
            hits += (self._placed(hit, offset) for hit in row)
            offset += len(piece) + 1
        self.hits = tuple(self._lettered(hits, text))
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
        return _Paragraph([*hits, *combinations(passage, hits, self._size)], bare)

    def _sure(self, hit: Hit) -> Iterator[tuple[str, Kind]]:
        """The name words of what is certain, and what they are elsewhere: a firm's may be its owner's."""
        if hit.kind in ("person", "institution") and hit.certainty != "possible":
            kind: Kind = "person" if hit.kind == "person" else "name"
            for name in self._name_words(hit.text):
                if len(name) > 2 and not (is_common(name) or name in WORDS_TOO or name in INSTITUTIONS):
                    yield name, kind

    def _name_words(self, text: str) -> tuple[str, ...]:
        words = self._names.get(text)
        if words is None:
            words = self._names[text] = name_words(text)
        return words

    @staticmethod
    def _echoes(found: _Paragraph, known: dict[str, Kind]) -> Iterator[Hit]:
        """Names that are certain in one place are names in the others, also at the head of a sentence."""
        for name, kind in known.items():
            for form in (name, f"{name}s"):
                for word in found.bare.get(form, ()):
                    if kind == "person" or word.capital:
                        yield Hit(word.start, word.end, kind, "detector", word.text, "", "likely")

    @staticmethod
    def _placed(hit: Hit, offset: int) -> Hit:
        if not offset:
            return hit
        return Hit(hit.start + offset, hit.end + offset, hit.kind, hit.source, hit.text, hit.suggestion, hit.certainty)

    def _lettered(self, hits: list[Hit], text: str) -> Iterator[Hit]:
        taken = frozenset(_LONE_LETTER.findall(text))
        for hit in hits:
            if hit.kind not in _PEOPLE or hit.suggestion:
                yield hit
                continue
            names = self._name_words(hit.text)
            bare = (*names[:-1], *(nominative(name, self._letters) for name in names[-1:]))
            letter = self._letters.letter(bare, taken)
            yield replace(hit, suggestion=letter if bare == names else f"{letter}'s")


def find_hits(text: str, terms: Terms, client_size: str, today: datetime.date) -> tuple[Hit, ...]:
    """A first look at a text: everything that is found, combinations included."""
    return Anonymiser(terms, client_size, today).examine(text)
