"""The calendar file of *Vandaag*: own appointments, for a calendar that may not know what they are.

Invariant: it holds times and the word "bezet", only its owner can read it, it replaces no other file, and what it holds
is said before it is written. Callers: ``TodayScreen``.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from vp_tui.device.clock import LocalZone
from vp_tui.device.paths import write_private
from vp_tui.domain.icalendar import busy
from vp_tui.i18n import text
from vp_tui.tui.dialogs.form import FormDialog, Values
from vp_tui.tui.widgets.field import TextField

if TYPE_CHECKING:
    from vp_tui.tui.screens.base import VpScreen
    from vp_tui.workspace.facade import Workspace

__all__ = ["export_calendar"]


async def export_calendar(screen: VpScreen, typed: str) -> None:
    """Say what leaves, and write it where the person says."""
    workspace: Workspace = screen.app.services.workspace
    rows = workspace.appointments()
    if not rows:
        screen.app.note("today.calendar.none")
        return
    word = text("domain_care.busy")

    async def submit(values: Values) -> str:
        trouble = _write(values["path"], busy(rows, LocalZone(), workspace.clock.now_ms(), word))
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
