from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.protocol.practice import refused
from vp_tui.errors import UpgradeError
from vp_tui.protocol.bodies import (
    Body,
    Close,
    Data,
    DeviceAdd,
    DeviceRevoke,
    EncKeyBody,
    Epoch,
    Genesis,
    Grant,
    MemberAdd,
    MemberRemove,
    Policy,
    PolicyBody,
    RecoverySet,
    Roles,
    Shred,
    Tombstone,
    Wrap,
    decode,
    encode,
)
from vp_tui.protocol.encoding import pack, u8, u32, unpack
from vp_tui.protocol.entry import Kind

u32s = st.integers(0, 2**32 - 1)
ids = st.binary(min_size=16, max_size=16)
hashes = st.binary(min_size=32, max_size=32)
subkeys = hashes | st.just(bytes(1216))
roles = st.integers(1, 7)
policies = st.builds(
    Policy,
    st.integers(1, 255),
    st.sampled_from([1, 2]),
    u32s,
    st.integers(0, 100),
    st.integers(100, 2**32 - 1),
    st.booleans(),
    st.booleans(),
    st.booleans(),
)


def ascending(items: st.SearchStrategy) -> st.SearchStrategy:
    return st.sets(items, max_size=4).map(lambda found: tuple(sorted(found)))


wraps = st.dictionaries(ids, st.tuples(u32s, st.sampled_from([bytes(80), bytes(1168)])), max_size=3).map(
    lambda found: tuple(Wrap(device, *rest) for device, rest in sorted(found.items()))
)
BODIES: dict[Kind, st.SearchStrategy] = {
    Kind.GENESIS: st.builds(Genesis, policies, ids, roles, hashes, subkeys, st.binary(max_size=50)),
    Kind.MEMBER_ADD: st.builds(MemberAdd, ids, roles, hashes, subkeys, st.binary(max_size=50)),
    Kind.MEMBER_REMOVE: st.builds(MemberRemove, ids),
    Kind.ENC_KEY: st.builds(EncKeyBody, u32s, subkeys),
    Kind.DEVICE_ADD: st.builds(DeviceAdd, ids, hashes, subkeys),
    Kind.DEVICE_REVOKE: st.builds(DeviceRevoke, ids),
    Kind.ROLES: st.builds(Roles, ids, roles),
    Kind.POLICY: st.builds(PolicyBody, policies),
    Kind.RECOVERY_SET: st.builds(RecoverySet, ids, subkeys, st.integers(0, 255), st.integers(0, 255), hashes),
    Kind.CREATE: st.builds(
        Epoch, u32s, hashes, st.sampled_from([b"", bytes(48)]), ascending(ids), ascending(ids), wraps
    ),
    Kind.GRANT: st.builds(Grant, u32s, ids, wraps),
    Kind.DATA: st.builds(Data, u32s, hashes, st.binary(max_size=256)),
    Kind.TOMBSTONE: st.builds(Tombstone, ascending(hashes)),
    Kind.SHRED: st.builds(Shred, ascending(hashes), st.integers(0, 255)),
    Kind.CLOSE: st.just(Close()),
}


def test_every_kind_is_covered() -> None:
    assert {*BODIES, Kind.REKEY} == set(Kind)


@given(st.data())
def test_bodies_come_back_and_other_arities_do_not(data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(list(BODIES)))
    body: Body = data.draw(BODIES[kind])
    encoded = encode(body)
    assert decode(kind, encoded) == body
    with refused("bad-encoding"):
        decode(kind, encoded + pack(b""))
    if parts := unpack(encoded):
        with refused("bad-encoding"):
            decode(kind, pack(*parts[:-1]))


@given(st.data())
def test_every_length_of_a_fixed_field_is_checked(data: st.DataObject) -> None:
    """One byte more in any one field: refused, or a field of free length."""
    kind = data.draw(st.sampled_from([kind for kind in BODIES if kind != Kind.CLOSE]))
    parts = unpack(encode(data.draw(BODIES[kind])))
    at = data.draw(st.integers(0, len(parts) - 1))
    free = {(Kind.GENESIS, 5), (Kind.MEMBER_ADD, 4), (Kind.DATA, 2)}
    if (kind, at) not in free:
        parts[at] += b"\0"
        with refused("bad-encoding"):
            decode(kind, pack(*parts))


def test_lists_have_one_order() -> None:
    first, second = b"a" * 32, b"b" * 32
    for wrong in ((second, first), (first, first)):
        with refused("bad-encoding"):
            decode(Kind.TOMBSTONE, encode(Tombstone(wrong)))
    wrap = Wrap(bytes(16), 1, bytes(80))
    with refused("bad-encoding"):
        decode(Kind.GRANT, encode(Grant(0, bytes(16), (wrap, Wrap(bytes(16), 2, bytes(80))))))


@pytest.mark.parametrize("roles", [8, 128, 255])
def test_unknown_roles_mean_upgrade(roles: int) -> None:
    with pytest.raises(UpgradeError, match="newer-client"):
        decode(Kind.ROLES, pack(bytes(16), u8(roles)))


def test_a_member_has_a_role() -> None:
    with refused("bad-encoding"):
        decode(Kind.ROLES, pack(bytes(16), u8(0)))


def test_unknown_policy_bits_mean_upgrade() -> None:
    known = unpack(encode(PolicyBody(Policy())), 1)[0]
    for wrong in (known[:-1] + b"\x08", known[:1] + b"\3" + known[2:]):
        with pytest.raises(UpgradeError, match="newer-client"):
            decode(Kind.POLICY, pack(wrong))


def test_impossible_policies_are_refused() -> None:
    for wrong in (Policy(quorum=0), Policy(retention_min_days=2, retention_max_days=1)):
        with refused("bad-encoding"):
            decode(Kind.POLICY, encode(PolicyBody(wrong)))


def test_a_wrap_has_the_length_of_a_suite() -> None:
    with refused("bad-encoding"):
        decode(Kind.GRANT, pack(u32(0), bytes(16), pack(pack(bytes(16), u32(1), bytes(81)))))


def test_names_and_meta_boxes_have_a_largest_size() -> None:
    for kind, body in (
        (Kind.MEMBER_ADD, MemberAdd(bytes(16), 1, bytes(32), bytes(32), bytes(1025))),
        (Kind.DATA, Data(0, bytes(32), bytes(257))),
    ):
        with refused("bad-encoding"):
            decode(kind, encode(body))
