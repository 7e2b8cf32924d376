"""What the list of cases shows, and in which order: section, query, sort, and hits in texts. No Textual here.

Invariant: rows are made only for the lines on the screen, and the order is worked out only when something moved: a
change of one case that leaves the order alone is answered with that case's id, so that one line is repainted. Callers:
``QueueScreen``.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from vp_tui.domain import query as queries
from vp_tui.domain import queue
from vp_tui.domain.query import Query
from vp_tui.domain.summary import CaseSummary, attention
from vp_tui.i18n import days, text
from vp_tui.tui.widgets.columns import Column
from vp_tui.tui.widgets.rows import Row

if TYPE_CHECKING:
    from vp_tui.workspace.facade import Workspace
    from vp_tui.workspace.search import Hit

__all__ = ["COLUMNS", "CaseRows", "QueueView", "words_of"]

COLUMNS = (
    Column("queue.column.code", 8, rank=2),
    Column("queue.column.alias", 16, flex=1),
    Column("queue.column.client", 7, rank=3),
    Column("queue.column.state", 9),
    Column("queue.column.age", 4, rank=4, right=True),
    Column("queue.column.due", 10),
    Column("queue.column.who", 7, rank=5),
    Column("queue.column.news", 3, rank=1, right=True),
    Column("queue.column.nature", 8, rank=6),
)


def words_of(query: Query) -> str:
    """The free words of a query that can be looked for in texts."""
    return " ".join(term.value for term in query.terms if term.kind == "word" and not term.negated)


class CaseRows:
    """One arrangement of the list, for ``QueueList``: it never changes, so that the list can find its cursor again."""

    def __init__(self, ids: Sequence[bytes], titles: int, row: Callable[[bytes], Row]) -> None:
        """``ids`` in order, from ``titles`` on found by their texts only; ``row`` makes the line of one case."""
        self.ids = ids
        self.titles = titles
        self._row = row
        self._places: dict[object, int] | None = None

    def __len__(self) -> int:
        return len(self.ids)

    def row(self, place: int) -> Row:
        return self._row(self.ids[place])

    def id(self, place: int) -> bytes:
        return self.ids[place]

    def index(self, case: object) -> int | None:
        if self._places is None:
            self._places = {id: place for place, id in enumerate(self.ids)}
        return self._places.get(case)

    def sections(self) -> Sequence[tuple[int, str]]:
        return [(self.titles, text("queue.in_texts"))] if len(self.ids) > self.titles else []


class QueueView:
    """What is chosen, and the ``rows`` that this gives."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.section = "mine"
        self.sort = "due"
        self.typed = ""
        self._query = Query()
        self.rows = CaseRows((), 0, self._row)
        self._texts: frozenset[bytes] = frozenset()
        self._me = workspace.me.member
        self._generation = -1
        self._summaries: Sequence[CaseSummary] = ()
        self._cases: dict[bytes, CaseSummary] = {}
        self._orders: dict[str, list[int]] = {}
        self.counts: dict[str, int] = {}
        self.today = datetime.date.min
        self.renew()

    @property
    def unused(self) -> bool:
        """There is no case at all."""
        return not self._summaries

    def case(self, id: object) -> CaseSummary | None:
        """A case by its id."""
        return self._cases.get(id)  # type: ignore[call-overload, no-any-return]

    # -- choosing ----------------------------------------------------------------------------------------------------

    def narrow(self, typed: str) -> None:
        """Filter by ``typed``. Raises RefusedError with a position, and then shows what it showed before."""
        query = queries.parse(typed)
        self.typed, self._query, self._texts = typed, query, frozenset()
        self._arrange()

    def search_texts(self) -> bool:
        """Look for the query's words in the texts of all layers; True if that added rows."""
        self._texts = frozenset(self.hits())
        before = len(self.rows)
        self._arrange()
        return len(self.rows) != before

    def hits(self, typed: str | None = None) -> dict[bytes, Hit]:
        """The cases whose texts have the words of ``typed``, or of the filter: id to the first hit."""
        words = words_of(self._query) if typed is None else typed
        found: dict[bytes, Hit] = {}
        for hit in self._workspace.search(words) if len(words) > 1 else ():
            if hit.item:
                found.setdefault(hit.case, hit)
        return found

    @property
    def words(self) -> str:
        """The free words of the filter."""
        return words_of(self._query)

    def elsewhere(self) -> dict[str, int]:
        """How many cases of the other sections the filter finds; asked where this one has none."""
        if not self._select("all", self._query):
            return {}
        found = {name: len(self._select(name, self._query)) for name in queue.SECTIONS if name != self.section}
        return {name: n for name, n in found.items() if n}

    def matching(self, typed: str) -> list[bytes]:
        """Ids of the rows shown that the query finds. Raises RefusedError with a position."""
        query = queries.parse(typed)
        wanted = set(self._select("all", query))
        return [id for id in self.rows.ids if id in wanted]

    def choose(self, section: str) -> None:
        self.section = section
        self._arrange()

    def order_by(self, sort: str) -> None:
        self.sort = sort
        self._arrange()

    def renew(self) -> bool:
        """Read the summaries again after a change. False: every row is still at its place."""
        workspace = self._workspace
        before, self.today = self.today, workspace.today()
        self.now_ms = workspace.clock.now_ms()
        self.names = {member.id: member.name for member in workspace.members()}
        self.unsent = workspace.unsent()
        self.flagged = workspace.flagged()
        if (workspace.generation, self.today) == (self._generation, before):
            return False
        self._generation = workspace.generation
        self._summaries = workspace.summaries()
        self._cases = {case.id: case for case in self._summaries}
        self._orders = {}
        self.counts = queue.counts(self._summaries, self.today, self._me)
        was = self.rows
        self._arrange()
        return was.ids != self.rows.ids or was.titles != self.rows.titles

    def _select(self, section: str, query: Query) -> list[bytes]:
        summaries = self._summaries
        if self.sort not in self._orders:
            self._orders[self.sort] = queue.order(summaries, self.sort)
        chosen = queue.select(summaries, section, query, self._orders[self.sort], self.today, self._me, self.names)
        return [summaries[index].id for index in chosen]

    def _arrange(self) -> None:
        ids = self._select(self.section, self._query)
        titles = len(ids)
        if self._texts:
            found = set(ids)
            rest = Query(tuple(term for term in self._query.terms if term.kind != "word" or term.negated))
            ids += [id for id in self._select(self.section, rest) if id in self._texts and id not in found]
        self.rows = CaseRows(ids, titles, self._row)

    # -- one case ----------------------------------------------------------------------------------------------------

    def _row(self, id: bytes) -> Row:
        case = self._cases[id]
        reasons = self.reasons(case)
        cells = (
            case.code,
            " ".join((case.alias, *(f"#{tag}" for tag in case.tags))),
            case.client_code,
            text(f"queue.state.{case.state}"),
            days.age(case.state_since_ms, self.now_ms),
            days.day(case.due, self.today) if case.due else "",
            self.who(case),
            self.news(case),
            case.nature,
        )
        flag = text(f"queue.flag.{reasons[0]}") if reasons else "z" if self.asleep(case) else ""
        return Row(case.id, cells, flag, self._tone(case, reasons))

    def asleep(self, case: CaseSummary) -> bool:
        """Whether it was put off, and its day has not come."""
        return case.snoozed is not None and case.snoozed > self.today

    def reasons(self, case: CaseSummary) -> tuple[str, ...]:
        """Why a case needs a look, the gravest first."""
        return (("integrity",) if case.id in self.flagged else ()) + attention(case, self.today)

    def news(self, case: CaseSummary) -> str:
        """ "+2": written by others since I looked; "~": not sent yet."""
        if case.id in self.unsent:
            return "~"
        unread = self._workspace.unread(case.id)
        return f"+{min(unread, 99)}" if unread else ""

    def who(self, case: CaseSummary) -> str:
        """First names of the colleagues who can read it with me: owner if that is not me, and deputy."""
        if case.owner != self._me:
            return self._first(case.owner)
        return f"+{self._first(case.deputy)}" if case.deputy else ""

    def _first(self, member: bytes) -> str:
        return self.names.get(member, "?").split(" ")[0]

    @staticmethod
    def _tone(case: CaseSummary, reasons: tuple[str, ...]) -> str:
        if "integrity" in reasons or "anomaly" in reasons:
            return "bad"
        if "overdue" in reasons or "aftercare-due" in reasons:
            return "urgent"
        return "muted" if case.state == "closed" else ""
