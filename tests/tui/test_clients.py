"""Clients: what is missing on their cards, the card itself, routes, and the register of pressure."""

from __future__ import annotations

from datetime import date

from tests.tui.workbench import HARBOUR, HERON, Bench, Desk
from vp_tui.domain.commands import RecordPressure, SetMandate, SetRoute
from vp_tui.domain.mandate import Mandate, usual


async def open_client(desk: Desk, code: str = "NRD-01") -> bytes:
    """The screen of a client; her id."""
    client = next(one.id for one in desk.workspace.clients() if one.code == code)
    desk.app.go("client", client.hex())
    await desk.until(lambda: type(desk.screen).__name__ == "ClientScreen")
    return client


async def test_the_list_counts_my_cases_and_says_what_is_missing(bench: Bench) -> None:
    async with bench.application() as desk:
        north = desk.workspace.clients()[0].id
        card = Mandate(letter=True, end=date(2026, 5, 1), independence=True, protection=True, reporting_line="bestuur")
        await desk.workspace.do(SetMandate(0, card), north)
        await desk.press("5")
        await desk.sees("Noorderend Logistiek 3 loopt af op vr 1 mei, geen routes", "geen mandaatkaart")
        lines = [line for line in desk.text().splitlines() if "-0" in line]
        assert ["!" in line for line in lines] == [False, True]
        await desk.workspace.do(SetMandate(1, usual("NL")), north)
        await desk.sees("geen brief, onafhankelijkheid")
    async with bench.application("cas") as desk:
        await desk.press("5")
        await desk.sees("Noorderend Logistiek", "geen brief")
        assert " 3 " not in next(line for line in desk.text().splitlines() if "NRD-01" in line)


async def test_a_new_card_begins_with_what_is_usual_in_the_country(bench: Bench) -> None:
    async with bench.application() as desk:
        await desk.press("5", "enter")
        await desk.sees("! geen mandaatkaart", "Nog geen mandaatkaart")
        await desk.press("n", "2")
        await desk.sees("Ingevuld staat wat gebruikelijk is", "Bemiddeling", "(*) ja ( ) nee")
        await desk.press("ctrl+s")
        await desk.sees("Mandaatkaart bewaard.", "Land: België", "Arbeidsconflict: in bereik", "geen aanstellingsbrief")
        assert desk.workspace.client(desk.screen.client).mandate == usual("BE")
        await desk.press("n")
        await desk.sees("Er is al een mandaatkaart; e wijzigt het deel onder de cursor.")


async def test_a_group_of_the_card_is_changed_and_every_rule_stands_beside_its_field(bench: Bench) -> None:
    async with bench.application() as desk:
        client = await open_client(desk)
        await desk.workspace.do(SetMandate(0, usual("NL")), client)
        await desk.sees("Aanstellingsbrief aanwezig: nee", "Einddatum: onbepaalde tijd")
        await desk.press("j", "j", "e")
        await desk.sees("NRD-01: Aanstelling")
        await desk.press("left", "enter")
        await desk.type("1-2-2026")
        await desk.press("enter")
        await desk.type("1-1-2026")
        await desk.press("ctrl+s")
        await desk.sees("! De aanstelling eindigt voor zij begint.")
        await desk.press("backspace")
        await desk.type("7")
        await desk.press("enter", "left", "enter", "enter")
        await desk.type("raad van bestuur")
        await desk.press("enter")
        await desk.sees("Aanstellingsbrief aanwezig: ja", "Rapporteert aan: raad van bestuur")
        await desk.press("j", "e", "enter", "enter")
        await desk.press(*["backspace"] * 3)
        await desk.type("2")
        await desk.press("ctrl+s")
        await desk.sees("! Kies een getal van 3 tot 100.")
        await desk.press("backspace")
        await desk.type("7")
        await desk.press("ctrl+s")
        await desk.sees("Drempel k: 7")


async def test_two_coordinators_change_the_card_at_once(bench: Bench) -> None:
    bo = await bench.colleague("bo")
    async with bench.application() as desk:
        client = await open_client(desk)
        await desk.workspace.do(SetMandate(0, usual("NL")), client)
        await bo.sync()
        await desk.press("e")
        await desk.sees("NRD-01: Land en bereik")
        await bo.do(SetMandate(1, Mandate(integrity=True, tariff="hour")), client)
        await desk.until(lambda: desk.workspace.client(client).mandate_rev == 2)
        await desk.press("left", "ctrl+s")
        await desk.sees("Een collega was u voor.")
        await desk.press("ctrl+s")
        await desk.sees("Mandaatkaart bewaard.", "Integriteit: buiten bereik")
        card = desk.workspace.client(client).mandate
        assert card is not None
        assert (card.country, card.tariff) == ("BE", "hour"), "what I did not see is as Bo left it"


