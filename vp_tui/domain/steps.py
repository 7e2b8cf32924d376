"""Next steps (vervolgstappen): who does what, what may come of it, and what the reporter said to it.

Invariant: no step goes past ``intended`` before it was talked over with the reporter and her choice is written down
(source text 003); a step in which the confidant takes part lets something leave, so it needs consent as well. The
reporter acts herself unless she wants it otherwise. Mediation only where the mandate card allows it. There is no step
that judges anybody.
"""

from __future__ import annotations

import datetime
from typing import ClassVar, Literal, get_args

from msgspec.structs import replace

from vp_tui.domain import codes
from vp_tui.domain import party as parties
from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta, on_or_before_today
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.case_parts import Step
from vp_tui.domain.core import CodeText
from vp_tui.domain.disclosure import Outgoing, disclosed
from vp_tui.domain.ids import Id
from vp_tui.domain.keyed import Base, at, find, may_put, put, seen, to_put
from vp_tui.domain.mandate import Mandate
from vp_tui.domain.party import Party
from vp_tui.domain.text import Line, line, one_of, prose
from vp_tui.errors import RefusedError

__all__ = [
    "MEDIATION",
    "STEP_STATES",
    "WHO",
    "ConsultStep",
    "MoveStep",
    "PutStep",
    "StepConsulted",
    "StepMoved",
    "StepPut",
    "offered",
    "open_steps",
    "reachable",
]

Who = Literal["reporter", "together", "confidant"]
WHO: tuple[Who, ...] = get_args(Who)
"""Melder zelf, melder met vertrouwenspersoon, vertrouwenspersoon namens melder."""

Status = Literal["intended", "consulted", "under_way", "done", "dropped"]
STEP_STATES: tuple[Status, ...] = get_args(Status)
"""Voorgenomen, afgestemd, loopt, gedaan, vervallen."""

MEDIATION = frozenset({"VS-BM", "BI-IN", "BI-VE"})
"""Steps in which the confidant stands between two people (domain reference, 1.2, C2)."""

_NEXT: dict[str, tuple[str, ...]] = {
    "intended": ("dropped",),
    "consulted": ("under_way", "done", "dropped"),
    "under_way": ("done", "dropped"),
    "done": ("under_way",),
    "dropped": ("intended",),
}
# "Geen stap, gesprek volstond": nobody does anything, so nothing of it can leave.
_NOTHING = "VS-GE"
# An internal integrity report: before it begins the reporter was told what that means, and decided (``stage``).
_REPORT = "VS-IM"
# What was consulted about; the rest is how it went.
_AGREED = ("code", "who", "what", "consequences", "party")


class StepPut(Event, frozen=True):
    PROSE: ClassVar = ("what", "consequences", "agreements", "preparation")
    FACTS: ClassVar = ("code", "who", "due")
    step: Id
    base: Base
    code: CodeText
    who: Who
    what: str = ""
    consequences: str = ""
    due: datetime.date | None = None
    promised_by: Line = ""
    party: Party | None = None
    agreements: str = ""
    preparation: str = ""


class StepConsulted(Event, frozen=True):
    PROSE: ClassVar = ("choice",)
    FACTS: ClassVar = ("on",)
    step: Id
    base: Base
    on: datetime.date
    choice: str


class StepMoved(Event, frozen=True):
    FACTS: ClassVar = ("to", "on")
    step: Id
    base: Base
    to: Status
    on: datetime.date


class PutStep(Command, frozen=True):
    """Stap vastleggen of wijzigen, all of it; ``base`` 0 and a fresh id for a new one. ``due`` is what ``promised_by``
    promised; ``party`` whom the talk is with, needed where the confidant takes part."""

    step: bytes
    code: str
    who: str = "reporter"
    what: str = ""
    consequences: str = ""
    due: datetime.date | None = None
    promised_by: str = ""
    party: Party | None = None
    agreements: str = ""
    preparation: str = ""
    base: int = 0


class ConsultStep(Command, frozen=True):
    """Stap afgestemd met de melder: on which day, and what she chose, in her words."""

    step: bytes
    base: int
    choice: str
    on: datetime.date | None = None


class MoveStep(Command, frozen=True):
    """Stand van een stap wijzigen. To ``under_way`` with the confidant taking part is a disclosure."""

    step: bytes
    base: int
    to: str
    on: datetime.date | None = None


def offered(card: Mandate | None, today: datetime.date) -> tuple[codes.Code, ...]:
    """The steps that may be chosen for a client with this card."""
    allowed = card is not None and card.mediation
    entries = codes.entries("step", card.country if card else "", today)
    return tuple(code for code in entries if allowed or code.code not in MEDIATION)


def open_steps(state: CaseState) -> tuple[Step, ...]:
    """What was agreed and has not come to an end."""
    return tuple(step for step in state.steps if step.status in ("consulted", "under_way"))


def reachable(step: Step) -> tuple[str, ...]:
    """Where ``MoveStep`` may take it."""
    if step.status == "consulted" and step.who != "reporter":
        return ("under_way", "dropped")
    return _NEXT[step.status]


