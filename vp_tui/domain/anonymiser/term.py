"""A term: a name or word that is known beforehand, and the dates that go with it.

Invariant: plain data. ``instead`` is empty for people, who get a letter each. Callers: ``own_terms`` makes them, the
matcher finds them.
"""

from __future__ import annotations

import datetime

from msgspec import Struct

from vp_tui.domain.anonymiser.hit import Kind

__all__ = ["NO_TERMS", "Term", "Terms"]


class Term(Struct, frozen=True, array_like=True):
    """``text`` as it was written, ``instead`` what is suggested for it."""

    text: str
    kind: Kind
    instead: str = ""


class Terms(Struct, frozen=True):
    """``dates`` are the days on which something of the case took place, or will."""

    terms: tuple[Term, ...] = ()
    dates: frozenset[datetime.date] = frozenset()


NO_TERMS = Terms()
"""For a text without a case: the detectors alone."""
