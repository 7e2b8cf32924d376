"""Length prefixes, labelled hashes and key derivation: all that touches bytes before they are authenticated.

Invariant: one value has one encoding, and every parser consumes its input exactly. There is no general parser
(CBOR, JSON, pickle) in this room. Every hash, KDF, MAC, signature and AAD input begins with ``PREFIX ‖ label ‖ 00``;
the labels are listed in docs/protocol.md and each has one use. Callers: this room only.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from collections.abc import Callable

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from vp_tui.errors import IntegrityError

__all__ = [
    "CLIENT_VERSION",
    "PREFIX",
    "Random",
    "derive",
    "digest",
    "equal",
    "labelled",
    "mac",
    "number",
    "pack",
    "system_random",
    "u8",
    "u16",
    "u32",
    "u64",
    "unpack",
]

PREFIX = b"vp-tui/v1/"
# What a policy's min_client is compared with; it rises when a client learns a kind, suite or flag.
CLIENT_VERSION = 1

Random = Callable[[int], bytes]
system_random: Random = os.urandom


def u8(value: int) -> bytes:
    """One byte."""
    return value.to_bytes(1, "big")


def u16(value: int) -> bytes:
    """Two bytes, big-endian."""
    return value.to_bytes(2, "big")


def u32(value: int) -> bytes:
    """Four bytes, big-endian."""
    return value.to_bytes(4, "big")


def u64(value: int) -> bytes:
    """Eight bytes, big-endian."""
    return value.to_bytes(8, "big")


def number(data: bytes, size: int) -> int:
    """The big-endian number in exactly ``size`` bytes; IntegrityError bad-encoding otherwise."""
    if len(data) != size:
        raise IntegrityError("bad-encoding")
    return int.from_bytes(data, "big")


def pack(*parts: bytes) -> bytes:
    """F of the specification: each part as ``u32 length ‖ bytes``."""
    return b"".join([len(part).to_bytes(4, "big") + part for part in parts])


def unpack(data: bytes, arity: int | None = None) -> list[bytes]:
    """The parts of ``pack``; every byte is consumed and the number of parts is ``arity`` (None: a list of any length).

    Raises IntegrityError bad-encoding.
    """
    parts: list[bytes] = []
    at, end = 0, len(data)
    while at < end:
        start = at + 4
        at = start + int.from_bytes(data[at:start], "big")
        if at > end:
            raise IntegrityError("bad-encoding")
        parts.append(data[start:at])
    if arity is not None and len(parts) != arity:
        raise IntegrityError("bad-encoding")
    return parts


def labelled(label: str, data: bytes = b"") -> bytes:
    """``PREFIX ‖ label ‖ 00 ‖ data``: the only way in which anything is hashed, signed or authenticated."""
    return b"%b%b\0%b" % (PREFIX, label.encode(), data)


def digest(label: str, *parts: bytes) -> bytes:
    """H(label, parts…): SHA-256, 32 bytes."""
    return hashlib.sha256(labelled(label, pack(*parts))).digest()


def derive(ikm: bytes, salt: bytes, label: str, *context: bytes, length: int = 32) -> bytes:
    """HKDF-SHA256 (RFC 5869), the label and the packed context as its info."""
    return HKDF(SHA256(), length, salt, labelled(label, pack(*context))).derive(ikm)


def mac(key: bytes, label: str, *parts: bytes) -> bytes:
    """HMAC-SHA256, 32 bytes."""
    return hmac.digest(key, labelled(label, pack(*parts)), "sha256")


def equal(a: bytes, b: bytes) -> bool:
    """Comparison in constant time."""
    return hmac.compare_digest(a, b)
