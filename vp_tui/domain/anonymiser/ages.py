"""Ages: what puts a person in a year of birth.

Invariant: a duration ("twintig jaar geleden", "dertig jaar ervaring") is no age. Callers: the detectors of a passage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vp_tui.domain.anonymiser import generalise
from vp_tui.domain.anonymiser.hit import Certainty, Hit
from vp_tui.domain.anonymiser.passage import Passage

__all__ = ["ages"]

_LEAST_BARE = 14
_NEAR = 40
_LEAST_CHILD = 4

_ONES = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
_NUMBERS = {word: value for value, word in enumerate(
    (*_ONES, "tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien",
     "negentien"), 1)}  # fmt: skip
_NUMBERS |= {ten: value for value, ten in zip(range(20, 100, 10), _TENS, strict=True)}
_NUMBERS |= {
    one + joint + ten: value + count
    for value, ten in zip(range(20, 100, 10), _TENS, strict=True)
    for count, one in enumerate(_ONES, 1)
    for joint in ("en", "ën")
}
_WORDS = "|".join(sorted((word for word, value in _NUMBERS.items() if value > 3), key=len, reverse=True))
_NUMBER = rf"(?:\d{{1,2}}|{_WORDS})"
_BORN = re.compile(
    rf"""
    \b(?P<adj>{_NUMBER})[-\s]?(?P<jarige>jarigen?)\b
    |(?P<years>\b{_NUMBER})\s+(?:jaar|jr\.?)(?P<old>\s+oud)?\b
    |\((?P<bare>\d\d)(?=\)|,\s)
    |\b(?:is|wordt|werd|was|van|net|bijna|pas|inmiddels|zelf|nu)\s+(?P<said>{_NUMBER})(?=\s*[,.;:!?)]|\s+(?:en|maar|die|of|was|is)\b|\s*$)
    |\b(?:begin|midden|eind)\s+(?:de\s+)?(?P<about>{"|".join(_TENS)})\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LASTED_BEFORE = re.compile(
    r"\b(?:al|ruim|na|over|nog|sinds|meer\s+dan|elk|elke|binnen|ongeveer|bijna|per|de\s+afgelopen|de\s+laatste|zo'n|om\s+de|er|hier|daar|werkt)\s+$",
    re.IGNORECASE,
)
_LASTED_AFTER = re.compile(
    r"\s+(?:geleden|ervaring|in\s+dienst|lang|later|bij|als|gewerkt|werk|werkzaam|samen|terug|door|verder|ziek|in\s+het|werkt"
    r"|werken|getrouwd|hier|op|in|eerder|vertrouwenspersoon|weg|dienst|voor)\b",
    re.IGNORECASE,
)
_PEOPLE_BEFORE = re.compile(
    r"\b(?:man|vrouw|jongen|meisje|collega|kind|zoon|zoontje|dochter|dochtertje|leerling|stagiaire?|medewerker|melder"
    r"|iemand|moeder|vader|student|cliënt|afwasser|bewoner|bewoonster|pupil|speler|broer|zus|partner)\s+$",
    re.IGNORECASE,
)


def ages(passage: Passage) -> Iterator[Hit]:
    """Ages in years, in figures and in words."""
    text = passage.text
    for found in _ages(passage, [index for index, word in enumerate(passage.words) if _numeral(word.folded)]):
        before = text[max(0, found.start() - _NEAR) : found.start()]
        after = text[found.end() : found.end() + _NEAR]
        if found["about"]:
            yield _hit(found, generalise.decade(_NUMBERS[found["about"].lower()] + 5, phrase=True), "possible")
        elif found["bare"]:
            if int(found["bare"]) >= _LEAST_BARE and re.search(r"[\w.]\s*$", before):
                yield _hit(found, generalise.decade(int(found["bare"])), "likely", "bare")
        elif found["jarige"]:
            yield _hit(found, generalise.aged(_value(found["adj"]), after), "sure")
        elif found["years"]:
            somebody = _PEOPLE_BEFORE.search(re.sub(r"\bvan\s+$", "", before))
            lasted = _LASTED_BEFORE.search(before) or _LASTED_AFTER.match(after)
            if found["old"] or somebody or not lasted:
                sure = found["old"] or re.search(r"\b(?:is|van|wordt|was|ben)\s+$", before)
                suggestion = generalise.decade(_value(found["years"]), phrase=True)
                yield _hit(found, suggestion, "sure" if sure else "possible")
        elif _is_somebodys(found, before):
            yield _hit(found, generalise.decade(_value(found["said"]), phrase=True), "likely", "said")


def _is_somebodys(found: re.Match[str], before: str) -> bool:
    """A bare number: "is 31", or "een jongen van 11", and not "van 24"."""
    if found[0].lower().startswith("van"):
        return _value(found["said"]) >= _LEAST_CHILD and _PEOPLE_BEFORE.search(before) is not None
    return _value(found["said"]) >= _LEAST_BARE


def _numeral(folded: str) -> bool:
    return folded.isdigit() or folded in _NUMBERS or folded.endswith(("jarige", "jarigen"))


def _ages(passage: Passage, marks: list[int]) -> Iterator[re.Match[str]]:
    words, text, last = passage.words, passage.text, 0
    for mark in marks:
        number = words[mark].start
        for start in (words[max(0, mark - 2)].start, words[max(0, mark - 1)].start, max(0, number - 1), number):
            found = _BORN.match(text, start) if start >= last else None
            if found and found.end() > number:
                last = found.end()
                yield found
                break


def _value(typed: str) -> int:
    return int(typed) if typed.isdigit() else _NUMBERS[typed.lower()]


def _hit(found: re.Match[str], suggestion: str, certainty: Certainty, group: str | int = 0) -> Hit:
    start, end = found.span(group)
    return Hit(start, end, "age", "detector", found.string[start:end], suggestion, certainty)
