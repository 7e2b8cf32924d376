"""The consent ledger, the offer to record what is missing, what leaves and what is withdrawn, and who knows what."""

from __future__ import annotations

from datetime import date

import pytest
from textual.worker import WorkerFailed

from tests.tui.test_sheet_intake import sheet
from tests.tui.workbench import CAS_CASE, HERON, Bench, Desk
from vp_tui.domain.case_parts import Consent
from vp_tui.domain.commands import (
    AddReporter,
    AnswerCondition,
    BreakConfidentiality,
    ConsultColleague,
    ConsultStep,
    Disclose,
    GrantDeputy,
    MakeReferral,
    MoveReferral,
    MoveStep,
    OpenDilemma,
    PutStep,
    RecordConsent,
    WeighAlternatives,
    WithdrawConsent,
    WriteDraft,
)
from vp_tui.domain.party import Party, colleague
from vp_tui.domain.weighing import CONDITIONS
from vp_tui.errors import RefusedError
from vp_tui.tui.screens.consent_offer import with_consent
from vp_tui.workspace.facade import Workspace

TODAY = date(2026, 3, 9)
MANAGER = Party("VD-LG", "Van Dijk")
GIVEN = b"consent-manager1"
STEP = b"step-of-heron-01"
LETTER = b"letter-of-heron1"


async def consents(workspace: Workspace, *rows: RecordConsent) -> None:
    for row in rows:
        await workspace.do(row, HERON)


def talk(on: date | None = None, until: date | None = None) -> RecordConsent:
    content = "dat zij niet meer alleen op kantoor wil zijn"
    return RecordConsent(GIVEN, MANAGER, "conversation", content, "oral", on, until)


def ledger(desk: Desk) -> tuple[Consent, ...]:
    return desk.workspace.case(HERON).state.consents


# -- recording --------------------------------------------------------------------------------------------------------


async def test_a_consent_is_recorded_with_party_purpose_content_and_how(bench: Bench) -> None:
    async with sheet(bench, "consents", HERON) as desk:
        await desk.sees("Nog geen toestemming. Zonder toestemming gaat er niets naar buiten.")
        await desk.press("n")
        await desk.type("leidingg")
        await desk.press("enter")
        await desk.type("Van Dijk")
        await desk.press("enter")
        await desk.type("namens")
        await desk.press("enter")
        await desk.type("Alleen dat het rooster anders moet.")
        await desk.press("tab", "right", "enter", "enter")
        await desk.type("1-6-2026")
        await desk.press("ctrl+s")
        await desk.sees(
            "geldig t/m ma 1 jun 2026: gesprek namens de melder, leidinggevende Van Dijk",
            "Alleen dat het rooster anders moet.",
            "schriftelijk, vandaag; nog niet gebruikt",
        )
        (row,) = ledger(desk)
        assert (row.party, row.purpose, row.how, row.on) == (MANAGER, "conversation", "written", TODAY)
        assert row.until == date(2026, 6, 1)


async def test_bad_input_is_refused_beside_its_field_and_nothing_typed_is_lost(bench: Bench) -> None:
    async with sheet(bench, "consents", HERON) as desk:
        await desk.press("n")
        await desk.type("een ander")
        await desk.press("enter", "enter")
        await desk.type("namens")
        await desk.press("enter", "ctrl+s")
        await desk.sees("! Hier ontbreekt tekst.")
        await desk.type("Huurbaas")
        await desk.press("ctrl+s")
        await desk.sees("! Hier ontbreekt tekst.")
        await desk.type("Alleen dit ene.")
        await desk.press("tab", "enter", "enter")
        await desk.type("1-2-2026")
        await desk.press("ctrl+s")
        await desk.sees("! ")
        assert ledger(desk) == ()
        await desk.press("escape", "n")
        await desk.sees("Huurbaas", "Alleen dit ene.", "gesprek namens de melder")
        await desk.press("escape")
        assert ledger(desk) == ()


async def test_a_colleague_gets_nothing_but_cover_and_hand_over(bench: Bench) -> None:
    async with sheet(bench, "consents", HERON) as desk:
        await desk.press("n")
        await desk.type("cas (coll")
        await desk.press("enter", "enter")
        await desk.type("herleidbaar")
        await desk.press("enter")
        await desk.type("Iets.")
        await desk.press("ctrl+s")
        await desk.sees("! Deze partij past niet bij dit doel.")


