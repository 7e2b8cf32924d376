"""Enrolment: nine spoken words bring a new device to the right practice, and the right device to the practice.

::

    code = 90 bits                                        spoken, never sent; one use, 72 hours
    role, password = HKDF(code, "", "invite-role" | "invite-login")      the database login for the enrolment alone
    K    = HKDF(code, practice_id, "invite")
    join    = F(sign_pub, enc_pub, proof, HMAC(K, "invite-join", practice_id, sign_pub, enc_pub, proof))
    proof   = Sign("join-proof", F(practice_id, sign_pub, enc_pub))
    welcome = F(member_id, genesis, practice_seq, practice_head, HMAC(K, "invite-welcome", practice_id, sign_pub,
                member_id, genesis, practice_seq, practice_head))

Invariant: there is no trust on first use. The server sees neither code nor K, and guessing 90 bits against the HMAC is
out of reach, so it can put no key of its own into the join message and no log of its own into the welcome. The joiner
needs the address and the words, nothing else. Callers: workspace.
"""

from __future__ import annotations

import base64

import msgspec

from vp_tui.errors import IntegrityError
from vp_tui.protocol import suite
from vp_tui.protocol.encoding import Random, derive, equal, labelled, mac, number, pack, system_random, u64, unpack
from vp_tui.protocol.identity import DeviceKeys, Tag, device_id
from vp_tui.protocol.practice_log import PracticeLog
from vp_tui.protocol.words import CODE_SIZE

__all__ = [
    "INVITE_MS",
    "Joiner",
    "Welcome",
    "check_join",
    "check_welcome",
    "check_welcomed",
    "invite_key",
    "join_message",
    "login_password",
    "login_role",
    "new_code",
    "welcome_message",
]

INVITE_MS = 72 * 3_600_000


class Joiner(msgspec.Struct, frozen=True, gc=False):
    """The keys of a device that proved to know the code and to hold its signing key."""

    sign_pub: bytes
    enc_pub: bytes
    device_id: bytes


class Welcome(msgspec.Struct, frozen=True, gc=False):
    """What a coordinator vouches for: who the joiner is, and the practice log up to one height."""

    member_id: bytes
    genesis: bytes
    practice_seq: int
    practice_head: bytes


def new_code(random: Random = system_random) -> bytes:
    """12 bytes of which the first 90 bits count and the last six are zero; ``words.to_words`` makes it speakable."""
    code = random(CODE_SIZE)
    return code[:-1] + bytes([code[-1] & 0xC0])


def login_role(code: bytes) -> str:
    """The database role for this enrolment: ``m_`` and 16 hexadecimal digits, like any member's."""
    return "m_" + derive(code, b"", "invite-role", length=8).hex()


def login_password(code: bytes) -> str:
    """Its password: 32 bytes in base64url, 43 characters."""
    return base64.urlsafe_b64encode(derive(code, b"", "invite-login")).decode().rstrip("=")


def invite_key(code: bytes, practice_id: bytes) -> bytes:
    """K, 32 bytes. A server that names another practice id gets another K."""
    return derive(code, practice_id, "invite")


def join_message(keys: DeviceKeys, key: bytes, practice_id: bytes) -> bytes:
    """What the joiner posts: public keys, proof that it holds the signing key, and the HMAC of who knows the code."""
    proof = keys.sign(Tag.JOIN, pack(practice_id, keys.sign_pub, keys.enc_pub))
    return pack(keys.sign_pub, keys.enc_pub, proof, _join_mac(key, practice_id, keys.sign_pub, keys.enc_pub, proof))


def check_join(raw: bytes, key: bytes, practice_id: bytes, min_suite: int) -> Joiner:
    """The joiner's keys. IntegrityError join-forged, bad-encoding, small-order-key, suite-refused."""
    sign_pub, enc_pub, proof, tag = unpack(raw, 4)
    if not equal(tag, _join_mac(key, practice_id, sign_pub, enc_pub, proof)):
        raise IntegrityError("join-forged")
    suite.check_sign_public(sign_pub)
    suite.check_enc_public(enc_pub)
    if suite.suite_of(enc_pub) < min_suite:
        raise IntegrityError("suite-refused")
    if not suite.signature_ok(sign_pub, proof, labelled(Tag.JOIN, pack(practice_id, sign_pub, enc_pub))):
        raise IntegrityError("join-forged")
    return Joiner(sign_pub, enc_pub, device_id(sign_pub))


def welcome_message(key: bytes, log: PracticeLog, member_id: bytes, sign_pub: bytes) -> bytes:
    """The coordinator's answer, after the log holds the joiner: who she is, and which log is the right one."""
    welcome = Welcome(member_id, log.genesis, log.seq, log.head)
    return pack(*_parts(welcome), _welcome_mac(key, log.practice_id, sign_pub, welcome))


def check_welcome(raw: bytes, key: bytes, practice_id: bytes, sign_pub: bytes) -> Welcome:
    """The welcome meant for this joiner. IntegrityError welcome-forged, bad-encoding."""
    member_id, genesis, seq, head, tag = unpack(raw, 5)
    welcome = Welcome(member_id, genesis, number(seq, 8), head)
    if not equal(tag, _welcome_mac(key, practice_id, sign_pub, welcome)):
        raise IntegrityError("welcome-forged")
    return welcome


def check_welcomed(log: PracticeLog, welcome: Welcome, sign_pub: bytes) -> None:
    """Compare the replayed practice log with the welcome; the first pin of a new device is what passes here.

    IntegrityError genesis-mismatch, rollback (shorter than vouched for), practice-fork, join-forged (we are not in it).
    """
    if log.genesis != welcome.genesis:
        raise IntegrityError("genesis-mismatch", log.practice_id, 0)
    if log.seq < welcome.practice_seq:
        raise IntegrityError("rollback", log.practice_id, welcome.practice_seq)
    if log.head_at(welcome.practice_seq) != welcome.practice_head:
        raise IntegrityError("practice-fork", log.practice_id, welcome.practice_seq)
    if log.member_of(device_id(sign_pub)) != welcome.member_id:
        raise IntegrityError("join-forged", log.practice_id)


def _join_mac(key: bytes, practice_id: bytes, sign_pub: bytes, enc_pub: bytes, proof: bytes) -> bytes:
    return mac(key, "invite-join", practice_id, sign_pub, enc_pub, proof)


def _welcome_mac(key: bytes, practice_id: bytes, sign_pub: bytes, welcome: Welcome) -> bytes:
    return mac(key, "invite-welcome", practice_id, sign_pub, *_parts(welcome))


def _parts(welcome: Welcome) -> tuple[bytes, ...]:
    return welcome.member_id, welcome.genesis, u64(welcome.practice_seq), welcome.practice_head
