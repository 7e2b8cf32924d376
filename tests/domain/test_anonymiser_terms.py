"""The case's own terms: what is read from it, and in how many spellings it is found again."""

from __future__ import annotations

import datetime
from itertools import product
from typing import Any

import pytest
from msgspec.structs import replace

from tests.domain import care
from tests.domain.labelled import TODAY
from tests.domain.story import NOTE, day, do, lisa
from vp_tui.domain.anonymiser import NO_TERMS, Hit, Terms, find_hits, own_terms
from vp_tui.domain.anonymiser.dutch_words import is_listed
from vp_tui.domain.anonymiser.likeness import one_error_apart
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.case_parts import Appointment, Reporter, SafeContact
from vp_tui.domain.commands import WriteNote
from vp_tui.domain.party import Party
from vp_tui.domain.route import Route


def own(text: str, terms: Terms) -> list[tuple[str, str, str]]:
    hits = find_hits(text, terms, "", TODAY)
    return [(hit.kind, hit.text, hit.suggestion) for hit in hits if hit.source == "own"]


def listed(*further: str) -> Terms:
    return own_terms(CaseState(), None, None, further)


def case(**more: Any) -> CaseState:
    return replace(lisa(text="Zij noemde mevrouw Vlaskamp van de afdeling Sterilisatie, in Hoogkarspel."), **more)


def test_the_alias_and_the_name_become_the_reporter() -> None:
    terms = own_terms(case(name="Lisa van Dortmont"), None, None)
    assert own("Blauwe reiger heet eigenlijk lisa van dortmont. Dortmont zei dat.", terms) == [
        ("alias", "Blauwe reiger", "De melder"),
        ("person", "lisa van dortmont", "de melder"),
        ("person", "Dortmont", "De melder"),
    ]


def test_other_reporters_count_also_after_they_were_dropped() -> None:
    rows = (Reporter(b"1" * 16, "rode vos", name="Ilham"), Reporter(b"2" * 16, "oude uil", dropped=True))
    assert [
        text for _, text, _ in own("De rode vos, Ilham en de oude uil.", own_terms(case(reporters=rows), None, None))
    ] == [
        "rode vos",
        "Ilham",
        "oude uil",
    ]


def test_the_client_is_found_by_name_by_its_own_word_and_by_code() -> None:
    terms = own_terms(case(), None, care.client(care.NL))
    found = own("Bij Noorderhaven Zorg, dus noorderhaven, dus NRD-01 of NRD. De zorg is goed.", terms)
    assert [text for _, text, _ in found] == ["Noorderhaven Zorg", "noorderhaven", "NRD-01", "NRD"]
    assert {suggestion for _, _, suggestion in found} == {"de organisatie"}


def test_people_on_the_clients_card_and_routes_are_known() -> None:
    card = replace(care.NL, reporting_line="mevrouw Zandbelt, HR")
    routes = (Route(b"r" * 16, "complaints", "Klachtencommissie", "de heer Oosterling, tel. 010-1234567", "", 1),)
    terms = own_terms(case(), None, replace(care.client(card), routes=routes))
    assert [text for _, text, _ in own("zandbelt sprak met oosterling", terms)] == ["zandbelt", "oosterling"]


def test_names_places_and_departments_in_the_cases_own_notes_are_known() -> None:
    terms = own_terms(case(), None, None)
    found = own("met vlaskamp, over sterilisatie op afdeling sterilisatie in hoogkarspel", terms)
    assert found == [
        ("person", "vlaskamp", "N."),
        ("department", "afdeling sterilisatie", "een afdeling"),
        ("place", "hoogkarspel", "een plaats"),
    ]


def test_names_in_the_personal_notes_are_known() -> None:
    notes = do(care.notes(), WriteNote(NOTE, "Gebeld met dhr. Quispel."))
    assert own("quispel weet ervan", own_terms(case(), notes, None)) == [("person", "quispel", "N.")]


def test_parties_places_and_the_code_word_are_known() -> None:
    state = care.consented(party=Party("VD-LG", "Marjan Oudshoorn"))
    state = replace(
        state,
        appointments=(Appointment(b"a" * 16, day(1), "10:00", 60, "wijkgebouw De Schakel"),),
        safe=SafeContact(code_word="zonnebloem", avoid="haar broer Wessel"),
    )
    found = own("oudshoorn kwam naar wijkgebouw de schakel, zei zonnebloem en wessel.", own_terms(state, None, None))
    assert [text for _, text, _ in found] == ["oudshoorn", "wijkgebouw de schakel", "zonnebloem", "wessel"]