def _code(code: str, context: Context) -> str:
    card = context.mandate
    kept = codes.checked(code, ("step",), "code", context.today)
    country = (codes.get(kept) or codes.Code(kept, kept, kept)).country
    if kept in MEDIATION and not (card is not None and card.mediation):
        raise RefusedError("mediation-not-in-mandate", "code")
    if card is not None and country not in ("", card.country):
        raise RefusedError("code-other-country", "code", code=kept, country=card.country)
    return kept


def _put(state: CaseState, command: PutStep, context: Context) -> list[Event]:
    state.require_change(context)
    before = to_put(state.steps, command.step, command.base)
    code = command.code if before is not None and before.code == command.code else _code(command.code, context)
    who = one_of(command.who, WHO, "who")
    if code == _NOTHING and who != "reporter":
        raise RefusedError("step-none-acts", "who")
    party = parties.checked(command.party, context) if command.party is not None or who != "reporter" else None
    event = StepPut(
        Id(command.step),
        command.base,
        code,
        who,
        prose(command.what, "what", required=False),
        prose(command.consequences, "consequences", required=False),
        command.due,
        line(command.promised_by, "promised_by", required=False),
        party,
        prose(command.agreements, "agreements", required=False),
        prose(command.preparation, "preparation", required=False),
    )
    if before is not None:
        after = _amended(before, event)
        if after is None:
            raise RefusedError("step-under-way", "code")
        if replace(after, rev=before.rev) == before:
            raise RefusedError("nothing-changed", "code")
    return [event]


def _consult(state: CaseState, command: ConsultStep, context: Context) -> list[Event]:
    state.require_change(context)
    if seen(state.steps, command.step, command.base).status not in ("intended", "consulted"):
        raise RefusedError("step-under-way", "choice")
    on = on_or_before_today(command.on or context.today, context, "on")
    return [StepConsulted(Id(command.step), command.base, on, prose(command.choice, "choice"))]


def _move(state: CaseState, command: MoveStep, context: Context) -> list[Event]:
    state.require_change(context)
    step = seen(state.steps, command.step, command.base)
    to = one_of(command.to, STEP_STATES, "to")
    on = on_or_before_today(command.on or context.today, context, "on")
    if step.status == "intended" and to not in ("intended", "dropped"):
        raise RefusedError("step-not-consulted", "to")
    if to not in reachable(step):
        raise RefusedError("step-not-reachable", "to")
    if step.code == _REPORT and to == "under_way" and not (state.stage is not None and state.stage.warned):
        raise RefusedError("step-before-decision", "to")
    moved = StepMoved(Id(step.id), command.base, to, on)
    if to != "under_way" or step.who == "reporter":
        return [moved]
    purpose: Outgoing = "accompaniment" if step.who == "together" else "conversation"
    return [disclosed(state, purpose, step.party, on, context, step.id), moved]


def _amended(before: Step, event: StepPut) -> Step | None:
    """The step as the event leaves it; None if it changes what was agreed about a step that is under way."""
    names = ("code", "who", "what", "consequences", "due", "promised_by", "party", "agreements", "preparation")
    after = replace(before, rev=before.rev + 1, **{name: getattr(event, name) for name in names})
    if all(getattr(before, name) == getattr(after, name) for name in _AGREED):
        return after
    if before.status in ("under_way", "done"):
        return None
    status = "intended" if before.status == "consulted" else before.status
    return replace(after, status=status, consulted_on=None, choice="")


def _was_put(state: CaseState, event: StepPut, meta: Meta) -> CaseState | None:
    if not may_put(state.steps, event.step, event.base):
        return None
    before = find(state.steps, event.step) or Step(event.step, "", "", rev=0)
    after = _amended(before, event)
    return None if after is None else replace(state, steps=put(state.steps, after))


def _consulted(state: CaseState, event: StepConsulted, meta: Meta) -> CaseState | None:
    row = at(state.steps, event.step, event.base)
    if row is None or row.status not in ("intended", "consulted") or not event.choice:
        return None
    after = replace(row, status="consulted", consulted_on=event.on, choice=event.choice, rev=row.rev + 1)
    return replace(state, steps=put(state.steps, after))


def _moved(state: CaseState, event: StepMoved, meta: Meta) -> CaseState | None:
    row = at(state.steps, event.step, event.base)
    if row is None or event.to not in reachable(row):
        return None
    unheard = event.to == "under_way" and row.who != "reporter"
    if unheard and not any(made.ref == row.id and made.on == event.on for made in state.disclosures):
        return None
    heard = {"consulted_on": None, "choice": ""} if event.to == "intended" else {}
    after = replace(row, status=event.to, moved_on=event.on, rev=row.rev + 1, **heard)
    return replace(state, steps=put(state.steps, after))


DECIDE: Deciders = {PutStep: _put, ConsultStep: _consult, MoveStep: _move}
FOLD: Folders = {StepPut: _was_put, StepConsulted: _consulted, StepMoved: _moved}
