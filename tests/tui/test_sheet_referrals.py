"""The sheet of referrals: a way onward from the social map, from discussed to reported back."""

from __future__ import annotations

from tests.tui.sheet_desk import fill, sheet
from tests.tui.workbench import HARBOUR, HERON, TODAY, Bench
from vp_tui.domain.commands import MakeReferral, MoveReferral, SetRoute

ROW = b"referral-heron-1"


async def test_a_cold_referral_from_the_map_to_reported_back(bench: Bench) -> None:
    async with sheet(bench, "referrals", HERON) as desk:
        client = desk.workspace.case(HERON).state.client
        await desk.workspace.do(SetRoute(b"route-of-nrd-001", "physician", "Arbo Noord", "050-1234567"), client)
        await desk.press("t")
        await desk.sees("Sociale kaart NL, stand van zo 22 nov 2026", "bedrijfsarts, arbodienst: Arbo Noord")
        await desk.sees("050-1234567", "van deze klant")
        await desk.press("n")
        await desk.sees("blauwe reiger verwijzen", "Arbo Noord: bedrijfsarts", "(*) koud: gegevens gegeven")
        await desk.press("ctrl+s")
        await desk.sees(
            "besproken bedrijfsarts, arbodienst: Arbo Noord", "Wijze: koud: gegevens gegeven", "Bereikbaar: 050-1234567"
        )
        for key, state in (("1", "akkoord melder"), ("2", "aangekomen")):
            await desk.press("s", key, "ctrl+s")
            await desk.sees(f"{state} bedrijfsarts")
        await desk.press("s", "1")
        await fill(desk, text="Zij kon er snel terecht.")
        await desk.press("ctrl+s")
        await desk.sees(
            "teruggekoppeld bedrijfsarts", "Opmerking: Zij kon er snel terecht.", "besproken vandaag, akkoord"
        )
        assert desk.workspace.case(HERON).state.disclosures == ()
        await desk.press("s")
        assert "Deze verwijzing is rond." in desk.flat()


async def test_the_map_is_searched_by_what_it_is_for(bench: Bench) -> None:
    async with sheet(bench, "referrals", HARBOUR) as desk:
        await desk.press("n", "ctrl+s")
        await desk.sees("! ")
        await fill(desk, entry="crisis")
        await desk.press("ctrl+s")
        await desk.sees(
            "besproken crisislijn 113: 113 Zelfmoordpreventie", "113 / 0800-0113; 24/7", "stand van zo 22 nov 2026"
        )
        [row] = desk.workspace.case(HARBOUR).state.referrals
        assert (row.target, row.entry, row.manner) == ("VD-CR", "nl-113", "WV-KO")


async def test_a_warm_referral_introduces_with_a_word_and_a_consent(bench: Bench) -> None:
    async with sheet(bench, "referrals", HERON) as desk:
        workspace = desk.workspace
        await workspace.do(MakeReferral(ROW, "VD-BM", "BMW Noord", "WV-WS"), HERON)
        await desk.sees("besproken bedrijfsmaatschappelijk werk: BMW Noord", "Wijze: warm: samen")
        await desk.press("X", "i")
        assert "Dit is voor een warme verwijzing waar de melder mee akkoord is" in desk.flat()
        await workspace.do(MoveReferral(ROW, 1, "VW-AK"), HERON)
        await desk.sees("akkoord melder bedrijfsmaatschappelijk werk")
        await desk.press("s", "1", "ctrl+s")
        await desk.sees("hoort van u over de melder (warm: samen)", "Er is nog GEEN toestemming vastgelegd")
        await desk.type("introduceren")
        await desk.press("enter")
        await fill(desk, content="Haar naam en nummer.", how="written")
        await desk.press("ctrl+s")
        await desk.sees("contact gelegd bedrijfsmaatschappelijk werk", "Contact is gelegd")
        state = workspace.case(HERON).state
        assert [(left.purpose, left.party.name, left.on) for left in state.disclosures] == [
            ("introduction", "BMW Noord", TODAY)
        ]


async def test_wanting_no_referral_is_an_answer(bench: Bench) -> None:
    async with sheet(bench, "referrals", HERON) as desk:
        await desk.press("w", "ctrl+s")
        await desk.sees("Wilde geen verwijzing, op ma 9 mrt 2026")
        assert desk.workspace.case(HERON).state.referral_declined == TODAY
