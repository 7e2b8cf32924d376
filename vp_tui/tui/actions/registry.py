"""What a person can do, by name, and by which key or words she does it here.

Invariants: in no context does a key mean two things; every key exists on a legacy terminal; no consequence hangs on one
lower-case key. A registry that breaks one of them is not built. Callers: dispatch, help, palette, footer, command line,
documentation; the tables are the modules beside this one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import combinations

from vp_tui.errors import UsageError
from vp_tui.i18n import LANGUAGES, language, text
from vp_tui.tui import keymap

__all__ = ["DIALOG", "EVERYWHERE", "Action", "Context", "Guard", "Reach", "Registry", "needs"]

# Besides these, "list" and "text" are scopes of the focused widget; every other scope is a kind of screen.
EVERYWHERE = "everywhere"
DIALOG = "dialog"


class Reach(IntEnum):
    """How far a key reaches: while a text field has the focus, and while a dialog is open."""

    NORMAL = 0
    TYPING = 1
    ALWAYS = 2


@dataclass(frozen=True, slots=True)
class Context:
    """Where a person is: kinds of screen and focused widget, and what is true there ("row", "online", "owner")."""

    scopes: frozenset[str]
    flags: frozenset[str]


Guard = Callable[[Context], str | None]


def needs(*flags: str) -> Guard:
    """A guard that gives the reason ``actions.needs.<flag>`` for the first flag that the context lacks."""

    def reason(context: Context) -> str | None:
        return next((f"actions.needs.{flag}" for flag in flags if flag not in context.flags), None)

    return reason


def allowed(_context: Context) -> None:
    """The guard of what can always be done."""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do. ``id`` is noun.verb and names its handler: ``case.note`` is done by ``do_case_note``."""

    id: str
    scopes: tuple[str, ...]
    keys: tuple[str, ...] = ()
    ex: tuple[str, ...] = ()  # command-line words: Dutch, English, further ones; all are always understood
    text: str = ""  # i18n key of the label, "<text>.help" of the sentence; empty: "actions.<id>"
    guard: Guard = allowed
    reach: Reach = Reach.NORMAL
    consequence: bool = False  # asked first, with a word to type
    reversible: bool = False
    argument: str = ""  # i18n key of the name of what may follow the ex words
    cli: str = ""  # the command that does the same
    footer: int = 50  # order in the footer; 0: never there

    @property
    def label_key(self) -> str:
        return self.text or f"actions.{self.id}"

    @property
    def label(self) -> str:
        """Two or three words for footer and palette."""
        return text(self.label_key)

    @property
    def sentence(self) -> str:
        """One sentence for the help."""
        return text(f"{self.label_key}.help")

    @property
    def command(self) -> str:
        """The ex words in the chosen language, or ""."""
        return self.ex[LANGUAGES.index(language())] if self.ex else ""

    def within(self, scopes: frozenset[str]) -> bool:
        return EVERYWHERE in self.scopes or not scopes.isdisjoint(self.scopes)


class Registry:
    """All actions with their keys as remapped. Raises UsageError ``keymap.*`` for a table that cannot be used."""

    def __init__(self, actions: Iterable[Action], remap: Mapping[str, Sequence[str]] | None = None) -> None:
        """``remap``: action id to keys (a chord is one string, its keys separated by a space); none takes them away."""
        self._actions = {action.id: action for action in actions}
        for name, keys in (remap or {}).items():
            if name not in self._actions:
                raise UsageError("keymap.unknown", action=name)
            self._actions[name] = replace(self._actions[name], keys=tuple(keys))
        for action in self:
            _check_keys(action)
        _check_clashes(self)
        self._ex = {words: action for action in self for words in action.ex}

    def __iter__(self) -> Iterator[Action]:
        return iter(self._actions.values())

    def __getitem__(self, name: str) -> Action:
        return self._actions[name]

    def at(self, context: Context) -> list[Action]:
        """The actions of this place, whether their guards allow them now or not."""
        return [action for action in self if action.within(context.scopes)]

    def by_words(self, line: str, here: Sequence[Action] = ()) -> tuple[Action, str] | None:
        """The action whose ex words begin ``line`` (the longest that fits, of those ``here`` first), and the rest."""
        near = {words: action for action in here for words in action.ex}
        words = line.split()
        for length in range(len(words), 0, -1):
            name = " ".join(words[:length]).lower()
            action = near.get(name) or self._ex.get(name)
            if action is not None:
                return action, line.split(maxsplit=length)[length] if len(words) > length else ""
        return None


def _check_keys(action: Action) -> None:
    for chord in action.keys:
        for key in chord.split():
            if not keymap.legal(key):
                raise UsageError("keymap.illegal", action=action.id, chord=key)
        if action.consequence and not (chord[0].isupper() or chord.startswith("X ")):
            raise UsageError("keymap.consequence", action=action.id, chord=chord)
        if action.scopes == ("text",) and keymap.printable(chord.split()[0]):
            raise UsageError("keymap.typing", action=action.id, chord=chord)


def _together(one: Action, other: Action) -> bool:
    """Whether some context offers both."""
    if DIALOG in one.scopes or DIALOG in other.scopes:
        return (DIALOG in one.scopes or one.reach is Reach.ALWAYS) and (
            DIALOG in other.scopes or other.reach is Reach.ALWAYS
        )
    for this, that in ((one, other), (other, one)):
        if this.scopes == ("text",):
            return that.scopes == ("text",) or that.reach > Reach.NORMAL
    if EVERYWHERE in one.scopes + other.scopes or not set(one.scopes).isdisjoint(other.scopes):
        return True
    # A list stands on any screen.
    return "list" in one.scopes + other.scopes


def _check_clashes(actions: Iterable[Action]) -> None:
    for one, other in combinations(actions, 2):
        for first in one.keys:
            for second in other.keys:
                same = first == second or first.startswith(f"{second} ") or second.startswith(f"{first} ")
                if same and _together(one, other):
                    raise UsageError("keymap.clash", chord=min(first, second, key=len), one=one.id, other=other.id)
