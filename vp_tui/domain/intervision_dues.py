"""What intervision, review and supervision ask of a member today: her part of the screen *Vandaag*.

Invariant: pure, and for one member only: what waits for her, never what others owe one another. A label is a group's
name or nothing; no client, no case. Callers: the workspace hands these to ``clock.today_view`` as ``more``.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence

from vp_tui.domain.clock import DueItem
from vp_tui.domain.dates import later
from vp_tui.domain.debrief import DebriefState
from vp_tui.domain.extract_file import ExtractState
from vp_tui.domain.group_file import Casus, GroupState
from vp_tui.domain.passport import lights
from vp_tui.domain.personal_parts import Activity, Certification
from vp_tui.domain.supervision_log import SupervisionState

__all__ = ["competence_dues", "dues"]

REVIEW_DAYS = 7
"""In how many days an extract is looked at: a custom of ours, no norm."""


def dues(
    groups: Iterable[GroupState],
    extracts: Iterable[ExtractState],
    supervisions: Iterable[SupervisionState],
    debriefs: Iterable[DebriefState],
    me: bytes,
    today: datetime.date,
    now_ms: int,
) -> list[DueItem]:
    """Ad hoc questions, sessions to hold and to sign, extracts to review or returned, logs to sign, debriefs."""
    day = _Day(today, now_ms)
    return [
        *(item for state in groups for item in _of_group(state, me, day)),
        *(item for state in extracts for item in _of_extract(state, me, day)),
        *(item for state in supervisions for item in _of_supervision(state, me, day)),
        *(item for state in debriefs for item in _of_debrief(state, me, day)),
    ]


def competence_dues(
    held: Sequence[Certification], activities: Sequence[Activity], space: bytes, today: datetime.date
) -> list[DueItem]:
    """What the passport lacks and must have soon: the red lights, by their dates; ``space`` is the personal one."""
    day = _Day(today, 0)
    return [
        day.item("competence", light.by, space, "")
        for scheme in held
        for light in lights(scheme, activities, today)
        if light.colour == "red"
    ]


class _Day:
    """Today, for an item's lateness; times in milliseconds are counted from it."""

    def __init__(self, today: datetime.date, now_ms: int) -> None:
        self.today = today
        self.now_ms = now_ms

    def on(self, at_ms: int) -> datetime.date:
        return later(self.today, (at_ms - self.now_ms) // 86_400_000)

    def item(self, kind: str, due: datetime.date, space: bytes, label: str, at_ms: int = 0) -> DueItem:
        late = (self.today - due).days
        if at_ms:
            late = max(late, 1) if at_ms < self.now_ms else min(late, 0)
        return DueItem(kind, due, space, label, "", late, max(late, 0), late > 0, at_ms)


def _of_group(state: GroupState, me: bytes, day: _Day) -> Iterator[DueItem]:
    if me not in state.readers:
        return
    for casus in state.casuses:
        if casus.waiting() and casus.author != me:
            yield day.item("adhoc", day.on(casus.due_ms), state.id, state.name, casus.due_ms)
        elif casus.author == me and casus.state == "returned":
            yield day.item("casus-returned", day.today, state.id, state.name)
        elif _to_check(state, casus, me):
            yield day.item("casus-check", day.today, state.id, state.name)
    for session in state.sessions:
        if session.state in ("planned", "running"):
            yield day.item("session", session.on, state.id, state.name)
        elif session.state == "held" and session.attended(me) is not None and me not in session.signed_by:
            yield day.item("session-sign", session.on, state.id, state.name)


def _to_check(state: GroupState, casus: Casus, me: bytes) -> bool:
    """It is on the agenda of a session that she leads, and nobody has looked whether it can be traced."""
    return casus.state == "offered" and any(
        row.facilitator == me and row.state in ("planned", "running") and casus.id in row.agenda
        for row in state.sessions
    )


def _of_extract(state: ExtractState, me: bytes, day: _Day) -> Iterator[DueItem]:
    since = day.on(state.since_ms)
    if me == state.reviewer and state.state in ("submitted", "in_review"):
        yield day.item("extract-review", later(since, REVIEW_DAYS), state.id, "")
    if me == state.author and state.state == "returned":
        yield day.item("extract-returned", day.today, state.id, "")
    if me == state.author and state.contact:
        yield day.item("contact-reviewer", day.today, state.id, "")


def _of_supervision(state: SupervisionState, me: bytes, day: _Day) -> Iterator[DueItem]:
    for log in state.logs:
        mine = me == state.supervisor and log.state == "submitted"
        back = me == state.supervisee and log.state in ("draft", "returned")
        if mine or back:
            yield day.item("log-sign" if mine else "log-open", later(log.on, REVIEW_DAYS), state.id, "")


def _of_debrief(state: DebriefState, me: bytes, day: _Day) -> Iterator[DueItem]:
    if state.state == "asked" and me == state.supervisor:
        yield day.item("debrief", state.due, state.id, "")
    elif state.state == "agreed" and me in state.readers and state.on is not None:
        yield day.item("debrief", state.on, state.id, "")
