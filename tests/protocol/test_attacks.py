"""The attacks of docs/protocol.md that need no server: what a hostile server, colleague or leaver can do with bytes."""

from __future__ import annotations

import os

import msgspec
import pytest

from tests.protocol.practice import BOTH, NOW, Practice, Room, member, refused
from vp_tui.errors import NotPermittedError
from vp_tui.protocol import sealing, suite, writing
from vp_tui.protocol.bodies import (
    Data,
    DeviceRevoke,
    EncKeyBody,
    Epoch,
    MemberRemove,
    Policy,
    PolicyBody,
    Tombstone,
    Wrap,
    decode,
    encode,
)
from vp_tui.protocol.entry import Kind, Place, cosign, parse, signed_entry
from vp_tui.protocol.freshness import Pin, attest, check_attestation, check_pin, checkpoint
from vp_tui.protocol.identity import DeviceKeys
from vp_tui.protocol.practice_log import propose
from vp_tui.protocol.sealing import open_record
from vp_tui.protocol.space import SpaceLog


@pytest.fixture
def practice() -> Practice:
    return Practice()


@pytest.fixture
def room(practice: Practice) -> Room:
    room = Room(practice, "ab")
    for number in range(4):
        room.write(b"text %d" % number)
    return room


def sync(room: Room, raws: list[bytes]) -> None:
    """What a reader without a pin makes of these entries; raises what stopped it."""
    _, problem = SpaceLog(room.log.space).advance(raws, room.practice.log, -1)
    if problem:
        raise problem


