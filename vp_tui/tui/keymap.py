"""Keys as they are written in tables, configuration and help, and as Textual names them.

Invariant: only keys that every terminal sends, over ssh, mosh, tmux and screen. ctrl+m, i and h are Enter, Tab and
Backspace there; ctrl+a and b belong to screen and tmux, ctrl+q and z to the line and the shell; alt is Escape.
Callers: the action registry, dispatch, documentation.
"""

from __future__ import annotations

from vp_tui.i18n import text

__all__ = ["legal", "printable", "shown", "spelled"]

_NAMED = frozenset(
    (
        *("up", "down", "left", "right", "pageup", "pagedown", "home", "end", "tab", "enter", "escape", "space"),
        *(f"f{number}" for number in range(1, 11)),
        *(f"ctrl+{letter}" for letter in "cdfglnoprsuwx"),
    )
)


def printable(key: str) -> bool:
    """Whether a text field would take the key as text."""
    return key == "space" or len(key) == 1


def legal(key: str) -> bool:
    """Whether every terminal sends this key: one printable ASCII character, or one of the names."""
    return key in _NAMED or (len(key) == 1 and "!" <= key <= "~")


def spelled(key: str, character: str | None) -> str:
    """Our spelling of a key event: ``key`` as Textual names it, ``character`` what it prints, if anything."""
    if key in _NAMED:
        return key
    return character if character is not None and character.isprintable() else key


def shown(chord: str) -> str:
    """A key or chord for people: ``g c`` becomes ``gc``, ``escape`` becomes ``Esc``."""
    keys = chord.split()
    names = [
        text(f"actions.key.{key}") if key in _NAMED and "+" not in key and key[1:2].isalpha() else key for key in keys
    ]
    names = [name.upper() if name in _NAMED and name[0] == "f" else name for name in names]
    return "".join(names) if all(len(name) == 1 for name in names) else " ".join(names)
