"""Every refusal of this room, and every word that a state or a log line needs, is there in both languages."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

import vp_tui.domain
from vp_tui.domain import queue
from vp_tui.domain.act import Event
from vp_tui.domain.case_file import STATES
from vp_tui.domain.core import FIELDS
from vp_tui.domain.deputy import CONSENT_HOW
from vp_tui.domain.events import tag
from vp_tui.domain.practice import COMPARED_HOW
from vp_tui.domain.registration import CaseOpened
from vp_tui.domain.space import IGNORED
from vp_tui.domain.timeline import REVISABLE
from vp_tui.i18n.catalog.domain import TEXT
from vp_tui.i18n.catalog.errors_domain import TEXT as ERRORS

RAISED = re.compile(r'(?:Refused|Conflict|NotPermitted|NotFound)Error\(\s*"([a-z-]+)"')
SOURCE = "".join(path.read_text() for path in Path(vp_tui.domain.__file__).parent.rglob("*.py"))
KEYS = sorted(set(RAISED.findall(SOURCE)))


def placeholders(text: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(text)} - {None}


def test_every_refusal_has_a_title_and_a_hint_and_no_more_are_kept() -> None:
    assert {f"{key}.{part}" for key in KEYS for part in ("title", "hint")} == set(ERRORS)


@pytest.mark.parametrize("table", [TEXT, ERRORS], ids=["domain", "errors_domain"])
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
