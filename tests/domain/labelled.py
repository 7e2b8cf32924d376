"""Labelled casus texts: read from their markup, and compared with what the anonymiser finds in them.

``[[kind|words]]`` labels words; ``=== title | headcount | own term; own term`` begins a text. A label counts as found
if a hit of any kind lies over all of its words that matter (half of its letters or more), and a hit is right if it lies
over a label. A combination is a warning about a sentence and is not counted.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from vp_tui.domain.anonymiser import NO_TERMS, Hit, Terms, find_hits, own_terms
from vp_tui.domain.case_file import CaseState

TODAY = datetime.date(2026, 11, 22)
FOLDER = Path(__file__).parent / "casus"
HALVES = ("development", "held_out")
_LABEL = re.compile(r"\[\[(\w+)\|(.+?)\]\]", re.DOTALL)


@dataclass(frozen=True)
class Label:
    start: int
    end: int
    kind: str
    text: str


@dataclass(frozen=True)
class Casus:
    title: str
    size: str
    terms: Terms
    text: str
    labels: tuple[Label, ...]


@dataclass
class Score:
    labels: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    same: Counter[str] = field(default_factory=Counter)
    hits: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    missed: list[tuple[str, Label]] = field(default_factory=list)
    wrong: list[tuple[str, Hit]] = field(default_factory=list)

    def recall(self) -> float:
        return self.found.total() / self.labels.total()

    def precision(self) -> float:
        return self.right.total() / self.hits.total()


def casuses(half: str) -> list[Casus]:
    texts = []
    for piece in re.split(r"^=== ", (FOLDER / f"{half}.txt").read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        head, _, marked = piece.partition("\n")
        title, size, own = (part.strip() for part in head.split("|"))
        further = tuple(term.strip() for term in own.split(";") if term.strip())
        text, labels, last = "", [], 0
        for found in _LABEL.finditer(marked := marked.strip()):
            text += marked[last : found.start()]
            labels.append(Label(len(text), len(text) + len(found[2]), found[1], found[2]))
            text += found[2]
            last = found.end()
        terms = own_terms(CaseState(), None, None, further) if further else NO_TERMS
        texts.append(Casus(title, size, terms, text + marked[last:], tuple(labels)))
    return texts


def score(half: str, *, own: bool) -> Score:
    made = Score()
    for casus in casuses(half):
        hits = find_hits(casus.text, casus.terms if own else NO_TERMS, casus.size, TODAY)
        hits = tuple(hit for hit in hits if hit.kind != "combination")
        for label in casus.labels:
            over = [(min(hit.end, label.end) - max(hit.start, label.start), hit) for hit in hits]
            over = [(size, hit) for size, hit in over if size > 0]
            made.labels[label.kind] += 1
            if sum(size for size, _ in over) * 2 >= label.end - label.start:
                made.found[label.kind] += 1
                made.same[label.kind] += any(hit.kind == label.kind for _, hit in over)
            else:
                made.missed.append((casus.title, label))
        for hit in hits:
            made.hits[hit.kind] += 1
            if any(hit.start < label.end and label.start < hit.end for label in casus.labels):
                made.right[hit.kind] += 1
            else:
                made.wrong.append((casus.title, hit))
    return made
