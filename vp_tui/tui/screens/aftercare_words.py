"""Aftercare and the retaliation monitor in words.

Invariant: pure; outcome and retaliation are the reporter's words, never a finding. Callers: the sheet of aftercare.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vp_tui.domain.calls import unanswered
from vp_tui.domain.case_file import Aftercare, CaseState
from vp_tui.domain.case_parts import Retaliation
from vp_tui.domain.closing import LEAST_ATTEMPTS
from vp_tui.domain.retaliation import monitor
from vp_tui.i18n import count, days, text
from vp_tui.tui.screens.case_words import Words, label
from vp_tui.tui.screens.sheet_forms import prose
from vp_tui.tui.widgets.timeline import Entry

__all__ = ["agreed", "attempts", "care_entries", "moment_id"]


def moment_id(moment: Aftercare) -> bytes:
    """The entry of a moment of aftercare."""
    return f"care {moment.due.isoformat()}".encode()


def attempts(state: CaseState) -> int:
    """Calls without an answer since the case was closed."""
    return unanswered(state.calls, state.closed_on) if state.closed_on is not None else 0


def agreed(words: Words) -> Iterator[str]:
    """With whose consent and how, how often in vain, and what the monitor says."""
    state = words.state
    if state.aftercare_consent is not None:
        yield text(
            "course_follow.agreed", day=days.full(state.aftercare_consent), channel=label(state.aftercare_channel)
        )
    if state.state == "aftercare" and (vain := attempts(state)):
        yield text("course_follow.attempts", n=vain, least=LEAST_ATTEMPTS)
    if told := monitor(state):
        last = told[-1]
        yield count("course_follow.monitor", len(told), last=label(last.code), day=days.day(last.on, words.today))


def care_entries(words: Words) -> Iterator[Entry]:
    """What is still to be asked, then what was, with what the reporter told in between; the newest first."""
    state = words.state
    yield from (_moment(moment, words) for moment in state.aftercare if not moment.done_ms)
    been = [(moment.due, _moment(moment, words)) for moment in state.aftercare if moment.done_ms]
    been += [(row.on, _told(number, row, words)) for number, row in enumerate(state.retaliations)]
    yield from (entry for _, entry in sorted(been, key=lambda pair: pair[0], reverse=True))


def _moment(moment: Aftercare, words: Words) -> Entry:
    if not moment.done_ms:
        late = moment.due < words.today
        head = text("course_follow.to_ask", day=days.term(moment.due, words.today))
        return Entry(moment_id(moment), f"{'! ' if late else ''}{head}", tone="bad" if late else "")
    on, outcome = date.fromtimestamp(moment.done_ms / 1000), label(moment.outcome)
    day, due = days.day(on, words.today), days.day(moment.due, words.today)
    early = on != moment.due
    head = text(f"course_follow.asked{'_for' if early else ''}", day=day, due=due, outcome=outcome)
    return Entry(
        moment_id(moment),
        head,
        body=prose(
            [
                (text("course_follow.fact.safer"), label(moment.safer)),
                (text("course_follow.fact.retaliation"), label(moment.retaliation)),
                (text("course_follow.fact.impact"), ", ".join(map(label, moment.impact))),
            ]
        ),
    )


def _told(number: int, row: Retaliation, words: Words) -> Entry:
    head = text("course_follow.told", day=days.day(row.on, words.today), code=label(row.code))
    impact = prose([(text("course_follow.fact.impact"), ", ".join(map(label, row.impact)))])
    return Entry(b"told" + number.to_bytes(4), head, body="\n".join(filter(None, (impact, row.text))))
