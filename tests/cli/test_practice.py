"""A practice that is no demo, from an empty database on: passphrases, invitations, four eyes, locking, unlocking."""

from __future__ import annotations

import asyncio
import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

import pytest

from tests.cli.conftest import ROOT, Ran, run_vp
from vp_tui.demo.server import EmbeddedServer
from vp_tui.device import agent
from vp_tui.store import admin
from vp_tui.store.dsn import Target, resolve

SECRET = "een lange zin om te onthouden"


@dataclass
class Person:
    """Somebody at a computer of her own."""

    home: Path
    opened: bool = False

    def __call__(self, *words: str, typed: str = "", **variables: str) -> Ran:
        return run_vp(self.home, *words, typed=typed, **variables)

    def file(self, name: str, content: str, mode: int = 0o600) -> str:
        self.home.mkdir(mode=0o700, exist_ok=True)
        path = self.home / name
        path.write_text(content + "\n")
        path.chmod(mode)
        return str(path)

    def known(self, *words: str, **variables: str) -> Ran:
        """With the passphrase from its file, each time."""
        return self(*words, "--passphrase-file", self.file("secret", SECRET), **variables)

    def open(self) -> None:
        """Once for the rest of the test, where the kernel can keep a key."""
        if agent.available():
            assert self.known("unlock", "--for", "10m").code == 0
            self.opened = True
            self.known = self.__call__  # type: ignore[method-assign]


class Addresses(NamedTuple):
    """Of a database without anything of ours: for members, and for the superuser."""

    dsn: str
    admin_dsn: str


@pytest.fixture
def database(embedded: EmbeddedServer) -> Iterator[Addresses]:
    name = f"e_{uuid4().hex[:12]}"
    base = resolve(embedded.admin_dsn(), {}, admin=True)
    asyncio.run(admin.create_database(base, name))
    yield Addresses(embedded.dsn(name), embedded.admin_dsn(name))
    asyncio.run(drop(base, name))


async def drop(base: Target, name: str) -> None:
    async with admin.session(base) as connection:
        await connection.execute(f"drop database {name} with (force)")


@pytest.fixture
def people(tmp_path: Path) -> Iterator[list[Person]]:
    made = [Person(tmp_path / name) for name in ("anna", "bram", "cleo")]
    yield made
    for person in made:
        if person.opened:
            person("lock")


def enrol(person: Person, *words: str, code: str) -> Ran:
    return person.known(
        *words, "--code-file", person.file("code", code), "--keystore", "file", "--json"
    )  # fmt: skip


def founded(dsn: str, admin_dsn: str, anna: Person) -> None:
    installed = anna("server", "install", "--dsn", admin_dsn, "--json")
    assert installed.code == 0, installed.err
    made = enrol(
        anna,
        *(
            "practice",
            "found",
            "Praktijk Proef",
            "--dsn",
            dsn,
            "--my-name",
            "Anna",
            "--confidant",
            "--identity",
            "anna",
        ),
        code=installed.data["code"],
    )
    assert made.code == 0, made.err
    assert made.data["identity"] == "anna"


def test_from_nothing_to_two_who_work_together(database: Addresses, people: list[Person]) -> None:
    anna, bram, cleo = people
    founded(database.dsn, database.admin_dsn, anna)
    anna.open()

    invited = anna.known("member", "invite", "Bram", "--roles", "coordinator,confidant", "--json")
    assert invited.code == 0, invited.err
    mistyped = " ".join(["zzzzzz", *invited.data["code"].split()[1:]])
    refused = enrol(bram, "join", "--dsn", database.dsn, "--my-name", "Bram", "--identity", "bram", code=mistyped)
    assert refused.code == 2
    assert "1" in refused.error["title"] + refused.error["hint"]
    joined = enrol(
        bram, "join", "--dsn", database.dsn, "--my-name", "Bram", "--identity", "bram", code=invited.data["code"]
    )
    assert joined.code == 0, joined.err
    assert len(joined.data["fingerprint"].split()) == 9
    bram.open()
    again = enrol(
        cleo, "join", "--dsn", database.dsn, "--my-name", "Cleo", "--identity", "cleo", code=invited.data["code"]
    )
    assert again.code in (4, 7)

    # The second coordinator needs one signature, everybody after him two.
    admitted = anna.known("member", "cosign", invited.data["id"], "--json")
    assert admitted.code == 0, admitted.err
    assert admitted.data["in_force"] is True
    assert len(bram.known("member", "list", "--json").data) == 2

    third = bram.known("member", "invite", "Cleo", "--json")
    assert (
        enrol(
            cleo, "join", "--dsn", database.dsn, "--my-name", "Cleo", "--identity", "cleo", code=third.data["code"]
        ).code
        == 0
    )
    first_signature = bram.known("member", "cosign", third.data["id"], "--json")
    assert first_signature.code == 0, first_signature.err
    assert first_signature.data["in_force"] is False
    waiting = anna.known("member", "pending", "--json").data
    proposal = next(row for row in waiting if row["kind"] == "member-add")
    assert proposal["signed_by"] == ["Bram"]
    second = anna.known("member", "cosign", proposal["id"], "--json")
    assert second.code == 0, second.err
    assert second.data["in_force"] is True
    assert {row["name"] for row in cleo.known("member", "list", "--json").data} == {"Anna", "Bram", "Cleo"}

    case = anna.known("case", "new", "blauwe reiger", "--json").data["id"]
    assert cleo.known("case", "show", case).code == 6
    grant = ("case", "deputy", "grant", case, "cleo", "--consent-on", "today", "--consent", "written")
    assert anna.known(*grant).code == 0
    assert cleo.known("case", "note", case, "--text", "Gelezen").code == 0
    removed = anna.known("member", "remove", "cleo", "--yes", "--json")
    assert removed.data["in_force"] is False
    assert bram.known("member", "cosign", removed.data["proposal"], "--json").data["in_force"] is True
    assert cleo.known("case", "list").code in (4, 5)
    assert anna.known("case", "note", case, "--text", "Alleen nog voor mij").code == 0
    assert anna.known("audit").code == 0


