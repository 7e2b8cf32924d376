"""A server whose functions lie, and a colleague whose client was modified: nothing left out silently, no stop spreads.

Each test is an attack that once went unnoticed, or that stopped more than what it was aimed at.
"""

from __future__ import annotations

import shutil
from datetime import date

import pytest

from vp_tui.domain.commands import WriteNote
from vp_tui.domain.ids import Id
from vp_tui.domain.note import NoteWritten
from vp_tui.domain.record import encode_record
from vp_tui.errors import IntegrityError, VpError
from vp_tui.protocol.encoding import pack, unpack
from vp_tui.protocol.writing import data_entry
from vp_tui.store.port import Append, Sealed

BOASTING_HEADS = """
create or replace function vp.heads() returns table (space bytea, seq bigint)
stable language sql security definer set search_path = pg_catalog, pg_temp as $$
  select e.space, max(e.seq) + 5 from vp.entry e group by e.space $$
"""


def kinds(findings, space):
    return {finding.kind for finding in findings if finding.space == space}


async def shared(practice):
    """A case of Cas on which Anna is deputy, and another of his that Anna may write in as well."""
    anna, cas = practice.open["anna"], practice.open["cas"]
    cases = [await practice.case("cas", alias) for alias in ("stille haven", "blauwe reiger")]
    for case in cases:
        await cas.grant_deputy(case, anna.me.member, date.today(), "oral")
    await anna.sync()
    return anna, cas, *cases


async def test_a_case_that_is_only_listed_is_missing(practice):
    cas = practice.open["cas"]
    case = await practice.case("cas", "stille haven")
    await cas.sync()
    await practice.database.evil("delete from vp.access where space = $1", case)
    await practice.database.evil(BOASTING_HEADS.replace(" + 5", ""))
    await practice.database.evil("alter function vp.heads() owner to current_user")  # past row level security
    cas = await practice.again("cas")
    assert "space-missing" in kinds(await cas.audit(), case)


async def test_an_old_state_under_a_new_number_is_a_rollback_for_a_device_without_its_cache(practice):
    cas = practice.open["cas"]
    case = await practice.case("cas", "stille haven")
    await cas.do(WriteNote(cas.new_id(), "Het laatste woord."), case)
    await cas.close()
    shutil.rmtree(practice.paths.identity_cache("cas"))
    await practice.database.evil(
        "delete from vp.entry where space = $1 and seq = (select max(seq) from vp.entry where space = $1)", case
    )
    await practice.database.evil(BOASTING_HEADS)
    cas = await practice.again("cas")
    assert "rollback" in kinds(cas.findings(), case)


@pytest.mark.parametrize("how", ["altered", "withheld"])
async def test_a_record_that_was_kept_back_for_a_while_comes_to_its_own_place(practice, how):
    anna, cas, case, _ = await shared(practice)
    for text in ("Twee.", "Drie.", "Vier."):
        await cas.do(WriteNote(cas.new_id(), text), case)
    database = practice.database
    of_two = (
        "(select blob from vp.entry where space = $1 and seq = (select max(seq) - 2 from vp.entry where space = $1))"
    )
    for (name,) in await database.sql(
        "select conname from pg_constraint where conrelid = 'vp.blob'::regclass and contype = 'c'"
    ):
        await database.evil(f'alter table vp.blob drop constraint "{name}"')
    [(name, ct)] = await database.sql(f"select hash, ct from vp.blob where hash = {of_two}", case)
    if how == "altered":
        await database.evil("update vp.blob set ct = $2 where hash = $1", name, bytes(len(ct)))
    else:
        await database.evil("delete from vp.blob where hash = $1", name)
    for _ in range(2):
        anna = await practice.again("anna")
        assert kinds(anna.findings(), case) == {"blob-altered" if how == "altered" else "blob-missing"}
    await database.evil("delete from vp.blob where hash = $1", name)
    await database.evil("insert into vp.blob (hash, ct) values ($1, $2)", name, ct)
    anna = await practice.again("anna")
    assert not anna.findings()
    assert anna.case(case).state.timeline == cas.case(case).state.timeline
    assert anna.case(case).state.log == cas.case(case).state.log


@pytest.mark.parametrize(
    "plaintext",
    [
        b'{"at":1,"events":[{"t":"from-the-future"}],"v":2}',
        encode_record(1, [NoteWritten(Id(bytes(16)), "x")]).replace(b'"at":1,', b'"at":9007199254740992,'),
        b"[" * 90_000,
    ],
    ids=["newer", "absurd-time", "deep"],
)
async def test_a_hostile_record_stops_nothing_but_itself(practice, plaintext):
    anna, cas, case, other = await shared(practice)
    core = anna._core
    made = data_entry(core.spaces.get(case).log, core.keys, core.practice, bytes(16), 1, plaintext, core.clock.now_ms())
    await core.store.append([Append(Sealed(made.raw), Sealed(made.blob))])
    await anna.do(WriteNote(anna.new_id(), "Elders gaat het werk door."), other)
    await cas.sync()
    assert kinds(cas.findings(), case) & {"unknown-kind", "record-unreadable"}
    assert cas.case(other).state.timeline[-1].text == "Elders gaat het werk door."
    await cas.do(WriteNote(cas.new_id(), "Hier ook."), case)
    assert kinds(await cas.audit(), case)


