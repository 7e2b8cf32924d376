"""Always a way onward, warm with consent, cold by itself; and the desks that there are."""

from __future__ import annotations

import re

import pytest

from tests.domain.care import REFERRAL, client, consented
from tests.domain.story import OWNER, TODAY, closed, day, do, hostile, lisa
from vp_tui.domain import codes, social_map
from vp_tui.domain.commands import DeclineReferral, MakeReferral, MoveReferral, SetRoute
from vp_tui.domain.ids import Id
from vp_tui.domain.party import Party
from vp_tui.domain.referral import ReferralMoved, reachable
from vp_tui.errors import ConflictError, RefusedError

DOCTOR = Party("VD-BA", "arbodienst")


def referred(manner: str = "WV-KO") -> object:
    return do(lisa(), MakeReferral(REFERRAL, "VD-BA", "arbodienst", manner))


def test_from_discussed_to_reported_back() -> None:
    state = referred()
    for rev, to in enumerate(("VW-AK", "VW-AA", "VW-TE"), 1):
        state = do(state, MoveReferral(REFERRAL, rev, to, text="Voelt zich gehoord." if to == "VW-TE" else ""))
    row = state.referrals[0]
    assert (row.state, row.text, [to for to, _ in row.history]) == (
        "VW-TE", "Voelt zich gehoord.", ["VW-BE", "VW-AK", "VW-AA", "VW-TE"]
    )  # fmt: skip
    assert reachable("VW-TE") == reachable("X") == ()


def test_nobody_is_introduced_without_her_consent() -> None:
    state = do(referred("WV-WV"), MoveReferral(REFERRAL, 1, "VW-AK"))
    with pytest.raises(RefusedError) as refused:
        do(state, MoveReferral(REFERRAL, 2, "VW-CO"))
    assert (refused.value.key, refused.value.facts["purpose"]) == ("consent-missing", "introduction")
    given = consented(state, party=DOCTOR, purpose="introduction", content="Naam en nummer.")
    after = do(given, MoveReferral(REFERRAL, 2, "VW-CO"))
    assert (after.referrals[0].state, after.disclosures[0].party, after.disclosures[0].ref) == (
        "VW-CO", DOCTOR, REFERRAL
    )  # fmt: skip
    assert hostile(given, ReferralMoved(Id(REFERRAL), 2, "VW-CO", TODAY), OWNER).referrals[0].state == "VW-AK"
    with pytest.raises(RefusedError, match="promises-open") as refused:
        closed(state)
    assert refused.value.facts == {"n": 1, "kinds": "referral"}
    cold = do(do(referred(), MoveReferral(REFERRAL, 1, "VW-AK")), MoveReferral(REFERRAL, 2, "VW-CO"))
    assert (cold.disclosures, closed(cold).state) == ((), "closed")


@pytest.mark.parametrize(
    ("command", "error"),
    [
        (MoveReferral(REFERRAL, 1, "VW-TE"), RefusedError),
        (MoveReferral(REFERRAL, 1, "OG-PE"), RefusedError),
        (MoveReferral(REFERRAL, 1, "VW-AK", day(1)), RefusedError),
        (MoveReferral(REFERRAL, 2, "VW-AK"), ConflictError),
        (MakeReferral(REFERRAL, "VD-HR"), ConflictError),
        (MakeReferral(b"x" * 16, "VS-ZA"), RefusedError),
        (MakeReferral(b"x" * 16, "VD-HR", manner="lauw"), RefusedError),
    ],
)
def test_refused(command: MakeReferral, error: type[Exception]) -> None:
    with pytest.raises(error):
        do(referred(), command)


def test_wanted_none() -> None:
    state = do(lisa(), DeclineReferral(day(-1)))
    assert state.referral_declined == day(-1)
    with pytest.raises(RefusedError, match="nothing-changed"):
        do(state, DeclineReferral(day(-1)))
    assert do(do(referred(), MoveReferral(REFERRAL, 1, "VW-NG")), MoveReferral(REFERRAL, 2, "VW-BE")).referrals


@pytest.mark.parametrize("country", social_map.COUNTRIES)
def test_the_social_map_is_dated_and_whole(country: str) -> None:
    entries = social_map.entries(country)
    assert social_map.as_of(country) <= TODAY
    assert len({entry.id for entry in entries}) == len(entries) >= 15
    for entry in entries:
        found = codes.get(entry.target)
        assert found is not None
        assert found.list == "referral"
        assert found.country in ("", country)
        assert re.fullmatch(rf"{country.lower()}-[a-z0-9-]+", entry.id)
        assert entry.contact or entry.url
        assert entry.label("nl")
        assert entry.label("en")
        assert social_map.find(entry.id) == entry
        assert do(lisa(), MakeReferral(REFERRAL, entry.target, entry.nl, entry=entry.id)).referrals[0].entry == entry.id
    assert [entry.id for entry in social_map.entries(country, "VD-CS")] != []


def test_a_clients_own_desks() -> None:
    assert social_map.find("nl-geen") is None
    with pytest.raises(KeyError):
        social_map.entries("DE")
    state = do(client(), SetRoute(REFERRAL, "physician", "Arbodienst Noord", "088-0000000"))
    state = do(state, SetRoute(b"x" * 16, "leave", "Verlofregeling"))
    assert [route.name for route in social_map.of_client(state, "VD-BA")] == ["Arbodienst Noord"]
    assert [route.name for route in social_map.of_client(state, "VD-OV")] == ["Verlofregeling"]
    assert len(social_map.of_client(state)) == 2
