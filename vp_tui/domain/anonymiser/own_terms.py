"""What a casus may not hold because of the case that it was made from: the case's own names, words and days.

Invariant: only strings and dates come out; nothing in them points to the case. A reporter who was dropped and a consent
that was withdrawn still count. Callers: whoever opens a casus draft; the result lives as long as the draft is open, and
is never stored.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence

from vp_tui.domain.anonymiser.detectors import detect
from vp_tui.domain.anonymiser.dutch_words import LITTLE, is_common
from vp_tui.domain.anonymiser.generalise import INSTITUTIONS
from vp_tui.domain.anonymiser.hit import Hit
from vp_tui.domain.anonymiser.passage import read
from vp_tui.domain.anonymiser.persons import name_words
from vp_tui.domain.anonymiser.term import Term, Terms
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.case_notes import NotesState
from vp_tui.domain.client import ClientState
from vp_tui.domain.party import Party

__all__ = ["own_terms"]

REPORTER = "de melder"
CLIENT = "de organisatie"
LEFT_OUT = "[weggelaten]"
_LEAST_PART = 4
# Their suggestions depend on the day; the dates are kept as dates.
_ANY_DAY = datetime.date(2000, 1, 1)
_KEPT = frozenset(
    {"person", "name", "place", "address", "institution", "department", "function", "number", "email", "phone"}
)


def own_terms(
    state: CaseState, notes: NotesState | None, client: ClientState | None, further: Sequence[str] = ()
) -> Terms:
    """From the fields of the case, its client's card, both timelines, and ``further``: what the author listed."""
    found: dict[tuple[str, str], Term] = {}
    for term in (
        *_reporters(state),
        *(_of_client(client) if client else ()),
        *(term for party in _parties(state, notes) for term in _of_party(party)),
        *(term for entry in state.appointments for term in _place(entry.place)),
        *(term for phrase in further for term in _listed(phrase)),
        *(Term(word, "term", LEFT_OUT) for word in (state.safe.code_word if state.safe else "",) if word),
        *(term for text in _texts(state, notes) for term in _found(text)),
    ):
        found.setdefault((term.text.casefold(), term.kind if term.kind == "term" else ""), term)
    return Terms(tuple(found.values()), frozenset(day for day in _dates(state, notes) if day))


def _person(name: str, instead: str = "") -> Iterator[Term]:
    """The name as a whole and each word of it that is the person's own."""
    if name:
        yield Term(name, "person", instead)
        for word in name_words(name):
            if len(word) > 2:
                yield Term(word, "person", instead)


def _reporters(state: CaseState) -> Iterator[Term]:
    if state.alias:
        yield Term(state.alias, "alias", REPORTER)
    yield from _person(state.name, REPORTER)
    for reporter in state.reporters:
        yield Term(reporter.alias, "alias", REPORTER)
        yield from _person(reporter.name, REPORTER)


def _parts(name: str, instead: str) -> Iterator[Term]:
    """The words of an organisation's name that other organisations do not share."""
    for word in read(name).words:
        if len(word.folded) >= _LEAST_PART and word.folded not in INSTITUTIONS and not is_common(word.folded):
            yield Term(word.text, "institution", instead)


def _of_client(client: ClientState) -> Iterator[Term]:
    if client.name:
        yield Term(client.name, "institution", CLIENT)
        yield from _parts(client.name, CLIENT)
    if client.code:
        yield Term(client.code, "institution", CLIENT)
        yield Term(client.code.partition("-")[0], "institution", CLIENT)
    for route in client.routes:
        yield from _found(f"{route.name} {route.contact}")
    if client.mandate:
        yield from _found(client.mandate.reporting_line)


def _parties(state: CaseState, notes: NotesState | None) -> Iterator[Party]:
    for consent in state.consents:
        yield consent.party
    for disclosure in state.disclosures:
        yield disclosure.party
    for step in state.steps:
        if step.party:
            yield step.party
    for dilemma in notes.exceptions if notes else ():
        for breach in dilemma.breaches:
            yield breach.party


