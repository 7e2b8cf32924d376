"""A contact request: sealed, taken or given back without a trace, and four words of it for the coordinators."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from tests.domain.care import NL
from tests.domain.story import CLIENT, DEPUTY, OWNER, STRANGER, T0, TODAY, day, do, hostile
from vp_tui.domain.act import Command
from vp_tui.domain.case_parts import SafeContact
from vp_tui.domain.commands import (
    AcceptContact,
    AskContact,
    FinishContact,
    LogCall,
    OpenContactStatus,
    PassContact,
    PostponeContact,
    RecuseContact,
    ReportContact,
)
from vp_tui.domain.contact import ContactAccepted, ContactFinished, ContactReturned
from vp_tui.domain.contact_card import ContactState
from vp_tui.domain.contact_status import ContactStatusChanged, ContactStatusOpened, ContactStatusState
from vp_tui.domain.ids import Id
from vp_tui.errors import ConflictError, NotPermittedError, RefusedError

COORDINATOR = STRANGER
REQUEST = b"q" * 16
ASK = AskContact(REQUEST, CLIENT, (OWNER, DEPUTY), "KA-TE", "06-00000000", safe=SafeContact(hours="8-9 uur"))
HOUR = 3_600_000


def asked(command: AskContact = ASK) -> ContactState:
    card = replace(NL, response=4, response_unit="hours")
    made: ContactState = do(None, command, COORDINATOR, mandate=card)
    return made


def test_the_clock_is_the_clients_norm() -> None:
    state = asked()
    assert (state.due, state.due_ms, state.received, state.by) == (TODAY, T0 + 4 * HOUR, TODAY, COORDINATOR)
    taken = do(state, AcceptContact(), OWNER, T0 + 4 * HOUR)
    assert (taken.state, taken.accepted_by, taken.on_time(T0 + 99 * HOUR)) == ("accepted", OWNER, True)
    assert not state.on_time(T0 + 5 * HOUR)
    assert not do(state, AcceptContact(), OWNER, T0 + 4 * HOUR + 1).on_time(0)


@pytest.mark.parametrize(
    "command",
    [AcceptContact(), RecuseContact(), PostponeContact(day(1)), PassContact((STRANGER,)), LogCall("no_answer")],
)
def test_the_writer_of_the_card_is_no_reader_of_it(command: Command) -> None:
    with pytest.raises(NotPermittedError, match="not-your-contact"):
        do(asked(), command, COORDINATOR)
    assert hostile(asked(), ContactAccepted(), COORDINATOR).state == "open"


def test_stepping_back_leaves_no_reason_and_no_trace() -> None:
    assert RecuseContact.__struct_fields__ == ContactReturned.__struct_fields__ == ()
    state = do(asked(), RecuseContact(), OWNER)
    assert (state.state, state.addressees) == ("open", (DEPUTY,))
    state = do(state, RecuseContact(), DEPUTY)
    assert (state.state, state.addressees) == ("returned", (DEPUTY,))
    passed = do(state, PassContact((STRANGER, OWNER, STRANGER)), DEPUTY)
    assert (passed.state, passed.addressees) == ("open", (STRANGER, OWNER))
    back = do(do(asked(), AcceptContact(), OWNER), RecuseContact(), OWNER)
    assert (back.state, back.addressees, back.accepted_by) == ("open", (DEPUTY,), None)


def test_one_takes_it_and_finishes_it() -> None:
    state = do(asked(), PostponeContact(day(1)), DEPUTY)
    assert (state.state, state.postponed_until) == ("postponed", day(1))
    state = do(state, AcceptContact(), OWNER)
    for actor in (OWNER, DEPUTY):
        with pytest.raises(ConflictError, match="contact-taken"):
            do(state, AcceptContact(), actor)
    with pytest.raises(NotPermittedError):
        do(state, FinishContact("case"), DEPUTY)
    state = do(state, LogCall("no_answer", again=day(1)), OWNER)
    assert state.calls[0].again == day(1)
    with pytest.raises(RefusedError, match="voicemail-not-agreed"):
        do(state, LogCall("voicemail"), OWNER)
    state = do(state, FinishContact("case"), OWNER)
    assert (state.state, state.outcome) == ("finished", "case")
    with pytest.raises(RefusedError, match="contact-finished"):
        do(state, LogCall("reached"), OWNER)
    assert hostile(state, ContactFinished("no_case"), OWNER).outcome == "case"


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"addressees": ()}, "addressees-number"),
        ({"addressees": (b"?" * 16,)}, "party-no-colleague"),
        ({"channel": "XX"}, "code-unknown"),
        ({"call_back": " "}, "text-missing"),
        ({"gender": "?"}, "choice-unknown"),
        ({"urgency": "?"}, "choice-unknown"),
        ({"received": day(1)}, "date-in-future"),
        ({"client": b"?" * 16}, "client-unknown"),
        ({"safe": SafeContact(hours="x" * 99)}, "line-too-long"),
    ],
)
def test_refused(change: dict[str, object], key: str) -> None:
    with pytest.raises(RefusedError, match=key):
        do(
            None,
            replace(ASK, **change),
            COORDINATOR,
            confidants=frozenset({OWNER, DEPUTY}),
            clients=frozenset({CLIENT}),
        )


def test_coordinators_learn_four_things() -> None:
    fields = {"client", "created_ms", "state", "on_time", "anomalies"}
    assert set(ContactStatusState.__struct_fields__) == fields
    assert set(ContactStatusOpened.__struct_fields__ + ContactStatusChanged.__struct_fields__) == {
        "client", "created_ms", "to", "on_time"
    }  # fmt: skip
    state = do(None, OpenContactStatus(CLIENT, T0), COORDINATOR)
    assert (state.client, state.created_ms, state.state, state.on_time) == (CLIENT, T0, "open", None)
    state = do(state, ReportContact("accepted", True), OWNER)
    assert (state.state, state.on_time) == ("accepted", True)
    assert do(state, ReportContact("returned"), OWNER).on_time is None
    for command in (ReportContact("accepted"), ReportContact("returned", False), ReportContact("gone")):
        with pytest.raises(RefusedError, match="choice-unknown"):
            do(state, command, OWNER)
    assert hostile(state, ContactStatusChanged("accepted"), OWNER).anomalies == 1
    assert hostile(state, ContactStatusOpened(Id(b"x" * 16), 0)).client == CLIENT
