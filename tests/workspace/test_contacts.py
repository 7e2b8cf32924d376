"""A contact request from the coordinator who writes it down to the one confidant who takes it, over a real server."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from tests.practices import Practice
from vp_tui.domain.commands import (
    AcceptContact,
    FinishContact,
    LogCall,
    PassContact,
    PostponeContact,
    RecuseContact,
    SetMandate,
)
from vp_tui.domain.mandate import usual
from vp_tui.errors import ConflictError, NotFoundError, NotPermittedError, RefusedError, RetryableError
from vp_tui.protocol.bodies import Role
from vp_tui.workspace.facade import Workspace

MARK = "Zandloperkade"


@pytest.fixture
async def request_of(practice: Practice) -> Any:
    """A fourth member, Dina, and a way for Anna to write a request down for colleagues."""
    await practice.add("dina", int(Role.CONFIDANT), "anna", "bo")
    anna = practice.open["anna"]
    client = await anna.add_client("NRD-01", "Noorderend")

    async def ask(*names: str, by: str = "anna", **fields: Any) -> bytes:
        for workspace in practice.open.values():
            await workspace.sync()
        to = [practice.open[name].me.member for name in names]
        fields.setdefault("text", f"Belt na vijven over {MARK}.")
        receipt = await practice.open[by].ask_contact(client, to, channel="KA-TE", call_back=f"06 {MARK}", **fields)
        assert receipt.sent
        for workspace in practice.open.values():
            await workspace.sync()
        return receipt.space

    return ask


def asked(workspace: Workspace) -> list[bytes]:
    return [request.id for request in workspace.contacts()]


async def status_of(practice: Practice, name: str = "bo") -> tuple[str, bool | None]:
    await practice.open[name].sync()
    ((_, state),) = practice.open[name].contact_statuses()
    return state.state, state.on_time


async def readers(practice: Practice, space: bytes) -> set[str]:
    """To whom the server gives a space now."""
    query = "select member from vp.access where space = $1 and ends is null and not sealed"
    found = {row["member"] for row in await practice.database.sql(query, space)}
    return {name for name, workspace in practice.open.items() if workspace.me.member in found}


async def test_it_reaches_its_addressees_and_nobody_else(practice: Practice, request_of: Any) -> None:
    request = await request_of("cas", "dina")
    for name in ("cas", "dina"):
        workspace = practice.open[name]
        assert asked(workspace) == [request]
        card = workspace.contact(request)
        assert (card.call_back, card.text) == (f"06 {MARK}", f"Belt na vijven over {MARK}.")
        assert workspace.resolve_contact(request.hex()[:8]) == request
        assert [item.kind for item in workspace.today_view(within=30)] == ["contact"]
    for name in ("anna", "bo"):
        workspace = practice.open[name]
        assert asked(workspace) == []
        with pytest.raises(NotFoundError, match="contact-not-found"):
            workspace.contact(request)
        with pytest.raises(NotFoundError, match="contact-not-found"):
            await workspace.do(AcceptContact(), request)
    assert await readers(practice, request) == {"cas", "dina"}
    for workspace in practice.open.values():
        assert await status_of(practice, workspace.identity.name) == ("open", None)
        assert await workspace.audit() == []


async def test_it_is_written_in_one_round_trip(practice: Practice) -> None:
    anna, cas = practice.open["anna"], practice.open["cas"]
    client = await anna.add_client("NRD-01", "Noorderend")
    before = anna._core.store.round_trips
    await anna.ask_contact(client, [cas.me.member], channel="KA-TE", call_back="06")
    assert anna._core.store.round_trips - before == 1
    await cas.sync()
    (request,) = asked(cas)
    before = cas._core.store.round_trips
    await cas.do(AcceptContact(), request)
    assert cas._core.store.round_trips - before == 1


async def test_whoever_accepts_has_it_alone(practice: Practice, request_of: Any) -> None:
    request = await request_of("cas", "dina")
    cas, dina = practice.open["cas"], practice.open["dina"]
    await cas.do(AcceptContact(), request)
    assert await status_of(practice) == ("accepted", True)
    await dina.sync()
    assert asked(dina) == []
    assert await readers(practice, request) == {"cas"}
    with pytest.raises(ConflictError, match="contact-taken"):
        await dina.do(AcceptContact(), request)
    await cas.do(LogCall("no_answer", again=cas.today() + timedelta(days=1)), request)
    await cas.do(FinishContact("no_case"), request)
    assert cas.contact(request).state == "finished"
    assert await status_of(practice) == ("accepted", True)
    for workspace in practice.open.values():
        await workspace.sync()
        assert not workspace.findings()
        assert await workspace.audit() == []
    again = await practice.again("dina")
    assert asked(again) == [] and not again.findings()


async def test_two_accept_at_once_and_one_is_told(practice: Practice, request_of: Any) -> None:
    request = await request_of("cas", "dina")
    both = [practice.open["cas"], practice.open["dina"]]
    done = await asyncio.gather(*(each.do(AcceptContact(), request) for each in both), return_exceptions=True)
    (lost,) = [each for each, receipt in zip(both, done, strict=True) if isinstance(receipt, BaseException)]
    (won,) = [each for each in both if each is not lost]
    (error,) = [each for each in done if isinstance(each, BaseException)]
    assert isinstance(error, ConflictError) and error.key == "contact-taken"
    assert asked(lost) == [] and lost.status.pending == 0 and not lost.findings()
    await won.sync()
    assert won.contact(request).accepted_by == won.me.member
    assert await status_of(practice) == ("accepted", True)


async def test_a_recusal_is_a_step_back_and_says_nothing_else(practice: Practice, request_of: Any) -> None:
    request = await request_of("cas", "dina")
    cas, dina = practice.open["cas"], practice.open["dina"]
    await cas.do(RecuseContact(), request)
    assert asked(cas) == []
    assert await readers(practice, request) == {"dina"}
    assert await status_of(practice) == ("open", None)
    await dina.sync()
    assert dina.contact(request).addressees == (dina.me.member,)
    await dina.do(RecuseContact(), request)
    assert await status_of(practice) == ("returned", None)
    assert dina.contact(request).state == "returned", "hers is the key with which it is passed on"
    await dina.do(PassContact((practice.open["bo"].me.member,)), request)
    assert asked(dina) == []
    bo = practice.open["bo"]
    await bo.sync()
    assert bo.contact(request).call_back == f"06 {MARK}"
    assert await status_of(practice, "anna") == ("open", None)
    await bo.do(AcceptContact(), request)
    assert await status_of(practice, "anna") == ("accepted", True)
    for workspace in practice.open.values():
        await workspace.sync()
        assert not workspace.findings() and not await workspace.audit()


async def test_passed_on_after_acceptance(practice: Practice, request_of: Any) -> None:
    request = await request_of("cas")
    cas, dina = practice.open["cas"], practice.open["dina"]
    await cas.do(AcceptContact(), request)
    await cas.do(PassContact((dina.me.member,)), request)
    assert await status_of(practice) == ("open", None)
    await dina.sync()
    await dina.do(AcceptContact(), request)
    assert await status_of(practice) == ("accepted", True)
    assert await readers(practice, request) == {"dina"}
    ((status, _),) = practice.open["bo"].contact_statuses()
    assert await readers(practice, status) == {"anna", "bo", "dina"}


async def test_put_off(practice: Practice, request_of: Any) -> None:
    request = await request_of("cas", "dina")
    cas, dina = practice.open["cas"], practice.open["dina"]
    await cas.do(PostponeContact(cas.today() + timedelta(days=1)), request)
    assert await status_of(practice) == ("open", None)
    await dina.sync()
    assert dina.contact(request).state == "postponed"
    await dina.do(AcceptContact(), request)
    await cas.sync()
    assert asked(cas) == []


async def test_an_addressee_who_wrote_it_down_herself_keeps_it(practice: Practice, request_of: Any) -> None:
    request = await request_of("bo", "cas", by="bo")
    bo, cas = practice.open["bo"], practice.open["cas"]
    assert asked(bo) == [request] == asked(cas)
    await bo.do(AcceptContact(), request)
    await cas.sync()
    assert asked(cas) == []
    assert (await practice.again("bo")).contact(request).accepted_by == bo.me.member


async def test_by_somebody_who_is_neither_coordinator_nor_addressed(practice: Practice, request_of: Any) -> None:
    request = await request_of("dina", by="cas")
    cas = practice.open["cas"]
    assert asked(cas) == [] and cas.contact_statuses() == []
    assert await status_of(practice, "anna") == ("open", None)
    assert asked(practice.open["dina"]) == [request]
    assert not await cas.audit()


async def test_late_is_told_as_late(practice: Practice, request_of: Any) -> None:
    cas = practice.open["cas"]
    request = await request_of(
        "cas", received=cas.today() - timedelta(days=20), received_ms=cas.clock.now_ms() - 20 * 86_400_000
    )
    (item,) = cas.today_view()
    assert (item.space, item.red) == (request, True)
    assert cas.today_view() is cas.today_view()
    await cas.do(AcceptContact(), request)
    # Accepted is not called: that is due at once.
    assert [item.kind for item in cas.today_view()] == ["call-back"]
    assert await status_of(practice) == ("accepted", False)


async def test_a_norm_in_hours_runs_out_during_the_day(practice: Practice, request_of: Any) -> None:
    anna, cas = practice.open["anna"], practice.open["cas"]
    (client,) = [view.id for view in anna.clients()]
    await anna.do(SetMandate(0, replace(usual("NL"), response=4, response_unit="hours")), client)
    request = await request_of("cas")
    assert [item.red for item in cas.today_view(1)] == [False]
    cas._core.at_ms = cas.contact(request).due_ms + 1
    assert [item.red for item in cas.today_view(1)] == [True]


async def test_a_new_coordinator_sees_how_it_is_doing_and_the_writer_still_does_not(
    practice: Practice, request_of: Any
) -> None:
    request = await request_of("dina", by="cas")
    await practice.add("fem", int(Role.COORDINATOR), "anna", "bo")
    assert asked(practice.open["fem"]) == [] and await status_of(practice, "fem") == ("open", None)
    ((status, _),) = practice.open["anna"].contact_statuses()
    assert await readers(practice, status) == {"anna", "bo", "dina", "fem"}
    assert await readers(practice, request) == {"dina"}
    await practice.open["cas"].sync()
    assert practice.open["cas"].contact_statuses() == []


async def test_without_a_connection_it_waits_as_ciphertext(practice: Practice, request_of: Any) -> None:
    anna, cas = practice.open["anna"], practice.open["cas"]
    (client,) = [view.id for view in anna.clients()]
    with practice.cut_off("anna"):
        receipt = await anna.ask_contact(client, [cas.me.member], channel="KA-TE", call_back="06", text=f"Over {MARK}.")
    assert not receipt.sent and anna.status.pending == 1
    assert asked(anna) == []
    ((_, waiting),) = anna._core.local.state.items("outbox")
    assert MARK.encode() not in waiting
    again = await practice.again("anna")
    assert again.status.pending == 0
    await again.sync()
    assert asked(again) == [] and len(again.contact_statuses()) == 1
    await cas.sync()
    assert cas.contact(receipt.space).text == f"Over {MARK}."
    assert not cas.findings() and not again.findings()


async def test_to_accept_needs_the_server(practice: Practice, request_of: Any) -> None:
    request = await request_of("cas")
    cas = practice.open["cas"]
    with practice.cut_off("cas"), pytest.raises(RetryableError):
        await cas.do(AcceptContact(), request)
    assert cas.status.pending == 0 and cas.contact(request).state == "open"
    await cas.do(AcceptContact(), request)


async def test_a_change_of_the_team_never_gives_the_writer_the_key(practice: Practice, request_of: Any) -> None:
    request = await request_of("cas", "dina")
    for signed in (await practice.open["anna"].remove_member(practice.open["dina"].me.member),):
        if signed is not None:
            await practice.open["bo"].cosign(signed.id)
    await practice.open.pop("dina").close()
    await practice.again("cas")
    anna = await practice.again("anna")
    assert await readers(practice, request) == {"cas"}
    log = practice.open["cas"]._core.spaces.get(request).log
    assert log.readers(anna._core.practice) == {practice.open["cas"].me.member}
    assert request not in anna._core.spaces.briefs
    assert await status_of(practice) == ("open", None)
    cas, bo = practice.open["cas"], practice.open["bo"]
    await cas.do(LogCall("reached"), request)
    with pytest.raises(RefusedError, match="contact-nobody-left"):
        await cas.do(RecuseContact(), request)
    await cas.do(PassContact((bo.me.member,)), request)
    await bo.sync()
    assert asked(bo) == [request] and asked(cas) == []


async def test_only_who_is_addressed_may_act(practice: Practice, request_of: Any) -> None:
    request = await request_of("cas")
    dina = practice.open["dina"]
    for command in (AcceptContact(), RecuseContact(), PassContact((dina.me.member,))):
        with pytest.raises((NotFoundError, NotPermittedError)):
            await dina.do(command, request)
