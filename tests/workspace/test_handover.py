"""A case goes to a colleague with its history, and without what its owner kept for herself."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.practices import Practice
from vp_tui.domain.commands import AcceptContact, HandOver, LogCall, RecordConsent, RecuseContact, WriteNote
from vp_tui.domain.party import colleague
from vp_tui.errors import ConflictError, NotFoundError, NotPermittedError, RefusedError, RetryableError
from vp_tui.workspace.facade import Workspace
from vp_tui.workspace.views import Act


async def consented(practice: Practice, name: str, case: bytes, to: str) -> bytes:
    """The reporter agrees to this colleague; the colleague's id."""
    owner, member = practice.open[name], practice.open[to].me.member
    consent = RecordConsent(owner.new_id(), colleague(member), "handover", "", "oral")
    await owner.do(consent, case)
    return member


async def texts(practice: Practice, name: str, case: bytes) -> list[str]:
    return [item.text for item in practice.open[name].case(case).state.timeline]


async def test_the_new_owner_has_all_of_it_and_the_old_one_nothing(practice: Practice) -> None:
    anna, cas = practice.open["anna"], practice.open["cas"]
    case = await practice.case("cas", "stille haven")
    await cas.do(WriteNote(cas.new_id(), "Alleen van mij."), case, layer="personal")
    with pytest.raises(RefusedError, match="consent-missing"):
        await cas.do(HandOver(anna.me.member), case)
    member = await consented(practice, "cas", case, "anna")
    before = cas._core.store.round_trips
    await cas.do(HandOver(member), case)
    assert cas._core.store.round_trips - before == 1
    with pytest.raises(NotFoundError, match="case-not-found"):
        cas.case(case)
    assert not cas.summaries()
    assert [item.text for notes in cas.notes_left() for item in notes.timeline] == ["Alleen van mij."]
    await anna.sync()
    view = anna.case(case)
    assert view.state.owner == member and view.notes is None
    assert await texts(practice, "anna", case) == ["Eerste gesprek gehad."]
    assert [reader.name for reader in view.dossier_readers] == ["Anna"]
    await anna.do(WriteNote(anna.new_id(), "Overgenomen."), case)
    await anna.do(WriteNote(anna.new_id(), "Nu van mij."), case, layer="personal")
    cas = await practice.again("cas")
    assert not cas.summaries() and not cas.findings() and not await cas.audit()
    assert [item.text for notes in cas.notes_left() for item in notes.timeline] == ["Alleen van mij."]
    await cas.index()
    assert [hit.case for hit in cas.search("alleen")] == [case] and not cas.search("gesprek")
    assert not anna.findings() and not await anna.audit()


async def test_its_alias_is_free_and_its_texts_are_not_found_any_more(practice: Practice) -> None:
    cas = practice.open["cas"]
    case = await practice.case("cas", "stille haven")
    await cas.index()
    assert [hit.case for hit in cas.search("gesprek")] == [case]
    with pytest.raises(ConflictError):
        await practice.case("cas", "stille haven")
    await cas.do(HandOver(await consented(practice, "cas", case, "anna")), case)
    assert cas.search("gesprek") == []
    assert await practice.case("cas", "stille haven") != case


async def test_what_is_written_afterwards_is_under_a_key_that_he_never_had(practice: Practice) -> None:
    anna, cas = practice.open["anna"], practice.open["cas"]
    case = await practice.case("cas", "stille haven")
    await cas.do(HandOver(await consented(practice, "cas", case, "anna")), case)
    kept = cas._core.spaces.get(case)
    assert kept.lost and kept.state is None and not any(kept.log.keys)
    await anna.sync()
    assert anna._core.spaces.get(case).log.wrapped == (anna.me.device,)
    query = "select ends from vp.access where space = $1 and member = $2"
    ((ends,),) = await practice.database.sql(query, case, cas.me.member)
    assert ends == anna._core.spaces.get(case).log.seq
    with pytest.raises(NotFoundError):
        await cas.do(WriteNote(cas.new_id(), "Nog één."), case)


async def test_a_deputy_takes_over(practice: Practice) -> None:
    anna, cas = practice.open["anna"], practice.open["cas"]
    case = await practice.case("cas", "stille haven")
    await cas.grant_deputy(case, anna.me.member, date.today(), "oral")
    await anna.sync()
    await cas.do(HandOver(await consented(practice, "cas", case, "anna")), case)
    await anna.sync()
    state = anna.case(case).state
    assert (state.owner, state.deputy) == (anna.me.member, None)


