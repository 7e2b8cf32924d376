"""The export bundle: all that a member can see of a practice, signed and sealed in one file, if the server is lost.

::

    0 magic "VPX1" | 4 suite u8 | 5 practice_id[16] | 21 bundle_id[16] | 37 member_id[16] | 53 sign_pub[32]
    85 time_ms u64 | 93 wraps_len u32 | 97 wraps: F(F(device_id, subkey number u32, HPKE ciphertext), …)
    … chunks, each 65 536 bytes (the last: 1 to 65 536; one empty chunk when there is nothing) and a tag of 16
    … Ed25519 signature[64]

    BK        = 32 random bytes; a wrap's info = "bundle-wrap" ‖ F(practice_id, bundle_id, member_id, device_id, number)
    h         = H("bundle-header", the bytes up to the chunks)
    chunk i   = AEAD(HKDF(BK, h, "bundle-key", F(i u64, last u8), 32)).encrypt(part, "bundle-chunk" ‖ F(h, i, last))
    signed    = "bundle" ‖ F(h, SHA-256("bundle-body" ‖ all chunks))
    body      = item, item, …       item = kind u8 ‖ length u32 ‖ F
                1 F(space, seq u64, entry, record or nothing)   2 F(device, space, seq u64, head, signature)
                3 F(login role, member_id, device_id)

Invariant: nothing inside is parsed before the signature over the whole file has held and its chunk has opened; a part
that is absent, repeated or out of place does not open, since each chunk's key knows its number and whether it is the
last. A bundle says who made it; whether that device is one of the member's is for whoever verifies the practice log in
it, and so is every entry. Callers: workspace.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Callable, Iterator

import msgspec

from vp_tui.errors import IntegrityError, NotPermittedError, UpgradeError, UsageError
from vp_tui.protocol import suite
from vp_tui.protocol.encoding import (
    Random,
    derive,
    digest,
    labelled,
    number,
    pack,
    system_random,
    u8,
    u32,
    u64,
    unpack,
)
from vp_tui.protocol.entry import HOUR_MS
from vp_tui.protocol.freshness import Attestation
from vp_tui.protocol.identity import DeviceKeys, Tag, device_id
from vp_tui.protocol.practice_log import PracticeLog

__all__ = ["CHUNK", "Bundle", "BundleWriter", "Header", "Item", "Login", "Read", "Row", "open_bundle"]

CHUNK = 65_536
_TAG = 16
_SEALED = CHUNK + _TAG
_SIGNATURE = 64
_MAGIC = b"VPX1"
_HEADER = struct.Struct(">4sB16s16s16s32sQI")
_ITEM = struct.Struct(">BI")
_ROW, _ATTESTATION, _LOGIN = 1, 2, 3

Read = Callable[[int, int], bytes]
"""``read(offset, size)``: the bytes of the file there, fewer where it ends."""


class Row(msgspec.Struct, frozen=True, gc=False):
    """An entry as a server gave it, where it gave it; ``blob`` is b"" where there is no record."""

    space: bytes
    seq: int
    raw: bytes
    blob: bytes


class Login(msgspec.Struct, frozen=True, gc=False):
    """Under which name a device signed in, by the lost server's word."""

    role: str
    member_id: bytes
    device_id: bytes


Item = Row | Attestation | Login


class Header(msgspec.Struct, frozen=True, gc=False):
    """What stands in clear. ``raw`` is all of it, ``time_ms`` rounded down to the hour, ``device_id`` the maker."""

    suite: int
    practice_id: bytes
    bundle_id: bytes
    member_id: bytes
    sign_pub: bytes
    time_ms: int
    wraps: tuple[tuple[bytes, int, bytes], ...]
    raw: bytes

    @property
    def device_id(self) -> bytes:
        """16 bytes."""
        return device_id(self.sign_pub)

    @property
    def digest(self) -> bytes:
        """32 bytes: binds every chunk and the signature to this header."""
        return digest("bundle-header", self.raw)


