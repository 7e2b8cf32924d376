from __future__ import annotations

import os

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.protocol.practice import Practice, Room, refused
from vp_tui.errors import IntegrityError, RefusedError
from vp_tui.protocol import sealing, suite, writing
from vp_tui.protocol.encoding import derive, labelled, pack, u32
from vp_tui.protocol.practice_log import practice_space_id
from vp_tui.protocol.sealing import open_meta, open_name, open_record, pad, seal_name, unpad
from vp_tui.protocol.space import DataRef, SpaceLog

KIB = 1024


@pytest.fixture(scope="module")
def room() -> Room:
    return Room(Practice())


@given(st.binary(max_size=5000))
def test_padding_comes_back(data: bytes) -> None:
    assert unpad(pad(data)) == data


@pytest.mark.parametrize(
    ("size", "padded"),
    [
        (0, KIB),
        (KIB - 4, KIB),
        (KIB - 3, 4 * KIB),
        (4 * KIB - 4, 4 * KIB),
        (4 * KIB - 3, 16 * KIB),
        (16 * KIB - 3, 64 * KIB),
        (64 * KIB - 3, 256 * KIB),
        (256 * KIB - 4, 256 * KIB),
        (256 * KIB - 3, 512 * KIB),
        (513 * KIB, 768 * KIB),
    ],
)
def test_lengths_are_bucket_sizes(size: int, padded: int) -> None:
    assert len(pad(bytes(size))) == padded
    assert len(unpad(pad(bytes(size)))) == size


@given(st.integers(8, KIB - 1), st.integers(1, 255))
def test_padding_that_is_not_zero_is_refused(at: int, value: int) -> None:
    padded = bytearray(pad(b"text"))
    padded[at] = value
    with refused("padding"):
        unpad(bytes(padded))


@pytest.mark.parametrize(
    "padded",
    [
        b"",
        b"\0",
        bytes(4),
        pad(b"x")[:-1],
        pad(b"x") + b"\0",
        pad(b"x") + bytes(3 * KIB),
        b"\xff" * KIB,
        u32(KIB) + bytes(KIB - 4),
    ],
)
def test_padding_of_another_size_is_refused(padded: bytes) -> None:
    with refused("padding"):
        unpad(padded)


@given(st.binary(max_size=3000), st.integers(0, 2**32 - 1), st.binary(min_size=16, max_size=16))
def test_records_come_back(room: Room, text: bytes, version: int, record_id: bytes) -> None:
    made = writing.data_entry(room.log, room.practice.a, room.practice.log, record_id, version, text, 0)
    data = room.log.copy().apply(made.raw, room.practice.log, -1).data
    assert len(made.blob) == 80 + len(pad(text))
    assert open_meta(room.log, data) == (record_id, version)
    assert open_record(room.log, data, made.blob) == sealing.Record(record_id, version, text)


def _one(room: Room) -> tuple[DataRef, bytes]:
    made = room.draft(b"text")
    return room.log.copy().apply(made.raw, room.practice.log, -1).data, made.blob


def test_every_byte_of_a_blob_counts(room: Room) -> None:
    data, blob = _one(room)
    for at in range(len(blob)):
        other = blob[:at] + bytes([blob[at] ^ 1]) + blob[at + 1 :]
        with refused("blob-altered"):
            open_record(room.log, data, other)
        # Also when the hash in the entry were not there to catch it.
        moved = msgspec.structs.replace(data, blob_hash=sealing.blob_hash(other))
        with refused("record-unreadable"):
            open_record(room.log, moved, other)


@pytest.mark.parametrize("field", ["seq", "prev", "signer", "meta_box"])
def test_a_record_opens_at_its_own_place_only(room: Room, field: str) -> None:
    data, blob = _one(room)
    wrong = {"seq": data.seq + 1, "prev": bytes(32), "signer": bytes(16), "meta_box": data.meta_box[:-1] + b"\0"}
    moved = msgspec.structs.replace(data, **{field: wrong[field]})
    for act in (lambda: open_meta(room.log, moved), lambda: open_record(room.log, moved, blob)):
        with refused("record-unreadable"):
            act()


def test_the_blob_itself_is_bound_to_place_record_and_version(room: Room) -> None:
    """Behind the meta box: the AAD of the blob alone."""
    key = room.log.key(0)
    place = sealing.DataPlace(room.log.space, 5, bytes(32), bytes(16), 0)
    record = sealing.Record(b"r" * 16, 1, b"text")
    blob = sealing.seal_record(key, place, record)
    address = sealing.blob_hash(blob)

    def read(at: sealing.DataPlace, said: sealing.Record) -> sealing.Record:
        meta = sealing.seal_meta(key, at, said, address)
        log = room.log.copy()
        log.space = at.space
        return open_record(log, DataRef(at.seq, at.prev, at.signer, 0, address, meta), blob)

    assert read(place, record) == record
    for other in ({"space": bytes(16)}, {"seq": 6}, {"prev": b"x" * 32}, {"signer": b"x" * 16}):
        with refused("record-unreadable"):
            read(msgspec.structs.replace(place, **other), record)
    for said in (sealing.Record(bytes(16), 1, b""), sealing.Record(b"r" * 16, 2, b"")):
        with refused("record-unreadable"):
            read(place, said)


