"""``vp keys``: every key of the application, as a document. Callers: ``root``."""

from __future__ import annotations

from vp_tui.cli.session import Session
from vp_tui.cli.tree import command
from vp_tui.i18n import language

__all__ = ["keys"]


@command("keys")
def keys(session: Session) -> None:
    from vp_tui.tui.actions.table import registry
    from vp_tui.tui.keydocs import markdown

    if not session.json:
        session.out.raw(markdown(language()))
        return
    rows = [
        {
            "id": action.id,
            "scopes": list(action.scopes),
            "keys": list(action.keys),
            "ex": list(action.ex),
            "twin": action.cli,
        }
        for action in registry()
    ]
    session.out.rows(rows, ())
