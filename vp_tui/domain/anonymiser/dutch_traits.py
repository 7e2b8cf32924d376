"""Traits: what narrows down who somebody is without being a name: sex where it is rare, origin, faith, body, family.

Invariant: folded. A trait is no hit; two of different sorts in one sentence are. Countries and nations are traits and
no places: a casus about discrimination cannot do without.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vp_tui.domain.anonymiser.dutch_words import words
from vp_tui.domain.anonymiser.passage import Word

__all__ = ["is_origin", "traits"]

_COUNTRIES = words(
    """
    afghanistan afrika albanie algerije amerika angola argentinie armenie aruba australie azerbeidzjan azie
    bangladesh belarus bosnie brazilie bulgarije burundi canada chili china colombia congo cuba curacao cyprus
    denemarken duitsland ecuador egypte engeland eritrea estland ethiopie filipijnen finland frankrijk georgie ghana
    griekenland guinee haiti hongarije ierland india indonesie irak iran israel italie japan jemen jordanie kameroen
    kazachstan kenia kosovo kroatie letland libanon liberia libie litouwen luxemburg macedonie maleisie mali marokko
    mexico moldavie mozambique nepal nigeria noorwegen oekraine oeganda oostenrijk pakistan palestina peru polen
    portugal roemenie rusland rwanda schotland senegal servie singapore slovenie slowakije soedan somalie spanje
    srilanka suriname syrie taiwan tanzania thailand tibet togo tsjechie tunesie turkije venezuela vietnam wales
    zimbabwe zuid-afrika zweden zwitserland antillen molukken
    """
)
_NATIONS = tuple(
    sorted(
        words(
            """
    turk marokkaan surina antil pools roemeen bulgaar syri irak irani afghaan eritre somali ghane nigeria congole
    oekra russ moluk indisch indones chine vietname iers kaapverd kurd koerd armen joegosla bosni hongaar itali
    spaan portuge griek brazil venezol colombi tunes algeri egypt israel joods arabi afrika azia belg duits engels
    frans brit ameri
    """
        )
    )
)

_EXACT = {
    word: sort
    for sort, words in {
        "origin": "afkomst komaf",
        "sex": "vrouwelijke mannelijke transgender transvrouw transman",
        "love": "homo homoseksueel homoseksuele lesbienne biseksueel biseksuele queer",
        "faith": "hoofddoek moslim moslima joods joodse katholiek katholieke gereformeerd gereformeerde ramadan",
        "body": "doof dove blind blinde slechtziend slechthorend autisme autistisch autistische adhd epilepsie "
        "diabetes kanker dyslexie beperking depressie burn-out burnout",
        "family": "bevallen alleenstaand alleenstaande weduwe weduwnaar tweeling gescheiden "
        "mantelzorger bevallingsverlof",
        "age": "twintiger dertiger veertiger vijftiger zestiger zeventiger jongste oudste minderjarig minderjarige",
    }.items()
    for word in words.split()
}
_BEGINNINGS = {
    "non-binair": "sex", "lesbisch": "love", "islamitisch": "faith", "hindoe": "faith", "rolstoel": "body",
    "zwanger": "family",
}  # fmt: skip
_BEGINNING = tuple(_BEGINNINGS)
_TENS = frozenset({"twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig"})
_LONG = frozenset({"al", "ruim", "meer", "dan"})


def is_origin(folded: str) -> bool:
    """Whether it is a country, or says of which nation somebody or something is."""
    return folded in _COUNTRIES or _nation(folded)


def _nation(folded: str) -> bool:
    return folded.startswith(_NATIONS)


def traits(words: Sequence[Word]) -> Iterator[tuple[int, int, str]]:
    """(start, end, sort) of each."""
    for index, word in enumerate(words):
        if sort := _sort(words, index):
            yield word.start, word.end, sort


def _sort(words: Sequence[Word], index: int) -> str:
    folded = words[index].folded
    if folded in _EXACT:
        return _EXACT[folded]
    if folded.startswith(_BEGINNING):
        return next(sort for beginning, sort in _BEGINNINGS.items() if folded.startswith(beginning))
    if folded in _TENS and index > 1 and words[index - 1].folded == "de" and words[index - 2].folded == "in":
        return "age"
    if folded == "jaar" and index > 1 and words[index - 2].folded in _LONG:
        number = words[index - 1].folded
        return "service" if number in _TENS or (number.isdigit() and int(number) >= 15) else ""
    return "origin" if _nation(folded) else ""
