"""One case: its head, what was said and written in two layers, its log and core, and where it goes on.

Invariants: what a colleague saves appears by itself, and moves neither the cursor, the window, nor a letter of what is
being typed; above every layer stand the names of those who can read it, and of those who cannot. A hallway: words come
from ``case_words``, acts from ``case_steps``, ``closing``, ``deputy``, ``saving``. Callers: the table of places.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from vp_tui.domain.commands import CloseCase, GrantDeputy, HandOver, RemoveDeputy, WithdrawNote
from vp_tui.domain.timeline import REVISABLE, Item, find
from vp_tui.errors import NotFoundError
from vp_tui.i18n import text
from vp_tui.tui.consequence import Consequence
from vp_tui.tui.dialogs.message import MessageDialog
from vp_tui.tui.output.sanitise import clean
from vp_tui.tui.screens import aftercare_forms, calling, case_steps, client_letters, closing, deputy, queue_acts
from vp_tui.tui.screens.base import VpScreen
from vp_tui.tui.screens.case_core import revise_core
from vp_tui.tui.screens.case_head import CaseHead, views_line
from vp_tui.tui.screens.case_words import Words
from vp_tui.tui.screens.consent_offer import with_consent
from vp_tui.tui.screens.pen import Pen, slot
from vp_tui.tui.screens.saving import save
from vp_tui.tui.screens.sheets import ask_sheet
from vp_tui.tui.widgets.composer import Composer
from vp_tui.tui.widgets.find_line import FindLine
from vp_tui.tui.widgets.timeline import Entry, Timeline

if TYPE_CHECKING:
    from vp_tui.workspace.facade import Workspace
    from vp_tui.workspace.views import Notice

__all__ = ["CaseScreen"]

_VIEWS = ("dossier", "personal", "log", "core")


class CaseScreen(VpScreen):
    """Opens on top of the queue; ``argument`` is the case's id in hex."""

    scope: ClassVar[str] = "case"
    DEFAULT_CSS: ClassVar[str] = """
    CaseScreen .case--split { height: 1fr; }
    CaseScreen .case--main { width: 1fr; }
    CaseScreen .case--aside { display: none; width: 40; padding: 0 0 0 1; color: $muted; }
    CaseScreen.-wide .case--aside { display: block; }
    CaseScreen.-wide Pen > Composer { height: 12; }
    CaseScreen .case--views { height: 1; }
    CaseScreen .case--readers { height: auto; max-height: 2; color: $primary; padding: 0 1; }
    CaseScreen.-low .case--readers { max-height: 1; }
    CaseScreen.-low .head--whose { display: none; }
    CaseScreen.-low Pen > Composer { height: 3; }
    CaseScreen .case--readers.-personal { color: $accent; text-style: bold; }
    """

    def __init__(self, argument: str) -> None:
        super().__init__()
        self.case = bytes.fromhex(argument)
        self.showing = "dossier"
        self._views_line = Static("", classes="case--views", markup=False)
        self._readers = Static("", classes="case--readers", markup=False)
        self._aside = Static("", markup=False)
        self._head = CaseHead()
        self.timeline = Timeline()
        self.pen = Pen()
        self._find = FindLine()
        self._hits: list[bytes] = []
        self._words: Words | None = None
        self._gone = False
        self._unsubscribe: Callable[[], None] = lambda: None
        self._to_close: CloseCase | None = None
        self._grant: GrantDeputy | None = None
        self._to_hand: HandOver | None = None
        self._removal: RemoveDeputy | None = None

    def body(self) -> ComposeResult:
        yield self._head
        yield self._views_line
        yield self._readers
        with Horizontal(classes="case--split"):
            with Vertical(classes="case--main"):
                yield self.timeline
                yield self._find
                yield self.pen
            with VerticalScroll(classes="case--aside", can_focus=False):
                yield self._aside

    # -- what it shows -----------------------------------------------------------------------------------------------

    @property
    def workspace(self) -> Workspace:
        workspace: Workspace = self.app.services.workspace
        return workspace

    @property
    def words(self) -> Words:
        """The case as it was last read. NotFoundError for one that could never be."""
        if self._words is None:
            self._words = Words.of(self.workspace, self.workspace.case(self.case))
        return self._words

    async def _part(self) -> None:
        """Say that the case cannot be read any more, with what was being typed, and go back."""
        typed = [line for composer in self.query(Composer) for line in composer.text.splitlines()]
        rest = [text("case.gone.typed"), "", *typed] if any(typed) else []
        await self.app.ask(MessageDialog(text("case.gone.title"), [text("case.gone.why"), *rest]))
        self.app.back()

    def on_mount(self) -> None:
        self._unsubscribe = self.workspace.subscribe(self._noticed)
        self.set_focus(self.timeline)
        self.renew()
        if any(draft.slot.startswith(f"note:{self.case.hex()}:") for draft in self.workspace.drafts.all()):
            self.app.note("case.note.draft_here")

    def on_unmount(self) -> None:
        self._unsubscribe()

    def _noticed(self, notice: Notice) -> None:
        if self.case in notice.cases or notice.kind in ("finding", "members", "clients"):
            self.call_next(self.renew)

    def renew(self) -> None:
        """Read the case again and repaint what differs."""
        if self._gone:
            return
        try:
            self._words = words = Words.of(self.workspace, self.workspace.case(self.case))
        except NotFoundError:
            # Taken off the case, or it was destroyed. What was typed is a draft.
            self._gone = True
            self.run_worker(self._part())
            return
        self.workspace.seen(self.case)
        self._head.show(words)
        views = [view for view in _VIEWS if view != "personal" or self._mine]
        self._views_line.update(Content(clean(views_line(words, views, self.showing))))
        layer = "personal" if self.showing == "personal" else "dossier"
        self._readers.set_class(layer == "personal", "-personal")
        self._readers.update(Content(clean(f"{text(f'case.layer.{layer}')}: {words.readers(layer)}")))
        self._aside.update(Content("\n".join(clean(entry.head) for entry in words.core())))
        self.timeline.show(self._entries(words), text(f"case.empty.{self.showing}"))
        self._warn(words)
        self.flags_changed()

    def _entries(self, words: Words) -> list[Entry]:
        match self.showing:
            case "log":
                return words.log()
            case "core":
                return words.core()
        return words.items(self.items())

    def items(self) -> tuple[Item, ...]:
        """The items of the layer that is shown; the log and the core have none."""
        words = self.words
        if self.showing == "personal":
            return words.view.notes.timeline if words.view.notes else ()
        return words.state.timeline if self.showing == "dossier" else ()

    def _warn(self, words: Words) -> None:
        """While a note is revised: somebody else changed it."""
        if (old := self.pen.item) is None:
            return
        notes = words.view.notes.timeline if words.view.notes else ()
        now = find((*words.state.timeline, *notes), old.id)
        if now is not None and now.rev != old.rev and now.revised_by is not None:
            self.pen.say(text("case.conflict.soon", name=words.name(now.revised_by)))

    @property
    def _mine(self) -> bool:
        return self.words.state.owner == self.words.me

    def flags(self) -> Iterable[str]:
        if self._words is None or self._gone:
            return []
        words = self._words
        state = words.state
        item = self._current()
        until = state.deputy_until
        deputising = state.deputy == words.me and (until is None or words.today <= until)
        true = {
            "own_case": self._mine,
            "writer": self._mine or deputising,
            "unclosed": state.is_open,
            "ended": state.state in ("aftercare", "closed"),
            "has_next": state.next is not None,
            "has_aftercare": state.state == "aftercare",
            "deputised": state.deputy is not None,
            "alone": state.deputy is None,
            "item": item is not None,
            "withdrawer": item is not None and (self._mine or item.by == words.me),
            "hits": self._hits,
            "has_client": state.client is not None,
        }
        return [flag for flag, holds in true.items() if holds]

    def _current(self) -> Item | None:
        """The note or conversation under the cursor, unless it was withdrawn."""
        id = self.timeline.cursor_id
        item = find(self.items(), id) if id is not None else None
        return item if item is not None and item.kind in REVISABLE and not item.withdrawn else None

    def on_timeline_moved(self) -> None:
        self.flags_changed()

    # -- looking -----------------------------------------------------------------------------------------------------

    def show_view(self, view: str) -> None:
        """Show a layer, the log or the core from its top."""
        if view != self.showing:
            self.showing = view
            self.timeline.forget()
            self.renew()

    def do_case_view_next(self, by: int = 1) -> None:
        views = [view for view in _VIEWS if view != "personal" or self._mine]
        self.show_view(views[(views.index(self.showing) + by) % len(views)])

    def do_case_view_previous(self) -> None:
        self.do_case_view_next(-1)

    def do_case_layer(self) -> None:
        self.show_view("dossier" if self.showing == "personal" else "personal")

    def do_list_filter(self, argument: str = "") -> None:
        if argument:
            self._look_for(argument, done=True)
        else:
            self._find.ask("find", "case.find")

    def on_find_line_typed(self, event: FindLine.Typed) -> None:
        self._look_for(event.typed)

    def on_find_line_entered(self, event: FindLine.Entered) -> None:
        self._look_for(event.typed, done=True)
        self.set_focus(self.timeline)

    def on_find_line_left(self) -> None:
        self._look_for("", done=True)
        self.set_focus(self.timeline)

    def _look_for(self, typed: str, *, done: bool = False) -> None:
        self._hits = self.timeline.find(typed)
        if self._hits and self.timeline.cursor_id not in self._hits:
            self.timeline.move_to(self._hits[0])
        if done:
            self._find.say(text("case.found", n=len(self._hits), words=typed) if typed else "")
        self.flags_changed()

    def do_case_hit_next(self, by: int = 1) -> None:
        id = self.timeline.cursor_id
        place = self._hits.index(id) + by if id in self._hits else 0
        self.timeline.move_to(self._hits[place % len(self._hits)])

    def do_case_hit_previous(self) -> None:
        self.do_case_hit_next(-1)

    def do_app_back(self) -> None:
        if self._hits or self._find.display:
            self._look_for("", done=True)
        else:
            self.app.back()

    # -- writing -----------------------------------------------------------------------------------------------------

    def look_at(self, item: bytes, words: str) -> None:
        """Show what a search has found: the layer that it is in, the words underlined."""
        notes = self.words.view.notes
        if notes is not None and find(notes.timeline, item) is not None:
            self.show_view("personal")
        else:
            self.show_view("dossier" if item else "core")
        # What stands in the head is seen without looking for it.
        self._look_for(words if self.timeline.find(words) else "", done=True)
        self.timeline.move_to(item)

    async def do_case_note(self) -> None:
        await self._write(talk=False)

    async def do_case_talk(self) -> None:
        self.show_view("dossier")
        await self._write(talk=True)

    async def _write(self, *, talk: bool) -> None:
        if self.showing not in ("dossier", "personal"):
            self.show_view("dossier")
        kind = "talk" if talk else "note"
        title = text(f"case.pen.{kind}.{self.showing}", readers=self.words.readers(self.showing))
        await self.pen.open(title, self.case, self.showing, self.words.today, talk=talk)

    async def do_case_edit(self) -> None:
        if (item := self._current()) is not None:
            title = text(f"case.pen.edit.{self.showing}", readers=self.words.readers(self.showing))
            await self.pen.open(title, self.case, self.showing, self.words.today, item=item)
            self._warn(self.words)

    async def on_pen_left(self) -> None:
        # At once: what is typed next is meant for the case, not for the text.
        self.set_focus(self.timeline)
        await self.pen.close()
        if self.app.services.draft(slot(self.case, self.showing)):
            self.app.note("case.note.draft")
        self.renew()

    def on_pen_written(self, event: Pen.Written) -> None:
        self.pen.freeze()
        self.run_worker(save(self, event.writing), group="save", exclusive=True)

    def weigh_case_withdraw(self) -> Consequence | None:
        item = self._current()
        if item is None:
            return None
        effects = [text("case.withdraw.gone"), text("case.withdraw.place")]
        return Consequence(text("case.withdraw.ask"), effects, "", text("case.act.withdraw.word"))

    async def do_case_withdraw(self) -> None:
        if (item := self._current()) is not None:
            await self.workspace.do(WithdrawNote(item.id, item.rev), self.case, self.showing)

    async def do_sheet_menu(self) -> None:
        await ask_sheet(self, self.words)

    # -- steps -------------------------------------------------------------------------------------------------------

    async def do_case_state(self, argument: str = "") -> None:
        await case_steps.change_state(self, [self.case], argument)

    async def do_case_next(self) -> None:
        await case_steps.next_action(self, [self.case])

    async def do_case_done(self) -> None:
        await case_steps.complete(self, self.case)

    async def do_case_aftercare(self) -> None:
        await aftercare_forms.record(self, self.case)

    async def do_call_missed(self) -> None:
        await calling.missed(self, self.case)

    async def do_case_core(self) -> None:
        await revise_core(self, self.case)

    async def do_case_reopen(self) -> None:
        await case_steps.reopen(self, self.case)

    async def weigh_case_close(self) -> Consequence | None:
        self._to_close = await closing.ask_closing(self, [self.case])
        return closing.consequence(self.workspace, [self.case], self._to_close) if self._to_close else None

    async def do_case_close(self) -> None:
        if self._to_close is not None:
            await self.workspace.do(self._to_close, self.case)
            self.app.note("case.note.closed", what=self.words.state.alias)

    async def do_case_snooze(self, argument: str = "") -> None:
        await queue_acts.snooze(self, [self.case], argument)

    async def do_client_letters(self) -> None:
        await client_letters.show_letter(self, self.words.state, self._current())

    async def do_case_tag(self, argument: str = "") -> None:
        await queue_acts.tag(self, [self.case], argument)

    # -- readers -----------------------------------------------------------------------------------------------------

    async def do_case_readers(self) -> None:
        chosen = await deputy.show_readers(self, self.words)
        if chosen:
            self.app.invoke(chosen)

    async def weigh_case_deputy(self) -> Consequence | None:
        self._grant = await deputy.ask_grant(self, self.case)
        return deputy.grant_consequence(self.words, self._grant) if self._grant else None

    async def do_case_deputy(self) -> None:
        if self._grant is not None and await with_consent(self, self.case, self._grant):
            self.app.note("case.note.granted", name=self.words.name(self._grant.member))

    async def weigh_case_hand_over(self) -> Consequence | None:
        self._to_hand = await queue_acts.ask_hand_over(self, [self.case])
        return queue_acts.hand_over_consequence(self.workspace, [self.case], self._to_hand) if self._to_hand else None

    async def do_case_hand_over(self) -> None:
        if self._to_hand is not None and await queue_acts.hand_over(self, [self.case], self._to_hand):
            # It is somebody else's now: nothing is left to read here, and that is no surprise.
            self._gone = True
            self.app.back()

    async def weigh_case_undeputy(self) -> Consequence | None:
        self._removal = await deputy.ask_removal(self, self.case)
        return deputy.removal_consequence(self.words) if self._removal else None

    async def do_case_undeputy(self) -> None:
        if self._removal is not None:
            await self.workspace.do(self._removal, self.case)
            self.app.note("case.note.removed")
