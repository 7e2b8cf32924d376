"""Questions to the person at the terminal, and secrets that come from a file. Never from the command line itself.

Invariant: a secret is read without echo from the terminal, or from a file that nobody else can read; with
``--no-input``, or without a terminal, there is no question but an error that says what to give. Callers: commands and
``session``.
"""

from __future__ import annotations

import getpass
import os
import re
import sys
from pathlib import Path

from vp_tui.cli.output import say
from vp_tui.device.paths import read_private
from vp_tui.errors import LockedError, NotFoundError, UsageError
from vp_tui.i18n import text

__all__ = ["confirm", "line", "new_passphrase", "passphrase", "read_text", "read_texts", "secret_file"]


def _terminal() -> bool:
    try:
        with open("/dev/tty"):
            return True
    except OSError:
        return False


def line(key: str, option: str, *, allowed: bool, warning: str = "") -> str:
    """One typed line, echoed, after a ``warning``. Where no question is allowed, UsageError names ``option`` as the
    way to give it."""
    if not (allowed and sys.stdin.isatty()):
        raise UsageError("cli.missing-answer", option=option)
    if warning:
        say(warning)
    sys.stderr.write(text(key) + " ")
    sys.stderr.flush()
    return sys.stdin.readline().strip()


def confirm(word: str, *, given: bool, allowed: bool, warning: str = "") -> None:
    """An act with consequences, of which ``warning`` tells: the person types ``word``, or gave ``--yes``. Raises
    UsageError when she did not."""
    if given:
        return
    if line("cli.type-to-confirm", "--yes", allowed=allowed, warning=warning).casefold() != word.casefold():
        raise UsageError("cli.not-confirmed")


def passphrase(key: str, *, allowed: bool, **facts: object) -> str:
    """A secret typed without echo. LockedError when nobody can be asked."""
    if not (allowed and _terminal()):
        raise LockedError("cli.passphrase-needed")
    return getpass.getpass(text(key, **facts) + " ")


def new_passphrase(*, allowed: bool) -> str:
    """A new secret, typed twice."""
    first = passphrase("cli.new-passphrase", allowed=allowed)
    if passphrase("cli.repeat-passphrase", allowed=allowed) != first:
        raise UsageError("cli.passphrases-differ")
    return first


def secret_file(name: str) -> str:
    """The first line of a file that only its owner can read; refuses files that others can."""
    path = Path(name).expanduser()
    content = read_private(path)
    if content is None:
        raise NotFoundError("cli.secret-file-absent")
    if os.name == "posix" and path.stat().st_mode & 0o077:
        raise UsageError("cli.secret-file-open")
    return content.decode("utf-8", "replace").partition("\n")[0].rstrip("\r")


def read_text(given: str) -> str:
    """The text itself, or all of standard input where ``-`` was given."""
    if given != "-":
        return given
    return sys.stdin.buffer.read().decode("utf-8", "replace")


def read_texts(*given: str) -> list[str]:
    """Several texts, each as it was typed, or from standard input where ``-`` was given: all of it for one, the parts
    between lines of ``---`` for more, in the order of the arguments. UsageError when there are more or fewer parts."""
    wanted = given.count("-")
    if not wanted:
        return list(given)
    whole = read_text("-")
    parts = [whole] if wanted == 1 else re.split("^---[ \t]*\r?\n?", whole, flags=re.MULTILINE)
    if len(parts) != wanted:
        raise UsageError("cli.parts-count", n=len(parts), wanted=wanted)
    left = iter(parts)
    return [next(left) if each == "-" else each for each in given]
