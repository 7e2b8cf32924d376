"""A dilemma (gewetensnood): whether confidentiality may be broken is weighed, and nothing leaves.

Invariant: each of the six conditions is answered in words of its own, and a colleague is consulted by name but hears
nothing by which the case could be known (domain reference, 2.2). It lives in the owner's personal notes.
"""

from __future__ import annotations

import datetime
from typing import ClassVar, Literal, get_args

from msgspec.structs import replace

from vp_tui.domain import codes
from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta, on_or_before_today
from vp_tui.domain.case_notes import NotesState
from vp_tui.domain.core import CodeText
from vp_tui.domain.dilemma import Answer, Consultation, Dilemma
from vp_tui.domain.ids import Id
from vp_tui.domain.keyed import Base, at, find, put, require_fresh, seen
from vp_tui.domain.text import one_of, prose
from vp_tui.errors import RefusedError

__all__ = [
    "ANSWERS",
    "CONDITIONS",
    "AlternativesWeighed",
    "AnswerCondition",
    "ColleagueConsulted",
    "ConditionAnswered",
    "ConsultColleague",
    "DilemmaOpened",
    "OnSeenDilemma",
    "OpenDilemma",
    "WeighAlternatives",
    "changed",
    "row_at",
    "weighed",
]

Condition = Literal[
    "consent_sought", "distress", "no_other_way", "harm_certain", "harm_reduced", "least_breach"
]  # fmt: skip
CONDITIONS: tuple[Condition, ...] = get_args(Condition)
"""Alles gedaan voor toestemming, gewetensnood, geen andere weg, schade bij zwijgen zo goed als zeker, schade wordt
minder, zo min mogelijk doorbroken."""
Answered = Literal["yes", "no", "unsure"]
ANSWERS: tuple[Answered, ...] = get_args(Answered)

ORDERED = frozenset({"DB-WP", "DB-RE", "DB-CT"})
"""Grounds on which somebody else decides: the conditions are answered, and "no" does not hold it up."""


class DilemmaOpened(Event, frozen=True):
    dilemma: Id
    ground: CodeText
    on: datetime.date
    text: str


class ConditionAnswered(Event, frozen=True):
    dilemma: Id
    base: Base
    condition: Condition
    answer: Answered
    text: str = ""


class AlternativesWeighed(Event, frozen=True):
    dilemma: Id
    base: Base
    text: str


class ColleagueConsulted(Event, frozen=True):
    dilemma: Id
    base: Base
    colleague: Id
    on: datetime.date
    text: str = ""


class OnDilemma(Command, frozen=True):
    KIND: ClassVar = "case_notes"
    dilemma: bytes


class OnSeenDilemma(OnDilemma, frozen=True):
    base: int


class OpenDilemma(OnDilemma, frozen=True):
    """Dilemma vastleggen; ``dilemma`` is a fresh id, ``ground`` DB-xx. Nothing leaves."""

    ground: str
    text: str


class AnswerCondition(OnSeenDilemma, frozen=True):
    """Voorwaarde beantwoorden."""

    condition: str
    answer: str
    text: str = ""


class WeighAlternatives(OnSeenDilemma, frozen=True):
    """Andere wegen afwegen."""

    text: str


class ConsultColleague(OnSeenDilemma, frozen=True):
    """Collega geraadpleegd, ``anonymised``: nothing by which the case could be known was said."""

    colleague: bytes
    anonymised: bool
    on: datetime.date | None = None
    text: str = ""


def row_at(state: NotesState, command: OnSeenDilemma, context: Context, *stages: str) -> Dilemma:
    """The exception that a command is about, in one of these stages. Raises as ``keyed.seen``; RefusedError
    ``exception-stage``."""
    state.require_writer(context)
    row = seen(state.exceptions, command.dilemma, command.base)
    if row.stage not in stages:
        raise RefusedError("exception-stage", "")
    return row


