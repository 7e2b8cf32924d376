"""A case in words: its head, who can read which layer, its timeline, core and log as entries. No Textual screen here.

Invariant: pure; names, today and now are given. A person is called by name, the one who looks "u"; nothing is said
about right or wrong. Callers: ``CaseScreen`` and the dialogs of case work.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vp_tui.domain import codes
from vp_tui.domain.case_code import case_code
from vp_tui.domain.case_file import CaseState, LogLine
from vp_tui.domain.timeline import Item
from vp_tui.i18n import count, days, exists, language, text
from vp_tui.tui.widgets.timeline import Entry

if TYPE_CHECKING:
    from vp_tui.workspace.facade import Workspace
    from vp_tui.workspace.views import CaseView

__all__ = ["Words", "label", "promised", "told"]

# Facts of a log line that are no code: where their words stand.
_WORDS = {
    "item": "domain_care.intake",
    "verdict": "domain_care.verdict",
    "who": "domain_care.who",
    "party": "domain_care.party",
    "purpose": "domain_care.purpose",
    "result": "domain_care.call",
    "place": "domain_care.place",
    "norm": "domain_care.due",
    "field": "domain.field",
    "how": "domain.consent",
    "consent_how": "domain.consent",
}
_STATES = {
    "state-changed": "domain.state",
    "step-moved": "domain_care.step_state",
    "appointment-moved": "domain_care.appointment",
}
_CODES = ("channel", "reason", "outcome", "code", "target", "manner", "step", "stage")


def label(code: str) -> str:
    """A code's label in the chosen language."""
    return codes.label(code, language()) if code else ""


def promised(what: str, due: datetime.date | None, today: datetime.date) -> str:
    """ "Volgende vr 27 nov, over 5 dagen: terugbellen": the day first, which must not be cut off."""
    return text("case.next_by", due=days.term(due, today), what=what) if due else text("case.next", what=what)


def told(state: CaseState) -> dict[str, str]:
    """What is known of the reporter and of what she experiences, by the name of the field; nothing that is not."""
    period = text(f"domain_care.period.{state.period}") if state.period else ""
    facts = {
        "identity": label(state.identity),
        "name": state.name,
        "wish": state.wish,
        "relation": label(state.relation),
        "period": ", ".join(filter(None, (period, state.since))),
        "impact": "; ".join(map(label, state.impact)),
    }
    return {name: value for name, value in facts.items() if value}


