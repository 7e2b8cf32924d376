"""What a command prints: data on standard output in one of three forms, talk on standard error.

Invariant: nothing printed can steer a terminal. Data of others is cleaned on its way out, and in JSON every control and
direction character is written as an escape. Colour is never used; what was searched for is bold on a terminal, and
not even that with NO_COLOR. Callers: commands.
"""

from __future__ import annotations

import json
import os
import re
import sys
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from shutil import get_terminal_size
from typing import Any, NamedTuple

from vp_tui.domain.text import clean
from vp_tui.i18n import text

__all__ = ["Column", "Output", "as_json", "marked", "say"]

_STEERING = re.compile("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


class Column(NamedTuple):
    """One column of a table: ``field`` of the rows, ``title`` an i18n key; ``show`` is the field to show to people."""

    field: str
    title: str
    show: str = ""


def as_json(document: object, *, indent: int | None = None) -> str:
    """One JSON document; control and direction characters are escaped, other letters stay readable."""
    written = json.dumps(document, ensure_ascii=False, indent=indent)
    return _STEERING.sub(lambda match: f"\\u{ord(match[0]):04x}", written)


def say(line: str) -> None:
    """A line of talk on standard error."""
    sys.stderr.write(clean(line, multiline=True) + "\n")
    sys.stderr.flush()


def marked(pieces: Iterable[tuple[str, bool]]) -> str:
    """One line of ``pieces``, cleaned; those that are True stand out where standard output is a terminal."""
    plain = not sys.stdout.isatty() or "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"
    # The full stop keeps the blank at the end of a piece, which cleaning takes off.
    said = [(clean(f"{piece}.", multiline=True)[:-1].replace("\n", " "), hit and not plain) for piece, hit in pieces]
    return "".join(f"\x1b[1m{piece}\x1b[22m" if hit else piece for piece, hit in said)


def _width(cell: str) -> int:
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in cell)
    return len(cell) + wide - sum(map(bool, map(unicodedata.combining, cell)))


def _fitted(line: str) -> str:
    """A line of a table as long as the terminal is wide, the cut marked; whole where there is no terminal."""
    columns = get_terminal_size().columns
    return f"{line[: columns - 3]}..." if sys.stdout.isatty() and _width(line) > columns else line


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return text("cli.yes" if value else "cli.no")
    if isinstance(value, (list, tuple)):
        return ", ".join(map(_cell, value))
    return clean(str(value), multiline=False)


class Output:
    """Prints in the form that was asked for: ``json``, ``plain`` (tab-separated, a line per row) or ``human``."""

    def __init__(self, form: str, *, quiet: bool) -> None:
        self.form = form
        self.quiet = quiet

    def _write(self, lines: str) -> None:
        sys.stdout.write(lines + "\n")

    def _document(self, document: object) -> None:
        self._write(as_json(document, indent=2 if sys.stdout.isatty() else None))

    def rows(self, rows: Sequence[Mapping[str, Any]], columns: Sequence[Column], *, empty: str = "cli.nothing") -> None:
        """A list. JSON: an array of all fields; plain: the columns' fields without a heading."""
        if self.form == "json":
            self._document(list(rows))
        elif self.form == "plain":
            for row in rows:
                self._write("\t".join(_cell(row[column.field]) for column in columns))
        elif not rows:
            self.say(empty)
        else:
            table = [[text(column.title) for column in columns]]
            table += [[_cell(row[column.show or column.field]) for column in columns] for row in rows]
            widths = [max(map(_width, cells)) for cells in zip(*table, strict=True)]
            for line in table:
                padded = (cell + " " * (width - _width(cell)) for cell, width in zip(line, widths, strict=True))
                self._write(_fitted("  ".join(padded).rstrip()))

    def facts(self, facts: Mapping[str, Any], reading: str = "") -> None:
        """One thing. JSON: an object; plain: ``field<tab>value`` lines; for reading: ``reading``, or those lines."""
        if self.form == "json":
            self._document(facts)
        elif self.form == "human" and reading:
            self._write(clean(reading, multiline=True))
        else:
            for name, value in facts.items():
                self._write(f"{name}\t{_cell(value)}")

    def raw(self, content: str) -> None:
        """A text that is ours from end to end: a script, a document."""
        sys.stdout.write(content)

    def say(self, key: str, **facts: object) -> None:
        """Talk: what was done, what to do next. Silent with ``--quiet``."""
        if not self.quiet:
            say(text(key, **facts))
