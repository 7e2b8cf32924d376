"""Who may begin which kind of space for whom.

Invariant: a space that is a member's own by nature, hers alone, is never one that somebody else made for her; a client
is made by a coordinator; what is known by the id of its space has no other; and a kind that this version does not keep
is not taken up halfway. The protocol says who wrote a record, the domain what it means; that these two fit at the first
records of a space is said here. Called by ``sync``.
"""

from __future__ import annotations

from collections.abc import Collection

from vp_tui.domain.act import Meta, SpaceOpened
from vp_tui.domain.client import ClientRegistered
from vp_tui.domain.contact import ContactAsked
from vp_tui.domain.record import Record
from vp_tui.domain.registration import CaseOpened
from vp_tui.errors import IntegrityError, UpgradeError

__all__ = ["check_opening"]

_OWN = frozenset({"personal", "case_notes"})


def check_opening(record: Record, space: bytes, seq: int, meta: Meta, me: bytes, kinds: Collection[str]) -> None:
    """For a record of a space that holds nothing yet.

    UpgradeError for a kind that is not among ``kinds``. IntegrityError ``foreign-entry`` where somebody else opens what
    only its owner can open (she would write there, and he would read it), or where it says that it is another space
    (its row in a list would open that one); ``not-a-manager`` where no coordinator opens a client.
    """
    for event in record.events:
        match event:
            case SpaceOpened() if event.kind not in kinds:
                raise UpgradeError("newer-client")
            case SpaceOpened() if event.kind == "client" and not meta.coordinator:
                raise IntegrityError("not-a-manager", space, seq)
            case SpaceOpened() if event.kind in _OWN and meta.by != me:
                raise IntegrityError("foreign-entry", space, seq)
            case CaseOpened(case=known) | ClientRegistered(client=known) | ContactAsked(request=known):
                if known != space:
                    raise IntegrityError("foreign-entry", space, seq)
