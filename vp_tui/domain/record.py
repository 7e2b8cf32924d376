"""A record: what one act writes into a space, as the JSON that is sealed.

Invariant: what ``encode_record`` gives, ``decode_record`` of the same version reads back equal; what it cannot read it
names, and never guesses at. The bytes come from a colleague's client, so they are checked against the schema even
though they were authentic.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, cast

import msgspec
from msgspec import Meta as Bounds
from msgspec import Struct

from vp_tui.domain.act import Event
from vp_tui.domain.dates import Moment
from vp_tui.domain.events import TAGS, AnyEvent
from vp_tui.domain.ids import Id
from vp_tui.errors import IntegrityError, RefusedError, UpgradeError

__all__ = ["LIMIT", "VERSION", "Record", "decode_record", "encode_record"]

LIMIT = 256 * 1024
"""Bytes of JSON in one record (protocol, section 3)."""
VERSION = 1
_MOST_EVENTS = 64


class Record(Struct, frozen=True, forbid_unknown_fields=True):
    """``at``: when it was done, in milliseconds since the epoch by the writer's clock (headers have the hour only)."""

    at: Moment
    events: Annotated[list[AnyEvent], Bounds(min_length=1, max_length=_MOST_EVENTS)]
    v: Annotated[int, Bounds(ge=VERSION, le=VERSION)] = VERSION


class _Tag(Struct):
    t: str


class _Envelope(Struct):
    v: int
    events: list[_Tag]


def _to_json(value: object) -> str:
    if isinstance(value, Id):
        return value.hex()
    raise TypeError(type(value).__name__)


def _from_json(kind: type, value: object) -> object:
    if kind is Id and isinstance(value, str):
        return Id.from_text(value)
    raise ValueError("not an id")


_encoder = msgspec.json.Encoder(enc_hook=_to_json)
_decoder = msgspec.json.Decoder(Record, dec_hook=_from_json)
_envelope = msgspec.json.Decoder(_Envelope)


def encode_record(at: int, events: Sequence[Event]) -> bytes:
    """What one act at ``at`` (ms since the epoch) comes to: JSON of at most ``LIMIT`` bytes.

    RefusedError ``text-too-long`` with ``size`` and ``limit`` in KiB.
    """
    data = _encoder.encode(Record(at, cast("list[AnyEvent]", events)))
    if len(data) > LIMIT:
        raise RefusedError("text-too-long", "text", size=-(-len(data) // 1024), limit=LIMIT // 1024)
    # An unreadable record would stay in the space for ever; reading it back costs microseconds.
    decode_record(data)
    return data


def decode_record(data: bytes) -> Record:
    """Strictly, with every text cleaned. IntegrityError ``record-unreadable``; UpgradeError ``newer-client`` for a
    higher version or an event that this version does not know."""
    try:
        return _decoder.decode(data)
    except ValueError:
        pass
    try:
        envelope = _envelope.decode(data)
    except (ValueError, RecursionError):
        raise IntegrityError("record-unreadable") from None
    if envelope.v > VERSION or any(event.t not in TAGS for event in envelope.events):
        raise UpgradeError("newer-client")
    raise IntegrityError("record-unreadable")
