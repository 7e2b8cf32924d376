"""The law of the server: one text, reachable by migrations alone, the same on every PostgreSQL."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest

from tests.conftest import Database
from tests.store.world import World
from vp_tui.demo.server import EmbeddedServer
from vp_tui.errors import ConflictError, NotPermittedError, UpgradeError, UsageError
from vp_tui.store import admin, scram
from vp_tui.store.dsn import Target, resolve
from vp_tui.store.sql import blocks, migrations, schema_folder, schema_version

CATALOGUE = """
select 'column', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull::text, a.attstorage::text,
       pg_get_expr(d.adbin, d.adrelid)
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
 where c.relnamespace = 'vp'::regnamespace and c.relkind = 'r'
union all
select 'constraint', conrelid::regclass::text, conname, pg_get_constraintdef(oid), '', '', ''
  from pg_constraint where connamespace = 'vp'::regnamespace
union all
select 'index', tablename, indexname, indexdef, '', '', '' from pg_indexes where schemaname = 'vp'
union all
select 'policy', tablename, policyname, roles::text, cmd, qual, with_check from pg_policies where schemaname = 'vp'
union all
select 'function', proname, pg_get_functiondef(oid), proacl::text, proowner::regrole::text, '', ''
  from pg_proc where pronamespace = 'vp'::regnamespace
union all
select 'trigger', tgrelid::regclass::text, tgname, pg_get_triggerdef(oid), '', '', ''
  from pg_trigger where not tgisinternal
union all
select 'table', relname, relacl::text, relowner::regrole::text, relrowsecurity::text, relforcerowsecurity::text, ''
  from pg_class where relnamespace = 'vp'::regnamespace
