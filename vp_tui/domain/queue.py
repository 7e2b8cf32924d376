"""The queue (werkvoorraad): which cases, in which order.

Invariant: a pure function of the summaries, the day and the member; nothing is folded, parsed or looked up per row.
Ten thousand rows take less time than a key repeats.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from vp_tui.domain.case_file import STATES
from vp_tui.domain.query import Query, Term, ahead, earlier
from vp_tui.domain.summary import CaseSummary
from vp_tui.domain.text import fold_text

__all__ = ["SECTIONS", "SORTS", "counts", "order", "select"]

SECTIONS = ("all", "mine", "new", "active", "waiting", "aftercare", "overdue", "deputy", "closed")
"""Alle, mijn, nieuw, lopend, wacht op melder, nazorg, te laat, waarneming, gesloten."""

SORTS = ("due", "age", "last", "alias", "client", "state")
"""Termijn, langst in deze toestand, laatst gewijzigd, alias, klant, toestand; ``-due`` and so on reverse."""

_Test: TypeAlias = Callable[[CaseSummary], bool]

_ORDER = {state: place for place, state in enumerate(STATES)}
_NEVER = 1 << 20  # days: the year 2871


def _day(row: CaseSummary) -> int:
    return row.due.toordinal() if row.due is not None else _NEVER


# Numbers rather than pairs where that is possible, since they are compared three times as fast: day and second in one.
_KEYS: dict[str, Callable[[CaseSummary], Any]] = {
    "due": lambda row: float((_day(row) << 32) - row.last_ms // 1000),
    "age": lambda row: float(row.state_since_ms),
    "last": lambda row: float(-row.last_ms),
    # The hay begins with the alias, folded.
    "alias": lambda row: row.hay,
    "client": lambda row: (row.client_code or "~", _day(row)),
    "state": lambda row: float((_ORDER[row.state] << 24) + _day(row)),
}


def order(summaries: Sequence[CaseSummary], sort: str) -> list[int]:
    """Indexes of all ``summaries``, in order. KeyError for a sort that is not of ``SORTS``."""
    keys = list(map(_KEYS[sort.removeprefix("-")], summaries))
    return sorted(range(len(keys)), key=keys.__getitem__, reverse=sort.startswith("-"))


def select(
    summaries: Sequence[CaseSummary],
    section: str,
    query: Query,
    ordered: Sequence[int],
    today: datetime.date,
    me: bytes,
    names: Mapping[bytes, str] | None = None,
) -> list[int]:
    """Those of ``ordered`` (indexes, see ``order``, which whoever narrows a list again and again keeps) that are in the
    section and where every term holds. ``names`` are the members', for ``owner:``. KeyError for an unknown section."""
    chosen = ordered
    for test in (_sections(today, me)[section], *(_test(term, today, me, names or {}) for term in query.terms)):
        chosen = [index for index in chosen if test(summaries[index])]
    return list(chosen)


def counts(summaries: Sequence[CaseSummary], today: datetime.date, me: bytes) -> dict[str, int]:
    """How many there are in each section."""
    tests = _sections(today, me)
    return {section: sum(map(tests[section], summaries)) for section in SECTIONS}


def _sections(today: datetime.date, me: bytes) -> dict[str, _Test]:
    def asleep(row: CaseSummary) -> bool:
        return row.snoozed is not None and row.snoozed > today

    return {
        "all": lambda row: True,
        "open": lambda row: row.state != "closed",
        "mine": lambda row: row.owner == me and row.state != "closed" and not asleep(row),
        "new": lambda row: row.state in ("received", "accepted") and not asleep(row),
        "active": lambda row: row.state in ("exploring", "options", "steps") and not asleep(row),
        "waiting": lambda row: row.state == "waiting" and not asleep(row),
        "aftercare": lambda row: row.state == "aftercare",
        "overdue": lambda row: row.due is not None and row.due < today,
        "deputy": lambda row: row.deputy == me and row.state != "closed",
        "closed": lambda row: row.state == "closed",
        "snoozed": asleep,
    }


def _test(term: Term, today: datetime.date, me: bytes, names: Mapping[bytes, str]) -> _Test:
    test = _positive(term, today, me, names)
    return (lambda row: not test(row)) if term.negated else test


def _positive(term: Term, today: datetime.date, me: bytes, names: Mapping[bytes, str]) -> _Test:
    value = term.value
    match term.kind:
        case "is":
            return _sections(today, me)[value]
        case "state":
            return lambda row: row.state == value
        case "client":
            # Names are folded once per client, not once per case.
            folded: dict[str, bool] = {}
            return lambda row: _remembered(folded, f"{row.client_code} {row.client_name}", value)
        case "nature":
            return lambda row: not term.codes.isdisjoint(row.natures)
        case "owner":
            mine = {me} if value in ("me", "ik") else set()
            wanted = mine | {member for member, name in names.items() if _begins(name, value)}
            return lambda row: row.owner in wanted or row.owner.hex().startswith(value)
        case "older" | "younger":
            return _age(term, today)
        case "due":
            return _due(value, today)
        case "aftercare":
            return _AFTERCARE[value] if value in _AFTERCARE else lambda row: _late(row.aftercare_due, today)
        case "tag":
            return lambda row: any(tag.startswith(value) for tag in row.tags)
    return lambda row: value in row.hay


_AFTERCARE: dict[str, _Test] = {
    "open": lambda row: row.aftercare_due is not None,
    "done": lambda row: row.cared and row.aftercare_due is None,
    "none": lambda row: not row.cared and row.aftercare_due is None,
}


def _late(due: datetime.date | None, today: datetime.date) -> bool:
    return due is not None and due < today


def _age(term: Term, today: datetime.date) -> _Test:
    border = earlier(today, term.value)
    if term.kind == "older":
        return lambda row: row.received < border
    return lambda row: row.received > border


def _due(value: str, today: datetime.date) -> _Test:
    match value:
        case "none":
            return lambda row: row.due is None
        case "overdue":
            return lambda row: _late(row.due, today)
    last = today if value == "today" else ahead(today, value)
    return lambda row: row.due is not None and row.due <= last


def _begins(text: str, value: str) -> bool:
    folded = fold_text(text)
    return folded.startswith(value) or f" {value}" in folded


def _remembered(folded: dict[str, bool], text: str, value: str) -> bool:
    if (answer := folded.get(text)) is None:
        answer = folded[text] = _begins(text, value)
    return answer
