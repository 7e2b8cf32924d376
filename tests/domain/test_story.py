"""Source text 002, from the call to aftercare: Lisa, a new colleague, gossip, a talk together with the manager."""

from __future__ import annotations

from typing import Any

from tests.domain.care import MANAGER, NL, OPTION, REFERRAL, STEP
from tests.domain.story import CASE, CLIENT, NOTE, OWNER, STRANGER, TODAY, day, do
from vp_tui.domain.case_file import decode_case, encode_case
from vp_tui.domain.case_parts import SafeContact
from vp_tui.domain.closing import usual_aftercare
from vp_tui.domain.commands import (
    AcceptContact,
    AskContact,
    ChangeState,
    ChooseOption,
    CloseCase,
    ConsultStep,
    FinishContact,
    LogCall,
    MakeReferral,
    MoveReferral,
    MoveStep,
    PutOption,
    PutStep,
    RecordAftercare,
    RecordConsent,
    RecordConversation,
    RecordScope,
    RegisterCase,
    ReviseCore,
    TickIntake,
)
from vp_tui.domain.intake import INTAKE
from vp_tui.domain.knowing import who_knows_what
from vp_tui.domain.summary import decode_summaries, encode_summaries, summarise

SAFE = SafeContact(hours="8-9 uur", code_word="de boekenclub")


def test_from_contact_request_to_aftercare() -> None:
    call: Any = do(
        None, AskContact(b"q" * 16, CLIENT, (OWNER,), "KA-TS", "06-00000000", safe=SAFE), STRANGER, mandate=NL
    )
    call = do(do(call, AcceptContact()), LogCall("reached"))
    register = RegisterCase(
        CASE, "blauwe reiger", "KA-TS", CLIENT, source="VZ-PA", note=NOTE, minutes=45, safe=call.safe, identity="ID-AL"
    )
    state: Any = do(None, register)
    assert do(call, FinishContact("case")).state == "finished"
    for item in INTAKE:
        state = do(state, TickIntake(item))
    for field, value in (
        ("natures", ("OG-PE-U", "OG-PE-R")),
        ("relation", "RE-CO"),
        ("role", "RO-BE"),
        ("impact", ("GM-PR", "GM-TH")),
        ("wish", "Weer gewoon kunnen werken."),
    ):
        state = do(state, ReviseCore(field, 0, value))
    state = do(state, RecordScope("in"), mandate=NL)
    state = do(
        do(state, ChangeState("options")), PutOption(OPTION, "Rust", "VS-BG", "De teamleider weet het dan.", "low")
    )
    state = do(do(state, ChooseOption(0, OPTION, words="Samen durf ik het.")), ChangeState("steps"))
    state = do(state, PutStep(STEP, "VS-BG", "together", party=MANAGER, preparation="Wat wil je dat er verandert?"))
    state = do(state, ConsultStep(STEP, 1, "Volgende week, samen."))
    state = do(state, RecordConsent(b"t" * 16, MANAGER, "accompaniment", "Dat ik naast haar zit; feit 1 en 2.", "oral"))
    state = do(do(state, MoveStep(STEP, 2, "under_way")), MoveStep(STEP, 3, "done"))
    state = do(state, RecordConversation(b"2" * 16, TODAY, 50, "KA-FY", "Afspraken gemaakt."))
    state = do(do(state, MakeReferral(REFERRAL, "VD-BM")), MoveReferral(REFERRAL, 1, "VW-AK"))
    plan = usual_aftercare(TODAY)
    close = CloseCase("AF-OP", None, plan, "EV-VO", aftercare_consent=TODAY, safer="VE-JA", papers="returned")
    state = do(state, close, mandate=NL)
    for due in plan:
        state = do(state, RecordAftercare(due, "EV-VO", "BN-GE"))
    assert (state.state, state.anomalies, state.retention) == ("closed", 0, day(365))
    assert [(row.party, row.facts[0].content) for row in who_knows_what(state, TODAY)] == [
        (MANAGER, "Dat ik naast haar zit; feit 1 en 2.")
    ]
    assert decode_case(encode_case(state)) == state
    row = summarise(state)
    assert decode_summaries(encode_summaries([row])) == [row]
    assert (row.talks, row.reporters, row.cared, row.scope, row.identity) == (2, 1, True, "in", "ID-AL")
    assert len(encode_summaries([row])) < 900
