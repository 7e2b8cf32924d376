"""The second wall: what a member can do with plain SQL, past every client, on every PostgreSQL."""

from __future__ import annotations

import os

import asyncpg
import pytest

from tests.conftest import Database
from tests.store.world import Person, World
from vp_tui.store import admin
from vp_tui.store.connection import connect

TABLES = ("meta", "entry", "blob", "attestation", "access", "login", "invite", "proposal", "schema_version")
CONTENT = ("entry", "blob", "attestation")


async def by_hand(database: Database, person: Person) -> asyncpg.Connection:
    """A member with psql."""
    return await connect(database.target, person.login)


async def test_a_member_changes_nothing(any_database: Database) -> None:
    anna = await World(any_database).founder()
    await anna.create()
    connection = await by_hand(any_database, anna)
    for table in TABLES:
        column = {"meta": "practice_id", "schema_version": "name"}.get(table, "ctid")
        for statement in (
            f"insert into vp.{table} default values",
            f"update vp.{table} set {column} = {column}",
            f"delete from vp.{table}",
            f"truncate vp.{table}",
            f"alter table vp.{table} disable row level security",
            f"drop table vp.{table}",
        ):
            with pytest.raises((asyncpg.InsufficientPrivilegeError, asyncpg.FeatureNotSupportedError)):
                await connection.execute(statement)
    await connection.close()


async def test_a_member_reads_her_rows_alone(any_database: Database) -> None:
    world = World(any_database)
    anna = await world.founder()
    bo = await world.join(anna)
    hers, shared = await anna.create(), await anna.create(anna.member, bo.member)
    await anna.store.attest([anna.says(hers, 1), anna.says(shared, 1), anna.says(world.practice, 0)])
    connection = await by_hand(any_database, bo)
    for table in CONTENT[:1] + CONTENT[2:]:
        spaces = {row[0] for row in await connection.fetch(f"select space from vp.{table}")}
        assert spaces == {shared, world.practice}
    assert await connection.fetchval("select count(*) from vp.blob") == 2
    assert await connection.fetchval("select count(*) from vp.access") == 1
    assert await connection.fetchval("select count(*) from vp.login") == 1
    for table in ("invite", "proposal"):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await connection.fetch(f"select * from vp.{table}")
    await connection.close()


async def test_who_has_ended_sees_nothing(any_database: Database) -> None:
    """Even where her connection lives on: the policies ask each time."""
    world = World(any_database)
    anna = await world.founder()
    bo = await world.join(anna)
    await anna.create(anna.member, bo.member)
    connection = await by_hand(any_database, bo)
    await any_database.sql("update vp.login set active = false where device = $1", bo.device)
    for table in CONTENT:
        assert await connection.fetchval(f"select count(*) from vp.{table}") == 0
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await connection.fetch("select vp.append('{}','{}','{}','{}','{}','{}','{}','{}')")
    await connection.close()


@pytest.mark.parametrize("role", ["joiner", "founder"])
async def test_who_is_not_in_yet_reads_no_table(any_database: Database, role: str) -> None:
    if role == "founder":
        login = any_database.founder
    else:
        world = World(any_database)
        _, login = await world.invite(await world.founder())
    connection = await connect(any_database.target, login)
    for table in TABLES:
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await connection.fetch(f"select * from vp.{table}")
    await connection.close()


async def test_inner_functions_are_for_functions_alone(any_database: Database) -> None:
    anna = await World(any_database).founder()
    connection = await by_hand(any_database, anna)
    for call in (
        "vp.make_login('m_0000000000000000', 'device', '', now())",
        "vp.drop_login('m_0000000000000000')",
        "vp.promote('m_0000000000000000', 'joiner', '', '')",
        "vp.open_founding('m_0000000000000000', '')",
        "vp.found('', '{}', '', '', '')",
        "vp.invite_join('', '')",
        "vp.me()",
        "vp.history()",
    ):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await connection.fetch(f"select {call}")
    await connection.close()


async def test_even_the_owner_and_its_functions_are_bound(any_database: Database) -> None:
    """FORCE: as vp_owner, but signed in as nobody of the practice, all content is invisible."""
    anna = await World(any_database).founder()
    await anna.create()
    async with admin.session(any_database.admin_target) as connection:
        await connection.execute("set session authorization vp_owner")
        for table in CONTENT:
            assert await connection.fetchval(f"select count(*) from vp.{table}") == 0


async def test_an_auditor_reads_the_log_and_no_record(any_database: Database) -> None:
    anna = await World(any_database).founder()
    await anna.create(length=3)
    async with admin.session(any_database.admin_target) as connection:
        await connection.execute("set session authorization vp_auditor")
        assert await connection.fetchval("select count(*) from vp.entry") == 4
        for forbidden in ("select * from vp.blob", "select vp.heads()", "delete from vp.entry"):
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                async with connection.transaction():
                    await connection.execute(forbidden)


async def test_the_log_is_append_only_for_its_owner_too(any_database: Database) -> None:
    anna = await World(any_database).founder()
    await anna.create()
    for statement in ("update vp.entry set seq = seq + 10", "delete from vp.entry", "truncate vp.entry"):
        with pytest.raises(Exception, match=r"store\.not_permitted"):
            await any_database.sql(statement)
    await any_database.evil("delete from vp.entry")


async def test_a_record_is_what_its_name_says(any_database: Database) -> None:
    anna = await World(any_database).founder()
    await anna.create()
    for statement in (
        "update vp.blob set ct = ct || 'x'",
        "insert into vp.blob (hash, ct) values (sha256('a'), 'b')",
    ):
        with pytest.raises(Exception, match=r"store\.failed"):
            await any_database.evil(statement)
    await any_database.evil("insert into vp.blob (hash, ct) values (sha256($1), $1)", os.urandom(10))


async def test_public_may_do_nothing(any_database: Database) -> None:
    findings = {one.key: one for one in await admin.check(any_database.admin_target)}
    for good in ("public.ok", "writes.ok", "search_path.ok", "rls.ok", "owner.ok", "strangers.ok", "functions.ok"):
        assert good in findings, sorted(findings)
    rows = await any_database.sql(
        "select distinct a.grantee::regrole::text from pg_proc p, aclexplode(p.proacl) a"
        " where p.pronamespace = 'vp'::regnamespace"
    )
    assert {row[0] for row in rows} == {"vp_owner", "vp_member", "vp_joiner", "vp_founder"}
