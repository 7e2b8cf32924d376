"""The export bundle: it opens whole, for its member's devices, or not at all."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.protocol.practice import NOW, Practice, Room, refused
from vp_tui.errors import IntegrityError, NotPermittedError, UpgradeError, UsageError
from vp_tui.protocol import bundle as room
from vp_tui.protocol.bundle import CHUNK, Bundle, BundleWriter, Item, Login, Row, open_bundle
from vp_tui.protocol.freshness import attest
from vp_tui.protocol.identity import DeviceKeys

FILE = Path(__file__).parent.parent / "vectors" / "bundle_v1.json"
SEALED = CHUNK + 16
BLOB = bytes(200)
# What an item takes beside a record: kind, length, four prefixes, space, seq, and b"entry".
FRAME = 5 + 4 * 4 + 16 + 8 + 5


@pytest.fixture(scope="module")
def practice() -> Practice:
    return Practice()


def written(practice: Practice, items: list[Item], keys: DeviceKeys | None = None) -> bytes:
    made = bytearray()
    writer = BundleWriter(keys or practice.a, practice.log, NOW, made.extend)
    for item in items:
        writer.add(item)
    writer.finish()
    return bytes(made)


def opened(raw: bytes, keys: DeviceKeys) -> Bundle:
    return open_bundle(lambda at, size: raw[at : at + size], len(raw), keys)


def some(practice: Practice) -> list[Item]:
    space = bytes(range(16))
    said = attest(practice.a, practice.practice_id, space, 0, bytes(32))
    rows: list[Item] = [Row(practice.practice_id, seq, raw, b"") for seq, raw in enumerate(practice.raws)]
    return [*rows, Row(space, 0, b"entry", BLOB), said, Login("m_0123456789abcdef", bytes(16), practice.a.device_id)]


def test_it_opens_on_every_device_of_its_member_and_on_no_other() -> None:
    practice = Practice()
    laptop = practice.second_device("a")
    items = some(practice)
    raw = written(practice, items)
    for keys in (practice.a, laptop):
        found = opened(raw, keys)
        assert list(found.items()) == items == list(found.items())
        assert found.header.device_id == practice.a.device_id
        assert (found.header.practice_id, found.header.member_id) == (practice.practice_id, practice.ids["a"])
    for keys in (practice.b, practice.c, DeviceKeys.generate()):
        with pytest.raises(NotPermittedError, match="bundle-not-yours"):
            opened(raw, keys)


def test_a_forgotten_subkey_opens_no_old_bundle() -> None:
    practice = Practice()
    raw = written(practice, some(practice))
    practice.a.rotate()
    practice.a.forget(1)
    with pytest.raises(NotPermittedError, match="bundle-not-yours"):
        opened(raw, practice.a)


def test_a_device_that_is_revoked_gets_no_wrap_and_makes_no_bundle() -> None:
    practice = Practice()
    practice.remove("c")
    assert len(opened(written(practice, []), practice.a).header.wraps) == 1
    with pytest.raises(NotPermittedError, match="entry-refused"):
        written(practice, [], practice.c)
    with pytest.raises(NotPermittedError, match="entry-refused"):
        written(practice, [], DeviceKeys.generate())


def test_every_single_bit_counts(practice: Practice) -> None:
    raw = written(practice, some(practice))
    for bit in range(len(raw) * 8):
        flipped = bytearray(raw)
        flipped[bit // 8] ^= 1 << bit % 8
        with pytest.raises((IntegrityError, UsageError)):
            opened(bytes(flipped), practice.a)


def test_every_truncation_and_any_tail_is_refused(practice: Practice) -> None:
    raw = written(practice, some(practice))
    for size in range(len(raw)):
        with pytest.raises((IntegrityError, UsageError)):
            opened(raw[:size], practice.a)
    for tail in (b"\0", bytes(SEALED), raw):
        with refused("bad-signature"):
            opened(raw + tail, practice.a)


def resigned(practice: Practice, raw: bytes, parts: list[bytes], monkeypatch: pytest.MonkeyPatch) -> Bundle:
    """With the chunks in another order, past the signature: what remains is what each chunk's key knows."""
    start = len(opened(raw, practice.a).header.raw)
    forged = raw[:start] + b"".join(parts) + raw[-64:]
    with monkeypatch.context() as patch:
        patch.setattr(room.suite, "signature_ok", lambda *_: True)
        return opened(forged, practice.a)


