"""The sheet of contact: appointments and calls, under the rule of safe contact.

Invariant: the rule stands above everything that one could do here. Callers: the table of places.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import ClassVar

from vp_tui.domain.appointment import PLACES, STATUSES
from vp_tui.domain.case_parts import Appointment
from vp_tui.domain.commands import MoveAppointment, PutAppointment
from vp_tui.domain.keyed import find
from vp_tui.errors import RefusedError
from vp_tui.i18n import text
from vp_tui.tui.dialogs.form import Values
from vp_tui.tui.dialogs.menu import MenuDialog
from vp_tui.tui.screens import calling
from vp_tui.tui.screens.case_fields import MinutesField, day_field, typed_day
from vp_tui.tui.screens.case_words import Words
from vp_tui.tui.screens.meeting_words import appointment_entry, appointment_facts, call_entry, promised_call
from vp_tui.tui.screens.sheet import CaseSheet
from vp_tui.tui.screens.sheet_forms import RowForm
from vp_tui.tui.widgets.field import ChoiceField, TextField
from vp_tui.tui.widgets.timeline import Entry

__all__ = ["MeetingsSheet"]

_CLOCK = re.compile(r"(\d{1,2})(?:[:.u]?(\d{2}))?")
_USUAL_MINUTES = 60


class MeetingsSheet(CaseSheet):
    """Contact."""

    scope: ClassVar[str] = "meetings"
    NAME: ClassVar[str] = "meetings"

    def entries(self, words: Words) -> Sequence[Entry]:
        """What is still to come by its day, then what was, the newest first."""
        rows = sorted(words.state.appointments, key=lambda row: (row.on, row.time))
        planned = [row for row in rows if row.status == "planned"]
        been = [
            *((row.on, appointment_entry(row, words)) for row in rows if row.status != "planned"),
            *((call.on, call_entry(number, call, words)) for number, call in enumerate(words.state.calls)),
        ]
        past = [entry for _, entry in sorted(been, key=lambda pair: pair[0])]
        return [*(appointment_entry(row, words) for row in planned), *reversed(past)]

    def lead(self, words: Words) -> Sequence[str]:
        """The rule, and what was promised."""
        return [line for line in (calling.safe_lead(words.state), promised_call(words.state, words)) if line]

    def marks(self, words: Words) -> Iterable[str]:
        row = self._current()
        return ["appointment"] if row is not None else []

    def _current(self) -> Appointment | None:
        return find(self.words.state.appointments, self.timeline.cursor_id or b"")

    def _form(self, key: bytes, what: str = "") -> RowForm[Appointment]:
        def read() -> Appointment | None:
            return find(self.workspace.case(self.case).state.appointments, key)

        return RowForm(self, self.case, read, appointment_facts, what)

    async def do_meeting_new(self) -> None:
        await self._put(self.workspace.new_id())

    async def do_meeting_edit(self) -> None:
        if (row := self._current()) is not None:
            await self._put(row.id)

    async def _put(self, key: bytes) -> None:
        form, today = self._form(key, "appointment"), self.workspace.today()
        row, was = form.row, form.was
        places = tuple((place, text(f"domain_care.place.{place}")) for place in PLACES)
        fields = [
            day_field("on", "course_follow.field.day", today, value=was.get("on", typed_day(row.on) if row else "")),
            TextField(
                "time",
                "course_follow.field.time",
                value=was.get("time", row.time if row else ""),
                placeholder="course_follow.field.time.empty",
            ),
            MinutesField(
                "minutes",
                "case.field.minutes",
                value=was.get("minutes", str(row.minutes if row else _USUAL_MINUTES)),
            ),
            ChoiceField("place", "course_follow.field.place", places, value=was.get("place", row.place if row else "")),
        ]

        def make(values: Values, base: Appointment | None) -> PutAppointment:
            if values["on"] is None:
                raise RefusedError("text-missing", "on")
            minutes = _USUAL_MINUTES if values["minutes"] is None else values["minutes"]
            return PutAppointment(
                key, values["on"], _clock(values["time"]), minutes, values["place"], base.rev if base else 0
            )

        title = text("course_follow.meeting.title", what=self.words.state.alias)
        lines = [calling.safe_lead(self.words.state)]
        if await form.ask(title, fields, make, mine=("on", "time", "minutes", "place"), lines=lines):
            self.timeline.move_to(key)

    async def do_meeting_move(self) -> None:
        """How it went."""
        if (row := self._current()) is None:
            return
        options = [(to, text(f"domain_care.appointment.{to}")) for to in STATUSES if to != row.status]
        title = text("course_follow.meeting.move", when=appointment_entry(row, self.words).head)
        if to := await self.app.ask(MenuDialog(title, options)):
            await self.workspace.do(MoveAppointment(row.id, row.rev, to), self.case)

    async def do_call_missed(self) -> None:
        await calling.missed(self, self.case)

    async def do_call_log(self) -> None:
        await calling.log_call(self, self.case)


def _clock(typed: str) -> str:
    """ "9.30", "9u30" and "9" as 09:30 and 09:00; anything else as it is, for the rules to refuse."""
    found = _CLOCK.fullmatch(typed.strip().lower())
    return f"{int(found[1]):02}:{found[2] or '00'}" if found else typed
