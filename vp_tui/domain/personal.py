"""What one member keeps for himself over all his devices: preferences, saved views, what he has acknowledged.

Invariant: the height of the practice log that was acknowledged never falls; a saved view can be read by the query
language it was saved with.
"""

from __future__ import annotations

from typing import Annotated, ClassVar

from msgspec import Meta as Bounds
from msgspec import Struct, field
from msgspec.structs import replace

from vp_tui.domain import query as queries
from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta
from vp_tui.domain.personal_parts import Activity, CasusDraft, Certification, LearningNote, Load
from vp_tui.domain.queue import SORTS
from vp_tui.domain.text import Line, Phrase, Short, fold_text, line
from vp_tui.errors import NotFoundError, RefusedError

__all__ = [
    "AcknowledgeChanges",
    "ChangesAcknowledged",
    "PersonalState",
    "PreferenceSet",
    "RemoveView",
    "SaveView",
    "SavedView",
    "SavedViewRemoved",
    "SavedViewSet",
    "SetPreference",
]


class SavedView(Struct, frozen=True, array_like=True):
    """Bewaarde weergave: a query and an order under a name."""

    name: str
    query: str
    sort: str


class PersonalState(Struct, frozen=True):
    preferences: dict[str, str] = field(default_factory=dict)
    views: tuple[SavedView, ...] = ()
    acknowledged: int = -1
    """Height of the practice log up to which membership changes were seen; -1 for none."""
    drafts: tuple[CasusDraft, ...] = ()
    learning: tuple[LearningNote, ...] = ()
    loads: tuple[Load, ...] = ()
    activities: tuple[Activity, ...] = ()
    certifications: tuple[Certification, ...] = ()
    anomalies: int = 0

    @property
    def opened(self) -> bool:
        """A practice and a personal space have no event of their own to begin with."""
        return True


class PreferenceSet(Event, frozen=True):
    name: Line
    value: Phrase


class SavedViewSet(Event, frozen=True):
    name: Line
    query: Phrase
    sort: Short


class SavedViewRemoved(Event, frozen=True):
    name: Line


class ChangesAcknowledged(Event, frozen=True):
    practice_seq: Annotated[int, Bounds(ge=0)]


class _Personal(Command, frozen=True):
    KIND: ClassVar = "personal"
    OPENS: ClassVar = True


class SetPreference(_Personal, frozen=True):
    """Voorkeur instellen; an empty value takes it back."""

    name: str
    value: str


class SaveView(_Personal, frozen=True):
    """Weergave bewaren; the same name (but for case and accents) replaces it."""

    name: str
    query: str
    sort: str = "due"


class RemoveView(_Personal, frozen=True):
    """Bewaarde weergave verwijderen."""

    name: str


class AcknowledgeChanges(_Personal, frozen=True):
    """Wijzigingen in leden en apparaten gezien, up to this height of the practice log."""

    practice_seq: int


def _set(state: PersonalState, command: SetPreference, context: Context) -> list[Event]:
    return [PreferenceSet(line(command.name, "name"), line(command.value, "value", required=False))]


def _save(state: PersonalState, command: SaveView, context: Context) -> list[Event]:
    text = line(command.query, "query", required=False)
    queries.parse(text)
    if command.sort.removeprefix("-") not in SORTS:
        raise RefusedError("sort-unknown", "sort")
    return [SavedViewSet(line(command.name, "name"), text, command.sort)]


def _remove(state: PersonalState, command: RemoveView, context: Context) -> list[Event]:
    wanted = fold_text(command.name)
    for view in state.views:
        if fold_text(view.name) == wanted:
            return [SavedViewRemoved(view.name)]
    raise NotFoundError("view-not-found")


def _acknowledge(state: PersonalState, command: AcknowledgeChanges, context: Context) -> list[Event]:
    if command.practice_seq <= state.acknowledged:
        raise RefusedError("nothing-changed", "practice_seq")
    return [ChangesAcknowledged(command.practice_seq)]


def _was_set(state: PersonalState, event: PreferenceSet, meta: Meta) -> PersonalState:
    kept = {name: value for name, value in state.preferences.items() if name != event.name}
    return replace(state, preferences=kept | ({event.name: event.value} if event.value else {}))


def _without(state: PersonalState, name: str) -> tuple[SavedView, ...]:
    return tuple(view for view in state.views if fold_text(view.name) != fold_text(name))


def _saved(state: PersonalState, event: SavedViewSet, meta: Meta) -> PersonalState:
    return replace(state, views=(*_without(state, event.name), SavedView(event.name, event.query, event.sort)))


def _removed(state: PersonalState, event: SavedViewRemoved, meta: Meta) -> PersonalState:
    return replace(state, views=_without(state, event.name))


def _acknowledged(state: PersonalState, event: ChangesAcknowledged, meta: Meta) -> PersonalState:
    # Two devices of one member may acknowledge in either order.
    return replace(state, acknowledged=max(state.acknowledged, event.practice_seq))


DECIDE: Deciders = {
    SetPreference: _set,
    SaveView: _save,
    RemoveView: _remove,
    AcknowledgeChanges: _acknowledge,
}
FOLD: Folders = {
    PreferenceSet: _was_set,
    SavedViewSet: _saved,
    SavedViewRemoved: _removed,
    ChangesAcknowledged: _acknowledged,
}
