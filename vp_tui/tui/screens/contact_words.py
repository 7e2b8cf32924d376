"""Contact requests in words: for those who answer them, and for coordinators, who see whether it is on time.

Invariant: pure; lateness is said in words and a flag, and what a coordinator sees is made of the client, a moment and a
state alone. Callers: the list of contact requests, and the screen of one.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vp_tui.domain.client import ClientState
from vp_tui.domain.contact_card import ContactState
from vp_tui.domain.contact_status import ContactStatusState
from vp_tui.domain.mandate import response_due
from vp_tui.i18n import count, days, text
from vp_tui.tui.screens.care_words import safe_line
from vp_tui.tui.screens.case_words import label
from vp_tui.tui.widgets.columns import Column
from vp_tui.tui.widgets.rows import Row
from vp_tui.tui.widgets.timeline import Entry

if TYPE_CHECKING:
    from vp_tui.workspace.facade import Workspace

__all__ = ["COLUMNS", "ContactWords", "told"]

COLUMNS = (
    Column("contact.column.client", 18, flex=2),
    Column("contact.column.state", 12),
    Column("contact.column.clock", 16),
    Column("contact.column.received", 12, rank=1),
    Column("contact.column.who", 12, flex=1, rank=2),
)
_DAY = 24 * 3_600_000
_WAITING = ("open", "postponed", "returned")


def told(request: ContactState) -> str:
    """How to reach her and what was said, to begin a case with; the safe-contact rule goes along by itself."""
    number = text("contact.call_back", channel=label(request.channel), number=request.call_back)
    return "\n".join(filter(None, (number, request.text)))


@dataclass(frozen=True, slots=True)
class ContactWords:
    """Says things about requests to one member at one moment."""

    names: Mapping[bytes, str]
    clients: Mapping[bytes, ClientState]
    me: bytes
    today: datetime.date
    now_ms: int

    @classmethod
    def of(cls, workspace: Workspace) -> ContactWords:
        """The words for the member whose workspace it is, now."""
        return cls(
            {member.id: member.name for member in workspace.members()},
            {client.id: workspace.client(client.id) for client in workspace.clients()},
            workspace.me.member,
            workspace.today(),
            workspace.clock.now_ms(),
        )

    def name(self, member: bytes) -> str:
        return text("case.you") if member == self.me else self.names.get(member) or "?"

    def client(self, client: bytes) -> str:
        """ "NRD-01 Noorderend Logistiek"."""
        state = self.clients.get(client)
        return f"{state.code} {state.name}" if state is not None else "?"

    def clock(self, due: datetime.date, due_ms: int) -> str:
        """ "nog 3 u", "2 dagen te laat": what is left of the client's norm."""
        apart = due_ms - self.now_ms
        if abs(apart) < _DAY:
            return text("today.left" if apart >= 0 else "today.over", span=days.age(0, abs(apart)))
        ahead = (due - self.today).days
        if ahead > 0:
            return text("today.left", span=count("days.days", ahead))
        return count("days.late", -ahead)

    # -- rows of the list --------------------------------------------------------------------------------------------

    def row(self, request: ContactState) -> Row:
        """A request that I can answer."""
        waiting = request.state in _WAITING
        late = waiting and not request.on_time(self.now_ms)
        who = ", ".join(map(self.name, (request.accepted_by,) if request.accepted_by else request.addressees))
        cells = (
            self.client(request.client),
            text(f"domain_client.contact.{request.state}"),
            self.clock(request.due, request.due_ms) if waiting else "",
            days.moment(request.received_ms, self.now_ms),
            who,
        )
        tone = "urgent" if late else "muted" if request.state == "finished" else ""
        return Row(("request", request.id), cells, "!" if late else "", tone)

    def status_row(self, space: bytes, status: ContactStatusState) -> Row:
        """What a coordinator sees of one: on time, late, or returned."""
        due, due_ms = self._due(status)
        on_time = status.on_time if status.on_time is not None else self.now_ms <= due_ms
        said = "returned" if status.state == "returned" else "on-time" if on_time else "late"
        red = status.state == "returned" or (status.state == "open" and not on_time)
        cells = (
            self.client(status.client),
            text(f"contact.status.{said}"),
            "" if status.state == "accepted" else self.clock(due, due_ms),
            days.moment(status.created_ms, self.now_ms),
            "",
        )
        tone = "urgent" if red else "muted" if status.state == "accepted" else ""
        return Row(("status", space), cells, "!" if red else "", tone)

    def _due(self, status: ContactStatusState) -> tuple[datetime.date, int]:
        received = datetime.datetime.fromtimestamp(status.created_ms / 1000).date()
        client = self.clients.get(status.client)
        return response_due(received, status.created_ms, client.mandate if client is not None else None)

    # -- one request -------------------------------------------------------------------------------------------------

    def standing(self, request: ContactState) -> str:
        """ "! open, 2 dagen te laat", "aangenomen door u", "uitgesteld tot morgen, nog 3 u"."""
        match request.state:
            case "accepted":
                return text("contact.accepted_by", name=self.name(request.accepted_by or b""))
            case "finished":
                return text("contact.finished_as", outcome=text(f"domain_client.outcome.{request.outcome}"))
            case "postponed" if request.postponed_until is not None:
                said = text("contact.postponed_until", day=days.day(request.postponed_until, self.today))
            case state:
                said = text(f"domain_client.contact.{state}")
        mark = "" if request.on_time(self.now_ms) else "! "
        return f"{mark}{said}, {self.clock(request.due, request.due_ms)}"

    def facts(self, request: ContactState) -> list[str]:
        """The rule of safe contact first, then how to reach her, then what she prefers."""
        urgency = text(f"domain_client.urgency.{request.urgency}") if request.urgency != "normal" else ""
        prefers = [
            text(f"domain_client.gender.{request.gender}") if request.gender else "",
            request.language,
            request.region,
            text("contact.urgent", how=urgency) if urgency else "",
        ]
        addressed = ", ".join(map(self.name, request.addressees))
        return [
            safe_line(request.safe),
            text("contact.call_back", channel=label(request.channel), number=request.call_back),
            "; ".join(filter(None, prefers)),
            text(
                "contact.asked",
                when=days.moment(request.received_ms, self.now_ms),
                name=self.name(request.by),
                names=addressed,
            ),
        ]

    def entries(self, request: ContactState) -> list[Entry]:
        """What was said, and the calls so far, the newest first."""
        calls = [
            Entry(
                b"call" + place.to_bytes(4),
                text(f"domain_care.call.{call.result}"),
                days.moment(call.at_ms, self.now_ms),
                foot=text("contact.again", day=days.term(call.again, self.today)) if call.again else "",
            )
            for place, call in enumerate(request.calls)
        ]
        said = [Entry(b"text", text("contact.said"), body=request.text)] if request.text else []
        return [*reversed(calls), *said]
