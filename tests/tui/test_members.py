"""Team and keys: seeing, comparing, inviting, four eyes, removing, and what must be acknowledged."""

from __future__ import annotations

import time
from pathlib import Path

from tests.practices import BOTH, PASSPHRASE
from tests.tui.workbench import Bench, Desk
from vp_tui.device.paths import locate
from vp_tui.tui.wording import spoken
from vp_tui.workspace import bootstrap
from vp_tui.workspace.facade import Workspace


def now(bench: Bench) -> None:
    """Invitations expire by the server's clock, so the bench's must be right."""
    bench.clock.at_ms = int(time.time() * 1000)


async def go_team(desk: Desk) -> None:
    await desk.press("7")
    await desk.sees("3 leden; 2 handtekeningen voor een wijziging")


async def put_cursor_on(desk: Desk, name: str) -> None:
    from vp_tui.tui.widgets.queue_list import QueueList

    listed = desk.screen.query_one(QueueList)
    found = next(listed.rows.id(n) for n in range(len(listed.rows)) if name in listed.rows.row(n).cells[0])
    listed.move_to(found)
    await desk.calm()


async def invited(bench: Bench, desk: Desk, name: str, tmp_path: Path) -> bootstrap.Joining:
    """Somebody invited on the screen, who then joins from a computer of her own."""
    await desk.press("n")
    await desk.type(name)
    await desk.press("enter", "enter", "enter", "enter")
    await desk.sees(f"Lees dit voor aan {name}", "Typ KLAAR")
    from vp_tui.protocol.words import word_list

    known = set(word_list())
    lines = [line.strip(" |").split() for line in desk.text().splitlines()]
    code = [word for line in lines if line and known.issuperset(line) for word in line]
    assert len(code) == 9
    home = tmp_path / name.lower()
    home.mkdir(mode=0o700)
    joining = await bootstrap.join(
        locate({"VP_HOME": str(home)}), dsn=bench.database.dsn, code=code, identity=name.lower(), my_name=name,
        passphrase=PASSPHRASE, keystore_kind="file", demo=True,
    )  # fmt: skip
    await desk.type("KLAAR")
    await desk.press("enter")
    return joining


async def test_members_devices_and_words_are_shown_in_full(bench: Bench) -> None:
    async with bench.application() as desk:
        await go_team(desk)
        assert "Anna (u)" in desk.text()
        anna = next(member for member in desk.workspace.members() if member.is_me)
        assert " ".join(anna.devices[0].fingerprint) in desk.text()
        assert anna.devices[0].digits in desk.text()
        await put_cursor_on(desk, "Cas")
        cas = next(member for member in desk.workspace.members() if member.name == "Cas")
        assert " ".join(cas.devices[0].fingerprint) in desk.text()
        assert "nog niet door u vergeleken" in desk.text()
        await desk.press("enter")
        await desk.sees("Vergelijk deze woorden aan de telefoon of bij elkaar")
        await desk.press("q")
        await desk.sees("3 leden")


async def test_comparing_asks_for_words_that_are_not_on_the_screen(bench: Bench) -> None:
    async with bench.application() as desk:
        await go_team(desk)
        await put_cursor_on(desk, "Cas")
        cas = next(member for member in desk.workspace.members() if member.name == "Cas")
        words = cas.devices[0].fingerprint
        await desk.press("c")
        await desk.sees("Negen woorden vergelijken met Cas")
        lines = [line.strip(" |").split() for line in desk.text().splitlines()]
        shown = [
            word
            for line in lines
            if set(line) & set(words) and set(line) <= {*words, "..(a)..", "..(b).."}
            for word in line
        ]
        shown = shown[-9:]
        gaps = [place for place, word in enumerate(shown) if word != words[place]]
        assert [shown[place] for place in gaps] == ["..(a)..", "..(b).."]
        await desk.type("academic")
        await desk.press("enter")
        await desk.type(words[gaps[1]])
        await desk.press("enter", "enter")
        await desk.sees("Dat is niet het woord dat hier hoort", f"woord {gaps[0] + 1}")
        assert not any(device.compared_by_me for device in cas.devices)
        await desk.press(*["backspace"] * 8)
        await desk.type(words[gaps[0]][:4])
        await desk.press("enter", "enter", "right", "enter")
        await desk.sees("Vastgelegd: vergeleken met Cas", "vergeleken: bij elkaar")


async def test_a_newcomer_needs_the_code_and_two_coordinators(bench: Bench, tmp_path: Path) -> None:
    now(bench)
    async with bench.application("anna") as anna, bench.application("bo") as bo:
        await go_team(anna)
        joining = await invited(bench, anna, "Dee", tmp_path)
        await anna.sees("Uitnodigingen", "aangemeld: laat toe")
        await put_cursor_on(anna, "Dee")
        assert " ".join(joining.fingerprint) in anna.text()
        await anna.press("A")
        await anna.sees("Dee toelaten?", *spoken(joining.fingerprint), "daarna tekent een tweede")
        await anna.type("TOELATEN")
        await anna.press("enter")
        await anna.sees("Voorgesteld; een tweede coördinator moet mede tekenen", "u tekende; wacht op een ander")
        await anna.press("S")
        await anna.sees("U hebt al getekend; de tweede handtekening")

        await bo.press("7")
        await bo.sees("wacht op uw handtekening")
        await put_cursor_on(bo, "Dee")
        await bo.press("S")
        await bo.sees("Mede tekenen: nieuw lid, Dee?", *spoken(joining.fingerprint), "voorgesteld door: Anna")
        await bo.type("TEKENEN")
        await bo.press("enter")
        await bo.sees("Gedaan en ondertekend", "4 leden")
        await anna.sees("4 leden")


