"""A day, typed as people type it; the field shows at once how it was understood.

Callers: forms; ``parse`` and ``show`` come from the domain, which owns the grammar of dates.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from vp_tui.errors import VpError
from vp_tui.tui.widgets.field import TextField

__all__ = ["DateField"]


class DateField(TextField):
    """``value`` is a date, or None when empty."""

    def __init__(
        self,
        name: str,
        label: str,
        *,
        parse: Callable[[str], date | None],
        show: Callable[[date], str],
        value: str = "",
        placeholder: str = "app.field.date",
    ) -> None:
        """``parse``: None for an empty text, VpError for one that is no date; ``show`` writes a date out."""
        super().__init__(name, label, value=value, placeholder=placeholder)
        # The day that stands there is a proposal: typing replaces it.
        self.entry.select_on_focus = True
        self._parse = parse
        self._show = show
        self._echo = Static("", classes="field--hint", markup=False)

    def hint(self) -> ComposeResult:
        yield self._echo

    @property
    def value(self) -> date | None:
        """The date. Raises VpError for a text that is none."""
        return self._parse(self.entry.value.strip())

    def check(self) -> VpError | None:
        try:
            self._parse(self.entry.value.strip())
        except VpError as problem:
            return problem
        return None

    def on_input_changed(self) -> None:
        found = None if self.check() else self.value
        self._echo.update(Content(f"= {self._show(found)}" if found else ""))