async def test_each_reporter_consents_for_herself(bench: Bench) -> None:
    anna = await bench.colleague("anna")
    await anna.do(AddReporter(b"reporter-heron-2", "gele vink"), HERON)
    async with sheet(bench, "consents", HERON) as desk:
        await desk.press("n")
        await desk.sees("Van wie", "blauwe reiger")
        await desk.press(*["backspace"] * 20)
        await desk.type("vink")
        await desk.press("enter")
        await desk.type("VD-HR")
        await desk.press("enter", "enter")
        await desk.type("herleidbaar")
        await desk.press("enter")
        await desk.type("Dat er op de afdeling iets speelt.")
        await desk.press("ctrl+s")
        await desk.sees("! nog niet van blauwe reiger, en dus gaat er nog niets", "mondeling, vandaag; van gele vink")
        assert ledger(desk)[0].reporter == b"reporter-heron-2"


# -- the gate ---------------------------------------------------------------------------------------------------------


async def under_way(workspace: Workspace) -> None:
    """A talk by the confidant that was talked over, but not yet consented to."""
    await workspace.do(PutStep(STEP, "VS-LG", "confidant", "Gesprek", party=MANAGER), HERON)
    await workspace.do(ConsultStep(STEP, 1, "Doe maar"), HERON)


async def test_what_is_missing_is_named_recorded_and_then_the_act_is_done(bench: Bench) -> None:
    async with sheet(bench, "consents", HERON) as desk:
        await under_way(desk.workspace)
        offer = desk.app.run_worker(with_consent(desk.screen, HERON, MoveStep(STEP, 2, "under_way")))
        await desk.sees(
            "Hiervoor mist de toestemming van blauwe reiger: gesprek namens de melder, aan leidinggevende Van Dijk.",
            "Met Esc gebeurt er niets en gaat er niets naar buiten.",
        )
        await desk.type("Wat zij opschreef.")
        await desk.press("ctrl+s")
        receipt = await offer.wait()
        assert receipt is not None
        state = desk.workspace.case(HERON).state
        assert (state.steps[0].status, len(state.disclosures)) == ("under_way", 1)
        assert state.disclosures[0].consents == (ledger(desk)[0].id,)


async def test_nothing_leaves_when_nobody_says_that_consent_was_given(bench: Bench) -> None:
    async with sheet(bench, "consents", HERON) as desk:
        await under_way(desk.workspace)
        offer = desk.app.run_worker(with_consent(desk.screen, HERON, MoveStep(STEP, 2, "under_way")))
        await desk.sees("Hiervoor mist de toestemming")
        await desk.type("Half geschreven")
        await desk.press("escape")
        assert await offer.wait() is None
        state = desk.workspace.case(HERON).state
        assert (state.consents, state.disclosures, state.steps[0].status) == ((), (), "consulted")


async def test_every_reporter_is_asked_and_the_second_refusal_stops_it(bench: Bench) -> None:
    async with sheet(bench, "consents", HERON) as desk:
        await under_way(desk.workspace)
        await desk.workspace.do(AddReporter(b"reporter-heron-2", "gele vink"), HERON)
        offer = desk.app.run_worker(with_consent(desk.screen, HERON, MoveStep(STEP, 2, "under_way")))
        await desk.sees("toestemming van blauwe reiger")
        await desk.type("Dit.")
        await desk.press("ctrl+s")
        await desk.sees("toestemming van gele vink")
        await desk.press("escape")
        assert await offer.wait() is None
        state = desk.workspace.case(HERON).state
        assert (len(state.consents), state.disclosures) == (1, ())


async def test_a_warm_referral_asks_for_the_introduction(bench: Bench) -> None:
    async with sheet(bench, "consents", HERON) as desk:
        await desk.workspace.do(MakeReferral(b"referral-heron-1", "VD-HR", "P. de Wit", "WV-WV"), HERON)
        await desk.workspace.do(MoveReferral(b"referral-heron-1", 1, "VW-AK"), HERON)
        offer = desk.app.run_worker(with_consent(desk.screen, HERON, MoveReferral(b"referral-heron-1", 2, "VW-CO")))
        await desk.sees("introductie bij een verwijzing, aan HR P. de Wit.")
        await desk.type("Naam en onderwerp.")
        await desk.press("ctrl+s")
        assert await offer.wait() is not None


