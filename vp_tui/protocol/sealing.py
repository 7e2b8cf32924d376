"""Sealing: epoch keys for devices, records under an epoch key, names under the practice space's key.

::

    commitment = H("epoch-commit", space, epoch, EK)
    wrap       = HPKE(EK), info = "grant" ‖ F(space, epoch, device, subkey number, commitment)
    prev_box   = AEAD(HKDF(EK, space, "prev-key", F(epoch)))
                   .encrypt(EK of epoch - 1, "prev" ‖ F(space, epoch))
    (K, C)     = HKDF(EK, salt, "record", F(space, epoch), 64)
    blob       = salt[32] ‖ C[32] ‖ AEAD(K).encrypt(pad(record), AAD)
    AAD        = "blob" ‖ F(space, seq, prev, signer, epoch, record_id, version)
    meta_box   = salt'[32] ‖ AEAD(HKDF(EK, salt', "meta-key", F(space, epoch)))
                   .encrypt(F(record_id, version), "meta" ‖ F(space, seq, prev, signer, blob hash))
    name box   = salt[32] ‖ AEAD(HKDF(EK, salt, "name-key", F(practice space, epoch)))
                   .encrypt(name filled to 128, "name" ‖ F(practice_id, member_id))

Invariant: a sealed thing opens at its own place only (space, seq, predecessor, signer), and only a verified entry gives
a ``DataRef`` to open. Callers: writing and space; workspace for ``open_record``, ``open_meta`` and the names.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import msgspec

from vp_tui.errors import IntegrityError, NotPermittedError, RefusedError
from vp_tui.protocol import suite
from vp_tui.protocol.encoding import (
    Random,
    derive,
    digest,
    equal,
    labelled,
    number,
    pack,
    system_random,
    u32,
    u64,
    unpack,
)
from vp_tui.protocol.practice_log import practice_space_id

if TYPE_CHECKING:
    from vp_tui.protocol.space import DataRef, SpaceLog

__all__ = [
    "DataPlace",
    "Record",
    "blob_hash",
    "commitment",
    "open_meta",
    "open_name",
    "open_prev_box",
    "open_record",
    "pad",
    "prev_box",
    "seal_meta",
    "seal_name",
    "seal_record",
    "unpad",
    "wrap_info",
]

_SALT = 32
_COMMITMENT = 32
_KIB = 1024
_BUCKETS = (_KIB, 4 * _KIB, 16 * _KIB, 64 * _KIB)
_STEP = 256 * _KIB
# All names are one length on the server.
_NAME_SIZE = 128


class Record(msgspec.Struct, frozen=True, gc=False):
    """An opened record: id (16 bytes), version, and the plaintext, whose schema the caller checks."""

    record_id: bytes
    version: int
    plaintext: bytes

    def __repr__(self) -> str:
        return f"Record({self.record_id.hex()}, version={self.version})"


class DataPlace(msgspec.Struct, frozen=True, gc=False):
    """What a record is bound to."""

    space: bytes
    seq: int
    prev: bytes
    signer: bytes
    epoch: int


# ------------------------------------------------------------------------------------------------------- epoch keys


def commitment(space: bytes, epoch: int, key: bytes) -> bytes:
    """32 bytes in the signed entry: nobody can hand different keys of one epoch to different members."""
    return digest("epoch-commit", space, u32(epoch), key)


def wrap_info(space: bytes, epoch: int, device: bytes, subkey: int, committed: bytes) -> bytes:
    """The HPKE ``info`` of a wrap: it opens for one device, subkey, space and epoch."""
    return labelled("grant", pack(space, u32(epoch), device, u32(subkey), committed))


def prev_box(space: bytes, epoch: int, key: bytes, previous: bytes) -> bytes:
    """48 bytes: the key of ``epoch - 1`` for whoever has that of ``epoch``."""
    sealing = derive(key, space, "prev-key", u32(epoch))
    return suite.aead_seal(sealing, previous, labelled("prev", pack(space, u32(epoch))))


def open_prev_box(space: bytes, epoch: int, key: bytes, box: bytes) -> bytes | None:
    """The key of ``epoch - 1``, or None."""
    sealing = derive(key, space, "prev-key", u32(epoch))
    return suite.aead_open(sealing, box, labelled("prev", pack(space, u32(epoch))))


# ---------------------------------------------------------------------------------------------------------- records


def pad(data: bytes) -> bytes:
    """``u32 length ‖ data ‖ zeros`` to 1, 4, 16, 64, 256 KiB, then multiples of 256 KiB."""
    size = len(data) + 4
    padded = next((bucket for bucket in _BUCKETS if size <= bucket), -(-size // _STEP) * _STEP)
    return _filled(data, padded)


def unpad(padded: bytes) -> bytes:
    """The data of ``pad``; IntegrityError padding for another size than its own, or for anything but zeros."""
    data = padded[4 : 4 + int.from_bytes(padded[:4], "big")]
    if padded != pad(data):
        raise IntegrityError("padding")
    return data


def blob_hash(blob: bytes) -> bytes:
    """SHA-256, 32 bytes: the blob's address on the server."""
    return hashlib.sha256(blob).digest()


