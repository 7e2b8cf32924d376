"""Small terminals, the lock, the shutter, accessibility: what is on the screen, and what is not."""

from __future__ import annotations

import time

from tests.terminal.harness import Terminal


def test_forty_by_ten_works_and_loses_nothing() -> None:
    with Terminal("--open", columns=40, lines=10) as terminal:
        terminal.until("Z-00000")
        lines = terminal.text().splitlines()
        assert "online" in lines[-1], "below 16 lines: the list and the status line"
        assert not any("Esc" in line for line in lines)
        terminal.key("jj\r")
        terminal.gone("Z-00000")
        terminal.key("tekst die blijft")
        terminal.until("tekst die blijft")
        terminal.resize(18, 4)
        terminal.until("klein")
        assert "tekst" not in terminal.text()
        terminal.resize(80, 24)
        terminal.until("tekst die blijft")
        terminal.leave("tekst die blijft")
        terminal.until(">   Z-00002")
        terminal.resize(40, 10)
        terminal.until("Z-00002")
        terminal.key("mm")
        terminal.until("Bericht")


def test_the_shutter_hides_and_brings_back() -> None:
    with Terminal("--open", "--theme", "vp-mono") as terminal:
        terminal.until("groene ketel")
        shown = terminal.text()
        terminal.key("\x1b[20~")
        terminal.until("Pauze")
        assert "ketel" not in terminal.text() and "anna" not in terminal.text()
        terminal.key("Z")
        terminal.gone("Pauze")
        assert terminal.text() == shown, "the key that brings back does nothing else"
        terminal.key("\r")
        terminal.until("ctrl+s")
        terminal.key("half")
        terminal.key("\x1b[20~")
        terminal.until("Pauze")
        assert "half" not in terminal.text()
        terminal.key("\x1b[20~")
        terminal.until("half")
        terminal.leave("half")
        terminal.key("Z")
        terminal.until("Wachtzin")
        assert "ketel" not in terminal.text()


def test_locking_by_idling_and_coming_back() -> None:
    with Terminal("--open", "--lock-after", "2") as terminal:
        terminal.until("groene ketel")
        terminal.key("jj\r")
        terminal.until("ctrl+s")
        terminal.key("bewaard")
        for _ in range(4):
            time.sleep(0.7)
            terminal.key("!")
        assert "bewaard!!!!" in terminal.text(), "typing counts"
        terminal.until("Wachtzin", limit=40)
        assert "bewaard!" not in terminal.text() and "Zaken" not in terminal.text()
        terminal.key("fout\r")
        terminal.until("vault.passphrase")
        terminal.key("open\r")
        terminal.until("bewaard!!!!")


def test_a_screen_reader_finds_the_selected_row() -> None:
    with Terminal("--open", "--a11y") as terminal:
        terminal.until("groene ketel")
        for keys in ("j", "jjj", "G", "gg"):
            terminal.key(keys, 0.2)
            selected = next(y for y, line in enumerate(terminal.text().splitlines()) if line.startswith(">"))
            assert terminal.screen.cursor.y == selected
            assert not terminal.screen.cursor.hidden


def test_everything_that_is_ours_is_ascii() -> None:
    """Borders, marks, bars and stars: what is not text of a person or a language can be read out anywhere."""
    with Terminal(env={"VP_LANG": "en"}) as terminal:
        terminal.until("Passphrase")
        seen = [terminal.text()]
        terminal.key("open")
        seen.append(terminal.text())
        terminal.key("\r")
        terminal.until("winterjas")
        terminal.dialog("?", "What you can do")
        seen.append(terminal.text())
        terminal.leave()
        terminal.key("\r")
        terminal.until("ctrl+s")
        terminal.key("x\r" * 30)
        seen.append(terminal.text())
        assert "Passphrase ****" in seen[1]
        for text in seen:
            assert text.isascii(), text


def test_disabled_says_why_and_help_finds_it() -> None:
    with Terminal("--open") as terminal:
        terminal.until("groene ketel")
        terminal.key("N")
        terminal.until("nooit: nu niet. Niets terug te draaien:")
        terminal.dialog("?", "Wat kan hier")
        assert terminal.text().index("Rijen") < terminal.text().index("In een lijst")
        terminal.key("nooit")
        terminal.until("Niets terug te draaien:")
        terminal.key("\r", 0.2)
        assert "Wat kan hier" in terminal.text(), "what is disabled is not done"
        terminal.leave()
        terminal.dialog(":", " :")
        terminal.key("onzin\r")
        terminal.until("onzin")
        terminal.key("\x15blank\r")
        terminal.until("Pauze")
