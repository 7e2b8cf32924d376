"""What the shell needs from whoever starts it, and what a person may set. No Textual here.

Callers: the command line builds a ``Services`` over a workspace; the application and its screens use it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, NamedTuple, Protocol

__all__ = ["Connection", "Draft", "Services", "Settings", "Stage", "View"]

# empty: no identity on this computer yet; locked: a passphrase is needed; open: keys are in memory.
Stage = Literal["empty", "locked", "open"]


class Connection(NamedTuple):
    """How the workspace reaches its server, and how many records still wait to be sent."""

    state: Literal["online", "reconnecting", "offline"]
    pending: int = 0


class View(NamedTuple):
    """Where a person is: a place's name and the opaque id of what is open there. Survives a lock, so never content."""

    place: str
    argument: str = ""


class Draft(Protocol):
    """Something typed that must survive: a composer, a form."""

    def keep(self) -> None:
        """Bring the sealed draft up to date; synchronous and quick."""


class Services(Protocol):
    """The application's only way to keys, records and server."""

    @property
    def demo(self) -> bool:
        """Whether this is a demo practice, which every screen says."""

    @property
    def stage(self) -> Stage: ...

    @property
    def unattended(self) -> bool:
        """Whether ``unlock("")`` would open without asking anybody; the lock screen then does so at once."""

    @property
    def workspace(self) -> Any:
        """The workspace while ``stage`` is open; screens know its type, the shell does not."""

    def identity(self) -> str:
        """Who is signed in, for the status line; may be ""."""

    def practice(self) -> str:
        """Which practice, for the status line; may be ""."""

    def connection(self) -> Connection: ...

    def gate(self) -> str:
        """The place that must be seen before anything else, or ""; asked at every change."""

    def alarms(self) -> int:
        """How many findings say that something did not verify; every screen shows it."""

    def warnings(self) -> list[str]:
        """What is wrong with this computer and hinders the work, in a few words each; every screen shows it."""

    def undoable(self) -> tuple[str, int]:
        """What ``u`` takes back, in words, and until when (ms since the epoch); ("", 0) if nothing can be."""

    def phase(self) -> str:
        """i18n key of what unlocking is doing now, or ""."""

    async def unlock(self, passphrase: str) -> None:
        """Open with ``passphrase``; afterwards ``stage`` is open. Raises VpError."""

    async def lock(self) -> None:
        """Drop keys and models; afterwards ``stage`` is locked."""

    def emergency(self) -> None:
        """The process ends within a second: seal drafts, wipe keys. Synchronous; an exception is swallowed."""

    def draft(self, place: str) -> str:
        """The text kept for a composer, or ""."""

    def keep_draft(self, place: str, text: str) -> None:
        """Seal ``text`` for a composer, "" to forget it; returns quickly, called at most once a second per composer."""

    def watch(self, changed: Callable[[], None]) -> None:
        """Call ``changed``, from any thread, when anything above has changed."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What the configuration says about the application; every field has a command-line or configuration twin."""

    theme: str = "vp-dark"  # vp-dark, vp-light, vp-mono
    a11y: bool = False
    unicode: bool = False  # line-drawing characters for borders
    stock: bool = False  # leave output to Textual (VP_OUTPUT=stock)
    scroll: bool | None = None  # let the terminal move lines; None: what TERM says
    keys: Mapping[str, Sequence[str]] = field(default_factory=dict)
    lock_after: float = 600.0  # seconds without typing or scrolling
    end_after: float = 28_800.0  # seconds locked before the process ends, since Python cannot wipe its heap
