"""The sheet of steps: talked over before anything, consent before what leaves, and two confidants at once."""

from __future__ import annotations

from datetime import date

from tests.tui.sheet_desk import fill, sheet
from tests.tui.workbench import HARBOUR, HERON, TODAY, Bench
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.case_parts import Step
from vp_tui.domain.commands import ConsultStep, GrantDeputy, PutStep, SetMandate, SetStage
from vp_tui.domain.mandate import usual
from vp_tui.domain.party import Party
from vp_tui.i18n import set_language
from vp_tui.tui.screens.case_words import Words
from vp_tui.tui.screens.step_words import step_entry
from vp_tui.tui.widgets.composer import Composer
from vp_tui.workspace.views import CaseView

STEP = b"step-of-heron-01"


async def test_a_step_is_talked_over_before_it_goes_anywhere(bench: Bench) -> None:
    async with sheet(bench, "steps", HERON) as desk:
        await desk.sees("Nog geen stappen; die hoeven er ook niet te komen.")
        await desk.press("n", "ctrl+s")
        await desk.sees("! ")
        await fill(desk, code="leidinggevende", what="Vraagt om een gesprek.", due="vr", promised_by="HR")
        await desk.press("ctrl+s")
        await desk.sees("voorgenomen gesprek met leidinggevende", "Wie: melder zelf", "Nog niet afgestemd")
        [step] = desk.workspace.case(HERON).state.steps
        assert (step.code, step.who, step.due, step.promised_by) == ("VS-LG", "reporter", date(2026, 3, 13), "HR")
        await desk.press("s")
        await desk.sees("Waarheen met: gesprek met leidinggevende")
        await desk.press("2")
        await desk.sees(
            "Deze stap is nog niet met de melder afgestemd.", "Leg eerst vast wanneer", "en wat zij of hij kiest."
        )
        await desk.press("escape")
        assert desk.workspace.case(HERON).state.steps[0].status == "intended"
        # The refusal offers to talk it over at once, and then goes on.
        await desk.press("s", "2", "1", "ctrl+s")
        await desk.sees("! ")
        await fill(desk, choice="Zij doet het zelf, deze week.")
        await desk.press("ctrl+s")
        await desk.sees(": gedaan", "Op")
        await desk.press("ctrl+s")
        await desk.sees("gedaan gesprek met leidinggevende", "Keuze melder: vandaag: Zij doet het zelf")
        [step] = desk.workspace.case(HERON).state.steps
        assert (step.status, step.consulted_on, step.moved_on) == ("done", TODAY, TODAY)


async def test_what_leaves_with_a_step_takes_a_word_and_a_consent(bench: Bench) -> None:
    async with sheet(bench, "steps", HERON) as desk:
        workspace = desk.workspace
        await workspace.do(
            PutStep(STEP, "VS-BG", "together", "Zij vertelt, ik zit erbij.", party=Party("VD-HR")), HERON
        )
        await workspace.do(ConsultStep(STEP, 1, "Graag samen."), HERON)
        await desk.sees("afgestemd begeleid gesprek")
        await desk.press("s", "1", "ctrl+s")
        await desk.sees("U gaat met de melder mee naar: HR.", "Er is nog GEEN toestemming vastgelegd")
        await desk.press("enter")
        assert workspace.case(HERON).state.disclosures == ()
        await desk.type("beginnen")
        await desk.press("enter")
        await fill(desk, content="Dat ik erbij zit.")
        assert workspace.case(HERON).state.steps[0].status == "consulted"
        await desk.press("ctrl+s")
        await desk.sees("loopt begeleid gesprek", "Begonnen, en vastgelegd wie nu wat weet.")
        state = workspace.case(HERON).state
        assert [(left.purpose, left.party.kind, left.on) for left in state.disclosures] == [
            ("accompaniment", "VD-HR", TODAY)
        ]
        await desk.press("p")
        await desk.sees("VOORBEREIDING VAN HET GESPREK", "Je doet dit samen met je vertrouwenspersoon.", "Graag samen.")