class BundleWriter:
    """Writes a bundle for all devices in use of this device's member, through ``write``, in pieces of about a chunk.

    Until ``finish`` what was written is worth nothing: it has neither its last chunk nor its signature.
    """

    def __init__(
        self,
        keys: DeviceKeys,
        practice: PracticeLog,
        now_ms: int,
        write: Callable[[bytes], None],
        random: Random = system_random,
    ) -> None:
        """NotPermittedError entry-refused (reason not-a-member) for a device that the practice does not know."""
        member = practice.member_of(keys.device_id)
        if member is None or not practice.devices[keys.device_id].active:
            raise NotPermittedError("entry-refused", reason="not-a-member")
        self._keys, self._write = keys, write
        self._key = random(32)
        bundle = random(16)
        wraps = []
        for device in practice.devices_of(member):
            newest = max(device.subkeys)
            info = _info(practice.practice_id, bundle, member, device.device_id, newest)
            sealed = suite.wrap(device.subkeys[newest].public, self._key, info)
            wraps.append(pack(device.device_id, u32(newest), sealed))
        boxes, hour = pack(*wraps), now_ms - now_ms % HOUR_MS
        front = (_MAGIC, suite.HYBRID, practice.practice_id, bundle, member, keys.sign_pub, hour, len(boxes))
        raw = _HEADER.pack(*front) + boxes
        self.header, _ = _header(lambda at, size: raw[at : at + size], len(raw) + _SIGNATURE)
        self._digest = self.header.digest
        self._hash = hashlib.sha256(labelled("bundle-body"))
        self._pending = bytearray()
        self._number = 0
        write(raw)

    def add(self, item: Item) -> None:
        """One more entry, attestation or login."""
        match item:
            case Row(space, seq, raw, blob):
                kind, data = _ROW, pack(space, u64(seq), raw, blob)
            case Attestation():
                kind = _ATTESTATION
                data = pack(item.device_id, item.space, u64(item.seq), item.head, item.signature)
            case Login(role, member, device):
                kind, data = _LOGIN, pack(role.encode(), member, device)
        self._pending += _ITEM.pack(kind, len(data)) + data
        # One byte more than a chunk: only then is it known not to be the last.
        while len(self._pending) > CHUNK:
            self._seal(bytes(self._pending[:CHUNK]), last=False)
            del self._pending[:CHUNK]

    def finish(self) -> None:
        """The last chunk and the signature."""
        self._seal(bytes(self._pending), last=True)
        self._write(self._keys.sign(Tag.BUNDLE, pack(self._digest, self._hash.digest())))

    def _seal(self, part: bytes, *, last: bool) -> None:
        key, aad = _place(self._key, self._digest, self._number, last=last)
        sealed = suite.aead_seal(key, part, aad)
        self._hash.update(sealed)
        self._write(sealed)
        self._number += 1


class Bundle:
    """A bundle whose signature held and whose key this device has."""

    def __init__(self, header: Header, key: bytes, read: Read, start: int, end: int) -> None:
        self.header = header
        self._key, self._read, self._start, self._end = key, read, start, end

    def items(self) -> Iterator[Item]:
        """What is in it, in the order of writing; as often as asked, with one chunk and one item in memory.

        IntegrityError record-unreadable (a chunk does not open: the file changed since its signature was checked),
        bad-encoding; UpgradeError newer-client for an item of a later version.
        """
        held = bytearray()
        for part in self._parts():
            held += part
            at = 0
            while len(held) - at >= _ITEM.size:
                kind, size = _ITEM.unpack_from(held, at)
                if len(held) - at - _ITEM.size < size:
                    break
                at += _ITEM.size + size
                yield _item(kind, bytes(held[at - size : at]))
            del held[:at]
        if held:
            raise IntegrityError("bad-encoding")

    def _parts(self) -> Iterator[bytes]:
        bound = self.header.digest
        for index, at in enumerate(range(self._start, self._end, _SEALED)):
            last = at + _SEALED >= self._end
            key, aad = _place(self._key, bound, index, last=last)
            part = suite.aead_open(key, self._read(at, min(_SEALED, self._end - at)), aad)
            if part is None:
                raise IntegrityError("record-unreadable")
            yield part


