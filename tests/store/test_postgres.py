"""What only a real server shows: round trips, races, late commits, restored copies, cut lines, logs, forged hints."""

from __future__ import annotations

import asyncio
import os
from contextlib import AsyncExitStack, suppress
from pathlib import Path

import asyncpg
import pytest

from tests.conftest import Database, fresh_database, remove_database
from tests.store.front import Authority, Front, front
from tests.store.test_conformance import everything
from tests.store.world import Person, World
from vp_tui.demo.server import EmbeddedServer
from vp_tui.errors import (
    ConflictError,
    LockedError,
    NotPermittedError,
    RetryableError,
    UpgradeError,
    UsageError,
    VpError,
)
from vp_tui.store import admin, scram
from vp_tui.store.connection import connect, translated
from vp_tui.store.dsn import resolve
from vp_tui.store.listen import Pace
from vp_tui.store.port import Append, Login, Sealed, Store
from vp_tui.store.postgres import PostgresStore
from vp_tui.store.sql import blocks


@pytest.fixture
async def far(postgres: World, database: Database, tmp_path):
    """Anna, signed in over a relay that counts and cuts: (person, relay)."""
    near = await postgres.founder()
    authority = Authority(tmp_path)
    async with AsyncExitStack() as stack:
        relay: Front = await stack.enter_async_context(
            front(database.server.sockets / ".s.PGSQL.5432", authority.server("localhost"))
        )
        dsn = f"postgresql://localhost:{relay.port}/{database.target.database}?sslrootcert={authority.path}"
        store = PostgresStore(resolve(dsn, {}), near.login, timeout=5)
        yield Person(store, near.login, near.member, near.device), relay
        await store.close()


async def run(program: Path, *arguments: str, given: bytes = b"") -> bytes:
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(program, *arguments, stdin=pipe, stdout=pipe)
    output, _ = await process.communicate(given)
    assert process.returncode == 0
    return output


async def append_in_transaction(person: Person, target, *entries: Append):
    """The statement of an append in a transaction that the caller ends."""
    connection = await connect(target, person.login)
    await connection.execute("begin")
    raws, blobs = [one.raw for one in entries], [one.blob for one in entries]
    await connection.fetch(blocks("acts")["append"], raws, blobs, [], [], [], [], [], [])
    return connection


async def test_each_act_is_one_round_trip(far: tuple[Person, Front]) -> None:
    anna, relay = far
    await anna.store.open()
    space = os.urandom(16)
    batch = [Append(anna.entry(space, seq), Sealed(os.urandom(1000))) for seq in range(20)]
    for act in (
        anna.store.append(batch, [anna.says(space, 3)]),
        anna.store.delta(),
        anna.store.append([Append(anna.entry(space, 20))]),
    ):
        turns, counted = relay.turns, anna.store.round_trips
        await act
        assert relay.turns - turns == anna.store.round_trips - counted == 1
    for twice in (anna.store.heads, anna.store.proposals):
        turns, counted = relay.turns, anna.store.round_trips
        await twice()
        assert relay.turns - turns == anna.store.round_trips - counted == 2, "asked first, prepared before that"
        await twice()
        assert relay.turns - turns == anna.store.round_trips - counted == 3


async def test_a_note_costs_little_more_than_its_bytes(far: tuple[Person, Front]) -> None:
    anna, relay = far
    space = await anna.create(length=1)
    before = len(relay.sent)
    await anna.store.append([Append(anna.entry(space, 1), Sealed(os.urandom(1104)))])
    assert len(relay.sent) - before < 1104 + 213 + 300


async def test_of_two_writers_exactly_one_wins(postgres: World) -> None:
    anna = await postgres.founder()
    bo = await postgres.join(anna)
    space = await anna.create(anna.member, bo.member, length=1)
    await bo.store.open()
    for seq in range(1, 21):
        results = await asyncio.gather(
            *(who.store.append([Append(who.entry(space, seq))]) for who in (anna, bo)), return_exceptions=True
        )
        assert sorted(type(one).__name__ for one in results) == ["ConflictError", "int"]
    assert (await anna.store.heads())[space] == 20


