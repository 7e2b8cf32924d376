"""The profession's code lists: data files beside this one, each a list with its version, in Dutch and English.

Invariant: a code, once shipped, is never taken away or given another meaning; it gets a ``valid_to`` and stays
resolvable, so that old cases keep old codes. A list's file is read at the first use of that list. Sub-codes begin with
the code above them (``OG-PE-R`` is a kind of ``OG-PE``).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct

from vp_tui.domain.text import fold_text
from vp_tui.errors import RefusedError

__all__ = ["LISTS", "NATURES", "Code", "checked", "entries", "find", "get", "label", "labels", "list_label"]

LISTS = (
    "behaviour",
    "psychosocial",
    "workplace",
    "integrity",
    "integrity_stage",
    "out_of_scope",
    "relation",
    "direction",
    "channel",
    "source",
    "role",
    "identity",
    "step",
    "referral",
    "referral_state",
    "referral_manner",
    "closing",
    "evaluation",
    "safety",
    "exception",
    "method",
    "theme",
    "supervision",
    "education",
    "awareness",
    "advice",
    "advice_topic",
    "advice_follow_up",
    "impact",
    "retaliation",
)
"""Names of the lists and of their files, in the order of the domain reference, 2.8 A to Q."""

NATURES = ("behaviour", "psychosocial", "integrity", "out_of_scope")
"""The lists that a case's nature (aard) is chosen from."""

_WORD = re.compile(r"[^\W_]+")


class Code(Struct, frozen=True):
    """One code. ``be`` is its Dutch label in Belgium where that is another institution, ``fr`` the French one where
    Belgian law has an official term; ``country`` empty means both; no ``valid_from`` or ``valid_to`` means no bound;
    ``maps`` is the code of a coarser list that reports may use."""

    code: str
    nl: str
    en: str
    be: str = ""
    fr: str = ""
    country: str = ""
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None
    maps: str = ""
    list: str = ""

    def valid(self, on: datetime.date) -> bool:
        """Whether it may be chosen on that day; both bounds included."""
        return (self.valid_from or on) <= on <= (self.valid_to or on)

    def label(self, language: str, country: str = "") -> str:
        """``nl``, ``en``, or ``fr`` where there is an official term; in Belgium by Belgian names."""
        if language == "en":
            return self.en
        if language == "fr" and self.fr:
            return self.fr
        return self.be if country == "BE" and self.be else self.nl


class _List(Struct, frozen=True, forbid_unknown_fields=True):
    list: str
    version: int
    source: str
    nl: str
    en: str
    codes: tuple[Code, ...]


@cache
def _load(name: str) -> _List:
    if name not in LISTS:
        raise KeyError(name)
    read = msgspec.json.decode(Path(__file__).with_name(f"{name}.json").read_bytes(), type=_List)
    return msgspec.structs.replace(read, codes=tuple(msgspec.structs.replace(code, list=name) for code in read.codes))


@cache
def _all() -> dict[str, Code]:
    return {code.code: code for name in LISTS for code in _load(name).codes}


@cache
def _words(code: Code) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Folded labels, and every word of them and of the code."""
    folded = tuple(fold_text(text) for text in (code.nl, code.en, code.be, code.fr) if text)
    return folded, tuple(word for text in (*folded, code.code.lower()) for word in _WORD.findall(text))


def get(code: str) -> Code | None:
    """The code, valid or not any more; None if no list ever had it."""
    return _all().get(code)


def label(code: str, language: str, country: str = "") -> str:
    """Its label, or the code itself if this version does not know it (an older or newer client's)."""
    found = get(code)
    return found.label(language, country) if found else code


def labels(code: str) -> tuple[str, ...]:
    """Its labels in every language, for finding; none if unknown."""
    found = get(code)
    return tuple(text for text in (found.nl, found.en, found.be, found.fr) if text) if found else ()


def list_label(name: str, language: str) -> str:
    """What the list is called, ``nl`` or ``en``. KeyError for an unknown name."""
    found = _load(name)
    return found.en if language == "en" else found.nl


def entries(name: str, country: str = "", on: datetime.date | None = None) -> tuple[Code, ...]:
    """The codes of one list in its own order, those of the country and valid on the day where these are given."""
    return tuple(
        code
        for code in _load(name).codes
        if (not country or code.country in ("", country)) and (on is None or code.valid(on))
    )


def checked(code: str, lists: Iterable[str], field: str, on: datetime.date) -> str:
    """The code as it is spelled in one of the lists.

    RefusedError ``code-missing``, ``code-unknown``, or ``code-expired`` with the code, beside ``field``.
    """
    spelled = code.strip().upper()
    if not spelled:
        raise RefusedError("code-missing", field)
    found = get(spelled)
    if found is None or found.list not in lists:
        raise RefusedError("code-unknown", field)
    if not found.valid(on):
        raise RefusedError("code-expired", field, code=spelled)
    return spelled


def find(
    text: str, lists: Iterable[str], country: str = "", on: datetime.date | None = None, limit: int = 20
) -> list[Code]:
    """Type-ahead by the beginning of a code or of words in either language: ``pes`` finds OG-PE.

    Every word typed must fit. Best first: the code itself, its beginning, the beginning of a label, a part of the
    code, another word of a label; then short codes before their sub-codes, in the order of the lists.
    """
    typed = fold_text(text).split()
    ranked: list[tuple[int, int, int, Code]] = []
    for place, code in enumerate(code for name in lists for code in entries(name, country, on)):
        ranks = [_rank(word, code) for word in typed]
        if None not in ranks:
            total = sum(rank for rank in ranks if rank is not None)
            ranked.append((total, len(code.code) if typed else 0, place, code))
    return [code for *_, code in sorted(ranked, key=lambda entry: entry[:3])[:limit]]


def _rank(word: str, code: Code) -> int | None:
    spelled = code.code.lower()
    if word in (spelled, bare := spelled.replace("-", "")):
        return 0
    if spelled.startswith(word) or bare.startswith(word):
        return 1
    folded, words = _words(code)
    if any(text.startswith(word) for text in folded):
        return 2
    if any(part.startswith(word) for part in spelled.split("-")):
        return 3
    return 4 if any(part.startswith(word) for part in words) else None
