"""From an exception to what a person reads and a script tests.

Invariant: the text of a foreign exception is never printed, for it may quote content; a ``VpError`` shows its title and
hint, anything else its class and place. Callers: ``root``.
"""

from __future__ import annotations

import os
import sys

import click

from vp_tui.cli.output import as_json, say
from vp_tui.device.hardening import describe
from vp_tui.errors import UsageError, VpError
from vp_tui.i18n import error, text

__all__ = ["INTERRUPTED", "report"]

INTERRUPTED = 130


def _translated(problem: click.ClickException) -> VpError:
    """A usage error of click as one of ours: the name of what is wrong, never the value that was typed."""
    context = getattr(problem, "ctx", None)
    command = context.command_path if context else "vp"
    if isinstance(problem, click.NoSuchOption):
        return UsageError("cli.no-such-option", option=problem.option_name, command=command)
    if isinstance(problem, click.BadParameter) and problem.param is not None:
        param = problem.param
        name = max(param.opts, key=len) if isinstance(param, click.Option) else str(param.name).upper()
        if isinstance(problem, click.MissingParameter):
            return UsageError("cli.missing", name=name, command=command)
        if isinstance(param.type, click.Choice):
            return UsageError("cli.bad-choice", name=name, choices=", ".join(map(str, param.type.choices)))
        return UsageError("cli.bad-value", name=name, command=command)
    if isinstance(problem, click.BadOptionUsage):
        return UsageError("cli.bad-value", name=problem.option_name, command=command)
    return UsageError("cli.bad-usage", command=command)


def _spoken(problem: VpError, *, as_document: bool) -> int:
    title, hint = error(problem)
    detail, remedy = (str(problem.facts.get(name, "")) for name in ("detail", "remedy"))
    if as_document:
        known = {name: value for name, value in problem.facts.items() if name not in ("detail", "remedy")}
        facts = {"key": problem.key, "title": title, "hint": hint, "exit_code": problem.exit_code}
        sys.stderr.write(as_json({"error": facts | {"facts": known, "remedy": remedy.splitlines()}}) + "\n")
    else:
        say("\n    ".join(filter(None, [f"vp: {title}", detail, hint, *remedy.splitlines()])))
    return problem.exit_code


def report(problem: BaseException, *, as_document: bool) -> int:
    """Print ``problem`` on standard error; returns the exit code."""
    if isinstance(problem, click.exceptions.NoArgsIsHelpError):
        say(problem.ctx.get_help())
        return UsageError.exit_code
    if isinstance(problem, (KeyboardInterrupt, click.Abort)):
        say(text("cli.interrupted"))
        return INTERRUPTED
    if isinstance(problem, BrokenPipeError):
        # The reader went away, as in `vp case list | head`; the interpreter must not complain again at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return VpError.exit_code
    if isinstance(problem, click.ClickException):
        problem = _translated(problem)
    if not isinstance(problem, VpError):
        problem = VpError("cli.internal", what=describe(problem))
    return _spoken(problem, as_document=as_document)
