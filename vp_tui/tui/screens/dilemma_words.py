"""The exception to confidentiality in words: two stages, conditions, who was asked, what left, who knows. No Textual.

Invariant: pure; whether anything has left stands in words at the head of each stage, and a reporter who does not know
yet stands there until she does. Callers: the sheet of dilemmas.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vp_tui.domain.dilemma import Dilemma
from vp_tui.domain.weighing import CONDITIONS
from vp_tui.i18n import count, days, text
from vp_tui.tui.screens.care_words import party_words
from vp_tui.tui.screens.case_words import Words, label
from vp_tui.tui.widgets.timeline import Entry

__all__ = ["ALTERNATIVES", "dilemma_entries", "open_conditions", "part_of", "to_inform_by"]

ALTERNATIVES = "alternatives"
_ID = 16


def part_of(id: bytes | None) -> tuple[bytes, str]:
    """The dilemma that an entry is about, and which part of it: a condition, ``alternatives``, another, or ""."""
    return ((id or b"")[:_ID], (id or b"")[_ID:].decode())


def open_conditions(row: Dilemma) -> list[str]:
    """Conditions without an answer, in their order."""
    return [condition for condition in CONDITIONS if condition not in row.conditions]


def to_inform_by(row: Dilemma) -> date | None:
    """When the reporter is to be told; None where she knows, or nothing left."""
    if not row.uninformed:
        return None
    return row.attempts[-1].again if row.attempts else row.breaches[-1].on


def dilemma_entries(words: Words, row: Dilemma) -> list[Entry]:
    """The whole of it; what was finished and settled is one entry that unfolds."""
    parts = list(_parts(words, row))
    if row.unsettled:
        return parts
    first, *rest = parts
    written = [line for entry in rest for line in (f"{entry.head} {entry.aside}".rstrip(), entry.body, entry.foot)]
    return [first._replace(body="\n".join([first.body, "", *filter(None, written)]))]


def _parts(words: Words, row: Dilemma) -> Iterator[Entry]:
    head = text("dilemma.head", ground=label(row.ground), day=days.day(row.on, words.today))
    yield _entry(row, "", head, text(f"dilemma.stage.{row.stage}"), row.text)
    if row.account:
        yield _entry(row, "account", text("dilemma.account"), body=row.account)
    first, second = _weighed(words, row), _broken(words, row)
    # What is under way stands first: a reporter who does not know is not to be scrolled to.
    yield from (*second, *first) if row.breaches else (*first, *second)


def _entry(row: Dilemma, part: str, head: str, aside: str = "", body: str = "", tone: str = "") -> Entry:
    return Entry(row.id + part.encode(), head, aside, body, "", tone)


def _weighed(words: Words, row: Dilemma) -> Iterator[Entry]:
    yield _entry(row, "stage1", text("dilemma.first.broken" if row.breaches else "dilemma.first"))
    for condition in CONDITIONS:
        question = text(f"domain_care.condition.{condition}")
        if (answer := row.conditions.get(condition)) is None:
            yield _entry(row, condition, f"[ ] {question}", text("dilemma.unanswered"), tone="muted")
        else:
            said = text(f"domain_care.answer.{answer.answer}")
            yield _entry(row, condition, f"[x] {question}", said, answer.text)
    mark, tone = ("[x]", "") if row.alternatives else ("[ ]", "muted")
    yield _entry(row, ALTERNATIVES, f"{mark} {text('dilemma.alternatives')}", body=row.alternatives, tone=tone)
    for number, asked in enumerate(row.consultations):
        head = text("dilemma.asked", name=words.name(asked.colleague))
        yield _entry(row, f"asked{number}", head, days.day(asked.on, words.today), asked.text)
    if not row.consultations:
        yield _entry(row, "asked", f"[ ] {text('dilemma.not_asked')}", tone="muted")


def _broken(words: Words, row: Dilemma) -> Iterator[Entry]:
    today = words.today
    if not row.breaches:
        lacking = len(open_conditions(row))
        said = "never" if row.stage == "finished" else "may"
        head = count("dilemma.second.open", lacking) if lacking and said == "may" else text(f"dilemma.second.{said}")
        yield _entry(row, "stage2", head, tone="muted")
        return
    yield _entry(row, "stage2", text("dilemma.second"))
    if (by := to_inform_by(row)) is not None:
        yield _entry(row, "informed", text("dilemma.uninformed", by=days.term(by, today)), tone="bad")
    elif row.informed_on is not None:
        head = text("dilemma.informed", day=days.full(row.informed_on))
        yield _entry(row, "informed", head, body=row.informed_of)
    for number, attempt in enumerate(row.attempts):
        head = text("dilemma.attempt", again=days.full(attempt.again))
        yield _entry(row, f"attempt{number}", head, days.day(attempt.on, today), attempt.why)
    for number, left in enumerate(row.breaches):
        head = text("dilemma.left", party=party_words(left.party, words.name))
        yield _entry(row, f"left{number}", head, days.day(left.on, today), left.content)
