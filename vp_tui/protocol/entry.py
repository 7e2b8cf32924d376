"""A signed entry on the wire: a fixed header of 132 bytes, a body, one to four signatures.

::

    0 magic "VPL1" | 4 suite u8 | 5 kind u8 | 6 flags u16 | 8 space[16] | 24 seq u64 | 32 prev[32]
    64 time_ms u64 | 72 signer[16] | 88 practice_seq u64 | 96 practice_head[32] | 128 body_len u32 | 132 body
    … n_sigs u8 (1..4) | n × (device_id[16] ‖ signature[64])
    signed: "sig" ‖ bytes[0:132] ‖ body          link hash: "link" ‖ the whole entry with its signatures

Invariant: ``parse`` accepts one encoding of an entry and only whole entries; it judges form, never authority (verify
does that). Callers: verify, practice_log, space, writing; workspace for ``parse`` and ``cosign``.
"""

from __future__ import annotations

import hashlib
import struct
from enum import IntEnum
from typing import NamedTuple

import msgspec

from vp_tui.errors import IntegrityError
from vp_tui.protocol import suite
from vp_tui.protocol.encoding import labelled, u8
from vp_tui.protocol.identity import DeviceKeys, Tag

__all__ = ["HOUR_MS", "MAX_ENTRY", "NO_HASH", "Entry", "Kind", "Place", "cosign", "link", "parse", "signed_entry"]

HOUR_MS = 3_600_000
MAX_ENTRY = 4 * 1024 * 1024
MAX_SIGNATURES = 4
NO_HASH = bytes(32)

_MAGIC = b"VPL1"
_HEADER = struct.Struct(">4sBBH16sQ32sQ16sQ32sI")
_SIGNATURE = 16 + 64


class Kind(IntEnum):
    """1 to 15: the practice log. 16 and above: a space."""

    GENESIS = 1
    MEMBER_ADD = 2
    MEMBER_REMOVE = 3
    ENC_KEY = 4
    DEVICE_ADD = 5
    DEVICE_REVOKE = 6
    ROLES = 7
    POLICY = 8
    RECOVERY_SET = 9
    CREATE = 16
    REKEY = 17
    GRANT = 18
    DATA = 19
    TOMBSTONE = 20
    SHRED = 21
    CLOSE = 22


class Place(NamedTuple):
    """Where an entry goes, and the height and head of the practice log that its signer has verified."""

    space: bytes
    seq: int
    prev: bytes
    practice_seq: int
    practice_head: bytes


class Entry(msgspec.Struct, frozen=True, gc=False):
    """A parsed entry. Ids are 16 bytes, hashes 32; ``signatures`` are (device id, 64 bytes); ``raw`` is the whole."""

    suite: int
    kind: int
    flags: int
    space: bytes
    seq: int
    prev: bytes
    time_ms: int
    signer: bytes
    practice_seq: int
    practice_head: bytes
    body: bytes
    signatures: tuple[tuple[bytes, bytes], ...]
    raw: bytes

    @property
    def signed(self) -> bytes:
        """The bytes that every signature of this entry covers."""
        return labelled(Tag.ENTRY, self.raw[: _HEADER.size + len(self.body)])

    @property
    def head(self) -> bytes:
        """The link hash, 32 bytes: what the next entry names as ``prev``."""
        return link(self.raw)


def link(raw: bytes) -> bytes:
    """Hash of the whole entry with its signatures, 32 bytes."""
    return hashlib.sha256(labelled("link", raw)).digest()


def parse(raw: bytes) -> Entry:
    """Bytes to Entry, or IntegrityError bad-encoding. A kind, suite or flag of a later version is left to verify."""
    if not _HEADER.size < len(raw) <= MAX_ENTRY or raw[:4] != _MAGIC:
        raise IntegrityError("bad-encoding")
    _, used, kind, flags, space, seq, prev, time_ms, signer, *practice, size = _HEADER.unpack_from(raw)
    end = _HEADER.size + size
    count = raw[end] if end < len(raw) else 0
    if not 1 <= count <= MAX_SIGNATURES or len(raw) != end + 1 + count * _SIGNATURE or time_ms % HOUR_MS:
        raise IntegrityError("bad-encoding")
    starts = range(end + 1, len(raw), _SIGNATURE)
    signatures = tuple((raw[at : at + 16], raw[at + 16 : at + _SIGNATURE]) for at in starts)
    if signatures[0][0] != signer or len({device for device, _ in signatures}) != count:
        raise IntegrityError("bad-encoding")
    body = raw[_HEADER.size : end]
    return Entry(used, kind, flags, space, seq, prev, time_ms, signer, practice[0], practice[1], body, signatures, raw)


def signed_entry(keys: DeviceKeys, kind: Kind, place: Place, body: bytes, now_ms: int) -> bytes:
    """A whole entry with this device's signature; its time is rounded down to the hour (the server sees it)."""
    hour = now_ms - now_ms % HOUR_MS
    space, seq, prev, *practice = place
    header = _HEADER.pack(_MAGIC, suite.HYBRID, kind, 0, space, seq, prev, hour, keys.device_id, *practice, len(body))
    return header + body + u8(1) + keys.device_id + keys.sign(Tag.ENTRY, header + body)


def cosign(raw: bytes, keys: DeviceKeys) -> bytes:
    """The entry with one more signature; IntegrityError bad-encoding as ``parse``, also when this device has signed."""
    entry = parse(raw)
    end = _HEADER.size + len(entry.body)
    signature = keys.device_id + keys.sign(Tag.ENTRY, raw[:end])
    signed = raw[:end] + u8(raw[end] + 1) + raw[end + 1 :] + signature
    parse(signed)
    return signed
