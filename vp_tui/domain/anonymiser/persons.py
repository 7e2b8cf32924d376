"""Names of people: by title, initials, first name, particle, known surname, and last by a capital where none belongs.

Invariant: a name is looked for in the order of how much gives it away, and each word belongs to one name only. A single
letter ("melder A.") is taken for an alias that the author chose. Callers: the detectors of a passage.
"""

from __future__ import annotations

from collections.abc import Container, Iterator

from vp_tui.domain.anonymiser.dutch_names import FIRST, PARTICLES, SURNAMES, TITLES, WORDS_TOO
from vp_tui.domain.anonymiser.dutch_places import PLACES
from vp_tui.domain.anonymiser.dutch_traits import is_origin
from vp_tui.domain.anonymiser.dutch_words import LITTLE, VERBS, is_common, is_compound, words
from vp_tui.domain.anonymiser.hit import Certainty, Hit, Kind
from vp_tui.domain.anonymiser.passage import Passage, Word, read

__all__ = ["evident", "is_first_name", "name_words", "nominative", "persons"]

_FIRM_TITLES = words("mevrouw meneer mw mevr dhr hr drs dr ir ing mr prof ds mej fam")
# Of these a bare title says too little: "collega Inkoop", "de rechter Van".
_LOOSE_TITLES = words("collega meester zuster broeder rechter advocaat sr professor hoogleraar")

_NAMES_TOO = frozenset({"wil", "ben"})
# Particles that hardly anything else has.
_TELLING = frozenset({"el", "al", "ben", "'t", "ter", "ten"})
# Particles that no name begins with: "in het Engels", "op de Berg".
_INNER = frozenset({"aan", "in", "op", "uit", "bin", "s", "het"})


_NO_SURNAME = PARTICLES | LITTLE
_LISTED = FIRST | SURNAMES
_PLAIN_FIRST = FIRST - WORDS_TOO
_DOUBTFUL = WORDS_TOO | LITTLE
_ASKED = LITTLE - VERBS - {"en"}
_NO_NAME = TITLES | PARTICLES


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
    word, after = passage.words[index], passage.after(index)
    if word.capital and not word.first:
        return True
    if after is None:
        return False
    if after.folded == "en" and (third := passage.after(index + 1)):
        return third.capital
    named = after.capital and not after.first and (_surname(after) or not is_common(after.folded))
    return named or after.folded in VERBS


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
        row, index = self.words, self.particles(at)
        if index >= len(row) or (index > at and row[at].folded in _INNER):
            return at
        word = row[index]
        written = word.capital or (known and word.folded in SURNAMES)
        if not written or word.folded in _NO_SURNAME or _shouted(word):
            return at
        if index == at and is_common(word.folded) and word.folded not in SURNAMES and (word.first or not known):
            return at
        second = self.passage.after(index)
        if index > at or second is None or not second.capital or second.first or _shouted(second):
            return index + 1
        # "Jansen Bakker": a second surname.
        return index + 1 + (_surname(second) or not is_common(second.folded))

    def particles(self, at: int) -> int:
        """The index after "van der"; ``at`` itself if there are none."""
        row, index = self.words, at
        while index < len(row) and row[index].folded in PARTICLES and self.passage.beside(index):
            index += 1
        return index

    def titled(self, at: int) -> int:
        """The index after a name with a title; ``at`` itself if there is none."""
        row, index = self.words, at
        while index < len(row) and row[index].folded in TITLES and self.passage.gap(index) in (" ", ". "):
            index += 1
        if index == at or index >= len(row):
            return at
        title, begun = row[index - 1].folded, index
        loose = title in _LOOSE_TITLES
        given = index = self.initials(index)
        while index < len(row) and _given(row[index]) and (row[index].capital or not loose):
            index += 1
            if not self.passage.beside(index - 1):
                return index
        if (ended := self.family(index, known=not loose)) > index:
            return ended
        if index > given:
            return index
        # "mw jansen", as it is scribbled.
        name = row[begun].folded
        return begun + 1 if title in _FIRM_TITLES and name in SURNAMES and not is_common(name) else at


def persons(passage: Passage) -> Iterator[Hit]:
    """Everybody who is named, and bare capitals as ``name``."""
    reader, row, index = _Reader(passage), passage.words, 0
    while index < len(row):
        ended, kind, certainty = _at(reader, index) if row[index].capital else _small(reader, index)
        if ended > index:
            start, end = row[index].start, row[ended - 1].end
            yield Hit(start, end, kind, "detector", passage.text[start:end], "", certainty)
        index = max(ended, index + 1)


def _nobody(at: int) -> tuple[int, Kind, Certainty]:
    return at, "name", "possible"


