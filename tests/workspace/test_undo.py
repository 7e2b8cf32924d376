"""What can be taken back, what hides it, and what is refused."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.practices import Practice
from vp_tui import i18n
from vp_tui.domain.commands import (
    CloseCase,
    ReviseCore,
    ReviseNote,
    SetNextAction,
    SnoozeCase,
    TagCase,
    WriteNote,
)
from vp_tui.domain.undo import WITHIN_MS
from vp_tui.errors import ConflictError, NotFoundError, RefusedError


async def test_one_act_after_the_other_newest_first(practice: Practice) -> None:
    cas = practice.open["cas"]
    case = await practice.case("cas", "stille haven")
    assert cas.undo_offer() is None, "a registration is not taken back"
    await cas.do(TagCase(("spoed",)), case)
    await cas.do(SnoozeCase(cas.today() + timedelta(days=3)), case)
    offer = cas.undo_offer()
    assert offer is not None and (offer.key, offer.facts, offer.asks_why) == (
        "workspace.undo.snoozed", {"alias": "stille haven"}, False,
    )  # fmt: skip
    assert "stille haven" in i18n.text(offer.key, **offer.facts)
    await cas.undo()
    assert cas.case(case).state.snoozed is None and cas.case(case).state.tags == ("spoed",)
    await cas.undo()
    assert cas.case(case).state.tags == ()
    with pytest.raises(NotFoundError, match="nothing-to-undo"):
        await cas.undo()
    await practice.open["cas"].sync()
    assert cas.case(case).state.anomalies == 0


async def test_in_the_personal_layer_too(practice: Practice) -> None:
    cas = practice.open["cas"]
    case = await practice.case("cas", "stille haven")
    note = cas.new_id()
    await cas.do(WriteNote(note, "Van mij."), case, layer="personal")
    await cas.do(ReviseNote(note, 1, "Van mij alleen."), case, layer="personal")
    await cas.undo()
    assert cas.case(case).notes.timeline[0].text == "Van mij."
    assert cas.undo_offer().key == "workspace.undo.note-written"
    await cas.undo()
    assert cas.case(case).notes.timeline[0].withdrawn


async def test_what_left_stays_left_and_hides_what_was_before(practice: Practice) -> None:
    anna, cas = practice.open["anna"], practice.open["cas"]
    case = await practice.case("cas", "stille haven")
    await cas.do(TagCase(("spoed",)), case)
    await cas.grant_deputy(case, anna.me.member, date.today(), "oral")
    assert cas.undo_offer() is None
    with pytest.raises(NotFoundError, match="nothing-to-undo"):
        await cas.undo()
    assert cas.case(case).state.deputy == anna.me.member


async def test_a_closing_asks_for_the_reason(practice: Practice) -> None:
    cas = practice.open["cas"]
    case = await practice.case("cas", "stille haven")
    await cas.do(CloseCase("AF-UI"), case)
    assert cas.undo_offer().asks_why
    with pytest.raises(RefusedError, match="text-missing"):
        await cas.undo()
    await cas.undo("Te vroeg.")
    assert cas.case(case).state.is_open


async def test_what_somebody_else_built_on_is_not_taken_back(practice: Practice) -> None:
    anna, cas = practice.open["anna"], practice.open["cas"]
    case = await practice.case("cas", "stille haven")
    await cas.grant_deputy(case, anna.me.member, date.today(), "oral")
    await anna.sync()
    await cas.do(ReviseCore("wish", 0, "Rust."), case)
    await anna.sync()
    await anna.do(ReviseCore("wish", 1, "Rust, en gehoord worden."), case)
    await cas.sync()
    with pytest.raises(ConflictError):
        await cas.undo()
    assert cas.case(case).state.wish == "Rust, en gehoord worden."


async def test_several_changes_of_one_thing_are_taken_back_one_by_one(practice: Practice) -> None:
    anna, cas = practice.open["anna"], practice.open["cas"]
    case = await practice.case("cas", "stille haven")
    await cas.grant_deputy(case, anna.me.member, date.today(), "oral")
    for rev, wish in enumerate(("Rust.", "Gehoord worden.", "Een gesprek.")):
        await cas.do(ReviseCore("wish", rev, wish), case)
    for wish in ("Gehoord worden.", "Rust."):
        await cas.undo()
        assert cas.case(case).state.wish == wish
    await anna.sync()
    await anna.do(ReviseCore("wish", 5, "Stilte."), case)
    await cas.sync()
    with pytest.raises(ConflictError):
        await cas.undo()


async def test_after_ten_minutes_and_in_another_process_nothing_is_offered(practice: Practice) -> None:
    cas = practice.open["cas"]
    case = await practice.case("cas", "stille haven")
    await cas.do(SetNextAction(cas.case(case).state.next_rev, "Bellen", cas.today()), case)
    offer = cas.undo_offer()
    assert offer is not None
    cas._core.at_ms = offer.until_ms + 1
    assert cas.undo_offer() is None
    cas._core.at_ms = offer.until_ms - WITHIN_MS
    assert cas.undo_offer() == offer
    cas._core.at_ms = None
    assert (await practice.again("cas")).undo_offer() is None
