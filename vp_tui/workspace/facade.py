"""The workspace: what a member has after unlocking, and the one object that cli, tui and demo hold.

Invariants: reading is synchronous, over verified local state; acting and syncing happen one at a time. Neither the
command line nor the application has a rule of its own: both send domain commands through ``do``. ``wipe`` is
synchronous, quick, and leaves nothing unsealed behind.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Sequence
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING, Any

from vp_tui.domain.commands import (
    AcknowledgeChanges,
    AskContact,
    GrantDeputy,
    RegisterClient,
    RemoveDeputy,
    RemoveView,
    SaveView,
    WithdrawNote,
)
from vp_tui.domain.record import decode_record
from vp_tui.domain.timeline import find
from vp_tui.errors import IntegrityError, VpError
from vp_tui.protocol.findings import Finding
from vp_tui.store.port import Login, Store
from vp_tui.workspace.admission import Admission
from vp_tui.workspace.audit import Audit, evidence
from vp_tui.workspace.connection import Connection, quiet
from vp_tui.workspace.core import Core
from vp_tui.workspace.drafts import Drafts
from vp_tui.workspace.indexing import Indexing
from vp_tui.workspace.membership import Membership
from vp_tui.workspace.outbox import Outbox, Waiting
from vp_tui.workspace.search import Hit
from vp_tui.workspace.sync import Sync
from vp_tui.workspace.team import Team
from vp_tui.workspace.undoing import Acts, Undo
from vp_tui.workspace.upkeep import Upkeep
from vp_tui.workspace.views import (
    Act,
    Notice,
    Progress,
    Receipt,
    UndoOffer,
)
from vp_tui.workspace.write import Done, Writer

if TYPE_CHECKING:
    from vp_tui.protocol.bundle import Read
    from vp_tui.store.dsn import Target
    from vp_tui.workspace.rescue import Report, Rescue, Restoration

__all__ = ["Workspace"]


class Workspace(Team):
    """See docs/architecture.md. Made by ``bootstrap.unlock``."""

    def __init__(
        self,
        core: Core,
        invite_key: bytes,
        admitted: Callable[[bytes], None],
        login: Login,
        moved: Callable[[str], None],
    ) -> None:
        self._core = core
        self._login = login
        self._moved = moved
        self._sync = Sync(core)
        self._upkeep = Upkeep(core, self._sync)
        outbox = Outbox(core.local.state, core.presence)
        self._writer = Writer(core, self._sync, outbox, self._return_as_draft)
        self._membership = Membership(core, self._sync, self._upkeep)
        self._admission = Admission(core, invite_key, admitted)
        self._connection = Connection(self._reached, core.status, core.tell, self._step)
        self._indexing = Indexing(core)
        self._filling: asyncio.Task[None] | None = None
        self._acts = Acts()
        self._days = {}
        self._known = -1, {}
        self.drafts = Drafts(core.local.state, core.presence, core.clock)
        core.status.admitted = bool(core.genesis)
        core.status.last_sync_ms = None

    # life ------------------------------------------------------------------------------------------------------------
    async def connect(self) -> None:
        """Keep in touch with the server in the background, and fill the search index; returns at once."""
        self._connection.start()
        if self._filling is None:
            self._filling = asyncio.create_task(self._index_later(), name="index")

    async def _reached(self) -> Store:
        async with self._core.mutex:
            await self._core.ready()
        return self._core.store

    async def sync(self, progress: Progress | None = None) -> None:
        """One complete sync: what others wrote, what waits here, readers that are due. RetryableError when offline."""
        await self._step(progress)
        self._core.status.connection = "online"

    async def _step(self, progress: Progress | None = None) -> bool:
        core = self._core
        async with core.mutex:
            await core.ready()
            if not core.status.admitted:
                core.status.admitted = await self._admission.look()
                core.tell(Notice("status"))
                if not core.status.admitted:
                    return False
                core.tell(Notice("members"))
            changed = await self._sync.run(progress)
            core.require_keystore()
            await self._writer.flush()
            if self._upkeep.needed():
                await self._upkeep.run()
        self._indexing.renew(changed)
        return bool(changed)

    def _return_as_draft(self, item: Waiting, error: VpError) -> None:
        case, events = item.ref or item.space, decode_record(item.record).events
        texts = [text for event in events for name in event.PROSE if (text := getattr(event, name, ""))]
        if texts:
            slot = f"note:{case.hex()}:dossier:new"
            before = self.drafts.load(slot)
            self.drafts.save(slot, "\n\n".join([before.text, *texts] if before else texts), refused=error.key)
            self._core.tell(Notice("finding" if isinstance(error, IntegrityError) else "cases", frozenset({case})))

    async def close(self) -> None:
        """End the connection, send what can be sent at once, drop keys and texts."""
        await self._connection.stop()
        if self._filling is not None:
            self._filling.cancel()
            with suppress(asyncio.CancelledError):
                await self._filling
        with suppress(VpError):
            await self._indexing.keep()
        with suppress(VpError):
            await self._core.disconnect()
        self.wipe()

    def wipe(self) -> None:
        """Drop keys, texts and models now; for lock, signals and crashes. Never raises."""
        with suppress(Exception):
            self._connection.abandon()
        with suppress(Exception):
            if self._filling is not None:
                self._filling.cancel()
        with suppress(Exception):
            self._indexing.close()
        self._acts.clear()
        self._days.clear()
        with suppress(Exception):
            self._core.wipe()

    def subscribe(self, callback: Callable[[Notice], None]) -> Callable[[], None]:
        """Be told of changes; returns what ends it."""
        return self._core.subscribe(callback)

    # searching -------------------------------------------------------------------------------------------------------
    @property
    def index_ready(self) -> bool:
        """Whether everything can be found by now."""
        return self._indexing.ready

    def search(self, typed: str, kinds: Collection[str] = ("case",)) -> list[Hit]:
        """Where the words occur, in fields and texts of both layers; complete once ``index_ready``. ``kinds``: of
        case, client, contact_request."""
        spaces = self._core.spaces
        # What is not on the server yet has no brief; such are cases.
        return [hit for hit in self._indexing.find(typed) if (spaces.kind(hit.case) or "case") in kinds]

    async def index(self) -> None:
        """Fill the search index now (command line)."""
        if not self.index_ready:
            await self._indexing.fill()

    async def _index_later(self) -> None:
        await quiet()
        await self._indexing.fill()

    # acting ----------------------------------------------------------------------------------------------------------
    async def do(self, command: Any, case: bytes | None = None, layer: str = "dossier") -> Receipt:
        """Carry out a domain command; see Writer.do. ``layer`` is ``dossier`` or ``personal``."""
        async with self._core.mutex:
            done = await self._writer.do(command, case, layer)
        self._note(done)
        self._remember(done, self._core.now_ms())
        return done.receipt

    def _note(self, done: Done) -> None:
        self._indexing.renew({done.place.ref or done.receipt.space})
        if not done.receipt.sent:
            self._connection.hurry()

    def _remember(self, done: Done, at_ms: int) -> None:
        spaces, place = self._core.spaces, done.place
        case = place.ref or place.space
        row = spaces.summary(case)
        self._acts.did(
            case, row.alias if row is not None else "", done.before, spaces.state(place.space), done.events, at_ms
        )

    def undo_offer(self) -> UndoOffer | None:
        """The newest act of hers in this process that can still be taken back."""
        return self._acts.offer(self._core.now_ms())

    async def undo(self, why: str = "") -> Receipt:
        """Take it back; see ``Acts.take``. ``why`` where the offer asks for it. The text of a note that is taken back
        is kept as a draft, where there is none: it was written a minute ago."""
        taken = self._acts.take(self._core.now_ms(), why)
        written = self._written(taken)
        async with self._core.mutex:
            done = await self._writer.do(taken.command, taken.case, taken.layer)
        self._note(done)
        slot = f"note:{taken.case.hex()}:{taken.layer}:new"
        if written and self.drafts.load(slot) is None:
            self.drafts.save(slot, written)
        return done.receipt

    def _written(self, taken: Undo) -> str:
        """What a withdrawal takes away."""
        if not isinstance(taken.command, WithdrawNote):
            return ""
        view = self.case(taken.case)
        item = find((*view.state.timeline, *(view.notes.timeline if view.notes else ())), taken.command.note)
        return item.text if item is not None else ""

    async def ask_contact(self, client: bytes, addressees: Sequence[bytes], **fields: Any) -> Receipt:
        """Write a contact request down for ``addressees``, sealed at once: unless she is one of them, this member
        cannot open it again, here or anywhere. ``fields`` as of AskContact. The receipt's space is the request's id."""
        return await self.do(AskContact(self.new_id(), client, tuple(addressees), **fields))

    async def do_many(self, acts: Sequence[Act], progress: Progress | None = None) -> list[Receipt]:
        """Carry out many acts in few round trips; for filling a practice. All or nothing per batch of 150."""
        async with self._core.mutex:
            return await self._writer.many(acts, progress)

    async def add_client(self, code: str, name: str, sector: str = "") -> bytes:
        """Register a client organisation; coordinators only. Returns its id."""
        receipt = await self.do(RegisterClient(self.new_id(), code, name, sector))
        return receipt.space

    async def grant_deputy(
        self, case: bytes, member: bytes, consent_on: date | None, consent_how: str, until: date | None = None
    ) -> Receipt:
        """Give a colleague the dossier's key, with the reporter's consent."""
        return await self.do(GrantDeputy(member, consent_on, consent_how, until), case)

    async def remove_deputy(self, case: bytes, why: str = "") -> Receipt:
        """Take the deputy off: a new key for what is written from now on."""
        return await self.do(RemoveDeputy(why), case)

    async def acknowledge_changes(self) -> None:
        """Say that the membership changes were read."""
        await self.do(AcknowledgeChanges(self._core.practice.seq))

    async def set_view(self, name: str, query: str, sort: str = "due") -> None:
        """Save a queue."""
        await self.do(SaveView(name, query, sort))

    async def drop_view(self, name: str) -> None:
        """Forget a saved queue."""
        await self.do(RemoveView(name))

    # verifying -------------------------------------------------------------------------------------------------------
    async def audit(self, progress: Progress | None = None) -> list[Finding]:
        """Verify everything from the first entry; findings are kept for the screens too."""
        core = self._core
        async with core.mutex:
            with suppress(IntegrityError):
                await self._sync.run()
            found = await Audit(core).run(progress)
            for finding in found:
                core.found(finding)
            extra = [f for f in core.findings.values() if f not in found]
        return [*found, *extra]

    async def evidence(self, findings: Sequence[Finding]) -> bytes:
        """A bundle for whoever looks into a finding: JSON, ciphertext and signatures only."""
        async with self._core.mutex:
            return await evidence(self._core, findings)

    # against loss of the server --------------------------------------------------------------------------------------
    def _rescue(self) -> Rescue:
        from vp_tui.workspace.rescue import Rescue

        return Rescue(self._core, self._login, self._moved)

    async def export(
        self, write: Callable[[bytes], None], progress: Progress | None = None, *, force: bool = False
    ) -> Report:
        """Everything this member can see, verified and written as a bundle; see ``Rescue.export``."""
        async with self._core.mutex:
            await self._sync.run()
            return await self._rescue().export(write, progress, force=force)

    async def check_bundle(self, read: Read, size: int, progress: Progress | None = None) -> Report:
        """Verify a bundle; needs no server. See ``Rescue.check``."""
        async with self._core.mutex:
            return await self._rescue().check(read, size, progress)

    async def restore(
        self,
        read: Read,
        size: int,
        target: Target,
        address: str = "",
        progress: Progress | None = None,
        *,
        force: bool = False,
    ) -> Restoration:
        """Put a bundle back onto a server; ``address`` is what members use there. See ``Rescue.restore``.

        This workspace still speaks to the old server: close it, and unlock anew.
        """
        async with self._core.mutex:
            address = address or target.address()
            return await self._rescue().restore(read, size, target, address, progress, force=force)
