"""What a case file holds beside its timeline, as it is read: consents, options, steps, referrals and their like.

Invariant: plain data. What was disclosed, what was consented to and when is never taken out again; dropped or withdrawn
rows stay in their place. Callers: ``case_file`` puts these together, the noun of each row makes and changes it.
"""

from __future__ import annotations

import datetime

from msgspec import Struct

from vp_tui.domain.act import Cleaned
from vp_tui.domain.party import Party
from vp_tui.domain.text import Line, Short

__all__ = [
    "Appointment",
    "Call",
    "Choice",
    "Consent",
    "Disclosure",
    "Draft",
    "Option",
    "Referral",
    "Reporter",
    "Retaliation",
    "SafeContact",
    "Scope",
    "Stage",
    "Step",
    "Version",
]


class SafeContact(Cleaned, frozen=True):
    """Veilig contact. The cautious answer is the default: no voicemail, and no word of what one is.

    ``hours`` as agreed ("8-9 uur"), ``code_word`` said first, ``avoid`` who should not pick up.
    """

    hours: Short = ""
    voicemail: bool = False
    say_function: bool = False
    code_word: Short = ""
    avoid: Line = ""


class Reporter(Struct, frozen=True, array_like=True):
    """Another reporter (melder) of the same case; the main one is the case's own alias, role and identity."""

    id: bytes
    alias: str
    role: str = ""
    identity: str = ""
    name: str = ""
    rev: int = 1
    dropped: bool = False


class Scope(Struct, frozen=True, array_like=True):
    """Bereik: ``verdict`` in, out or grey against the mandate card, with the keys of its reasons."""

    verdict: str
    on: datetime.date
    reasons: tuple[str, ...]
    billable: bool
    why: str = ""


class Option(Struct, frozen=True, array_like=True):
    """Optie, with all that the reporter should know before she chooses; ``risk`` is that of retaliation."""

    id: bytes
    goal: str
    step: str
    consequences: str
    risk: str
    who_knows: str
    reversible: str
    rev: int = 1
    dropped: bool = False


class Choice(Struct, frozen=True, array_like=True):
    """Keuze van de melder; ``option`` is None for none of them."""

    option: bytes | None
    on: datetime.date
    words: str


class Consent(Struct, frozen=True):
    """Toestemming: what exactly may go to whom, for what. ``reporter`` is empty for the main one; ``draft`` and
    ``version`` name the text that was consented to; no ``content`` means the whole file."""

    id: bytes
    party: Party
    purpose: str
    content: str
    how: str
    on: datetime.date
    by: bytes
    at_ms: int
    until: datetime.date | None = None
    withdrawn_on: datetime.date | None = None
    reporter: bytes = b""
    draft: bytes = b""
    version: int = 0

    def live(self, on: datetime.date) -> bool:
        """Given by that day, not over, and not withdrawn by then."""
        return self.on <= on <= (self.until or on) and (self.withdrawn_on is None or on < self.withdrawn_on)


class Disclosure(Struct, frozen=True):
    """What has left, to whom and under which consents; ``ref`` is the draft, step or referral that it belongs to."""

    purpose: str
    party: Party
    on: datetime.date
    consents: tuple[bytes, ...]
    by: bytes
    at_ms: int
    ref: bytes = b""
    version: int = 0


class Step(Struct, frozen=True):
    """Vervolgstap. ``who`` acts: the reporter, both together, or the confidant; ``due`` was promised by
    ``promised_by``; nothing is done before ``consulted_on`` and the reporter's ``choice``."""

    id: bytes
    code: str
    who: str
    what: str = ""
    consequences: str = ""
    due: datetime.date | None = None
    promised_by: str = ""
    party: Party | None = None
    agreements: str = ""
    preparation: str = ""
    status: str = "intended"
    consulted_on: datetime.date | None = None
    choice: str = ""
    moved_on: datetime.date | None = None
    rev: int = 1


class Stage(Struct, frozen=True, array_like=True):
    """Fase van een integriteitskwestie; ``reported_on`` is when it first became a formal report."""

    code: str
    on: datetime.date
    warned: bool = False
    decision: str = ""
    reported_on: datetime.date | None = None


class Version(Struct, frozen=True, array_like=True):
    text: str
    by: bytes
    at_ms: int
    sent_on: datetime.date | None = None


class Draft(Struct, frozen=True, array_like=True):
    """Concept of a complaint, a report, a letter; every version is kept."""

    id: bytes
    kind: str
    title: str
    versions: tuple[Version, ...]

    @property
    def rev(self) -> int:
        return len(self.versions)


class Referral(Struct, frozen=True, array_like=True):
    """Verwijzing, from discussed to reported back; ``entry`` is of the social map, or a route's id in hexadecimal."""

    id: bytes
    target: str
    name: str
    manner: str
    entry: str
    state: str
    on: datetime.date
    history: tuple[tuple[str, datetime.date], ...] = ()
    text: str = ""
    rev: int = 1


class Appointment(Struct, frozen=True, array_like=True):
    """Afspraak; ``time`` is local, hh:mm."""

    id: bytes
    on: datetime.date
    time: str
    minutes: int
    place: str
    status: str = "planned"
    rev: int = 1


class Call(Struct, frozen=True, array_like=True):
    """Belpoging; ``again`` is when it was promised or planned to call back."""

    on: datetime.date
    result: str
    channel: str
    again: datetime.date | None
    by: bytes
    at_ms: int


class Retaliation(Struct, frozen=True, array_like=True):
    """Benadeling as the reporter experiences it (BN-xx), with what it came to (GM-xx)."""

    on: datetime.date
    code: str
    impact: tuple[str, ...] = ()
    text: str = ""
