"""Tables on this computer that say nothing to who copies the file: the sealed cache, pins, outbox, drafts.

    index   = HMAC-SHA256(HKDF(key, "vp-tui/v1/store-index"), F(table) ‖ row key)                  hides ids
    K       = HKDF(key, salt = session[16], "vp-tui/v1/store-session" ‖ 0x00 ‖ kind)               one per process
    value   = session[16] ‖ counter u64 ‖ ChaCha20-Poly1305(K).encrypt(0^4 ‖ counter, F(row key) ‖ data, AAD)
    AAD     = "vp-tui/v1/store-row" ‖ 0x00 ‖ F(table) ‖ index

Invariants: a nonce is never used twice (a random session per process, a counter within it, a new session after fork);
a row opens only in its own table, under its own key and in its own kind of file; what was written to a durable store is
on the disk when the call returns. A person with the file sees the number of rows per table and their lengths.
Callers: workspace. Thread-safe; several processes may use one file at once.
"""

from __future__ import annotations

import errno
import hmac
import os
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from vp_tui.device.paths import folder
from vp_tui.errors import RetryableError, UpgradeError, VpError

if TYPE_CHECKING:
    import sqlite3

    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

__all__ = ["SealedStore"]

_VERSION = 1
_SCHEMA = """
create table if not exists row (
    t text not null, k blob not null, v blob not null, primary key (t, k)
) without rowid
"""
_INDEX, _SESSION, _ROW = b"vp-tui/v1/store-index\x00", b"vp-tui/v1/store-session\x00", b"vp-tui/v1/store-row\x00"
# sqlite.org/rescode.html, low byte of the extended codes.
_BUSY, _IOERR, _CORRUPT, _FULL, _NOTADB = frozenset({5, 6}), 10, 11, 13, 26
_WAIT_SECONDS = 5.0


