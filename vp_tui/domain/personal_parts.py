"""What one member keeps for intervision and for her own craft: drafts with their case, learning notes, hours, load.

Invariant: plain data of the personal space. ``CasusDraft.case`` is the only place in the whole product where a casus
meets its case. Callers: ``personal`` puts these together, the noun of each row makes and changes it.
"""

from __future__ import annotations

import datetime

from msgspec import Struct

__all__ = ["Activity", "CasusDraft", "Certification", "LearningNote", "Load", "Shared"]


class Shared(Struct, frozen=True, array_like=True):
    """The draft as it was when it went to a group (``row`` is the casus) or to a supervisor (``row`` is the extract);
    ``number`` is the version there. What a later version is compared with."""

    space: bytes
    row: bytes
    number: int
    text: str
    at_ms: int


class CasusDraft(Struct, frozen=True):
    """``kind`` casus or extract; ``case`` is empty if it comes from no case of one's own."""

    id: bytes
    kind: str
    case: bytes
    title: str
    text: str
    shared: tuple[Shared, ...] = ()
    rev: int = 1
    dropped: bool = False


class LearningNote(Struct, frozen=True):
    """Eigen leernotitie; ``session`` that it was written after, if any."""

    id: bytes
    on: datetime.date
    theme: str
    session: bytes
    text: str
    rev: int = 1
    dropped: bool = False


class Load(Struct, frozen=True, array_like=True):
    """How much a day weighed: 1 (ordinary) to 3 (heavy)."""

    on: datetime.date
    weight: int


class Activity(Struct, frozen=True):
    """``kind`` PE-xx; times are local and may be absent; ``evidence`` is the SHA-256 of the proof in hexadecimal, or
    nothing; ``source`` the session or the like that it comes from."""

    id: bytes
    kind: str
    on: datetime.date
    minutes: int
    start: str = ""
    end: str = ""
    title: str = ""
    provider: str = ""
    evidence: str = ""
    source: bytes = b""
    rev: int = 1
    dropped: bool = False


class Certification(Struct, frozen=True, array_like=True):
    """Registration or appointment under a scheme (``rulesets``): since when, and its number."""

    scheme: str
    since: datetime.date
    number: str = ""
