"""A labelled field with its error beside it.

Invariant: an error stands under the field that it is about, in words, and is gone when the field changes. A field is
one row, two with an error. Callers: ``form``; the kinds of field inherit from it.
"""

from __future__ import annotations

from typing import Any, ClassVar

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from vp_tui.errors import VpError
from vp_tui.i18n import error_line, text
from vp_tui.tui.output.sanitise import clean
from vp_tui.tui.widgets.composer import Composer
from vp_tui.tui.widgets.entry import Entry
from vp_tui.tui.widgets.wrapping import wrapped

__all__ = ["ChoiceField", "Field", "NoteField", "TextField"]


class Field(Widget):
    """Label, control, error."""

    DEFAULT_CSS = """
    Field { height: auto; }
    Field > Horizontal { height: auto; }
    Field .field--label { width: 20; height: 1; color: $muted; }
    Field.-here .field--label { color: $foreground; text-style: bold; }
    Field .field--hint { width: auto; max-width: 30; height: 1; padding: 0 0 0 1; color: $muted; }
    Field > .field--error { height: auto; padding: 0 0 0 20; color: $error; text-style: bold; display: none; }
    Field.-refused > .field--error { display: block; }
    Field Entry { width: 1fr; max-width: 60; }
    """

    class Done(Message):
        """Enter: on to the next field."""

    def __init__(self, name: str, label: str, control: Widget) -> None:
        """``name`` is the command's field, ``label`` an i18n key, ``control`` the widget that gets the focus."""
        super().__init__(name=name)
        self._label = label
        self.control = control

    @property
    def label(self) -> str:
        """What stands before the control, in the chosen language."""
        return text(self._label)

    def hint(self) -> ComposeResult:
        """What stands behind the control."""
        return ()

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Static(Content(text(self._label)), classes="field--label")
            yield self.control
            yield from self.hint()
        yield Static("", classes="field--error", markup=False)

    def on_descendant_focus(self) -> None:
        # Not :focus-within, which Textual computes one change of focus late.
        self.add_class("-here")

    def on_descendant_blur(self) -> None:
        self.remove_class("-here")

    @property
    def value(self) -> Any:
        """What the command gets; each kind of field says what that is."""
        return None

    def check(self) -> VpError | None:
        """What is wrong with the text itself, before any rule of the profession: what reading it says."""
        try:
            _ = self.value
        except VpError as problem:
            return problem
        return None

    def refuse(self, problem: VpError | None) -> None:
        """Show ``problem`` beside the field, or nothing."""
        self.set_class(problem is not None, "-refused")
        if problem is not None:
            self.query_one(".field--error", Static).update(Content(clean(f"! {error_line(problem)}")))


class TextField(Field):
    """One line."""

    def __init__(self, name: str, label: str, *, value: str = "", placeholder: str = "", secret: bool = False) -> None:
        self.entry = Entry(value, placeholder=text(placeholder) if placeholder else "", secret=secret)
        super().__init__(name, label, self.entry)

    @property
    def value(self) -> Any:
        return self.entry.value.strip()

    def on_input_changed(self) -> None:
        self.refuse(None)

    def on_input_submitted(self, event: Entry.Submitted) -> None:
        event.stop()
        self.post_message(self.Done())


class NoteField(Field):
    """Several lines with a kept draft."""

    DEFAULT_CSS = "NoteField Composer { height: 5; }"

    def __init__(
        self,
        name: str,
        label: str,
        place: str,
        *,
        value: str = "",
        lines: int = 0,
        placeholder: str = "",
        limit: int = 200_000,
    ) -> None:
        """``place`` names the draft; ``value`` is the text as long as there is none; ``lines`` at a time, else five."""
        self.composer = Composer(place, value=value, placeholder=placeholder, limit=limit)
        if lines:
            self.composer.styles.height = lines
        super().__init__(name, label, self.composer)

    @property
    def value(self) -> str:
        return self.composer.text

    def on_text_area_changed(self) -> None:
        self.refuse(None)


class _Choice(Widget, can_focus=True):
    """``(*) ja  ( ) nee``: arrows or space choose."""

    takes_keys: ClassVar[bool] = True
    ALLOW_SELECT = False
    DEFAULT_CSS = """
    _Choice { height: auto; width: 1fr; }
    _Choice:focus { text-style: bold; }
    """

    def __init__(self, choices: tuple[tuple[str, str], ...], chosen: str) -> None:
        super().__init__()
        self.choices = choices
        codes = [code for code, _ in choices]
        self._index = codes.index(chosen) if chosen in codes else 0

    @property
    def code(self) -> str:
        return self.choices[self._index][0]

    def render(self) -> Content:
        return Content("\n".join(self.lines(self.size.width)))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self.lines(width))

    def lines(self, width: int) -> list[str]:
        """A mark and its label stand on one line, as long as that is wide enough."""
        lines: list[str] = []
        for place, (_, label) in enumerate(self.choices):
            part = f"{'(*)' if place == self._index else '( )'} {clean(label)}"
            if lines and cell_len(lines[-1]) + 2 + cell_len(part) <= width:
                lines[-1] += f"  {part}"
            else:
                lines.append(part)
        return [shown for line in lines for shown in wrapped(line, width)]

    def choose(self, index: int) -> None:
        self._index = index % len(self.choices)
        self.refresh()

    def on_key(self, event: events.Key) -> None:
        steps = {"left": -1, "right": 1, "space": 1}
        if event.key in steps:
            event.stop()
            self.choose(self._index + steps[event.key])
        elif event.key == "enter":
            # Stopped: an Enter that goes on would be one more for the field that has the focus by then.
            event.stop()
            self.post_message(Field.Done())


class ChoiceField(Field):
    """One of a few codes, all visible."""

    def __init__(self, name: str, label: str, choices: tuple[tuple[str, str], ...], *, value: str = "") -> None:
        """``choices``: (code, label) pairs, labels in the chosen language; the first is chosen without ``value``."""
        self._choice = _Choice(choices, value)
        super().__init__(name, label, self._choice)

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """(code, label) pairs."""
        return self._choice.choices

    @property
    def value(self) -> str:
        return self._choice.code

    def choose(self, code: str) -> None:
        """Take one of the codes."""
        self._choice.choose([code for code, _ in self.choices].index(code))
