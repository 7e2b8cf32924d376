"""A party (partij): to whom something of a case may go, as a consent and a disclosure name it.

Invariant: a consent and a disclosure speak of the same party only if kind, colleague and name are the same; "HR" is
not "the manager", and one colleague is not another.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta as Bounds

from vp_tui.domain import codes
from vp_tui.domain.act import Cleaned, Context
from vp_tui.domain.ids import Id
from vp_tui.domain.text import Line, Short, line
from vp_tui.errors import RefusedError

__all__ = ["PARTY_KINDS", "Party", "checked", "colleague"]

PARTY_KINDS = ("colleague", "group", "organisation", "other")
"""Collega in de praktijk, intervisiegroep, de organisatie als geheel, een ander; beside the codes of ``referral``."""


class Party(Cleaned, frozen=True):
    """``kind`` is one of ``PARTY_KINDS`` or a code VD-xx; ``member`` the hexadecimal id of a colleague, else empty."""

    kind: Short
    name: Line = ""
    member: Annotated[str, Bounds(pattern=r"\A([0-9a-f]{32})?\Z")] = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """Equal for the same party: capitals and spaces make no other name, an accent does."""
        return self.kind, self.member, " ".join(self.name.casefold().split())


def colleague(member: bytes) -> Party:
    """A member of the practice, by the 16-byte id."""
    return Party("colleague", member=Id(member).hex())


def checked(party: Party | None, context: Context, field: str = "party") -> Party:
    """The party, spelled as it is compared. RefusedError ``party-missing``, ``party-unknown``, or of a code."""
    if party is None or not party.kind:
        raise RefusedError("party-missing", field)
    name = line(party.name, "party", required=party.kind in ("group", "other"))
    if party.kind == "colleague":
        member = party.member and Id.from_text(party.member)
        known = context.confidants is None or member in context.confidants
        if not member or member == context.actor or not known:
            raise RefusedError("party-no-colleague", field)
        return colleague(member)
    if party.member:
        raise RefusedError("party-no-colleague", field)
    kind = party.kind if party.kind in PARTY_KINDS else codes.checked(party.kind, ("referral",), field, context.today)
    return Party(kind, name)
