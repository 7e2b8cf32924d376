"""Nine words for 90 bits: what people say to each other on the telephone.

The list is SLIP-0039's: 1 024 English words of four to eight letters, told apart by their first four. Invariant:
``from_words(to_words(x))`` is the first 90 bits of x, and a mistyped word is named by its position, never guessed.
Callers: workspace, cli and tui by way of it.
"""

from __future__ import annotations

import difflib
import re
from functools import lru_cache
from importlib.resources import files

from vp_tui.errors import UsageError

__all__ = ["CODE_SIZE", "WORDS", "from_words", "to_digits", "to_words", "word_list"]

WORDS = 9
CODE_SIZE = 12
_BITS_PER_WORD = 10
_SPARE_BITS = CODE_SIZE * 8 - WORDS * _BITS_PER_WORD
_PREFIX_LETTERS = 4


@lru_cache(maxsize=1)
def word_list() -> tuple[str, ...]:
    """The 1 024 words in their order."""
    return tuple(files("vp_tui.protocol").joinpath("slip39.txt").read_text("ascii").split())


def to_words(data: bytes) -> str:
    """The first 90 bits of ``data`` (12 bytes or more) as nine words with spaces between."""
    words = word_list()
    bits = int.from_bytes(data[:CODE_SIZE], "big") >> _SPARE_BITS
    return " ".join(words[bits >> shift & 1023] for shift in range((WORDS - 1) * _BITS_PER_WORD, -1, -_BITS_PER_WORD))


def from_words(text: str) -> bytes:
    """The 12 bytes (90 bits, then six zero bits) of nine words, whole or from four letters on, in any case.

    Raises UsageError word-count (found, wanted) and word-unknown (position from 1, nearest word of the list).
    """
    typed = re.findall(r"[^\s,;.\-]+", text.lower())
    if len(typed) != WORDS:
        raise UsageError("word-count", found=len(typed), wanted=WORDS)
    bits = 0
    for position, word in enumerate(typed, 1):
        bits = bits << _BITS_PER_WORD | _index(word, position)
    return (bits << _SPARE_BITS).to_bytes(CODE_SIZE, "big")


def to_digits(data: bytes) -> str:
    """The same 90 bits in 27 digits, nine groups of three, for people without the alphabet in common.

    For comparing only: 10^27 is a little below 2^90, so there is no way back from the digits to the words.
    """
    value = (int.from_bytes(data[:CODE_SIZE], "big") >> _SPARE_BITS) % 10**27
    digits = f"{value:027d}"
    return " ".join(digits[at : at + 3] for at in range(0, 27, 3))


@lru_cache(maxsize=1)
def _by_prefix() -> dict[str, int]:
    return {word[:_PREFIX_LETTERS]: index for index, word in enumerate(word_list())}


def _index(word: str, position: int) -> int:
    index = _by_prefix().get(word[:_PREFIX_LETTERS])
    if index is None or not word_list()[index].startswith(word):
        begun = [each for each in word_list() if each.startswith(word)]
        nearest = (begun or difflib.get_close_matches(word, word_list(), n=1, cutoff=0.0))[0]
        raise UsageError("word-unknown", position=position, nearest=nearest)
    return index
