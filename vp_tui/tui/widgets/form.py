"""Fields one under another, filled without leaving the home row: Enter goes on, ctrl+s is done.

Invariant: nothing is submitted while a field cannot be read, and an error of a rule comes back to the field it names.
Callers: screens; they send ``values`` as a command and give a RefusedError back with ``refuse``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.message import Message

from vp_tui.errors import RefusedError
from vp_tui.tui.widgets.composer import Composer
from vp_tui.tui.widgets.field import Field, NoteField

__all__ = ["Form"]


class Form(VerticalScroll, can_focus=False):
    """Posts ``Submitted`` when every field can be read, ``Left`` on Esc (drafts are kept)."""

    scope: ClassVar[str] = "text"
    DEFAULT_CSS = "Form { height: auto; max-height: 100%; scrollbar-size-vertical: 1; padding: 0 1; }"

    class Submitted(Message):
        """``values`` can be read."""

        def __init__(self, form: Form) -> None:
            super().__init__()
            self.form = form

        @property
        def control(self) -> Form:
            return self.form

    class Left(Submitted):
        """Somebody wants out."""

    def __init__(self, *fields: Field, id: str | None = None) -> None:
        super().__init__(id=id)
        self._fields = fields

    def compose(self) -> ComposeResult:
        yield from self._fields

    def on_mount(self) -> None:
        self.focus_field(self._fields[0])

    @property
    def fields(self) -> Sequence[Field]:
        """The fields from top to bottom."""
        return self._fields

    def values(self) -> dict[str, Any]:
        """Field names to values. Raises VpError of a field that cannot be read."""
        return {field.name or "": field.value for field in self._fields}

    def refuse(self, problem: RefusedError) -> bool:
        """Show ``problem`` beside the field it names and go there; False if no field has that name."""
        for field in self._fields:
            if field.name == problem.field:
                field.refuse(problem)
                self.focus_field(field)
                return True
        return False

    def clear_errors(self) -> None:
        for field in self._fields:
            field.refuse(None)

    def focus_field(self, field: Field) -> None:
        # At once: `focus()` would queue behind keys that were typed ahead, and they would land in the old field.
        self.screen.set_focus(field.control)

    def submit(self) -> None:
        """Post ``Submitted``, or show what cannot be read and go to the first such field."""
        problems = [(field, problem) for field in self._fields if (problem := field.check()) is not None]
        for field, problem in problems:
            field.refuse(problem)
        if problems:
            self.focus_field(problems[0][0])
        else:
            self.post_message(self.Submitted(self))

    def finished(self) -> None:
        """The values are recorded: forget the drafts of the notes."""
        for field in self._fields:
            if isinstance(field, NoteField):
                field.composer.finished()

    def on_field_done(self, event: Field.Done) -> None:
        event.stop()
        focused = self.screen.focused
        place = next((place for place, field in enumerate(self._fields) if focused is field.control), -1)
        if place + 1 < len(self._fields):
            self.focus_field(self._fields[place + 1])
        else:
            self.submit()

    def on_composer_saved(self, event: Composer.Saved) -> None:
        event.stop()
        self.submit()

    def on_composer_left(self, event: Composer.Left) -> None:
        event.stop()
        self.do_text_leave()

    def do_text_save(self) -> None:
        self.submit()

    def do_text_leave(self) -> None:
        self.post_message(self.Left(self))
