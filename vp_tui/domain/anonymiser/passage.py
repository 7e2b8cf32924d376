"""A paragraph taken apart: its words, where sentences begin, and what stands between two words.

Invariant: positions are those of the paragraph's own characters; folding is per word, so that it moves nothing.
"""

from __future__ import annotations

import re

from msgspec import Struct

from vp_tui.domain.anonymiser.dutch_words import words
from vp_tui.domain.text import fold_text

__all__ = ["Passage", "Word", "read"]

_WORD = re.compile(r"(?:['’](?=[tns](?:\b|-)))?[^\W\d_]+(?:['’\-][^\W\d_]+)*|\d+")
_STOP = re.compile(r"[.!?…:;][\"'”’)\]]*\s|[\"“„‘(•]\s*$|\s['‘]$|\n|^\s*[-*]\s")
_SHORT = words(
    """
    mevr mw mej dhr hr dr drs ir ing mr prof ds bc fam st ca nr tel resp evt bijv bv jl as blz vgl afd incl excl min
    max str sr jan feb mrt apr jun jul aug sep sept okt nov dec em
    """
)


class Word(Struct, frozen=True, array_like=True):
    """``first`` in its sentence, or in quotation marks or brackets; ``capital`` as written."""

    start: int
    end: int
    text: str
    folded: str
    capital: bool
    first: bool


class Passage(Struct, frozen=True):
    """``sentences`` are (start, end) in characters."""

    text: str
    words: list[Word]
    sentences: list[tuple[int, int]]

    def gap(self, index: int) -> str:
        """What stands between this word and the next; a line feed after the last."""
        words = self.words
        if index + 1 >= len(words):
            return "\n"
        return self.text[words[index].end : words[index + 1].start]

    def after(self, index: int) -> Word | None:
        """The next word, if nothing but a blank is between."""
        return self.words[index + 1] if self.beside(index) else None

    def beside(self, index: int) -> bool:
        """Whether the next word follows with nothing but a blank between."""
        return self.gap(index) == " "


def read(text: str) -> Passage:
    """A paragraph, without a line feed in it or with some."""
    words: list[Word] = []
    sentences: list[tuple[int, int]] = []
    begun, last = 0, 0
    for found in _WORD.finditer(text):
        start, end, shape = found.start(), found.end(), found[0]
        first = not words
        if words:
            between = text[last:start]
            if between != " " and _STOP.search(between):
                before = words[-1]
                short = between == ". " and (
                    (len(before.text) == 1 and before.text.isalpha())
                    or before.folded in _SHORT
                    or before.folded.endswith("nr")
                )
                first = not short
                if first and any(mark in between for mark in ".!?…\n"):
                    sentences.append((begun, last))
                    begun = start
        # "'t Hof" begins with a small letter, "'s-Gravenhage" does not.
        letter = shape.removeprefix("'s-").removeprefix("’s-").lstrip("'’")
        words.append(Word(start, end, shape, fold_text(shape.replace("’", "'")), letter[0].isupper(), first))
        last = end
    sentences.append((begun, len(text)))
    return Passage(text, words, sentences)
