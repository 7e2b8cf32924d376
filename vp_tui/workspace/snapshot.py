"""The search index as it was, sealed into the cache, so that it is there at once instead of after some seconds.

Invariant: what is read back is one whole image that this program wrote, with the versions of the spaces it was made of;
anything else (half written, mixed by two processes, of another edition) is nothing. Written in chunks of a megabyte,
each its own transaction, so that nobody who saves a note waits for it. Called by ``indexing``, from a thread.
"""

from __future__ import annotations

import os
from contextlib import suppress

import msgspec

from vp_tui.device.sealed_store import SealedStore
from vp_tui.errors import RetryableError
from vp_tui.workspace.search import Image
from vp_tui.workspace.texts import EDITION

__all__ = ["Snapshot", "Version"]

Version = tuple[int, ...]
"""How far the spaces were verified that a text came from."""

_CHUNK = 1 << 20
_TABLE = "index"


class _Head(msgspec.Struct, array_like=True):
    """``stamp`` stands before each chunk of the image; ``slot`` is one of two, written in turn."""

    edition: int
    stamp: bytes
    slot: int
    chunks: int
    runs: list[tuple[int, bytes, tuple[bytes, ...]]]
    following: int
    versions: dict[bytes, Version]


_decoder = msgspec.msgpack.Decoder(_Head)
_encode = msgspec.msgpack.Encoder(enc_hook=bytes).encode


class Snapshot:
    """One image, or none."""

    def __init__(self, cache: SealedStore) -> None:
        self._cache = cache

    def load(self) -> tuple[Image, dict[bytes, Version]] | None:
        """The image with the versions of its spaces."""
        head = self._head()
        if head is None or head.edition != EDITION:
            return None
        parts = []
        for number in range(head.chunks):
            part = self._cache.get(_TABLE, _key(head.slot, number)) or b""
            if not part.startswith(head.stamp):
                return None
            parts.append(memoryview(part)[len(head.stamp) :])
        return Image(head.runs, head.following, b"".join(parts)), head.versions

    def save(self, image: Image, versions: dict[bytes, Version]) -> None:
        """Put it in the place of the one before. On a full disk there is none."""
        before = self._head()
        slot = 1 - before.slot if before is not None else 0
        stamp = os.urandom(16)
        starts = range(0, len(image.data), _CHUNK)
        head = _Head(EDITION, stamp, slot, len(starts), image.runs, image.following, versions)
        with suppress(RetryableError):
            self._empty(slot)
            for number, start in enumerate(starts):
                self._cache.put(_TABLE, _key(slot, number), stamp + image.data[start : start + _CHUNK])
            self._cache.put(_TABLE, b"head", _encode(head))
            self._empty(1 - slot)

    def _head(self) -> _Head | None:
        with suppress(msgspec.MsgspecError):
            return _decoder.decode(self._cache.get(_TABLE, b"head") or b"")
        return None

    def _empty(self, slot: int) -> None:
        number = 0
        while self._cache.delete(_TABLE, _key(slot, number)):
            number += 1


def _key(slot: int, number: int) -> bytes:
    return bytes([slot]) + number.to_bytes(4, "big")
