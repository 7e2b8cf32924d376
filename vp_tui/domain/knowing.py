"""Who knows what (wat weet wie): computed from what has left a case, never typed in.

Invariant: every disclosure stands here with the consent that it was made under; a consent that was withdrawn or has
ended does not take back what is known, and is shown as such. Callers: one screen, one command, and the print-out.
"""

from __future__ import annotations

import datetime

from msgspec import Struct

from vp_tui.domain.case_file import CaseState
from vp_tui.domain.case_notes import NotesState
from vp_tui.domain.consent import entry
from vp_tui.domain.party import Party

__all__ = ["EXCEPTION", "Knower", "Known", "who_knows_what"]

EXCEPTION = "exception"
"""The purpose of what was told without consent."""


class Known(Struct, frozen=True):
    """``content`` empty means the whole file, or with a ``draft`` that version of it; ``live``: the consent still
    stands."""

    on: datetime.date
    purpose: str
    content: str
    live: bool
    consent: bytes = b""
    draft: bytes = b""
    version: int = 0


class Knower(Struct, frozen=True):
    party: Party
    facts: tuple[Known, ...]


def who_knows_what(state: CaseState, today: datetime.date, notes: NotesState | None = None) -> tuple[Knower, ...]:
    """Parties in the order in which they first heard something; ``notes`` are the owner's, for what was told in an
    exception to confidentiality."""
    told: list[tuple[Party, Known]] = []
    for left in state.disclosures:
        for consent in left.consents:
            if (given := entry(state, consent)) is not None:
                known = Known(
                    left.on, left.purpose, given.content, given.live(today), given.id, given.draft, given.version
                )  # fmt: skip
                told.append((left.party, known))
    for dilemma in notes.exceptions if notes else ():
        told += [(row.party, Known(row.on, EXCEPTION, row.content, False)) for row in dilemma.breaches]
    found: dict[tuple[str, str, str], tuple[Party, list[Known]]] = {}
    for party, known in sorted(told, key=lambda pair: pair[1].on):
        found.setdefault(party.key, (party, []))[1].append(known)
    return tuple(Knower(party, tuple(facts)) for party, facts in found.values())
