"""Who may begin which kind of space for whom.

Invariant: a space that is a member's own by nature, hers alone, is never one that somebody else made for her; and a
kind that this version does not keep is not taken up halfway. The protocol says who wrote a record, the domain what it
means; that these two fit at the first record of a space is said here. Called by ``sync``.
"""

from __future__ import annotations

from collections.abc import Collection

from vp_tui.domain.act import SpaceOpened
from vp_tui.domain.record import Record
from vp_tui.errors import IntegrityError, UpgradeError

__all__ = ["check_opening"]

_OWN = frozenset({"personal", "case_notes"})


def check_opening(record: Record, space: bytes, seq: int, writer: bytes, me: bytes, kinds: Collection[str]) -> None:
    """For a record of a space that holds nothing yet.

    UpgradeError for a kind that is not among ``kinds``; IntegrityError ``foreign-entry`` where somebody else opens what
    only its owner can open: she would write there, and he would read it.
    """
    for event in record.events:
        if isinstance(event, SpaceOpened):
            if event.kind not in kinds:
                raise UpgradeError("newer-client")
            if event.kind in _OWN and writer != me:
                raise IntegrityError("foreign-entry", space, seq)
