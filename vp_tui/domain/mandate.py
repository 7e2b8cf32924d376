"""The mandate card (mandaatkaart) of a client: what the appointment letter or the contract puts in scope, and how.

Invariant: where the sources of the profession contradict each other (domain reference, 1.2), the card decides and
nothing else does: private circumstances, mediation, integrity, labour conflict, workload, the role beside an internal
confidant. A client without a card is a client of whom that is not known; no rule guesses. The card is replaced as a
whole by somebody who has seen it (``base``).
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, get_args

from msgspec import Meta as Bounds
from msgspec import Struct
from msgspec.structs import replace

from vp_tui.domain.act import Cleaned, Command, Context, Deciders, Event, Folders, Meta
from vp_tui.domain.dates import LATEST_MS, later
from vp_tui.domain.keyed import Base
from vp_tui.domain.text import Line, line, one_of
from vp_tui.errors import ConflictError, RefusedError

if TYPE_CHECKING:
    from vp_tui.domain.client import ClientState

__all__ = [
    "CHOICES",
    "EXPIRING_DAYS",
    "LEAST_THRESHOLD",
    "Mandate",
    "MandateSet",
    "SetMandate",
    "Warning",
    "current",
    "response_due",
    "retention_due",
    "usual",
    "warnings",
]

EXPIRING_DAYS = 90
LEAST_THRESHOLD = 3
"""No report shows a cell of one or two (domain reference, 2.4)."""
MOST_RESPONSE = 999
MOST_RETENTION = 120

Country = Literal["NL", "BE"]
Private = Literal["refer_only", "work_related", "yes"]
Scope = Literal["out", "in"]
Role = Literal["only", "beside", "backing"]
Unit = Literal["days", "hours"]
Tariff = Literal["talk", "hour", "subscription", "headcount", "none"]
Retention = Literal["report", "closing"]
Headcount = Literal["", "1-49", "50-99", "100-249", "250-999", "1000+"]

CHOICES: dict[str, tuple[str, ...]] = {
    "country": get_args(Country),
    "private": get_args(Private),
    "conflict": get_args(Scope),
    "workload": get_args(Scope),
    "role": get_args(Role),
    "response_unit": get_args(Unit),
    "tariff": get_args(Tariff),
    "retention": get_args(Retention),
    "headcount": get_args(Headcount),
}
"""The words that each field of the card may have."""


class Mandate(Cleaned, frozen=True):
    """``behaviour`` (VPO) and ``integrity`` (VPI) are two scopes; ``conflict`` and ``workload`` say whether a labour
    conflict and workload are in scope; ``start`` and ``end`` are the appointment letter's; ``retention_months`` run
    from closing at most, also where the file goes earlier, after the annual report; ``threshold`` is k."""

    country: Country = "NL"
    behaviour: bool = True
    integrity: bool = False
    private: Private = "refer_only"
    private_billable: bool = False
    conflict: Scope = "out"
    workload: Scope = "out"
    mediation: bool = False
    role: Role = "only"
    response: Annotated[int, Bounds(ge=1, le=MOST_RESPONSE)] = 2
    response_unit: Unit = "days"
    tariff: Tariff = "talk"
    letter: bool = False
    start: datetime.date | None = None
    end: datetime.date | None = None
    independence: bool = False
    protection: bool = False
    reporting_line: Line = ""
    retention: Retention = "report"
    retention_months: Annotated[int, Bounds(ge=0, le=MOST_RETENTION)] = 12
    threshold: Annotated[int, Bounds(ge=LEAST_THRESHOLD, le=100)] = 5
    headcount: Headcount = ""


class MandateSet(Event, frozen=True):
    BY: ClassVar = "coordinator"
    base: Base
    card: Mandate


class SetMandate(Command, frozen=True):
    """Mandaatkaart vastleggen, the whole card; ``base`` is the client's ``mandate_rev``."""

    KIND: ClassVar = "client"
    base: int
    card: Mandate


class Warning(Struct, frozen=True):
    """``key`` as the text's name; ``on`` is the date that it is about."""

    key: str
    on: datetime.date | None = None


def usual(country: str) -> Mandate:
    """A card to begin with. In Belgium a conflict is a psychosocial risk and reconciliation an act of the confidant
    by law (domain reference, 2.5); the Dutch professional body says that she is no mediator (2.2)."""
    if country == "BE":
        return Mandate(country="BE", conflict="in", workload="in", mediation=True)
    return Mandate()


def current(card: Mandate | None, today: datetime.date) -> bool:
    """Whether there is a card whose letter is valid on that day; no date means no bound."""
    return card is not None and (card.start or today) <= today <= (card.end or today)


def response_due(received: datetime.date, received_ms: int, card: Mandate | None) -> tuple[datetime.date, int]:
    """By when a contact request is to be accepted: the day, and the millisecond since the epoch."""
    card = card or usual("")
    hours = card.response * (24 if card.response_unit == "days" else 1)
    return later(received, hours // 24), min(received_ms + hours * 3_600_000, LATEST_MS)


def retention_due(closed_on: datetime.date, card: Mandate | None) -> datetime.date:
    """The last day on which the file may be kept."""
    return later(closed_on, (card or usual("")).retention_months, "m")


def warnings(client: ClientState, today: datetime.date) -> tuple[Warning, ...]:
    """What is missing or running out on a client's card; none for an archived client."""
    card = client.mandate
    if client.archived:
        return ()
    if card is None:
        return (Warning("mandate-missing"),)
    soon = later(today, EXPIRING_DAYS)
    found = {
        "letter-missing": (not card.letter, None),
        "letter-not-started": (card.start is not None and card.start > today, card.start),
        "letter-expired": (card.end is not None and card.end < today, card.end),
        "letter-expiring": (card.end is not None and today <= card.end <= soon, card.end),
        "no-independence": (not card.independence, None),
        "no-protection": (not card.protection, None),
        "no-reporting-line": (not card.reporting_line, None),
        "no-routes": (not client.routes, None),
    }
    return tuple(Warning(key, on) for key, (applies, on) in found.items() if applies)


def _set(state: ClientState, command: SetMandate, context: Context) -> list[Event]:
    card = command.card
    for field, allowed in CHOICES.items():
        one_of(getattr(card, field), allowed, field)
    if card.start and card.end and card.end < card.start:
        raise RefusedError("mandate-ends-before", "end")
    if card.threshold < LEAST_THRESHOLD:
        raise RefusedError("threshold-too-low", "threshold", least=LEAST_THRESHOLD)
    if not 1 <= card.response <= MOST_RESPONSE:
        raise RefusedError("number-out-of-range", "response", least=1, most=MOST_RESPONSE)
    if not 0 <= card.retention_months <= MOST_RETENTION:
        raise RefusedError("number-out-of-range", "retention_months", least=0, most=MOST_RETENTION)
    card = replace(card, reporting_line=line(card.reporting_line, "reporting_line", required=False))
    if command.base != state.mandate_rev:
        raise ConflictError("entry-changed", rev=state.mandate_rev)
    if card == state.mandate:
        raise RefusedError("nothing-changed", "country")
    return [MandateSet(command.base, card)]


def _was_set(state: ClientState, event: MandateSet, meta: Meta) -> ClientState | None:
    if event.base != state.mandate_rev:
        return None
    return replace(state, mandate=event.card, mandate_rev=state.mandate_rev + 1)


DECIDE: Deciders = {SetMandate: _set}
FOLD: Folders = {MandateSet: _was_set}
