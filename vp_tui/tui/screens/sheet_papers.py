"""The sheet of papers: drafts of a complaint, a report, a letter; all their versions, and what differs between two.

Invariant: nothing is overwritten, and what was sent can be read as it was. Callers: the table of places.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from vp_tui.domain.case_parts import Draft
from vp_tui.domain.commands import Disclose
from vp_tui.domain.keyed import find
from vp_tui.domain.printed import Piece
from vp_tui.i18n import text
from vp_tui.tui.consequence import Consequence
from vp_tui.tui.dialogs.menu import MenuDialog
from vp_tui.tui.screens import paper_forms
from vp_tui.tui.screens.case_words import Words
from vp_tui.tui.screens.consent_offer import with_consent
from vp_tui.tui.screens.paper_words import compared, draft_entry, titled, version_entries, version_line
from vp_tui.tui.screens.print_out import show_pieces
from vp_tui.tui.screens.sheet import CaseSheet
from vp_tui.tui.widgets.timeline import Entry

__all__ = ["PapersSheet"]


class PapersSheet(CaseSheet):
    """Stukken. Shows all drafts, or the versions of one, or what differs between two of these."""

    scope: ClassVar[str] = "papers"
    NAME: ClassVar[str] = "papers"

    def __init__(self, argument: str) -> None:
        super().__init__(argument)
        self._draft = b""
        self._pair: tuple[int, int] | None = None
        self._letter: Disclose | None = None

    def entries(self, words: Words) -> Sequence[Entry]:
        """Newest first."""
        draft = find(words.state.drafts, self._draft)
        if draft is None:
            return [draft_entry(row, words) for row in reversed(words.state.drafts)]
        if self._pair is not None:
            return [compared(draft, *self._pair, words)]
        return version_entries(draft, words)

    def lead(self, words: Words) -> Sequence[str]:
        """Whose versions these are."""
        draft = find(words.state.drafts, self._draft)
        return [text("course.paper.versions", what=titled(draft))] if draft else []

    def marks(self, words: Words) -> Iterable[str]:
        draft = self._current()
        true = {"draft": draft is not None, "versions": draft is not None and draft.rev > 1}
        return [flag for flag, holds in true.items() if holds]

    def _current(self) -> Draft | None:
        return find(self.words.state.drafts, self._draft or self.timeline.cursor_id or b"")

    def _version(self, draft: Draft) -> int:
        """The version under the cursor, else the latest."""
        if self._pair is not None:
            return self._pair[1]
        return int.from_bytes(self.timeline.cursor_id or b"") if self._draft else draft.rev

    def _look_at(self, draft: bytes, pair: tuple[int, int] | None = None) -> None:
        """Show other entries, from their top."""
        self._draft, self._pair = draft, pair
        self.timeline.forget()
        self.renew()
        if pair is not None:
            self.timeline.unfold(b"compared")

    def do_app_back(self) -> None:
        if self._pair is not None:
            newer = self._pair[1]
            self._look_at(self._draft)
            self.timeline.move_to(newer.to_bytes(4))
        elif self._draft:
            before = self._draft
            self._look_at(b"")
            self.timeline.move_to(before)
        else:
            self.app.back()

    async def do_paper_new(self) -> None:
        self._look_at(b"")
        await paper_forms.write(self)

    async def do_paper_edit(self) -> None:
        if (draft := self._current()) is not None:
            await paper_forms.write(self, draft.id)

    def do_paper_versions(self) -> None:
        if (draft := self._current()) is not None:
            self._look_at(draft.id)

    async def do_paper_compare(self) -> None:
        """The version under the cursor beside an older one: the one before it, or a chosen one."""
        if (draft := self._current()) is None:
            return
        newer = max(2, self._version(draft))
        older = [(str(n), version_line(n, draft.versions[n - 1], self.words)) for n in range(newer - 1, 0, -1)]
        title = text("course.paper.with", n=newer)
        chosen: str | None = older[0][0]
        if len(older) > 1:
            chosen = await self.app.ask(MenuDialog(title, older))
        if chosen:
            self._look_at(draft.id, (int(chosen), newer))

    async def do_paper_print(self) -> None:
        if (draft := self._current()) is not None:
            number = self._version(draft)
            version = draft.versions[number - 1]
            pieces = [Piece("title", text=draft.title), Piece("text", text=version.text)]
            if version.sent_on is None:
                # It goes to the reporter, and to nobody else before a consent says so.
                pieces.insert(0, Piece("text", text=text("course.paper.unsent")))
            await show_pieces(self, f"{titled(draft)}, {text('course.paper.nth', n=number)}", pieces)

    async def weigh_paper_send(self) -> Consequence | None:
        if (draft := self._current()) is None:
            return None
        self._letter = await paper_forms.ask_letter(self, draft, self._version(draft))
        return paper_forms.letter_consequence(self, self._letter) if self._letter else None

    async def do_paper_send(self) -> None:
        if self._letter is not None and await with_consent(self, self.case, self._letter) is not None:
            self.app.note("course.note.sent")
