"""Addresses: libpq's habits where they are safe, and a clear refusal where they are not."""

from __future__ import annotations

import ssl
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.front import Authority
from vp_tui.errors import UsageError
from vp_tui.i18n.catalog.errors_store import TEXT
from vp_tui.store.dsn import Target, resolve


@pytest.fixture(scope="module")
def ca(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Authority(tmp_path_factory.mktemp("ca")).path


@pytest.mark.parametrize(
    ("dsn", "hosts", "database"),
    [
        ("postgresql://db.example.org/vp", [("db.example.org", 5432)], "vp"),
        ("postgres://db.example.org:6543", [("db.example.org", 6543)], "vp"),
        ("postgresql://a:1,b:2,c/vp", [("a", 1), ("b", 2), ("c", 5432)], "vp"),
        ("postgresql://[::1]:6543/vp", [("::1", 6543)], "vp"),
        ("postgresql:///vp?host=/run/pg&port=6543", [("/run/pg", 6543)], "vp"),
        ("postgresql://%2Frun%2Fpg/praktijk%20x", [("/run/pg", 5432)], "praktijk x"),
        ("host=a,b port=1,2 dbname=x", [("a", 1), ("b", 2)], "x"),
        ("host=a,b port=6543", [("a", 6543), ("b", 6543)], "vp"),
        (r"host = 'a'  dbname='it\'s \\ it'", [("a", 5432)], "it's \\ it"),
        ("dbname=x", [("/var/run/postgresql", 5432)], "x"),
    ],
)
def test_addresses_are_read_as_libpq_reads_them(dsn: str, hosts: list[tuple[str, int]], database: str) -> None:
    target = resolve(dsn, {})
    assert (list(target.hosts), target.database) == (hosts, database)
    assert target.unix == hosts[0][0].startswith("/")
    assert target.session_attrs == ("read-write" if len(hosts) > 1 else "any")
    assert resolve(target.address(), {}) == target


@pytest.mark.parametrize(
    ("dsn", "key"),
    [
        (None, "no_address"),
        ("", "no_address"),
        ("nonsense", "dsn_syntax"),
        ("mysql://a/b", "dsn_syntax"),
        ("postgresql://a:x/vp", "dsn_syntax"),
        ("postgresql://a:70000/vp", "dsn_syntax"),
        ("host=a,b port=1,2,3", "dsn_syntax"),
        ("host=a,/run", "dsn_syntax"),
        ("host='a", "dsn_syntax"),
        ("host=a port=0", "dsn_syntax"),
        ("host=a target_session_attrs=whatever", "dsn_syntax"),
        ("postgresql://a/vp?novalue", "dsn_syntax"),
        ("host=a options=-csearch_path=evil", "dsn_option"),
        ("host=a sslcert=/x", "dsn_option"),
        ("postgresql://m:secret@a/vp", "dsn_password"),
        ("host=a password=secret", "dsn_password"),
        ("host=a passfile=/x", "dsn_password"),
        ("postgresql://m@a/vp", "dsn_user"),
        ("host=a user=m", "dsn_user"),
        ("host=a sslmode=disable", "sslmode"),
        ("host=a sslmode=prefer", "sslmode"),
        ("host=a sslmode=require", "sslmode"),
        ("postgresql://a/vp?sslmode=verify-ca", "sslmode"),
        ("host=a sslrootcert=/nowhere/ca.pem", "no_ca"),
        ("service=nowhere", "dsn_service"),
    ],
)
def test_what_is_not_safe_or_not_known_is_refused(dsn: str | None, key: str) -> None:
    with pytest.raises(UsageError) as caught:
        resolve(dsn, {})
    assert caught.value.key == f"store.{key}"
    for part in ("title", "hint"):
        for language in TEXT[f"store.{key}.{part}"]:
            assert "secret" not in language.format(**caught.value.facts)


def test_the_environment_is_read_from_the_mapping_and_only_where_it_is_safe(
    ca: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGHOST", "trap.example.org")
    monkeypatch.setenv("PGPASSWORD", "trap")
    given = {
        "PGHOST": "db.example.org",
        "PGPORT": "6543",
        "PGDATABASE": "x",
        "PGSSLROOTCERT": str(ca),
        "PGSSLMODE": "disable",
        "PGUSER": "m",
        "PGPASSWORD": "secret",
        "PGOPTIONS": "-csearch_path=evil",
        "PGSSLKEY": "/x",
    }
    assert resolve(None, given) == Target((("db.example.org", 6543),), "x", str(ca))
    assert resolve("host=other", given).hosts == (("other", 6543),)
    with pytest.raises(UsageError, match=r"store\.no_address"):
        resolve(None, {})
    admin = resolve(None, given, admin=True)
    assert (admin.user, admin.password) == ("m", "secret")
    assert "secret" not in repr(admin)


def test_an_administrator_may_name_a_user_and_never_a_password() -> None:
    target = resolve("postgresql://boss@a/vp", {"PGPASSFILE": "/x"}, admin=True)
    assert (target.user, target.password, target.passfile) == ("boss", None, "/x")
    with pytest.raises(UsageError, match=r"store\.dsn_password"):
        resolve("postgresql://boss:secret@a/vp", {}, admin=True)


def test_service_files(ca: Path, tmp_path: Path) -> None:
    service = tmp_path / ".pg_service.conf"
    service.write_text(
        f"# a comment\n[team]\nhost=db.example.org\ndbname=x\nsslrootcert={ca}\n[weak]\nhost=a\nsslmode=require\n"
    )
    for environ in ({"HOME": str(tmp_path)}, {"PGSERVICEFILE": str(service)}):
        expected = Target((("db.example.org", 5432),), "x", str(ca))
        assert resolve("service=team", environ) == expected
        assert resolve(None, {**environ, "PGSERVICE": "team"}) == expected
        assert resolve("service=team dbname=y", environ).database == "y"
        with pytest.raises(UsageError, match=r"store\.sslmode"):
            resolve("service=weak", environ)
        with pytest.raises(UsageError, match=r"store\.dsn_service"):
            resolve("service=other", environ)
    service.write_text("no section")
    with pytest.raises(UsageError, match=r"store\.dsn_service"):
        resolve("service=team", {"HOME": str(tmp_path)})


def test_tls_is_decided_always(ca: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = tmp_path / "keys"
    monkeypatch.setenv("SSLKEYLOGFILE", str(keys))
    for dsn in (f"host=a sslrootcert={ca}", "host=a", "host=a sslmode=verify-full"):
        context = resolve(dsn, {}).tls()
        assert context
        assert context.check_hostname
        assert context.verify_mode is ssl.CERT_REQUIRED
        assert context.minimum_version is ssl.TLSVersion.TLSv1_3
        assert context.keylog_filename is None
    assert resolve("host=/run/x sslmode=disable", {}).tls() is False
    not_pem = tmp_path / "not.pem"
    not_pem.write_text("hello")
    with pytest.raises(UsageError, match=r"store\.no_ca"):
        resolve(f"host=a sslrootcert={not_pem}", {}).tls()


def test_the_usual_place_of_an_authority(ca: Path, tmp_path: Path) -> None:
    usual = tmp_path / ".postgresql" / "root.crt"
    usual.parent.mkdir()
    usual.write_bytes(ca.read_bytes())
    assert resolve("host=a", {"HOME": str(tmp_path)}).sslrootcert == str(usual)
    assert resolve("host=a sslrootcert=system", {"HOME": str(tmp_path)}).sslrootcert is None


@given(st.text(max_size=60))
def test_whatever_is_typed_is_an_address_or_an_error_of_ours(text: str) -> None:
    for prefix in ("", "postgresql://", "host="):
        try:
            target = resolve(prefix + text, {})
        except UsageError:
            continue
        assert target.password is None
