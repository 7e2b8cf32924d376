"""Where a note or conversation is written, under the timeline it will stand in.

Invariants: the text is a draft from the first second on and stays one until the workspace has taken it; a new note and
a new conversation of one layer share their text, so changing one's mind about the kind loses nothing. Callers:
``CaseScreen``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from vp_tui.domain.timeline import Item
from vp_tui.errors import RefusedError
from vp_tui.tui.output.sanitise import clean
from vp_tui.tui.screens.case_fields import MinutesField, code_field, day_field, typed_day
from vp_tui.tui.widgets.columns import clip
from vp_tui.tui.widgets.composer import Composer
from vp_tui.tui.widgets.field import NoteField
from vp_tui.tui.widgets.form import Form
from vp_tui.tui.widgets.kept_form import KeptForm, kept
from vp_tui.tui.widgets.wrapping import wrapped

if TYPE_CHECKING:
    from vp_tui.tui.app import VpApp

__all__ = ["Pen", "Writing", "slot"]


def slot(case: bytes, layer: str, item: Item | None = None) -> str:
    """The name of a draft; the workspace returns refused texts under that of a new note.

    A revision's draft is named after what it was made from, so that it meets a colleague's change however late.
    """
    return f"note:{case.hex()}:{layer}:{f'{item.id.hex()}.{item.rev}' if item else 'new'}"


@dataclass(frozen=True, slots=True)
class Writing:
    """What was written: ``item`` is what it revises, if anything; the last three are those of a conversation."""

    layer: str
    text: str
    item: Item | None = None
    talk: bool = False
    on: date | None = None
    minutes: int = 0
    channel: str = ""


class Pen(Vertical):
    """Closed, or open on one piece of writing."""

    app: VpApp
    DEFAULT_CSS: ClassVar[str] = """
    Pen { height: auto; display: none; }
    Pen.-open { display: block; }
    Pen .pen--title { height: auto; text-style: bold; background: $panel; width: 100%; padding: 0 1; }
    Pen.-personal .pen--title { color: $accent; }
    Pen > Composer { height: 6; margin: 0 1; }
    Pen NoteField Composer { height: 4; }
    Pen .pen--trouble { height: auto; color: $error; text-style: bold; display: none; }
    Pen.-refused .pen--trouble { display: block; }
    """

    class Written(Message):
        """ctrl+s: to be recorded; call ``finished`` when that has succeeded."""

        def __init__(self, writing: Writing) -> None:
            super().__init__()
            self.writing = writing

    class Left(Message):
        """Esc: the draft is kept."""

    def __init__(self) -> None:
        super().__init__()
        self._title = Static("", classes="pen--title", markup=False)
        self._heading = ""
        self._trouble = Static("", classes="pen--trouble", markup=False)
        self._case = b""
        self._layer = ""
        self._item: Item | None = None
        self._talk = False

    def compose(self) -> ComposeResult:
        yield self._title
        yield self._trouble

    @property
    def is_open(self) -> bool:
        return self.has_class("-open")

    @property
    def talking(self) -> bool:
        """Whether it is open on a conversation, with date and duration."""
        return self.is_open and self._talk

    @property
    def item(self) -> Item | None:
        """What is being revised."""
        return self._item

    async def open(
        self, title: str, case: bytes, layer: str, today: date, *, talk: bool = False, item: Item | None = None
    ) -> None:
        """Write in ``layer``: something new, or a revision of ``item`` as it is, or as it was when a draft was kept."""
        await self._empty()
        if item is not None:
            drafts = (replace(item, rev=rev) for rev in range(1, item.rev))
            item = next((old for old in drafts if self.app.services.draft(slot(case, layer, old))), item)
        self._case, self._layer, self._item = case, layer, item
        self._talk = talk or (item is not None and item.kind == "conversation")
        place = slot(case, layer, item)
        self._heading = clean(title)
        self._entitle()
        self.set_class(layer == "personal", "-personal")
        self.add_class("-open")
        if self._talk:
            await self.mount(self._form(place, today), before=self._trouble)
            composer = self.query_one(Composer)
        else:
            composer = Composer(place)
            # A Tab in a pasted or dictated sentence is a space, not the way to where letters are commands.
            composer.tab_behavior = "indent"
            await self.mount(composer, before=self._trouble)
            self.screen.set_focus(composer)
        if item is not None:
            composer.open(place, item.text)

    def on_resize(self) -> None:
        self._entitle()

    def _entitle(self) -> None:
        """Who reads it, on two lines at most; who cannot be named there, "~" stands for."""
        width = max(20, (self.size.width or self.app.size.width) - 2)
        first, *rest = wrapped(self._heading, width) if self._heading else [""]
        self._title.update(Content("\n".join([first, clip(" ".join(rest), width).rstrip()] if rest else [first])))

    def _form(self, place: str, today: date) -> KeptForm:
        item = self._item
        name = f"talk:{f'{item.id.hex()}.{item.rev}' if item else self._case.hex()}"
        was = (
            {"on": typed_day(item.on), "minutes": str(item.minutes), "channel": item.channel}
            if item
            else {"on": typed_day(today)}
        )
        was |= kept(self.app.services, name)
        return KeptForm(
            name,
            day_field("on", "case.field.on", today, past=True, value=was["on"]),
            MinutesField("minutes", "case.field.minutes", value=was.get("minutes", "")),
            code_field("channel", "case.field.channel", ("channel",), today, value=was.get("channel", "")),
            NoteField("text", "case.field.text", place),
        )

    def refuse(self, problem: RefusedError) -> bool:
        """Show a rule's refusal beside its field; False if it is about none of them."""
        return any(form.refuse(problem) for form in self.query(KeptForm))

    def freeze(self, frozen: bool = True) -> None:
        """While a text is being recorded nothing is added to it that would go unrecorded."""
        for composer in self.query(Composer):
            composer.read_only = frozen

    def save(self) -> None:
        """As ctrl+s in what is written, wherever the cursor stands."""
        for form in self.query(KeptForm):
            form.submit()
            return
        self.query_one(Composer).do_text_save()

    def say(self, line: str) -> None:
        """A line of warning while writing, "" for none."""
        self.set_class(bool(line), "-refused")
        self._trouble.update(Content(clean(line)))

    async def finished(self) -> None:
        """The writing is recorded: forget the drafts and close."""
        for composer in self.query(Composer):
            composer.finished()
        for form in self.query(KeptForm):
            form.finished()
        await self.close()

    async def close(self) -> None:
        """Put it away; what was typed stays a draft."""
        await self._empty()
        self._item = None
        self.remove_class("-open")

    async def _empty(self) -> None:
        self.say("")
        await self.query("Pen > Composer, Pen > KeptForm").remove()

    def on_composer_saved(self, event: Composer.Saved) -> None:
        event.stop()
        self.post_message(self.Written(Writing(self._layer, event.text, self._item)))

    def on_composer_left(self, event: Composer.Left) -> None:
        event.stop()
        self._leave(event.composer)

    def on_form_submitted(self, event: Form.Submitted) -> None:
        event.stop()
        values = event.form.values()
        self.post_message(
            self.Written(
                Writing(
                    self._layer,
                    values["text"],
                    self._item,
                    True,
                    values["on"],
                    values["minutes"] or 0,
                    values["channel"],
                )
            )
        )

    def on_form_left(self, event: Form.Left) -> None:
        event.stop()
        self._leave(self.query_one(Composer))

    def _leave(self, composer: Composer) -> None:
        if self._item is not None and composer.text == self._item.text:
            # Looking is not writing: an unchanged revision leaves no draft behind.
            composer.finished()
        self.post_message(self.Left())
