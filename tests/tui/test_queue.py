"""The list of cases, over a real workspace and server."""

from __future__ import annotations

from tests.tui.workbench import CAS_CASE, HARBOUR, HERON, KETTLE, Bench, Desk
from vp_tui.domain.commands import RegisterCase, WriteNote


def rows(desk: Desk) -> list[str]:
    """The aliases in the list, from top to bottom, as far as they are shown."""
    queue = desk.screen.queue
    return [queue.case(id).alias for id in queue.rows.ids]


async def test_sections_count_and_follow_the_keys(bench: Bench) -> None:
    async with bench.application() as desk:
        assert "[mijn 4]" in desk.text()
        assert "groene ketel" in desk.text()
        assert "winterse jas" not in desk.text()
        await desk.press("<")
        assert "[alle 6]" in desk.text()
        assert "winterse jas" in desk.text()
        await desk.press("<")
        assert "[gesloten 1]" in desk.text()
        assert rows(desk) == ["winterse jas"]
        await desk.press(":")
        await desk.type("deel waarn")
        await desk.press("enter")
        assert rows(desk) == ["lange trap"]


async def test_the_cursor_stays_on_its_case_whatever_the_list_becomes(bench: Bench) -> None:
    async with bench.application() as desk:
        await desk.press("G")
        assert desk.screen.list.cursor_id == HERON
        for key in ("O", "<", "o", ">"):
            await desk.press(key)
            assert desk.screen.list.cursor_id == HERON, key
        await desk.press("<", "G", ">", ">")
        assert desk.screen.list.cursor_id is None
        await desk.press("<", "slash")
        await desk.type("haven")
        assert desk.screen.list.cursor_id == HARBOUR
        await desk.press("escape")
        assert desk.screen.list.cursor_id == HARBOUR


async def test_orders_go_round_and_turn(bench: Bench) -> None:
    async with bench.application() as desk:
        assert rows(desk)[0] == "groene ketel"
        await desk.press("o")
        assert "langst in deze toestand" in desk.text()
        assert rows(desk)[0] == "papieren lantaarn"
        await desk.press("O")
        assert "omgekeerd" in desk.text()
        assert rows(desk)[-1] == "papieren lantaarn"
        desk.app.invoke("queue.sort", "alias")
        await desk.calm()
        assert rows(desk) == sorted(rows(desk))


async def test_a_filter_narrows_titles_at_once_and_adds_what_is_in_texts(bench: Bench) -> None:
    async with bench.application() as desk:
        await desk.press("slash")
        await desk.type("reiger")
        assert rows(desk) == ["blauwe reiger"]
        await desk.press(*["backspace"] * 6)
        await desk.type("logboek")
        await desk.sees("in de teksten gevonden", "in tekst: ")
        assert rows(desk) == ["blauwe reiger"]
        await desk.press("enter")
        assert "Filter logboek: 1 zaak. Esc toont alles (1 alleen in de tekst)" in desk.text()
        await desk.press("escape")
        assert len(rows(desk)) == 4
        assert "Filter" not in desk.text()


async def test_a_filter_says_where_it_stops_making_sense_and_completes(bench: Bench) -> None:
    async with bench.application() as desk:
        await desk.press("slash")
        await desk.type("ketel is:te")
        lines = desk.text().split("\n")
        prompt = next(place for place, line in enumerate(lines) if "Filter: ketel" in line)
        assert lines[prompt + 1].index("^") == lines[prompt].index("is:") + 3
        await desk.press("tab")
        assert "Filter: ketel is:telaat" in desk.text()
        assert rows(desk) == ["groene ketel"]
        await desk.press("escape")
        assert len(rows(desk)) == 4


async def test_jumping_goes_from_hit_to_hit_and_leaves_the_list_whole(bench: Bench) -> None:
    async with bench.application() as desk:
        await desk.press("backslash")
        await desk.type("melder")
        assert desk.screen.list.cursor_id == HERON
        await desk.press(*["backspace"] * 6)
        await desk.type("nrd")
        await desk.press("enter")
        assert len(rows(desk)) == 4
        assert "3 zaken" in desk.text()
        seen = [desk.screen.list.cursor_id]
        for _ in range(3):
            await desk.press("ctrl+n")
            seen.append(desk.screen.list.cursor_id)
        assert len(set(seen[:3])) == 3
        assert seen[3] == seen[0]
        await desk.press("N")
        assert desk.screen.list.cursor_id == seen[2]


async def test_an_act_on_marks_says_on_how_many(bench: Bench) -> None:
    async with bench.application() as desk:
        await desk.press("m", "f")
        await desk.type("-is:nazorg -is:wacht")
        await desk.press("enter")
        assert desk.screen.list.marked == {HERON, KETTLE}
        await desk.press("s")
        assert "Toestand van 2 zaken" in desk.all_text()
        await desk.press("1")
        await desk.sees("2 zaken: opties.")
        assert {desk.workspace.case(case).state.state for case in (HERON, KETTLE)} == {"options"}


