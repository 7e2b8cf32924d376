from __future__ import annotations

import os

import msgspec
import pytest

from tests.protocol.practice import BOTH, NOW, Practice, Room, member, not_made, refused
from vp_tui.errors import UpgradeError
from vp_tui.protocol import suite
from vp_tui.protocol.bodies import (
    DeviceAdd,
    DeviceRevoke,
    EncKeyBody,
    Genesis,
    MemberRemove,
    Policy,
    PolicyBody,
    PracticeBody,
    RecoverySet,
    Role,
    Roles,
    encode,
)
from vp_tui.protocol.encoding import CLIENT_VERSION, u8
from vp_tui.protocol.entry import NO_HASH, Kind, Place, cosign, signed_entry
from vp_tui.protocol.identity import DeviceKeys, Tag
from vp_tui.protocol.practice_log import PracticeLog, found, propose


@pytest.fixture
def practice() -> Practice:
    return Practice()


@pytest.fixture
def newcomer() -> DeviceKeys:
    return DeviceKeys.generate()


def recovery(practice: Practice, k: int, n: int) -> RecoverySet:
    return RecoverySet(practice.ids["c"], DeviceKeys.generate().enc_pub, k, n, bytes(32))


def test_the_whole_life_of_a_practice(practice: Practice, newcomer: DeviceKeys) -> None:
    log, a, b = practice.log, practice.a, practice.b
    genesis = log.genesis
    dora = os.urandom(16)
    practice.say(member(newcomer, dora, Role.SUPERVISOR), a, b)
    change = log.preview(practice.proposal(DeviceRevoke(newcomer.device_id), a, b))
    assert (change.kind, change.device_id, change.member_id) == (Kind.DEVICE_REVOKE, newcomer.device_id, b"")
    laptop = practice.second_device("c")
    practice.say(EncKeyBody(*laptop.rotate()), laptop)
    practice.say(Roles(dora, Role.CONFIDANT | Role.SUPERVISOR), b, a)
    practice.say(PolicyBody(Policy(quorum=3, terminal_clipboard=True)), a, b)
    practice.say(recovery(practice, 2, 3), a, b)
    practice.say(DeviceRevoke(practice.c.device_id), a, b)
    practice.say(MemberRemove(dora), a, b)
    assert log.genesis == genesis
    assert (log.seq, log.quorum_needed) == (10, 2)
    assert log.devices[laptop.device_id].subkeys.keys() == {1, 2}
    assert [each.device_id for each in log.devices_of(practice.ids["c"])] == [laptop.device_id]
    assert [each.member_id for each in log.active_members()] == practice.members("abc")
    assert log.members[dora].removed == log.seq
    assert log.policy_at(6).quorum == 2
    assert log.policy_at(7) == log.policy
    assert log.policy.terminal_clipboard
    assert log.recovery[practice.ids["c"]].k == 2
    assert practice.replay(practice.raws) == log


def test_the_state_is_cached_by_msgpack(practice: Practice) -> None:
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(practice.log), type=PracticeLog) == practice.log
    assert practice.log.copy() == practice.log


def test_changes_are_told(practice: Practice, newcomer: DeviceKeys) -> None:
    dora = os.urandom(16)
    raw = practice.proposal(member(newcomer, dora, Role.CONFIDANT), practice.a, practice.b)
    change = practice.log.apply(raw)
    assert (change.kind, change.seq, change.member_id, change.device_id, change.roles) == (
        Kind.MEMBER_ADD,
        3,
        dora,
        newcomer.device_id,
        Role.CONFIDANT,
    )
    assert set(change.signers) == set(practice.members("ab"))
    assert change.time_ms == NOW - NOW % 3_600_000


def test_four_eyes(practice: Practice, newcomer: DeviceKeys) -> None:
    """One coordinator, or one with a colleague who is none, or one with two devices, cannot add a ghost."""
    second = practice.second_device("a")
    ghost = member(newcomer, os.urandom(16), BOTH)
    for signers in ((practice.a,), (practice.c,), (practice.a, practice.c), (practice.a, second)):
        raw = practice.proposal(ghost, *signers)
        with refused("quorum"):
            practice.log.apply(raw)
    raw = practice.proposal(ghost, practice.c, practice.a)
    assert practice.log.signatures_missing(raw) == 1
    assert practice.log.preview(raw).device_id == newcomer.device_id
    raw = cosign(raw, practice.b)
    assert practice.log.signatures_missing(raw) == 0
    practice.log.apply(raw)