def _small(reader: _Reader, at: int) -> tuple[int, Kind, Certainty]:
    """A name that begins without a capital: "mevrouw Jansen", "de Vries", or a first name as it is scribbled."""
    folded, after = reader.words[at].folded, reader.passage.after(at)
    if folded in TITLES and (ended := reader.titled(at)) > at:
        return ended, "person", "sure"
    if len(folded) > 4 and folded in _PLAIN_FIRST and not is_common(folded):
        return max(reader.family(at + 1, known=True), at + 1) if after else at + 1, "person", "likely"
    if folded in WORDS_TOO and after and _surname(after):
        return at + 2, "person", "likely"
    return _particle(reader, at) if folded in PARTICLES and after else _nobody(at)


def _at(reader: _Reader, at: int) -> tuple[int, Kind, Certainty]:
    """A name that begins with a capital, from what gives most away to what gives least."""
    passage, word = reader.passage, reader.words[at]
    folded = word.folded
    if folded in TITLES and (ended := reader.titled(at)) > at:
        return ended, "person", "sure"
    if len(word.text) == 1:
        begun = reader.initials(at)
        ended = reader.family(begun) if begun > at else at
        return (ended, "person", "sure") if ended > begun else _nobody(at)
    if _shouted(word) and not (len(folded) > 3 and folded in _LISTED):
        return _nobody(at)
    if _given(word) and folded not in PARTICLES:
        return _first_name(reader, at)
    if folded in PARTICLES and (found := _particle(reader, at))[0] > at:
        return found
    if folded in LITTLE or folded in PLACES or is_origin(folded):
        return _nobody(at)
    if _surname(word) and (not word.first or (not is_common(folded) and evident(passage, at))):
        return max(reader.family(at), at + 1), "person", "likely"
    if is_common(folded, shaped=word.first or not folded.endswith("ing")) or is_compound(folded):
        return _nobody(at)
    presented = evident(passage, at) or passage.gap(at).startswith(" (")
    if not word.first or (presented and not is_common(_base(folded))):
        return max(reader.family(at), at + 1), "name", "possible"
    return _nobody(at)


def _first_name(reader: _Reader, at: int) -> tuple[int, Kind, Certainty]:
    """From a first name on: more of them, initials, a surname; alone, if it is no word or stands as a name would."""
    passage, row = reader.passage, reader.words
    index = at + 1
    while (after := passage.after(index - 1)) and after.capital and _given(after):
        index += 1
    if passage.beside(index - 1):
        middle = reader.initials(index)
        ended = reader.family(middle, known=middle > index)
        if ended > middle and not row[ended - 1].first:
            return ended, "person", "sure"
    folded = row[at].folded
    doubtful = index == at + 1 and (folded in _DOUBTFUL or (folded not in FIRST and is_common(folded)))
    if doubtful and not evident(passage, at):
        return _nobody(at)
    if doubtful and row[at].first and (folded in LITTLE - _NAMES_TOO or _asks(reader, at)):
        return _nobody(at)
    return index, "person", "likely" if doubtful else "sure"


def _asks(reader: _Reader, at: int) -> bool:
    """A verb that opens a question or an order: "Wil zij", "Mark de grens"."""
    after = reader.passage.after(at)
    return after is not None and after.folded in _ASKED


def _particle(reader: _Reader, at: int) -> tuple[int, Kind, Certainty]:
    """As in "Van den Berg", "de Vries", "'t Hof", "El Idrissi"; "van Karin" and "de Raad" are none."""
    row, index = reader.words, reader.particles(at)
    if index in (at, len(row)) or not row[index].capital or row[index].first or _shouted(row[index]):
        return _nobody(at)
    chain, last = [word.folded for word in row[at:index]], row[index]
    if chain[0] in _INNER or chain == ["den"] or is_origin(last.folded):
        return _nobody(at)
    known = _surname(last)
    if row[at].capital and (known or not row[at].first):
        return index + 1, "person", "sure"
    telling = chain[-1] in _TELLING or chain[-2:] in (["van", "der"], ["van", "den"])
    if last.folded not in PLACES and ((known and not _given(last)) or (telling and not is_common(last.folded))):
        return index + 1, "person", "likely"
    return _nobody(at)


def name_words(text: str) -> tuple[str, ...]:
    """The folded words of a name that stand for that person alone: no title, initial or particle."""
    return tuple(word.folded for word in read(text).words if len(word.text) > 1 and word.folded not in _NO_NAME)


def nominative(folded: str, known: Container[str]) -> str:
    """The name of which this is the genitive, if it can be no name itself: a first name, or one of ``known``."""
    bare = _base(folded)
    return bare if folded not in SURNAMES and folded not in FIRST and (bare in FIRST or bare in known) else folded
