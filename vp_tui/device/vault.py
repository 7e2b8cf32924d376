"""The sealed vault: everything that must stay secret on a device, under one passphrase (protocol, section 8).

    header = "VPV1" ‖ suite u8 ‖ kdf u8 ‖ t u32 ‖ m u32 (KiB) ‖ p u8 ‖ stretch salt[16] ‖ seal salt[32]       63 bytes
    S      = Argon2id(passphrase in NFC, stretch salt; t, m, p)                                             32 bytes
    (K, C) = HKDF-SHA256(S, seal salt, "vp-tui/v1/vault" ‖ 0x00, 64)            one-time key, 32-byte commitment
    vault  = header ‖ C ‖ ChaCha20-Poly1305(K).encrypt(0^12, pad(F(name, part, …)), AAD = header)
    pad    = u32 length ‖ data ‖ zeros, to a multiple of 256; the zeros are checked

Invariants: the parameters are bounds-checked before memory or time is spent on them; each sealing has its own key, so
the nonce is constant and S may be kept (in the kernel's keyring) and used again; no byte can be changed unnoticed. C
tells a wrong passphrase from a damaged vault, and makes the box open under one key only.
Callers: workspace (unlock, enrolment, rotation) and `doctor`, which reads the header alone.
"""

from __future__ import annotations

import hmac
import os
import struct
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from vp_tui.errors import LockedError, UpgradeError, VpError

__all__ = [
    "LIGHT",
    "STANDARD",
    "Profile",
    "Stretch",
    "VaultContents",
    "change_passphrase",
    "derive",
    "fresh_stretch",
    "open_vault",
    "read_stretch",
    "seal",
]

Random = Callable[[int], bytes]

_HEADER = struct.Struct(">4sBBIIB16s32s")
_MAGIC, _SUITE, _ARGON2ID = b"VPV1", 2, 1
_SEAL_LABEL = b"vp-tui/v1/vault\x00"
_BLOCK, _TAG = 256, 16
_LARGEST = 65536


class Profile(NamedTuple):
    """Cost of Argon2id: passes, KiB of memory, lanes."""

    t: int
    m: int
    p: int


STANDARD = Profile(3, 262_144, 4)
"""1.15 s on two cores."""
LIGHT = Profile(1, 8_192, 1)
"""For a demo practice, whose passphrase is public. Refused elsewhere."""
# RFC 9106, section 4, second recommended option: nothing weaker is opened outside a demo.
_WEAKEST = Profile(3, 65_536, 1)
_DEAREST = Profile(16, 1_048_576, 16)


class Stretch(NamedTuple):
    """What turns a passphrase into a key: the cost and 16 bytes of salt. Not secret."""

    profile: Profile
    salt: bytes


class VaultContents:
    """Named secrets, opaque to this room: names of at most 64 bytes of UTF-8, order kept, 60 KiB together."""

    __slots__ = ("parts",)

    def __init__(self, parts: dict[str, bytes]) -> None:
        self.parts = parts

    def __eq__(self, other: object) -> bool:
        return isinstance(other, VaultContents) and self.parts == other.parts

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"VaultContents({len(self.parts)} parts)"


def fresh_stretch(profile: Profile = STANDARD, random: Random = os.urandom) -> Stretch:
    """A new salt: at enrolment and at each change of the passphrase."""
    return Stretch(profile, random(16))


def read_stretch(vault: bytes, *, demo: bool = False) -> Stretch:
    """The vault's cost and salt, checked.

    Raises VpError vault-truncated, vault-damaged, vault-parameters; UpgradeError vault-newer.
    """
    return _read_header(vault, demo)[0]


