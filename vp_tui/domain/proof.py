"""Proof of participation (bewijs van deelname): day, times, names, signatures, and no word of what was said.

Invariant: a proof is made of a session that has an end, for somebody who signed for it; it has no casus, no theme and
no report in it. Members are named by their ids, which a room with words turns into names.
"""

from __future__ import annotations

from vp_tui.domain.attendance import attended_minutes, session_digest
from vp_tui.domain.canonical import signers
from vp_tui.domain.group_file import GroupState
from vp_tui.domain.keyed import find
from vp_tui.domain.printed import Piece, Style
from vp_tui.domain.supervision_log import Log, SupervisionState
from vp_tui.errors import NotFoundError, NotPermittedError, RefusedError

__all__ = ["participation", "supervision_proof"]


def _piece(style: Style, key: str, **facts: str | int) -> Piece:
    return Piece(style, f"domain_intervision.proof.{key}", facts)


def participation(state: GroupState, session: bytes, member: bytes) -> tuple[Piece, ...]:
    """For this member. Raises as ``session_digest``; NotPermittedError ``not-signed``."""
    found = session_digest(state, session)
    row = find(state.sessions, session)
    assert row is not None, "what has a digest is there"
    minutes = attended_minutes(row, member)
    if not minutes:
        raise NotPermittedError("not-signed")
    names = signers(row.signatures, found)
    return (
        _piece("title", "title"),
        _piece("text", "group", name=state.name),
        _piece("item", "when", date=row.on.isoformat(), start=row.start, end=row.end),
        _piece("item", "method", method=row.method),
        _piece("item", "facilitator", member=row.facilitator.hex()),
        _piece("heading", "participant", member=member.hex(), minutes=minutes),
        *(
            _piece(
                "item",
                "signed" if there.member in names else "unsigned",
                member=there.member.hex(),
                start=there.start,
                end=there.end,
            )
            for there in row.present
        ),
        _piece("text", "digest", digest=found),
        _piece("sign", "sign"),
    )


def supervision_proof(state: SupervisionState, log: bytes) -> tuple[Piece, ...]:
    """For a talk that both have signed: who, when, how long and of which kind. RefusedError ``log-not-signed``."""
    row: Log | None = find(state.logs, log)
    if row is None:
        raise NotFoundError("entry-not-found")
    if not state.both_signed(row):
        raise RefusedError("log-not-signed")
    return (
        _piece("title", "supervision"),
        _piece("item", "when", date=row.on.isoformat(), start=row.start, end=row.end),
        _piece("item", "kind", kind=row.kind),
        _piece("item", "supervisee", member=state.supervisee.hex(), minutes=row.minutes),
        _piece("item", "supervisor", member=state.supervisor.hex()),
        _piece("text", "digest", digest=row.digest),
    )
