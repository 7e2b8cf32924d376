"""A form whose fields survive Esc, lock, a closed terminal and a killed process.

Invariant: at most a second of typing is not in the sealed draft; the draft goes only when the values were recorded.
Callers: quick registration, the conversation form.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from textual.timer import Timer

from vp_tui.tui.services import Services
from vp_tui.tui.widgets.field import ChoiceField, Field, TextField
from vp_tui.tui.widgets.form import Form
from vp_tui.tui.widgets.picker import CodePicker

if TYPE_CHECKING:
    from vp_tui.tui.app import VpApp

__all__ = ["KeptForm", "kept"]

# Seconds between a change and its draft.
_AUTOSAVE = 1.0


def kept(services: Services, place: str) -> dict[str, str]:
    """What was typed into the form of this place before: field names to texts, codes for pickers and choices."""
    draft = services.draft(place)
    return {str(name): str(value) for name, value in json.loads(draft).items()} if draft else {}


class KeptForm(Form):
    """Made with fields that got their values from ``kept``; notes keep their own drafts."""

    app: VpApp

    def __init__(self, place: str, *fields: Field, id: str | None = None) -> None:
        super().__init__(*fields, id=id)
        self._place = place
        self._timer: Timer | None = None
        self._last = ""
        self._untouched = ""

    def on_mount(self) -> None:
        super().on_mount()
        self._last = self.app.services.draft(self._place)
        self._untouched = "" if self._last else self._raw()
        self.app.drafts.add(self)

    def on_unmount(self) -> None:
        self.keep()

    @property
    def typed(self) -> bool:
        """Whether there is anything to lose."""
        return self._raw() != self._untouched

    def keep(self) -> None:
        """Bring the draft up to date; synchronous, for timers, locks and the last second before the end."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        raw = self._raw()
        if raw not in (self._last, self._untouched):
            self._last = raw
            self.app.services.keep_draft(self._place, raw)

    def finished(self) -> None:
        super().finished()
        self._last = self._untouched = self._raw()
        self.app.services.keep_draft(self._place, "")

    def on_input_changed(self) -> None:
        if self._timer is None:
            self._timer = self.set_timer(_AUTOSAVE, self.keep)

    def on_descendant_blur(self) -> None:
        self.on_input_changed()

    def _raw(self) -> str:
        texts = {}
        for field in self._fields:
            match field:
                case CodePicker() if field.value:
                    texts[field.name or ""] = field.value
                case TextField():
                    texts[field.name or ""] = field.entry.value
                case ChoiceField():
                    texts[field.name or ""] = field.value
        return json.dumps(texts)
