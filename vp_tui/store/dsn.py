"""Where the server is: the habits of libpq, where they are safe.

Invariant: off a Unix socket there is no connection without a verified certificate of the right name and TLS 1.3, and
no password comes from an address. Known: URLs and keyword strings, service files, host lists, ``sslrootcert``, and a
few variables of the environment, read from the mapping that is passed and nowhere else. What is not known is refused,
never ignored. Callers: workspace, cli, demo.
"""

from __future__ import annotations

import configparser
import re
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from urllib.parse import parse_qsl, quote, unquote

from vp_tui.errors import UsageError

__all__ = ["Target", "resolve"]

_OPTIONS = frozenset(
    ("host", "port", "dbname", "user", "sslmode", "sslrootcert", "target_session_attrs", "connect_timeout", "service")
)
_ENVIRONMENT = {
    "PGHOST": "host",
    "PGPORT": "port",
    "PGDATABASE": "dbname",
    "PGSSLMODE": "sslmode",
    "PGSSLROOTCERT": "sslrootcert",
    "PGTARGETSESSIONATTRS": "target_session_attrs",
    "PGCONNECT_TIMEOUT": "connect_timeout",
}
_SESSIONS = ("any", "read-write", "read-only", "primary", "standby", "prefer-standby")
_KEYWORD = re.compile(r"\s*(\w+)\s*=\s*(?:'((?:[^'\\]|\\.)*)'|((?:[^\s'\\]|\\.)*))(?=\s|$)")
_LOCAL = "/var/run/postgresql"
_LINE = "sslmode=verify-full sslrootcert=/path/to/ca.pem"


@dataclass(frozen=True, slots=True)
class Target:
    """A server's address, checked. ``user``, ``password`` and ``passfile`` are an administrator's only."""

    hosts: tuple[tuple[str, int], ...]
    database: str
    sslrootcert: str | None = None
    session_attrs: str = "any"
    timeout: float = 10.0
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    passfile: str | None = None

    @property
    def unix(self) -> bool:
        """Whether the road is a Unix socket."""
        return self.hosts[0][0].startswith("/")

    def tls(self) -> ssl.SSLContext | Literal[False]:
        """The context of every connection: certificate and name verified, TLS 1.3. False on a Unix socket alone."""
        if self.unix:
            return False
        # Not create_default_context: that one writes session keys to the file in SSLKEYLOGFILE.
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.minimum_version = ssl.TLSVersion.TLSv1_3
        if self.sslrootcert is None:
            context.load_default_certs(ssl.Purpose.SERVER_AUTH)
        else:
            try:
                context.load_verify_locations(cafile=self.sslrootcert)
            except (OSError, ssl.SSLError):
                raise UsageError("store.no_ca", path=self.sslrootcert) from None
        return context

    def address(self) -> str:
        """The address in one form that is safe to store, show and speak; ``resolve`` reads it back."""
        options = {}
        if self.unix:
            hosts = ""
            options["host"] = self.hosts[0][0]
            if self.hosts[0][1] != 5432:
                options["port"] = str(self.hosts[0][1])
        else:
            hosts = ",".join(f"[{host}]:{port}" if ":" in host else f"{host}:{port}" for host, port in self.hosts)
            if self.sslrootcert is not None:
                options["sslrootcert"] = self.sslrootcert
        if self.session_attrs != ("read-write" if len(self.hosts) > 1 else "any"):
            options["target_session_attrs"] = self.session_attrs
        query = "&".join(f"{name}={quote(value, safe='/')}" for name, value in options.items())
        return f"postgresql://{hosts}/{quote(self.database)}" + (f"?{query}" if query else "")


def resolve(dsn: str | None, environ: Mapping[str, str], *, admin: bool = False) -> Target:
    """The target of an address (URL or keyword string, may name a ``service``), filled up from ``environ``.

    An address of a member holds neither role nor password: those are in the vault. An administrator's may name a
    user; her password comes from PGPASSWORD or the password file. Raises UsageError: ``store.dsn_syntax``,
    ``dsn_option``, ``dsn_password``, ``dsn_user``, ``dsn_service``, ``no_address``, ``sslmode``, ``no_ca``.
    """
    given = _parse(dsn or "")
    name = given.pop("service", None) or environ.get("PGSERVICE")
    service = _service(name, environ) if name else {}
    outside = {option: environ[variable] for variable, option in _ENVIRONMENT.items() if environ.get(variable)}
    options = {**outside, **service, **given}
    if not options:
        raise UsageError("store.no_address")
    for option in options:
        if option not in _OPTIONS:
            raise UsageError("store.dsn_password" if "pass" in option else "store.dsn_option", option=option)
    if "user" in options and not admin:
        raise UsageError("store.dsn_user")
    hosts = _hosts(options.get("host", _LOCAL), options.get("port", ""))
    attrs = options.get("target_session_attrs", "read-write" if len(hosts) > 1 else "any")
    timeout = options.get("connect_timeout", "10")
    if attrs not in _SESSIONS or not timeout.isdecimal():
        raise UsageError("store.dsn_syntax")
    unix = hosts[0][0].startswith("/")
    # The environment may say less than verify-full and mean other programs; it must not loosen this one.
    if not unix and (mode := {**service, **given}.get("sslmode", "verify-full")) != "verify-full":
        raise UsageError("store.sslmode", sslmode=mode, line=_LINE)
    user = options.get("user") or environ.get("PGUSER") or environ.get("USER") or "postgres"
    return Target(
        hosts=hosts,
        database=options.get("dbname", "vp"),
        sslrootcert=None if unix else _root(options.get("sslrootcert"), environ),
        session_attrs=attrs,
        timeout=float(timeout) or 10.0,
        user=user if admin else None,
        password=environ.get("PGPASSWORD") if admin else None,
        passfile=environ.get("PGPASSFILE") if admin else None,
    )


