"""What `vp doctor` finds on this computer, as levels, keys and facts; the command line puts them into words.

Invariant: nothing is changed, nothing is unlocked, no passphrase is needed, and no check that fails hides another.
Texts: catalog ``doctor``, ``<key>`` says what is so and ``<key>.hint`` what to do (for ``warn`` and ``bad``).
Callers: command line. May take as long as the keyring's time limit: call it in a thread.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from vp_tui.device import agent, config, keystore, surroundings, vault
from vp_tui.device.config import Identity
from vp_tui.device.hardening import Hardening
from vp_tui.device.paths import Paths, folder
from vp_tui.errors import Fact, VpError

__all__ = ["Check", "examine", "status"]

BAD, WARN, OK = "bad", "warn", "ok"


class Check(NamedTuple):
    """One finding: ``ok``, ``warn`` (works, but look at it) or ``bad`` (mend it first)."""

    level: str
    key: str
    facts: Mapping[str, Fact] = {}


def status(checks: Iterable[Check]) -> int:
    """The exit status: 1 if anything is bad, else 0."""
    return int(any(check.level == BAD for check in checks))


def examine(
    paths: Paths,
    hardening: Hardening | None,
    identity: Identity | None = None,
    environ: Mapping[str, str] = os.environ,
    *,
    seconds: float = 5,
) -> list[Check]:
    """Every check, in the order in which a person should read them. ``seconds``: how long the keyring may take."""
    return [
        *_folders(paths),
        *(Check(BAD, "config-wrong", {"problem": p.key, **_where(p)}) for p in config.problems(paths, environ)),
        *_keys(paths, identity, seconds),
        *_process(hardening),
        *_host(),
        *_terminal(environ),
    ]


def _where(problem: VpError) -> dict[str, Fact]:
    return {"where": problem.facts.get("where") or problem.facts.get("path") or ""}


def _folders(paths: Paths) -> Iterator[Check]:
    for path in (paths.config.parent, paths.state, paths.cache):
        if not path.exists():
            yield Check(OK, "folder-absent", {"path": str(path)})
            continue
        try:
            folder(path)
        except VpError as problem:
            yield Check(BAD, problem.key, {"path": str(path)})
            continue
        readable = os.name == "posix" and path.stat().st_mode & 0o055
        yield Check(WARN if readable else OK, "folder-readable" if readable else "folder-closed", {"path": str(path)})


def _keys(paths: Paths, identity: Identity | None, seconds: float) -> Iterator[Check]:
    store = keystore.open_keystore(identity.keystore if identity else "keyring", paths, seconds=seconds)
    place = store.where()
    yield Check(OK, place.key, place.facts)
    yield from (Check(WARN, warning) for warning in place.warnings)
    if _installed("keyrings.alt"):
        yield Check(OK, "plain-backend-ignored")
    if isinstance(store, keystore.KeyringKeyStore):
        try:
            locked = store.locked()
        except VpError as problem:
            yield Check(BAD if identity else WARN, problem.key, {"seconds": int(seconds)})
            return
        yield Check(WARN, "keyring-locked") if locked else Check(OK, "keyring-open")
        if locked:
            return
    if identity:
        yield _vault(store, identity)


def _installed(module: str) -> bool:
    from importlib.util import find_spec

    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:
        return False


def _vault(store: keystore.KeyStore, identity: Identity) -> Check:
    """Its presence and its header; whether it opens is known only with the passphrase."""
    try:
        found = store.get(identity.practice, identity.device)
        if found is None:
            return Check(BAD, "vault-missing", {"name": identity.name})
        cost = vault.read_stretch(found, demo=identity.demo).profile
    except VpError as problem:
        return Check(BAD, "vault-unreadable", {"name": identity.name, "problem": problem.key})
    weak = cost.m < vault.STANDARD.m and not identity.demo
    facts: dict[str, Fact] = {"name": identity.name, "t": cost.t, "mib": cost.m // 1024, "p": cost.p}
    return Check(WARN, "vault-light", facts) if weak else Check(OK, "vault-readable", facts)


def _process(hardening: Hardening | None) -> Iterator[Check]:
    if hardening is None:
        yield Check(BAD, "process-open")
        return
    yield Check(OK, "debugger-refused") if hardening.undumpable else Check(WARN, "debugger-possible")
    yield Check(OK, "core-refused") if hardening.no_core else Check(WARN, "core-possible")
    if hardening.removed:
        yield Check(OK, "environment-cleaned", {"names": ", ".join(hardening.removed)})
    if hardening.noted:
        yield Check(WARN, "environment-acted", {"names": ", ".join(hardening.noted)})


def _host() -> Iterator[Check]:
    yield Check(OK, "agent-available") if agent.available() else Check(WARN, "agent-unavailable")
    swaps = surroundings.plain_swaps()
    yield Check(WARN, "swap-plain", {"names": ", ".join(swaps)}) if swaps else Check(OK, "swap-none")
    scope = surroundings.ptrace_scope()
    if scope is not None:
        yield Check(OK if scope else WARN, "ptrace-limited" if scope else "ptrace-free", {"scope": scope})
    source = Path(__file__).parent
    slow = surroundings.without_bytecode(source)
    yield Check(WARN, "bytecode-missing", {"path": str(source)}) if slow else Check(OK, "bytecode-there")


def _terminal(environ: Mapping[str, str]) -> Iterator[Check]:
    encoding = surroundings.encoding(environ)
    yield Check(OK, "locale-utf8") if encoding == "UTF-8" else Check(WARN, "locale-other", {"name": encoding})
    term = environ.get("TERM", "")
    poor = term in ("", "dumb", "unknown")
    yield Check(WARN if poor else OK, "term-poor" if poor else "term-fine", {"name": term or "-"})
    for name in surroundings.recorders(environ):
        yield Check(WARN, "recorder", {"name": name})
    if sys.platform != "win32" and environ.get("TMUX"):
        yield from _tmux()


def _tmux() -> Iterator[Check]:
    delay = surroundings.tmux("show-options -sv escape-time")
    if delay.isdigit() and int(delay) > 50:
        yield Check(WARN, "tmux-escape", {"ms": int(delay)})
    if surroundings.tmux("show-options -sv set-clipboard") == "on":
        yield Check(WARN, "tmux-clipboard")
