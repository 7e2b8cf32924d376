from __future__ import annotations

import os
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.protocol.practice import Practice, member, refused
from vp_tui.errors import IntegrityError
from vp_tui.protocol import suite
from vp_tui.protocol.encoding import mac, pack, unpack
from vp_tui.protocol.enrolment import (
    INVITE_MS,
    check_join,
    check_welcome,
    check_welcomed,
    invite_key,
    join_message,
    login_password,
    login_role,
    new_code,
    welcome_message,
)
from vp_tui.protocol.identity import DeviceKeys, Tag
from vp_tui.protocol.words import from_words, to_words


class Joining:
    """A coordinator who spoke nine words, and the joiner who typed them."""

    def __init__(self) -> None:
        self.practice = Practice()
        self.code = from_words(to_words(new_code()))
        self.key = invite_key(self.code, self.practice.practice_id)
        self.keys = DeviceKeys.generate()
        self.member_id = os.urandom(16)
        self.message = join_message(self.keys, self.key, self.practice.practice_id)

    def admit(self) -> bytes:
        self.practice.say(member(self.keys, self.member_id, 1), self.practice.a, self.practice.b)
        return welcome_message(self.key, self.practice.log, self.member_id, self.keys.sign_pub)


@pytest.fixture
def joining() -> Joining:
    return Joining()


def test_the_whole_road(joining: Joining) -> None:
    practice_id = joining.practice.practice_id
    joiner = check_join(joining.message, joining.key, practice_id, suite.HYBRID)
    assert (joiner.sign_pub, joiner.enc_pub) == (joining.keys.sign_pub, joining.keys.enc_pub)
    assert joiner.device_id == joining.keys.device_id
    welcome = check_welcome(joining.admit(), joining.key, practice_id, joining.keys.sign_pub)
    assert (welcome.member_id, welcome.genesis) == (joining.member_id, joining.practice.log.genesis)
    joining.practice.second_device("c")
    check_welcomed(joining.practice.replay(joining.practice.raws), welcome, joining.keys.sign_pub)


def test_the_login_follows_from_the_words() -> None:
    code = new_code()
    assert re.fullmatch(r"m_[0-9a-f]{16}", login_role(code))
    assert re.fullmatch(r"[A-Za-z0-9_-]{43}", login_password(code))
    other = new_code()
    assert len({login_role(code), login_role(other)}) == len({login_password(code), login_password(other)}) == 2
    assert INVITE_MS == 72 * 60 * 60 * 1000


def test_every_bit_of_the_join_message_counts(joining: Joining) -> None:
    message = joining.message
    for bit in range(8 * len(message)):
        flipped = bytearray(message)
        flipped[bit // 8] ^= 1 << bit % 8
        with pytest.raises(IntegrityError):
            check_join(bytes(flipped), joining.key, joining.practice.practice_id, suite.HYBRID)


def test_who_does_not_know_the_words_does_not_get_in(joining: Joining) -> None:
    """The server puts its own keys into the message, or answers with its own log."""
    practice_id = joining.practice.practice_id
    server = DeviceKeys.generate()
    guessed = invite_key(new_code(), practice_id)
    with refused("join-forged"):
        check_join(join_message(server, guessed, practice_id), joining.key, practice_id, suite.HYBRID)
    sign_pub, enc_pub, proof, tag = unpack(joining.message, 4)
    for wrong in (
        (server.sign_pub, enc_pub, proof, tag),
        (sign_pub, server.enc_pub, proof, tag),
        (sign_pub, enc_pub, server.sign(Tag.JOIN, b""), tag),
    ):
        with refused("join-forged"):
            check_join(pack(*wrong), joining.key, practice_id, suite.HYBRID)
    welcome = joining.admit()
    with refused("welcome-forged"):
        check_welcome(
            welcome_message(guessed, joining.practice.log, joining.member_id, sign_pub),
            joining.key,
            practice_id,
            sign_pub,
        )
    with refused("welcome-forged"):
        check_welcome(welcome, joining.key, practice_id, server.sign_pub)
    other_practice = os.urandom(16)
    with refused("welcome-forged"):
        check_welcome(welcome, invite_key(joining.code, other_practice), other_practice, sign_pub)


def test_the_joiner_holds_the_key_that_it_names(joining: Joining) -> None:
    """Whoever knows the words but not the private key cannot enrol another person's key as her own."""
    victim, practice_id = DeviceKeys.generate(), joining.practice.practice_id
    _, _, proof, _ = unpack(joining.message, 4)
    tag = mac(joining.key, "invite-join", practice_id, victim.sign_pub, victim.enc_pub, proof)
    with refused("join-forged"):
        check_join(pack(victim.sign_pub, victim.enc_pub, proof, tag), joining.key, practice_id, suite.HYBRID)


def test_weak_keys_are_refused_at_the_door(joining: Joining) -> None:
    practice_id, key = joining.practice.practice_id, joining.key
    classic = join_message(DeviceKeys.generate(suite.CLASSIC), key, practice_id)
    with refused("suite-refused"):
        check_join(classic, key, practice_id, suite.HYBRID)
    check_join(classic, key, practice_id, suite.CLASSIC)
    identity = (1).to_bytes(32, "little")
    good = joining.keys.enc_pub
    for sign_pub, enc_pub in ((identity, good), (joining.keys.sign_pub, good[:-32] + bytes(32))):
        tag = mac(key, "invite-join", practice_id, sign_pub, enc_pub, bytes(64))
        with refused("small-order-key"):
            check_join(pack(sign_pub, enc_pub, bytes(64), tag), key, practice_id, suite.HYBRID)


def test_every_bit_of_the_welcome_counts(joining: Joining) -> None:
    welcome = joining.admit()
    for bit in range(8 * len(welcome)):
        flipped = bytearray(welcome)
        flipped[bit // 8] ^= 1 << bit % 8
        with pytest.raises(IntegrityError):
            check_welcome(bytes(flipped), joining.key, joining.practice.practice_id, joining.keys.sign_pub)


def test_the_joiner_pins_the_log_that_was_vouched_for(joining: Joining) -> None:
    sign_pub = joining.keys.sign_pub
    welcome = check_welcome(joining.admit(), joining.key, joining.practice.practice_id, sign_pub)
    raws = joining.practice.raws
    with refused("rollback"):
        check_welcomed(joining.practice.replay(raws[:-1]), welcome, sign_pub)
    with refused("genesis-mismatch"):
        check_welcomed(Practice().log, welcome, sign_pub)
    fork = joining.practice.replay(raws[:-1])
    joining.practice.log = fork
    joining.practice.second_device("c")
    with refused("practice-fork"):
        check_welcomed(fork, welcome, sign_pub)


def test_the_joiner_is_in_the_log_as_the_member_she_was_told(joining: Joining) -> None:
    joining.admit()
    other = welcome_message(joining.key, joining.practice.log, os.urandom(16), joining.keys.sign_pub)
    welcome = check_welcome(other, joining.key, joining.practice.practice_id, joining.keys.sign_pub)
    with refused("join-forged"):
        check_welcomed(joining.practice.log, welcome, joining.keys.sign_pub)


@given(st.binary(max_size=300))
def test_anything_is_refused_in_one_way(data: bytes) -> None:
    for read in (
        lambda: check_join(data, bytes(32), bytes(16), 2),
        lambda: check_welcome(data, bytes(32), bytes(16), bytes(32)),
    ):
        with pytest.raises(IntegrityError):
            read()
