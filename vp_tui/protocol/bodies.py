"""What an entry's body says: one frozen struct per kind, and one table with the layout of them all.

Invariant: ``decode(kind, encode(body)) == body`` and no other bytes decode to that body: lists of ids are strictly
ascending, every field has its exact length (ids 16 bytes, keys and hashes 32, public subkeys 32 or 1216). Bodies
judge form, never authority. Callers: verify, writing, practice_log.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from enum import IntFlag
from itertools import pairwise
from typing import Any, NamedTuple

import msgspec

from vp_tui.errors import IntegrityError, UpgradeError
from vp_tui.protocol import suite
from vp_tui.protocol.encoding import number, pack, u8, u32, unpack
from vp_tui.protocol.entry import Kind

__all__ = [
    "Body",
    "Close",
    "Data",
    "DeviceAdd",
    "DeviceRevoke",
    "EncKeyBody",
    "Epoch",
    "Genesis",
    "Grant",
    "MemberAdd",
    "MemberRemove",
    "Policy",
    "PolicyBody",
    "PracticeBody",
    "RecoverySet",
    "Role",
    "Roles",
    "Shred",
    "SpaceBody",
    "Tombstone",
    "Wrap",
    "decode",
    "encode",
]


class Role(IntFlag):
    """A set of bits in one byte. COORDINATOR is the specification's manager of membership."""

    CONFIDANT = 1
    COORDINATOR = 2
    SUPERVISOR = 4


class Policy(msgspec.Struct, frozen=True, gc=False):
    """What the practice has agreed on. Retention in days; ``min_client`` is compared with CLIENT_VERSION."""

    quorum: int = 2
    min_suite: int = suite.HYBRID
    min_client: int = 1
    retention_min_days: int = 0
    retention_max_days: int = 730
    file_keystore: bool = False
    kernel_keyring: bool = True
    terminal_clipboard: bool = False


class Genesis(msgspec.Struct, frozen=True, gc=False):
    """The first entry: policy and founder."""

    policy: Policy
    member_id: bytes
    roles: int
    sign_pub: bytes
    enc_pub: bytes
    sealed_name: bytes


class MemberAdd(msgspec.Struct, frozen=True, gc=False):
    """A member with the first device; ``sealed_name`` is readable in the practice space (see sealing.seal_name)."""

    member_id: bytes
    roles: int
    sign_pub: bytes
    enc_pub: bytes
    sealed_name: bytes


class MemberRemove(msgspec.Struct, frozen=True, gc=False):
    """A member leaves; all her devices are revoked with her."""

    member_id: bytes


class EncKeyBody(msgspec.Struct, frozen=True, gc=False):
    """The signing device publishes its next subkey."""

    number: int
    enc_pub: bytes


class DeviceAdd(msgspec.Struct, frozen=True, gc=False):
    """A further device of a member."""

    member_id: bytes
    sign_pub: bytes
    enc_pub: bytes


class DeviceRevoke(msgspec.Struct, frozen=True, gc=False):
    """A device is lost or put away."""

    device_id: bytes


class Roles(msgspec.Struct, frozen=True, gc=False):
    """A member's roles from here on."""

    member_id: bytes
    roles: int


class PolicyBody(msgspec.Struct, frozen=True, gc=False):
    """A new policy, whole."""

    policy: Policy


class RecoverySet(msgspec.Struct, frozen=True, gc=False):
    """A member's recovery key: any ``k`` of ``n`` shares restore it; ``commitment`` tells whether they did."""

    member_id: bytes
    enc_pub: bytes
    k: int
    n: int
    commitment: bytes


class Wrap(msgspec.Struct, frozen=True, gc=False):
    """The epoch key for subkey ``number`` of one device: 80 or 1168 bytes of HPKE ciphertext."""

    device_id: bytes
    number: int
    ciphertext: bytes


class Epoch(msgspec.Struct, frozen=True, gc=False):
    """Body of CREATE and REKEY. ``prev_box`` is empty or the key of the epoch before, sealed (48 bytes)."""

    epoch: int
    commitment: bytes
    prev_box: bytes
    members: tuple[bytes, ...]
    managers: tuple[bytes, ...]
    wraps: tuple[Wrap, ...]


class Grant(msgspec.Struct, frozen=True, gc=False):
    """The current key for one member's devices."""

    epoch: int
    member_id: bytes
    wraps: tuple[Wrap, ...]


class Data(msgspec.Struct, frozen=True, gc=False):
    """One sealed record: where its blob is, and the sealed record id and version."""

    epoch: int
    blob_hash: bytes
    meta_box: bytes


class Tombstone(msgspec.Struct, frozen=True, gc=False):
    """A writer withdraws records: their blobs may be gone from here on."""

    blob_hashes: tuple[bytes, ...]


class Shred(msgspec.Struct, frozen=True, gc=False):
    """A manager destroys records; ``reason`` is a code of the workspace."""

    blob_hashes: tuple[bytes, ...]
    reason: int


class Close(msgspec.Struct, frozen=True, gc=False):
    """Nothing more is written here; only REKEY and SHRED may follow."""


PracticeBody = (
    Genesis | MemberAdd | MemberRemove | EncKeyBody | DeviceAdd | DeviceRevoke | Roles | PolicyBody | RecoverySet
)
SpaceBody = Epoch | Grant | Data | Tombstone | Shred | Close
Body = PracticeBody | SpaceBody


class _Codec(NamedTuple):
    write: Callable[[Any], bytes]
    read: Callable[[bytes], Any]


def _sized(*sizes: int) -> _Codec:
    def read(data: bytes) -> bytes:
        if len(data) not in sizes:
            raise IntegrityError("bad-encoding")
        return data

    return _Codec(bytes, read)