@pytest.mark.parametrize("kind", [kind for kind in Kind if Kind.MEMBER_ADD <= kind <= Kind.RECOVERY_SET])
def test_every_kind_but_a_subkey_needs_four_eyes(practice: Practice, newcomer: DeviceKeys, kind: Kind) -> None:
    bodies: dict[Kind, PracticeBody] = {
        Kind.MEMBER_ADD: member(newcomer, os.urandom(16), 1),
        Kind.MEMBER_REMOVE: MemberRemove(practice.ids["c"]),
        Kind.ENC_KEY: EncKeyBody(*practice.a.rotate()),
        Kind.DEVICE_ADD: DeviceAdd(practice.ids["a"], newcomer.sign_pub, newcomer.enc_pub),
        Kind.DEVICE_REVOKE: DeviceRevoke(practice.c.device_id),
        Kind.ROLES: Roles(practice.ids["c"], BOTH),
        Kind.POLICY: PolicyBody(Policy(quorum=1)),
        Kind.RECOVERY_SET: recovery(practice, 1, 1),
    }
    raw = practice.proposal(bodies[kind], practice.a)
    if kind != Kind.ENC_KEY:
        with refused("quorum"):
            practice.log.apply(raw)
        raw = cosign(raw, practice.b)
    else:
        with refused("quorum"):
            practice.log.apply(cosign(raw, practice.b))
    assert practice.log.apply(raw).kind == kind


def test_the_founder_alone_is_a_quorum_until_there_is_a_second() -> None:
    practice = Practice(Policy(quorum=3))
    assert practice.log.quorum_needed == 2


def test_only_devices_in_use_sign(practice: Practice, newcomer: DeviceKeys) -> None:
    body = PolicyBody(Policy())
    with refused("unknown-signer"):
        practice.log.apply(cosign(practice.proposal(body, practice.a, practice.b), newcomer))
    old = practice.second_device("a")
    practice.say(DeviceRevoke(old.device_id), practice.a, practice.b)
    with refused("not-a-member"):
        practice.log.apply(practice.proposal(body, old, practice.b))


def test_a_signature_that_is_not_needed_must_hold_too(practice: Practice) -> None:
    raw = practice.proposal(PolicyBody(Policy()), practice.a, practice.b, practice.c)
    with refused("bad-signature"):
        practice.log.apply(raw[:-64] + bytes(64))


def test_signatures_are_for_entries_only(practice: Practice) -> None:
    raw = practice.proposal(EncKeyBody(*practice.a.rotate()), practice.a)
    message = raw[:-81]
    with refused("bad-signature"):
        practice.log.apply(raw[:-64] + practice.a.sign(Tag.ATTESTATION, message))
    practice.log.apply(raw[:-64] + practice.a.sign(Tag.ENTRY, message))


def test_who_is_there_is_not_added_and_who_is_not_is_not_removed(practice: Practice, newcomer: DeviceKeys) -> None:
    a, b, ids = practice.a, practice.b, practice.ids
    old = practice.second_device("c")
    practice.say(DeviceRevoke(old.device_id), a, b)
    contradictions: list[PracticeBody] = [
        member(newcomer, ids["c"], 1),
        member(practice.c, os.urandom(16), 1),
        MemberRemove(os.urandom(16)),
        DeviceAdd(os.urandom(16), newcomer.sign_pub, newcomer.enc_pub),
        DeviceAdd(ids["c"], practice.c.sign_pub, practice.c.enc_pub),
        DeviceAdd(ids["c"], old.sign_pub, old.enc_pub),
        DeviceRevoke(newcomer.device_id),
        DeviceRevoke(old.device_id),
        Roles(os.urandom(16), 1),
        RecoverySet(os.urandom(16), newcomer.enc_pub, 2, 3, bytes(32)),
        recovery(practice, 4, 3),
        recovery(practice, 0, 3),
    ]
    for body in contradictions:
        with refused("contradiction"):
            practice.log.apply(practice.proposal(body, a, b))
    practice.remove("c")
    for body in (
        MemberRemove(ids["c"]),
        Roles(ids["c"], 1),
        DeviceAdd(ids["c"], newcomer.sign_pub, newcomer.enc_pub),
        member(newcomer, ids["c"], 1),
        DeviceRevoke(practice.c.device_id),
        recovery(practice, 2, 3),
    ):
        with refused("contradiction"):
            practice.log.apply(practice.proposal(body, a, b))


def test_subkeys_are_numbered_in_order(practice: Practice, newcomer: DeviceKeys) -> None:
    for number in (0, 1, 3):
        with refused("contradiction"):
            practice.log.apply(practice.proposal(EncKeyBody(number, newcomer.enc_pub), practice.c))
    practice.say(EncKeyBody(2, newcomer.enc_pub), practice.c)
    assert practice.log.devices[practice.c.device_id].subkey_at(2) == 1
    assert practice.log.devices[practice.c.device_id].subkey_at(3) == 2


