"""One member with all devices: the nine words of each in full, and what can be done about one of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from vp_tui.i18n import text
from vp_tui.tui import wording
from vp_tui.tui.screens.team_acts import TeamActs
from vp_tui.tui.widgets.columns import Column
from vp_tui.tui.widgets.listing import Listing
from vp_tui.tui.widgets.queue_list import QueueList
from vp_tui.tui.widgets.rows import ListRows, Row
from vp_tui.workspace.views import DeviceView, MemberView

__all__ = ["MemberScreen"]


class MemberScreen(TeamActs):
    """``argument``: the member's id in hex."""

    scope: ClassVar[str] = "member"
    DEFAULT_CSS = """
    MemberScreen #head { height: auto; padding: 0 1 1 1; text-style: bold; }
    MemberScreen QueueList { height: 1fr; max-height: 8; }
    MemberScreen #detail { height: auto; padding: 1; }
    """

    def __init__(self, argument: str) -> None:
        super().__init__()
        self._member = bytes.fromhex(argument)

    def body(self) -> ComposeResult:
        yield Static("", id="head", markup=False)
        yield Listing((Column("members.column.device", 50, flex=1),))
        yield Static("", id="detail", markup=False)

    def subject(self) -> MemberView | None:
        return next((member for member in self.workspace.members() if member.id == self._member), None)

    def device(self) -> DeviceView | None:
        member = self.subject()
        chosen = self.query_one(QueueList).cursor_id
        return next((device for device in member.devices if device.id == chosen), None) if member else None

    def renew(self) -> None:
        member = self.subject()
        if member is None:
            self.app.back()
            return
        head = f"{wording.name_of(member)}: {wording.roles(member.roles)}"
        self.query_one("#head", Static).update(Content(head))
        rows = [
            Row(device.id, (self._line(member, number, device),), tone="" if device.active else "muted")
            for number, device in enumerate(member.devices, 1)
        ]
        self.query_one(QueueList).show(ListRows(rows))
        self._explain()
        self.flags_changed()

    def _line(self, member: MemberView, number: int, device: DeviceView) -> str:
        return wording.device_line(number, device, own=member.is_me, here=device.id == self.workspace.me.device)

    def on_queue_list_moved(self) -> None:
        super().on_queue_list_moved()
        self._explain()

    def _explain(self) -> None:
        self.query_one("#detail", Static).update(Content("\n".join(self._detail())))

    def _detail(self) -> Iterable[str]:
        member, device = self.subject(), self.device()
        if member is None or device is None:
            return
        yield f"  {wording.words(device.fingerprint)}"
        yield f"  {text('start.words.digits', digits=device.digits)}"
        yield ""
        if device.active:
            yield text("members.words.yours" if member.is_me else "members.words.compare")
