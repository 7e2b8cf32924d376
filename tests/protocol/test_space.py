from __future__ import annotations

import os

import msgspec
import pytest

from tests.protocol.practice import NOW, Practice, Room, member, not_made, refused
from vp_tui.errors import ConflictError, IntegrityError, NotPermittedError, UpgradeError
from vp_tui.protocol import sealing, suite, writing
from vp_tui.protocol.bodies import (
    Body,
    Close,
    Data,
    DeviceRevoke,
    EncKeyBody,
    Epoch,
    Grant,
    MemberRemove,
    Shred,
    Tombstone,
    Wrap,
    decode,
    encode,
)
from vp_tui.protocol.encoding import u8
from vp_tui.protocol.entry import Kind, Place, cosign, parse, signed_entry
from vp_tui.protocol.identity import DeviceKeys, Tag
from vp_tui.protocol.sealing import open_record
from vp_tui.protocol.space import SpaceLog


@pytest.fixture
def practice() -> Practice:
    return Practice()


@pytest.fixture
def room(practice: Practice) -> Room:
    return Room(practice)


def forged(room: Room, kind: Kind, body: Body, keys: DeviceKeys, **other: object) -> bytes:
    """A well-signed entry that the builders would not make."""
    practice = room.practice.log
    place = Place(room.log.space, room.log.seq + 1, room.log.head, practice.seq, practice.head)
    return signed_entry(keys, kind, place._replace(**other), encode(body), NOW)


def epoch_body(room: Room, names: str, chief: str = "a", **other: object) -> Epoch:
    members, chiefs = room.practice.members(names), room.practice.members(chief)
    made = writing.rekey_entry(room.log, room.practice.a, room.practice.log, members, chiefs, NOW)
    return msgspec.structs.replace(decode(Kind.REKEY, parse(made.raw).body), **other)


def apply(room: Room, raw: bytes) -> None:
    room.log.copy().apply(raw, room.practice.log, -1)


def test_the_whole_life_of_a_space(practice: Practice, room: Room) -> None:
    first = room.write(b"first")
    room.put(writing.grant_entry(room.log, practice.a, practice.log, practice.ids["c"], NOW))
    second = room.write(b"second", practice.c)
    assert room.log.readers(practice.log) == set(practice.members("abc"))
    room.rekey("ac")
    third = room.write(b"third")
    gone = (first.data.blob_hash,)
    assert room.put(writing.tombstone_entry(room.log, practice.c, practice.log, gone, NOW)).gone == gone
    shred = room.put(writing.shred_entry(room.log, practice.a, practice.log, gone, 7, NOW))
    assert (shred.gone, shred.reason) == (gone, 7)
    room.put(writing.close_entry(room.log, practice.a, practice.log, NOW))
    c = room.read_by(practice.c)
    assert c.keys == room.log.keys
    for applied, blob, text in zip((first, second, third), room.blobs, (b"first", b"second", b"third"), strict=True):
        assert open_record(c, applied.data, blob).plaintext == text
    b = room.read_by(practice.b)
    assert open_record(b, second.data, room.blobs[1]).plaintext == b"second"
    with pytest.raises(NotPermittedError, match="no-epoch-key"):
        open_record(b, third.data, room.blobs[2])
    assert (first.member_id, second.member_id) == (practice.ids["a"], practice.ids["c"])


def test_the_state_is_small_and_cached_by_msgpack(practice: Practice, room: Room) -> None:
    room.write()
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(room.log), type=SpaceLog) == room.log
    assert len(msgspec.msgpack.encode(room.log)) < 400
    assert room.log.pending == ()


def test_a_copy_is_independent(room: Room) -> None:
    other = room.log.copy()
    room.write()
    assert other.seq == room.log.seq - 1


def test_a_newcomer_reads_history_only_where_it_was_given(practice: Practice) -> None:
    for history, epochs in ((True, [1, 0]), (False, [1])):
        room = Room(practice, "a")
        room.rekey("ac", history=history)
        log = SpaceLog(room.log.space)
        log.advance(room.raws, practice.log, -1)
        assert log.open_keys(practice.c) == epochs


