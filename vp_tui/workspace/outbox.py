"""What was written and is not on the server yet: sealed, durable, in order, each with its record id.

Invariant: an item leaves the outbox only when its record is in the verified log, or when it was turned into a draft
that the person sees. The record id is the idempotency key: an item whose record already arrived is dropped, not sent
twice. Rows carry the token of the process that wrote them; rows of ended processes are adopted. Called by `write`.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from vp_tui.device.presence import Presence
from vp_tui.device.sealed_store import SealedStore
from vp_tui.store.port import Append, Sealed

__all__ = ["Outbox", "Waiting"]


_Row = tuple[bytes, bytes | None, tuple[bytes, ...] | None]


class Waiting(msgspec.Struct):
    """One record to be appended. ``kind`` and ``ref`` say how to make the space if it does not exist yet.

    Or, in ``sealed``, finished entries with blobs and readers, of which this member may not be one: no record then.
    """

    record_id: bytes
    space: bytes
    kind: str
    ref: bytes
    record: bytes
    token: str
    order: int
    sealed: list[_Row] = []

    def appends(self) -> list[Append]:
        """The finished entries, for the store."""
        return [Append(Sealed(raw), Sealed(blob) if blob else None, readers) for raw, blob, readers in self.sealed]


_decoder = msgspec.msgpack.Decoder(Waiting)
_encode = msgspec.msgpack.Encoder(enc_hook=bytes).encode  # an Id is written as the bytes that it is


class Outbox:
    """The rows of this process, and of dead ones that it took over."""

    def __init__(self, state: SealedStore, presence: Presence) -> None:
        self._state = state
        self._token = presence.token
        self.items: list[Waiting] = []
        living = set(presence.others())
        # The transaction makes the claim exclusive: who comes second finds a living token.
        with state.transaction():
            for key, raw in list(state.items("outbox")):
                item = _decoder.decode(raw)
                if item.token not in living:
                    item.token = self._token
                    state.put("outbox", key, _encode(item))
                    self.items.append(item)
        self.items.sort(key=lambda item: item.order)
        for token in presence.adopt_dead():
            presence.bury(token)

    def add(self, record_id: bytes, space: bytes, kind: str, ref: bytes, record: bytes, order: int) -> Waiting:
        """Keep a record until it was sent. RetryableError when the disk is full: then nothing was accepted."""
        return self._add(Waiting(record_id, space, kind, ref, record, self._token, order))

    def add_sealed(self, act: bytes, space: bytes, appends: Sequence[Append], order: int) -> Waiting:
        """Keep finished entries until they were sent; ``act``: 16 random bytes. RetryableError as ``add``."""
        rows = [(bytes(row.raw), bytes(row.blob) if row.blob else None, row.members) for row in appends]
        return self._add(Waiting(act, space, "", b"", b"", self._token, order, rows))

    def _add(self, item: Waiting) -> Waiting:
        self._state.put("outbox", item.record_id, _encode(item))
        self.items.append(item)
        return item

    def drop(self, item: Waiting) -> None:
        """The record arrived, or became a draft."""
        self._state.delete("outbox", item.record_id)
        self.items.remove(item)
