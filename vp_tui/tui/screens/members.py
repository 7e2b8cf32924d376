"""7 Team en sleutels: who belongs to the practice, with which keys, and what waits for a signature.

Invariants: members come from the verified log alone; invitations and proposals come from the server and are shown as
what they are, waiting; whoever may not act sees the reason.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Any, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from vp_tui.errors import NotPermittedError, RetryableError
from vp_tui.i18n import count, days, text
from vp_tui.tui import consequences, wording
from vp_tui.tui.consequence import Consequence
from vp_tui.tui.dialogs.form import FormDialog
from vp_tui.tui.screens.team_acts import TeamActs, role_bits, role_fields
from vp_tui.tui.widgets.columns import Column
from vp_tui.tui.widgets.field import TextField
from vp_tui.tui.widgets.listing import Listing
from vp_tui.tui.widgets.queue_list import QueueList
from vp_tui.tui.widgets.rows import ListRows, Row
from vp_tui.workspace.views import DeviceView, InvitationView, MemberView, ProposalView

__all__ = ["MembersScreen"]

Subject = MemberView | InvitationView | ProposalView


class MembersScreen(TeamActs):
    """A list in sections, and below it what the cursor is on."""

    scope: ClassVar[str] = "team"
    FOLLOWS: ClassVar[frozenset[str]] = frozenset({"members", "status"})
    DEFAULT_CSS = """
    MembersScreen #head { height: 1; padding: 0 1; color: $muted; }
    MembersScreen #detail { height: auto; max-height: 9; padding: 0 1; border-top: ascii $muted; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._invitations: Sequence[InvitationView] = ()
        self._proposals: Sequence[ProposalView] = ()
        self._subjects: dict[object, Subject] = {}

    def body(self) -> ComposeResult:
        yield Static("", id="head", markup=False)
        yield Listing(
            (
                Column("members.column.name", 18, flex=2),
                Column("members.column.roles", 15, flex=1),
                Column("members.column.devices", 5, rank=1, right=True),
                Column("members.column.state", 30, flex=2),
            ),
            empty="members.empty",
        )
        yield Static("", id="detail", markup=False)

    # -- what is shown -----------------------------------------------------------------------------------------------

    def renew(self) -> None:
        self._fill()
        self._fetch()

    @work(exclusive=True, group="fetch")
    async def _fetch(self) -> None:
        """Ask the server what waits. Without it, what was known stays."""
        with suppress(RetryableError, NotPermittedError):
            self._proposals = await self.workspace.proposals()
            if self.workspace.me.roles & 2:
                found = await self.workspace.invitations()
                # One that was proposed stands among the proposals, or is over.
                self._invitations = [view for view in found if view.state not in ("proposed", "admitted")]
            self._fill()

    def _fill(self) -> None:
        members = sorted(self.workspace.members(), key=lambda member: (not member.is_me, member.name.casefold()))
        present = [member for member in members if member.active]
        former = [member for member in members if not member.active]
        sections: list[tuple[str, Sequence[Subject]]] = [
            ("proposals", self._proposals),
            ("invitations", self._invitations),
            ("members", present),
            ("former", former),
        ]
        self._subjects = {view.id: view for _, views in sections for view in views}
        rows = [self._row(view) for view in self._subjects.values()]
        titles, start = [], 0
        for name, views in sections:
            if views:
                titles.append((start, text(f"members.section.{name}")))
                start += len(views)
        self.query_one(QueueList).show(ListRows(rows, titles if len(titles) > 1 else ()))
        heading = f"{count('members.heading', len(present))}; {wording.quorum(self.workspace.quorum)}"
        self.query_one("#head", Static).update(Content(heading if present else ""))
        self._explain()
        self.flags_changed()

    def _row(self, view: Subject) -> Row:
        roles = wording.roles(view.roles, short=True) if view.roles else ""
        if isinstance(view, MemberView):
            valid = sum(device.active for device in view.devices)
            new = not view.is_me and view.active and any(d.active and not d.compared_by_me for d in view.devices)
            cells = (wording.name_of(view), roles if view.active else "", str(valid), wording.compared(view))
            return Row(view.id, cells, "!" if new else "", "" if view.active else "muted")
        if isinstance(view, InvitationView):
            turn = view.state == "joined"
            return Row(view.id, (view.name, roles, "", wording.invitation(view)), "!" if turn else "", _tone(turn))
        turn = self._my_turn(view)
        state = wording.proposal(view, coordinator=bool(self.workspace.me.roles & 2))
        name = f"{view.name}: {text(f'members.proposal.kind.{view.kind}')}"
        return Row(view.id, (name, roles, "", state), "!" if turn else "", _tone(turn))

    def _my_turn(self, view: ProposalView) -> bool:
        return not view.mine and bool(self.workspace.me.roles & 2)

    def on_queue_list_moved(self) -> None:
        super().on_queue_list_moved()
        self._explain()

    def _explain(self) -> None:
        self.query_one("#detail", Static).update(Content("\n".join(self._detail(self._current()))))

    def _current(self) -> Subject | None:
        return self._subjects.get(self.query_one(QueueList).cursor_id)

    def _detail(self, view: Subject | None) -> Iterable[str]:
        if isinstance(view, MemberView):
            yield f"{wording.name_of(view)}: {wording.roles(view.roles)}"
            for number, device in enumerate(view.devices, 1):
                here = device.id == self.workspace.me.device
                yield wording.device_line(number, device, own=view.is_me, here=here)
                if device.active:
                    yield f"  {wording.words(device.fingerprint)}"
                    yield f"  {device.digits}"
        elif isinstance(view, InvitationView):
            until = days.moment(view.expires_ms, self.workspace.clock.now_ms())
            yield f"{view.name}: {wording.roles(view.roles)}" if view.roles else view.name
            yield text(f"members.invitation.detail.{view.state}", date=until)
            if view.fingerprint:
                yield f"  {wording.words(view.fingerprint)}"
        elif view is not None:
            yield f"{view.name}: {text(f'members.proposal.kind.{view.kind}')}"
            if view.fingerprint:
                yield f"  {wording.words(view.fingerprint)}"
            if view.signed_by:
                yield text("members.proposal.detail", names=", ".join(view.signed_by))
            turn = "yours" if self._my_turn(view) else "mine" if view.mine else "not-yours"
            yield text(f"members.proposal.detail.{turn}")

    # -- whom an action is about -------------------------------------------------------------------------------------

    def subject(self) -> MemberView | None:
        view = self._current()
        return view if isinstance(view, MemberView) else None

    def device(self) -> DeviceView | None:
        """The member's first valid device that was not compared yet, else the first valid one."""
        member = self.subject()
        valid = [device for device in member.devices if device.active] if member else []
        return next((device for device in valid if not device.compared_by_me), valid[0] if valid else None)

    def facts(self) -> Iterable[str]:
        yield from super().facts()
        view = self._current()
        if isinstance(view, InvitationView):
            yield "removable"
            if view.state == "joined":
                yield "joined"
        elif isinstance(view, ProposalView):
            yield from ("proposal", "removable")
            if not view.mine:
                yield "unsigned"

    def on_queue_list_opened(self, event: QueueList.Opened) -> None:
        if isinstance(view := self._subjects.get(event.id), MemberView):
            self.app.go("member", view.id.hex())

    # -- inviting, admitting, signing --------------------------------------------------------------------------------

    async def do_member_invite(self) -> None:
        made = []

        async def submit(values: dict[str, Any]) -> str:
            made.append(await self.workspace.invite(values["name"], role_bits(values)))
            return ""

        fields = [TextField("name", "members.invite.name", placeholder="members.invite.name.example"), *role_fields(1)]
        values = await self.app.ask(FormDialog(text("members.invite"), fields, submit))
        if values is not None:
            await self.speak(made[0], values["name"])

    def weigh_member_admit(self) -> Consequence | None:
        view = self._current()
        return consequences.admit(view, alone=self.alone) if isinstance(view, InvitationView) else None

    async def do_member_admit(self) -> None:
        if isinstance(view := self._current(), InvitationView):
            self.told(await self.workspace.admit(view.id))

    def weigh_member_cosign(self) -> Consequence | None:
        view = self._current()
        return consequences.cosign(view) if isinstance(view, ProposalView) else None

    async def do_member_cosign(self) -> None:
        if isinstance(view := self._current(), ProposalView):
            complete = await self.workspace.cosign(view.id)
            self.app.note("members.done" if complete else "members.cosigned")

    def weigh_member_remove(self) -> Consequence:
        view = self._current()
        if isinstance(view, InvitationView):
            return consequences.cancel(view)
        return consequences.drop(view) if isinstance(view, ProposalView) else super().weigh_member_remove()

    async def do_member_remove(self) -> None:
        view = self._current()
        if isinstance(view, InvitationView):
            await self.workspace.cancel_invitation(view.id)
            self.app.note("members.cancelled")
        elif isinstance(view, ProposalView):
            await self.workspace.drop_proposal(view.id)
            self.app.note("members.cancelled")
        else:
            await super().do_member_remove()
        self.renew()


def _tone(turn: bool) -> str:
    return "urgent" if turn else "pending"
