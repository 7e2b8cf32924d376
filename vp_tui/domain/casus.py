"""A casus brought into a group: a story without a name, checked by a colleague before it is talked over.

Invariant: it holds no case; its text stands in a record of its own, and goes with that record when a colleague finds
that it can be traced. What the anonymiser found and the author left open is known as a number. An ad hoc question has
an hour by which somebody answers.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from msgspec import Meta as Bounds
from msgspec.structs import replace

from vp_tui.domain import codes
from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta
from vp_tui.domain.canonical import Digest, canonical, digest
from vp_tui.domain.core import CodeText
from vp_tui.domain.group_file import Answer, Casus, GroupState
from vp_tui.domain.ids import Id
from vp_tui.domain.keyed import Base, at, find, may_put, put, seen, to_put
from vp_tui.domain.text import Line, Phrase, line, prose
from vp_tui.domain.wording import Findings, Number, dropped, filled, findings, laid
from vp_tui.errors import ConflictError, NotPermittedError, RefusedError

__all__ = [
    "CASUS_STATES",
    "MOST_HOURS",
    "AnswerCasus",
    "CasusAnswered",
    "CasusChecked",
    "CasusOffered",
    "CasusText",
    "CasusWithdrawn",
    "CheckCasus",
    "OfferCasus",
    "WithdrawCasus",
]

CASUS_STATES = ("offered", "cleared", "returned", "discussed", "withdrawn")
"""Ingebracht, nagekeken, terug omdat zij herleidbaar was, besproken, ingetrokken."""
MOST_HOURS = 72
_HOUR_MS = 3_600_000
_LIVE = ("offered", "cleared", "discussed")


class CasusOffered(Event, frozen=True):
    """``within`` hours an answer is asked for, 0 if it can wait for a session."""

    casus: Id
    base: Base
    number: Number
    digest: Digest
    findings: Findings
    method: CodeText | None = None
    theme: CodeText | None = None
    within: Annotated[int, Bounds(ge=0, le=MOST_HOURS)] = 0


class CasusText(Event, frozen=True):
    ALONE: ClassVar = True
    casus: Id
    number: Number
    title: Line
    text: str


class CasusChecked(Event, frozen=True):
    casus: Id
    base: Base
    verdict: Literal["cleared", "traceable"]
    why: Phrase = ""


class CasusAnswered(Event, frozen=True):
    casus: Id
    answer: Id
    text: str


class CasusWithdrawn(Event, frozen=True):
    casus: Id
    base: Base


class _OnGroup(Command, frozen=True):
    KIND: ClassVar = "group"


class OfferCasus(_OnGroup, frozen=True):
    """Casus inbrengen, or again after it came back (``base`` = its rev). ``findings`` of the anonymiser are left open;
    ``within`` 1 to 72 hours for an ad hoc question. Two records: what was offered, and its words."""

    casus: bytes
    title: str
    text: str
    findings: int = 0
    method: str = ""
    theme: str = ""
    within: int = 0
    base: int = 0


class CheckCasus(_OnGroup, frozen=True):
    """Nakijken of de casus herleidbaar is. By the facilitator of the session that it is on the agenda of, and by any
    other colleague as long as it is on none."""

    casus: bytes
    base: int
    traceable: bool
    why: str = ""


class AnswerCasus(_OnGroup, frozen=True):
    """Meedenken."""

    casus: bytes
    answer: bytes
    text: str


class WithdrawCasus(_OnGroup, frozen=True):
    """Casus intrekken; its text is dropped."""

    casus: bytes
    base: int


def code_in(code: str, name: str, field: str, context: Context) -> CodeText | None:
    """A code of one list, or none. RefusedError of the code beside ``field``."""
    return codes.checked(code, (name,), field, context.today) if code else None


def _digest(group: bytes, author: bytes, casus: bytes, number: int, title: str, text: str) -> str:
    return digest(canonical("casus", group=group, author=author, casus=casus, number=number, title=title, text=text))


def _offer(state: GroupState, command: OfferCasus, context: Context) -> list[Event]:
    state.require_member(context)
    before = to_put(state.casuses, command.casus, command.base)
    if before is not None and before.author != context.actor:
        raise NotPermittedError("casus-not-yours")
    if before is not None and before.state not in ("offered", "returned"):
        raise ConflictError("casus-settled")
    if not 0 <= command.within <= MOST_HOURS:
        raise RefusedError("number-out-of-range", "within", least=0, most=MOST_HOURS)
    title, text = line(command.title, "title"), prose(command.text, "text")
    number = len(before.wordings) + 1 if before is not None else 1
    casus = Id(command.casus)
    return [
        CasusOffered(
            casus,
            command.base,
            number,
            _digest(state.id, context.actor, casus, number, title, text),
            findings(command.findings),
            code_in(command.method, "method", "method", context),
            code_in(command.theme, "theme", "theme", context),
            command.within,
        ),
        CasusText(casus, number, title, text),
    ]


def _other(state: GroupState, casus: Casus | None, context: Context) -> None:
    state.require_member(context)
    if casus is not None and casus.author == context.actor:
        raise NotPermittedError("casus-own")


def _facilitator(state: GroupState, casus: Casus) -> bytes | None:
    """Who leads the session that it is on the agenda of, unless that is the author."""
    for session in state.sessions:
        if casus.id in session.agenda and session.state in ("planned", "running"):
            return session.facilitator if session.facilitator != casus.author else None
    return None


def _check(state: GroupState, command: CheckCasus, context: Context) -> list[Event]:
    facilitator = _facilitator(state, seen(state.casuses, command.casus, command.base))
    if context.actor != facilitator:
        _other(state, find(state.casuses, command.casus), context)
    row = seen(state.casuses, command.casus, command.base)
    if facilitator not in (None, context.actor):
        raise NotPermittedError("casus-facilitator-checks")
    if row.state not in (_LIVE if command.traceable else ("offered",)):
        raise ConflictError("casus-settled")
    if not row.now.text:
        raise RefusedError("text-not-here")
    why = line(command.why, "why", required=command.traceable)
    return [CasusChecked(Id(command.casus), command.base, "traceable" if command.traceable else "cleared", why)]


def _answer(state: GroupState, command: AnswerCasus, context: Context) -> list[Event]:
    row = find(state.casuses, command.casus)
    _other(state, row, context)
    if row is None or row.state not in _LIVE:
        raise ConflictError("casus-settled")
    if _find_answer(row, command.answer) is not None:
        raise ConflictError("entry-exists")
    return [CasusAnswered(Id(command.casus), Id(command.answer), prose(command.text, "text"))]


def _find_answer(casus: Casus, answer: bytes) -> Answer | None:
    return next((row for row in casus.answers if row.id == answer), None)


def _withdraw(state: GroupState, command: WithdrawCasus, context: Context) -> list[Event]:
    state.require_member(context)
    row = seen(state.casuses, command.casus, command.base)
    if row.author != context.actor:
        raise NotPermittedError("casus-not-yours")
    if row.state == "withdrawn":
        raise ConflictError("casus-settled")
    return [CasusWithdrawn(Id(command.casus), command.base)]


def _offered(state: GroupState, event: CasusOffered, meta: Meta) -> GroupState | None:
    row = find(state.casuses, event.casus)
    if meta.by not in state.members or not may_put(state.casuses, event.casus, event.base):
        return None
    if row is not None and (row.author != meta.by or row.state not in ("offered", "returned")):
        return None
    before = row.wordings if row is not None else ()
    wordings = laid(before, event.number, event.digest, event.findings, meta)
    if wordings is None:
        return None
    after = Casus(
        event.casus,
        meta.by,
        event.method or "",
        event.theme or "",
        meta.at_ms + event.within * _HOUR_MS if event.within else 0,
        wordings,
        answers=row.answers if row is not None else (),
        rev=event.base + 1,
    )
    return replace(state, casuses=put(state.casuses, after))


def _worded(state: GroupState, event: CasusText, meta: Meta) -> GroupState | None:
    row = find(state.casuses, event.casus)
    if row is None:
        return None
    found = _digest(state.id, row.author, row.id, event.number, event.title, event.text)
    wordings = filled(row.wordings, found, event.title, event.text, meta)
    return None if wordings is None else replace(state, casuses=put(state.casuses, replace(row, wordings=wordings)))


def _checked(state: GroupState, event: CasusChecked, meta: Meta) -> GroupState | None:
    row = at(state.casuses, event.casus, event.base)
    if row is None or row.author == meta.by:
        return None
    if row.state not in (_LIVE if event.verdict == "traceable" else ("offered",)):
        return None
    if meta.by != (_facilitator(state, row) or meta.by) or meta.by not in state.readers:
        return None
    after = replace(row, state="cleared", checked_by=meta.by, why=event.why, rev=row.rev + 1)
    if event.verdict == "traceable":
        after = replace(after, state="returned", wordings=dropped(row.wordings))
    return replace(state, casuses=put(state.casuses, after))


def _answered(state: GroupState, event: CasusAnswered, meta: Meta) -> GroupState | None:
    row = find(state.casuses, event.casus)
    if row is None or row.author == meta.by or meta.by not in state.members or row.state not in _LIVE:
        return None
    if _find_answer(row, event.answer) is not None:
        return None
    made = Answer(event.answer, meta.by, meta.at_ms, event.text)
    return replace(state, casuses=put(state.casuses, replace(row, answers=(*row.answers, made))))


def _withdrawn(state: GroupState, event: CasusWithdrawn, meta: Meta) -> GroupState | None:
    row = at(state.casuses, event.casus, event.base)
    if row is None or row.author != meta.by or row.state == "withdrawn":
        return None
    after = replace(row, state="withdrawn", wordings=dropped(row.wordings), rev=row.rev + 1)
    return replace(state, casuses=put(state.casuses, after))


DECIDE: Deciders = {OfferCasus: _offer, CheckCasus: _check, AnswerCasus: _answer, WithdrawCasus: _withdraw}
FOLD: Folders = {
    CasusOffered: _offered,
    CasusText: _worded,
    CasusChecked: _checked,
    CasusAnswered: _answered,
    CasusWithdrawn: _withdrawn,
}