@dataclass(frozen=True, slots=True)
class Words:
    """Says things about one case to one member at one moment."""

    view: CaseView
    names: Mapping[bytes, str]
    colleagues: Mapping[bytes, str]  # those of them who are members now
    clients: Mapping[bytes, str]
    me: bytes
    today: datetime.date
    now_ms: int

    @classmethod
    def of(cls, workspace: Workspace, view: CaseView) -> Words:
        """The words for the member whose workspace it is, now."""
        members = workspace.members()
        return cls(
            view,
            {member.id: member.name for member in members},
            {member.id: member.name for member in members if member.active},
            {client.id: f"{client.code} {client.name}" for client in workspace.clients()},
            workspace.me.member,
            workspace.today(),
            workspace.clock.now_ms(),
        )

    @property
    def state(self) -> CaseState:
        return self.view.state

    def name(self, member: bytes) -> str:
        """ "u", a name, or a question mark for somebody whose name cannot be read."""
        return text("case.you") if member == self.me else self.names.get(member) or "?"

    # -- the head ----------------------------------------------------------------------------------------------------

    def title(self) -> str:
        return f"{case_code(self.state.id)} {self.state.alias}"

    def standing(self) -> str:
        """ "verkennen sinds 12 dagen", "gesloten op vr 27 nov 2026: uiten was voldoende"."""
        state = self.state
        if state.state == "closed" and state.closed_on:
            return text("case.closed_on", day=days.full(state.closed_on), reason=label(state.closed_reason))
        waiting = f": {state.waiting_for}" if state.waiting_for else ""
        since = days.span(state.state_since_ms, self.now_ms)
        return text("case.standing", state=text(f"domain.state.{state.state}") + waiting, since=since)

    def whose(self) -> str:
        """Owner and deputy."""
        state = self.state
        owner = text("case.owner", name=self.name(state.owner))
        if state.deputy is None:
            return owner
        until = text("case.until", day=days.day(state.deputy_until, self.today)) if state.deputy_until else ""
        return f"{owner}, {text('case.deputy', name=self.name(state.deputy))}{until}"

    def client(self) -> str:
        return self.clients.get(self.state.client, "?") if self.state.client else text("case.no_client")

    def promise(self) -> str:
        """The next action with its date, and what is agreed on aftercare."""
        parts = []
        if action := self.state.next:
            parts.append(promised(action.what, action.due, self.today))
        if planned := [moment for moment in self.state.aftercare if not moment.done_ms]:
            done = len(self.state.aftercare) - len(planned)
            due = days.term(planned[0].due, self.today)
            parts.append(text("case.aftercare", due=due, done=done, all=len(self.state.aftercare)))
        if not parts and self.state.state != "closed":
            parts.append(text("case.no_next"))
        return "; ".join(parts)

    def overdue(self) -> bool:
        """Whether the next action or aftercare should have been done."""
        planned = [moment.due for moment in self.state.aftercare if not moment.done_ms]
        action = [self.state.next.due] if self.state.next and self.state.next.due else []
        return any(on < self.today for on in (*planned, *action))

    def readers(self, layer: str) -> str:
        """Who can read this layer, by name, and who in the practice cannot."""
        can = self.view.personal_readers if layer == "personal" else self.view.dossier_readers
        ids = {member.id for member in can} or {self.state.owner}
        cannot = [name for id, name in self.colleagues.items() if id not in ids]
        reading = ", ".join(self.name(id) for id in sorted(ids, key=lambda id: (id != self.me, self.name(id))))
        return text("case.readers", names=reading) + (
            f" {text('case.others', names=', '.join(cannot))}" if cannot else ""
        )

    # -- entries -----------------------------------------------------------------------------------------------------

    def items(self, timeline: Sequence[Item]) -> list[Entry]:
        """Notes and conversations, the newest first."""
        return [self._item(item) for item in reversed(timeline)]

    def _item(self, item: Item) -> Entry:
        kind = text(f"domain.item.{item.kind}")
        if item.kind == "conversation":
            on = days.day(item.on, self.today) if item.on else ""
            kind = text("case.talk_on", on=on, minutes=item.minutes, channel=label(item.channel))
        head = f"{days.moment(item.at_ms, self.now_ms)}  {kind}"
        if item.withdrawn:
            by = self.name(item.revised_by or item.by)
            return Entry(item.id, head, self.name(item.by), foot=text("case.withdrawn", name=by), tone="muted")
        foot = ""
        if item.revised_by is not None:
            foot = text("case.revised", when=days.moment(item.revised_ms, self.now_ms), name=self.name(item.revised_by))
        return Entry(item.id, head, self.name(item.by), item.text, foot)

    def log(self) -> list[Entry]:
        """Who did what and when, the newest first."""
        lines = reversed(list(enumerate(self.state.log)))
        return [
            Entry(place.to_bytes(16), f"{days.moment(line.at_ms, self.now_ms)}  {self.name(line.by)} {self.deed(line)}",
                  tone="bad" if line.t == "event-ignored" else "")
            for place, line in lines
        ]  # fmt: skip

    def deed(self, line: LogLine) -> str:
        """The sentence of a log line behind the name of who did it."""
        facts = {"due": "", "until": "", "retaliation": "", "reason": "", "outcome": ""}
        facts |= {name: self._fact(line.t, name, value) for name, value in line.facts.items()}
        key = f"domain.log.{line.t}"
        return " ".join(text(key, **facts).split()) if exists(key) else line.t

    def _fact(self, event: str, name: str, value: str | int) -> str:
        match name, value:
            case (("member" | "note"), str(hexed)):
                return self.name(bytes.fromhex(hexed)) if name == "member" else ""
            case (("on" | "consent_on" | "again"), str(iso)):
                return days.full(datetime.date.fromisoformat(iso)) if iso else ""
            case (("due" | "until"), str(iso)):
                return text(f"domain.log.{name}", date=days.full(datetime.date.fromisoformat(iso))) if iso else ""
            case "retaliation", str(code):
                return text("domain.log.retaliation", label=label(code)) if code else ""
            case _, str(word):
                group = _STATES.get(event, "") if name == "to" else _WORDS.get(name, "")
                if group and exists(f"{group}.{word}"):
                    return text(f"{group}.{word}")
                return label(word) if name in (*_CODES, "to", "party") else word
        return str(value)

    def core(self) -> list[Entry]:
        """What is known of the case apart from what was said."""
        return [
            Entry(place.to_bytes(16), f"{name[:1].upper()}{name[1:]}: {value}")
            for place, (name, value) in enumerate(self._core())
        ]

    def _core(self) -> Iterator[tuple[str, str]]:
        state = self.state
        yield text("domain.field.alias"), state.alias
        yield text("domain.field.client"), self.client()
        yield text("domain.field.natures"), "; ".join(f"{code} {label(code)}" for code in state.natures) or "-"
        yield text("domain.field.received"), days.full(state.received)
        yield text("domain.field.channel"), label(state.channel)
        yield text("domain.field.role"), label(state.role) or "-"
        yield text("domain.field.source"), label(state.source) or "-"
        for name, value in told(state).items():
            yield text(f"domain.field.{name}"), value
        yield text("domain.field.owner"), self.name(state.owner)
        if state.deputy is not None:
            consent = days.full(state.deputy_consent_on) if state.deputy_consent_on else "?"
            yield text("domain.field.deputy"), text("case.consented", name=self.name(state.deputy), day=consent)
        for moment in state.aftercare:
            value = days.full(moment.due)
            if moment.done_ms:
                value = f"{value}: {label(moment.outcome)}" + (
                    f", {label(moment.retaliation)}" if moment.retaliation else ""
                )
            yield text("domain.field.aftercare"), value
        if state.evaluation:
            yield text("domain.field.evaluation"), label(state.evaluation)

    def written(self) -> str:
        """ "14 gesprekken en aantekeningen sinds wo 3 sep 2026": what a new reader gets to see."""
        since = datetime.datetime.fromtimestamp(self.state.opened_ms / 1000).date()
        return count("case.written", len(self.state.timeline), since=days.full(since))
