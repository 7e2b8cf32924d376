"""The core (kern) of a case in a form: what it is called, who the reporter is, what it is about, and when.

Invariant: each field that was changed is one command, based on what the person saw of that field; what a colleague
wrote in the meantime is shown before it can be replaced. Nothing is asked but an alias and a channel. Callers:
``CaseScreen``, ``IntakeSheet``.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from vp_tui.domain import codes
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.commands import ReviseCore
from vp_tui.domain.core import PERIODS
from vp_tui.errors import ConflictError, RefusedError
from vp_tui.i18n import days, text
from vp_tui.tui.dialogs.form import FormDialog, Values
from vp_tui.tui.screens.case_fields import client_field, code_field, day_field, typed_day
from vp_tui.tui.screens.case_words import Words, label
from vp_tui.tui.widgets.field import ChoiceField, Field, TextField

if TYPE_CHECKING:
    from vp_tui.tui.screens.base import VpScreen
    from vp_tui.workspace.facade import Workspace

__all__ = ["revise_core"]

# Codes of which there may be several: what their pickers are called, and how many there are.
_SEVERAL = {"natures": ("nature", "case.field.nature", 4), "impact": ("impact", "care.field.impact", 3)}
_PLAIN = ("alias", "channel", "received", "role", "source", "identity", "name", "relation", "period", "since", "wish")


async def revise_core(screen: VpScreen, case: bytes) -> None:
    """The form; one command for each field that changed."""
    workspace: Workspace = screen.app.services.workspace
    seen = workspace.case(case).state

    async def submit(values: Values) -> str:
        nonlocal seen
        wanted = _core(values, seen)
        for name in (name for name, value in wanted.items() if value != getattr(seen, name)):
            try:
                await workspace.do(ReviseCore(name, seen.core_rev(name), wanted[name]), case)
            except ConflictError as problem:
                if problem.key != "core-changed":
                    raise RefusedError(problem.key, name) from None
                view = workspace.case(case)
                seen = view.state
                theirs = f"{text(f'domain.field.{name}')} {_shown(Words.of(workspace, view), name)}"
                return text("case.conflict.line", theirs=theirs)
            except RefusedError as problem:
                field = "nature" if problem.field == "natures" else problem.field
                raise RefusedError(problem.key, field, **problem.facts) from None
            seen = workspace.case(case).state
        return ""

    fields = list(_fields(workspace, seen, workspace.today()))
    await screen.app.ask(FormDialog(text("case.core.title", what=seen.alias), fields, submit))


def _fields(workspace: Workspace, seen: CaseState, today: date) -> Iterator[Field]:
    yield TextField("alias", "case.field.alias", value=seen.alias)
    yield client_field(workspace, value=seen.client.hex() if seen.client else "")
    yield from _several("natures", codes.NATURES, seen.natures, today)
    yield TextField("wish", "care.field.wish", value=seen.wish, placeholder="care.field.wish.empty")
    yield code_field("identity", "care.field.identity", ("identity",), today, value=seen.identity)
    yield TextField("name", "care.field.name", value=seen.name, placeholder="care.field.name.empty")
    yield code_field("role", "case.field.role", ("role",), today, value=seen.role)
    yield code_field("relation", "care.field.relation", ("relation",), today, value=seen.relation)
    periods = (("", "-"), *((each, text(f"domain_care.period.{each}")) for each in PERIODS))
    yield ChoiceField("period", "care.field.period", periods, value=seen.period)
    yield TextField("since", "care.field.since", value=seen.since, placeholder="care.field.since.empty")
    yield from _several("impact", ("impact",), seen.impact, today)
    yield code_field("channel", "case.field.channel", ("channel",), today, value=seen.channel)
    yield day_field("received", "case.field.received", today, past=True, value=typed_day(seen.received))
    yield code_field("source", "case.field.source", ("source",), today, value=seen.source)


def _several(name: str, lists: tuple[str, ...], chosen: tuple[str, ...], today: date) -> Iterator[Field]:
    """A picker for each of the first few codes."""
    first, title, most = _SEVERAL[name]
    for place in range(most):
        value = chosen[place] if place < len(chosen) else ""
        yield code_field(f"{first}{place or ''}", f"{title}.also" if place else title, lists, today, value=value)


def _core(values: Values, seen: CaseState) -> dict[str, Any]:
    """The form's values as the core's own. Codes beyond those that have a picker stay."""
    core = {name: values[name] for name in _PLAIN}
    core["client"] = bytes.fromhex(values["client"]) if values["client"] else None
    for name, (first, _, most) in _SEVERAL.items():
        picked = (values[f"{first}{place or ''}"] for place in range(most))
        core[name] = tuple(filter(None, (*picked, *getattr(seen, name)[most:])))
    return core


def _shown(words: Words, name: str) -> str:
    value = getattr(words.state, name)
    match name:
        case "client":
            return words.client()
        case "natures" | "impact":
            return "; ".join(map(label, value))
        case "received":
            return days.full(value)
        case "period":
            return text(f"domain_care.period.{value}") if value else "-"
        case "alias" | "name" | "since" | "wish":
            return value or "-"
    return label(value) or "-"
