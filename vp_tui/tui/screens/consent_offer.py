"""The gate before everything that leaves: the act, or what consent it lacks, recorded on the spot, and then the act.

Invariant: nothing leaves on the word of this module; the rules of the workspace decide, again after every consent that
was recorded here. Nothing is recorded unless somebody fills in that it was given. Callers: every screen whose command
may be refused with ``consent-missing``.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from vp_tui.domain.case_file import CaseState
from vp_tui.domain.commands import Disclose, GrantDeputy, HandOver, MoveReferral, MoveStep, RecordConsent
from vp_tui.domain.consent import CONSENT_HOW, WHOLE_FILE
from vp_tui.domain.keyed import find
from vp_tui.domain.party import Party, colleague
from vp_tui.domain.referral import party_of as introduced
from vp_tui.domain.reporters import active
from vp_tui.errors import ConflictError, RefusedError
from vp_tui.i18n import text
from vp_tui.tui.dialogs.form import FormDialog, Values
from vp_tui.tui.screens.care_fields import (
    beside,
    letter_field,
    letter_of,
    party_fields,
    party_of,
    purpose_field,
    reporter_field,
)
from vp_tui.tui.screens.care_words import content_of, party_words, purpose_words, reporter_words
from vp_tui.tui.screens.case_fields import day_field, typed_day
from vp_tui.tui.widgets.field import ChoiceField, Field, NoteField
from vp_tui.tui.widgets.kept_form import kept

if TYPE_CHECKING:
    from vp_tui.tui.screens.base import VpScreen
    from vp_tui.workspace.facade import Workspace
    from vp_tui.workspace.views import Receipt

__all__ = ["record_consent", "with_consent"]


class _Wanted(NamedTuple):
    """What a consent is to be for; empty parts are asked."""

    party: Party | None = None
    purpose: str = ""
    draft: bytes = b""
    version: int = 0
    reporter: bytes | None = None
    on: date | None = None


async def with_consent(screen: VpScreen, case: bytes, command: Any, layer: str = "dossier") -> Receipt | None:
    """Do ``command``; where a consent is missing, say which and offer to record it first. None if that was declined.

    Every other refusal rises, and so does ``consent-missing`` for a reporter whose consent was recorded but does not
    help (of another day, say).
    """
    workspace: Workspace = screen.app.services.workspace
    asked: set[bytes] = set()
    while True:
        try:
            return await workspace.do(command, case, layer)
        except RefusedError as problem:
            if problem.key != "consent-missing":
                raise
            state = workspace.case(case).state
            wanted = _wanted(state, command, problem)
            if wanted.reporter is None or wanted.reporter in asked:
                raise
        if await _ask(screen, state, wanted, missing=True) is None:
            return None
        asked.add(wanted.reporter)


async def record_consent(
    screen: VpScreen,
    case: bytes,
    *,
    party: Party | None = None,
    purpose: str = "",
    draft: bytes = b"",
    version: int = 0,
    reporter: bytes = b"",
) -> bytes | None:
    """Ask for what is not given and record the consent; its id, or None."""
    state = screen.app.services.workspace.case(case).state
    known = reporter or (b"" if len(active(state)) == 1 else None)
    return await _ask(screen, state, _Wanted(party, purpose, draft, version, known), missing=False)


def _wanted(state: CaseState, command: Any, problem: RefusedError) -> _Wanted:
    """The consent that this command was refused for."""
    number = int(problem.facts.get("reporter", 1))
    reporters = active(state)
    reporter = reporters[number - 1] if 0 < number <= len(reporters) else None
    purpose = str(problem.facts.get("purpose", ""))
    party, draft, version = _party(state, command), b"", 0
    if isinstance(command, Disclose):
        draft, version = command.draft, command.version
    return _Wanted(party, purpose, draft, version, reporter, getattr(command, "on", None))


def _party(state: CaseState, command: Any) -> Party | None:
    match command:
        case Disclose():
            return command.party
        case GrantDeputy() | HandOver():
            return colleague(command.member)
        case MoveStep() if (step := find(state.steps, command.step)) is not None:
            return step.party
        case MoveReferral() if (row := find(state.referrals, command.referral)) is not None:
            return introduced(row)
    return None


async def _ask(screen: VpScreen, state: CaseState, wanted: _Wanted, *, missing: bool) -> bytes | None:
    workspace: Workspace = screen.app.services.workspace
    today = workspace.today()
    consent = workspace.new_id()

    async def submit(values: Values) -> str:
        draft, version = (wanted.draft, wanted.version) if wanted.draft else letter_of(values.get("draft", ""))
        if wanted.reporter is None:
            chosen = values["reporter"]
            if not chosen:
                raise RefusedError("field.code", "reporter", count=len(active(state)))
            reporter = b"" if chosen == "-" else bytes.fromhex(chosen)
        else:
            reporter = wanted.reporter
        command = RecordConsent(
            consent,
            wanted.party or party_of(values) or Party(""),
            wanted.purpose or values["purpose"],
            values["content"],
            values["how"],
            values["given_on"],
            values["until"],
            reporter,
            draft,
            version,
        )
        try:
            await workspace.do(command, state.id)
        except RefusedError as problem:
            field = {"on": "given_on"}.get(problem.field, problem.field)
            raise beside(RefusedError(problem.key, field, **problem.facts)) from None
        except ConflictError as problem:
            # The same act, sent twice, has been done.
            if problem.key != "entry-exists":
                raise
        return ""

    title = text("care_consent.record.title", what=state.alias)
    place = _slot(state, wanted)
    fields = _fields(workspace, state, wanted, today, place, kept(screen.app.services, place))
    dialog = FormDialog(title, fields, submit, _lines(workspace, state, wanted, missing), place)
    if await screen.app.ask(dialog) is None:
        return None
    screen.app.note("care_consent.note.recorded")
    return consent


def _fields(
    workspace: Workspace, state: CaseState, wanted: _Wanted, today: date, place: str, was: Mapping[str, str]
) -> list[Field]:
    """Only what is not known yet, and always what was said, how, when and until when; ``was`` was typed before."""
    fields: list[Field] = []
    if wanted.reporter is None:
        fields.append(reporter_field(state, was.get("reporter", "-")))
    if wanted.party is None:
        before = {name: was.get(name, "") for name in ("party", "party_name")}
        fields += party_fields(workspace, today, party=party_of(before))
    if not wanted.purpose:
        fields.append(purpose_field(was.get("purpose", "")))
    if state.drafts and not wanted.draft and wanted.purpose in ("", "letter"):
        fields.append(letter_field(state, was.get("draft", "")))
    whole = wanted.draft or wanted.purpose in WHOLE_FILE
    empty = "care_consent.content.whole" if whole else "care_consent.content"
    return [
        *fields,
        NoteField("content", "care_consent.field.content", f"{place}:content", placeholder=empty),
        ChoiceField(
            "how",
            "care_consent.field.how",
            tuple((how, text(f"domain.consent.{how}")) for how in CONSENT_HOW),
            value=was.get("how", ""),
        ),
        day_field(
            "given_on",
            "care_consent.field.on",
            today,
            past=True,
            value=was.get("given_on", typed_day(wanted.on)),
            empty="care_consent.field.today",
        ),
        day_field(
            "until",
            "care_consent.field.until",
            today,
            value=was.get("until", ""),
            empty="care_consent.field.until.empty",
        ),
    ]


def _slot(state: CaseState, wanted: _Wanted) -> str:
    """What is typed for one purpose and party is not offered for another."""
    party = wanted.party.kind if wanted.party else ""
    return f"consent:{state.id.hex()}:{wanted.purpose}:{party}:{(wanted.reporter or b'').hex()}"


def _lines(workspace: Workspace, state: CaseState, wanted: _Wanted, missing: bool) -> list[str]:
    """Which consent it is, as far as that is fixed, and what happens without it."""
    facts = {
        "party": party_words(wanted.party, workspace.member_name) if wanted.party else text("care_consent.somebody"),
        "purpose": purpose_words(wanted.purpose) if wanted.purpose else "",
        "name": reporter_words(state, wanted.reporter or b""),
    }
    if missing:
        lines = [text("care_consent.missing", **facts)]
    elif wanted.purpose:
        lines = [text("care_consent.for", **facts)]
    else:
        lines = [text("care_consent.why")]
    if wanted.draft:
        lines.append(
            text("care_consent.exactly", what=content_of(state, wanted.purpose, "", wanted.draft, wanted.version))
        )
    return [*lines, text("care_consent.nothing_leaves")] if missing else lines
