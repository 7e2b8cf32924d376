"""Versions of a text that a colleague is to read: a casus, an extract. A text can be destroyed; that it was, cannot.

Invariant: who submitted what, when, and the digest of it stand in one record; the words stand alone in another one,
which can be destroyed without taking anything else with it. Words count only if they have the digest that was
submitted. What was traceable is dropped with everything that came before it. Callers: ``casus``, ``extract``.
"""

from __future__ import annotations

from typing import Annotated, Protocol

from msgspec import Meta as Bounds
from msgspec import Struct
from msgspec.structs import replace

from vp_tui.domain.act import Meta
from vp_tui.domain.canonical import Signature
from vp_tui.errors import RefusedError

__all__ = ["MOST_FINDINGS", "Findings", "Number", "Wording", "destroyable", "dropped", "filled", "findings", "laid"]

Number = Annotated[int, Bounds(ge=1, le=1000)]
MOST_FINDINGS = 10_000
Findings = Annotated[int, Bounds(ge=0, le=MOST_FINDINGS)]


class Wording(Struct, frozen=True):
    """Version ``number``; ``findings`` of the anonymiser were left open by the author; ``text`` is empty as long as it
    has not arrived and again when it is ``gone``; ``record`` holds the words."""

    number: int
    signature: Signature
    findings: int
    title: str = ""
    text: str = ""
    record: bytes = b""
    gone: bool = False


class Worded(Protocol):
    @property
    def wordings(self) -> tuple[Wording, ...]: ...


def findings(number: int) -> int:
    """How many were left open. RefusedError ``number-out-of-range`` beside ``findings``."""
    if not 0 <= number <= MOST_FINDINGS:
        raise RefusedError("number-out-of-range", "findings", least=0, most=MOST_FINDINGS)
    return number


def laid(rows: tuple[Wording, ...], number: int, digest: str, left_open: int, meta: Meta) -> tuple[Wording, ...] | None:
    """The versions with the next one; None if it is not the next one."""
    if number != len(rows) + 1:
        return None
    return (*rows, Wording(number, Signature(meta.by, meta.device, meta.at_ms, digest), left_open))


def filled(rows: tuple[Wording, ...], digest: str, title: str, text: str, meta: Meta) -> tuple[Wording, ...] | None:
    """The versions, of which there is one at least, with the words of the newest; None if this is not what was
    submitted (``digest``), or not by whom it was, or if it was dropped since."""
    row = rows[-1]
    if row.text or row.gone or not text:
        return None
    if (row.signature.by, row.signature.digest) != (meta.by, digest):
        return None
    return (*rows[:-1], replace(row, title=title, text=text, record=meta.record))


def dropped(rows: tuple[Wording, ...]) -> tuple[Wording, ...]:
    """The versions without their words."""
    return tuple(replace(row, title="", text="", gone=True) for row in rows)


def destroyable(rows: tuple[Wording, ...]) -> tuple[bytes, ...]:
    """The records whose blobs are to be destroyed."""
    return tuple(row.record for row in rows if row.gone and row.record)
