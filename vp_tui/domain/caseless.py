"""Spaces that know no case: groups, extracts, supervision and what comes of them hold nothing that leads to a file.

Invariant: no id and no code of a case that the writer knows goes into such a space, in no field and in no text; the
link from a casus to its case is in the author's personal space and nowhere else (domain reference, 4.1 item 3).
It sees ids and codes; whether a *story* can be recognised is for the anonymiser and then for a person to judge.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.json import Encoder

from vp_tui.domain.act import Context, Event
from vp_tui.domain.case_code import case_code
from vp_tui.errors import RefusedError

__all__ = ["CASELESS", "require_no_case"]

CASELESS = frozenset({"group", "session_report", "extract", "supervision", "hours", "debrief", "learning"})
"""Kinds of space."""

_encoder = Encoder(enc_hook=bytes.hex)


def require_no_case(events: Iterable[Event], context: Context) -> None:
    """RefusedError ``names-a-case`` if the record would hold the id or the code of one of the actor's cases
    (``Context.sides``, ``open_aliases`` and ``exceptions`` name them)."""
    known = {*context.sides, *context.open_aliases.values(), *context.exceptions}
    written = b"".join(_encoder.encode(event) for event in events).decode().upper()
    if any(case.hex().upper() in written or case_code(case) in written for case in known):
        raise RefusedError("names-a-case", "text")
