"""``vp`` itself: the table of commands, and the one place where exceptions become exit codes.

Invariant: importing this module imports none of the commands; ``vp --help`` therefore costs hardly more than click.
Callers: ``vp_tui.__main__``; ``reference`` and tests walk the tree.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from vp_tui import __version__
from vp_tui.cli.session import Session
from vp_tui.cli.tree import Group, session_option
from vp_tui.i18n import set_language

if TYPE_CHECKING:
    from vp_tui.device.hardening import Hardening

__all__ = ["COMMANDS", "run", "vp"]

COMMANDS = {
    "demo": "demo:demo",
    "today": "today:today",
    "search": "search:search",
    "view": "view:view",
    "contact": "contact:contact",
    "case": "case:case",
    "consent": "consent:consent",
    "disclose": "disclose:disclose",
    "knows": "disclose:knows",
    "step": "step:step",
    "draft": "draft:draft",
    "refer": "refer:refer",
    "call": "call:call",
    "dilemma": "dilemma:dilemma",
    "calendar": "today:calendar",
    "client": "client:client",
    "member": "member:member",
    "practice": "practice:practice",
    "join": "join:join",
    "audit": "audit:audit",
    "doctor": "doctor:doctor",
    "server": "server:server",
    "identity": "identity:identity",
    "unlock": "lock:unlock",
    "lock": "lock:lock",
    "config": "config:config",
    "keys": "keys:keys",
    "completion": "completion:completion",
}


def _version(ctx: click.Context, param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        sys.stdout.write(f"vp {__version__}\n")
        ctx.exit()


@click.command(
    "vp",
    cls=Group,
    path="",
    lazy=COMMANDS,
    invoke_without_command=True,
    no_args_is_help=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    params=[
        session_option("--identity", metavar="NAME"),
        session_option("--lang", type=click.Choice(["nl", "en"])),
        session_option("--theme", type=click.Choice(["dark", "light", "mono"])),
        session_option("--a11y", is_flag=True),
        session_option("--plain", is_flag=True),
        session_option("--passphrase-file", metavar="FILE"),
        session_option("--no-input", is_flag=True),
        click.Option(["--version"], is_flag=True, is_eager=True, expose_value=False, callback=_version),
    ],
)
@click.pass_context
def vp(ctx: click.Context) -> None:
    """Without a command: the application."""
    if ctx.invoked_subcommand is None:
        from vp_tui.cli.app import open_application

        open_application(ctx.obj)


def _language(argv: Sequence[str]) -> str | None:
    """The value of ``--lang``, wherever it stands: help and errors of the parser need it before parsing."""
    for number, word in enumerate(argv):
        if word == "--lang":
            return argv[number + 1] if number + 1 < len(argv) else None
        if word.startswith("--lang="):
            return word.partition("=")[2]
    return None


def run(argv: Sequence[str], hardening: Hardening) -> int:
    """One command line from its words to its exit code."""
    set_language(_language(argv))
    session = Session(hardening)
    try:
        try:
            code = vp.main(args=list(argv), prog_name="vp", standalone_mode=False, obj=session)
        finally:
            session.close()
        sys.stdout.flush()
    except SystemExit:
        raise
    except BaseException as problem:
        from vp_tui.cli.failure import report

        return report(problem, as_document="--json" in argv)
    return code if isinstance(code, int) else 0
