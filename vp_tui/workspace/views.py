"""What the workspace shows to the rooms that people see: plain frozen values, no keys, no ciphertext.

Ids are 16 bytes, times milliseconds since the epoch, fingerprints 9 words.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from vp_tui.domain.case_file import CaseState
from vp_tui.domain.case_notes import NotesState
from vp_tui.protocol.findings import Finding
from vp_tui.protocol.practice_log import Change

__all__ = [
    "Act",
    "CaseView",
    "ChangeView",
    "ClientView",
    "DeviceView",
    "Extent",
    "Invitation",
    "InvitationView",
    "Me",
    "MemberView",
    "Notice",
    "Progress",
    "ProposalView",
    "Receipt",
    "Status",
]

Progress = Callable[[int, int], None]
"""Called with (done, total) during long work."""


@dataclass(frozen=True, slots=True)
class Me:
    """Who is unlocked here."""

    member: bytes
    device: bytes
    name: str
    roles: int


@dataclass(slots=True)
class Status:
    """The state of the connection and of what is not sent yet. ``admitted`` is False while a joiner waits."""

    connection: str = "offline"
    pending: int = 0
    findings: int = 0
    last_sync_ms: int | None = None
    rtt_ms: float | None = None
    admitted: bool = True
    clock_skew_ms: int = 0
    disk_full: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """Something changed. kind: cases, status, finding, members, clients, views."""

    kind: str
    cases: frozenset[bytes] = frozenset()


@dataclass(frozen=True, slots=True)
class DeviceView:
    """A device of a member: fingerprint words and digits, and how this member compared them, if she did."""

    id: bytes
    active: bool
    fingerprint: list[str]
    digits: str
    added_ms: int
    compared_by_me: str | None


@dataclass(frozen=True, slots=True)
class MemberView:
    """A member of the practice; roles is the protocol's bit set (1 confidant, 2 coordinator, 4 supervisor)."""

    id: bytes
    name: str
    roles: int
    active: bool
    devices: list[DeviceView]
    is_me: bool


@dataclass(frozen=True, slots=True)
class ClientView:
    """A client organisation."""

    id: bytes
    code: str
    name: str
    archived: bool


@dataclass(frozen=True, slots=True)
class CaseView:
    """One case: the dossier layer with own pending changes folded in, the personal layer, and who can read each."""

    state: CaseState
    notes: NotesState | None
    pending: bool
    integrity: list[Finding]
    dossier_readers: list[MemberView]
    personal_readers: list[MemberView]


@dataclass(frozen=True, slots=True)
class Receipt:
    """A command was accepted. ``sent`` is False while it waits in the outbox."""

    space: bytes
    record: bytes
    sent: bool


@dataclass(frozen=True, slots=True)
class Act:
    """One command of a batch; see Workspace.do for case and layer."""

    command: Any
    case: bytes | None = None
    layer: str = "dossier"
    at_ms: int | None = None


@dataclass(frozen=True, slots=True)
class Invitation:
    """What a coordinator says aloud: nine words and the address. Good once, until ``expires_ms``."""

    id: bytes
    words: list[str]
    address: str
    expires_ms: int


@dataclass(frozen=True, slots=True)
class InvitationView:
    """An invitation on its way. state: open, joined, proposed, admitted, expired."""

    id: bytes
    name: str
    roles: int
    state: str
    fingerprint: list[str] | None
    mine: bool
    expires_ms: int


@dataclass(frozen=True, slots=True)
class ProposalView:
    """A change of membership that waits for signatures of coordinators."""

    id: bytes
    kind: str
    name: str
    roles: int
    fingerprint: list[str] | None
    signed_by: list[str]
    needed: int
    mine: bool
    stale: bool = False


@dataclass(frozen=True, slots=True)
class ChangeView:
    """A membership change, with names where they can be read."""

    change: Change
    name: str
    signed_by: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Extent:
    """How much is verified here: spaces, entries, and when the last sync ended."""

    spaces: int
    entries: int
    verified_ms: int | None