def _up_to(limit: int) -> _Codec:
    def read(data: bytes) -> bytes:
        if len(data) > limit:
            raise IntegrityError("bad-encoding")
        return data

    return _Codec(bytes, read)


def _ascending(item: _Codec, key: Callable[[Any], bytes] = bytes) -> _Codec:
    def write(items: tuple[Any, ...]) -> bytes:
        return pack(*(item.write(each) for each in items))

    def read(data: bytes) -> tuple[Any, ...]:
        items = tuple(item.read(part) for part in unpack(data))
        if any(key(a) >= key(b) for a, b in pairwise(items)):
            raise IntegrityError("bad-encoding")
        return items

    return _Codec(write, read)


def _read_roles(data: bytes) -> int:
    roles = number(data, 1)
    if roles >= Role.SUPERVISOR << 1:
        raise UpgradeError("newer-client")
    if not roles:
        raise IntegrityError("bad-encoding")
    return roles


_POLICY = struct.Struct(">BBIIIB")
_POLICY_FLAGS = ("file_keystore", "kernel_keyring", "terminal_clipboard")


def _write_policy(policy: Policy) -> bytes:
    flags = sum(getattr(policy, name) << bit for bit, name in enumerate(_POLICY_FLAGS))
    return _POLICY.pack(
        policy.quorum,
        policy.min_suite,
        policy.min_client,
        policy.retention_min_days,
        policy.retention_max_days,
        flags,
    )


def _read_policy(data: bytes) -> Policy:
    if len(data) != _POLICY.size:
        raise IntegrityError("bad-encoding")
    quorum, min_suite, min_client, least, most, flags = _POLICY.unpack(data)
    if min_suite not in (suite.CLASSIC, suite.HYBRID) or flags >> len(_POLICY_FLAGS):
        raise UpgradeError("newer-client")
    if not quorum or least > most:
        raise IntegrityError("bad-encoding")
    return Policy(
        quorum,
        min_suite,
        min_client,
        least,
        most,
        *(bool(flags >> bit & 1) for bit in range(len(_POLICY_FLAGS))),
    )


def _write_wrap(wrap: Wrap) -> bytes:
    return pack(wrap.device_id, u32(wrap.number), wrap.ciphertext)


def _read_wrap(data: bytes) -> Wrap:
    device, count, ciphertext = unpack(data, 3)
    return Wrap(_ID.read(device), number(count, 4), _WRAPPED.read(ciphertext))


_ID = _sized(16)
_HASH = _sized(32)
_SUBKEY = _sized(32, 1216)
_WRAPPED = _sized(80, 1168)
_U8 = _Codec(u8, lambda data: number(data, 1))
_U32 = _Codec(u32, lambda data: number(data, 4))
_ROLES = _Codec(u8, _read_roles)
_POLICY_FIELD = _Codec(_write_policy, _read_policy)
_NAME = _up_to(1024)
_META = _up_to(256)
_IDS = _ascending(_ID)
_HASHES = _ascending(_HASH)
_WRAPS = _ascending(_Codec(_write_wrap, _read_wrap), key=lambda wrap: wrap.device_id)

# The fields of each body in the order of the struct: F(field, field, …).
_LAYOUT: dict[type[Body], tuple[_Codec, ...]] = {
    Genesis: (_POLICY_FIELD, _ID, _ROLES, _HASH, _SUBKEY, _NAME),
    MemberAdd: (_ID, _ROLES, _HASH, _SUBKEY, _NAME),
    MemberRemove: (_ID,),
    EncKeyBody: (_U32, _SUBKEY),
    DeviceAdd: (_ID, _HASH, _SUBKEY),
    DeviceRevoke: (_ID,),
    Roles: (_ID, _ROLES),
    PolicyBody: (_POLICY_FIELD,),
    RecoverySet: (_ID, _SUBKEY, _U8, _U8, _HASH),
    Epoch: (_U32, _HASH, _sized(0, 48), _IDS, _IDS, _WRAPS),
    Grant: (_U32, _ID, _WRAPS),
    Data: (_U32, _HASH, _META),
    Tombstone: (_HASHES,),
    Shred: (_HASHES, _U8),
    Close: (),
}
_BODY_OF: dict[Kind, type[Body]] = {
    Kind.GENESIS: Genesis,
    Kind.MEMBER_ADD: MemberAdd,
    Kind.MEMBER_REMOVE: MemberRemove,
    Kind.ENC_KEY: EncKeyBody,
    Kind.DEVICE_ADD: DeviceAdd,
    Kind.DEVICE_REVOKE: DeviceRevoke,
    Kind.ROLES: Roles,
    Kind.POLICY: PolicyBody,
    Kind.RECOVERY_SET: RecoverySet,
    Kind.CREATE: Epoch,
    Kind.REKEY: Epoch,
    Kind.GRANT: Grant,
    Kind.DATA: Data,
    Kind.TOMBSTONE: Tombstone,
    Kind.SHRED: Shred,
    Kind.CLOSE: Close,
}


def encode(body: Body) -> bytes:
    """F(field, …) in the order of the struct."""
    fields = body.__struct_fields__
    return pack(*(codec.write(getattr(body, name)) for codec, name in zip(_LAYOUT[type(body)], fields, strict=True)))


def decode(kind: Kind, data: bytes) -> Body:
    """The body of an entry of this kind. IntegrityError bad-encoding; UpgradeError newer-client for unknown bits."""
    shape = _BODY_OF[kind]
    layout = _LAYOUT[shape]
    return shape(*(codec.read(part) for codec, part in zip(layout, unpack(data, len(layout)), strict=True)))
