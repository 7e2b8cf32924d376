"""What this device remembers between two starts, all of it sealed under keys from the vault.

Invariant: pins, outbox and drafts are durable (written through to the disk) and are never thrown away because a cache
is stale; everything in the cache can be rebuilt from the server and is. Called by the rest of the workspace only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from contextlib import suppress
from hashlib import sha256
from types import ModuleType

import msgspec

from vp_tui.device.config import Identity
from vp_tui.device.paths import Paths
from vp_tui.device.sealed_store import SealedStore
from vp_tui.domain import case_parts, dilemma, personal_parts
from vp_tui.domain.case_file import Aftercare, CaseState, LogLine, NextAction
from vp_tui.domain.case_notes import NotesState
from vp_tui.domain.client import ClientState
from vp_tui.domain.contact_card import ContactState
from vp_tui.domain.contact_status import ContactStatusState
from vp_tui.domain.mandate import Mandate
from vp_tui.domain.party import Party
from vp_tui.domain.personal import PersonalState, SavedView
from vp_tui.domain.practice import Comparison, PracticeState
from vp_tui.domain.pressure import Pressure
from vp_tui.domain.route import Route
from vp_tui.domain.summary import CaseSummary
from vp_tui.domain.timeline import Item
from vp_tui.errors import RetryableError
from vp_tui.protocol.bodies import Policy, RecoverySet, Wrap
from vp_tui.protocol.freshness import Pin
from vp_tui.protocol.practice_log import Change, Device, Member, PracticeLog, Subkey
from vp_tui.protocol.space import DataRef, SpaceLog

__all__ = ["KEPT", "Brief", "CacheHead", "Local", "Stored"]

_BUCKETS = 64


class Brief(msgspec.Struct, array_like=True, gc=False):
    """The row that is read at start for each space: enough for the queue, the pins check and upkeep.

    ``kind`` is empty while no record of the space could be opened; ``ref`` is the case of a case_notes space;
    ``closed`` says that some record could not be opened yet; ``seen`` is how much of the case this member has looked
    at (compare ``summary.count``); ``urgent``: personal notes with a reporter who is still to be informed.
    """

    id: bytes
    kind: str = ""
    ref: bytes = b""
    seq: int = -1
    attested: int = -1
    managed: bool = False
    flaw: str = ""
    closed: bool = False
    seen: int = 0
    summary: CaseSummary | None = None
    urgent: bool = False


class CacheHead(msgspec.Struct):
    """What belongs to no single space: the delta cursor, the verified practice log, its changes, upkeep done so far."""

    cursor: bytes = b""
    practice: PracticeLog | None = None
    changes: list[Change] = []
    upkeep_seq: int = -1
    practice_attested: int = -1


class Stored(msgspec.Struct, array_like=True):
    """One space as it is kept; ``state`` is the fold of its records in MessagePack, by ``kind``. See `spaces.Kept`."""

    log: SpaceLog
    kind: str
    state: bytes
    seen: list[bytes]
    closed: list[DataRef]
    flaw: str
    lost: bool


def _layout(kinds: tuple[type[msgspec.Struct], ...]) -> bytes:
    """Changes whenever a field of a kept structure does."""
    fields = [(kind.__qualname__, kind.__annotations__) for kind in kinds]
    return sha256(repr(fields).encode()).digest()


def _parts(module: ModuleType) -> list[type[msgspec.Struct]]:
    """The structures that a module of parts exports."""
    found = [getattr(module, name) for name in module.__all__]
    return [kind for kind in found if isinstance(kind, type) and issubclass(kind, msgspec.Struct)]


KEPT: tuple[type[msgspec.Struct], ...] = (
    *(Brief, CacheHead, Stored, SpaceLog, DataRef, PracticeLog, Member, Device, Subkey, Change, Policy, CaseSummary),
    *(CaseState, Item, LogLine, NextAction, Aftercare, NotesState, PracticeState, PersonalState, SavedView),
    *(RecoverySet, Wrap, Comparison, ClientState, Mandate, Route, Pressure, ContactState, ContactStatusState, Party),
    *_parts(case_parts),
    *_parts(dilemma),
    *_parts(personal_parts),
)
"""Every structure that stands somewhere in the cache."""

FORMAT = _layout(KEPT)

_head = msgspec.msgpack.Decoder(CacheHead)
_briefs = msgspec.msgpack.Decoder(list[Brief])
_encode = msgspec.msgpack.Encoder(enc_hook=bytes).encode


class Local:
    """The two sealed stores of one identity: ``state`` (durable) and ``cache`` (can be rebuilt)."""

    def __init__(self, paths: Paths, identity: Identity, state_key: bytes, cache_key: bytes) -> None:
        self.folder = paths.identity_state(identity.name)
        self.state = SealedStore(self.folder / "state.db", state_key, durable=True)
        self.cache = SealedStore(paths.identity_cache(identity.name) / "cache.db", cache_key, durable=False)
        self.disk_full = False
        self._buckets: dict[int, dict[bytes, None]] = {number: {} for number in range(_BUCKETS)}
        if self.cache.get("format", b"") != FORMAT:
            # Written by another version of this program: everything in it is rebuilt from the server.
            self.forget_cache()
            with suppress(RetryableError):
                self.cache.put("format", b"", FORMAT)

    # pins ------------------------------------------------------------------------------------------------------------
    def pins(self) -> dict[bytes, Pin]:
        """All pins: the highest verified entry per space that this device has ever seen."""
        return {
            space: Pin(seq=int.from_bytes(value[:8], "big"), head=value[8:]) for space, value in self.state.items("pin")
        }

    def pin(self, pins: Mapping[bytes, Pin]) -> None:
        """Move pins forward. A full disk raises RetryableError: a pin that is not on the disk protects nothing."""
        self.state.put_many("pin", [(space, pin.seq.to_bytes(8, "big") + pin.head) for space, pin in pins.items()])

    # cache -----------------------------------------------------------------------------------------------------------
    def head(self) -> CacheHead:
        """The cache's head, or an empty one when there is none."""
        raw = self.cache.get("head", b"")
        return _head.decode(raw) if raw else CacheHead()

    def briefs(self) -> dict[bytes, Brief]:
        """Every brief, for the queue; 64 rows whatever the number of spaces."""
        found: dict[bytes, Brief] = {}
        for _, raw in self.cache.items("brief"):
            for brief in _briefs.decode(raw):
                found[brief.id] = brief
                self._buckets[brief.id[0] % _BUCKETS][brief.id] = None
        return found

    def space(self, space: bytes) -> bytes | None:
        """The kept state of one space, encoded by ``spaces``."""
        return self.cache.get("space", space)

    def save(
        self,
        head: CacheHead,
        spaces: Sequence[tuple[bytes, bytes]],
        briefs: Mapping[bytes, Brief],
        touched: Set[bytes] = frozenset(),
    ) -> None:
        """One transaction: the head, changed spaces, and the buckets that hold their briefs and those ``touched``.

        A full disk is remembered in ``disk_full`` and otherwise ignored: the cache is an accelerator, and the server
        still has everything.
        """
        wanted = set()
        for space in (*touched, *(space for space, _ in spaces)):
            wanted.add(space[0] % _BUCKETS)
            self._buckets[space[0] % _BUCKETS][space] = None
        buckets = {number: [briefs[id] for id in self._buckets[number] if id in briefs] for number in wanted}
        try:
            with self.cache.transaction():
                self.cache.put("head", b"", _encode(head))
                self.cache.put_many("space", spaces)
                self.cache.put_many("brief", [(bytes([n]), _encode(rows)) for n, rows in buckets.items()])
            self.disk_full = False
        except RetryableError:
            self.disk_full = True

    def forget_cache(self) -> None:
        """Purge the cache, for instance when its content no longer fits the pins."""
        with suppress(RetryableError):
            self.cache.purge()

    def close(self) -> None:
        """Close both files; their keys go with the objects."""
        self.state.close()
        self.cache.close()
