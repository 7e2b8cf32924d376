"""Rule sets of registers and laws: how many hours of what, by when. Data files beside this one, versioned and dated.

Invariant: a version, once shipped, is never changed; a change of the rules is a new version with its own dates, and a
period is judged by the version that held when it began. Each says where it was read and when (domain reference, 2.1
and 2.5). Read at first use.
"""

from __future__ import annotations

import datetime
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

__all__ = ["SCHEMES", "Rule", "RuleSet", "Scheme", "in_force", "scheme"]

SCHEMES = ("nl-lvv", "be-codex")


class Rule(Struct, frozen=True, forbid_unknown_fields=True):
    """Either ``minutes`` or ``times`` of activities of these ``kinds`` (PE-xx): within ``years`` of the beginning (0:
    of the whole period), or ``every`` calendar year after the one it began in. What other rules have left over counts
    as well if they are named in ``overflow``; of each year of the period count ``most_per_year`` minutes (0: all)."""

    id: str
    nl: str
    en: str
    kinds: tuple[str, ...]
    minutes: int = 0
    times: int = 0
    years: int = 0
    every: Literal["", "year"] = ""
    overflow: tuple[str, ...] = ()
    most_per_year: int = 0

    def label(self, language: str) -> str:
        """``nl`` or ``en``."""
        return self.en if language == "en" else self.nl


class RuleSet(Struct, frozen=True, forbid_unknown_fields=True):
    """One version, for periods that begin in its time; ``years`` long, 0 without an end; ``as_of`` when it was read."""

    version: int
    source: str
    as_of: datetime.date
    years: int
    rules: tuple[Rule, ...]
    valid_from: datetime.date | None = None
    valid_to: datetime.date | None = None


class Scheme(Struct, frozen=True, forbid_unknown_fields=True):
    """A register or a law, with its versions, newest last."""

    id: str
    country: str
    nl: str
    en: str
    sets: tuple[RuleSet, ...]

    def label(self, language: str) -> str:
        """``nl`` or ``en``."""
        return self.en if language == "en" else self.nl


@cache
def scheme(name: str) -> Scheme:
    """KeyError for one that does not exist."""
    if name not in SCHEMES:
        raise KeyError(name)
    return msgspec.json.decode(Path(__file__).with_name(f"{name}.json").read_bytes(), type=Scheme)


def in_force(name: str, on: datetime.date) -> RuleSet:
    """The version for a period that begins on that day; before the first one, the first."""
    found = scheme(name).sets
    held = [version for version in found if (version.valid_from or on) <= on <= (version.valid_to or on)]
    return held[-1] if held else found[0]
