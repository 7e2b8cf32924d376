"""Attacks by somebody who is superuser of the database (docs/threat-model.md): each must be named by the audit.

``evil`` runs SQL with ``session_replication_role = replica``, past triggers and foreign keys, as such a person would.
Every attack is tried against the member who pinned what was attacked, and the audit must have been clean before.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date

import pytest

from vp_tui.domain.commands import WriteNote
from vp_tui.errors import IntegrityError, LockedError, VpError
from vp_tui.protocol.entry import cosign
from vp_tui.protocol.identity import DeviceKeys

Attack = Callable[[object, bytes], Awaitable[None]]


async def cut_last(db, case):
    await db.evil(
        "delete from vp.entry where space = $1 and seq = (select max(seq) from vp.entry where space = $1)", case
    )


async def cut_middle(db, case):
    await db.evil("delete from vp.entry where space = $1 and seq = 2", case)


async def swap_two(db, case):
    await db.evil(
        "update vp.entry set seq = case seq when 2 then 103 else 102 end where space = $1 and seq in (2, 3)", case
    )
    await db.evil("update vp.entry set seq = seq - 100 where space = $1 and seq > 100", case)


async def flip_a_bit(db, case):
    await db.evil(
        "update vp.entry set raw = set_bit(raw, 1200, 1 - get_bit(raw, 1200)) where space = $1 and seq = 2", case
    )


async def flip_the_signature(db, case):
    await db.evil(
        "update vp.entry set raw = set_byte(raw, length(raw) - 1, get_byte(raw, length(raw) - 1) # 1)"
        " where space = $1 and seq = 2",
        case,
    )


async def flip_a_blob(db, case):
    await db.evil("alter table vp.blob drop constraint if exists blob_hash_is_of_the_ciphertext")
    for (name,) in await db.sql(
        "select conname from pg_constraint where conrelid = 'vp.blob'::regclass and contype = 'c'"
    ):
        await db.evil(f'alter table vp.blob drop constraint "{name}"')
    await db.evil(
        "update vp.blob set ct = set_byte(ct, 200, get_byte(ct, 200) # 1)"
        " where hash = (select blob from vp.entry where space = $1 and seq = 2)",
        case,
    )


async def withhold_a_blob(db, case):
    await db.evil("delete from vp.blob where hash = (select blob from vp.entry where space = $1 and seq = 2)", case)


async def swap_blobs(db, case):
    for (name,) in await db.sql(
        "select conname from pg_constraint where conrelid = 'vp.blob'::regclass and contype = 'c'"
    ):
        await db.evil(f'alter table vp.blob drop constraint "{name}"')
    await db.evil(
        "with named as (select seq, hash, ct from vp.entry join vp.blob on hash = blob where space = $1),"
        " one as (select * from named where seq = 1), two as (select * from named where seq = 2)"
        " update vp.blob b set ct = case when b.hash = one.hash then two.ct else one.ct end"
        " from one, two where b.hash in (one.hash, two.hash)",
        case,
    )


async def hide_the_case(db, case):
    await db.evil("delete from vp.access where space = $1", case)


async def drop_the_case(db, case):
    await db.evil("delete from vp.entry where space = $1", case)


async def cut_the_practice_log(db, case):
    await db.evil("delete from vp.entry where space = (select practice_id from vp.meta) and seq = 2")


async def forge_an_attestation(db, case):
    await db.evil("update vp.attestation set seq = seq + 5 where space = $1", case)


async def forget_what_was_attested(db, case):
    await db.evil("delete from vp.attestation where space = $1", case)


async def move_an_entry(db, case):
    await db.evil(
        "insert into vp.entry (space, seq, raw, blob)"
        " select $1, (select max(seq) + 1 from vp.entry where space = $1), raw, blob"
        " from vp.entry where space <> $1 and space <> (select practice_id from vp.meta) and seq = 1 limit 1",
        case,
    )


ATTACKS: dict[Attack, set[str]] = {
    cut_last: {"rollback"},
    cut_middle: {"chain-break"},
    swap_two: {"chain-break"},
    flip_a_bit: {"bad-signature", "bad-encoding", "chain-break"},
    flip_the_signature: {"bad-signature"},
    flip_a_blob: {"blob-altered"},
    withhold_a_blob: {"blob-missing"},
    swap_blobs: {"blob-altered"},
    hide_the_case: {"space-missing"},
    drop_the_case: {"space-missing"},
    cut_the_practice_log: {"rollback"},
    forge_an_attestation: {"attestation-forged"},
    forget_what_was_attested: {"attestation-missing"},
    move_an_entry: {"foreign-entry"},
}


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.__name__)
async def test_the_audit_names_what_was_done(practice, attack):
    cas = practice.open["cas"]
    case = await practice.case("cas", "stille haven")
    other = await practice.case("cas", "blauwe reiger")
    for text in ("Twee.", "Drie.", "Vier."):
        await cas.do(WriteNote(cas.new_id(), text), case)
    await cas.sync()
    assert await cas.audit() == []
    await attack(practice.database, case)
    cas = await practice.again("cas")
    found = await cas.audit()
    assert {finding.kind for finding in found} & ATTACKS[attack], found
    where = cas.identity.practice if attack is cut_the_practice_log else case
    assert where in {finding.space for finding in found}
    # everything else stays usable, and what was verified before stays readable
    assert cas.case(other).state.alias == "blauwe reiger"
    if attack is not cut_the_practice_log:
        await cas.do(WriteNote(cas.new_id(), "Het werk gaat door."), other)


async def test_a_fresh_device_learns_of_a_rollback_from_the_others(practice):
    anna, cas = practice.open["anna"], practice.open["cas"]
    case = await practice.case("cas", "stille haven")
    await cas.grant_deputy(case, anna.me.member, date.today(), "oral")
    await anna.sync()
    await anna.do(WriteNote(anna.new_id(), "Het laatste woord."), case)
    await cut_last(practice.database, case)
    # Cas has never seen the last entry: the chain alone looks whole to him.
    assert "longer-elsewhere" in {finding.kind for finding in await cas.audit()}


async def test_a_member_made_by_the_server_is_refused(practice):
    ghost = DeviceKeys.generate()
    raw = (
        await practice.database.sql(
            "select raw from vp.entry where space = (select practice_id from vp.meta) and seq = 2"
        )
    )[0][0]
    practice_id = practice.open["cas"].identity.practice
    forged = cosign(raw, ghost)
    forged = forged[:24] + (3).to_bytes(8, "big") + forged[32:]
    await practice.database.evil("insert into vp.entry (space, seq, raw) values ($1, 3, $2)", practice_id, forged)
    with pytest.raises(IntegrityError):
        await practice.open["cas"].sync()
    found = await practice.open["cas"].audit()
    assert {finding.space for finding in found} == {practice_id}
    assert len(practice.open["cas"].members()) == 3


async def test_a_leaver_cannot_write_on(practice):
    """His sign-in is gone; and an entry that he prepared before he left is held back when the server slips it in."""
    anna, bo, cas = practice.open["anna"], practice.open["bo"], practice.open["cas"]
    case = await practice.case("cas", "stille haven")
    await cas.grant_deputy(case, anna.me.member, date.today(), "oral")
    await anna.sync()
    kept = anna._core.spaces.get(case)
    from vp_tui.protocol.writing import data_entry

    late = data_entry(kept.log, anna._core.keys, anna._core.practice, bytes(16), 1, b'{"at":1,"events":[],"v":1}', 1)
    proposal = await bo.remove_member(anna.me.member)
    assert await anna.cosign(proposal.id)
    await anna._core.store.close()
    with pytest.raises(VpError):
        await anna.sync()
    await practice.database.evil("insert into vp.entry (space, seq, raw) values ($1, $2, $3)", case, late.seq, late.raw)
    await cas.sync()
    assert "late-entry" in {finding.kind for finding in cas.findings()}
    assert all(item.text != "Toch nog." for item in cas.case(case).state.timeline)


async def test_wraps_that_the_server_hoarded_do_not_help_somebody_who_was_taken_off(practice):
    anna, cas = practice.open["anna"], practice.open["cas"]
    case = await practice.case("cas", "stille haven")
    await cas.grant_deputy(case, anna.me.member, date.today(), "oral")
    await anna.sync()
    await cas.remove_deputy(case)
    await cas.do(WriteNote(cas.new_id(), "Na de waarneming."), case)
    # The server gives Anna everything it has, whatever the access table says.
    await practice.database.evil(
        "insert into vp.access (space, member) values ($1, $2) on conflict do nothing", case, anna.me.member
    )
    await practice.database.evil("update vp.access set ends = null where space = $1", case)
    await anna.sync()
    log = anna._core.spaces.get(case).log
    assert log.key(log.epoch) is None


async def test_a_wrong_password_is_told_as_such(practice):
    role = practice.open["cas"]._core.store
    await practice.database.sql(f'alter role "{role._login.role}" password null')
    workspace = practice.unlock("cas")
    with pytest.raises(LockedError):
        await workspace.sync()
    await workspace.close()


async def test_spaces_that_the_server_shows_to_outsiders_are_not_taken_up(practice):
    """Access rows decide what is sent, not what is read; and taking them back is no alarm for somebody never in it."""
    anna = practice.open["anna"]
    case = await practice.case("cas", "stille haven")
    await practice.database.evil("insert into vp.access (space, member) values ($1, $2)", case, anna.me.member)
    await anna.sync()
    assert case not in anna._core.pins
    await practice.database.evil("delete from vp.access where space = $1 and member = $2", case, anna.me.member)
    anna = await practice.again("anna")
    assert not anna.findings()
    assert not await anna.audit()
