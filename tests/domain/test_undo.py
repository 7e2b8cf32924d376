"""What was done by mistake can be taken back for ten minutes; what has left cannot be taken back at all."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from tests.domain.care import CONSENT, MANAGER, NL, OPTION, OTHER, STEP, consented, with_step
from tests.domain.story import DEPUTY, NOTE, T0, TODAY, context, day, do, lisa, meta
from vp_tui.domain import space
from vp_tui.domain.act import Command
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.case_parts import SafeContact
from vp_tui.domain.commands import (
    AddReporter,
    ChangeState,
    ChooseOption,
    CloseCase,
    CompleteNextAction,
    ConsultStep,
    Disclose,
    DropOption,
    GrantDeputy,
    LinkCase,
    MoveStep,
    PutAppointment,
    PutOption,
    PutStep,
    RecordConsent,
    RecordConversation,
    ReviseCore,
    ReviseNote,
    SetNextAction,
    SetSafeContact,
    SnoozeCase,
    TagCase,
    TickIntake,
    UnlinkCase,
    WriteNote,
)
from vp_tui.domain.undo import WITHIN_MS, undo

APPOINTMENT = b"A" * 16
KNOWN: dict[str, Any] = {"sides": {OTHER: "reporter"}, "mandate": NL}


def done(before: CaseState, command: Command) -> tuple[CaseState, list[Any]]:
    events = space.decide(before, command, context(**KNOWN))
    after: Any = space.fold_all(before, events, meta())
    return after, events


def taken_back(before: CaseState, command: Command, why: str = "") -> CaseState | None:
    after, events = done(before, command)
    back = undo(before, after, events, T0, T0 + WITHIN_MS, why)
    return None if back is None else do(after, back, **KNOWN)


def base() -> CaseState:
    state: CaseState = do(lisa(), SetSafeContact(0, SafeContact(hours="8-9")))
    state = do(state, PutOption(OPTION, "Rust"))
    state = do(do(state, ChooseOption(0, OPTION)), TagCase(("wacht",)))
    state = do(state, PutAppointment(APPOINTMENT, day(3), "10:00"))
    made: CaseState = do(state, PutStep(STEP, "VS-ZA"))
    return made


def seen(state: CaseState) -> Any:
    """What a person sees, revisions and log aside."""
    return (
        [(item.text, item.minutes) for item in state.timeline if not item.withdrawn],
        state.alias, state.wish, state.next, state.state, state.tags, state.snoozed, state.safe, state.intake,
        [row.goal for row in state.options if not row.dropped],
        state.choice, [row.time for row in state.appointments if row.status == "planned"], state.links,
        [row.alias for row in state.reporters if not row.dropped],
        [(row.code, row.what) for row in state.steps if row.status != "dropped"],
        [row.purpose for row in state.consents if row.withdrawn_on is None],
    )  # fmt: skip


@pytest.mark.parametrize(
    "command",
    [
        WriteNote(OTHER, "x"),
        RecordConversation(OTHER, TODAY, 5, "KA-TE"),
        ReviseNote(NOTE, 1, "Anders.", minutes=5),
        ReviseCore("wish", 0, "Rust."),
        ReviseCore("alias", 0, "groene ketel"),
        SetNextAction(1, "brief", day(9)),
        CompleteNextAction(1),
        ChangeState("waiting", "HR"),
        TagCase(("heet",), ("wacht",)),
        SnoozeCase(day(4)),
        SetSafeContact(1, SafeContact()),
        TickIntake("notes"),
        AddReporter(OTHER, "rode vos"),
        LinkCase(OTHER),
        PutOption(OTHER, "Weg"),
        PutOption(OPTION, "Weg", base=1),
        DropOption(OPTION, 1),
        ChooseOption(1, None),
        RecordConsent(CONSENT, MANAGER, "signal", "x", "oral"),
        PutStep(OTHER, "VS-WA"),
        PutStep(STEP, "VS-WA", base=1),
        MoveStep(STEP, 1, "dropped"),
        PutAppointment(OTHER, day(3), "11:00"),
        PutAppointment(APPOINTMENT, day(3), "11:00", base=1),
    ],
)
def test_taken_back(command: Command) -> None:
    before = base()
    after = taken_back(before, command)
    assert after is not None
    assert seen(after) == seen(before)
    assert after.anomalies == 0
    assert len(after.log) > len(before.log)


def test_a_closed_case_is_reopened_with_a_reason() -> None:
    close = CloseCase("AF-UI", drop_next_action=True)
    assert taken_back(lisa(), close) is None
    reopened = taken_back(lisa(), close, "Verkeerde zaak.")
    assert reopened is not None
    assert reopened.state == "exploring"
    linked = do(lisa(), LinkCase(OTHER), **KNOWN)
    assert taken_back(linked, UnlinkCase(OTHER)) == replace(linked, log=taken_back(linked, UnlinkCase(OTHER)).log)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "command",
    [
        GrantDeputy(DEPUTY, TODAY, "oral"),
        MoveStep(STEP, 2, "under_way"),
        Disclose("conversation", MANAGER),
        ConsultStep(STEP, 2, "Toch liever niet."),
    ],
)
def test_what_has_left_is_never_undone(command: Command) -> None:
    state = consented(consented(with_step()), consent=OTHER, purpose="conversation")
    assert taken_back(state, command) is None


def test_ten_minutes_and_one_act() -> None:
    before = lisa()
    after, events = done(before, WriteNote(OTHER, "x"))
    assert undo(before, after, events, T0, T0 + WITHIN_MS + 1) is None
    assert undo(before, after, events * 2, T0, T0) is None
    used = do(consented(purpose="conversation"), Disclose("conversation", MANAGER))
    recorded = space.decide(lisa(), RecordConsent(CONSENT, MANAGER, "conversation", "x", "oral"), context())
    assert undo(lisa(), used, recorded, T0, T0) is None