class TestTheServer:
    def test_removes_the_last_entry(self, practice: Practice, room: Room) -> None:
        pin = Pin(room.log.seq, room.log.head)
        said = attest(practice.a, practice.practice_id, room.log.space, room.log.seq, room.log.head)
        short = SpaceLog(room.log.space)
        _, problem = short.advance(room.raws[:-1], practice.log, pin.seq)
        assert problem is None, "to a fresh device the chain alone looks whole"
        with refused("rollback"):
            check_pin(short, pin)
        with refused("longer-elsewhere"):
            check_attestation(short, said, practice.log)

    def test_rolls_back_the_practice_log_for_a_fresh_device(self, practice: Practice) -> None:
        spoken = checkpoint(practice.log)
        assert checkpoint(practice.replay(practice.raws[:-1])) != spoken

    def test_removes_an_entry_in_the_middle(self, practice: Practice, room: Room) -> None:
        for at in range(1, 4):
            with refused("chain-break"):
                sync(room, room.raws[:at] + room.raws[at + 1 :])
        with refused("chain-break"):
            practice.replay(practice.raws[:1] + practice.raws[2:])

    def test_swaps_or_repeats_entries(self, practice: Practice, room: Room) -> None:
        first, second = room.raws[2:4]
        for raws in ([*room.raws[:2], second, first], [*room.raws[:3], first]):
            with refused("chain-break"):
                sync(room, raws)
        with refused("chain-break"):
            practice.replay([practice.raws[0], practice.raws[2], practice.raws[1]])

    def test_moves_an_entry_to_another_space(self, practice: Practice, room: Room) -> None:
        other = Room(practice)
        with refused("foreign-entry"):
            other.log.apply(room.raws[1], practice.log, -1)

    def test_alters_swaps_withholds_or_moves_a_blob(self, practice: Practice, room: Room) -> None:
        log = SpaceLog(room.log.space)
        applied, _ = log.advance(room.raws, practice.log, -1)
        log.open_keys(practice.b)
        data, blob = applied[2].data, room.blobs[1]
        assert open_record(log, data, blob).plaintext == b"text 1"
        for other, kind in (
            (blob[:-1] + bytes([blob[-1] ^ 1]), "blob-altered"),
            (room.blobs[2], "blob-altered"),
            (b"", "blob-altered"),
            (None, "blob-missing"),
        ):
            with refused(kind):
                open_record(log, data, other)
        elsewhere = Room(practice)
        with refused("record-unreadable"):
            open_record(elsewhere.log, data, blob)

    def test_inserts_a_member_with_its_own_key(self, practice: Practice) -> None:
        server = DeviceKeys.generate()
        ghost = member(server, os.urandom(16), BOTH)
        with refused("unknown-signer"):
            practice.log.apply(practice.proposal(ghost, server))
        with refused("unknown-signer"):
            practice.log.apply(cosign(practice.proposal(ghost, practice.a, practice.b), server))

    def test_replaces_a_key_in_the_practice_log(self, practice: Practice) -> None:
        server = DeviceKeys.generate()
        for old, new in ((practice.c.enc_pub, server.enc_pub), (practice.c.sign_pub, server.sign_pub)):
            altered = practice.raws[2].replace(old, new)
            assert altered != practice.raws[2]
            with refused("bad-signature"):
                practice.replay([*practice.raws[:2], altered])

    def test_founds_another_practice_under_the_same_id(self, practice: Practice) -> None:
        """The log itself is whole; the trust anchor is what tells them apart."""
        other = Practice()
        assert other.log.genesis != practice.log.genesis
        with refused("rewritten"):
            check_pin(other.log, Pin(0, practice.log.genesis))

    def test_replays_an_old_policy(self, practice: Practice) -> None:
        loose = practice.say(PolicyBody(Policy(quorum=1, file_keystore=True)), practice.a, practice.b)
        practice.say(PolicyBody(Policy(quorum=2)), practice.a, practice.b)
        with refused("chain-break"):
            practice.log.apply(loose)

    def test_lowers_the_suite(self, practice: Practice, room: Room) -> None:
        raw = room.draft().raw
        with refused("bad-signature"):
            room.log.apply(raw[:4] + bytes([suite.CLASSIC]) + raw[5:], practice.log, -1)

    def test_forks_the_practice_log(self, practice: Practice, room: Room) -> None:
        """Two colleagues are shown different fourth entries, both properly signed: the first shared space tells."""
        before = list(practice.raws)
        one = practice.proposal(PolicyBody(Policy(quorum=1)), practice.a, practice.b)
        two = practice.proposal(PolicyBody(Policy(quorum=3)), practice.a, practice.b)
        practice.log.apply(one)
        room.write()
        with refused("practice-fork"):
            room.read_by(practice.b, practice.replay([*before, two]))
        room.read_by(practice.b, practice.replay([*before, one]))

    def test_withholds_a_removal(self, practice: Practice, room: Room) -> None:
        before = list(practice.raws)
        practice.remove("c")
        room.write()
        with refused("practice-withheld"):
            room.read_by(practice.b, practice.replay(before))

    def test_withholds_the_addition_of_a_writer(self, practice: Practice) -> None:
        before = list(practice.raws)
        laptop = practice.second_device("b")
        members = practice.members("ab")
        made = writing.create_space(laptop, practice.log, os.urandom(16), members, members, NOW)
        log = SpaceLog(parse(made.raw).space)
        with refused("practice-withheld"):
            log.apply(made.raw, practice.replay(before), -1)
        log.apply(made.raw, practice.log, -1)


