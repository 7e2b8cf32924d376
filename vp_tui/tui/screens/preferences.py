"""Preferences of this person on this computer: looks, language, accessibility, idle lock.

Invariant: what the computer's administrator fixed is shown and not offered; a saved choice holds at once, and
config.toml keeps the comments that a person wrote in it.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from vp_tui.device.config_edit import set_value
from vp_tui.errors import RefusedError
from vp_tui.i18n import language, set_language, text
from vp_tui.tui.screens.base import VpScreen
from vp_tui.tui.widgets.field import ChoiceField, Field, TextField
from vp_tui.tui.widgets.form import Form

if TYPE_CHECKING:
    from vp_tui.tui.session import Session

__all__ = ["PreferencesScreen", "changed"]

_CHOICES = {"theme": ("dark", "light", "mono"), "language": ("nl", "en"), "a11y": ("off", "on")}
_MINUTES = "idle_lock_minutes"


def changed(before: dict[str, object], values: dict[str, str]) -> dict[str, str | int | bool]:
    """The settings that differ from before, as config.toml writes them. RefusedError for minutes out of range."""
    after: dict[str, str | int | bool] = {}
    for name, value in values.items():
        if name == _MINUTES:
            if not (value.isascii() and value.isdigit() and 1 <= int(value) <= 480):
                raise RefusedError("preferences.minutes", _MINUTES)
            after[name] = int(value)
        else:
            after[name] = value == "on" if name == "a11y" else value
    return {name: value for name, value in after.items() if value != before[name]}


class PreferencesScreen(VpScreen):
    """A form; ctrl+s saves."""

    scope: ClassVar[str] = "preferences"
    DEFAULT_CSS = """
    PreferencesScreen .screen--body { padding: 1; }
    PreferencesScreen Static { height: auto; max-width: 84; }
    PreferencesScreen Form { height: auto; padding: 0; margin: 0 0 1 0; }
    PreferencesScreen .preferences--muted { color: $muted; margin: 0 0 1 0; }
    """

    @property
    def session(self) -> Session:
        return cast("Session", self.app.services)

    def _now(self) -> dict[str, object]:
        settings = self.session.config.settings._asdict()
        return {**settings, "language": settings["language"] or language()}

    def body(self) -> ComposeResult:
        with VerticalScroll():
            why = text("preferences.why", path=self.session.paths.config)
            yield Static(Content(why), classes="preferences--muted")
            yield Form(*self._fields())
            for name in (*_CHOICES, _MINUTES):
                if self.session.config.locked(name):
                    label = text(f"preferences.{name}")
                    yield Static(Content(text("preferences.locked", name=label)), classes="preferences--muted")

    def _fields(self) -> list[Field]:
        now, fields = self._now(), list[Field]()
        for name, codes in _CHOICES.items():
            choices = tuple((code, text(f"preferences.{name}.{code}")) for code in codes)
            value = ("on" if now[name] else "off") if name == "a11y" else str(now[name])
            fields.append(ChoiceField(name, f"preferences.{name}", choices, value=value))
        fields.append(TextField(_MINUTES, f"preferences.{_MINUTES}", value=str(now[_MINUTES])))
        return [field for field in fields if not self.session.config.locked(field.name or "")]

    def on_form_left(self, event: Form.Left) -> None:
        event.stop()
        self.app.back()

    def on_form_submitted(self, event: Form.Submitted) -> None:
        event.stop()
        event.form.clear_errors()
        try:
            values = changed(self._now(), event.form.values())
        except RefusedError as problem:
            event.form.refuse(problem)
        else:
            self._save(values)

    @work(exclusive=True, group="page")
    async def _save(self, values: dict[str, Any]) -> None:
        for name, value in values.items():
            await asyncio.to_thread(set_value, self.session.paths, name, value)
        self.session.reload()
        if "language" in values:
            set_language(values["language"])
        self.app.apply(self.session.settings())
        self.app.note("preferences.saved")
