"""Searching everything, the line that completes itself, and what an empty list says."""

from __future__ import annotations

from tests.tui.test_queue import rows
from tests.tui.workbench import CAS_CASE, HERON, KETTLE, NOTE, Bench, Desk
from vp_tui.domain.commands import PutOption, SetRoute, TagCase, WriteNote


async def search(desk: Desk, words: str) -> None:
    """From anywhere, as a person does."""
    await desk.press("ctrl+f")
    await desk.until(lambda: type(desk.screen).__name__ == "FindingScreen")
    await desk.sees("Zoek overal:")
    await desk.type(words)
    await desk.until(lambda: desk.screen.search.words == words)


def underlined(desk: Desk) -> set[str]:
    """What stands out on the screen."""
    strips = desk.screen._compositor.render_strips()
    return {
        segment.text.strip()
        for strip in strips
        for segment in strip
        if segment.style and segment.style.underline and segment.style.bold
    }


async def test_words_are_found_from_the_second_letter_and_stand_out(bench: Bench) -> None:
    async with bench.application() as desk:
        await search(desk, "l")
        await desk.sees("Nog een letter: zoeken begint bij de tweede.")
        await desk.type("o")
        await desk.sees("notitie wo 18 feb", "Zij houdt een logboek bij.", "1/")
        assert {"logboek", "Logistiek"} <= underlined(desk)
        await desk.type("gboek ondern")
        await desk.until(lambda: len(desk.screen.search.hits) == 1)
        assert {"logboek", "ondernemen"} <= underlined(desk)
        await desk.press("enter")
        await desk.sees("logboek ondern: 1 plaats in 1 zaak of klant. Enter opent, / zoekt anders")


async def test_a_hit_opens_the_case_at_its_place_and_esc_comes_back(bench: Bench) -> None:
    async with bench.application() as desk:
        await search(desk, "snel")
        await desk.press("enter")
        await desk.sees("eigen wo 18 feb")
        await desk.press("enter")
        await desk.sees("PERSOONLIJKE AANTEKENINGEN", "snel: 1 gevonden")
        assert desk.screen.showing == "personal"
        assert "snel" in underlined(desk)
        await desk.press("escape", "escape")
        await desk.sees("snel: 1 plaats")
        assert type(desk.screen).__name__ == "FindingScreen"
        await desk.press("slash")
        await desk.press("ctrl+u")
        await desk.type("logboek")
        await desk.press("enter", "enter")
        await desk.sees("DOSSIER: leest")
        assert desk.screen.timeline.cursor_id == NOTE
        desk.app.invoke("finding.open", "terugbellen")
        await desk.sees("terugbellen: 1 plaats", "kern")
        await desk.press("enter")
        await desk.sees("Volgende vr 6 mrt", "[Kern]")
        assert "0 gevonden" not in desk.text()


async def test_rows_of_sheets_and_clients_are_found_where_they_stand(bench: Bench) -> None:
    async with bench.application() as desk:
        option = desk.workspace.new_id()
        await desk.workspace.do(PutOption(option, "Zelf met haar leidinggevende praten"), HERON)
        client = desk.workspace.clients()[0].id
        await desk.workspace.do(SetRoute(desk.workspace.new_id(), "hr", "Loket Noord", "loket@example.org"), client)
        await search(desk, "leidinggevende praten")
        await desk.sees("blauwe reiger", "optie")
        await desk.press("enter", "enter")
        await desk.until(lambda: type(desk.screen).__name__ == "OptionsSheet")
        assert desk.screen.timeline.cursor_id == option
        desk.app.invoke("finding.open", "loket")
        await desk.sees("loket: 1 plaats", "NRD-01", "route")
        await desk.press("enter")
        await desk.sees("HR: Loket Noord", "[Routes 1]")


async def test_filters_narrow_what_words_find(bench: Bench) -> None:
    async with bench.application() as desk:
        await desk.workspace.do(WriteNote(desk.workspace.new_id(), "Ook hier een logboek."), KETTLE)
        await desk.workspace.do(TagCase(("haast",)), KETTLE)
        desk.app.invoke("finding.open", "logboek")
        await desk.sees("logboek: 2 plaatsen in 2 zaken of klanten")
        desk.app.invoke("finding.open", "logboek label:haast")
        await desk.sees("logboek label:haast: 1 plaats", "groene ketel")
        desk.app.invoke("finding.open", "label:haast")
        await desk.sees("Alleen filters: typ ook een woord.")