def seal_record(key: bytes, place: DataPlace, record: Record, random: Random = system_random) -> bytes:
    """The blob: 80 bytes longer than the padded plaintext."""
    salt = random(_SALT)
    once = derive(key, salt, "record", place.space, u32(place.epoch), length=64)
    return salt + once[32:] + suite.aead_seal(once[:32], pad(record.plaintext), _record_aad(place, record))


def seal_meta(key: bytes, place: DataPlace, record: Record, blob: bytes, random: Random = system_random) -> bytes:
    """The meta box of a blob with this hash."""
    salt = random(_SALT)
    once = derive(key, salt, "meta-key", place.space, u32(place.epoch))
    return salt + suite.aead_seal(once, pack(record.record_id, u32(record.version)), _meta_aad(place, blob))


def open_meta(log: SpaceLog, data: DataRef) -> tuple[bytes, int]:
    """Record id and version. IntegrityError record-unreadable; NotPermittedError no-epoch-key."""
    place = _place_of(log, data)
    salt, box = data.meta_box[:_SALT], data.meta_box[_SALT:]
    once = derive(_key_of(log, data), salt, "meta-key", place.space, u32(place.epoch))
    opened = suite.aead_open(once, box, _meta_aad(place, data.blob_hash))
    if opened is None:
        raise IntegrityError("record-unreadable", log.space, data.seq)
    record_id, version = unpack(opened, 2)
    return record_id, number(version, 4)


def open_record(log: SpaceLog, data: DataRef, blob: bytes | None) -> Record:
    """The record of a verified DATA entry; ``blob`` None when the server does not have it.

    IntegrityError blob-missing, blob-altered, record-unreadable, padding; NotPermittedError no-epoch-key.
    """
    if blob is None:
        raise IntegrityError("blob-missing", log.space, data.seq)
    if blob_hash(blob) != data.blob_hash:
        raise IntegrityError("blob-altered", log.space, data.seq)
    record_id, version = open_meta(log, data)
    place = _place_of(log, data)
    salt, committed, box = blob[:_SALT], blob[_SALT : _SALT + _COMMITMENT], blob[_SALT + _COMMITMENT :]
    once = derive(_key_of(log, data), salt, "record", place.space, u32(place.epoch), length=64)
    padded = suite.aead_open(once[:32], box, _record_aad(place, Record(record_id, version, b"")))
    # ChaCha20-Poly1305 does not commit to its key: without C one blob could open to two texts under two keys.
    if padded is None or not equal(once[32:], committed):
        raise IntegrityError("record-unreadable", log.space, data.seq)
    try:
        return Record(record_id, version, unpad(padded))
    except IntegrityError as found:
        raise IntegrityError(found.kind, log.space, data.seq) from None


def _record_aad(place: DataPlace, record: Record) -> bytes:
    where = (place.space, u64(place.seq), place.prev, place.signer, u32(place.epoch))
    return labelled("blob", pack(*where, record.record_id, u32(record.version)))


def _meta_aad(place: DataPlace, blob: bytes) -> bytes:
    return labelled("meta", pack(place.space, u64(place.seq), place.prev, place.signer, blob))


def _place_of(log: SpaceLog, data: DataRef) -> DataPlace:
    return DataPlace(log.space, data.seq, data.prev, data.signer, data.epoch)


def _key_of(log: SpaceLog, data: DataRef) -> bytes:
    key = log.key(data.epoch)
    if key is None:
        raise NotPermittedError("no-epoch-key")
    return key


# ------------------------------------------------------------------------------------------------------------ names


def seal_name(
    key: bytes, epoch: int, practice_id: bytes, member_id: bytes, name: str, random: Random = system_random
) -> bytes:
    """``F(epoch, box)`` for GENESIS and MEMBER_ADD, under the practice space's key of that epoch.

    RefusedError name-too-long above 124 bytes of UTF-8.
    """
    data = name.encode()
    if len(data) > _NAME_SIZE - 4:
        raise RefusedError("name-too-long", field="name", limit=_NAME_SIZE - 4)
    salt = random(_SALT)
    once = derive(key, salt, "name-key", practice_space_id(practice_id), u32(epoch))
    aad = labelled("name", pack(practice_id, member_id))
    return pack(u32(epoch), salt + suite.aead_seal(once, _filled(data, _NAME_SIZE), aad))


def open_name(log: SpaceLog, practice_id: bytes, member_id: bytes, sealed: bytes) -> str | None:
    """The name, from the practice space's keys; None while the key of that epoch is not held.

    IntegrityError bad-encoding, record-unreadable, padding.
    """
    epoch, box = unpack(sealed, 2)
    key = log.key(number(epoch, 4))
    if key is None:
        return None
    once = derive(key, box[:_SALT], "name-key", log.space, epoch)
    padded = suite.aead_open(once, box[_SALT:], labelled("name", pack(practice_id, member_id)))
    if padded is None:
        raise IntegrityError("record-unreadable", practice_id)
    data = padded[4 : 4 + int.from_bytes(padded[:4], "big")]
    if padded != _filled(data, _NAME_SIZE):
        raise IntegrityError("padding", practice_id)
    return data.decode(errors="replace")


def _filled(data: bytes, size: int) -> bytes:
    return u32(len(data)) + data + bytes(size - 4 - len(data))
