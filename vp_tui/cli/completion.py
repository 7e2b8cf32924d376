"""``vp completion bash|zsh|fish``: the script that a shell loads. Completing never unlocks and never asks the server.

Callers: ``root``.
"""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from vp_tui.cli.session import Session
from vp_tui.cli.tree import command

__all__ = ["completion"]


@command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(session: Session, shell: str) -> None:
    from vp_tui.cli.root import vp

    made = get_completion_class(shell)
    assert made is not None
    script = made(vp, {}, "vp", "_VP_COMPLETE").source()
    if session.json:
        session.out.facts({"shell": shell, "script": script})
    else:
        session.out.raw(script)
