"""All actions of the application, joined. A room that adds actions adds its module to ``ROOMS``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from vp_tui.tui.actions import (
    audit,
    care,
    case,
    clients,
    contact,
    course,
    dilemma,
    finding,
    members,
    preferences,
    queue,
    sheets,
    shell,
    start,
    today,
)
from vp_tui.tui.actions.registry import Action, Registry
from vp_tui.tui.screens.table import PLACES

__all__ = ["ROOMS", "registry"]

ROOMS: tuple[tuple[Action, ...], ...] = (
    shell.places(PLACES),
    shell.ACTIONS,
    start.ACTIONS,
    today.ACTIONS,
    queue.ACTIONS,
    case.ACTIONS,
    sheets.ACTIONS,
    care.ACTIONS,
    finding.ACTIONS,
    clients.ACTIONS,
    contact.ACTIONS,
    course.ACTIONS,
    dilemma.ACTIONS,
    members.ACTIONS,
    audit.ACTIONS,
    preferences.ACTIONS,
)


def registry(remap: Mapping[str, Sequence[str]] | None = None) -> Registry:
    """The registry with the keys of a person's configuration. Raises UsageError ``keymap.*``."""
    return Registry((action for room in ROOMS for action in room), remap)