async def test_an_entry_of_a_later_version_stops_its_space_only(practice):
    from vp_tui.protocol.identity import Tag

    anna, cas, case, other = await shared(practice)
    core = anna._core
    made = data_entry(core.spaces.get(case).log, core.keys, core.practice, bytes(16), 1, b"{}", core.clock.now_ms())
    signed = bytearray(made.raw[: -(1 + 16 + 64)])
    signed[5] = 99
    signature = core.keys.sign(Tag.ENTRY, bytes(signed))
    raw = bytes(signed) + b"\x01" + core.keys.device_id + signature
    await practice.database.evil("insert into vp.entry (space, seq, raw) values ($1, $2, $3)", case, made.seq, raw)
    await anna.do(WriteNote(anna.new_id(), "Elders gaat het werk door."), other)
    await cas.sync()
    assert kinds(cas.findings(), case) == {"unknown-kind"}
    assert cas.case(other).state.timeline[-1].text == "Elders gaat het werk door."
    assert "unknown-kind" in kinds(await cas.audit(), case)


async def test_a_server_that_always_promises_more_is_not_asked_for_ever(practice):
    database = practice.database
    await database.evil("alter function vp.delta(bytea, bigint, integer) rename to delta_true")
    await database.evil(
        "create function vp.delta(cursor bytea, practice_seq bigint, row_limit integer) returns table"
        ' (what "char", space bytea, seq bigint, raw bytea, hash bytea, ct bytea, more boolean, version integer)'
        " language sql security definer as 'select what, space, seq, raw, hash, ct, true, version"
        " from vp.delta_true($1, $2, $3)'"
    )
    workspace = practice.unlock("cas")
    for look in (workspace.sync, workspace.audit):
        with pytest.raises(VpError, match=r"store\.malformed"):
            await look()
    await workspace.close()


@pytest.mark.parametrize("answer", ["-1::bigint", "null::bigint", "1e30::numeric", "'Infinity'::float8", "'7'::text"])
async def test_numbers_that_are_none_are_a_malformed_answer(practice, answer):
    cas = practice.open["cas"]
    await practice.database.evil("drop function vp.heads()")
    kind = answer.split("::")[1]
    await practice.database.evil(
        f"create function vp.heads() returns table (space bytea, seq {kind}) language sql security definer"
        f" as $$ select e.space, {answer} from vp.entry e $$"
    )
    with pytest.raises(VpError, match=r"store\.malformed"):
        await cas.audit()


async def test_a_server_cannot_say_whose_device_a_joiner_is(practice):
    from vp_tui.demo import PASSPHRASE
    from vp_tui.workspace import bootstrap

    anna, bo = practice.open["anna"], practice.open["bo"]
    invitation = await anna.invite("Dina", 1)
    [(payload,)] = await practice.database.sql("select payload from vp.invite where id = $1", invitation.id)
    roles, _, name = unpack(payload, 3)
    lie = pack(roles, anna.me.member, name)
    await practice.database.evil("update vp.invite set payload = $2 where id = $1", invitation.id, lie)
    joining = await bootstrap.join(
        practice.paths, dsn=practice.database.dsn, code=invitation.words, identity="dina", my_name="Dina",
        passphrase=PASSPHRASE, keystore_kind="file", demo=True,
    )  # fmt: skip
    await practice.database.evil("update vp.invite set payload = $2 where id = $1", invitation.id, payload)
    proposal = await anna.admit(invitation.id)
    assert proposal is not None and await bo.cosign(proposal.id)
    practice.identities["dina"] = joining.identity
    dina = practice.unlock("dina")
    with pytest.raises(IntegrityError, match="join-forged"):
        await dina.sync()
    await dina.close()


@pytest.mark.parametrize("lie", ["roles", "member"])
async def test_a_server_cannot_say_what_a_coordinator_invited(practice, lie):
    from vp_tui.demo import PASSPHRASE
    from vp_tui.workspace import bootstrap

    anna = practice.open["anna"]
    invitation = await anna.invite("Dina", 1)
    await bootstrap.join(
        practice.paths, dsn=practice.database.dsn, code=invitation.words, identity="dina", my_name="Dina",
        passphrase=PASSPHRASE, keystore_kind="file", demo=True,
    )  # fmt: skip
    [(payload,)] = await practice.database.sql("select payload from vp.invite where id = $1", invitation.id)
    roles, member, name = unpack(payload, 3)
    other = pack(b"\x07", member, name) if lie == "roles" else pack(roles, anna.me.member, name)
    await practice.database.evil("update vp.invite set payload = $2 where id = $1", invitation.id, other)
    with pytest.raises(IntegrityError, match="join-forged"):
        await anna.admit(invitation.id)
