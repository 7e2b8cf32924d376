"""Drafts (concepten) of a complaint, a report or a letter, kept in the file with every version.

Invariant: a version is never overwritten; a letter that was sent names its version, so that what left can be read
later. Sending is a disclosure (``disclosure``), and needs consent for exactly that version.
"""

from __future__ import annotations

from typing import Literal, get_args

from msgspec.structs import replace

from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.case_parts import Draft, Version
from vp_tui.domain.ids import Id
from vp_tui.domain.keyed import Base, find, may_put, put, to_put
from vp_tui.domain.text import Line, line, one_of, prose
from vp_tui.errors import RefusedError

__all__ = ["DRAFTS", "DraftWritten", "WriteDraft"]

Kind = Literal["complaint", "report", "letter", "request", "other"]
DRAFTS: tuple[Kind, ...] = get_args(Kind)
"""Klacht, melding, brief, verzoek, anders."""


class DraftWritten(Event, frozen=True):
    draft: Id
    base: Base
    kind: Kind
    title: Line
    text: str


class WriteDraft(Command, frozen=True):
    """Concept schrijven: a new version after the ``base`` versions that were seen; 0 and a fresh id for a new one."""

    draft: bytes
    kind: str
    title: str
    text: str
    base: int = 0


def _write(state: CaseState, command: WriteDraft, context: Context) -> list[Event]:
    state.require_change(context)
    before = to_put(state.drafts, command.draft, command.base)
    kind = one_of(command.kind, DRAFTS, "kind")
    title, text = line(command.title, "title"), prose(command.text, "text")
    if before is not None and (before.kind, before.title, before.versions[-1].text) == (kind, title, text):
        raise RefusedError("nothing-changed", "text")
    return [DraftWritten(Id(command.draft), command.base, kind, title, text)]


def _written(state: CaseState, event: DraftWritten, meta: Meta) -> CaseState | None:
    if not may_put(state.drafts, event.draft, event.base) or not event.text:
        return None
    before = find(state.drafts, event.draft) or Draft(event.draft, "", "", ())
    versions = (*before.versions, Version(event.text, meta.by, meta.at_ms))
    after = replace(before, kind=event.kind, title=event.title, versions=versions)
    return replace(state, drafts=put(state.drafts, after))


DECIDE: Deciders = {WriteDraft: _write}
FOLD: Folders = {DraftWritten: _written}