def test_a_blob_commits_to_its_key(room: Room) -> None:
    """C is checked: a blob that decrypts under K but carries another commitment is refused."""
    key, space = room.log.key(0), room.log.space
    data, blob = _one(room)
    other = blob[:32] + bytes(32) + blob[64:]
    place = sealing.DataPlace(space, data.seq, data.prev, data.signer, 0)
    address = sealing.blob_hash(other)
    meta = sealing.seal_meta(key, place, sealing.Record(bytes(16), 1, b""), address)
    with refused("record-unreadable"):
        open_record(room.log, msgspec.structs.replace(data, blob_hash=address, meta_box=meta), other)


def test_a_record_with_false_padding_is_told(room: Room) -> None:
    """A colleague's modified client may seal anything."""
    key, space = room.log.key(0), room.log.space
    data, _ = _one(room)
    place = sealing.DataPlace(space, data.seq, data.prev, data.signer, 0)
    record = sealing.Record(bytes(16), 1, b"")
    salt = bytes(32)
    once = derive(key, salt, "record", space, u32(0), length=64)
    blob = (
        salt
        + once[32:]
        + suite.aead_seal(once[:32], b"\0\0\0\1xy" + bytes(KIB - 6), sealing._record_aad(place, record))
    )
    address = sealing.blob_hash(blob)
    meta = sealing.seal_meta(key, place, record, address)
    with pytest.raises(IntegrityError) as caught:
        open_record(room.log, msgspec.structs.replace(data, blob_hash=address, meta_box=meta), blob)
    assert (caught.value.kind, caught.value.space, caught.value.seq) == ("padding", space, data.seq)


def test_a_missing_blob_is_told(room: Room) -> None:
    data, _ = _one(room)
    with refused("blob-missing"):
        open_record(room.log, data, None)


def test_no_key_and_no_text_is_in_a_repr(room: Room) -> None:
    made = room.draft(b"a story")
    record = open_record(room.log, room.log.copy().apply(made.raw, room.practice.log, -1).data, made.blob)
    shown = repr((made, record, room.log, msgspec.structs.replace(made, key=b"secret")))
    assert "story" not in shown
    assert "secret" not in shown
    assert repr(room.log.key(0)) not in shown


def test_equal_texts_look_different(room: Room) -> None:
    first, second = room.draft(b"same"), room.draft(b"same")
    assert first.blob[:32] != second.blob[:32]
    assert first.blob_hash != second.blob_hash


def _practice_space(practice: Practice) -> SpaceLog:
    log = SpaceLog(practice_space_id(practice.practice_id))
    made = writing.create_space(
        practice.a, practice.log, log.space, practice.members("ab"), practice.members("a"), 0, epoch_key=b"k" * 32
    )
    log.apply(made.raw, practice.log, -1)
    log.open_keys(practice.b)
    return log


def test_names_are_sealed_before_their_space_exists() -> None:
    practice = Practice()
    ids = practice.practice_id, practice.ids["a"]
    sealed = seal_name(b"k" * 32, 0, *ids, "Anneliese van der Broek-Yıldız")
    assert len(sealed) == len(seal_name(b"k" * 32, 0, *ids, "A"))
    log = _practice_space(practice)
    assert open_name(log, *ids, sealed) == "Anneliese van der Broek-Yıldız"
    assert open_name(SpaceLog(log.space), *ids, sealed) is None
    assert open_name(log, *ids, seal_name(b"k" * 32, 1, *ids, "A")) is None
    for practice_id, member in ((ids[0], practice.ids["b"]), (bytes(16), ids[1])):
        with refused("record-unreadable"):
            open_name(log, practice_id, member, sealed)
    for wrong in (b"", pack(u32(0)), pack(b"", b"")):
        with refused("bad-encoding"):
            open_name(log, *ids, wrong)
    with refused("record-unreadable"):
        open_name(log, *ids, pack(u32(0), b""))
    once = derive(b"k" * 32, bytes(32), "name-key", log.space, u32(0))
    for text in (u32(1) + bytes(123) + b"x", u32(1) + bytes(100)):
        with refused("padding"):
            open_name(log, *ids, pack(u32(0), bytes(32) + suite.aead_seal(once, text, labelled("name", pack(*ids)))))


def test_a_name_has_a_largest_length() -> None:
    seal_name(os.urandom(32), 0, bytes(16), bytes(16), "é" * 62)
    with pytest.raises(RefusedError, match="name-too-long"):
        seal_name(os.urandom(32), 0, bytes(16), bytes(16), "é" * 62 + "x")
