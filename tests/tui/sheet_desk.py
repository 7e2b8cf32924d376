"""The application with a sheet of a case open, for the tests of sheets."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from tests.tui.workbench import Bench, Desk
from vp_tui.tui.screens.sheets import SHEETS
from vp_tui.tui.widgets.field import Field

__all__ = ["fill", "sheet"]


@asynccontextmanager
async def sheet(
    bench: Bench, name: str, case: bytes, who: str = "anna", size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Desk]:
    """As this member, on this sheet of the case."""
    assert name in SHEETS
    async with bench.application(who, size) as desk:
        desk.app.go(name, case.hex())
        await desk.until(lambda: getattr(desk.screen, "NAME", "") == name)
        yield desk


async def fill(desk: Desk, **fields: Any) -> None:
    """Type into fields of the form that is open, by their names; a picker takes the best of what was found."""
    for name, typed in fields.items():
        field = next(field for field in desk.screen.query(Field) if field.name == name)
        desk.screen.set_focus(field.control)
        await desk.calm()
        if hasattr(field, "choose"):
            field.choose(typed)
            continue
        if hasattr(field, "entry"):
            field.entry.value = ""
        await desk.type(typed)
        if hasattr(field, "take"):
            await desk.press("tab")
