"""How case work looks, as plain text that a person can review in a diff.

Run with ``VP_LOOKS=write`` to take new pictures; look at them before committing.
"""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest

from tests.tui.test_contacts import asked
from tests.tui.test_dilemmas import told, weighed
from tests.tui.workbench import CAS_CASE, HARBOUR, HERON, LANTERN, Bench, Desk
from vp_tui.domain.case_parts import SafeContact
from vp_tui.domain.commands import (
    ConsultStep,
    LogCall,
    MakeReferral,
    MoveReferral,
    NoteRetaliation,
    PutAppointment,
    PutStep,
    RecordPressure,
    ReviseCore,
    SetMandate,
    SetRoute,
    SetSafeContact,
    SetStage,
    SnoozeCase,
    TagCase,
    WriteDraft,
)
from vp_tui.domain.mandate import Mandate
from vp_tui.domain.party import Party
from vp_tui.i18n import set_language

PICTURES = Path(__file__).with_name("snapshots")


def compare(desk: Desk, name: str) -> None:
    path = PICTURES / f"{name}.txt"
    seen = desk.text().rstrip() + "\n"
    if os.environ.get("VP_LOOKS") == "write":
        PICTURES.mkdir(exist_ok=True)
        path.write_text(seen, encoding="utf-8")
    assert seen == path.read_text(encoding="utf-8"), f"{name} looks different; see the module's docstring"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["80x24", "120x40"])
@pytest.mark.parametrize("language", ["nl", "en"])
async def test_case_work_looks_as_it_was_approved(bench: Bench, language: str, size: tuple[int, int]) -> None:
    set_language(language)
    name = f"{size[0]}x{size[1]}-{language}"
    try:
        async with bench.application(size=size) as desk:
            await desk.press("j")
            await desk.until(lambda: "papieren lantaarn  " in desk.text() or size[0] > 100)
            await desk.pilot.pause(0.3)
            compare(desk, f"queue-{name}")
            desk.app.go("case", HERON.hex())
            await desk.sees("[Dossier" if language == "nl" else "[File")
            compare(desk, f"case-{name}")
            await desk.press("p", "n")
            await desk.type("Alleen voor mij.")
            compare(desk, f"personal-{name}")
            await desk.press("escape", ">")
            compare(desk, f"log-{name}")
            await desk.press("X", "c")
            compare(desk, f"closing-{name}")
            await desk.press("escape")
            desk.app.go("case", CAS_CASE.hex())
            await desk.sees("lange trap")
            compare(desk, f"deputy-{name}")
            desk.app.go("register")
            await desk.until(lambda: type(desk.screen).__name__ == "RegisterScreen")
            compare(desk, f"register-{name}")
    finally:
        set_language("nl")


async def test_without_line_drawing_or_timers_for_a_reader(bench: Bench) -> None:
    async with bench.application(size=(60, 16), a11y=True) as desk:
        text = desk.text()
        assert text.isascii()
        assert desk.app.cursor_position.y == 3
        await desk.press("j", "enter")
        await desk.sees("DOSSIER")
        assert desk.app.cursor_position == (0, desk.screen.timeline.region.y)


@pytest.mark.parametrize(("language", "size"), [("nl", (80, 24)), ("en", (120, 40))], ids=["80x24-nl", "120x40-en"])
async def test_the_course_of_a_case_looks_as_it_was_approved(
    bench: Bench, language: str, size: tuple[int, int]
) -> None:
    set_language(language)
    name = f"{size[0]}x{size[1]}-{language}"
    try:
        async with bench.application(size=size) as desk:
            await _course(desk)
            for sheet, case, keys in (
                ("steps", HERON, "jjje"),
                ("papers", HERON, "td"),
                ("referrals", HERON, "t"),
                ("meetings", HERON, "c"),
                ("aftercare", LANTERN, "n"),
            ):
                desk.app.go(sheet, case.hex())
                await desk.until(lambda wanted=sheet: getattr(desk.screen, "NAME", "") == wanted)
                await desk.pilot.pause(0.2)
                compare(desk, f"{sheet}-{name}")
                await desk.press(*keys)
                await desk.pilot.pause(0.2)
                compare(desk, f"{sheet}-{keys[-1]}-{name}")
                await desk.press("escape")
    finally:
        set_language("nl")


async def _course(desk: Desk) -> None:
    """Something on every one of these sheets."""
    ws, talk, own, draft, warm = (
        desk.workspace,
        b"step-of-look-001",
        b"step-of-look-002",
        b"draft-of-look-01",
        b"warm-of-look-001",
    )
    safe = SafeContact("8-9 uur", code_word="appeltaart", avoid="haar partner")
    for case in (HERON, LANTERN):
        await ws.do(SetSafeContact(0, safe), case)
    await ws.do(ReviseCore("natures", 0, ("OG-PE-R", "IN-FR")), HERON)
    await ws.do(PutStep(own, "VS-ZA", what="Zelf zeggen wat het doet.", due=date(2026, 3, 6), promised_by="HR"), HERON)
    what, after = "Zij vertelt, ik zit erbij.", "De leidinggevende weet dan wie het betreft."
    await ws.do(PutStep(talk, "VS-BG", "together", what, after, date(2026, 3, 13), party=Party("VD-LG")), HERON)
    await ws.do(ConsultStep(talk, 1, "Graag samen, en kort."), HERON)
    await ws.do(SetStage(0, "IM-D", date(2026, 3, 1), True, "Zij meldt zelf, met naam."), HERON)
    await ws.do(WriteDraft(draft, "letter", "Gespreksverzoek", "Geachte leidinggevende,\n\nGraag een gesprek."), HERON)
    second = "Geachte leidinggevende,\n\nGraag een gesprek deze week.\n\nMet groet"
    await ws.do(WriteDraft(draft, "letter", "Gespreksverzoek", second, 1), HERON)
    await ws.do(MakeReferral(warm, "VD-BM", "BMW Noord", "WV-WS"), HERON)
    await ws.do(MoveReferral(warm, 1, "VW-AK"), HERON)
    await ws.do(MakeReferral(b"cold-of-look-001", "VD-CR", entry="nl-113"), HERON)
    await ws.do(PutAppointment(b"meet-of-look-001", date(2026, 3, 12), "14:30", place="walk"), HERON)
    await ws.do(LogCall("no_answer"), HERON)
    await ws.do(LogCall("reached", again=date(2026, 3, 10)), HERON)
    await ws.do(LogCall("no_answer"), LANTERN)
    await ws.do(NoteRetaliation("BN-ER", date(2026, 3, 2), ("GM-BN-T",), "Een rooster zonder overleg."), LANTERN)


