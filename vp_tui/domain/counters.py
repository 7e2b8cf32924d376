"""The four counters (tellers) that are easily mixed up: reporters, cases, conversations, categories.

Invariant: each is counted by itself (domain reference, 2.7): a case may have several reporters and several categories,
and a case is new once, in the period in which it was received; what was carried over stands apart. What is out of
scope is counted separately. No report is made of these without the guard against small numbers.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from msgspec import Struct

from vp_tui.domain import codes
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.reporters import active

__all__ = ["Counters", "count", "out_of_scope"]


class Counters(Struct, frozen=True):
    """Of one period: ``reporters`` and ``categories`` are those of the ``cases`` that are new in it; ``carried_over``
    are cases from before that were open in it; ``conversations`` are all that were held in it."""

    reporters: int = 0
    cases: int = 0
    carried_over: int = 0
    closed: int = 0
    conversations: int = 0
    categories: int = 0

    def __add__(self, other: Counters) -> Counters:
        return Counters(*(getattr(self, name) + getattr(other, name) for name in self.__struct_fields__))


def out_of_scope(state: CaseState) -> bool:
    """Closed as such, found to be so, or about nothing else."""
    if state.closed_reason == "AF-BB" or (state.scope is not None and state.scope.verdict == "out"):
        return True
    found = [code for nature in state.natures if (code := codes.get(nature)) is not None]
    return bool(found) and state.scope is None and all(code.list == "out_of_scope" for code in found)


def count(states: Iterable[CaseState], first: datetime.date, last: datetime.date) -> tuple[Counters, Counters]:
    """What is in scope and what is not, over the days from ``first`` to ``last``."""
    within, without = Counters(), Counters()
    for state in states:
        if out_of_scope(state):
            without += _counted(state, first, last)
        else:
            within += _counted(state, first, last)
    return within, without


def _counted(state: CaseState, first: datetime.date, last: datetime.date) -> Counters:
    new = first <= state.received <= last
    lived = state.received < first and (state.closed_on is None or state.closed_on >= first)
    talks = [item.on for item in state.timeline if item.kind == "conversation" and not item.withdrawn]
    return Counters(
        len(active(state)) if new else 0,
        int(new),
        int(lived),
        int(state.closed_on is not None and first <= state.closed_on <= last),
        sum(on is not None and first <= on <= last for on in talks),
        len(state.natures) if new else 0,
    )
