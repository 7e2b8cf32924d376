"""Referrals and the social map in words.

Invariant: pure; what stands on the map is told with the day on which it was true. Callers: the sheet of referrals and
its forms.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from vp_tui.domain import referral, social_map
from vp_tui.domain.case_parts import Referral
from vp_tui.domain.client import ClientState
from vp_tui.i18n import days, language, text
from vp_tui.tui.screens.case_words import Words, label
from vp_tui.tui.screens.sheet_forms import Facts, prose
from vp_tui.tui.widgets.timeline import Entry

__all__ = ["Desk", "declined_entry", "desk_entry", "desks", "referral_entry", "referral_facts"]

_ENDED = (referral.REPORTED, referral.UNWANTED, referral.FAILED)


class Desk(NamedTuple):
    """Somewhere to go: ``key`` as a referral keeps it, the code it is for, what it is called and how to reach it."""

    key: str
    target: str
    name: str
    reach: str
    own: bool  # the client's

    @property
    def id(self) -> bytes:
        return f"desk {self.key}".encode()


def desks(country: str, client: ClientState | None) -> list[Desk]:
    """The client's own routes, then the national list by what it is for."""
    routes = [
        Desk(
            route.id.hex(),
            social_map.ROUTE_TARGETS.get(route.kind, "VD-OV"),
            route.name,
            "; ".join(filter(None, (route.contact, route.text))),
            True,
        )
        for route in (social_map.of_client(client) if client else ())
    ]
    national = [
        Desk(
            entry.id,
            entry.target,
            entry.label(language()),
            "; ".join(filter(None, (entry.contact, entry.hours, entry.url))),
            False,
        )
        for entry in social_map.entries(country)
    ]
    return [*routes, *sorted(national, key=lambda desk: (label(desk.target), desk.name))]


def desk_entry(desk: Desk) -> Entry:
    """ "crisislijn 113: 113 Zelfmoordpreventie", and how to reach it."""
    aside = text("course.map.own") if desk.own else ""
    return Entry(desk.id, f"{label(desk.target)}: {desk.name}", aside, desk.reach)


def referral_facts(row: Referral, words: Words) -> Facts:
    """Everything that is said of a referral, by its name."""
    return {
        text("course.fact.status"): label(row.state),
        text("course.fact.party"): f"{label(row.target)} {row.name}".rstrip(),
        text("course.fact.manner"): label(row.manner),
        text("course.fact.text"): row.text,
    }


def referral_entry(row: Referral, words: Words, known: Sequence[Desk], as_of: str) -> Entry:
    """ "akkoord melder  bedrijfsarts: Arbo Noord", with how to reach it and how it came so far."""
    desk = next((desk for desk in known if desk.key == row.entry), None)
    reach = ""
    if desk is not None and desk.reach:
        reach = desk.reach if desk.own else f"{desk.reach} ({as_of})"
    head = f"{label(row.state)}  {label(row.target)}{f': {row.name}' if row.name else ''}"
    foot = ", ".join(f"{label(state)} {days.day(on, words.today)}" for state, on in row.history)
    manner = (text("course.fact.manner"), label(row.manner))
    body = prose([manner, (text("course.fact.reach"), reach), (text("course.fact.text"), row.text)])
    return Entry(row.id, head, days.day(row.on, words.today), body, foot, "muted" if row.state in _ENDED else "")


def declined_entry(words: Words) -> Entry | None:
    """That the reporter wanted no referral."""
    on = words.state.referral_declined
    return Entry(b"declined", text("course.referral.declined", day=days.full(on))) if on else None