def test_chunks_open_at_their_own_place_only(practice: Practice, monkeypatch: pytest.MonkeyPatch) -> None:
    # Every item fills one chunk, so that what is left would make sense.
    raw = written(practice, [Row(bytes(16), seq, b"entry", bytes([seq]) * (CHUNK - FRAME)) for seq in range(5)])
    start = len(opened(raw, practice.a).header.raw)
    body = raw[start:-64]
    parts = [body[at : at + SEALED] for at in range(0, len(body), SEALED)]
    assert [len(part) for part in parts] == [SEALED] * 5
    assert sum(1 for _ in resigned(practice, raw, parts, monkeypatch).items()) == 5
    wrong = {
        "cut at a chunk": parts[:4],
        "first gone": parts[1:],
        "middle gone": parts[:1] + parts[2:],
        "swapped": [parts[1], parts[0], *parts[2:]],
        "repeated": [parts[0], *parts],
        "last twice": [*parts, parts[4]],
    }
    for order in wrong.values():
        with refused("record-unreadable"):
            list(resigned(practice, raw, order, monkeypatch).items())


def test_a_chunk_of_another_bundle_does_not_open(practice: Practice, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = (written(practice, some(practice)) for _ in range(2))
    start = len(opened(other, practice.a).header.raw)
    with refused("record-unreadable"):
        list(resigned(practice, one, [other[start:-64]], monkeypatch).items())


def test_chunks_open_under_their_own_header_only(practice: Practice, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = bytearray(written(practice, some(practice)))
    raw[85:93] = (int.from_bytes(raw[85:93], "big") + 3_600_000).to_bytes(8, "big")
    monkeypatch.setattr(room.suite, "signature_ok", lambda *_: True)
    with refused("record-unreadable"):
        list(opened(bytes(raw), practice.a).items())


def test_wraps_of_another_bundle_do_not_open(practice: Practice, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = (written(practice, some(practice)) for _ in range(2))
    start = len(opened(one, practice.a).header.raw)
    monkeypatch.setattr(room.suite, "signature_ok", lambda *_: True)
    with pytest.raises(NotPermittedError, match="bundle-not-yours"):
        opened(one[:97] + other[97:start] + one[start:], practice.a)


def test_a_file_that_changes_after_its_signature_was_checked(practice: Practice) -> None:
    held = bytearray(written(practice, some(practice)))
    found = open_bundle(lambda at, size: bytes(held[at : at + size]), len(held), practice.a)
    held[-100] ^= 1
    with refused("record-unreadable"):
        list(found.items())


def test_another_file_is_named_as_such(practice: Practice) -> None:
    for raw in (b"", b"VPX", b"PK\x03\x04" + bytes(4000)):
        with pytest.raises(UsageError, match="not-a-bundle"):
            opened(raw, practice.a)


def test_a_later_suite_is_news_only_under_its_signature(practice: Practice, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room.suite, "HYBRID", 3)
    raw = written(practice, [])
    monkeypatch.undo()
    with pytest.raises(UpgradeError, match="newer-client"):
        opened(raw, practice.a)


def test_an_unknown_item_stops_the_client(practice: Practice, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_LOGIN", 9)
    raw = written(practice, [Login("m_0", bytes(16), bytes(16))])
    monkeypatch.undo()
    with pytest.raises(UpgradeError, match="newer-client"):
        list(opened(raw, practice.a).items())


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 2 * CHUNK), max_size=5))
def test_any_sizes_come_back(practice: Practice, sizes: list[int]) -> None:
    items: list[Item] = [Row(bytes(16), seq, b"entry", bytes(size)) for seq, size in enumerate(sizes)]
    assert list(opened(written(practice, items), practice.a).items()) == items


@pytest.mark.parametrize("over", [-1, 0, 1])
def test_the_border_of_a_chunk(practice: Practice, over: int) -> None:
    items: list[Item] = [Row(bytes(16), 0, b"entry", bytes(CHUNK - FRAME + over))]
    raw = written(practice, items)
    found = opened(raw, practice.a)
    assert list(found.items()) == items
    assert len(raw) - len(found.header.raw) - 64 == CHUNK + over + 16 * (1 if over <= 0 else 2)


def test_writing_holds_no_more_than_a_chunk(practice: Practice) -> None:
    sizes: list[int] = []
    writer = BundleWriter(practice.a, practice.log, NOW, lambda part: sizes.append(len(part)))
    for seq in range(40):
        writer.add(Row(bytes(16), seq, b"entry", bytes(30_000)))
        assert len(writer._pending) <= CHUNK
    assert set(sizes[1:]) == {SEALED}


def test_a_room_in_a_bundle_is_the_room(practice: Practice) -> None:
    made = Room(practice)
    made.write(b'{"text":1}')
    items: list[Item] = [Row(made.log.space, seq, raw, b"") for seq, raw in enumerate(made.raws)]
    made.raws = [row.raw for row in opened(written(practice, items), practice.a).items() if isinstance(row, Row)]
    assert made.read_by(practice.b).head == made.log.head


def test_frozen_bytes_open_in_every_later_version() -> None:
    frozen = json.loads(FILE.read_text())
    keys = DeviceKeys.from_parts([bytes.fromhex(part) for part in frozen["reader"]])
    found = opened(bytes.fromhex(frozen["bundle"]), keys)
    assert [repr(item) for item in found.items()] == frozen["items"]
    assert found.header.bundle_id.hex() == frozen["bundle_id"]
