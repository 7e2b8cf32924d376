"""The anonymiser under the pen: what is underlined, what accepting does, and that decisions outlive edits."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from tests.domain.labelled import HALVES, TODAY, casuses
from vp_tui.domain.anonymiser import NO_TERMS, Anonymiser, Decision, Hit, Term, Terms, accept, find_hits
from vp_tui.errors import ConflictError, RefusedError

TEXT = (
    "Fatma Yilmaz werkt op de afdeling Inkoop in Zwolle.\n\n"
    "Op 12 maart sprak zij haar teamleider magazijn, dhr. Van den Broek (44). Yilmaz is de enige vrouwelijke monteur.\n"
)


def bench(terms: Terms = NO_TERMS, size: str = "", **more: object) -> Anonymiser:
    return Anonymiser(terms, size, TODAY, **more)  # type: ignore[arg-type]


def plain(hits: tuple[Hit, ...]) -> list[Hit]:
    return [hit for hit in hits if hit.kind != "combination"]


def test_every_hit_says_where_it_is_and_what_could_stand_there() -> None:
    hits = find_hits(TEXT, NO_TERMS, "", TODAY)
    assert all(TEXT[hit.start : hit.end] == hit.text for hit in hits)
    assert [(hit.kind, hit.text, hit.suggestion) for hit in plain(hits)] == [
        ("person", "Fatma Yilmaz", "N."),
        ("department", "de afdeling Inkoop", "een afdeling"),
        ("place", "Zwolle", "een stad"),
        ("date", "Op 12 maart", "Dit voorjaar"),
        ("function", "teamleider magazijn", "leidinggevende"),
        ("person", "dhr. Van den Broek", "P."),
        ("age", "44", "veertiger"),
        ("person", "Yilmaz", "N."),
        ("unique", "de enige vrouwelijke monteur", "een van de medewerkers"),
    ]


def test_hits_do_not_overlap_but_for_combinations() -> None:
    for casus in casuses(HALVES[0]):
        hits = plain(find_hits(casus.text, casus.terms, casus.size, TODAY))
        assert all(before.end <= after.start for before, after in pairwise(hits)), casus.title


@pytest.mark.parametrize("half", HALVES)
def test_accepting_everything_leaves_nothing_to_accept(half: str) -> None:
    for casus in casuses(half):
        text, under = casus.text, bench(casus.terms, casus.size)
        for _ in range(len(casus.text)):
            todo = plain(under.examine(text))
            if not todo:
                break
            text, position = accept(text, todo[0])
            assert position <= len(text)
        assert not plain(under.hits), (casus.title, plain(under.hits))


def test_accepting_puts_the_cursor_behind_the_suggestion_and_makes_one_full_stop() -> None:
    text = "Dat zei Karin. Daarna niets."
    (hit,) = find_hits(text, NO_TERMS, "", TODAY)
    assert accept(text, hit) == ("Dat zei N. Daarna niets.", len("Dat zei N."))


def test_a_hit_whose_text_has_moved_is_refused() -> None:
    (hit,) = find_hits("Dat zei Karin nog.", NO_TERMS, "", TODAY)
    with pytest.raises(ConflictError) as refused:
        accept("Toen zei Karin dat nog.", hit)
    assert refused.value.key == "casus-moved"


def test_a_combination_is_rewritten_by_hand() -> None:
    text = "De vrouwelijke collega heeft een Turkse achtergrond."
    (hit,) = find_hits(text, NO_TERMS, "", TODAY)
    assert (hit.kind, hit.suggestion) == ("combination", "")
    with pytest.raises(RefusedError) as refused:
        accept(text, hit)
    assert refused.value.key == "casus-rewrite"


def test_one_person_keeps_one_letter_and_never_the_own_initial() -> None:
    under = bench()
    text = "Nadia Pronk en Karin spraken Nadia. Later kwam Karin terug bij N. en bij mevrouw Pronk."
    letters = {hit.text: hit.suggestion for hit in under.examine(text)}
    assert letters["Nadia Pronk"] == letters["Nadia"] == letters["mevrouw Pronk"]
    assert letters["Karin"] != letters["Nadia"]
    assert letters["Nadia"] not in ("N.", "P.") and letters["Karin"] not in ("K.", "N.")
    shorter, _ = accept(text, under.hits[0])
    assert {hit.text: hit.suggestion for hit in under.examine(shorter)}["Karin"] == letters["Karin"]


def test_a_name_that_is_certain_once_is_found_at_the_head_of_a_sentence_elsewhere() -> None:
    text = "Ik sprak mevrouw Zwetsloot.\n\nZwetsloots leidinggevende weet van niets. Zwetsloot junior ook niet."
    assert [hit.text for hit in find_hits(text, NO_TERMS, "", TODAY)] == [
        "mevrouw Zwetsloot",
        "Zwetsloots",
        "Zwetsloot",
    ]


def test_a_name_that_becomes_certain_later_is_found_in_what_did_not_change() -> None:
    under = bench()
    above = "Zwetsloot junior was erbij.\n"
    assert under.examine(above + "Toen belde") == ()
    assert [hit.text for hit in under.examine(above + "Toen belde mevrouw Zwetsloot")] == [
        "Zwetsloot",
        "mevrouw Zwetsloot",
    ]
    assert under.examine(above + "Toen belde iemand") == ()


def test_what_is_kept_stays_kept_through_every_edit() -> None:
    under = bench()
    under.examine(TEXT)
    zwolle = next(hit for hit in under.open if hit.text == "Zwolle")
    under.keep(zwolle, "De groep zit in Zwolle.")
    later = "Nieuwe eerste zin.\n" + TEXT + "Ook zwolle, zoals iedereen weet.\n"
    under.examine(later)
    assert "zwolle" not in {hit.text.lower() for hit in under.open}
    assert {under.reason(hit) for hit in under.hits if hit.kind == "place"} == {"De groep zit in Zwolle."}
    assert under.decisions == (Decision("place", "zwolle", "De groep zit in Zwolle."),)
    again = bench(decisions=under.decisions)
    again.examine(later)
    assert [hit.key for hit in again.open] == [hit.key for hit in under.open]
    again.reopen(zwolle.key)
    assert zwolle.key in {hit.key for hit in again.open}


def test_a_decision_about_words_that_are_gone_does_not_leave_the_draft() -> None:
    under = bench()
    for text in ("Dat was in Zwolle.", "Dat was in Kampen."):
        under.keep(under.examine(text)[0], "Mag blijven.")
    assert [decision.folded for decision in under.decisions] == ["zwolle", "kampen"]
    assert [decision.folded for decision in under.standing] == ["kampen"]
    under.examine("Dat was in Zwolle.")
    assert [decision.folded for decision in under.standing] == ["zwolle"]
    under.examine("Dat was ergens.")
    assert under.standing == ()


def test_typing_gives_what_a_first_look_gives() -> None:
    dice = random.Random(7)
    casus = casuses(HALVES[0])[-1]
    under = bench(casus.terms, casus.size)
    text = ""
    for char in casus.text[:600]:
        text += char
        under.examine(text)
    for _ in range(150):
        at = dice.randrange(len(text))
        text = text[:at] + dice.choice(["", "\n", "a", " Karin ", "."]) + text[at + dice.randrange(3) :]
        under.examine(text)
        fresh = find_hits(text, casus.terms, casus.size, TODAY)
        assert [hit[:5] for hit in map(tuple_of, under.hits)] == [hit[:5] for hit in map(tuple_of, fresh)]


def tuple_of(hit: Hit) -> tuple[object, ...]:
    return (hit.start, hit.end, hit.kind, hit.source, hit.text, hit.certainty)


def test_only_a_paragraph_that_changed_is_examined(monkeypatch: pytest.MonkeyPatch) -> None:
    from vp_tui.domain.anonymiser import workbench

    read: list[str] = []
    whole = workbench.read
    monkeypatch.setattr(workbench, "read", lambda text: (read.append(text), whole(text))[1])
    under = bench()
    under.examine(TEXT)
    read.clear()
    under.examine(TEXT.replace("Zwolle", "Zwolle nu"))
    assert read == ["Fatma Yilmaz werkt op de afdeling Inkoop in Zwolle nu."]
    read.clear()
    under.examine("Een regel vooraf.\n" + TEXT.replace("Zwolle", "Zwolle nu"))
    assert read == ["Een regel vooraf."]


@pytest.mark.parametrize(
    ("size", "text", "found"),
    [
        ("", "De monteur is zwanger.", []),
        ("1000+", "De monteur is zwanger.", []),
        ("50-99", "De monteur is zwanger.", ["monteur is zwanger"]),
        ("50-99", "Een monteur belde. Zij is zwanger.", []),
        ("1-49", "Een monteur belde. Zij is zwanger.", ["monteur belde. Zij is zwanger"]),
        ("1-49", "Een collega belde. Zij is zwanger.", []),
        ("", "De zwangere vrouw heeft een Marokkaanse achtergrond.", ["zwangere vrouw heeft een Marokkaanse"]),
        ("", "Zij is de enige vrouwelijke monteur.", []),
        ("", "De enige vrouwelijke monteur is zwanger.", ["De enige vrouwelijke monteur is zwanger"]),
    ],
)
def test_combinations_are_stricter_for_small_clients(size: str, text: str, found: list[str]) -> None:
    hits = find_hits(text, NO_TERMS, size, TODAY)
    assert [hit.text for hit in hits if hit.kind == "combination"] == found


def test_own_terms_win_from_detectors_and_say_so() -> None:
    terms = Terms((Term("Zwolle", "place", "een stad"),))
    (hit,) = find_hits("Dat was in Zwolle.", terms, "", TODAY)
    assert (hit.source, hit.certainty) == ("own", "sure")


def test_an_empty_text_and_an_odd_one() -> None:
    assert find_hits("", Terms((Term("", "term"), Term("...", "term"))), "", TODAY) == ()
    odd = "\n\n \t — ’s 's 't ( ) “” 1. 2) §3 \N{GRINNING FACE} É̀\n" * 3 + "'" * 300 + "9" * 5000 + "A." * 500
    for hit in find_hits(odd, NO_TERMS, "1-49", TODAY):
        assert odd[hit.start : hit.end] == hit.text