def test_a_former_member_who_is_back_reads_what_was_open_to_her(practice: Practice) -> None:
    room = Room(practice, "ab")
    room.rekey("a")
    room.rekey("ab", history=False)
    assert [bool(key) for key in room.read_by(practice.b).keys] == [True, False, True]


def test_the_writer_of_a_contact_request_keeps_no_key(practice: Practice) -> None:
    made = writing.create_space(
        practice.a,
        practice.log,
        os.urandom(16),
        practice.members("ab"),
        practice.members("b"),
        NOW,
        readers=practice.members("b"),
    )
    log = SpaceLog(parse(made.raw).space)
    log.apply(made.raw, practice.log, -1)
    assert log.open_keys(practice.a) == []
    assert log.readers(practice.log) == {practice.ids["b"]}
    with pytest.raises(NotPermittedError, match="no-epoch-key"):
        writing.data_entry(log, practice.a, practice.log, bytes(16), 1, b"{}", NOW)
    with refused("key-mismatch"):
        log.adopt(0, bytes(32))
    log.adopt(0, made.key)
    written = writing.data_entry(log, practice.a, practice.log, bytes(16), 1, b"call back", NOW)
    reader = SpaceLog(log.space)
    applied, problem = reader.advance([made.raw, written.raw], practice.log, -1)
    assert problem is None
    assert reader.open_keys(practice.b) == [0]
    assert open_record(reader, applied[1].data, written.blob).plaintext == b"call back"


def test_a_space_may_be_made_for_others(practice: Practice) -> None:
    made = writing.create_space(
        practice.c, practice.log, os.urandom(16), practice.members("ab"), practice.members("a"), NOW
    )
    log = SpaceLog(parse(made.raw).space)
    assert log.apply(made.raw, practice.log, -1).member_id == practice.ids["c"]
    log.adopt(0, made.key)
    with not_made("not-a-member"):
        writing.data_entry(log, practice.c, practice.log, bytes(16), 1, b"", NOW)


def test_who_may_manage(practice: Practice) -> None:
    room = Room(practice, "abc", managers="a")
    body = epoch_body(room, "abc", "b")
    for kind, made in ((Kind.REKEY, body), (Kind.SHRED, Shred((), 1)), (Kind.CLOSE, Close())):
        with refused("not-a-manager"):
            apply(room, forged(room, kind, made, practice.b))
        apply(room, forged(room, kind, made, practice.a))
    assert [room.log.may_manage(practice.log, each) for each in practice.members("abc")] == [True, False, False]


def test_a_grant_is_the_managers_or_for_ones_own_devices(practice: Practice) -> None:
    room = Room(practice, "ab")
    with not_made("not-a-manager"):
        writing.grant_entry(room.read_by(practice.b), practice.b, practice.log, practice.ids["c"], NOW)
    laptop = practice.second_device("b")
    with pytest.raises(NotPermittedError):
        writing.data_entry(room.read_by(laptop), laptop, practice.log, bytes(16), 1, b"", NOW)
    own = writing.grant_entry(room.read_by(practice.b), practice.b, practice.log, practice.ids["b"], NOW)
    room.put(own)
    assert room.read_by(laptop).key(0) == room.log.key(0)
    assert laptop.device_id in room.log.wrapped


def test_a_member_rewraps_for_a_new_subkey_and_forgets_the_old(practice: Practice) -> None:
    room = Room(practice, "ab")
    practice.say(EncKeyBody(*practice.b.rotate()), practice.b)
    room.put(writing.grant_entry(room.read_by(practice.b), practice.b, practice.log, practice.ids["b"], NOW))
    practice.b.forget(1)
    assert room.read_by(practice.b).key(0) == room.log.key(0)


def test_a_space_whose_managers_left_is_taken_over_but_admits_nobody(practice: Practice) -> None:
    room = Room(practice, "bc", managers="b")
    practice.say(DeviceRevoke(practice.c.device_id), practice.a, practice.b)
    laptop = practice.second_device("c")
    practice.remove("b")
    assert room.log.may_manage(practice.log, practice.ids["c"])
    assert not room.log.may_manage(practice.log, practice.ids["a"])
    for names, kind in (("ac", "not-a-manager"), ("bc", "not-a-member")):
        with not_made(kind):
            room.rekey(names, laptop, managers="c", history=False)
    room.rekey("c", laptop, managers="c", history=False)
    assert room.log.key(1)