async def test_two_batches_over_the_same_spaces_never_lock_each_other_out(postgres: World) -> None:
    anna = await postgres.founder()
    bo = await postgres.join(anna)
    spaces = [await anna.create(anna.member, bo.member, length=1) for _ in range(8)]
    await bo.store.open()
    for seq in range(1, 6):
        results = await asyncio.gather(
            anna.store.append([Append(anna.entry(space, seq)) for space in spaces]),
            bo.store.append([Append(bo.entry(space, seq)) for space in reversed(spaces)]),
            return_exceptions=True,
        )
        assert sorted(type(one).__name__ for one in results) == ["ConflictError", "int"]


async def test_an_entry_that_commits_late_is_not_missed(postgres: World, database: Database) -> None:
    anna = await postgres.founder()
    bo = await postgres.join(anna)
    late, early = [await anna.create(anna.member, bo.member, length=1) for _ in range(2)]
    pages, _ = await everything(bo.store)
    slow = await append_in_transaction(anna, database.target, Append(anna.entry(late, 1)))
    await anna.store.append([Append(anna.entry(early, 1))])
    pages, seen = await everything(bo.store, pages[-1].cursor)
    assert (early, 1) in seen
    assert (late, 1) not in seen
    await slow.execute("commit")
    pages, seen = await everything(bo.store, pages[-1].cursor)
    assert (late, 1) in seen
    await slow.close()
    for _ in range(2):
        pages, seen = await everything(bo.store, pages[-1].cursor)
    assert seen == set(), "once nobody writes, nothing is sent twice"


async def test_access_that_is_granted_late_is_not_missed(postgres: World, database: Database) -> None:
    anna = await postgres.founder()
    bo = await postgres.join(anna)
    space = await anna.create(length=2)
    pages, _ = await everything(bo.store)
    slow = await connect(database.target, anna.login)
    await slow.execute("begin")
    grant = [anna.entry(space, 2)], [None], [1, 1], [anna.member, bo.member], [], [], [], []
    await slow.fetch(blocks("acts")["append"], *grant)
    await postgres.join(anna)
    pages, seen = await everything(bo.store, pages[-1].cursor)
    assert seen == set()
    await slow.execute("commit")
    await slow.close()
    _, seen = await everything(bo.store, pages[-1].cursor)
    assert seen == {(space, 0), (space, 1), (space, 2)}


@pytest.mark.parametrize("junk", [b"?", b"\xff" * 16, b"\xff" * 32, b"\xff" * 57, b"e" * 80])
async def test_a_cursor_of_another_history_starts_from_zero(postgres: World, junk: bytes) -> None:
    anna = await postgres.founder()
    space = await anna.create()
    assert (await everything(anna.store, junk))[1] == {(space, 0), (space, 1)}


async def test_a_renewed_incarnation_sends_everything_once_more(postgres: World, database: Database) -> None:
    anna = await postgres.founder()
    space = await anna.create()
    pages, _ = await everything(anna.store)
    await database.sql("update vp.meta set incarnation = gen_random_uuid()")
    pages, seen = await everything(anna.store, pages[-1].cursor)
    assert seen == {(space, 0), (space, 1)}
    assert (await everything(anna.store, pages[-1].cursor))[1] == set()


async def test_a_dump_restored_on_another_server_misses_nothing(
    embedded: EmbeddedServer, embedded_16: EmbeddedServer
) -> None:
    """The old server had numbered many more transactions than the new one."""
    old = await fresh_database(embedded_16)
    anna = await World(old).founder()
    space = await anna.create(length=3)
    await old.evil("update vp.entry set xid = '88888888'")
    pages, _ = await everything(anna.store)
    new = await fresh_database(embedded)
    await new.sql("drop schema vp cascade")
    script = await run(embedded.binary("pg_dump"), "--dbname", old.admin_dsn)
    await run(embedded.binary("psql"), "-qX", "-v", "ON_ERROR_STOP=1", new.admin_dsn, given=script)
    verifier = scram.verifier(anna.login.password)
    await new.sql(f"create role {anna.login.role} login password '{verifier}' in role vp_member")
    moved = Person(new.store(anna.login), anna.login, anna.member, anna.device)
    pages, seen = await everything(moved.store, pages[-1].cursor)
    assert seen == {(space, 0), (space, 1), (space, 2)}
    await moved.store.append([Append(moved.entry(space, 3))])
    pages, seen = await everything(moved.store, pages[-1].cursor)
    assert seen == {(space, 3)}, "restored rows are not sent again and again until the numbers catch up"
    for database in (old, new):
        await remove_database(database)