async def test_declining_the_consent_leaves_everything_as_it_was(bench: Bench) -> None:
    async with sheet(bench, "steps", HERON) as desk:
        workspace = desk.workspace
        await workspace.do(PutStep(STEP, "VS-HR", "confidant", party=Party("VD-HR")), HERON)
        await workspace.do(ConsultStep(STEP, 1, "Doe maar namens mij."), HERON)
        await desk.sees("afgestemd gesprek met HR")
        await desk.press("X", "b", "ctrl+s")
        await desk.type("beginnen")
        await desk.press("enter")
        await desk.press("escape")
        state = workspace.case(HERON).state
        assert (state.steps[0].status, state.disclosures, state.consents) == ("consulted", (), ())


async def test_bad_input_stands_beside_its_field_and_a_draft_survives(bench: Bench) -> None:
    async with sheet(bench, "steps", HERON) as desk:
        await desk.press("n")
        await fill(desk, code="HR", who="together", consequences="Mogelijk een koele sfeer.")
        await desk.press("ctrl+s")
        await desk.sees("! Voor wie of met wie dit is, ontbreekt.")
        await fill(desk, due="31-31")
        await desk.press("ctrl+s")
        await desk.sees("! ")
        await desk.press("escape")
        await desk.sees("Concept bewaard")
        await desk.press("n")
        await desk.sees("Mogelijk een koele sfeer.", "(*) melder met vertrouwenspersoon", "gesprek met HR")
        await fill(desk, due="", party="HR")
        await desk.press("ctrl+s")
        await desk.sees("voorgenomen gesprek met HR")
        await desk.press("n")
        assert all(composer.text == "" for composer in desk.screen.query(Composer))


async def test_two_confidants_at_one_step_see_each_other_and_lose_nothing(bench: Bench) -> None:
    anna, cas = await bench.colleague("anna"), await bench.colleague("cas")
    await anna.do(GrantDeputy(cas.me.member, TODAY, "oral"), HERON)
    await anna.do(PutStep(STEP, "VS-HR", what="Vraagt een gesprek.", consequences="Onbekend."), HERON)
    await cas.sync()
    async with sheet(bench, "steps", HERON) as desk:
        await desk.sees("voorgenomen gesprek met HR")
        await desk.press("e")
        await fill(desk, promised_by="HR, mevrouw Bos", agreements="Eerst zelf opschrijven.")
        await cas.do(PutStep(STEP, "VS-HR", what="Vraagt een gesprek.", consequences="Van Cas.", base=1), HERON)
        await desk.until(lambda: desk.workspace.case(HERON).state.steps[0].rev == 2)
        await desk.press("ctrl+s")
        await desk.sees("Een collega was u voor; nu staat er: Gevolgen: Van Cas.")
        assert "Eerst zelf opschrijven." in desk.flat()
        await desk.press("ctrl+s")
        await desk.sees("Afspraken: Eerst zelf opschrijven.", "Gevolgen: Van Cas.")
        [step] = desk.workspace.case(HERON).state.steps
        assert (step.promised_by, step.consequences, step.rev) == ("HR, mevrouw Bos", "Van Cas.", 3)
        # However much later: a draft remembers what it was made from.
        await desk.press("e")
        await fill(desk, preparation="Nog niet af")
        await desk.press("escape")
        await cas.sync()
        await cas.do(ConsultStep(STEP, 3, "Zij wil het."), HERON)
        await desk.sees("afgestemd gesprek met HR")
        await desk.press("e")
        await desk.sees("! Een collega wijzigde dit nadat u begon; nu staat er:", "Keuze melder: Zij wil het.")
        assert "Nog niet af" in desk.flat()
        await desk.press("ctrl+s")
        await desk.sees("Voorbereiding: Nog niet af")
        [step] = desk.workspace.case(HERON).state.steps
        assert (step.status, step.choice) == ("consulted", "Zij wil het.")