def test_the_first_entry_makes_the_space_and_only_the_first(practice: Practice, room: Room) -> None:
    body = epoch_body(room, "ab")
    with refused("chain-break"):
        apply(room, forged(room, Kind.CREATE, body, practice.a))
    empty = SpaceLog(room.log.space)
    place = {"seq": 0, "prev": bytes(32)}
    for kind, made in ((Kind.REKEY, body), (Kind.CLOSE, Close())):
        with refused("chain-break"):
            empty.apply(forged(room, kind, made, practice.a, **place), practice.log, -1)
    for other, kind in (({"epoch": 1}, "stale-epoch"), ({"epoch": 0}, "contradiction")):
        made = msgspec.structs.replace(body, **other)
        with refused(kind):
            empty.apply(forged(room, Kind.CREATE, made, practice.a, **place), practice.log, -1)


def test_epochs_follow_each_other(practice: Practice, room: Room) -> None:
    for epoch in (0, 2, 2**32 - 1):
        with refused("stale-epoch"):
            apply(room, forged(room, Kind.REKEY, epoch_body(room, "ab", epoch=epoch), practice.a))


def test_managers_are_members_and_there_is_one(practice: Practice, room: Room) -> None:
    for managers in ((), tuple(practice.members("c"))):
        with refused("contradiction"):
            apply(room, forged(room, Kind.REKEY, epoch_body(room, "ab", managers=managers), practice.a))


def test_keys_are_wrapped_for_verified_devices_of_members_only(practice: Practice, room: Room) -> None:
    ghost = DeviceKeys.generate()
    old = practice.second_device("b")
    practice.say(DeviceRevoke(old.device_id), practice.a, practice.b)
    practice.say(EncKeyBody(*practice.b.rotate()), practice.b)
    for device, number, kind in (
        (ghost.device_id, 1, "foreign-wrap"),
        (practice.c.device_id, 1, "foreign-wrap"),
        (old.device_id, 1, "foreign-wrap"),
        (practice.b.device_id, 1, "foreign-wrap"),
        (practice.b.device_id, 3, "foreign-wrap"),
    ):
        wraps = (Wrap(device, number, bytes(1168)),)
        with refused(kind):
            apply(room, forged(room, Kind.REKEY, epoch_body(room, "ab", wraps=wraps), practice.a))
        with refused(kind):
            apply(room, forged(room, Kind.GRANT, Grant(0, practice.ids["b"], wraps), practice.a))
    with refused("bad-encoding"):
        wraps = (Wrap(practice.b.device_id, 2, bytes(80)),)
        apply(room, forged(room, Kind.GRANT, Grant(0, practice.ids["b"], wraps), practice.a))
    with refused("not-a-member"):
        body = epoch_body(room, "ab")
        members = tuple(sorted((*body.members, bytes(16))))
        apply(room, forged(room, Kind.REKEY, msgspec.structs.replace(body, members=members), practice.a))


def test_a_grant_is_for_the_present_epoch_and_for_somebody(practice: Practice, room: Room) -> None:
    room.rekey("ab")
    grant = writing.grant_entry(room.log, practice.a, practice.log, practice.ids["c"], NOW)
    body = Grant(0, practice.ids["c"], ())
    with refused("stale-epoch"):
        apply(room, forged(room, Kind.GRANT, body, practice.a))
    with refused("contradiction"):
        apply(room, forged(room, Kind.GRANT, msgspec.structs.replace(body, epoch=1), practice.a))
    apply(room, grant.raw)


def test_data_is_of_the_present_epoch(practice: Practice, room: Room) -> None:
    room.rekey("ab")
    for epoch in (0, 2):
        with refused("stale-epoch"):
            apply(room, forged(room, Kind.DATA, Data(epoch, bytes(32), b""), practice.a))
    apply(room, forged(room, Kind.DATA, Data(1, bytes(32), b""), practice.a))


