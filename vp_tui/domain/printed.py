"""Documents as lines that a room with words and paper can print: the options sheet, what a reporter consented to.

Invariant: a piece is either a text of ours, by its key and facts, or the words of the case; nothing is mixed, so that
every sentence of ours exists in both languages. Nothing here is sent; printing for the reporter is no disclosure,
printing for somebody else is (``export``).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Literal

from msgspec import Struct, field

from vp_tui.domain.case_code import case_code
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.case_parts import Consent, Option

__all__ = ["Piece", "consent_sheet", "options_sheet", "piece", "words"]

Style = Literal["title", "heading", "text", "item", "sign"]


class Piece(Struct, frozen=True):
    """``key`` in the catalog with its ``facts`` (codes, ids in hex and ISO dates are made readable first), or else
    ``text``, which is the case's own."""

    style: Style
    key: str = ""
    facts: dict[str, str | int] = field(default_factory=dict)
    text: str = ""


def piece(style: Style, key: str, **facts: str | int) -> Piece:
    """A text of ours, of the catalog ``domain_print``."""
    return Piece(style, f"domain_print.{key}", facts)


def words(text: str) -> Iterator[Piece]:
    """The case's own words, if there are any."""
    if text:
        yield Piece("text", text=text)


def options_sheet(state: CaseState, on: datetime.date) -> tuple[Piece, ...]:
    """Optieblad for the reporter: every option with what may come of it, and her choice."""
    lines = [
        piece("title", "options.title"),
        piece("text", "options.about", code=case_code(state.id), date=on.isoformat()),
        piece("text", "options.yours"),
    ]
    offered = [option for option in state.options if not option.dropped]
    for number, option in enumerate(offered, 1):
        lines += _option(number, option)
    if state.choice is not None:
        chosen = [number for number, option in enumerate(offered, 1) if option.id == state.choice.option]
        key = "options.chosen" if chosen else "options.none-chosen"
        lines.append(piece("heading", key, number=chosen[0] if chosen else 0, date=state.choice.on.isoformat()))
        lines += words(state.choice.words)
    return tuple(lines)


def _option(number: int, option: Option) -> Iterator[Piece]:
    yield piece("heading", "options.option", number=number)
    yield from words(option.goal)
    if option.step:
        yield piece("item", "options.step", step=option.step)
    for key, text in (("consequences", option.consequences), ("who-knows", option.who_knows)):
        if text:
            yield piece("item", f"options.{key}")
            yield from words(text)
    if option.risk:
        yield piece("item", f"options.risk-{option.risk}")
    if option.reversible:
        yield piece("item", f"options.reversible-{option.reversible}")


def consent_sheet(consent: Consent) -> tuple[Piece, ...]:
    """What the reporter consented to, for her to keep."""
    until = consent.until.isoformat() if consent.until else ""
    return (
        piece("title", "consent.title"),
        piece("text", "consent.given", date=consent.on.isoformat(), how=consent.how),
        piece("item", "consent.party", party=consent.party.kind, name=consent.party.name, member=consent.party.member),
        piece("item", "consent.purpose", purpose=consent.purpose),
        piece("item", "consent.content" if consent.content else "consent.whole"),
        *words(consent.content),
        *([piece("item", "consent.until", date=until)] if until else []),
        piece("text", "consent.withdraw"),
    )
