"""The social map (sociale kaart): national desks and lines, shipped per country as dated data files beside this one.

Invariant: every entry says as of when it was true, and the list says so on the screen; a client's own desks are its
routes. An entry's id is never given another meaning, since referrals point to it. Read at first use.
"""

from __future__ import annotations

import datetime
from functools import cache
from pathlib import Path

import msgspec
from msgspec import Struct

from vp_tui.domain.client import ClientState
from vp_tui.domain.route import Route

__all__ = ["COUNTRIES", "ROUTE_TARGETS", "Entry", "as_of", "entries", "find", "of_client"]

COUNTRIES = ("NL", "BE")

ROUTE_TARGETS = {
    "committee": "VD-KC",
    "complaints": "VD-KC",
    "hr": "VD-HR",
    "physician": "VD-BA",
    "social_work": "VD-BM",
    "eap": "VD-PS",
    "reporting_office": "VD-IC",
}
"""The kinds of a client's routes, to the code of the referral that they are for; the others are VD-OV."""


class Entry(Struct, frozen=True):
    """``id`` such as ``nl-113``; ``target`` VD-xx; ``nl`` and ``en`` what it is called; ``contact`` a number."""

    id: str
    target: str
    nl: str
    en: str
    contact: str = ""
    url: str = ""
    hours: str = ""

    def label(self, language: str) -> str:
        """``nl`` or ``en``."""
        return self.en if language == "en" else self.nl


class _Map(Struct, frozen=True, forbid_unknown_fields=True):
    country: str
    version: int
    as_of: datetime.date
    entries: tuple[Entry, ...]


@cache
def _load(country: str) -> _Map:
    if country not in COUNTRIES:
        raise KeyError(country)
    return msgspec.json.decode(Path(__file__).with_name(f"{country.lower()}.json").read_bytes(), type=_Map)


def as_of(country: str) -> datetime.date:
    """The day on which the list was last looked over; shown beside every entry."""
    return _load(country).as_of


def entries(country: str, target: str = "") -> tuple[Entry, ...]:
    """The entries of one country, those for one VD code if it is given. KeyError for another country."""
    return tuple(entry for entry in _load(country).entries if target in ("", entry.target))


def find(entry: str) -> Entry | None:
    """The entry with this id, of whichever country."""
    return next((found for country in COUNTRIES for found in entries(country) if found.id == entry), None)


def of_client(client: ClientState, target: str = "") -> tuple[Route, ...]:
    """The client's own desks, those for one VD code if it is given."""
    return tuple(route for route in client.routes if target in ("", ROUTE_TARGETS.get(route.kind, "VD-OV")))
