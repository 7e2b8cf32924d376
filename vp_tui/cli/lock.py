"""``vp unlock --for 15m`` and ``vp lock``: the derived key in the kernel's keyring, for a while. Callers: ``root``."""

from __future__ import annotations

import re

import click

from vp_tui.cli.session import Session
from vp_tui.cli.tree import command
from vp_tui.errors import NotPermittedError, UsageError
from vp_tui.i18n import text

__all__ = ["lock", "unlock"]

_SECONDS = {"s": 1, "m": 60, "h": 3600, "u": 3600}
_LONGEST = 8 * 3600


def _seconds(given: str) -> int:
    """``15m``, ``90s``, ``2h`` (or ``2u``): at most eight hours."""
    found = re.fullmatch(r"(\d{1,5})([smhu])", given.strip().lower())
    seconds = int(found[1]) * _SECONDS[found[2]] if found else 0
    if not 0 < seconds <= _LONGEST:
        raise UsageError("cli.bad-span")
    return seconds


@command("unlock", enrols=True)
@click.option("--for", "span", metavar="TIME", default="15m")
def unlock(session: Session, span: str) -> None:
    from vp_tui.device import agent
    from vp_tui.workspace import bootstrap

    seconds = _seconds(span)
    paths = session.paths()
    config, identity = session.chosen(paths)
    if not config.settings.kernel_keyring:
        raise NotPermittedError("cli.unlock-forbidden")
    key = bootstrap.derive_key(paths, identity, session.passphrase_of(identity))
    workspace = bootstrap.unlock(paths, identity, key=key, environ=session.postgres)
    policy = workspace.policy
    workspace.wipe()
    if policy is not None and not policy.kernel_keyring:
        raise NotPermittedError("cli.unlock-forbidden")
    agent.put(identity.practice, identity.device, key, seconds)
    session.out.facts({"identity": identity.name, "seconds": seconds}, text("cli.done.unlock", name=identity.name))


@command("lock", enrols=True)
@click.option("--all", "everything", is_flag=True)
def lock(session: Session, everything: bool) -> None:
    from vp_tui.device import agent

    if everything:
        dropped = agent.drop_all()
    else:
        _, identity = session.chosen(session.paths())
        dropped = int(agent.drop(identity.practice, identity.device))
    session.out.facts({"dropped": dropped}, text("cli.done.lock", n=dropped))
