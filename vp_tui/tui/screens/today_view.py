"""What *Vandaag* shows, and where each line of it is dealt with. No Textual here.

Invariant: the clock is the domain's; here its items only get words, a place and a section, and rows are made for the
lines on the screen alone. Callers: ``TodayScreen``.
"""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING

from vp_tui.domain.clock import DueItem
from vp_tui.domain.summary import CaseSummary
from vp_tui.i18n import count, days, text
from vp_tui.tui.widgets.columns import Column
from vp_tui.tui.widgets.rows import Row

if TYPE_CHECKING:
    from vp_tui.workspace.facade import Workspace

__all__ = ["CALLS", "COLUMNS", "WITHIN", "DueRows", "TodayView", "place_of"]

COLUMNS = (
    # At 80 columns the alias is whole and the promise has the rest: how long still says more than the date.
    Column("today.column.what", 28, flex=2),
    Column("today.column.whose", 20, flex=1),
    Column("today.column.client", 7, rank=1),
    Column("today.column.due", 10, rank=2),
    Column("today.column.late", 13),
    Column("today.column.age", 4, rank=3, right=True),
)

WITHIN = {"today": 0, "week": 7, "month": 30, "all": 36_525}
"""How far ahead, in days."""

# Where a case's line is dealt with; what is not here, in the case itself.
_PLACES = {
    "call-back": "meetings",
    "appointment": "meetings",
    "step": "steps",
    "aftercare": "aftercare",
    "report-acknowledgement": "steps",
    "report-feedback": "steps",
    "inform-reporter": "dilemmas",
    "cover-consent": "consents",
    "mandate-expiry": "client",
}
CALLS = frozenset({"call-back", "aftercare", "next-action", "be-heard", "inform-reporter"})
"""Kinds of which a telephone call may be a part."""
_WAITING = ("open", "postponed", "returned")
_HOURS = 24 * 3_600_000


# The same line after every change: kind, space, and which of several.
_Key = tuple[str, bytes, int]


class DueRows:
    """One arrangement, for the list; it never changes."""

    def __init__(self, items: Sequence[DueItem], row: Callable[[DueItem, Hashable], Row]) -> None:
        self.items = items
        self._row = row
        self._ids: list[_Key] | None = None
        self._places: dict[Hashable, int] | None = None

    def __len__(self) -> int:
        return len(self.items)

    def row(self, place: int) -> Row:
        return self._row(self.items[place], self.id(place))

    def id(self, place: int) -> _Key:
        return self._keys()[place]

    def _keys(self) -> list[_Key]:
        if self._ids is None:
            seen: dict[tuple[str, bytes], int] = {}
            self._ids = []
            for item in self.items:
                key = item.kind, item.space
                seen[key] = number = seen.get(key, -1) + 1
                self._ids.append((*key, number))
        return self._ids

    def index(self, id: Hashable) -> int | None:
        if self._places is None:
            self._places = {id: place for place, id in enumerate(self._keys())}
        return self._places.get(id)

    def starts(self) -> dict[str, int]:
        """Where each section begins: red ones first, then by day."""
        reds = bisect_right(self.items, 0, key=lambda item: not item.red)
        ends = [bisect_right(self.items, apart, lo=reds, key=lambda item: -item.late) for apart in (0, 7)]
        return {"red": 0, "today": reds, "week": ends[0], "later": ends[1]}

    def sections(self) -> Sequence[tuple[int, str]]:
        starts = self.starts()
        ends = [*list(starts.values())[1:], len(self.items)]
        filled = zip(starts.items(), ends, strict=True)
        return [(start, text(f"today.section.{name}")) for (name, start), end in filled if start < end]


