"""Quick registration: from the telephone to the file in under a minute, closed at once if telling was enough.

Invariants: no more is asked than an alias and a channel; nothing typed is lost by Esc, lock or a closed terminal, and a
draft goes only when the case was registered; a contact request ends with the case that came of it. Callers: the table
of places.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from vp_tui.domain import codes
from vp_tui.domain.commands import FinishContact, LogCall, RegisterCase
from vp_tui.domain.contact_card import ContactState
from vp_tui.errors import ConflictError, RefusedError, VpError
from vp_tui.i18n import error_line, text
from vp_tui.tui.consequence import Consequence
from vp_tui.tui.dialogs.form import Values
from vp_tui.tui.output.sanitise import clean
from vp_tui.tui.screens.base import VpScreen
from vp_tui.tui.screens.case_fields import MinutesField, client_field, code_field, day_field
from vp_tui.tui.screens.contact_words import told
from vp_tui.tui.screens.register_onward import onward
from vp_tui.tui.widgets.field import ChoiceField, NoteField, TextField
from vp_tui.tui.widgets.form import Form
from vp_tui.tui.widgets.kept_form import KeptForm, kept

if TYPE_CHECKING:
    from vp_tui.workspace.facade import Workspace

__all__ = ["RegisterScreen"]

_DRAFT = "register"
# Uiten was voldoende: telling was enough. Buiten bereik: somebody else can help.
_REASONS = {"yes": "AF-UI", "out": "AF-BB"}
# Fields of the command that the form calls otherwise.
_FIELDS = {"natures": "nature", "text": "text", "close_reason": "close"}


class RegisterScreen(VpScreen):
    """One form; ctrl+s registers, Esc goes back and keeps what was typed.

    ``argument``: the id in hex of the contact request that it comes from."""

    scope: ClassVar[str] = "register"
    DEFAULT_CSS: ClassVar[str] = """
    RegisterScreen .register--title { height: 1; text-style: bold; color: $primary; padding: 0 1; }
    RegisterScreen .register--said { height: auto; padding: 0 1; color: $muted; }
    RegisterScreen .register--said.-trouble { color: $error; text-style: bold; }
    RegisterScreen NoteField Composer { height: 4; }
    RegisterScreen.-wide NoteField Composer { height: 10; }
    """

    def __init__(self, argument: str = "") -> None:
        super().__init__()
        self._draft = f"{_DRAFT}:{argument}" if argument else _DRAFT
        self._request: ContactState | None = None
        self._argument = argument
        self._said = Static("", classes="register--said", markup=False)
        self._form: KeptForm
        self._busy = False
        # One id for all attempts, so that a second try after an uncertain first one is not a second case.
        self._case = self._note = b""

    @property
    def workspace(self) -> Workspace:
        workspace: Workspace = self.app.services.workspace
        return workspace

    def body(self) -> ComposeResult:
        workspace = self.workspace
        was = kept(self.app.services, self._draft)
        said = ""
        if self._argument:
            self._request = request = workspace.contact(bytes.fromhex(self._argument))
            was = was or {"client": request.client.hex(), "channel": request.channel}
            said = told(request)
        today = workspace.today()
        self._case, self._note = workspace.new_id(), workspace.new_id()
        yield Static(Content(text("case.register.title")), classes="register--title")
        self._form = KeptForm(
            self._draft,
            TextField("alias", "case.field.alias", value=was.get("alias", ""), placeholder="case.field.alias.empty"),
            client_field(workspace, value=was.get("client", "")),
            code_field("channel", "case.field.channel", ("channel",), today, value=was.get("channel", "")),
            code_field("nature", "case.field.nature", codes.NATURES, today, value=was.get("nature", "")),
            NoteField("text", "case.field.text", f"{self._draft}:text", value=said),
            MinutesField(
                "minutes", "case.field.minutes", value=was.get("minutes", ""), placeholder="case.field.minutes.empty"
            ),
            TextField(
                "next_action", "case.field.what", value=was.get("next_action", ""), placeholder="case.field.optional"
            ),
            day_field("due", "case.field.due", today, value=was.get("due", "")),
            ChoiceField(
                "close",
                "case.field.close",
                (("no", text("case.field.no")), ("yes", text("case.field.enough")), ("out", text("care.field.out"))),
                value=was.get("close", ""),
            ),
        )
        yield self._form
        yield self._said

    def on_mount(self) -> None:
        if kept(self.app.services, self._draft) or self.app.services.draft(f"{self._draft}:text"):
            self._say(text("case.register.restored"))
        else:
            self._say(text("case.register.keys"))

    def flags(self) -> Iterable[str]:
        return ("typed",) if self._form.typed else ()

    def _say(self, line: str, *, trouble: bool = False) -> None:
        self._said.set_class(trouble, "-trouble")
        self._said.update(Content(clean(line)))

    def on_form_left(self, event: Form.Left) -> None:
        event.stop()
        self.app.back()
        if self._form.typed:
            self.app.note("case.note.draft")

    def on_form_submitted(self, event: Form.Submitted) -> None:
        event.stop()
        if not self._busy:
            self._busy = True
            self.run_worker(self._register(), group="save", exclusive=True)

    async def _register(self) -> None:
        self._form.clear_errors()
        try:
            values = self._form.values()
            command = self._command(values)
            if values["close"] == "out":
                led = await onward(self, command)
                if led is None:
                    return
                command = led
            receipt = await self.workspace.do(command)
        except VpError as problem:
            self._refuse(problem)
        else:
            self._form.finished()
            await self._leave()
            key = "closed" if command.close_reason else "registered"
            self.app.note(f"case.note.{key}" if receipt.sent else "case.note.kept", what=command.alias)
        finally:
            self._busy = False

    async def _leave(self) -> None:
        """Back, or from a contact request on to the case that it became."""
        if self._request is None:
            self.app.back()
            return
        self.app.go("case", self._case.hex())
        try:
            await self.workspace.do(FinishContact("case"), self._request.id)
        except VpError as problem:
            self.app.tell(problem)

    def _command(self, values: Values) -> RegisterCase:
        return RegisterCase(
            self._case,
            values["alias"],
            values["channel"],
            client=bytes.fromhex(values["client"]) if values["client"] else None,
            natures=(values["nature"],) if values["nature"] else (),
            note=self._note,
            text=values["text"],
            minutes=values["minutes"],
            next_action=values["next_action"],
            due=values["due"],
            close_reason=_REASONS.get(values["close"], ""),
            **self._asked(spoken=values["minutes"] is not None),
        )

    def _asked(self, *, spoken: bool) -> dict[str, Any]:
        """What the contact request knew: when it came in, how to reach her, and the calls in vain; a promise to call
        again is kept once they have ``spoken``."""
        if self._request is None:
            return {}
        request, today = self._request, self.workspace.today()
        calls = []
        for call in request.calls:
            stands = not spoken and call.again is not None and call.again >= today
            calls.append(LogCall(call.result, call.channel, call.on, call.again if stands else None))
        return {"received": request.received, "safe": request.safe, "talked": today, "calls": tuple(calls)}

    def _refuse(self, problem: VpError) -> None:
        field = problem.field if isinstance(problem, RefusedError) else ""
        if isinstance(problem, ConflictError) and problem.key == "duplicate-alias":
            field = "alias"
        beside = RefusedError(problem.key, _FIELDS.get(field, field), **problem.facts)
        if not (field and self._form.refuse(beside)):
            self._say(error_line(problem), trouble=True)

    def weigh_register_clear(self) -> Consequence:
        return Consequence(text("case.clear.ask"), [text("case.clear.effect")], "", text("case.act.clear.word"))

    def do_register_clear(self) -> None:
        self._form.finished()
        self.app.back()
