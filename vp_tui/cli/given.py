"""Options that several commands of a case share: a day, a party, the rule of safe contact, texts.

A command gets them as a dictionary; what the functions here have used is gone from it. Callers: command modules.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click
from msgspec.structs import replace

from vp_tui.cli import ask, typed

if TYPE_CHECKING:
    from vp_tui.domain.case_parts import SafeContact
    from vp_tui.domain.party import Party
    from vp_tui.workspace.facade import Workspace

__all__ = [
    "CASE",
    "IMPACT",
    "ON",
    "SAFE_TEXTS",
    "YES",
    "party_of",
    "read",
    "safe_of",
    "texts",
    "with_party",
    "with_safe",
]

Declared = Callable[..., Any]

CASE = click.argument("case")
ON = click.option("--on", metavar="DATE")
YES = click.option("--yes", is_flag=True)
IMPACT = click.option("--impact", metavar="CODE", multiple=True)

SAFE_TEXTS = ("hours", "code_word", "avoid")
_SAFE = (
    click.option("--hours", metavar="TEXT"),
    click.option("--voicemail/--no-voicemail", default=None),
    click.option("--say-function/--no-say-function", default=None),
    click.option("--code-word", metavar="TEXT"),
    click.option("--avoid", metavar="TEXT"),
)
_PARTY = (
    click.option("--party", "kind", metavar="KIND"),
    click.option("--name", metavar="TEXT"),
    click.option("--colleague", metavar="MEMBER"),
)


def _all(options: tuple[Declared, ...], function: Declared) -> Declared:
    for option in reversed(options):
        function = option(function)
    return function


def with_party(function: Declared) -> Declared:
    """Options that name a party; see ``party_of``."""
    return _all(_PARTY, function)


def with_safe(function: Declared) -> Declared:
    """Options of the rule of safe contact; see ``safe_of``."""
    return _all(_SAFE, function)


def texts(*names: str, main: str = "") -> Declared:
    """Options for texts; ``main`` is read from standard input where it was left out."""
    options = (click.option(f"--{name}", metavar="TEXT", default="-" if name == main else None) for name in names)
    return lambda function: _all(tuple(options), function)


def read(given: dict[str, Any], *names: str) -> None:
    """Put in the texts for which ``-`` was typed; see ``ask.read_texts``."""
    there = [name for name in names if given.get(name) is not None]
    given.update(zip(there, ask.read_texts(*(given[name] for name in there)), strict=True))


def party_of(workspace: Workspace, given: dict[str, Any]) -> Party | None:
    """The party that was named, if one was."""
    return typed.party(workspace, given.pop("kind"), given.pop("name") or "", given.pop("colleague"))


def safe_of(before: SafeContact, given: dict[str, Any]) -> SafeContact:
    """The rule of safe contact, changed as was asked."""
    names = (*SAFE_TEXTS, "voicemail", "say_function")
    return replace(before, **{name: value for name in names if (value := given.pop(name)) is not None})
