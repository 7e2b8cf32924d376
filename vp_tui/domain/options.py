"""The options sheet (optieblad): what can be done, what may come of it, and what the reporter chooses.

Invariant: the choice is the reporter's, dated, and "none of these" is a choice. An option says what it may cost her:
consequences, the risk of retaliation, who will then know what, and whether it can be taken back.
"""

from __future__ import annotations

import datetime
from typing import ClassVar, Literal, get_args

from msgspec.structs import replace

from vp_tui.domain import codes
from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta, on_or_before_today
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.case_parts import Choice, Option
from vp_tui.domain.ids import Id
from vp_tui.domain.keyed import Base, at, find, may_put, put, seen, to_put
from vp_tui.domain.text import Line, Short, line, one_of, prose
from vp_tui.errors import ConflictError, NotFoundError, RefusedError

__all__ = [
    "REVERSIBLE",
    "RISKS",
    "ChooseOption",
    "DropOption",
    "OptionChosen",
    "OptionDropped",
    "OptionPut",
    "PutOption",
]

Risk = Literal["", "none", "low", "some", "high"]
RISKS: tuple[Risk, ...] = get_args(Risk)
Reversible = Literal["", "yes", "partly", "no"]
REVERSIBLE: tuple[Reversible, ...] = get_args(Reversible)


class OptionPut(Event, frozen=True):
    PROSE: ClassVar = ("consequences", "who_knows")
    FACTS: ClassVar = ("step",)
    option: Id
    base: Base
    goal: Line
    step: Short = ""
    consequences: str = ""
    risk: Risk = ""
    who_knows: str = ""
    reversible: Reversible = ""


class OptionDropped(Event, frozen=True):
    option: Id
    base: Base


class OptionChosen(Event, frozen=True):
    PROSE: ClassVar = ("words",)
    FACTS: ClassVar = ("on",)
    base: Base
    on: datetime.date
    option: Id | None = None
    words: str = ""


class PutOption(Command, frozen=True):
    """Optie vastleggen of wijzigen; ``step`` a code of the list of steps, ``base`` 0 and a fresh id for a new one."""

    option: bytes
    goal: str
    step: str = ""
    consequences: str = ""
    risk: str = ""
    who_knows: str = ""
    reversible: str = ""
    base: int = 0


class DropOption(Command, frozen=True):
    """Optie laten vervallen."""

    option: bytes
    base: int


class ChooseOption(Command, frozen=True):
    """Keuze van de melder vastleggen; None for none of them, ``base`` is the state's ``choice_rev``."""

    base: int
    option: bytes | None
    on: datetime.date | None = None
    words: str = ""


def _put(state: CaseState, command: PutOption, context: Context) -> list[Event]:
    state.require_change(context)
    before = to_put(state.options, command.option, command.base)
    event = OptionPut(
        Id(command.option),
        command.base,
        line(command.goal, "goal"),
        command.step and codes.checked(command.step, ("step",), "step", context.today),
        prose(command.consequences, "consequences", required=False),
        one_of(command.risk, RISKS, "risk"),
        prose(command.who_knows, "who_knows", required=False),
        one_of(command.reversible, REVERSIBLE, "reversible"),
    )
    if before is not None and not before.dropped and replace(_option(event), rev=before.rev) == before:
        raise RefusedError("nothing-changed", "goal")
    return [event]


def _drop(state: CaseState, command: DropOption, context: Context) -> list[Event]:
    state.require_change(context)
    if seen(state.options, command.option, command.base).dropped:
        raise RefusedError("nothing-changed", "option")
    return [OptionDropped(Id(command.option), command.base)]


def _choose(state: CaseState, command: ChooseOption, context: Context) -> list[Event]:
    state.require_change(context)
    if command.base != state.choice_rev:
        raise ConflictError("entry-changed", rev=state.choice_rev)
    if command.option is not None:
        chosen = find(state.options, command.option)
        if chosen is None or chosen.dropped:
            raise NotFoundError("entry-not-found")
    on = on_or_before_today(command.on or context.today, context, "on")
    words = prose(command.words, "words", required=False)
    if state.choice == Choice(command.option, on, words):
        raise RefusedError("nothing-changed", "option")
    return [OptionChosen(command.base, on, None if command.option is None else Id(command.option), words)]


def _option(event: OptionPut) -> Option:
    return Option(
        event.option,
        event.goal,
        event.step,
        event.consequences,
        event.risk,
        event.who_knows,
        event.reversible,
        event.base + 1,
    )


def _was_put(state: CaseState, event: OptionPut, meta: Meta) -> CaseState | None:
    if not may_put(state.options, event.option, event.base) or not event.goal:
        return None
    return replace(state, options=put(state.options, _option(event)))


def _dropped(state: CaseState, event: OptionDropped, meta: Meta) -> CaseState | None:
    row = at(state.options, event.option, event.base)
    if row is None or row.dropped:
        return None
    return replace(state, options=put(state.options, replace(row, rev=row.rev + 1, dropped=True)))


def _chosen(state: CaseState, event: OptionChosen, meta: Meta) -> CaseState | None:
    if event.base != state.choice_rev or (event.option is not None and find(state.options, event.option) is None):
        return None
    return replace(state, choice=Choice(event.option, event.on, event.words), choice_rev=state.choice_rev + 1)


DECIDE: Deciders = {PutOption: _put, DropOption: _drop, ChooseOption: _choose}
FOLD: Folders = {OptionPut: _was_put, OptionDropped: _dropped, OptionChosen: _chosen}
