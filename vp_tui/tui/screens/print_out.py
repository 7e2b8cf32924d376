"""A document full-screen, to be read out, copied by hand, or written to a file that somebody names.

Invariant: nothing in the clear is written unless a person typed where, and a word; never over another file, and
readable by its owner alone. Nothing is sent to a printer from here: what a spooler keeps is not ours to wipe.
Callers: the sheets, and the client's refusal letter.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from vp_tui.device.paths import write_private
from vp_tui.domain.party import PARTY_KINDS
from vp_tui.domain.printed import Piece
from vp_tui.errors import RefusedError
from vp_tui.i18n import days, text
from vp_tui.tui.consequence import Consequence
from vp_tui.tui.dialogs.base import Dialog, plain
from vp_tui.tui.dialogs.form import FormDialog, Values
from vp_tui.tui.output.sanitise import clean
from vp_tui.tui.screens.care_words import Name, purpose_words
from vp_tui.tui.screens.case_words import label
from vp_tui.tui.widgets.field import TextField
from vp_tui.tui.widgets.wrapping import wrapped

if TYPE_CHECKING:
    from vp_tui.tui.screens.base import VpScreen

__all__ = ["page", "show_pieces"]

# As wide as a page of paper reads well, and as a terminal of 80 columns can show.
_WIDTH = 72


async def show_pieces(screen: VpScreen, title: str, pieces: Sequence[Piece]) -> None:
    """Show a document until somebody closes it; ``title`` is a text."""
    await screen.app.ask(_PrintOut(title, page(pieces, screen.app.services.workspace.member_name)))


def page(pieces: Sequence[Piece], name: Name) -> list[str]:
    """The document in lines of at most 72 cells; ``name`` gives a member's."""
    return [line for piece in pieces for line in _piece(piece, name)]


def _piece(piece: Piece, name: Name) -> Iterator[str]:
    facts = {fact: _fact(fact, value, name) for fact, value in piece.facts.items()}
    words = " ".join(text(piece.key, **facts).split()) if piece.key else piece.text
    match piece.style:
        case "title":
            yield from wrapped(words.upper(), _WIDTH)
            yield ""
        case "heading":
            yield ""
            yield from wrapped(words, _WIDTH)
        case "sign":
            yield from ("", "", words, "", "_" * 32)
        case "item":
            first, *rest = [*wrapped(words, _WIDTH - 2)] or [""]
            yield from (f"- {first}", *(f"  {line}" for line in rest))
        case _:
            yield from (f"{'' if piece.key else '  '}{line}" for line in wrapped(words, _WIDTH - 2))


def _fact(fact: str, value: str | int, name: Name) -> str | int:
    """A code, a date or an id as a person reads it."""
    match fact, value:
        case (("date" | "until"), str(iso)):
            return days.full(date.fromisoformat(iso)) if iso else ""
        case "how", str(how):
            return text(f"domain.consent.{how}")
        case "purpose", str(purpose):
            return purpose_words(purpose)
        case "party", str(kind):
            return text(f"domain_care.party.{kind}") if kind in PARTY_KINDS else label(kind)
        case "step", str(code):
            return label(code)
        case "member", str(member):
            return name(bytes.fromhex(member)) if member else ""
    return value


def _free(typed: str) -> Path:
    """The path of a file that is not there yet. RefusedError beside ``path``."""
    if not typed:
        raise RefusedError("text-missing", "path")
    path = Path(typed).expanduser()
    if path.exists() or path.is_symlink():
        raise RefusedError("print-path-taken", "path")
    if not path.is_absolute() or not path.parent.is_dir():
        raise RefusedError("print-path-nowhere", "path")
    return path


class _Page(VerticalScroll):
    """Scrolled with the keys of lists."""

    scope: ClassVar[str] = "list"

    def do_list_down(self) -> None:
        self.scroll_relative(y=1, animate=False)

    def do_list_up(self) -> None:
        self.scroll_relative(y=-1, animate=False)

    def do_list_page_down(self) -> None:
        self.scroll_page_down(animate=False)

    def do_list_page_up(self) -> None:
        self.scroll_page_up(animate=False)

    def do_list_first(self) -> None:
        self.scroll_home(animate=False)

    def do_list_last(self) -> None:
        self.scroll_end(animate=False)


class _Paper(Vertical):
    """What makes the action of print-outs work here."""

    scope: ClassVar[str] = "print"


class _PrintOut(Dialog[bool]):
    DEFAULT_CSS: ClassVar[str] = """
    _PrintOut > Vertical { height: 100%; }
    _PrintOut _Page { height: 1fr; scrollbar-size-vertical: 1; }
    """

    def __init__(self, title: str, lines: Sequence[str]) -> None:
        super().__init__(title)
        self._lines = [clean(line) for line in lines]
        self._path = Path()

    def body(self) -> ComposeResult:
        with _Paper(), _Page():
            yield Static(Content("\n".join(self._lines)), markup=False)
        yield plain(text("care_consent.print.keys"), "dialog--muted")

    def on_mount(self) -> None:
        self.query_one(_Page).focus()

    async def weigh_print_file(self) -> Consequence | None:
        """Where to; nothing is proposed."""

        async def check(values: Values) -> str:
            self._path = _free(values["path"])
            return ""

        field = TextField("path", "care_consent.field.path", placeholder="care_consent.field.path.empty")
        lines = [text("care_consent.print.why")]
        if await self.app.ask(FormDialog(text("care_consent.print.title"), [field], check, lines)) is None:
            return None
        effects = [text("care_consent.print.where", path=self._path), text("care_consent.print.clear")]
        return Consequence(text("care_consent.print.ask"), effects, text("care_consent.print.undo"))

    async def do_print_file(self) -> None:
        data = "\n".join([*self._lines, ""]).encode()
        await asyncio.to_thread(write_private, self._path, data)
        self.dismiss(True)
        self.app.note("care_consent.note.written", path=str(self._path))
