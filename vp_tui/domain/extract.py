"""The extract (toetsingsuittreksel), the author's side: what she submits to a supervisor, and nothing else.

Invariant: nothing reaches the supervisor before it is submitted, and submitting is a signature over exactly that
version. The words stand in a record of their own. After approval nothing changes: corrections are addenda. It is no
appraisal; a supervisor who is a colleague in a Dutch group reviews nothing (domain reference, 2.1).
"""

from __future__ import annotations

from typing import ClassVar

from msgspec.structs import replace

from vp_tui.domain import addenda, codes
from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta
from vp_tui.domain.addenda import AddAddendum, AddendumAdded
from vp_tui.domain.canonical import Digest, digest
from vp_tui.domain.core import CodeText
from vp_tui.domain.extract_file import ExtractState, canonical_extract
from vp_tui.domain.group import require_no_colleague, require_review
from vp_tui.domain.ids import Id
from vp_tui.domain.text import prose
from vp_tui.domain.wording import Findings, Number, dropped, filled, findings, laid
from vp_tui.errors import ConflictError, NotPermittedError, RefusedError

__all__ = [
    "EXTRACT_STATES",
    "ContactMade",
    "ExtractOpened",
    "ExtractSubmitted",
    "ExtractText",
    "ExtractWithdrawn",
    "MadeContact",
    "OpenExtract",
    "SubmitExtract",
    "WithdrawExtract",
    "supervisor_for",
]

EXTRACT_STATES = ("opened", "submitted", "in_review", "returned", "approved", "withdrawn")
"""Aangemaakt, ingediend, in beoordeling, teruggestuurd, akkoord, ingetrokken."""
_ENDED = ("approved", "withdrawn")


class ExtractOpened(Event, frozen=True):
    extract: Id
    reviewer: Id
    method: CodeText
    theme: CodeText


class ExtractSubmitted(Event, frozen=True):
    number: Number
    digest: Digest
    findings: Findings


class ExtractText(Event, frozen=True):
    ALONE: ClassVar = True
    number: Number
    text: str


class ExtractWithdrawn(Event, frozen=True):
    pass


class ContactMade(Event, frozen=True):
    pass


class _OnExtract(Command, frozen=True):
    KIND: ClassVar = "extract"


class OpenExtract(_OnExtract, frozen=True):
    """Uittreksel beginnen for one supervisor. ``method`` IM-xx, ``theme`` TH-xx; ``group`` if it comes from one: it
    is asked whether that group wants review, and not kept."""

    OPENS: ClassVar = True
    extract: bytes
    reviewer: bytes
    method: str
    theme: str
    group: bytes = b""


class SubmitExtract(_OnExtract, frozen=True):
    """Indienen, after ``base`` versions; ``findings`` of the anonymiser are left open. Two records: that it was
    submitted, and its words."""

    base: int
    text: str
    findings: int = 0


class WithdrawExtract(_OnExtract, frozen=True):
    """Intrekken, before it is approved; its words are dropped."""


class MadeContact(_OnExtract, frozen=True):
    """De supervisor gesproken: the flag is taken down, by either."""


def supervisor_for(member: bytes, context: Context, field: str) -> Id:
    """Somebody who may supervise the actor. RefusedError ``supervisor-unknown``, ``supervisor-in-group``."""
    if member == context.actor or (context.supervisors is not None and member not in context.supervisors):
        raise RefusedError("supervisor-unknown", field)
    require_no_colleague(member, context.actor, context, field)
    return Id(member)


def _open(state: ExtractState, command: OpenExtract, context: Context) -> list[Event]:
    if state.opened:
        raise ConflictError("already-opened")
    if command.group:
        require_review(command.group, context)
    return [
        ExtractOpened(
            Id(command.extract),
            supervisor_for(command.reviewer, context, "reviewer"),
            codes.checked(command.method, ("method",), "method", context.today),
            codes.checked(command.theme, ("theme",), "theme", context.today),
        )
    ]


