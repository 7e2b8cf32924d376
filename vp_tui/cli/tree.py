"""The click classes of this house: groups that load on use, and help in the chosen language.

Invariant: naming a command imports nothing but its own module, and listing a group's commands imports none at all, so
that ``vp --help`` stays as fast as click. Help texts are looked up when they are shown, under ``cli_help.<path>`` for
commands and ``cli_help.option.<name>`` for options (``cli_help.<path>.<name>`` where one command means something else
by it); a text's first line is its short form. Callers: the command modules of this room.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Mapping
from importlib import import_module
from inspect import iscoroutine
from typing import TYPE_CHECKING, Any

import click

from vp_tui.errors import UsageError
from vp_tui.i18n import exists, text

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from vp_tui.cli.session import Session

__all__ = ["Command", "Group", "command", "group", "option_help", "session_option"]

Answer = Coroutine[Any, Any, None] | None


def _keep(ctx: click.Context, param: click.Parameter, value: Any) -> None:
    # Options of a parent reach their children through the session; a child that is silent changes nothing.
    if value:
        setattr(ctx.find_root().obj, str(param.name), value)


def session_option(*names: str, **settings: Any) -> click.Option:
    """An option whose value goes to the attribute of the same name of the ``Session``."""
    return click.Option(names, expose_value=False, callback=_keep, **settings)


def _talking() -> list[click.Parameter]:
    return [
        session_option("--json", is_flag=True),
        session_option("--plain", is_flag=True),
        session_option("--quiet", "-q", is_flag=True),
        session_option("--no-input", is_flag=True),
        session_option("--lang", type=click.Choice(["nl", "en"])),
    ]


def _identified() -> list[click.Parameter]:
    return [
        session_option("--identity", metavar="NAME"),
        session_option("--passphrase-file", metavar="FILE"),
    ]


def option_help(path: str, param: click.Parameter) -> str:
    """The help text of an option or argument of the command at ``path``."""
    name = max(param.opts, key=len).lstrip("-") if isinstance(param, click.Option) else str(param.name)
    own = f"cli_help.{path or 'vp'}.{name}"
    kind = "option" if isinstance(param, click.Option) else "argument"
    return text(own if exists(own) else f"cli_help.{kind}.{name}")


class _Helped(click.Command):
    """What commands and groups share: help by key."""

    path: str

    def _text(self) -> str:
        return text(f"cli_help.{self.path or 'vp'}")

    def get_short_help_str(self, limit: int = 45) -> str:
        return self._text().partition("\n")[0]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = [text("cli_help.options_metavar"), *self.collect_usage_pieces(ctx)[1:]]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix=text("cli_help.usage") + " ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(self._text().replace("\n", "\n\n"))

    def format_arguments(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        rows = [(p.make_metavar(ctx), option_help(self.path, p)) for p in self.params if isinstance(p, click.Argument)]
        if rows:
            with formatter.section(text("cli_help.arguments")):
                formatter.write_dl(rows)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        rows = []
        for param in self.get_params(ctx):
            record = param.get_help_record(ctx) if isinstance(param, click.Option) else None
            if record:
                rows.append((record[0], option_help(self.path, param)))
        with formatter.section(text("cli_help.options")):
            formatter.write_dl(rows)


class Command(_Helped):
    """A command. Its function gets the session first; an asynchronous one runs on the session's event loop.

    With ``member=True`` it gets the opened and synchronised workspace second; then, and with ``enrols=True``, it has
    the options that name an identity and the file of its passphrase.
    """

    def __init__(self, *args: Any, path: str, member: bool = False, enrols: bool = False, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.path = path
        self.member = member
        self.params += [*_talking(), *(_identified() if member or enrols else ())]

    def invoke(self, ctx: click.Context) -> None:
        session: Session = ctx.find_root().obj
        function: Callable[..., Answer] = self.callback  # type: ignore[assignment]
        if self.member:
            session.run(session.with_workspace(function, ctx.params))
            return
        answer = function(session, **ctx.params)
        if iscoroutine(answer):
            session.run(answer)


class Group(_Helped, click.Group):
    """A group; ``lazy`` maps the name of each command to ``module:attribute`` within this room."""

    def __init__(self, *args: Any, path: str, lazy: Mapping[str, str], **settings: Any) -> None:
        settings = {"no_args_is_help": True, "subcommand_metavar": "…", **settings}
        super().__init__(*args, **settings)
        self.path = path
        self.lazy = lazy

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.lazy)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        target = self.lazy.get(cmd_name)
        if target is None:
            return None
        module, _, attribute = target.partition(":")
        found: click.Command = getattr(import_module(f"vp_tui.cli.{module}"), attribute)
        return found

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in self.lazy and not args[0].startswith("-") and not ctx.resilient_parsing:
            raise UsageError("cli.no-such-command", command=ctx.command_path)
        return super().resolve_command(ctx, args)

    def _listed(self) -> list[tuple[str, str]]:
        path = f"{self.path}." if self.path else ""
        return [(name, text(f"cli_help.{path}{name}").partition("\n")[0]) for name in self.lazy]

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        with formatter.section(text("cli_help.commands")):
            formatter.write_dl(self._listed())

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        items = [CompletionItem(name, help=short) for name, short in self._listed() if name.startswith(incomplete)]
        return items + click.Command.shell_complete(self, ctx, incomplete)


def command(path: str, *, member: bool = False, enrols: bool = False) -> Callable[[Callable[..., Answer]], Command]:
    """Declare the command at ``path``, such as ``case.list``; see ``Command``."""

    def declare(function: Callable[..., Answer]) -> Command:
        made = click.command(path.rpartition(".")[2], cls=Command, path=path, member=member, enrols=enrols)(function)
        assert isinstance(made, Command)
        return made

    return declare


def group(path: str, lazy: Mapping[str, str]) -> Group:
    """Declare the group at ``path``."""
    return Group(path.rpartition(".")[2], path=path, lazy=lazy)
