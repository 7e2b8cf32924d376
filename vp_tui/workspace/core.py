"""What all parts of an unlocked workspace share: keys, clock, store, verified state, pins, findings, listeners.

Invariant: pins only move forward, over entries that were verified here; a finding is never dropped silently. There is
one ``mutex`` around everything that verifies or appends, so that a log is never advanced from two sides. Called by the
parts of this room.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import cached_property

from vp_tui.device.clock import Clock
from vp_tui.device.config import Identity
from vp_tui.device.presence import Presence
from vp_tui.domain.act import Context
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.case_notes import NotesState
from vp_tui.domain.contact_card import ContactState
from vp_tui.domain.exception import unsettled
from vp_tui.domain.practice import PracticeState
from vp_tui.domain.sides import side_of
from vp_tui.domain.summary import CaseSummary
from vp_tui.errors import IntegrityError, NotPermittedError, RetryableError, UsageError
from vp_tui.protocol.bodies import Role
from vp_tui.protocol.findings import Finding, from_error
from vp_tui.protocol.freshness import Pin
from vp_tui.protocol.identity import DeviceKeys
from vp_tui.protocol.practice_log import PracticeLog, practice_space_id
from vp_tui.protocol.sealing import open_name
from vp_tui.store.port import Store
from vp_tui.workspace.local import CacheHead, Local
from vp_tui.workspace.spaces import Spaces
from vp_tui.workspace.views import Me, MemberView, Notice, Status

__all__ = ["Core"]

_TOLD = {"client": "clients", "personal": "views", "contact_request": "contacts", "contact_status": "contacts"}
"""Kind of space to kind of notice; all others are about cases."""


class _Sides(Mapping[bytes, str]):
    """The member's own cases, to the side served there: looked up one by one, for all of them are seldom asked for."""

    def __init__(self, spaces: Spaces, member: bytes) -> None:
        self._spaces = spaces
        self._member = member

    def __getitem__(self, case: bytes) -> str:
        state = self._spaces.state(case)
        if not isinstance(state, CaseState) or state.owner != self._member:
            raise KeyError(case)
        return side_of(state)

    def __iter__(self) -> Iterator[bytes]:
        return (row.id for row in self._spaces.summaries() if row.owner == self._member)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class Core:
    """The shared ground of the workspace's parts."""

    def __init__(
        self,
        identity: Identity,
        keys: DeviceKeys,
        genesis: bytes,
        local: Local,
        store: Callable[[], Store],
        presence: Presence,
        clock: Clock,
        random: Callable[[int], bytes] = os.urandom,
    ) -> None:
        self.identity = identity
        self.keys = keys
        self.genesis = genesis
        self.local = local
        self._store = store
        self.presence = presence
        self.clock = clock
        self.random = random
        self.head: CacheHead = local.head()
        self.practice: PracticeLog = self.head.practice or PracticeLog()
        self.spaces = Spaces(local)
        self.findings: dict[tuple[str, bytes, int], Finding] = {}
        self.status = Status()
        self.mutex = asyncio.Lock()
        self.at_ms: int | None = None
        for brief in self.spaces.briefs.values():
            if brief.flaw:
                self.findings[(brief.flaw, brief.id, brief.seq)] = Finding(brief.flaw, brief.id, brief.seq)
        self.status.findings = len(self.findings)
        self._listeners: list[Callable[[Notice], None]] = []
        self._names: dict[bytes, str] = {}
        self.member_views: tuple[tuple[int, int], list[MemberView]] | None = None

    # what is loaded when it is needed: the queue does without -------------------------------------------------------
    @cached_property
    def store(self) -> Store:
        """The server. The driver takes 20 ms to load."""
        return self._store()

    @cached_property
    def pins(self) -> dict[bytes, Pin]:
        """The highest verified entry of each space that this device has ever seen; 40 ms for 10 000."""
        return self.local.pins()

    async def ready(self) -> None:
        """Load both in a thread, so that the loop of a screen is not held up later."""
        if not {"store", "pins"} <= self.__dict__.keys():
            await asyncio.to_thread(lambda: (self.store, self.pins))

    async def disconnect(self) -> None:
        """Close the connection, if there is one."""
        if "store" in self.__dict__:
            await self.store.close()

    # who and when ----------------------------------------------------------------------------------------------------
    @property
    def member(self) -> bytes:
        """This member's id."""
        return self.identity.member

    @property
    def me(self) -> Me:
        """Who is unlocked here, with the roles of the verified practice log."""
        member = self.practice.members.get(self.member)
        roles = int(member.roles) if member is not None and member.active else 0
        return Me(self.member, self.keys.device_id, self.name(self.member) or self.identity.display, roles)

    @property
    def practice_space(self) -> bytes:
        """The id of the practice's own space of content."""
        return practice_space_id(self.identity.practice)

    def now_ms(self) -> int:
        """The clock, or the time that a batch gave to the act at hand."""
        return self.at_ms if self.at_ms is not None else self.clock.now_ms()

    def today(self) -> date:
        """The local day of ``now_ms``."""
        return datetime.fromtimestamp(self.now_ms() / 1000).date()

    def require_coordinator(self) -> None:
        """NotPermittedError unless this member is a coordinator."""
        if not self.me.roles & Role.COORDINATOR:
            raise NotPermittedError("coordinators-only")

    def require_keystore(self) -> None:
        """UsageError where the practice's policy wants vaults in the keyring only."""
        if self.identity.keystore == "file" and not self.practice.policy.file_keystore:
            raise UsageError("file-keystore-refused")

    def living(self, members: Iterable[bytes]) -> list[bytes]:
        """Those of them who are in the practice, in a stable order."""
        return sorted({member.member_id for member in self.practice.active_members()}.intersection(members))

    def members_with(self, roles: int) -> list[bytes]:
        """Ids of active members who have any of these roles, in a stable order."""
        return sorted(m.member_id for m in self.practice.active_members() if int(m.roles) & roles)

    def name(self, member: bytes) -> str:
        """A member's name, sealed in the practice log for the members; empty where it cannot be opened."""
        known = self._names.get(member)
        if known is not None:
            return known
        entry = self.practice.members.get(member)
        kept = self.spaces.get(self.practice_space)
        if entry is None or kept is None:
            return ""
        try:
            name = open_name(kept.log, self.identity.practice, member, entry.sealed_name)
        except IntegrityError as error:
            self.found(from_error(error))
            name = ""
        if name:
            self._names[member] = name
        return name or ""

    def practice_state(self) -> PracticeState | None:
        """The fold of the practice space."""
        state = self.spaces.state(self.practice_space)
        return state if isinstance(state, PracticeState) else None

    def context(self, about: bytes = b"") -> Context:
        """What the rules may know at this moment; with ``about``, a case, a client or a contact request, of its mandate
        and promises."""
        clients = self.spaces.clients
        row = self.spaces.summary(about) or self.spaces.every("contact_request").get(about)
        client = clients.get((row.client if isinstance(row, CaseSummary | ContactState) else about) or b"")
        notes = self.spaces.state(self.spaces.notes_of.get(about, b""))
        return Context(
            actor=self.member,
            now_ms=self.now_ms(),
            today=self.today(),
            open_aliases=self.spaces.open_aliases(self.member),
            clients=frozenset(i for i, c in clients.items() if not c.archived),
            client_codes={c.code: i for i, c in clients.items()},
            confidants=frozenset(self.members_with(Role.CONFIDANT)),
            mandate=client.mandate if client is not None else None,
            sides=_Sides(self.spaces, self.member),
            exceptions=frozenset({about} if isinstance(notes, NotesState) and unsettled(notes) else ()),
        )

    # findings, pins, saving -----------------------------------------------------------------------------------------
    def found(self, finding: Finding) -> None:
        """Keep a finding and tell the listeners."""
        key = (finding.kind, finding.space, finding.seq)
        if key not in self.findings:
            self.findings[key] = finding
            self.status.findings = len(self.findings)
            self.tell(Notice("finding"))

    def findings_of(self, spaces: Iterable[bytes]) -> list[Finding]:
        """Findings about these spaces, or about the practice log, on which all of them stand."""
        wanted = {*spaces, self.identity.practice}
        return [finding for finding in self.findings.values() if finding.space in wanted]

    def save(self, moved: Iterable[bytes] = ()) -> None:
        """Write changed spaces to the cache, then move the pins of ``moved`` spaces, durably."""
        self.head.practice = self.practice
        # Read off before the save, which lets go of all but the last few hundred logs.
        pins = self._moved_pins(moved)
        rows, touched = self.spaces.take_dirty(), self.spaces.take_touched()
        self.local.save(self.head, rows, self.spaces.briefs, touched)
        self.status.disk_full = self.local.disk_full
        if pins:
            self.pins.update(pins)
            try:
                self.local.pin(pins)
            except RetryableError:
                # Work goes on with the pins in memory; the status line says that the disk is full.
                self.status.disk_full = True

    def _moved_pins(self, moved: Iterable[bytes]) -> dict[bytes, Pin]:
        pins: dict[bytes, Pin] = {}
        for space in moved:
            kept = None if space == self.identity.practice else self.spaces.get(space)
            log = self.practice if space == self.identity.practice else kept.log if kept is not None else None
            pin = self.pins.get(space)
            if log is not None and log.seq > (pin.seq if pin is not None else -1):
                pins[space] = Pin(seq=log.seq, head=log.head)
        return pins

    def pinned(self, space: bytes) -> int:
        """The seq of this device's pin, -1 without one."""
        pin = self.pins.get(space)
        return pin.seq if pin is not None else -1

    # listeners -------------------------------------------------------------------------------------------------------
    def subscribe(self, callback: Callable[[Notice], None]) -> Callable[[], None]:
        """Call back on every notice; returns what ends it."""
        self._listeners.append(callback)
        return lambda: self._listeners.remove(callback) if callback in self._listeners else None

    def tell(self, notice: Notice) -> None:
        """Tell all listeners."""
        for callback in list(self._listeners):
            callback(notice)

    def announce(self, spaces: Iterable[bytes]) -> None:
        """Tell all listeners what kinds of things changed with these spaces."""
        cases: set[bytes] = set()
        kinds: set[str] = set()
        for space in spaces:
            brief = self.spaces.briefs.get(space)
            kind = brief.kind if brief is not None else ""
            if space in (self.identity.practice, self.practice_space):
                kinds.add("members")
            elif kind in _TOLD:
                kinds.add(_TOLD[kind])
            else:
                cases.add(brief.ref if brief is not None and brief.ref else space)
                # What is gone, or not there yet, may have been a contact request.
                kinds |= set() if kind else {"contacts"}
        for kind in sorted(kinds):
            self.tell(Notice(kind))
        if cases:
            self.tell(Notice("cases", frozenset(cases)))

    def wipe(self) -> None:
        """Drop keys and texts from memory, as far as Python can."""
        self.spaces.wipe()
        self._names.clear()
        self._listeners.clear()
        self.local.close()
        self.presence.release()
