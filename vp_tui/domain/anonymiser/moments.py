"""Dates and ages: what puts a casus on a day in a calendar, or a person in a year of birth.

Invariant: a duration ("twintig jaar geleden", "dertig jaar ervaring") is no age, and "vorige maand" is no date: both are
coarse already. Callers: the detectors of a passage.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from vp_tui.domain.anonymiser import generalise
from vp_tui.domain.anonymiser.hit import Certainty, Hit
from vp_tui.domain.anonymiser.passage import Passage

__all__ = ["ages", "dates"]

_MONTHS = (
    ("januari", "jan"), ("februari", "feb"), ("maart", "mrt"), ("april", "apr"), ("mei",), ("juni", "jun"),
    ("juli", "jul"), ("augustus", "aug"), ("september", "sept", "sep"), ("oktober", "okt"), ("november", "nov"),
    ("december", "dec"),
)  # fmt: skip
_MONTH_OF = {name: number for number, names in enumerate(_MONTHS, 1) for name in names}
_LONG = "|".join(names[0] for names in _MONTHS)
_ANY = "|".join(sorted(_MONTH_OF, key=len, reverse=True))
_WEEKDAY = "maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag"
_FEAST = (
    r"(?:eerste|tweede)\s+(?:kerst|paas|pinkster)dag|kerstavond|oudejaarsavond|nieuwjaarsdag|koningsdag|bevrijdingsdag"
    r"|hemelvaartsdag|goede\s+vrijdag|sinterklaasavond|allerheiligen"
)
_TIME = r"(?:[0-2]?\d[:.][0-5]\d\s*(?:uur|u\b|h\b))"
_YEAR = r"(?:19|20)\d\d"

_DATE = re.compile(
    rf"""
    (?:(?P<on>op|per|d\.d\.|dd\.?)\s+)?
    (?:de\s+nacht\s+van\s+)?
    (?:(?:{_WEEKDAY})(?:avond|ochtend|middag)?,?\s+)?
    (?:(?:de\s+)?(?P<day>[0-3]?\d)(?:e|ste|de)?
       (?:\s*(?:en|op|of|t/m|tot|tot\s+en\s+met|-|–)\s*(?P<last>[0-3]?\d)(?:e|ste|de)?)?
       \s+(?P<month>{_ANY})\b\.?
       (?:\s+(?P<year>{_YEAR})|\s+'\d\d)?
       (?:\s+(?:jl|a\.?s|ll)\b\.?)?
    |(?P<nday>[0-3]?\d)(?P<sep>[-/.])(?P<nmonth>[01]?\d)(?P=sep)(?P<nyear>{_YEAR}|\d\d)\b
    |(?P<iyear>{_YEAR})-(?P<imonth>[01]\d)-(?P<iday>[0-3]\d)\b
    )
    (?:,?\s*(?:om\s+|rond\s+)?{_TIME})?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_AROUND = re.compile(
    rf"""
    \b(?:
      (?P<month>{_LONG})(?:\s+van)?\s+(?P<year>{_YEAR})
    |(?:(?:de|het|dit|deze|vorig|vorige)\s+)?(?P<season>lente|voorjaar|zomer|herfst|najaar|winter)(?:\s+van)?\s+(?P<syear>{_YEAR})
    |(?P<feast>{_FEAST})(?:\s+{_YEAR})?
    |(?:in\s+)?week\s+[0-5]?\d(?:\s+van\s+{_YEAR})?\b
    |(?:op\s+)?(?:vorige|volgende|afgelopen|komende|aanstaande|verleden)\s+(?:week\s+)?(?:{_WEEKDAY})(?:avond|ochtend|middag)?
    |(?:{_WEEKDAY})(?:avond|ochtend|middag)?\s+(?:jl|a\.?s|ll)\b\.?
    |(?:om\s+)?{_TIME}(?:\s+op\s+[0-3]?\d\s+(?:{_ANY})\b\.?)?
    )
    """,
    re.IGNORECASE | re.VERBOSE,
)
_ALONE = re.compile(
    rf"\b(?:in|sinds|sedert|vanaf|tot|voor|na|begin|eind|half|medio|van|per|rond|uit)\s+(?:(?:begin|eind|half|medio)\s+)?"
    rf"(?:(?P<month>{_LONG})|(?P<year>{_YEAR}))\b(?![-/.]\d)",
    re.IGNORECASE,
)

_SOON = 60

_ONES = ("een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
_TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")
_NUMBERS = {word: value for value, word in enumerate(
    (*_ONES, "tien", "elf", "twaalf", "dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien"), 1
)}  # fmt: skip
_NUMBERS |= {ten: value for value, ten in zip(range(20, 100, 10), _TENS, strict=True)}
_NUMBERS |= {
    one + joint + ten: value + count
    for value, ten in zip(range(20, 100, 10), _TENS, strict=True)
    for count, one in enumerate(_ONES, 1)
    for joint in ("en", "ën")
}
_WORDS = "|".join(sorted((word for word, value in _NUMBERS.items() if value > 3), key=len, reverse=True))
_NUMBER = rf"(?:\d{{1,2}}|{_WORDS})"
_BORN = re.compile(
    rf"""
    \b(?P<adj>{_NUMBER})[-\s]?(?P<jarige>jarigen?)\b
    |(?P<years>\b{_NUMBER})\s+(?:jaar|jr\.?)(?P<old>\s+oud)?\b
    |\((?P<bare>\d\d)(?=\)|,\s)
    |\b(?:is|wordt|werd|was|van|net|bijna|pas|inmiddels|zelf|nu)\s+(?P<said>{_NUMBER})(?=\s*[,.;:!?)]|\s+(?:en|maar|die|of|was|is)\b|\s*$)
    |\b(?:begin|midden|eind)\s+(?:de\s+)?(?P<about>{"|".join(_TENS)})\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_LASTED_BEFORE = re.compile(
    r"\b(?:al|ruim|na|over|nog|sinds|meer\s+dan|elk|elke|binnen|ongeveer|bijna|per|de\s+afgelopen|de\s+laatste|zo'n|om\s+de)\s+$",
    re.IGNORECASE,
)
_LASTED_AFTER = re.compile(
    r"\s+(?:geleden|ervaring|in\s+dienst|lang|later|bij|als|gewerkt|werk|werkzaam|samen|terug|door|verder|ziek|in\s+het|werkt"
    r"|werken|getrouwd|hier|op|in|eerder|vertrouwenspersoon|weg|dienst|voor)\b",
    re.IGNORECASE,
)
_PEOPLE_BEFORE = re.compile(
    r"\b(?:man|vrouw|jongen|meisje|collega|kind|zoon|zoontje|dochter|dochtertje|leerling|stagiaire?|medewerker|melder"
    r"|iemand|moeder|vader|student|cliënt|afwasser|bewoner|bewoonster|pupil|speler|broer|zus|partner)\s+$",
    re.IGNORECASE,
)


_MARKS = frozenset(_MONTH_OF) | frozenset(
    """
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag lente voorjaar zomer herfst najaar winter kerstdag paasdag
    pinksterdag kerstavond oudejaarsavond nieuwjaarsdag koningsdag bevrijdingsdag hemelvaartsdag sinterklaasavond
    maandagavond dinsdagavond woensdagavond donderdagavond vrijdagavond zaterdagavond zondagavond maandagochtend
    dinsdagochtend woensdagochtend donderdagochtend vrijdagochtend allerheiligen
    """.split()
)


def dates(passage: Passage, today: datetime.date, own: frozenset[datetime.date]) -> Iterator[Hit]:
    """Days, months with a preposition, weeks, years, feasts and times of the clock."""
    marks = [index for index, word in enumerate(passage.words) if word.folded in _MARKS or word.text.isdigit()]
    for found in _matches(_DATE, passage, marks):
        if hit := _dated(found, today, own):
            yield hit
    for found in _matches(_AROUND, passage, marks):
        if found["feast"]:
            suggestion = "een feestdag"
        elif found["year"] or found["syear"]:
            suggestion = generalise.year(int(found["year"] or found["syear"]), today)
        elif re.match(r"(?:om\s+)?\d", found[0]):
            suggestion = "op een moment van de dag" if found[0][0] in "oO" else "een moment van de dag"
        else:
            suggestion = "binnenkort" if re.match(r"(?:op\s+)?(?:volgende|komende|aanstaande)|.*a\.?s", found[0], re.I) else "onlangs"
        yield _hit(found, "date", suggestion, "sure" if found["year"] else "likely")
    for found in _matches(_ALONE, passage, marks):
        group = "month" if found["month"] else "year"
        if found["month"]:
            suggestion = generalise.season(_meant(today, _MONTH_OF[found["month"].lower()], 15), today)
        else:
            suggestion = generalise.year(int(found["year"]), today)
        yield _hit(found, "date", suggestion, "possible", group)


def _matches(pattern: re.Pattern[str], passage: Passage, marks: list[int], back: int = 6) -> Iterator[re.Match[str]]:
    """The longest match over each of these words: searching only around them is ten times as fast as everywhere."""
    words, text, last = passage.words, passage.text, 0
    for mark in marks:
        for index in range(max(0, mark - back), mark + 1):
            start = words[index].start
            found = pattern.match(text, start) if start >= last else None
            if found and found.end() >= words[mark].end:
                last = found.end()
                yield found
                break


def _dated(found: re.Match[str], today: datetime.date, own: frozenset[datetime.date]) -> Hit | None:
    day = int(found["day"] or found["nday"] or found["iday"])
    month = int(found["nmonth"] or found["imonth"] or _MONTH_OF[found["month"].lower()])
    year = int(found["year"] or found["nyear"] or found["iyear"] or 0)
    try:
        if year:
            on = datetime.date(year if year > 99 else year + (1900 if year > today.year % 100 + 10 else 2000), month, day)
        else:
            on = _meant(today, month, day)
    except ValueError:
        return None
    known = on in own or (not year and any((date.month, date.day) == (month, day) for date in own))
    hit = _hit(found, "date", generalise.season(on, today), "sure")
    return Hit(hit.start, hit.end, hit.kind, "own", hit.text, hit.suggestion, "sure") if known else hit



def _meant(today: datetime.date, month: int, day: int) -> datetime.date:
    """The day of that name: in the coming two months, else the last one; ValueError for one that no year has."""
    soon = today + datetime.timedelta(_SOON)
    datetime.date(2000, month, day)
    for year in range(soon.year, soon.year - 9, -1):
        if (month, day) == (2, 29) and year % 4:
            continue
        if (on := datetime.date(year, month, day)) <= soon:
            return on
    raise ValueError("no such day in nine years")


def ages(passage: Passage) -> Iterator[Hit]:
    """Ages in years, in figures and in words."""
    text = passage.text
    marks = [index for index, word in enumerate(passage.words) if _numeral(word.folded)]
    for found in _ages(passage, marks):
        before, after = text[: found.start()], text[found.end() :]
        if found["about"]:
            yield _hit(found, "age", generalise.decade(_NUMBERS[found["about"].lower()] + 5, phrase=True), "possible")
        elif found["bare"]:
            if int(found["bare"]) >= 16 and re.search(r"[\w.]\s*$", before):
                yield _hit(found, "age", generalise.decade(int(found["bare"])), "likely", "bare")
        elif found["jarige"]:
            value = _value(found["adj"])
            if value < 100 and not _LASTED_AFTER.match(after[:1]):
                adjective = re.match(r"\s+[a-zà-ÿ-]+", after)
                suggestion = generalise.aged(value, after) if adjective else generalise.decade(value)
                yield _hit(found, "age", suggestion, "sure")
        elif found["years"]:
            somebody = _PEOPLE_BEFORE.search(re.sub(r"\bvan\s+$", "", before))
            lasted = _LASTED_BEFORE.search(before) or _LASTED_AFTER.match(after)
            if found["old"] or somebody or not lasted:
                sure = found["old"] or re.search(r"\b(?:is|van|wordt|was|ben)\s+$", before)
                suggestion = generalise.decade(_value(found["years"]), phrase=True)
                yield _hit(found, "age", suggestion, "sure" if sure else "possible")
        else:
            value = _value(found["said"])
            van = found[0].lower().startswith("van")
            if value >= 14 and (not van or _PEOPLE_BEFORE.search(before)) or (value >= 4 and van and _PEOPLE_BEFORE.search(before)):
                yield _hit(found, "age", generalise.decade(value, phrase=True), "likely", "said")


def _numeral(folded: str) -> bool:
    return folded.isdigit() or folded in _NUMBERS or folded.endswith(("jarige", "jarigen"))


def _ages(passage: Passage, marks: list[int]) -> Iterator[re.Match[str]]:
    words, text, last = passage.words, passage.text, 0
    for mark in marks:
        number = words[mark].start
        for start in (words[max(0, mark - 2)].start, words[max(0, mark - 1)].start, max(0, number - 1), number):
            found = _BORN.match(text, start) if start >= last else None
            if found and found.end() > number:
                last = found.end()
                yield found
                break


def _value(typed: str) -> int:
    return int(typed) if typed.isdigit() else _NUMBERS[typed.lower()]


def _hit(found: re.Match[str], kind: str, suggestion: str, certainty: Certainty, group: str | int = 0) -> Hit:
    start, end = found.span(group)
    text = found.string[start:end]
    return Hit(start, end, kind, "detector", text, suggestion, certainty)  # type: ignore[arg-type]
