from __future__ import annotations

import msgspec
import pytest

from tests.protocol.practice import Practice, Room, refused
from vp_tui.protocol.encoding import digest, u64
from vp_tui.protocol.freshness import Attestation, Pin, attest, check_attestation, check_pin, checkpoint
from vp_tui.protocol.identity import DeviceKeys
from vp_tui.protocol.space import SpaceLog
from vp_tui.protocol.words import to_words


@pytest.fixture
def room() -> Room:
    room = Room(Practice())
    room.write()
    room.write()
    return room


def word(room: Room, keys: DeviceKeys) -> Attestation:
    return attest(keys, room.practice.practice_id, room.log.space, room.log.seq, room.log.head)


def test_a_log_may_grow(room: Room) -> None:
    pin, said = Pin(room.log.seq, room.log.head), word(room, room.practice.b)
    room.write()
    check_pin(room.log, pin)
    check_attestation(room.log, said, room.practice.log)
    check_pin(room.practice.log, Pin(room.practice.log.seq, room.practice.log.head))


def test_a_shorter_or_another_log_is_told(room: Room) -> None:
    pin, said = Pin(room.log.seq, room.log.head), word(room, room.practice.b)
    short = SpaceLog(room.log.space)
    short.advance(room.raws[:-1], room.practice.log, -1)
    with refused("rollback"):
        check_pin(short, pin)
    with refused("longer-elsewhere"):
        check_attestation(short, said, room.practice.log)
    short.open_keys(room.practice.a)
    other = short.copy()
    other.apply(room.draft(b"other", log=short).raw, room.practice.log, -1)
    with refused("rewritten"):
        check_pin(other, pin)
    with refused("different-elsewhere"):
        check_attestation(other, said, room.practice.log)


def test_an_empty_log_is_a_rollback(room: Room) -> None:
    with refused("rollback"):
        check_pin(SpaceLog(room.log.space), Pin(0, room.log.head_at(0)))
    check_pin(room.log, Pin(-1, bytes(32)))


def test_attestations_are_signed_by_devices_of_the_practice(room: Room) -> None:
    good = word(room, room.practice.b)
    stranger = word(room, DeviceKeys.generate())
    elsewhere = attest(room.practice.b, bytes(16), room.log.space, room.log.seq, room.log.head)
    for wrong in (
        stranger,
        elsewhere,
        msgspec.structs.replace(good, device_id=room.practice.c.device_id),
        msgspec.structs.replace(good, space=bytes(16)),
        msgspec.structs.replace(good, seq=good.seq + 1),
        msgspec.structs.replace(good, seq=-1),
        msgspec.structs.replace(good, head=bytes(32)),
        msgspec.structs.replace(good, signature=b""),
        msgspec.structs.replace(good, signature=bytes(64)),
    ):
        with refused("attestation-forged"):
            check_attestation(room.log, wrong, room.practice.log)


def test_an_attestation_of_another_space_says_nothing_here(room: Room) -> None:
    other = Room(room.practice)
    with refused("attestation-forged"):
        check_attestation(room.log, word(other, room.practice.b), room.practice.log)


def test_who_has_left_cannot_claim_a_longer_log(room: Room) -> None:
    said = attest(room.practice.c, room.practice.practice_id, room.log.space, 99, bytes(32))
    with refused("longer-elsewhere"):
        check_attestation(room.log, said, room.practice.log)
    room.practice.remove("c")
    check_attestation(room.log, said, room.practice.log)


def test_checkpoints_are_nine_words_over_height_and_head(room: Room) -> None:
    log = room.practice.log
    assert checkpoint(log) == digest("checkpoint", log.practice_id, u64(log.seq), log.head)
    assert checkpoint(log, 0) == digest("checkpoint", log.practice_id, u64(0), log.genesis)
    words = {to_words(checkpoint(log, seq)) for seq in range(log.seq + 1)}
    assert len(words) == log.seq + 1
    shorter = room.practice.replay(room.practice.raws[:-1])
    assert checkpoint(shorter) != checkpoint(log)
    assert checkpoint(shorter) == checkpoint(log, shorter.seq)