def _parse(dsn: str) -> dict[str, str]:
    if re.match(r"\w+://", dsn):
        return _parse_url(dsn)
    options: dict[str, str] = {}
    end = 0
    for found in _KEYWORD.finditer(dsn):
        if found.start() != end:
            break
        end = found.end()
        options[found[1]] = re.sub(r"\\(.)", r"\1", found[2] if found[2] is not None else found[3])
    if dsn[end:].strip():
        raise UsageError("store.dsn_syntax")
    return options


def _parse_url(dsn: str) -> dict[str, str]:
    found = re.fullmatch(r"postgres(?:ql)?://(?:([^/@?]*)@)?([^/?@]*)(?:/([^?]*))?(?:\?(.*))?", dsn)
    if found is None:
        raise UsageError("store.dsn_syntax")
    login, where, database, query = found.groups(default="")
    user, colon, password = login.partition(":")
    if colon and password:
        raise UsageError("store.dsn_password", option="password")
    options = {"user": unquote(user), "dbname": unquote(database)}
    names, ports = [], []
    for part in where.split(",") if where else ():
        piece = re.fullmatch(r"(\[[0-9a-fA-F:.%]+\]|[^\[\]:]*)(?::(\d*))?", part)
        if piece is None:
            raise UsageError("store.dsn_syntax")
        names.append(unquote(piece[1].strip("[]")))
        ports.append(piece[2] or "5432")
    options["host"], options["port"] = ",".join(names), ",".join(ports)
    try:
        options |= dict(parse_qsl(query, strict_parsing=True)) if query else {}
    except ValueError:
        raise UsageError("store.dsn_syntax") from None
    return {option: value for option, value in options.items() if value}


def _service(name: str, environ: Mapping[str, str]) -> dict[str, str]:
    """The section ``name`` of the first service file that has it; a file's ``user`` is left to the administrator."""
    home, system = environ.get("HOME", ""), environ.get("PGSYSCONFDIR", "")
    places = [environ.get("PGSERVICEFILE") or (f"{home}/.pg_service.conf" if home else "")]
    places.append(f"{system}/pg_service.conf" if system else "")
    for place in filter(None, places):
        sections = configparser.ConfigParser(interpolation=None, delimiters=("=",), default_section="")
        try:
            sections.read(place, encoding="utf-8")
        except (configparser.Error, OSError, UnicodeDecodeError):
            raise UsageError("store.dsn_service", service=name) from None
        if sections.has_section(name):
            return dict(sections[name])
    raise UsageError("store.dsn_service", service=name)


def _hosts(hosts: str, ports: str) -> tuple[tuple[str, int], ...]:
    names = hosts.split(",")
    numbers = (ports or "5432").split(",")
    if len(numbers) == 1:
        numbers *= len(names)
    if len(numbers) != len(names) or not all(number.isdecimal() and 0 < int(number) < 65536 for number in numbers):
        raise UsageError("store.dsn_syntax")
    if not all(names) or (len(names) > 1 and any(name.startswith("/") for name in names)):
        raise UsageError("store.dsn_syntax")
    return tuple((name, int(number)) for name, number in zip(names, numbers, strict=True))


def _root(given: str | None, environ: Mapping[str, str]) -> str | None:
    """The authority's file: the given one, libpq's usual one if it exists, otherwise the system's store (None)."""
    if given == "system":
        return None
    home = environ.get("HOME", "")
    if given is None:
        usual = Path(home, ".postgresql", "root.crt")
        return str(usual) if home and usual.is_file() else None
    path = Path(given).expanduser()
    if not path.is_file():
        raise UsageError("store.no_ca", path=str(path))
    return str(path)