class SealedStore:
    """One file of sealed tables under one 32-byte key.

    ``durable`` (state): every write is on the disk at return, and damage is an error: VpError store-damaged. Otherwise
    (cache): faster, rows that do not open are skipped and counted in `damage`, and a damaged file is moved aside.
    Every call may raise RetryableError disk-full (nothing was changed; the store stays usable) or store-busy, VpError
    store-unwritable; opening also UpgradeError store-newer and what `paths.folder` raises.
    """

    def __init__(self, path: Path, key: bytes, *, durable: bool) -> None:
        self._path, self._key, self._durable = path, key, durable
        self._lock = threading.RLock()
        self._depth = 0
        self._index_key = _expand(key, None, _INDEX)
        self._readers: dict[bytes, ChaCha20Poly1305] = {}
        self._session, self._counter, self._owner = b"", 0, 0
        self.damage: dict[str, int] = {}
        """Table -> rows that were skipped because they did not open."""
        self.moved_aside: Path | None = None
        """Where a damaged cache file was put, if there was one."""
        self._db = self._opened()

    # Rows

    def get(self, table: str, key: bytes) -> bytes | None:
        """The value, None if there is none. A state row that does not open is never a silent None: store-damaged."""
        hashed = self._hash(table, key)
        found = self._run("select v from row where t = ? and k = ?", (table, hashed))
        opened = self._opened_row(table, hashed, found[0][0]) if found else None
        if found and opened is None and self._durable:
            raise VpError("store-damaged", path=str(self._path))
        return opened[1] if opened else None

    def items(self, table: str) -> Iterator[tuple[bytes, bytes]]:
        """Every (key, value) that opens, in no order."""
        for hashed, sealed in self._run("select k, v from row where t = ?", (table,)):
            opened = self._opened_row(table, hashed, sealed)
            if opened:
                yield opened

    def put(self, table: str, key: bytes, value: bytes) -> None:
        """Write or replace one row."""
        self.put_many(table, ((key, value),))

    def put_many(self, table: str, rows: Iterable[tuple[bytes, bytes]]) -> None:
        """Write or replace rows: all of them or none."""
        with self.transaction():
            for key, value in rows:
                hashed = self._hash(table, key)
                sealed = self._seal(table, hashed, key, value)
                self._run("insert or replace into row values (?, ?, ?)", (table, hashed, sealed))

    def delete(self, table: str, key: bytes) -> bool:
        """Remove the row and overwrite its bytes; whether there was one."""
        return bool(self._run("delete from row where t = ? and k = ? returning 1", (table, self._hash(table, key))))

    def clear(self, table: str) -> None:
        """Remove the table's rows."""
        self._run("delete from row where t = ?", (table,))

    def purge(self) -> None:
        """Remove everything, give the space back and empty the journal: nothing sealed is left in the file."""
        self._run("delete from row")
        self._run("vacuum")
        self._run("pragma wal_checkpoint(truncate)")

    # Transactions and life

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All writes inside, or none; nests. Other threads and processes wait."""
        with self._lock:
            if self._depth == 0:
                self._run("begin immediate")
            self._depth += 1
            try:
                yield
                if self._depth == 1:
                    self._run("commit")
            except BaseException:
                # A full disk may have ended the transaction already.
                if self._depth == 1 and self._db.in_transaction:
                    self._db.execute("rollback")
                raise
            finally:
                self._depth -= 1

    def close(self) -> None:
        """Close the file; the keys go with the object."""
        with self._lock:
            self._db.close()
            self._readers.clear()

    def __enter__(self) -> SealedStore:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Sealing

    def _hash(self, table: str, key: bytes) -> bytes:
        return hmac.digest(self._index_key, _part(table.encode()) + key, "sha256")

    def _associated(self, table: str, hashed: bytes) -> bytes:
        return _ROW + _part(table.encode()) + hashed

    def _aead(self, session: bytes) -> ChaCha20Poly1305:
        known = self._readers.get(session)
        if known is None:
            from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

            kind = b"state" if self._durable else b"cache"
            known = self._readers[session] = ChaCha20Poly1305(_expand(self._key, session, _SESSION + kind))
        return known

    def _seal(self, table: str, hashed: bytes, key: bytes, value: bytes) -> bytes:
        if self._owner != os.getpid():
            # Also after a fork: the child must not count on from the parent's nonce.
            self._owner, self._session, self._counter = os.getpid(), os.urandom(16), 0
        self._counter += 1
        counter = self._counter.to_bytes(8, "big")
        box = self._aead(self._session).encrypt(bytes(4) + counter, _part(key) + value, self._associated(table, hashed))
        return self._session + counter + box

    def _opened_row(self, table: str, hashed: bytes, sealed: bytes) -> tuple[bytes, bytes] | None:
        from cryptography.exceptions import InvalidTag

        try:
            nonce, box = bytes(4) + sealed[16:24], sealed[24:]
            plain = self._aead(sealed[:16]).decrypt(nonce, box, self._associated(table, hashed))
        except (InvalidTag, ValueError):
            self.damage[table] = self.damage.get(table, 0) + 1
            return None
        end = 4 + int.from_bytes(plain[:4], "big")
        return plain[4:end], plain[end:]

    # The file

    def _run(self, sql: str, values: tuple[object, ...] = ()) -> list[tuple[bytes, ...]]:
        import sqlite3

        with self._lock:
            try:
                return self._db.execute(sql, values).fetchall()
            except sqlite3.DatabaseError as problem:
                if not _is_damage(problem) or self._durable:
                    raise self._translated(problem) from None
            self._move_aside()
            if self._depth == 0:
                return self._db.execute(sql, values).fetchall()
            # The transaction died with the file; the caller's writes go into the new one, one by one.
            self._db.execute("begin immediate")
            return self._db.execute(sql, values).fetchall()

    def _opened(self) -> sqlite3.Connection:
        import sqlite3

        folder(self._path.parent)
        try:
            return self._connected()
        except OSError as problem:
            if problem.errno in (errno.ENOSPC, errno.EDQUOT):
                raise RetryableError("disk-full", path=str(self._path.parent)) from None
            raise VpError("store-unwritable", path=str(self._path), code=problem.errno or 0) from None
        except sqlite3.DatabaseError as problem:
            if not _is_damage(problem) or self._durable:
                raise self._translated(problem) from None
        self._set_aside()
        return self._connected()

    def _connected(self) -> sqlite3.Connection:
        import sqlite3

        # SQLite gives its journals the file's own mode.
        os.close(os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600))
        db = sqlite3.connect(self._path, timeout=_WAIT_SECONDS, isolation_level=None, check_same_thread=False)
        try:
            # For state as well: one sync for a write instead of four (3.5 ms against 15), and nobody waits to read.
            if db.execute("pragma journal_mode").fetchone() != ("wal",):
                db.execute("pragma journal_mode = wal")
            db.execute(f"pragma synchronous = {'full' if self._durable else 'normal'}")
            db.execute("pragma secure_delete = on")
            (version,) = db.execute("pragma user_version").fetchone()
            if version > _VERSION:
                raise UpgradeError("store-newer", path=str(self._path))
            if version < _VERSION:
                db.execute(_SCHEMA)
                db.execute(f"pragma user_version = {_VERSION}")
        except BaseException:
            db.close()
            raise
        return db

    def _move_aside(self) -> None:
        self._db.close()
        self._set_aside()
        self._db = self._connected()

    def _set_aside(self) -> None:
        self.moved_aside = self._path.with_name(f"{self._path.name}.damaged")
        for suffix in ("", "-wal", "-shm"):
            part = self._path.with_name(self._path.name + suffix)
            if part.exists():
                part.replace(self.moved_aside.with_name(self.moved_aside.name + suffix))

    def _translated(self, problem: sqlite3.DatabaseError) -> VpError:
        code = getattr(problem, "sqlite_errorcode", 0) & 0xFF
        if code in (_FULL, _IOERR):
            return RetryableError("disk-full", path=str(self._path.parent))
        if code in _BUSY:
            return RetryableError("store-busy", path=str(self._path))
        if _is_damage(problem):
            return VpError("store-damaged", path=str(self._path))
        return VpError("store-unwritable", path=str(self._path), code=code)


def _is_damage(problem: sqlite3.DatabaseError) -> bool:
    return getattr(problem, "sqlite_errorcode", 0) & 0xFF in (_CORRUPT, _NOTADB)


def _expand(key: bytes, salt: bytes | None, label: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), 32, salt, label).derive(key)


def _part(data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + data
