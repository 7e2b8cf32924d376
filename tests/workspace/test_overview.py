"""The day over everything, what completes a filter, who may write what about a client, and what a search finds."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from tests.practices import Practice
from vp_tui.domain.case_parts import SafeContact
from vp_tui.domain.commands import (
    AddReporter,
    AnswerCondition,
    AnswerPressure,
    BreakConfidentiality,
    ChooseOption,
    ConsultColleague,
    MakeReferral,
    OpenDilemma,
    PutOption,
    PutStep,
    RecordConsent,
    RecordPressure,
    ReviseCore,
    SetMandate,
    SetNextAction,
    SetRoute,
    SetSafeContact,
    SetStage,
    TagCase,
    WeighAlternatives,
    WriteDraft,
    WriteNote,
)
from vp_tui.domain.mandate import usual
from vp_tui.domain.party import Party
from vp_tui.domain.weighing import CONDITIONS
from vp_tui.errors import NotPermittedError


async def test_the_day_follows_what_it_is_made_of(practice: Practice) -> None:
    anna = practice.open["anna"]
    client = await anna.add_client("NRD-01", "Noorderend")
    case = await practice.case("anna", "stille haven", client=client)
    assert anna.today_view() == []
    await anna.do(SetNextAction(0, "Bellen", anna.today()), case)
    (item,) = anna.today_view()
    assert (item.kind, item.space, item.label, item.client_code) == ("next-action", case, "stille haven", "NRD-01")
    assert anna.today_view() is anna.today_view()
    assert anna.today_view(7) is not anna.today_view()
    await anna.do(SetMandate(0, replace(usual("NL"), end=anna.today() + timedelta(days=20))), client)
    assert [item.kind for item in anna.today_view()] == ["next-action", "mandate-expiry"]
    again = await practice.again("anna")
    assert [item.kind for item in again.today_view()] == ["next-action", "mandate-expiry"]
    again._core.at_ms = again.clock.now_ms() + 86_400_000
    assert [item.late for item in again.today_view() if item.kind == "next-action"] == [1]


async def test_another_country_moves_the_dates_of_the_day(practice: Practice) -> None:
    anna = practice.open["anna"]
    client = await anna.add_client("NRD-01", "Noorderend")
    await practice.case("anna", "stille haven", client=client)
    assert anna.today_view(30) == []
    await anna.do(SetMandate(0, usual("BE")), client)
    assert [item.kind for item in anna.today_view(30)] == ["be-heard"]


async def test_a_reporter_who_is_to_be_informed_is_on_the_day_also_after_a_restart(practice: Practice) -> None:
    bo, cas = practice.open["bo"], practice.open["cas"]
    case, dilemma = await practice.case("cas", "stille haven"), cas.new_id()
    await cas.do(OpenDilemma(dilemma, "DB-GV", "Moet dit naar buiten?"), case)
    rev = 1
    for condition in CONDITIONS:
        await cas.do(AnswerCondition(dilemma, rev, condition, "yes", "Besproken."), case)
        rev += 1
    await cas.do(WeighAlternatives(dilemma, rev, "Geen andere weg."), case)
    await cas.do(ConsultColleague(dilemma, rev + 1, bo.me.member, anonymised=True, text="Met Bo."), case)
    assert cas.today_view() == []
    await cas.do(BreakConfidentiality(dilemma, rev + 2, Party("other", "politie"), "Dreiging."), case)
    for restart in (False, True):
        workspace = await practice.again("cas") if restart else cas
        (item,) = workspace.today_view()
        assert (item.kind, item.space, item.red, item.label) == ("inform-reporter", case, True, "stille haven")


async def test_what_completes_a_filter(practice: Practice) -> None:
    anna = practice.open["anna"]
    await anna.add_client("NRD-01", "Noorderend")
    await anna.add_client("ABC-02", "Abelbrug")
    case = await practice.case("anna", "stille haven")
    await anna.do(TagCase(("spoed", "avond")), case)
    assert anna.known() == {"client": ["ABC-02", "NRD-01"], "tag": ["avond", "spoed"], "owner": ["Anna"]}


async def test_pressure_is_written_by_confidants_and_the_card_by_coordinators(practice: Practice) -> None:
    anna, cas = practice.open["anna"], practice.open["cas"]
    client = await anna.add_client("NRD-01", "Noorderend")
    await cas.sync()
    pressure = cas.new_id()
    await cas.do(RecordPressure(pressure, "HR-manager", "Wilde namen weten."), client)
    await cas.do(AnswerPressure(pressure, 1, "Die zijn er niet."), client)
    with pytest.raises(NotPermittedError, match="coordinators-only"):
        await cas.do(SetMandate(0, usual("NL")), client)
    await anna.sync()
    assert [row.answered for row in anna.client(client).pressures] == ["Die zijn er niet."]


async def test_everything_that_somebody_wrote_is_found(practice: Practice) -> None:
    anna = practice.open["anna"]
    client = await anna.add_client("NRD-01", "Noorderend")
    await anna.index()
    case = await practice.case("anna", "stille haven", client=client)
    ids = {name: anna.new_id() for name in ("option", "step", "draft", "consent", "referral", "reporter", "dilemma")}
    party = Party("organisation", "zoekpartij")
    acts: list[tuple[Any, bytes]] = [
        (ReviseCore("wish", 0, "zoekwens"), case),
        (SetSafeContact(0, SafeContact(avoid="zoekpartner")), case),
        (SetNextAction(0, "zoekactie", None), case),
        (AddReporter(ids["reporter"], "zoekmelder"), case),
        (PutOption(ids["option"], "zoekdoel", consequences="zoekgevolg"), case),
        (ChooseOption(0, ids["option"], words="zoekkeuze"), case),
        (PutStep(ids["step"], "VS-GE", what="zoekstap", agreements="zoekafspraak"), case),
        (WriteDraft(ids["draft"], "letter", "Brief", "zoekbrief"), case),
        (RecordConsent(ids["consent"], party, "conversation", "zoekinhoud", "oral"), case),
        (MakeReferral(ids["referral"], "VD-HA", "zoekarts"), case),
        (SetStage(0, "IM", warned=True, decision="zoekbesluit"), case),
        (OpenDilemma(ids["dilemma"], "DB-GV", "zoektwijfel"), case),
        (TagCase(("zoeklabel",)), case),
        (SetRoute(anna.new_id(), "committee", "zoekcommissie"), client),
        (RecordPressure(anna.new_id(), "HR-manager", "zoekvraag"), client),
    ]
    for command, about in acts:
        await anna.do(command, about)
    await anna.do(WriteNote(anna.new_id(), "zoeknotitie"), case, layer="personal")
    await anna.ask_contact(client, [anna.me.member], channel="KA-TE", call_back="zoeknummer", text="zoekverzoek")
    # Found whether the index follows what happens or is filled afterwards.
    for restart in (False, True):
        workspace = await practice.again("anna") if restart else anna
        await workspace.index()
        for word in ("wens", "partner", "actie", "melder", "doel", "gevolg", "keuze", "stap", "afspraak", "brief",
                     "inhoud", "partij", "arts", "besluit", "twijfel", "label", "notitie"):  # fmt: skip
            assert [hit.case for hit in workspace.search(f"zoek{word}")] == [case], word
        for name, word in {"option": "doel", "step": "stap", "draft": "brief", "consent": "inhoud",
                           "referral": "arts", "reporter": "melder", "dilemma": "twijfel"}.items():  # fmt: skip
            assert workspace.search(f"zoek{word}")[0].item == ids[name], name
        for word, kind in (("commissie", "client"), ("vraag", "client"), ("nummer", "contact_request")):
            assert workspace.search(f"zoek{word}") == []
            (hit,) = workspace.search(f"zoek{word}", (kind,))
            assert hit.case == (client if kind == "client" else workspace.contacts()[0].id)