async def test_a_line_cut_after_the_commit_is_mended_by_repeating(far: tuple[Person, Front]) -> None:
    anna, relay = far
    space = await anna.create(length=1)
    batch = [Append(anna.entry(space, 1), Sealed(os.urandom(100))), Append(anna.entry(space, 2))]
    relay.cut_after_next_request = True
    with pytest.raises(RetryableError, match=r"store\.connection_lost"):
        await anna.store.append(batch)
    assert (await anna.store.heads())[space] == 2, "it had arrived"
    await anna.store.append(batch)
    assert (await anna.store.heads())[space] == 2


async def test_a_connection_that_the_server_ended_is_renewed(postgres: World, database: Database) -> None:
    anna = await postgres.founder()
    await anna.store.open()
    end = "select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename = $1"
    assert [row[0] for row in await database.sql(end, anna.login.role)] == [True]
    with suppress(RetryableError):  # where the next call is quicker than the news
        await anna.store.delta()
    await anna.store.delta()


async def test_who_was_ended_is_thrown_out_at_once(postgres: World) -> None:
    anna = await postgres.founder()
    bo = await postgres.join(anna)
    async with bo.store.listener() as wakeups:
        await bo.store.delta()
        await anna.store.login_end(member=bo.member)
        with pytest.raises(RetryableError, match=r"store\.connection_lost"):
            await wakeups.wait(10)
        with suppress(RetryableError, NotPermittedError):
            await bo.store.delta()
    with pytest.raises(NotPermittedError, match=r"store\.login_ended"):
        await bo.store.delta()


async def test_a_server_that_does_not_answer_in_time(postgres: World, database: Database) -> None:
    anna = await postgres.founder()
    hasty = PostgresStore(database.target, anna.login, timeout=0.3)
    async with admin.session(database.admin_target) as connection, connection.transaction():
        await hasty.open()
        await connection.execute("lock table vp.entry in access exclusive mode")
        with pytest.raises(RetryableError, match=r"store\.timeout"):
            await hasty.delta()
    await hasty.delta()
    await hasty.close()


async def test_an_upgrade_under_the_connection_is_not_noticed(postgres: World, database: Database) -> None:
    anna = await postgres.founder()
    await anna.store.heads()
    for statement in (
        "drop function vp.heads()",
        "create function vp.heads() returns table (space bytea, seq integer) language sql security definer"
        " as $$ select practice_id, 41 from vp.meta $$",
        "grant execute on function vp.heads to vp_member",
    ):
        await database.sql(statement)
    assert await anna.store.heads() == {postgres.practice: 41}


@pytest.mark.parametrize(("version", "key"), [(0, "store.schema_old"), (9, "store.schema_new")])
async def test_another_schema_asks_for_an_upgrade(postgres: World, database: Database, version: int, key: str) -> None:
    anna = await postgres.founder()
    await database.sql("update vp.schema_version set version = $1", version)
    with pytest.raises(UpgradeError) as caught:
        await anna.store.delta()
    assert caught.value.key == key


async def test_a_foreign_server_is_named_as_such(database: Database) -> None:
    await database.sql("drop schema vp cascade")
    with pytest.raises(UsageError, match=r"store\.foreign"):
        await database.store(database.founder).open()
    missing = resolve(database.dsn.replace(database.target.database, "nowhere"), {})
    with pytest.raises((UsageError, LockedError)):
        await PostgresStore(missing, database.founder).open()


async def test_wrong_passwords_and_unknown_roles_look_the_same(database: Database) -> None:
    for login in (Login(database.founder.role, scram.password()), Login(scram.role_name(), scram.password())):
        with pytest.raises(LockedError, match=r"store\.wrong_password"):
            await database.store(login).open()


async def test_an_expired_invitation_opens_nothing(postgres: World) -> None:
    anna = await postgres.founder()
    _, code = await postgres.invite(anna, hours=-1)
    with pytest.raises(LockedError, match=r"store\.wrong_password"):
        await postgres.server.store(code).open()
    await postgres.invite(anna)
    assert [one.role for one in await anna.store.invites()] != [code.role], "expired ones are tidied away"


async def test_answers_of_another_shape_are_errors(postgres: World, database: Database) -> None:
    anna = await postgres.founder()
    await anna.store.open()
    for body in ("select practice_id, null::bigint from vp.meta", "select null::bytea, 1::bigint"):
        await database.sql(
            "create or replace function vp.heads() returns table (space bytea, seq bigint)"
            f" language sql security definer as $$ {body} $$"
        )
        with pytest.raises(VpError, match=r"store\.malformed"):
            await anna.store.heads()