def _read_header(vault: bytes, demo: bool) -> tuple[Stretch, bytes]:
    if not vault.startswith(_MAGIC[: len(vault)]) or len(vault) > _LARGEST:
        raise VpError("vault-damaged")
    box = len(vault) - _HEADER.size - 32 - _TAG
    if box < _BLOCK or box % _BLOCK:
        raise VpError("vault-truncated", length=len(vault))
    _, suite, kdf, t, m, p, salt, seal_salt = _HEADER.unpack_from(vault)
    if (suite, kdf) != (_SUITE, _ARGON2ID):
        raise UpgradeError("vault-newer", suite=suite, kdf=kdf)
    least = LIGHT if demo else _WEAKEST
    if not all(low <= asked <= high for low, asked, high in zip(least, (t, m, p), _DEAREST, strict=True)):
        raise VpError("vault-parameters", t=t, m=m, p=p)
    return Stretch(Profile(t, m, p), salt), seal_salt


def derive(passphrase: str, stretch: Stretch) -> bytes:
    """The 32-byte key S. Slow on purpose: call it in a thread. Raises VpError vault-memory: the host has too little."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    t, m, p = stretch.profile
    argon = Argon2id(salt=stretch.salt, length=32, iterations=t, lanes=p, memory_cost=m)
    try:
        return argon.derive(unicodedata.normalize("NFC", passphrase).encode())
    except MemoryError:
        raise VpError("vault-memory", mib=m // 1024) from None


def seal(contents: VaultContents, key: bytes, stretch: Stretch, random: Random = os.urandom) -> bytes:
    """The vault's bytes under ``key`` = `derive(passphrase, stretch)`; as often as needed with the same key."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    seal_salt = random(32)
    header = _HEADER.pack(_MAGIC, _SUITE, _ARGON2ID, *stretch.profile, stretch.salt, seal_salt)
    once, commitment = _one_time(key, seal_salt)
    data = b"".join(_part(text.encode()) + _part(value) for text, value in contents.parts.items())
    padded = _part(data)
    padded += bytes(-len(padded) % _BLOCK)
    return header + commitment + ChaCha20Poly1305(once).encrypt(bytes(12), padded, header)


def open_vault(vault: bytes, key: bytes, *, demo: bool = False) -> VaultContents:
    """The contents. Raises LockedError passphrase-wrong (a key of another passphrase), and as `read_stretch` does."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    _, seal_salt = _read_header(vault, demo)
    once, commitment = _one_time(key, seal_salt)
    header, given, box = vault[: _HEADER.size], vault[_HEADER.size :][:32], vault[_HEADER.size + 32 :]
    if not hmac.compare_digest(given, commitment):
        raise LockedError("passphrase-wrong")
    try:
        padded = ChaCha20Poly1305(once).decrypt(bytes(12), box, header)
    except InvalidTag:
        raise VpError("vault-damaged") from None
    return VaultContents(_unpack(padded))


def change_passphrase(vault: bytes, old: str, new: str, *, demo: bool = False, random: Random = os.urandom) -> bytes:
    """The same contents under another passphrase and salt, at the same cost. Slow twice. Raises as `open_vault`."""
    stretch = read_stretch(vault, demo=demo)
    contents = open_vault(vault, derive(old, stretch), demo=demo)
    fresh = fresh_stretch(stretch.profile, random)
    return seal(contents, derive(new, fresh), fresh, random)


def _one_time(key: bytes, seal_salt: bytes) -> tuple[bytes, bytes]:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    both = HKDF(SHA256(), 64, seal_salt, _SEAL_LABEL).derive(key)
    return both[:32], both[32:]


def _part(data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + data


def _unpack(padded: bytes) -> dict[str, bytes]:
    """Only authenticated bytes come here; what does not fit was sealed wrongly, and is not guessed at."""
    length = int.from_bytes(padded[:4], "big")
    data, rest = padded[4 : 4 + length], padded[4 + length :]
    found: list[bytes] = []
    while data:
        size = int.from_bytes(data[:4], "big")
        found.append(data[4 : 4 + size])
        if len(data) < 4 + size:
            raise VpError("vault-damaged")
        data = data[4 + size :]
    if any(rest) or len(rest) >= _BLOCK or len(found) % 2:
        raise VpError("vault-damaged")
    return {name.decode(): value for name, value in zip(found[::2], found[1::2], strict=True)}