class TodayView:
    """How far somebody looks ahead, and the ``rows`` that this gives."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.within = "week"
        self.today = datetime.date.min
        self.now_ms = 0
        self._cases: dict[bytes, CaseSummary] = {}
        self._summaries: Sequence[CaseSummary] = ()
        self.rows = DueRows((), self._row)
        self.renew()

    def renew(self) -> bool:
        """Ask the clock again. False: every line is still at its place."""
        workspace = self._workspace
        before, self.today, self.now_ms = self.today, workspace.today(), workspace.clock.now_ms()
        summaries = workspace.summaries()
        if summaries is not self._summaries:
            self._summaries = summaries
            self._cases = {case.id: case for case in summaries}
        was, items = self.rows.items, workspace.today_view(WITHIN[self.within])
        if items is was and before == self.today:
            return False
        self.rows = DueRows(items, self._row)
        return True

    def look(self, within: str) -> None:
        """Look as far ahead as this key of ``WITHIN`` says."""
        self.within = within
        self.renew()

    def at(self, id: object) -> DueItem | None:
        """The item of a line."""
        place = self.rows.index(id) if isinstance(id, tuple) else None
        return self.rows.items[place] if place is not None else None

    def case(self, item: DueItem) -> CaseSummary | None:
        """The case that it is about, if it is about one."""
        return self._cases.get(item.space)

    # -- in words ----------------------------------------------------------------------------------------------------

    def counts(self) -> str:
        """ "2 nieuwe aanvragen, 5 te laat, 3 vandaag", or that there is nothing."""
        starts = self.rows.starts()
        new = sum(request.state in _WAITING for request in self._workspace.contacts())
        late, due = starts["today"], starts["week"] - starts["today"]
        parts = [count("today.requests", new)] if new else []
        parts += [text("today.late", n=late)] if late else []
        parts += [text("today.due", n=due)] if due or late else []
        return ", ".join(parts) or text("today.nothing")

    def what(self, item: DueItem) -> str:
        """ "Terugbellen" of a next action, "nazorg" of other kinds."""
        case = self.case(item)
        if item.kind == "next-action" and case is not None:
            return case.next_what
        return text(f"domain_care.due.{item.kind}")

    def about(self, item: DueItem) -> str:
        """What it is about: an alias, or a client's code."""
        return item.label or item.client_code

    def calm(self) -> list[str]:
        """What an empty list says: that there is nothing, what comes first, and where one may go."""
        if self.within == "today":
            said = text("today.calm")
        else:
            said = text("today.calm.ahead", day=days.full(self.today + datetime.timedelta(WITHIN[self.within])))
        ahead = self._workspace.today_view(WITHIN["all"])
        if not ahead:
            return [said, text("today.calm.none"), "", text("today.calm.keys")]
        first = ahead[0]
        what = ", ".join(filter(None, (self.what(first), self.about(first))))
        nearest = text("today.calm.next", what=what, due=days.term(first.due, self.today))
        return [said, nearest, "", text("today.calm.keys")]

    def _row(self, item: DueItem, id: Hashable) -> Row:
        since = self.now_ms - item.age * _HOURS
        cells = (
            self.what(item),
            item.label,
            item.client_code,
            days.day(item.due, self.today),
            self._lateness(item),
            days.age(since, self.now_ms) if item.age else "",
        )
        return Row(id, cells, "!" if item.red else "", "urgent" if item.red else "")

    def _lateness(self, item: DueItem) -> str:
        """ "2 dagen te laat", "nog 3 u": in hours on the day itself, where the norm counts them."""
        apart = item.at_ms - self.now_ms
        if item.at_ms and abs(apart) < _HOURS:
            span = days.age(0, abs(apart))
            return text("today.left" if apart >= 0 else "today.over", span=span)
        if item.late > 0:
            return text("today.days_over", n=item.late)
        if item.late < 0:
            return text("today.days_left", n=-item.late)
        return text("today.urgent" if item.red else "days.today")


def place_of(item: DueItem, about_case: bool) -> str:
    """The place where it is dealt with."""
    if item.kind == "contact" or (item.kind == "call-back" and not about_case):
        return "contact"
    return _PLACES.get(item.kind, "case")
