"""What goes over all cases at once: the day, contact requests, what can be completed while somebody types.

Invariant: as ``reading``, of which it is the second half; what costs more than a glance is computed once and kept until
something it was made of changes. Base of the facade.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from vp_tui.domain import case_code, clock
from vp_tui.domain.appointment import planned
from vp_tui.domain.case_notes import NotesState
from vp_tui.domain.case_parts import Appointment
from vp_tui.domain.clock import DueItem
from vp_tui.domain.contact_card import ContactState
from vp_tui.domain.contact_status import ContactStatusState
from vp_tui.errors import ConflictError, NotFoundError
from vp_tui.workspace.reading import Reading

__all__ = ["Overview"]

_FOREVER = 2**62


class Overview(Reading):
    """The part of ``Workspace`` that looks at everything."""

    _days: dict[tuple[int, date, int], tuple[int, list[DueItem]]]
    _known: tuple[int, dict[str, Sequence[str]]]

    def today_view(self, within: int = 0) -> list[DueItem]:
        """What is late, due today, or due ``within`` days; see ``domain.clock``. The same list until a row, a request
        or the day changes, or a norm that counts hours runs out."""
        core = self._core
        now = core.now_ms()
        key = core.spaces.generation, core.today(), within
        until, rows = self._days.get(key, (0, []))
        if now >= until:
            waiting = list(self._contacts().values())
            clients = list(core.spaces.clients.values())
            notes = core.spaces.urgent_notes()
            rows = clock.today_view(core.spaces.summaries(), waiting, clients, notes, core.today(), now, within)
            ends = [request.due_ms + 1 for request in waiting if request.due_ms >= now]
            # Days of other generations are of no use to anybody any more.
            self._days = {old: kept for old, kept in self._days.items() if old[:2] == key[:2]}
            self._days[key] = min(ends, default=_FOREVER), rows
        return rows

    def appointments(self) -> list[Appointment]:
        """Planned ones, of the member's own cases."""
        rows = (row for row in self._core.spaces.summaries() if row.owner == self._core.member)
        cases = (row.id for row in rows if any(kind == "appointment" for kind, _ in row.dues))
        return [appointment for case in cases for appointment in planned(self.case(case).state)]

    # contact requests ------------------------------------------------------------------------------------------------
    def _contacts(self) -> dict[bytes, ContactState]:
        every = self._core.spaces.every("contact_request")
        return {space: state for space, state in every.items() if isinstance(state, ContactState)}

    def contacts(self) -> list[ContactState]:
        """The contact requests that this member can open, newest first."""
        return sorted(self._contacts().values(), key=lambda request: -request.received_ms)

    def contact(self, request: bytes) -> ContactState:
        """One contact request. NotFoundError where it is not, or no longer, addressed to her."""
        found = self._core.spaces.every("contact_request").get(request)
        if not isinstance(found, ContactState):
            raise NotFoundError("contact-not-found")
        return found

    def contact_statuses(self) -> list[tuple[bytes, ContactStatusState]]:
        """What coordinators and addressees see of requests, newest first: client, since when, state, on time."""
        every = self._core.spaces.every("contact_status")
        found = [(space, state) for space, state in every.items() if isinstance(state, ContactStatusState)]
        return sorted(found, key=lambda pair: -pair[1].created_ms)

    def resolve_contact(self, typed: str) -> bytes:
        """A request's id from its short code (``domain.case_code``), hex, or an unambiguous beginning. NotFoundError,
        ConflictError ``contact-ambiguous``."""
        try:
            return case_code.resolve(typed, self._contacts())
        except NotFoundError:
            raise NotFoundError("contact-not-found") from None
        except ConflictError as error:
            raise ConflictError("contact-ambiguous", n=error.facts["n"]) from None

    # for completion, and for what she left ---------------------------------------------------------------------------
    def known(self) -> dict[str, Sequence[str]]:
        """Values for ``domain.query.complete``: codes of clients, tags, names of owners; each in order."""
        core = self._core
        if self._known[0] != core.spaces.generation:
            rows = core.spaces.summaries()
            names = {core.name(owner) for owner in {row.owner for row in rows}}
            found: dict[str, Sequence[str]] = {
                "client": sorted(client.code for client in core.spaces.clients.values()),
                "tag": sorted({tag for row in rows for tag in row.tags}),
                "owner": sorted(filter(None, names)),
            }
            self._known = core.spaces.generation, found
        return self._known[1]

    def notes_left(self) -> list[NotesState]:
        """Her personal notes beside cases that she handed over: they never go along."""
        spaces = self._core.spaces
        states = [spaces.state(notes) for case, notes in spaces.notes_of.items() if spaces.summary(case) is None]
        return [state for state in states if isinstance(state, NotesState)]
