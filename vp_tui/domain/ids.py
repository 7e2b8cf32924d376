"""Identifiers: 16 bytes in Python, 32 lower-case hexadecimal digits in JSON.

Invariant: an ``Id`` is exactly 16 bytes long, whoever wrote the record that it came from. Callers outside this room
see plain ``bytes``; an ``Id`` equals and hashes as those.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import Self

__all__ = ["ID_LENGTH", "Id", "derived"]

ID_LENGTH = 16


class Id(bytes):
    """A member, device, case, note or client inside an event. Raises ValueError unless 16 bytes long."""

    __slots__ = ()

    def __new__(cls, raw: bytes) -> Self:
        if len(raw) != ID_LENGTH:
            raise ValueError("an id is 16 bytes long")
        return super().__new__(cls, raw)

    @classmethod
    def from_text(cls, text: str) -> Self:
        """Exactly 32 lower-case hexadecimal digits; anything else raises ValueError (one id has one spelling)."""
        found = cls(bytes.fromhex(text))
        if found.hex() != text:
            raise ValueError("an id is 32 lower-case hexadecimal digits")
        return found


def derived(*parts: bytes | int) -> Id:
    """An id for what a rule makes by itself, where nobody can hand in a fresh one: the same parts, the same id."""
    joined = b"|".join(part if isinstance(part, bytes) else part.to_bytes(8, "big") for part in parts)
    return Id(blake2b(joined, digest_size=ID_LENGTH).digest())