def _open(state: NotesState, command: OpenDilemma, context: Context) -> list[Event]:
    state.require_writer(context)
    require_fresh(state.exceptions, command.dilemma)
    ground = codes.checked(command.ground, ("exception",), "ground", context.today)
    return [DilemmaOpened(Id(command.dilemma), ground, context.today, prose(command.text, "text"))]


def _answer(state: NotesState, command: AnswerCondition, context: Context) -> list[Event]:
    row = row_at(state, command, context, "dilemma")
    condition = one_of(command.condition, CONDITIONS, "condition")
    answer = one_of(command.answer, ANSWERS, "answer")
    text = prose(command.text, "text", required=False)
    if row.conditions.get(condition) == Answer(answer, text):
        raise RefusedError("nothing-changed", "answer")
    return [ConditionAnswered(Id(row.id), command.base, condition, answer, text)]


def _weigh(state: NotesState, command: WeighAlternatives, context: Context) -> list[Event]:
    row = row_at(state, command, context, "dilemma")
    return [AlternativesWeighed(Id(row.id), command.base, prose(command.text, "text"))]


def _consult(state: NotesState, command: ConsultColleague, context: Context) -> list[Event]:
    row = row_at(state, command, context, "dilemma", "breach")
    known = context.confidants is None or command.colleague in context.confidants
    if command.colleague == context.actor or not known:
        raise RefusedError("party-no-colleague", "colleague")
    if not command.anonymised:
        raise RefusedError("consult-not-anonymised", "anonymised")
    on = on_or_before_today(command.on or context.today, context, "on")
    text = prose(command.text, "text", required=False)
    return [ColleagueConsulted(Id(row.id), command.base, Id(command.colleague), on, text)]


def weighed(row: Dilemma) -> bool:
    """Every condition answered, and none with "no" unless somebody else decides."""
    answers = [row.conditions[condition].answer for condition in CONDITIONS if condition in row.conditions]
    return len(answers) == len(CONDITIONS) and (row.ground in ORDERED or "no" not in answers)


def _opened(state: NotesState, event: DilemmaOpened, meta: Meta) -> NotesState | None:
    if meta.by != state.owner or find(state.exceptions, event.dilemma) is not None:
        return None
    made = Dilemma(event.dilemma, event.ground, event.on, event.text)
    return replace(state, exceptions=(*state.exceptions, made))


def changed(state: NotesState, before: Dilemma, after: Dilemma, meta: Meta) -> NotesState | None:
    """The notes with one exception changed; None if anybody but their owner did it."""
    if meta.by != state.owner:
        return None
    return replace(state, exceptions=put(state.exceptions, replace(after, rev=before.rev + 1)))


def _answered(state: NotesState, event: ConditionAnswered, meta: Meta) -> NotesState | None:
    row = at(state.exceptions, event.dilemma, event.base)
    if row is None or row.stage != "dilemma":
        return None
    conditions = row.conditions | {event.condition: Answer(event.answer, event.text)}
    return changed(state, row, replace(row, conditions=conditions), meta)


def _were_weighed(state: NotesState, event: AlternativesWeighed, meta: Meta) -> NotesState | None:
    row = at(state.exceptions, event.dilemma, event.base)
    if row is None or row.stage != "dilemma":
        return None
    return changed(state, row, replace(row, alternatives=event.text), meta)


def _consulted(state: NotesState, event: ColleagueConsulted, meta: Meta) -> NotesState | None:
    row = at(state.exceptions, event.dilemma, event.base)
    if row is None or row.stage == "finished":
        return None
    made = Consultation(event.colleague, event.on, event.text)
    return changed(state, row, replace(row, consultations=(*row.consultations, made)), meta)


DECIDE: Deciders = {
    OpenDilemma: _open,
    AnswerCondition: _answer,
    WeighAlternatives: _weigh,
    ConsultColleague: _consult,
}
FOLD: Folders = {
    DilemmaOpened: _opened,
    ConditionAnswered: _answered,
    AlternativesWeighed: _were_weighed,
    ColleagueConsulted: _consulted,
}