@pytest.mark.parametrize(("size", "language"), [((80, 24), "nl"), ((120, 40), "en")], ids=["80x24-nl", "120x40-en"])
async def test_clients_and_finding_look_as_approved(bench: Bench, size: tuple[int, int], language: str) -> None:
    set_language(language)
    name = f"{size[0]}x{size[1]}-{language}"
    try:
        async with bench.application(size=size) as desk:

            async def settled(what: str) -> None:
                # What rests for a moment is drawn: a preview, the keys under a dialog.
                await desk.pilot.pause(0.4)
                compare(desk, f"{what}-{name}")

            client = await _client(desk)
            await desk.press("5")
            await desk.sees("NRD-01")
            await settled("clients")
            desk.app.go("client", client.hex())
            await desk.until(lambda: type(desk.screen).__name__ == "ClientScreen")
            await settled("client")
            await desk.press("e")
            await settled("client-e")
            await desk.press("escape", "<")
            await settled("pressure")
            await desk.press("d")
            await settled("pressure-d")
            await desk.press("escape")
            desk.app.invoke("finding.open", "log")
            await desk.until(lambda: bool(getattr(desk.screen, "search", None) and desk.screen.search.hits))
            await settled("finding")
            desk.app.go("queue")
            await desk.sees("groene ketel")
            await desk.press("<", "m", "f")
            await desk.type("label:haast")
            await desk.press("enter", "t")
            await settled("labels")
            await desk.press("escape", "z")
            await settled("snooze")
            await desk.press("escape", "slash")
            await desk.type("is:s")
            await desk.press("tab")
            await settled("filter")
    finally:
        set_language("nl")


async def _client(desk: Desk) -> bytes:
    """A card, a route, somebody who pressed, and labels on two cases."""
    ws = desk.workspace
    client = ws.clients()[0].id
    card = Mandate(integrity=True, letter=True, start=date(2025, 5, 1), end=date(2026, 4, 30), protection=True)
    await ws.do(SetMandate(0, card), client)
    await ws.do(SetRoute(b"route-of-looks-1", "committee", "Commissie Noord", "toestel 31"), client)
    asked = "Wie er uit het magazijn bij mij was."
    await ws.do(RecordPressure(b"press-of-looks-1", "HR-manager", asked, date(2026, 3, 6)), client)
    await ws.do(TagCase(("haast", "team-x")), HERON)
    # A second later: what was changed last comes first among those without a date.
    desk.session._clock.at_ms += 1000
    await ws.do(TagCase(("haast",)), HARBOUR)
    await ws.do(SnoozeCase(date(2026, 3, 16)), HARBOUR)
    return client


@pytest.mark.parametrize(("language", "size"), [("nl", (80, 24)), ("en", (120, 40))], ids=["80x24-nl", "120x40-en"])
async def test_the_day_requests_and_dilemmas_look_as_they_were_approved(
    bench: Bench, language: str, size: tuple[int, int]
) -> None:
    set_language(language)
    name = f"{size[0]}x{size[1]}-{language}"
    request = await asked(bench, urgency="soon", gender="v")
    await asked(bench, by="anna", to=("Cas",))
    try:
        async with bench.application(size=size, first="TodayScreen") as desk:
            await desk.until(lambda: len(desk.workspace.contacts()) == 1 and "NRD-01" in desk.text())
            compare(desk, f"today-{name}")
            await desk.press("a")
            await desk.until(lambda: desk.screen.view.place == "contacts")
            await desk.until(lambda: len(desk.workspace.contact_statuses()) == 2)
            compare(desk, f"contacts-{name}")
            desk.app.go("ask")
            await desk.until(lambda: desk.screen.view.place == "ask")
            compare(desk, f"ask-{name}")
            desk.app.go("contact", request.hex())
            await desk.until(lambda: desk.screen.view.place == "contact")
            await desk.press("a", "o")
            await desk.until(lambda: desk.workspace.contact(request).calls)
            await desk.press("j")
            compare(desk, f"contact-{name}")
            await weighed(desk)
            desk.app.go("dilemmas", HERON.hex())
            await desk.until(lambda: desk.screen.view.place == "dilemmas")
            compare(desk, f"dilemma-{name}")
            await told(desk)
            await desk.calm()
            compare(desk, f"breach-{name}")
        async with bench.application("cas", size=size, first="TodayScreen") as desk:
            await desk.press("<")
            compare(desk, f"day-of-another-{name}")
        async with bench.application("bo", size=size, first="TodayScreen") as desk:
            compare(desk, f"calm-{name}")
    finally:
        set_language("nl")
