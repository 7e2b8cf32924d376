"""Control: what is verified, what tampering looks like to a confidant, and what leaves the application."""

from __future__ import annotations

import json
import stat

from tests.tui.workbench import HERON, KETTLE, Bench, Desk


async def go_audit(desk: Desk) -> None:
    await desk.press("8")
    await desk.sees("Controlewoorden van de praktijk" if not desk.workspace.findings() else "WAT KLOPT NIET")


async def tampered(bench: Bench) -> None:
    """The last entry of one case is gone from the server: a restored backup, or somebody who wants it forgotten."""
    last = "select max(seq) from vp.entry where space = $1"
    await bench.database.evil(f"delete from vp.entry where space = $1 and seq = ({last})", HERON)


async def test_a_clean_practice_says_so_and_what_the_server_still_sees(bench: Bench) -> None:
    async with bench.application() as desk:
        await go_audit(desk)
        await desk.sees("Geen bevindingen", "Wat de server nog ziet")
        assert " ".join(desk.workspace.checkpoint()) in desk.text()
        assert "nog niet gedaan" in desk.text()
        await desk.press("n")
        await desk.sees("niets gevonden")
        await desk.press("w")
        await desk.sees("Lees ze elke maand aan een collega voor")


async def test_a_full_check_can_be_stopped_and_changes_nothing(bench: Bench) -> None:
    async with bench.application() as desk:
        await go_audit(desk)
        desk.app.invoke("audit.run")
        await desk.pilot.pause(0)
        desk.app.invoke("app.cancel")
        await desk.sees("De controle is gestopt", "nog niet gedaan")
        assert not desk.workspace.findings()


async def test_tampering_is_told_in_words_and_everything_else_stays_usable(bench: Bench) -> None:
    await tampered(bench)
    async with bench.application() as desk:
        await desk.sees("! 1 bevinding: zie 8")
        await desk.press("7")
        await desk.sees("! 1 bevinding: zie 8", "Team")
        await desk.press("8")
        await desk.sees("Er klopt iets niet", "blauwe reiger", "Wat te doen", "Wat nog werkt")
        assert "IntegrityError" not in desk.text()
        await desk.press("2")
        desk.app.go("case", KETTLE.hex())
        await desk.sees("groene ketel", "Terugbellen")
        assert desk.workspace.case(HERON).state.alias == "blauwe reiger"


async def test_evidence_goes_into_a_private_file_after_a_typed_word(bench: Bench) -> None:
    async with bench.application() as desk:
        await go_audit(desk)
        await desk.press("E")
        await desk.sees("Er zijn geen bevindingen")
    await tampered(bench)
    async with bench.application() as desk:
        await desk.sees("! 1 bevinding: zie 8")
        await go_audit(desk)
        await desk.press("E")
        await desk.sees("Bewijs in een bestand bewaren?", "niet erin: tekst")
        await desk.press("enter")
        assert not list(bench.paths.identity_state("anna").glob("bewijs-*"))
        await desk.type("BEWAREN")
        await desk.press("enter")
        await desk.sees("Het bewijs is bewaard")
    (kept,) = bench.paths.identity_state("anna").glob("bewijs-*.json")
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    raw = kept.read_bytes()
    assert json.loads(raw)["findings"][0]["space"] == HERON.hex()
    for content in (b"blauwe reiger", b"logboek", b"Anna", b"Noorderend"):
        assert content not in raw
