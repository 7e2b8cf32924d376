"""One contact request: the rule of safe contact above the number, accepting or stepping back, calls, and the case.

Invariants: nobody picks up the telephone without having the rule in view; stepping back asks for no reason and shows
none; what was passed on or returned is gone from here at once. Callers: the table of places.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from vp_tui.domain.commands import AcceptContact, RecuseContact
from vp_tui.domain.contact_card import ContactState
from vp_tui.errors import NotFoundError
from vp_tui.i18n import text
from vp_tui.tui.output.sanitise import clean
from vp_tui.tui.screens import contact_forms
from vp_tui.tui.screens.contact_words import ContactWords
from vp_tui.tui.screens.live import LiveScreen
from vp_tui.tui.widgets.timeline import Timeline

__all__ = ["ContactScreen"]

_WAITING = ("open", "postponed")
_TICK = 60.0


class ContactScreen(LiveScreen):
    """Opens on top of the list; ``argument`` is the request's id in hex."""

    scope: ClassVar[str] = "contact"
    FOLLOWS: ClassVar[frozenset[str]] = frozenset({"contacts", "clients", "members"})
    DEFAULT_CSS: ClassVar[str] = """
    ContactScreen Static { height: auto; padding: 0 1; }
    ContactScreen .contact--head { text-style: bold; }
    ContactScreen .contact--standing { color: $primary; }
    ContactScreen .contact--safe { color: $warning; text-style: bold; margin: 1 0 0 0; }
    ContactScreen .contact--number { text-style: bold; margin: 0 0 1 0; }
    ContactScreen Timeline { margin: 1 0 0 0; }
    ContactScreen.-low .contact--safe, ContactScreen.-low .contact--number { margin: 0; }
    """

    def __init__(self, argument: str) -> None:
        super().__init__()
        self.request = bytes.fromhex(argument)
        self.timeline = Timeline()
        names = ("head", "standing", "safe", "number", "prefers", "asked")
        self._lines = {name: Static("", classes=f"contact--{name}", markup=False) for name in names}
        self._state: ContactState | None = None
        self._gone = self._parted = False
        self._last_words = "contact.note.gone"

    def body(self) -> ComposeResult:
        yield from self._lines.values()
        yield self.timeline

    def on_mount(self) -> None:
        self.set_focus(self.timeline)
        self.set_interval(_TICK, self._renew)

    def on_screen_resume(self) -> None:
        self._part()

    def _part(self) -> None:
        """Leave once what was passed on, returned, or taken by a colleague; a form on top of it is left first."""
        if self._gone and self.is_current and not self._parted:
            self._parted = True
            self.app.back()
            self.app.note(self._last_words)

    def renew(self) -> None:
        try:
            self._state = state = self.workspace.contact(self.request)
        except NotFoundError:
            self._state, self._gone = None, True
            self._part()
            return
        words = ContactWords.of(self.workspace)
        lines = (text("contact.head", client=words.client(state.client)), words.standing(state), *words.facts(state))
        for line, widget in zip(lines, self._lines.values(), strict=True):
            widget.display = bool(line)
            widget.update(Content(clean(line)))
        self.timeline.show(words.entries(state), text("contact.no_calls"))
        self.flags_changed()

    def facts(self) -> Iterable[str]:
        state = self._state
        if state is None:
            return []
        me = self.workspace.me.member
        mine = state.accepted_by == me
        true = {
            "addressed": mine or (state.accepted_by is None and me in state.addressees),
            "waiting": state.state in _WAITING,
            "accepted": mine and state.state == "accepted",
            "unfinished": state.state != "finished",
            "held": state.state in (*_WAITING, "accepted"),
        }
        return [flag for flag, holds in true.items() if holds]

    async def do_contact_accept(self) -> None:
        await self.workspace.do(AcceptContact(), self.request)
        self.app.note("contact.note.accepted")

    async def do_contact_postpone(self) -> None:
        if self._state is not None and await contact_forms.postpone(self, self._state):
            self.app.note("contact.note.postponed")

    async def do_contact_recuse(self) -> None:
        if await contact_forms.step_back(self):
            self._last_words = "contact.note.recused"
            await self.workspace.do(RecuseContact(), self.request)
            self.renew()

    async def do_contact_pass(self) -> None:
        if self._state is not None and await contact_forms.pass_on(self, self._state):
            self._last_words = "contact.note.passed"
            self.renew()

    async def do_contact_missed(self) -> None:
        if self._state is not None:
            await contact_forms.missed(self, self._state)

    async def do_contact_call(self) -> None:
        if self._state is not None:
            await contact_forms.log_call(self, self._state)

    async def do_contact_finish(self) -> None:
        if self._state is not None and await contact_forms.finish(self, self._state):
            self.app.note("contact.note.finished")

    def do_contact_case(self) -> None:
        self.app.go("register", self.request.hex())
