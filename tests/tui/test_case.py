"""One case: two layers, writing, steps, deputies, and a colleague at the same time, over a real server."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date

import pytest

from tests.tui.workbench import CAS_CASE, COAT, HARBOUR, HERON, KETTLE, LANTERN, NOTE, Bench, Desk
from vp_tui.domain.commands import (
    ConsultStep,
    GrantDeputy,
    PutAppointment,
    PutStep,
    ReviseNote,
    SetNextAction,
    WriteNote,
)
from vp_tui.domain.timeline import find
from vp_tui.errors import NotFoundError
from vp_tui.tui.widgets.composer import Composer
from vp_tui.tui.widgets.field import Field
from vp_tui.workspace.facade import Workspace


@asynccontextmanager
async def at(bench: Bench, case: bytes, name: str = "anna", size: tuple[int, int] = (80, 24)) -> AsyncIterator[Desk]:
    """The application with this case open."""
    async with bench.application(name, size) as desk:
        desk.app.go("case", case.hex())
        await desk.until(lambda: type(desk.screen).__name__ == "CaseScreen" and "[Dossier" in desk.text())
        yield desk


async def deputise(bench: Bench, case: bytes, name: str = "cas") -> Workspace:
    """Anna admits a colleague to her case; the colleague's workspace."""
    anna, colleague = await bench.colleague("anna"), await bench.colleague(name)
    await anna.do(GrantDeputy(colleague.me.member, date(2026, 3, 9), "oral"), case)
    await colleague.sync()
    return colleague


async def test_it_says_who_can_read_which_layer_and_who_cannot(bench: Bench) -> None:
    async with at(bench, CAS_CASE) as desk:
        assert "DOSSIER: leest: u, Cas. Niet: Bo." in desk.text()
        assert "eigenaar Cas, waarnemer u" in desk.text()
        assert "Persoonlijk" not in desk.text()
        await desk.press("p")
        assert "nu niet. Dat kan alleen de eigenaar van de zaak." in desk.text()
        desk.app.go("case", HERON.hex())
        await desk.sees("[Dossier 2]", "DOSSIER: leest: u. Niet: Bo, Cas.", "verkennen, 19 dagen", "NRD-01 Noorderend")
        await desk.press("p")
        assert "PERSOONLIJKE AANTEKENINGEN: leest: u. Niet: Bo, Cas." in desk.text()
        assert "Niet te snel naar oplossingen." in desk.text()
        assert "logboek" not in desk.text()
        await desk.press(">")
        assert "[Verloop 4]" in desk.text()
        assert "u legde een gesprek vast van wo 18 feb 2026 (55 min, gesprek op discrete locatie)" in desk.flat()
        await desk.press(">")
        assert "Verwijzer: partner, familie" in desk.text()


async def test_a_note_goes_to_the_layer_that_is_shown(bench: Bench) -> None:
    async with at(bench, HERON) as desk:
        await desk.press("n")
        assert "Nieuwe aantekening in het DOSSIER - leest: u." in desk.text()
        await desk.type("Voor het dossier.")
        await desk.press("ctrl+s")
        await desk.sees("[Dossier 3]", "Bewaard.")
        await desk.press("p", "n")
        assert "Nieuwe PERSOONLIJKE aantekening" in desk.text()
        await desk.type("Alleen voor mij.")
        await desk.press("ctrl+s")
        await desk.sees("[Persoonlijk 2]")
        view = desk.workspace.case(HERON)
        assert view.state.timeline[-1].text == "Voor het dossier."
        assert view.notes is not None
        assert view.notes.timeline[-1].text == "Alleen voor mij."


async def test_a_conversation_has_its_fields_and_shares_its_draft_with_a_note(bench: Bench) -> None:
    async with at(bench, HERON) as desk:
        await desk.press("n")
        await desk.type("Toch een gesprek.")
        await desk.press("escape", "c")
        assert "Toch een gesprek." in desk.text()
        assert "= ma 9 mrt 2026" in desk.text()
        await desk.press("enter")
        await desk.type("1u15")
        await desk.press("ctrl+s")
        await desk.sees("! Hier moet een keuze uit de lijst.")
        await desk.type("wandel")
        await desk.press("enter", "ctrl+s")
        await desk.sees("gesprek vandaag, 75 min, wandelgesprek")
        assert desk.workspace.case(HERON).state.timeline[-1].text == "Toch een gesprek."
        await desk.press("c")
        assert "Toch een gesprek." not in desk.screen.pen.query_one(Composer).text


