"""A screen in lines: what stands on it from top to bottom, its lists numbered.

Invariant: nothing that can be seen is left out, nothing hidden is said; a number always means the same row while the
screen stands. Callers: ``PlainApp``.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator
from typing import Any, NamedTuple

from textual.geometry import Region
from textual.screen import Screen
from textual.widget import Widget

from vp_tui.i18n import text
from vp_tui.tui.widgets.chrome import Footer, StatusLine, TabLine
from vp_tui.tui.widgets.composer import Composer
from vp_tui.tui.widgets.entry import Entry
from vp_tui.tui.widgets.field import Field
from vp_tui.tui.widgets.queue_list import QueueList
from vp_tui.tui.widgets.timeline import Timeline

__all__ = ["Speech", "Target", "heading", "rendered", "speak"]

# So many rows of a list are said at once; the rest by their numbers, or after a filter.
_PAGE = 40
# Which keys a screen or dialog knows; there are none here.
_HINTS = ("app.message.close", "case.form.keys", "case.menu.keys", "start.keys", "start.keyring.keys")
# Columns far apart on a screen are neighbours when they are said.
_GAP = re.compile(" {3,}")
# Of what separating lines are made.
_RULES = frozenset("-=+| ")


class Target(NamedTuple):
    """What a number stands for."""

    list: QueueList | Timeline
    id: Hashable


class Speech(NamedTuple):
    """Lines to say, and what their numbers mean."""

    lines: list[str]
    targets: list[Target]


def speak(screen: Screen[Any]) -> Speech:
    """Everything on ``screen`` but its chrome, its fields (they are asked) and what is hidden."""
    said = Speech([], [])
    for widget in _shown(screen):
        if isinstance(widget, QueueList):
            said.lines.extend(_rows(widget, said.targets))
        elif isinstance(widget, Timeline):
            said.lines.extend(_entries(widget, said.targets))
        else:
            said.lines.extend(rendered(widget))
    if (title := getattr(screen.children[0], "border_title", None)) if screen.is_modal else None:
        said.lines.insert(0, str(title))
    return said


def heading(screen: Screen[Any]) -> str:
    """The status line: who, where, how connected, and what does not fit."""
    return " ".join(line for status in screen.query(StatusLine) for line in rendered(status))


def _shown(widget: Widget) -> Iterator[Widget]:
    for child in widget.children:
        if not child.display or isinstance(child, TabLine | Footer | StatusLine | Field | Composer | Entry):
            continue
        if child.children and not isinstance(child, QueueList | Timeline):
            yield from _shown(child)
        else:
            yield child


def _rows(listed: QueueList, targets: list[Target]) -> Iterator[str]:
    rows = listed.rows
    sections = dict(rows.sections())
    if not len(rows):
        yield from list(rendered(listed))[-1:]
    for index in range(len(rows)):
        targets.append(Target(listed, rows.id(index)))
        if index >= _PAGE:
            continue
        if index in sections:
            yield f"{sections[index]}:"
        row = rows.row(index)
        # A menu numbers its lines itself.
        said = ", ".join(cell for cell in row.cells if cell and cell != str(len(targets)))
        yield f"{len(targets)}. {row.flag} {said}".replace("  ", " ")
    if len(rows) > _PAGE:
        yield text("plain.more", n=len(rows) - _PAGE)


def _entries(timeline: Timeline, targets: list[Target]) -> Iterator[str]:
    if not timeline.entries:
        yield from rendered(timeline)
    for entry in timeline.entries:
        targets.append(Target(timeline, entry.id))
        yield f"{len(targets)}. {' '.join(part for part in (entry.head, entry.aside) if part)}"
        yield from (f"   {line}" for line in f"{entry.body}\n{entry.foot}".splitlines() if line)


def rendered(widget: Widget) -> Iterator[str]:
    """The lines of a widget as it stands on the screen, without rules and hints about keys."""
    lines = widget.render_lines(Region(0, 0, *widget.outer_size)) if widget.size.area else ()
    hints = {_GAP.sub("  ", text(key)) for key in _HINTS}
    for strip in lines:
        line = _GAP.sub("  ", strip.text.strip(" |"))
        if line and not set(line) <= _RULES and line not in hints:
            yield line