@pytest.mark.parametrize(
    ("raised", "key"),
    [
        (AssertionError("marker"), "store.malformed"),
        (UnicodeDecodeError("utf-8", b"marker", 0, 1, "marker"), "store.malformed"),
        (asyncpg.InterfaceError("marker"), "store.malformed"),
        (ConnectionResetError("marker"), "store.unreachable"),
        (asyncpg.DeadlockDetectedError("marker"), "store.busy"),
        (asyncpg.TooManyConnectionsError("marker"), "store.busy"),
        (asyncpg.DiskFullError("marker"), "store.busy"),
        (asyncpg.CannotConnectNowError("marker"), "store.connection_lost"),
        (asyncpg.SyntaxOrAccessError("marker"), "store.failed"),
    ],
)
def test_nothing_of_the_driver_crosses_the_border(raised: Exception, key: str) -> None:
    with pytest.raises(VpError) as caught, translated():
        raise raised
    assert caught.value.key == key
    assert "marker" not in str(caught.value.facts)


async def test_a_thousand_forged_hints_lead_to_a_handful_of_questions(postgres: World, database: Database) -> None:
    anna = await postgres.founder()
    bo = await postgres.join(anna)
    answered = 0

    async def follow(store: Store) -> None:
        nonlocal answered
        async with store.listener() as wakeups:
            ready.set()
            while await wakeups.wait(3, fruitful=False):
                answered += 1

    ready = asyncio.Event()
    following = asyncio.create_task(follow(anna.store))
    await ready.wait()
    forger = await connect(database.target, bo.login)
    for n in range(1000):
        await forger.execute(f"notify vp, 'forged {n}'")
    await following
    await forger.close()
    assert 1 <= answered <= 6


def test_the_pause_grows_without_news_and_shrinks_with_it() -> None:
    pace, now, pauses = Pace(), 100.0, []
    for news in (True, False, False, False, False, False, False, True):
        pace.brought(news)
        pauses.append(pace.delay(now))
        pace.answered(now)
    assert pauses == [0.0, 0.5, 1.0, 2.0, 4.0, 8.0, 8.0, 0.25]
    pace.brought(True)
    assert pace.delay(now + 60) == 0.0


async def test_no_parameter_reaches_the_log(postgres: World, database: Database) -> None:
    """The server logs every statement; ciphertext, verifiers and passwords are not in the file."""
    anna = await postgres.founder()
    space, blob = os.urandom(16), Sealed(os.urandom(64))
    raw = anna.entry(space, 0)
    await anna.store.append([Append(raw, blob)])
    with pytest.raises(ConflictError):
        await anna.store.append([Append(anna.entry(space, 0))])
    renewed = scram.verifier(scram.password())
    await anna.store.set_verifier(renewed)
    log = database.server.log.read_bytes()
    assert b"select vp.append($1" in log
    for secret in (blob.hex(), raw.hex(), space.hex(), renewed, anna.login.password):
        assert secret.encode() not in log
    await database.sql(f"alter database {database.target.database} set log_parameter_max_length = -1")
    other = database.store(database.founder)
    careless = Login(anna.login.role, scram.password())
    await anna.store.set_verifier(scram.verifier(careless.password))
    await other.close()
    store = database.store(careless)
    await store.append([Append(raw, blob)])
    assert blob.hex().encode() in database.server.log.read_bytes(), "without the setting it would be there"


async def test_errors_say_nothing_of_what_was_sent(postgres: World) -> None:
    anna = await postgres.founder()
    space = await anna.create()
    for raw in (anna.entry(space, 0), Sealed(b"marker" * 50)):
        with pytest.raises(VpError) as caught:
            await anna.store.append([Append(raw)])
        told = f"{caught.value!r} {caught.value} {caught.value.__cause__} {caught.value.__suppress_context__}"
        assert "marker" not in told
        assert space.hex() not in told
        assert caught.value.__suppress_context__
    with pytest.raises(VpError) as caught:
        await anna.store.append([Append("a marker of the wrong type")])  # type: ignore[arg-type]
    assert caught.value.__suppress_context__
    assert "marker" not in repr(Sealed(b"marker"))
    assert anna.login.password not in repr(anna.login)
