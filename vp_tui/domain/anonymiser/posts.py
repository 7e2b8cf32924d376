"""Departments and functions: where and as what somebody works.

Invariant: "de afdeling" and "een teamleider" are no hits, "afdeling Inkoop" and "teamleider magazijn" are, and so is a
function of which an organisation has one. Callers: the detectors of a passage.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vp_tui.domain.anonymiser.dutch_names import TITLES
from vp_tui.domain.anonymiser.dutch_words import is_common
from vp_tui.domain.anonymiser.dutch_work import FIELDS, LEADS, PREFIXES, UNITS, WARDS, is_single
from vp_tui.domain.anonymiser.hit import Hit
from vp_tui.domain.anonymiser.institutions import STOPPED, name_ends, part
from vp_tui.domain.anonymiser.passage import Passage, Word

__all__ = ["departments", "functions"]

# What follows a function and is a verb: finite, an infinitive or a participle.
_VERBAL = re.compile(r"\w+(?:t|[dt]e|[dt]en)|(?:ge|be|ver|ont|her|er)\w+d|(?!\w*(?:diensten|zaken|ingen)\b)\w+en")
_LEADING = ("directeur", "directrice", "bestuurder", "manager")


def departments(passage: Passage) -> Iterator[Hit]:
    """As in "afdeling Inkoop", "team B", "magazijn Zuid", "dienst orthopedie", "de SEH", "inkoopafdeling"."""
    text = passage.text
    for index, word in enumerate(passage.words):
        folded = word.folded
        if folded in UNITS:
            if (last := _unit_ends(passage, index)) > index:
                end = passage.words[last].end
                # "B2", "3b": a letter and a figure are two words.
                while text[end : end + 1].isalnum():
                    end += 1
                yield part(passage, index, end, "department", UNITS[folded], "sure")
        elif folded.endswith("afdeling") and (
            folded[:-8] in FIELDS or (len(folded) > 10 and not is_common(folded[:-8]))
        ):
            yield part(passage, index, word.end, "department", "afdeling", "likely")
        elif folded in WARDS:
            for ward in WARDS[folded]:
                end = word.start + len(ward)
                written = text[word.start : end]
                whole = written.lower() == ward and not text[end : end + 1].isalpha()
                if whole and (len(ward) > 3 or written.isupper()):
                    yield part(passage, index, end, "department", "afdeling", "likely")


def _unit_ends(passage: Passage, index: int) -> int:
    """The last word of what "afdeling" is followed by: a name, a number, a letter, or a field of work."""
    last, after = name_ends(passage, index), passage.after(index)
    if last > index or after is None:
        return last
    return index + (after.text.isdigit() or after.folded in FIELDS or (len(after.text) <= 2 and after.capital))


def functions(passage: Passage) -> Iterator[Hit]:
    """Functions of which there is one, and leading functions that say of what."""
    row = passage.words
    for index, word in enumerate(row):
        single = is_single(word.folded)
        if not single and word.folded not in LEADS:
            continue
        last = _field_ends(passage, index)
        if single and last == index:
            last = _body_ends(passage, index)
        if not single and last == index:
            continue
        first = index - (index > 0 and passage.beside(index - 1) and row[index - 1].folded in PREFIXES)
        leads = word.folded in LEADS or word.folded.endswith(_LEADING)
        yield part(passage, first, row[last].end, "function", "leidinggevende" if leads else "functionaris", "likely")


def _field_ends(passage: Passage, index: int) -> int:
    """The last word of "teamleider [wonen en zorg]"; ``index`` if it is a teamleider and no more."""
    after = passage.after(index)
    if after is None or after.first or not _is_field(after):
        return index
    beyond = passage.after(index + 1)
    if beyond is None:
        return index + 1
    if beyond.folded == "en" and (third := passage.after(index + 2)) and _is_field(third):
        return index + 3
    return index + 1 + (beyond.folded in FIELDS)


def _body_ends(passage: Passage, index: int) -> int:
    """The last word of "voorzitter [van de raad van bestuur]"; ``index`` if there is none."""
    row, last = passage.words, index
    while last - index < 5 and [word.folded for word in row[last + 1 : last + 2]] == ["van"]:
        article = last + 2 < len(row) and row[last + 2].folded in ("de", "het")
        last += 2 + article
        if last == index + 2 or last >= len(row):
            # "directeur van haar" and "directeur van" say no more than "directeur".
            return index
    return last


def _is_field(word: Word) -> bool:
    """Whether it says of what somebody is the head: a field of work, or a rare word that is no verb."""
    if word.text.isdigit() or word.folded in FIELDS:
        return True
    rare = not is_common(word.folded) and not _VERBAL.fullmatch(word.folded)
    return rare and not word.capital and word.folded not in STOPPED | TITLES
