"""All detectors together, over one paragraph.

Invariant: the result is in order of place and without overlaps, but for combinations, which lie over other hits. Pure:
the same paragraph on the same day gives the same hits, which is what the cache of ``Anonymiser`` relies on.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from msgspec.structs import replace

from vp_tui.domain.anonymiser.ages import ages
from vp_tui.domain.anonymiser.hit import Hit, settled
from vp_tui.domain.anonymiser.institutions import institutions
from vp_tui.domain.anonymiser.likeness import Matcher
from vp_tui.domain.anonymiser.moments import dates
from vp_tui.domain.anonymiser.numbers import numbers
from vp_tui.domain.anonymiser.passage import Passage
from vp_tui.domain.anonymiser.persons import persons
from vp_tui.domain.anonymiser.places import places
from vp_tui.domain.anonymiser.posts import departments, functions
from vp_tui.domain.anonymiser.uniqueness import uniqueness

__all__ = ["detect", "examined"]

_NO_DATES: frozenset[datetime.date] = frozenset()


def detect(passage: Passage, today: datetime.date, own: frozenset[datetime.date] = _NO_DATES) -> list[Hit]:
    """What the detectors find without knowing any case; ``own`` are dates that one would know."""
    return _fitted(passage, _all(passage, today, own))


def examined(passage: Passage, matcher: Matcher, today: datetime.date, own: frozenset[datetime.date]) -> list[Hit]:
    """The same with the case's own terms, which win from a detector of the same length."""
    return _fitted(passage, (*matcher.find(passage), *_all(passage, today, own)))


def _all(passage: Passage, today: datetime.date, own: frozenset[datetime.date]) -> Iterable[Hit]:
    return (
        *persons(passage),
        *places(passage),
        *institutions(passage),
        *departments(passage),
        *functions(passage),
        *dates(passage, today, own),
        *ages(passage),
        *uniqueness(passage),
        *numbers(passage),
    )


def _fitted(passage: Passage, hits: Iterable[Hit]) -> list[Hit]:
    """Without overlaps, and with a capital where a suggestion comes to begin a sentence."""
    begins = {start for start, _ in passage.sentences}
    return [
        replace(hit, suggestion=hit.suggestion[0].upper() + hit.suggestion[1:])
        if hit.start in begins and hit.suggestion
        else hit
        for hit in settled(hits)
    ]
