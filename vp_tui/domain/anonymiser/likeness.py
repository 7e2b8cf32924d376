"""Finding terms that are known beforehand, however they are written: accents, case, inflection, one typing error.

Invariant: a typing error is forgiven in terms of five letters and more, and never in a word of the language, so that
"melder" is not taken for "Mulder"; a name that is a word as well ("Roos") is believed only where a name would stand.
Callers: the detectors, with the case's own terms.
"""

from __future__ import annotations

from collections.abc import Iterator

from vp_tui.domain.anonymiser.dutch_names import FIRST, SURNAMES, WORDS_TOO
from vp_tui.domain.anonymiser.dutch_places import PLACES
from vp_tui.domain.anonymiser.dutch_words import is_common, is_listed
from vp_tui.domain.anonymiser.hit import Certainty, Hit
from vp_tui.domain.anonymiser.passage import Passage, read
from vp_tui.domain.anonymiser.persons import evident
from vp_tui.domain.anonymiser.term import Term, Terms

__all__ = ["Matcher", "one_error_apart"]

LEAST_LETTERS = 5
_ENDINGS = ("s", "'s", "en", "n", "e", "je", "tje", "pje", "etje", "jes", "tjes", "pjes", "se", "er", "ers", "'tje")
_LEAST_COMPOUND = 6


def _variants(word: str) -> Iterator[str]:
    yield word
    for ending in _ENDINGS:
        yield word + ending
    if word.endswith(("s", "x", "z")):
        yield word + "'"
    if len(word) > 2 and word[-1] not in "aeiou" and word[-2] in "aeiou":
        yield word + word[-1] + "en"


def _shorter(word: str) -> Iterator[str]:
    for index in range(len(word)):
        yield word[:index] + word[index + 1 :]


def one_error_apart(one: str, other: str) -> bool:
    """Whether one letter was added, left out, changed, or exchanged with its neighbour."""
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1 or one == other:
        return False
    same = 0
    while same < len(one) and one[same] == other[same]:
        same += 1
    if len(one) < len(other):
        return one[same:] == other[same + 1 :]
    exchanged = one[same : same + 2] == other[same : same + 2][::-1] and one[same + 2 :] == other[same + 2 :]
    return exchanged or one[same + 1 :] == other[same + 1 :]


# A name of somebody else is not a misspelling of this one; the detectors see it.
_OTHERS = FIRST | SURNAMES | PLACES


class Matcher:
    """Terms prepared for finding. Knows every word that it has looked at, so it is kept as long as the terms are."""

    def __init__(self, terms: Terms) -> None:
        self._phrases: dict[str, list[tuple[tuple[str, ...], Term]]] = {}
        self._exact: dict[str, set[str]] = {}
        self._near: dict[str, set[str]] = {}
        self._seen: dict[str, dict[str, Certainty]] = {}
        for term in terms.terms:
            words = tuple(word.folded for word in read(term.text).words)
            if not words:
                continue
            row = self._phrases.setdefault(words[0], [])
            if all(words != known for known, _ in row):
                row.append((words, term))
            for word in words:
                self._prepare(word)
        for row in self._phrases.values():
            row.sort(key=lambda entry: -len(entry[0]))

    def _prepare(self, word: str) -> None:
        for variant in _variants(word):
            self._exact.setdefault(variant, set()).add(word)
        if len(word) >= LEAST_LETTERS and word.isalpha():
            for form in (word, word + "s"):
                self._near.setdefault(form, set()).add(word)
                for shorter in _shorter(form):
                    self._near.setdefault(shorter, set()).add(word)

    def _bases(self, folded: str) -> dict[str, Certainty]:
        """The words of terms that this word may be a form of."""
        known = self._seen.get(folded)
        if known is None:
            known = self._seen[folded] = self._look(folded)
        return known

    def _look(self, folded: str) -> dict[str, Certainty]:
        found: dict[str, Certainty] = dict.fromkeys(self._exact.get(folded, ()), "sure")
        if found:
            return found
        for part in folded.split("-") if "-" in folded else ():
            found |= dict.fromkeys(self._exact.get(part, ()), "likely")
        if found:
            return found
        for size in range(_LEAST_COMPOUND, len(folded) - 2):
            if folded[:size] in self._phrases and not is_common(folded[:size]):
                found[folded[:size]] = "likely"
        if found or len(folded) < LEAST_LETTERS - 1 or folded in _OTHERS:
            return found
        for form in (folded, *_shorter(folded)):
            for base in self._near.get(form, ()):
                if one_error_apart(folded, base) or one_error_apart(folded, base + "s"):
                    found[base] = "possible" if len(base) == LEAST_LETTERS else "likely"
        return {} if is_common(folded) else found

    def find(self, passage: Passage) -> Iterator[Hit]:
        """Every term in the passage; overlapping ones too."""
        words = passage.words
        for index, word in enumerate(words) if self._phrases else ():
            for base, certainty in self._bases(word.folded).items():
                for phrase, term in self._phrases.get(base, ()):
                    ended = self._ends(passage, index, phrase)
                    if ended < 0 or (len(phrase) == 1 and not self._believed(passage, index, base, term)):
                        continue
                    start, end = word.start, words[ended].end
                    text = passage.text[start:end]
                    yield Hit(start, end, term.kind, "own", text, term.instead, certainty)
                    break

    def _ends(self, passage: Passage, index: int, phrase: tuple[str, ...]) -> int:
        for offset, base in enumerate(phrase[1:], 1):
            at = index + offset
            if at >= len(passage.words) or base not in self._bases(passage.words[at].folded):
                return -1
            if len(passage.gap(at - 1)) > 2:
                return -1
        return index + len(phrase) - 1

    def _believed(self, passage: Passage, index: int, base: str, term: Term) -> bool:
        doubtful = base in WORDS_TOO or (term.kind in ("person", "name", "place", "institution") and is_listed(base))
        return not doubtful or evident(passage, index)
