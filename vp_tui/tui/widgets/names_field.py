"""Several people on one line, by the beginning of their names: "an, cas"; or all of them in a word.

Invariant: ``value`` holds ids of the people offered, never letters typed; below stands who may be chosen,
and then who was understood. Callers: forms that address colleagues.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from vp_tui.domain.text import fold_text
from vp_tui.errors import RefusedError
from vp_tui.i18n import text
from vp_tui.tui.output.sanitise import clean
from vp_tui.tui.widgets.field import TextField

__all__ = ["NamesField"]


class NamesField(TextField):
    """``value`` is a tuple of ids, in the order typed."""

    DEFAULT_CSS: ClassVar[str] = "NamesField .field--echo { height: auto; padding: 0 0 0 20; color: $muted; }"

    def __init__(
        self, name: str, label: str, offers: Sequence[tuple[bytes, str]], everybody: str, *, value: str = ""
    ) -> None:
        """``offers``: (id, name) pairs; ``everybody``: the word for all of them, in the chosen language."""
        self._offers = offers
        self._everybody = everybody
        super().__init__(name, label, value=value)
        self.entry.placeholder = text("app.field.names", everybody=everybody)
        self._echo = Static("", classes="field--echo", markup=False)

    def compose(self) -> ComposeResult:
        yield from super().compose()
        yield self._echo

    def on_mount(self) -> None:
        self._tell()

    @property
    def value(self) -> tuple[bytes, ...]:
        """The ids. Raises RefusedError ``name-unclear`` for a part that is no beginning of exactly one name."""
        return tuple(dict.fromkeys(id for part in re.split(r"[,;]", self.entry.value) for id in self._of(part)))

    def _of(self, typed: str) -> list[bytes]:
        wanted = fold_text(typed).strip()
        if not wanted:
            return []
        if wanted == fold_text(self._everybody):
            return [id for id, _ in self._offers]
        names = [(id, fold_text(name)) for id, name in self._offers]
        exact = [id for id, name in names if name == wanted]
        found = exact or [id for id, name in names if any(word.startswith(wanted) for word in (name, *name.split()))]
        if len(found) != 1:
            raise RefusedError("name-unclear", self.name or "", typed=typed.strip(), n=len(found))
        return found

    def on_input_changed(self) -> None:
        super().on_input_changed()
        self._tell()

    def _tell(self) -> None:
        names = dict(self._offers)
        found = () if self.check() else self.value
        line = f"= {', '.join(names[id] for id in found)}" if found else ""
        if not self.entry.value.strip():
            line = text("app.field.names.offered", names=", ".join(names.values()))
        self._echo.update(Content(clean(line)))