order by 1, 2, 3, 4
"""


async def catalogue(target: Target) -> list[tuple[str | None, ...]]:
    async with admin.session(target) as connection:
        return [tuple(row) for row in await connection.fetch(CATALOGUE)]


async def empty(server: EmbeddedServer) -> Target:
    name = f"t_{uuid4().hex[:12]}"
    await admin.create_database(resolve(server.admin_dsn(), {}, admin=True), name)
    return resolve(server.admin_dsn(name), {}, admin=True)


async def test_the_sum_of_the_migrations_is_the_schema(any_server: EmbeddedServer) -> None:
    installed, migrated = await empty(any_server), await empty(any_server)
    await admin.install(installed)
    first = migrations()[0]
    async with admin.session(migrated) as connection, connection.transaction():
        await connection.execute((schema_folder() / "roles.sql").read_text())
        await connection.execute("set local role vp_owner")
        # The first migration makes the ledger in which the others are recorded.
        await connection.execute(first.read_text())
        await connection.execute(blocks("admin")["record"], 1, first.name, admin._checksum(first.read_bytes()))
    assert len(await admin.upgrade(migrated)) == len(migrations()) - 1
    assert await catalogue(migrated) == await catalogue(installed)
    before = await catalogue(installed)
    assert await admin.upgrade(installed) == ()
    assert await catalogue(installed) == before, "an upgrade with nothing to do changes nothing"


def test_the_schema_names_what_auditors_rely_on() -> None:
    text = (schema_folder() / "schema.sql").read_text()
    for table in ("entry", "blob", "attestation", "access", "invite", "schema_version", "login", "proposal", "meta"):
        assert f"create table vp.{table} (" in text
    assert "check (hash = sha256(ct))" in text
    assert "alter table vp.blob alter ct set storage external" in text
    assert [int(path.name[:4]) for path in migrations()] == list(range(1, schema_version() + 1))
    for path in schema_folder().rglob("*.sql"):
        assert not re.search(r"create extension|pgcrypto|collate|icu", path.read_text(), re.IGNORECASE)


async def test_the_readme_says_of_every_column_who_can_read_it(database: Database) -> None:
    rows = (schema_folder() / "README.md").read_text().splitlines()
    columns = await database.sql(
        "select table_name, column_name from information_schema.columns where table_schema = 'vp'"
    )
    for table, column in columns:
        about = [row.split("|")[1] for row in rows if row.startswith("|") and table in row.split("|")[1]]
        named = any(f"`{column}`" in cell or f".{column}`" in cell or f"`{table}.*`" in cell for cell in about)
        assert named or column == "only_row", f"{table}.{column}"


async def test_installing_twice_changes_nothing(any_server: EmbeddedServer) -> None:
    target = await empty(any_server)
    await admin.install(target)
    before = await catalogue(target)
    with pytest.raises(ConflictError, match=r"server\.installed"):
        await admin.install(target)
    assert await catalogue(target) == before


async def test_two_practices_share_a_server_and_nothing_else(any_server: EmbeddedServer) -> None:
    from tests.conftest import fresh_database, remove_database

    ours, theirs = [await fresh_database(any_server) for _ in range(2)]
    anna = await World(ours).founder()
    await World(theirs).founder()
    intruder = theirs.store(anna.login)
    with pytest.raises(NotPermittedError):
        await intruder.delta()
    for database in (ours, theirs):
        await remove_database(database)


async def test_an_administrator_who_is_no_superuser(any_server: EmbeddedServer) -> None:
    """The owner of a database with CREATEROLE, made before and after another practice lived on the server."""
    su = resolve(any_server.admin_dsn(), {}, admin=True)
    name, secret = f"t_{uuid4().hex[:12]}", scram.password()
    async with admin.session(su) as connection:
        await connection.execute(f"create role {name} login createrole password '{scram.verifier(secret)}'")
        await connection.execute(f"create database {name} owner {name}")
    dsn = any_server.admin_dsn(name).replace("postgres@", f"{name}@")
    target = resolve(dsn, {"PGPASSWORD": secret}, admin=True)
    major = int((await admin.status(su)).server_version.split(".")[0])
    if major >= 16:
        with pytest.raises(NotPermittedError, match=r"server\.admin_rights"):
            await admin.install(target)
        async with admin.session(su) as connection:
            await connection.execute(f"grant vp_owner to {name} with admin option")
    await admin.install(target)
    founder = scram.role_name()
    await admin.open_founding(target, founder, scram.verifier(secret))
    status = await admin.status(target)
    assert (status.schema_version, status.entries) == (schema_version(), None)
    unseen = [one.facts["what"] for one in await admin.check(target) if one.key == "unseen"]
    assert unseen == ["hba"]


async def test_founding_is_open_until_somebody_has_founded(any_database: Database) -> None:
    again = scram.role_name()
    await any_database.store(any_database.founder).open()
    await admin.open_founding(any_database.admin_target, again, scram.verifier(scram.password()))
    roles = await any_database.sql("select role_name from vp.login")
    assert [row[0] for row in roles] == [again], "an unused founding login is replaced"
    await admin.open_founding(
        any_database.admin_target, any_database.founder.role, scram.verifier(any_database.founder.password)
    )
    await World(any_database).founder()
    with pytest.raises(ConflictError, match=r"store\.used"):
        await admin.open_founding(any_database.admin_target, again, scram.verifier(scram.password()))


async def test_only_verifiers_are_taken_for_passwords(any_database: Database) -> None:
    for secret in ("in the clear", "md5" + "0" * 32, scram.verifier("x") + "'; drop schema vp"):
        with pytest.raises(Exception, match=r"store\.failed"):
            await admin.open_founding(any_database.admin_target, scram.role_name(), secret)


async def test_status_counts(database: Database) -> None:
    empty = await admin.status(database.admin_target)
    assert (empty.founded, empty.entries, empty.logins) == (False, 0, 0)
    anna = await World(database).founder()
    await anna.create(length=3)
    full = await admin.status(database.admin_target)
    assert (full.founded, full.entries, full.spaces, full.blobs, full.logins) == (True, 4, 2, 3, 1)
    assert full.schema_version == full.latest_version == schema_version()
    assert full.connections >= 1


async def test_a_changed_history_is_not_built_upon(database: Database) -> None:
    await database.sql("update vp.schema_version set checksum = 'x'")
    with pytest.raises(UpgradeError, match=r"server\.history"):
        await admin.upgrade(database.admin_target)
    await database.sql("insert into vp.schema_version values (9000, '9000_later.sql', 'y')")
    with pytest.raises(UpgradeError, match=r"server\.newer"):
        await admin.upgrade(database.admin_target)


async def test_an_upgrade_brings_the_functions_of_this_release(database: Database) -> None:
    await database.sql("drop function vp.heads()")
    await database.sql("alter table vp.entry no force row level security")
    assert await admin.upgrade(database.admin_target, dry_run=True) == ()
    assert "functions" in {one.key for one in await admin.check(database.admin_target)}
    await admin.upgrade(database.admin_target)
    assert not [one for one in await admin.check(database.admin_target) if one.key in ("functions", "rls")]


async def test_nothing_installed_is_said_so(embedded: EmbeddedServer) -> None:
    target = await empty(embedded)
    with pytest.raises(UsageError, match=r"store\.foreign"):
        await admin.upgrade(target)
    assert (await admin.status(target)).schema_version == 0
    assert [one.key for one in await admin.check(target)] == ["schema.missing"]
    with pytest.raises(UsageError, match=r"server\.database_name"):
        await admin.create_database(target, 'x"; drop database vp; --')