def test_a_practice_keeps_a_coordinator_who_can_sign() -> None:
    practice = Practice()
    practice.say(MemberRemove(practice.ids["b"]), practice.a, practice.b)
    ids, a = practice.ids, practice.a
    # A coordinator without a device in use is no help.
    helpless = DeviceKeys.generate()
    practice.say(member(helpless, os.urandom(16), BOTH), a)
    practice.say(DeviceRevoke(helpless.device_id), a, helpless)
    for body in (MemberRemove(ids["a"]), Roles(ids["a"], Role.CONFIDANT), DeviceRevoke(a.device_id)):
        with refused("last-coordinator"):
            practice.log.apply(practice.proposal(body, a))
    practice.say(Roles(ids["c"], BOTH), a)
    practice.say(MemberRemove(ids["a"]), a, practice.c)
    assert practice.log.coordinators() == {ids["c"]}


def _genesis(keys: DeviceKeys, **other: object) -> Genesis:
    fields = {
        "policy": Policy(),
        "member_id": bytes(16),
        "roles": BOTH,
        "sign_pub": keys.sign_pub,
        "enc_pub": keys.enc_pub,
        "sealed_name": b"",
    }
    return Genesis(**fields | other)


def test_a_founding_entry_is_signed_by_the_founder_and_gives_a_coordinator(newcomer: DeviceKeys) -> None:
    other = DeviceKeys.generate()
    for body, kind in (
        (_genesis(newcomer, sign_pub=other.sign_pub), "unknown-signer"),
        (_genesis(newcomer, roles=Role.CONFIDANT), "last-coordinator"),
        (_genesis(newcomer, sign_pub=(1).to_bytes(32, "little")), "small-order-key"),
        (_genesis(newcomer, enc_pub=bytes(32), policy=Policy(min_suite=suite.CLASSIC)), "small-order-key"),
        (_genesis(newcomer, enc_pub=DeviceKeys.generate(suite.CLASSIC).enc_pub), "suite-refused"),
    ):
        with refused(kind):
            PracticeLog().apply(found(newcomer, bytes(16), body, NOW))
    raw = found(newcomer, bytes(16), _genesis(newcomer), NOW)
    with refused("unknown-signer"):
        PracticeLog().apply(cosign(raw, other))
    with refused("bad-signature"):
        PracticeLog().apply(raw[:-64] + other.sign(Tag.ENTRY, raw[:-81]))
    place = Place(bytes(16), 0, NO_HASH, 0, b"x" * 32)
    with refused("chain-break"):
        PracticeLog().apply(signed_entry(newcomer, Kind.GENESIS, place, encode(_genesis(newcomer)), NOW))
    PracticeLog().apply(raw)


def test_there_is_one_founding_entry_and_it_is_the_first(practice: Practice, newcomer: DeviceKeys) -> None:
    place = Place(practice.practice_id, 3, practice.log.head, 2, practice.log.head)
    with refused("chain-break"):
        practice.log.apply(signed_entry(practice.a, Kind.GENESIS, place, encode(_genesis(newcomer)), NOW))
    with refused("chain-break"):
        PracticeLog().apply(practice.raws[1])
    first = Place(bytes(16), 0, NO_HASH, 0, NO_HASH)
    with refused("chain-break"):
        PracticeLog().apply(signed_entry(newcomer, Kind.POLICY, first, encode(PolicyBody(Policy())), NOW))


def test_entries_stand_on_the_one_before(practice: Practice) -> None:
    good = Place(practice.practice_id, 3, practice.log.head, 2, practice.log.head)
    body = EncKeyBody(*practice.a.rotate())
    for place, kind in (
        (good._replace(space=bytes(16)), "foreign-entry"),
        (good._replace(seq=4), "chain-break"),
        (good._replace(seq=2), "chain-break"),
        (good._replace(prev=bytes(32)), "chain-break"),
        (good._replace(practice_seq=1), "chain-break"),
        (good._replace(practice_head=bytes(32)), "chain-break"),
    ):
        with refused(kind):
            practice.log.apply(signed_entry(practice.a, Kind.ENC_KEY, place, encode(body), NOW))
    practice.log.apply(signed_entry(practice.a, Kind.ENC_KEY, good, encode(body), NOW))


def test_a_finding_names_place(practice: Practice) -> None:
    with pytest.raises(Exception) as caught:
        practice.log.apply(practice.raws[1])
    assert (caught.value.space, caught.value.seq) == (practice.practice_id, 3)


