"""The sheet of aftercare, and closing: what is promised is settled, and nobody is called who did not agree to it."""

from __future__ import annotations

from datetime import date

from tests.tui.sheet_desk import fill, sheet
from tests.tui.workbench import HARBOUR, HERON, LANTERN, TODAY, Bench
from vp_tui.domain.commands import ConsultStep, LogCall, PutAppointment, PutStep, SetMandate
from vp_tui.domain.mandate import Mandate


async def test_she_says_how_it_goes_and_what_happened_since(bench: Bench) -> None:
    async with sheet(bench, "aftercare", LANTERN) as desk:
        await desk.sees("! Nog geen regel voor veilig contact", "Nazorg, ingestemd op wo 28 jan 2026: telefoon.")
        await desk.sees("! Te vragen za 7 mrt, 2 dagen te laat", "Te vragen za 4 apr")
        await desk.press("a", "ctrl+s")
        # Nothing is chosen for the reporter.
        await desk.sees("! ")
        assert not desk.workspace.case(LANTERN).state.aftercare[0].done_ms
        await fill(desk, outcome="EV-DE", safer="VE-DE", retaliation="BN-ER", impact="taken")
        await desk.press("ctrl+s")
        await desk.sees(
            "Gevraagd vandaag (stond voor za 7 mrt): deels", "Voelt zich veiliger: deels", "Gevolgen: benadeling: taken"
        )
        await desk.press("n")
        await fill(desk, on="gisteren", text="Weer een rooster zonder overleg.")
        await desk.press("escape")
        await desk.sees("Concept bewaard")
        await desk.press("n")
        await desk.sees("Weer een rooster zonder overleg.")
        await desk.press("ctrl+s")
        await desk.sees("Benadeling gisteren: vermoed", "Benadelingsmonitor: 2 keer, het laatst gisteren: vermoed")
        state = desk.workspace.case(LANTERN).state
        assert (state.aftercare[0].safer, state.aftercare[0].impact) == ("VE-DE", ("GM-BN-T",))
        assert [(row.on, row.text) for row in state.retaliations] == [
            (date(2026, 3, 8), "Weer een rooster zonder overleg.")
        ]


async def test_who_cannot_be_reached_is_let_go_with_dignity(bench: Bench) -> None:
    async with sheet(bench, "aftercare", LANTERN) as desk:
        for tried in (1, 2):
            await desk.press("o", "o")
            await desk.sees("Net al vastgelegd.", f"Vergeefs gebeld sinds het afsluiten: {tried};")
            bench.clock.at_ms += 3_600_000
        await desk.press("X", "e")
        assert "Daarvoor is drie keer vergeefs bellen nodig" in desk.flat()
        await desk.press("o")
        await desk.sees("Vergeefs gebeld sinds het afsluiten: 3;")
        await desk.press("X", "e")
        await desk.sees("3 momenten blijven als niet gevraagd staan.", "Neemt de melder zelf contact op")
        await desk.type("beeindigen")
        await desk.press("enter")
        await desk.sees("De nazorg is beëindigd; de zaak is gesloten.")
        assert desk.workspace.case(LANTERN).state.state == "closed"


async def test_closing_names_what_is_open_and_leads_to_where_it_is_settled(bench: Bench) -> None:
    async with bench.application() as desk:
        desk.app.go("case", HARBOUR.hex())
        await desk.sees("[Dossier 0]")
        workspace, step = desk.workspace, b"step-of-harbour1"
        await workspace.do(PutAppointment(b"talk-of-harbour1", date(2026, 3, 20), "14:30"), HARBOUR)
        await workspace.do(PutStep(step, "VS-ZA"), HARBOUR)
        await workspace.do(ConsultStep(step, 1, "Doet zij zelf"), HARBOUR)
        await workspace.do(LogCall("reached", again=date(2026, 3, 10)), HARBOUR)
        await desk.press("X", "c")
        await desk.sees("Voor stille haven dicht kan", "terugbellen (1)", "afspraak (1)", "lopende stap (1)")
        await desk.press("2")
        await desk.until(lambda: getattr(desk.screen, "NAME", "") == "meetings")
        await desk.press("s", "1", "o")
        assert workspace.case(HARBOUR).state.is_open


async def test_closing_asks_for_papers_safety_channel_and_the_last_day_of_the_file(bench: Bench) -> None:
    async with bench.application() as desk:
        client = desk.workspace.case(HERON).state.client
        await desk.workspace.do(SetMandate(0, Mandate(retention_months=6)), client)
        desk.app.go("case", HERON.hex())
        await desk.sees("[Dossier")
        await desk.press("X", "c")
        await desk.sees("blauwe reiger afsluiten", "09-09-2026")
        await fill(
            desk,
            reason="opgelost",
            aftercare_consent="vandaag",
            aftercare_channel="beeld",
            safer="VE-JA",
            papers="returned",
        )
        await desk.press("ctrl+s")
        await desk.sees(
            "Contact voor nazorg: beeldbellen.",
            "Papieren: terug naar melder.",
            "Het dossier blijft tot en met wo 9 sep 2026.",
        )
        await desk.type("sluiten")
        await desk.press("enter")
        await desk.sees("blauwe reiger is afgesloten.")
        state = desk.workspace.case(HERON).state
        assert (state.safer, state.papers, state.aftercare_channel) == ("VE-JA", "returned", "KA-VI")
        assert state.retention == date(2026, 9, 9)
        assert state.aftercare_consent == TODAY
