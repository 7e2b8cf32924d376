"""The two cipher suites: which algorithm stands behind a key, and the refusal of keys that would accept anything.

Suite 0x02: SHA-256, Ed25519, HPKE(ML-KEM-768 + X25519, HKDF-SHA256, ChaCha20-Poly1305), ChaCha20-Poly1305.
Suite 0x01: the same with plain X25519 (RFC 9180), only where the policy's ``min_suite`` allows it.
Invariant: nothing is composed here; each construction is one call of ``cryptography``. A subkey's length decides its
suite, so no byte that an attacker chooses can. Callers: this room only.
"""

from __future__ import annotations

from functools import lru_cache

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.mlkem import MLKEM768PrivateKey, MLKEM768PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hpke import (
    AEAD,
    KDF,
    KEM,
    MLKEM768X25519PrivateKey,
    MLKEM768X25519PublicKey,
    Suite,
)

from vp_tui.errors import IntegrityError
from vp_tui.protocol.encoding import Random, system_random

__all__ = [
    "CLASSIC",
    "HYBRID",
    "WRAP_SIZE",
    "PrivateSubkey",
    "aead_open",
    "aead_seal",
    "check_enc_public",
    "check_sign_public",
    "load_subkey",
    "new_subkey",
    "signature_ok",
    "subkey_public",
    "suite_of",
    "unwrap",
    "wrap",
]

CLASSIC = 0x01
HYBRID = 0x02

PrivateSubkey = X25519PrivateKey | MLKEM768X25519PrivateKey

_HPKE = {
    CLASSIC: Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305),
    HYBRID: Suite(KEM.MLKEM768_X25519, KDF.HKDF_SHA256, AEAD.CHACHA20_POLY1305),
}
_PRIVATE_SIZE = {CLASSIC: 32, HYBRID: 96}
# Length of a wrapped 32-byte key.
WRAP_SIZE = {CLASSIC: 80, HYBRID: 1168}
_SUITE_OF_PUBLIC = {32: CLASSIC, 1216: HYBRID}
_MLKEM_PUBLIC = 1184
_MLKEM_SEED = 64

# The y of the eight points of small order, and the field's prime. With the sign bit ignored and everything at or
# above the prime refused, this covers all 14 small-order encodings. `cryptography` accepts them, and under the
# identity point a signature of zeros "verifies" every message.
_P = 2**255 - 19
_SMALL_Y = frozenset(
    {
        0,
        1,
        _P - 1,
        0x7A03AC9277FDC74EC6CC392CFA53202A0F67100D760B3CBA4FD83D3D706A17C7,
        0x05FC536D880238B13933C6D305ACDFD5F098EFF289F4C345B027B2C28F95E826,
    }
)
# The nonce may be fixed: every AEAD key of this protocol is derived from a fresh salt, or seals one value only.
_ZERO_NONCE = bytes(12)
_ANY_X25519 = X25519PrivateKey.from_private_bytes(b"\x40" * 32)


def new_subkey(suite: int = HYBRID, random: Random = system_random) -> bytes:
    """Private bytes of a new HPKE subkey: ``ML-KEM seed[64] ‖ X25519[32]``, or ``X25519[32]`` in suite 0x01."""
    return random(_PRIVATE_SIZE[suite])


def subkey_public(private: bytes) -> bytes:
    """Public bytes: ``ML-KEM[1184] ‖ X25519[32]``, or ``X25519[32]``."""
    if len(private) == _PRIVATE_SIZE[CLASSIC]:
        return X25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()
    kem = MLKEM768PrivateKey.from_seed_bytes(private[:_MLKEM_SEED]).public_key().public_bytes_raw()
    return kem + X25519PrivateKey.from_private_bytes(private[_MLKEM_SEED:]).public_key().public_bytes_raw()