class TestAColleague:
    def test_adds_a_ghost_alone(self, practice: Practice) -> None:
        with refused("quorum"):
            practice.log.apply(practice.proposal(member(DeviceKeys.generate(), os.urandom(16), 1), practice.a))

    def test_enrols_a_key_that_accepts_anything(self, practice: Practice) -> None:
        weak = msgspec.structs.replace(
            member(DeviceKeys.generate(), os.urandom(16), BOTH), sign_pub=(1).to_bytes(32, "little")
        )
        with refused("small-order-key"):
            practice.log.apply(practice.proposal(weak, practice.a, practice.b))

    def test_hands_different_keys_to_different_members(self, practice: Practice) -> None:
        space, key, other = os.urandom(16), os.urandom(32), os.urandom(32)
        committed = sealing.commitment(space, 0, key)
        wraps = []
        for keys, given in ((practice.a, key), (practice.b, other)):
            info = sealing.wrap_info(space, 0, keys.device_id, 1, committed)
            wraps.append(Wrap(keys.device_id, 1, suite.wrap(keys.enc_pub, given, info)))
        members = tuple(sorted(practice.members("ab")))
        wraps.sort(key=lambda wrap: wrap.device_id)
        body = Epoch(0, committed, b"", members, members, tuple(wraps))
        place = Place(space, 0, bytes(32), practice.log.seq, practice.log.head)
        log = SpaceLog(space)
        log.apply(signed_entry(practice.a, Kind.CREATE, place, encode(body), NOW), practice.log, -1)
        assert log.copy().open_keys(practice.a) == [0]
        with refused("key-mismatch"):
            log.open_keys(practice.b)

    def test_moves_a_wrap_to_another_space_or_epoch(self, practice: Practice) -> None:
        """A wrap opens for the device, subkey, space, epoch and commitment that it was made for."""
        room = Room(practice, "ab")
        wraps = decode(Kind.CREATE, parse(room.raws[0]).body).wraps
        body = Epoch(1, os.urandom(32), b"", room.log.members, room.log.managers, wraps)
        place = Place(room.log.space, 1, room.log.head, practice.log.seq, practice.log.head)
        room.log.apply(signed_entry(practice.a, Kind.REKEY, place, encode(body), NOW), practice.log, -1)
        with refused("key-mismatch"):
            room.log.open_keys(practice.b)

    def test_writes_where_she_is_no_member(self, practice: Practice, room: Room) -> None:
        place = Place(room.log.space, 5, room.log.head, practice.log.seq, practice.log.head)
        raw = signed_entry(practice.c, Kind.DATA, place, encode(Data(0, bytes(32), b"")), NOW)
        with refused("not-a-member"):
            room.log.apply(raw, practice.log, -1)

    def test_reads_where_she_was_given_nothing(self, practice: Practice, room: Room) -> None:
        log = room.read_by(practice.c)
        assert log.keys == (b"",)
        draft = room.draft()
        data = room.log.copy().apply(draft.raw, practice.log, -1).data
        with pytest.raises(NotPermittedError, match="no-epoch-key"):
            open_record(log, data, draft.blob)


