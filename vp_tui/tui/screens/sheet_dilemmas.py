"""The sheet of the exception to confidentiality (doorbreking): a dilemma, in which nothing leaves, and a breach.

Invariants: only the owner reads it; the two stages stand apart on the screen; what leaves is named, and to whom, before
a word is typed for it. Callers: the table of places.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from vp_tui.domain.commands import BreakConfidentiality
from vp_tui.domain.dilemma import Dilemma
from vp_tui.domain.keyed import find
from vp_tui.domain.weighing import CONDITIONS
from vp_tui.i18n import days, text
from vp_tui.tui.consequence import Consequence
from vp_tui.tui.dialogs.menu import MenuDialog
from vp_tui.tui.screens import dilemma_forms
from vp_tui.tui.screens.care_words import party_words, safe_line
from vp_tui.tui.screens.case_words import Words, label
from vp_tui.tui.screens.dilemma_words import ALTERNATIVES, dilemma_entries, open_conditions, part_of
from vp_tui.tui.screens.sheet import CaseSheet
from vp_tui.tui.widgets.timeline import Entry

__all__ = ["DilemmasSheet"]

_FOREIGN = b"not-the-owner"


class DilemmasSheet(CaseSheet):
    """Gewetensnood."""

    NAME: ClassVar[str] = "dilemmas"
    scope: ClassVar[str] = "dilemmas"
    _breaking: BreakConfidentiality | None = None

    def entries(self, words: Words) -> Sequence[Entry]:
        if words.state.owner != words.me:
            return [Entry(_FOREIGN, text("dilemma.foreign"), tone="muted")]
        return [entry for row in reversed(self._rows(words)) for entry in dilemma_entries(words, row)]

    def lead(self, words: Words) -> Sequence[str]:
        rows = self._rows(words)
        if any(row.uninformed for row in rows):
            return [*filter(None, (text("dilemma.lead.uninformed"), safe_line(words.state.safe)))]
        return [text("dilemma.lead")] if words.state.owner == words.me else []

    def marks(self, words: Words) -> Iterable[str]:
        row = self._row()
        true = {
            "dilemma": row is not None,
            "weighing": row is not None and row.stage == "dilemma",
            "running": row is not None and row.stage != "finished",
            "broken": row is not None and bool(row.breaches),
            "uninformed": row is not None and row.uninformed,
        }
        return [flag for flag, holds in true.items() if holds]

    @staticmethod
    def _rows(words: Words) -> tuple[Dilemma, ...]:
        return words.view.notes.exceptions if words.view.notes else ()

    def _row(self) -> Dilemma | None:
        """The dilemma under the cursor, as it is now."""
        return find(self._rows(self.words), part_of(self.timeline.cursor_id)[0])

    # -- the first stage: nothing leaves -----------------------------------------------------------------------------

    async def do_dilemma_new(self) -> None:
        if made := await dilemma_forms.open_dilemma(self):
            self._show(made, "")

    async def do_dilemma_answer(self) -> None:
        """What the cursor is on; else one condition after the other, until somebody leaves."""
        row, part = self._row(), part_of(self.timeline.cursor_id)[1]
        if row is None:
            return
        if part == ALTERNATIVES:
            await self.do_dilemma_alternatives()
            return
        chosen = part if part in CONDITIONS else next(iter(open_conditions(row)), "")
        if not chosen:
            self.app.note("dilemma.note.answered")
        while chosen and row is not None:
            self.timeline.move_to(row.id + chosen.encode())
            new = chosen in open_conditions(row)
            if not await dilemma_forms.answer(self, row, chosen):
                break
            self.renew()
            row = self._row()
            chosen = next(iter(open_conditions(row)), "") if new and row is not None else ""

    async def do_dilemma_alternatives(self) -> None:
        if (row := self._row()) is not None and await dilemma_forms.weigh_alternatives(self, row):
            self._show(row.id, ALTERNATIVES)

    async def do_dilemma_consult(self) -> None:
        if (row := self._row()) is not None and await dilemma_forms.consult(self, row):
            self._show(row.id, f"asked{len(row.consultations)}")

    def _show(self, dilemma: bytes, part: str) -> None:
        """What was just recorded, with the cursor on it."""
        self.renew()
        self.timeline.move_to(dilemma + part.encode())

    # -- the second: something left ----------------------------------------------------------------------------------

    async def weigh_dilemma_break(self) -> Consequence | None:
        if (row := self._row()) is None:
            return None
        before = self._breaking if self._breaking and self._breaking.dilemma == row.id else None
        command = await dilemma_forms.to_break(self, row, before)
        if command is None:
            return None
        self._breaking = command
        words = self.words
        party = party_words(command.party, words.name)
        asked = ", ".join(words.name(each.colleague) for each in row.consultations)
        effects = [
            text("dilemma.break.what", content=" ".join(command.content.split())),
            text("dilemma.break.whom", party=party, day=days.full(command.on or words.today)),
            text("dilemma.break.ground", ground=label(row.ground), names=asked or text("dilemma.nobody")),
            text("dilemma.break.reporter"),
        ]
        return Consequence(text("dilemma.break.ask", party=party), effects, text("dilemma.break.undo"))

    async def do_dilemma_break(self) -> None:
        if self._breaking is not None:
            await self.workspace.do(self._breaking, self.case)
            self._show(self._breaking.dilemma, "informed")
            self._breaking = None
            self.app.note("dilemma.note.broken")

    async def do_dilemma_informed(self) -> None:
        if (row := self._row()) is not None and await dilemma_forms.informed(self, row):
            self._show(row.id, "informed")

    async def do_dilemma_attempt(self) -> None:
        if (row := self._row()) is not None and await dilemma_forms.attempt(self, row):
            self._show(row.id, "informed")

    async def do_dilemma_finish(self) -> None:
        if (row := self._row()) is not None and await dilemma_forms.finish(self, row):
            self._show(row.id, "")
            self.app.note("dilemma.note.finished")

    async def do_dilemma_step(self) -> None:
        """What may come next, to choose from."""
        row = self._row()
        if row is None:
            return
        steps = ["answer", "alternatives"] if row.stage == "dilemma" else []
        steps += ["informed", "attempt"] if row.uninformed else []
        steps += ["consult", "break", "finish"] if row.stage != "finished" else []
        options = [(step, text(f"dilemma.act.{step}"), text(f"dilemma.act.{step}.help")) for step in steps]
        chosen = await self.app.ask(MenuDialog(text("dilemma.step"), options))
        if chosen:
            self.app.invoke(f"dilemma.{chosen}")
