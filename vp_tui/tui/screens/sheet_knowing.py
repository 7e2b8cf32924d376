"""Who knows what (wie weet wat): everybody to whom something of a case has gone, and what, on one screen.

Invariant: computed, never typed in; a consent that was withdrawn since takes nothing back, and the line says so. What
was told without consent stands here for the owner alone, whose notes hold it. Callers: the table of places.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from vp_tui.domain.consent import entry
from vp_tui.domain.knowing import EXCEPTION, Knower, Known, who_knows_what
from vp_tui.i18n import count, days, text
from vp_tui.tui.screens.care_words import consent_holds, content_of, party_words, purpose_words
from vp_tui.tui.screens.case_words import Words
from vp_tui.tui.screens.sheet import CaseSheet
from vp_tui.tui.widgets.timeline import Entry

__all__ = ["KnowingSheet"]


class KnowingSheet(CaseSheet):
    NAME: ClassVar[str] = "knowing"
    scope: ClassVar[str] = "knowing"

    def entries(self, words: Words) -> Sequence[Entry]:
        knowers = who_knows_what(words.state, words.today, words.view.notes)
        return [_entry(words, place, knower) for place, knower in enumerate(knowers)]

    def lead(self, words: Words) -> Sequence[str]:
        knowers = who_knows_what(words.state, words.today, words.view.notes)
        facts = [known for knower in knowers for known in knower.facts]
        over = sum(not known.live and known.purpose != EXCEPTION for known in facts)
        lines = [count("care_consent.knowing", len(knowers))] if knowers else []
        if over:
            lines.append(count("care_consent.knowing.over", over))
        lines.append(f"{text('case.layer.dossier')}: {words.readers('dossier')}")
        if words.state.owner != words.me:
            lines.append(text("care_consent.knowing.owner"))
        return lines


def _entry(words: Words, place: int, knower: Knower) -> Entry:
    body = "\n".join(_line(words, known) for known in knower.facts)
    since = text("care_consent.knowing.since", day=days.day(knower.facts[0].on, words.today))
    return Entry(place.to_bytes(16), party_words(knower.party, words.name), since, body)


def _line(words: Words, known: Known) -> str:
    """ "di 3 mrt  brief: Verzoek, versie 2 (toestemming ingetrokken op ...)"."""
    what = content_of(words.state, known.purpose, known.content, known.draft, known.version)
    told = f"{days.day(known.on, words.today)}  {purpose_words(known.purpose)}" + (f": {what}" if what else "")
    consent = entry(words.state, known.consent)
    if known.live or consent is None:
        return told
    return f"{told} [{text('care_consent.knowing.since_then', holds=consent_holds(consent, words.today))}]"
