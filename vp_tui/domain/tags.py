"""Labels on a case, and putting it off (sluimeren) until a day: the confidant's own order in her work.

Invariant: a label is one short word, compared without case or accents; neither says anything about a person.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from typing import Annotated

from msgspec import Meta as Bounds
from msgspec.structs import replace

from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.text import fold_text
from vp_tui.errors import RefusedError

__all__ = ["MOST_TAGS", "SnoozeCase", "Snoozed", "TagCase", "TagsChanged"]

MOST_TAGS = 12
_TAG = r"[a-z0-9]([a-z0-9-]{0,22}[a-z0-9])?"

Tags = Annotated[
    tuple[Annotated[str, Bounds(pattern=rf"\A{_TAG}\Z")], ...],
    Bounds(max_length=MOST_TAGS),
]


class TagsChanged(Event, frozen=True):
    add: Tags = ()
    remove: Tags = ()


class Snoozed(Event, frozen=True):
    until: datetime.date | None = None


class TagCase(Command, frozen=True):
    """Labels toevoegen en weghalen."""

    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()


class SnoozeCase(Command, frozen=True):
    """Zaak laten sluimeren tot een dag; None wakes it."""

    until: datetime.date | None


def _labels(tags: Iterable[str], field: str) -> tuple[str, ...]:
    kept = tuple(dict.fromkeys(fold_text(tag).lstrip("#").replace(" ", "-") for tag in tags))
    if not all(re.fullmatch(_TAG, tag) for tag in kept):
        raise RefusedError("tag-form", field)
    return kept


def _tag(state: CaseState, command: TagCase, context: Context) -> list[Event]:
    state.require_writer(context)
    add = tuple(tag for tag in _labels(command.add, "add") if tag not in state.tags)
    remove = tuple(tag for tag in _labels(command.remove, "remove") if tag in state.tags and tag not in add)
    if not add and not remove:
        raise RefusedError("nothing-changed", "add")
    if len(state.tags) + len(add) - len(remove) > MOST_TAGS:
        raise RefusedError("tags-too-many", "add", limit=MOST_TAGS)
    return [TagsChanged(add, remove)]


def _snooze(state: CaseState, command: SnoozeCase, context: Context) -> list[Event]:
    state.require_change(context)
    if command.until == state.snoozed:
        raise RefusedError("nothing-changed", "until")
    if command.until is not None and command.until <= context.today:
        raise RefusedError("snooze-in-past", "until")
    return [Snoozed(command.until)]


def _tagged(state: CaseState, event: TagsChanged, meta: Meta) -> CaseState | None:
    tags = set(state.tags).difference(event.remove).union(event.add)
    return replace(state, tags=tuple(sorted(tags))) if len(tags) <= MOST_TAGS else None


def _snoozed(state: CaseState, event: Snoozed, meta: Meta) -> CaseState | None:
    return replace(state, snoozed=event.until)


DECIDE: Deciders = {TagCase: _tag, SnoozeCase: _snooze}
FOLD: Folders = {TagsChanged: _tagged, Snoozed: _snoozed}