def _of_party(party: Party) -> Iterator[Term]:
    """A name, or a function that is more than one word of the language."""
    terms = tuple(_found(party.name))
    yield from terms
    if party.name and not terms and not all(is_common(word.folded) for word in read(party.name).words):
        yield Term(party.name, "function", "een betrokkene")


def _place(place: str) -> Iterator[Term]:
    yield from _found(place)
    if not all(is_common(word.folded) for word in read(place).words):
        yield Term(place, "place", "een plaats")


def _listed(phrase: str) -> Iterator[Term]:
    """As the author wrote it; if it is a name, its words as well."""
    hits = detect(read(f"met {phrase}"), _ANY_DAY)
    whole = next((hit for hit in hits if hit.end - hit.start >= len(phrase)), None)
    if whole is not None and whole.kind in ("person", "name"):
        yield from _person(phrase)
    elif whole is not None and whole.kind in _KEPT:
        yield Term(phrase, whole.kind, whole.suggestion)
    elif phrase:
        yield Term(phrase, "term", LEFT_OUT)


def _found(text: str) -> Iterator[Term]:
    """What the detectors find in a text of the case itself; a lone capital only if it is no word of the language."""
    for hit in (hit for line in text.splitlines() for hit in detect(read(line), _ANY_DAY)):
        if hit.kind in ("person", "name"):
            yield from _person(hit.text)
        elif hit.kind in _KEPT:
            yield from _bare(hit)


def _bare(hit: Hit) -> Iterator[Term]:
    """Without the article that the hit took with it."""
    words = read(hit.text).words
    start = next((word.start for word in words if word.folded not in LITTLE), 0)
    suggestion = hit.suggestion[:1].lower() + hit.suggestion[1:]
    yield Term(hit.text[start:], hit.kind, suggestion)
    if hit.kind == "institution":
        yield from _parts(hit.text[start:], suggestion)


def _texts(state: CaseState, notes: NotesState | None) -> Iterator[str]:
    """All prose of the case, cleaned of nothing: whoever may write the casus may read these."""
    yield from (
        state.wish,
        state.waiting_for,
        state.next.what if state.next else "",
        state.safe.avoid if state.safe else "",
    )
    yield from (item.text for item in state.timeline)
    yield from (item.text for item in notes.timeline) if notes else ()
    yield state.choice.words if state.choice else ""
    yield state.scope.why if state.scope else ""
    for option in state.options:
        yield from (option.goal, option.step, option.consequences, option.who_knows)
    for consent in state.consents:
        yield consent.content
    for step in state.steps:
        yield from (step.what, step.consequences, step.agreements, step.preparation, step.promised_by, step.choice)
    for draft in state.drafts:
        yield from (draft.title, *(version.text for version in draft.versions[-1:]))
    for referral in state.referrals:
        yield from (referral.name, referral.text)
    for retaliation in state.retaliations:
        yield retaliation.text
    for dilemma in notes.exceptions if notes else ():
        yield from (dilemma.text, dilemma.alternatives, dilemma.account, dilemma.informed_of)
        yield from (consultation.text for consultation in dilemma.consultations)


def _dates(state: CaseState, notes: NotesState | None) -> Iterable[datetime.date | None]:
    yield from () if state.received == datetime.date.min else (state.received,)
    yield from (state.closed_on, state.next.due if state.next else None, state.stage.on if state.stage else None)
    yield from (entry.due for entry in state.aftercare)
    for rows in (
        state.timeline,
        state.consents,
        state.disclosures,
        state.appointments,
        state.calls,
        state.retaliations,
    ):
        yield from (row.on for row in rows)
    for step in state.steps:
        yield from (step.due, step.consulted_on, step.moved_on)
    for dilemma in notes.exceptions if notes else ():
        yield dilemma.on
