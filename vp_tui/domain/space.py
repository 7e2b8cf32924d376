"""The one door into this room: commands into events by the rules, events into states, for every kind of space.

Invariant: folding never fails on an event that could be decoded. What a rule forbids (only a modified client writes
it) is not applied, is counted in ``anomalies``, and stands in a case's log as ``event-ignored``. Callers: workspace.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

from msgspec.structs import replace

from vp_tui.domain import (
    appointment,
    attendance,
    calls,
    case_notes,
    casus,
    casus_draft,
    client,
    closing,
    competence,
    consent,
    contact,
    contact_status,
    core,
    debrief,
    deputy,
    disclosure,
    draft,
    exception,
    extract,
    group,
    handover,
    hours,
    intake,
    learning,
    learning_note,
    mandate,
    next_action,
    note,
    options,
    personal,
    practice,
    pressure,
    progress,
    referral,
    reporters,
    retaliation,
    review,
    route,
    session,
    session_report,
    sides,
    stage,
    steps,
    supervision_log,
    tags,
    weighing,
)
from vp_tui.domain import registration as registering
from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta, SpaceOpened
from vp_tui.domain.case_file import CaseState, LogLine
from vp_tui.domain.case_notes import NotesState
from vp_tui.domain.caseless import CASELESS, require_no_case
from vp_tui.domain.client import ClientState
from vp_tui.domain.contact_card import ContactState
from vp_tui.domain.contact_status import ContactStatusState
from vp_tui.domain.debrief import DebriefState
from vp_tui.domain.events import tag
from vp_tui.domain.extract_file import ExtractState
from vp_tui.domain.group_file import GroupState
from vp_tui.domain.hours import HoursState
from vp_tui.domain.ids import Id
from vp_tui.domain.learning import LearningState
from vp_tui.domain.party import Party
from vp_tui.domain.personal import PersonalState
from vp_tui.domain.practice import PracticeState
from vp_tui.domain.session_report import SessionReportState
from vp_tui.domain.supervision_log import SupervisionState
from vp_tui.errors import IntegrityError, NotFoundError, UpgradeError

__all__ = ["IGNORED", "KINDS", "State", "decide", "decide_all", "fold", "fold_all", "kind_of", "parts"]

State: TypeAlias = (
    PracticeState
    | ClientState
    | CaseState
    | NotesState
    | PersonalState
    | ContactState
    | ContactStatusState
    | GroupState
    | SessionReportState
    | ExtractState
    | SupervisionState
    | HoursState
    | DebriefState
    | LearningState
)

IGNORED = "event-ignored"

_CASE = (
    registering, note, core, next_action, progress, closing, deputy, sides, intake, reporters, options, consent,
    disclosure, handover, steps, stage, draft, referral, calls, appointment, retaliation, tags,
)  # fmt: skip
_NOTES = (note.WriteNote, note.ReviseNote, note.WithdrawNote)
_OPENINGS = (
    registering.CaseOpened,
    client.ClientRegistered,
    case_notes.NotesOpened,
    contact.ContactAsked,
    contact_status.ContactStatusOpened,
    group.GroupOpened,
    session_report.SessionReportOpened,
    extract.ExtractOpened,
    supervision_log.SupervisionOpened,
    hours.HoursOpened,
    debrief.DebriefAsked,
)
_NOTE_EVENTS = (note.NoteWritten, note.NoteRevised, note.NoteWithdrawn)


def _together(*nouns: Any) -> tuple[Deciders, Folders]:
    """The rules of several nouns in one table each."""
    deciders = {kind: rule for noun in nouns for kind, rule in noun.DECIDE.items()}
    return deciders, {kind: rule for noun in nouns for kind, rule in noun.FOLD.items()}


def _of_notes() -> tuple[Deciders, Folders]:
    deciders, folders = _together(case_notes, weighing, exception)
    return (
        deciders | {kind: note.DECIDE[kind] for kind in _NOTES},
        folders | {kind: note.FOLD[kind] for kind in _NOTE_EVENTS},
    )


_ROOMS: dict[str, tuple[type[State], Deciders, Folders]] = {
    "practice": (PracticeState, *_together(practice)),
    "client": (ClientState, *_together(client, mandate, route, pressure)),
    "case": (CaseState, *_together(*_CASE)),
    "case_notes": (NotesState, *_of_notes()),
    "personal": (PersonalState, *_together(personal, casus_draft, learning_note, competence)),
    "contact_request": (ContactState, *_together(contact, calls)),
    "contact_status": (ContactStatusState, *_together(contact_status)),
    "group": (GroupState, *_together(group, casus, session, attendance)),
    "session_report": (SessionReportState, *_together(session_report)),
    "extract": (ExtractState, *_together(extract, review)),
    "supervision": (SupervisionState, *_together(supervision_log)),
    "hours": (HoursState, *_together(hours)),
    "debrief": (DebriefState, *_together(debrief)),
    "learning": (LearningState, *_together(learning)),
}
_RULES = {state: (deciders, folders) for state, deciders, folders in _ROOMS.values()}

KINDS = tuple(_ROOMS)
"""Praktijk, klant, zaak, persoonlijke aantekeningen bij een zaak, persoonlijk, contactverzoek, stand daarvan;
intervisiegroep, groepsverslag, toetsingsuittreksel, supervisie, uren, nagesprek, leerpunten."""


def kind_of(command: Command) -> str:
    """The kind of space that the command is for; notes may be written in a case's personal notes as well, calls be
    logged on a contact request, addenda be made to a supervision log."""
    return command.KIND


def decide(state: State | None, command: Command, context: Context) -> list[Event]:
    """The events that the command comes to; None is a space that does not exist yet.

    Raises RefusedError (a rule; ``field`` says where), ConflictError (somebody was first), NotPermittedError,
    NotFoundError. KeyError for a command of another kind of space is a programming error.
    """
    opening: list[Event] = []
    if state is None:
        if not command.OPENS:
            raise NotFoundError("space-empty")
        opening.append(SpaceOpened(command.KIND))
        state = _ROOMS[command.KIND][0]()
    deciders, _ = _RULES[type(state)]
    decided = deciders[type(command)](state, command, context)
    if command.KIND in CASELESS:
        require_no_case(decided, context)
    return opening + decided


def parts(events: Sequence[Event]) -> list[list[Event]]:
    """The records that one act is written as, in order: what may have to be destroyed stands alone, the rest is
    together. One list for most acts."""
    apart = [[event] for event in events if event.ALONE]
    together = [event for event in events if not event.ALONE]
    return [together, *apart] if together else apart


def decide_all(state: State | None, commands: Sequence[Command], context: Context) -> list[Event]:
    """Several commands as one act, hence one record: each is judged after the ones before it. Raises as ``decide``."""
    meta = Meta(context.actor, b"", context.now_ms, b"")
    decided: list[Event] = []
    for command in commands:
        events = decide(state, command, context)
        state = fold_all(state, events, meta)
        decided += events
    return decided


def fold(state: State | None, event: Event, meta: Meta) -> State:
    """The state after the event; None is a space of which nothing was read yet.

    Raises only for the first event of a space: UpgradeError ``newer-client`` for a kind that this version does not
    know, IntegrityError ``record-unreadable`` if it does not say what kind the space is.
    """
    if state is None:
        if not isinstance(event, SpaceOpened):
            raise IntegrityError("record-unreadable")
        if event.kind not in _ROOMS:
            raise UpgradeError("newer-client")
        return _ROOMS[event.kind][0]()
    _, folders = _RULES[type(state)]
    rule = folders.get(type(event))
    # Nothing happens in a case or a client before it has been registered.
    after: State | None = None
    if rule is not None and meta.may(event) and (state.opened or isinstance(event, _OPENINGS)):
        after = rule(state, event, meta)
    if after is None:
        after = replace(state, anomalies=state.anomalies + 1)
        line = LogLine(meta.at_ms, meta.by, meta.device, IGNORED, {"event": tag(event)})
    else:
        facts = {name: _fact(getattr(event, name)) for name in event.FACTS}
        line = LogLine(meta.at_ms, meta.by, meta.device, tag(event), facts)
    if isinstance(after, CaseState):
        return replace(after, log=(*after.log, line), last_ms=max(after.last_ms, meta.at_ms))
    if isinstance(after, NotesState):
        return replace(after, last_ms=max(after.last_ms, meta.at_ms))
    return after


def fold_all(state: State | None, events: Iterable[Event], meta: Meta) -> State:
    """Every event of one record, in order. Raises as ``fold``."""
    for event in events:
        state = fold(state, event, meta)
    assert state is not None, "a record holds at least one event"
    return state


def _fact(value: Any) -> str | int:
    match value:
        case None:
            return ""
        case Id():
            return value.hex()
        case datetime.date():
            return value.isoformat()
        case Party():
            return value.kind
    return value  # type: ignore[no-any-return]
