"""The line (samenvatting) of a case in the queue: what is needed to order, find and show it without opening it.

Invariant: it is made from the folded state alone and can be made again at any time; ``hay`` holds everything that a
free word is looked for in, folded once here and not at every key press.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from msgspec import Struct
from msgspec.msgpack import Decoder, Encoder

from vp_tui.domain import codes
from vp_tui.domain.case_code import case_code
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.client import ClientState
from vp_tui.domain.dues import TASKS, dues_of
from vp_tui.domain.reporters import active
from vp_tui.domain.text import fold_text

__all__ = ["CaseSummary", "attention", "cover_over", "decode_summaries", "encode_summaries", "summarise"]


class CaseSummary(Struct, frozen=True, array_like=True, gc=False):
    """``due`` is the earliest of ``dues`` that is a task; ``count`` the number of acts, for unread marks; ``talks`` and
    ``reporters`` numbers of each; ``cared``: some of the aftercare was done; ``scope`` and ``stage`` as in the case."""

    id: bytes
    code: str
    alias: str
    client: bytes | None
    client_code: str
    client_name: str
    state: str
    state_since_ms: int
    waiting_for: str
    due: datetime.date | None
    next_what: str
    next_due: datetime.date | None
    aftercare_due: datetime.date | None
    owner: bytes
    deputy: bytes | None
    deputy_until: datetime.date | None
    natures: tuple[str, ...]
    received: datetime.date
    closed_on: datetime.date | None
    last_ms: int
    count: int
    anomalies: int
    hay: str
    dues: tuple[tuple[str, datetime.date], ...] = ()
    tags: tuple[str, ...] = ()
    snoozed: datetime.date | None = None
    talks: int = 0
    reporters: int = 1
    cared: bool = False
    identity: str = ""
    scope: str = ""
    stage: str = ""

    @property
    def nature(self) -> str:
        """The main nature's code, or nothing."""
        return self.natures[0] if self.natures else ""


def summarise(state: CaseState, client: ClientState | None = None) -> CaseSummary:
    """The line of an opened case; ``client`` is the state of the case's client, if that may be read."""
    next_due = state.next.due if state.next else None
    aftercare_due = min((moment.due for moment in state.aftercare if not moment.done_ms), default=None)
    dues = dues_of(state, client.mandate if client else None)
    due = next((day for kind, day in dues if kind in TASKS), None)
    code = case_code(state.id)
    client_code, client_name = (client.code, client.name) if client else ("", "")
    natures = [word for nature in state.natures for word in (nature, *codes.labels(nature))]
    return CaseSummary(
        state.id,
        code,
        state.alias,
        state.client,
        client_code,
        client_name,
        state.state,
        state.state_since_ms,
        state.waiting_for,
        due,
        state.next.what if state.next else "",
        next_due,
        aftercare_due,
        state.owner,
        state.deputy,
        state.deputy_until,
        state.natures,
        state.received,
        state.closed_on,
        state.last_ms,
        len(state.log),
        state.anomalies,
        "\n".join(fold_text(part) for part in (state.alias, code, client_code, client_name, *natures, *state.tags)),
        dues,
        state.tags,
        state.snoozed,
        sum(item.kind == "conversation" and not item.withdrawn for item in state.timeline),
        len(active(state)),
        any(moment.done_ms for moment in state.aftercare),
        state.identity,
        state.scope.verdict if state.scope else "",
        state.stage.code if state.stage else "",
    )


def attention(summary: CaseSummary, today: datetime.date) -> tuple[str, ...]:
    """Why it needs a look: of ``overdue``, ``aftercare-due``, ``deputy-expired``, ``cover-without-consent``,
    ``no-next-action``, ``anomaly``."""
    working = summary.state not in ("waiting", "aftercare", "closed")
    reasons = {
        "overdue": summary.due is not None and summary.due < today,
        "aftercare-due": summary.aftercare_due is not None and summary.aftercare_due <= today,
        "deputy-expired": summary.deputy_until is not None and summary.deputy_until < today,
        "cover-without-consent": any(kind == "cover-consent" and day <= today for kind, day in summary.dues),
        "no-next-action": working and not summary.next_what,
        "anomaly": bool(summary.anomalies),
    }
    return tuple(reason for reason, applies in reasons.items() if applies)


def cover_over(summary: CaseSummary, today: datetime.date) -> bool:
    """Whether the deputy goes on reading after her last day, or without the consent of somebody who gave it."""
    return not {"deputy-expired", "cover-without-consent"}.isdisjoint(attention(summary, today))


_encoder = Encoder(enc_hook=bytes)
_decoder = Decoder(list[CaseSummary])


def encode_summaries(summaries: Iterable[CaseSummary]) -> bytes:
    """MessagePack for the sealed cache; never sent."""
    return _encoder.encode(list(summaries))


def decode_summaries(data: bytes) -> list[CaseSummary]:
    """What ``encode_summaries`` gave; msgspec's errors for anything else (the cache is rebuilt then)."""
    return _decoder.decode(data)
