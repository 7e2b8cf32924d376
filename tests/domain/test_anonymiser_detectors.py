"""The detectors, kind by kind: what each finds, and what it should leave alone."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.labelled import TODAY
from vp_tui.domain.anonymiser import NO_TERMS, find_hits
from vp_tui.domain.anonymiser.numbers import eleven_test, iban_test, national_test


def found(text: str, today: datetime.date = TODAY) -> list[str]:
    """ "kind:words" of every hit that is no combination."""
    return [f"{hit.kind}:{hit.text}" for hit in find_hits(text, NO_TERMS, "", today) if hit.kind != "combination"]


def instead(text: str, today: datetime.date = TODAY) -> list[str]:
    return [hit.suggestion for hit in find_hits(text, NO_TERMS, "", today) if hit.kind != "combination"]


FOUND = {
    "Dat zei mevrouw de Jong al.": ["person:mevrouw de Jong"],
    "Dat zei mw. J. van 't Hek-Smit al.": ["person:mw. J. van 't Hek-Smit"],
    "Dat zei mr. drs. E. Tolsma al.": ["person:mr. drs. E. Tolsma"],
    "Dat zeiden De Vries-Bakker en Van der Meer.": ["person:De Vries-Bakker", "person:Van der Meer"],
    "De Vries zei dat.": ["person:De Vries"],
    "Jan Peter van der Sloot zei dat.": ["person:Jan Peter van der Sloot"],
    "Met A.B. Ottevanger gebeld.": ["person:A.B. Ottevanger"],
    "Youssef El Bouazzaoui en Ann-Sofie Claes.": ["person:Youssef El Bouazzaoui", "person:Ann-Sofie Claes"],
    "Ngozi Okonkwo werkt hier, en Oluwaseun ook.": ["name:Ngozi Okonkwo", "name:Oluwaseun"],
    "sevda belde, en mevrouw jansen ook.": ["person:sevda", "person:mevrouw jansen"],
    "Karins chef sprak met Bas en Roos.": ["person:Karins", "person:Bas", "person:Roos"],
    "Sam en Bo zeiden dat. Wil heeft het gehoord.": ["person:Sam", "person:Bo", "person:Wil"],
    "Familie De Groot en de heer Smit.": ["person:Familie De Groot", "person:heer Smit"],
    "In Best, in Den Bosch en te Heusden-Zolder.": ["place:Best", "place:Den Bosch", "place:Heusden-Zolder"],
    "Hij woont in Bergen op Zoom of 's-Gravenhage.": ["place:Bergen op Zoom", "place:'s-Gravenhage"],
    "Een Eindhovense collega in de vestiging Lunetten.": ["place:Eindhovense", "place:de vestiging Lunetten"],
    "Zij woont aan de Dorpsstraat 12b.": ["address:de Dorpsstraat 12b"],
    "Zij woont op de Lange Nieuwstraat.": ["address:de Lange Nieuwstraat"],
    "Adres: Goirkestraat 88, 5046 GN": ["address:Goirkestraat 88", "postcode:5046 GN"],
    "Hij werkt bij de gemeente Heusden.": ["institution:de gemeente Heusden"],
    "Bij Jansen Transport B.V. en Staalbouw Boon bvba.": [
        "institution:Jansen Transport B.V.",
        "institution:Staalbouw Boon bvba",
    ],
    "Het Sint-Lucasziekenhuis en ROC Midden Nederland.": [
        "institution:Het Sint-Lucasziekenhuis",
        "institution:ROC Midden Nederland",
    ],
    "Het ministerie van Financiën en de universiteit van Tilburg.": [
        "institution:Het ministerie van Financiën",
        "institution:de universiteit van Tilburg",
    ],
    "Op de afdeling Inkoop, bij team B en in magazijn Zuid.": [
        "department:de afdeling Inkoop",
        "department:team B",
        "department:magazijn Zuid",
    ],
    "Op afdeling inkoop, afdeling B2 en de SEH.": [
        "department:afdeling inkoop",
        "department:afdeling B2",
        "department:de SEH",
    ],
    "De teamleider logistiek belde de directeur.": ["function:De teamleider logistiek", "function:de directeur"],
    "De manager wonen en zorg weet het.": ["function:De manager wonen en zorg"],
    "Op 3 maart jl. en op 12-03-2026.": ["date:Op 3 maart jl.", "date:op 12-03-2026"],
    "Dat was maandag 2 november om 14.30 uur.": ["date:maandag 2 november om 14.30 uur"],
    "Van 12 en 13 september, in week 43.": ["date:12 en 13 september", "date:in week 43"],
    "Vorige week dinsdag en maandag a.s.": ["date:Vorige week dinsdag", "date:maandag a.s."],
    "In 2009 begonnen, sinds mei 2024 chef.": ["date:In 2009", "date:sinds mei 2024"],
    "Op tweede kerstdag en in maart.": ["date:Op tweede kerstdag", "date:in maart"],
    "Een 58-jarige monteur, en zij is 44 jaar.": ["age:58-jarige", "age:44 jaar"],
    "Een vrouw (31) met een zoon van 11.": ["age:31", "age:11"],
    "Hij is achtenvijftig en moe.": ["age:achtenvijftig"],
    "Zij is de enige vrouwelijke monteur.": ["unique:de enige vrouwelijke monteur"],
    "Er is één en enige vrouwelijke monteur.": ["unique:enige vrouwelijke monteur"],
    "Hij is de enige in het team die niets zei.": ["unique:de enige in het team"],
    "Als eerste vrouw op de werkvloer.": ["unique:Als eerste vrouw"],
    "De nieuwe directeur belde de jongste medewerker.": ["unique:De nieuwe directeur", "unique:de jongste medewerker"],
    "Een van de weinige mannen hier.": ["unique:Een van de weinige mannen"],
    "Zij is de dochter van de directeur.": ["unique:de dochter van de directeur"],
    "Bel 06-12345678, 0472 12 34 56 of +32 472 12 34 56.": [
        "phone:06-12345678",
        "phone:0472 12 34 56",
        "phone:+32 472 12 34 56",
    ],
    "Mail j.jansen@bedrijf.example of zie www.bedrijf.example/over.": [
        "email:j.jansen@bedrijf.example",
        "url:www.bedrijf.example/over",
    ],
    "Haar nummer 111222333 en bsn: 123456789.": ["bsn:111222333", "bsn:123456789"],
    "Op NL91 ABNA 0417 1643 00 gestort.": ["iban:NL91 ABNA 0417 1643 00"],
    "De auto 12-GBX-7 en de bus 1-ABC-234.": ["plate:12-GBX-7", "plate:1-ABC-234"],
    "Met personeelsnummer 40721 en zaak K7QF-2MX.": ["number:40721", "number:K7QF-2MX"],
}

LEFT = [
    "Wil je dat ik haar bel? Wil zij dat? Mark de grens. Roos rook ze niet.",
    "Een merel zong, een roos bloeide, de wolf huilde, een job als deze.",
    "Ben jij erbij? Ad hoc kan het ook. Dan is het goed. Door haar kwam het.",
    "Best lastig allemaal. Van den beginne af aan. De grote baas. De jonge man.",
    "Ik heb gebeld met A. en met B.; collega C. kwam later. Mevrouw K. ook. N. zei niets.",
    "De afdeling die dit doet, het team van haar, de dienst. Een teamleider vond dat.",
    "Volgens HR en de OR, het UWV, de GGD en het College voor de Rechten van de Mens.",
    "In het Engels, met een Poolse collega uit Polen. Tijdens de Ramadan, in Excel, via WhatsApp.",
    "Twintig jaar geleden. Al dertig jaar ervaring. Zij werkt er 12 jaar. Na 20 jaar samen.",
    "Vorige maand, elke maandag, over twee weken, gisteren, dit jaar.",
    "Het enige wat zij wil. Na enige tijd. De enige oplossing. De eerste stap. De eerste keer.",
    "Hij betaalde 12.50 euro voor 3 maaltijden, zie artikel 3.11 en pagina 1998.",
    "Onderweg belde zij. Op de markt. In het park. De arbeidsmarkt.",
    "Het bedrag 123456780 is niets. Rekening NL91 ABNA 9417 1643 01 ook niet.",
    'Zij vertelt: "Jij hoort hier niet." Vraag: mag dit? Antwoord: nee.',
    "1. Wees duidelijk.\n2. Luister goed.\n- Vraag door.",
]


@pytest.mark.parametrize("text", FOUND)
def test_found(text: str) -> None:
    assert found(text) == FOUND[text]


@pytest.mark.parametrize("text", LEFT)
def test_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "today", "suggestion"),
    [
        ("Op 12 maart was het.", TODAY, "Dit voorjaar"),
        ("Op 12 maart was het.", datetime.date(2026, 3, 20), "Dit voorjaar"),
        ("Op 12 maart was het.", datetime.date(2027, 2, 20), "Komend voorjaar"),
        ("Op 12 juli was het.", TODAY, "Afgelopen zomer"),
        ("Op 3 november was het.", TODAY, "Dit najaar"),
        ("Op 1 december is het.", TODAY, "Komende winter"),
        ("Op 29 februari was het.", TODAY, "Enkele jaren geleden"),
        ("Op 12-03-2025 was het.", TODAY, "Vorig jaar"),
        ("In 2009 begonnen.", TODAY, "Lang geleden"),
        ("Sinds 2016 is het zo.", TODAY, "Al jaren"),
        ("Vorige week dinsdag.", TODAY, "Onlangs"),
    ],
)
def test_a_date_becomes_a_season_seen_from_today(text: str, today: datetime.date, suggestion: str) -> None:
    assert instead(text, today) == [suggestion]


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("Zij is 44 jaar.", "in de veertig"),
        ("Een vrouw (44) belde.", "veertiger"),
        ("Een 58-jarige zei dat.", "vijftiger"),
        ("Een 58-jarige monteur zei dat.", "oudere"),
        ("Een kind van zes jaar.", "nog geen twaalf"),
        ("Zij is 17 jaar.", "nog minderjarig"),
        ("Op de afdeling Inkoop.", "een afdeling"),
        ("Haar afdeling Inkoop.", "afdeling"),
        ("Haar teamleider magazijn.", "leidinggevende"),
        ("Zij woont in Zwolle.", "een stad"),
        ("Bij het Sint-Lucasziekenhuis.", "een ziekenhuis"),
        ("Toen belde Karin.", "N."),
        ("Toen kwam Karins chef.", "N.'s"),
    ],
)
def test_what_is_suggested_fits_the_sentence(text: str, suggestion: str) -> None:
    assert instead(text) == [suggestion]


def test_numbers_are_checked() -> None:
    assert eleven_test("111222333") and eleven_test("123456782")
    assert not eleven_test("123456789") and not eleven_test("000000000") and not eleven_test("12345678")
    assert iban_test("NL91 ABNA 0417 1643 00") and iban_test("BE68539007547034")
    assert not iban_test("NL91ABNA0417164301") and not iban_test("NL91")
    assert national_test("85073003328") and not national_test("85073003329")


_DUTCH = st.text(alphabet=st.sampled_from("aeinorst KBVDJ.,'’-/@()0123456789\n\t\"éë"), max_size=120)
_WORDS = """
    mevrouw Karin van der De 't Hof J. afdeling Inkoop B2 gemeente Best in te 12 maart 44 jaar jarige enige vrouwelijke
    monteur als eerste directeur teamleider en de B V N 06-12345678 jarigen ( ) . , op sinds 2009 Den Bosch aan Bergen
    Zoom universiteit Sint straat 3 a.s. week een van weinige zoon spoedeisende hulp
"""
_PIECES = st.lists(st.sampled_from([*_WORDS.split(), "\n"]), max_size=14).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(_DUTCH | _PIECES)
def test_no_text_breaks_a_detector(text: str) -> None:
    hits = find_hits(text, NO_TERMS, "1-49", TODAY)
    assert all(text[hit.start : hit.end] == hit.text and hit.text for hit in hits)
