"""Learning points (leerpunten): the practice's memory, which outlives every file.

Invariant: a point comes from an extract that a supervisor has approved, and is published by its author, whose act is
her consent and who can take it back; nothing points from it to the extract. No finding of the anonymiser is left open
in it, since the whole practice reads it for as long as it lasts.
"""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct
from msgspec.structs import replace

from vp_tui.domain import codes
from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta
from vp_tui.domain.core import CodeText
from vp_tui.domain.ids import Id
from vp_tui.domain.keyed import Base, at, find, may_put, put, seen, to_put
from vp_tui.domain.text import Line, fold_text, line, prose
from vp_tui.errors import NotFoundError, NotPermittedError, RefusedError

__all__ = ["LearningState", "Point", "PointDropped", "PointPublished", "PublishPoint", "WithdrawPoint", "search"]


class Point(Struct, frozen=True):
    """Leerpunt. ``theme`` TH-xx, ``method`` IM-xx; ``by`` its author."""

    id: bytes
    by: bytes
    theme: str
    method: str
    title: str
    text: str
    at_ms: int
    rev: int = 1
    dropped: bool = False


class LearningState(Struct, frozen=True):
    points: tuple[Point, ...] = ()
    anomalies: int = 0

    @property
    def opened(self) -> bool:
        """The library has no event of its own to begin with."""
        return True


class PointPublished(Event, frozen=True):
    point: Id
    base: Base
    theme: CodeText
    method: CodeText
    title: Line
    text: str


class PointDropped(Event, frozen=True):
    point: Id
    base: Base


class PublishPoint(Command, frozen=True):
    """Leerpunt delen with the practice, from an approved ``extract`` of one's own (``Context.extracts``; it is not
    kept), or change it; ``findings`` that the anonymiser still has are none."""

    KIND: ClassVar = "learning"
    OPENS: ClassVar = True
    point: bytes
    extract: bytes
    title: str
    text: str
    theme: str
    method: str
    findings: int = 0
    base: int = 0


class WithdrawPoint(Command, frozen=True):
    """Leerpunt terugnemen, by its author."""

    KIND: ClassVar = "learning"
    point: bytes
    base: int


def search(state: LearningState, text: str = "", theme: str = "", method: str = "") -> tuple[Point, ...]:
    """The points in which every word typed begins a word of title, text or labels, newest first."""
    typed = fold_text(text).split()
    found = [
        row
        for row in state.points
        if not row.dropped and theme in ("", row.theme) and method in ("", row.method) and _has(row, typed)
    ]
    return tuple(sorted(found, key=lambda row: row.at_ms, reverse=True))


def _has(row: Point, typed: list[str]) -> bool:
    words = fold_text(" ".join((row.title, row.text, *codes.labels(row.theme), *codes.labels(row.method)))).split()
    return all(any(word.strip(".,;:!?()\"'").startswith(part) for word in words) for part in typed)


def _publish(state: LearningState, command: PublishPoint, context: Context) -> list[Event]:
    before = to_put(state.points, command.point, command.base)
    extract = context.extracts.get(command.extract)
    if extract is None:
        raise NotFoundError("extract-unknown")
    extract.require_author(context)
    if extract.state != "approved":
        raise RefusedError("extract-not-approved", "extract")
    if before is not None and (before.by != context.actor or before.dropped):
        raise NotPermittedError("point-not-yours")
    if command.findings:
        raise RefusedError("findings-open", "text", n=command.findings)
    theme = codes.checked(command.theme, ("theme",), "theme", context.today)
    method = codes.checked(command.method, ("method",), "method", context.today)
    title, text = line(command.title, "title"), prose(command.text, "text")
    if before is not None and (before.theme, before.method, before.title, before.text) == (theme, method, title, text):
        raise RefusedError("nothing-changed", "text")
    return [PointPublished(Id(command.point), command.base, theme, method, title, text)]


def _withdraw(state: LearningState, command: WithdrawPoint, context: Context) -> list[Event]:
    row = seen(state.points, command.point, command.base)
    if row.by != context.actor or row.dropped:
        raise NotPermittedError("point-not-yours")
    return [PointDropped(Id(command.point), command.base)]


def _published(state: LearningState, event: PointPublished, meta: Meta) -> LearningState | None:
    row = find(state.points, event.point)
    if not may_put(state.points, event.point, event.base) or not event.text:
        return None
    if row is not None and (row.by != meta.by or row.dropped):
        return None
    made = Point(event.point, meta.by, event.theme, event.method, event.title, event.text, meta.at_ms, event.base + 1)
    return replace(state, points=put(state.points, made))


def _dropped(state: LearningState, event: PointDropped, meta: Meta) -> LearningState | None:
    row = at(state.points, event.point, event.base)
    if row is None or row.by != meta.by or row.dropped:
        return None
    after = replace(row, title="", text="", rev=row.rev + 1, dropped=True)
    return replace(state, points=put(state.points, after))


DECIDE: Deciders = {PublishPoint: _publish, WithdrawPoint: _withdraw}
FOLD: Folders = {PointPublished: _published, PointDropped: _dropped}
