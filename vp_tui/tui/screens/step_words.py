"""Steps, the stage of an integrity matter and its norms in words, and the sheet that prepares a talk.

Invariant: pure; lateness is said in words, never in a colour alone. Callers: the sheet of steps and its forms.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from vp_tui.domain.case_code import case_code
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.case_parts import Step
from vp_tui.domain.printed import Piece
from vp_tui.domain.printed import words as own_words
from vp_tui.domain.stage import NORMS, norm_dues
from vp_tui.i18n import days, text
from vp_tui.tui.screens.care_words import party_words
from vp_tui.tui.screens.case_words import Words, label
from vp_tui.tui.screens.sheet_forms import Facts, prose
from vp_tui.tui.widgets.timeline import Entry

__all__ = ["STAGE", "norm_id", "norm_of", "preparation", "stage_entries", "stage_said", "step_entry", "step_facts"]

STAGE = b"stage"
_ENDED = ("done", "dropped")


def _names(step: Step, words: Words) -> Iterator[tuple[str, str]]:
    yield "code", label(step.code)
    yield "who", text(f"domain_care.who.{step.who}")
    yield "party", party_words(step.party, words.name) if step.party else ""
    yield "what", step.what
    yield "consequences", step.consequences
    yield "status", text(f"domain_care.step_state.{step.status}")
    yield "choice", step.choice
    yield "due", days.full(step.due) if step.due else ""
    yield "promised_by", step.promised_by
    yield "agreements", step.agreements
    yield "preparation", step.preparation


def step_facts(step: Step, words: Words) -> Facts:
    """Everything that is said of a step, by its name."""
    return {text(f"course.fact.{name}"): value for name, value in _names(step, words)}


def step_entry(step: Step, words: Words) -> Entry:
    """ "afgestemd  gesprek met HR", with the day that was promised, and below it what was agreed."""
    late = step.due is not None and step.due < words.today and step.status not in _ENDED
    shown = dict(_names(step, words))
    if step.consulted_on is not None:
        shown["choice"] = f"{days.day(step.consulted_on, words.today)}: {step.choice}"
    rest = ("who", "party", "what", "choice", "consequences", "agreements", "preparation")
    body = [(text(f"course.fact.{name}"), shown[name]) for name in rest]
    if step.due is not None:
        term = days.day(step.due, words.today) if step.status in _ENDED else days.term(step.due, words.today)
        body.insert(1, (text("course.fact.due"), f"{term} ({step.promised_by})" if step.promised_by else term))
    foot = ""
    if step.status == "intended":
        foot = text("course.step.unheard")
    elif step.moved_on is not None:
        key = "course.step.on" if step.status in _ENDED else "course.step.since"
        foot = text(key, state=shown["status"], day=days.day(step.moved_on, words.today))
    aside = days.day(step.due, words.today) if step.due and step.status not in _ENDED else ""
    tone = "muted" if step.status in _ENDED else "bad" if late else ""
    return Entry(step.id, f"{'! ' if late else ''}{shown['status']}  {shown['code']}", aside, prose(body), foot, tone)


# -- integrity --------------------------------------------------------------------------------------------------------


def norm_id(norm: str) -> bytes:
    """The entry of a norm."""
    return f"norm {norm}".encode()


def norm_of(entry: bytes | None) -> str:
    """The norm whose entry it is, or ""."""
    return next((norm for norm in NORMS if norm_id(norm) == entry), "")


def stage_said(state: CaseState) -> str:
    """ "intern gemeld: direct, di 3 mrt 2026"."""
    if state.stage is None:
        return text("course.stage.none")
    return f"{label(state.stage.code)}, {days.full(state.stage.on)}"


def stage_entries(state: CaseState, today: date) -> Iterator[Entry]:
    """The stage of an integrity matter, and each norm with its last day or the day on which it was met."""
    stage = state.stage
    if stage is None and not any(nature.startswith("IN-") for nature in state.natures):
        return
    head = text("course.stage.head", stage=label(stage.code) if stage else text("course.stage.none"))
    foot = text("course.stage.warned") if stage and stage.warned else ""
    decision = prose([(text("course.fact.decision"), stage.decision)]) if stage else ""
    yield Entry(STAGE, head, days.day(stage.on, today) if stage else "", decision, foot)
    running = dict(norm_dues(state))
    for norm in NORMS:
        name = text(f"domain_care.due.{norm}")
        if norm in running:
            late = running[norm] < today
            head = f"{'! ' if late else ''}{name}: {days.term(running[norm], today)}"
            yield Entry(norm_id(norm), head, tone="bad" if late else "")
        elif norm in state.norms:
            met = text("course.norm.met", norm=name, day=days.full(state.norms[norm]))
            yield Entry(norm_id(norm), met, tone="muted")


# -- on paper ---------------------------------------------------------------------------------------------------------


def preparation(state: CaseState, step: Step, on: date) -> tuple[Piece, ...]:
    """Voorbereidingsblad: the step as it was agreed, for the reporter and whoever goes with her."""

    def ours(style: str, key: str, **facts: str) -> Piece:
        return Piece(style, f"course.print.{key}", dict(facts))  # type: ignore[arg-type]

    lines = [
        ours("title", "title"),
        ours("text", "about", code=case_code(state.id), date=on.isoformat()),
        ours("item", "step", step=step.code),
        ours("item", f"who_{step.who}"),
    ]
    if step.party is not None:
        lines.append(ours("item", "party", party=step.party.kind, name=step.party.name, member=step.party.member))
    if step.due is not None:
        key = "promised" if step.promised_by else "due"
        lines.append(ours("item", key, date=step.due.isoformat(), by=step.promised_by))
    for name in ("what", "preparation", "agreements", "consequences", "choice"):
        if written := getattr(step, name):
            lines += [ours("heading", name), *own_words(written)]
    return (*lines, ours("heading", "notes"), *(Piece("text", text="_" * 64) for _ in range(4)))
