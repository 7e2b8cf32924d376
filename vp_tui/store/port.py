"""What a store does, whichever kind it is: the contract between workspace and server.

Invariant: whatever goes to the server is an identifier, a hash, a signature, a verifier, or ``Sealed``. Ids are 16
bytes, hashes and heads 32, signatures 64; times are Unix milliseconds of the server. Every call raises only
``vp_tui.errors``: RetryableError (server away, busy, too slow), LockedError (wrong password), NotPermittedError,
ConflictError, NotFoundError, UsageError (not our server, address, TLS) and UpgradeError (schema too old or too new).
Callers: workspace; the classes hold no behaviour beyond reading the fixed header of an entry.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Protocol, Self

__all__ = [
    "Append",
    "Attestation",
    "Delta",
    "Entry",
    "Invite",
    "Login",
    "MyInvite",
    "Proposal",
    "Sealed",
    "SignIn",
    "Store",
    "Wakeups",
]


class Sealed(bytes):
    """Ciphertext, or signed bytes of the protocol. A type, so that plain text cannot slip in as ``bytes``."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"Sealed({len(self)} bytes)"


@dataclass(frozen=True, slots=True)
class Login:
    """A role on the server (``m_`` and 16 hexadecimal digits) and its password; see ``scram``."""

    role: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Append:
    """An entry to add: ``raw`` with its signatures, its record, and the space's new readers if they change.

    ``members`` is the whole list from now on (CREATE, REKEY, GRANT); None leaves it. A writer who is not in the list of
    the space that she creates may still append to it, and is sent nothing of it.
    """

    raw: Sealed
    blob: Sealed | None = None
    members: tuple[bytes, ...] | None = None

    @property
    def space(self) -> bytes:
        """Bytes 8 to 24 of the header."""
        return bytes(self.raw[8:24])

    @property
    def seq(self) -> int:
        """Bytes 24 to 32 of the header."""
        return int.from_bytes(self.raw[24:32], "big")

    @property
    def device(self) -> bytes:
        """The signer, bytes 72 to 88 of the header."""
        return bytes(self.raw[72:88])


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry as the server gives it, unverified. ``blob`` is None where the record is gone or never was."""

    space: bytes
    seq: int
    raw: bytes
    blob_hash: bytes | None = None
    blob: bytes | None = None


@dataclass(frozen=True, slots=True)
class Attestation:
    """``device`` says, signed, that it has verified ``space`` up to entry ``seq`` with link hash ``head``."""

    device: bytes
    space: bytes
    seq: int
    head: bytes
    signature: bytes


@dataclass(frozen=True, slots=True)
class Delta:
    """What is new since a cursor. Duplicates of what was sent before are normal, misses never happen.

    ``practice`` is the practice log above the height asked for; verify it first. ``entries`` are ordered by space and
    seq. ``more`` says: call again at once, with the new cursor. ``server_ms`` is for the warning about a wrong clock.
    """

    practice: tuple[Entry, ...]
    entries: tuple[Entry, ...]
    attestations: tuple[Attestation, ...]
    cursor: bytes
    more: bool
    server_ms: int
    practice_id: bytes


@dataclass(frozen=True, slots=True)
class Invite:
    """An invitation; ``state`` is ``open``, ``joined`` (``join`` is there) or ``welcomed``; a device opened it."""

    id: bytes
    role: str
    state: str
    expires_ms: int
    payload: bytes
    join: bytes | None
    welcome: bytes | None
    opened_by: bytes


@dataclass(frozen=True, slots=True)
class MyInvite:
    """The invitation behind a joiner's login, and the practice it leads to."""

    practice_id: bytes
    invite: Invite


@dataclass(frozen=True, slots=True)
class Proposal:
    """An entry of the practice log that needs more signatures; ``device`` put it there."""

    id: bytes
    raw: bytes
    device: bytes


@dataclass(frozen=True, slots=True)
class SignIn:
    """Which device signs in under which name, and whether it still may."""

    role: str
    member: bytes
    device: bytes
    active: bool


class Wakeups(Protocol):
    """Hints that something may be new: an async context manager. Anybody can forge them, so they only say "ask"."""

    async def __aenter__(self) -> Self: ...

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    async def wait(self, timeout: float | None = None, *, fruitful: bool = True) -> bool:  # noqa: ASYNC109
        """True when woken, False after ``timeout`` seconds; RetryableError when the connection is lost: open a new one.

        The first hint after a pause comes through at once, bursts collapse. ``fruitful=False`` says that the last
        hint brought nothing: each time the pause before the next one doubles, from 0.25 to 8 seconds.
        """
        ...


