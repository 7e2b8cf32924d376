"""Escape sequences, markup and bidirectional controls in every widget end before the terminal's bytes.

Without ``Cleaner`` every one of these places wrote the OSC 52 and the title sequence through.
"""

from __future__ import annotations

import re

import pytest

from tests.terminal.harness import Terminal

# The one title that is ever set.
TITLE = b"\x1b]0;vp\x07"
FORBIDDEN = (b"\xc2\x9b", "\u202e".encode(), "\u200b".encode(), b"\x1b[2J", b"\x1b[31m", b"\x00")
PASTE = "\x1b[200~{}\x1b[201~"


def assert_clean(raw: bytes) -> None:
    assert re.findall(rb"\x1b[\]P_^X][^\x07\x1b]*", raw) == [TITLE[:-1]]
    for sequence in FORBIDDEN:
        assert sequence not in raw


@pytest.mark.parametrize("output", ["diff", "stock"])
def test_no_widget_lets_a_terminal_be_commanded(output: str) -> None:
    with Terminal("--open", "--text", "evil", env={"VP_OUTPUT": output}) as terminal:
        terminal.until("]52;c;")
        for keys, answer in (("mm", "\r"), ("a", "\r"), ("Xc", "SLUIT\r")):
            terminal.dialog(keys)
            assert "]52;c;" in terminal.text() and "@click=app.quit" in terminal.text(), keys
            terminal.send(answer)
            terminal.gone("+- ")
        terminal.until("gedaan")
        assert "PWNED" in terminal.text(), "a notice says it, cleaned"
        terminal.key("7")
        terminal.until("ctrl+s")
        for keys in ("\r", "p", "\x1b[B", "\r", "\x13"):
            terminal.key(keys)
        assert "]52;c;" in terminal.text()
        assert_clean(terminal.raw)


def test_what_is_pasted_is_text_and_never_keys() -> None:
    with Terminal("--open") as terminal:
        terminal.until("groene ketel")
        terminal.key(PASTE.format("C\rZ"))
        terminal.until("Plakken in een lijst is genegeerd")
        terminal.key("\r")
        terminal.until("ctrl+s")
        terminal.key(PASTE.format("vei\u202elig\x9b31m\x07\r\ntweede\tregel\u200b"))
        terminal.until("veilig31m\ntweede    regel")
        # Three hundred kilobytes are refused as a whole, in words, and nothing typed is lost.
        terminal.send("\x1b[200~")
        for _ in range(75):
            terminal.send("x" * 4096)
            terminal.settle(0)
        terminal.send("\x1b[201~")
        terminal.until("Niet geplakt")
        assert "tweede    regel" in terminal.text()
        # A confirmation is typed, not pasted.
        terminal.leave("tweede")
        terminal.dialog("Xc")
        terminal.key(PASTE.format("SLUIT"))
        terminal.key("\r")
        assert "Typ SLUIT" in terminal.text() and "gedaan" not in terminal.text()
        assert_clean(terminal.raw)


def test_keys_typed_ahead_of_a_dialog_do_not_answer_it() -> None:
    with Terminal("--open") as terminal:
        terminal.until("groene ketel")
        for opens in ("mm", "a", "Xc"):
            # What comes in the same packet was typed before the dialog could be read.
            terminal.dialog(f"{opens}q\rSLUIT\r")
            terminal.leave()
            assert "gedaan" not in terminal.text()


def test_a_consequence_needs_the_word() -> None:
    with Terminal("--open") as terminal:
        terminal.until("groene ketel")
        for answer in ("\r", "X\r", "Xc\r", "SLUI\r"):
            terminal.dialog("Xc", "Typ SLUIT")
            terminal.key(answer)
            assert "Typ SLUIT" in terminal.text() and "gedaan" not in terminal.text()
            terminal.leave()
        terminal.dialog("Xc")
        terminal.key("sluit\r")
        terminal.until("gedaan")
