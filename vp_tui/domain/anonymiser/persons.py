"""Names of people: by title, initials, first name, particle, known surname, and last by a capital where none belongs.

Invariant: a name is looked for in the order of how much gives it away, and each word belongs to one name only. A single
letter ("melder A.") is taken for an alias that the author chose. Callers: the detectors of a passage.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from vp_tui.domain.anonymiser.dutch_names import FIRST, PARTICLES, SURNAMES, TITLES, WORDS_TOO
from vp_tui.domain.anonymiser.dutch_places import PLACES
from vp_tui.domain.anonymiser.dutch_traits import is_origin
from vp_tui.domain.anonymiser.dutch_words import LITTLE, VERBS, is_common, is_compound
from vp_tui.domain.anonymiser.hit import Certainty, Hit
from vp_tui.domain.anonymiser.passage import Passage, Word, read

__all__ = ["evident", "is_first_name", "name_words", "nominative", "persons"]

_SHORTENED = frozenset({"mw", "mevr", "dhr", "hr", "drs", "dr", "ir", "ing", "mr", "prof", "ds", "mej", "fam"})
# Of these a bare title says too little: "collega Inkoop", "de rechter Van".
_LOOSE_TITLES = frozenset(
    {"collega", "meester", "zuster", "broeder", "rechter", "advocaat", "sr", "professor", "hoogleraar"}
)

_NAMES_TOO = frozenset({"wil", "ben"})
# Particles that no name begins with: "in het Engels", "op de Berg".
_INNER = frozenset({"aan", "in", "op", "uit", "bin", "s", "het"})


def is_first_name(folded: str) -> bool:
    """Whether it is a first name of the list; both parts of a double one."""
    parts = folded.split("-")
    return parts[0] in FIRST and all(part in FIRST for part in parts)


def _base(folded: str) -> str:
    """Without the genitive: "karins", "wijnands", "van os's"."""
    for ending in ("'s", "s", "'"):
        if folded.endswith(ending):
            return folded[: -len(ending)]
    return folded


def _given(word: Word) -> bool:
    return is_first_name(word.folded) or (word.capital and len(word.folded) > 3 and is_first_name(_base(word.folded)))


def _surname(word: Word) -> bool:
    return word.capital and any(
        part in SURNAMES or _base(part) in SURNAMES for part in word.folded.split("-") if len(part) > 1
    )


def _shouted(word: Word) -> bool:
    """An abbreviation ("HR", "HR-adviseur"), unless it is long enough for a name in capitals."""
    head = word.text.partition("-")[0]
    return len(head) > 1 and head.isupper()


def evident(passage: Passage, index: int) -> bool:
    """Whether a doubtful word stands where a name would: no sentence begins, or a verb or another name follows."""
    words = passage.words
    word = words[index]
    if word.capital and not word.first:
        return True
    if not passage.beside(index):
        return False
    after = words[index + 1]
    if after.folded in VERBS:
        return True
    if after.folded == "en" and index + 2 < len(words) and words[index + 2].capital:
        return True
    return after.capital and not after.first and (_surname(after) or not is_common(after.folded))


class _Reader:
    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        self.words = passage.words

    def initials(self, at: int) -> int:
        """The index after "J." or "A.B."; ``at`` itself if there are none."""
        words, index = self.words, at
        while index < len(words) and len(words[index].text) == 1 and words[index].capital:
            if self.passage.gap(index) not in (".", ". "):
                break
            index += 1
        return index

    def family(self, at: int, *, known: bool = False) -> int:
        """The index after (particles and) a surname that begins here; ``at`` itself if none does.

        ``known``: what stands before it says that a name follows, so that any word with a capital is one.
        """
        words, index = self.words, at
        while index < len(words) and words[index].folded in PARTICLES and self.passage.beside(index):
            index += 1
        if index >= len(words) or (index > at and words[at].folded in _INNER):
            return at
        word = words[index]
        if word.folded in PARTICLES or not (word.capital or (known and word.folded in SURNAMES)) or _shouted(word):
            return at
        doubtful = index == at and is_common(word.folded) and word.folded not in SURNAMES
        if word.folded in LITTLE or (doubtful and not (known and not word.first)):
            return at
        index += 1
        if index - at == 1 and index < len(words) and self.passage.beside(index - 1):
            # "Bakker de Wit", "El Idrissi Haddad": a second surname.
            second = words[index]
            if (
                second.capital
                and not second.first
                and (_surname(second) or not is_common(second.folded))
                and not _shouted(second)
            ):
                index += 1
        return index

    def titled(self, at: int) -> int:
        """The index after a name with a title; ``at`` itself if there is none."""
        words, index = self.words, at
        while index < len(words) and words[index].folded in TITLES and self.passage.gap(index) in (" ", ". "):
            index += 1
        if index == at or index >= len(words):
            return at
        loose = words[index - 1].folded in _LOOSE_TITLES
        begun = index
        index = self.initials(index)
        given = index
        while index < len(words) and _given(words[index]) and (words[index].capital or not loose):
            index += 1
            if not self.passage.beside(index - 1):
                return index
        ended = self.family(index, known=not loose)
        if ended > index:
            return ended
        if index > given:
            return index
        word = words[begun]
        abbreviated = words[begun - 1].folded in _SHORTENED | {"mevrouw", "meneer"}
        if abbreviated and word.folded in SURNAMES and not is_common(word.folded):
            return begun + 1
        return at


def persons(passage: Passage) -> Iterator[Hit]:
    """Everybody who is named, and bare capitals as ``name``."""
    reader = _Reader(passage)
    words = passage.words
    index = 0
    while index < len(words):
        ended, kind, certainty = _at(reader, index)
        if ended > index:
            start, end = words[index].start, words[ended - 1].end
            yield Hit(start, end, kind, "detector", passage.text[start:end], "", certainty)  # type: ignore[arg-type]
            index = ended
        else:
            index += 1


def _at(reader: _Reader, at: int) -> tuple[int, str, Certainty]:
    words, passage = reader.words, reader.passage
    word = words[at]
    folded = word.folded
    if folded in TITLES and (ended := reader.titled(at)) > at:
        return ended, "person", "sure"
    if not word.capital:
        plain = len(folded) > 4 and folded in FIRST and folded not in WORDS_TOO and not is_common(folded)
        if plain:
            ended = reader.family(at + 1, known=True) if passage.beside(at) else at + 1
            return max(ended, at + 1), "person", "likely"
        if folded in WORDS_TOO and passage.beside(at) and words[at + 1].capital and _surname(words[at + 1]):
            return at + 2, "person", "likely"
        if folded in PARTICLES and passage.beside(at):
            return _particle(reader, at)
        return at, "", "possible"
    if len(word.text) == 1:
        begun = reader.initials(at)
        ended = reader.family(begun) if begun > at else at
        return (ended, "person", "sure") if ended > begun else (at, "", "possible")
    if _shouted(word) and not (len(folded) > 3 and (folded in FIRST or folded in SURNAMES)):
        return at, "", "possible"
    if _given(word) and folded not in PARTICLES:
        return _first_name(reader, at)
    if folded in PARTICLES and (found := _particle(reader, at))[0] > at:
        return found
    if folded in LITTLE or folded in PLACES or is_origin(folded):
        return at, "", "possible"
    if _surname(word) and (not word.first or (not is_common(folded) and evident(reader.passage, at))):
        return max(reader.family(at), at + 1), "person", "likely"
    if is_common(folded, shaped=word.first or not folded.endswith("ing")) or is_compound(folded):
        return at, "", "possible"
    presented = evident(passage, at) or passage.gap(at).startswith(" (")
    if not word.first or (presented and not is_common(_base(folded))):
        return max(reader.family(at), at + 1), "name", "possible"
    return at, "", "possible"


def _first_name(reader: _Reader, at: int) -> tuple[int, str, Certainty]:
    words, passage = reader.words, reader.passage
    folded = words[at].folded
    index = at + 1
    while index < len(words) and passage.beside(index - 1) and words[index].capital and _given(words[index]):
        index += 1
    if passage.beside(index - 1):
        middle = reader.initials(index)
        ended = reader.family(middle, known=middle > index)
        if ended > middle and not words[ended - 1].first:
            # "Karin Van" at the end of a breath is no surname, and "Bas In" is none.
            return ended, "person", "sure"
    doubtful = folded in WORDS_TOO or (is_common(folded) and folded not in FIRST) or (folded in LITTLE)
    if doubtful and index == at + 1 and not evident(reader.passage, at):
        return at, "", "possible"
    if doubtful and words[at].first and index == at + 1 and (folded in LITTLE - _NAMES_TOO or _asks(reader, at)):
        return at, "", "possible"
    return index, "person", "likely" if doubtful else "sure"


def _asks(reader: _Reader, at: int) -> bool:
    """A verb that opens a question or an order: "Wil zij", "Mark de grens"."""
    words = reader.words
    return at + 1 < len(words) and reader.passage.beside(at) and words[at + 1].folded in LITTLE - VERBS - {"en"}


def _particle(reader: _Reader, at: int) -> tuple[int, str, Certainty]:
    """As in "Van den Berg", "de Vries", "'t Hof", "El Idrissi"; "van Karin" and "de Raad" are none."""
    words = reader.words
    index = at
    while index < len(words) and words[index].folded in PARTICLES and reader.passage.beside(index):
        index += 1
    if index in (at, len(words)) or not words[index].capital or words[index].first or _shouted(words[index]):
        return at, "", "possible"
    chain = [word.folded for word in words[at:index]]
    last = words[index]
    known = _surname(last)
    strong = words[at].capital and (known or not words[at].first)
    if chain[0] in _INNER or chain == ["den"] or is_origin(last.folded):
        return at, "", "possible"
    arabic = chain[-1] in ("el", "al", "ben", "'t", "ter", "ten") or chain[-2:] in (["van", "der"], ["van", "den"])
    if last.folded in PLACES and not strong:
        return at, "", "possible"
    if strong or (known and not _given(last)) or (arabic and not is_common(last.folded)):
        if chain == ["van"] and not strong and not known:
            return at, "", "possible"
        return index + 1, "person", "sure" if strong else "likely"
    return at, "", "possible"


def name_words(text: str) -> tuple[str, ...]:
    """The folded words of a name that stand for that person alone: no title, initial or particle."""
    return tuple(
        word.folded for word in read(text).words if len(word.text) > 1 and word.folded not in TITLES | PARTICLES
    )


def nominative(folded: str, known: Container[str]) -> str:
    """The name of which this is the genitive, if it can be no name itself: a first name, or one of ``known``."""
    bare = _base(folded)
    return bare if folded not in SURNAMES and folded not in FIRST and (bare in FIRST or bare in known) else folded