async def test_who_may_not_act_reads_why(bench: Bench) -> None:
    async with bench.application("cas") as desk:
        await go_team(desk)
        await desk.press("n")
        await desk.sees("Alleen een coördinator kan dit")
        await desk.press("c")
        await desk.sees("Kies een ander lid; dit bent u zelf")
    async with bench.application("anna") as desk:
        await go_team(desk)
        await desk.press("X", "w")
        await desk.sees("Kies een ander lid, een uitnodiging")


async def test_roles_change_by_proposal_and_a_proposal_can_be_dropped(bench: Bench) -> None:
    async with bench.application("anna") as desk:
        await go_team(desk)
        await put_cursor_on(desk, "Cas")
        await desk.press("X", "r")
        await desk.sees("Rollen van Cas")
        await desk.press("enter", "enter", "right", "enter")
        await desk.sees("Rollen van Cas wijzigen?", "nu: vertrouwenspersoon", "wordt: vertrouwenspersoon, supervisor")
        await desk.type("WIJZIGEN")
        await desk.press("enter")
        await desk.sees("Voorgesteld", "Cas: rollen wijzigen")
        await put_cursor_on(desk, "Cas: rollen")
        await desk.press("X", "w")
        await desk.sees("Voorstel weghalen: rollen wijzigen, Cas?")
        await desk.type("WEGHALEN")
        await desk.press("enter")
        await desk.until(lambda: "rollen wijzigen" not in desk.text())


async def add_eva(bench: Bench, anna: Workspace, bo: Workspace, tmp_path: Path) -> None:
    invitation = await anna.invite("Eva", BOTH)
    home = tmp_path / "eva"
    home.mkdir(mode=0o700)
    await bootstrap.join(
        locate({"VP_HOME": str(home)}), dsn=bench.database.dsn, code=invitation.words, identity="eva", my_name="Eva",
        passphrase=PASSPHRASE, keystore_kind="file", demo=True,
    )  # fmt: skip
    proposal = await anna.admit(invitation.id)
    assert proposal is not None
    assert await bo.cosign(proposal.id)


async def test_removing_says_what_stays_known_and_needs_the_word_and_a_colleague(bench: Bench, tmp_path: Path) -> None:
    # Somebody of this test's own: sign-ins are the server's, which all copies of the practice share.
    now(bench)
    bo = await bench.colleague("bo")
    await add_eva(bench, await bench.colleague("anna"), bo, tmp_path)
    async with bench.application("anna", first="ChangesScreen") as anna:
        await anna.press("S", "7")
        await anna.sees("4 leden")
        await put_cursor_on(anna, "Eva")
        await anna.press("X", "w")
        await anna.sees("Eva uit de praktijk halen?", "alles wat Eva tot nu toe kon lezen", "nieuwe sleutels")
        await anna.press("enter")
        assert "Eva uit de praktijk halen?" in anna.all_text()
        await anna.type("WEGHALEN")
        await anna.press("enter")
        await anna.sees("Voorgesteld")
        assert await bo.cosign((await bo.proposals())[0].id)
        await anna.sees("3 leden", "Niet meer lid", "toegang ingetrokken")


async def test_changes_stand_before_everything_until_they_were_acknowledged(bench: Bench, tmp_path: Path) -> None:
    now(bench)
    await add_eva(bench, await bench.colleague("anna"), await bench.colleague("bo"), tmp_path)
    async with bench.application("cas", first="ChangesScreen") as desk:
        await desk.sees("Er is iets in het team veranderd", "Eva is toegelaten als vertrouwenspersoon, coördinator")
        assert "Anna, Bo" in desk.text() or "Bo, Anna" in desk.text()
        for key in ("2", "7", "escape", "q"):
            await desk.press(key)
            assert "Er is iets in het team veranderd" in desk.text()
        await desk.press("S")
        await desk.until(lambda: type(desk.screen).__name__ == "QueueScreen")
        assert not desk.workspace.changes()
    async with bench.application("cas") as desk:
        assert type(desk.screen).__name__ == "QueueScreen"


async def test_coordinators_add_and_rename_clients(bench: Bench) -> None:
    async with bench.application("anna") as desk:
        desk.app.go("clients")
        await desk.sees("NRD-01", "Noorderend Logistiek")
        await desk.press("n")
        await desk.sees("Nieuwe klant")
        await desk.type("GEM-03")
        await desk.press("enter")
        await desk.type("Gemeente Proef")
        await desk.press("enter")
        await desk.sees("GEM-03", "Gemeente Proef")
        await put_cursor_on(desk, "GEM-03")
        await desk.press("e")
        await desk.sees("Klant GEM-03 hernoemen")
        await desk.type("erij")
        await desk.press("enter")
        await desk.sees("Gemeente Proeferij")
    async with bench.application("cas") as desk:
        desk.app.go("clients")
        await desk.sees("GEM-03")
        await desk.press("n")
        await desk.sees("Alleen een coördinator kan dit")
