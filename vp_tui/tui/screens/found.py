"""Founding a practice: the pages of `enrolment.FOUND`."""

from __future__ import annotations

from typing import ClassVar

from vp_tui.tui.enrolment import FOUND, Road
from vp_tui.tui.screens.enrol import EnrolScreen

__all__ = ["FoundScreen"]


class FoundScreen(EnrolScreen):
    """For the first coordinator, with the code that the server's administrator gave."""

    ROAD: ClassVar[Road] = "found"
    STEPS = FOUND
