"""The road of one note between two people, over a real server."""

from __future__ import annotations

import asyncio
from datetime import date

import pytest

from tests.practices import PASSPHRASE
from vp_tui.domain.commands import ReviseNote, SetNextAction, WriteNote
from vp_tui.errors import ConflictError, NotFoundError, NotPermittedError, RetryableError
from vp_tui.protocol.bodies import Role


async def test_a_practice_of_three_with_four_eyes(practice):
    names = {member.name: member.roles for member in practice.open["cas"].members()}
    assert names == {"Anna": 3, "Bo": 3, "Cas": 1}
    assert practice.open["cas"].practice_name == "Praktijk Proef"
    checkpoints = {tuple(workspace.checkpoint()) for workspace in practice.open.values()}
    assert len(checkpoints) == 1


async def test_a_case_is_its_owners_alone(practice):
    case = await practice.case("cas", "stille haven")
    await practice.open["anna"].sync()
    with pytest.raises(NotFoundError):
        practice.open["anna"].case(case)
    assert [row.alias for row in practice.open["cas"].summaries()] == ["stille haven"]
    again = await practice.again("cas")
    assert again.case(case).state.timeline[0].text == "Eerste gesprek gehad."
    assert [reader.name for reader in again.case(case).dossier_readers] == ["Cas"]


async def test_the_queue_is_there_before_the_server_answered(practice):
    case = await practice.case("cas", "stille haven")
    await practice.open["cas"].close()
    workspace = practice.open["cas"] = practice.unlock("cas")
    assert [row.id for row in workspace.summaries()] == [case]
    assert workspace.case(case).state.alias == "stille haven"


async def test_saving_a_note_is_one_round_trip(practice):
    case = await practice.case("cas", "stille haven")
    store = practice.open["cas"]._core.store
    before = store.round_trips
    await practice.open["cas"].do(WriteNote(practice.open["cas"].new_id(), "Tweede."), case)
    assert store.round_trips - before == 1


async def test_a_deputy_reads_and_writes_and_is_taken_off_again(practice):
    anna, cas = practice.open["anna"], practice.open["cas"]
    case = await practice.case("cas", "stille haven")
    await cas.do(WriteNote(cas.new_id(), "Alleen van mij."), case, layer="personal")
    await cas.grant_deputy(case, anna.me.member, date.today(), "oral")
    await anna.sync()
    view = anna.case(case)
    assert view.state.timeline[0].text == "Eerste gesprek gehad."
    assert view.notes is None
    assert {reader.name for reader in view.dossier_readers} == {"Anna", "Cas"}
    await anna.do(WriteNote(anna.new_id(), "Waargenomen."), case)
    await cas.sync()
    assert [item.text for item in cas.case(case).state.timeline] == ["Eerste gesprek gehad.", "Waargenomen."]
    await cas.remove_deputy(case)
    await cas.do(WriteNote(cas.new_id(), "Na de waarneming."), case)
    await anna.sync()
    assert not anna.findings()
    with pytest.raises(NotFoundError):
        anna.case(case)
    assert not anna.summaries()
    assert not await anna.audit()
    assert not await cas.audit()


async def test_two_writers_lose_nothing(practice):
    anna, cas = practice.open["anna"], practice.open["cas"]
    case = await practice.case("cas", "stille haven")
    await cas.grant_deputy(case, anna.me.member, date.today(), "oral")
    await anna.sync()
    await asyncio.gather(
        anna.do(WriteNote(anna.new_id(), "van Anna"), case), cas.do(WriteNote(cas.new_id(), "van Cas"), case)
    )
    for workspace in (anna, cas):
        await workspace.sync()
        texts = {item.text for item in workspace.case(case).state.timeline}
        assert texts == {"Eerste gesprek gehad.", "van Anna", "van Cas"}


async def test_an_edit_never_overwrites_a_colleagues_edit(practice):
    anna, cas = practice.open["anna"], practice.open["cas"]
    case = await practice.case("cas", "stille haven")
    await cas.grant_deputy(case, anna.me.member, date.today(), "oral")
    await anna.sync()
    item = anna.case(case).state.timeline[0]
    await cas.do(ReviseNote(item.id, item.rev, "Verbeterd door Cas."), case)
    with pytest.raises(ConflictError):
        await anna.do(ReviseNote(item.id, item.rev, "Verbeterd door Anna."), case)
    assert anna.case(case).state.timeline[0].text == "Verbeterd door Cas."
    assert anna.status.pending == 0


