"""Documents are lines of ours and words of the case, never mixed; every line of ours has its text."""

from __future__ import annotations

import pytest

from tests.domain.care import MANAGER, OPTION, OTHER, STEP, client, consented
from tests.domain.story import TODAY, day, do, lisa
from vp_tui import i18n
from vp_tui.domain.case_code import case_code
from vp_tui.domain.commands import ChooseOption, DropOption, PutOption, PutStep
from vp_tui.domain.letters import interview_confirmation, refusal, request
from vp_tui.domain.mandate import Mandate
from vp_tui.domain.printed import Piece, consent_sheet, options_sheet


def sheet() -> tuple[Piece, ...]:
    state = do(lisa(), PutOption(b"9" * 16, "vervallen"))
    state = do(state, DropOption(b"9" * 16, 1))
    state = do(state, PutOption(OPTION, "Rust", "VS-ZA", "Hij weet het dan.", "some", "Mijn team.", "no"))
    state = do(state, PutOption(OTHER, "Afwachten", risk="none"))
    return options_sheet(do(state, ChooseOption(0, OTHER, day(-1), "Eerst even rust.")), TODAY)


def documents() -> list[tuple[Piece, ...]]:
    card = Mandate(protection=True, independence=True)
    state = do(lisa(), PutStep(STEP, "VS-ZA"))
    (talk,) = state.timeline
    return [
        sheet(),
        options_sheet(do(lisa(), ChooseOption(0, None)), TODAY),
        consent_sheet(consented(until=day(9)).consents[0]),
        consent_sheet(consented(purpose="export", content="").consents[0]),
        refusal(client(card), TODAY),
        interview_confirmation(client(), talk),
        request(state, client(), state.steps[0], TODAY),
    ]


@pytest.mark.parametrize("number", range(7))
def test_every_line_of_ours_has_its_text(number: int) -> None:
    for piece in documents()[number]:
        assert bool(piece.key) != bool(piece.text)
        if piece.key:
            for language in i18n.LANGUAGES:
                i18n.set_language(language)
                assert i18n.text(piece.key, **piece.facts)
    i18n.set_language("nl")


def test_the_options_sheet_is_for_the_reporter() -> None:
    pieces = sheet()
    assert pieces[1].facts == {"code": case_code(lisa().id), "date": TODAY.isoformat()}
    assert [piece.text for piece in pieces if piece.text] == [
        "Rust", "Hij weet het dan.", "Mijn team.", "Afwachten", "Eerst even rust."
    ]  # fmt: skip
    assert [piece.facts for piece in pieces if piece.key == "domain_print.options.chosen"] == [
        {"number": 2, "date": day(-1).isoformat()}
    ]
    assert not any(lisa().alias in repr(piece) for piece in pieces)


def test_a_confirmation_says_that_and_not_what() -> None:
    said = repr(documents()[5]) + repr(documents()[4])
    for secret in (lisa().alias, lisa().timeline[0].text, "OG-PE", MANAGER.name):
        assert secret not in said
