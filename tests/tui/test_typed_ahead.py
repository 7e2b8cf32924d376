"""Keys that arrive in one packet, as over a slow line or from somebody who knows the way, over a real workspace."""

from __future__ import annotations

import pytest
from textual import events
from textual.widgets import Static

from tests.tui.workbench import HERON, Bench, Desk
from vp_tui.tui.screens.case import CaseScreen
from vp_tui.tui.screens.case_head import CaseHead
from vp_tui.tui.widgets.composer import Composer


async def burst(desk: Desk, *parts: str) -> None:
    """Texts and, between angle brackets, keys; all of it before the application has looked at the first."""
    driver = desk.app._driver
    assert driver is not None
    for part in parts:
        keys = [(part[1:-1], None)] if part.startswith("<") else [(char, char) for char in part]
        for key, char in keys:
            event = events.Key({" ": "space", "/": "slash", ":": "colon"}.get(key, key), char)
            event.set_sender(desk.app)
            driver.send_message(event)
    await desk.calm()


async def test_a_command_typed_at_once_is_a_command(bench: Bench) -> None:
    async with bench.application() as desk:
        await burst(desk, ":sorteer alias", "<enter>")
        await desk.sees("Op volgorde van alias")
        await burst(desk, ":q", "<enter>")
        assert desk.app._exit


async def test_a_filter_and_what_is_done_with_what_it_finds(bench: Bench) -> None:
    async with bench.application() as desk:
        await burst(desk, "/reiger", "<enter>", "<enter>")
        await desk.until(lambda: isinstance(desk.screen, CaseScreen))
        assert desk.screen.case == HERON


async def test_a_note_begun_with_its_key_is_text_from_its_first_letter(bench: Bench) -> None:
    async with bench.application() as desk:
        await burst(desk, "/reiger", "<enter>", "<enter>", "nDit is s d x", "<ctrl+s>")
        await desk.sees("Dit is s d x")
        assert desk.workspace.case(HERON).state.timeline[-1].text == "Dit is s d x"
        assert not desk.screen.query(Composer)


async def test_a_form_takes_what_was_typed_ahead(bench: Bench) -> None:
    async with bench.application() as desk:
        await burst(desk, "ngele fiets", "<tab>", "<tab>", "tel")
        assert "Alias               gele fiets" in desk.text()
        await burst(desk, "<ctrl+s>")
        await desk.sees("gele fiets is geregistreerd")


async def test_enter_in_the_palette_does_the_first_that_was_found(bench: Bench) -> None:
    async with bench.application() as desk:
        await burst(desk, "<ctrl+p>", "slu")
        finder = desk.screen
        assert finder._list.cursor_id == "queue.close" != "app.back"
        await burst(desk, "<enter>")
        assert desk.screen is not finder


async def test_a_tab_and_a_line_feed_in_a_note_are_text(bench: Bench) -> None:
    async with bench.application() as desk:
        await burst(desk, "/reiger", "<enter>", "<enter>", "nEerst", "<tab>", "dan.", "<ctrl+j>", "Slot.", "<ctrl+s>")
        await desk.sees("Slot.")
        assert desk.workspace.case(HERON).state.timeline[-1].text.split() == ["Eerst", "dan.", "Slot."]


async def test_a_day_that_is_typed_replaces_the_one_that_was_proposed(bench: Bench) -> None:
    async with bench.application() as desk:
        await burst(desk, "/reiger", "<enter>", "<enter>", "cgisteren", "<tab>", "25", "<tab>", "tel", "<tab>")
        await burst(desk, "Kort.", "<ctrl+s>")
        await desk.sees("gesprek gisteren, 25 min, telefoon")


async def test_done_takes_the_choice_that_is_pointed_at(bench: Bench) -> None:
    async with bench.application() as desk:
        await burst(desk, "ngele fiets", "<tab>", "<tab>", "telef", "<ctrl+s>")
        await desk.sees("gele fiets is geregistreerd")


async def test_a_small_terminal_names_the_actions_and_the_connection(bench: Bench) -> None:
    async with bench.application(size=(40, 10)) as desk:
        assert "online" in desk.text().splitlines()[-1]
        await burst(desk, "?")
        assert "nieuw" in desk.text()


async def test_a_case_is_never_laid_out_as_a_sliver(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    put, titles = CaseHead._put, []

    def told(line: Static, words: str) -> None:
        titles.append(len(words))
        put(line, words)

    monkeypatch.setattr(CaseHead, "_put", staticmethod(told))
    async with bench.application() as desk:
        await burst(desk, "/reiger", "<enter>", "<enter>")
        await desk.until(lambda: isinstance(desk.screen, CaseScreen))
        assert set(titles[::4]) == {76}
