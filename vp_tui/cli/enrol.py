"""What founding and joining ask on the command line: the nine spoken words, the name of the identity, a passphrase.

Invariant: the nine words and the passphrase come from the terminal, from standard input or from a private file, never
from the command line, where every account of the machine could read them. Callers: ``practice`` and ``join``.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import click

from vp_tui.cli import ask
from vp_tui.cli.session import Session
from vp_tui.errors import UsageError

__all__ = ["Asked", "enrolling", "my_name"]


class Asked:
    """The answers; everything that may be asked has been asked when it is made."""

    def __init__(self, session: Session, code_file: str | None, keystore: str | None, identity: str) -> None:
        from vp_tui.device.config import load
        from vp_tui.device.keystore import recommend
        from vp_tui.device.passphrase import check_passphrase

        self.paths = session.own_paths()
        self.identity = session.identity or identity
        self.code = _code(session, code_file).split()
        if session.passphrase_file:
            self.passphrase = ask.secret_file(session.passphrase_file)
        else:
            self.passphrase = ask.new_passphrase(allowed=session.may_ask)
        check_passphrase(self.passphrase)
        allowed = load(self.paths).settings.file_keystore
        self.keystore = keystore or recommend(self.paths, file_allowed=allowed)


def _code(session: Session, code_file: str | None) -> str:
    if code_file == "-":
        return sys.stdin.readline()
    if code_file:
        return ask.secret_file(code_file)
    return ask.line("cli.type-the-code", "--code-file", allowed=session.may_ask)


def enrolling(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options that founding and joining share."""
    for option in (
        click.option("--keystore", type=click.Choice(["keyring", "file"])),
        click.option("--code-file", metavar="FILE"),
        click.option("--my-name", "my_name_", metavar="NAME"),
        click.option("--dsn", metavar="DSN", required=True),
    ):
        function = option(function)
    return function


def my_name(session: Session, given: str | None) -> str:
    """The name that colleagues will see."""
    name = given or ask.line("cli.type-my-name", "--my-name", allowed=session.may_ask)
    if not name:
        raise UsageError("cli.missing-answer", option="--my-name")
    return name
