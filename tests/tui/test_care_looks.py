"""How the sheets of care look, as plain text that a person can review in a diff; see ``test_looks``."""

from __future__ import annotations

from datetime import date

import pytest

from tests.tui.test_looks import compare
from tests.tui.test_sheet_consents import MANAGER, TODAY, talk
from tests.tui.test_sheet_intake import card, sheet
from tests.tui.test_sheet_options import TALK, fill
from tests.tui.workbench import HERON, Bench
from vp_tui.domain.case_parts import SafeContact
from vp_tui.domain.commands import (
    AddReporter,
    ChooseOption,
    Disclose,
    RecordConsent,
    RecordScope,
    ReviseCore,
    SetSafeContact,
    TickIntake,
    WithdrawConsent,
)
from vp_tui.domain.mandate import usual
from vp_tui.domain.party import Party
from vp_tui.i18n import set_language

HR = Party("VD-HR")


async def lived(bench: Bench) -> None:
    """A case in which something was explained, chosen, consented to, told and taken back."""
    await card(bench, usual("NL"))
    await fill(bench)
    anna = await bench.colleague("anna")
    for act in (
        TickIntake("confidentiality", date(2026, 2, 18)),
        TickIntake("exceptions", date(2026, 2, 18)),
        SetSafeContact(0, SafeContact("8-9 uur", code_word="blauw", avoid="de werktelefoon")),
        RecordScope("in"),
        ReviseCore("wish", 0, "Dat het ophoudt."),
        ReviseCore("period", 0, "ongoing"),
        ChooseOption(0, TALK, date(2026, 3, 5), "Maar niet alleen."),
        talk(date(2026, 3, 1)),
        RecordConsent(
            b"consent-signal-1", HR, "signal", "Dat er op de afdeling iets speelt.", "written", date(2026, 3, 2)
        ),
        Disclose("conversation", MANAGER, date(2026, 3, 5)),
        Disclose("signal", HR, date(2026, 3, 6)),
        WithdrawConsent(talk().consent, TODAY),
        AddReporter(b"reporter-heron-2", "gele vink", "RO-GE", "ID-AL"),
    ):
        await anna.do(act, HERON)


@pytest.mark.parametrize(("size", "language"), [((80, 24), "nl"), ((120, 40), "en")], ids=["80x24-nl", "120x40-en"])
async def test_the_sheets_of_care_look_as_they_were_approved(
    bench: Bench, size: tuple[int, int], language: str
) -> None:
    await lived(bench)
    set_language(language)
    name = f"{size[0]}x{size[1]}-{language}"
    try:
        async with sheet(bench, "intake", HERON, size=size) as desk:
            await desk.until(lambda: desk.screen.pen.is_open)
            compare(desk, f"intake-{name}")
            await desk.press("s")
            compare(desk, f"intake-scope-{name}")
            await desk.press("escape", "i")
            compare(desk, f"intake-core-{name}")
            await desk.press("escape")
            for other, letter in (("options", "o"), ("consents", "t"), ("knowing", "w")):
                await desk.press("g", letter)
                await desk.until(lambda other=other: getattr(desk.screen, "NAME", "") == other)
                compare(desk, f"{other}-{name}")
            await desk.press("g", "o")
            await desk.until(lambda: getattr(desk.screen, "NAME", "") == "options")
            await desk.press("p")
            compare(desk, f"options-print-{name}")
            await desk.press("escape", "g", "t")
            await desk.until(lambda: getattr(desk.screen, "NAME", "") == "consents")
            await desk.press("X", "v", "ctrl+s")
            compare(desk, f"consents-disclose-{name}")
            await desk.press("escape", "n")
            compare(desk, f"consents-new-{name}")
    finally:
        set_language("nl")
