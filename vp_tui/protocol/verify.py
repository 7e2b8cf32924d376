"""Every rule by which an entry is accepted. An auditor reads this file; the others only carry out what it admits.

Two state machines: the practice log (``practice_entry``) and a space (``space_entry``). Both functions read the state
and never change it: they return what the entry says, or raise. So an entry is taken whole or not at all. The order is
always the same: is it the next one here; who signed it, and does the signature hold; is this client new enough for it;
was the signer allowed to; does it fit what holds now. Nothing is decrypted in this file, or before it has said yes.

Words: ``log`` is the state built from all entries before; ``height`` is the practice log's seq that an entry names
(what its signer knew); a device is *active at* a height from its addition until below its revocation.

Raises IntegrityError(kind), without space and seq (the states add them), and UpgradeError newer-client.
Callers: practice_log, space, and writing for its own entries.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from vp_tui.errors import IntegrityError, UpgradeError
from vp_tui.protocol import suite
from vp_tui.protocol.bodies import (
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
    PracticeBody,
    RecoverySet,
    Role,
    Roles,
    Shred,
    SpaceBody,
    Tombstone,
    Wrap,
    decode,
)
from vp_tui.protocol.encoding import CLIENT_VERSION
from vp_tui.protocol.entry import NO_HASH, Entry, Kind
from vp_tui.protocol.identity import device_id

if TYPE_CHECKING:
    from vp_tui.protocol.practice_log import Device, PracticeLog
    from vp_tui.protocol.space import SpaceLog

__all__ = ["practice_entry", "space_entry", "space_rules"]


# ---------------------------------------------------------------------------------------------------- the practice log


def practice_entry(log: PracticeLog, entry: Entry, whole: bool) -> tuple[PracticeBody, set[bytes]]:
    """What the entry says, and the members who signed it. ``whole`` False: a proposal, still short of signatures."""
    _require(log.seq < 0 or entry.space == log.practice_id, "foreign-entry")
    _next_in_line(entry, log.seq, log.head)
    _require((entry.seq == 0) == (entry.kind == Kind.GENESIS), "chain-break")
    if entry.seq == 0:
        return _genesis(entry)

    # In its own log an entry knows exactly what stands before it.
    _require((entry.practice_seq, entry.practice_head) == (log.seq, log.head), "chain-break")

    # Every signature must hold, also one that would not be needed.
    signers: set[bytes] = set()
    for device, signature in entry.signatures:
        known = log.devices.get(device)
        _require(known is not None, "unknown-signer")
        _signed(entry, cast("Device", known).sign_pub, signature)
        _require(cast("Device", known).active, "not-a-member")
        signers.add(cast("Device", known).member_id)

    policy = log.policy
    _understood(entry, policy, Kind.MEMBER_ADD, Kind.RECOVERY_SET)
    body = cast("PracticeBody", decode(Kind(entry.kind), entry.body))

    # Four eyes: all but a device's own next subkey is signed by that many different coordinators.
    if isinstance(body, EncKeyBody):
        _require(len(entry.signatures) == 1, "quorum")
    elif whole:
        _require(len(signers & log.coordinators()) >= log.quorum_needed, "quorum")

    _fits_practice(log, entry, body)
    return body, signers


def _genesis(entry: Entry) -> tuple[PracticeBody, set[bytes]]:
    """The first entry is signed by the key that it names, and trusted by its hash, which enrolment pins."""
    _require((entry.practice_seq, entry.practice_head) == (0, NO_HASH), "chain-break")
    body = cast("Genesis", decode(Kind.GENESIS, entry.body))
    _new_keys(body.sign_pub, body.enc_pub, body.policy)
    _require(len(entry.signatures) == 1 and entry.signer == device_id(body.sign_pub), "unknown-signer")
    _signed(entry, body.sign_pub, entry.signatures[0][1])
    _understood(entry, body.policy, Kind.GENESIS, Kind.GENESIS)
    _new_enough(body.policy)
    _require(bool(body.roles & Role.COORDINATOR), "last-coordinator")
    return body, {body.member_id}


def _fits_practice(log: PracticeLog, entry: Entry, body: PracticeBody) -> None:
    """Whether a properly signed entry fits the present state of the practice."""
    match body:
        case MemberAdd():
            # A member id is never used again, so what somebody wrote is never taken for somebody else's.
            _require(body.member_id not in log.members, "contradiction")
            _new_device(log, body)
        case MemberRemove():
            _require(_is_member(log, body.member_id), "contradiction")
            _require(bool(log.coordinators(without=body.member_id)), "last-coordinator")
        case EncKeyBody():
            _require(body.number == max(log.devices[entry.signer].subkeys) + 1, "contradiction")
            _new_subkey(body.enc_pub, log.policy)
        case DeviceAdd():
            _require(_is_member(log, body.member_id), "contradiction")
            _new_device(log, body)
        case DeviceRevoke():
            device = log.devices.get(body.device_id)
            _require(device is not None and device.active, "contradiction")
            _require(bool(log.coordinators(without=body.device_id)), "last-coordinator")
        case Roles():
            _require(_is_member(log, body.member_id), "contradiction")
            stays = body.roles & Role.COORDINATOR or log.coordinators(without=body.member_id)
            _require(bool(stays), "last-coordinator")
        case PolicyBody():
            # Raised and never lowered: two coordinators under pressure cannot undo it for the others.
            _require(body.policy.min_suite >= log.policy.min_suite, "suite-refused")
            _new_enough(body.policy)
        case RecoverySet():
            _require(_is_member(log, body.member_id), "contradiction")
            _require(1 <= body.k <= body.n, "contradiction")
            _new_subkey(body.enc_pub, log.policy)


def _new_device(log: PracticeLog, body: MemberAdd | DeviceAdd) -> None:
    """A signing key serves one device of one member, once, also after it was revoked."""
    _require(device_id(body.sign_pub) not in log.devices, "contradiction")
    _new_keys(body.sign_pub, body.enc_pub, log.policy)


def _new_keys(sign_pub: bytes, enc_pub: bytes, policy: Policy) -> None:
    suite.check_sign_public(sign_pub)
    _new_subkey(enc_pub, policy)


def _new_subkey(public: bytes, policy: Policy) -> None:
    suite.check_enc_public(public)
    _require(suite.suite_of(public) >= policy.min_suite, "suite-refused")


def _new_enough(policy: Policy) -> None:
    if policy.min_client > CLIENT_VERSION:
        raise UpgradeError("newer-client")


def _is_member(log: PracticeLog, member: bytes) -> bool:
    return member in log.members and log.members[member].active


# ------------------------------------------------------------------------------------------------------------- a space


def space_entry(log: SpaceLog, entry: Entry, practice: PracticeLog, known: bool) -> tuple[SpaceBody, bytes]:
    """What the entry says, and the member who signed it.

    ``known``: the reader had verified this entry before (pinned), or a colleague vouches for it (see SpaceLog.advance).
    """
    _require(entry.space == log.space, "foreign-entry")
    _next_in_line(entry, log.seq, log.head)
    _require((entry.seq == 0) == (entry.kind == Kind.CREATE), "chain-break")

    # Who signed: one device, in the practice log, and the signature holds.
    device = practice.devices.get(entry.signer)
    if device is None:
        # A signer whom this practice log does not know, at a height that it does not have: the log is being withheld.
        _require(entry.practice_seq <= practice.seq, "practice-withheld")
        raise IntegrityError("unknown-signer")
    _require(len(entry.signatures) == 1, "bad-encoding")
    _signed(entry, device.sign_pub, entry.signatures[0][1])
    return space_rules(log, entry, practice, device, known)


def space_rules(
    log: SpaceLog, entry: Entry, practice: PracticeLog, device: Device, known: bool
) -> tuple[SpaceBody, bytes]:
    """The rules after the signature. Writing asks them too: an entry that all others must refuse would end a space."""
    # What the signer knew of the practice is what we know, and never less than the writers before knew.
    height = entry.practice_seq
    _require(height <= practice.seq, "practice-withheld")
    _require(entry.practice_head == practice.head_at(height), "practice-fork")
    _require(height >= log.practice_seq, "practice-backwards")

    # The device was in use at that height; if it is revoked by now, somebody must have seen the entry in time.
    _require(device.active_at(height), "not-a-member")
    _require(device.active or known, "late-entry")

    policy = practice.policy_at(height)
    _understood(entry, policy, Kind.CREATE, Kind.CLOSE)
    body = cast("SpaceBody", decode(Kind(entry.kind), entry.body))

    # Whoever makes a space need not be in it; everything after that is for its members.
    member = device.member_id
    _require(entry.seq == 0 or member in log.members, "not-a-member")
    _fits_space(log, entry, body, practice, member)
    return body, member


def _fits_space(log: SpaceLog, entry: Entry, body: SpaceBody, practice: PracticeLog, member: bytes) -> None:
    """Whether a properly signed entry of a member fits the present state of the space."""
    height = entry.practice_seq
    manages = member in log.managers
    # After CLOSE only new keys (somebody leaves) and destruction.
    _require(not log.closed or isinstance(body, Epoch | Shred), "closed")
    match body:
        case Epoch():
            _require(body.epoch == log.epoch + 1, "stale-epoch")
            _require(body.epoch > 0 or not body.prev_box, "contradiction")
            _require(bool(body.managers) and set(body.managers) <= set(body.members), "contradiction")
            for each in body.members:
                _require(each in practice.members and practice.members[each].active_at(height), "not-a-member")
            _wraps_fit(body.wraps, set(body.members), practice, height)
            if body.epoch > 0 and not manages:
                # A space whose managers have all left is taken over by its other members, who may admit nobody.
                orphaned = not any(practice.members[each].active_at(height) for each in log.managers)
                _require(orphaned and set(body.members) <= set(log.members), "not-a-manager")
        case Grant():
            _require(body.epoch == log.epoch, "stale-epoch")
            _require(bool(body.wraps), "contradiction")
            # Somebody who reads already may wrap for her own other device, or for her own new subkey.
            _require(manages or body.member_id == member, "not-a-manager")
            _wraps_fit(body.wraps, {body.member_id}, practice, height)
        case Data():
            _require(body.epoch == log.epoch, "stale-epoch")
            # Somebody who has left still holds this epoch's key: rekey before you write.
            for wrapped in log.wrapped:
                _require(not 0 <= practice.devices[wrapped].revoked <= height, "rotate-first")
        case Shred() | Close():
            _require(manages, "not-a-manager")
        case Tombstone():
            pass


def _wraps_fit(wraps: tuple[Wrap, ...], members: set[bytes], practice: PracticeLog, height: int) -> None:
    """Each wrap is for an active device of one of these members, under the newest subkey that the writer knew.

    The newest, since a device destroys by forgetting older subkeys: a wrap for an old one would bring the key back.
    """
    policy = practice.policy_at(height)
    for wrap in wraps:
        device = practice.devices.get(wrap.device_id)
        if device is None or not device.active_at(height) or device.member_id not in members:
            raise IntegrityError("foreign-wrap")
        _require(wrap.number == device.subkey_at(height), "foreign-wrap")
        used = suite.suite_of(device.subkeys[wrap.number].public)
        _require(used >= policy.min_suite, "suite-refused")
        _require(len(wrap.ciphertext) == suite.WRAP_SIZE[used], "bad-encoding")


# ---------------------------------------------------------------------------------------------------------------- both


def _next_in_line(entry: Entry, seq: int, head: bytes) -> None:
    """No gap, no repetition, no other past."""
    _require(entry.seq == seq + 1 and entry.prev == head, "chain-break")


def _signed(entry: Entry, sign_pub: bytes, signature: bytes) -> None:
    _require(suite.signature_ok(sign_pub, signature, entry.signed), "bad-signature")


def _understood(entry: Entry, policy: Policy, first: Kind, last: Kind) -> None:
    """Asked after the signature: a flipped byte is an alarm, and only a real entry of a later version means upgrade.

    A later version with other signatures or another header is announced by ``min_client`` in the practice log, which
    is always verified first.
    """
    if entry.suite > suite.HYBRID or entry.kind not in _KINDS or entry.flags:
        raise UpgradeError("newer-client")
    _require(policy.min_suite <= entry.suite, "suite-refused")
    _require(first <= entry.kind <= last, "foreign-entry")


_KINDS = frozenset(Kind)


def _require(holds: bool, kind: str) -> None:
    if not holds:
        raise IntegrityError(kind)
