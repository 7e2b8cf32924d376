"""The anonymiser: strings in a Dutch casus by which somebody could be known, and what could stand in their place.

Invariant: pure; the standard library and msgspec, no model, no network, no clock. A help and no guarantee: it finds
strings, not a recognisable story, so a colleague's check follows (docs/anonymiser.md). Start with ``own_terms`` and
``Anonymiser``; the rest is how they are made.
"""

from vp_tui.domain.anonymiser.hit import CERTAINTIES, KINDS, SOURCES, Hit, accept
from vp_tui.domain.anonymiser.own_terms import own_terms
from vp_tui.domain.anonymiser.rarity import SMALL
from vp_tui.domain.anonymiser.term import NO_TERMS, Term, Terms
from vp_tui.domain.anonymiser.workbench import Anonymiser, Decision, find_hits

__all__ = [
    "CERTAINTIES",
    "KINDS",
    "NO_TERMS",
    "SMALL",
    "SOURCES",
    "Anonymiser",
    "Decision",
    "Hit",
    "Term",
    "Terms",
    "accept",
    "find_hits",
    "own_terms",
]
