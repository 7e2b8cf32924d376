"""Where things lie on this computer, and that nobody else can write there.

Invariant: every folder of ours is 0700 when made and every file 0600; a folder or file of somebody else's, or that
group or world may write, is refused before a byte of it is believed. A file is replaced whole or not at all.

``VP_HOME`` puts everything into one folder (config.toml, state/, cache/); otherwise the platform's own places are used
(XDG on Linux). One home holds several identities, each with its own folder below state/ and cache/.
Callers: every module of this room, the workspace and the command line.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, NamedTuple

from vp_tui.errors import RetryableError, UsageError, VpError

__all__ = ["Paths", "folder", "identity_name", "locate", "read_private", "replacing", "write_private"]

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-_")


class Paths(NamedTuple):
    """Three places; none of them need exist yet."""

    config: Path
    """The file config.toml."""
    state: Path
    """What must not be lost: pins, outbox, drafts, the file keystore."""
    cache: Path
    """What can be fetched again."""

    def identity_state(self, name: str) -> Path:
        """The identity's folder below state, made and checked. Raises as `folder` and `identity_name` do."""
        folder(self.state)
        return folder(self.state / "identities" / identity_name(name))

    def identity_cache(self, name: str) -> Path:
        """The identity's folder below cache, made and checked. Raises as `folder` and `identity_name` do."""
        folder(self.cache)
        return folder(self.cache / "identities" / identity_name(name))


def locate(environ: Mapping[str, str] = os.environ) -> Paths:
    """Where things lie; touches nothing. Only ``VP_HOME`` is read from ``environ``: XDG variables are the process's."""
    home = environ.get("VP_HOME")
    if home:
        root = Path(home).expanduser().absolute()
        return Paths(root / "config.toml", root / "state", root / "cache")
    # 5 ms that a start with VP_HOME need not pay.
    from platformdirs import PlatformDirs

    dirs = PlatformDirs("vp", appauthor=False)
    return Paths(dirs.user_config_path / "config.toml", dirs.user_state_path, dirs.user_cache_path)


def identity_name(name: str) -> str:
    """``name`` if it can be a folder's and a table's name: 1 to 32 of a-z 0-9 - _, no sign first. Else UsageError."""
    if not 1 <= len(name) <= 32 or not _LETTERS.issuperset(name) or name[0] in "-_":
        raise UsageError("identity-name", name=name[:40])
    return name


def folder(path: Path) -> Path:
    """Make ``path`` (0700, and each missing parent), then check it.

    Raises UsageError folder-foreign (somebody else's), folder-open (group or world may write), folder-not (no folder
    can be there), RetryableError disk-full.
    """
    try:
        for missing in reversed([step for step in (path, *path.parents) if not step.exists()]):
            missing.mkdir(mode=0o700, exist_ok=True)
        found = path.stat()
    except OSError as problem:
        if problem.errno in _FULL:
            raise RetryableError("disk-full", path=str(path)) from None
        raise UsageError("folder-not", path=str(path), reason=_reason(problem)) from None
    if not stat.S_ISDIR(found.st_mode):
        raise UsageError("folder-not", path=str(path), reason="ENOTDIR")
    _refuse("folder", path, found)
    return path


def _refuse(what: str, path: Path, found: os.stat_result) -> None:
    # Windows has neither owner numbers nor these bits.
    if hasattr(os, "geteuid") and found.st_uid != os.geteuid():
        raise UsageError(f"{what}-foreign", path=str(path), owner=found.st_uid)
    if os.name == "posix" and found.st_mode & 0o022:
        raise UsageError(f"{what}-open", path=str(path), mode=f"{stat.S_IMODE(found.st_mode):04o}")


def read_private(path: Path) -> bytes | None:
    """The file's bytes, None if there is none.

    Raises UsageError file-foreign or file-open as `folder` does, VpError file-unreadable.
    """
    try:
        with path.open("rb") as file:
            # The open file is asked, not the name: nothing can be swapped in between.
            _refuse("file", path, os.fstat(file.fileno()))
            return file.read()
    except FileNotFoundError:
        return None
    except OSError as problem:
        raise VpError("file-unreadable", path=str(path), reason=_reason(problem)) from None


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """A new file that takes the place of ``path`` when the block ends well: 0600, atomic, on the disk.

    A symbolic link stays a link: its target is replaced. Raises as `folder` does, RetryableError disk-full, VpError
    file-unwritable; the old file is then untouched.
    """
    path = Path(os.path.realpath(path))
    beside = folder(path.parent) / f".{path.name}.{os.getpid()}-{os.urandom(4).hex()}"
    try:
        with open(beside, "xb", opener=lambda name, flags: os.open(name, flags, 0o600)) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)
        _sync_folder(path.parent)
    except OSError as problem:
        if problem.errno in _FULL:
            raise RetryableError("disk-full", path=str(path.parent)) from None
        raise VpError("file-unwritable", path=str(path), reason=_reason(problem)) from None
    finally:
        beside.unlink(missing_ok=True)


def write_private(path: Path, data: bytes) -> None:
    """Replace ``path`` by ``data``; see `replacing`."""
    with replacing(path) as file:
        file.write(data)


def _sync_folder(path: Path) -> None:
    """Without this a power cut may bring the old name back."""
    if os.name != "posix":
        return
    handle = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _reason(problem: OSError) -> str:
    return errno.errorcode.get(problem.errno or 0, "?")
