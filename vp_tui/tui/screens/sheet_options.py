"""The options sheet (optieblad): what can be done, what may come of it, and what the reporter chooses.

Invariant: the choice is the reporter's and is shown with its date; what fell away stays to be read. Printing it for the
reporter lets nothing leave the case that she does not know. Callers: the table of places.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar

from vp_tui.domain.case_parts import Choice, Option
from vp_tui.domain.commands import ChooseOption, DropOption, PutOption
from vp_tui.domain.keyed import find
from vp_tui.domain.options import REVERSIBLE, RISKS
from vp_tui.domain.printed import options_sheet
from vp_tui.domain.steps import offered
from vp_tui.errors import ConflictError, RefusedError
from vp_tui.i18n import days, language, text
from vp_tui.tui.dialogs.form import FormDialog, Values
from vp_tui.tui.screens.care_fields import few
from vp_tui.tui.screens.case_fields import day_field, typed_day
from vp_tui.tui.screens.case_words import Words, label
from vp_tui.tui.screens.print_out import show_pieces
from vp_tui.tui.screens.sheet import CaseSheet
from vp_tui.tui.screens.sheet_forms import RowForm
from vp_tui.tui.widgets.field import ChoiceField, Field, NoteField, TextField
from vp_tui.tui.widgets.timeline import Entry

__all__ = ["OptionsSheet"]

_NONE = "none"
_FIELDS = ("goal", "step", "consequences", "risk", "who_knows", "reversible")


class OptionsSheet(CaseSheet):
    NAME: ClassVar[str] = "options"
    scope: ClassVar[str] = "options"

    def entries(self, words: Words) -> Sequence[Entry]:
        standing = [option for option in words.state.options if not option.dropped]
        gone = [option for option in words.state.options if option.dropped]
        chosen = words.state.choice
        return [
            *(_entry(option, number, chosen) for number, option in enumerate(standing, 1)),
            *(Entry(option.id, text("care.option.dropped", goal=option.goal), tone="muted") for option in gone),
        ]

    def lead(self, words: Words) -> Sequence[str]:
        choice = words.state.choice
        if choice is None:
            return [text("care.choice.open")] if words.state.options else []
        return [
            _chosen(words, choice),
            *([text("care.choice.words", words=" ".join(choice.words.split()))] if choice.words else []),
        ]

    def marks(self, words: Words) -> Iterable[str]:
        row = self._row()
        if row is not None:
            yield "option"
        if row is not None and not row.dropped:
            yield "standing"
        if any(not option.dropped for option in words.state.options):
            yield "options"

    def _row(self) -> Option | None:
        id = self.timeline.cursor_id
        return find(self.words.state.options, id) if id is not None else None

    async def do_options_new(self) -> None:
        await self._put(self.workspace.new_id())

    async def do_options_edit(self) -> None:
        if (row := self._row()) is not None:
            await self._put(row.id)

    async def _put(self, option: bytes) -> None:
        form = RowForm(
            self, self.case, lambda: find(self.workspace.case(self.case).state.options, option), _facts, "option"
        )
        title = text("care.option.edit" if form.row else "care.option.new", what=self.words.state.alias)

        def make(values: Values, row: Option | None) -> PutOption:
            return PutOption(option, base=row.rev if row else 0, **{name: values[name] for name in _FIELDS})

        if await form.ask(title, list(self._fields(form)), make, mine=_FIELDS):
            self.renew()
            self.timeline.move_to(option)

    def _fields(self, form: RowForm[Option]) -> Iterator[Field]:
        row, was = form.row, form.was
        before = {name: was.get(name, getattr(row, name) if row else "") for name in _FIELDS}
        steps = [
            (code.code, f"{code.label(language())}  {code.code}")
            for code in offered(self.workspace.context(self.case).mandate, self.words.today)
        ]
        if before["step"] and before["step"] not in dict(steps):
            steps.append((before["step"], label(before["step"])))
        yield TextField("goal", "care.field.goal", value=before["goal"], placeholder="care.field.goal.empty")
        yield few("step", "care.field.step", steps, before["step"])
        yield NoteField(
            "consequences", "care.field.consequences", f"{form.place}:consequences",
            value=row.consequences if row else "", lines=3,
        )  # fmt: skip
        yield _words("risk", RISKS, before["risk"])
        yield NoteField(
            "who_knows", "care.field.who_knows", f"{form.place}:who_knows", value=row.who_knows if row else "", lines=3
        )
        yield _words("reversible", REVERSIBLE, before["reversible"])

    async def do_options_drop(self) -> None:
        if (row := self._row()) is not None:
            await self.workspace.do(DropOption(row.id, row.rev), self.case)

    async def do_options_print(self) -> None:
        await show_pieces(self, text("care.option.print"), options_sheet(self.words.state, self.words.today))

    # -- the choice --------------------------------------------------------------------------------------------------

    async def do_options_choose(self) -> None:
        state = self.words.state
        choice, base, here = state.choice, state.choice_rev, self._row()
        again = choice is not None and here is not None and choice.option == here.id
        offers = [
            (option.id.hex(), f"{number}. {option.goal}")
            for number, option in enumerate((option for option in state.options if not option.dropped), 1)
        ]
        offers.append((_NONE, text("care.choice.none")))
        value = here.id.hex() if here is not None and not here.dropped else ""

        async def submit(values: Values) -> str:
            nonlocal base
            option = None if values["option"] in (_NONE, "") else bytes.fromhex(values["option"])
            if not values["option"]:
                raise RefusedError("field.code", "option", count=len(offers))
            try:
                await self.workspace.do(ChooseOption(base, option, values["on"], values["words"]), self.case)
            except ConflictError:
                words = Words.of(self.workspace, self.workspace.case(self.case))
                base = words.state.choice_rev
                return text(
                    "case.conflict.line", theirs=_chosen(words, words.state.choice) if words.state.choice else "-"
                )
            return ""

        fields = [
            few("option", "care.field.choice", offers, value),
            day_field(
                "on",
                "care.field.chosen_on",
                self.words.today,
                past=True,
                value=typed_day(None),
                empty="care_consent.field.today",
            ),
            NoteField(
                "words",
                "care.field.words",
                f"choice:{self.case.hex()}:{base}",
                value=choice.words if choice and again else "",
                lines=4,
            ),
        ]
        await self.app.ask(
            FormDialog(text("care.choice.title", what=state.alias), fields, submit, [text("care.choice.why")])
        )


def _words(name: str, values: Sequence[str], chosen: str) -> ChoiceField:
    """One of few words, first of all none."""
    offers = tuple((value, text(f"care.{name}.{value}") if value else "-") for value in values)
    return ChoiceField(name, f"care.field.{name}", offers, value=chosen)


def _chosen(words: Words, choice: Choice) -> str:
    option = find(words.state.options, choice.option) if choice.option else None
    what = option.goal if option is not None else text("care.choice.none")
    return text("care.choice.made", day=days.full(choice.on), what=what)


def _entry(option: Option, number: int, choice: Choice | None) -> Entry:
    head = f"{number}. {option.goal}"
    if choice is not None and choice.option == option.id:
        head = text("care.option.chosen", head=head)
    body = "\n".join(f"{name}: {value}" for name, value in list(_facts(option).items())[1:] if value)
    return Entry(option.id, head, "", body)


def _facts(option: Option) -> dict[str, str]:
    """Everything that an option says, by the words before it; its goal first."""
    return {
        text("care.field.goal"): option.goal,
        text("care.field.step"): label(option.step),
        text("care.field.consequences"): option.consequences,
        text("care.field.risk"): text(f"care.risk.{option.risk}") if option.risk else "",
        text("care.field.who_knows"): option.who_knows,
        text("care.field.reversible"): text(f"care.reversible.{option.reversible}") if option.reversible else "",
    }
