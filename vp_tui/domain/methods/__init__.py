"""Step scripts (draaiboeken) of the intervision methods: what is done in which order, and for how long.

Invariant: every method of the code list has one, in Dutch and English; the steps' minutes are those of one casus.
Read at first use from the data file beside this one, which has a version.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct

__all__ = ["Script", "Step", "script", "version"]


class Step(Struct, frozen=True):
    """``silent``: the presenter listens only."""

    nl: str
    en: str
    minutes: int
    silent: bool = False

    def label(self, language: str) -> str:
        """``nl`` or ``en``."""
        return self.en if language == "en" else self.nl


class Script(Struct, frozen=True):
    """Of the method ``code`` (IM-xx)."""

    code: str
    steps: tuple[Step, ...]

    @property
    def minutes(self) -> int:
        """Of all steps together."""
        return sum(step.minutes for step in self.steps)


class _Scripts(Struct, frozen=True, forbid_unknown_fields=True):
    version: int
    source: str
    scripts: tuple[Script, ...]


@cache
def _load() -> _Scripts:
    return msgspec.json.decode(Path(__file__).with_name("scripts.json").read_bytes(), type=_Scripts)


def version() -> int:
    """Of the data file; it rises with every change."""
    return _load().version


@cache
def _by_code() -> dict[str, Script]:
    return {found.code: found for found in _load().scripts}


def script(code: str) -> Script:
    """The script of a method. KeyError for what is no method."""
    return _by_code()[code]
