"""Writing down that somebody wants to be called back, and sealing it at once to those who may do so.

Invariants: while it is typed it is a sealed draft on this device, and once it is sent there is none; whoever wrote it
down cannot open it again unless it was addressed to her, and the screen says so. Callers: the table of places.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from vp_tui.domain.case_parts import SafeContact
from vp_tui.domain.commands import AskContact
from vp_tui.domain.contact import GENDERS, URGENCIES
from vp_tui.errors import RefusedError, VpError
from vp_tui.i18n import error_line, text
from vp_tui.tui.consequence import Consequence
from vp_tui.tui.dialogs.form import Values
from vp_tui.tui.dialogs.message import MessageDialog
from vp_tui.tui.output.sanitise import clean
from vp_tui.tui.screens.case_fields import client_field, code_field
from vp_tui.tui.screens.contact_forms import addressees_field
from vp_tui.tui.screens.live import LiveScreen
from vp_tui.tui.widgets.field import ChoiceField, NoteField, TextField
from vp_tui.tui.widgets.form import Form
from vp_tui.tui.widgets.kept_form import KeptForm, kept

__all__ = ["AskScreen"]

_DRAFT = "contact"
_TELEPHONE = "KA-TE"


class AskScreen(LiveScreen):
    """One form; ctrl+s seals it, Esc goes back and keeps a draft."""

    scope: ClassVar[str] = "ask"
    DEFAULT_CSS: ClassVar[str] = """
    AskScreen .ask--title { height: 1; text-style: bold; color: $primary; padding: 0 1; }
    AskScreen .ask--said { height: auto; padding: 0 1; color: $muted; }
    AskScreen .ask--said.-trouble { color: $error; text-style: bold; }
    AskScreen KeptForm { height: 1fr; }
    """

    def __init__(self, argument: str = "") -> None:
        super().__init__()
        self._said = Static(Content(text("contact.ask.keys")), classes="ask--said", markup=False)
        self._form: KeptForm
        self._busy = False
        # One id for all attempts, so that a second try after an uncertain first one is not a second request.
        self._request = b""

    def body(self) -> ComposeResult:
        was = kept(self.session, _DRAFT)
        workspace = self.workspace
        self._request = workspace.new_id()

        def line(name: str, label: str = "") -> TextField:
            key = label or f"contact.field.{name}"
            return TextField(name, key, value=was.get(name, ""), placeholder=f"contact.field.{name}.empty")

        def choice(name: str, values: Iterable[str], catalog: str, label: str, value: str) -> ChoiceField:
            labels = tuple((each, text(f"{catalog}.{each or 'any'}")) for each in values)
            return ChoiceField(name, label, labels, value=was.get(name, value))

        def yes_no(name: str, label: str) -> ChoiceField:
            return choice(name, ("no", "yes"), "contact.field", label, "no")

        client = client_field(workspace, value=was.get("client", ""))
        client.entry.placeholder = text("contact.field.client.empty")
        yield Static(Content(text("contact.ask.title")), classes="ask--title")
        self._form = KeptForm(
            _DRAFT,
            client,
            code_field(
                "channel",
                "case.field.channel",
                ("channel",),
                workspace.today(),
                value=was.get("channel", _TELEPHONE),
            ),
            line("call_back"),
            line("hours", "care.field.hours"),
            yes_no("voicemail", "care.field.voicemail"),
            yes_no("say_function", "care.field.function"),
            line("code_word", "care.field.code_word"),
            line("avoid", "care.field.avoid"),
            choice("gender", GENDERS, "contact.gender", "contact.field.gender", ""),
            line("language"),
            line("region"),
            choice("urgency", URGENCIES, "domain_client.urgency", "contact.field.urgency", "normal"),
            NoteField("text", "contact.field.text", f"{_DRAFT}:text", lines=2),
            addressees_field(workspace, "addressees", value=was.get("addressees", "")),
        )
        yield self._form
        yield self._said

    def facts(self) -> Iterable[str]:
        return ("typed",) if self._form.typed else ()

    def _say(self, line: str) -> None:
        self._said.add_class("-trouble")
        self._said.update(Content(clean(f"! {line}")))

    def on_form_left(self, event: Form.Left) -> None:
        event.stop()
        self.app.back()
        if self._form.typed:
            self.app.note("case.note.draft")

    def on_form_submitted(self, event: Form.Submitted) -> None:
        event.stop()
        if not self._busy:
            self._busy = True
            self.run_worker(self._seal(), group="save", exclusive=True)

    async def _seal(self) -> None:
        self._form.clear_errors()
        try:
            command = self._command(self._form.values())
            receipt = await self.workspace.do(command)
        except VpError as problem:
            if not (isinstance(problem, RefusedError) and problem.field and self._form.refuse(problem)):
                self._say(error_line(problem))
        else:
            self._form.finished()
            self._form.display = False
            await self._sealed(command, receipt.sent)
        finally:
            self._busy = False

    async def _sealed(self, command: AskContact, sent: bool) -> None:
        """Say who can open it now, and that she who wrote it cannot."""
        workspace = self.workspace
        me = workspace.me.member
        names = ", ".join(workspace.member_name(member) for member in command.addressees)
        mine = "mine" if me in command.addressees else "others"
        lines = [text(f"contact.sealed.{mine}", names=names), text("contact.sealed.wiped")]
        lines += [] if sent else [text("contact.sealed.waits")]
        await self.app.ask(MessageDialog(text("contact.sealed.title"), lines))
        self.app.back()

    def _command(self, values: Values) -> AskContact:
        safe = SafeContact(
            values["hours"],
            values["voicemail"] == "yes",
            values["say_function"] == "yes",
            values["code_word"],
            values["avoid"],
        )
        same: dict[str, Any] = {
            name: values[name]
            for name in ("addressees", "channel", "call_back", "gender", "language", "region", "urgency", "text")
        }
        if not values["client"]:
            raise RefusedError("client-unknown", "client")
        return AskContact(self._request, bytes.fromhex(values["client"]), safe=safe, **same)

    def weigh_ask_clear(self) -> Consequence:
        return Consequence(text("case.clear.ask"), [text("contact.clear.effect")])

    def do_ask_clear(self) -> None:
        self._form.finished()
        self.app.back()
