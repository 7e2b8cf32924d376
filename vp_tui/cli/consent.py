"""``vp consent add|withdraw|list|print``: the consent ledger of a case. Callers: ``root``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from vp_tui.cli import typed
from vp_tui.cli.acting import act
from vp_tui.cli.care_rows import Row, document, party_label, show_rows
from vp_tui.cli.given import CASE, ON, party_of, read, texts, with_party
from vp_tui.cli.output import Column
from vp_tui.cli.printing import show_pieces
from vp_tui.cli.session import Session
from vp_tui.cli.tree import command, group
from vp_tui.domain.consent import CONSENT_HOW, PURPOSES, RecordConsent, WithdrawConsent, gone
from vp_tui.domain.printed import consent_sheet
from vp_tui.domain.referral import party_of as party_of_referral
from vp_tui.errors import UsageError
from vp_tui.i18n import text

if TYPE_CHECKING:
    from vp_tui.domain.case_file import CaseState
    from vp_tui.domain.case_parts import Consent
    from vp_tui.domain.party import Party
    from vp_tui.workspace.facade import Workspace

__all__ = ["add", "consent", "list_consents", "print_consent", "withdraw"]

consent = group(
    "consent",
    {
        "add": "consent:add",
        "withdraw": "consent:withdraw",
        "list": "consent:list_consents",
        "print": "consent:print_consent",
    },
)


@command("consent.add", member=True)
@CASE
@click.option("--purpose", type=click.Choice(PURPOSES))
@with_party
@click.option("--step", metavar="ID")
@click.option("--referral", metavar="ID")
@texts("content")
@click.option("--how", type=click.Choice(CONSENT_HOW), required=True)
@ON
@click.option("--until", metavar="DATE")
@click.option("--reporter", metavar="ID")
@click.option("--draft", metavar="ID")
@click.option("--version", type=int, metavar="N")
async def add(session: Session, workspace: Workspace, case: str, **given: Any) -> None:
    chosen = workspace.resolve(case)
    state = workspace.case(chosen).state
    read(given, "name", "content")
    purpose, party = _aim(workspace, state, given)
    draft = typed.row(state.drafts, given["draft"]) if given["draft"] else None
    fresh = workspace.new_id()
    recording = RecordConsent(
        consent=fresh,
        party=party,
        purpose=purpose,
        content=given["content"] or "",
        how=given["how"],
        on=typed.moment(given["on"], past=True, field="on"),
        until=typed.moment(given["until"], field="until"),
        reporter=typed.row(state.reporters, given["reporter"]).id if given["reporter"] else b"",
        draft=draft.id if draft else b"",
        version=(given["version"] or draft.rev) if draft else 0,
    )
    await act(session, workspace, recording, chosen, "cli_care.consent", consent=fresh.hex())


def _aim(workspace: Workspace, state: CaseState, given: dict[str, Any]) -> tuple[str, Party]:
    """Purpose and party: of the step or the referral that the consent is for, or as they were named."""
    named = party_of(workspace, given)
    if given["step"]:
        step = typed.row(state.steps, given["step"])
        purpose, party = "accompaniment" if step.who == "together" else "conversation", step.party
    elif given["referral"]:
        purpose, party = "introduction", party_of_referral(typed.row(state.referrals, given["referral"]))
    else:
        purpose, party = given["purpose"], named
    if not purpose or party is None:
        raise UsageError("cli.consent-for-what")
    return purpose, party


@command("consent.withdraw", member=True)
@CASE
@click.argument("consent")
@ON
async def withdraw(session: Session, workspace: Workspace, case: str, consent: str, on: str | None) -> None:
    chosen = workspace.resolve(case)
    state = workspace.case(chosen).state
    row = typed.row(state.consents, consent)
    left = [document(workspace, each) for each in gone(state, row.id)]
    taking = WithdrawConsent(row.id, typed.moment(on, past=True, field="on"))
    await act(session, workspace, taking, chosen, "cli_care.withdrawn", consent=row.id.hex(), gone=left)
    for each in () if session.json else gone(state, row.id):
        purpose = text(f"domain_care.purpose.{each.purpose}")
        party = party_label(workspace, each.party)
        session.out.say("cli_care.gone", on=each.on.isoformat(), purpose=purpose, party=party)


@command("consent.list", member=True)
@CASE
async def list_consents(session: Session, workspace: Workspace, case: str) -> None:
    state = workspace.case(workspace.resolve(case)).state
    rows = [_row(session, workspace, each) for each in state.consents]
    show_rows(
        session,
        rows,
        (
            Column("id", "cli.column.id", "short"),
            Column("on", "cli_care.column.on"),
            Column("purpose", "cli_care.column.purpose", "purpose_shown"),
            Column("party_shown", "cli_care.column.party"),
            Column("content", "cli_care.column.content", "content_shown"),
            Column("until", "cli_care.column.until"),
            Column("standing", "cli_care.column.standing", "standing_shown"),
        ),
    )


def _row(session: Session, workspace: Workspace, row: Consent) -> Row:
    standing = "live" if row.live(session.today()) else "withdrawn" if row.withdrawn_on else "ended"
    shown = {
        "standing_shown": text(f"domain_care.consent.{standing}", date=row.withdrawn_on or ""),
        "purpose_shown": text(f"domain_care.purpose.{row.purpose}"),
        "party_shown": party_label(workspace, row.party),
        "content_shown": row.content or text("domain_care.consent.whole-file"),
    }
    return document(workspace, row) | {"standing": standing}, shown


@command("consent.print", member=True)
@CASE
@click.argument("consent")
async def print_consent(session: Session, workspace: Workspace, case: str, consent: str) -> None:
    row = typed.row(workspace.case(workspace.resolve(case)).state.consents, consent)
    show_pieces(session, workspace, consent_sheet(row))
