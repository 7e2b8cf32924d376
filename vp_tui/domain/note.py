"""Notes (aantekeningen) and conversations (gesprekken), in the dossier or in the confidant's personal notes.

Invariant: a revision says which revision it was made from, and only the next one in line is accepted, so that an edit
never overwrites a colleague's change unseen. A withdrawn note stays in its place without its text. No field asks for
proof or blame: what is written down is what the reporter experienced.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Annotated, ClassVar, TypeVar

from msgspec import Meta as Bounds
from msgspec.structs import replace

from vp_tui.domain import codes
from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta, on_or_before_today
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.duration import MOST_MINUTES, in_bounds
from vp_tui.domain.ids import Id
from vp_tui.domain.text import Short, prose
from vp_tui.domain.timeline import Item, exchanged, find
from vp_tui.errors import ConflictError, NotFoundError, NotPermittedError, RefusedError

if TYPE_CHECKING:
    from vp_tui.domain.case_notes import NotesState

__all__ = [
    "ConversationRecorded",
    "NoteRevised",
    "NoteWithdrawn",
    "NoteWritten",
    "RecordConversation",
    "ReviseNote",
    "WithdrawNote",
    "WriteNote",
    "conversation",
]

Rev = Annotated[int, Bounds(ge=1, le=1_000_000)]
Minutes = Annotated[int, Bounds(ge=0, le=MOST_MINUTES)]


class NoteWritten(Event, frozen=True):
    FACTS: ClassVar = ("note",)
    note: Id
    text: str


class ConversationRecorded(Event, frozen=True):
    FACTS: ClassVar = ("note", "on", "minutes", "channel")
    note: Id
    on: datetime.date
    minutes: Minutes
    channel: Short
    text: str = ""


class NoteRevised(Event, frozen=True):
    """``on``, ``minutes`` and ``channel`` are those of a conversation; None leaves them as they are."""

    FACTS: ClassVar = ("note",)
    note: Id
    base: Rev
    text: str
    on: datetime.date | None = None
    minutes: Minutes | None = None
    channel: Short | None = None


class NoteWithdrawn(Event, frozen=True):
    FACTS: ClassVar = ("note",)
    note: Id
    base: Rev


class WriteNote(Command, frozen=True):
    """Aantekening maken. ``note`` is a fresh id."""

    note: bytes
    text: str


class RecordConversation(Command, frozen=True):
    """Gesprek vastleggen: when, how long, through which channel (KA-xx); the text may follow later."""

    note: bytes
    on: datetime.date
    minutes: int
    channel: str
    text: str = ""


class ReviseNote(Command, frozen=True):
    """Aantekening of gesprek wijzigen, made from revision ``base``."""

    note: bytes
    base: int
    text: str
    on: datetime.date | None = None
    minutes: int | None = None
    channel: str | None = None


class WithdrawNote(Command, frozen=True):
    """Aantekening intrekken, as it was at revision ``base``."""

    note: bytes
    base: int


Written = TypeVar("Written", "CaseState", "NotesState")


def _to_write(state: CaseState | NotesState, context: Context) -> None:
    state.require_writer(context)
    state.require_open()


def _to_change(state: CaseState | NotesState, note: bytes, base: int, context: Context) -> Item:
    _to_write(state, context)
    item = find(state.timeline, note)
    if item is None:
        raise NotFoundError("note-not-found")
    if item.withdrawn:
        raise ConflictError("note-withdrawn", member=(item.revised_by or item.by).hex())
    if item.rev != base:
        raise ConflictError("note-changed", member=(item.revised_by or item.by).hex(), rev=item.rev)
    return item


def _fresh(state: CaseState | NotesState, note: bytes) -> Id:
    """ConflictError ``note-exists`` if this note was written already: the same act, sent twice."""
    if find(state.timeline, note):
        raise ConflictError("note-exists")
    return Id(note)


def conversation(
    note: bytes, on: datetime.date, minutes: int, channel: str, text: str, context: Context
) -> ConversationRecorded:
    """A conversation that obeys the rules of one; also part of a quick registration."""
    return ConversationRecorded(
        Id(note),
        on_or_before_today(on, context, "on"),
        in_bounds(minutes, "minutes"),
        codes.checked(channel, ("channel",), "channel", context.today),
        prose(text, "text", required=False),
    )


def _write(state: CaseState | NotesState, command: WriteNote, context: Context) -> list[Event]:
    _to_write(state, context)
    return [NoteWritten(_fresh(state, command.note), prose(command.text, "text"))]


def _record(state: CaseState, command: RecordConversation, context: Context) -> list[Event]:
    _to_write(state, context)
    note = _fresh(state, command.note)
    return [conversation(note, command.on, command.minutes, command.channel, command.text, context)]


def _revise(state: CaseState | NotesState, command: ReviseNote, context: Context) -> list[Event]:
    item = _to_change(state, command.note, command.base, context)
    talk = item.kind == "conversation"
    if not talk and (command.on, command.minutes, command.channel) != (None, None, None):
        raise RefusedError("note-is-no-conversation", "on")
    text = prose(command.text, "text", required=not talk)
    on = command.on and on_or_before_today(command.on, context, "on")
    minutes = None if command.minutes is None else in_bounds(command.minutes, "minutes")
    channel = command.channel and codes.checked(command.channel, ("channel",), "channel", context.today)
    event = NoteRevised(Id(command.note), command.base, text, on, minutes, channel or None)
    if _amended(item, event) == item:
        raise RefusedError("nothing-changed", "text")
    return [event]


def _withdraw(state: CaseState | NotesState, command: WithdrawNote, context: Context) -> list[Event]:
    item = _to_change(state, command.note, command.base, context)
    if context.actor not in (item.by, state.owner):
        raise NotPermittedError("owner-only")
    return [NoteWithdrawn(Id(command.note), command.base)]


def _added(state: Written, item: Item) -> Written | None:
    if find(state.timeline, item.id):
        return None
    return replace(state, timeline=(*state.timeline, item))


def _written(state: Written, event: NoteWritten, meta: Meta) -> Written | None:
    return _added(state, Item("note", event.note, meta.by, meta.at_ms, event.text))


def _recorded(state: CaseState, event: ConversationRecorded, meta: Meta) -> CaseState | None:
    item = Item(
        "conversation", event.note, meta.by, meta.at_ms, event.text,
        on=event.on, minutes=event.minutes, channel=event.channel,
    )  # fmt: skip
    return _added(state, item)


def _amended(item: Item, event: NoteRevised) -> Item:
    if item.kind == "note":
        return replace(item, text=event.text)
    return replace(
        item,
        text=event.text,
        on=event.on or item.on,
        minutes=item.minutes if event.minutes is None else event.minutes,
        channel=event.channel or item.channel,
    )


def _revised(state: Written, event: NoteRevised, meta: Meta) -> Written | None:
    item = find(state.timeline, event.note)
    if item is None or item.withdrawn or item.rev != event.base:
        return None
    after = replace(_amended(item, event), rev=item.rev + 1, revised_ms=meta.at_ms, revised_by=meta.by)
    return replace(state, timeline=exchanged(state.timeline, after))


def _withdrawn(state: Written, event: NoteWithdrawn, meta: Meta) -> Written | None:
    item = find(state.timeline, event.note)
    if item is None or item.withdrawn or item.rev != event.base or meta.by not in (item.by, state.owner):
        return None
    after = replace(item, text="", withdrawn=True, rev=item.rev + 1, revised_ms=meta.at_ms, revised_by=meta.by)
    return replace(state, timeline=exchanged(state.timeline, after))


DECIDE: Deciders = {WriteNote: _write, RecordConversation: _record, ReviseNote: _revise, WithdrawNote: _withdraw}
FOLD: Folders = {
    NoteWritten: _written,
    ConversationRecorded: _recorded,
    NoteRevised: _revised,
    NoteWithdrawn: _withdrawn,
}
