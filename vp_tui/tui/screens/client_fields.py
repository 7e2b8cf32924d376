"""The mandate card, a route and a line of the register of pressure as fields, and their values as commands.

Invariant: a field of the card is offered exactly as the domain allows it, and what a person did not see is not
changed. Callers: ``client_acts``.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from vp_tui.domain.mandate import CHOICES, LEAST_THRESHOLD, MOST_RESPONSE, MOST_RETENTION, Mandate
from vp_tui.domain.pressure import Pressure
from vp_tui.domain.route import ROUTES, Route
from vp_tui.domain.text import fold_text
from vp_tui.errors import RefusedError
from vp_tui.i18n import text
from vp_tui.tui.dialogs.form import Values
from vp_tui.tui.screens.case_fields import day_field, typed_day
from vp_tui.tui.widgets.field import ChoiceField, Field, NoteField, TextField
from vp_tui.tui.widgets.picker import CodePicker

__all__ = ["NumberField", "card_fields", "card_values", "pressure_fields", "route_fields", "yes_no"]

_MOST_THRESHOLD = 100
_NUMBERS = {
    "response": (1, MOST_RESPONSE),
    "retention_months": (0, MOST_RETENTION),
    "threshold": (LEAST_THRESHOLD, _MOST_THRESHOLD),
}


class NumberField(TextField):
    """A whole number; ``value`` is an int."""

    def __init__(self, name: str, label: str, least: int, most: int, *, value: int) -> None:
        super().__init__(name, label, value=str(value))
        self._least, self._most = least, most

    @property
    def value(self) -> int:
        """The number. Raises RefusedError ``number-out-of-range``."""
        typed = self.entry.value.strip()
        if not (typed.isascii() and typed.isdigit() and self._least <= int(typed) <= self._most):
            raise RefusedError("number-out-of-range", self.name or "", least=self._least, most=self._most)
        return int(typed)


def yes_no(name: str, label: str, holds: bool) -> ChoiceField:
    """Yes or no; the value is "yes" or "no"."""
    choices = (("yes", text("clients.yes")), ("no", text("clients.no")))
    return ChoiceField(name, label, choices, value="yes" if holds else "no")


def card_fields(names: Iterable[str], card: Mandate, today: datetime.date) -> list[Field]:
    """Fields of the card by these names, filled in."""
    return [_card_field(name, getattr(card, name), today) for name in names]


def _card_field(name: str, value: Any, today: datetime.date) -> Field:
    label = f"clients.field.{name}"
    if name in CHOICES:
        offers = tuple((choice, _choice(name, choice)) for choice in CHOICES[name])
        return ChoiceField(name, label, offers, value=value)
    if name in _NUMBERS:
        return NumberField(name, label, *_NUMBERS[name], value=value)
    if name in ("start", "end"):
        empty = f"clients.field.empty.{name}"
        return day_field(name, label, today, past=name == "start", value=typed_day(value), empty=empty)
    if isinstance(value, bool):
        return yes_no(name, label, value)
    return TextField(name, label, value=value, placeholder=f"clients.field.empty.{name}")


def _choice(name: str, choice: str) -> str:
    if name == "headcount":
        return choice or text("clients.headcount.unknown")
    return text(f"domain_client.{name}.{choice}")


def card_values(values: Values, card: Mandate) -> dict[str, Any]:
    """The form's values as the card's own."""
    return {name: value == "yes" if isinstance(getattr(card, name), bool) else value for name, value in values.items()}


def route_fields(client: bytes, route: Route | None) -> list[Field]:
    """A route, filled in if there is one."""
    offers = [(kind, text(f"domain_client.route.{kind}")) for kind in ROUTES]

    def find(typed: str) -> list[tuple[str, str]]:
        wanted = fold_text(typed).split()
        return [offer for offer in offers if all(word in fold_text(offer[1]) for word in wanted)]

    return [
        CodePicker("kind", "clients.field.kind", find=find, value=route.kind if route else ""),
        TextField("name", "clients.field.route", value=route.name if route else ""),
        TextField(
            "contact",
            "clients.field.contact",
            value=route.contact if route else "",
            placeholder="clients.field.empty.contact",
        ),
        NoteField(
            "text",
            "clients.field.text",
            f"route:{client.hex()}:{f'{route.id.hex()}.{route.rev}' if route else 'new'}",
            value=route.text if route else "",
        ),
    ]


def pressure_fields(client: bytes, today: datetime.date, row: Pressure | None) -> list[Field]:
    """A line of the register, or only the answer to one that is there."""
    place = f"pressure:{client.hex()}:{row.id.hex() if row else 'new'}"
    answer = [
        NoteField(
            "answered", "clients.field.answered", f"{place}:answered", value=row.answered if row else "", lines=4
        ),
        yes_no("letter", "clients.field.with_letter", row is not None and row.letter),
    ]
    on = day_field("on", "clients.field.on", today, past=True, value=typed_day(today))
    if row is not None:
        return [*answer, on]
    who = TextField("who", "clients.field.who", placeholder="clients.field.empty.who")
    return [who, NoteField("asked", "clients.field.asked", f"{place}:asked", lines=4), *answer, on]
