"""The ``:`` line: words to an action, and completion. Both languages are understood, whatever the chosen one.

Invariant: a line does what the key does, through the same guard and the same confirmation; nothing is abbreviated, so a
slip cannot become another command. Callers: the command dialog.
"""

from __future__ import annotations

from collections.abc import Sequence

from vp_tui.errors import UsageError
from vp_tui.tui.actions.registry import Action, Registry

__all__ = ["complete", "parse"]


def parse(line: str, registry: Registry, here: Sequence[Action]) -> tuple[Action, str]:
    """The action that ``line`` names, one of those ``here``, and its argument (stripped, may be empty).

    Raises UsageError ``exline.unknown`` (with the first word), ``exline.elsewhere`` (known, but not on this screen) or
    ``exline.argument`` (words behind a command that takes none).
    """
    found = registry.by_words(line, here)
    if found is None:
        raise UsageError("exline.unknown", word=line.split()[0] if line.strip() else "")
    action, argument = found
    if action not in here:
        raise UsageError("exline.elsewhere", word=action.command)
    if argument and not action.argument:
        raise UsageError("exline.argument", word=action.command)
    return action, argument.strip()


def complete(line: str, here: Sequence[Action]) -> list[str]:
    """Commands of this place that begin with ``line``, those of the chosen language first."""
    start = " ".join(line.lower().split())
    own = {action.command for action in here if action.ex}
    other = {words for action in here for words in action.ex} - own
    return [words for words in (*sorted(own), *sorted(other)) if words.startswith(start)]