async def test_what_is_saved_offline_is_sent_once(practice):
    cas = practice.open["cas"]
    case = await practice.case("cas", "stille haven")
    store = cas._core.store
    real = store.append

    async def away(*args, **kwargs):
        raise RetryableError("store.unreachable")

    store.append = away
    receipt = await cas.do(WriteNote(cas.new_id(), "Onderweg geschreven."), case)
    assert not receipt.sent
    assert cas.status.pending == 1
    assert cas.case(case).pending
    assert cas.case(case).state.timeline[-1].text == "Onderweg geschreven."
    store.append = real
    again = await practice.again("cas")
    assert again.status.pending == 0
    texts = [item.text for item in again.case(case).state.timeline]
    assert texts.count("Onderweg geschreven.") == 1


async def test_an_append_whose_answer_was_lost_is_not_written_twice(practice):
    cas = practice.open["cas"]
    case = await practice.case("cas", "stille haven")
    store = cas._core.store
    real = store.append

    async def answer_lost(*args, **kwargs):
        await real(*args, **kwargs)
        raise RetryableError("store.connection_lost")

    store.append = answer_lost
    await cas.do(WriteNote(cas.new_id(), "Eén keer."), case)
    store.append = real
    await cas.sync()
    assert [item.text for item in cas.case(case).state.timeline].count("Eén keer.") == 1
    assert cas.status.pending == 0
    assert not await cas.audit()


async def test_a_removed_member_reads_nothing_new(practice):
    anna, bo, cas = practice.open["anna"], practice.open["bo"], practice.open["cas"]
    case = await practice.case("cas", "stille haven")
    await cas.grant_deputy(case, anna.me.member, date.today(), "oral")
    client = await bo.add_client("NRD-01", "Noorderlicht Wonen")
    proposal = await bo.remove_member(anna.me.member)
    assert proposal is not None and proposal.needed == 1
    with pytest.raises(NotPermittedError):
        await cas.cosign(proposal.id)
    assert await anna.cosign(proposal.id)
    await cas.sync()
    state = cas.case(case)
    assert {reader.name for reader in state.dossier_readers} == {"Cas"}
    await bo.sync()
    assert anna.me.member not in bo._core.spaces.get(client).log.members
    assert not await bo.audit()


async def test_a_second_device_gets_what_the_first_has(practice):
    from vp_tui.workspace import bootstrap

    anna, bo, cas = practice.open["anna"], practice.open["bo"], practice.open["cas"]
    case = await practice.case("cas", "stille haven")
    invitation = await anna.invite("Cas laptop", int(Role.CONFIDANT), member=cas.me.member)
    joining = await bootstrap.join(
        practice.paths, dsn=practice.database.dsn, code=invitation.words, identity="cas-laptop", my_name="Cas",
        passphrase=PASSPHRASE, keystore_kind="file", demo=True,
    )  # fmt: skip
    practice.identities["laptop"] = joining.identity
    proposal = await anna.admit(invitation.id)
    assert proposal is not None and proposal.fingerprint == joining.fingerprint
    assert await bo.cosign(proposal.id)
    await cas.sync()
    laptop = practice.open["laptop"] = practice.unlock("laptop")
    await laptop.sync()
    assert laptop.case(case).state.alias == "stille haven"
    await laptop.do(SetNextAction(laptop.case(case).state.next_rev, "Terugbellen", date.today()), case)
    await cas.sync()
    assert cas.case(case).state.next.what == "Terugbellen"


async def test_a_cache_of_another_version_is_rebuilt(practice):
    from vp_tui.workspace import local

    case = await practice.case("cas", "stille haven")
    practice.open["cas"]._core.local.cache.put("format", b"", bytes(32))
    again = await practice.again("cas")
    assert again.case(case).state.alias == "stille haven"
    assert again._core.local.cache.get("format", b"") == local.FORMAT
    assert not again.findings()


async def test_every_coordinator_sees_how_far_an_invitation_is(practice):
    anna, bo = practice.open["anna"], practice.open["bo"]
    await anna.invite("Dee", int(Role.SUPERVISOR))
    for workspace in (anna, bo):
        states = {view.name: view.state for view in await workspace.invitations()}
        assert states == {"Bo": "admitted", "Cas": "admitted", "Dee": "open"}


async def test_killed_processes_leave_no_lock_files_behind(practice):
    cas = practice.open["cas"]
    killed = cas._core.local.folder / "presence" / ("0" * 16)
    killed.touch(mode=0o600)
    other = practice.unlock("cas")
    assert not killed.exists()
    assert other._core.presence.others() == (cas._core.presence.token,)
    await other.close()
