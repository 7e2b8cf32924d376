"""docs/keys.nl.md and docs/keys.en.md, made from the registry; a test keeps the files current.

Callers: ``python -m vp_tui.tui.keydocs`` (writes both), tests/tui, the command line's ``help keys``.
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from vp_tui.i18n import LANGUAGES, language, set_language, text
from vp_tui.tui import keymap
from vp_tui.tui.actions.registry import Action
from vp_tui.tui.actions.table import registry

__all__ = ["markdown"]


def _row(action: Action) -> str:
    keys = ", ".join(f"`{keymap.shown(chord)}`" for chord in action.keys)
    words = "<br>".join(f"`:{words}`" for words in action.ex)
    notes = [action.sentence]
    if action.consequence:
        notes.append(text("app.docs.consequence"))
    if action.reversible:
        notes.append(text("app.docs.reversible"))
    twin = f"`{action.cli}`" if action.cli else ""
    return f"| {keys} | {words} | {' '.join(notes)} | {twin} | `{action.id}` |".replace("`|`", "`\\|`")


def markdown(wanted: str) -> str:
    """The key documentation in language ``wanted``: one table per kind of screen, in the order of the registry."""
    before = language()
    set_language(wanted)
    try:
        lines = [f"# {text('app.docs.title')}", "", text("app.docs.intro"), ""]
        heads = [text(f"app.docs.{column}") for column in ("keys", "words", "what", "twin", "id")]
        order: list[str] = []
        for action in registry():
            if action.scopes[0] not in order:
                order.append(action.scopes[0])
        ranked = sorted(registry(), key=lambda action: order.index(action.scopes[0]))
        for scope, actions in groupby(ranked, key=lambda action: action.scopes[0]):
            lines += [f"## {text(f'actions.scope.{scope}')}", "", f"| {' | '.join(heads)} |", "|---|---|---|---|---|"]
            lines += [*map(_row, actions), ""]
        return "\n".join(lines)
    finally:
        set_language(before)


if __name__ == "__main__":
    for name in LANGUAGES:
        Path(f"docs/keys.{name}.md").write_text(markdown(name), encoding="utf-8")
