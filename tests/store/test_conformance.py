"""One suite for every store: what PostgreSQL answers, the twin in memory answers as well."""

from __future__ import annotations

import asyncio
import os
from hashlib import sha256

import pytest

from tests.store.world import SHRED, TOMBSTONE, World, entry
from vp_tui.errors import ConflictError, LockedError, NotFoundError, NotPermittedError, VpError
from vp_tui.store import scram
from vp_tui.store.port import Append, Delta, Login, Sealed, Store

NOBODY_IN = (LockedError, NotPermittedError)


async def everything(
    store: Store, cursor: bytes = b"", limit: int = 2000
) -> tuple[list[Delta], set[tuple[bytes, int]]]:
    """All pages of a delta, and what they brought."""
    pages, height = [], -1
    while True:
        pages.append(await store.delta(cursor, height, limit))
        cursor = pages[-1].cursor
        height = max([height, *(one.seq for one in pages[-1].practice)])
        if not pages[-1].more:
            return pages, {(one.space, one.seq) for page in pages for one in page.entries}


async def test_what_is_appended_comes_back_by_every_road(world: World) -> None:
    anna = await world.founder()
    space, blob = os.urandom(16), Sealed(os.urandom(500))
    first, second = anna.entry(space, 0), anna.entry(space, 1)
    await anna.store.append([Append(first, blob), Append(second)])
    name = sha256(blob).digest()
    delta = await anna.store.delta()
    assert delta.practice_id == world.practice
    assert [one.seq for one in delta.practice] == [0]
    assert [(one.raw, one.blob_hash, one.blob) for one in delta.entries] == [(first, name, blob), (second, None, None)]
    assert await anna.store.space_entries(space) == delta.entries
    assert await anna.store.space_entries(space, 1) == delta.entries[1:]
    assert await anna.store.blobs([name, os.urandom(32)]) == {name: blob}
    assert await anna.store.heads() == {space: 1, world.practice: 0}
    assert await anna.store.practice(1) == ()
    assert abs(delta.server_ms - await anna.store.append([])) < 60_000


async def test_repeating_an_append_changes_nothing(world: World) -> None:
    anna = await world.founder()
    space = os.urandom(16)
    batch = [Append(anna.entry(space, 0), Sealed(b"x" * 40)), Append(anna.entry(space, 1))]
    await anna.store.append(batch)
    await anna.store.append(batch)
    await anna.store.append([*batch, Append(anna.entry(space, 2))])
    assert await anna.store.heads() == {space: 2, world.practice: 0}


@pytest.mark.parametrize("seq", [0, 1, 3])
async def test_an_entry_that_is_not_the_next_one_stops_the_whole_batch(world: World, seq: int) -> None:
    anna = await world.founder()
    space, other = await anna.create(), os.urandom(16)
    with pytest.raises(ConflictError) as caught:
        await anna.store.append([Append(anna.entry(other, 0)), Append(anna.entry(space, seq))])
    assert (caught.value.key, caught.value.facts) == ("store.conflict", {"index": 1})
    assert await anna.store.heads() == {space: 1, world.practice: 0}


async def test_a_batch_may_name_spaces_in_any_order(world: World) -> None:
    anna = await world.founder()
    spaces = [await anna.create() for _ in range(5)]
    await anna.store.append([Append(anna.entry(space, 2 + step)) for step in (0, 1) for space in reversed(spaces)])
    assert set((await anna.store.heads()).values()) == {0, 3}


async def test_what_is_no_entry_is_refused(world: World) -> None:
    anna = await world.founder()
    for raw in (b"", b"VPL1", b"JUNK" + bytes(300)):
        with pytest.raises(VpError, match=r"store\.failed"):
            await anna.store.append([Append(Sealed(raw))])


