"""The dates that a case has to be looked at on: promises, norms and ends, computed once when it is summarised.

Invariant: pure, and never fails, whatever date a record holds. Where a norm is another country's, it does not run.
Callers: ``summary``, and through it the clock.
"""

from __future__ import annotations

import datetime

from vp_tui.domain.appointment import planned
from vp_tui.domain.calls import call_back
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.case_parts import Consent
from vp_tui.domain.dates import later
from vp_tui.domain.mandate import Mandate
from vp_tui.domain.reporters import active
from vp_tui.domain.stage import norm_dues
from vp_tui.domain.steps import open_steps

__all__ = ["HEARD_DAYS", "TASKS", "dues_of"]

HEARD_DAYS = 10
"""Calendar days in which a Belgian confidant hears the worker after the first contact (domain reference, 2.5)."""

TASKS = (
    "next-action",
    "call-back",
    "appointment",
    "step",
    "aftercare",
    "be-heard",
    "report-acknowledgement",
    "report-feedback",
)
"""What makes a case overdue: volgende actie, terugbellen, afspraak, toegezegde termijn van een stap, nazorg, horen
binnen tien dagen, ontvangstbevestiging, terugkoppeling."""

Dues = tuple[tuple[str, datetime.date], ...]


def dues_of(state: CaseState, card: Mandate | None) -> Dues:
    """Pairs of kind and date, earliest first; ``card`` is the client's, if it may be read."""
    if state.state == "closed":
        return (("retention", state.retention),) if state.retention is not None else ()
    found: list[tuple[str, datetime.date | None]] = [
        ("next-action", state.next.due if state.next else None),
        ("call-back", call_back(state.calls)),
        *(("appointment", row.on) for row in planned(state)),
        *(("step", row.due) for row in open_steps(state)),
        ("aftercare", next((moment.due for moment in state.aftercare if not moment.done_ms), None)),
        ("be-heard", _heard_by(state, card)),
        *norm_dues(state),
        ("deputy-until", state.deputy_until if state.deputy else None),
        ("cover-consent", _cover_ends(state)),
    ]
    return tuple(sorted(((kind, on) for kind, on in found if on is not None), key=lambda pair: pair[1]))


def _heard_by(state: CaseState, card: Mandate | None) -> datetime.date | None:
    if card is None or card.country != "BE" or state.state == "aftercare":
        return None
    heard = any(item.kind == "conversation" and not item.withdrawn for item in state.timeline)
    return None if heard else later(state.received, HEARD_DAYS)


def _cover_ends(state: CaseState) -> datetime.date | None:
    """The day from which the deputy reads on without the consent of a reporter who gave it."""
    if state.deputy is None:
        return None
    member = state.deputy.hex()
    given = [row for row in state.consents if row.purpose == "cover" and row.party.member == member]
    last = state.deputy_until or datetime.date.max
    ends = (_lapses([row for row in given if row.reporter == reporter], last) for reporter in active(state))
    return min((end for end in ends if end is not None), default=None)


def _lapses(given: list[Consent], last: datetime.date) -> datetime.date | None:
    """The first day that none of these consents of one reporter holds, if it comes before the ``last`` one of the cover
    is over."""
    standing = [row for row in given if row.withdrawn_on is None]
    if not standing:
        return given[-1].withdrawn_on if given else None
    ends = [row.until for row in standing if row.until is not None]
    return later(max(ends), 1) if len(ends) == len(standing) and max(ends) < last else None
