"""The story of a new colleague and of talk that stops at the coffee machine, played from the first call to aftercare.

By keyboard alone, at 80 by 24, in Dutch, over a real server: Bo writes down who called, Anna does the rest. What each
screen can do has its own tests; this one shows that a day can be got through without leaving the keyboard, and that
every gate on the way is met.
"""

from __future__ import annotations

from datetime import date

import pytest

from tests.tui.sheet_desk import fill
from tests.tui.workbench import DAY_MS, Bench, Desk
from vp_tui.domain.case_file import CaseState

ALIAS = "witte winterkoning"


def state_of(desk: Desk) -> CaseState:
    row = next(row for row in desk.workspace.summaries() if row.alias == ALIAS)
    return desk.workspace.case(row.id).state


async def go(desk: Desk, letter: str, name: str) -> None:
    """To a sheet of the open case."""
    await desk.press("g", letter)
    await desk.until(lambda: getattr(desk.screen, "NAME", "") == name)


async def call(bench: Bench) -> None:
    async with bench.application("bo", first="TodayScreen") as desk:
        await desk.press("a", "n")
        await desk.sees("Contactverzoek vastleggen")
        await fill(desk, client="nrd", call_back="06-12345678")
        await desk.press("enter")
        await desk.type("na half zes")
        await desk.press(*["enter"] * 3)
        await desk.type("Wilgenhof")
        await fill(desk, addressees="anna")
        await desk.press("ctrl+s")
        await desk.sees("Verzegeld", "Alleen Anna kan dit openen.")
        await desk.press("enter")
        await desk.sees("reactietijd per verzoek", "op tijd")
        assert "06-12345678" not in desk.all_text()


@pytest.mark.timeout(240)
async def test_from_the_first_call_to_aftercare(bench: Bench) -> None:
    await call(bench)
    async with bench.application(first="TodayScreen") as desk:
        await accept(desk)
        await intake(desk)
        await options(desk)
        await accompanied(desk, bench)
        await referral(desk)
        await close(desk)
        await aftercare(desk, bench)


async def accept(desk: Desk) -> None:
    await desk.until(lambda: "1 nieuwe aanvraag" in desk.flat())
    await desk.press("a", "enter")
    await desk.sees("Veilig contact: na half zes; GEEN voicemail", "codewoord: Wilgenhof", "Terugbellen: 06-12345678")
    await desk.press("a")
    await desk.sees("aangenomen door u")
    await desk.press("o", "n")
    await desk.sees("Snelle registratie")
    await fill(desk, alias=ALIAS, nature="buitensl", minutes="40")
    await desk.press("ctrl+s")
    await desk.until(lambda: any(row.alias == ALIAS for row in desk.workspace.summaries()))
    state = state_of(desk)
    assert state.safe is not None
    assert state.safe.hours == "na half zes"


async def intake(desk: Desk) -> None:
    await desk.press("2")
    await desk.press("slash")
    await desk.type("winterkoning")
    await desk.press("enter", "enter")
    await desk.sees(ALIAS, "[Dossier")
    await go(desk, "i", "intake")
    await desk.sees("[ ] Vertrouwelijkheid", "GEEN voicemail")
    for _ in range(6):
        await desk.press("t")
    await desk.until(lambda: len(state_of(desk).intake) == 6)
    await desk.press("n")
    await desk.type("Een nieuwe collega; het groepje valt stil als zij erbij komt staan.")
    await desk.press("ctrl+s")
    await desk.until(lambda: len(state_of(desk).timeline) >= 2)
    await desk.press("s")
    await desk.press("ctrl+s")
    await desk.until(lambda: state_of(desk).scope is not None)


async def options(desk: Desk) -> None:
    await go(desk, "o", "options")
    for goal, step in (("Zelf praten met een collega", "aanspreken"), ("Naar de leidinggevende, samen", "begeleid")):
        await desk.press("n")
        await fill(desk, goal=goal, step=step)
        await desk.press("ctrl+s")
        await desk.sees(goal)
    await desk.press("j", "s", "ctrl+s")
    await desk.sees("Keuze van de melder op", "Naar de leidinggevende, samen")


async def accompanied(desk: Desk, bench: Bench) -> None:
    """No step without consultation, and nothing leaves without consent: both gates are met, and opened."""
    await go(desk, "s", "steps")
    await desk.press("n")
    await fill(desk, code="begeleid", who="together", what="Gesprek over de pauzes.", party="leidinggevende")
    await desk.press("ctrl+s")
    await desk.sees("voorgenomen begeleid gesprek")
    await desk.press("s", "1")
    await desk.sees("Deze stap is nog niet met de melder afgestemd.")
    await desk.press("escape", "c")
    await fill(desk, choice="Zij wil dit, en voert zelf het woord.")
    await desk.press("ctrl+s")
    await desk.sees("afgestemd begeleid gesprek")
    await desk.press("s", "1", "ctrl+s")
    await desk.sees("Er is nog GEEN toestemming vastgelegd")
    await desk.type("beginnen")
    await desk.press("enter")
    await fill(desk, content="Dat ik naast haar zit.")
    await desk.press("ctrl+s")
    await desk.sees("loopt begeleid gesprek")
    assert [row.purpose for row in state_of(desk).disclosures] == ["accompaniment"]
    bench.clock.at_ms += 2 * DAY_MS
    await desk.press("s", "1", "ctrl+s")
    await desk.sees("gedaan begeleid gesprek")
    await go(desk, "w", "knowing")
    await desk.sees("leidinggevende", "Dat ik naast haar zit.")


async def referral(desk: Desk) -> None:
    await go(desk, "v", "referrals")
    await desk.press("n")
    await fill(desk, target="huisarts")
    await desk.press("ctrl+s")
    await desk.until(lambda: len(state_of(desk).referrals) == 1)


async def close(desk: Desk) -> None:
    await desk.press("g", "d")
    await desk.sees("[Dossier")
    await desk.press("X", "c")
    await desk.sees("afsluiten")
    await fill(desk, reason="opgelost", aftercare_consent="vandaag", safer="VE-JA")
    await desk.press("ctrl+s")
    await desk.sees("Contact voor nazorg")
    await desk.type("sluiten")
    await desk.press("enter")
    await desk.sees("is afgesloten.")
    assert len(state_of(desk).aftercare) == 3


async def aftercare(desk: Desk, bench: Bench) -> None:
    first = state_of(desk).aftercare[0].due
    bench.clock.at_ms += ((first - date(2026, 3, 11)).days) * DAY_MS
    await desk.press("1")
    await desk.sees("nazorg", ALIAS[:12])
    await desk.press("j", "j", "j", "enter")
    await desk.until(lambda: getattr(desk.screen, "NAME", "") == "aftercare")
    await desk.sees("Te vragen vandaag")
    await desk.press("a")
    await fill(desk, outcome="EV-VO", safer="VE-JA")
    await desk.press("ctrl+s")
    await desk.sees("Gevraagd", "voldoende")
    assert state_of(desk).aftercare[0].outcome == "EV-VO"