async def test_a_foreign_space_is_invisible_and_closed(world: World) -> None:
    anna = await world.founder()
    bo = await world.join(anna)
    space = await anna.create()
    blob = (await anna.store.space_entries(space))[0].blob_hash
    _, seen = await everything(bo.store)
    assert seen == set()
    assert space not in await bo.store.heads()
    assert await bo.store.space_entries(space) == ()
    assert await bo.store.blobs([blob]) == {}
    await anna.store.attest([anna.says(space, 1)])
    assert await bo.store.attestations() == ()
    for seq, error in ((2, (NotPermittedError, ConflictError)), (0, ConflictError), (1, ConflictError)):
        with pytest.raises(error):
            await bo.store.append([Append(bo.entry(space, seq))])
    assert space not in await bo.store.heads(), "a failed attempt to create it must not open it"


async def test_nobody_appends_in_the_name_of_another_device(world: World) -> None:
    anna = await world.founder()
    bo = await world.join(anna)
    space = await anna.create(anna.member, bo.member)
    with pytest.raises(NotPermittedError):
        await bo.store.append([Append(anna.entry(space, 2))])
    await bo.store.append([Append(bo.entry(space, 2)), Append(anna.entry(world.practice, 1))])
    assert await anna.store.heads() == {space: 2, world.practice: 1}


async def test_a_new_reader_is_sent_the_space_from_its_beginning(world: World) -> None:
    anna = await world.founder()
    bo = await world.join(anna)
    space = await anna.create(length=3)
    pages, _ = await everything(bo.store)
    await anna.store.attest([anna.says(space, 2)])
    await anna.store.append([Append(anna.entry(space, 3), None, (anna.member, bo.member))])
    (page,), seen = await everything(bo.store, pages[-1].cursor)
    assert seen == {(space, seq) for seq in range(4)}
    assert [one.device for one in page.attestations] == [anna.device]


async def test_who_is_taken_off_sees_that_entry_and_nothing_after_it(world: World) -> None:
    anna = await world.founder()
    bo = await world.join(anna)
    space = await anna.create(anna.member, bo.member)
    pages, _ = await everything(bo.store)
    await anna.store.append([Append(anna.entry(space, 2), None, (anna.member,)), Append(anna.entry(space, 3))])
    _, seen = await everything(bo.store, pages[-1].cursor)
    assert (space, 2) in seen
    assert (space, 3) not in seen
    assert (await bo.store.heads())[space] == 2
    with pytest.raises((NotPermittedError, ConflictError)):
        await bo.store.append([Append(bo.entry(space, 3))])
    await anna.store.append([Append(anna.entry(space, 4), None, (anna.member, bo.member))])
    _, seen = await everything(bo.store, pages[-1].cursor)
    assert (space, 4) in seen


async def test_a_space_may_be_sealed_to_somebody_else_at_once(world: World) -> None:
    anna = await world.founder()
    bo = await world.join(anna)
    space = os.urandom(16)
    card = [Append(anna.entry(space, 0), None, (bo.member,)), Append(anna.entry(space, 1), Sealed(b"y" * 64))]
    await anna.store.append(card)
    await anna.store.append(card)
    assert (await everything(anna.store))[1] == set()
    assert space not in await anna.store.heads()
    assert (await everything(bo.store))[1] == {(space, 0), (space, 1)}
    await bo.store.append([Append(bo.entry(space, 2), None, (bo.member,))], [bo.says(space, 2)])
    assert [entry.seq for entry in await anna.store.space_entries(space)] == [0, 1], "her own, to repeat them"
    assert await anna.store.attestations() == await anna.store.attestations([space]) == ()
    for seq in (2, 3):
        with pytest.raises((NotPermittedError, ConflictError)):
            await anna.store.append([Append(anna.entry(space, seq))])


async def test_an_attestation_never_goes_back(world: World) -> None:
    anna = await world.founder()
    bo = await world.join(anna)
    space = await anna.create(anna.member, bo.member, length=4)
    pages, _ = await everything(bo.store)
    newer, older = anna.says(space, 3), anna.says(space, 1)
    await anna.store.append([], [newer])
    await anna.store.attest([older])
    assert await bo.store.attestations([space]) == (newer,)
    assert await bo.store.attestations([os.urandom(16)]) == ()
    assert (await bo.store.delta(pages[-1].cursor, 0)).attestations == (newer,)
    assert (await everything(anna.store))[0][0].attestations == ()


