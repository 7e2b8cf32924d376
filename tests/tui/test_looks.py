"""How case work looks, as plain text that a person can review in a diff.

Run with ``VP_LOOKS=write`` to take new pictures; look at them before committing.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.tui.workbench import CAS_CASE, HERON, Bench, Desk
from vp_tui.i18n import set_language

PICTURES = Path(__file__).with_name("snapshots")


def compare(desk: Desk, name: str) -> None:
    path = PICTURES / f"{name}.txt"
    seen = desk.text().rstrip() + "\n"
    if os.environ.get("VP_LOOKS") == "write":
        PICTURES.mkdir(exist_ok=True)
        path.write_text(seen, encoding="utf-8")
    assert seen == path.read_text(encoding="utf-8"), f"{name} looks different; see the module's docstring"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
@pytest.mark.parametrize("language", ["nl", "en"])
async def test_case_work_looks_as_it_was_approved(bench: Bench, language: str, size: tuple[int, int]) -> None:
    set_language(language)
    name = f"{size[0]}x{size[1]}-{language}"
    try:
        async with bench.application(size=size) as desk:
            await desk.press("j")
            await desk.until(lambda: "papieren lantaarn  " in desk.text() or size[0] > 100)
            await desk.pilot.pause(0.3)
            compare(desk, f"queue-{name}")
            desk.app.go("case", HERON.hex())
            await desk.sees("[Dossier" if language == "nl" else "[File")
            compare(desk, f"case-{name}")
            await desk.press("p", "n")
            await desk.type("Alleen voor mij.")
            compare(desk, f"personal-{name}")
            await desk.press("escape", ">")
            compare(desk, f"log-{name}")
            await desk.press("X", "c")
            compare(desk, f"closing-{name}")
            await desk.press("escape")
            desk.app.go("case", CAS_CASE.hex())
            await desk.sees("lange trap")
            compare(desk, f"deputy-{name}")
            desk.app.go("register")
            await desk.until(lambda: type(desk.screen).__name__ == "RegisterScreen")
            compare(desk, f"register-{name}")
    finally:
        set_language("nl")


async def test_without_line_drawing_or_timers_for_a_reader(bench: Bench) -> None:
    async with bench.application(size=(60, 16), a11y=True) as desk:
        text = desk.text()
        assert text.isascii()
        assert desk.app.cursor_position.y == 3
        await desk.press("j", "enter")
        await desk.sees("DOSSIER")
        assert desk.app.cursor_position == (0, desk.screen.timeline.region.y)
