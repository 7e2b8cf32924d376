"""The code lists: whole, unique, in two languages, and found by the first letters of a word."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest

from tests.domain.story import TODAY
from vp_tui.domain import codes
from vp_tui.errors import RefusedError

# What a list's codes begin with, and how many the domain reference has.
SHAPES = {
    "behaviour": ("OG", 33), "psychosocial": ("BE", 9), "workplace": ("A", 5), "integrity": ("IN", 15),
    "integrity_stage": ("", 9), "out_of_scope": ("BR", 19), "relation": ("RE", 16), "direction": ("RI", 6),
    "channel": ("KA", 12), "source": ("VZ", 11), "role": ("RO", 11), "identity": ("ID", 5),
    "step": ("(VS|BI|BF|BT)", 28),
    "referral": ("VD", 24), "referral_state": ("VW", 7), "referral_manner": ("WV", 3), "closing": ("AF", 14),
    "evaluation": ("EV", 4), "safety": ("VE", 3), "exception": ("DB", 8), "method": ("IM", 12), "theme": ("TH", 21),
    "supervision": ("SV", 7), "education": ("PE", 5), "awareness": ("VL", 8), "advice": ("AD", 2),
    "advice_topic": ("AO", 7),
    "advice_follow_up": ("AU", 4), "impact": ("GM", 13), "retaliation": ("BN", 4),
}  # fmt: skip
ALL = [code for name in codes.LISTS for code in codes.entries(name)]


def test_every_file_is_a_list_and_every_list_a_file() -> None:
    assert {path.stem for path in Path(codes.__file__).parent.glob("*.json")} == set(codes.LISTS) == set(SHAPES)


@pytest.mark.parametrize("name", codes.LISTS)
def test_a_list_is_whole(name: str) -> None:
    begins, number = SHAPES[name]
    entries = codes.entries(name)
    assert len(entries) == number
    assert all(re.match(begins, code.code) for code in entries)
    assert codes.list_label(name, "nl")
    assert codes.list_label(name, "en")


def test_codes_are_unique_and_well_formed() -> None:
    assert len({code.code for code in ALL}) == len(ALL)
    assert all(re.fullmatch(r"[A-Z0-9]+(-[A-Z0-9]+)*", code.code) and len(code.code) <= 16 for code in ALL)
    assert {code.country for code in ALL} == {"", "NL", "BE"}


def test_labels_are_there_in_both_languages_and_pass_no_verdict() -> None:
    for code in ALL:
        assert code.nl.strip() == code.nl != ""
        assert code.en.strip() == code.en != ""
        assert not re.search(
            r"\b(dader|bewezen|gegrond|ongegrond|slachtoffer|guilty|perpetrator)\b", f"{code.nl} {code.en}"
        )


def test_a_sub_code_has_its_code_above_it() -> None:
    known = {code.code for code in ALL}
    subs = [code.code for code in ALL if code.code.count("-") == 2]
    assert len(subs) == 34
    assert {code.rpartition("-")[0] for code in subs} <= known


def test_what_a_code_maps_to_exists() -> None:
    mapped = {code.maps for code in ALL if code.maps}
    assert mapped == {code.code for code in codes.entries("direction")}
    assert all(code.maps for code in codes.entries("relation"))


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("pes", "OG-PE"), ("PES", "OG-PE"), ("og-pe", "OG-PE"), ("ogpe", "OG-PE"), ("roddel", "OG-PE-R"),
        ("gossip", "OG-PE-R"),        ("pes rod", "OG-PE-R"), ("bully", "OG-PE"), ("discr leeft", "OG-DI-LE"),
        ("seksuele g", "OG-DI-SG"),
        ("fraude", "IN-FR"), ("loon", "BR-LO"), ("mantel", "BR-PR-MZ"), ("buitens", "OG-PE-U"),
    ],
)  # fmt: skip
def test_type_ahead(typed: str, first: str) -> None:
    assert codes.find(typed, codes.NATURES, "NL", TODAY)[0].code == first


def test_type_ahead_keeps_to_the_country_the_lists_and_the_limit() -> None:
    assert codes.find("pes", codes.NATURES, "BE")[0].code == "BE-PE"
    assert {code.country for code in codes.find("", codes.NATURES, "BE", limit=999)} == {"", "BE"}
    assert codes.find("pes", ("channel",)) == []
    assert [code.code for code in codes.find("", ("channel",), limit=2)] == ["KA-TE", "KA-TS"]
    assert codes.find("coordinator", ("referral",))[0].code == "VD-IC"


def test_institutions_are_called_as_they_are_where_they_are() -> None:
    assert codes.label("VD-HK", "nl") == "Huis voor Klokkenluiders"
    assert codes.label("VD-HK", "nl", "BE") == "Federale Ombudsman"
    assert codes.label("OG-PE", "en", "BE") == "bullying"
    assert codes.label("OG-ZZ", "nl") == "OG-ZZ"
    assert codes.labels("OG-ZZ") == ()


def test_a_code_is_chosen_in_its_time_and_resolved_for_ever() -> None:
    before = datetime.date(2023, 2, 17)
    with pytest.raises(RefusedError) as refused:
        codes.checked("IN-EU", codes.NATURES, "natures", before)
    assert (refused.value.key, refused.value.facts) == ("code-expired", {"code": "IN-EU"})
    assert codes.checked(" in-eu", codes.NATURES, "natures", TODAY) == "IN-EU"
    assert "IN-EU" not in {code.code for code in codes.entries("integrity", on=before)}
    assert codes.get("IN-EU") is not None


def test_an_unknown_list_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        codes.entries("../record")
