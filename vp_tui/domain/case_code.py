"""The short code (zaakcode) by which people name a case: ``K7QF-2MX``.

Invariant: it is made of the case's random id and of nothing else, so it says nothing about the case or how many there
are. 35 bits in Crockford's base 32: no I, L, O or U; what is read as 1 or 0 is taken as such.
"""

from __future__ import annotations

from collections.abc import Iterable

from vp_tui.errors import ConflictError, NotFoundError

__all__ = ["case_code", "resolve"]

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_SYMBOLS = 7
_AS_READ = str.maketrans("OIL", "011")
_LEAST = 2


def case_code(case: bytes) -> str:
    """Eight characters for a 16-byte id."""
    bits = int.from_bytes(case[:5], "big") >> 5
    symbols = "".join(_ALPHABET[bits >> 5 * place & 31] for place in reversed(range(_SYMBOLS)))
    return f"{symbols[:4]}-{symbols[4:]}"


def resolve(text: str, cases: Iterable[bytes]) -> bytes:
    """The case meant by a code, a hexadecimal id, or the beginning of either (two characters at least).

    Raises NotFoundError ``case-not-found``, ConflictError ``case-ambiguous`` with the number ``n`` that begin so.
    """
    typed = text.strip().replace("-", "")
    code = typed.upper().translate(_AS_READ)
    raw = typed.lower()
    found: dict[bytes, bytes] = {}
    for case in cases:
        if case.hex() == raw:
            return case
        if len(typed) >= _LEAST and (case_code(case).replace("-", "").startswith(code) or case.hex().startswith(raw)):
            found[case] = case
    if not found:
        raise NotFoundError("case-not-found")
    if len(found) > 1:
        raise ConflictError("case-ambiguous", n=len(found))
    return next(iter(found))