def test_locks_and_keys(database: Addresses, people: list[Person]) -> None:
    anna = people[0]
    founded(database.dsn, database.admin_dsn, anna)

    locked = anna("case", "list", "--json")
    assert locked.code == 4
    assert locked.error["key"] == "cli.passphrase-needed"
    wrong = anna("case", "list", "--json", "--passphrase-file", anna.file("wrong", "een heel andere lange zin"))
    assert (wrong.code, wrong.error["key"]) == (4, "passphrase-wrong")
    readable = anna("case", "list", "--passphrase-file", anna.file("open", SECRET, 0o644))
    assert readable.code == 2
    absent = anna("case", "list", "--passphrase-file", str(anna.home / "absent"))
    assert absent.code == 6

    if agent.available():
        assert anna("unlock", "--for", "9h").code == 2
        assert anna.known("unlock", "--for", "60s", "--json").data == {"identity": "anna", "seconds": 60}
        assert anna("case", "list", "--json").data == []
        assert anna("lock", "--json").data == {"dropped": 1}
        assert anna("case", "list").code == 4
        assert anna("config", "set", "kernel_keyring", "false").code == 0
        assert anna.known("unlock").code == 5

    # The server is gone: what may succeed later says so.
    broken = anna.home / "config.toml"
    broken.write_text(broken.read_text().replace("///e_", "///no_"))
    assert anna.known("case", "list", "--json").code in (2, 3)


def test_a_demo_stays_away_from_real_cases(database: Addresses, people: list[Person]) -> None:
    anna = people[0]
    founded(database.dsn, database.admin_dsn, anna)
    refused = anna("demo", "--no-tui", "--json")
    assert (refused.code, refused.error["key"]) == (2, "demo.real-home")


def test_a_passphrase_typed_at_the_terminal(database: Addresses, people: list[Person]) -> None:
    anna = people[0]
    founded(database.dsn, database.admin_dsn, anna)
    master, slave = pty.openpty()
    environ = {"PATH": os.environ["PATH"], "HOME": str(anna.home), "VP_HOME": str(anna.home), "VP_LANG": "en"}
    process = subprocess.Popen(
        [sys.executable, "-c", "import os, sys; os.setsid(); os.open(os.ttyname(0), os.O_RDWR); "
         "os.execv(sys.executable, [sys.executable, '-m', 'vp_tui', 'case', 'list', '--json'])"],
        cwd=ROOT, env=environ, stdin=slave, stdout=subprocess.PIPE, stderr=slave,
    )  # fmt: skip
    os.close(slave)
    seen = until(master, b"Passphrase of anna:")
    os.write(master, SECRET.encode() + b"\n")
    out, _ = process.communicate(timeout=60)
    seen += drained(master)
    assert process.returncode == 0, seen
    assert out.strip() == b"[]"
    assert SECRET.encode() not in seen
    os.close(master)


def until(master: int, marker: bytes) -> bytes:
    seen = b""
    deadline = time.monotonic() + 60
    while marker not in seen and time.monotonic() < deadline:
        if select.select([master], [], [], 1)[0]:
            seen += os.read(master, 4096)
    assert marker in seen
    # getpass switches the echo off before it asks; what it flushes afterwards must not be the answer.
    time.sleep(0.2)
    return seen


def drained(master: int) -> bytes:
    seen = b""
    while select.select([master], [], [], 0)[0]:
        try:
            data = os.read(master, 4096)
        except OSError:
            break
        if not data:
            break
        seen += data
    return seen