async def test_a_consent_that_does_not_help_is_not_asked_for_again_and_again(bench: Bench) -> None:
    async with sheet(bench, "consents", HERON) as desk:
        offer = desk.app.run_worker(
            with_consent(desk.screen, HERON, Disclose("conversation", MANAGER, date(2026, 3, 2))), exit_on_error=False
        )
        await desk.sees("Hiervoor mist de toestemming")
        await desk.type("Dit.")
        # Given today: not on the second, when it was told.
        await desk.press("tab", "enter", *["backspace"] * 12, "ctrl+s")
        with pytest.raises(WorkerFailed) as raised:
            await offer.wait()
        assert isinstance(raised.value.error, RefusedError)
        assert raised.value.error.key == "consent-missing"
        assert desk.workspace.case(HERON).state.disclosures == ()


async def test_a_deputy_needs_the_consent_of_every_reporter(bench: Bench) -> None:
    anna = await bench.colleague("anna")
    await anna.do(AddReporter(b"reporter-heron-2", "gele vink"), HERON)
    async with bench.application() as desk:
        desk.app.go("case", HERON.hex())
        await desk.sees("[Dossier")
        await desk.press("X", "d")
        await desk.type("cas")
        await desk.press("enter")
        await desk.type("vandaag")
        await desk.press("ctrl+s")
        await desk.sees("Cas leest dan:")
        await desk.type("toelaten")
        await desk.press("enter")
        await desk.sees("Hiervoor mist de toestemming van gele vink: waarneming, aan Cas (collega).")
        await desk.press("escape")
        assert desk.workspace.case(HERON).state.deputy is None


# -- what leaves ------------------------------------------------------------------------------------------------------


async def test_what_leaves_is_read_and_a_word_typed_before_it_does(bench: Bench) -> None:
    async with sheet(bench, "consents", HERON) as desk:
        await consents(desk.workspace, talk())
        await desk.sees("geldig: gesprek namens de melder")
        await desk.press("X", "v")
        await desk.press("ctrl+s")
        await desk.sees(
            "gesprek namens de melder: aan leidinggevende Van Dijk?",
            "Wat er gaat: dat zij niet meer alleen op kantoor wil zijn",
            "Daarna weet leidinggevende Van Dijk dit.",
            "Wat verteld is, kan niet worden teruggehaald.",
        )
        await desk.type("ja")
        await desk.press("enter")
        assert desk.workspace.case(HERON).state.disclosures == ()
        await desk.type("verstrekken")
        await desk.press("enter")
        await desk.sees("gebruikt: vandaag")
        assert [left.party for left in desk.workspace.case(HERON).state.disclosures] == [MANAGER]


async def test_a_letter_is_that_version_of_that_draft(bench: Bench) -> None:
    async with sheet(bench, "consents", HERON) as desk:
        await desk.workspace.do(WriteDraft(LETTER, "letter", "Verzoek", "Eerste."), HERON)
        await desk.workspace.do(WriteDraft(LETTER, "letter", "Verzoek", "Tweede.", 1), HERON)
        await desk.press("n")
        await desk.type("VD-HR")
        await desk.press("enter", "enter")
        await desk.type("brief")
        await desk.press("enter")
        await desk.type("versie 2")
        await desk.press("enter", "ctrl+s")
        await desk.sees("geldig: brief, HR", "Verzoek, versie 2")
        await desk.press("X", "v", "ctrl+s")
        await desk.sees("Wat er gaat: Verzoek, versie 2")
        await desk.type("verstrekken")
        await desk.press("enter")
        await desk.until(lambda: desk.workspace.case(HERON).state.drafts[0].versions[1].sent_on == TODAY)


async def test_what_goes_elsewhere_and_what_is_over_says_why_it_cannot_go(bench: Bench) -> None:
    async with sheet(bench, "consents", HERON) as desk:
        member = next(member.id for member in desk.workspace.members() if member.name == "Cas")
        await consents(desk.workspace, RecordConsent(b"consent-cover-01", colleague(member), "cover", "", "oral"))
        await desk.sees("geldig: waarneming, Cas (collega)", "het hele dossier")
        await desk.press("X", "v")
        await desk.sees("Dit gaat met een stap, verwijzing, waarneming of overdracht mee; doe het daar.")
        await consents(desk.workspace, talk(on=date(2026, 2, 1), until=date(2026, 3, 1)))
        await desk.press("G")
        await desk.sees("verlopen op zo 1 mrt 2026: gesprek")
        await desk.press("X", "v")
        await desk.sees("Deze toestemming geldt niet meer; leg eerst een nieuwe vast.")