def test_after_closing_only_new_keys_and_destruction(practice: Practice, room: Room) -> None:
    open_log = room.log.copy()
    room.put(writing.close_entry(room.log, practice.a, practice.log, NOW))
    assert room.log.closed
    grant = decode(
        Kind.GRANT, parse(writing.grant_entry(open_log, practice.a, practice.log, practice.ids["b"], NOW).raw).body
    )
    for raw in (
        forged(room, Kind.DATA, Data(0, bytes(32), b""), practice.a),
        forged(room, Kind.GRANT, grant, practice.a),
        forged(room, Kind.TOMBSTONE, Tombstone(()), practice.a),
        forged(room, Kind.CLOSE, Close(), practice.a),
    ):
        with refused("closed"):
            apply(room, raw)
    with not_made("closed"):
        room.draft()
    apply(room, writing.shred_entry(room.log, practice.a, practice.log, [bytes(32)], 1, NOW).raw)
    room.rekey("ab")


def test_nothing_is_made_by_a_stranger(room: Room) -> None:
    with not_made("unknown-signer"):
        writing.close_entry(room.log, DeviceKeys.generate(), room.practice.log, NOW)


def test_the_writers_member_belongs_to_the_space(practice: Practice, room: Room) -> None:
    for kind, body in ((Kind.DATA, Data(0, bytes(32), b"")), (Kind.TOMBSTONE, Tombstone(()))):
        with refused("not-a-member"):
            apply(room, forged(room, kind, body, practice.c))


def test_an_entry_of_a_space_has_one_signature(practice: Practice, room: Room) -> None:
    with refused("bad-encoding"):
        apply(room, cosign(room.draft().raw, practice.b))


def test_place_and_practice_references(practice: Practice, room: Room) -> None:
    room.write()
    body = Data(0, bytes(32), b"")
    for other, kind in (
        ({"space": bytes(16)}, "foreign-entry"),
        ({"seq": 1}, "chain-break"),
        ({"seq": 3}, "chain-break"),
        ({"prev": bytes(32)}, "chain-break"),
        ({"practice_seq": 1, "practice_head": practice.log.head_at(1)}, "practice-backwards"),
        ({"practice_seq": 3}, "practice-withheld"),
        ({"practice_seq": 2**63}, "practice-withheld"),
        ({"practice_head": bytes(32)}, "practice-fork"),
        ({"practice_seq": 1}, "practice-fork"),
    ):
        with refused(kind):
            apply(room, forged(room, Kind.DATA, body, practice.a, **other))


def test_a_device_counts_from_its_own_height_on(practice: Practice, room: Room) -> None:
    """A new device cannot write into the past, and nothing is wrapped for it, or its member, before it was admitted."""
    earlier = {"practice_seq": practice.log.seq, "practice_head": practice.log.head}
    laptop, newcomer = practice.second_device("b"), DeviceKeys.generate()
    dora = os.urandom(16)
    practice.say(member(newcomer, dora, 1), practice.a, practice.b)
    body = Data(0, bytes(32), b"")
    with refused("not-a-member"):
        apply(room, forged(room, Kind.DATA, body, laptop, **earlier))
    wraps = (Wrap(laptop.device_id, 1, bytes(1168)),)
    with refused("foreign-wrap"):
        apply(room, forged(room, Kind.GRANT, Grant(0, practice.ids["b"], wraps), practice.a, **earlier))
    members = tuple(sorted((*room.log.members, dora)))
    with refused("not-a-member"):
        grown = epoch_body(room, "a", members=members, wraps=())
        apply(room, forged(room, Kind.REKEY, grown, practice.a, **earlier))
    apply(room, forged(room, Kind.REKEY, grown, practice.a))
    apply(room, forged(room, Kind.DATA, body, laptop))


def test_a_finding_names_space_and_seq(practice: Practice, room: Room) -> None:
    with pytest.raises(IntegrityError) as caught:
        room.log.apply(b"", practice.log, -1)
    assert (caught.value.kind, caught.value.space, caught.value.seq) == ("bad-encoding", room.log.space, 1)


