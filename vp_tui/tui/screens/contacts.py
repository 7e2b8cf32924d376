"""Contact requests: those that one may answer, and for coordinators whether each was answered in time.

Invariant: a coordinator's line holds a client, a moment, and one of three words; what is behind it is not on this
device. Callers: the table of places.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult

from vp_tui.i18n import text
from vp_tui.tui.screens.contact_words import COLUMNS, ContactWords
from vp_tui.tui.screens.live import LiveScreen
from vp_tui.tui.widgets.listing import Listing
from vp_tui.tui.widgets.queue_list import QueueList
from vp_tui.tui.widgets.rows import ListRows, Row

__all__ = ["ContactsScreen"]

_COORDINATOR = 2
_TICK = 60.0
# Sections of the requests that one can open, with their states.
_SECTIONS = {
    "waiting": ("open", "postponed", "returned"),
    "accepted": ("accepted",),
    "finished": ("finished",),
}


class ContactsScreen(LiveScreen):
    """Contactverzoeken."""

    scope: ClassVar[str] = "contacts"
    FOLLOWS: ClassVar[frozenset[str]] = frozenset({"contacts", "clients", "members"})

    def __init__(self) -> None:
        super().__init__()
        self.list = Listing(COLUMNS, empty="contact.empty")

    def body(self) -> ComposeResult:
        yield self.list

    def on_mount(self) -> None:
        self.set_focus(self.list)
        self.set_interval(_TICK, self._renew)

    def renew(self) -> None:
        words = ContactWords.of(self.workspace)
        rows: list[Row] = []
        sections: list[tuple[int, str]] = []

        def section(name: str, found: list[Row]) -> None:
            if found:
                sections.append((len(rows), text(f"contact.section.{name}")))
                rows.extend(found)

        requests = self.workspace.contacts()
        for name, states in _SECTIONS.items():
            own = [request for request in requests if request.state in states]
            if name == "waiting":
                own.sort(key=lambda request: request.due_ms)
            section(name, [words.row(request) for request in own])
        if self.workspace.me.roles & _COORDINATOR:
            section("status", [words.status_row(*pair) for pair in self.workspace.contact_statuses()])
        self.list.show(ListRows(rows, sections))
        self.flags_changed()

    def facts(self) -> Iterable[str]:
        if self._opened() is not None:
            yield "request"

    def _opened(self) -> bytes | None:
        """The request under the cursor, if it is one that can be opened."""
        match self.list.cursor_id:
            case ("request", bytes(request)):
                return request
        return None

    def on_queue_list_opened(self, event: QueueList.Opened) -> None:
        event.stop()
        if (request := self._opened()) is not None:
            self.app.go("contact", request.hex())
        else:
            self.app.note("contact.note.sealed")

    def do_contact_ask(self) -> None:
        self.app.go("ask")
