"""Making the next entry of a space: sealed, padded, signed, with the practice's height in it.

Invariant: nothing here changes a state, and nothing is made that the rules would refuse (NotPermittedError
entry-refused, with the reason): the server is append-only, and a bad entry would end the space. The workspace sends the
entry and applies it when the server has taken it, by the same ``SpaceLog.apply`` as everybody else's.
Callers: workspace.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from vp_tui.errors import ConflictError, IntegrityError, NotPermittedError
from vp_tui.protocol import sealing, suite, verify
from vp_tui.protocol.bodies import Close, Data, Epoch, Grant, Shred, SpaceBody, Tombstone, Wrap, encode
from vp_tui.protocol.encoding import Random, system_random
from vp_tui.protocol.entry import Kind, Place, link, parse, signed_entry
from vp_tui.protocol.identity import DeviceKeys
from vp_tui.protocol.practice_log import PracticeLog
from vp_tui.protocol.space import SpaceLog

__all__ = [
    "NewEntry",
    "close_entry",
    "create_space",
    "data_entry",
    "grant_entry",
    "rekey_entry",
    "shred_entry",
    "tombstone_entry",
]

_KEY = 32


class NewEntry(msgspec.Struct, frozen=True, gc=False):
    """An entry to append. ``blob_hash`` and ``blob`` belong to DATA, ``key`` (the new epoch's) to CREATE and REKEY."""

    raw: bytes
    head: bytes
    seq: int
    epoch: int
    blob_hash: bytes = b""
    blob: bytes = b""
    key: bytes = b""

    def __repr__(self) -> str:
        return f"NewEntry(seq={self.seq}, epoch={self.epoch})"


def create_space(
    keys: DeviceKeys,
    practice: PracticeLog,
    space: bytes,
    members: Iterable[bytes],
    managers: Iterable[bytes],
    now_ms: int,
    *,
    readers: Iterable[bytes] | None = None,
    epoch_key: bytes | None = None,
    random: Random = system_random,
) -> NewEntry:
    """CREATE with epoch 0, wrapped for every active device of ``readers`` (all members unless given).

    A writer who must not read later (a contact request) is a member and no reader: she adopts ``key``, writes, and
    forgets. ``epoch_key``: 32 bytes that exist already (the practice space, whose key seals the founder's name).
    """
    log = SpaceLog(space)
    key = epoch_key or random(_KEY)
    return _epoch(Kind.CREATE, log, keys, practice, members, managers, readers, key, b"", now_ms)


def rekey_entry(
    log: SpaceLog,
    keys: DeviceKeys,
    practice: PracticeLog,
    members: Iterable[bytes],
    managers: Iterable[bytes],
    now_ms: int,
    *,
    readers: Iterable[bytes] | None = None,
    history: bool = True,
    random: Random = system_random,
) -> NewEntry:
    """REKEY: a new key for exactly these members. Without ``history`` a newcomer reads nothing written before.

    NotPermittedError no-epoch-key when history is asked for and the present key is not held.
    """
    key = random(_KEY)
    box = sealing.prev_box(log.space, log.epoch + 1, key, _held(log)) if history else b""
    return _epoch(Kind.REKEY, log, keys, practice, members, managers, readers, key, box, now_ms)


def grant_entry(log: SpaceLog, keys: DeviceKeys, practice: PracticeLog, member_id: bytes, now_ms: int) -> NewEntry:
    """GRANT: the present key (and by its prev boxes the history) for all active devices of one member."""
    wraps = _wraps(log.space, log.epoch, _held(log), log.commitments[log.epoch], [member_id], practice)
    return _entry(Kind.GRANT, log, keys, practice, Grant(log.epoch, member_id, wraps), now_ms)


def data_entry(
    log: SpaceLog,
    keys: DeviceKeys,
    practice: PracticeLog,
    record_id: bytes,
    version: int,
    plaintext: bytes,
    now_ms: int,
    random: Random = system_random,
) -> NewEntry:
    """DATA: one record. ConflictError rotate-first when somebody who has left holds the key: rekey, then write."""
    if log.must_rotate(practice):
        raise ConflictError("rotate-first")
    key = _held(log)
    place = sealing.DataPlace(log.space, log.seq + 1, log.head, keys.device_id, log.epoch)
    record = sealing.Record(record_id, version, plaintext)
    blob = sealing.seal_record(key, place, record, random)
    address = sealing.blob_hash(blob)
    body = Data(log.epoch, address, sealing.seal_meta(key, place, record, address, random))
    made = _entry(Kind.DATA, log, keys, practice, body, now_ms)
    return msgspec.structs.replace(made, blob_hash=address, blob=blob)


def tombstone_entry(
    log: SpaceLog, keys: DeviceKeys, practice: PracticeLog, blob_hashes: Iterable[bytes], now_ms: int
) -> NewEntry:
    """TOMBSTONE: these blobs are withdrawn and may be deleted."""
    return _entry(Kind.TOMBSTONE, log, keys, practice, Tombstone(tuple(sorted(set(blob_hashes)))), now_ms)


def shred_entry(
    log: SpaceLog, keys: DeviceKeys, practice: PracticeLog, blob_hashes: Iterable[bytes], reason: int, now_ms: int
) -> NewEntry:
    """SHRED: these blobs are destroyed, for the reason with this code (0 to 255)."""
    return _entry(Kind.SHRED, log, keys, practice, Shred(tuple(sorted(set(blob_hashes))), reason), now_ms)


def close_entry(log: SpaceLog, keys: DeviceKeys, practice: PracticeLog, now_ms: int) -> NewEntry:
    """CLOSE: final; only REKEY and SHRED may follow."""
    return _entry(Kind.CLOSE, log, keys, practice, Close(), now_ms)


def _epoch(
    kind: Kind,
    log: SpaceLog,
    keys: DeviceKeys,
    practice: PracticeLog,
    members: Iterable[bytes],
    managers: Iterable[bytes],
    readers: Iterable[bytes] | None,
    key: bytes,
    prev_box: bytes,
    now_ms: int,
) -> NewEntry:
    members = tuple(sorted(set(members)))
    epoch = log.epoch + 1
    committed = sealing.commitment(log.space, epoch, key)
    wraps = _wraps(log.space, epoch, key, committed, members if readers is None else readers, practice)
    body = Epoch(epoch, committed, prev_box, members, tuple(sorted(set(managers))), wraps)
    made = _entry(kind, log, keys, practice, body, now_ms)
    return msgspec.structs.replace(made, epoch=epoch, key=key)


def _wraps(
    space: bytes, epoch: int, key: bytes, committed: bytes, members: Iterable[bytes], practice: PracticeLog
) -> tuple[Wrap, ...]:
    """For devices of our own verified log only, never because the server asks."""
    wraps: list[Wrap] = []
    for device in (device for member in members for device in practice.devices_of(member)):
        number = max(device.subkeys)
        info = sealing.wrap_info(space, epoch, device.device_id, number, committed)
        wraps.append(Wrap(device.device_id, number, suite.wrap(device.subkeys[number].public, key, info)))
    return tuple(sorted(wraps, key=lambda wrap: wrap.device_id))


def _entry(
    kind: Kind, log: SpaceLog, keys: DeviceKeys, practice: PracticeLog, body: SpaceBody, now_ms: int
) -> NewEntry:
    place = Place(log.space, log.seq + 1, log.head, practice.seq, practice.head)
    raw = signed_entry(keys, kind, place, encode(body), now_ms)
    own = practice.devices.get(keys.device_id)
    if own is None:
        raise NotPermittedError("entry-refused", reason="unknown-signer")
    try:
        verify.space_rules(log, parse(raw), practice, own, known=False)
    except IntegrityError as found:
        raise NotPermittedError("entry-refused", reason=found.kind) from None
    return NewEntry(raw, link(raw), place.seq, log.epoch)


def _held(log: SpaceLog) -> bytes:
    key = log.key(log.epoch)
    if key is None:
        raise NotPermittedError("no-epoch-key")
    return key
