"""Freshness: telling a server that shows the past, or shows two people two different things.

Pins are what this device has verified; attestations are the same, signed for the others; checkpoints are nine words
that two people can read to each other. Invariant: a log that passes here is no shorter than, and no different from,
what this device or any device in use has seen. Callers: workspace, which stores pins and exchanges attestations.
"""

from __future__ import annotations

from typing import Protocol

import msgspec

from vp_tui.errors import IntegrityError
from vp_tui.protocol import suite
from vp_tui.protocol.encoding import digest, labelled, pack, u64
from vp_tui.protocol.identity import DeviceKeys, Tag
from vp_tui.protocol.practice_log import PracticeLog

__all__ = ["Attestation", "Pin", "attest", "check_attestation", "check_pin", "checkpoint"]


class Log(Protocol):
    """A verified log: PracticeLog or SpaceLog."""

    @property
    def space(self) -> bytes: ...
    @property
    def seq(self) -> int: ...
    def head_at(self, seq: int) -> bytes: ...


class Pin(msgspec.Struct, frozen=True, gc=False):
    """How far this device had verified a log: seq and link hash (32 bytes) of the last entry."""

    seq: int
    head: bytes


class Attestation(msgspec.Struct, frozen=True, gc=False):
    """A device's signed word that it verified ``space`` up to ``seq`` with this link hash."""

    device_id: bytes
    space: bytes
    seq: int
    head: bytes
    signature: bytes


def check_pin(log: Log, pin: Pin) -> None:
    """IntegrityError rollback when the log is shorter than the pin, rewritten when it is another one."""
    if log.seq < pin.seq:
        raise IntegrityError("rollback", log.space, pin.seq)
    if log.head_at(pin.seq) != pin.head:
        raise IntegrityError("rewritten", log.space, pin.seq)


def attest(keys: DeviceKeys, practice_id: bytes, space: bytes, seq: int, head: bytes) -> Attestation:
    """Sign what this device has verified."""
    signature = keys.sign(Tag.ATTESTATION, _attested(practice_id, space, seq, head))
    return Attestation(keys.device_id, space, seq, head, signature)


def check_attestation(log: Log, attestation: Attestation, practice: PracticeLog) -> None:
    """Compare a colleague's attestation of this space with the log.

    IntegrityError attestation-forged (no such device, or the signature fails), longer-elsewhere, different-elsewhere.
    A revoked device is not believed, for it could claim a longer log for ever; what it saw in time others saw too.
    """
    device = practice.devices.get(attestation.device_id)
    if device is None or attestation.space != log.space or attestation.seq < 0:
        raise IntegrityError("attestation-forged", log.space, attestation.seq)
    message = _attested(practice.practice_id, attestation.space, attestation.seq, attestation.head)
    if not suite.signature_ok(device.sign_pub, attestation.signature, labelled(Tag.ATTESTATION, message)):
        raise IntegrityError("attestation-forged", log.space, attestation.seq)
    if not device.active:
        return
    if attestation.seq > log.seq:
        raise IntegrityError("longer-elsewhere", log.space, attestation.seq)
    if log.head_at(attestation.seq) != attestation.head:
        raise IntegrityError("different-elsewhere", log.space, attestation.seq)


def checkpoint(log: PracticeLog, seq: int | None = None) -> bytes:
    """32 bytes over the practice log up to ``seq`` (its end unless given); the first 90 bits are read out as words."""
    height = log.seq if seq is None else seq
    return digest("checkpoint", log.practice_id, u64(height), log.head_at(height))


def _attested(practice_id: bytes, space: bytes, seq: int, head: bytes) -> bytes:
    return pack(practice_id, space, u64(seq), head)
