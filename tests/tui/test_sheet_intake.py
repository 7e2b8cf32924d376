"""The intake sheet: the script and the pen, scope against the card, safe contact, reporters and linked cases."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date

from tests.tui.workbench import COAT, HARBOUR, HERON, KETTLE, Bench, Desk
from vp_tui.domain.case_parts import SafeContact
from vp_tui.domain.commands import ReviseCore, SetMandate, SetSafeContact
from vp_tui.domain.intake import INTAKE
from vp_tui.domain.mandate import Mandate, usual
from vp_tui.i18n import text
from vp_tui.i18n.catalog import care, domain_care


@asynccontextmanager
async def sheet(
    bench: Bench, name: str, case: bytes, who: str = "anna", size: tuple[int, int] = (80, 24)
) -> AsyncIterator[Desk]:
    """The application with this sheet of this case open."""
    async with bench.application(who, size) as desk:
        desk.app.go(name, case.hex())
        await desk.until(lambda: getattr(desk.screen, "NAME", "") == name)
        yield desk


async def card(bench: Bench, mandate: Mandate) -> None:
    """Give the client of the heron and the kettle a mandate card."""
    anna = await bench.colleague("anna")
    client = anna.case(HERON).state.client
    assert client is not None
    await anna.do(SetMandate(anna.client(client).mandate_rev, mandate), client)


def test_what_is_said_are_sentences_and_none_promises_more_than_there_is() -> None:
    for catalog in (care, domain_care):
        for key, pair in catalog.TEXT.items():
            if key.startswith(("say.", "intake.")):
                assert all("absolu" not in said.lower() for said in pair), key
    for item in INTAKE:
        for said in care.TEXT[f"say.{item}"]:
            assert said.startswith('"') and said.endswith(('."', '?"')), item
    assert all(word in care.TEXT["say.exceptions"][0] for word in ("ernstig misdrijf", "gewetensnood", "als eerste"))


async def test_a_point_is_ticked_with_one_key_while_the_pen_keeps_every_letter(bench: Bench) -> None:
    async with sheet(bench, "intake", HERON) as desk:
        await desk.sees("[ ] Vertrouwelijkheid", "Nieuwe aantekening in het DOSSIER")
        await desk.press("n")
        await desk.type("Zij vertelt ")
        await desk.press("escape", "t", "t", "n")
        await desk.type("over de planning.")
        state = desk.workspace.case(HERON).state
        assert state.intake == dict.fromkeys(("confidentiality", "exceptions"), date(2026, 3, 9))
        await desk.sees("[x] Vertrouwelijkheid", "[x] De uitzonderingen", "Zij vertelt over de planning.")
        await desk.press("ctrl+s")
        await desk.until(lambda: not desk.screen.pen.is_open)
        written = desk.workspace.case(HERON).state.timeline[-1]
        assert written.text == "Zij vertelt over de planning."
        assert desk.session.draft(f"note:{HERON.hex()}:dossier:new") == ""


async def test_what_stands_open_is_saved_from_the_script_too(bench: Bench) -> None:
    async with sheet(bench, "intake", HERON) as desk:
        await desk.until(lambda: desk.screen.pen.is_open)
        await desk.sees("DOSSIER - leest: u. Niet: Bo, Cas.")
        await desk.press("n")
        await desk.type("Zij belt morgen.")
        await desk.press("escape", "ctrl+s")
        await desk.until(lambda: not desk.screen.pen.is_open)
        assert desk.workspace.case(HERON).state.timeline[-1].text == "Zij belt morgen."
        await desk.press("ctrl+s")
        await desk.sees("Er is niets open om te bewaren.")


async def test_a_tick_is_taken_back_and_may_have_an_earlier_day(bench: Bench) -> None:
    async with sheet(bench, "intake", HERON) as desk:
        await desk.press("t", "g", "g", "t")
        await desk.until(lambda: not desk.workspace.case(HERON).state.intake)
        await desk.press("g", "g", ":")
        await desk.type("vink gisteren")
        await desk.press("enter")
        await desk.until(lambda: desk.workspace.case(HERON).state.intake == {"confidentiality": date(2026, 3, 8)})


async def test_ticks_typed_ahead_are_for_one_point_each(bench: Bench) -> None:
    async with sheet(bench, "intake", HERON) as desk:
        await desk.type("tttttt")
        await desk.until(lambda: tuple(sorted(desk.workspace.case(HERON).state.intake)) == tuple(sorted(INTAKE)))


async def test_what_was_typed_on_the_case_goes_on_here(bench: Bench) -> None:
    async with bench.application() as desk:
        desk.app.go("case", HERON.hex())
        await desk.sees("[Dossier")
        await desk.press("n")
        await desk.type("Begonnen op de zaak")
        await desk.press("escape", "g", "i")
        await desk.sees("[Intake]", "Begonnen op de zaak")
        await desk.press("n")
        await desk.type(", verder hier")
        await desk.press("escape", "c")
        await desk.sees("Gesprek in het DOSSIER", "Begonnen op de zaak, verder hier")
        await desk.press("escape", "g", "d")
        await desk.sees("[Dossier")
        await desk.press("n")
        await desk.sees("Begonnen op de zaak, verder hier")


async def test_side_by_side_on_a_wide_screen_and_below_each_other_on_a_small_one(bench: Bench) -> None:
    async with sheet(bench, "intake", HERON, size=(120, 40)) as desk:
        await desk.until(lambda: desk.screen.pen.is_open)
        await desk.until(lambda: desk.screen.pen.region.x >= desk.screen.timeline.region.right > 0)
    async with sheet(bench, "intake", HERON) as desk:
        await desk.until(lambda: desk.screen.pen.is_open)
        await desk.until(lambda: desk.screen.pen.region.y >= desk.screen.timeline.region.bottom > 0)


async def test_the_script_says_what_this_client_is_for(bench: Bench) -> None:
    await card(bench, Mandate("NL", behaviour=False, integrity=True, retention_months=6))
    async with sheet(bench, "intake", HERON, size=(120, 40)) as desk:
        await desk.sees("terecht over integriteit.", "Uiterlijk 6 maanden na afsluiting")


async def test_without_a_mandate_card_it_says_so_and_guesses_nothing(bench: Bench) -> None:
    async with sheet(bench, "intake", KETTLE) as desk:
        await desk.press("s")
        await desk.sees("deze klant heeft geen mandaatkaart", "De kaart zegt: grijs, niet declarabel.")
        await desk.press("left", "ctrl+s")
        await desk.sees("! Hier ontbreekt tekst.")
        await desk.press("enter")
        await desk.type("Past bij de taak")
        await desk.press("ctrl+s")
        await desk.sees("Bereik: binnen bereik", "anders gezien, want: Past bij de taak")
        scope = desk.workspace.case(KETTLE).state.scope
        assert scope is not None
        assert (scope.verdict, scope.on, scope.why) == ("in", date(2026, 3, 9), "Past bij de taak")


async def test_a_case_without_a_client_says_that_first(bench: Bench) -> None:
    async with sheet(bench, "intake", HARBOUR) as desk:
        await desk.press("s")
        await desk.sees("Er is nog geen klant gekozen, dus ook geen mandaatkaart")


async def test_out_of_scope_is_not_left_without_a_way_onward(bench: Bench) -> None:
    await card(bench, usual("NL"))
    anna = await bench.colleague("anna")
    await anna.do(ReviseCore("natures", anna.case(KETTLE).state.core_rev("natures"), ("BR-AC",)), KETTLE)
    async with sheet(bench, "intake", KETTLE) as desk:
        await desk.press("s")
        await desk.sees("arbeidsconflict: buiten bereik", "De kaart zegt: buiten bereik")
        await desk.press("ctrl+s")
        await desk.sees("Buiten bereik: wie kan wel helpen?", "wilde geen verwijzing")
        await desk.press("2")
        await desk.until(lambda: desk.workspace.case(KETTLE).state.referral_declined == date(2026, 3, 9))
        await desk.press("s", "ctrl+s")
        await desk.until(lambda: desk.screen.NAME == "intake")
        assert "wie kan wel helpen" not in desk.all_text()


async def test_out_of_scope_leads_to_the_referrals(bench: Bench) -> None:
    await card(bench, usual("NL"))
    anna = await bench.colleague("anna")
    await anna.do(ReviseCore("natures", anna.case(KETTLE).state.core_rev("natures"), ("BR-AC",)), KETTLE)
    async with sheet(bench, "intake", KETTLE) as desk:
        await desk.press("s", "ctrl+s")
        await desk.sees("wie kan wel helpen?")
        await desk.press("1")
        await desk.until(lambda: getattr(desk.screen, "NAME", "") == "referrals")


async def test_safe_contact_stands_above_with_what_may_not_be_done_in_capitals(bench: Bench) -> None:
    async with sheet(bench, "intake", HERON) as desk:
        await desk.press("f")
        await desk.type("8-9 uur")
        await desk.press("enter", "enter", "enter")
        await desk.type("blauw")
        await desk.press("ctrl+s")
        await desk.sees("Veilig contact: 8-9 uur; GEEN voicemail; functie NIET noemen; codewoord: blauw")


async def test_a_colleague_who_was_first_is_shown_before_anything_is_replaced(bench: Bench) -> None:
    other = await bench.colleague("anna")
    async with sheet(bench, "intake", HERON) as desk:
        await desk.press("f")
        await desk.type("overdag")
        await other.do(SetSafeContact(0, SafeContact("alleen 's avonds")), HERON)
        await desk.press("ctrl+s")
        await desk.sees("Een collega was u voor; nu staat er: Veilig contact: alleen 's avonds")
        await desk.press("ctrl+s")
        await desk.until(lambda: desk.screen.NAME == "intake" if hasattr(desk.screen, "NAME") else False)
        safe = desk.workspace.case(HERON).state.safe
        assert safe is not None
        assert safe.hours == "overdag"


async def test_another_reporter_comes_by_alias_and_may_get_a_name_later(bench: Bench) -> None:
    async with sheet(bench, "intake", HERON) as desk:
        await desk.press("a", "ctrl+s")
        await desk.sees("! Hier ontbreekt tekst.")
        await desk.type("gele vink")
        await desk.press("enter")
        await desk.type("getuige")
        await desk.press("ctrl+s")
        await desk.until(lambda: len(desk.workspace.case(HERON).state.reporters) == 1)
        await desk.press("G", "e")
        await desk.sees("Melder gele vink")
        await desk.press("enter", "enter")
        await desk.type("ID-AN")
        await desk.press("enter")
        await desk.type("Vera")
        await desk.press("ctrl+s")
        await desk.sees("! Wie ook voor jou anoniem is, heeft hier geen naam.")
        await desk.press("ctrl+u", "ctrl+s")
        await desk.until(lambda: desk.workspace.case(HERON).state.reporters[0].identity == "ID-AN")
        await desk.press("X", "d")
        await desk.sees("gele vink als melder weghalen?", "geen toestemming meer nodig")
        await desk.type("weghalen")
        await desk.press("enter")
        await desk.sees("Geen melder meer: gele vink")


async def test_never_both_sides(bench: Bench) -> None:
    anna = await bench.colleague("anna")
    await anna.do(ReviseCore("role", 0, "RO-BS"), HARBOUR)
    async with sheet(bench, "intake", HERON) as desk:
        await desk.press("a")
        await desk.type("rode vos")
        await desk.press("enter")
        await desk.type("RO-BS")
        await desk.press("ctrl+s")
        await desk.sees("! Een vertrouwenspersoon staat niet aan beide kanten van één kwestie.")
        await desk.press("escape", "o")
        await desk.type("stille")
        await desk.press("ctrl+s")
        await desk.sees("! Een vertrouwenspersoon staat niet aan beide kanten van één kwestie.")
        assert desk.workspace.case(HERON).state.links == ()


async def test_cases_of_one_matter_are_linked_and_parted(bench: Bench) -> None:
    async with sheet(bench, "intake", HERON) as desk:
        await desk.press("o")
        await desk.type("groene")
        await desk.press("ctrl+s")
        await desk.until(lambda: desk.workspace.case(HERON).state.links == (KETTLE,))
        await desk.until(lambda: desk.workspace.case(KETTLE).state.links == (HERON,))
        await desk.press("u")
        await desk.until(lambda: desk.workspace.case(HERON).state.links == ())
        assert desk.workspace.case(KETTLE).state.links == ()
        await desk.press("o")
        await desk.type("groene")
        await desk.press("ctrl+s")
        await desk.until(lambda: desk.workspace.case(KETTLE).state.links == (HERON,))
        await desk.press("G")
        await desk.sees("Zelfde kwestie:", "groene ketel")
        await desk.press("X", "d")
        await desk.sees("verbreken?")
        await desk.type("weghalen")
        await desk.press("enter")
        await desk.until(lambda: desk.workspace.case(HERON).state.links == ())
        await desk.until(lambda: desk.workspace.case(KETTLE).state.links == ())


async def test_a_case_is_linked_to_a_closed_one_that_stays_as_it_is(bench: Bench) -> None:
    async with sheet(bench, "intake", HERON) as desk:
        await desk.press("o")
        await desk.type("winterse")
        await desk.press("ctrl+s")
        await desk.until(lambda: desk.workspace.case(HERON).state.links == (COAT,))
        assert desk.workspace.case(COAT).state.links == ()


async def test_a_closed_case_can_be_read_and_says_why_it_takes_nothing(bench: Bench) -> None:
    async with sheet(bench, "intake", COAT) as desk:
        assert not desk.screen.pen.is_open
        await desk.press("t")
        await desk.sees("nu niet.")
        assert desk.workspace.case(COAT).state.intake == {}


async def test_the_core_has_who_she_is_when_it_was_and_what_she_wants(bench: Bench) -> None:
    async with sheet(bench, "intake", HERON, size=(120, 40)) as desk:
        await desk.press("i")
        await desk.sees("Kern van blauwe reiger")
        await desk.until(lambda: True)
        form = desk.screen.query_one("Form")
        fields = {field.name: field for field in form.fields}
        assert {"identity", "name", "relation", "period", "since", "wish", "impact"} <= set(fields)
        fields["wish"].entry.value = "Dat het ophoudt"
        fields["since"].entry.value = "herfst"
        fields["period"].choose("ongoing")
        await desk.press("ctrl+s")
        await desk.sees("! Zo is deze periode niet te lezen.")
        fields["since"].entry.value = "2025-Q3"
        await desk.press("ctrl+s")
        await desk.until(lambda: desk.workspace.case(HERON).state.since == "2025-Q3")
        state = desk.workspace.case(HERON).state
        assert (state.wish, state.period) == ("Dat het ophoudt", "ongoing")
        await desk.sees("wil: Dat het ophoudt", "wanneer: doorlopend, 2025-Q3")
        desk.app.go("case", HERON.hex())
        await desk.until(lambda: type(desk.screen).__name__ == "CaseScreen")
        await desk.press("<")
        await desk.sees("Wat de melder wil: Dat het ophoudt", "Periode: doorlopend, 2025-Q3")


async def test_the_sheets_explain_their_keys(bench: Bench) -> None:
    for name in ("intake", "options", "consents", "knowing"):
        async with sheet(bench, name, HERON, size=(60, 16)) as desk:
            await desk.press("?")
            await desk.until(lambda: type(desk.screen).__name__ == "ActionFinder")
            # The keys of the sheet itself come first, the ways to the other sheets after them.
            others = "De bladen van een zaak"
            own = others if name == "knowing" else f"Blad {text(f'sheets.{name}')}"
            assert re.findall(rf"{others}|{own}", desk.text())[0] == own
