"""Places and addresses: municipalities, what is called "vestiging X", streets with or without a number.

Invariant: a place that is a word as well ("Best", "Boom") needs the place's preposition before it; countries are
traits, not places. Callers: the detectors of a passage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vp_tui.domain.anonymiser.dutch_names import PARTICLES
from vp_tui.domain.anonymiser.dutch_places import HEADS, PLACES, STREET, WORDS_TOO
from vp_tui.domain.anonymiser.dutch_traits import is_origin
from vp_tui.domain.anonymiser.dutch_words import LITTLE, is_common, words
from vp_tui.domain.anonymiser.hit import Certainty, Hit
from vp_tui.domain.anonymiser.institutions import name_ends, part
from vp_tui.domain.anonymiser.passage import Passage

__all__ = ["places"]

_PLAIN = PLACES - WORDS_TOO
_IN = frozenset({"in", "te", "naar", "uit", "bij", "rond", "nabij", "buiten", "richting"})
_SURELY_IN = frozenset({"in", "te", "naar"})
_DEN = frozenset({"haag", "bosch", "helder", "burg", "hoorn", "oever"})
_JOINTS = frozenset({"aan", "op", "den", "de", "het"})
_INSTEAD = {
    "regio": "regio", "wijk": "wijk", "dorp": "dorp", "filiaal": "filiaal", "kantoor": "kantoor", "depot": "depot",
    "vestiging": "vestiging", "locatie": "locatie", "campus": "campus", "buurt": "wijk", "stadsdeel": "wijk",
}  # fmt: skip
# What looks like a street by its end and is none.
_NO_STREET = words("onderweg halverwege vandaag maandag toernooi wagenpark arbeidsmarkt supermarkt kring")
_NUMBER = re.compile(r" \d+(?:[-/]\w{1,3}\b| ?[a-zA-Z]\b)?")
_CITY, _SOMEWHERE, _LOCAL = "een stad", "een plaats", "plaatselijke"


def places(passage: Passage) -> Iterator[Hit]:
    """Each place once, and each street, with its number if it has one."""
    row = passage.words
    for index, word in enumerate(row):
        folded = word.folded
        if not word.capital:
            if len(folded) > 5 and folded in _PLAIN and not is_common(folded):
                yield _place(passage, index, index, _CITY, "likely")
            elif folded in HEADS:
                yield from _headed(passage, index)
            continue
        if folded.endswith(STREET) and (street := _street(passage, index)):
            yield street
            continue
        before = row[index - 1].folded if index and passage.beside(index - 1) else ""
        parts = folded.split("-")
        if folded == "den" and (after := passage.after(index)) and after.folded in _DEN:
            yield _place(passage, index, index + 1, _CITY, "sure")
        elif any(part in PLACES for part in parts) or folded.startswith("'s-"):
            last = _longer(passage, index)
            if last > index or before in _IN or before in HEADS or any(part not in WORDS_TOO for part in parts):
                yield _place(passage, index, last, _CITY, "sure")
        elif before in _SURELY_IN and not (word.first or word.text.isupper() or _is_known(folded)):
            yield _place(passage, index, index, _SOMEWHERE, "possible")
        elif _demonym(folded):
            yield _place(passage, index, index, _LOCAL, "likely")


def _is_known(folded: str) -> bool:
    return folded in LITTLE or folded in PARTICLES or is_common(folded) or is_origin(folded)


def _demonym(folded: str) -> bool:
    """Amsterdamse, Rotterdammer, Gentse, Haagse."""
    if folded in ("haagse", "bossche"):
        return True
    stems = {folded.removesuffix("se"), folded.removesuffix("er"), folded.removesuffix("mer")} - {folded}
    return any(len(stem) > 3 and stem in _PLAIN for stem in stems)


def _longer(passage: Passage, index: int) -> int:
    """The last word of "Bergen op Zoom" or "Capelle aan den IJssel", from its first."""
    last = index
    while (after := passage.after(last)) and after.folded in _JOINTS and last - index < 3:
        last += 1
    return last + 1 if last > index and after and after.capital else index


def _place(passage: Passage, first: int, last: int, instead: str, certainty: Certainty) -> Hit:
    start, end = passage.words[first].start, passage.words[last].end
    return Hit(start, end, "place", "detector", passage.text[start:end], instead, certainty)


def _headed(passage: Passage, index: int) -> Iterator[Hit]:
    last = name_ends(passage, index)
    head = passage.words[index].folded
    if last > index and not is_origin(passage.words[index + 1].folded):
        yield part(passage, index, passage.words[last].end, "place", _INSTEAD.get(head, "plaats"), "sure")


def _street(passage: Passage, index: int) -> Hit | None:
    """As in "Lange Nieuwstraat 3", from its last word."""
    row, word = passage.words, passage.words[index]
    number = _NUMBER.match(passage.text, word.end)
    if len(word.folded) < 6 or word.folded in _NO_STREET or word.folded in PLACES or word.text.isupper():
        return None
    if number is None and (word.first or is_common(word.folded)):
        return None
    first = index
    while first and passage.beside(first - 1) and row[first - 1].capital and not row[first - 1].first:
        if row[first - 1].folded in LITTLE - PARTICLES:
            break
        first -= 1
    if number is None:
        return part(passage, first, word.end, "address", "straat", "likely")
    return part(passage, first, number.end(), "address", "adres", "sure")
