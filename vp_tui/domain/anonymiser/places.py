"""Places and addresses: municipalities, what is called "vestiging X", streets with or without a number.

Invariant: a place that is a word as well ("Best", "Boom") needs the place's preposition before it; countries are
traits, not places. Callers: the detectors of a passage.
"""

from __future__ import annotations

from collections.abc import Iterator

from vp_tui.domain.anonymiser import generalise
from vp_tui.domain.anonymiser.dutch_names import PARTICLES
from vp_tui.domain.anonymiser.dutch_places import HEADS, PLACES, STREET, WORDS_TOO
from vp_tui.domain.anonymiser.dutch_traits import is_origin
from vp_tui.domain.anonymiser.dutch_words import LITTLE, is_common, words
from vp_tui.domain.anonymiser.hit import Hit
from vp_tui.domain.anonymiser.passage import Passage

__all__ = ["places"]

_PLAIN = PLACES - WORDS_TOO
_IN = frozenset({"in", "te", "naar", "uit", "bij", "rond", "nabij", "buiten", "richting"})
_INSTEAD = {
    "regio": "regio", "wijk": "wijk", "dorp": "dorp", "filiaal": "filiaal", "kantoor": "kantoor", "depot": "depot",
    "vestiging": "vestiging", "locatie": "locatie", "campus": "campus", "buurt": "wijk", "stadsdeel": "wijk",
}  # fmt: skip
# What looks like a street by its end and is none.
_NO_STREET = words(
    """
    onderweg halverwege vandaag maandag toernooi wagenpark arbeidsmarkt supermarkt
    kring
    """
)


def places(passage: Passage) -> Iterator[Hit]:
    """Each place once, and each street, with its number if it has one."""
    words, text = passage.words, passage.text
    for index, word in enumerate(words):
        if not word.capital:
            if len(word.folded) > 5 and word.folded in _PLAIN and not is_common(word.folded):
                yield Hit(word.start, word.end, "place", "detector", word.text, "een stad", "likely")
            elif word.folded in HEADS:
                yield from _headed(passage, index)
            continue
        if hit := _street(passage, index):
            yield hit
            continue
        parts = word.folded.split("-")
        before = words[index - 1].folded if index and passage.beside(index - 1) else ""
        if (
            word.folded in ("den", "the")
            and passage.beside(index)
            and words[index + 1].folded in ("haag", "bosch", "helder", "burg")
        ):
            yield _place(passage, index, index + 1)
        elif any(part in PLACES for part in parts) or word.folded.startswith("'s-"):
            doubtful = all(part in WORDS_TOO for part in parts)
            last = _longer(passage, index)
            if not doubtful or last > index or before in _IN or (before in HEADS and not word.first):
                yield _place(passage, index, last)
        elif before in ("in", "te", "naar") and _unknown(word.folded) and not word.first and not word.text.isupper():
            yield Hit(word.start, word.end, "place", "detector", text[word.start : word.end], "een plaats", "possible")
        elif word.folded.endswith(("se", "er", "se")) and _demonym(word.folded):
            yield Hit(word.start, word.end, "place", "detector", word.text, "plaatselijke", "likely")


def _unknown(folded: str) -> bool:
    return folded not in LITTLE and folded not in PARTICLES and not is_common(folded) and not is_origin(folded)


def _demonym(folded: str) -> bool:
    """Amsterdamse, Rotterdammer, Gentse, Eindhovense."""
    stems = [folded[:-2], folded[:-3]] if folded.endswith("er") else [folded[:-2]]
    return (folded != "haagse" and any(len(stem) > 3 and stem in _PLAIN for stem in stems)) or folded == "haagse"


def _longer(passage: Passage, index: int) -> int:
    """The last word of "Bergen op Zoom" or "Capelle aan den IJssel", from its first."""
    words, last = passage.words, index
    while passage.beside(last) and words[last + 1].folded in ("aan", "op", "den", "de", "het") and last - index < 3:
        last += 1
    return last + 1 if last > index and passage.beside(last) and words[last + 1].capital else index


def _place(passage: Passage, first: int, last: int) -> Hit:
    start, end = passage.words[first].start, passage.words[last].end
    return Hit(start, end, "place", "detector", passage.text[start:end], "een stad", "sure")


def _headed(passage: Passage, index: int) -> Iterator[Hit]:
    words, text = passage.words, passage.text
    last = index
    while last + 1 < len(words) and passage.beside(last) and words[last + 1].capital and last - index < 3:
        if words[last + 1].folded in LITTLE and words[last + 1].folded not in ("de", "het"):
            break
        last += 1
    if last == index or is_origin(words[index + 1].folded):
        return
    head = words[index]
    back, noun = generalise.article(text[: head.start], _INSTEAD.get(head.folded, "plaats"))
    start, end = head.start - back, words[last].end
    yield Hit(start, end, "place", "detector", text[start:end], noun, "sure")


def _street(passage: Passage, index: int) -> Hit | None:
    words, text = passage.words, passage.text
    word = words[index]
    if not word.folded.endswith(STREET) or len(word.folded) < 6 or word.folded in _NO_STREET or word.text.isupper():
        return None
    numbered = index + 1 < len(words) and passage.beside(index) and words[index + 1].text.isdigit()
    if (word.first and not numbered) or (is_common(word.folded) and not numbered) or word.folded in PLACES:
        return None
    first = index
    while first and passage.beside(first - 1) and words[first - 1].capital and not words[first - 1].first:
        if words[first - 1].folded in LITTLE and words[first - 1].folded not in PARTICLES:
            break
        first -= 1
    end = word.end
    if numbered:
        end = words[index + 1].end
        tail = text[end : end + 5]
        for size in range(len(tail), 0, -1):
            piece = tail[:size]
            if piece[0] in "-/ " and piece[1:].isalnum() and len(piece) < 5 and (piece[0] != " " or len(piece) == 2):
                if size == len(tail) or not tail[size].isalnum():
                    end += size
                    break
            elif piece.isalpha() and size == 1:
                end += 1
                break
    back, noun = generalise.article(text[: words[first].start], "straat" if not numbered else "adres")
    start = words[first].start - back
    return Hit(start, end, "address", "detector", text[start:end], noun, "sure" if numbered else "likely")
