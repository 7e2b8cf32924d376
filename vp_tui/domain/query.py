"""The language of the queue's filter: free words, ``"a phrase"``, and filters such as ``is:`` ``klant:`` ``natuur:``.

Invariant: every text either means one thing or is refused with the place where it stops making sense. ``-`` before a
term negates it; all terms must hold.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping

from msgspec import Struct

from vp_tui.domain import codes
from vp_tui.domain.dates import later
from vp_tui.domain.text import fold_text
from vp_tui.errors import RefusedError

__all__ = ["FILTERS", "IS", "STATE_WORDS", "Query", "Term", "ahead", "complete", "earlier", "parse"]

FILTERS: Mapping[str, str] = {
    "is": "is",
    "staat": "state",
    "state": "state",
    "klant": "client",
    "client": "client",
    "natuur": "nature",
    "aard": "nature",
    "nature": "nature",
    "eigenaar": "owner",
    "owner": "owner",
    "ouder": "older",
    "older": "older",
    "jonger": "younger",
    "younger": "younger",
    "termijn": "due",
    "due": "due",
    "nazorg": "aftercare",
    "aftercare": "aftercare",
    "label": "tag",
    "tag": "tag",
}
"""Names as typed, to the kind of term."""

IS: Mapping[str, str] = {
    "open": "open",
    "mine": "mine",
    "mijn": "mine",
    "new": "new",
    "nieuw": "new",
    "active": "active",
    "lopend": "active",
    "waiting": "waiting",
    "wacht": "waiting",
    "aftercare": "aftercare",
    "nazorg": "aftercare",
    "overdue": "overdue",
    "telaat": "overdue",
    "deputy": "deputy",
    "waarneming": "deputy",
    "closed": "closed",
    "gesloten": "closed",
    "snoozed": "snoozed",
    "sluimert": "snoozed",
}
"""Words after ``is:``, to the section of the queue; ``open`` is everything that is not closed."""

STATE_WORDS: Mapping[str, str] = {
    "received": "received",
    "binnengekomen": "received",
    "accepted": "accepted",
    "aanvaard": "accepted",
    "exploring": "exploring",
    "verkennen": "exploring",
    "options": "options",
    "opties": "options",
    "steps": "steps",
    "stappen": "steps",
    "waiting": "waiting",
    "wacht": "waiting",
    "aftercare": "aftercare",
    "nazorg": "aftercare",
    "closed": "closed",
    "gesloten": "closed",
}

DUE_WORDS: Mapping[str, str] = {
    "vandaag": "today",
    "today": "today",
    "telaat": "overdue",
    "overdue": "overdue",
    "geen": "none",
    "none": "none",
}
"""Words after ``termijn:``, beside a span of time such as ``7d``: due within it."""

AFTERCARE_WORDS: Mapping[str, str] = {
    "open": "open",
    "telaat": "overdue",
    "overdue": "overdue",
    "klaar": "done",
    "done": "done",
    "geen": "none",
    "none": "none",
}

SPANS = ("7d", "14d", "30d", "3m", "1j")
"""What is offered after ``ouder:`` and ``jonger:``; d, w, m, and j or y."""

_SPAN = re.compile(r"(\d{1,4})([dwmjy])")
_TERM = re.compile(r'(?P<no>-)?(?:(?P<name>[^\W\d_]+):)?(?:"(?P<phrase>[^"]*)(?P<end>"?)|(?P<word>[^\s"]*))')


class Term(Struct, frozen=True):
    """``kind`` is ``word`` or a value of ``FILTERS``, ``value`` is folded, ``codes`` are the natures that are meant."""

    kind: str
    value: str
    negated: bool = False
    codes: frozenset[str] = frozenset()


class Query(Struct, frozen=True):
    """All terms must hold; none at all holds always."""

    terms: tuple[Term, ...] = ()


def parse(text: str) -> Query:
    """RefusedError ``query-unknown-filter``, ``query-unknown-value``, ``query-open-quote`` with ``position`` from 1."""
    terms: list[Term] = []
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        found = _TERM.match(text, at)
        assert found is not None, "the pattern matches the empty text"
        if found.end() == at:
            # A lone quote inside a word, as in 6"
            raise RefusedError("query-open-quote", "query", position=at + 1)
        term = _term(found)
        if term.value or term.kind != "word":
            terms.append(term)
        at = found.end()
    return Query(tuple(terms))


def _term(found: re.Match[str]) -> Term:
    if found["phrase"] is not None and not found["end"]:
        raise RefusedError("query-open-quote", "query", position=found.start() + 1)
    value = fold_text(found["word"] if found["phrase"] is None else found["phrase"])
    negated = found["no"] is not None
    if found["name"] is None:
        return Term("word", value, negated)
    kind = FILTERS.get(fold_text(found["name"]))
    if kind is None:
        raise RefusedError("query-unknown-filter", "query", position=found.start("name") + 1)
    meant = frozenset({code.code for code in codes.find(value, codes.NATURES, limit=1000)} if kind == "nature" else ())
    match kind:
        case "is":
            value = IS.get(value, "")
        case "state":
            states = {state for word, state in STATE_WORDS.items() if value and word.startswith(value)}
            value = states.pop() if len(states) == 1 else ""
        case "older" | "younger":
            value = value if _SPAN.fullmatch(value) else ""
        case "due":
            value = DUE_WORDS.get(value) or _span(value)
        case "aftercare":
            value = AFTERCARE_WORDS.get(value, "")
        case "tag":
            value = value.lstrip("#")
    if not value or (kind == "nature" and not meant):
        raise RefusedError("query-unknown-value", "query", position=found.end("name") + 2)
    return Term(kind, value, negated, meant)


def _span(value: str) -> str:
    value = value.removeprefix("<")
    return value if _SPAN.fullmatch(value) else ""


def ahead(today: datetime.date, span: str) -> datetime.date:
    """The last day of a span of time that begins today, such as ``30d``."""
    found = _SPAN.fullmatch(span)
    assert found is not None, "a span that was parsed"
    return later(today, int(found[1]), "y" if found[2] == "j" else found[2])


def earlier(today: datetime.date, span: str) -> datetime.date:
    """The first day of a span of time that ends today."""
    found = _SPAN.fullmatch(span)
    assert found is not None, "a span that was parsed"
    return later(today, -int(found[1]), "y" if found[2] == "j" else found[2])


def complete(text: str, position: int, known: Mapping[str, Iterable[str]] | None = None) -> list[str]:
    """What the term before the cursor (``position`` characters in) may become: names of filters, and the values of
    all but free ones; each a whole term. ``known`` are the values that only the caller has, by kind of filter:
    ``client`` codes, ``tag`` labels, ``owner`` names."""
    typed = text[text.rfind(" ", 0, position) + 1 : position].lower()
    no, typed = ("-", typed[1:]) if typed.startswith("-") else ("", typed)
    name, colon, value = typed.partition(":")
    if not colon:
        return [f"{no}{filter}:" for filter in FILTERS if name and filter.startswith(name)]
    match FILTERS.get(name):
        case "is":
            values = [word for word in IS if word.startswith(value)]
        case "state":
            values = [word for word in STATE_WORDS if word.startswith(value)]
        case "nature":
            values = [code.code.lower() for code in codes.find(value, codes.NATURES, limit=12)]
        case "older" | "younger":
            values = [span for span in SPANS if span.startswith(value)]
        case "due":
            values = [word for word in (*DUE_WORDS, *SPANS) if word.startswith(value)]
        case "aftercare":
            values = [word for word in AFTERCARE_WORDS if word.startswith(value)]
        case kind:
            values = [word for word in (known or {}).get(kind or "", ()) if fold_text(word).startswith(value)]
            values = [f'"{word}"' if " " in word else word for word in values]
    return [f"{no}{name}:{value}" for value in values]
