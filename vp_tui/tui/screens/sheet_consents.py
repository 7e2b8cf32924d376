"""The consent ledger (toestemmingsregister): to whom what may go, what went, and what was withdrawn.

Invariant: whether an entry still holds stands in words at its beginning; what leaves is asked with all that leaves, to
whom and on what ground, and goes through ``with_consent``. Callers: the table of places.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from vp_tui.domain.case_parts import Consent
from vp_tui.domain.commands import Disclose, WithdrawConsent
from vp_tui.domain.consent import entry, gone, matching, missing
from vp_tui.domain.disclosure import BY_ITSELF
from vp_tui.domain.party import colleague
from vp_tui.domain.printed import consent_sheet
from vp_tui.domain.reporters import active
from vp_tui.domain.space import decide
from vp_tui.errors import RefusedError
from vp_tui.i18n import count, days, text
from vp_tui.tui.consequence import Consequence
from vp_tui.tui.dialogs.form import FormDialog, Values
from vp_tui.tui.screens.care_words import (
    consent_holds,
    content_of,
    left_line,
    party_words,
    purpose_words,
    reporter_words,
)
from vp_tui.tui.screens.case_fields import day_field
from vp_tui.tui.screens.case_words import Words
from vp_tui.tui.screens.consent_offer import record_consent, with_consent
from vp_tui.tui.screens.print_out import show_pieces
from vp_tui.tui.screens.sheet import CaseSheet
from vp_tui.tui.widgets.date_field import DateField
from vp_tui.tui.widgets.timeline import Entry

__all__ = ["ConsentsSheet"]


class ConsentsSheet(CaseSheet):
    NAME: ClassVar[str] = "consents"
    scope: ClassVar[str] = "consents"
    _disclosing: Disclose | None = None
    _withdrawing: WithdrawConsent | None = None

    def entries(self, words: Words) -> Sequence[Entry]:
        rows = reversed(words.state.consents)
        return [_entry(words, row) for row in sorted(rows, key=lambda row: not row.live(words.today))]

    def lead(self, words: Words) -> Sequence[str]:
        state, today = words.state, words.today
        live = sum(row.live(today) for row in state.consents)
        lines = [count("care_consent.lead", live)] if state.consents else []
        if state.deputy and not matching(state, colleague(state.deputy), "cover", today):
            lines.append(text("care_consent.lead.cover", name=words.name(state.deputy)))
        return lines

    def marks(self, words: Words) -> Iterable[str]:
        if (row := self._row()) is None:
            return
        yield "consent"
        if row.withdrawn_on is None:
            yield "standing"
        if row.live(words.today):
            yield "live"
        if row.purpose in BY_ITSELF:
            yield "by_itself"

    def _row(self) -> Consent | None:
        id = self.timeline.cursor_id
        return entry(self.words.state, id) if id is not None else None

    async def do_consents_new(self) -> None:
        if made := await record_consent(self, self.case):
            self.renew()
            self.timeline.move_to(made)

    async def do_consents_print(self) -> None:
        if (row := self._row()) is not None:
            await show_pieces(self, text("care_consent.print.consent"), consent_sheet(row))

    # -- what leaves -------------------------------------------------------------------------------------------------

    async def weigh_consents_disclose(self) -> Consequence | None:
        row = self._row()
        if row is None:
            return None
        self._disclosing = Disclose(row.purpose, row.party, None, row.draft, row.version)
        if row.purpose != "export" and not await self._ask_day(row):
            return None
        words, command = self.words, self._disclosing
        party = party_words(row.party, words.name)
        effects = [
            text(
                "care_consent.disclose.what",
                what=content_of(words.state, row.purpose, row.content, row.draft, row.version),
            ),
            text("care_consent.disclose.when", day=days.full(command.on or words.today)),
            text("care_consent.disclose.ground", day=days.full(row.on), how=text(f"domain.consent.{row.how}")),
            text("care_consent.disclose.known", party=party),
            text("care_consent.disclose.self"),
        ]
        title = text("care_consent.disclose.ask", purpose=purpose_words(row.purpose), party=party)
        return Consequence(title, effects, text("care_consent.disclose.undo"))

    async def _ask_day(self, row: Consent) -> bool:
        """When it was told or given; the rules look at that day."""

        async def check(values: Values) -> str:
            command = Disclose(row.purpose, row.party, values["on"], row.draft, row.version)
            try:
                decide(self.words.state, command, self.workspace.context(self.case))
            except RefusedError as problem:
                if problem.key != "consent-missing":
                    raise
            self._disclosing = command
            return ""

        title = text("care_consent.disclose.title", what=purpose_words(row.purpose))
        return await self.app.ask(FormDialog(title, [self._day("care_consent.field.left_on")], check)) is not None

    def _day(self, label: str) -> DateField:
        return day_field("on", label, self.words.today, past=True, empty="care_consent.field.today")

    async def do_consents_disclose(self) -> None:
        if self._disclosing is not None and await with_consent(self, self.case, self._disclosing):
            self.app.note("care_consent.note.disclosed")

    # -- what is taken back ------------------------------------------------------------------------------------------

    async def weigh_consents_withdraw(self) -> Consequence | None:
        row = self._row()
        if row is None:
            return None

        async def check(values: Values) -> str:
            self._withdrawing = WithdrawConsent(row.id, values["on"])
            decide(self.words.state, self._withdrawing, self.workspace.context(self.case))
            return ""

        title = text("care_consent.withdraw.title", purpose=purpose_words(row.purpose))
        if await self.app.ask(FormDialog(title, [self._day("care_consent.field.withdrawn_on")], check)) is None:
            return None
        words = self.words
        party = party_words(row.party, words.name)
        went = [left_line(left, words.name) for left in gone(words.state, row.id)]
        effects = [
            text("care_consent.withdraw.stops", party=party, purpose=purpose_words(row.purpose)),
            count("care_consent.withdraw.gone", len(went)) if went else text("care_consent.withdraw.nothing"),
            *(f"  {line}" for line in went),
        ]
        if self._covers(row):
            effects.append(text("care_consent.withdraw.cover"))
        return Consequence(text("care_consent.withdraw.ask"), effects, text("care_consent.withdraw.undo"))

    def _covers(self, row: Consent) -> bool:
        deputy = self.words.state.deputy
        return row.purpose == "cover" and deputy is not None and row.party.key == colleague(deputy).key

    async def do_consents_withdraw(self) -> None:
        command = self._withdrawing
        if command is None:
            return
        await self.workspace.do(command, self.case)
        self.renew()
        self.app.note("care_consent.note.withdrawn")


def _entry(words: Words, row: Consent) -> Entry:
    state, today = words.state, words.today
    head = f"{consent_holds(row, today)}: {purpose_words(row.purpose)}, {party_words(row.party, words.name)}"
    parts = [text("care_consent.given", how=text(f"domain.consent.{row.how}"), day=days.day(row.on, today))]
    if len(active(state)) > 1 or row.reporter:
        parts.append(text("care_consent.by", name=reporter_words(state, row.reporter)))
    went = gone(state, row.id)
    parts.append(
        text("care_consent.used", when=", ".join(days.day(left.on, today) for left in went))
        if went
        else text("care_consent.unused")
    )
    body = content_of(state, row.purpose, row.content, row.draft, row.version)
    if row.live(today) and (others := missing(state, row.party, row.purpose, today, row.draft, row.version)):
        names = ", ".join(reporter_words(state, reporter) for reporter in others)
        body = f"{text('care_consent.lacks', names=names)}\n{body}"
    tone = "" if row.live(today) else "muted"
    return Entry(row.id, head, "", body, "; ".join(parts), tone)