async def test_routes_are_made_changed_and_taken_away_with_a_word(bench: Bench) -> None:
    async with bench.application() as desk:
        client = await open_client(desk)
        await desk.press(">", "n")
        await desk.type("klachtenc")
        await desk.press("enter")
        await desk.type("Klachtencommissie Noord")
        await desk.press("enter")
        await desk.type("commissie@example.org")
        await desk.press("ctrl+s")
        await desk.sees("klachtencommissie: Klachtencommissie Noord", "commissie@example.org", "Routes 1")
        await desk.press("e", "enter")
        await desk.type(" en Oost")
        await desk.press("ctrl+s")
        await desk.sees("klachtencommissie: Klachtencommissie Noord en Oost")
        await desk.press("X", "w")
        await desk.sees("Route Klachtencommissie Noord en Oost weghalen?")
        await desk.type("weg")
        await desk.press("enter")
        await desk.sees("Route weggehaald.", "Nog geen routes")
        assert not desk.workspace.client(client).routes
    async with bench.application("cas") as desk:
        await open_client(desk)
        for key in ("n", "e", "i"):
            await desk.press(key)
            await desk.sees("Alleen een coördinator")


async def test_pressure_is_recorded_without_a_case_and_answered_with_the_letter(bench: Bench) -> None:
    async with bench.application("cas") as desk:
        client = await open_client(desk)
        await desk.press("d")
        await desk.sees("Geen zaak, geen alias, geen naam: alleen de functie.")
        await desk.type("HR-manager")
        await desk.press("enter")
        await desk.type("Of de lange trap bij mij is geweest.")
        await desk.press("ctrl+s")
        await desk.sees("! Deze tekst noemt een zaak of een alias.", "schrijf het op zonder zaakcode of alias")
        assert not desk.workspace.client(client).pressures
        await desk.press("ctrl+u")
        await desk.type("Wie er uit team X bij mij was.")
        await desk.press("ctrl+s")
        await desk.sees("Vastgelegd, zonder zaak.", "vandaag HR-manager", "nog niet beantwoord")
        await desk.press("w")
        await desk.sees("UW VERZOEK OM INFORMATIE", "Ik geef die informatie niet.")
        await desk.press("escape")
        await desk.sees("Was dit uw antwoord aan HR-manager?")
        await desk.press("1")
        await desk.sees("Antwoord (vandaag, weigeringsbrief): Geweigerd met de standaardbrief.")
        row = desk.workspace.client(client).pressures[0]
        assert (row.letter, row.answered_on) == (True, desk.workspace.today())
    bo = await bench.colleague("bo")
    assert bo.client(client).pressures[0].who == "HR-manager", "the coordinator knows that somebody pressed"


async def test_a_client_that_somebody_else_changes_is_shown_anew(bench: Bench) -> None:
    bo = await bench.colleague("bo")
    async with bench.application() as desk:
        client = await open_client(desk)
        await bo.do(SetRoute(bo.new_id(), "hr", "HR Noord"), client)
        await bo.do(RecordPressure(bo.new_id(), "directeur", "Hoe vaak er iemand belt."), client)
        await desk.sees("Routes 1", "Drukregister 1")
        await desk.press("<")
        await desk.sees("directeur", "Bo")
        assert HERON.hex() not in desk.text()


async def test_letters_are_shown_from_a_case_and_name_nothing_of_it(bench: Bench) -> None:
    async with bench.application() as desk:
        client = desk.workspace.clients()[0].id
        desk.app.go("case", HARBOUR.hex())
        await desk.sees("DOSSIER")
        await desk.press("f")
        await desk.sees("brief: nu niet. Van deze zaak is de klant nog niet bekend.")
        desk.app.go("case", HERON.hex())
        await desk.sees("Zij houdt een logboek bij.")
        await desk.press("f")
        await desk.sees("UW VERZOEK OM INFORMATIE")
        assert "blauwe reiger" not in desk.text()
        await desk.press("escape")
        await desk.workspace.do(SetMandate(0, usual("BE")), client)
        await desk.press("j", "f")
        await desk.sees("Brieven bij blauwe reiger", "bevestiging van onderhoud wo 18 feb 2026")
        await desk.press("1")
        await desk.sees("BEVESTIGING VAN PERSOONLIJK ONDERHOUD", "Noorderend Logistiek")
        assert "blauwe reiger" not in desk.text()
