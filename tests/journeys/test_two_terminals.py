"""An owner and her deputy at two real terminals over one server; and what is left when one of them goes dark."""

from __future__ import annotations

import asyncio
import signal
import sys
from datetime import date

from tests.terminal.harness import Terminal
from tests.tui.workbench import HERON, Bench
from vp_tui.domain.commands import GrantDeputy


def terminal(bench: Bench, name: str) -> Terminal:
    """The application as it is started by hand."""
    env = {"VP_HOME": str(bench.paths.config.parent), "VP_IDENTITY": name, "TZ": "Europe/Amsterdam"}
    return Terminal(env=env, argv=(sys.executable, "-m", "vp_tui"))


def open_heron(at: Terminal) -> None:
    at.until("[1 Vandaag]")
    at.key("2")
    at.until("mijn")
    at.key("gc")
    at.send(_code())
    at.until(_code())
    at.key("\r")
    at.until("DOSSIER: leest:")


def _code() -> str:
    from vp_tui.domain.case_code import case_code

    return case_code(HERON)


async def deputised(bench: Bench) -> None:
    """Cas stands in for Anna in the case of the heron."""
    anna, cas = await bench.colleague("anna"), await bench.colleague("cas")
    await anna.do(GrantDeputy(cas.me.member, date(2026, 3, 9), "oral"), HERON)
    await cas.sync()
    for workspace in bench.opened:
        await workspace.close()
    bench.opened.clear()


async def test_what_one_saves_appears_at_the_other_without_a_key(bench: Bench) -> None:
    await deputised(bench)
    with terminal(bench, "anna") as owner, terminal(bench, "cas") as deputy:
        open_heron(owner)
        open_heron(deputy)
        owner.key("n")
        owner.send("Dit typt Anna nog")
        owner.until("Dit typt Anna nog")
        deputy.key("n")
        deputy.send("Melder gebeld: het gaat beter.")
        deputy.until("het gaat beter.")
        deputy.send(b"\x13")
        deputy.until("Bewaard.")
        owner.until("Melder gebeld: het gaat beter.")
        assert "Dit typt Anna nog" in owner.text()
        owner.send(b"\x13")
        owner.until("Bewaard.")
        deputy.until("Dit typt Anna nog")
        deputy.key(b"\x1b")
        deputy.key("q")
        deputy.until("mijn")


async def test_a_killed_terminal_loses_at_most_two_seconds_of_typing(bench: Bench) -> None:
    with terminal(bench, "anna") as first:
        open_heron(first)
        first.key("n")
        first.send("Dit staat er al twee tellen.")
        first.until("twee tellen.")
        await asyncio.sleep(2.0)
        first.send(" En dit net")
        first.until("En dit net")
        first.kill(signal.SIGKILL)
        assert first.wait() == -signal.SIGKILL
    with terminal(bench, "anna") as again:
        open_heron(again)
        again.key("n")
        again.until("Dit staat er al twee tellen.")


async def test_a_closed_terminal_keeps_every_letter(bench: Bench) -> None:
    with terminal(bench, "anna") as first:
        open_heron(first)
        first.key("n")
        first.send("Tot en met de laatste letter")
        first.until("laatste letter")
        first.kill(signal.SIGHUP)
        first.wait()
        assert b"laatste letter" not in first.left_behind()
    with terminal(bench, "anna") as again:
        open_heron(again)
        again.key("n")
        again.until("Tot en met de laatste letter")
