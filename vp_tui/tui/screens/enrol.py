"""The pages of a first start: one question at a time, what happens and why, and nothing lost on the way back.

Invariants: a page is left forwards only when its answers can be used; Esc goes one page back and keeps everything; the
code is used up by a typed word, on the last page. The screens ``found`` and ``join`` say which pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from vp_tui.errors import LockedError, RefusedError, VpError
from vp_tui.i18n import error_line, text
from vp_tui.tui.dialogs.keyring import KeyringDialog
from vp_tui.tui.dialogs.message import MessageDialog
from vp_tui.tui.enrolment import Answers, Road, Step, code_state, strength, suggestion
from vp_tui.tui.screens.base import VpScreen
from vp_tui.tui.widgets.field import ChoiceField, Field, TextField
from vp_tui.tui.widgets.form import Form
from vp_tui.tui.wording import words

if TYPE_CHECKING:
    from vp_tui.tui.session import Session

__all__ = ["EnrolScreen"]

_SECRET = ("passphrase", "again")


class _Said(Static, can_focus=True):
    """A line about the page. Has the focus while there is no form, so that what is typed ahead does nothing."""

    takes_keys: ClassVar[bool] = True


class EnrolScreen(VpScreen):
    """``ROAD`` and ``STEPS`` of the screens that inherit."""

    scope: ClassVar[str] = "enrol"
    ROAD: ClassVar[Road]
    STEPS: ClassVar[Sequence[Step]]
    DEFAULT_CSS = """
    EnrolScreen .screen--body { padding: 0 2; }
    EnrolScreen VerticalScroll { scrollbar-size-vertical: 1; }
    EnrolScreen Static { height: auto; max-width: 84; }
    EnrolScreen #title { text-style: bold; margin: 0 0 1 0; }
    EnrolScreen #why { margin: 0 0 1 0; }
    EnrolScreen Form { height: auto; max-height: 6; padding: 0; }
    EnrolScreen #said { margin: 1 0 0 20; }
    EnrolScreen #keys { color: $muted; }
    EnrolScreen #trouble { margin: 1 0 0 0; color: $error; text-style: bold; }
    """

    def __init__(self, _argument: str = "") -> None:
        super().__init__()
        self._place = 0
        self._keyring_locked = False
        self._kinds: Sequence[str] = ()

    @property
    def session(self) -> Session:
        return cast("Session", self.app.services)

    @property
    def answers(self) -> Answers:
        return self.session.answers[self.ROAD]

    @property
    def step(self) -> Step:
        return self.STEPS[self._place]

    def flags(self) -> Sequence[str]:
        return ("passphrase",) if self.step.name == "passphrase" else ()

    def body(self) -> ComposeResult:
        with VerticalScroll():
            yield Static(self._title(), id="title")
            yield Static(self._why(), id="why")
            yield Form(*self._fields())
            yield _Said("", id="said", markup=False)
            yield Static("", id="trouble", markup=False)
        yield Static(Content(text("start.keys")), id="keys")

    def on_mount(self) -> None:
        super().on_mount()
        self._comment()

    # -- pages -------------------------------------------------------------------------------------------------------

    def _title(self) -> Content:
        title = text("start.progress", n=self._place + 1, total=len(self.STEPS), title=self.step.title(self.ROAD))
        return Content(f"{text(f'start.{self.ROAD}')}. {title}")

    def _why(self) -> Content:
        why = self.step.why(self.ROAD)
        return Content(f"{why}\n\n{self._summary()}" if self.step is self.STEPS[-1] else why)

    async def _turn(self, place: int) -> None:
        """Show another page. Awaited where the key is handled, so that what was typed ahead meets the new page."""
        self._place = place
        self.query_one("#title", Static).update(self._title())
        self.query_one("#why", Static).update(self._why())
        self._put("#trouble", "")
        self._put("#said", "")
        self.set_focus(self.query_one(_Said))
        await self.query(Form).remove()
        if self.step.name == "keys":
            self._look_for_keyring()
        else:
            await self._ask()

    async def _ask(self) -> None:
        await self.query_one(VerticalScroll).mount(Form(*self._fields()), before="#said")
        self._comment()
        self.flags_changed()

    def services_changed(self) -> None:
        if phase := self.session.phase():
            self._put("#said", text(phase))

    def _put(self, where: str, line: str) -> None:
        self.query_one(where, Static).update(Content(line))

    def _summary(self) -> str:
        kept = text(f"start.keystore.{self.answers.keystore}")
        name, address = self.answers.name.strip(), self.answers.address.strip()
        return f"{text('start.summary', name=name, address=address, kept=kept)} {text(f'start.begin.{self.ROAD}')}"

    def _fields(self) -> list[Field]:
        return [self._field(name) for name in self.step.fields] or [TextField("confirm", "start.field.confirm")]

    def _field(self, name: str) -> Field:
        value = str(getattr(self.answers, name))
        if name == "roles":
            choices = tuple((code, text(f"start.roles.{code}")) for code in ("both", "coordinator"))
            return ChoiceField(name, "start.field.roles", choices, value=value)
        if name == "keystore":
            choices = tuple((code, text(f"start.keystore.{code}")) for code in self._kinds)
            return ChoiceField(name, "start.field.keystore", choices, value=value)
        example = "start.field.address.example" if name == "address" else ""
        return TextField(name, f"start.field.{name}", value=value, placeholder=example, secret=name in _SECRET)

    @work(exclusive=True, group="page")
    async def _look_for_keyring(self) -> None:
        """Find out where keys are best kept here, and ask; where there is no place at all, say so."""
        self._put("#said", text("start.keystore.looking"))
        try:
            kind, problem = await self.session.keystore_advice()
        except VpError as error:
            self._put("#said", "")
            self._put("#trouble", error_line(error))
            return
        self._keyring_locked = bool(problem)
        # A keyring that does not answer is not offered; nor a file where this computer's policy forbids it.
        self._kinds = ("keyring", "file")[kind == "file" : 1 + self.session.config.settings.file_keystore]
        self.answers.keystore = self.answers.keystore if self.answers.keystore in self._kinds else kind
        await self._ask()
        place = text(f"start.keystore.{kind}")
        self._put("#said", text("start.keystore.advice", place=place, reason=text(f"start.keystore.reason.{kind}")))

    def _comment(self) -> None:
        """What can be said about an answer while it is being typed."""
        self._keep()
        if self.step.name == "code":
            self._put("#said", code_state(self.answers.code))
        elif self.step.name == "passphrase":
            self._put("#said", strength(self.answers.passphrase))

    def _keep(self) -> None:
        for field in self.query(Field):
            # A passphrase's own blanks at the ends count, so the entry is read and not the stripped value.
            value = field.entry.value if isinstance(field, TextField) else field.value
            if field.name in self.step.fields:
                setattr(self.answers, field.name, value)

    def on_input_changed(self) -> None:
        self._comment()

    def on_unmount(self) -> None:
        self._keep()

    # -- forwards and back -------------------------------------------------------------------------------------------

    async def on_form_left(self, event: Form.Left) -> None:
        event.stop()
        await self.do_app_back()

    async def do_app_back(self) -> None:
        self._keep()
        if self._place:
            await self._turn(self._place - 1)
        else:
            self.app.back()

    async def on_form_submitted(self, event: Form.Submitted) -> None:
        event.stop()
        form = event.form
        self._keep()
        form.clear_errors()
        try:
            self.step.check(self.answers)
            if self.step is self.STEPS[-1] and form.values()["confirm"].upper() != text("start.confirm.word"):
                raise RefusedError("start.confirm", "confirm", word=text("start.confirm.word"))
        except RefusedError as problem:
            self._put("#said", "")
            form.refuse(problem)
            return
        if self.step is self.STEPS[-1]:
            self._begin(form)
        elif self.step.name == "keys" and self.answers.keystore == "keyring" and self._keyring_locked:
            self._open_keyring()
        else:
            await self._turn(self._place + 1)

    @work(exclusive=True, group="page")
    async def _open_keyring(self) -> None:
        if await self.app.ask(KeyringDialog()):
            self._keyring_locked = False
            await self._turn(self._place + 1)

    @work(exclusive=True, group="page")
    async def _begin(self, form: Form) -> None:
        form.disabled = True
        practice = self.answers.practice.strip()
        self._put("#trouble", "")
        try:
            await self.session.begin(self.answers)
        except VpError as problem:
            form.disabled = False
            form.focus_field(form.query_one(Field))
            self._put("#said", "")
            self._put("#trouble", error_line(problem))
            if isinstance(problem, LockedError) and problem.key == "keyring-locked":
                await self.app.ask(KeyringDialog())
            return
        if self.ROAD == "found":
            await self._welcome(practice)
        await self.app.enter()

    async def _welcome(self, practice: str) -> None:
        """The new practice, and the words of the first device; a joiner sees hers on the screen that waits."""
        fingerprint, digits = self.session.workspace.my_fingerprint()
        await self.app.ask(
            MessageDialog(
                text("start.done.found", practice=practice),
                [
                    text("start.words") + ":",
                    f"  {words(fingerprint)}",
                    f"  {text('start.words.digits', digits=digits)}",
                    text("start.words.why"),
                    "",
                    text("start.done.found.next"),
                ],
            )
        )

    def do_start_suggest(self) -> None:
        self._put("#said", text("start.suggestion", words=suggestion()))
