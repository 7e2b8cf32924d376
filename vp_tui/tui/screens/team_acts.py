"""What can be done about one member, wherever she is shown: compare, another device, roles, remove, revoke.

Invariant: a comparison is recorded only when two words that are not on the screen were typed as they were heard; every
change of the team goes through the coordinators' signatures. The screens ``members`` and ``member`` inherit from here.
"""

from __future__ import annotations

from collections.abc import Iterable
from secrets import randbelow
from typing import Any

from vp_tui.errors import RefusedError
from vp_tui.i18n import days, text
from vp_tui.tui import consequences, wording
from vp_tui.tui.consequence import Consequence
from vp_tui.tui.dialogs.confirm import ConfirmWord
from vp_tui.tui.dialogs.form import FormDialog
from vp_tui.tui.screens.live import LiveScreen
from vp_tui.tui.widgets.field import ChoiceField, TextField
from vp_tui.workspace.views import DeviceView, Invitation, MemberView, ProposalView

__all__ = ["TeamActs", "role_bits", "role_fields"]

_PREFIX = 4  # letters that tell the words of the list apart


def role_fields(bits: int) -> list[ChoiceField]:
    """One yes-or-no field per role."""
    choices = (("no", text("members.no")), ("yes", text("members.yes")))
    return [
        ChoiceField(f"role{bit}", f"members.role.{bit}", choices, value="yes" if bits & bit else "no")
        for bit in wording.ROLES
    ]


def role_bits(values: dict[str, Any]) -> int:
    """The roles that were chosen. RefusedError when there is none."""
    bits = sum(bit for bit in wording.ROLES if values[f"role{bit}"] == "yes")
    if not bits:
        raise RefusedError("members.no-role", f"role{wording.ROLES[0]}")
    return bits


class TeamActs(LiveScreen):
    """Needs ``subject`` and ``device``: whom, and which of her devices, the cursor is on."""

    def subject(self) -> MemberView | None:
        return None

    def device(self) -> DeviceView | None:
        return None

    @property
    def alone(self) -> bool:
        """Whether one signature is enough here."""
        return self.workspace.quorum < 2

    def facts(self) -> Iterable[str]:
        if self.workspace.me.roles & 2:
            yield "coordinator"
        subject, device = self.subject(), self.device()
        if subject is not None and subject.active:
            yield "member"
            if not subject.is_me:
                yield from ("other", "removable")
        if device is not None and device.active:
            yield "device"

    def member(self) -> MemberView:
        subject = self.subject()
        if subject is None:
            raise RefusedError("members.nobody")
        return subject

    def told(self, outcome: ProposalView | None) -> None:
        """Say whether a change is in force, or waits for the second signature."""
        self.app.note("members.done" if outcome is None else "members.proposed")

    # -- comparing ---------------------------------------------------------------------------------------------------

    async def do_member_compare(self) -> None:
        member, device = self.member(), self.device()
        if device is None:
            return
        first = randbelow(8)
        second = first + 1 + randbelow(8 - first)
        missing = {"first": first, "second": second}
        shown = [
            text(f"members.compare.gap.{name}") if (name := _name_at(missing, place)) else word
            for place, word in enumerate(device.fingerprint)
        ]

        async def submit(values: dict[str, Any]) -> str:
            for name, place in missing.items():
                typed, wanted = values[name].lower(), device.fingerprint[place]
                if len(typed) < _PREFIX or not wanted.startswith(typed):
                    raise RefusedError("members.words-differ", name, n=place + 1)
            await self.workspace.compare(member.id, device.id, values["how"])
            return ""

        how = tuple((code, text(f"members.how.{code}")) for code in ("phone", "in_person", "video"))
        dialog = FormDialog(
            text("members.compare.title", name=member.name),
            (
                TextField("first", "members.compare.first"),
                TextField("second", "members.compare.second"),
                ChoiceField("how", "members.compare.how", how),
            ),
            submit,
            (text("members.compare.why", name=member.name), "", *wording.spoken(shown), ""),
        )
        if await self.app.ask(dialog) is not None:
            self.app.note("members.compare.done", name=member.name)

    # -- codes to speak ----------------------------------------------------------------------------------------------

    async def do_member_device(self) -> None:
        member = self.member()
        invitation = await self.workspace.invite(member.name, 0, member=member.id)
        await self.speak(invitation, member.name)

    async def speak(self, invitation: Invitation, name: str) -> None:
        """Show nine words and the address once, until somebody says that they were read out."""
        until = days.moment(invitation.expires_ms, self.workspace.clock.now_ms())
        effects = [
            text("members.invite.speak.why"),
            "",
            *wording.spoken(invitation.words),
            f"  {text('members.invite.address', address=invitation.address)}",
            "",
            text("members.invite.expires", moment=until, name=name),
            text("members.invite.then"),
        ]
        title = text("members.invite.speak", name=name)
        # Left with Esc, the words would be gone unread: then they are shown again.
        while not await self.app.ask(ConfirmWord(Consequence(title, effects, word=text("members.invite.read.word")))):
            self.app.note("members.invite.once")

    # -- changes of the team -----------------------------------------------------------------------------------------

    async def do_member_roles(self) -> None:
        member = self.member()

        async def submit(values: dict[str, Any]) -> str:
            role_bits(values)
            return ""

        values = await self.app.ask(
            FormDialog(text("members.roles.choose", name=member.name), role_fields(member.roles), submit)
        )
        if values is None or (bits := role_bits(values)) == member.roles:
            return
        question = consequences.roles(member, bits, alone=self.alone)
        if await self.app.ask(ConfirmWord(question.with_word("members.action.roles.word"))):
            self.told(await self.workspace.set_roles(member.id, bits))

    def weigh_member_remove(self) -> Consequence:
        return consequences.remove(self.member(), alone=self.alone)

    async def do_member_remove(self) -> None:
        self.told(await self.workspace.remove_member(self.member().id))

    def weigh_member_revoke(self) -> Consequence | None:
        device = self.device()
        if device is None:
            return None
        here = device.id == self.workspace.me.device
        return consequences.revoke(self.member(), device, here=here, alone=self.alone)

    async def do_member_revoke(self) -> None:
        if (device := self.device()) is not None:
            self.told(await self.workspace.revoke_device(device.id))


def _name_at(missing: dict[str, int], place: int) -> str:
    return next((name for name, at in missing.items() if at == place), "")
