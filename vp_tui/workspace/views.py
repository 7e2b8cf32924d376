"""What the workspace shows to the rooms that people see: plain frozen values, no keys, no ciphertext.

Ids are 16 bytes, times milliseconds since the epoch, fingerprints 9 words.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct

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
    "UndoOffer",
]

Progress = Callable[[int, int], None]
"""Called with (done, total) during long work."""


class Me(Struct, frozen=True):
    """Who is unlocked here."""

    member: bytes
    device: bytes
    name: str
    roles: int


class Status(Struct):
    """The state of the connection and of what is not sent yet. ``admitted`` is False while a joiner waits."""

    connection: str = "offline"
    pending: int = 0
    findings: int = 0
    last_sync_ms: int | None = None
    rtt_ms: float | None = None
    admitted: bool = True
    clock_skew_ms: int = 0
    disk_full: bool = False


class Notice(Struct, frozen=True):
    """Something changed. kind: cases, status, finding, members, clients, views, contacts."""

    kind: str
    cases: frozenset[bytes] = frozenset()


class DeviceView(Struct, frozen=True):
    """A device of a member: fingerprint words and digits, and how this member compared them, if she did."""

    id: bytes
    active: bool
    fingerprint: list[str]
    digits: str
    added_ms: int
    compared_by_me: str | None


class MemberView(Struct, frozen=True):
    """A member of the practice; roles is the protocol's bit set (1 confidant, 2 coordinator, 4 supervisor)."""

    id: bytes
    name: str
    roles: int
    active: bool
    devices: list[DeviceView]
    is_me: bool


class ClientView(Struct, frozen=True):
    """A client organisation."""

    id: bytes
    code: str
    name: str
    archived: bool


class CaseView(Struct, frozen=True):
    """One case: the dossier layer with own pending changes folded in, the personal layer, and who can read each."""

    state: CaseState
    notes: NotesState | None
    pending: bool
    integrity: list[Finding]
    dossier_readers: list[MemberView]
    personal_readers: list[MemberView]


class Receipt(Struct, frozen=True):
    """A command was accepted. ``sent`` is False while it waits in the outbox."""

    space: bytes
    record: bytes
    sent: bool


class UndoOffer(Struct, frozen=True):
    """What can be taken back: an i18n key with its facts, until when, and whether a reason has to be given."""

    key: str
    facts: dict[str, str]
    until_ms: int
    asks_why: bool = False


class Act(Struct, frozen=True):
    """One command of a batch; see Workspace.do for case and layer."""

    command: Any
    case: bytes | None = None
    layer: str = "dossier"
    at_ms: int | None = None


class Invitation(Struct, frozen=True):
    """What a coordinator says aloud: nine words and the address. Good once, until ``expires_ms``."""

    id: bytes
    words: list[str]
    address: str
    expires_ms: int


class InvitationView(Struct, frozen=True):
    """An invitation on its way. state: open, joined, proposed, admitted, expired."""

    id: bytes
    name: str
    roles: int
    state: str
    fingerprint: list[str] | None
    mine: bool
    expires_ms: int


class ProposalView(Struct, frozen=True):
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


class ChangeView(Struct, frozen=True):
    """A membership change, with names where they can be read."""

    change: Change
    name: str
    signed_by: list[str] = []


class Extent(Struct, frozen=True):
    """How much is verified here: spaces, entries, and when the last sync ended."""

    spaces: int
    entries: int
    verified_ms: int | None
