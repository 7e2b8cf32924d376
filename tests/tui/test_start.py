"""First start: two roads, answers that stay, errors beside their field; both roads to the end, in real terminals."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.conftest import Database
from tests.terminal.harness import Terminal
from tests.tui.workbench import Desk
from vp_tui.device.config import load
from vp_tui.device.paths import locate
from vp_tui.errors import RefusedError
from vp_tui.i18n import set_language
from vp_tui.protocol.words import word_list
from vp_tui.tui.app import VpApp
from vp_tui.tui.enrolment import FOUND, JOIN, Answers, code_state, identity_for, strength
from vp_tui.tui.session import open_session
from vp_tui.tui.wording import spoken
from vp_tui.workspace import bootstrap

PASSPHRASE = "zeven gewone woorden hier"
CODE = "academic acid acne acquire acrobat activity actress adapt adequate"


@asynccontextmanager
async def first_start(home: Path, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Desk]:
    set_language("nl")
    paths = locate({"VP_HOME": str(home)})
    session = open_session(paths, load(paths, {}), None, None, {})
    app = VpApp(session, session.settings())
    async with app.run_test(size=size) as pilot:
        desk = Desk(app, pilot, session)
        await desk.sees("Op deze computer is nog niemand ingeschreven")
        yield desk


async def fill(desk: Desk, *answers: str) -> None:
    for answer in answers:
        await desk.type(answer)
        await desk.press("enter")


# -- pages -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_every_page_says_why_and_fits(tmp_path: Path, size: tuple[int, int]) -> None:
    async with first_start(tmp_path, size) as desk:
        await desk.press("down", "enter")
        await fill(desk, "postgresql:///vp?host=/tmp", CODE, "Praktijk Noord", "Anna de Wit", "", "")
        await desk.sees("Stap 6 van 7")
        await fill(desk, PASSPHRASE, PASSPHRASE)
        await desk.sees("De server ziet", "Wachtzin kwijt?", "Typ JA", "Enter gaat verder. Esc gaat terug")


async def test_a_mistyped_word_is_named_with_its_neighbour(tmp_path: Path) -> None:
    async with first_start(tmp_path) as desk:
        await desk.press("enter")
        await fill(desk, "postgresql:///vp?host=/tmp")
        await desk.type("academic acid acnn ")
        await desk.sees("woord 3 staat niet in de lijst; bedoelt u “acne”?")
        await desk.press("enter")
        assert "Stap 2" in desk.text()
        await desk.press("backspace", "backspace")
        await desk.type("e acquire")
        await desk.sees("4 woorden, nog 5 te gaan")


async def test_going_back_keeps_everything_that_was_typed(tmp_path: Path) -> None:
    async with first_start(tmp_path) as desk:
        await desk.press("enter")
        await fill(desk, "postgresql:///vp?host=/tmp")
        await desk.type("academic acid")
        await desk.press("escape", "escape")
        await desk.sees("Wat u eerder invulde staat er nog")
        await desk.press("enter")
        await desk.sees("postgresql:///vp?host=/tmp")
        await desk.press("enter")
        await desk.sees("academic acid")


async def test_an_address_with_a_password_is_refused_beside_the_field(tmp_path: Path) -> None:
    async with first_start(tmp_path) as desk:
        await desk.press("enter")
        await fill(desk, "postgresql://anna:geheim@db.example/vp")
        assert "Stap 1" in desk.text()
        assert "!" in desk.text()


async def test_the_suggested_passphrase_is_shown_on_request_only(tmp_path: Path) -> None:
    async with first_start(tmp_path) as desk:
        desk.session.answers["join"] = Answers("join", "postgresql:///vp?host=/tmp", CODE, name="Bo", keystore="file")
        await desk.press("enter", "enter", "enter", "enter")
        await desk.sees("Stap 4")
        await desk.press("enter")
        await desk.sees("Stap 5")
        assert "Voorstel" not in desk.text()
        await desk.press("f6")
        await desk.sees("Voorstel", "Schrijf het op papier")
        await fill(desk, PASSPHRASE, "zeven andere woorden hier")
        await desk.sees("De twee wachtzinnen zijn niet gelijk")


# -- answers -----------------------------------------------------------------------------------------------------------


def test_answers_hide_their_secrets_and_refuse_beside_the_field() -> None:
    set_language("nl")
    answers = Answers("found", code=CODE, passphrase=PASSPHRASE, again=PASSPHRASE)
    assert PASSPHRASE not in repr(answers)
    assert "acid" not in repr(answers)
    for steps in (FOUND, JOIN):
        for step in steps:
            assert step.title("found")
            assert step.why("join" if steps is JOIN else "found")
    for name, value, field in (
        ("code", "acid acid", "code"), ("name", " ", "name"), ("name", "x" * 200, "name"), ("keystore", "", "keystore"),
        ("again", "x", "again"), ("passphrase", "kort", "passphrase"),
    ):  # fmt: skip
        wrong = Answers("found", "postgresql:///x", CODE, "P", "Anna", "both", "file", PASSPHRASE, PASSPHRASE)
        setattr(wrong, name, value)
        refused = []
        for step in FOUND:
            try:
                step.check(wrong)
            except RefusedError as problem:
                refused.append(problem.field)
        assert refused[:1] == [field]


def test_words_and_strength_while_typing() -> None:
    set_language("nl")
    assert code_state("") == ""
    assert code_state("acad") == "1 woord, nog 8 te gaan"
    assert code_state(CODE) == "negen woorden, alle bekend"
    assert "het zijn er negen" in code_state(f"{CODE} acid ")
    assert strength("kort") == "te kort"
    assert strength("twaalf tekens") == "voldoende; meer woorden maakt hem sterker"
    assert strength(PASSPHRASE) == "sterk"


def test_an_identity_gets_a_name_that_a_folder_can_have() -> None:
    assert identity_for("Zoë van der Berg", []) == "zoe-van-der-berg"
    assert identity_for("Zoë", ["zoe", "zoe-2"]) == "zoe-3"
    assert identity_for("李", []) == "vp"


# -- in terminals ------------------------------------------------------------------------------------------------------


def vp(home: Path, **more: str) -> Terminal:
    home.mkdir(mode=0o700, exist_ok=True)
    # No session bus, so that the keys go into a sealed file on every machine.
    env = {"VP_HOME": str(home), "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent", **more}
    return Terminal(argv=[sys.executable, "-m", "vp_tui"], env=env)


def dialog(terminal: Terminal, title: str) -> None:
    """Wait for a dialog, and for the moment in which it takes no key."""
    terminal.until(title)
    terminal.settle(0.5)


def answer(terminal: Terminal, *answers: str) -> None:
    """One page after the other."""
    for line in answers:
        terminal.key(f"{line}\r")


def enrol(terminal: Terminal, *answers: str) -> None:
    """The pages up to the passphrase and the last word."""
    answer(terminal, *answers)
    terminal.until("verzegeld bestand")
    terminal.send("\r")
    terminal.until("Nog een keer")
    terminal.send(f"{PASSPHRASE}\r{PASSPHRASE}\r")
    terminal.until("Typ JA")
    terminal.send("JA\r")


async def test_two_people_two_terminals_one_practice(database: Database, tmp_path: Path) -> None:
    founding = await bootstrap.install(database.admin_dsn, dsn=database.dsn)
    with vp(tmp_path / "anna") as anna, vp(tmp_path / "bo") as bo:
        anna.until("Op deze computer")
        anna.key("j")
        anna.key("\r")
        enrol(anna, database.dsn, " ".join(founding.code), "Praktijk Noord", "Anna de Wit", "")
        dialog(anna, "De praktijk Praktijk Noord bestaat")
        anna.key("\r")
        anna.until("online")
        anna.key("7", 0.5)
        anna.key("n")
        dialog(anna, "Iemand uitnodigen")
        anna.send("Bo Jansen\r\r\r\r")
        dialog(anna, "Typ KLAAR")
        known = set(word_list())
        lines = [line.strip(" |").split() for line in anna.text().splitlines()]
        code = [word for line in lines if line and known.issuperset(line) for word in line]
        anna.key("KLAAR\r", 0.5)

        bo.until("Op deze computer")
        bo.key("\r")
        answer(bo, database.dsn, " ".join([*code[:4], "zzzz", *code[5:]]))
        bo.until("Woord 5 staat niet op de lijst")
        bo.send("\x15")
        enrol(bo, " ".join(code), "Bo Jansen")
        bo.until("Wachten op toelating")
        shown = [line.split() for line in bo.text().splitlines()]
        words = " ".join(next(line for line in shown if len(line) == 9 and known.issuperset(line)))

        anna.until("aangemeld: laat toe")
        anna.key("k")
        anna.key("A", 0.5)
        dialog(anna, "Bo Jansen toelaten?")
        assert all(line in anna.text() for line in spoken(words.split()))
        anna.key("TOELATEN\r", 0.5)
        anna.until("2 leden")
        bo.until("niets te laat, niets voor vandaag")

        bo.key("Z", 0.5)
        bo.until("Op slot")
        bo.key("verkeerde zin hoor\r", 1.5)
        bo.until("De wachtzin klopt niet")
        bo.send(f"{PASSPHRASE}\r")
        bo.until("niets te laat, niets voor vandaag")
        os.kill(bo.pid, signal.SIGHUP)
        assert bo.wait() == 129
        assert not [word for word in words.split() if word.encode() in bo.left_behind()]
        assert PASSPHRASE.encode() not in anna.raw + bo.raw
