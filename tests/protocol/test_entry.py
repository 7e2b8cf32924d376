from __future__ import annotations

import hashlib
import os
from contextlib import suppress

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.protocol.practice import NOW, Practice, Room, refused
from vp_tui.errors import IntegrityError, UpgradeError
from vp_tui.protocol.bodies import EncKeyBody, Policy, PolicyBody, decode
from vp_tui.protocol.entry import HOUR_MS, Kind, cosign, parse
from vp_tui.protocol.identity import Tag


@pytest.fixture(scope="module")
def practice() -> Practice:
    return Practice()


def test_layout(practice: Practice) -> None:
    room = Room(practice)
    raw = room.draft(b"{}").raw
    entry = parse(raw)
    assert raw[:4] == b"VPL1"
    assert (raw[4], raw[5], raw[6:8]) == (2, 19, b"\0\0")
    assert raw[8:24] == room.log.space
    assert int.from_bytes(raw[24:32], "big") == 1
    assert raw[32:64] == room.log.head
    assert int.from_bytes(raw[64:72], "big") == NOW - NOW % HOUR_MS
    assert raw[72:88] == practice.a.device_id
    assert int.from_bytes(raw[88:96], "big") == practice.log.seq
    assert raw[96:128] == practice.log.head
    size = int.from_bytes(raw[128:132], "big")
    assert raw[132 : 132 + size] == entry.body
    assert raw[132 + size] == 1
    assert raw[133 + size : 149 + size] == practice.a.device_id
    assert len(raw) == 132 + size + 1 + 80
    assert entry.signed == b"vp-tui/v1/sig\0" + raw[: 132 + size]
    assert entry.head == hashlib.sha256(b"vp-tui/v1/link\0" + raw).digest()


def _cases(practice: Practice) -> dict[str, tuple[object, bytes]]:
    room = Room(practice, "a")
    fresh = Room(practice, "a")
    fresh.log = type(fresh.log)(fresh.log.space)
    return {
        "practice": (practice.log, practice.proposal(PolicyBody(Policy(quorum=1)), practice.a, practice.b)),
        "data": (room.log, room.draft().raw),
        "create": (fresh.log, fresh.raws[0]),
    }


def _apply(log: object, raw: bytes, practice: Practice) -> None:
    if log is practice.log:
        log.copy().apply(raw)
    else:
        log.copy().apply(raw, practice.log, 10**9)


@pytest.mark.parametrize("name", ["practice", "data", "create"])
def test_every_single_bit_counts(practice: Practice, name: str) -> None:
    log, raw = _cases(practice)[name]
    _apply(log, raw, practice)
    before = msgspec.msgpack.encode(log)
    for bit in range(8 * len(raw)):
        flipped = bytearray(raw)
        flipped[bit // 8] ^= 1 << bit % 8
        with pytest.raises(IntegrityError):
            _apply(log, bytes(flipped), practice)
    assert msgspec.msgpack.encode(log) == before


@pytest.mark.parametrize("name", ["practice", "data", "create"])
def test_every_truncation_and_any_tail_is_refused(practice: Practice, name: str) -> None:
    log, raw = _cases(practice)[name]
    for wrong in (*(raw[:size] for size in range(len(raw))), raw + b"\0", raw + raw[-80:], raw + raw):
        with refused("bad-encoding"):
            _apply(log, wrong, practice)


@settings(max_examples=300)
@given(st.binary(max_size=400), st.sampled_from(list(Kind)))
def test_anything_is_refused_in_one_way(data: bytes, kind: Kind) -> None:
    for read in (lambda: parse(data), lambda: parse(b"VPL1" + data), lambda: decode(kind, data)):
        with suppress(IntegrityError, UpgradeError):
            read()


def test_another_magic_is_another_format(practice: Practice) -> None:
    raw = practice.proposal(EncKeyBody(*practice.c.rotate()), practice.c)
    other = b"VPL2" + raw[4:-64] + practice.c.sign(Tag.ENTRY, b"VPL2" + raw[4:-81])
    with refused("bad-encoding"):
        practice.log.copy().apply(other)
    practice.log.copy().apply(raw)


def test_signatures_are_distinct_and_at_most_four(practice: Practice) -> None:
    raw = practice.proposal(PolicyBody(Policy()), practice.a)
    with refused("bad-encoding"):
        cosign(raw, practice.a)
    for keys in (practice.b, practice.c, type(practice.a).generate()):
        raw = cosign(raw, keys)
    assert len(parse(raw).signatures) == 4
    with refused("bad-encoding"):
        cosign(raw, type(practice.a).generate())


def test_the_first_signature_is_the_signers(practice: Practice) -> None:
    raw = cosign(practice.proposal(PolicyBody(Policy()), practice.a), practice.b)
    with refused("bad-encoding"):
        parse(raw[:-160] + raw[-80:] + raw[-160:-80])


def test_header_times_are_whole_hours(practice: Practice) -> None:
    raw = practice.proposal(PolicyBody(Policy()), practice.a)
    with refused("bad-encoding"):
        parse(raw[:64] + (NOW - NOW % HOUR_MS + 1).to_bytes(8, "big") + raw[72:])


def test_an_entry_has_a_largest_size() -> None:
    with refused("bad-encoding"):
        parse(b"VPL1" + os.urandom(1) + bytes(4 * 1024 * 1024))
