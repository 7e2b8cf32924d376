"""``vp doctor``: is this computer fit for the work? No passphrase, no content: fit to be pasted into a bug report.

Callers: ``root``.
"""

from __future__ import annotations

from vp_tui.cli.checks import show_checks
from vp_tui.cli.session import Session
from vp_tui.cli.tree import command
from vp_tui.errors import VpError

__all__ = ["doctor"]


@command("doctor", enrols=True)
def doctor(session: Session) -> None:
    from vp_tui.device.doctor import examine

    paths = session.paths()
    try:
        _, identity = session.chosen(paths)
    except VpError:
        # No identity yet, several, or a broken file: that is what the checks then speak of.
        identity = None
    show_checks(session, list(examine(paths, session.hardening, identity)), "doctor")
