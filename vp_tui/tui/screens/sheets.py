"""The sheets of a case in their order, and the menu that leads to them. Loads none of them.

Callers: the case, its sheets, and the table of actions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vp_tui.i18n import text
from vp_tui.tui.dialogs.menu import MenuDialog

if TYPE_CHECKING:
    from vp_tui.domain.case_file import CaseState
    from vp_tui.tui.screens.base import VpScreen
    from vp_tui.tui.screens.case_words import Words

__all__ = ["SHEETS", "ask_sheet", "filled"]

# Place, and what is counted on it.
SHEETS: dict[str, str] = {
    "case": "timeline",
    "intake": "intake",
    "options": "options",
    "consents": "consents",
    "steps": "steps",
    "papers": "drafts",
    "referrals": "referrals",
    "meetings": "appointments",
    "aftercare": "aftercare",
    "knowing": "disclosures",
    "dilemmas": "",
}


def filled(state: CaseState, sheet: str) -> int:
    """How much stands on a sheet."""
    what = SHEETS[sheet]
    return len(getattr(state, what)) if what else 0


async def ask_sheet(screen: VpScreen, words: Words) -> None:
    """Let somebody choose a sheet, and go there."""
    options = [
        (
            name,
            text(f"sheets.{name}") + (f" {n}" if (n := filled(words.state, name)) else ""),
            text(f"sheets.{name}.why"),
        )
        for name in SHEETS
    ]
    chosen = await screen.app.ask(MenuDialog(text("sheets.menu", what=words.state.alias), options))
    if chosen:
        screen.app.go(chosen, words.state.id.hex())
