"""What was written without a connection and then refused comes back as a draft, whatever it was written in."""

from __future__ import annotations

from datetime import date

from tests.practices import Practice
from vp_tui.domain.commands import ConsultStep, GrantDeputy, PutStep, WriteDraft


async def test_every_prose_of_a_refused_act_comes_back_and_nothing_that_lay_there_goes(practice: Practice) -> None:
    case = await practice.case("anna", "blauwe reiger")
    anna, cas = practice.open["anna"], practice.open["cas"]
    step, draft = anna.new_id(), anna.new_id()
    await anna.do(GrantDeputy(cas.me.member, date(2026, 1, 5), "oral"), case)
    await anna.do(PutStep(step, "VS-HR"), case)
    await anna.do(WriteDraft(draft, "letter", "Brief", "Een."), case)
    await cas.sync()
    slot = f"note:{case.hex()}:dossier:new"
    anna.drafts.save(slot, "Lag er al.")
    with practice.cut_off("anna"):
        await anna.do(PutStep(step, "VS-HR", consequences="Van Anna.", agreements="Eerst bellen.", base=1), case)
        await anna.do(WriteDraft(draft, "letter", "Brief", "Twee van Anna.", 1), case)
    await cas.do(ConsultStep(step, 1, "Zij wil het."), case)
    await cas.do(WriteDraft(draft, "letter", "Brief", "Twee van Cas.", 1), case)
    await anna.sync()
    state = anna.case(case).state
    assert (state.steps[0].choice, state.steps[0].consequences) == ("Zij wil het.", "")
    assert [version.text for version in state.drafts[0].versions] == ["Een.", "Twee van Cas."]
    assert all(line.t != "event-ignored" for line in state.log)
    kept = anna.drafts.load(slot)
    assert kept is not None
    assert kept.text.split("\n\n") == ["Lag er al.", "Van Anna.", "Eerst bellen.", "Twee van Anna."]