def test_entries_of_a_later_version_stop_the_client(practice: Practice) -> None:
    """A genuine entry with a kind, suite or flag of a later version: upgrade. Flipped by the server: alarm."""
    raw = practice.proposal(PolicyBody(Policy()), practice.a, practice.b)
    for at, value in ((4, 3), (5, 15), (5, 99), (7, 1)):
        header = raw[:at] + u8(value) + raw[at + 1 : -161]
        signatures = b"".join(keys.device_id + keys.sign(Tag.ENTRY, header) for keys in (practice.a, practice.b))
        with pytest.raises(UpgradeError, match="newer-client"):
            practice.log.apply(header + u8(2) + signatures)
        with refused("bad-signature"):
            practice.log.apply(header + raw[-161:])
    header = raw[:4] + u8(0) + raw[5:-161]
    with refused("suite-refused"):
        practice.log.apply(header + u8(1) + practice.a.device_id + practice.a.sign(Tag.ENTRY, header))


def test_a_policy_can_ask_for_a_newer_client(practice: Practice, newcomer: DeviceKeys) -> None:
    asks = Policy(min_client=CLIENT_VERSION + 1)
    with pytest.raises(UpgradeError, match="newer-client"):
        practice.log.apply(practice.proposal(PolicyBody(asks), practice.a, practice.b))
    with refused("quorum"):
        practice.log.apply(practice.proposal(PolicyBody(asks), practice.a))
    with pytest.raises(UpgradeError, match="newer-client"):
        PracticeLog().apply(found(newcomer, bytes(16), _genesis(newcomer, policy=asks), NOW))


def test_kinds_of_a_space_do_not_belong_here(practice: Practice) -> None:
    place = Place(practice.practice_id, 3, practice.log.head, 2, practice.log.head)
    with refused("foreign-entry"):
        practice.log.apply(signed_entry(practice.a, Kind.CLOSE, place, b"", NOW))


def test_the_suite_can_rise_and_never_fall(practice: Practice) -> None:
    weak = DeviceKeys.generate(suite.CLASSIC)
    for body in (
        PolicyBody(Policy(min_suite=suite.CLASSIC)),
        member(weak, os.urandom(16), 1),
        DeviceAdd(practice.ids["c"], weak.sign_pub, weak.enc_pub),
        RecoverySet(practice.ids["c"], weak.enc_pub, 2, 3, bytes(32)),
    ):
        with refused("suite-refused"):
            practice.log.apply(practice.proposal(body, practice.a, practice.b))
    with refused("suite-refused"):
        practice.log.apply(practice.proposal(EncKeyBody(*practice.c.rotate(suite.CLASSIC)), practice.c))

    old = Practice(Policy(min_suite=suite.CLASSIC))
    old.say(DeviceAdd(old.ids["c"], weak.sign_pub, weak.enc_pub), old.a, old.b)
    room = Room(old, "ac")
    old.say(PolicyBody(Policy(min_suite=suite.HYBRID)), old.a, old.b)
    with not_made("suite-refused"):
        room.rekey("ac")
    old.say(EncKeyBody(*weak.rotate(suite.HYBRID)), weak)
    room.rekey("ac")


@pytest.mark.parametrize("public", [bytes(32), (1).to_bytes(32, "little"), (2**255 - 19).to_bytes(32, "little")])
def test_small_order_keys_are_refused_wherever_they_are_read(practice: Practice, public: bytes) -> None:
    good = DeviceKeys.generate()
    for body in (
        DeviceAdd(practice.ids["c"], public, good.enc_pub),
        DeviceAdd(practice.ids["c"], good.sign_pub, good.enc_pub[:-32] + public),
        RecoverySet(practice.ids["c"], good.enc_pub[:-32] + public, 2, 3, bytes(32)),
    ):
        with refused("small-order-key"):
            practice.log.apply(practice.proposal(body, practice.a, practice.b))
    with refused("small-order-key"):
        practice.log.apply(practice.proposal(EncKeyBody(2, good.enc_pub[:-32] + public), practice.c))


def test_the_fingerprint_outlives_the_rotation_of_subkeys(practice: Practice) -> None:
    before = practice.log.fingerprint(practice.c.device_id)
    practice.say(EncKeyBody(*practice.c.rotate()), practice.c)
    assert practice.log.fingerprint(practice.c.device_id) == before


def test_nothing_is_proposed_that_everybody_would_refuse(practice: Practice, newcomer: DeviceKeys) -> None:
    for body, keys, reason in (
        (MemberRemove(os.urandom(16)), practice.a, "contradiction"),
        (PolicyBody(Policy()), newcomer, "unknown-signer"),
    ):
        with not_made(reason):
            propose(practice.log, keys, body, NOW)


def test_a_stale_proposal_is_refused(practice: Practice) -> None:
    raw = propose(practice.log, practice.a, PolicyBody(Policy(quorum=1)), NOW)
    practice.second_device("c")
    with refused("chain-break"):
        practice.log.apply(cosign(raw, practice.b))