# -- withdrawing ------------------------------------------------------------------------------------------------------


async def test_withdrawing_lists_what_has_gone_and_blocks_further_use(bench: Bench) -> None:
    async with sheet(bench, "consents", HERON) as desk:
        await consents(desk.workspace, talk(on=date(2026, 3, 1)))
        await desk.workspace.do(Disclose("conversation", MANAGER, date(2026, 3, 5)), HERON)
        await desk.sees("gebruikt: do 5 mrt")
        await desk.press("X", "w")
        await desk.type("1-2-2026")
        await desk.press("ctrl+s")
        await desk.sees("! De toestemming eindigt voor zij begint.")
        await desk.press("ctrl+u", "ctrl+s")
        await desk.sees(
            "Dit is al naar buiten gegaan, en blijft bekend:",
            "gesprek namens de melder aan leidinggevende Van Dijk, do 5 mrt 2026",
        )
        await desk.type("intrekken")
        await desk.press("enter")
        await desk.sees("ingetrokken op ma 9 mrt 2026: gesprek")
        with pytest.raises(RefusedError):
            await desk.workspace.do(Disclose("conversation", MANAGER), HERON)
        await desk.press("X", "w")
        await desk.sees("Deze toestemming is al ingetrokken.")


async def test_a_deputy_without_consent_reads_no_further(bench: Bench) -> None:
    async with sheet(bench, "consents", HERON) as desk:
        member = next(member.id for member in desk.workspace.members() if member.name == "Cas")
        await desk.workspace.do(GrantDeputy(member, TODAY, "oral"), HERON)
        await desk.sees("geldig: waarneming")
        await desk.press("X", "w", "ctrl+s")
        await desk.sees("Zonder een andere toestemming hiervoor eindigt de waarneming")
        await desk.type("intrekken")
        await desk.press("enter")
        await desk.sees("De toestemming is ingetrokken.", "ingetrokken")
        await desk.until(lambda: desk.workspace.case(HERON).state.deputy is None)


# -- who knows what ---------------------------------------------------------------------------------------------------


async def test_who_knows_what_stands_on_one_small_screen(bench: Bench) -> None:
    anna = await bench.colleague("anna")
    await consents(anna, talk(on=date(2026, 3, 1)))
    await consents(
        anna,
        RecordConsent(b"consent-signal-1", Party("VD-HR"), "signal", "dat er iets speelt", "oral", date(2026, 3, 1)),
    )
    await anna.do(Disclose("conversation", MANAGER, date(2026, 3, 5)), HERON)
    await anna.do(Disclose("signal", Party("VD-HR"), date(2026, 3, 6)), HERON)
    await anna.do(WithdrawConsent(GIVEN, date(2026, 3, 8)), HERON)
    police = Party("VD-PO")
    case = b"dilemma-of-heron"
    cas = next(member.id for member in anna.members() if member.name == "Cas")
    await anna.do(OpenDilemma(case, "DB-EM", "Vermoeden van iets ernstigs."), HERON)
    base = 1
    for condition in CONDITIONS:
        await anna.do(AnswerCondition(case, base, condition, "yes", "ja"), HERON)
        base += 1
    await anna.do(WeighAlternatives(case, base, "Geen andere weg."), HERON)
    await anna.do(ConsultColleague(case, base + 1, cas, True, TODAY, "Ook zo."), HERON)
    await anna.do(BreakConfidentiality(case, base + 2, police, "Alleen de plaats.", TODAY), HERON)
    async with sheet(bench, "knowing", HERON) as desk:
        await desk.sees(
            "3 partijen weten iets van deze zaak.",
            "Van 1 is de toestemming sindsdien voorbij",
            "leidinggevende Van Dijk",
            "[toestemming ingetrokken op zo 8 mrt 2026]",
            "HR",
            "dat er iets speelt",
            "politie",
            "doorbreking, zonder toestemming: Alleen de plaats.",
        )
        assert desk.screen.timeline._top == 0
        await desk.press("enter")


async def test_a_deputy_is_told_that_exceptions_are_the_owners(bench: Bench) -> None:
    async with sheet(bench, "knowing", CAS_CASE) as desk:
        await desk.sees("waarneming: het hele dossier", "Wat bij gewetensnood is verteld, ziet alleen de eigenaar.")