def load_subkey(private: bytes) -> PrivateSubkey:
    """The loaded form of private bytes, as ``unwrap`` takes it."""
    if len(private) == _PRIVATE_SIZE[CLASSIC]:
        return X25519PrivateKey.from_private_bytes(private)
    return MLKEM768X25519PrivateKey(
        MLKEM768PrivateKey.from_seed_bytes(private[:_MLKEM_SEED]),
        X25519PrivateKey.from_private_bytes(private[_MLKEM_SEED:]),
    )


def suite_of(public: bytes) -> int:
    """The suite of a public subkey, by its length; IntegrityError bad-encoding for any other length."""
    suite = _SUITE_OF_PUBLIC.get(len(public))
    if suite is None:
        raise IntegrityError("bad-encoding")
    return suite


def check_enc_public(public: bytes) -> None:
    """Refuse a subkey that does not load (bad-encoding) or whose X25519 part has small order (small-order-key)."""
    suite_of(public)
    try:
        _hpke_public(public)
        part = X25519PublicKey.from_public_bytes(public[-32:])
    except ValueError:
        raise IntegrityError("bad-encoding") from None
    try:
        # RFC 7748 section 6.1: a point of small order gives the all-zero secret, which the library refuses.
        _ANY_X25519.exchange(part)
    except ValueError:
        raise IntegrityError("small-order-key") from None


def check_sign_public(public: bytes) -> None:
    """Refuse an Ed25519 key of small order or in a non-canonical encoding (small-order-key), or of a wrong length."""
    if len(public) != 32:
        raise IntegrityError("bad-encoding")
    y = int.from_bytes(public, "little") & ((1 << 255) - 1)
    if y >= _P or y in _SMALL_Y:
        raise IntegrityError("small-order-key")


def wrap(public: bytes, key: bytes, info: bytes) -> bytes:
    """HPKE in base mode: 80 bytes for a 32-byte key in suite 0x01, 1168 in suite 0x02. ``info`` carries the context."""
    return _HPKE[suite_of(public)].encrypt(key, _hpke_public(public), info=info)


def unwrap(private: PrivateSubkey, ciphertext: bytes, info: bytes) -> bytes | None:
    """The wrapped key, or None when it does not open."""
    hpke = _HPKE[HYBRID if isinstance(private, MLKEM768X25519PrivateKey) else CLASSIC]
    try:
        return hpke.decrypt(ciphertext, private, info=info)
    except (InvalidTag, ValueError):
        return None


def signature_ok(sign_pub: bytes, signature: bytes, message: bytes) -> bool:
    """Whether the Ed25519 signature holds; keys of small order raise before anything is compared."""
    try:
        _verifier(sign_pub).verify(signature, message)
    except InvalidSignature:
        return False
    return True


def aead_seal(key: bytes, plaintext: bytes, aad: bytes) -> bytes:
    """ChaCha20-Poly1305 under a key that seals this one value: ciphertext and 16-byte tag."""
    return ChaCha20Poly1305(key).encrypt(_ZERO_NONCE, plaintext, aad)


def aead_open(key: bytes, ciphertext: bytes, aad: bytes) -> bytes | None:
    """The plaintext, or None."""
    try:
        return ChaCha20Poly1305(key).decrypt(_ZERO_NONCE, ciphertext, aad)
    except InvalidTag:
        return None


@lru_cache(maxsize=1024)
def _verifier(sign_pub: bytes) -> Ed25519PublicKey:
    check_sign_public(sign_pub)
    return Ed25519PublicKey.from_public_bytes(sign_pub)


@lru_cache(maxsize=1024)
def _hpke_public(public: bytes) -> X25519PublicKey | MLKEM768X25519PublicKey:
    if len(public) == 32:
        return X25519PublicKey.from_public_bytes(public)
    return MLKEM768X25519PublicKey(
        MLKEM768PublicKey.from_public_bytes(public[:_MLKEM_PUBLIC]),
        X25519PublicKey.from_public_bytes(public[_MLKEM_PUBLIC:]),
    )