async def test_closing_several_names_them_and_wants_a_word(bench: Bench) -> None:
    async with bench.application() as desk:
        await desk.press("m", "f")
        await desk.type("-is:nazorg -is:wacht")
        await desk.press("enter", "X", "c")
        assert "Er staat nog open: Terugbellen (groene ketel)" in desk.all_text()
        await desk.type("kan zelf")
        await desk.press("enter", "ctrl+s")
        assert "vervalt" in desk.all_text()
        await desk.press("right", "ctrl+s")
        await desk.sees("! Nazorg wordt alleen gepland als de melder daarmee instemt.")
        await desk.type("vandaag")
        await desk.press("ctrl+s")
        await desk.sees("2 zaken afsluiten?", "blauwe reiger", "groene ketel", "De openstaande actie vervalt.")
        await desk.press("enter", "y", "enter")
        assert desk.workspace.case(HERON).state.is_open
        await desk.press("backspace")
        await desk.type("sluiten")
        await desk.press("enter")
        await desk.sees("2 gesloten.")
        assert desk.workspace.case(KETTLE).state.state == "aftercare"


async def test_views_are_kept_in_the_members_own_space(bench: Bench) -> None:
    async with bench.application() as desk:
        desk.app.invoke("queue.section", "wacht")
        desk.app.invoke("list.filter", "haven")
        await desk.press("w")
        assert "is:waiting haven" in desk.all_text()
        await desk.press("1")
        await desk.type("Wacht op HR")
        await desk.press("enter")
        await desk.sees("Weergave bewaard")
        await desk.press("escape", "w", "1")
        assert rows(desk) == ["stille haven"]
        assert "[alle 6]" in desk.text()
    again = await bench.colleague("anna")
    assert [view.query for view in again.saved_views()] == ["is:waiting haven"]


async def test_a_colleagues_change_appears_by_itself_and_repaints_one_line(bench: Bench) -> None:
    cas = await bench.colleague("cas")
    async with bench.application() as desk:
        await desk.press("<")
        shown: list[object] = []
        show, touch = desk.screen.list.show, desk.screen.list.touch
        desk.screen.list.show = lambda new: (shown.append("all"), show(new))
        desk.screen.list.touch = lambda *ids: (shown.extend(ids), touch(*ids))
        await cas.do(WriteNote(cas.new_id(), "Melder gebeld."), CAS_CASE)
        await desk.sees("+1")
        assert set(shown) == {CAS_CASE}
        desk.screen.list.move_to(CAS_CASE)
        await desk.sees("+1 nieuw van een ander")
        await desk.press("enter")
        await desk.sees("Melder gebeld.")
        await desk.press("escape")
        assert "+1" not in desk.text()


async def test_what_is_not_sent_yet_is_marked_until_it_is(bench: Bench) -> None:
    async with bench.application() as desk:
        name = bench.database.target.database
        await bench.database.outside(f"alter database {name} allow_connections false", expel=True)
        await desk.until(lambda: desk.session.connection().state != "online")
        desk.app.go("case", HARBOUR.hex())
        await desk.sees("antwoord van HR")
        await desk.press("n")
        await desk.type("Zonder verbinding.")
        await desk.press("ctrl+s")
        await desk.sees("Bewaard op dit apparaat", "~ nog niet verzonden")
        await desk.press("escape")
        assert any("stille haven" in line and "~" in line for line in desk.text().split("\n"))
        await bench.database.outside(f"alter database {name} allow_connections true")
        await desk.until(lambda: desk.session.connection() == ("online", 0))
        assert not any("stille haven" in line and "~" in line for line in desk.text().split("\n"))


async def test_an_empty_practice_says_what_to_do_first(bench: Bench) -> None:
    async with bench.application("bo") as desk:
        assert "Er zijn nog geen zaken." in desk.text()
        assert "n   leg het eerste gesprek vast" in desk.text()
        await desk.workspace.do(RegisterCase(desk.workspace.new_id(), "eerste", "KA-TE"))
        await desk.sees("eerste")
        assert "nog geen zaken" not in desk.text()


async def test_a_wide_terminal_shows_the_case_beside_the_list(bench: Bench) -> None:
    async with bench.application(size=(120, 40)) as desk:
        desk.screen.list.move_to(HERON)
        await desk.sees("leest: u. Niet: Bo, Cas.", "Zij houdt een logboek bij.")
        await desk.press("g", "c")
        await desk.type(desk.screen.queue.case(KETTLE).code[:4])
        await desk.press("enter")
        await desk.sees("Vertelt over de werkdruk.", "Rol van de melder: -")
