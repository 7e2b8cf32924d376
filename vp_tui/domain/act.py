"""What every act (handeling) consists of: a command, the context it is judged in, its events, who did it and when.

Invariant: no event and no command holds text that ``text.clean`` would change: both clean themselves when they are
made, and decoding a record makes them. Callers: every noun of this room; ``Meta`` and ``Context`` are filled by the
workspace.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeAlias

from msgspec import Struct, field
from msgspec.structs import force_setattr

from vp_tui.domain.text import Short, clean
from vp_tui.errors import RefusedError

if TYPE_CHECKING:
    from vp_tui.domain.extract_file import ExtractState
    from vp_tui.domain.group_file import GroupState
    from vp_tui.domain.mandate import Mandate

__all__ = [
    "Cleaned",
    "Command",
    "Context",
    "Deciders",
    "Event",
    "Folders",
    "Meta",
    "SpaceOpened",
    "kebab",
    "on_or_before_today",
]


def kebab(name: str) -> str:
    """``NoteWritten`` to ``note-written``: an event's name on the wire and in the log."""
    return "".join(f"-{char.lower()}" if char.isupper() else char for char in name).lstrip("-")


class Cleaned(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What may stand in a record. Texts named in ``PROSE`` may have several lines, every other text has one."""

    PROSE: ClassVar[tuple[str, ...]] = ("text",)

    def __post_init__(self) -> None:
        for name in self.__struct_fields__:
            value = getattr(self, name)
            if value.__class__ is str and (kept := clean(value, name in self.PROSE)) != value:
                force_setattr(self, name, kept)


class Event(Cleaned, frozen=True, tag_field="t", tag=kebab):
    """Something that happened. ``FACTS`` names the fields that the case's log shows: ids, codes, dates, never text."""

    FACTS: ClassVar[tuple[str, ...]] = ()
    ALONE: ClassVar[bool] = False
    """It is written into a record of its own, which can be destroyed without taking anything else with it."""
    BY: ClassVar[Literal["", "coordinator", "manager"]] = ""
    """Whose alone it is: a coordinator of the practice, or somebody who manages the space; anybody's who can write in
    it, as far as its own rule goes."""


class SpaceOpened(Event, frozen=True):
    """The first event of a space; ``kind`` says which rules it lives by."""

    kind: Short


class Command(Struct, frozen=True):
    """What a person wants. ``KIND`` is the kind of space it is for; ``OPENS``: it is how such a space begins."""

    KIND: ClassVar[str] = "case"
    OPENS: ClassVar[bool] = False


class Meta(Struct, frozen=True):
    """Who did it, on which device (16-byte ids), at what time, in which record (16 bytes).

    ``coordinator`` and ``manager``: in which capacity, by the logs as they were when it was written; True for what this
    client decides itself, which asked before.
    """

    by: bytes
    device: bytes
    at_ms: int
    record: bytes
    coordinator: bool = True
    manager: bool = True

    def may(self, event: Event) -> bool:
        """Whether it was hers to do (``Event.BY``)."""
        return not event.BY or (self.manager if event.BY == "manager" else self.coordinator)


class Context(Struct, frozen=True):
    """What a rule may know beside the space's own state; None for a set means that it is not checked here."""

    actor: bytes
    now_ms: int
    today: datetime.date
    open_aliases: Mapping[str, bytes] = field(default_factory=dict)
    """``fold_text(alias)`` of the actor's own open cases, to the case's id."""
    clients: frozenset[bytes] | None = None
    client_codes: Mapping[str, bytes] = field(default_factory=dict)
    confidants: frozenset[bytes] | None = None
    mandate: Mandate | None = None
    """The mandate card of the case's client, or of the client that is called about; None if there is none."""
    sides: Mapping[bytes, str] = field(default_factory=dict)
    """The actor's own cases, to the side that she serves there (``sides.side_of``)."""
    exceptions: frozenset[bytes] = frozenset()
    """The actor's own cases whose personal notes hold an exception that is not settled."""
    groups: Mapping[bytes, GroupState] = field(default_factory=dict)
    """The intervision groups that the actor can read, by the id of their space."""
    extracts: Mapping[bytes, ExtractState] = field(default_factory=dict)
    """The extracts that the actor can read, by the id of their space."""
    supervisors: frozenset[bytes] | None = None
    """Who may review and sign as a supervisor, guests included."""
    revoked: frozenset[bytes] = frozenset()
    """Devices that are revoked now."""


def on_or_before_today(on: datetime.date, context: Context, field: str) -> datetime.date:
    """What is recorded has happened. RefusedError ``date-in-future`` beside ``field``."""
    if on > context.today:
        raise RefusedError("date-in-future", field)
    return on


# Each noun lists its rules by type of command and of event; the rules' own types are narrower than a table can say.
Deciders: TypeAlias = dict[type, Callable[[Any, Any, Context], list[Event]]]
Folders: TypeAlias = dict[type, Callable[[Any, Any, Meta], Any]]
