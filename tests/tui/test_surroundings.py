"""What is wrong with the computer is said on every screen, and the work goes on."""

from __future__ import annotations

from tests.tui.workbench import Bench
from vp_tui.tui.session import Session


async def test_a_clock_an_hour_off_and_a_full_disk_are_said(bench: Bench) -> None:
    async with bench.application() as desk:
        status = desk.workspace.status
        status.clock_skew_ms = -3_600_000
        assert Session.warnings(desk.session) == ["! klok 60 min voor"]
        status.clock_skew_ms = 3_600_000
        status.disk_full = True
        assert Session.warnings(desk.session) == ["! schijf vol", "! klok 60 min achter"]
        desk.session.warnings = lambda: Session.warnings(desk.session)
        desk.app.chrome.dress()
        await desk.sees("! schijf vol")
        status.clock_skew_ms = 60_000
        status.disk_full = False
        assert Session.warnings(desk.session) == []
