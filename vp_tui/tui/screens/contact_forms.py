"""Forms of a contact request: putting it off, passing it on, how a call went, what became of it.

Invariants: the clock goes on while it is put off, and the form says so; nobody is asked why she steps back; a call that
was not answered is promised again, so that an accepted request is never forgotten. Callers: the screens of requests.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

from vp_tui.domain.calls import CALLS
from vp_tui.domain.commands import FinishContact, LogCall, PassContact, PostponeContact
from vp_tui.domain.contact import OUTCOMES
from vp_tui.domain.contact_card import ContactState
from vp_tui.domain.dates import later
from vp_tui.i18n import days, text
from vp_tui.tui.dialogs.form import FormDialog, Values
from vp_tui.tui.dialogs.menu import MenuDialog
from vp_tui.tui.screens.care_words import safe_line
from vp_tui.tui.screens.case_fields import day_field
from vp_tui.tui.screens.sheet_forms import ask
from vp_tui.tui.widgets.field import ChoiceField
from vp_tui.tui.widgets.names_field import NamesField

if TYPE_CHECKING:
    from vp_tui.tui.screens.base import VpScreen
    from vp_tui.workspace.facade import Workspace

__all__ = ["addressees_field", "finish", "log_call", "missed", "pass_on", "postpone", "step_back", "workday"]

_CONFIDANT = 1


def addressees_field(workspace: Workspace, name: str, *, value: str = "", others: bool = False) -> NamesField:
    """Confidants by name, one or several; with ``others`` without me."""
    offers = [
        (member.id, member.name)
        for member in workspace.members()
        if member.active and member.roles & _CONFIDANT and not (others and member.is_me)
    ]
    return NamesField(name, "contact.field.addressees", offers, text("contact.field.everybody"), value=value)


def workday(today: datetime.date) -> datetime.date:
    """The next day that is no Saturday or Sunday."""
    return later(today, {4: 3, 5: 2}.get(today.weekday(), 1))


async def postpone(screen: VpScreen, request: ContactState) -> bool:
    """Until which day; the norm does not wait."""
    workspace: Workspace = screen.app.services.workspace
    today = workspace.today()

    async def submit(values: Values) -> str:
        if values["until"] is None:
            return text("contact.postpone.when")
        await workspace.do(PostponeContact(values["until"]), request.id)
        return ""

    fields = [day_field("until", "contact.field.until", today)]
    dialog = FormDialog(text("contact.postpone.title"), fields, submit, [text("contact.postpone.clock")])
    return await screen.app.ask(dialog) is not None


async def step_back(screen: VpScreen) -> bool:
    """Whether she means it; why is not asked."""
    options = [("back", text("contact.recuse.yes"), text("contact.recuse.then"))]
    lines = [text("contact.recuse.why")]
    return await screen.app.ask(MenuDialog(text("contact.recuse.title"), options, lines)) is not None


async def pass_on(screen: VpScreen, request: ContactState) -> bool:
    """To one or several colleagues, sealed to them; whoever is not among them reads it no longer."""
    workspace: Workspace = screen.app.services.workspace

    def make(values: Values) -> PassContact:
        return PassContact(values["to"])

    fields = [addressees_field(workspace, "to", others=True)]
    return await ask(screen, request.id, text("contact.pass.title"), fields, make, [text("contact.pass.keys")])


async def missed(screen: VpScreen, request: ContactState) -> None:
    """Gebeld, geen gehoor: recorded, and promised again for the next working day."""
    workspace: Workspace = screen.app.services.workspace
    again = workday(workspace.today())
    await workspace.do(LogCall("no_answer", request.channel, again=again), request.id)
    screen.app.note("contact.note.missed", day=days.day(again, workspace.today()))


async def log_call(screen: VpScreen, request: ContactState) -> bool:
    """How the call went, and whether another was promised; the rule of safe contact stands above."""
    today = screen.app.services.workspace.today()
    results = tuple((result, text(f"domain_care.call.{result}")) for result in CALLS)
    fields = [
        ChoiceField("result", "contact.field.result", results, value="reached"),
        day_field("again", "contact.field.again", today, empty="contact.field.again.empty"),
    ]

    def make(values: Values) -> LogCall:
        return LogCall(values["result"], request.channel, again=values["again"])

    return await ask(screen, request.id, text("contact.call.title"), fields, make, [safe_line(request.safe)])


async def finish(screen: VpScreen, request: ContactState) -> bool:
    """What became of it."""
    workspace: Workspace = screen.app.services.workspace
    options = [
        (outcome, text(f"domain_client.outcome.{outcome}"), text(f"contact.outcome.{outcome}")) for outcome in OUTCOMES
    ]
    chosen = await screen.app.ask(MenuDialog(text("contact.finish.title"), options))
    if chosen is not None:
        await workspace.do(FinishContact(chosen), request.id)
    return chosen is not None
