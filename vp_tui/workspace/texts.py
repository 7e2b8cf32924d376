"""All that a member may read, as texts to be searched: cases in both layers, clients, contact requests.

Invariant: every field in which a person writes words is here, and no code list; a text carries the id of the row that
it stands in, so that a hit leads to the place. Called by ``indexing``, from any thread.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vp_tui.domain.case_code import case_code
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.case_notes import NotesState
from vp_tui.domain.case_parts import SafeContact
from vp_tui.domain.client import ClientState
from vp_tui.domain.contact_card import ContactState
from vp_tui.domain.dilemma import Dilemma
from vp_tui.domain.party import Party
from vp_tui.domain.timeline import Item
from vp_tui.workspace.spaces import Spaces, State

__all__ = ["EDITION", "texts"]

EDITION = 1
"""Raised when other fields are searched: what was indexed before is indexed anew."""

Text = tuple[bytes, str]
"""A row's id (16 bytes; ``b""`` for a space's own fields), and what stands there, or nothing."""


def texts(spaces: Spaces, space: bytes) -> Iterator[Text]:
    """The texts of one case, client or contact request; none for what cannot be read. Keeps nothing in memory."""
    yield from _of(spaces, spaces.glance(space))
    beside = spaces.notes_of.get(space)
    notes = spaces.glance(beside) if beside else None
    if isinstance(notes, NotesState):
        yield from _timeline(notes.timeline)
        for dilemma in notes.exceptions:
            yield dilemma.id, _joined(_dilemma(dilemma))


def _of(spaces: Spaces, state: State | None) -> Iterator[Text]:
    match state:
        case CaseState():
            client = spaces.clients.get(state.client or b"")
            yield b"", _joined((state.alias, case_code(state.id), client.name if client else ""))
            yield from _core(state)
            yield from _planned(state)
            yield from _left(state)
            yield from _timeline(state.timeline)
        case ClientState():
            yield from _client(state)
        case ContactState():
            client = spaces.clients.get(state.client)
            told = (state.call_back, *_safe(state.safe), state.language, state.region, state.text)
            yield b"", _joined((case_code(state.id), client.name if client else "", *told))


def _core(state: CaseState) -> Iterator[Text]:
    yield b"", _joined((state.name, state.wish, state.evaluation, *state.tags))
    yield b"", state.next.what if state.next is not None else ""
    yield b"", _joined(_safe(state.safe))
    yield b"", state.scope.why if state.scope is not None else ""
    yield b"", _joined((*(moment.outcome for moment in state.aftercare), state.stage.decision if state.stage else ""))
    for reporter in state.reporters:
        yield reporter.id, _joined((reporter.alias, reporter.name))


def _planned(state: CaseState) -> Iterator[Text]:
    for option in state.options:
        yield option.id, _joined((option.goal, option.step, option.consequences, option.who_knows))
    yield b"", state.choice.words if state.choice is not None else ""
    for step in state.steps:
        words = (step.what, step.consequences, step.promised_by, step.agreements, step.preparation, step.choice)
        yield step.id, _joined((*words, *_party(step.party)))
    for draft in state.drafts:
        yield draft.id, _joined((draft.title, draft.versions[-1].text if draft.versions else ""))


def _left(state: CaseState) -> Iterator[Text]:
    for consent in state.consents:
        yield consent.id, _joined((*_party(consent.party), consent.content))
    for referral in state.referrals:
        yield referral.id, _joined((referral.name, referral.text))
    for retaliation in state.retaliations:
        yield b"", retaliation.text


def _client(state: ClientState) -> Iterator[Text]:
    card = state.mandate
    yield b"", _joined((state.code, state.name, state.sector, card.reporting_line if card else ""))
    for route in state.routes:
        yield route.id, _joined((route.name, route.contact, route.text))
    for pressure in state.pressures:
        yield pressure.id, _joined((pressure.who, pressure.asked, pressure.answered))


def _timeline(timeline: Iterable[Item]) -> Iterator[Text]:
    for item in timeline:
        yield item.id, "" if item.withdrawn else item.text


def _dilemma(row: Dilemma) -> Iterator[str]:
    yield from (row.text, row.alternatives, row.informed_of, row.account)
    yield from (answer.text for answer in row.conditions.values())
    yield from (asked.text for asked in row.consultations)
    yield from (attempt.why for attempt in row.attempts)
    for breach in row.breaches:
        yield from (*_party(breach.party), breach.content)


def _safe(safe: SafeContact | None) -> tuple[str, ...]:
    return (safe.hours, safe.code_word, safe.avoid) if safe is not None else ()


def _party(party: Party | None) -> tuple[str, ...]:
    return (party.name,) if party is not None else ()


def _joined(words: Iterable[str]) -> str:
    return "\n".join(filter(None, words))