async def test_somebody_wrote_at_the_same_moment(practice: Practice) -> None:
    anna, cas = practice.open["anna"], practice.open["cas"]
    case = await practice.case("cas", "stille haven")
    await cas.grant_deputy(case, anna.me.member, date.today(), "oral")
    await anna.sync()
    await consented(practice, "cas", case, "anna")
    await anna.sync()
    await anna.do(WriteNote(anna.new_id(), "Nog net als waarnemer."), case)
    await cas.do(HandOver(anna.me.member), case)
    await anna.sync()
    assert await texts(practice, "anna", case) == ["Eerste gesprek gehad.", "Nog net als waarnemer."]


async def test_without_a_connection_it_is_not_done(practice: Practice) -> None:
    cas = practice.open["cas"]
    case = await practice.case("cas", "stille haven")
    member = await consented(practice, "cas", case, "anna")
    with practice.cut_off("cas"), pytest.raises(RetryableError):
        await cas.do(HandOver(member), case)
    assert cas.case(case).state.owner == cas.me.member and cas.status.pending == 0
    await cas.do(WriteNote(cas.new_id(), "Blijft van mij."), case)


async def test_nobody_but_its_owner_hands_over_and_in_a_batch_too(practice: Practice) -> None:
    anna, bo, cas = (practice.open[name] for name in ("anna", "bo", "cas"))
    case = await practice.case("cas", "stille haven")
    await cas.grant_deputy(case, anna.me.member, date.today(), "oral")
    await anna.sync()
    with pytest.raises(NotPermittedError):
        await anna.do(HandOver(bo.me.member), case)
    await cas.remove_deputy(case)
    consent = RecordConsent(cas.new_id(), colleague(bo.me.member), "handover", "", "oral")
    await cas.do_many([Act(consent, case), Act(HandOver(bo.me.member), case)])
    await bo.sync()
    assert bo.case(case).state.owner == bo.me.member
    with pytest.raises((NotFoundError, ConflictError)):
        cas.case(case)


def made_keys(workspace: Workspace) -> list[bytes]:
    """The keys that this program makes from now on, which a modified one would keep."""
    made: list[bytes] = []
    entries = workspace._writer._readers._entries
    real = entries._add

    def add(built: Any, entry: Any, append: Any) -> None:
        made.extend(filter(None, [entry.key]))
        real(built, entry, append)

    entries._add = add
    return made


async def test_the_key_that_the_former_owner_made_is_not_written_with(practice: Practice) -> None:
    anna, cas = practice.open["anna"], practice.open["cas"]
    case = await practice.case("cas", "stille haven")
    made = made_keys(cas)
    await cas.do(HandOver(await consented(practice, "cas", case, "anna")), case)
    await anna.sync()
    log = anna._core.spaces.get(case).log
    epoch = log.epoch
    assert log.key(epoch) in made
    before = anna._core.store.round_trips
    await anna.do(WriteNote(anna.new_id(), "Overgenomen."), case)
    assert anna._core.store.round_trips - before == 1
    log = anna._core.spaces.get(case).log
    assert (log.epoch, log.maker) == (epoch + 1, anna.me.member)
    assert log.key(log.epoch) not in made
    await anna.do(WriteNote(anna.new_id(), "En verder."), case)
    assert anna._core.spaces.get(case).log.epoch == epoch + 1
    assert not anna.findings() and not await anna.audit()


async def test_it_goes_on_at_once_under_a_key_of_who_goes_on(practice: Practice) -> None:
    """The second owner made no key of her own before she handed it on."""
    anna, bo, cas = (practice.open[name] for name in ("anna", "bo", "cas"))
    case = await practice.case("cas", "stille haven")
    made = made_keys(cas)
    await consented(practice, "cas", case, "bo")
    await cas.do(HandOver(await consented(practice, "cas", case, "anna")), case)
    await anna.sync()
    await anna.do(HandOver(bo.me.member), case)
    await bo.sync()
    assert bo.case(case).state.owner == bo.me.member
    log = bo._core.spaces.get(case).log
    written = log.epoch - 1
    assert log.key(written) not in made and log.key(log.epoch) not in made


async def test_who_wrote_a_request_down_or_stepped_back_made_no_key_that_is_written_with(practice: Practice) -> None:
    anna, bo, cas = (practice.open[name] for name in ("anna", "bo", "cas"))
    client = await anna.add_client("NRD-01", "Noorderend")
    await bo.sync()
    await cas.sync()
    receipt = await anna.ask_contact(client, [bo.me.member, cas.me.member], channel="KA-TE", call_back="06")
    await cas.sync()
    await bo.sync()
    request = receipt.space
    assert cas._core.spaces.get(request).log.maker == anna.me.member
    await cas.do(LogCall("no_answer"), request)
    log = cas._core.spaces.get(request).log
    assert (log.epoch, log.maker) == (1, cas.me.member)
    await cas.do(RecuseContact(), request)
    await bo.sync()
    await bo.do(AcceptContact(), request)
    log = bo._core.spaces.get(request).log
    assert (log.members, log.maker) == ((bo.me.member,), bo.me.member)
