"""The intake: what to say with a tick for each point, and the pen beside it, so that she writes while she talks.

Invariants: leaving the pen puts nothing away, the script and the text stay on screen together; what is written is the
draft of the case's own next note, whichever screen it was begun on. Callers: the table of places.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Container

from vp_tui.domain.commands import DropReporter, TickIntake
from vp_tui.domain.dates import parse_date
from vp_tui.domain.keyed import find
from vp_tui.errors import NotFoundError
from vp_tui.i18n import text
from vp_tui.tui.consequence import Consequence
from vp_tui.tui.screens import intake_forms as forms
from vp_tui.tui.screens.care_words import safe_line
from vp_tui.tui.screens.case_core import revise_core
from vp_tui.tui.screens.case_words import Words
from vp_tui.tui.screens.intake_words import CORE, LINK, SAFE, SCOPE, entries, item_of, unsaid
from vp_tui.tui.screens.pen import Pen
from vp_tui.tui.screens.saving import save
from vp_tui.tui.screens.sheet import CaseSheet
from vp_tui.tui.widgets.composer import Composer
from vp_tui.tui.widgets.timeline import Entry

__all__ = ["IntakeSheet"]


class IntakeSheet(CaseSheet):
    NAME: ClassVar[str] = "intake"
    scope: ClassVar[str] = "intake"
    DEFAULT_CSS: ClassVar[str] = """
    IntakeSheet .intake--split { layout: vertical; height: 1fr; }
    IntakeSheet.-wide .intake--split { layout: horizontal; }
    IntakeSheet.-wide Timeline { width: 1fr; height: 100%; }
    IntakeSheet.-wide Pen { width: 1fr; }
    IntakeSheet.-wide Pen > Composer { height: 12; }
    IntakeSheet.-low Pen > Composer { height: 3; }
    """

    def __init__(self, argument: str) -> None:
        super().__init__(argument)
        self.pen = Pen()

    def sheet(self) -> ComposeResult:
        with Container(classes="intake--split"):
            yield self.timeline
            yield self.pen

    def on_mount(self) -> None:
        # The base class has put the case on screen; an intake that is not over begins with the pen at hand.
        words = self.words
        if unsaid(words.state) and {"writer", "unclosed"} <= set(self.facts()):
            self.run_worker(self._open(talk=False, focus=False))

    def lead(self, words: Words) -> Sequence[str]:
        return [line] if (line := safe_line(words.state.safe)) else []

    def entries(self, words: Words) -> Sequence[Entry]:
        card = self.workspace.context(self.case).mandate
        return entries(words.state, card, words.client(), words.today, self._linked)

    def _linked(self, case: bytes) -> str:
        try:
            return self.workspace.case(case).state.alias
        except NotFoundError:
            return text("care.link.unread")

    def marks(self, words: Words) -> Iterable[str]:
        here = self.timeline.cursor_id or b""
        row = find(words.state.reporters, here)
        if item_of(here):
            yield "item"
        if here in (SCOPE, CORE, SAFE) or row is not None:
            yield "editable"
        if self.pen.is_open:
            yield "pen"
        if (row is not None and not row.dropped) or here.startswith(LINK):
            yield "droppable"

    # -- the script --------------------------------------------------------------------------------------------------

    async def do_intake_tick(self, argument: str = "") -> None:
        item = item_of(self.timeline.cursor_id)
        state, today = self.words.state, self.words.today
        on = parse_date(argument, today, True, "on") if argument else None
        ticked = item in state.intake and on is None
        if not ticked and (following := unsaid(state, item)) is not None:
            # Before it is recorded: the same key, held or typed ahead, is meant for the next point.
            self.timeline.move_to(following)
        await self.workspace.do(TickIntake(item, on, done=not ticked), self.case)

    # -- the pen -----------------------------------------------------------------------------------------------------

    async def do_intake_note(self) -> None:
        await self._open(talk=False)

    def do_intake_save(self) -> None:
        self.pen.save()

    async def do_intake_talk(self) -> None:
        await self._open(talk=True)

    async def _open(self, *, talk: bool, focus: bool = True) -> None:
        if not self.pen.is_open or self.pen.talking != talk:
            kind = "talk" if talk else "note"
            title = text(f"case.pen.{kind}.dossier", readers=self.words.readers("dossier"))
            await self.pen.open(title, self.case, "dossier", self.words.today, talk=talk)
            if not focus:
                self.set_focus(self.timeline)
        elif focus:
            self.set_focus(self.query_one(Composer))

    def on_pen_left(self) -> None:
        self.set_focus(self.timeline)

    def on_pen_written(self, event: Pen.Written) -> None:
        self.pen.freeze()
        self.run_worker(save(self, event.writing), group="save", exclusive=True)

    # -- what was found out ------------------------------------------------------------------------------------------

    async def do_intake_edit(self) -> None:
        match self.timeline.cursor_id:
            case id if id == SCOPE:
                await self.do_intake_scope()
            case id if id == CORE:
                await self.do_intake_core()
            case id if id == SAFE:
                await self.do_intake_safe()
            case bytes(id):
                await forms.revise_reporter(self, id)

    async def do_intake_scope(self) -> None:
        await forms.record_scope(self)

    async def do_intake_core(self) -> None:
        await revise_core(self, self.case)

    async def do_intake_safe(self) -> None:
        await forms.set_safe(self)

    async def do_intake_reporter(self) -> None:
        await forms.add_reporter(self)

    async def do_intake_link(self) -> None:
        await forms.link(self)

    def weigh_intake_drop(self) -> Consequence | None:
        here = self.timeline.cursor_id or b""
        if here.startswith(LINK):
            effects = [text("care.unlink.effect")]
            return Consequence(text("care.unlink.ask", what=self._linked(here.removeprefix(LINK))), effects)
        row = find(self.words.state.reporters, here)
        if row is None:
            return None
        effects = [text("care.reporter.drop.consent"), text("care.reporter.drop.stays")]
        return Consequence(text("care.reporter.drop.ask", who=row.alias), effects)

    async def do_intake_drop(self) -> None:
        here = self.timeline.cursor_id or b""
        if here.startswith(LINK):
            await forms.unlink(self, here.removeprefix(LINK))
        elif (row := find(self.words.state.reporters, here)) is not None:
            await self.workspace.do(DropReporter(row.id, row.rev), self.case)
