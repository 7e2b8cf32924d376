"""Documents of the domain as text on standard output: for paper, by whatever prints text here.

Invariant: nothing is written to a file; where it goes from standard output is the person's own choice. Callers: the
commands that print a sheet, a letter or a form.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from textwrap import fill
from typing import TYPE_CHECKING

from vp_tui.cli.care_rows import label, party_label
from vp_tui.cli.session import Session
from vp_tui.domain.party import Party
from vp_tui.i18n import days, text

if TYPE_CHECKING:
    from vp_tui.domain.printed import Piece
    from vp_tui.workspace.facade import Workspace

__all__ = ["show_pieces"]

_WIDE = 76
_SIGNATURE = "_" * 30


def show_pieces(session: Session, workspace: Workspace, pieces: Sequence[Piece]) -> None:
    """The document, or as JSON its lines with what each of them is."""
    said = [(piece.style, _words(workspace, piece)) for piece in pieces]
    document = {"pieces": [{"style": style, "text": words} for style, words in said]}
    session.out.facts(document, "\n\n".join(_laid_out(style, words) for style, words in said))


def _words(workspace: Workspace, piece: Piece) -> str:
    if not piece.key:
        return piece.text
    facts = {name: _said(workspace, name, value, piece.facts) for name, value in piece.facts.items()}
    return " ".join(text(piece.key, **facts).split())


def _said(workspace: Workspace, name: str, value: str | int, facts: dict[str, str | int]) -> str:
    match name:
        case "date":
            return days.full(date.fromisoformat(str(value))) if value else ""
        case "step":
            return label(str(value))
        case "how":
            return text(f"domain.consent.{value}")
        case "purpose":
            return text(f"domain_care.purpose.{value}")
        case "party":
            # With its name, or as the colleague that it is: the two fields beside it are said here.
            return party_label(workspace, Party(str(value), str(facts["name"]), str(facts["member"])))
        case "name" | "member":
            return ""
    return str(value)


def _laid_out(style: str, words: str) -> str:
    match style:
        case "title":
            return f"{words}\n{'=' * len(words)}"
        case "heading":
            return f"{words}\n{'-' * len(words)}"
        case "item":
            return fill(words, _WIDE, initial_indent="- ", subsequent_indent="  ")
        case "sign":
            return f"{words}\n\n\n{_SIGNATURE}"
    return "\n".join(fill(line, _WIDE) for line in words.split("\n"))
