"""Sealed tables: nothing readable in the file, several processes at once, damage and full disks survived."""

from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from vp_tui.device.sealed_store import SealedStore
from vp_tui.errors import RetryableError, UpgradeError, UsageError, VpError

from .conftest import ROOT, SmallDisk

KEY = os.urandom(32)
MARKER = b"zeepaardje-9317"


@pytest.fixture(params=[True, False], ids=["state", "cache"])
def durable(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture
def store(tmp_path: Path, durable: bool) -> SealedStore:
    return SealedStore(tmp_path / "store.db", KEY, durable=durable)


def everything(folder: Path) -> bytes:
    return b"".join(p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file())


def test_rows_are_kept_replaced_listed_and_removed(store: SealedStore) -> None:
    assert store.get("draft", b"a") is None
    store.put("draft", b"a", b"one")
    store.put("draft", b"a", b"two")
    store.put("draft", b"", b"")
    store.put("pin", b"a", b"three")
    assert store.get("draft", b"a") == b"two"
    assert store.get("draft", b"") == b""
    assert sorted(store.items("draft")) == [(b"", b""), (b"a", b"two")]
    assert store.delete("draft", b"a")
    assert not store.delete("draft", b"a")
    store.clear("draft")
    assert list(store.items("draft")) == []
    assert store.get("pin", b"a") == b"three"
    assert store.damage == {}


def test_the_next_process_reads_what_this_one_wrote(tmp_path: Path, durable: bool) -> None:
    path = tmp_path / "store.db"
    with SealedStore(path, KEY, durable=durable) as first:
        first.put_many("case", ((n.to_bytes(2, "big"), bytes([n % 256]) * 10) for n in range(300)))
    with SealedStore(path, KEY, durable=durable) as second:
        assert len(dict(second.items("case"))) == 300
        assert second.get("case", b"\x00\x05") == b"\x05" * 10


def test_neither_keys_nor_values_are_in_the_files(tmp_path: Path, store: SealedStore) -> None:
    store.put("case", MARKER, MARKER * 50)
    assert MARKER not in everything(tmp_path)
    assert {stat.S_IMODE(p.stat().st_mode) for p in tmp_path.iterdir()} == {0o600}


def test_the_same_row_is_sealed_differently_each_time(tmp_path: Path, store: SealedStore, durable: bool) -> None:
    def sealed() -> bytes:
        return bytes(sqlite3.connect(tmp_path / "store.db").execute("select v from row").fetchone()[0])

    seen = set()
    for _ in range(3):
        store.put("case", b"k", b"v")
        seen.add(sealed()[:24])
    store.close()
    with SealedStore(tmp_path / "store.db", KEY, durable=durable) as again:
        again.put("case", b"k", b"v")
        seen.add(sealed()[:24])
    assert len({nonce[:16] for nonce in seen}) == 2, "a session for each process"
    assert len(seen) == 4, "a counter within it"


def test_a_forked_child_does_not_count_on_from_its_parents_nonce(store: SealedStore) -> None:
    store.put("case", b"k", b"v")
    hashed = store._hash("case", b"k")
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.write(writing, store._seal("case", hashed, b"k", b"child")[:24])
        os._exit(0)
    os.waitpid(child, 0)
    assert os.read(reading, 24) != store._seal("case", hashed, b"k", b"parent")[:24]


def test_a_row_opens_in_its_own_place_alone(tmp_path: Path, durable: bool) -> None:
    path = tmp_path / "store.db"
    with SealedStore(path, KEY, durable=durable) as store:
        for table, key in (("pin", b"a"), ("pin", b"b"), ("draft", b"a")):
            store.put(table, key, table.encode() + key)
    raw = sqlite3.connect(path)
    rows = raw.execute("select t, k, v from row").fetchall()
    for table, hashed, _ in rows:
        # Every row gets its neighbour's value, from another row or another table.
        other = next(v for t, k, v in rows if (t, k) != (table, hashed))
        raw.execute("update row set v = ? where t = ? and k = ?", (other, table, hashed))
    raw.commit()
    with SealedStore(path, KEY, durable=durable) as store:
        assert [*store.items("pin"), *store.items("draft")] == []
        assert store.damage == {"pin": 2, "draft": 1}


def test_a_state_row_does_not_open_in_a_cache(tmp_path: Path) -> None:
    with SealedStore(tmp_path / "state.db", KEY, durable=True) as state:
        state.put("pin", b"a", b"x")
        row = state._run("select t, k, v from row")[0]
    with SealedStore(tmp_path / "cache.db", KEY, durable=False) as cache:
        cache._run("insert into row values (?, ?, ?)", row)
        assert cache.get("pin", b"a") is None
        assert cache.damage == {"pin": 1}


def test_any_bit_of_a_row_flipped_is_found(tmp_path: Path) -> None:
    store = SealedStore(tmp_path / "store.db", KEY, durable=False)
    store.put("case", b"k", b"v")
    ((sealed,),) = store._run("select v from row")
    for position in range(len(sealed) * 8):
        flipped = bytearray(sealed)
        flipped[position // 8] ^= 1 << position % 8
        store._run("update row set v = ?", (bytes(flipped),))
        assert store.get("case", b"k") is None
    for length in range(len(sealed)):
        store._run("update row set v = ?", (sealed[:length],))
        assert store.get("case", b"k") is None
    assert store.damage["case"] == len(sealed) * 9


def test_a_damaged_row_is_skipped_and_counted_but_never_a_missing_pin(store: SealedStore, durable: bool) -> None:
    store.put("pin", b"good", b"1")
    store.put("pin", b"bad", b"2")
    store._run("update row set v = zeroblob(60) where k = ?", (store._hash("pin", b"bad"),))
    assert list(store.items("pin")) == [(b"good", b"1")]
    assert store.damage == {"pin": 1}
    if durable:
        with pytest.raises(VpError, match="store-damaged"):
            store.get("pin", b"bad")
    else:
        assert store.get("pin", b"bad") is None
    store.put("pin", b"bad", b"3")
    assert store.get("pin", b"bad") == b"3"


def test_another_key_opens_nothing(tmp_path: Path, durable: bool) -> None:
    with SealedStore(tmp_path / "store.db", KEY, durable=durable) as store:
        store.put("case", b"k", b"v")
    with SealedStore(tmp_path / "store.db", bytes(32), durable=durable) as other:
        assert other.get("case", b"k") is None
        assert list(other.items("case")) == []
        assert other.damage == {"case": 1}


@pytest.mark.parametrize("how", ["garbage", "overwritten", "truncated"])
def test_a_damaged_file_is_moved_aside_for_a_cache_and_told_for_state(tmp_path: Path, durable: bool, how: str) -> None:
    path = tmp_path / "store.db"
    with SealedStore(path, KEY, durable=durable) as store:
        store.put_many("case", ((n.to_bytes(2, "big"), os.urandom(500)) for n in range(200)))
    data = path.read_bytes()
    spoiled = {
        "garbage": os.urandom(9000),
        "overwritten": data[:4096] + os.urandom(len(data) - 4096),
        "truncated": data[: len(data) // 2],
    }[how]
    path.write_bytes(spoiled)

    def use() -> tuple[int, Path | None]:
        with SealedStore(path, KEY, durable=durable) as store:
            store.put("case", b"new", b"v")
            return len(list(store.items("case"))), store.moved_aside

    if durable:
        with pytest.raises(VpError) as caught:
            use()
        assert (caught.value.key, caught.value.facts) == ("store-damaged", {"path": str(path)})
        assert path.read_bytes() == spoiled
    else:
        assert use() == (1, tmp_path / "store.db.damaged")
        assert (tmp_path / "store.db.damaged").exists()


def test_a_cache_that_breaks_while_in_use_goes_on_empty(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    store = SealedStore(path, KEY, durable=False)
    store.put_many("case", ((n.to_bytes(2, "big"), os.urandom(500)) for n in range(200)))
    store.purge()
    store.put_many("case", ((n.to_bytes(2, "big"), os.urandom(500)) for n in range(200)))
    store._run("pragma wal_checkpoint(truncate)")
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(os.urandom(60_000))
    store._run("pragma shrink_memory")
    with store.transaction():
        store.put("case", b"a", b"1")
        list(store.items("case"))
        store.put("case", b"b", b"2")
    assert store.moved_aside is not None
    assert store.get("case", b"b") == b"2"


def test_a_newer_file_asks_for_a_newer_client(tmp_path: Path, durable: bool) -> None:
    raw = sqlite3.connect(tmp_path / "store.db")
    raw.execute("pragma user_version = 2")
    raw.close()
    with pytest.raises(UpgradeError, match="store-newer"):
        SealedStore(tmp_path / "store.db", KEY, durable=durable)


def test_a_transaction_is_all_or_nothing_and_nests(store: SealedStore) -> None:
    def fails() -> None:
        with store.transaction():
            store.put("case", b"a", b"1")
            with store.transaction():
                store.put("case", b"b", b"2")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fails()
    assert list(store.items("case")) == []
    with store.transaction():
        store.put_many("case", [(b"a", b"1"), (b"b", b"2")])
        store.delete("case", b"a")
    assert list(store.items("case")) == [(b"b", b"2")]


def test_a_full_disk_loses_nothing_that_was_there_and_ends_when_there_is_room(
    small_disk: SmallDisk, durable: bool
) -> None:
    def fill() -> None:
        for n in range(100):
            store.put("draft", b"big" + bytes([n]), os.urandom(20_000))

    def too_much() -> None:
        with store.transaction():
            store.put("draft", b"b", b"in a transaction")
            store.put("draft", b"c", os.urandom(600_000))

    with SealedStore(small_disk.path / "store.db", KEY, durable=durable) as store:
        store.put("draft", b"a", b"kept")
        with pytest.raises(RetryableError) as caught:
            fill()
        assert (caught.value.key, caught.value.facts) == ("disk-full", {"path": str(small_disk.path)})
        with pytest.raises(RetryableError, match="disk-full"):
            too_much()
        assert store.get("draft", b"a") == b"kept"
        assert store.get("draft", b"b") is None
        small_disk.make_room()
        too_much()
        assert store.get("draft", b"b") == b"in a transaction"
        assert store.damage == {}


def test_a_deleted_row_is_overwritten(tmp_path: Path, store: SealedStore) -> None:
    store.put_many("case", ((bytes([n]), os.urandom(3000)) for n in range(50)))
    gone = store._run("select v from row where k = ?", (store._hash("case", b"\x07"),))[0][0]
    store.delete("case", b"\x07")
    store._run("pragma wal_checkpoint(truncate)")
    left = everything(tmp_path)
    assert not any(gone[at : at + 24] in left for at in range(0, len(gone) - 24, 100))


def test_purging_leaves_no_sealed_byte(tmp_path: Path, store: SealedStore) -> None:
    store.put_many("case", ((bytes([n]), os.urandom(3000)) for n in range(50)))
    sealed = [value for (value,) in store._run("select v from row")]
    assert any(value[100:200] in everything(tmp_path) for value in sealed)
    store.purge()
    left = everything(tmp_path)
    assert not any(value[:24] in left or value[100:130] in left or value[2000:2030] in left for value in sealed)
    assert (tmp_path / "store.db").stat().st_size <= 12_288


WRITER = """
import sys
from pathlib import Path
from vp_tui.device.sealed_store import SealedStore
path, name, durable = Path(sys.argv[1]), sys.argv[2].encode(), sys.argv[3] == "True"
sys.stdin.readline()
store = SealedStore(path, bytes(32), durable=durable)
for n in range(60):
    store.put("own", name + bytes([n]), name)
    with store.transaction():
        count = int.from_bytes(store.get("shared", b"count") or b"", "big")
        store.put("shared", b"count", (count + 1).to_bytes(4, "big"))
print(store.damage)
"""


def test_three_processes_at_once_lose_nothing(tmp_path: Path, durable: bool) -> None:
    path = tmp_path / "store.db"
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", WRITER, str(path), name, str(durable)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for name in "abc"
    ]
    for process in processes:  # all wait for this: they make the file at the same moment
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    assert [process.communicate()[0] for process in processes] == ["{}\n"] * 3
    with SealedStore(path, bytes(32), durable=durable) as store:
        assert len(list(store.items("own"))) == 180
        assert store.get("shared", b"count") == (180).to_bytes(4, "big")


def test_threads_share_one_store(store: SealedStore) -> None:
    def work(name: int) -> None:
        for n in range(30):
            with store.transaction():
                count = int.from_bytes(store.get("shared", b"count") or b"", "big")
                store.put("shared", b"count", (count + 1).to_bytes(4, "big"))
            store.put("own", bytes([name, n]), b"x")

    threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert store.get("shared", b"count") == (120).to_bytes(4, "big")
    assert len(list(store.items("own"))) == 120


def test_a_file_that_another_holds_too_long_is_worth_a_retry(
    tmp_path: Path, durable: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vp_tui.device.sealed_store._WAIT_SECONDS", 0.05)
    store = SealedStore(tmp_path / "store.db", KEY, durable=durable)
    other = sqlite3.connect(tmp_path / "store.db", isolation_level=None)
    other.execute("begin exclusive")
    with pytest.raises(RetryableError, match="store-busy"):
        store.put("case", b"k", b"v")
    other.execute("rollback")
    store.put("case", b"k", b"v")


def test_state_is_synced_in_full_and_a_cache_is_not(tmp_path: Path) -> None:
    def mode(name: str, durable: bool) -> tuple[object, ...]:
        with SealedStore(tmp_path / name, KEY, durable=durable) as store:
            asked = ("pragma journal_mode", "pragma synchronous", "pragma secure_delete")
            return tuple(store._run(question)[0][0] for question in asked)

    assert mode("state.db", True) == ("wal", 2, 1)
    assert mode("cache.db", False) == ("wal", 1, 1)


def test_a_file_that_may_not_be_opened_is_said_so(tmp_path: Path, durable: bool) -> None:
    (tmp_path / "store.db").mkdir()
    with pytest.raises(VpError, match="store-unwritable"):
        SealedStore(tmp_path / "store.db", KEY, durable=durable)
    tmp_path.chmod(0o777)
    with pytest.raises(UsageError, match="folder-open"):
        SealedStore(tmp_path / "other.db", KEY, durable=durable)


def test_ten_thousand_rows_are_one_question(tmp_path: Path, durable: bool) -> None:
    store = SealedStore(tmp_path / "store.db", KEY, durable=durable)
    store.put_many("case", ((n.to_bytes(4, "big"), bytes(300)) for n in range(10_000)))
    asked: list[str] = []
    store._db.set_trace_callback(asked.append)
    assert sum(1 for _ in store.items("case")) == 10_000
    assert len(asked) == 1
