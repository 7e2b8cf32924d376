from __future__ import annotations

import hashlib
import hmac

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.protocol.practice import refused
from vp_tui.errors import IntegrityError
from vp_tui.protocol.encoding import derive, digest, labelled, mac, number, pack, u8, u16, u32, u64, unpack


@given(st.lists(st.binary(max_size=40), max_size=6))
def test_packed_parts_come_back(parts: list[bytes]) -> None:
    assert unpack(pack(*parts)) == parts
    assert unpack(pack(*parts), len(parts)) == parts


@given(st.lists(st.binary(max_size=12), min_size=1, max_size=4))
def test_no_truncation_or_tail_keeps_the_arity(parts: list[bytes]) -> None:
    whole = pack(*parts)
    for wrong in (*(whole[:size] for size in range(len(whole))), whole + b"\0", whole + bytes(4)):
        with refused("bad-encoding"):
            unpack(wrong, len(parts))


def test_wrong_arity_is_refused() -> None:
    for arity in (0, 1, 3):
        with refused("bad-encoding"):
            unpack(pack(b"a", b"b"), arity)


@given(st.binary(max_size=200))
def test_unpack_of_anything_is_exact_or_refused(data: bytes) -> None:
    try:
        parts = unpack(data)
    except IntegrityError:
        return
    assert pack(*parts) == data


def test_numbers_are_big_endian_and_of_one_length() -> None:
    assert (u8(1), u16(1), u32(1), u64(1)) == (b"\1", b"\0\1", b"\0\0\0\1", b"\0\0\0\0\0\0\0\1")
    assert number(b"\1\0", 2) == 256
    with refused("bad-encoding"):
        number(b"\0\1\0", 2)


def test_every_input_begins_with_prefix_label_and_zero() -> None:
    assert labelled("x", b"y") == b"vp-tui/v1/x\0y"
    assert digest("x", b"ab", b"") == hashlib.sha256(b"vp-tui/v1/x\0" + pack(b"ab", b"")).digest()
    assert mac(b"k", "x", b"a") == hmac.digest(b"k", b"vp-tui/v1/x\0" + pack(b"a"), "sha256")


def test_derive_is_hkdf_of_rfc_5869() -> None:
    prk = hmac.digest(b"salt", b"ikm", "sha256")
    info = b"vp-tui/v1/x\0" + pack(b"c")
    first = hmac.digest(prk, info + b"\1", "sha256")
    assert derive(b"ikm", b"salt", "x", b"c", length=64) == first + hmac.digest(prk, first + info + b"\2", "sha256")


@pytest.mark.parametrize("parts", [(b"ab", b"c"), (b"a", b"bc"), (b"abc",), (b"abc", b"")])
def test_parts_cannot_be_shifted(parts: tuple[bytes, ...]) -> None:
    others = {(b"ab", b"c"), (b"a", b"bc"), (b"abc",), (b"abc", b"")} - {parts}
    assert digest("x", *parts) not in {digest("x", *other) for other in others}
