"""Letters to a client from within one of its cases: the refusal, and in Belgium the confirmation of an interview.

Invariant: neither says anything about the case, the refusal not even whether there is one; nothing is recorded by
showing them. Callers: ``CaseScreen``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vp_tui.domain.case_file import CaseState
from vp_tui.domain.letters import interview_confirmation, refusal
from vp_tui.domain.timeline import Item
from vp_tui.i18n import days, text
from vp_tui.tui.dialogs.menu import MenuDialog
from vp_tui.tui.screens.print_out import show_pieces

if TYPE_CHECKING:
    from vp_tui.tui.screens.base import VpScreen
    from vp_tui.workspace.facade import Workspace

__all__ = ["show_letter"]


async def show_letter(screen: VpScreen, state: CaseState, talk: Item | None) -> None:
    """Choose a letter where there is a choice; ``talk`` is what the cursor stands on."""
    workspace: Workspace = screen.app.services.workspace
    client = workspace.client(state.client or b"")
    belgian = client.mandate is not None and client.mandate.country == "BE"
    chosen: str | None = "refusal"
    if belgian and talk is not None and talk.kind == "conversation":
        on = days.full(talk.on) if talk.on else ""
        options = [
            ("interview", text("clients.letters.interview"), on),
            ("refusal", text("clients.letters.refusal"), text("clients.letters.refusal.why")),
        ]
        chosen = await screen.app.ask(MenuDialog(text("clients.letters.title", what=state.alias), options))
    if chosen == "interview" and talk is not None:
        await show_pieces(screen, text("clients.interview.title"), interview_confirmation(client, talk))
    elif chosen == "refusal":
        title = text("clients.letter.title", name=client.name)
        await show_pieces(screen, title, refusal(client, workspace.today()))
