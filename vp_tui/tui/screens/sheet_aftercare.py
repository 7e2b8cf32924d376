"""The sheet of aftercare: how it goes with the reporter since, in her own words, and the retaliation monitor.

Invariant: she is called only as she agreed to; who cannot be reached any more is let go with dignity, and the case
says so. Callers: the table of places.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from vp_tui.domain.closing import LEAST_ATTEMPTS
from vp_tui.domain.commands import EndAftercare
from vp_tui.i18n import count, text
from vp_tui.tui.consequence import Consequence
from vp_tui.tui.screens import aftercare_forms, calling
from vp_tui.tui.screens.aftercare_words import agreed, attempts, care_entries, moment_id
from vp_tui.tui.screens.case_words import Words
from vp_tui.tui.screens.sheet import CaseSheet
from vp_tui.tui.widgets.timeline import Entry

__all__ = ["AftercareSheet"]


class AftercareSheet(CaseSheet):
    """Nazorg."""

    scope: ClassVar[str] = "aftercare"
    NAME: ClassVar[str] = "aftercare"

    def entries(self, words: Words) -> Sequence[Entry]:
        return list(care_entries(words))

    def lead(self, words: Words) -> Sequence[str]:
        """The rule of safe contact, what was agreed, and the monitor."""
        return [calling.safe_lead(words.state), *agreed(words)]

    def marks(self, words: Words) -> Iterable[str]:
        state = words.state
        in_care = state.state == "aftercare"
        true = {"has_aftercare": in_care, "unreached": in_care and attempts(state) >= LEAST_ATTEMPTS}
        return [flag for flag, holds in true.items() if holds]

    async def do_aftercare_record(self) -> None:
        """The moment under the cursor, else the earliest."""
        here = (moment.due for moment in self.words.state.aftercare if moment_id(moment) == self.timeline.cursor_id)
        await aftercare_forms.record(self, self.case, next(here, None))

    async def do_aftercare_retaliation(self) -> None:
        await aftercare_forms.note_retaliation(self, self.case)

    async def do_call_missed(self) -> None:
        await calling.missed(self, self.case)

    async def do_call_log(self) -> None:
        await calling.log_call(self, self.case)

    def weigh_aftercare_end(self) -> Consequence:
        state = self.words.state
        left = sum(not moment.done_ms for moment in state.aftercare)
        effects = [
            text("course_follow.end.tried", n=attempts(state)),
            count("course_follow.end.left", left),
            text("course_follow.end.door"),
        ]
        return Consequence(text("course_follow.end.ask", what=state.alias), effects, text("case.close.undo"))

    async def do_aftercare_end(self) -> None:
        await self.workspace.do(EndAftercare(), self.case)
        self.app.note("course_follow.note.ended")
