"""Joining a practice: the pages of `enrolment.JOIN`."""

from __future__ import annotations

from typing import ClassVar

from vp_tui.tui.enrolment import JOIN, Road
from vp_tui.tui.screens.enrol import EnrolScreen

__all__ = ["JoinScreen"]


class JoinScreen(EnrolScreen):
    """For a new member or a further device, with the code that a coordinator read out."""

    ROAD: ClassVar[Road] = "join"
    STEPS = JOIN
