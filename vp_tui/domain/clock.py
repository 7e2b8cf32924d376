"""One clock for every norm, promise and end, over all that a member may read: the screen *Vandaag*.

Invariant: a pure function of summaries, contact requests, clients and personal notes; per case nothing is computed but
what ``dues`` prepared, so that ten thousand cases take no longer than a blink. What is late is red; so is what cannot
wait, such as a reporter who was not informed.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from msgspec import Struct

from vp_tui.domain import exception
from vp_tui.domain.calls import call_back
from vp_tui.domain.case_notes import NotesState
from vp_tui.domain.client import ClientState
from vp_tui.domain.contact_card import ContactState
from vp_tui.domain.dates import later
from vp_tui.domain.dues import TASKS
from vp_tui.domain.mandate import EXPIRING_DAYS
from vp_tui.domain.summary import CaseSummary

__all__ = ["DUE_KINDS", "DueItem", "due_items", "today_view"]

DUE_KINDS = (
    "contact",
    *TASKS,
    "inform-reporter",
    "deputy-until",
    "cover-consent",
    "retention",
    "mandate-expiry",
    "adhoc",
    "debrief",
    "session",
    "casus-check",
    "casus-returned",
    "session-sign",
    "extract-review",
    "extract-returned",
    "contact-reviewer",
    "log-sign",
    "log-open",
    "competence",
)
"""Contactverzoek, then what a case has, melder informeren, einde van de waarneming, waarneming zonder toestemming,
einde van de bewaartermijn, einde van het mandaat; then what ``intervision_dues`` gives."""

_RED = frozenset({"inform-reporter", "cover-consent"})
_LEAD = {"competence": 90, "retention": 14, "deputy-until": 3, "mandate-expiry": EXPIRING_DAYS}
"""Days before its date on which a kind shows up by itself; the others on the day."""
_LONGEST_LEAD = 14
_ORDER = {kind: place for place, kind in enumerate(DUE_KINDS)}
_URGENT = {
    **dict.fromkeys(("contact", "call-back", "inform-reporter", "cover-consent", "adhoc", "debrief"), 0),
    **dict.fromkeys(("retention", "mandate-expiry", "competence"), 2),
}
"""Among what is late, somebody who waits for an answer comes before all else, and papers come after it."""


class DueItem(Struct, frozen=True):
    """``late`` in days, below nothing for what is still to come; ``age`` in days since it began to run, as far as that
    is known; ``at_ms`` the exact time where a norm counts hours, or 0; ``space`` is the case, request or client."""

    kind: str
    due: datetime.date
    space: bytes
    label: str
    client_code: str
    late: int
    age: int
    red: bool
    at_ms: int = 0


def due_items(
    summaries: Iterable[CaseSummary],
    contacts: Iterable[ContactState],
    clients: Sequence[ClientState],
    notes: Iterable[NotesState],
    today: datetime.date,
    now_ms: int,
) -> list[DueItem]:
    """Everything that has a date, however far away; in the order of the screen."""
    return _ordered(_items(summaries, contacts, clients, notes, today, now_ms, None))


def today_view(
    summaries: Iterable[CaseSummary],
    contacts: Iterable[ContactState],
    clients: Sequence[ClientState],
    notes: Iterable[NotesState],
    today: datetime.date,
    now_ms: int,
    within: int = 0,
    more: Iterable[DueItem] = (),
) -> list[DueItem]:
    """What is late, due today, or due ``within`` days; ends show up some days before. Put-off cases keep their norms
    and hide their next action. ``more`` is of the same kind, from ``intervision_dues``."""
    until = later(today, within)
    beside = (item for item in more if _shown(item.kind, item.due, until))
    return _ordered(chain(_items(summaries, contacts, clients, notes, today, now_ms, until), beside))


def _ordered(items: Iterable[DueItem]) -> list[DueItem]:
    return sorted(
        items,
        key=lambda item: (
            (not item.red, _URGENT.get(item.kind, 1) if item.red else 1),
            (item.due, item.at_ms, _ORDER[item.kind], item.label),
        ),
    )


def _items(
    summaries: Iterable[CaseSummary],
    contacts: Iterable[ContactState],
    clients: Sequence[ClientState],
    notes: Iterable[NotesState],
    today: datetime.date,
    now_ms: int,
    until: datetime.date | None,
) -> Iterator[DueItem]:
    for item in _of_contacts(contacts, clients, today, now_ms):
        if item.kind == "contact" or _shown(item.kind, item.due, until):
            yield item
    farthest = datetime.date.max if until is None else later(until, _LONGEST_LEAD)
    labels: dict[bytes, tuple[str, str]] = {}
    rows = list(summaries)
    for row in rows:
        if row.dues and row.dues[0][1] <= farthest:
            yield from _of_case(row, today, until)
    for beside in notes:
        for due in exception.dues(beside):
            if not labels:
                labels = {row.id: (row.alias, row.client_code) for row in rows}
            label, client_code = labels.get(beside.case, ("", ""))
            yield _item("inform-reporter", due, beside.case, label, client_code, today, due)
    for client in clients:
        end = client.mandate.end if client.mandate and not client.archived else None
        if end is not None and _shown("mandate-expiry", end, until):
            yield _item("mandate-expiry", end, client.id, client.name, client.code, today, end)


def _of_contacts(
    contacts: Iterable[ContactState], clients: Sequence[ClientState], today: datetime.date, now_ms: int
) -> Iterator[DueItem]:
    code_of = {client.id: client.code for client in clients}
    for request in contacts:
        code = code_of.get(request.client, "")
        if request.state in ("open", "postponed", "returned"):
            days, age = (today - request.due).days, max((today - request.received).days, 0)
            late = min(days, 0) if request.on_time(now_ms) else max(days, 1)
            yield DueItem("contact", request.due, request.id, "", code, late, age, late > 0, request.due_ms)
        elif request.state == "accepted":
            # Until the first call, the day of the norm is when she is to be called.
            again = call_back(request.calls) if request.calls else request.due
            if again is not None:
                yield _item("call-back", again, request.id, "", code, today, request.received)


def _of_case(row: CaseSummary, today: datetime.date, until: datetime.date | None) -> Iterator[DueItem]:
    asleep = until is not None and row.snoozed is not None and row.snoozed > today
    for kind, due in row.dues:
        if _shown(kind, due, until) and not (asleep and kind == "next-action"):
            yield _item(kind, due, row.id, row.alias, row.client_code, today, row.received)


def _shown(kind: str, due: datetime.date, until: datetime.date | None) -> bool:
    return until is None or due <= later(until, _LEAD.get(kind, 0))


def _item(
    kind: str,
    due: datetime.date,
    space: bytes,
    label: str,
    client_code: str,
    today: datetime.date,
    since: datetime.date,
) -> DueItem:
    late = (today - due).days
    return DueItem(kind, due, space, label, client_code, late, max((today - since).days, 0), late > 0 or kind in _RED)
