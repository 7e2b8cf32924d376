"""From rows to the port's values. What a server answers may be anything: a wrong shape is an error, never a crash.

Callers: postgres.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from vp_tui.errors import UpgradeError, VpError
from vp_tui.store.port import Attestation, Delta, Entry, Invite
from vp_tui.store.sql import schema_version

__all__ = ["Row", "attestation", "blob", "delta", "entry", "invite", "shaped", "whole"]

Row = Sequence[Any]


@contextmanager
def shaped() -> Iterator[None]:
    """Turn what a row of another shape raises into VpError("store.malformed")."""
    try:
        yield
    except (TypeError, ValueError, KeyError, IndexError):
        raise VpError("store.malformed") from None


def blob(value: Any) -> bytes:
    """``value`` if it is a byte string."""
    if type(value) is not bytes:
        raise TypeError
    return value


def whole(value: Any) -> int:
    """``value`` if it is a number from 0 that fits eight signed bytes, as every count and seq of ours does."""
    if type(value) is not int or not 0 <= value < 1 << 63:
        raise ValueError
    return value


def entry(row: Row) -> Entry:
    """From (space, seq, raw) or (space, seq, raw, hash, ct)."""
    space, seq, raw, *record = row
    name, ct = record or (None, None)
    return Entry(
        blob(space), whole(seq), blob(raw), None if name is None else blob(name), None if ct is None else blob(ct)
    )


def attestation(row: Row) -> Attestation:
    """From (device, space, seq, head, signature)."""
    device, space, seq, head, signature = row
    return Attestation(blob(device), blob(space), whole(seq), blob(head), blob(signature))


def invite(row: Row) -> Invite:
    """From (id, role_name, device, expires_ms, payload, joined, welcome)."""
    name, role, device, expires_ms, payload, joined, welcome = row
    return Invite(
        id=blob(name),
        role=str(role),
        state="welcomed" if welcome is not None else "joined" if joined is not None else "open",
        expires_ms=whole(expires_ms),
        payload=blob(payload),
        join=None if joined is None else blob(joined),
        welcome=None if welcome is None else blob(welcome),
        opened_by=blob(device),
    )


def delta(rows: Sequence[Row]) -> Delta:
    """From the rows of vp.delta, which functions.sql describes; the last one is the frame of the others."""
    *body, (_, practice, server_ms, cursor, _, _, more, version) = rows
    if version != schema_version():
        raise UpgradeError("store.schema_old" if version < schema_version() else "store.schema_new", version=version)
    kinds: dict[bytes, list[Row]] = {b"p": [], b"e": [], b"a": []}
    for what, *rest in body:
        kinds[what].append(rest)
    return Delta(
        practice=tuple(entry(row[:3]) for row in kinds[b"p"]),
        entries=tuple(entry(row[:5]) for row in kinds[b"e"]),
        attestations=tuple(
            attestation((device, space, seq, head, signature))
            for space, seq, signature, head, device, *_ in kinds[b"a"]
        ),
        cursor=blob(cursor),
        more=bool(more),
        server_ms=whole(server_ms),
        practice_id=blob(practice or b""),
    )
