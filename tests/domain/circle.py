"""A circle of colleagues: a group of three, one of whom brings a casus; a supervisor from outside."""

from __future__ import annotations

from typing import Any

from tests.domain.story import DEPUTY, OWNER, T0, context, day, do
from vp_tui.domain import space
from vp_tui.domain.act import Command, Meta
from vp_tui.domain.attendance import session_digest
from vp_tui.domain.commands import (
    AnswerChecklist,
    ApproveExtract,
    CheckCasus,
    EndSession,
    OfferCasus,
    OpenExtract,
    OpenGroup,
    OpenSupervision,
    PlanSession,
    PutLog,
    SignLog,
    SignSession,
    StartSession,
    SubmitExtract,
)
from vp_tui.domain.extract_file import ExtractState
from vp_tui.domain.group_file import Attendance, GroupState
from vp_tui.domain.review import CHECKLIST
from vp_tui.domain.supervision_log import SupervisionState

THIRD, SUPERVISOR = b"t" * 16, b"u" * 16
GROUP, CASUS, SESSION, EXTRACT, SUPERVISION, LOG = (
    letter * 16 for letter in (b"G", b"Q", b"W", b"E", b"V", b"L")
)  # fmt: skip
ROOM = frozenset({OWNER, DEPUTY, THIRD})
HOUR = 3_600_000
TEXT = "Een collega merkt dat er over haar gepraat wordt.\nZij wil niet dat het groter wordt.\nHoe blijf ik naast haar?"


def group(profile: str = "NL", **more: Any) -> GroupState:
    made: GroupState = do(None, OpenGroup(GROUP, "Kring Noord", (OWNER, DEPUTY, THIRD), profile), **more)
    return made


def offered(state: GroupState | None = None, actor: bytes = OWNER, **more: Any) -> GroupState:
    fields: dict[str, Any] = {"casus": CASUS, "title": "Roddel", "text": TEXT, "method": "IM-INC", "theme": "TH-PE"}
    made: GroupState = do(state or group(), OfferCasus(**(fields | more)), actor)
    return made


def cleared(state: GroupState | None = None) -> GroupState:
    made: GroupState = do(state or offered(), CheckCasus(CASUS, 1, False), DEPUTY)
    return made


def planned(state: GroupState | None = None, **more: Any) -> GroupState:
    fields: dict[str, Any] = {
        "session": SESSION, "on": day(0), "method": "IM-INC", "facilitator": DEPUTY, "agenda": (CASUS,)
    }  # fmt: skip
    made: GroupState = do(state or cleared(), PlanSession(**(fields | more)))
    return made


PRESENT = (Attendance(OWNER), Attendance(DEPUTY), Attendance(THIRD, "15:00", "16:00"))


def held(state: GroupState | None = None) -> GroupState:
    running = do(state or planned(), StartSession(SESSION, 1, "15:00"))
    made: GroupState = do(running, EndSession(SESSION, 2, "16:30", PRESENT))
    return made


def signed_session(state: GroupState | None = None, *members: bytes) -> GroupState:
    made = state or held()
    for member in members or (OWNER, DEPUTY):
        made = do(made, SignSession(SESSION, session_digest(made, SESSION)), member)
    return made


def extract(**more: Any) -> ExtractState:
    made: ExtractState = do(None, OpenExtract(EXTRACT, SUPERVISOR, "IM-INC", "TH-RO"), **more)
    return made


def submitted(state: ExtractState | None = None, text: str = TEXT, base: int = 0) -> ExtractState:
    made: ExtractState = do(state or extract(), SubmitExtract(base, text, 1))
    return made


def answered(state: ExtractState | None = None, **answers: str) -> ExtractState:
    made = state or submitted()
    for item in CHECKLIST:
        said = answers.get(item, "no" if item == "traceable" else "yes")
        made = do(made, AnswerChecklist(made.version, item, said), SUPERVISOR)
    return made


def approved(state: ExtractState | None = None) -> ExtractState:
    ready = state or answered()
    made: ExtractState = do(ready, ApproveExtract(ready.version, ready.digest), SUPERVISOR)
    return made


def supervision(**more: Any) -> SupervisionState:
    made: SupervisionState = do(None, OpenSupervision(SUPERVISION, SUPERVISOR), **more)
    return made


def logged(state: SupervisionState | None = None, **more: Any) -> SupervisionState:
    fields: dict[str, Any] = {
        "log": LOG, "kind": "SV-IN", "on": day(-3), "start": "10:00", "end": "11:30",
        "goals": "Grenzen leren stellen.", "themes": ("TH-RO", "TH-BE"), "agreements": "Volgende keer oefenen.",
    }  # fmt: skip
    made: SupervisionState = do(state or supervision(), PutLog(**(fields | more)))
    return made


def sign_log(state: SupervisionState, actor: bytes, **more: Any) -> SupervisionState:
    made: SupervisionState = do(state, SignLog(LOG, state.logs[0].digest), actor, **more)
    return made


def both_signed(state: SupervisionState | None = None) -> SupervisionState:
    return sign_log(sign_log(state or logged(), OWNER), SUPERVISOR)


class Written:
    """A space as records: each part of each act by itself, so that some can be destroyed."""

    def __init__(self) -> None:
        self.state: Any = None
        self.records: list[tuple[list[Any], Meta]] = []

    def act(self, command: Command, actor: bytes = OWNER, **more: Any) -> Any:
        for events in space.parts(space.decide(self.state, command, context(actor, **more))):
            number = len(self.records) + 1
            meta = Meta(actor, b"v" * 16, T0 + number, number.to_bytes(16, "big"))
            self.records.append((events, meta))
            self.state = space.fold_all(self.state, events, meta)
        return self.state

    def without(self, *gone: bytes) -> Any:
        """As a new device reads it after these records were destroyed."""
        state: Any = None
        for events, meta in self.records:
            if meta.record not in gone:
                state = space.fold_all(state, events, meta)
        return state