def _submit(state: ExtractState, command: SubmitExtract, context: Context) -> list[Event]:
    state.require_author(context)
    if state.state in _ENDED:
        raise RefusedError("extract-ended")
    if command.base != state.version:
        raise ConflictError("entry-changed", rev=state.version)
    if state.state == "in_review":
        raise ConflictError("extract-in-review")
    require_no_colleague(state.reviewer, state.author, context, "reviewer")
    text, left_open, number = prose(command.text, "text"), findings(command.findings), state.version + 1
    if state.wordings and text == state.wordings[-1].text:
        raise RefusedError("nothing-changed", "text")
    found = digest(canonical_extract(state, number, text, left_open))
    return [ExtractSubmitted(number, found, left_open), ExtractText(number, text)]


def _withdraw(state: ExtractState, command: WithdrawExtract, context: Context) -> list[Event]:
    state.require_author(context)
    if state.state in _ENDED:
        raise RefusedError("extract-ended")
    return [ExtractWithdrawn()]


def _add(state: ExtractState, command: AddAddendum, context: Context) -> list[Event]:
    if context.actor not in state.readers:
        raise NotPermittedError("not-your-extract")
    if state.state != "approved":
        raise RefusedError("extract-not-approved")
    return addenda.event(state.digest, state.addenda, replace(command, of=state.id))


def _made_contact(state: ExtractState, command: MadeContact, context: Context) -> list[Event]:
    if context.actor not in state.readers:
        raise NotPermittedError("not-your-extract")
    if not state.contact:
        raise RefusedError("nothing-changed")
    return [ContactMade()]


def _opened(state: ExtractState, event: ExtractOpened, meta: Meta) -> ExtractState | None:
    if state.opened or event.reviewer == meta.by:
        return None
    return replace(
        state, id=event.extract, author=meta.by, reviewer=event.reviewer, method=event.method, theme=event.theme
    )


def _submitted(state: ExtractState, event: ExtractSubmitted, meta: Meta) -> ExtractState | None:
    wordings = laid(state.wordings, event.number, event.digest, event.findings, meta)
    if wordings is None or meta.by != state.author or state.state not in ("opened", "submitted", "returned"):
        return None
    return replace(state, wordings=wordings, state="submitted", since_ms=meta.at_ms, why="", message="")


def _worded(state: ExtractState, event: ExtractText, meta: Meta) -> ExtractState | None:
    if not state.wordings:
        return None
    found = digest(canonical_extract(state, event.number, event.text, state.wordings[-1].findings))
    wordings = filled(state.wordings, found, "", event.text, meta)
    return None if wordings is None else replace(state, wordings=wordings)


def _withdrawn(state: ExtractState, event: ExtractWithdrawn, meta: Meta) -> ExtractState | None:
    if meta.by != state.author or state.state in _ENDED:
        return None
    return replace(state, state="withdrawn", since_ms=meta.at_ms, wordings=dropped(state.wordings))


def _added(state: ExtractState, event: AddendumAdded, meta: Meta) -> ExtractState | None:
    if meta.by not in state.readers or state.state != "approved" or event.of != state.id:
        return None
    rows = addenda.added(state.digest, state.addenda, event, meta)
    return None if rows is None else replace(state, addenda=rows)


def _contacted(state: ExtractState, event: ContactMade, meta: Meta) -> ExtractState | None:
    return replace(state, contact=False) if state.contact and meta.by in state.readers else None


DECIDE: Deciders = {
    OpenExtract: _open,
    SubmitExtract: _submit,
    WithdrawExtract: _withdraw,
    AddAddendum: _add,
    MadeContact: _made_contact,
}
FOLD: Folders = {
    ExtractOpened: _opened,
    ExtractSubmitted: _submitted,
    ExtractText: _worded,
    ExtractWithdrawn: _withdrawn,
    AddendumAdded: _added,
    ContactMade: _contacted,
}
