"""What the list of cases shows, and in which order: section, query, sort, and hits in texts. No Textual here.

Invariant: rows are made only for the lines on the screen, and the order is worked out only when something moved: a
change of one case that leaves the order alone is answered with that case's id, so that one line is repainted. Callers:
``QueueScreen``.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
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

__all__ = ["COLUMNS", "QueueView", "words_of"]

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


class QueueView:
    """The rows of the list; a ``Rows`` of ``QueueList``.

    ``order`` are indexes into the workspace's summaries; from ``titles`` on they are cases found by their texts only.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self.section = "mine"
        self.sort = "due"
        self.typed = ""
        self._query = Query()
        self.order: list[int] = []
        self.titles = 0
        self._texts: frozenset[bytes] = frozenset()
        self._places: dict[bytes, int] | None = None
        self._me = workspace.me.member
        self._generation = -1
        self.summaries: Sequence[CaseSummary] = ()
        self.counts: dict[str, int] = {}
        self.today = datetime.date.min
        self.renew()

    # -- choosing ----------------------------------------------------------------------------------------------------

    def narrow(self, typed: str) -> None:
        """Filter by ``typed``. Raises RefusedError with a position, and then shows what it showed before."""
        query = queries.parse(typed)
        self.typed, self._query, self._texts = typed, query, frozenset()
        self._arrange()

    def search_texts(self) -> bool:
        """Look for the query's words in the texts of all layers; True if that added rows."""
        self._texts = frozenset(self.snippets())
        before = len(self.order)
        self._arrange()
        return len(self.order) != before

    def snippets(self, typed: str | None = None) -> dict[bytes, str]:
        """The cases whose texts have the words of ``typed``, or of the filter: id to the words around the first hit."""
        words = words_of(self._query) if typed is None else typed
        found: dict[bytes, str] = {}
        for hit in self._workspace.search(words) if len(words) > 1 else ():
            if hit.item:
                found.setdefault(hit.case, hit.snippet)
        return found

    def matching(self, typed: str) -> list[bytes]:
        """Ids of the rows shown that the query finds. Raises RefusedError with a position."""
        query = queries.parse(typed)
        wanted = set(queue.select(self.summaries, "all", query, self.sort, self.today, self._me, self.names))
        return [self.summaries[index].id for index in self.order if index in wanted]

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
        was = [self.summaries[index].id for index in self.order]
        self.summaries = workspace.summaries()
        self.counts = queue.counts(self.summaries, self.today, self._me)
        self._arrange()
        return was != [self.summaries[index].id for index in self.order]

    def _arrange(self) -> None:
        def chosen(query: Query) -> list[int]:
            return queue.select(self.summaries, self.section, query, self.sort, self.today, self._me, self.names)

        self.order = chosen(self._query)
        self.titles = len(self.order)
        if self._texts:
            found = set(self.order)
            rest = Query(tuple(term for term in self._query.terms if term.kind != "word" or term.negated))
            self.order += [
                index for index in chosen(rest) if index not in found and self.summaries[index].id in self._texts
            ]
        self._places = None

    # -- what QueueList asks -----------------------------------------------------------------------------------------

    def __len__(self) -> int:
        return len(self.order)

    def index(self, case: object) -> int | None:
        if self._places is None:
            self._places = {self.summaries[index].id: place for place, index in enumerate(self.order)}
        return self._places.get(case)  # type: ignore[call-overload, no-any-return]

    def id(self, place: int) -> bytes:
        return self.summary(place).id

    def sections(self) -> Sequence[tuple[int, str]]:
        return [(self.titles, text("queue.in_texts"))] if len(self.order) > self.titles else []

    def summary(self, place: int) -> CaseSummary:
        return self.summaries[self.order[place]]

    def row(self, place: int) -> Row:
        case = self.summary(place)
        reasons = self.reasons(case)
        cells = (
            case.code,
            case.alias,
            case.client_code,
            text(f"queue.state.{case.state}"),
            days.age(case.state_since_ms, self.now_ms),
            days.day(case.due, self.today) if case.due else "",
            self.who(case),
            self.news(case),
            case.nature,
        )
        return Row(case.id, cells, text(f"queue.flag.{reasons[0]}") if reasons else "", self._tone(case, reasons))

    # -- words -------------------------------------------------------------------------------------------------------

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
