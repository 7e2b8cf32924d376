"""A device's keys: one Ed25519 signing key, and HPKE subkeys 1, 2, … that rotate.

Invariant: nothing is signed without a typed domain (``Tag``), so a signature made for one purpose is never valid for
another. Private bytes leave this file only as ``to_parts``, which the vault seals. Callers: workspace, device/vault.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from vp_tui.errors import UsageError
from vp_tui.protocol import suite
from vp_tui.protocol.encoding import Random, digest, labelled, system_random, u32

__all__ = ["DeviceKeys", "Tag", "device_id", "fingerprint"]


class Tag(StrEnum):
    """What a signature is for; its label stands before the signed bytes."""

    ENTRY = "sig"
    ATTESTATION = "attest"
    JOIN = "join-proof"
    BUNDLE = "bundle"


def device_id(sign_pub: bytes) -> bytes:
    """16 bytes: the name of a device is the hash of its signing key, so a device cannot be given another key."""
    return digest("device-id", sign_pub)[:16]


def fingerprint(practice_id: bytes, member_id: bytes, sign_pub: bytes, enc_pub: bytes) -> bytes:
    """32 bytes; the first 90 bits as words or digits are what two people compare once."""
    return digest("fpr", practice_id, member_id, device_id(sign_pub), sign_pub, enc_pub)


@dataclass(repr=False)
class DeviceKeys:
    """The private keys of this device. ``seed`` is 32 bytes; ``subkeys`` maps number to private bytes (see suite)."""

    seed: bytes
    subkeys: dict[int, bytes] = field(default_factory=dict)
    _loaded: dict[int, suite.PrivateSubkey] = field(default_factory=dict, init=False)

    @classmethod
    def generate(cls, kind: int = suite.HYBRID, random: Random = system_random) -> DeviceKeys:
        """New keys with subkey 1 in the given suite."""
        return cls(random(32), {1: suite.new_subkey(kind, random)})

    @classmethod
    def from_parts(cls, parts: list[bytes]) -> DeviceKeys:
        """From ``to_parts``; UsageError vault-parts when the parts are not a seed and numbered subkeys."""
        seed, *rest = parts or [b""]
        subkeys = {int.from_bytes(part[:4], "big"): part[4:] for part in rest}
        if len(seed) != 32 or not subkeys or any(len(key) not in (32, 96) for key in subkeys.values()):
            raise UsageError("vault-parts")
        return cls(seed, subkeys)

    def to_parts(self) -> list[bytes]:
        """``[seed, u32 number ‖ private bytes, …]``: secret, for the vault alone."""
        return [self.seed, *(u32(number) + private for number, private in sorted(self.subkeys.items()))]

    @cached_property
    def _signer(self) -> Ed25519PrivateKey:
        return Ed25519PrivateKey.from_private_bytes(self.seed)

    @cached_property
    def sign_pub(self) -> bytes:
        """32 bytes."""
        return self._signer.public_key().public_bytes_raw()

    @cached_property
    def device_id(self) -> bytes:
        """16 bytes."""
        return device_id(self.sign_pub)

    @property
    def latest(self) -> int:
        """The number of the newest subkey."""
        return max(self.subkeys)

    @property
    def enc_pub(self) -> bytes:
        """The newest subkey's public bytes."""
        return suite.subkey_public(self.subkeys[self.latest])

    def sign(self, tag: Tag, message: bytes) -> bytes:
        """64 bytes over the labelled message."""
        return self._signer.sign(labelled(tag, message))

    def rotate(self, kind: int = suite.HYBRID, random: Random = system_random) -> tuple[int, bytes]:
        """Add subkey n+1; returns number and public bytes for an ENC_KEY entry. The old one stays until ``forget``."""
        number = self.latest + 1
        self.subkeys[number] = suite.new_subkey(kind, random)
        return number, self.enc_pub

    def forget(self, number: int) -> None:
        """Drop a subkey: what was wrapped for it alone never opens again on this device."""
        del self.subkeys[number]
        self._loaded.pop(number, None)

    def unwrap(self, number: int, ciphertext: bytes, info: bytes) -> bytes | None:
        """The key wrapped for subkey ``number``; None when that subkey is gone or the wrap does not open."""
        if number not in self.subkeys:
            return None
        # Expanding an ML-KEM seed costs as much as the unwrapping itself (100 µs), and a first sync unwraps thousands.
        if number not in self._loaded:
            self._loaded[number] = suite.load_subkey(self.subkeys[number])
        return suite.unwrap(self._loaded[number], ciphertext, info)
