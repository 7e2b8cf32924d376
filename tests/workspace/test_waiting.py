"""What waits for the server, item after item: decided on one another, sent in that order, and given back together."""

from __future__ import annotations

from datetime import date

import pytest

from tests.practices import Practice
from vp_tui.domain.commands import (
    Disclose,
    HandOver,
    RecordConsent,
    ReviseNote,
    WriteDraft,
    WriteNote,
)
from vp_tui.domain.party import Party, colleague
from vp_tui.errors import ConflictError, RefusedError
from vp_tui.workspace.facade import Workspace

TO = Party("organisation")


async def two(practice: Practice) -> tuple[Workspace, Workspace, bytes]:
    """One case, open to its owner and to her deputy."""
    anna, cas = practice.open["anna"], practice.open["cas"]
    case = await practice.case("cas", "stille haven")
    await cas.grant_deputy(case, anna.me.member, date.today(), "oral")
    await anna.sync()
    return anna, cas, case


async def test_a_note_is_revised_before_it_was_sent(practice: Practice) -> None:
    cas = practice.open["cas"]
    case = await practice.case("cas", "stille haven")
    note = cas.new_id()
    with practice.cut_off("cas"):
        await cas.do(WriteNote(note, "Een."), case)
        assert not (await cas.do(ReviseNote(note, 1, "Twee."), case)).sent
    await cas.sync()
    assert cas.case(case).state.timeline[-1].text == "Twee."


async def test_a_letter_is_written_agreed_to_and_sent_before_the_server_hears_of_it(practice: Practice) -> None:
    cas = practice.open["cas"]
    case = await practice.case("cas", "stille haven")
    letter = cas.new_id()
    with practice.cut_off("cas"):
        await cas.do(WriteDraft(letter, "letter", "Brief", "Versie een."), case)
        await cas.do(RecordConsent(cas.new_id(), TO, "letter", how="oral", draft=letter, version=1), case)
        await cas.do(Disclose("letter", TO, draft=letter, version=1), case)
    await cas.sync()
    state = cas.case(case).state
    assert (len(state.consents), len(state.disclosures), state.anomalies) == (1, 1, 0)


async def test_what_waits_goes_before_what_is_done_now(practice: Practice) -> None:
    cas = practice.open["cas"]
    case = await practice.case("cas", "stille haven")
    with practice.cut_off("cas"):
        await cas.do(WriteNote(cas.new_id(), "Eerst."), case)
    assert (await cas.do(WriteNote(cas.new_id(), "Daarna."), case)).sent
    assert [item.text for item in cas.case(case).state.timeline][-2:] == ["Eerst.", "Daarna."]
    assert cas.status.pending == 0


async def test_consent_for_a_letter_is_for_the_words_that_were_read(practice: Practice) -> None:
    """The version that she read out was never written: so neither was what was agreed to about it."""
    anna, cas, case = await two(practice)
    letter = cas.new_id()
    await cas.do(WriteDraft(letter, "letter", "Brief", "Versie een."), case)
    await anna.sync()
    with practice.cut_off("cas"):
        await cas.do(WriteDraft(letter, "letter", "Brief", "Versie twee, zoals Noor haar las.", 1), case)
        await cas.do(RecordConsent(cas.new_id(), TO, "letter", how="oral", draft=letter, version=2), case)
        await cas.do(Disclose("letter", TO, draft=letter, version=2), case)
        await anna.do(WriteDraft(letter, "letter", "Brief", "Iets heel anders.", 1), case)
    await cas.sync()
    await anna.sync()
    for workspace in (anna, cas):
        state = workspace.case(case).state
        assert [row.purpose for row in state.consents] == ["cover"]
        assert [row.purpose for row in state.disclosures] == ["cover"]
    with pytest.raises(RefusedError, match="consent-missing"):
        await anna.do(Disclose("letter", TO, draft=letter, version=2), case)
    assert "zoals Noor haar las" in cas.drafts.all()[0].text


async def test_nor_is_a_consent_that_is_recorded_at_the_moment_of_the_connection(practice: Practice) -> None:
    anna, cas, case = await two(practice)
    letter = cas.new_id()
    await cas.do(WriteDraft(letter, "letter", "Brief", "Versie een."), case)
    await anna.sync()
    with practice.cut_off("cas"):
        await cas.do(WriteDraft(letter, "letter", "Brief", "Versie twee, zoals Noor haar las.", 1), case)
        await anna.do(WriteDraft(letter, "letter", "Brief", "Iets heel anders.", 1), case)
    with pytest.raises(ConflictError):
        await cas.do(RecordConsent(cas.new_id(), TO, "letter", how="oral", draft=letter, version=2), case)
    assert [row.purpose for row in cas.case(case).state.consents] == ["cover"]
    assert "zoals Noor haar las" in cas.drafts.all()[0].text


async def test_what_stands_by_itself_is_not_given_back_with_it(practice: Practice) -> None:
    anna, cas, case = await two(practice)
    letter = cas.new_id()
    await cas.do(WriteDraft(letter, "letter", "Brief", "Versie een."), case)
    await anna.sync()
    with practice.cut_off("cas"):
        await cas.do(WriteDraft(letter, "letter", "Brief", "Versie twee.", 1), case)
        await cas.do(WriteNote(cas.new_id(), "Noor belde."), case)
        await anna.do(WriteDraft(letter, "letter", "Brief", "Iets anders.", 1), case)
    await cas.sync()
    assert cas.case(case).state.timeline[-1].text == "Noor belde."
    assert cas.drafts.all()[0].text == "Versie twee."


async def test_handing_over_gives_back_what_could_not_be_sent_before_it(practice: Practice) -> None:
    anna, cas, case = await two(practice)
    letter = cas.new_id()
    await cas.do(WriteDraft(letter, "letter", "Brief", "Versie een."), case)
    await cas.do(RecordConsent(cas.new_id(), colleague(anna.me.member), "handover", how="oral"), case)
    await anna.sync()
    with practice.cut_off("cas"):
        await cas.do(WriteDraft(letter, "letter", "Brief", "Versie twee.", 1), case)
        await anna.do(WriteDraft(letter, "letter", "Brief", "Iets anders.", 1), case)
    await cas.do(HandOver(anna.me.member), case)
    assert cas.drafts.all()[0].text == "Versie twee."
