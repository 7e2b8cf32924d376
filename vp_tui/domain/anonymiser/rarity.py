"""Rare combinations: traits that each say little and together leave few people.

Invariant: names, places and days do not count, since each of those is a hit of its own that goes; what counts is what
tends to stay: function, department, age, uniqueness, sex, origin, faith, body, family, years of service. Two different
ones in a sentence are a combination. For a client of fewer than a hundred people an ordinary profession counts as well,
and for one of fewer than fifty the whole paragraph is one sentence. Callers: ``Anonymiser``.
"""

from __future__ import annotations

from collections.abc import Iterable

from vp_tui.domain.anonymiser.dutch_traits import traits
from vp_tui.domain.anonymiser.dutch_words import words
from vp_tui.domain.anonymiser.dutch_work import LEADS, PEOPLE
from vp_tui.domain.anonymiser.hit import Hit
from vp_tui.domain.anonymiser.passage import Passage

__all__ = ["SMALL", "combinations"]

SMALL = ("1-49", "50-99")
"""Headcounts, as on the mandate card, for which the rule is stricter."""

_COUNTED = {"function": "work", "department": "department", "age": "age", "unique": "unique"}
_ANYBODY = words(
    """
    client collega collegas deelnemer gast iemand jongen kandidaat lid man medewerker medewerkster meisje melder
    mens moeder ouder partner persoon vader vrouw werknemer werkneemster
    """
)


def combinations(passage: Passage, hits: Iterable[Hit], client_size: str) -> list[Hit]:
    """One hit per sentence (or paragraph) that has one, from its first trait to its last; nothing is suggested."""
    marks = [(hit.start, hit.end, _COUNTED[hit.kind]) for hit in hits if hit.kind in _COUNTED]
    marks += [
        (start, end, sort)
        for start, end, sort in traits(passage.words)
        if not any(low <= start and end <= high for low, high, _ in marks)
    ]
    if client_size in SMALL:
        marks += [
            (word.start, word.end, "work")
            for word in passage.words
            if word.folded in PEOPLE | LEADS and word.folded not in _ANYBODY
        ]
    stretches = [(0, len(passage.text))] if client_size == SMALL[0] else passage.sentences
    found = []
    for begun, ended in stretches:
        inside = [mark for mark in marks if begun <= mark[0] < ended]
        sorts = {sort for _, _, sort in inside}
        if len(sorts) > 1:
            start, end = min(mark[0] for mark in inside), max(mark[1] for mark in inside)
            text = passage.text[start:end]
            found.append(Hit(start, end, "combination", "detector", text, "", "sure" if len(sorts) > 2 else "likely"))
    return found
