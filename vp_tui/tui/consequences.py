"""What a change of the team means, said before the word is asked. No Textual here.

Invariant: what stays known is said as plainly as what ends; nothing here does anything. Callers: the screens
``members`` and ``member``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from vp_tui.i18n import text
from vp_tui.tui.consequence import Consequence
from vp_tui.tui.wording import roles as role_names
from vp_tui.tui.wording import spoken

if TYPE_CHECKING:
    from vp_tui.workspace.views import DeviceView, InvitationView, MemberView, ProposalView

__all__ = ["admit", "cancel", "cosign", "drop", "remove", "revoke", "roles"]


def _second(alone: bool) -> list[str]:
    return [] if alone else [text("members.remove.second")]


def _device(key: str, fingerprint: Sequence[str] | None) -> list[str]:
    return [text(key), *spoken(fingerprint)] if fingerprint else []


def admit(view: InvitationView, *, alone: bool) -> Consequence:
    """Before the first coordinator signs. ``alone``: one signature is enough in this practice."""
    effects = [
        *_device("members.admit.words", view.fingerprint),
        *([text("members.admit.check")] if view.fingerprint else []),
        text("members.admit.becomes", roles=role_names(view.roles)),
        text("members.admit.one" if alone else "members.admit.other"),
    ]
    return Consequence(text("members.admit.title", name=view.name), effects)


def cosign(view: ProposalView) -> Consequence:
    """Before another coordinator's proposal gets this member's signature."""
    effects = _device("members.cosign.words", view.fingerprint)
    if view.roles:
        effects.append(text("members.admit.becomes", roles=role_names(view.roles)))
    if view.signed_by:
        effects.append(text("members.cosign.by", names=", ".join(view.signed_by)))
    return Consequence(
        text("members.cosign.title", kind=text(f"members.proposal.kind.{view.kind}"), name=view.name),
        [*effects, text("members.cosign.call")],
    )


def remove(member: MemberView, *, alone: bool) -> Consequence:
    """Before a member is taken out of the practice."""
    lines = ("known", "rekey", "login", "cases")
    effects = [text(f"members.remove.{line}", name=member.name) for line in lines]
    return Consequence(
        text("members.remove.title", name=member.name), effects + _second(alone), text("members.remove.undo")
    )


def cancel(view: InvitationView) -> Consequence:
    """Before an invitation is withdrawn."""
    return Consequence(text("members.cancel.title", name=view.name), [text("members.cancel.effect")])


def drop(view: ProposalView) -> Consequence:
    """Before a proposal is taken off the list."""
    kind = text(f"members.proposal.kind.{view.kind}")
    return Consequence(text("members.drop.title", kind=kind, name=view.name), [text("members.drop.effect")])


def revoke(member: MemberView, device: DeviceView, *, here: bool, alone: bool) -> Consequence:
    """Before one device loses access. ``here``: it is the one that asks."""
    effects = [*spoken(device.fingerprint), text("members.revoke.known"), text("members.revoke.rekey")]
    if here:
        effects.append(text("members.revoke.own"))
    elif sum(other.active for other in member.devices) == 1:
        effects.append(text("members.revoke.last", name=member.name))
    return Consequence(text("members.revoke.title", name=member.name), effects + _second(alone))


def roles(member: MemberView, bits: int, *, alone: bool) -> Consequence:
    """Before a member's roles change to ``bits``."""
    effects = [
        text("members.roles.from", roles=role_names(member.roles)),
        text("members.roles.to", roles=role_names(bits)),
    ]
    return Consequence(text("members.roles.title", name=member.name), effects + _second(alone))