@pytest.mark.parametrize("limit", [1, 3, 7, 2000])
async def test_pages_bring_everything_once_and_the_practice_log_first(world: World, limit: int) -> None:
    anna = await world.founder()
    bo = await world.join(anna)
    spaces = [await anna.create(anna.member, bo.member, length=3) for _ in range(4)]
    await anna.store.append([Append(anna.entry(world.practice, 1)), Append(anna.entry(world.practice, 2))])
    await anna.store.attest([anna.says(space, 2) for space in spaces])
    pages, seen = await everything(bo.store, limit=limit)
    entries = [(one.space, one.seq) for page in pages for one in page.entries]
    assert entries == sorted(entries)
    assert len(entries) == len(seen) == 12
    assert [one.seq for page in pages for one in page.practice] == [0, 1, 2]
    assert sorted(one.space for page in pages for one in page.attestations) == sorted(spaces)
    assert all(len(page.practice) + len(page.entries) + len(page.attestations) <= limit for page in pages)
    first_entry = next(n for n, page in enumerate(pages) if page.entries)
    assert all(not page.practice for page in pages[first_entry + 1 :])


async def test_what_arrives_between_two_pages_is_not_missed(world: World) -> None:
    anna = await world.founder()
    spaces = sorted([await anna.create(length=3) for _ in range(3)])
    page = await anna.store.delta(b"", -1, 6)
    await anna.store.append([Append(anna.entry(spaces[0], 3))])
    pages, seen = await everything(anna.store, page.cursor)
    _, later = await everything(anna.store, pages[-1].cursor)
    assert (spaces[0], 3) in seen | later


async def test_records_are_destroyed_when_an_entry_says_so(world: World) -> None:
    anna = await world.founder()
    bo = await world.join(anna)
    space = await anna.create(length=3)
    names = [one.blob_hash for one in await anna.store.space_entries(space)]
    with pytest.raises(NotPermittedError):
        await anna.store.shred(space, names[:1])
    for seq, kind in ((3, TOMBSTONE), (4, SHRED)):
        await anna.store.append([Append(anna.entry(space, seq, kind, body=names[seq - 3]))])
    with pytest.raises(NotPermittedError):
        await anna.store.shred(space, names)
    with pytest.raises(NotPermittedError):
        await bo.store.shred(space, names[:2])
    assert await anna.store.shred(space, names[:2]) == 2
    assert await anna.store.shred(space, names[:2]) == 0
    assert [one.blob is None for one in (await anna.store.space_entries(space))[:3]] == [True, True, False]


async def test_a_practice_is_founded_once(world: World) -> None:
    anna = await world.founder()
    with pytest.raises(NOBODY_IN):
        await world.server.store(world.server.founder).open()
    again = world.server.store(anna.login)
    with pytest.raises(NotPermittedError):
        await again.found(os.urandom(16), [entry(os.urandom(16), 0, anna.device)], anna.member, anna.device, "x")


async def test_an_invitation_leads_to_a_login_once(world: World) -> None:
    anna = await world.founder()
    invite, code = await world.invite(anna)
    joiner = world.server.store(code)
    mine = await joiner.invite_mine()
    assert (mine.practice_id, mine.invite.id, mine.invite.state) == (world.practice, invite, "open")
    assert [one.seq for one in await joiner.practice()] == [0]
    for forbidden in (joiner.delta(), joiner.heads(), joiner.invites(), joiner.append([])):
        with pytest.raises(NotPermittedError):
            await forbidden
    with pytest.raises(NotFoundError):
        await anna.store.invite_welcome(invite, Sealed(b"too early"))
    secret = scram.password()
    await joiner.invite_join(Sealed(b"keys"), scram.verifier(secret))
    with pytest.raises(ConflictError, match=r"store\.used"):
        await joiner.invite_join(Sealed(b"other keys"), scram.verifier(secret))
    await joiner.close()
    with pytest.raises(LockedError):
        await world.server.store(code).open()
    assert [(one.state, one.join, one.opened_by) for one in await anna.store.invites()] == [
        ("joined", b"keys", anna.device)
    ]
    member, device = os.urandom(16), os.urandom(16)
    await anna.store.login_admit(code.role, member, device)
    await anna.store.login_admit(code.role, member, device)
    with pytest.raises(ConflictError, match=r"store\.used"):
        await anna.store.login_admit(code.role, member, os.urandom(16))
    with pytest.raises(NotFoundError):
        await anna.store.login_admit(scram.role_name(), member, device)
    await anna.store.invite_welcome(invite, Sealed(b"welcome"))
    admitted = world.server.store(Login(code.role, secret))
    assert (await admitted.invite_mine()).invite.welcome == b"welcome"
    assert (await admitted.delta()).practice_id == world.practice
    with pytest.raises(NotFoundError):
        await anna.store.invite_mine()


