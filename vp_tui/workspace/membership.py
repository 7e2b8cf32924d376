"""Who belongs to the practice: invitations, proposals that wait for a second signature, admissions, removals.

Invariants: a key is wrapped only for a device that is active in the verified practice log, never because the server
says so; every change but a subkey needs the signatures of distinct coordinators that the policy asks for (four eyes);
the invitation's code never leaves this device except by mouth. Source: docs/protocol.md, enrolment.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import Any, cast

from vp_tui.errors import ConflictError, IntegrityError, NotFoundError, UsageError
from vp_tui.protocol import enrolment, words
from vp_tui.protocol.bodies import (
    DeviceAdd,
    DeviceRevoke,
    MemberAdd,
    MemberRemove,
    PolicyBody,
    PracticeBody,
    Roles,
    decode,
)
from vp_tui.protocol.encoding import pack, u8, unpack
from vp_tui.protocol.entry import Kind, cosign, parse
from vp_tui.protocol.identity import device_id, fingerprint
from vp_tui.protocol.practice_log import propose
from vp_tui.protocol.sealing import open_name, seal_name
from vp_tui.protocol.space import SpaceLog
from vp_tui.protocol.writing import grant_entry
from vp_tui.store.port import Append, Invite, Proposal, Sealed
from vp_tui.store.scram import verifier
from vp_tui.workspace.core import Core
from vp_tui.workspace.sync import Sync
from vp_tui.workspace.upkeep import Upkeep
from vp_tui.workspace.views import DeviceView, Invitation, InvitationView, MemberView, Notice, ProposalView

__all__ = ["Membership", "member_views"]

_NEW = (Kind.MEMBER_ADD, Kind.DEVICE_ADD)


def member_views(core: Core) -> list[MemberView]:
    """All members, those who left included, with their devices and fingerprints."""
    state = core.practice_state()
    mark = (core.practice.seq, len(state.comparisons) if state is not None else -1)
    if core.member_views is None or core.member_views[0] != mark:
        core.member_views = (mark, _member_views(core))
    return core.member_views[1]


def _member_views(core: Core) -> list[MemberView]:
    state = core.practice_state()
    compared = {
        (one.member, one.device): one.how for one in (state.comparisons if state else ()) if one.by == core.member
    }
    times = {(change.device_id): change.time_ms for change in core.head.changes if change.device_id}
    found: list[MemberView] = []
    for member in core.practice.members.values():
        devices: list[DeviceView] = []
        for device in core.practice.devices.values():
            if device.member_id != member.member_id:
                continue
            print_ = core.practice.fingerprint(device.device_id)
            devices.append(
                DeviceView(
                    device.device_id,
                    device.active and member.active,
                    words.to_words(print_).split(),
                    words.to_digits(print_),
                    times.get(device.device_id, 0),
                    compared.get((member.member_id, device.device_id)),
                )
            )
        found.append(
            MemberView(
                member.member_id,
                core.name(member.member_id),
                int(member.roles),
                member.active,
                devices,
                member.member_id == core.member,
            )
        )
    return found


class Membership:
    """Acts on the practice log. All methods need the server and raise RetryableError without it."""

    def __init__(self, core: Core, sync: Sync, upkeep: Upkeep) -> None:
        self._core = core
        self._sync = sync
        self._upkeep = upkeep

    # inviting --------------------------------------------------------------------------------------------------------
    async def invite(self, name: str, roles: int, member: bytes | None, address: str) -> Invitation:
        """Open an invitation: a login that lives 72 hours, and nine words to be spoken. Coordinators only."""
        core = self._core
        core.require_coordinator()
        if not name.strip() or (member is None and not 0 < roles < 8):
            raise UsageError("invite-name-or-roles")
        if member is not None:
            known = core.practice.members.get(member)
            if known is None or not known.active:
                raise NotFoundError("member-not-found")
            roles = int(known.roles)
        code = enrolment.new_code(core.random)
        invite_id = core.random(16)
        payload = pack(u8(roles), member or b"", self._seal_name(invite_id, name.strip()))
        expires = core.clock.now_ms() + enrolment.INVITE_MS
        role, password = enrolment.login_role(code), enrolment.login_password(code)
        core.local.state.put("invite", invite_id, pack(code, payload))
        await core.store.invite_open(invite_id, role, verifier(password), expires, Sealed(payload))
        return Invitation(invite_id, words.to_words(code).split(), address, expires)

    def _seal_name(self, subject: bytes, name: str) -> bytes:
        core = self._core
        log = self._practice_space()
        key = log.key(log.epoch)
        if key is None:
            raise IntegrityError("key-mismatch", core.practice_space, log.seq)
        return seal_name(key, log.epoch, core.identity.practice, subject, name, core.random)

    def _practice_space(self) -> SpaceLog:
        kept = self._core.spaces.get(self._core.practice_space)
        if kept is None:
            raise IntegrityError("space-missing", self._core.practice_space)
        return kept.log

    def _read(self, invite: Invite) -> tuple[int, bytes, str]:
        roles, member, sealed = unpack(invite.payload, 3)
        name = open_name(self._practice_space(), self._core.identity.practice, invite.id, sealed)
        return int.from_bytes(roles, "big"), member, name or ""

    async def invitations(self) -> list[InvitationView]:
        """Every invitation on the server whose sealed name opens here; a row that does not is left out."""
        core = self._core
        core.require_coordinator()
        admitted = {login.role for login in await core.store.logins() if login.device in core.practice.devices}
        waiting = {proposal.id for proposal in await core.store.proposals()}
        found: list[InvitationView] = []
        for invite in await core.store.invites():
            try:
                roles, _, name = self._read(invite)
                prints = self._joiner_words(invite)
            except IntegrityError:
                continue
            state = invite.state
            if invite.role in admitted:
                state = "admitted"
            elif invite.id in waiting or state == "welcomed":
                state = "proposed"
            elif state == "open" and invite.expires_ms < core.clock.now_ms():
                state = "expired"
            mine = core.local.state.get("invite", invite.id) is not None
            found.append(InvitationView(invite.id, name, roles, state, prints, mine, invite.expires_ms))
        return found

    def _code(self, invite: Invite) -> bytes | None:
        """The spoken code of an invitation that was opened on this device; None for others.

        IntegrityError ``join-forged`` when the server gives other roles, another member or another name than were asked
        for then.
        """
        opened = self._core.local.state.get("invite", invite.id)
        if opened is None:
            return None
        code, payload = unpack(opened, 2)
        if payload != invite.payload:
            raise IntegrityError("join-forged")
        return code

    def _joiner_words(self, invite: Invite) -> list[str] | None:
        """The joiner's fingerprint, for the coordinator who has the code."""
        core = self._core
        code = self._code(invite)
        if invite.join is None or code is None:
            return None
        key = enrolment.invite_key(code, core.identity.practice)
        joiner = enrolment.check_join(invite.join, key, core.identity.practice, core.practice.policy.min_suite)
        member = self._read(invite)[1] or joiner.device_id
        print_ = fingerprint(core.identity.practice, member, joiner.sign_pub, joiner.enc_pub)
        return words.to_words(print_).split()

    async def cancel(self, invite_id: bytes) -> None:
        """End an invitation that was not used."""
        self._core.require_coordinator()
        await self._core.store.invite_cancel(invite_id)
        self._core.local.state.delete("invite", invite_id)

    async def admit(self, invite_id: bytes) -> ProposalView | None:
        """Check the joiner's proof with the spoken code, sign, and append or leave for a second signature.

        None when it was appended at once. IntegrityError ``join-forged`` when the proof does not fit the code.
        """
        core = self._core
        core.require_coordinator()
        invite = next((one for one in await core.store.invites() if one.id == invite_id), None)
        if invite is None:
            raise NotFoundError("invite-not-found")
        code = self._code(invite)
        if code is None:
            raise UsageError("invite-not-yours")
        if invite.join is None:
            raise UsageError("invite-not-joined")
        await self._sync.run()
        key = enrolment.invite_key(code, core.identity.practice)
        joiner = enrolment.check_join(invite.join, key, core.identity.practice, core.practice.policy.min_suite)
        if joiner.device_id in core.practice.devices:
            raise ConflictError("already-admitted")
        roles, known, name = self._read(invite)
        member = known or joiner.device_id
        body: PracticeBody
        if known:
            body = DeviceAdd(member, joiner.sign_pub, joiner.enc_pub)
        else:
            sealed = self._seal_name(member, name)
            body = MemberAdd(member, roles, joiner.sign_pub, joiner.enc_pub, sealed)
        welcome = enrolment.welcome_message(key, core.practice, member, joiner.sign_pub)
        raw = propose(core.practice, core.keys, body, core.now_ms())
        await core.store.invite_welcome(invite_id, Sealed(welcome))
        return await self._put(invite_id, raw)

    # proposals -------------------------------------------------------------------------------------------------------
    async def start(self, body: PracticeBody) -> ProposalView | None:
        """Propose any other change; None when one signature was enough and it was appended."""
        core = self._core
        core.require_coordinator()
        await self._sync.run()
        return await self._put(core.random(16), propose(core.practice, core.keys, body, core.now_ms()))

    async def remove(self, member: bytes) -> ProposalView | None:
        """MEMBER_REMOVE: all his devices, his sign-in, and new keys for every space he could read."""
        known = self._core.practice.members.get(member)
        if known is None or not known.active:
            raise NotFoundError("member-not-found")
        return await self.start(MemberRemove(member))

    async def revoke(self, device: bytes) -> ProposalView | None:
        """DEVICE_REVOKE: one laptop, not its owner."""
        known = self._core.practice.devices.get(device)
        if known is None or not known.active:
            raise NotFoundError("device-not-found")
        return await self.start(DeviceRevoke(device))

    async def set_roles(self, member: bytes, roles: int) -> ProposalView | None:
        """ROLES: what a member is in the practice."""
        return await self.start(Roles(member, roles))

    async def set_policy(self, **changes: Any) -> ProposalView | None:
        """POLICY: fields of the protocol's Policy by name."""
        import msgspec

        return await self.start(PolicyBody(msgspec.structs.replace(self._core.practice.policy, **changes)))

    async def _put(self, proposal_id: bytes, raw: bytes) -> ProposalView | None:
        core = self._core
        if core.practice.signatures_missing(raw) == 0:
            await self._finish(proposal_id, raw)
            return None
        await core.store.propose(proposal_id, Sealed(raw))
        core.tell(Notice("members"))
        return self._view(Proposal(proposal_id, raw, core.keys.device_id))

    async def proposals(self) -> list[ProposalView]:
        """What waits for signatures; rows that do not verify are findings, not proposals."""
        found: list[ProposalView] = []
        for proposal in await self._core.store.proposals():
            view = self._view(proposal)
            if view is not None:
                found.append(view)
        return found

    def _view(self, proposal: Proposal) -> ProposalView | None:
        core = self._core
        try:
            entry = parse(proposal.raw)
            stale = entry.seq != core.practice.seq + 1
            if stale:
                # The log moved on: nothing of it is binding any more, but a coordinator may sign its body anew.
                body = decode(Kind(entry.kind), entry.body)
                signers: Sequence[bytes] = ()
                needed = core.practice.quorum_needed
            else:
                change = core.practice.preview(proposal.raw)
                body, signers = decode(Kind(entry.kind), entry.body), change.signers
                needed = core.practice.signatures_missing(proposal.raw)
        except IntegrityError:
            return None
        member = getattr(body, "member_id", b"")
        device = getattr(body, "device_id", b"")
        if device and not member:
            member = core.practice.member_of(device) or b""
        name = core.name(member)
        prints = None
        if isinstance(body, MemberAdd | DeviceAdd):
            print_ = fingerprint(core.identity.practice, body.member_id, body.sign_pub, body.enc_pub)
            prints = words.to_words(print_).split()
        if isinstance(body, MemberAdd):
            name = open_name(self._practice_space(), core.identity.practice, member, body.sealed_name) or ""
        signed = [core.name(signer) for signer in signers]
        roles = int(getattr(body, "roles", 0))
        mine = core.member in signers
        kind = Kind(entry.kind).name.lower().replace("_", "-")
        return ProposalView(proposal.id, kind, name, roles, prints, signed, needed, mine, stale)

    async def cosign(self, proposal_id: bytes) -> bool:
        """Add this coordinator's signature; True when that was the last one needed and the change is in the log.

        A proposal made before the log moved on is signed anew as a first signature, and False is returned.
        """
        core = self._core
        core.require_coordinator()
        await self._sync.run()
        proposal = next((one for one in await core.store.proposals() if one.id == proposal_id), None)
        if proposal is None:
            raise NotFoundError("proposal-not-found")
        entry = parse(proposal.raw)
        if entry.seq != core.practice.seq + 1:
            body = cast(PracticeBody, decode(Kind(entry.kind), entry.body))
            raw = propose(core.practice, core.keys, body, core.now_ms())
        else:
            if core.member in core.practice.preview(proposal.raw).signers:
                raise ConflictError("already-signed")
            raw = cosign(proposal.raw, core.keys)
        if core.practice.signatures_missing(raw) == 0:
            await self._finish(proposal_id, raw)
            return True
        await core.store.proposal_update(proposal_id, Sealed(raw), sha256(proposal.raw).digest())
        core.tell(Notice("members"))
        return False

    async def drop(self, proposal_id: bytes) -> None:
        """Withdraw a proposal."""
        self._core.require_coordinator()
        await self._core.store.proposal_drop(proposal_id)
        self._core.tell(Notice("members"))

    # carrying out ----------------------------------------------------------------------------------------------------
    async def _finish(self, proposal_id: bytes, raw: bytes) -> None:
        """Append the change and, in the same statement, give a newcomer the practice's own space."""
        core = self._core
        after = core.practice.copy()
        change = after.apply(raw)
        batch = [Append(Sealed(raw))]
        log = self._practice_space()
        if change.kind in _NEW and log.may_manage(core.practice, core.member):
            grant = grant_entry(log, core.keys, after, change.member_id, core.now_ms())
            batch.append(Append(Sealed(grant.raw), None, tuple(sorted({*log.members, change.member_id}))))
        invites = {invite.id: invite for invite in await core.store.invites()}
        await core.store.append(batch)
        if any(one.id == proposal_id for one in await core.store.proposals()):
            await core.store.proposal_drop(proposal_id)
        if change.kind in _NEW and proposal_id in invites:
            device = change.device_id or device_id(getattr(decode(Kind(change.kind), parse(raw).body), "sign_pub", b""))
            await core.store.login_admit(invites[proposal_id].role, change.member_id, device)
        elif change.kind == Kind.MEMBER_REMOVE:
            await core.store.login_end(member=change.member_id)
        elif change.kind == Kind.DEVICE_REVOKE:
            await core.store.login_end(device=change.device_id)
        if core.keys.device_id not in {d.device_id for d in after.devices_of(core.member)}:
            return  # she signed her own leaving: the server does not answer her any more
        await self._sync.run()
        await self._upkeep.run()
        core.tell(Notice("members"))
