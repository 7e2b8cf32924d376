"""`vp server check` sees each thing that it looks for: every finding is provoked once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.conftest import Database
from tests.store.world import World
from vp_tui.demo.server import EmbeddedServer
from vp_tui.i18n import exists, text
from vp_tui.store import admin, scram
from vp_tui.store.checkup import _LEVELS
from vp_tui.store.dsn import resolve

PROVOKED = {
    "rls": ["alter table vp.blob no force row level security"],
    "owner": ["alter table vp.entry owner to postgres"],
    "search_path": ["alter function vp.heads() reset search_path"],
    "public": ["grant execute on function vp.heads to public"],
    "writes": ["grant update on vp.entry to vp_member"],
    "strangers": [
        "create function vp.spy() returns trigger language plpgsql as $$ begin return new; end $$",
        "create trigger spy before insert on vp.entry for each row execute function vp.spy()",
    ],
    "functions": [
        "create or replace function vp.u64(bytes bytea, at integer) returns bigint language sql as $$ select 1 $$"
    ],
    "tables": ["alter table vp.entry disable trigger append_only"],
    "parameters": ["alter database {database} set log_parameter_max_length = -1"],
    "durability": ["alter database {database} set synchronous_commit = off"],
    "statements": [],  # the tests' server logs every statement
    "backup": [],  # and keeps no archive
}


async def keys(database: Database) -> set[str]:
    return {one.key for one in await admin.check(database.admin_target)}


@pytest.mark.parametrize("key", sorted(PROVOKED))
async def test_a_finding_is_made(database: Database, key: str) -> None:
    if PROVOKED[key]:
        # The tests' server does without fsync, which is a finding of its own.
        before = {one.facts.get("what") for one in await admin.check(database.admin_target) if one.key == key}
        for statement in PROVOKED[key]:
            await database.sql(statement.format(database=database.target.database))
        after = {one.facts.get("what") for one in await admin.check(database.admin_target) if one.key == key}
        assert after > before or after - before
    assert key in await keys(database)


async def test_a_login_with_too_many_rights_is_found(database: Database) -> None:
    anna = await World(database).founder()
    assert "logins.ok" in await keys(database)
    await database.sql(f"alter role {anna.login.role} createdb")
    assert "logins" in await keys(database)
    await database.sql(f"alter role {anna.login.role} nocreatedb")
    assert "bypass.ok" in await keys(database)
    second = scram.role_name().replace("m_", "second_")
    await database.sql(f"create role {second} login bypassrls")
    assert "bypass" in await keys(database)
    await database.sql(f"drop role {second}")


async def test_an_open_network_is_found(embedded_16: EmbeddedServer) -> None:
    """Nothing listens there; the settings alone are judged."""
    target = resolve(embedded_16.admin_dsn("vp_template"), {}, admin=True)
    before = {one.key for one in await admin.check(target)}
    assert {"tls.ok", "hba.ok"} <= before
    hba = embedded_16.cluster / "pg_hba.conf"
    honest = hba.read_text()
    hba.write_text(honest + "host all all 0.0.0.0/0 scram-sha-256\n")
    assert "hba" in {one.key for one in await admin.check(target)}
    hba.write_text(honest + "hostssl all all 0.0.0.0/0 password\n")
    assert "hba" in {one.key for one in await admin.check(target)}
    hba.write_text(honest)


async def test_the_settings_of_transport_are_judged(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    from vp_tui.store import checkup

    listening = dict(checkup.blocks("checks"))
    listening["tls"] = listening["tls"].replace("current_setting('listen_addresses')", "'0.0.0.0'")
    original = checkup.blocks
    monkeypatch.setattr(checkup, "blocks", lambda file: listening if file == "checks" else original(file))
    assert "tls" in await keys(database), "the embedded server has no TLS"


async def test_another_schema_is_the_only_finding(database: Database) -> None:
    await database.sql("update vp.schema_version set version = 77")
    (finding,) = await admin.check(database.admin_target)
    assert finding == replace(finding, key="schema", level="bad", facts={"found": 77, "wanted": 1})


async def test_every_finding_has_its_texts(database: Database) -> None:
    for name in _LEVELS:
        assert all(exists(f"server.{key}") for key in (name, f"{name}.ok", f"{name}.hint")), name
    for finding in await admin.check(database.admin_target):
        assert "{" not in text(f"server.{finding.key}", **finding.facts)