async def test_an_invitation_lasts_three_days_at_most_and_can_be_withdrawn(world: World) -> None:
    anna = await world.founder()
    invite, code = await world.invite(anna, hours=1000)
    (there,) = await anna.store.invites()
    assert there.expires_ms <= (await anna.store.delta()).server_ms + 72 * 3_600_000
    await anna.store.invite_open(invite, code.role, scram.verifier("x"), there.expires_ms, Sealed(b"payload"))
    await anna.store.invite_cancel(invite)
    await anna.store.invite_cancel(invite)
    with pytest.raises(LockedError):
        await world.server.store(code).open()
    assert await anna.store.invites() == ()


async def test_withdrawing_an_accepted_invitation_keeps_the_login(world: World) -> None:
    anna = await world.founder()
    bo = await world.join(anna)
    (invite,) = await anna.store.invites()
    await anna.store.invite_cancel(invite.id)
    await bo.store.delta()
    assert [one.active for one in await anna.store.logins()] == [True, True]


@pytest.mark.parametrize("by", ["member", "device"])
async def test_a_login_ends_alone_or_with_its_member(world: World, by: str) -> None:
    anna = await world.founder()
    bo = await world.join(anna)
    laptop = await world.join(anna, bo.member)
    ended = await anna.store.login_end(**{by: getattr(bo, by)})
    assert ended == (2 if by == "member" else 1)
    await bo.store.close()
    with pytest.raises(NOBODY_IN):
        await bo.store.delta()
    await laptop.store.close()
    if by == "device":
        await laptop.store.delta()
    else:
        with pytest.raises(NOBODY_IN):
            await laptop.store.delta()
    assert {one.device: one.active for one in await anna.store.logins()} == {
        anna.device: True,
        bo.device: False,
        laptop.device: by == "device",
    }


async def test_a_password_can_be_renewed(world: World) -> None:
    anna = await world.founder()
    renewed = Login(anna.login.role, scram.password())
    await anna.store.set_verifier(scram.verifier(renewed.password))
    await anna.store.close()
    with pytest.raises(LockedError):
        await anna.store.open()
    await world.server.store(renewed).delta()


async def test_no_signature_on_a_proposal_gets_lost(world: World) -> None:
    anna = await world.founder()
    bo = await world.join(anna)
    proposal, one, two, three = os.urandom(16), *(anna.entry(world.practice, 1) for _ in range(3))
    await anna.store.propose(proposal, one)
    await anna.store.propose(proposal, one)
    with pytest.raises(ConflictError):
        await bo.store.propose(proposal, two)
    await bo.store.proposal_update(proposal, two, sha256(one).digest())
    with pytest.raises(ConflictError):
        await anna.store.proposal_update(proposal, three, sha256(one).digest())
    (there,) = await anna.store.proposals()
    assert (there.raw, there.device) == (two, anna.device)
    await bo.store.proposal_drop(proposal)
    assert await anna.store.proposals() == ()


async def test_an_append_wakes_who_listens(world: World) -> None:
    anna = await world.founder()
    bo = await world.join(anna)
    async with bo.store.listener() as wakeups:
        assert not await wakeups.wait(0.05)
        await anna.create()
        assert await asyncio.wait_for(wakeups.wait(), 10)
        assert not await wakeups.wait(0.05)
