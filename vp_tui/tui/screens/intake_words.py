"""The intake in words: what to say and when it was said, scope, who the reporter is, the others, and linked cases.

Invariant: pure. What is to be said is a whole sentence that fits the client's mandate card; it never promises more
confidentiality than there is. Callers: ``IntakeSheet``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from vp_tui.domain.case_code import case_code
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.case_parts import Reporter
from vp_tui.domain.intake import INTAKE
from vp_tui.domain.mandate import Mandate, usual
from vp_tui.domain.scope import ScopeCheck, check
from vp_tui.i18n import days, exists, text
from vp_tui.tui.screens.case_words import label, told
from vp_tui.tui.widgets.timeline import Entry

__all__ = ["CORE", "LINK", "SAFE", "SCOPE", "entries", "item_of", "reasons", "unsaid"]

SCOPE, CORE, SAFE = b"intake-scope", b"intake-core", b"intake-safe"
_ITEM, LINK = b"intake-item:", b"intake-link:"


def item_of(id: bytes | None) -> str:
    """The point of the script that an entry is, or ""."""
    return id.removeprefix(_ITEM).decode() if id is not None and id.startswith(_ITEM) else ""


def unsaid(state: CaseState, after: str = "") -> bytes | None:
    """The entry of the next point that was not ticked."""
    start = next((place for place, item in enumerate(INTAKE, 1) if item == after), 0)
    order = (*INTAKE[start:], *INTAKE[:start])
    return next((_ITEM + item.encode() for item in order if item not in state.intake), None)


def entries(
    state: CaseState, card: Mandate | None, client: str, today: date, linked: Callable[[bytes], str]
) -> list[Entry]:
    """The script first, then what was found out; ``linked`` says what another case is called."""
    return [
        *(_script(state, item, card, today) for item in INTAKE),
        _scope(state, card, client, today),
        _core(state),
        # Agreed, it stands above the sheet in full.
        Entry(SAFE, text("care.safe.above"), tone="muted") if state.safe else Entry(SAFE, text("care.safe.none")),
        *(_reporter(row) for row in state.reporters),
        *(Entry(LINK + other, text("care.link", what=f"{case_code(other)} {linked(other)}")) for other in state.links),
    ]


def _script(state: CaseState, item: str, card: Mandate | None, today: date) -> Entry:
    title = text(f"care.item.{item}")
    if (on := state.intake.get(item)) is not None:
        return Entry(_ITEM + item.encode(), f"[x] {title}", days.day(on, today), tone="muted")
    return Entry(_ITEM + item.encode(), f"[ ] {title}", "", _say(item, card))


def _say(item: str, card: Mandate | None) -> str:
    """What to say, as this client's mandate has it."""
    if item == "scope" and card is not None:
        kind = {(True, True): "both", (True, False): "behaviour", (False, True): "integrity"}
        return text(f"care.say.scope.{kind.get((card.behaviour, card.integrity), 'none')}")
    if item == "notes":
        return text("care.say.notes", n=(card or usual("NL")).retention_months)
    return text(f"care.say.{item}")


def reasons(found: ScopeCheck) -> list[str]:
    """Why the card says so, nature by nature."""
    return [
        f"{f'{nature} {label(nature)}: ' if nature else ''}{text(f'domain_care.scope_reason.{key}')}"
        for nature, key in found.reasons
    ]


def _scope(state: CaseState, card: Mandate | None, client: str, today: date) -> Entry:
    found = check(state.natures, card, today)
    if state.scope is None:
        head = text("care.scope.open", verdict=text(f"domain_care.verdict.{found.verdict}"))
        return Entry(SCOPE, head, "", "\n".join(reasons(found)), tone="bad" if found.verdict == "out" else "")
    scope = state.scope
    head = text("care.scope.recorded", verdict=text(f"domain_care.verdict.{scope.verdict}"), client=client)
    keys = (f"domain_care.scope_reason.{key}" for key in scope.reasons)
    why = [text(key) for key in keys if exists(key)]
    if scope.why:
        why.append(text("care.scope.why", why=scope.why))
    if not scope.billable:
        why.append(text("care.scope.not_billable"))
    differs = text("care.scope.differs", verdict=text(f"domain_care.verdict.{found.verdict}"))
    foot = differs if found.verdict != scope.verdict and not scope.why else ""
    return Entry(SCOPE, head, days.day(scope.on, today), "\n".join(why), foot)


def _core(state: CaseState) -> Entry:
    facts = told(state)
    who = ", ".join(filter(None, (state.alias, label(state.role), facts.pop("identity", ""), facts.pop("name", ""))))
    lines = (text(f"care.fact.{name}", value=value) for name, value in facts.items())
    return Entry(CORE, text("care.who", who=who), "", "\n".join(lines))


def _reporter(row: Reporter) -> Entry:
    who = ", ".join(filter(None, (row.alias, label(row.role), label(row.identity), row.name)))
    if row.dropped:
        return Entry(row.id, text("care.reporter.dropped", who=who), tone="muted")
    return Entry(row.id, text("care.reporter", who=who))
