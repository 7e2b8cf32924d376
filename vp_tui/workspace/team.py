"""The acts on membership as the facade offers them: inviting, admitting, co-signing, leaving, comparing.

Invariant: no rule of its own; each takes the mutex and hands on to ``membership`` or ``admission``, or is a domain
command. Base of the facade.
"""

from __future__ import annotations

from abc import abstractmethod
from contextlib import suppress
from datetime import date
from typing import Any

from vp_tui.domain.commands import CompareFingerprint
from vp_tui.errors import RetryableError
from vp_tui.workspace.admission import Admission
from vp_tui.workspace.membership import Membership
from vp_tui.workspace.overview import Overview
from vp_tui.workspace.views import Invitation, InvitationView, ProposalView, Receipt

__all__ = ["Team"]


class Team(Overview):
    """The part of ``Workspace`` that changes who is in the practice."""

    _membership: Membership
    _admission: Admission

    @abstractmethod
    async def do(self, command: Any, case: bytes | None = None, layer: str = "dossier") -> Receipt:
        """Carry out a domain command; see ``Workspace.do``."""

    async def invite(self, name: str, roles: int, member: bytes | None = None) -> Invitation:
        """Nine words for a newcomer, or for a further device of ``member``."""
        async with self._core.mutex:
            return await self._membership.invite(name, roles, member, self._core.identity.dsn)

    async def invitations(self) -> list[InvitationView]:
        """Invitations on their way."""
        async with self._core.mutex:
            return await self._membership.invitations()

    async def cancel_invitation(self, invite: bytes) -> None:
        """End an unused invitation."""
        async with self._core.mutex:
            await self._membership.cancel(invite)

    async def admit(self, invite: bytes) -> ProposalView | None:
        """First signature for a joiner; None when it was enough."""
        async with self._core.mutex:
            return await self._membership.admit(invite)

    async def proposals(self) -> list[ProposalView]:
        """Changes that wait for signatures."""
        async with self._core.mutex:
            return await self._membership.proposals()

    async def cosign(self, proposal: bytes) -> bool:
        """Second signature; True when the change is in the log now."""
        async with self._core.mutex:
            return await self._membership.cosign(proposal)

    async def drop_proposal(self, proposal: bytes) -> None:
        """Withdraw a proposal."""
        async with self._core.mutex:
            await self._membership.drop(proposal)

    async def compare(self, member: bytes, device: bytes, how: str, on: date | None = None) -> None:
        """Record that the nine words were compared: phone, in_person or video."""
        await self.do(CompareFingerprint(member, device, how, on or self.today()))

    async def remove_member(self, member: bytes) -> ProposalView | None:
        """Propose that somebody leaves; None when done at once."""
        async with self._core.mutex:
            return await self._membership.remove(member)

    async def revoke_device(self, device: bytes) -> ProposalView | None:
        """Propose that one device loses access."""
        async with self._core.mutex:
            return await self._membership.revoke(device)

    async def set_roles(self, member: bytes, roles: int) -> ProposalView | None:
        """Propose other roles."""
        async with self._core.mutex:
            return await self._membership.set_roles(member, roles)

    async def set_policy(self, **changes: Any) -> ProposalView | None:
        """Propose another policy."""
        async with self._core.mutex:
            return await self._membership.set_policy(**changes)

    async def invite_state(self) -> str:
        """How far a joiner's own invitation is: joined, welcomed, or admitted."""
        if self._core.status.admitted:
            return "admitted"
        with suppress(RetryableError):
            return await self._admission.state()
        return "joined"
