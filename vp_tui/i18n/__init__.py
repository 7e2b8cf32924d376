"""Every text that a person reads, Dutch beside English, looked up by key.

A key is ``<catalog>.<name>``; the catalog is the module ``vp_tui.i18n.catalog.<catalog>``, imported at its first use,
so that a command loads only the texts it prints. Each catalog is ``TEXT: dict[str, tuple[str, str]]``, keys without
the prefix, values (Dutch, English); plural forms are two keys, ``name.one`` and ``name.other``. Placeholders are
``str.format`` fields by name. tests/house proves that every key used exists and that both languages have the same
placeholders. Callers: cli, tui, report, demo; rooms below carry keys, never text.
"""

from __future__ import annotations

import locale
import os
from importlib import import_module

from vp_tui.errors import VpError

__all__ = ["LANGUAGES", "count", "error", "error_line", "exists", "language", "set_language", "text"]

LANGUAGES = ("nl", "en")
_index = 0
_loaded: dict[str, dict[str, tuple[str, str]]] = {}


def set_language(wanted: str | None = None) -> str:
    """Choose by argument, VP_LANG, or the locale; Dutch when none of them says otherwise. Returns the choice."""
    global _index
    for candidate in (wanted, os.environ.get("VP_LANG"), _from_locale()):
        short = (candidate or "").lower()[:2]
        if short in LANGUAGES:
            _index = LANGUAGES.index(short)
            break
    else:
        _index = 0
    return LANGUAGES[_index]


def _from_locale() -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return value
    return locale.getlocale()[0] or ""


def language() -> str:
    """The chosen language: ``nl`` or ``en``."""
    return LANGUAGES[_index]


def _catalog(name: str) -> dict[str, tuple[str, str]]:
    found = _loaded.get(name)
    if found is None:
        found = import_module(f"vp_tui.i18n.catalog.{name}").TEXT
        _loaded[name] = found
    return found


def exists(key: str) -> bool:
    """Whether the key has a text."""
    name, _, rest = key.partition(".")
    try:
        return rest in _catalog(name)
    except ModuleNotFoundError:
        return False


def text(key: str, /, **facts: object) -> str:
    """The text of ``key`` in the chosen language, its placeholders filled. Raises KeyError for an unknown key."""
    name, _, rest = key.partition(".")
    template = _catalog(name)[rest][_index]
    return template.format(**facts) if facts else template


def count(key: str, number: int, /, **facts: object) -> str:
    """``key.one`` or ``key.other`` with ``{n}`` filled (Dutch and English share the rule: one is singular)."""
    return text(f"{key}.{'one' if number == 1 else 'other'}", n=number, **facts)


def error(problem: VpError) -> tuple[str, str]:
    """Title (what happened) and hint (what to do) of an error; a key without texts is shown as itself."""
    key = f"errors.{problem.key}"
    title = text(f"{key}.title", **problem.facts) if exists(f"{key}.title") else problem.key
    hint = text(f"{key}.hint", **problem.facts) if exists(f"{key}.hint") else ""
    return title, hint


def error_line(problem: VpError) -> str:
    """The same on one line, with a full stop between."""
    title, hint = error(problem)
    stop = "" if not hint or title.endswith((".", "!", "?", ":")) else "."
    return f"{title}{stop} {hint}".rstrip()
