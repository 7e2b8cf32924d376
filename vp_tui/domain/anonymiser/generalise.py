"""What could stand in the place of a hit, in Dutch, because it becomes part of a Dutch casus.

Invariant: a suggestion is coarser than what it replaces, and is no hit itself. These words are content, not the
application's voice; so they are here and not in a catalog, which changes with the language of the screen.
"""

from __future__ import annotations

import datetime
import re

from vp_tui.domain.anonymiser.dutch_words import VERBS, words
from vp_tui.domain.text import fold_text

__all__ = ["INSTITUTIONS", "Letters", "aged", "article", "decade", "season", "since", "year"]

_SEASONS = ("winter", "voorjaar", "zomer", "najaar")
_TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
_YOUNG = ((4, "heel jong"), (12, "nog geen twaalf"), (18, "nog minderjarig"), (20, "nog geen twintig"))
_LETTERS = "NPQRSTVWXYZBCDFGHKLM"
_DETERMINERS = frozenset({"de", "het", "deze", "die", "dat", "dit", "een"})
_POSSESSIVES = frozenset(
    {"mijn", "zijn", "haar", "hun", "ons", "onze", "jouw", "je", "uw", "diens", "geen", "elke", "elk"}
)

INSTITUTIONS = {
    "gemeente": "gemeente", "stad": "gemeente", "provincie": "provincie", "waterschap": "waterschap",
    "ministerie": "ministerie", "ziekenhuis": "ziekenhuis", "umc": "ziekenhuis", "uz": "ziekenhuis", "az": "ziekenhuis",
    "school": "school", "basisschool": "school", "college": "school", "lyceum": "school", "gymnasium": "school",
    "atheneum": "school", "mavo": "school", "kleuterschool": "school", "roc": "school", "mbo": "school",
    "hogeschool": "hogeschool", "universiteit": "universiteit", "ku": "universiteit", "tu": "universiteit",
    "mc": "ziekenhuis",
    "stichting": "stichting", "vzw": "vereniging", "vereniging": "vereniging", "sv": "vereniging", "vv": "vereniging",
    "fc": "vereniging", "zorggroep": "zorginstelling", "zorgcentrum": "zorginstelling", "zorg": "zorginstelling",
    "woonzorgcentrum": "zorginstelling", "verpleeghuis": "zorginstelling", "ggz": "zorginstelling",
    "thuiszorg": "zorginstelling", "ocmw": "welzijnsorganisatie", "cpas": "welzijnsorganisatie",
    "arbodienst": "arbodienst", "politie": "politie-eenheid", "veiligheidsregio": "veiligheidsregio",
}  # fmt: skip
"""The word by which an institution is known -> what it is generalised to; else "organisatie"."""


def article(before: str, noun: str) -> tuple[int, str]:
    """How many characters of ``before`` go as well, and the noun with the article that then is needed.

    "op de [afdeling Inkoop]" becomes "op een afdeling"; "haar [teamleider magazijn]" keeps its "haar".
    """
    found = re.search(r"(\w+)(\s+)$", before)
    if found:
        word = found[1].lower()
        if word in _DETERMINERS:
            return len(found[0]), f"een {noun}"
        if word in _POSSESSIVES or (
            word.endswith("e") and len(word) > 4 and word not in ("tegenover", "tijdens", "vanwege")
        ):
            return 0, noun
    return 0, f"een {noun}"


def season(on: datetime.date, today: datetime.date) -> str:
    """Of a day, seen from today: "dit voorjaar", "afgelopen zomer", "komende winter", "vorig jaar"."""
    name, year_of = _season(on)
    now, this = _season(today)
    if (name, year_of) == (now, this):
        return f"{'dit' if name in ('voorjaar', 'najaar') else 'deze'} {name}"
    months = (on.year - today.year) * 12 + on.month - today.month
    if 0 < months <= 9 or (months == 0 and on > today):
        return f"{'komend' if name in ('voorjaar', 'najaar') else 'komende'} {name}"
    if -9 <= months <= 0:
        # By name, so that in December "dit voorjaar" is still the one that was meant.
        if on.year == today.year and name == "voorjaar":
            return "dit voorjaar"
        return f"afgelopen {name}"
    return year(on.year, today)


def _season(on: datetime.date) -> tuple[str, int]:
    return _SEASONS[on.month % 12 // 3], on.year + (on.month == 12)


def year(number: int, today: datetime.date) -> str:
    """Of a year, seen from today."""
    back = today.year - number
    if back < 0:
        return "over een tijd"
    for limit, phrase in ((0, "dit jaar"), (1, "vorig jaar"), (4, "enkele jaren geleden"), (12, "jaren geleden")):
        if back <= limit:
            return phrase
    return "lang geleden"


def since(phrase: str) -> str:
    """After "sinds", which goes: "enkele jaren geleden" becomes "al enkele jaren"."""
    if phrase.endswith("geleden"):
        return f"al {phrase.removesuffix('geleden').strip()}"
    return f"sinds {phrase}"


def decade(age: int, *, phrase: bool = False) -> str:
    """A noun ("veertiger") or a phrase ("in de veertig"); below twenty by what matters, which is being a minor."""
    for limit, young in _YOUNG:
        if age < limit:
            return young
    ten = _TENS[min(age // 10, 9) - 2]
    return f"in de {ten}" if phrase else f"{ten}er"


def aged(age: int, after: str) -> str:
    """For "58-jarige": an adjective if a noun comes ``after`` it ("een 58-jarige monteur"), else a noun."""
    following = re.match(r"\s+([a-zà-ÿ-]+)", after)
    if following is None or fold_text(following[1]) in _NO_NOUN | VERBS:
        return decade(age)
    return "jeugdige" if age < 18 else "jonge" if age < 30 else "oudere" if age >= 55 else "volwassen"


_NO_NOUN = words(
    """
    die dat is was werd wordt heeft had werkt en of met uit van in op bij aan te voor zegt zei vertelt meldt wil kan
    moet niet
    """
)


class Letters:
    """Which letter stands for which person: the same for the same name, and never the initial of it.

    Invariant: a letter once given keeps its person as long as this object lives, so that accepting one hit does not
    rename the others.
    """

    def __init__(self) -> None:
        self._of: dict[str, str] = {}

    def __contains__(self, name: object) -> bool:
        return name in self._of

    def letter(self, names: tuple[str, ...], taken: frozenset[str]) -> str:
        """For somebody with these folded name words; ``taken`` are letters that the text uses already."""
        for name in names:
            if name in self._of:
                letter = self._of[name]
                break
        else:
            used = set(self._of.values()) | taken | {name[0].upper() for name in names}
            letter = next((letter for letter in _LETTERS if letter not in used), "N")
        for name in names:
            self._of.setdefault(name, letter)
        return f"{letter}."
