"""The sheet of steps: who does what, as agreed with the reporter; and the stage of an integrity matter with its norms.

Invariant: what leaves with a step goes through the typed word and the consent, by whatever key it began. Callers: the
table of places.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from vp_tui.domain.case_parts import Step
from vp_tui.domain.commands import MoveStep
from vp_tui.domain.consent import missing
from vp_tui.domain.keyed import find
from vp_tui.domain.letters import request
from vp_tui.domain.stage import norm_dues
from vp_tui.domain.steps import reachable
from vp_tui.i18n import text
from vp_tui.tui.consequence import Consequence
from vp_tui.tui.dialogs.menu import MenuDialog
from vp_tui.tui.screens import step_forms
from vp_tui.tui.screens.care_words import party_words
from vp_tui.tui.screens.case_words import Words, label
from vp_tui.tui.screens.consent_offer import with_consent
from vp_tui.tui.screens.print_out import show_pieces
from vp_tui.tui.screens.sheet import CaseSheet
from vp_tui.tui.screens.sheet_forms import ask_day, client_of
from vp_tui.tui.screens.step_words import STAGE, norm_of, preparation, stage_entries, step_entry
from vp_tui.tui.widgets.timeline import Entry

__all__ = ["StepsSheet"]

# Steps of which Belgian law wants a request in writing.
_REQUESTED = "BI-"


class StepsSheet(CaseSheet):
    """Stappen."""

    scope: ClassVar[str] = "steps"
    NAME: ClassVar[str] = "steps"

    def __init__(self, argument: str) -> None:
        super().__init__(argument)
        self._beginning: MoveStep | None = None

    def entries(self, words: Words) -> Sequence[Entry]:
        """The integrity stage first, then the steps, the newest first."""
        steps = (step_entry(step, words) for step in reversed(words.state.steps))
        return [*stage_entries(words.state, words.today), *steps]

    def marks(self, words: Words) -> Iterable[str]:
        step = self._current()
        true = {
            "step": step is not None,
            "editable": step is not None or self.timeline.cursor_id == STAGE,
            "talkable": step is not None and step.status in ("intended", "consulted"),
            "to_begin": step is not None and step.who != "reporter" and "under_way" in reachable(step),
            "norms": norm_dues(words.state),
        }
        return [flag for flag, holds in true.items() if holds]

    def _current(self) -> Step | None:
        return find(self.words.state.steps, self.timeline.cursor_id or b"")

    async def do_step_new(self) -> None:
        await step_forms.put_step(self)

    async def do_step_edit(self) -> None:
        """The step under the cursor, or the stage."""
        if (step := self._current()) is not None:
            await step_forms.put_step(self, step.id)
        else:
            await step_forms.set_stage(self)

    async def do_step_consult(self) -> None:
        if (step := self._current()) is not None:
            await step_forms.consult(self, step.id)

    async def do_step_move(self) -> None:
        step = self._current()
        if step is not None and await step_forms.move_to(self, step.id) == "under_way" and step.who != "reporter":
            self.timeline.move_to(step.id)
            self.app.invoke("step.begin")

    async def weigh_step_begin(self) -> Consequence | None:
        step = self._current()
        if step is None or step.party is None:
            return None
        values = await ask_day(self, text("course.step.begin", step=label(step.code)))
        if values is None:
            return None
        self._beginning = MoveStep(step.id, step.rev, "under_way", values["on"])
        party = party_words(step.party, self.words.name)
        purpose = "accompaniment" if step.who == "together" else "conversation"
        on = values["on"] or self.words.today
        lacking = missing(self.words.state, step.party, purpose, on)
        effects = [
            text(f"course.begin.{purpose}", party=party),
            text("course.leaves.no_consent" if lacking else "course.leaves.consent"),
            text("course.leaves.known"),
        ]
        return Consequence(text("course.begin.ask", step=label(step.code)), effects, text("course.leaves.undo"))

    async def do_step_begin(self) -> None:
        if self._beginning is not None and await with_consent(self, self.case, self._beginning) is not None:
            self.app.note("course.note.begun")

    async def do_step_print(self) -> None:
        step, state = self._current(), self.words.state
        if step is None:
            return
        papers = {"preparation": preparation(state, step, self.words.today)}
        client = client_of(self.workspace, state)
        if step.code.startswith(_REQUESTED) and client is not None:
            papers["request"] = request(state, client, step, self.words.today)
        chosen: str | None = "preparation"
        if len(papers) > 1:
            options = [(name, text(f"course.paper.{name}")) for name in papers]
            chosen = await self.app.ask(MenuDialog(text("course.paper.which"), options))
        if chosen:
            await show_pieces(self, label(step.code), papers[chosen])

    async def do_stage_set(self) -> None:
        await step_forms.set_stage(self)

    async def do_norm_met(self) -> None:
        await step_forms.meet_norm(self, norm_of(self.timeline.cursor_id))
