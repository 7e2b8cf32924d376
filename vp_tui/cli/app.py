"""``vp`` without a command: the application, or with ``--plain`` the same in line mode.

Callers: ``root`` and ``demo``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from vp_tui.cli import ask
from vp_tui.cli.session import Session

if TYPE_CHECKING:
    from vp_tui.device.paths import Paths

__all__ = ["open_application"]


def open_application(session: Session, paths: Paths | None = None) -> None:
    """Open it for the chosen identity, or for a first start where there is none; its exit status ends the command."""
    if session.plain:
        from vp_tui.tui.plain import open_plain as open_it
    else:
        from vp_tui.tui.session import open_app as open_it

    home = paths or session.paths()
    given = ask.secret_file(session.passphrase_file) if session.passphrase_file else None
    status = open_it(home, session.config(home), session.identity or None, passphrase=given, environ=session.postgres)
    raise click.exceptions.Exit(status)
