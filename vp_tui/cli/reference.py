"""docs/cli.md, made from the tree of commands; a test keeps the file current.

Callers: ``python -m vp_tui.cli.reference`` (writes it) and tests/cli.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from vp_tui.cli.root import vp
from vp_tui.cli.tree import Group
from vp_tui.i18n import language, set_language

__all__ = ["FILE", "markdown"]

FILE = Path("docs/cli.md")

_INTRODUCTION = """\
# Command line

Made by `python -m vp_tui.cli.reference`; do not edit. The same help in Dutch: `vp --lang nl COMMAND --help`.

## What every command promises

- **Data goes to standard output, talk to standard error.** `--quiet` silences the talk.
- **`--json`** answers with one JSON document: lists are arrays, everything else is an object. Ids are 32 hexadecimal
  digits, days ISO dates, times ISO with offset. An error is one object on standard error:
  `{"error": {"key": …, "title": …, "hint": …, "exit_code": …, "facts": {…}, "remedy": […]}}`. **`--plain`** prints
  tab-separated lines.
- **Where a rule refuses**, the error says what is missing and prints the commands that would take the reason away
  (`remedy`): the consent that is to be recorded, the step that is to be talked over, each promise that is still open.
- **What others may not see stays out of the list of processes**: where words are asked for, `-` reads standard input.
  Where several do, they share it, in the order of the help, with lines of `---` between the parts.
- A consent, a step, a draft and the like are named by the beginning of their id, as the lists show it.
- A case is named by its short code (`K7QF-2MX`) or by the beginning of its id, which must fit one case only.
- Days are typed as people say them: `2026-11-27`, `27-11`, `fri`, `tomorrow`, `+2w`.
- A passphrase is typed without echo or read with `--passphrase-file` from a file that only you can read; never given
  as an argument. `--no-input` asks nothing and fails instead. In a demo practice nothing asks for a passphrase.
- Nothing is coloured, and nothing that others wrote can steer your terminal. What was searched for is bold on a
  terminal, unless `NO_COLOR` is set.
- What leaves a case (`disclose`, `case hand-over`, `dilemma break`) asks for a confirmation, or `--yes`. There is no
  `vp undo`: undoing knows what was so before the act, and a command has forgotten that when the next one starts. Most
  acts have a command that takes them back (`case tick --undo`, `case unlink`, `consent withdraw`, `step move`).

## Which identity, which folder

`--identity NAME` or `VP_IDENTITY` chooses among the identities of one home; otherwise the default one speaks
(`vp identity use NAME`), or the only one. `VP_HOME` puts configuration, state and cache into one folder; without it the
platform's own places are used.

`vp demo` keeps to itself: in `VP_HOME` if that is set and no real identity lives there, otherwise in `vp-demo` beside
the folder of the real state. While this account has no identity of its own and `VP_HOME` is unset, every command works
in that demo, as its first member; the first real identity ends that, and `vp demo` remains the way in.

## Exit codes

| code | meaning |
|---|---|
| 0 | done |
| 1 | failed; nothing was changed. Also: a check of `doctor` or `server check` found something to mend |
| 2 | typed or configured wrongly, or refused by a rule of the profession |
| 3 | server or lock not available; the same call may succeed later |
| 4 | locked: a passphrase or an open keyring is needed |
| 5 | this member may not do that |
| 6 | no such case, member, identity, note or code |
| 7 | somebody else changed the same thing first, or it exists already, or it fits more than one |
| 8 | verification failed: `audit` has findings, or the server showed something that does not fit |
| 130 | interrupted |

## Commands
"""


def _walk(command: click.Command, context: click.Context) -> Iterator[tuple[click.Command, click.Context]]:
    yield command, context
    if isinstance(command, Group):
        for name in command.list_commands(context):
            child = command.get_command(context, name)
            assert child is not None
            yield from _walk(child, click.Context(child, info_name=name, parent=context))


def _section(command: click.Command, context: click.Context) -> str:
    context.max_content_width = context.terminal_width = 100
    return f"### `{context.command_path}`\n\n```text\n{command.get_help(context)}\n```\n"


def markdown() -> str:
    """The whole reference, in English."""
    before = language()
    set_language("en")
    try:
        root = click.Context(vp, info_name="vp", help_option_names=["-h", "--help"])
        return _INTRODUCTION + "\n" + "\n".join(_section(*found) for found in _walk(vp, root))
    finally:
        set_language(before)


if __name__ == "__main__":
    FILE.write_text(markdown(), encoding="utf-8")