def test_a_day_of_the_case_is_known_however_it_is_written() -> None:
    terms = own_terms(case(received=datetime.date(2026, 10, 14)), None, None)
    for written in ("14 oktober", "14-10-2026", "woensdag 14 okt.", "14e oktober"):
        (hit,) = find_hits(f"Dat was {written} al.", terms, "", TODAY)
        assert (hit.kind, hit.source) == ("date", "own"), written
    (other,) = find_hits("Dat was 15 oktober al.", terms, "", TODAY)
    assert other.source == "detector"


@pytest.mark.parametrize(
    "written",
    ["Kowalczyk", "KOWALCZYK", "kowalczyk", "Kowalczyks", "Kowalczyk's", "Kówalczyk", "Kowalcyk", "Kowalczkyk",
     "Kowaclzyk", "Kowalcyks", "Kowalczyk-breed", "Kowalczykteam"],
)  # fmt: skip
def test_a_name_is_found_in_every_spelling(written: str) -> None:
    assert [text for _, text, _ in own(f"Volgens {written} is het anders.", listed("Kowalczyk"))] == [written]


@pytest.mark.parametrize("written", ["Kowalski", "Kawalczek", "walczyk", "kolom", "koek"])
def test_two_errors_are_another_name(written: str) -> None:
    assert own(f"Volgens {written} is het anders.", listed("Kowalczyk")) == []


def test_a_short_name_is_not_found_with_an_error_in_it() -> None:
    assert own("Volgens Ans en Anke, en Anna.", listed("Anne")) == []
    assert [text for _, text, _ in own("Volgens anne, en Annes chef.", listed("Anne"))] == ["anne", "Annes"]


@pytest.mark.parametrize(
    "name", ["Mulder", "Bakker", "Visser", "Kramer", "Jansen", "Maassen", "Klaassen", "Dekkers", "Groenen"]
)
def test_no_common_word_is_taken_for_a_name_with_an_error(name: str) -> None:
    text = (
        "de melder wil een milder oordeel, bakken en vissen, de kamer, de jassen, de kramen, massa, klassen en de "
        "klas, dekken, groener en groente, meldet, bakkes, misser, maatsen, kamers"
    )
    for _, found, _ in own(text, listed(name)):
        assert one_error_apart(found, name.lower()) and not is_listed(found), found


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Roos", "De roos bloeit. Roos zegt nee. Ik zag Roos.", 2),
        ("Mark", "Mark de grens. Toen zei Mark niets.", 1),
        ("Wil", "Wil je bellen? Ik belde Wil en wil haar zien.", 1),
        ("Els", "Els als boom. Een els. De els. Tegen Els.", 1),
        ("Jet", "Met de jet naar huis.", 0),
    ],
)
def test_a_name_that_is_a_word_is_believed_where_a_name_would_stand(name: str, text: str, found: int) -> None:
    assert len(own(text, listed(name))) == found


def test_what_the_author_lists_is_found_as_she_wrote_it() -> None:
    terms = listed("groene map", "Fatma Yilmaz", "afdeling Pompen", "")
    found = own("De groene mappen van fatma, de Groene map en de afdeling pompen", terms)
    assert [(kind, text) for kind, text, _ in found] == [
        ("term", "groene mappen"),
        ("person", "fatma"),
        ("term", "Groene map"),
        ("department", "afdeling pompen"),
    ]
    assert found[0][2] == "[weggelaten]"


def test_nothing_points_to_the_case() -> None:
    state = case(name="Lisa van Dortmont")
    terms = own_terms(state, None, care.client(care.NL))
    assert not any(secret in repr(terms) for secret in (repr(state.id), state.id.hex(), repr(state.owner)))
    assert own_terms(CaseState(), None, None) == NO_TERMS


def test_one_error_apart() -> None:
    assert not one_error_apart("kaas", "kaas")
    for one, other in product(("kaas",), ("kas", "kaaas", "kaad", "akas", "kasa", "aas", "kaa", "kaast")):
        assert one_error_apart(one, other) and one_error_apart(other, one), other
    for other in ("ka", "kaasje", "saak", "kood"):
        assert not one_error_apart("kaas", other), other


def test_a_hit_is_about_words_not_about_a_place() -> None:
    assert Hit(0, 5, "place", "own", "Gént").key == Hit(9, 14, "place", "detector", "gent").key