class TestSomebodyWhoLeft:
    def test_reads_on(self, practice: Practice, room: Room) -> None:
        practice.remove("b")
        room.rekey("a")
        secret = room.write(b"after")
        log = room.read_by(practice.b)
        assert [bool(key) for key in log.keys] == [True, False]
        with pytest.raises(NotPermittedError, match="no-epoch-key"):
            open_record(log, secret.data, room.blobs[-1])

    def test_writes_on(self, practice: Practice, room: Room) -> None:
        practice.remove("b")
        mine = room.read_by(practice.a)
        place = Place(room.log.space, 5, room.log.head, practice.log.seq, practice.log.head)
        raw = signed_entry(practice.b, Kind.DATA, place, encode(Data(0, bytes(32), b"")), NOW)
        with refused("not-a-member"):
            mine.apply(raw, practice.log, 10**9)

    def test_writes_into_an_epoch_that_is_over(self, practice: Practice, room: Room) -> None:
        """A client that has not heard of the rekeying, or pretends so."""
        stale = parse(room.draft(keys=practice.b).raw)
        room.rekey("ab")
        place = Place(room.log.space, room.log.seq + 1, room.log.head, practice.log.seq, practice.log.head)
        with refused("stale-epoch"):
            room.log.apply(signed_entry(practice.b, Kind.DATA, place, stale.body, NOW), practice.log, -1)

    def test_back_dates_with_the_servers_help(self, practice: Practice, room: Room) -> None:
        late = room.draft(keys=practice.b)
        practice.remove("b")
        before = msgspec.msgpack.encode(room.log)
        with refused("late-entry"):
            room.log.apply(late.raw, practice.log, room.log.seq)
        assert msgspec.msgpack.encode(room.log) == before
        with refused("late-entry"):
            sync(room, [*room.raws, late.raw])
        # Whoever had pinned it, or is asked and says yes, takes it.
        room.log.apply(late.raw, practice.log, 5)

    def test_what_he_wrote_in_time_is_read_by_new_devices(self, practice: Practice, room: Room) -> None:
        """A colleague who knew of the removal built on it."""
        room.write(b"in time", practice.b)
        laptop = practice.second_device("a")
        practice.remove("b")
        with refused("late-entry"):
            sync(room, room.raws)
        room.rekey("a")
        assert room.read_by(laptop).seq == room.log.seq

    def test_what_he_wrote_before_he_was_taken_off_is_read_by_new_devices(self, practice: Practice, room: Room) -> None:
        """He left the space first and the practice years later, when nobody wrote here any more."""
        room.write(b"in time", practice.b)
        room.rekey("ab")
        room.rekey("a")
        practice.remove("b")
        sync(room, room.raws)

    def test_a_replaced_device_is_vouched_for_by_its_successor(self, practice: Practice) -> None:
        room = Room(practice, "a")
        old = practice.second_device("a")
        room.put(writing.grant_entry(room.log, practice.a, practice.log, practice.ids["a"], NOW))
        room.write(keys=old)
        practice.say(DeviceRevoke(old.device_id), practice.a, practice.b)
        with refused("late-entry"):
            sync(room, room.raws)
        room.rekey("a")
        sync(room, room.raws)

    def test_cannot_use_a_colleague_who_has_not_heard_as_a_witness(self, practice: Practice, room: Room) -> None:
        """The removal is withheld from one colleague, who builds on the leaver's entry; who knows better is told."""
        before = practice.replay(practice.raws)
        room.write(b"too late", practice.b)
        room.write(b"in good faith", practice.a)
        practice.remove("b")
        assert before.seq < practice.log.seq
        with refused("late-entry"):
            sync(room, room.raws)

    def test_cannot_vouch_for_himself_or_with_a_forged_witness(self, practice: Practice, room: Room) -> None:
        late = room.draft(keys=practice.b)
        practice.remove("b")
        ahead = room.log.copy()
        ahead.apply(late.raw, practice.log, 10**9)
        place = Place(room.log.space, 6, ahead.head, practice.log.seq, practice.log.head)
        honest = signed_entry(practice.a, Kind.TOMBSTONE, place, encode(Tombstone(())), NOW)
        forged = honest[:-64] + practice.b.sign("sig", honest[:-81])
        outsider = signed_entry(practice.c, Kind.TOMBSTONE, place, encode(Tombstone(())), NOW)
        for witness in (forged, outsider):
            log = SpaceLog(room.log.space)
            applied, problem = log.advance([*room.raws, late.raw, witness], practice.log, -1)
            assert (len(applied), log.seq, problem.seq) == (5, 4, 6)

    def test_wraps_were_hoarded_and_the_space_is_destroyed(self, practice: Practice, room: Room) -> None:
        """A copy of everything does not open with any key left, once each device has rotated and forgotten."""
        hoard = list(room.raws)
        naive = SpaceLog(room.log.space)
        naive.advance(hoard, practice.log, -1)
        assert naive.copy().open_keys(practice.b) == [0], "deleting on the server alone destroys nothing"
        for keys in (practice.a, practice.b):
            practice.say(EncKeyBody(*keys.rotate()), keys)
            keys.forget(1)
            assert naive.copy().open_keys(keys) == []

    def test_forces_rotation_of_what_lives_on(self, practice: Practice, room: Room) -> None:
        practice.say(MemberRemove(practice.ids["b"]), practice.a, practice.b)
        place = Place(room.log.space, 5, room.log.head, practice.log.seq, practice.log.head)
        raw = signed_entry(practice.a, Kind.DATA, place, encode(Data(0, bytes(32), b"")), NOW)
        with refused("rotate-first"):
            room.log.apply(raw, practice.log, 10**9)


def test_two_writers_at_once(practice: Practice, room: Room) -> None:
    """Both entries are valid after the same one; after either, the other is not, and its text is sealed anew."""
    mine, hers = room.draft(b"mine"), room.draft(b"hers", practice.b)
    room.log.apply(mine.raw, practice.log, -1)
    with refused("chain-break"):
        room.log.apply(hers.raw, practice.log, -1)
    again = room.draft(b"hers", practice.b)
    room.log.apply(again.raw, practice.log, -1)


def test_two_proposals_at_once(practice: Practice) -> None:
    one = practice.proposal(PolicyBody(Policy(quorum=1)), practice.a, practice.b)
    two = cosign(propose(practice.log, practice.b, PolicyBody(Policy(quorum=3)), NOW), practice.a)
    practice.log.apply(one)
    with refused("chain-break"):
        practice.log.apply(two)


def test_lengths_tell_the_server_buckets_only(room: Room) -> None:
    sizes = {len(room.draft(bytes(size)).blob) for size in range(0, 3000, 111)}
    assert sizes == {80 + 1024, 80 + 4096}
    assert len({len(room.draft(bytes(size)).raw) for size in range(0, 3000, 111)}) == 1
