"""Numbers and addresses of the wire: telephone, mail, web, postcode, BSN, IBAN, licence plate, personnel numbers.

Invariant: what has a check is checked (eleven test, modulo 97), so that a number is not taken for another; only where
the text itself says what a number is ("BSN ...") a typing error in it does not hide it. Callers: the detectors.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vp_tui.domain.anonymiser.hit import Certainty, Hit, Kind
from vp_tui.domain.anonymiser.passage import Passage

__all__ = ["eleven_test", "iban_test", "national_test", "numbers"]

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_URL = re.compile(
    r"\b(?:https?://|www\.)[^\s<>\"'()]*[^\s<>\"'().,;:!?]|(?<![\w.@])@[A-Za-z_][\w.]{2,}\w", re.IGNORECASE
)
_DOMAIN = re.compile(
    r"(?<![@\w.-])[a-z0-9][\w-]*(?:\.[\w-]+)*\.(?:nl|be|com|org|net|eu|info)\b(?:/\S*\w)?", re.IGNORECASE
)
_WIRED = re.compile(r"@|//|\w\.[A-Za-z]{2}")
_POSTCODE = re.compile(r"\b[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}\b|\bB-[1-9]\d{3}\b")
_PHONE = re.compile(
    r"(?<![\w+-])(?:(?:\+|00)(?:31|32)[\s.-]?(?:\(0\))?[\s.-]?[1-9](?:[\s./-]{0,3}\d){7,8}|0[1-9](?:[\s./-]{0,3}\d){7,8})(?![\d-])"
)
_DIGIT = re.compile(r"\d")
_DIGITS = re.compile(r"\b\d(?:[ .-]?\d){8,10}\b")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{4}){2,7}(?:[ ]?[A-Z0-9]{1,3})?\b")
# Six signs in three groups, as Dutch plates are; Belgian ones begin with a digit.
_PLATE = re.compile(
    r"\b(?:[A-Z]{2}-\d{2}-[A-Z]{2}|[A-Z]{2}-[A-Z]{2}-\d{2}|\d{2}-[A-Z]{2}-[A-Z]{2}|[A-Z]{2}-\d{2}-\d{2}|\d{2}-\d{2}-[A-Z]{2}"
    r"|\d{2}-[A-Z]{2}-\d{2}|\d{2}-[A-Z]{3}-\d|\d-[A-Z]{3}-\d{2,3}|[A-Z]{2}-\d{3}-[A-Z]|[A-Z]-\d{3}-[A-Z]{2}|[A-Z]{3}-\d{2}-[A-Z]"
    r"|[A-Z]-\d{2}-[A-Z]{3}|\d-[A-Z]{2}-\d{3})\b"
)
_NUMBERED = re.compile(
    r"\b(?:(?:personeels|medewerkers?|studenten|leerling|dossier|zaak|klant|cliënt|patiënt|polis|stamboek|relatie|contract"
    r"|factuur|melding|incident|kamer|inschrijvings)-?(?:nummer|nr\.?)|(?:rapport|dossier|zaak|nummer|referentie|kenmerk)"
    r"(?:\s+(?:had|heeft|met))?(?:\s+nummer)?|nummer|nr\.)\s*[:#]?\s*(?P<number>(?=[\w/.-]*\d{3})[\w/.-]*\w)",
    re.IGNORECASE,
)
_LETTERED = re.compile(
    r"(?<![\w@])(?:[a-z]{1,3}\d{5,8}|[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{3}|[A-Z]{2,6}-\d{2,6})\b"
)
_NAMED = re.compile(
    r"\b(?:bsn|burgerservicenummer|sofinummer|rijksregisternummer|insz)\W{0,3}(?:\w+\W+){0,3}$", re.IGNORECASE
)

_INSTEAD: dict[Kind, str] = {
    "email": "een e-mailadres",
    "url": "een website",
    "postcode": "een postcode",
    "phone": "een telefoonnummer",
    "bsn": "een persoonsnummer",
    "iban": "een rekeningnummer",
    "plate": "een kenteken",
    "number": "een nummer",
}


def eleven_test(digits: str) -> bool:
    """Dutch BSN: nine digits, weighted 9 to 2 and -1, a multiple of eleven."""
    if len(digits) != 9 or digits == "0" * 9:
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True)) % 11 == 0


def national_test(digits: str) -> bool:
    """Belgian rijksregisternummer: of eleven digits the last two are 97 less the rest modulo 97 (2000: after a 2)."""
    if len(digits) != 11:
        return False
    body, check = digits[:9], int(digits[9:])
    return check in (97 - int(body) % 97, 97 - int("2" + body) % 97)


def iban_test(text: str) -> bool:
    """IBAN, blanks allowed: modulo 97 is one."""
    bare = text.replace(" ", "").upper()
    if not 15 <= len(bare) <= 34:
        return False
    moved = bare[4:] + bare[:4]
    return int("".join(str(int(sign, 36)) for sign in moved)) % 97 == 1


def _hit(text: str, start: int, end: int, kind: Kind, certainty: Certainty = "sure") -> Hit:
    return Hit(start, end, kind, "detector", text[start:end], _INSTEAD[kind], certainty)


def numbers(passage: Passage) -> Iterator[Hit]:
    """All of them; most paragraphs have no digit and no at sign, and are not searched."""
    text = passage.text
    if _WIRED.search(text):
        for kind, pattern in (("email", _EMAIL), ("url", _URL), ("url", _DOMAIN)):
            for found in pattern.finditer(text):
                yield _hit(text, *found.span(), kind)  # type: ignore[arg-type]
    if not _DIGIT.search(text):
        return
    for found in _POSTCODE.finditer(text):
        yield _hit(text, *found.span(), "postcode")
    for found in _PHONE.finditer(text):
        yield _hit(text, *found.span(), "phone")
    for found in _DIGITS.finditer(text):
        digits = re.sub(r"\D", "", found[0])
        named = _NAMED.search(text[max(0, found.start() - 60) : found.start()])
        if eleven_test(digits) or national_test(digits) or (named and len(digits) in (8, 9, 10, 11)):
            yield _hit(text, *found.span(), "bsn", "sure" if named else "likely")
    for found in _IBAN.finditer(text):
        # The last group may have run into the next word: try without it.
        for end in range(found.end(), found.start() + 14, -1):
            if iban_test(text[found.start() : end]):
                yield _hit(text, found.start(), end, "iban")
                break
    for found in _PLATE.finditer(text):
        yield _hit(text, *found.span(), "plate")
    for found in _NUMBERED.finditer(text):
        yield _hit(text, *found.span("number"), "number", "likely")
    for found in _LETTERED.finditer(text):
        if any(sign.isdigit() for sign in found[0]):
            yield _hit(text, *found.span(), "number", "possible")