def open_bundle(read: Read, size: int, keys: DeviceKeys) -> Bundle:
    """Check the signature over all ``size`` bytes, then open the key; the items are opened as they are asked for.

    UsageError not-a-bundle; IntegrityError bad-encoding, bad-signature, small-order-key; UpgradeError newer-client;
    NotPermittedError bundle-not-yours when it was not made for this device, or for a subkey that it has forgotten.
    """
    header, start = _header(read, size)
    end = size - _SIGNATURE
    # The last chunk holds at least its tag, and something unless it is the only one.
    if end - start < _TAG or (end - start > _SEALED and (end - start) % _SEALED in range(1, _TAG + 1)):
        raise IntegrityError("bad-encoding")
    running = hashlib.sha256(labelled("bundle-body"))
    for at in range(start, end, _SEALED):
        running.update(read(at, min(_SEALED, end - at)))
    message = labelled(Tag.BUNDLE, pack(header.digest, running.digest()))
    if not suite.signature_ok(header.sign_pub, read(end, _SIGNATURE), message):
        raise IntegrityError("bad-signature")
    if header.suite != suite.HYBRID:
        raise UpgradeError("newer-client")
    for device, subkey, sealed in header.wraps:
        if device == keys.device_id:
            info = _info(header.practice_id, header.bundle_id, header.member_id, device, subkey)
            key = keys.unwrap(subkey, sealed, info)
            if key is not None and len(key) == 32:
                return Bundle(header, key, read, start, end)
    raise NotPermittedError("bundle-not-yours")


def _header(read: Read, size: int) -> tuple[Header, int]:
    front = read(0, _HEADER.size)
    if front[:4] != _MAGIC:
        raise UsageError("not-a-bundle")
    if len(front) != _HEADER.size:
        raise IntegrityError("bad-encoding")
    _, used, practice, bundle, member, sign_pub, time_ms, length = _HEADER.unpack(front)
    start = _HEADER.size + length
    if start + _SIGNATURE > size or time_ms % HOUR_MS:
        raise IntegrityError("bad-encoding")
    boxes = read(_HEADER.size, length)
    wraps = []
    for box in unpack(boxes):
        device, subkey, sealed = unpack(box, 3)
        wraps.append((device, number(subkey, 4), sealed))
    return Header(used, practice, bundle, member, sign_pub, time_ms, tuple(wraps), front + boxes), start


def _item(kind: int, data: bytes) -> Item:
    if kind == _ROW:
        space, seq, raw, blob = unpack(data, 4)
        return Row(_sized(space, 16), number(seq, 8), raw, blob)
    if kind == _ATTESTATION:
        device, space, seq, head, signature = unpack(data, 5)
        place = (_sized(device, 16), _sized(space, 16), number(seq, 8))
        return Attestation(*place, _sized(head, 32), _sized(signature, _SIGNATURE))
    if kind == _LOGIN:
        role, member, device = unpack(data, 3)
        return Login(role.decode("ascii", "replace"), _sized(member, 16), _sized(device, 16))
    raise UpgradeError("newer-client")


def _sized(part: bytes, size: int) -> bytes:
    if len(part) != size:
        raise IntegrityError("bad-encoding")
    return part


def _info(practice: bytes, bundle: bytes, member: bytes, device: bytes, subkey: int) -> bytes:
    return labelled("bundle-wrap", pack(practice, bundle, member, device, u32(subkey)))


def _place(key: bytes, bound: bytes, index: int, *, last: bool) -> tuple[bytes, bytes]:
    """Key and AAD of one chunk: each key seals one value, so that the nonce may be fixed."""
    once = derive(key, bound, "bundle-key", u64(index), u8(last))
    return once, labelled("bundle-chunk", pack(bound, u64(index), u8(last)))