async def test_what_a_colleague_wrote_at_length_is_shown_whole(bench: Bench) -> None:
    anna, cas = await bench.colleague("anna"), await bench.colleague("cas")
    await anna.do(GrantDeputy(cas.me.member, TODAY, "oral"), HERON)
    await anna.do(PutStep(STEP, "VS-HR"), HERON)
    await cas.sync()
    async with sheet(bench, "steps", HERON) as desk:
        await desk.sees("voorgenomen gesprek met HR")
        await desk.press("e")
        await fill(desk, consequences="Kort.")
        await cas.do(PutStep(STEP, "VS-HR", consequences=f"{'Veel woorden. ' * 20}\nHet einde.", base=1), HERON)
        await desk.until(lambda: desk.workspace.case(HERON).state.steps[0].rev == 2)
        await desk.press("ctrl+s")
        await desk.sees("Dit staat er nu, van een collega", "Het einde.")
        await desk.press("enter")
        await desk.sees("Een collega was u voor", "Kort.")
        await desk.press("escape")
        await desk.sees("Concept bewaard")
        assert "Het einde." in desk.workspace.case(HERON).state.steps[0].consequences


def test_a_code_of_another_version_is_shown_as_it_is() -> None:
    set_language("nl")
    words = Words(CaseView(CaseState(), None, False, [], [], []), {}, {}, {}, b"", TODAY, 0)
    entry = step_entry(Step(STEP, "VS-ZZ", "reporter", due=date(2026, 3, 6)), words)
    assert entry.head == "! voorgenomen  VS-ZZ"
    assert "3 dagen te laat" in entry.body


async def test_a_formal_report_is_warned_of_and_starts_the_norms(bench: Bench) -> None:
    async with sheet(bench, "steps", HARBOUR) as desk:
        await desk.sees("Integriteit: nog niet vastgelegd (i)")
        await desk.press("x")
        assert "Er loopt geen norm" in desk.flat()
        await desk.press("i")
        await desk.sees("Na een formele melding is de kwestie van de organisatie")
        await fill(desk, stage="IM-D", on="3-3")
        await desk.press("ctrl+s")
        await desk.sees("! Bespreek eerst wat een formele melding betekent.")
        await fill(desk, warned="yes")
        await desk.press("ctrl+s")
        await desk.sees("! ")
        await fill(desk, decision="Zij meldt zelf, met naam.")
        await desk.press("ctrl+s")
        await desk.sees(
            "Integriteit: intern gemeld: direct", "ontvangstbevestiging, 7 dagen: morgen", "3 maanden: wo 3 jun"
        )
        await desk.press("x", "ctrl+s")
        await desk.sees("ontvangstbevestiging, 7 dagen: ontvangen op ma 9 mrt 2026")
        state = desk.workspace.case(HARBOUR).state
        assert state.norms == {"report-acknowledgement": TODAY}
        await desk.press("i")
        # A colleague, or this person on another machine, was first.
        await desk.workspace.do(SetStage(1, "EM-A", TODAY), HARBOUR)
        await fill(desk, stage="OM", on="vandaag")
        await desk.press("ctrl+s")
        await desk.sees("nu staat er: extern gemeld: bevoegde autoriteit, ma 9 mrt 2026")
        await desk.press("ctrl+s")
        await desk.sees("Integriteit: openbaar gemaakt")


async def test_the_mandate_card_says_which_steps_there_are(bench: Bench) -> None:
    async with sheet(bench, "steps", HERON) as desk:
        await desk.press("n")
        await fill(desk, code="verzoening")
        await desk.press("ctrl+s")
        await desk.sees("! Kies uit de lijst.")
        await desk.press("escape")
        await desk.workspace.do(SetMandate(0, usual("BE")), desk.workspace.case(HERON).state.client)
        await desk.press("n")
        await fill(desk, code="verzoening", who="reporter")
        await desk.press("ctrl+s")
        await desk.sees("voorgenomen informeel: verzoening")
        await desk.press("p")
        await desk.sees("voorbereiding van het gesprek", "verzoek tot informele interventie")
        await desk.press("2")
        await desk.sees("VERZOEK TOT INFORMELE PSYCHOSOCIALE INTERVENTIE", "Gekozen vorm: informeel: verzoening")


async def test_what_cannot_be_done_says_why(bench: Bench) -> None:
    async with sheet(bench, "steps", HERON, "anna") as desk:
        await desk.press("c")
        assert "De cursor staat niet op een stap." in desk.flat()
        await desk.workspace.do(PutStep(STEP, "VS-HR"), HERON)
        await desk.sees("voorgenomen gesprek met HR")
        await desk.press("X", "b")
        assert "stem eerst af (c)" in desk.flat()
