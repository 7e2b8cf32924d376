"""The sheet of referrals: always a way onward, from discussed to reported back; and the social map to find it on.

Invariant: nobody is introduced before the word was typed and her consent is there. Callers: the table of places.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from vp_tui.domain import referral, social_map
from vp_tui.domain.case_parts import Referral
from vp_tui.domain.commands import MoveReferral
from vp_tui.domain.consent import missing
from vp_tui.domain.keyed import find
from vp_tui.i18n import days, text
from vp_tui.tui.consequence import Consequence
from vp_tui.tui.screens import referral_forms
from vp_tui.tui.screens.care_words import party_words
from vp_tui.tui.screens.case_words import Words, label
from vp_tui.tui.screens.consent_offer import with_consent
from vp_tui.tui.screens.referral_words import Desk, declined_entry, desk_entry, desks, referral_entry
from vp_tui.tui.screens.sheet import CaseSheet
from vp_tui.tui.screens.sheet_forms import ask_day, client_of
from vp_tui.tui.widgets.timeline import Entry

__all__ = ["ReferralsSheet"]


class ReferralsSheet(CaseSheet):
    """Verwijzing. Shows the referrals, or the social map."""

    scope: ClassVar[str] = "referrals"
    NAME: ClassVar[str] = "referrals"

    def __init__(self, argument: str) -> None:
        super().__init__(argument)
        self._on_map = False
        self._introducing: MoveReferral | None = None

    @property
    def _country(self) -> str:
        card = self.workspace.context(self.case).mandate
        return card.country if card is not None else social_map.COUNTRIES[0]

    def _desks(self, words: Words) -> list[Desk]:
        return desks(self._country, client_of(self.workspace, words.state))

    @property
    def _as_of(self) -> str:
        return text("course.map.as_of", day=days.full(social_map.as_of(self._country)))

    def entries(self, words: Words) -> Sequence[Entry]:
        """The newest first; on the map, the client's own first."""
        known = self._desks(words)
        if self._on_map:
            return [desk_entry(desk) for desk in known]
        declined = declined_entry(words)
        rows = [referral_entry(row, words, known, self._as_of) for row in reversed(words.state.referrals)]
        return [*([declined] if declined else []), *rows]

    def lead(self, words: Words) -> Sequence[str]:
        """Of when the map is."""
        return [text("course.map.lead", country=self._country, as_of=self._as_of)] if self._on_map else []

    def marks(self, words: Words) -> Iterable[str]:
        row = self._current()
        onward = referral.reachable(row.state) if row is not None else ()
        true = {
            "referral": row is not None,
            "onward": onward,
            "to_introduce": row is not None and any(referral_forms.leaves(row, to) for to in onward),
        }
        return [flag for flag, holds in true.items() if holds]

    def _current(self) -> Referral | None:
        return None if self._on_map else find(self.words.state.referrals, self.timeline.cursor_id or b"")

    def do_referral_map(self) -> None:
        self._on_map = not self._on_map
        self.timeline.forget()
        self.renew()

    def do_app_back(self) -> None:
        if self._on_map:
            self.do_referral_map()
        else:
            self.app.back()

    async def do_referral_new(self) -> None:
        known = self._desks(self.words)
        desk = next((desk for desk in known if self._on_map and desk.id == self.timeline.cursor_id), None)
        if await referral_forms.refer(self, known, desk) and self._on_map:
            self.do_referral_map()

    async def do_referral_move(self) -> None:
        row = self._current()
        if row is not None and referral_forms.leaves(row, await referral_forms.move_to(self, row.id)):
            self.timeline.move_to(row.id)
            self.app.invoke("referral.introduce")

    async def weigh_referral_introduce(self) -> Consequence | None:
        row = self._current()
        if (
            row is None
            or (values := await ask_day(self, text("course.introduce.title", target=label(row.target)))) is None
        ):
            return None
        self._introducing = MoveReferral(row.id, row.rev, referral.CONTACT, values["on"])
        party = referral.party_of(row)
        name = party_words(party, self.words.name)
        lacking = missing(self.words.state, party, "introduction", values["on"] or self.words.today)
        effects = [
            text("course.introduce.what", party=name, manner=label(row.manner)),
            text("course.leaves.no_consent" if lacking else "course.leaves.consent"),
            text("course.leaves.known"),
        ]
        return Consequence(text("course.introduce.ask", party=name), effects, text("course.leaves.undo"))

    async def do_referral_introduce(self) -> None:
        if self._introducing is not None and await with_consent(self, self.case, self._introducing) is not None:
            self.app.note("course.note.introduced")

    async def do_referral_decline(self) -> None:
        if await referral_forms.decline(self):
            self.app.note("course.note.declined")