async def test_a_draft_is_there_again_in_the_next_process(bench: Bench) -> None:
    async with at(bench, HERON) as desk:
        await desk.press("n")
        await desk.type("Midden in een zi")
    async with at(bench, HERON) as desk:
        assert "Bij deze zaak staat een concept" in desk.text()
        await desk.press("n")
        assert desk.screen.pen.query_one(Composer).text == "Midden in een zi"
        await desk.press("escape", "e")
        assert "logboek" in desk.screen.pen.query_one(Composer).text
        await desk.press("escape")
        # Looking at a note without changing it leaves no draft.
        assert not desk.session.draft(f"note:{HERON.hex()}:dossier:{NOTE.hex()}.1")


@pytest.mark.parametrize(("answer", "texts"), [
    ("1", ["Mijn versie."]),
    ("2", ["Versie van Cas.", "Mijn versie."]),
    ("3", ["Versie van Cas.\n\nUw tekst:\nMijn versie. Samen."]),
    ("escape", ["Versie van Cas."]),
])  # fmt: skip
async def test_two_versions_are_shown_and_neither_is_lost(bench: Bench, answer: str, texts: list[str]) -> None:
    cas = await deputise(bench, HERON)
    async with at(bench, HERON) as desk:
        await desk.sees("DOSSIER: leest: u, Cas.")
        await desk.press("e")
        composer = desk.screen.pen.query_one(Composer)
        composer.load_text("Mijn versie.")
        await cas.do(ReviseNote(NOTE, 1, "Versie van Cas."), HERON)
        await desk.sees("Cas heeft dit intussen gewijzigd. Bij ^s ziet u beide")
        assert composer.text == "Mijn versie."
        await desk.press("ctrl+s")
        await desk.sees("* Versie van Cas.", "* Mijn versie.", "1  mijn tekst wordt de nieuwe versie")
        await desk.press(answer)
        if answer == "3":
            await desk.sees("Uw tekst:")
            await desk.type(" Samen.")
            await desk.press("ctrl+s")
        if answer == "escape":
            assert desk.screen.pen.query_one(Composer).text == "Mijn versie."
            # However much later: a draft remembers what it was made from.
            await desk.press("escape", "e")
            await desk.sees("Cas heeft dit intussen gewijzigd.")
            await desk.press("ctrl+s")
            await desk.sees("* Versie van Cas.", "* Mijn versie.")
        else:
            await desk.sees("Bewaard.")
            assert not any(desk.session.draft(f"note:{HERON.hex()}:dossier:{NOTE.hex()}.{rev}") for rev in (1, 2, 3))
        timeline = desk.workspace.case(HERON).state.timeline
        assert [item.text for item in timeline[1:]] == texts


async def test_what_a_colleague_saves_moves_neither_cursor_nor_window_nor_text(bench: Bench) -> None:
    cas = await deputise(bench, HERON)
    for number in range(12):
        await cas.do(WriteNote(cas.new_id(), f"Notitie {number}.\nTweede regel.\nDerde regel."), HERON)
    async with at(bench, HERON) as desk:
        await desk.sees("[Dossier 14]")
        await desk.press("n")
        await desk.type("Ik typ")
        timeline = desk.screen.timeline
        timeline.move_to(timeline._entries[6].id)
        timeline.move_to(timeline._entries[5].id)
        cursor = timeline.cursor_id
        window = desk.text().split("\n")[6:12]
        assert any(line.startswith("> ") for line in window)
        await cas.do(WriteNote(cas.new_id(), "Iets nieuws van Cas."), HERON)
        await desk.sees("[Dossier 15]")
        assert timeline.cursor_id == cursor
        assert desk.text().split("\n")[6:12] == window
        assert desk.screen.pen.query_one(Composer).text == "Ik typ"
        await desk.type(" verder")
        assert desk.screen.pen.query_one(Composer).text == "Ik typ verder"


async def test_state_and_next_action(bench: Bench) -> None:
    cas = await deputise(bench, KETTLE)
    async with at(bench, KETTLE) as desk:
        assert "! Volgende vr 6 mrt, 3 dagen te laat: Terugbellen" in desk.text()
        await desk.press("s")
        await desk.press("3")
        await desk.type("HR")
        await desk.press("enter")
        await desk.sees("wacht op melder: HR, vandaag")
        await desk.press("d", "enter", *["backspace"] * 10)
        await desk.type("morgen")
        await cas.sync()
        await cas.do(SetNextAction(1, "Van Cas", date(2026, 3, 20)), KETTLE)
        await desk.until(lambda: desk.workspace.case(KETTLE).state.next_rev == 2)
        await desk.press("ctrl+s")
        await desk.sees("Een collega was u voor; nu staat er: Volgende vr 20 mrt, over 11 dagen: Van Cas")
        await desk.press("ctrl+s")
        await desk.sees("Volgende morgen: Terugbellen")
        await desk.press("x")
        await desk.sees("Volgende actie voor groene ketel")
        await desk.press("escape")
        assert "Geen volgende actie afgesproken" in desk.text()


