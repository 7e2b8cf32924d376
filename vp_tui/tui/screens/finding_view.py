"""What a search has found: each place with its case, what stands there, and the way to it. No Textual screen here.

Invariant: filters narrow, words find, and a line that makes no sense as a filter is looked for as it stands; a place is
described only when its line is on the screen. Callers: ``FindingScreen``.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

from vp_tui.domain import queue
from vp_tui.domain.case_code import case_code
from vp_tui.domain.query import Query, parse
from vp_tui.domain.timeline import find as find_item
from vp_tui.errors import NotFoundError, RefusedError
from vp_tui.i18n import days, text
from vp_tui.tui.screens.queue_view import words_of
from vp_tui.tui.widgets.hit_list import HitRow

if TYPE_CHECKING:
    from vp_tui.workspace.facade import Workspace
    from vp_tui.workspace.search import Hit

__all__ = ["FoundRows", "Place", "Search", "look", "plainly"]

_KINDS = ("case", "client", "contact_request")
# Rows of a case that a search may lead to: the field of the state, and the sheet on which it stands.
_SHEETS = {
    "reporters": "intake",
    "options": "options",
    "consents": "consents",
    "steps": "steps",
    "drafts": "papers",
    "referrals": "referrals",
}


def _day(at_ms: int) -> date:
    return datetime.fromtimestamp(at_ms / 1000).date()


class Place(NamedTuple):
    """Where a hit leads: the application's place, what it is called, and the space's short name and title."""

    name: str
    said: str
    code: str
    title: str


@dataclass(frozen=True, slots=True)
class Search:
    """``words`` were looked for; ``why`` is an i18n key that says why nothing can be found, or ""."""

    words: str
    hits: Sequence[Hit]
    why: str = ""

    @property
    def spaces(self) -> int:
        """In how many cases, clients and requests."""
        return len({hit.case for hit in self.hits})


def plainly(snippet: str) -> str:
    """Everything of ours is ASCII, also what says that there is more."""
    return snippet.replace("\N{HORIZONTAL ELLIPSIS}", "..")


def look(workspace: Workspace, typed: str) -> Search:
    """Everything the member may read, at once. Hits of one case stand together, the best first, clients last."""
    try:
        query = parse(typed)
    except RefusedError:
        query = Query()
    words = words_of(query) if query.terms else typed
    letters = sum(char.isalnum() for char in words)
    if letters < 2:
        signs = bool(typed.strip()) and not letters
        filters = any(term.kind != "word" for term in query.terms)
        why = "filters" if filters else "signs" if signs else "letters" if letters else "nothing"
        return Search(words, (), f"finding.why.{why}")
    hits = workspace.search(words, _KINDS)
    rest = Query(tuple(term for term in query.terms if term.kind != "word" or term.negated))
    if rest.terms:
        rows, names = workspace.summaries(), {member.id: member.name for member in workspace.members()}
        order = range(len(rows))
        chosen = queue.select(rows, "all", rest, order, workspace.today(), workspace.me.member, names)
        allowed = {rows[place].id for place in chosen}
        hits = [hit for hit in hits if hit.case in allowed]
    first = {hit.case: place for place, hit in reversed(list(enumerate(hits)))}
    clients = {client.id for client in workspace.clients()}
    together = sorted(hits, key=lambda hit: (hit.case in clients, first[hit.case]))
    return Search(words, together, "" if together else "finding.why.none")


class FoundRows:
    """The hits for ``HitList``, each described when it is seen."""

    def __init__(self, workspace: Workspace, hits: Sequence[Hit]) -> None:
        self._workspace = workspace
        self.hits = hits
        self._ids = list(self._numbered(hits))
        self._places = {id: place for place, id in enumerate(self._ids)}
        self._rows: dict[int, HitRow] = {}

    @staticmethod
    def _numbered(hits: Sequence[Hit]) -> Iterator[Hashable]:
        """An id for each: several of a case's own fields have none of their own."""
        seen: dict[tuple[bytes, bytes], int] = {}
        for hit in hits:
            key = (hit.case, hit.item)
            seen[key] = seen.get(key, 0) + 1
            yield (*key, seen[key])

    def __len__(self) -> int:
        return len(self.hits)

    def id(self, index: int) -> Hashable:
        return self._ids[index]

    def index(self, id: Hashable) -> int | None:
        return self._places.get(id)

    def sections(self) -> Sequence[tuple[int, str]]:
        return ()

    def row(self, index: int) -> HitRow:
        if index not in self._rows:
            self._rows[index] = self._row(index)
        return self._rows[index]

    def hit(self, id: Hashable | None) -> Hit | None:
        """The hit of a row."""
        place = self._places.get(id)
        return None if place is None else self.hits[place]

    def _row(self, index: int) -> HitRow:
        hit = self.hits[index]
        place = self.place(hit)
        pieces = tuple((plainly(piece), found) for piece, found in hit.marked)
        cells = (place.code, place.title, place.said, "".join(piece for piece, _ in pieces))
        return HitRow(self._ids[index], cells, pieces=pieces)

    def whole(self, hit: Hit) -> str:
        """All that is written at a place, where that is a text of its own."""
        try:
            view = self._workspace.case(hit.case)
        except NotFoundError:
            return plainly(hit.snippet)
        notes = view.notes.timeline if view.notes is not None else ()
        item = find_item((*view.state.timeline, *notes), hit.item)
        return item.text if item is not None else plainly(hit.snippet)

    # -- where it is -------------------------------------------------------------------------------------------------

    def place(self, hit: Hit) -> Place:
        """What stands there and where it is opened; a case that is gone by now has no name."""
        try:
            return self._in_case(hit)
        except NotFoundError:
            pass
        try:
            client = self._workspace.client(hit.case)
        except NotFoundError:
            return Place("contact", text("finding.where.contact"), case_code(hit.case), "")
        kind = "card"
        if any(route.id == hit.item for route in client.routes):
            kind = "route"
        elif any(row.id == hit.item for row in client.pressures):
            kind = "pressure"
        return Place("client", text(f"finding.where.{kind}"), client.code, client.name)

    def _in_case(self, hit: Hit) -> Place:
        view = self._workspace.case(hit.case)
        state, notes = view.state, view.notes
        name, kind, on = "case", "core", ""
        today = self._workspace.today()
        if (item := find_item(state.timeline, hit.item)) is not None:
            kind = item.kind
            on = days.day(item.on or _day(item.at_ms), today)
        elif notes is not None and (item := find_item(notes.timeline, hit.item)) is not None:
            kind, on = "personal", days.day(_day(item.at_ms), today)
        elif notes is not None and any(row.id == hit.item for row in notes.exceptions):
            name = kind = "dilemmas"
        else:
            rows = (
                sheet for field, sheet in _SHEETS.items() if any(row.id == hit.item for row in getattr(state, field))
            )
            if sheet := next(rows, ""):
                name = kind = sheet
        return Place(name, f"{text(f'finding.where.{kind}')} {on}".strip(), case_code(hit.case), state.alias)
