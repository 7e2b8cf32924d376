"""The sealed vault: opens with its passphrase alone, and says truthfully what is wrong when it does not."""

from __future__ import annotations

import hashlib
import itertools
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vp_tui.device import vault
from vp_tui.device.passphrase import check_passphrase, suggest_passphrase
from vp_tui.device.vault import LIGHT, STANDARD, Profile, Stretch, VaultContents
from vp_tui.errors import LockedError, UpgradeError, UsageError, VpError

KEY = bytes(range(32))
STRETCH = Stretch(LIGHT, b"s" * 16)
CONTENTS = VaultContents({"signing": b"\x01" * 32, "subkey-1": b"\x02" * 96, "password": b"\x03" * 32, "empty": b""})


def counted() -> vault.Random:
    """Randomness that counts, for frozen bytes."""
    numbers = itertools.count()
    return lambda length: bytes(next(numbers) % 256 for _ in range(length))


SEALED = vault.seal(CONTENTS, KEY, STRETCH, counted())


def test_it_opens_with_its_passphrase_and_no_other() -> None:
    stretch = vault.fresh_stretch(LIGHT)
    sealed = vault.seal(CONTENTS, vault.derive("paard batterij nietje", stretch), stretch)
    assert vault.read_stretch(sealed, demo=True) == stretch
    again = vault.read_stretch(sealed, demo=True)
    assert vault.open_vault(sealed, vault.derive("paard batterij nietje", again), demo=True) == CONTENTS
    with pytest.raises(LockedError, match="passphrase-wrong"):
        vault.open_vault(sealed, vault.derive("paard batterij nietjes", again), demo=True)


def test_a_passphrase_is_the_same_however_its_accents_are_composed() -> None:
    assert vault.derive("caf\u00e9 dans les \u00e9toiles", STRETCH) == vault.derive(
        "cafe\u0301 dans les e\u0301toiles", STRETCH
    )


def test_the_argon2id_is_the_published_one() -> None:
    # Test vector of the reference implementation (phc-winner-argon2, src/test.c): version 0x13, t=2, m=2^16, p=1.
    made = vault.derive("password", Stretch(Profile(2, 65_536, 1), b"somesalt"))
    assert made.hex() == "09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7"


def test_the_bytes_of_version_1_are_frozen() -> None:
    header = struct.unpack(">4sBBIIB16s32s", SEALED[:63])
    assert header == (b"VPV1", 2, 1, 1, 8192, 1, b"s" * 16, bytes(range(32)))
    assert len(SEALED) == 63 + 32 + 256 + 16
    assert hashlib.sha256(SEALED).hexdigest() == "17d1d34a5981c32e537cd920b9f2f216aa3a224f772b4dddf045126890668269"
    assert vault.open_vault(SEALED, KEY, demo=True) == CONTENTS


@settings(max_examples=50, deadline=None)
@given(st.dictionaries(st.text(max_size=20), st.binary(max_size=600), max_size=8))
def test_any_parts_round_trip_and_keep_their_order(parts: dict[str, bytes]) -> None:
    opened = vault.open_vault(vault.seal(VaultContents(parts), KEY, STRETCH), KEY, demo=True)
    assert list(opened.parts.items()) == list(parts.items())


def test_two_sealings_share_neither_key_nor_length_of_their_parts() -> None:
    first, second = vault.seal(CONTENTS, KEY, STRETCH), vault.seal(CONTENTS, KEY, STRETCH)
    assert first[31:] != second[31:]
    assert first[63:95] != second[63:95]
    assert len(vault.seal(VaultContents({"a": b""}), KEY, STRETCH)) == len(first)


def test_truncated_at_any_length_it_does_not_open() -> None:
    for length in range(len(SEALED)):
        with pytest.raises(VpError) as caught:
            vault.open_vault(SEALED[:length], KEY, demo=True)
        assert caught.value.key == "vault-truncated", length
    long = vault.seal(VaultContents({"a": bytes(1000)}), KEY, STRETCH)
    for length in range(len(long)):
        with pytest.raises(VpError, match=r"vault-truncated|vault-damaged"):
            vault.open_vault(long[:length], KEY, demo=True)


