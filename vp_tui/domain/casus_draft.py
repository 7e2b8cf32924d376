"""A casus or an extract while it is being written (concept), in the personal space: here it meets its case.

Invariant: the link from a casus to its case is in this space, which one member reads, and nowhere else; what is shared
is written anew elsewhere and holds no case (``caseless``). A casus that comes from a case leaves it only with the
consent of every reporter, but for a dilemma that is put anonymously before confidentiality is broken
(domain reference, 1.1 rule 1 and 4.1 item 2).
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, get_args

from msgspec import Meta as Bounds
from msgspec.structs import replace

from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.disclosure import disclosed
from vp_tui.domain.ids import Id
from vp_tui.domain.keyed import Base, at, find, may_put, put, seen, to_put
from vp_tui.domain.party import Party
from vp_tui.domain.personal import PersonalState
from vp_tui.domain.personal_parts import CasusDraft, Shared
from vp_tui.domain.text import Line, line, one_of, prose
from vp_tui.errors import NotFoundError, RefusedError

__all__ = [
    "DRAFT_KINDS",
    "CasusDraftDropped",
    "CasusDraftPut",
    "CasusDraftShared",
    "DropCasusDraft",
    "PutCasusDraft",
    "ShareCasusDraft",
    "release",
    "wants_consent",
]

Kind = Literal["casus", "extract"]
DRAFT_KINDS: tuple[Kind, ...] = get_args(Kind)
DILEMMA = "IM-DIL"
"""The method of the anonymised consult before confidentiality is broken."""


class CasusDraftPut(Event, frozen=True):
    draft: Id
    base: Base
    kind: Kind
    title: Line
    text: str
    case: Id | None = None


class CasusDraftShared(Event, frozen=True):
    draft: Id
    base: Base
    space: Id
    row: Id
    number: Annotated[int, Bounds(ge=1, le=1000)]


class CasusDraftDropped(Event, frozen=True):
    draft: Id
    base: Base


class _Personal(Command, frozen=True):
    KIND: ClassVar = "personal"
    OPENS: ClassVar = True


class PutCasusDraft(_Personal, frozen=True):
    """Concept schrijven; ``case`` only with a new one, and it stays."""

    draft: bytes
    title: str
    text: str = ""
    case: bytes = b""
    kind: str = "casus"
    base: int = 0


class ShareCasusDraft(_Personal, frozen=True):
    """Onthouden dat dit concept is gedeeld: as version ``number`` of ``row`` in ``space``."""

    draft: bytes
    base: int
    space: bytes
    row: bytes
    number: int = 1


class DropCasusDraft(_Personal, frozen=True):
    """Concept weggooien; what was shared stays where it is."""

    draft: bytes
    base: int


def wants_consent(case: bytes, method: str, context: Context) -> bool:
    """Whether the reporters' consent is asked before a casus of this case is shared."""
    return bool(case) and not (method == DILEMMA and case in context.exceptions)


def release(case: CaseState | None, party: Party, method: str, context: Context) -> list[Event]:
    """What sharing a casus comes to in its case: the disclosure, or nothing for a casus without one.

    ``case`` is the draft's; ``party`` the group by its name, or the colleague. RefusedError ``consent-missing`` of the
    purpose ``casus``; NotPermittedError for somebody else's case.
    """
    if case is None or not wants_consent(case.id, method, context):
        return []
    case.require_change(context)
    return [disclosed(case, "casus", party, context.today, context)]


def _seen(state: PersonalState, draft: bytes, base: int) -> CasusDraft:
    row = seen(state.drafts, draft, base)
    if row.dropped:
        raise NotFoundError("entry-not-found")
    return row


def _put(state: PersonalState, command: PutCasusDraft, context: Context) -> list[Event]:
    before = to_put(state.drafts, command.draft, command.base)
    kind = one_of(command.kind, DRAFT_KINDS, "kind")
    title, text = line(command.title, "title"), prose(command.text, "text", required=False)
    if before is not None and (before.dropped or command.case not in (b"", before.case) or before.kind != kind):
        raise RefusedError("draft-fixed", "case")
    if before is not None and (before.title, before.text) == (title, text):
        raise RefusedError("nothing-changed", "text")
    case = Id(command.case) if command.case and before is None else None
    return [CasusDraftPut(Id(command.draft), command.base, kind, title, text, case)]


def _share(state: PersonalState, command: ShareCasusDraft, context: Context) -> list[Event]:
    row = _seen(state, command.draft, command.base)
    if row.case and row.case in (command.row, command.space):
        raise RefusedError("names-a-case", "row")
    return [CasusDraftShared(Id(row.id), command.base, Id(command.space), Id(command.row), command.number)]


def _drop(state: PersonalState, command: DropCasusDraft, context: Context) -> list[Event]:
    return [CasusDraftDropped(Id(_seen(state, command.draft, command.base).id), command.base)]


def _written(state: PersonalState, event: CasusDraftPut, meta: Meta) -> PersonalState | None:
    row = find(state.drafts, event.draft)
    if not may_put(state.drafts, event.draft, event.base) or (row is not None and (row.dropped or event.case)):
        return None
    before = row or CasusDraft(event.draft, event.kind, event.case or b"", "", "")
    after = replace(before, title=event.title, text=event.text, rev=event.base + 1)
    return replace(state, drafts=put(state.drafts, after))


def _shared(state: PersonalState, event: CasusDraftShared, meta: Meta) -> PersonalState | None:
    row = at(state.drafts, event.draft, event.base)
    if row is None or row.dropped:
        return None
    made = Shared(event.space, event.row, event.number, row.text, meta.at_ms)
    after = replace(row, shared=(*row.shared, made), rev=row.rev + 1)
    return replace(state, drafts=put(state.drafts, after))


def _dropped(state: PersonalState, event: CasusDraftDropped, meta: Meta) -> PersonalState | None:
    row = at(state.drafts, event.draft, event.base)
    if row is None or row.dropped:
        return None
    # The words go, and with them the texts that were shared; that there was a link stays known to nobody else.
    after = replace(row, title="", text="", shared=(), rev=row.rev + 1, dropped=True)
    return replace(state, drafts=put(state.drafts, after))


DECIDE: Deciders = {PutCasusDraft: _put, ShareCasusDraft: _share, DropCasusDraft: _drop}
FOLD: Folders = {CasusDraftPut: _written, CasusDraftShared: _shared, CasusDraftDropped: _dropped}
