"""The practice log: who is a member, with which devices and keys, in which role, under which policy.

Invariant: the state changes only by an entry that ``verify.practice_entry`` has admitted, and then as a whole. The
hash of the first entry is the practice's trust anchor. Heights (``seq``) are kept beside every fact, so that an entry
of a space can be judged by what held at the height that it names. Callers: workspace; verify and space read it.
"""

from __future__ import annotations

import msgspec

from vp_tui.errors import IntegrityError, NotPermittedError
from vp_tui.protocol import verify
from vp_tui.protocol.bodies import (
    DeviceAdd,
    DeviceRevoke,
    EncKeyBody,
    Genesis,
    MemberAdd,
    MemberRemove,
    Policy,
    PolicyBody,
    PracticeBody,
    RecoverySet,
    Role,
    Roles,
    encode,
)
from vp_tui.protocol.encoding import digest
from vp_tui.protocol.entry import NO_HASH, Entry, Kind, Place, parse, signed_entry
from vp_tui.protocol.identity import DeviceKeys, device_id, fingerprint

__all__ = ["KIND_OF", "Change", "Device", "Member", "PracticeLog", "Subkey", "found", "practice_space_id", "propose"]


class Subkey(msgspec.Struct, frozen=True, gc=False):
    """A public HPKE subkey (32 or 1216 bytes) and the height at which it was published."""

    seq: int
    public: bytes


class Device(msgspec.Struct, gc=False):
    """A device of a member; ``revoked`` is the height at which it ceased, or -1."""

    device_id: bytes
    member_id: bytes
    sign_pub: bytes
    subkeys: dict[int, Subkey]
    added: int
    revoked: int = -1

    @property
    def active(self) -> bool:
        """Whether it is in use at the end of the log."""
        return self.revoked < 0

    def active_at(self, seq: int) -> bool:
        """Whether it was in use at that height."""
        return self.added <= seq and not 0 <= self.revoked <= seq

    def subkey_at(self, seq: int) -> int:
        """Number of the newest subkey at that height (the first one is published with the device)."""
        return max(number for number, subkey in self.subkeys.items() if subkey.seq <= seq)


class Member(msgspec.Struct, gc=False):
    """A member; ``removed`` is the height at which he left, or -1; ``sealed_name`` opens in the practice space;
    ``before`` are roles that were given up, each with the height at which the next were given."""

    member_id: bytes
    roles: int
    sealed_name: bytes
    added: int
    removed: int = -1
    before: list[tuple[int, int]] = []

    @property
    def active(self) -> bool:
        """Whether she is a member at the end of the log."""
        return self.removed < 0

    def active_at(self, seq: int) -> bool:
        """Whether she was a member at that height."""
        return self.added <= seq and not 0 <= self.removed <= seq

    def roles_at(self, seq: int) -> int:
        """Her roles at that height; 0 while she was no member."""
        given = next((roles for until, roles in self.before if seq < until), self.roles)
        return given if self.active_at(seq) else 0


class Change(msgspec.Struct, frozen=True, gc=False):
    """What one entry did, for "changes since your last login"; b"" and 0 where a field does not apply."""

    kind: Kind
    seq: int
    time_ms: int
    signers: tuple[bytes, ...]
    member_id: bytes
    device_id: bytes
    roles: int