def test_with_any_bit_flipped_it_does_not_open() -> None:
    for position in range(len(SEALED) * 8):
        flipped = bytearray(SEALED)
        flipped[position // 8] ^= 1 << position % 8
        with pytest.raises(VpError) as caught:
            # The right key for the unflipped header: the header must be refused by itself.
            vault.open_vault(bytes(flipped), KEY, demo=True)
        expected = {"vault-damaged", "passphrase-wrong", "vault-parameters", "vault-newer"}
        assert caught.value.key in expected, position
        if position >= (63 + 32) * 8:
            assert caught.value.key == "vault-damaged", "the passphrase was right: the vault is to blame"


@pytest.mark.parametrize(
    "junk", [b"", b"VPV1", b"x" * 400, b"VPV2" + SEALED[4:], SEALED + b"\0", SEALED + bytes(256 * 256)]
)
def test_what_is_no_vault_is_refused_before_it_is_read(junk: bytes) -> None:
    with pytest.raises(VpError, match=r"vault-damaged|vault-truncated"):
        vault.read_stretch(junk, demo=True)


@pytest.mark.parametrize(
    "absurd",
    [
        Profile(0, 8192, 1),
        Profile(17, 8192, 1),
        Profile(2**32 - 1, 8192, 1),
        Profile(1, 0, 1),
        Profile(1, 8191, 1),
        Profile(1, 1_048_577, 1),
        Profile(1, 2**32 - 1, 1),
        Profile(1, 8192, 0),
        Profile(1, 8192, 17),
        Profile(1, 8192, 255),
    ],
)
def test_absurd_costs_are_refused_before_they_are_paid(absurd: Profile) -> None:
    sealed = vault.seal(CONTENTS, KEY, Stretch(absurd, b"s" * 16))
    for act in (lambda: vault.read_stretch(sealed, demo=True), lambda: vault.open_vault(sealed, KEY, demo=True)):
        with pytest.raises(VpError) as caught:
            act()
        assert caught.value.key == "vault-parameters"


def test_a_demos_light_vault_is_refused_elsewhere() -> None:
    with pytest.raises(VpError, match="vault-parameters"):
        vault.open_vault(SEALED, KEY)
    strong = vault.seal(CONTENTS, KEY, Stretch(STANDARD, b"s" * 16))
    assert vault.open_vault(strong, KEY) == CONTENTS


@pytest.mark.parametrize(("place", "value"), [(4, 1), (4, 3), (5, 2)])
def test_another_suite_or_function_asks_for_a_newer_client(place: int, value: int) -> None:
    other = bytearray(SEALED)
    other[place] = value
    with pytest.raises(UpgradeError, match="vault-newer"):
        vault.read_stretch(bytes(other), demo=True)


def test_a_changed_passphrase_opens_and_the_old_one_no_longer_does() -> None:
    stretch = vault.fresh_stretch(LIGHT)
    sealed = vault.seal(CONTENTS, vault.derive("de oude wachtzin", stretch), stretch)
    changed = vault.change_passphrase(sealed, "de oude wachtzin", "de nieuwe wachtzin", demo=True)
    fresh = vault.read_stretch(changed, demo=True)
    assert fresh.salt != stretch.salt
    assert fresh.profile == LIGHT
    assert vault.open_vault(changed, vault.derive("de nieuwe wachtzin", fresh), demo=True) == CONTENTS
    with pytest.raises(LockedError, match="passphrase-wrong"):
        vault.open_vault(changed, vault.derive("de oude wachtzin", fresh), demo=True)
    with pytest.raises(LockedError, match="passphrase-wrong"):
        vault.open_vault(changed, vault.derive("de oude wachtzin", stretch), demo=True)


def test_contents_do_not_show_in_a_repr() -> None:
    assert repr(CONTENTS) == "VaultContents(4 parts)"


def test_a_passphrase_must_be_worth_its_stretching_outside_a_demo() -> None:
    check_passphrase("demo", demo=True)
    check_passphrase("paard nietje")
    for weak, key in (("elf tekens!", "passphrase-short"), ("ababababababab", "passphrase-simple")):
        with pytest.raises(UsageError, match=key):
            check_passphrase(weak)


def test_a_suggestion_draws_evenly_from_the_words() -> None:
    words = [f"w{n}" for n in range(1024)]
    assert suggest_passphrase(words, lambda length: b"\x04\x01" * (length // 2), 3) == "w1 w1 w1"
    assert len(suggest_passphrase(words).split()) == 7
    check_passphrase(suggest_passphrase(words))
    with pytest.raises(ValueError, match="unevenly"):
        suggest_passphrase(words[:1000])