async def test_closing_aftercare_and_reopening(bench: Bench) -> None:
    async with at(bench, HARBOUR) as desk:
        await desk.press("X", "c", "ctrl+s")
        await desk.sees("! Hier moet een keuze uit de lijst.")
        await desk.type("opgelost")
        await desk.press("enter")
        consent = next(field for field in desk.screen.query(Field) if field.name == "aftercare_consent")
        consent.control.focus()
        await desk.type("vandaag")
        await desk.press("ctrl+s")
        await desk.sees(
            "stille haven afsluiten?", "Reden: probleem opgelost.", "Nazorg op ma 23 mrt 2026, ma 20 apr 2026"
        )
        assert "De melder stemde op ma 9 mrt 2026 in met nazorg." in desk.all_text()
        await desk.press("enter")
        assert desk.workspace.case(HARBOUR).state.is_open
        await desk.type("SLUITEN")
        await desk.press("enter")
        await desk.sees("stille haven is afgesloten.", "Nazorg ma 23 mrt, over 14 dagen (0 van 3 gedaan)")
        await desk.press("X", "o")
        await desk.type("Melder belt weer")
        await desk.press("enter")
        await desk.sees("Melder belt weer", "verkennen, vandaag")
        desk.app.go("case", LANTERN.hex())
        await desk.sees("papieren lantaarn", "te laat (0 van 3 gedaan)")
        await desk.press("a", "right", "ctrl+s")
        await desk.sees("(1 van 3 gedaan)")
        desk.app.go("case", COAT.hex())
        await desk.sees("winterse jas", "gesloten op di 9 dec 2025: kan zelf verder met tips")
        await desk.press("n")
        assert "De zaak is gesloten; heropen haar eerst" in desk.text()


async def test_no_aftercare_without_consent_and_no_end_without_a_way_onward(bench: Bench) -> None:
    async with at(bench, HARBOUR) as desk:
        await desk.press("X", "c")
        await desk.type("AF-BB")
        fields = {field.name: field for field in desk.screen.query(Field)}
        fields["aftercare_consent"].control.focus()
        await desk.press("ctrl+s")
        await desk.sees("! Nazorg wordt alleen gepland als de melder daarmee instemt.")
        await desk.type("vandaag")
        await desk.press("ctrl+s")
        await desk.sees("! Buiten bereik, en nog geen weg verder.")
        fields["no_referral"].control.focus()
        await desk.press("right", "ctrl+s")
        await desk.sees("stille haven afsluiten?", "De melder wilde geen verwijzing.")
        await desk.type("SLUITEN")
        await desk.press("enter")
        await desk.sees("stille haven is afgesloten.")
        state = desk.workspace.case(HARBOUR).state
        assert (state.closed_reason, state.aftercare_consent) == ("AF-BB", desk.workspace.today())
        assert state.referral_declined == desk.workspace.today()


async def test_what_was_promised_is_named_before_a_case_can_be_closed(bench: Bench) -> None:
    async with at(bench, HARBOUR) as desk:
        workspace, step = desk.workspace, b"step-of-harbour1"
        await workspace.do(PutAppointment(b"talk-of-harbour1", date(2026, 3, 20), "14:30"), HARBOUR)
        await workspace.do(PutStep(step, "VS-ZA", what="Zelf in gesprek"), HARBOUR)
        await workspace.do(ConsultStep(step, 1, "Doet zij zelf"), HARBOUR)
        await desk.press("X", "c")
        await desk.sees("Voor stille haven dicht kan", "afspraak (1)", "lopende stap (1)", "toch verder")
        await desk.press("3")
        await desk.sees("Er staat nog open: afspraak (stille haven)", "Er staat nog open: lopende stap (stille haven)")
        await desk.type("opgelost")
        await desk.press("enter", "ctrl+s")
        await desk.sees("! Er staan nog 2 toezeggingen open.")
        assert workspace.case(HARBOUR).state.is_open


