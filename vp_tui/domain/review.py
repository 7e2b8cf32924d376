"""Review (toetsing), the supervisor's side of an extract: can it be traced, is it clear, what could be learnt.

Invariant: a version with a mark of traceability is never approved; it goes back, and its words and those of every
version before it are dropped: what was read cannot be unread, but nobody reads it again. Approval is the supervisor's
signature over the very version that she read. No case can be reached from here; where two extracts look like one case,
or somebody is in danger, there is the flag to get in touch.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, ClassVar, Literal, get_args

from msgspec import Meta as Bounds
from msgspec import Struct
from msgspec.structs import replace

from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta
from vp_tui.domain.canonical import Digest, Signature, require_current, require_device
from vp_tui.domain.extract_file import CheckAnswer, Comment, ExtractState
from vp_tui.domain.group import require_no_colleague
from vp_tui.domain.ids import Id
from vp_tui.domain.keyed import Base, at, may_put, put, seen, to_put
from vp_tui.domain.text import one_of, prose
from vp_tui.domain.wording import Number, dropped
from vp_tui.errors import NotPermittedError, RefusedError

__all__ = [
    "CHECKLIST",
    "CHECK_ANSWERS",
    "RETURNS",
    "AnswerChecklist",
    "ApproveExtract",
    "ChecklistAnswered",
    "CommentDropped",
    "CommentExtract",
    "CommentPut",
    "ContactAskedFor",
    "DropComment",
    "ExtractApproved",
    "ExtractReturned",
    "ExtractTakenUp",
    "RequestContact",
    "ReturnExtract",
    "ReviewRow",
    "TakeUpExtract",
    "queue",
]

Item = Literal["traceable", "question", "own_part", "mandate", "consent", "follow_up"]
CHECKLIST: tuple[Item, ...] = get_args(Item)
"""Herleidbaar? Vraag helder? Eigen aandeel van de vertrouwenspersoon? Mandaat gerespecteerd? Aan toestemming gedacht?
Vervolg voor de vertrouwenspersoon?"""
CheckWord = Literal["yes", "no", "unsure"]
CHECK_ANSWERS: tuple[CheckWord, ...] = get_args(CheckWord)
Why = Literal["anonymisation", "questions"]
RETURNS: tuple[Why, ...] = get_args(Why)
"""Terug voor anonimisering, terug met vragen."""
_OPEN = ("submitted", "in_review")


class ExtractTakenUp(Event, frozen=True):
    number: Number


class CommentPut(Event, frozen=True):
    comment: Id
    base: Base
    number: Number
    line: Annotated[int, Bounds(ge=1, le=100_000)]
    text: str = ""
    traceable: bool = False


class CommentDropped(Event, frozen=True):
    comment: Id
    base: Base


class ChecklistAnswered(Event, frozen=True):
    number: Number
    item: Item
    answer: CheckWord


class ExtractReturned(Event, frozen=True):
    number: Number
    why: Why
    text: str = ""


class ExtractApproved(Event, frozen=True):
    number: Number
    digest: Digest


class ContactAskedFor(Event, frozen=True):
    """No field: what it is about is said to one another."""


class _OnExtract(Command, frozen=True):
    KIND: ClassVar = "extract"


class TakeUpExtract(_OnExtract, frozen=True):
    """In beoordeling nemen: from now on the author waits."""

    version: int


class CommentExtract(_OnExtract, frozen=True):
    """Opmerking bij een regel, or a mark that it is traceable; do not repeat what is traceable in ``text``."""

    comment: bytes
    version: int
    line: int
    text: str = ""
    traceable: bool = False
    base: int = 0


class DropComment(_OnExtract, frozen=True):
    """Opmerking weghalen."""

    comment: bytes
    base: int


class AnswerChecklist(_OnExtract, frozen=True):
    """Vraag van de controlelijst beantwoorden."""

    version: int
    item: str
    answer: str


class ReturnExtract(_OnExtract, frozen=True):
    """Terugsturen, for anonymisation (with at least one mark) or with questions."""

    version: int
    why: str
    text: str = ""


class ApproveExtract(_OnExtract, frozen=True):
    """Akkoord: sign the version with this ``digest``, once the checklist is answered."""

    version: int
    digest: str


class RequestContact(_OnExtract, frozen=True):
    """ "Neem contact met mij op"."""


class ReviewRow(Struct, frozen=True):
    """What the queue shows: nothing of a client or a case. ``age`` in whole days; ``urgent`` asks for contact."""

    id: bytes
    author: bytes
    submitted_ms: int
    method: str
    theme: str
    version: int
    findings: int
    state: str
    contact: bool
    age: int


def queue(states: Iterable[ExtractState], me: bytes, now_ms: int) -> list[ReviewRow]:
    """What waits for this supervisor, oldest first."""
    rows = [
        ReviewRow(
            state.id,
            state.author,
            state.since_ms,
            state.method,
            state.theme,
            state.version,
            state.wordings[-1].findings,
            state.state,
            state.contact,
            max(now_ms - state.since_ms, 0) // 86_400_000,
        )
        for state in states
        if state.reviewer == me and state.state in _OPEN
    ]
    return sorted(rows, key=lambda row: row.submitted_ms)


def _take_up(state: ExtractState, command: TakeUpExtract, context: Context) -> list[Event]:
    state.require_review(command.version, context)
    if state.state == "in_review":
        raise RefusedError("nothing-changed", "version")
    require_no_colleague(state.reviewer, state.author, context, "version")
    return [ExtractTakenUp(command.version)]


def _comment(state: ExtractState, command: CommentExtract, context: Context) -> list[Event]:
    state.require_review(command.version, context)
    to_put(state.comments, command.comment, command.base)
    last = state.wordings[-1].text.count("\n") + 1
    if not 1 <= command.line <= last:
        raise RefusedError("number-out-of-range", "line", least=1, most=last)
    text = prose(command.text, "text", required=not command.traceable)
    return [CommentPut(Id(command.comment), command.base, command.version, command.line, text, command.traceable)]


def _drop(state: ExtractState, command: DropComment, context: Context) -> list[Event]:
    row = seen(state.comments, command.comment, command.base)
    state.require_review(row.version, context)
    return [CommentDropped(Id(command.comment), command.base)]


def _answer(state: ExtractState, command: AnswerChecklist, context: Context) -> list[Event]:
    state.require_review(command.version, context)
    item, answer = one_of(command.item, CHECKLIST, "item"), one_of(command.answer, CHECK_ANSWERS, "answer")
    if CheckAnswer(item, command.version, answer) in state.checklist:
        raise RefusedError("nothing-changed", "answer")
    return [ChecklistAnswered(command.version, item, answer)]


def _return(state: ExtractState, command: ReturnExtract, context: Context) -> list[Event]:
    state.require_review(command.version, context)
    why = one_of(command.why, RETURNS, "why")
    if why == "anonymisation" and not state.traceable():
        raise RefusedError("return-without-mark", "why")
    if why == "questions" and state.is_traceable:
        raise RefusedError("extract-traceable", "why")
    asked = any(row.version == state.version and not row.dropped for row in state.comments)
    return [ExtractReturned(command.version, why, prose(command.text, "text", required=not asked))]


def _approve(state: ExtractState, command: ApproveExtract, context: Context) -> list[Event]:
    state.require_review(command.version, context)
    require_no_colleague(state.reviewer, state.author, context, "version")
    current = require_current(command.digest, state.digest)
    if not state.wordings[-1].text:
        raise RefusedError("text-not-here")
    if state.is_traceable:
        raise RefusedError("extract-traceable", "version")
    if left := len(CHECKLIST) - sum(row.version == state.version for row in state.checklist):
        raise RefusedError("checklist-open", "version", n=left)
    require_device(state.signatures, context)
    return [ExtractApproved(command.version, current)]


def _request(state: ExtractState, command: RequestContact, context: Context) -> list[Event]:
    if context.actor != state.reviewer:
        raise NotPermittedError("not-your-extract")
    if state.contact:
        raise RefusedError("nothing-changed")
    return [ContactAskedFor()]


def _reviewed(state: ExtractState, event: Event, meta: Meta) -> ExtractState | None:
    """Everything of the supervisor that belongs to the newest version."""
    if meta.by != state.reviewer or state.state not in _OPEN or getattr(event, "number", 0) != state.version:
        return None
    match event:
        case ExtractTakenUp() if state.state == "submitted":
            return replace(state, state="in_review")
        case CommentPut() if may_put(state.comments, event.comment, event.base):
            made = Comment(
                event.comment, event.number, event.line, event.text, event.traceable, meta.at_ms, event.base + 1
            )
            return replace(state, comments=put(state.comments, made))
        case ChecklistAnswered():
            others = tuple(row for row in state.checklist if (row.item, row.version) != (event.item, event.number))
            return replace(state, checklist=(*others, CheckAnswer(event.item, event.number, event.answer)))
        case ExtractReturned():
            wordings = dropped(state.wordings) if event.why == "anonymisation" else state.wordings
            return replace(
                state, state="returned", since_ms=meta.at_ms, why=event.why, message=event.text, wordings=wordings
            )
        case ExtractApproved() if event.digest == state.digest and not state.is_traceable:
            approval = Signature(meta.by, meta.device, meta.at_ms, event.digest)
            return replace(state, state="approved", since_ms=meta.at_ms, approval=approval)
    return None


def _dropped(state: ExtractState, event: CommentDropped, meta: Meta) -> ExtractState | None:
    row = at(state.comments, event.comment, event.base)
    if row is None or meta.by != state.reviewer or state.state not in _OPEN or row.version != state.version:
        return None
    after = replace(row, text="", dropped=True, rev=row.rev + 1)
    return replace(state, comments=put(state.comments, after))


def _asked(state: ExtractState, event: ContactAskedFor, meta: Meta) -> ExtractState | None:
    return replace(state, contact=True) if meta.by == state.reviewer and not state.contact else None


DECIDE: Deciders = {
    TakeUpExtract: _take_up,
    CommentExtract: _comment,
    DropComment: _drop,
    AnswerChecklist: _answer,
    ReturnExtract: _return,
    ApproveExtract: _approve,
    RequestContact: _request,
}
FOLD: Folders = {
    CommentDropped: _dropped,
    ContactAskedFor: _asked,
    **dict.fromkeys((ExtractTakenUp, CommentPut, ChecklistAnswered, ExtractReturned, ExtractApproved), _reviewed),
}
