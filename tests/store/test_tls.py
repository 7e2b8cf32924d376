"""Off a Unix socket: a verified certificate of the right name and TLS 1.3, or no connection and no password."""

from __future__ import annotations

import shutil
import ssl
import struct
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import SETTINGS, SYSTEM_15, Database, fresh_database, make_template, remove_database
from tests.store.front import Authority, front, rogue
from tests.store.world import Person, World
from vp_tui.demo import server as demo_server
from vp_tui.demo.server import EmbeddedServer
from vp_tui.errors import LockedError, RetryableError, UsageError, VpError
from vp_tui.store import scram
from vp_tui.store.dsn import Target, resolve
from vp_tui.store.port import Login
from vp_tui.store.postgres import PostgresStore

CLEARTEXT = b"R" + struct.pack("!ii", 8, 3)
LOGIN = Login(scram.role_name(), scram.password())


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("ca"))


def address(authority: Authority, port: int, host: str = "localhost", database: str = "vp") -> Target:
    return resolve(f"postgresql://{host}:{port}/{database}?sslrootcert={authority.path}", {})


def socket_of(database: Database) -> Path:
    return database.server.sockets / ".s.PGSQL.5432"


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
async def test_a_good_certificate_opens_the_road(
    postgres: World, database: Database, authority: Authority, host: str
) -> None:
    anna = await postgres.founder()
    async with front(socket_of(database), authority.server("localhost", "127.0.0.1")) as relay:
        store = PostgresStore(address(authority, relay.port, host, database.target.database), anna.login)
        assert (await store.delta()).practice_id == postgres.practice
        await store.close()
        assert anna.login.password.encode() not in relay.sent


@pytest.mark.parametrize(
    ("names", "days", "key"),
    [(("db.example.org",), 30, "store.tls_name"), (("localhost", "127.0.0.1"), -1, "store.tls_expired")],
)
@pytest.mark.parametrize("host", ["localhost", "127.0.0.1"])
async def test_a_certificate_of_another_name_or_time_is_refused(
    authority: Authority, names: tuple[str, ...], days: int, key: str, host: str
) -> None:
    async with rogue(authority.server(*names, days=days), CLEARTEXT) as (port, told):
        with pytest.raises(UsageError) as caught:
            await PostgresStore(address(authority, port, host), LOGIN).open()
    assert caught.value.key == key
    assert told == []


async def test_a_certificate_of_another_authority_is_refused(authority: Authority, tmp_path: Path) -> None:
    other = Authority(tmp_path, "other")
    async with rogue(other.server("localhost"), CLEARTEXT) as (port, told):
        with pytest.raises(UsageError, match=r"store\.tls_untrusted"):
            await PostgresStore(address(authority, port), LOGIN).open()
        with pytest.raises(UsageError, match=r"store\.tls_untrusted"):
            await PostgresStore(resolve(f"host=localhost port={port} sslrootcert=system", {}), LOGIN).open()
    assert told == []


async def test_a_server_without_tls_gets_no_password(authority: Authority) -> None:
    async with rogue(None, CLEARTEXT) as (port, told):
        with pytest.raises(UsageError, match=r"store\.tls_missing"):
            await PostgresStore(address(authority, port), LOGIN).open()
    assert told == []


async def test_an_older_tls_is_refused(authority: Authority) -> None:
    context = authority.server("localhost", version=ssl.TLSVersion.TLSv1_2)
    async with rogue(context, CLEARTEXT) as (port, told):
        # A server that gives up without an alert cannot be told from one that is not there.
        with pytest.raises(VpError, match=r"store\.(tls_failed|unreachable)"):
            await PostgresStore(address(authority, port), LOGIN).open()
    assert told == []


async def test_a_rogue_with_a_valid_certificate_learns_a_value_that_opens_nothing_else(authority: Authority) -> None:
    async with rogue(authority.server("localhost"), CLEARTEXT) as (port, told):
        with pytest.raises(LockedError):
            await PostgresStore(address(authority, port), LOGIN).open()
    assert told == [b"p" + struct.pack("!i", 4 + 44) + LOGIN.password.encode() + b"\x00"]
    assert len({scram.password() for _ in range(100)}) == 100


@pytest.mark.parametrize("answer", [b"", b"R\x7f\xff\xff\xff", b"E\x00\x00\x00\x05\x00", b"HTTP/1.1 400\r\n"])
async def test_nonsense_is_an_error_of_ours(authority: Authority, answer: bytes) -> None:
    async with rogue(authority.server("localhost"), answer) as (port, _):
        with pytest.raises(VpError) as caught:
            await PostgresStore(replace(address(authority, port), timeout=0.3), LOGIN).open()
    assert caught.value.key.startswith("store.")


async def test_nobody_there_is_retryable(authority: Authority) -> None:
    async with rogue(None, b"") as (port, _):
        pass
    with pytest.raises(RetryableError, match=r"store\.unreachable"):
        await PostgresStore(address(authority, port), LOGIN).open()


async def test_a_list_of_hosts_fails_over(postgres: World, database: Database, authority: Authority) -> None:
    anna = await postgres.founder()
    async with rogue(None, b"") as (dead, _):
        pass
    async with front(socket_of(database), authority.server("localhost")) as relay:
        name = database.target.database
        dsn = f"postgresql://localhost:{dead},localhost:{relay.port}/{name}?sslrootcert={authority.path}"
        target = resolve(dsn, {})
        assert target.session_attrs == "read-write"
        store = PostgresStore(target, anna.login)
        await store.delta()
        await store.close()


@pytest.fixture
def tls_15(authority: Authority) -> Iterator[EmbeddedServer]:
    """Debian's PostgreSQL 15, which speaks TLS itself, on an address of the loopback network."""
    if not SYSTEM_15.is_dir():
        pytest.skip("no PostgreSQL 15 in this system")
    folder = Path(tempfile.mkdtemp(prefix="vp-test-"))
    cluster, account = demo_server._place(folder), demo_server._account()
    server = EmbeddedServer(folder, cluster, demo_server._socket_folder(cluster), SYSTEM_15, account)
    paths = [Path(shutil.copy(path, cluster)) for path in authority.files("127.0.0.77")]
    for path in paths:
        path.chmod(0o600)
        if account is not None:
            shutil.chown(path, account)
    # initdb wants an empty folder
    kept = [path.rename(cluster.with_name(path.name)) for path in paths]
    certificate, key = map(str, kept)
    network = {"listen_addresses": "127.0.0.77", "ssl": "on", "ssl_cert_file": certificate, "ssl_key_file": key}
    server._make({**SETTINGS, **network, "ssl_min_protocol_version": "TLSv1.3"})
    with (cluster / "pg_hba.conf").open("a") as hba:
        hba.write("hostssl all all 127.0.0.0/8 scram-sha-256\n")
    server._pg_ctl("start")
    yield server
    server.destroy()
    shutil.rmtree(folder)


@pytest.mark.system_postgres
async def test_a_server_that_speaks_tls_itself(tls_15: EmbeddedServer, authority: Authority) -> None:
    await make_template(tls_15.admin_dsn)
    database = await fresh_database(tls_15)
    anna: Person = await World(database).founder()
    target = address(authority, 5432, "127.0.0.77", database.target.database)
    store = PostgresStore(target, anna.login)
    space = await Person(store, anna.login, anna.member, anna.device).create()
    assert space in await store.heads()
    assert (await database.sql("select count(*) from pg_stat_ssl where version = 'TLSv1.3'"))[0][0] == 1
    async with store.listener() as wakeups:
        await store.append([])
        assert await wakeups.wait(10)
    await store.close()
    await remove_database(database)