async def test_a_deputy_comes_with_consent_and_goes_with_a_new_key(bench: Bench) -> None:
    cas = await bench.colleague("cas")
    async with at(bench, HERON) as desk:
        await desk.press("r", "1")
        await desk.type("cas")
        await desk.press("enter", "ctrl+s")
        await desk.sees("! Hiervoor is geen toestemming van de melder vastgelegd.")
        await desk.type("gisteren")
        await desk.press("ctrl+s")
        await desk.sees("Cas leest dan: 2 gesprekken en aantekeningen sinds di 17 feb 2026, de kern en het verloop.")
        await desk.sees("Cas leest niet: uw persoonlijke aantekening (1).")
        with pytest.raises(NotFoundError):
            cas.case(HERON)
        await desk.type("toelaten")
        await desk.press("enter")
        await desk.sees("Cas kan het dossier nu lezen.", "DOSSIER: leest: u, Cas. Niet: Bo.")
        await cas.sync()
        assert find(cas.case(HERON).state.timeline, NOTE)
        assert cas.case(HERON).notes is None
        await desk.press("r")
        await desk.press("1", "ctrl+s")
        await desk.sees("Cas van blauwe reiger halen?", "Wat Cas gelezen heeft, blijft bekend")
        await desk.type("beeindigen")
        await desk.press("enter")
        await desk.sees("DOSSIER: leest: u. Niet: Bo, Cas.")
        await desk.press("n")
        await desk.type("Na Cas.")
        await desk.press("ctrl+s")
        await desk.sees("Na Cas.")
        await cas.sync()
        with pytest.raises(NotFoundError):
            cas.case(HERON)


async def test_somebody_taken_off_is_told_and_keeps_what_she_typed(bench: Bench) -> None:
    cas = await bench.colleague("cas")
    async with at(bench, CAS_CASE) as desk:
        await desk.press("n")
        await desk.type("Nog niet bewaard")
        await cas.remove_deputy(CAS_CASE)
        await desk.sees("U kunt deze zaak niet meer lezen", "Dit had u nog niet bewaard")
        await desk.sees("Nog niet bewaard Enter of Esc sluit")
        await desk.press("enter")
        await desk.until(lambda: type(desk.screen).__name__ == "QueueScreen")
        assert desk.session.draft(f"note:{CAS_CASE.hex()}:dossier:new") == "Nog niet bewaard"


async def test_the_core_is_changed_field_by_field(bench: Bench) -> None:
    async with at(bench, HERON) as desk:
        await desk.press("i", *["backspace"] * 6)
        await desk.type("ketel")
        await desk.press("ctrl+s")
        assert "blauwe ketel" in desk.all_text()
        await desk.until(lambda: type(desk.screen).__name__ == "CaseScreen")
        state = desk.workspace.case(HERON).state
        assert state.alias == "blauwe ketel"
        assert sum(line.t == "core-revised" for line in state.log) == 1
        await desk.press("i", *["backspace"] * 12)
        await desk.type("Groene ketel")
        await desk.press("ctrl+s")
        await desk.sees("! ")
        assert desk.workspace.case(HERON).state.alias == "blauwe ketel"


async def test_withdrawing_takes_a_word_and_leaves_a_place(bench: Bench) -> None:
    async with at(bench, HERON) as desk:
        await desk.press("X", "w")
        await desk.sees("Aantekening intrekken?")
        await desk.type("intrekken")
        await desk.press("enter")
        await desk.sees("ingetrokken door u")
        assert "logboek" not in desk.text()
        await desk.press("e")
        assert "De cursor staat niet op een aantekening of gesprek." in desk.text()


async def test_tampering_is_told_in_words_and_the_rest_stays_usable(bench: Bench) -> None:
    async with at(bench, HERON) as desk:
        await bench.database.evil("delete from vp.entry where space = $1 and seq = 3", HERON)
        await desk.workspace.audit()
        await desk.sees("niet in deze zaak", "De rest blijft bruikbaar; zie 8 Controle")
        await desk.press("n")
        await desk.type("Gaat door.")
        await desk.press("escape", "escape")
        assert any("#" in line and "blauwe reiger" in line for line in desk.text().split("\n"))


async def test_hostile_text_stays_text(bench: Bench) -> None:
    cas = await bench.colleague("cas")
    await cas.do(WriteNote(cas.new_id(), "[bold]x[/] [@click=app.quit]y[/] \x1b]0;titel\x07\u202eomgekeerd"), CAS_CASE)
    async with at(bench, CAS_CASE) as desk:
        await desk.sees("[bold]x[/] [@click=app.quit]y[/]")
        assert "\x1b" not in desk.text()
        assert "\u202e" not in desk.text()


async def test_finding_inside_a_case(bench: Bench) -> None:
    async with at(bench, HERON) as desk:
        await desk.press("slash")
        await desk.type("praat")
        await desk.press("enter")
        assert "praat: 1 gevonden." in desk.text()
        item = find(desk.workspace.case(HERON).state.timeline, desk.screen.timeline.cursor_id)
        assert item is not None
        assert "gepraat" in item.text
        await desk.press("escape")
        assert "gevonden" not in desk.text()
