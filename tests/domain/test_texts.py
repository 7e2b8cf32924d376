"""Every refusal of this room, and every word that a state or a log line needs, is there in both languages."""

from __future__ import annotations

import re
import string
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

import vp_tui.domain
from vp_tui.domain import queue
from vp_tui.domain.act import Event
from vp_tui.domain.appointment import PLACES, STATUSES
from vp_tui.domain.calls import CALLS
from vp_tui.domain.case_file import STATES
from vp_tui.domain.case_parts import SafeContact
from vp_tui.domain.casus import CASUS_STATES
from vp_tui.domain.casus_draft import DRAFT_KINDS
from vp_tui.domain.clock import DUE_KINDS
from vp_tui.domain.closing import PAPERS
from vp_tui.domain.consent import PURPOSES
from vp_tui.domain.contact import GENDERS, OUTCOMES, URGENCIES
from vp_tui.domain.core import FIELDS, PERIODS
from vp_tui.domain.counters import Counters
from vp_tui.domain.debrief import DEBRIEF_STATES, WHENS
from vp_tui.domain.deputy import CONSENT_HOW
from vp_tui.domain.draft import DRAFTS
from vp_tui.domain.events import tag
from vp_tui.domain.extract import EXTRACT_STATES
from vp_tui.domain.group import PROFILES, REVIEWS
from vp_tui.domain.intake import INTAKE, VERDICTS
from vp_tui.domain.knowing import EXCEPTION
from vp_tui.domain.learning_note import LEVELS
from vp_tui.domain.mandate import CHOICES, Mandate
from vp_tui.domain.options import REVERSIBLE, RISKS
from vp_tui.domain.party import PARTY_KINDS
from vp_tui.domain.passport import COLOURS
from vp_tui.domain.practice import COMPARED_HOW
from vp_tui.domain.promises import PROMISES
from vp_tui.domain.registration import CaseOpened
from vp_tui.domain.review import CHECK_ANSWERS, CHECKLIST, RETURNS
from vp_tui.domain.route import ROUTES
from vp_tui.domain.session import SESSION_STATES
from vp_tui.domain.space import IGNORED
from vp_tui.domain.steps import STEP_STATES, WHO
from vp_tui.domain.timeline import REVISABLE
from vp_tui.domain.weighing import ANSWERS, CONDITIONS
from vp_tui.i18n import catalog
from vp_tui.i18n.catalog import (
    domain_care,
    domain_client,
    domain_intervision,
    domain_print,
    domain_supervision,
)
from vp_tui.i18n.catalog.domain import TEXT

CATALOGS = [name for _, name, _ in iter_modules(catalog.__path__) if name.startswith("errors_domain")]
ERRORS = {key: pair for name in CATALOGS for key, pair in import_module(f"{catalog.__name__}.{name}").TEXT.items()}
INTERVISION = (domain_intervision.TEXT, domain_supervision.TEXT)

RAISED = re.compile(r'(?:Refused|Conflict|NotPermitted|NotFound)Error\(\s*"([a-z-]+)"')
SOURCE = "".join(path.read_text() for path in Path(vp_tui.domain.__file__).parent.rglob("*.py"))
KEYS = sorted(set(RAISED.findall(SOURCE)))


def placeholders(text: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(text)} - {None}


def test_every_refusal_has_a_title_and_a_hint_and_no_more_are_kept() -> None:
    assert {f"{key}.{part}" for key in KEYS for part in ("title", "hint")} == set(ERRORS)


@pytest.mark.parametrize(
    "table",
    [TEXT, ERRORS, domain_care.TEXT, domain_client.TEXT, domain_print.TEXT, *INTERVISION],
    ids=["domain", "errors", "care", "client", "print", "intervision", "supervision"],
)
def test_both_languages_fill_in_the_same(table: dict[str, tuple[str, str]]) -> None:
    for dutch, english in table.values():
        assert dutch
        assert english
        assert placeholders(dutch) == placeholders(english)


def test_words_for_everything_that_is_shown() -> None:
    logged = [kind for kind in Event.__subclasses__() if kind.FACTS or f"log.{tag(kind)}" in TEXT]
    wanted = {
        *(f"state.{state}" for state in STATES),
        *(f"section.{section}" for section in queue.SECTIONS),
        *(f"sort.{sort}" for sort in queue.SORTS),
        *(f"field.{field}" for field in FIELDS),
        *(f"consent.{how}" for how in CONSENT_HOW),
        *(f"compared.{how}" for how in COMPARED_HOW),
        *(f"item.{kind}" for kind in REVISABLE),
        *(f"log.{tag(kind)}" for kind in logged),
        f"log.{IGNORED}",
        "layer.case",
        "layer.case_notes",
    }
    assert wanted <= set(TEXT)
    for kind in logged:
        for text in TEXT[f"log.{tag(kind)}"]:
            assert placeholders(text) <= set(kind.FACTS)
    assert CaseOpened in logged


def test_words_for_every_word_set() -> None:
    wanted = {
        "intake": INTAKE, "period": PERIODS, "verdict": VERDICTS, "risk": RISKS[1:], "reversible": REVERSIBLE[1:],
        "party": PARTY_KINDS, "purpose": (*PURPOSES, EXCEPTION), "who": WHO, "step_state": STEP_STATES,
        "draft": DRAFTS, "dilemma": ("dilemma", "breach", "finished"), "condition": CONDITIONS, "answer": ANSWERS,
        "call": CALLS, "place": PLACES, "appointment": ("planned", *STATUSES), "papers": PAPERS[1:],
        "promise": PROMISES, "due": DUE_KINDS, "counter": Counters.__struct_fields__,
        "safe": SafeContact.__struct_fields__,
    }  # fmt: skip
    assert {f"{group}.{word}" for group, words in wanted.items() for word in words} <= set(domain_care.TEXT)
    wanted = {
        "mandate": Mandate.__struct_fields__, "route": ROUTES, "urgency": URGENCIES, "outcome": OUTCOMES,
        "gender": GENDERS[1:], "contact": ("open", "postponed", "accepted", "returned", "finished"),
        **{field: [word for word in words if word] for field, words in CHOICES.items() if field != "headcount"},
    }  # fmt: skip
    assert {f"{group}.{word}" for group, words in wanted.items() for word in words} <= set(domain_client.TEXT)


def test_words_for_intervision_and_supervision() -> None:
    wanted = {
        "profile": PROFILES, "review": REVIEWS, "casus": CASUS_STATES, "draft_kind": DRAFT_KINDS,
        "session": SESSION_STATES, "extract": EXTRACT_STATES, "return": RETURNS, "check": CHECKLIST,
        "answer": CHECK_ANSWERS, "debrief": DEBRIEF_STATES, "when": WHENS, "load": LEVELS, "light": COLOURS,
    }  # fmt: skip
    keys = {f"{group}.{word}" for group, words in wanted.items() for word in words}
    assert keys <= set(domain_intervision.TEXT)
    source = (Path(vp_tui.domain.__file__).parent / "proof.py").read_text()
    proofs = {"signed", "unsigned", *re.findall(r'_piece\("\w+", "(\w+)"', source)}
    assert {key for key in domain_intervision.TEXT if key.startswith("proof.")} == {f"proof.{key}" for key in proofs}


def test_no_text_promises_too_much_or_passes_a_verdict() -> None:
    for table in (TEXT, ERRORS, domain_care.TEXT, domain_client.TEXT, domain_print.TEXT, *INTERVISION):
        for key, pair in table.items():
            assert not re.search(r"\b(absolu\w*|dader\w*|bewezen|gegrond|slachtoffer)\b", " ".join(pair)), key
