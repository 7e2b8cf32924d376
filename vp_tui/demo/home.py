"""Where a demo practice lies, whether there is one, and its server.

Invariant: a demo never shares a folder with a real practice. With ``VP_HOME`` set it lives there, unless a real
identity does; without, in a folder of its own beside the real state. A demo is ready once it has a default identity,
which is written last. Callers: cli and ``found``.
"""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from vp_tui.demo.server import EmbeddedServer
from vp_tui.device.config import load
from vp_tui.device.paths import Paths, folder, locate
from vp_tui.errors import RetryableError, UsageError

__all__ = ["DATABASE", "alone", "demo_paths", "erase", "has_demo", "is_ready", "server_of"]

DATABASE = "vp"


def demo_paths() -> Paths:
    """The demo's home: ``VP_HOME``, or ``vp-demo`` beside the real state. UsageError where a real identity lives."""
    if os.environ.get("VP_HOME"):
        home = locate()
        if any(not identity.demo for identity in load(home).identities.values()):
            raise UsageError("demo.real-home")
        return home
    return locate({"VP_HOME": str(locate({}).state.with_name("vp-demo"))})


def has_demo(paths: Paths) -> bool:
    """Whether identities of a demo live here."""
    return any(identity.demo for identity in load(paths).identities.values())


def is_ready(paths: Paths) -> bool:
    """Whether the demo here was founded to its end."""
    return has_demo(paths) and bool(load(paths, {}).settings.default_identity)


def server_of(paths: Paths) -> EmbeddedServer:
    """The embedded server of this demo, started if need be. Blocks for a fraction of a second."""
    folder(paths.state)
    return EmbeddedServer.open(paths.state / "server")


def erase(paths: Paths) -> None:
    """Remove the demo: its server with all data, its identities, its settings."""
    if (paths.state / "server").exists():
        # What was only half made does not start; its folder goes all the same.
        with suppress(RetryableError):
            server_of(paths).destroy()
    for kept in (paths.state, paths.cache):
        shutil.rmtree(kept, ignore_errors=True)
    paths.config.unlink(missing_ok=True)


@contextmanager
def alone(paths: Paths) -> Iterator[None]:
    """One at a time: a second ``vp demo`` waits until the first has founded the practice."""
    home = folder(paths.config.parent)
    with Path(home / "demo.lock").open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
