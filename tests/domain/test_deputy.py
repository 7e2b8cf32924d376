"""Nobody reads along without the reporter's consent."""

from __future__ import annotations

import pytest

from tests.domain.story import DEPUTY, OWNER, STRANGER, closed, day, do, hostile, lisa, with_deputy
from vp_tui.domain.commands import Command, GrantDeputy, RecordConsent, RemoveDeputy
from vp_tui.domain.deputy import DeputyGranted, DeputyRemoved
from vp_tui.domain.ids import Id
from vp_tui.domain.party import colleague
from vp_tui.errors import NotPermittedError, RefusedError


def test_granted_with_consent_and_taken_off_again() -> None:
    state = with_deputy(until=day(7), consent_how="written")
    assert (state.deputy, state.deputy_until, state.deputy_consent_on) == (DEPUTY, day(7), day(-1))
    assert state.log[-1].facts == {
        "member": DEPUTY.hex(),
        "consent_on": "2026-11-24",
        "consent_how": "written",
        "until": "2026-12-02",
    }
    state = do(state, RemoveDeputy("Terug van verlof."))
    assert (state.deputy, state.deputy_until, state.deputy_consent_on) == (None, None, None)
    assert (state.timeline[-1].kind, state.timeline[-1].text) == ("deputy-removed", "Terug van verlof.")
    assert do(with_deputy(), RemoveDeputy()).timeline == lisa().timeline
    with pytest.raises(RefusedError, match="no-deputy"):
        do(state, RemoveDeputy())


@pytest.mark.parametrize(
    ("command", "key", "field"),
    [
        (GrantDeputy(DEPUTY), "consent-missing", "consent_on"),
        (GrantDeputy(DEPUTY, None, "oral"), "consent-missing", "consent_on"),
        (GrantDeputy(DEPUTY, day(0)), "consent-how-missing", "consent_how"),
        (GrantDeputy(DEPUTY, day(0), "vermoedelijk"), "consent-how-missing", "consent_how"),
        (GrantDeputy(DEPUTY, day(1), "oral"), "date-in-future", "consent_on"),
        (GrantDeputy(DEPUTY, day(0), "oral", day(-1)), "until-in-past", "until"),
        (GrantDeputy(OWNER, day(0), "oral"), "deputy-is-owner", "member"),
        (GrantDeputy(STRANGER, day(0), "oral"), "deputy-no-confidant", "member"),
    ],
)
def test_refused(command: Command, key: str, field: str) -> None:
    with pytest.raises(RefusedError) as refused:
        do(lisa(), command, confidants=frozenset({OWNER, DEPUTY}))
    assert (refused.value.key, refused.value.field) == (key, field)


def test_one_deputy_and_only_the_owner_chooses() -> None:
    grant = GrantDeputy(STRANGER, day(0), "oral")
    with pytest.raises(RefusedError, match="deputy-exists"):
        do(with_deputy(), grant)
    for command in (grant, RemoveDeputy()):
        with pytest.raises(NotPermittedError, match="owner-only"):
            do(with_deputy(), command, DEPUTY)
    with pytest.raises(RefusedError, match="case-closed"):
        do(closed(), grant)


@pytest.mark.parametrize(
    ("event", "by"),
    [
        (DeputyGranted(Id(STRANGER), day(0), "oral"), DEPUTY),
        (DeputyGranted(Id(STRANGER), day(0), "oral"), OWNER),
        (DeputyRemoved(Id(DEPUTY)), DEPUTY),
        (DeputyRemoved(Id(STRANGER)), OWNER),
    ],
)
def test_a_modified_client_changes_no_deputy(event: DeputyGranted, by: bytes) -> None:
    after = hostile(with_deputy(), event, by)
    assert (after.deputy, after.anomalies) == (DEPUTY, 1)


def test_only_the_owners_record_makes_a_deputy() -> None:
    consent = Id(b"t" * 16)
    state = do(lisa(), RecordConsent(consent, colleague(STRANGER), "cover", how="oral"))
    grant = DeputyGranted(Id(STRANGER), day(0), "oral", None, day(0), (consent,))
    assert hostile(state, grant, STRANGER).deputy is None
    assert hostile(state, grant, OWNER).deputy == STRANGER
    assert hostile(lisa(), grant, OWNER).deputy is None
