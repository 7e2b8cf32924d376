"""The exception to confidentiality (doorbreking), as it is read: from a dilemma, in which nothing leaves, to a breach.

Invariant: plain data, part of the owner's personal notes; a deputy does not see it (domain reference, 5.5).
"""

from __future__ import annotations

import datetime

from msgspec import Struct, field

from vp_tui.domain.party import Party

__all__ = ["Answer", "Attempt", "Breach", "Consultation", "Dilemma"]


class Answer(Struct, frozen=True, array_like=True):
    """``answer`` yes, no or unsure."""

    answer: str
    text: str


class Consultation(Struct, frozen=True, array_like=True):
    """A named colleague who was asked, without anything by which the case could be known."""

    colleague: bytes
    on: datetime.date
    text: str


class Breach(Struct, frozen=True):
    """What was told to whom without the reporter's consent."""

    party: Party
    content: str
    on: datetime.date


class Attempt(Struct, frozen=True, array_like=True):
    """Why the reporter could not be informed, and when it is tried again."""

    on: datetime.date
    why: str
    again: datetime.date


class Dilemma(Struct, frozen=True):
    """``stage`` dilemma, breach or finished; ``informed_of`` what the reporter was told on ``informed_on``."""

    id: bytes
    ground: str
    on: datetime.date
    text: str
    stage: str = "dilemma"
    conditions: dict[str, Answer] = field(default_factory=dict)
    alternatives: str = ""
    consultations: tuple[Consultation, ...] = ()
    breaches: tuple[Breach, ...] = ()
    informed_on: datetime.date | None = None
    informed_of: str = ""
    attempts: tuple[Attempt, ...] = ()
    account: str = ""
    rev: int = 1

    @property
    def uninformed(self) -> bool:
        """Something left, and the reporter has not been told so."""
        return bool(self.breaches) and self.informed_on is None

    @property
    def unsettled(self) -> bool:
        """Not accounted for, or the reporter still to be informed."""
        return self.stage != "finished" or self.uninformed
