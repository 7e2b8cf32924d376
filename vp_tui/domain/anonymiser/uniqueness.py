"""Phrases of uniqueness: "de enige vrouwelijke monteur", "als eerste vrouw", "de nieuwe directeur".

Invariant: what is unique is a person. "Het enige wat zij wil", "enige tijd" and "de eerste stap" are none. Callers: the
detectors of a passage.
"""

from __future__ import annotations

from collections.abc import Iterator

from vp_tui.domain.anonymiser.dutch_traits import is_origin
from vp_tui.domain.anonymiser.dutch_words import LITTLE, VERBS, words
from vp_tui.domain.anonymiser.dutch_work import LEADS, is_person_noun, is_single
from vp_tui.domain.anonymiser.hit import Certainty, Hit
from vp_tui.domain.anonymiser.passage import Passage

__all__ = ["uniqueness"]

_ONLY = frozenset({"enige", "enigste", "allerenige"})
_FIRST = frozenset({"eerste", "tweede", "allereerste"})
_MOST = words(
    """
    jongste oudste nieuwste langstzittende langst-zittende hoogste laagste zwakste sterkste slechtste beste grootste
    kleinste duurste bekendste meest
    """
)
_NEW = frozenset({"nieuwe", "vorige", "voormalige", "vertrokken", "toenmalige"})
_KIN = words(
    """
    zoon dochter broer zus zuster vrouw man echtgenoot echtgenote partner neef nicht zwager schoonzus schoonzoon
    schoondochter vader moeder vriend vriendin oprichter oprichtster weduwe
    """
)
_WITH = frozenset({"die", "met", "in", "op", "van", "zonder", "uit", "binnen", "hier", "bij"})
_MARKED = words(
    """
    vrouwelijke mannelijke zwarte allochtone gelovige dove blinde homoseksuele lesbische zwangere getrouwde
    gescheiden parttime fulltime vaste externe jonge oudere buitenlandse donkere vrouw man moslim moslima
    """
)


def uniqueness(passage: Passage) -> Iterator[Hit]:
    """Each phrase with the article before it and the noun after it."""
    words = passage.words
    for index, word in enumerate(words):
        folded = word.folded
        article = words[index - 1].folded if index and passage.beside(index - 1) else ""
        if folded in _ONLY and article != "het":
            yield from _only(passage, index, article)
        elif folded in _FIRST and article in ("de", "als"):
            yield from _first(passage, index)
        elif folded in _MOST and article in ("de", "het", "onze", "hun"):
            noun = _noun(passage, index + 1)
            if noun >= 0:
                yield _hit(passage, index - 1, noun, "sure")
            elif passage.beside(index) and words[index + 1].folded in ("van", "in"):
                yield _hit(passage, index - 1, _rest(passage, index), "likely")
            elif folded in ("zwakste", "jongste", "oudste", "langstzittende") and passage.beside(index):
                nominal = words[index + 1].folded not in LITTLE | VERBS
                yield _hit(passage, index - 1, index + nominal, "possible")
        elif folded in _NEW and article in ("de", "onze", "hun"):
            noun = _noun(passage, index + 1)
            if noun >= 0 and (is_single(words[noun].folded) or words[noun].folded in LEADS):
                yield _hit(passage, index - 1, noun, "likely")
        elif folded in _KIN and article in ("de", "een"):
            if ended := _of_the_head(passage, index):
                yield _hit(passage, index - 1, ended, "likely")
        elif folded == "een" and _one_of_few(passage, index):
            yield _hit(passage, index, index + 4, "likely")


def _noun(passage: Passage, at: int) -> int:
    """The index of the word for a person that ends a row of at most three adjectives; -1 if there is none."""
    words = passage.words
    for index in range(at, min(at + 4, len(words))):
        if index and not passage.beside(index - 1):
            return -1
        folded = words[index].folded
        if is_person_noun(folded):
            return index
        if not (folded.endswith(("e", "isch", "time")) or folded in _MARKED or folded == "in"):
            return -1
    return -1


def _only(passage: Passage, index: int, article: str) -> Iterator[Hit]:
    words = passage.words
    begin = index - (article in ("de", "als", "onze", "hun", "mijn"))
    noun = _noun(passage, index + 1)
    if noun >= 0:
        marked = any(words[at].folded in _MARKED or is_origin(words[at].folded) for at in range(index + 1, noun + 1))
        if article or marked:
            after = words[noun + 1].folded if passage.beside(noun) else ""
            yield _hit(passage, begin, _rest(passage, noun) if after in ("met", "in", "van") else noun, "sure")
    elif article in ("de", "als") and passage.beside(index) and words[index + 1].folded in _WITH:
        yield _hit(passage, begin, _rest(passage, index), "likely")


def _first(passage: Passage, index: int) -> Iterator[Hit]:
    words = passage.words
    noun = _noun(passage, index + 1)
    if noun > index + 1 or (noun >= 0 and words[noun].folded in _MARKED):
        yield _hit(passage, index - 1, noun, "likely")
    elif passage.beside(index) and words[index + 1].folded in ("die", "met"):
        yield _hit(passage, index - 1, _rest(passage, index), "likely")


def _rest(passage: Passage, index: int) -> int:
    """To the end of the phrase: the next mark or verb, four words at most."""
    words, last = passage.words, index
    while passage.beside(last) and last - index < 4:
        if last > index + 1 and (
            words[last + 1].folded in VERBS or words[last + 1].folded in ("en", "die", "of", "op", "naast")
        ):
            break
        last += 1
    return last


def _of_the_head(passage: Passage, index: int) -> int:
    words = passage.words
    if index + 3 < len(words) and passage.beside(index) and words[index + 1].folded == "van":
        head = words[index + 3].folded
        if words[index + 2].folded in ("de", "het", "onze", "een") and (
            is_single(head) or head in ("baas", "school", "zaak", "chef")
        ):
            return index + 3
    return 0


def _one_of_few(passage: Passage, index: int) -> bool:
    words = passage.words
    if index + 4 >= len(words):
        return False
    row = [word.folded for word in words[index + 1 : index + 4]]
    return row[:2] == ["van", "de"] and (row[2] == "weinige" or _several(row[2], words[index + 4].folded))


def _several(number: str, noun: str) -> bool:
    return number in ("twee", "drie", "enkele") and (
        is_person_noun(noun.removesuffix("s")) or noun.endswith(("mannen", "vrouwen"))
    )


def _hit(passage: Passage, first: int, last: int, certainty: Certainty) -> Hit:
    start, end = passage.words[first].start, passage.words[last].end
    text = passage.text[start:end]
    return Hit(start, end, "unique", "detector", text, _instead(text), certainty)


def _instead(text: str) -> str:
    lowered = text.lower()
    if lowered.startswith("als "):
        return "als een van een kleine groep"
    leads = any(is_single(word) or word in LEADS for word in lowered.split())
    return "een leidinggevende" if leads else "een van de medewerkers"
