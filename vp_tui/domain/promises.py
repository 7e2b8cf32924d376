"""Open promises (openstaande toezeggingen): what somebody still counts on, before a case may be closed.

Invariant: a case with an open promise is not closed; the person is told what is open, never that "something" is.
Callers: ``closing``, and the wizard that shows the list.
"""

from __future__ import annotations

from vp_tui.domain import referral
from vp_tui.domain.act import Context
from vp_tui.domain.appointment import planned
from vp_tui.domain.calls import call_back
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.steps import open_steps

__all__ = ["PROMISES", "open_promises"]

PROMISES = ("next-action", "call-back", "appointment", "step", "referral", "exception")

FORMAL_ROUTE, CONTACT_LOST = "AF-FO", "AF-CV"


def open_promises(state: CaseState, context: Context, reason: str = "") -> tuple[tuple[str, bytes], ...]:
    """What has to be kept, dropped or cancelled before the case is closed, as (kind of ``PROMISES``, id or
    nothing). A formal route that goes on without the confidant leaves the reporter's own steps open; where contact was
    lost nobody is called back."""
    found: list[tuple[str, bytes]] = [("next-action", b"")] if state.next is not None else []
    if call_back(state.calls) is not None and reason != CONTACT_LOST:
        found.append(("call-back", b""))
    found += [("appointment", row.id) for row in planned(state)]
    found += [("step", row.id) for row in open_steps(state) if reason != FORMAL_ROUTE or row.who != "reporter"]
    found += [("referral", row.id) for row in referral.open_referrals(state) if row.manner != referral.COLD]
    if state.id in context.exceptions:
        found.append(("exception", b""))
    return tuple(found)
