"""Quick registration: from the home row, without losing a letter."""

from __future__ import annotations

from datetime import date

from tests.tui.workbench import KETTLE, Bench, Desk


def newest(desk: Desk, alias: str) -> bytes:
    return next(row.id for row in desk.workspace.summaries() if row.alias == alias)


async def test_a_conversation_is_in_the_file_without_leaving_the_home_row(bench: Bench) -> None:
    async with bench.application() as desk:
        keys = 0
        for typed in ("n", "gele trui", "\n", "nrd", "\n", "tel", "\n", "pes", "\n", "Voelt zich buitengesloten.", "\t",
                      "35", "\n", "terugbellen", "\n", "vr", "\n", "\n"):  # fmt: skip
            keys += len(typed)
            if typed in "\n\t":
                await desk.press("enter" if typed == "\n" else "tab")
            else:
                await desk.type(typed)
        await desk.sees("gele trui is geregistreerd.")
        assert keys < 85
        state = desk.workspace.case(newest(desk, "gele trui")).state
        assert (state.natures, state.channel, state.state) == (("OG-PE",), "KA-TE", "exploring")
        assert state.next is not None
        assert (state.next.what, state.next.due) == ("terugbellen", date(2026, 3, 13))
        assert desk.workspace.clients()[0].id == state.client
        talk = state.timeline[0]
        assert (talk.kind, talk.minutes, talk.text) == ("conversation", 35, "Voelt zich buitengesloten.")
        assert desk.session.draft("register") == desk.session.draft("register:text") == ""


async def test_telling_was_enough(bench: Bench) -> None:
    async with bench.application() as desk:
        await desk.press("n")
        await desk.type("kort gesprek")
        await desk.press("enter", "enter")
        await desk.type("telefoon")
        await desk.press("enter", "enter")
        await desk.type("Gelucht.")
        await desk.press("tab")
        await desk.type("20")
        await desk.press("enter", "enter", "enter", "right", "enter")
        await desk.sees("kort gesprek is afgesloten.")
        state = desk.workspace.case(newest(desk, "kort gesprek")).state
        assert (state.state, state.closed_reason) == ("closed", "AF-UI")


async def test_out_of_scope_is_a_short_record_with_a_way_onward(bench: Bench) -> None:
    async with bench.application() as desk:
        await desk.press("n")
        await desk.type("loonvraag")
        await desk.press("enter", "enter")
        await desk.type("telefoon")
        await desk.press("enter")
        await desk.type("BR-AC")
        await desk.press("enter", "tab", "enter", "enter", "enter", "right", "right", "enter")
        await desk.sees("Buiten bereik: wie kan wel helpen?")
        await desk.press("ctrl+s")
        await desk.sees("! Kies uit de lijst.")
        await desk.press("escape")
        assert not [row for row in desk.workspace.summaries() if row.alias == "loonvraag"]
        await desk.press("ctrl+s")
        await desk.sees("Buiten bereik: wie kan wel helpen?")
        await desk.type("vakb")
        await desk.press("ctrl+s")
        await desk.sees("loonvraag is afgesloten.")
        state = desk.workspace.case(newest(desk, "loonvraag")).state
        assert (state.closed_reason, [row.target for row in state.referrals]) == ("AF-BB", ["VD-VB"])


async def test_a_refusal_stands_beside_its_field(bench: Bench) -> None:
    async with bench.application() as desk:
        await desk.press("n", "ctrl+s")
        await desk.sees("! Hier moet een keuze uit de lijst.")
        desk.screen.query("TextField Entry").first().focus()
        await desk.type("Groene  KETEL")
        await desk.press("enter", "enter")
        await desk.type("tel")
        await desk.press("enter")
        due = desk.screen.query("DateField").first()
        due.entry.focus()
        await desk.type("31-2")
        await desk.press("ctrl+s")
        await desk.sees("Dag 31 bestaat niet in maand 2.", "28-02-2026")
        await desk.press(*["backspace"] * 4, "ctrl+s")
        lines = desk.text().split("\n")
        alias = next(place for place, line in enumerate(lines) if "Groene  KETEL" in line)
        assert "!" in lines[alias + 1]
        assert "alias" in lines[alias + 1].lower()
        assert desk.screen.focused.value == "Groene  KETEL"


async def test_nothing_typed_is_lost(bench: Bench) -> None:
    async with bench.application() as desk:
        await desk.press("n")
        await desk.type("oude muur")
        await desk.press("enter")
        await desk.type("zgz")
        await desk.press("enter")
        await desk.type("vid")
        await desk.press("tab")
        await desk.type("disc")
        await desk.press("tab", "escape")
        await desk.sees("Concept bewaard")
        await desk.press("escape", "n")
        assert "Uw concept staat er weer." in desk.text()
        for field in ("oude muur", "ZGZ-02  Zorggroep Zilverlinde", "beeldbellen", "discriminatie"):
            assert field in desk.text(), field
        desk.screen.query("NoteField Composer").first().focus()
        await desk.type("Half verha")
    async with bench.application() as desk:
        await desk.press("n")
        await desk.type("x")
        assert "oude muurx" in desk.text()
        assert "Half verha" in desk.text()
        desk.app.invoke("register.clear")
        await desk.sees("Wat u typte weggooien?")
        await desk.type("weg")
        await desk.press("enter", "n")
        assert "oude muur" not in desk.text()
        assert "Half verha" not in desk.text()


async def test_letters_that_are_no_code_yet_come_back_as_letters(bench: Bench) -> None:
    async with bench.application() as desk:
        await desk.press("n", "tab", "tab", "tab")
        await desk.type("zzz")
        await desk.press("escape", "n")
        picker = desk.screen.query("CodePicker").last()
        assert (picker.entry.value, picker.value) == ("zzz", "")


async def test_without_a_connection_it_waits_on_this_device(bench: Bench) -> None:
    async with bench.application() as desk:
        await bench.database.outside(
            f"alter database {bench.database.target.database} allow_connections false", expel=True
        )
        await desk.until(lambda: desk.session.connection().state != "online")
        await desk.press("n")
        await desk.type("lange brug")
        await desk.press("enter", "enter")
        await desk.type("tel")
        await desk.press("enter", "ctrl+s")
        await desk.sees("Bewaard op dit apparaat")
        assert "lange brug" in desk.text()
        assert desk.workspace.case(KETTLE).state.alias == "groene ketel"
