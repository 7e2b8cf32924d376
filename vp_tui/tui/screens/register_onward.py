"""Who can help on, asked before a short record of something out of scope is closed.

Invariant: nobody is sent away without a way onward, unless she wants none. Callers: ``RegisterScreen``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from vp_tui.domain import codes
from vp_tui.domain.commands import RegisterCase
from vp_tui.errors import RefusedError
from vp_tui.i18n import language, text
from vp_tui.tui.dialogs.form import FormDialog, Values
from vp_tui.tui.screens.care_fields import few

if TYPE_CHECKING:
    from vp_tui.tui.screens.base import VpScreen

__all__ = ["onward"]

_DECLINED = "declined"


async def onward(screen: VpScreen, command: RegisterCase) -> RegisterCase | None:
    """The command with a referral, or with the reporter's word that she wanted none; None if that was left open."""
    desks = codes.entries("referral", on=screen.app.services.workspace.today())
    offers = [(code.code, f"{code.label(language())}  {code.code}") for code in desks]
    offers.append((_DECLINED, text("care.onward.decline")))

    async def check(values: Values) -> str:
        if not values["referral"]:
            raise RefusedError("field.code", "referral", count=len(offers))
        return ""

    field = few("referral", "care.field.referral", offers)
    dialog = FormDialog(text("care.onward.title"), [field], check, [text("care.onward.why")])
    values = await screen.app.ask(dialog)
    if values is None:
        return None
    declined = values["referral"] == _DECLINED
    return replace(command, referral="" if declined else values["referral"], no_referral=declined)