def test_entries_of_a_later_version_stop_the_client(practice: Practice, room: Room) -> None:
    raw = room.draft().raw
    for at, value in ((4, 3), (5, 23), (5, 14), (7, 1)):
        header = raw[:at] + u8(value) + raw[at + 1 : -81]
        newer = header + raw[-81:-64] + practice.a.sign(Tag.ENTRY, header)
        before = room.log.copy()
        with pytest.raises(UpgradeError, match="newer-client"):
            room.log.apply(newer, practice.log, -1)
        with pytest.raises(UpgradeError, match="newer-client"):
            room.log.advance([newer], practice.log, -1)
        assert room.log == before
        with refused("bad-signature"):
            apply(room, header + raw[-81:])
    header = raw[:4] + u8(1) + raw[5:-81]
    with refused("suite-refused"):
        apply(room, header + raw[-81:-64] + practice.a.sign(Tag.ENTRY, header))


def test_kinds_of_the_practice_log_do_not_belong_here(practice: Practice, room: Room) -> None:
    with refused("foreign-entry"):
        apply(room, forged(room, Kind.MEMBER_REMOVE, MemberRemove(practice.ids["b"]), practice.a))


def test_write_after_rotation_only(practice: Practice, room: Room) -> None:
    stale = room.draft()
    practice.remove("b")
    assert room.log.must_rotate(practice.log)
    with pytest.raises(ConflictError, match="rotate-first"):
        room.draft()
    with refused("rotate-first"):
        apply(room, forged(room, Kind.DATA, Data(0, bytes(32), b""), practice.a))
    # Written before its writer knew of the removal: allowed, for everybody could still read it then.
    apply(room, stale.raw)
    room.rekey("a")
    assert not room.log.must_rotate(practice.log)
    room.write()


def test_advance_takes_what_is_valid_and_names_what_is_not(practice: Practice, room: Room) -> None:
    for _ in range(4):
        room.write()
    wrong = list(room.raws)
    wrong[3] = wrong[3][:-1] + bytes([wrong[3][-1] ^ 1])
    log = SpaceLog(room.log.space)
    applied, problem = log.advance(wrong, practice.log, -1)
    assert (len(applied), log.seq, problem.kind, problem.seq) == (3, 2, "bad-signature", 3)
    applied, problem = log.advance(room.raws[3:], practice.log, -1)
    assert (len(applied), log.seq, problem) == (2, 4, None)
    assert log.head == room.log.head


def test_key_mismatch_keeps_what_opens(practice: Practice, room: Room) -> None:
    """A wrap of garbage for one epoch is reported, and the other epochs are still read."""
    body = epoch_body(room, "ab")
    wraps = tuple(
        Wrap(each.device_id, 1, bytes(1168)) if each.device_id == practice.b.device_id else each for each in body.wraps
    )
    raw = forged(room, Kind.REKEY, msgspec.structs.replace(body, wraps=wraps), practice.a)
    log = SpaceLog(room.log.space)
    log.advance([*room.raws, raw], practice.log, -1)
    with pytest.raises(IntegrityError) as caught:
        log.open_keys(practice.b)
    assert (caught.value.kind, caught.value.seq) == ("key-mismatch", 1)
    assert log.key(0) == room.log.key(0)
    assert log.key(1) is None


def test_a_false_prev_box_is_reported(practice: Practice, room: Room) -> None:
    key = os.urandom(32)
    committed = sealing.commitment(room.log.space, 1, key)
    for box in (bytes(48), sealing.prev_box(room.log.space, 1, key, bytes(32))):
        info = sealing.wrap_info(room.log.space, 1, practice.c.device_id, 1, committed)
        wraps = (Wrap(practice.c.device_id, 1, suite.wrap(practice.c.enc_pub, key, info)),)
        body = epoch_body(room, "ac", commitment=committed, prev_box=box, wraps=wraps)
        log = SpaceLog(room.log.space)
        log.advance([*room.raws, forged(room, Kind.REKEY, body, practice.a)], practice.log, -1)
        with refused("key-mismatch"):
            log.open_keys(practice.c)
        assert (log.key(0), log.key(1)) == (None, key)