async def test_a_search_that_finds_nothing_says_kindly_why(bench: Bench) -> None:
    async with bench.application() as desk:
        await search(desk, "?! -- \" '")
        await desk.sees("Met leestekens alleen is niets te vinden. Typ letters of cijfers.")
        await desk.press("enter")
        await desk.sees("Zoek overal:")
        await desk.press("ctrl+u")
        await desk.type("zeppelin")
        await desk.sees("Niets gevonden in alles wat u mag lezen.")
        await desk.press("ctrl+u")
        await desk.type('6:30 "')
        await desk.sees("Niets gevonden")
        await desk.press("escape")
        await desk.until(lambda: type(desk.screen).__name__ == "QueueScreen")


async def test_nobody_finds_what_she_may_not_read(bench: Bench) -> None:
    async with bench.application("cas") as desk:
        await search(desk, "logboek")
        await desk.sees("Niets gevonden")
        await desk.press("ctrl+u")
        await desk.type("gesprek gehad")
        await desk.until(lambda: [hit.case for hit in desk.screen.search.hits] == [CAS_CASE])


async def test_after_a_lock_nothing_of_the_search_is_left(bench: Bench) -> None:
    async with bench.application() as desk:
        desk.app.invoke("finding.open", "logboek")
        await desk.sees("logboek: 1 plaats")
        assert not any("logboek" in str(view) for view in desk.app.navigator._views)
        await desk.press("Z")
        await desk.until(lambda: "logboek" not in desk.all_text())


async def test_results_follow_what_a_colleague_writes(bench: Bench) -> None:
    cas = await bench.colleague("cas")
    async with bench.application() as desk:
        desk.app.invoke("finding.open", "zeppelin")
        await desk.sees("Niets gevonden")
        await cas.do(WriteNote(cas.new_id(), "Een zeppelin boven het magazijn."), CAS_CASE)
        await desk.sees("zeppelin: 1 plaats", "lange trap")


async def test_tab_completes_names_then_values_and_goes_round(bench: Bench) -> None:
    async with bench.application() as desk:
        await desk.workspace.do(TagCase(("haast", "hr-vraag")), HERON)
        await desk.press("slash", "tab")
        await desk.sees("is: staat: klant: natuur: label: eigenaar:")
        await desk.press("tab", "tab")
        await desk.sees("Filter: staat:")
        await desk.press("ctrl+u")
        await desk.type("kl")
        await desk.press("tab")
        await desk.sees("Filter: klant:", "klant:NRD-01 klant:ZGZ-02")
        await desk.press("tab")
        await desk.sees("Filter: klant:NRD-01")
        assert set(rows(desk)) == {"blauwe reiger", "groene ketel", "papieren lantaarn"}
        await desk.press("tab")
        await desk.sees("Filter: klant:ZGZ-02")
        await desk.press("ctrl+u")
        await desk.type("lab")
        await desk.press("tab")
        await desk.sees("Filter: label:h", "label:haast label:hr-vraag")
        await desk.type("r")
        await desk.press("tab")
        assert rows(desk) == ["blauwe reiger"]


async def test_a_value_that_does_not_fit_is_told_with_those_that_do(bench: Bench) -> None:
    async with bench.application() as desk:
        await desk.press("slash")
        await desk.type("ouder:")
        await desk.sees("^ Deze waarde past niet bij het filter (teken 7).", "ouder:7d ouder:14d")
        await desk.type("30d")
        assert rows(desk) == ["papieren lantaarn"]
        await desk.press("ctrl+u")
        await desk.type("termijn:telaat")
        assert set(rows(desk)) == {"groene ketel", "papieren lantaarn"}
        await desk.press("ctrl+u")
        await desk.type("nazorg:telaat")
        assert rows(desk) == ["papieren lantaarn"]
        await desk.press("ctrl+u")
        await desk.type("kleur:rood")
        await desk.sees("Dit filter bestaat niet (teken 1).", "Tab toont de filters.")


async def test_nothing_here_is_told_with_where_there_is_something(bench: Bench) -> None:
    async with bench.application() as desk:
        await desk.press("slash")
        await desk.type("lange trap")
        await desk.sees("Niets in dit deel met dit filter. Wel in: alle 1")
        await desk.press("ctrl+u")
        await desk.type("zeppelin")
        await desk.sees("Geen zaken met dit filter.")


async def test_what_the_list_is_narrowed_to_goes_along_to_the_search(bench: Bench) -> None:
    async with bench.application() as desk:
        desk.app.invoke("list.filter", "logboek")
        await desk.press("ctrl+f")
        await desk.sees("logboek: 1 plaats in 1 zaak")
