"""``vp config show|get|set|path|validate``: what is set, and where it comes from. Callers: ``root``."""

from __future__ import annotations

import click

from vp_tui.cli.output import Column
from vp_tui.cli.session import Session
from vp_tui.cli.tree import command, group
from vp_tui.errors import NotFoundError, UsageError
from vp_tui.i18n import error, text

__all__ = ["config", "get", "path", "set_", "show", "validate"]

config = group(
    "config",
    {
        "show": "config:show",
        "get": "config:get",
        "set": "config:set_",
        "path": "config:path",
        "validate": "config:validate",
    },
)


def _rows(session: Session) -> list[dict[str, object]]:
    loaded = session.config(session.paths())
    return [
        {
            "key": name,
            "value": dict(value) if name == "keys" else value,
            "origin": loaded.origins[name],
            "locked": loaded.locked(name),
        }
        for name, value in loaded.settings._asdict().items()
    ]


@command("config.show")
def show(session: Session) -> None:
    columns = (
        Column("key", "cli.column.setting"),
        Column("value", "cli.column.value"),
        Column("origin", "cli.column.origin"),
        Column("locked", "cli.column.locked"),
    )
    session.out.rows(_rows(session), columns)


@command("config.get")
@click.argument("key")
def get(session: Session, key: str) -> None:
    row = next((each for each in _rows(session) if each["key"] == key), None)
    if row is None:
        raise NotFoundError("cli.unknown-setting")
    session.out.facts(row, str(row["value"]).lower() if isinstance(row["value"], bool) else str(row["value"]))


@command("config.set")
@click.argument("key")
@click.argument("value")
def set_(session: Session, key: str, value: str) -> None:
    from vp_tui.device.config_edit import set_value

    typed: str | int | bool | None = {"true": True, "false": False, "": None}.get(value.lower(), value)
    if isinstance(typed, str) and typed.isdecimal():
        typed = int(typed)
    set_value(session.paths(), key, typed)
    session.out.facts({"key": key, "value": typed}, text("cli.done.set", key=key))


@command("config.path")
def path(session: Session) -> None:
    paths = session.paths()
    session.out.facts({"config": str(paths.config), "state": str(paths.state), "cache": str(paths.cache)})


@command("config.validate")
def validate(session: Session) -> None:
    from vp_tui.device.config import problems

    found = problems(session.paths())
    rows = [{"key": each.key, "title": error(each)[0], "hint": error(each)[1]} for each in found]
    columns = (Column("title", "cli.column.problem"), Column("hint", "cli.column.mend"))
    session.out.rows(rows, columns, empty="cli.config-fine")
    if found:
        raise click.exceptions.Exit(UsageError.exit_code)
