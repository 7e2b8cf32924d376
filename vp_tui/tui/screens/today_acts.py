"""What is done on *Vandaag* itself: a call without an answer, leaving out until a day, the calendar file.

Invariant: a promised call that was not answered stays promised, on the next working day; the calendar file holds times
and the word "bezet", is the person's alone, and replaces nothing. Callers: ``TodayScreen``.
"""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from vp_tui.device.paths import write_private
from vp_tui.domain.appointment import planned
from vp_tui.domain.case_parts import Appointment
from vp_tui.domain.clock import DueItem
from vp_tui.domain.commands import LogCall, SnoozeCase
from vp_tui.domain.dates import later
from vp_tui.domain.icalendar import busy
from vp_tui.i18n import days, text
from vp_tui.tui.dialogs.form import FormDialog, Values
from vp_tui.tui.screens.case_fields import day_field
from vp_tui.tui.widgets.field import TextField

if TYPE_CHECKING:
    from vp_tui.tui.screens.base import VpScreen
    from vp_tui.workspace.facade import Workspace

__all__ = ["calendar", "missed", "snooze"]


class _Local(datetime.tzinfo):
    """This computer's own zone, with the summer time of each date."""

    def utcoffset(self, at: datetime.datetime | None) -> datetime.timedelta | None:
        return at.replace(tzinfo=None).astimezone().utcoffset() if at is not None else None

    def dst(self, at: datetime.datetime | None) -> datetime.timedelta | None:
        return None

    def tzname(self, at: datetime.datetime | None) -> str | None:
        return None


def _workday(today: datetime.date) -> datetime.date:
    """The next day that is no Saturday or Sunday."""
    return later(today, {4: 3, 5: 2}.get(today.weekday(), 1))


async def missed(screen: VpScreen, item: DueItem, about: str) -> None:
    """Gebeld, geen gehoor: recorded; a promise to call is kept on the next working day."""
    workspace: Workspace = screen.app.services.workspace
    again = _workday(workspace.today()) if item.kind == "call-back" else None
    await workspace.do(LogCall("no_answer", again=again), item.space)
    if again is None:
        screen.app.note("today.note.missed", what=about)
    else:
        screen.app.note("today.note.again", what=about, day=days.day(again, workspace.today()))


async def snooze(screen: VpScreen, item: DueItem) -> None:
    """Ask until which day the case's next action is left out."""
    workspace: Workspace = screen.app.services.workspace
    today = workspace.today()

    async def submit(values: Values) -> str:
        await workspace.do(SnoozeCase(values["until"]), item.space)
        if values["until"] is not None:
            screen.app.note("today.note.snoozed", what=item.label, day=days.day(values["until"], today))
        return ""

    fields = [day_field("until", "today.field.until", today, value="7d")]
    title = text("today.snooze.title", what=item.label)
    await screen.app.ask(FormDialog(title, fields, submit, [text("today.snooze.why")]))


def _own_appointments(workspace: Workspace) -> list[Appointment]:
    """Planned ones, of the member's own cases."""
    kinds = ((row, {kind for kind, _ in row.dues}) for row in workspace.summaries())
    cases = (row.id for row, due in kinds if row.owner == workspace.me.member and "appointment" in due)
    return [appointment for case in cases for appointment in planned(workspace.case(case).state)]


async def calendar(screen: VpScreen, typed: str) -> None:
    """Say what leaves, and write it where the person says."""
    workspace: Workspace = screen.app.services.workspace
    rows = _own_appointments(workspace)
    if not rows:
        screen.app.note("today.calendar.none")
        return
    word = text("domain_care.busy")

    async def submit(values: Values) -> str:
        trouble = _write(values["path"], busy(rows, _Local(), workspace.clock.now_ms(), word))
        if not trouble:
            screen.app.note("today.calendar.done", n=len(rows), path=values["path"])
        return trouble

    fields = [TextField("path", "today.calendar.path", value=typed, placeholder="today.calendar.path.example")]
    lines = [text("today.calendar.leaves", n=len(rows), busy=word), text("today.calendar.stays")]
    await screen.app.ask(FormDialog(text("today.calendar.title"), fields, submit, lines))


def _write(typed: str, content: str) -> str:
    """A new file that only this person can read; what is wrong with the name, or ""."""
    path = Path(typed).expanduser()
    if not typed or path.exists():
        return text("today.calendar.exists" if typed else "today.calendar.where")
    write_private(path, content.encode())
    return ""
