"""``vp identity list|use``: the identities of this home, and which of them speaks when none is named.

Callers: ``root``.
"""

from __future__ import annotations

import click

from vp_tui.cli.output import Column
from vp_tui.cli.session import Session
from vp_tui.cli.tree import command, group
from vp_tui.errors import VpError
from vp_tui.i18n import text

__all__ = ["identity", "list_identities", "use"]

identity = group("identity", {"list": "identity:list_identities", "use": "identity:use"})


@command("identity.list")
def list_identities(session: Session) -> None:
    loaded = session.config(session.paths())
    try:
        chosen = loaded.choose(session.identity or None).name
    except VpError:
        chosen = ""
    rows = [
        {
            "name": each.name,
            "display": each.display,
            "default": each.name == chosen,
            "demo": each.demo,
            "keystore": each.keystore,
            "practice": each.practice.hex(),
            "member": each.member.hex(),
            "device": each.device.hex(),
        }
        for each in loaded.identities.values()
    ]
    columns = (
        Column("name", "cli.column.identity"),
        Column("display", "cli.column.name"),
        Column("default", "cli.column.default"),
        Column("demo", "cli.column.demo"),
    )
    session.out.rows(rows, columns, empty="cli.no-identities")


@command("identity.use")
@click.argument("name")
def use(session: Session, name: str) -> None:
    from vp_tui.device.config_edit import set_value

    paths = session.paths()
    session.config(paths).choose(name)
    set_value(paths, "default_identity", name)
    session.out.facts({"default_identity": name}, text("cli.done.use", name=name))
