"""Contact requests: written down and sealed, answered by those they are addressed to, counted by coordinators."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.tui.sheet_desk import fill as fill_form
from tests.tui.workbench import DAY_MS, NOW_MS, Bench, Desk
from vp_tui.domain.case_parts import SafeContact
from vp_tui.domain.commands import AcceptContact, RecuseContact
from vp_tui.workspace.facade import Workspace

NUMBER = "06-12345678"
SAFE = SafeContact(hours="alleen 8-9", code_word="winter")


def member(workspace: Workspace, name: str) -> bytes:
    return next(each.id for each in workspace.members() if each.name == name)


async def asked(bench: Bench, by: str = "bo", to: tuple[str, ...] = ("Anna",), **more: Any) -> bytes:
    """A request for these colleagues, made by another process; its id."""
    workspace = await bench.colleague(by)
    client = next(client.id for client in workspace.clients() if client.code == "NRD-01")
    fields = {"channel": "KA-TE", "call_back": NUMBER, "safe": SAFE, "text": "Belt liever niet op het werk."} | more
    receipt = await workspace.ask_contact(client, [member(workspace, name) for name in to], **fields)
    return receipt.space


async def fill(desk: Desk) -> None:
    """The form, for Cas, from the first field to the last."""
    await desk.type("nrd")
    await desk.press("enter", "enter")
    await desk.type(NUMBER)
    await desk.press("enter")
    await desk.type("alleen 8-9")
    await desk.press(*["enter"] * 3)
    await desk.type("winter")
    await desk.press(*["enter"] * 6)
    await desk.type("Belt liever niet op het werk.")
    await desk.press("tab")
    await desk.type("cas")


async def test_what_was_written_down_is_sealed_and_cannot_be_opened_again(bench: Bench) -> None:
    async with bench.application(first="TodayScreen") as desk:
        await desk.press("a")
        await desk.sees("Geen contactverzoeken.")
        await desk.press("n")
        await desk.sees("Contactverzoek vastleggen", "daarna kunt u het niet meer openen")
        await fill(desk)
        await desk.sees("= Cas")
        await desk.press("ctrl+s")
        await desk.sees("Verzegeld", "Alleen Cas kan dit openen.", "is van dit apparaat gewist")
        assert NUMBER not in desk.all_text()
        await desk.press("enter")
        await desk.sees("reactietijd per verzoek", "NRD-01 Noorderend", "op tijd", "nog 2 dagen")
        assert NUMBER not in desk.all_text()
        assert desk.workspace.contacts() == []
        # No draft, and the form is empty.
        assert [draft.slot for draft in desk.workspace.drafts.all()] == []
        await desk.press("enter")
        await desk.sees("Verzegeld aan de vertrouwenspersonen")
        await desk.press("n")
        await desk.sees("Contactverzoek vastleggen")
        assert NUMBER not in desk.all_text()
    cas = await bench.colleague("cas")
    request = cas.contacts()[0]
    assert request.call_back == NUMBER
    assert request.safe == SAFE


async def test_an_interrupted_call_is_a_sealed_draft_until_it_is_sent(bench: Bench) -> None:
    async with bench.application(first="TodayScreen") as desk:
        desk.app.go("ask")
        await desk.sees("Contactverzoek vastleggen")
        await fill(desk)
        await desk.press("escape")
        assert desk.session.draft("contact")
        desk.app.go("ask")
        await desk.sees(NUMBER, "= Cas", "Belt liever niet op het werk.")
        desk.app.invoke("ask.clear")
        await desk.sees("Wat u typte weggooien?")
        await desk.type("leeg")
        await desk.press("enter")
        assert not desk.session.draft("contact")
        assert not desk.session.draft("contact:text")


async def test_a_request_needs_a_client_a_number_and_somebody_to_answer(bench: Bench) -> None:
    async with bench.application(first="TodayScreen") as desk:
        desk.app.go("ask")
        await desk.sees("Contactverzoek vastleggen")
        await desk.press("ctrl+s")
        await desk.sees("! Deze klant staat niet in de lijst.")
        await desk.type("nrd")
        await desk.press("enter", "ctrl+s")
        await desk.sees("! Kies een tot 32 collega's.")
        await desk.type("onbekend")
        await desk.press("ctrl+s")
        await desk.sees('! "onbekend" past op 0 namen')
        await desk.press(*["backspace"] * 8)
        await desk.type("allen")
        await desk.sees("= Anna, Bo, Cas")
        assert desk.workspace.contact_statuses() == []


async def test_accepting_calling_and_the_case_that_comes_of_it(bench: Bench) -> None:
    request = await asked(bench)
    async with bench.application(first="TodayScreen") as desk:
        await desk.sees("1 nieuwe aanvraag", "contactverzoek")
        desk.screen.list.move_to(next(id for id in map(desk.screen.due.rows.id, range(9)) if id[1] == request))
        await desk.press("enter")
        lines = desk.text().split("\n")
        safe, number = (next(n for n, line in enumerate(lines) if word in line) for word in ("alleen 8-9", NUMBER))
        assert safe < number
        await desk.press("n")
        await desk.sees("Neem het verzoek eerst aan (a).")
        await desk.press("a")
        await desk.sees("aangenomen door u")
        assert desk.workspace.contact(request).accepted_by == desk.workspace.me.member
        await desk.press("o")
        await desk.sees("gebeld, geen gehoor", "Weer bellen: morgen")
        await desk.press("c")
        await desk.sees("Veilig contact: alleen 8-9")
        await desk.press("right", "ctrl+s")
        # A voicemail, which the rule forbids.
        await desk.sees("Voicemail inspreken is niet afgesproken.")
        await desk.press("escape", "n")
        await desk.sees("NRD-01 Noorderend Logistiek", NUMBER, "Belt liever niet op het werk.")
        await fill_form(desk, alias="stille vijver", minutes="20")
        await desk.press("ctrl+s")
        await desk.sees("stille vijver", NUMBER)
        await desk.until(lambda: desk.workspace.contact(request).outcome == "case")
        case = next(row.id for row in desk.workspace.summaries() if row.alias == "stille vijver")
        state = desk.workspace.case(case).state
        assert state.safe == SAFE
        # The talk is of today, whenever the request came in, and the call without an answer goes along.
        assert [item.on for item in state.timeline] == [desk.workspace.today()]
        assert [call.result for call in state.calls] == ["no_answer"]
        await desk.press("1")
        await desk.until(lambda: "contactverzoek" not in desk.text())


async def test_who_steps_back_gives_no_reason_and_reads_it_no_longer(bench: Bench) -> None:
    request = await asked(bench, to=("Anna", "Cas"))
    async with bench.application(first="TodayScreen") as desk:
        desk.app.go("contact", request.hex())
        await desk.sees(NUMBER)
        await desk.press("r")
        await desk.sees("Er wordt niet gevraagd waarom")
        await desk.press("escape")
        assert desk.workspace.contact(request).state == "open"
        await desk.press("r", "1")
        await desk.until(lambda: type(desk.screen).__name__ == "TodayScreen")
        await desk.sees("Teruggegeven.")
        assert desk.workspace.contacts() == []
        assert NUMBER not in desk.all_text()
    cas = await bench.colleague("cas")
    assert cas.contact(request).state == "open"
    assert cas.contact(request).addressees == (cas.me.member,)


async def test_putting_off_does_not_stop_the_clock_and_passing_on_seals_anew(bench: Bench) -> None:
    request = await asked(bench)
    async with bench.application(first="TodayScreen") as desk:
        desk.app.go("contact", request.hex())
        await desk.sees(NUMBER)
        await desk.press("p")
        await desk.sees("De klok van de klant loopt door")
        await desk.type("morgen")
        await desk.press("ctrl+s")
        await desk.sees("uitgesteld tot morgen")
        assert desk.workspace.contact(request).postponed_until == date(2026, 3, 10)
        await desk.press("w")
        await desk.type("cas")
        await desk.press("ctrl+s")
        await desk.until(lambda: type(desk.screen).__name__ == "TodayScreen")
        assert desk.workspace.contacts() == []
    cas = await bench.colleague("cas")
    assert cas.contact(request).call_back == NUMBER


async def test_a_coordinator_sees_on_time_late_and_returned_and_nothing_else(bench: Bench) -> None:
    request = await asked(bench, by="anna", to=("Cas",))
    async with bench.application("bo", first="TodayScreen") as desk:
        await desk.press("a")
        await desk.sees("NRD-01 Noorderend", "op tijd")
        bench.clock.at_ms = NOW_MS + 9 * DAY_MS
        desk.screen.renew()
        await desk.sees("te laat", "dagen te laat")
        cas = await bench.colleague("cas")
        await cas.do(RecuseContact(), request)
        await desk.sees("teruggekomen")
        for word in (NUMBER, "Cas", "werk", "winter"):
            assert word not in desk.text()


async def test_a_request_that_a_colleague_takes_is_gone(bench: Bench) -> None:
    request = await asked(bench, to=("Anna", "Cas"))
    async with bench.application(first="TodayScreen") as desk:
        desk.app.go("contact", request.hex())
        await desk.sees(NUMBER, "gericht aan")
        await desk.press("p")
        cas = await bench.colleague("cas")
        await cas.do(AcceptContact(), request)
        await desk.until(lambda: desk.workspace.contacts() == [])
        # What is being typed is left by whoever types it.
        await desk.press("escape")
        await desk.until(lambda: type(desk.screen).__name__ == "TodayScreen")
        another = await asked(bench, to=("Anna", "Cas"))
        await desk.until(lambda: len(desk.workspace.contacts()) == 1)
        desk.app.go("contact", another.hex())
        await desk.sees(NUMBER)
        await cas.sync()
        await cas.do(AcceptContact(), another)
        await desk.sees("Dit verzoek is bij een collega.", "[1 Vandaag]")
