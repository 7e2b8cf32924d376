"""The first thing that a process of ours does: take away what could make it talk.

Invariant: after `harden` no variable of the environment redirects the terminal library, the interpreter, the keyring,
OpenSSL or the database driver; no debugger of the same user and no core dump reads the process; and an exception that
nobody caught leaves a class name and a place in our source, never its message and never a local variable. What acted
before the first line of Python ran (LD_PRELOAD, PYTHONPATH) cannot be undone here: it is named for `vp doctor`.

Called by `vp_tui.__main__` before anything else is imported, and therefore importing next to nothing itself.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import asyncio
    from collections.abc import MutableMapping
    from types import TracebackType

__all__ = ["Hardening", "describe", "guard", "harden"]

# Looks only: none of these opens a file, a port or a driver (textual.constants, 8.2.8).
_HARMLESS = frozenset(
    {"TEXTUAL_ANIMATIONS", "TEXTUAL_COLOR_SYSTEM", "TEXTUAL_DISABLE_KITTY_KEY", "TEXTUAL_FPS", "TEXTUAL_THEME"}
)
_REMOVED_PREFIXES = ("KEYRING_PROPERTY_", "PG", "PYTHON", "TEXTUAL")
_REMOVED = frozenset({"OPENSSL_CONF", "OPENSSL_ENGINES", "OPENSSL_MODULES", "SSLKEYLOGFILE"})
# Foreign code in this process, or a second voice on the terminal, before our first line.
_ACTED_BEFORE = ("DYLD_INSERT_LIBRARIES", "LD_AUDIT", "LD_LIBRARY_PATH", "LD_PRELOAD")
_PYTHON_ACTED_BEFORE = (
    "PYTHONDEVMODE",
    "PYTHONFAULTHANDLER",
    "PYTHONHOME",
    "PYTHONINSPECT",
    "PYTHONPATH",
    "PYTHONUSERBASE",
)
_PR_GET_DUMPABLE, _PR_SET_DUMPABLE = 3, 4


class Hardening(NamedTuple):
    """What was done, for `vp doctor`: names of variables, never their values."""

    removed: tuple[str, ...]
    postgres: dict[str, str]
    """Every ``PG*`` variable as it stood; the store reads the few that are safe and forgets the rest."""
    noted: tuple[str, ...]
    undumpable: bool
    no_core: bool
    umask: int

    def __repr__(self) -> str:
        # ``postgres`` may hold PGPASSWORD.
        return f"Hardening(removed={self.removed!r}, noted={self.noted!r}, undumpable={self.undumpable})"


def harden(environ: MutableMapping[str, str] = os.environ) -> Hardening:
    """Clean ``environ``, close the process, silence its crashes. Harmless when called twice."""
    acted = _ACTED_BEFORE if sys.flags.ignore_environment else _ACTED_BEFORE + _PYTHON_ACTED_BEFORE
    noted = tuple(name for name in acted if environ.get(name))
    removed = tuple(
        name
        for name in sorted(environ)
        if name in _REMOVED or (name.startswith(_REMOVED_PREFIXES) and name not in _HARMLESS)
    )
    postgres = {name: environ[name] for name in removed if name.startswith("PG")}
    for name in removed:
        del environ[name]
    os.umask(0o077)
    _silence()
    return Hardening(removed, postgres, noted, _forbid_debuggers(), _forbid_core_dumps(), 0o077)


def _forbid_debuggers() -> bool:
    """PR_SET_DUMPABLE 0: ptrace, /proc/PID/mem and core dumps are root's alone. False where there is no prctl."""
    if sys.platform != "linux":
        return False
    import ctypes

    prctl = ctypes.CDLL(None).prctl
    prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
    return bool(prctl(_PR_GET_DUMPABLE, 0, 0, 0, 0) == 0)


def _forbid_core_dumps() -> bool:
    """RLIMIT_CORE 0, hard, so that no child raises it again."""
    if sys.platform == "win32":
        return False
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    return resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)


def _silence() -> None:
    import faulthandler
    import threading

    faulthandler.disable()
    sys.excepthook = _uncaught
    threading.excepthook = lambda args: _tell(args.exc_value or args.exc_type())
    sys.unraisablehook = lambda args: _tell(args.exc_value or args.exc_type())


def _uncaught(kind: type[BaseException], problem: BaseException, trace: TracebackType | None) -> None:
    if not issubclass(kind, KeyboardInterrupt):
        _tell(problem.with_traceback(trace))


def _tell(problem: BaseException) -> None:
    # No catalog here: a crash may be in the catalogs, and a class name is the same in every language.
    if sys.stderr is not None:
        print(f"vp: {describe(problem)}", file=sys.stderr)


def describe(problem: BaseException) -> str:
    """``KeyError workspace.sync:142``: the class, and the innermost place in our own source, else the innermost."""
    place, trace = "", problem.__traceback__
    while trace is not None:
        module = str(trace.tb_frame.f_globals.get("__name__", "?"))
        if module.startswith("vp_tui.") or not place.startswith("vp_tui."):
            place = f"{module}:{trace.tb_lineno}"
        trace = trace.tb_next
    return f"{type(problem).__name__} {place.removeprefix('vp_tui.')}".rstrip()


def guard(loop: asyncio.AbstractEventLoop) -> None:
    """Give ``loop`` a handler that tells no more than `describe`, and take logging's last resort, stderr, away."""
    import logging

    # Libraries log exceptions with their text; without a handler of its own logging would print them.
    logging.lastResort = None
    logging.raiseExceptions = False

    def handler(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        _tell(context.get("exception") or RuntimeError())

    loop.set_exception_handler(handler)
