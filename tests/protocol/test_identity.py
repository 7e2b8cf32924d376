from __future__ import annotations

import pytest

from tests.protocol.practice import Stream
from vp_tui.errors import UsageError
from vp_tui.protocol import suite
from vp_tui.protocol.encoding import digest
from vp_tui.protocol.identity import DeviceKeys, Tag, fingerprint


def test_parts_come_back_from_the_vault() -> None:
    keys = DeviceKeys.generate()
    keys.rotate(suite.CLASSIC)
    again = DeviceKeys.from_parts(keys.to_parts())
    assert (again.seed, again.subkeys, again.device_id) == (keys.seed, keys.subkeys, keys.device_id)
    assert again.latest == 2


@pytest.mark.parametrize("parts", [[], [b"short"], [bytes(32)], [bytes(32), b"\0\0\0\1short"], [bytes(31), bytes(36)]])
def test_other_parts_are_refused(parts: list[bytes]) -> None:
    with pytest.raises(UsageError, match="vault-parts"):
        DeviceKeys.from_parts(parts)


def test_rotation_and_forgetting() -> None:
    keys = DeviceKeys.generate(random=Stream("d"))
    wrapped = suite.wrap(keys.enc_pub, b"k" * 32, b"")
    assert keys.unwrap(1, wrapped, b"") == b"k" * 32
    number, public = keys.rotate()
    assert (number, public) == (2, keys.enc_pub)
    assert keys.unwrap(1, wrapped, b"") == b"k" * 32
    keys.forget(1)
    assert keys.unwrap(1, wrapped, b"") is None
    assert keys.latest == 2


def test_device_id_and_fingerprint_bind_every_part() -> None:
    keys = DeviceKeys.generate(random=Stream("d"))
    assert keys.device_id == digest("device-id", keys.sign_pub)[:16]
    whole = (b"p" * 16, b"m" * 16, keys.sign_pub, keys.enc_pub)
    assert fingerprint(*whole) == digest("fpr", b"p" * 16, b"m" * 16, keys.device_id, keys.sign_pub, keys.enc_pub)
    for at in range(4):
        other = list(whole)
        other[at] = bytes(len(other[at]))
        assert fingerprint(*other) != fingerprint(*whole)


def test_a_signature_is_valid_for_one_purpose() -> None:
    keys = DeviceKeys.generate()
    assert len({keys.sign(tag, b"m") for tag in Tag}) == len(Tag)


def test_keys_are_not_in_the_repr() -> None:
    keys = DeviceKeys(b"s" * 32, {1: b"k" * 96})
    assert "sss" not in repr(keys)
    assert "kkk" not in repr(keys)
