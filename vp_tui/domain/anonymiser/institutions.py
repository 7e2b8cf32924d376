"""Institutions: for whom somebody works, by what stands before the name, in it, or after it.

Invariant: bodies that everybody is referred to (the board for human rights, the house for whistle-blowers) are no hits.
Callers: the detectors of a passage.
"""

from __future__ import annotations

from collections.abc import Iterator

from vp_tui.domain.anonymiser import generalise
from vp_tui.domain.anonymiser.dutch_words import LITTLE, VERBS, is_common, words
from vp_tui.domain.anonymiser.generalise import INSTITUTIONS
from vp_tui.domain.anonymiser.hit import Certainty, Hit, Kind
from vp_tui.domain.anonymiser.passage import Passage

__all__ = ["STOPPED", "institutions", "name_ends", "part"]

STOPPED = LITTLE | VERBS
"""Words that a name does not go on with, whatever their capital."""

_LEGAL = words("bv nv vof bvba vzw cv srl holding groep group gmbh ltd inc")
_SMALL_LEGAL = words("bv nv vof bvba vzw")
_KNOWN = words(
    """
    achmea aegon ahold aldi amazon asml bol cbs coolblue dhl dpg esso fedex fluvius heineken hema ikea ing jumbo kbc klm
    kpn kruidvat lidl mediamarkt ns philips postnl prorail proximus rabobank rijkswaterstaat schiphol shell tno
    transavia unilever ups vodafone vrt vtm vdab action delhaize colruyt carrefour bpost infrabel nmbs belfius tata
    defensie rivm douane
    """
)
_HEADS = frozenset(INSTITUTIONS) | words(
    """
    bank kerk parochie drukkerij garage hotel restaurant bakkerij slagerij bouwbedrijf transportbedrijf adviesbureau
    ingenieursbureau advocatenkantoor notariskantoor drinkwaterbedrijf waterbedrijf energiebedrijf woningcorporatie
    woningstichting kinderopvang kinderdagverblijf zorgboerderij apotheek tandartspraktijk theater museum bibliotheek
    zwembad sportvereniging uitzendbureau scholengroep scholengemeenschap zorginstelling instelling firma bedrijf winkel
    supermarkt krant omroep vakbond fabriek brouwerij rederij reisbureau makelaar accountantskantoor
    """
)
_TAILS = (
    "ziekenhuis", "college", "lyceum", "school", "gasthuis", "hospitaal", "universiteit", "hogeschool", "museum",
    "gymnasium", "atheneum", "mc", "zorg", "bank",
)  # fmt: skip
_JOINTS = frozenset({"en", "van", "voor"})
# With a capital they belong to a name: "De Regenboog", "Bakkerij Van Dam".
_ARTICLES = frozenset({"de", "het", "van", "den", "der", "ter", "ten"})
# Naming these says nothing about whose casus it is.
_PUBLIC = words("rechten mens klokkenluiders unia college toezicht staat justitie")
_LONGEST = 5
_NEAR = 40


def name_ends(passage: Passage, index: int) -> int:
    """The last word of a name in capitals that begins after ``index``; ``index`` itself if none does."""
    row, last, at = passage.words, index, index
    while at + 1 < len(row) and at - index < _LONGEST and passage.gap(at) in (" ", " & ", " + "):
        after = row[at + 1]
        if after.capital and not after.first and (after.folded not in STOPPED or after.folded in _ARTICLES):
            last = last if after.folded in _ARTICLES else at + 1
        elif not (after.folded in _JOINTS and at > index and (beyond := passage.after(at + 1)) and beyond.capital):
            break
        at += 1
    return last


def part(passage: Passage, first: int, end: int, kind: Kind, noun: str, certainty: Certainty) -> Hit:
    """A hit from the word ``first``, or the article before it, to the character ``end``."""
    start = passage.words[first].start
    back, suggestion = generalise.article(passage.text[max(0, start - _NEAR) : start], noun)
    return Hit(start - back, end, kind, "detector", passage.text[start - back : end], suggestion, certainty)


def institutions(passage: Passage) -> Iterator[Hit]:
    """As in "gemeente X", "X-college", "X B.V.", "de universiteit van X", "PostNL"."""
    row = passage.words
    for index, word in enumerate(row):
        folded = word.folded
        first, last, noun = index, index, "organisatie"
        certainty: Certainty = "sure"
        if folded in _HEADS and (last := name_ends(passage, index)) > index:
            if {row[index + 1].folded, row[last].folded} & _PUBLIC:
                continue
            noun = INSTITUTIONS.get(folded, noun)
            if folded in INSTITUTIONS:
                first = _name_begins(passage, index, 1)
        elif folded in ("universiteit", "ministerie") and (after := passage.after(index)) and after.folded == "van":
            last, noun = name_ends(passage, index + 1), folded
            if last == index + 1:
                continue
        elif not word.capital or folded in STOPPED:
            continue
        elif end := _legal_end(passage, index):
            yield part(passage, _name_begins(passage, index), end, "institution", "bedrijf", "sure")
            continue
        elif folded in _KNOWN:
            certainty = "likely"
        elif folded == "albert" and (after := passage.after(index)) and after.folded == "heijn":
            last = index + 1
        elif not word.first and (tail := _tail(passage, index)):
            last += not folded.endswith(tail)
            first, noun = _name_begins(passage, index), INSTITUTIONS.get(tail, noun)
        else:
            continue
        yield part(passage, first, row[last].end, "institution", noun, certainty)


def _name_begins(passage: Passage, index: int, most: int = _LONGEST) -> int:
    """The first of the words in capitals just before this one: "Jansen Transport [BV]"."""
    row, first = passage.words, index
    while first and index - first < most and passage.beside(first - 1):
        before = row[first - 1]
        if not before.capital or before.folded in STOPPED or (before.first and most == 1):
            break
        first -= 1
    return first


def _legal_end(passage: Passage, index: int) -> int:
    """Where "X BV" or "X B.V." ends, if this is the word before its legal form; else 0."""
    after = passage.after(index)
    if after is None:
        return 0
    if after.folded in _LEGAL and (after.capital or after.folded in _SMALL_LEGAL):
        return after.end
    spelled = passage.text[after.start : after.start + 4]
    return after.start + len(spelled) if spelled.upper() in ("B.V.", "N.V.") else 0


def _tail(passage: Passage, index: int) -> str:
    """What a name ends in that says what it is the name of, in this word or as the next; "" if it does not."""
    folded, after = passage.words[index].folded, passage.after(index)
    if folded.endswith(_TAILS) and not is_common(folded):
        return next(tail for tail in _TAILS if folded.endswith(tail))
    if after is not None and after.folded in _TAILS and folded not in _PUBLIC:
        return after.folded
    return ""
