"""Fields as case work uses them: days to come or gone by, codes of a list, clients and colleagues by type-ahead.

Callers: the forms of case work.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from vp_tui.domain import codes
from vp_tui.domain.dates import parse_date
from vp_tui.domain.duration import parse_minutes
from vp_tui.i18n import days, language
from vp_tui.tui.screens.case_words import label
from vp_tui.tui.widgets.date_field import DateField
from vp_tui.tui.widgets.field import ChoiceField, TextField
from vp_tui.tui.widgets.picker import CodePicker, Find, by_words

if TYPE_CHECKING:
    from vp_tui.workspace.facade import Workspace

__all__ = ["MinutesField", "choice_field", "client_field", "code_field", "colleague_field", "day_field", "typed_day"]

# All of the lists that a field offers; the picker shows a few of them at a time.
_OFFERS = 500
# The role bit of those who may be a deputy.
_CONFIDANT = 1


def typed_day(on: date | None) -> str:
    """A day as it could have been typed: "27-11-2026", or ""."""
    return f"{on:%d-%m-%Y}" if on else ""


def day_field(
    name: str, label: str, today: date, *, past: bool = False, value: str = "", empty: str = "app.field.date"
) -> DateField:
    """A day to come, or with ``past`` one that has been; ``value`` is a text."""

    def parse(typed: str) -> date | None:
        return parse_date(typed, today, past, name) if typed else None

    return DateField(name, label, parse=parse, show=days.full, value=value, placeholder=empty)


def _picker(name: str, label: str, find: Find, value: str, empty: str = "app.field.pick") -> CodePicker:
    """A picker that stands on ``value``, a code, or else holds it as letters typed so far."""
    known = any(code == value for code, _ in find(""))
    picker = CodePicker(name, label, find=find, value=value if known else "", placeholder=empty)
    if not known:
        picker.entry.value = value
    return picker


def code_field(name: str, label: str, lists: Sequence[str], today: date, *, value: str = "") -> CodePicker:
    """A code of these lists, found by the beginning of a word: "pes" finds OG-PE. An expired ``value`` stays."""

    def find(typed: str) -> list[tuple[str, str]]:
        found = codes.find(typed, lists, on=today, limit=_OFFERS)
        old = codes.get(value) if not typed else None
        found += (old,) if old is not None and old not in found else ()
        return [(code.code, f"{code.label(language())}  {code.code}") for code in found]

    return _picker(name, label, find, value)


def client_field(workspace: Workspace, *, value: str = "") -> CodePicker:
    """A client organisation by code or name; ``value`` and the field's value are its id in hex."""
    offers = [
        (client.id.hex(), f"{client.code}  {client.name}")
        for client in workspace.clients()
        if not client.archived or client.id.hex() == value
    ]
    empty = "case.field.client" if offers else "case.field.no_clients"
    return _picker("client", "case.field.client.label", by_words(offers), value, empty)


def colleague_field(workspace: Workspace, label: str = "case.field.member") -> CodePicker:
    """A confidant of the practice other than me; the value is the member's id in hex."""
    offers = [
        (member.id.hex(), member.name)
        for member in workspace.members()
        if member.active and member.roles & _CONFIDANT and not member.is_me
    ]
    empty = "case.field.colleague" if offers else "case.field.no_colleagues"
    return _picker("member", label, by_words(offers), "", empty)


def choice_field(name: str, title: str, list_name: str, *, none: str = "", value: str = "") -> ChoiceField:
    """One of a short code list; with ``none``, a first choice of that text for "nothing said"."""
    offers = [("", none)] if none else []
    return ChoiceField(
        name, title, (*offers, *((code.code, label(code.code)) for code in codes.entries(list_name))), value=value
    )


class MinutesField(TextField):
    """A duration as people type it: "45", "1u30"; ``value`` is in minutes, or None when empty."""

    @property
    def value(self) -> int | None:
        """The minutes. Raises RefusedError for a text that is no duration."""
        typed = self.entry.value.strip()
        return parse_minutes(typed, self.name or "minutes") if typed else None
