"""Commands as anybody may give them, sensible or not, with few ids so that they meet."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.domain.story import CLIENT, DEPUTY, NOTE, OWNER, STRANGER, day
from vp_tui.domain.case_parts import SafeContact
from vp_tui.domain.commands import (
    AddReporter,
    ChangeState,
    ChooseOption,
    CloseCase,
    Command,
    CompleteNextAction,
    ConsultStep,
    DeclineReferral,
    DropOption,
    GrantDeputy,
    LogCall,
    MakeReferral,
    MoveAppointment,
    MoveReferral,
    MoveStep,
    NoteRetaliation,
    PutAppointment,
    PutOption,
    PutStep,
    RecordAftercare,
    RecordConversation,
    RecordScope,
    RemoveDeputy,
    ReopenCase,
    ReviseCore,
    ReviseNote,
    SetNextAction,
    SetSafeContact,
    SetStage,
    SnoozeCase,
    TagCase,
    TickIntake,
    WithdrawNote,
    WriteDraft,
    WriteNote,
)

members = st.sampled_from([OWNER, DEPUTY, STRANGER])
ids = st.sampled_from([NOTE, b"1" * 16, b"2" * 16])
days = st.integers(-40, 40).map(day)
maybe_days = st.none() | days
bases = st.integers(0, 3)
short = st.text(st.characters(codec="utf-8"), max_size=12)
states = st.sampled_from(["received", "exploring", "options", "waiting", "aftercare", "closed", "x"])
channels = st.sampled_from(["KA-TE", "KA-FY", "OG-PE"])
reasons = st.sampled_from(["AF-UI", "AF-OP", "", "X"])
outcomes = st.sampled_from(["EV-VO", "EV-NI", "x"])
harm = st.sampled_from(["", "BN-ER"])

core_changes = st.one_of(
    st.tuples(st.just("alias"), short),
    st.tuples(st.just("client"), st.sampled_from([None, CLIENT])),
    st.tuples(st.just("channel"), channels),
    st.tuples(st.just("natures"), st.lists(st.sampled_from(["OG-PE", "IN-FR", "XX"]), max_size=3).map(tuple)),
    st.tuples(st.just("received"), days),
    st.tuples(st.just("role"), st.sampled_from(["", "RO-GE"])),
)

rows = st.sampled_from([b"1" * 16, b"2" * 16])
care_commands: st.SearchStrategy[Command] = st.one_of(
    st.builds(TickIntake, st.sampled_from(["notes", "wish"]), maybe_days),
    st.builds(SetSafeContact, bases, st.builds(SafeContact, short, st.booleans())),
    st.builds(RecordScope, st.sampled_from(["in", "out"]), short),
    st.builds(AddReporter, rows, short, st.sampled_from(["", "RO-BE", "RO-BS"])),
    st.builds(PutOption, rows, short, st.sampled_from(["", "VS-ZA"]), short, base=bases),
    st.builds(DropOption, rows, bases),
    st.builds(ChooseOption, bases, st.none() | rows),
    st.builds(PutStep, rows, st.sampled_from(["VS-ZA", "VS-BR"]), what=short, due=maybe_days, base=bases),
    st.builds(ConsultStep, rows, bases, short),
    st.builds(MoveStep, rows, bases, st.sampled_from(["under_way", "done", "dropped"])),
    st.builds(WriteDraft, rows, st.just("letter"), st.just("x"), short, bases),
    st.builds(SetStage, bases, st.sampled_from(["SP", "IM"]), warned=st.booleans(), decision=short),
    st.builds(MakeReferral, rows, st.just("VD-HR")),
    st.builds(MoveReferral, rows, bases, st.sampled_from(["VW-AK", "VW-CO", "VW-AA"])),
    st.builds(DeclineReferral),
    st.builds(LogCall, st.sampled_from(["no_answer", "reached"]), again=maybe_days),
    st.builds(PutAppointment, rows, days, st.just("10:00"), base=bases),
    st.builds(MoveAppointment, rows, bases, st.just("cancelled")),
    st.builds(NoteRetaliation, st.just("BN-VE")),
    st.builds(TagCase, st.lists(st.sampled_from(["a", "b"]), max_size=2).map(tuple), st.just(("a",))),
    st.builds(SnoozeCase, maybe_days),
)
commands: st.SearchStrategy[Command] = st.one_of(
    st.builds(WriteNote, ids, short),
    st.builds(RecordConversation, ids, days, st.integers(-5, 90), channels, short),
    st.builds(ReviseNote, ids, bases, short),
    st.builds(WithdrawNote, ids, bases),
    st.builds(lambda change, base: ReviseCore(change[0], base, change[1]), core_changes, bases),
    st.builds(SetNextAction, bases, short, maybe_days),
    st.builds(CompleteNextAction, bases),
    st.builds(ChangeState, states, st.sampled_from(["", "HR"])),
    st.builds(CloseCase, reasons, maybe_days, st.lists(days, max_size=2).map(tuple), st.just(""), st.booleans()),
    st.builds(RecordAftercare, days, outcomes, harm),
    st.builds(ReopenCase, short),
    st.builds(GrantDeputy, members, maybe_days, st.sampled_from(["", "oral"]), maybe_days),
    st.builds(RemoveDeputy, short),
    care_commands,
)
