"""Findings: what verification can report, as a closed list of kinds, each with a text that a confidant understands.

Invariant: ``detail`` carries no content, only words and numbers of ours. A kind's texts are ``integrity.<kind>.title``
and ``.what``; tests prove that every kind raised in this room is listed and has them. Callers: workspace, cli, tui.
"""

from __future__ import annotations

import msgspec

from vp_tui.errors import IntegrityError

__all__ = ["KINDS", "Finding", "from_error"]

KINDS: tuple[str, ...] = (
    # the chain of one log
    "chain-break",
    "foreign-entry",
    "bad-encoding",
    "bad-signature",
    "unknown-signer",
    "small-order-key",
    "suite-refused",
    "unknown-kind",
    # who may do what
    "not-a-member",
    "not-a-manager",
    "quorum",
    "last-coordinator",
    "contradiction",
    "closed",
    # keys and leaving
    "stale-epoch",
    "rotate-first",
    "late-entry",
    "foreign-wrap",
    "key-mismatch",
    # the practice log as seen from a space
    "practice-fork",
    "practice-withheld",
    "practice-backwards",
    # records
    "blob-missing",
    "blob-altered",
    "record-unreadable",
    "padding",
    # freshness
    "rollback",
    "rewritten",
    "longer-elsewhere",
    "different-elsewhere",
    "attestation-forged",
    "attestation-missing",
    "space-missing",
    # enrolment
    "join-forged",
    "welcome-forged",
    "genesis-mismatch",
)


class Finding(msgspec.Struct, frozen=True, gc=False):
    """One thing that is not as it should be. ``space`` 16 bytes or b"", ``seq`` the entry or -1."""

    kind: str
    space: bytes = b""
    seq: int = -1
    detail: str = ""


def from_error(error: IntegrityError) -> Finding:
    """The finding that an IntegrityError stands for."""
    return Finding(error.kind, error.space, error.seq)
