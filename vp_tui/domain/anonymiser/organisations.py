"""Institutions, departments and functions: for whom, where and as what somebody works.

Invariant: "de afdeling" and "een teamleider" are no hits, "afdeling Inkoop" and "teamleider magazijn" are; bodies that
everybody is referred to (UWV, GGD, the board for human rights) are none. Callers: the detectors of a passage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vp_tui.domain.anonymiser import generalise
from vp_tui.domain.anonymiser.dutch_names import TITLES
from vp_tui.domain.anonymiser.dutch_words import LITTLE, VERBS, is_common, words
from vp_tui.domain.anonymiser.dutch_work import FIELDS, LEADS, PREFIXES, UNITS, WARDS, is_single
from vp_tui.domain.anonymiser.generalise import INSTITUTIONS
from vp_tui.domain.anonymiser.hit import Certainty, Hit, Kind
from vp_tui.domain.anonymiser.passage import Passage, Word

__all__ = ["departments", "functions", "institutions"]

_LEGAL = frozenset({"bv", "nv", "vof", "bvba", "vzw", "cv", "srl", "holding", "groep", "group", "gmbh", "ltd", "inc"})
_SPLIT_LEGAL = (("b", "v"), ("n", "v"))
_KNOWN = words(
    """
    achmea aegon ahold albert-heijn aldi amazon asml bol cbs coolblue dhl dpg esso fedex fluvius heineken hema ikea
    ing jumbo kbc klm kpn kruidvat lidl mediamarkt ns philips postnl prorail proximus rabobank rijkswaterstaat
    schiphol shell tno transavia unilever ups vodafone vrt vtm vdab action delhaize colruyt carrefour bpost infrabel
    nmbs belfius tata defensie rivm douane
    """
)
_HEADS = frozenset(INSTITUTIONS) | words(
    """
    bank kerk parochie drukkerij garage hotel restaurant bakkerij slagerij bouwbedrijf transportbedrijf adviesbureau
    ingenieursbureau advocatenkantoor notariskantoor drinkwaterbedrijf waterbedrijf energiebedrijf woningcorporatie
    woningstichting kinderopvang kinderdagverblijf zorgboerderij apotheek tandartspraktijk theater museum
    bibliotheek zwembad sportvereniging uitzendbureau scholengroep scholengemeenschap zorginstelling instelling
    firma bedrijf winkel supermarkt krant omroep vakbond fabriek brouwerij rederij reisbureau makelaar
    accountantskantoor
    """
)
_TAIL = (
    "ziekenhuis",
    "college",
    "lyceum",
    "school",
    "gasthuis",
    "hospitaal",
    "universiteit",
    "hogeschool",
    "museum",
    "gymnasium",
    "atheneum",
    "mc",
    "zorg",
    "bank",
)
_JOINTS = frozenset({"en", "&", "van", "voor", "de", "het", "der", "den", "in", "te", "ter", "-"})
# Bodies that a confidant refers to: naming them says nothing about whose casus it is.
_PUBLIC = frozenset({"rechten", "mens", "klokkenluiders", "unia", "college", "toezicht", "staat", "justitie", "state"})
# With a capital they belong to a name: "De Regenboog", "Bakkerij Van Dam".
_ARTICLES = frozenset({"de", "het", "van", "den", "der", "ter", "ten"})
_STOPPED = LITTLE | VERBS
# What follows a function and is a verb, finite or a participle.
_VERBAL = re.compile(r"\w+(?:t|[dt]e|[dt]en)|(?:ge|be|ver|ont|her|er)\w+d|(?!\w*(?:diensten|zaken|ingen)\b)\w+en")
_WARDS: dict[str, tuple[str, ...]] = {}
for _ward in WARDS:
    _first = _ward.partition(" ")[0]
    _WARDS[_first] = (*_WARDS.get(_first, ()), _ward)


def _run(passage: Passage, index: int, most: int = 5) -> int:
    """The last word of a name in capitals that begins after ``index``; ``index`` itself if none does."""
    words, last, at = passage.words, index, index
    while at + 1 < len(words) and at - index < most:
        gap = passage.gap(at)
        after = words[at + 1]
        if gap not in (" ", " & ", " + ") and not (gap == ". " and words[at].folded in ("st",)):
            break
        if after.capital and not after.first and (after.folded not in _STOPPED or after.folded in _ARTICLES):
            at += 1
            if after.folded not in _ARTICLES:
                last = at
        elif (
            after.folded in _JOINTS
            and at > index
            and at + 2 < len(words)
            and words[at + 2].capital
            and passage.beside(at + 1)
        ):
            if after.folded not in ("en", "van", "voor"):
                break
            at += 1
        else:
            break
    return last


def _hit(passage: Passage, first: int, end: int, kind: Kind, noun: str, certainty: Certainty) -> Hit:
    start = passage.words[first].start
    back, suggestion = generalise.article(passage.text[:start], noun)
    return Hit(start - back, end, kind, "detector", passage.text[start - back : end], suggestion, certainty)


def institutions(passage: Passage) -> Iterator[Hit]:
    """By what stands before the name (gemeente X), in it (X-college), after it (X B.V.), or as a well-known one."""
    words = passage.words
    for index, word in enumerate(words):
        folded = word.folded
        if folded in _HEADS and (last := _run(passage, index)) > index:
            if words[last].folded in _PUBLIC or words[index + 1].folded in _PUBLIC:
                continue
            first = index
            if (
                index
                and words[index - 1].capital
                and passage.beside(index - 1)
                and not words[index - 1].first
                and folded in INSTITUTIONS
            ):
                first -= words[index - 1].folded not in _STOPPED
            yield _hit(passage, first, words[last].end, "institution", INSTITUTIONS.get(folded, "organisatie"), "sure")
        elif folded in ("universiteit", "ministerie") and passage.beside(index) and words[index + 1].folded == "van":
            last = _run(passage, index + 1)
            if last > index + 1:
                yield _hit(passage, index, words[last].end, "institution", folded, "sure")
        elif word.capital and (end := _legal(passage, index)):
            first = index
            while (
                first
                and passage.beside(first - 1)
                and words[first - 1].capital
                and words[first - 1].folded not in _STOPPED
            ):
                first -= 1
            yield _hit(passage, first, end, "institution", "bedrijf", "sure")
        elif word.capital and (folded in _KNOWN or _albert(passage, index)):
            last = index + 1 if _albert(passage, index) else index
            yield _hit(passage, index, words[last].end, "institution", "organisatie", "likely")
        elif word.capital and not word.first and _tailed(passage, index):
            yield from _named_after(passage, index)


def _albert(passage: Passage, index: int) -> bool:
    words = passage.words
    return words[index].folded == "albert" and passage.beside(index) and words[index + 1].folded == "heijn"


def _legal(passage: Passage, index: int) -> int:
    """Where "X BV" or "X B.V." ends, if this is the word before it."""
    words = passage.words
    if words[index].folded in _STOPPED or index + 1 >= len(words) or not passage.beside(index):
        return 0
    after = words[index + 1]
    if after.folded in _LEGAL and (after.capital or after.folded in ("bvba", "vzw", "bv", "nv")):
        return after.end
    if (
        index + 2 < len(words)
        and (after.folded, words[index + 2].folded) in _SPLIT_LEGAL
        and passage.gap(index + 1) == "."
    ):
        end = words[index + 2].end
        return end + (passage.text[end : end + 1] == ".")
    return 0


def _tailed(passage: Passage, index: int) -> bool:
    words = passage.words
    folded = words[index].folded
    own = folded.endswith(_TAIL) and not is_common(folded)
    return own or (
        index + 1 < len(words) and passage.beside(index) and words[index + 1].folded in _TAIL and folded not in _STOPPED
    )


def _named_after(passage: Passage, index: int) -> Iterator[Hit]:
    words = passage.words
    last = index
    if index + 1 < len(words) and passage.beside(index) and words[index + 1].folded in _TAIL:
        last = index + 1
    if words[last].folded in _PUBLIC and not words[index].folded.endswith(_TAIL) and words[index].folded in _PUBLIC:
        return
    first = index
    while (
        first
        and passage.beside(first - 1)
        and words[first - 1].capital
        and not words[first - 1].first
        and words[first - 1].folded not in _STOPPED
    ):
        first -= 1
    tail = next(tail for tail in _TAIL if words[last].folded.endswith(tail))
    yield _hit(passage, first, words[last].end, "institution", INSTITUTIONS.get(tail, "organisatie"), "sure")


def _spec(word: Word) -> bool:
    """Whether the word says of what somebody is the head: a field of work, or a rare word that is no verb."""
    if word.text.isdigit() or word.folded in FIELDS:
        return True
    if word.folded in _STOPPED or word.folded in TITLES:
        return False
    return not is_common(word.folded) and not _VERBAL.fullmatch(word.folded)


def departments(passage: Passage) -> Iterator[Hit]:
    """As in "afdeling Inkoop", "team B", "magazijn Zuid", "dienst orthopedie", "de SEH", "inkoopafdeling"."""
    words, text = passage.words, passage.text
    lowered = text.lower()
    for index, word in enumerate(words):
        folded = word.folded
        if folded in UNITS and passage.beside(index):
            last = _run(passage, index)
            after = words[index + 1]
            if (
                last == index
                and (after.text.isdigit() or after.folded in FIELDS or (len(after.text) <= 2 and after.capital))
            ) or (last == index and after.capital and not after.first and after.folded not in _STOPPED):
                last = index + 1
            if last > index:
                end = words[last].end
                # "B2", "3b": a letter and a figure are two words.
                while end < len(text) and text[end].isalnum():
                    end += 1
                yield _hit(passage, index, end, "department", UNITS[folded], "sure")
        elif (folded.endswith(("afdeling", "-team")) and len(folded) > 10 and not is_common(folded[:-8])) or (
            folded.endswith("afdeling") and folded[:-8] in FIELDS
        ):
            yield _hit(passage, index, word.end, "department", "afdeling", "likely")
        elif ward := next((ward for ward in _WARDS.get(folded, ()) if lowered.startswith(ward, word.start)), ""):
            end = word.start + len(ward)
            if not text[end : end + 1].isalpha() and (len(ward) > 3 or word.text.isupper()):
                yield _hit(passage, index, end, "department", "afdeling", "likely")


def functions(passage: Passage) -> Iterator[Hit]:
    """Functions of which there is one, and leading functions that say of what."""
    words = passage.words
    for index, word in enumerate(words):
        folded = word.folded
        single = is_single(folded)
        if not single and folded not in LEADS:
            continue
        last = index
        if passage.beside(index) and not words[index + 1].first:
            after = words[index + 1]
            if _spec(after) and (not after.capital or after.folded in FIELDS):
                last = index + 1
                if (
                    passage.beside(last)
                    and words[last + 1].folded == "en"
                    and passage.beside(last + 1)
                    and _spec(words[last + 2])
                ):
                    last += 2
                elif passage.beside(last) and words[last + 1].folded in FIELDS:
                    last += 1
            elif (
                after.folded == "van" and single and index + 3 < len(words) and words[index + 2].folded in ("de", "het")
            ):
                last = index + 3
                if passage.gap(last) == " " and words[last + 1].folded == "van" and index + 5 < len(words):
                    last += 2
            elif after.capital and folded in LEADS and not single and after.folded in FIELDS:
                last = index + 1
        if not single and last == index:
            continue
        first = index
        if index and passage.beside(index - 1) and words[index - 1].folded in PREFIXES:
            first = index - 1
        leads = folded in LEADS or folded.endswith(("directeur", "directrice", "bestuurder", "manager"))
        noun = "leidinggevende" if leads else "functionaris"
        yield _hit(passage, first, words[last].end, "function", noun, "likely")
