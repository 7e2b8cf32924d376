"""The scope check (bereiktoets): the natures of a case against the client's mandate card.

Invariant: where the sources of the profession differ, the card answers (domain reference, 1.2); without a card, or
with one whose letter is not valid, the answer is "grey" and never a guess. The main nature decides.
"""

from __future__ import annotations

import datetime

from msgspec import Struct

from vp_tui.domain import codes
from vp_tui.domain.mandate import Mandate, current

__all__ = ["ScopeCheck", "check"]

_CONFLICT = frozenset({"BR-AC", "BR-VM", "BE-CO"})
_WORKLOAD = frozenset({"BR-WD", "BE-ST", "BE-BO"})
_PRIVATE = {"yes": "in", "work_related": "grey", "refer_only": "out"}


class ScopeCheck(Struct, frozen=True):
    """``verdict`` in, out or grey; ``reasons`` pairs of a nature's code (or nothing) and the key of a text."""

    verdict: str
    reasons: tuple[tuple[str, str], ...]
    billable: bool


def check(natures: tuple[str, ...], card: Mandate | None, today: datetime.date) -> ScopeCheck:
    """What the card says about these natures, main nature first."""
    if card is None:
        return ScopeCheck("grey", (("", "no-mandate-card"),), False)
    judged = [(nature, *_judged(nature, card)) for nature in natures]
    reasons = [(nature, key) for nature, _, key in judged] or [("", "no-nature")]
    verdict = judged[0][1] if judged else "grey"
    if verdict == "out" and any(other != "out" for _, other, _ in judged):
        verdict = "grey"
    if not current(card, today):
        reasons.insert(0, ("", "mandate-not-current"))
        verdict = "grey"
    private = bool(natures) and natures[0].startswith("BR-PR")
    return ScopeCheck(verdict, tuple(reasons), card.private_billable if private else True)


def _judged(nature: str, card: Mandate) -> tuple[str, str]:
    found = codes.get(nature)
    if found is None:
        return "grey", "unknown-code"
    if found.country not in ("", card.country):
        return "grey", "other-country"
    if nature in _CONFLICT:
        return card.conflict, f"conflict-{card.conflict}"
    if nature in _WORKLOAD:
        return card.workload, f"workload-{card.workload}"
    if nature.startswith("BR-PR"):
        return _PRIVATE[card.private], f"private-{card.private}"
    if found.list == "integrity" or nature == "BR-IN":
        return ("in", "integrity-in") if card.integrity else ("out", "integrity-out")
    if found.list == "out_of_scope":
        return "out", "topic-out"
    return ("in", "behaviour-in") if card.behaviour else ("out", "behaviour-out")
