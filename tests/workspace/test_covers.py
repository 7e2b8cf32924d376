"""A deputy reads on for no moment after the consent for it is withdrawn, or its last day is over."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.practices import Practice
from vp_tui.domain.commands import AddReporter, RecordConsent, WithdrawConsent, WriteNote
from vp_tui.domain.party import colleague
from vp_tui.errors import NotFoundError
from vp_tui.workspace.facade import Workspace

DAY = 86_400_000


async def covered(practice: Practice, until: date | None = None) -> tuple[Workspace, Workspace, bytes, bytes]:
    """Deputy, owner, their case, and the consent for it."""
    anna, cas = practice.open["anna"], practice.open["cas"]
    case = await practice.case("cas", "stille haven")
    await cas.grant_deputy(case, anna.me.member, date.today(), "oral", until)
    await anna.sync()
    return anna, cas, case, cas.case(case).state.consents[0].id


async def unread(deputy: Workspace, owner: Workspace, case: bytes) -> None:
    """The cover is over, by record and by key."""
    state, log = owner.case(case).state, owner._core.spaces.get(case).log
    assert (state.deputy, state.anomalies, log.members) == (None, 0, (owner.me.member,))
    await deputy.sync()
    with pytest.raises(NotFoundError):
        deputy.case(case)
    assert "Hierna." not in repr(deputy._core.spaces.state(case))
    assert deputy._core.spaces.get(case).log.key(log.epoch) is None


async def test_cover_ends_when_its_consent_is_withdrawn(practice: Practice) -> None:
    anna, cas, case, consent = await covered(practice)
    await cas.do(WithdrawConsent(consent), case)
    await cas.do(WriteNote(cas.new_id(), "Hierna."), case)
    await unread(anna, cas, case)


async def test_what_waits_is_sent_when_the_cover_has_ended(practice: Practice) -> None:
    anna, cas, case, consent = await covered(practice)
    with practice.cut_off("cas"):
        await cas.do(WithdrawConsent(consent), case)
        await cas.do(WriteNote(cas.new_id(), "Hierna."), case)
    assert cas.status.pending == 2
    await cas.sync()
    await unread(anna, cas, case)
    assert cas.case(case).state.timeline[-1].text == "Hierna."


async def test_the_deputy_writes_the_withdrawal_down(practice: Practice) -> None:
    """The owner's program sees to the key as soon as it hears of it."""
    anna, cas, case, consent = await covered(practice)
    await anna.do(WithdrawConsent(consent), case)
    await cas.sync()
    await unread(anna, cas, case)


async def test_cover_ends_after_its_last_day(practice: Practice) -> None:
    anna, cas, case, _ = await covered(practice, date.today())
    await cas.sync()
    assert cas.case(case).state.deputy == anna.me.member
    cas._core.at_ms = cas.clock.now_ms() + DAY
    await cas.do(WriteNote(cas.new_id(), "Hierna."), case)
    await unread(anna, cas, case)


async def test_cover_goes_on_under_another_consent(practice: Practice) -> None:
    """And somebody who told of it later, and was never asked, ends nothing."""
    anna, cas, case, consent = await covered(practice)
    await cas.do(RecordConsent(cas.new_id(), colleague(anna.me.member), "cover", "", "written"), case)
    await cas.do(WithdrawConsent(consent), case)
    await cas.do(AddReporter(cas.new_id(), "rode vos"), case)
    await cas.sync()
    assert cas.case(case).state.deputy == anna.me.member


async def test_each_reporter_ends_it(practice: Practice) -> None:
    anna, cas = practice.open["anna"], practice.open["cas"]
    case, other, hers = await practice.case("cas", "stille haven"), cas.new_id(), cas.new_id()
    await cas.do(AddReporter(other, "rode vos"), case)
    until = date.today() + timedelta(3)
    await cas.do(RecordConsent(hers, colleague(anna.me.member), "cover", "", "oral", until=until, reporter=other), case)
    await cas.grant_deputy(case, anna.me.member, date.today(), "oral")
    await anna.sync()
    await cas.do(WithdrawConsent(hers), case)
    await cas.sync()
    await unread(anna, cas, case)
