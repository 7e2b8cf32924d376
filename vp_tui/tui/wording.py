"""Sentences from facts: what the screens of team, control and clients, and the line mode, say about the same things.

Invariant: nothing here reads the clock or knows Textual; ids never reach a sentence. Callers: the screens ``members``,
``member``, ``changes``, ``audit``, ``clients``,.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from vp_tui.i18n import count, days, exists, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from vp_tui.protocol.findings import Finding
    from vp_tui.workspace.facade import Workspace
    from vp_tui.workspace.views import ChangeView, DeviceView, InvitationView, MemberView, ProposalView

__all__ = [
    "ROLES",
    "change",
    "compared",
    "day",
    "device_line",
    "finding",
    "invitation",
    "name_of",
    "proposal",
    "quorum",
    "roles",
    "spoken",
    "where",
    "words",
]

ROLES = (1, 2, 4)
"""The protocol's role bits: confidant, coordinator, supervisor."""


def roles(bits: int, *, short: bool = False) -> str:
    """ "vertrouwenspersoon, coördinator", or "vp, coörd"."""
    key = "members.role.short" if short else "members.role"
    return ", ".join(text(f"{key}.{bit}") for bit in ROLES if bits & bit) or text("members.role.none")


def day(at_ms: int) -> str:
    """ "vr 27 nov 2026", local."""
    return days.full(datetime.fromtimestamp(at_ms / 1000).date())


def words(fingerprint: Sequence[str]) -> str:
    """Nine words on one line."""
    return " ".join(fingerprint)


def spoken(fingerprint: Sequence[str]) -> list[str]:
    """Nine words as they are read out and as they fit a dialog: five, then four."""
    return [f"  {' '.join(fingerprint[:5])}", f"  {' '.join(fingerprint[5:])}"]


def name_of(member: MemberView) -> str:
    """A member's name, with "(u)" behind one's own."""
    return text("members.me", name=member.name) if member.is_me else member.name


def _how(device: DeviceView) -> str:
    how = device.compared_by_me or ""
    return text(f"members.how.{how}") if exists(f"members.how.{how}") else how


def compared(member: MemberView) -> str:
    """Whether this member's devices were compared by me, in at most 30 columns."""
    if not member.active:
        return text("members.former")
    if member.is_me:
        return text("members.compared.me")
    valid = [device for device in member.devices if device.active]
    done = [device for device in valid if device.compared_by_me]
    if not done:
        return text("members.compared.none")
    if len(done) < len(valid):
        return text("members.compared.some", n=len(done), total=len(valid))
    return text("members.compared.all", how=_how(done[-1]))


def device_line(number: int, device: DeviceView, *, own: bool, here: bool) -> str:
    """ "Toestel 1, sinds wo 3 sep 2026: door u vergeleken: telefoon"."""
    if not device.active:
        return text("members.device.revoked", n=number)
    line = text("members.device", n=number, date=day(device.added_ms))
    if here:
        return f"{line} ({text('members.device.mine')})"
    if own:
        return line
    if device.compared_by_me:
        return f"{line}; {text('members.device.compared', how=_how(device))}"
    return f"{line}; {text('members.device.not-compared')}"


def quorum(number: int) -> str:
    """How many signatures a change needs."""
    return count("members.quorum", number)


def invitation(view: InvitationView) -> str:
    """The state of an invitation, for its row."""
    return text(f"members.invitation.{view.state}")


def proposal(view: ProposalView, *, coordinator: bool) -> str:
    """The state of a proposal, for its row: whose turn it is."""
    if view.mine:
        return text("members.proposal.mine")
    if coordinator:
        return text("members.proposal.yours")
    return text("members.proposal.signed", n=len(view.signed_by), needed=view.needed)


def change(view: ChangeView) -> str:
    """ "Eva Smit is toegelaten als supervisor"."""
    kind = view.change.kind.name.lower().replace("_", "-")
    return text(f"members.change.{kind}", name=view.name, roles=roles(int(view.change.roles)))


def where(workspace: Workspace, found: Finding) -> str:
    """The space of a finding in readable words, with the entry's number where it has one."""
    key, facts = workspace.space_name(found.space)
    space = text(key, **facts)
    if found.seq < 0:
        return text("audit.where", space=space)
    return text("audit.where.entry", space=space, seq=found.seq)


def finding(found: Finding) -> tuple[str, str]:
    """What does not fit (one line), and what that means (a paragraph)."""
    key = f"errors.integrity.{found.kind}"
    title = text(f"{key}.title") if exists(f"{key}.title") else found.kind
    return title, text(f"{key}.hint") if exists(f"{key}.hint") else ""
