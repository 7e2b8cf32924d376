"""A client in words: warnings, the mandate card in groups, routes, the register of pressure. No Textual screen here.

Invariant: every field of the card is said somewhere, so that nothing is agreed on that nobody sees. Callers: the
screens of clients.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from vp_tui.domain.client import ClientState
from vp_tui.domain.mandate import Mandate, warnings
from vp_tui.domain.pressure import Pressure
from vp_tui.i18n import days, text
from vp_tui.tui.widgets.timeline import Entry

__all__ = ["GROUPS", "card", "concerns", "pressures", "routes"]

GROUPS: dict[str, tuple[str, ...]] = {
    "scope": ("country", "behaviour", "integrity", "private", "private_billable", "conflict", "workload"),
    "work": ("role", "mediation", "response", "response_unit"),
    "appointment": ("letter", "start", "end", "independence", "protection", "reporting_line"),
    "terms": ("tariff", "headcount", "threshold", "retention", "retention_months"),
}
"""Fields of the card that are read, and changed, together."""


def concerns(client: ClientState, today: datetime.date, *, short: bool = False) -> list[str]:
    """What is missing on the card, or running out, in words; ``short`` for a column."""
    found = warnings(client, today)
    if short:
        return [text(f"clients.short.{one.key}", on=days.day(one.on, today) if one.on else "") for one in found]
    return [text(f"domain_client.warning.{one.key}", on=days.full(one.on) if one.on else "") for one in found]


def card(client: ClientState) -> list[Entry]:
    """The mandate card, an entry for each group; none without a card."""
    if client.mandate is None:
        return []
    return [
        Entry(name.encode(), text(f"clients.group.{name}"), body="\n".join(_lines(_SAID[name], client.mandate)))
        for name in GROUPS
    ]


def _lines(said: Callable[[Mandate], Iterator[tuple[str, str]]], mandate: Mandate) -> Iterator[str]:
    for field, value in said(mandate):
        name = text(f"domain_client.mandate.{field}")
        yield text("clients.line", name=f"{name[:1].upper()}{name[1:]}", value=value)


def _choice(field: str, value: str) -> str:
    return text(f"domain_client.{field}.{value}")


def _within(holds: bool) -> str:
    return text("clients.in" if holds else "clients.out")


def _yes(holds: bool) -> str:
    return text("clients.yes" if holds else "clients.no")


def _scope(mandate: Mandate) -> Iterator[tuple[str, str]]:
    billable = "clients.billable" if mandate.private_billable else "clients.not_billable"
    yield "country", _choice("country", mandate.country)
    yield "behaviour", _within(mandate.behaviour)
    yield "integrity", _within(mandate.integrity)
    yield "private", text(billable, private=_choice("private", mandate.private))
    yield "conflict", _choice("conflict", mandate.conflict)
    yield "workload", _choice("workload", mandate.workload)


def _work(mandate: Mandate) -> Iterator[tuple[str, str]]:
    yield "role", _choice("role", mandate.role)
    yield "mediation", _yes(mandate.mediation)
    unit = _choice("response_unit", mandate.response_unit)
    yield "response", text("clients.response", n=mandate.response, unit=unit)


def _appointment(mandate: Mandate) -> Iterator[tuple[str, str]]:
    yield "letter", _yes(mandate.letter)
    yield "start", days.full(mandate.start) if mandate.start else text("clients.letter.unknown")
    yield "end", days.full(mandate.end) if mandate.end else text("clients.letter.open")
    yield "independence", _yes(mandate.independence)
    yield "protection", _yes(mandate.protection)
    yield "reporting_line", mandate.reporting_line or "-"


def _terms(mandate: Mandate) -> Iterator[tuple[str, str]]:
    rule = _choice("retention", mandate.retention)
    yield "tariff", _choice("tariff", mandate.tariff)
    yield "headcount", mandate.headcount or text("clients.headcount.unknown")
    yield "threshold", str(mandate.threshold)
    yield "retention", text("clients.kept", rule=rule, n=mandate.retention_months)


_SAID = {"scope": _scope, "work": _work, "appointment": _appointment, "terms": _terms}


def routes(client: ClientState) -> list[Entry]:
    """Where the client's people can go."""
    return [
        Entry(
            route.id,
            text("clients.route.head", kind=_choice("route", route.kind), name=route.name),
            route.contact,
            route.text,
        )
        for route in client.routes
    ]


def pressures(client: ClientState, name: Callable[[bytes], str], today: datetime.date) -> list[Entry]:
    """Who asked what and what was answered, the newest first; ``name`` says who wrote it down."""
    rows: Iterable[Pressure] = sorted(client.pressures, key=lambda row: row.on, reverse=True)
    return list(map(partial(_pressure, name, today), rows))


def _pressure(name: Callable[[bytes], str], today: datetime.date, row: Pressure) -> Entry:
    head = text("clients.pressure.head", day=days.day(row.on, today), who=row.who)
    if row.answered_on is None:
        return Entry(row.id, head, name(row.by), row.asked, text("domain_client.pressure.open"))
    key = "clients.pressure.lettered" if row.letter and row.answered else "clients.pressure.answered"
    answer = row.answered or text("clients.pressure.by_letter")
    said = text(key, day=days.day(row.answered_on, today), answer=answer)
    return Entry(row.id, head, name(row.by), f"{row.asked}\n{said}")