class PracticeLog(msgspec.Struct, gc=False):
    """The verified state. ``heads`` holds every link hash, 32 bytes each, so a fork at any height is seen."""

    practice_id: bytes = b""
    heads: bytearray = msgspec.field(default_factory=bytearray)
    members: dict[bytes, Member] = {}
    devices: dict[bytes, Device] = {}
    policies: list[tuple[int, Policy]] = []
    recovery: dict[bytes, RecoverySet] = {}

    @property
    def space(self) -> bytes:
        """The id under which the log is stored: the practice's own."""
        return self.practice_id

    @property
    def seq(self) -> int:
        """Height of the last entry; -1 when empty."""
        return len(self.heads) // 32 - 1

    @property
    def head(self) -> bytes:
        """Link hash of the last entry; zeros when empty."""
        return self.head_at(self.seq)

    @property
    def genesis(self) -> bytes:
        """Link hash of the first entry: the trust anchor."""
        return self.head_at(0)

    def head_at(self, seq: int) -> bytes:
        """Link hash at a height; zeros outside the log."""
        return bytes(self.heads[32 * seq : 32 * seq + 32]) if 0 <= seq <= self.seq else NO_HASH

    @property
    def policy(self) -> Policy:
        """The policy in force."""
        return self.policies[-1][1]

    def policy_at(self, seq: int) -> Policy:
        """The policy in force at a height."""
        return next(policy for since, policy in reversed(self.policies) if since <= seq)

    def coordinators(self, without: bytes = b"") -> set[bytes]:
        """Who can sign for the practice: the role, and a device in use. ``without`` is a member or device left out."""
        able = {device.member_id for device in self.devices.values() if device.active and device.device_id != without}
        return {
            member.member_id
            for member in self.members.values()
            if member.roles & Role.COORDINATOR and member.member_id in able and member.member_id != without
        }

    @property
    def quorum_needed(self) -> int:
        """Distinct coordinators who must sign: the policy's quorum, or all of them where there are fewer."""
        return min(self.policy.quorum, len(self.coordinators()))

    def active_members(self) -> list[Member]:
        """Members at the end of the log, in order of joining."""
        return [member for member in self.members.values() if member.active]

    def devices_of(self, member_id: bytes) -> list[Device]:
        """The member's devices in use."""
        return [device for device in self.devices.values() if device.member_id == member_id and device.active]

    def member_of(self, device: bytes) -> bytes | None:
        """The member to whom a device belongs or belonged."""
        found = self.devices.get(device)
        return None if found is None else found.member_id

    def fingerprint(self, device: bytes) -> bytes:
        """32 bytes over the device's keys as enrolled (subkey 1; later ones are signed by the compared signing key)."""
        known = self.devices[device]
        return fingerprint(self.practice_id, known.member_id, known.sign_pub, known.subkeys[1].public)

    def copy(self) -> PracticeLog:
        """An independent copy."""
        return msgspec.msgpack.decode(msgspec.msgpack.encode(self), type=PracticeLog)

    def apply(self, raw: bytes) -> Change:
        """Admit the next entry and change the state by it; on any error nothing has changed.

        Raises IntegrityError, and UpgradeError newer-client (a hard stop).
        """
        entry, body, signers = self._judge(raw, whole=True)
        change = _change(entry, body, signers)
        self._take(entry, body)
        return change

    def preview(self, raw: bytes) -> Change:
        """What a proposal would do, all checked but the number of signatures: for whoever is asked to co-sign."""
        return _change(*self._judge(raw, whole=False))

    def signatures_missing(self, raw: bytes) -> int:
        """How many further coordinators must sign this proposal."""
        _, _, signers = self._judge(raw, whole=False)
        return max(0, self.quorum_needed - len(signers & self.coordinators()))

    def _judge(self, raw: bytes, whole: bool) -> tuple[Entry, PracticeBody, set[bytes]]:
        try:
            entry = parse(raw)
            body, signers = verify.practice_entry(self, entry, whole)
        except IntegrityError as found:
            raise IntegrityError(found.kind, self.practice_id, self.seq + 1) from None
        return entry, body, signers

    def _take(self, entry: Entry, body: PracticeBody) -> None:
        seq = entry.seq
        match body:
            case Genesis():
                self.practice_id = entry.space
                self.policies.append((seq, body.policy))
                self._add_member(body, seq)
            case MemberAdd():
                self._add_member(body, seq)
            case MemberRemove():
                self.members[body.member_id].removed = seq
                for device in self.devices_of(body.member_id):
                    device.revoked = seq
            case EncKeyBody():
                self.devices[entry.signer].subkeys[body.number] = Subkey(seq, body.enc_pub)
            case DeviceAdd():
                self._add_device(body.member_id, body.sign_pub, body.enc_pub, seq)
            case DeviceRevoke():
                self.devices[body.device_id].revoked = seq
            case Roles():
                member = self.members[body.member_id]
                member.before.append((seq, member.roles))
                member.roles = body.roles
            case PolicyBody():
                self.policies.append((seq, body.policy))
            case RecoverySet():
                self.recovery[body.member_id] = body
        self.heads += entry.head

    def _add_member(self, body: Genesis | MemberAdd, seq: int) -> None:
        self.members[body.member_id] = Member(body.member_id, body.roles, body.sealed_name, seq)
        self._add_device(body.member_id, body.sign_pub, body.enc_pub, seq)

    def _add_device(self, member: bytes, sign_pub: bytes, enc_pub: bytes, seq: int) -> None:
        device = device_id(sign_pub)
        self.devices[device] = Device(device, member, sign_pub, {1: Subkey(seq, enc_pub)}, seq)


def practice_space_id(practice_id: bytes) -> bytes:
    """16 bytes: the space of content that all members share."""
    return digest("practice-space", practice_id)[:16]


def found(keys: DeviceKeys, practice_id: bytes, founder: Genesis, now_ms: int) -> bytes:
    """The first entry, signed by the founder's device."""
    return signed_entry(keys, Kind.GENESIS, Place(practice_id, 0, NO_HASH, 0, NO_HASH), encode(founder), now_ms)


def propose(log: PracticeLog, keys: DeviceKeys, body: PracticeBody, now_ms: int) -> bytes:
    """The next entry, signed once; further coordinators add ``entry.cosign``. It goes stale when the log moves on.

    NotPermittedError entry-refused (reason) for what the rules would refuse: it would end the append-only log.
    """
    place = Place(log.practice_id, log.seq + 1, log.head, log.seq, log.head)
    raw = signed_entry(keys, KIND_OF[type(body)], place, encode(body), now_ms)
    try:
        log.preview(raw)
    except IntegrityError as found:
        raise NotPermittedError("entry-refused", reason=found.kind) from None
    return raw


KIND_OF: dict[type[PracticeBody], Kind] = {
    Genesis: Kind.GENESIS,
    MemberAdd: Kind.MEMBER_ADD,
    MemberRemove: Kind.MEMBER_REMOVE,
    EncKeyBody: Kind.ENC_KEY,
    DeviceAdd: Kind.DEVICE_ADD,
    DeviceRevoke: Kind.DEVICE_REVOKE,
    Roles: Kind.ROLES,
    PolicyBody: Kind.POLICY,
    RecoverySet: Kind.RECOVERY_SET,
}


def _change(entry: Entry, body: PracticeBody, signers: set[bytes]) -> Change:
    device = getattr(body, "device_id", b"")
    if isinstance(body, Genesis | MemberAdd | DeviceAdd):
        device = device_id(body.sign_pub)
    elif isinstance(body, EncKeyBody):
        device = entry.signer
    return Change(
        Kind(entry.kind),
        entry.seq,
        entry.time_ms,
        tuple(sorted(signers)),
        getattr(body, "member_id", b""),
        device,
        getattr(body, "roles", 0),
    )
