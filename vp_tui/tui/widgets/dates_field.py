"""Several days on one line, as people type them: "6-12, 3-1, 22 feb"; none at all is an answer too.

Callers: the closing of a case, for its aftercare.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from vp_tui.i18n import text
from vp_tui.tui.widgets.field import TextField

__all__ = ["DatesField"]


class DatesField(TextField):
    """``value`` is a tuple of dates; the line below shows how they were understood."""

    def __init__(
        self, name: str, label: str, *, parse: Callable[[str], date], show: Callable[[date], str], value: str = ""
    ) -> None:
        """``parse`` raises VpError for what is no date."""
        super().__init__(name, label, value=value, placeholder="case.field.no_dates")
        self._parse = parse
        self._show = show
        self._echo = Static("", classes="field--echo", markup=False)

    DEFAULT_CSS = "DatesField .field--echo { height: auto; padding: 0 0 0 20; color: $muted; }"

    def compose(self) -> ComposeResult:
        yield from super().compose()
        yield self._echo

    def on_mount(self) -> None:
        self._tell()

    @property
    def value(self) -> tuple[date, ...]:
        """The days. Raises VpError for a text that is none."""
        return tuple(self._parse(part) for part in re.split(r"[,;]", self.entry.value) if part.strip())

    def on_input_changed(self) -> None:
        super().on_input_changed()
        self._tell()

    def _tell(self) -> None:
        found = () if self.check() else self.value
        line = (
            ", ".join(map(self._show, found)) if found else "" if self.entry.value.strip() else text("case.field.none")
        )
        self._echo.update(Content(f"= {line}" if line else ""))
