"""Canonical records: the bytes that two people put their names to, and the names under them.

Invariant: one record has one encoding, whoever encodes it and in whichever version: named fields in alphabetical
order, ids in hexadecimal, dates as ISO, behind a label that no other kind of record has. A signature is an entry of a
space, signed there by the member's device, that names the SHA-256 of these bytes; it counts for exactly those.
Callers: sessions, extracts, supervision logs and their addenda; ``vp audit`` through the workspace.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Annotated, Literal, TypeAlias

from msgspec import Meta as Bounds
from msgspec import Struct
from msgspec.json import Encoder

from vp_tui.domain.act import Context, Meta
from vp_tui.errors import ConflictError, RefusedError

__all__ = ["Digest", "Signature", "canonical", "digest", "require_current", "require_device", "signed", "signers"]

Label = Literal["casus", "session", "extract", "supervision-log", "addendum"]
Digest = Annotated[str, Bounds(pattern=r"\A[0-9a-f]{64}\Z")]
"""SHA-256 in 64 lower-case hexadecimal digits."""

Value: TypeAlias = str | int | bytes | datetime.date | Sequence["Value"]

_encoder = Encoder(order="sorted")


class Signature(Struct, frozen=True, array_like=True):
    """``by`` a member on a ``device`` (16 bytes each), over the record with this ``digest``."""

    by: bytes
    device: bytes
    at_ms: int
    digest: str


def canonical(label: Label, /, **fields: Value) -> bytes:
    """``"vp-tui/v1/" ‖ label ‖ 0x00 ‖ JSON`` of the fields, without white space, keys sorted, bytes as hexadecimal."""
    return b"vp-tui/v1/%s\x00" % label.encode() + _encoder.encode(
        {name: _plain(value) for name, value in fields.items()}
    )


def _plain(value: Value) -> object:
    match value:
        case bytes():
            return value.hex()
        case datetime.date():
            return value.isoformat()
        case str() | int():
            return value
    return [_plain(part) for part in value]


def digest(record: bytes) -> str:
    """What a signature names: SHA-256 of canonical bytes."""
    return sha256(record).hexdigest()


def signed(signatures: tuple[Signature, ...], found: str, meta: Meta) -> tuple[Signature, ...]:
    """The signatures with one more, in the place of an earlier one by the same member."""
    others = tuple(row for row in signatures if row.by != meta.by)
    return (*others, Signature(meta.by, meta.device, meta.at_ms, found))


def signers(signatures: Iterable[Signature], found: str) -> frozenset[bytes]:
    """Who signed the record with this digest, and not another one."""
    return frozenset(row.by for row in signatures if row.digest == found)


def require_current(given: str, current: str) -> str:
    """ConflictError ``record-changed`` unless what was read is what is there now."""
    if given != current:
        raise ConflictError("record-changed")
    return current


def require_device(signatures: Iterable[Signature], context: Context) -> None:
    """RefusedError ``signer-device-revoked`` if the other's signature was made on a device that is revoked now: who
    lost a device signs again before anybody builds on it."""
    if any(row.device in context.revoked for row in signatures if row.by != context.actor):
        raise RefusedError("signer-device-revoked")