class Store(Protocol):
    """A practice's server. Calls may overlap; they are sent one after the other. Each is one round trip."""

    round_trips: int
    """Questions sent since construction, preparing them included, connecting not."""

    async def open(self) -> None:
        """Connect and prepare; every other call does so by itself if need be."""

    async def close(self) -> None:
        """Disconnect; the next call would connect again."""

    async def append(self, entries: Sequence[Append], attestations: Sequence[Attestation] = ()) -> int:
        """Add all entries or none; repeating a call that had succeeded changes nothing. Returns the server's clock.

        ConflictError("store.conflict", index=i): entry i is not the next of its space, or another one is there.
        """
        ...

    async def delta(self, cursor: bytes = b"", practice_seq: int = -1, limit: int = 2000) -> Delta:
        """What is new since ``cursor`` (b"": everything) and above ``practice_seq``; ``limit`` rows or about 8 MB."""
        ...

    async def heads(self) -> dict[bytes, int]:
        """``{space: highest seq}`` of all spaces in view and the practice log."""
        ...

    async def space_entries(self, space: bytes, from_seq: int = 0) -> tuple[Entry, ...]:
        """One space, with its records; empty when it is not in view."""
        ...

    async def practice(self, from_seq: int = 0) -> tuple[Entry, ...]:
        """The practice log; joiners may read it too."""
        ...

    async def blobs(self, hashes: Sequence[bytes]) -> dict[bytes, bytes]:
        """``{hash: record}`` of those that exist and are in view."""
        ...

    async def attest(self, attestations: Sequence[Attestation]) -> None:
        """Say what this device has verified; an older statement than the present one is ignored."""

    async def attestations(self, spaces: Sequence[bytes] | None = None) -> tuple[Attestation, ...]:
        """What all devices say about ``spaces``, or about everything in view."""
        ...

    async def shred(self, space: bytes, hashes: Sequence[bytes]) -> int:
        """Destroy records of a space in which a SHRED or TOMBSTONE stands. Returns how many were destroyed."""
        ...

    async def found(
        self, practice_id: bytes, entries: Sequence[Sealed], member: bytes, device: bytes, verifier: str
    ) -> None:
        """As the founding login, once: the practice log from GENESIS on, and a new password. Then open a new store.

        ConflictError("store.used") when a practice has been founded here before.
        """

    async def set_verifier(self, verifier: str) -> None:
        """A new password for this login, from the next connection on."""

    async def logins(self) -> tuple[SignIn, ...]:
        """Every device that was ever admitted."""
        ...

    async def login_admit(self, role: str, member: bytes, device: bytes) -> None:
        """A joiner's login becomes the login of a member's device, once: otherwise ConflictError("store.used")."""

    async def login_end(self, *, member: bytes | None = None, device: bytes | None = None) -> int:
        """End the logins of a member or of a device, and their connections. Returns how many there were."""
        ...

    async def invite_open(self, invite: bytes, role: str, verifier: str, expires_ms: int, payload: Sealed) -> None:
        """A login for whoever knows the code, for 72 hours at most."""

    async def invites(self) -> tuple[Invite, ...]:
        """All invitations."""
        ...

    async def invite_mine(self) -> MyInvite:
        """As the joiner: the invitation behind this login. NotFoundError when there is none."""
        ...

    async def invite_join(self, message: Sealed, verifier: str) -> None:
        """As the joiner, once: the answer and a new password. Then open a new store. ConflictError("store.used")."""

    async def invite_welcome(self, invite: bytes, welcome: Sealed) -> None:
        """The coordinator's reply to an answer. NotFoundError when nobody has answered."""

    async def invite_cancel(self, invite: bytes) -> None:
        """Withdraw an invitation, with its login unless that has been admitted."""

    async def propose(self, proposal: bytes, raw: Sealed) -> None:
        """Ask colleagues for their signatures. ConflictError when the id is taken."""

    async def proposals(self) -> tuple[Proposal, ...]:
        """Everything that waits for signatures."""
        ...

    async def proposal_update(self, proposal: bytes, raw: Sealed, replaces: bytes) -> None:
        """One more signature on the version whose SHA-256 is ``replaces``; ConflictError when it changed meanwhile."""

    async def proposal_drop(self, proposal: bytes) -> None:
        """Take a proposal back, or away after it was appended."""

    def listener(self) -> Wakeups:
        """Wake-ups on a connection of their own."""
        ...
