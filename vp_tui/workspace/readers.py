"""Acts by which somebody gets a key or loses it: deputy, hand-over, and a contact request on its way to one confidant.

Invariant: the record and the keys go in one append, so that nobody reads for a moment longer, or shorter, than the
record says. A record is written for those who read on, and sealed under the new key; only who leaves by her own act
writes before it. Needs the server: what waits in an outbox would be decided by two people at once. Called by ``write``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from vp_tui.domain import space as rules
from vp_tui.domain.act import Event, Meta
from vp_tui.domain.commands import (
    AcceptContact,
    GrantDeputy,
    HandOver,
    PassContact,
    RecuseContact,
    RemoveDeputy,
    ReportContact,
)
from vp_tui.domain.contact_card import ContactState
from vp_tui.domain.contact_status import ContactStatusState
from vp_tui.domain.record import encode_record
from vp_tui.errors import ConflictError, NotFoundError, RefusedError, RetryableError
from vp_tui.protocol.space import SpaceLog
from vp_tui.protocol.writing import grant_entry
from vp_tui.workspace.acts import decide, target
from vp_tui.workspace.audience import status_readers
from vp_tui.workspace.core import Core
from vp_tui.workspace.entries import ATTEMPTS, Built, Entries, Target
from vp_tui.workspace.views import Receipt

__all__ = ["MOVING", "Readers"]

MOVING = (GrantDeputy, RemoveDeputy, HandOver, AcceptContact, RecuseContact, PassContact)
"""The commands for which this is."""

_TOLD = {"open": "open", "postponed": "open", "accepted": "accepted", "returned": "returned"}
"""States of a request, to what coordinators are told; a finished one stays accepted."""


class Readers:
    """Builds such acts, and builds them anew when somebody was first."""

    def __init__(self, core: Core, entries: Entries) -> None:
        self._core = core
        self._entries = entries

    async def do(self, place: Target, command: Any) -> Receipt:
        """One act. What the rules raise; ConflictError ``contact-taken``; RetryableError offline or ``too-busy``."""
        core = self._core
        for _ in range(ATTEMPTS):
            batch = self._built(place, command)
            try:
                await self._entries.append(batch)
            except ConflictError:
                await self._entries.catch_up(place.space)
                # The winner may have taken the space away from here.
                target(core, command, place.space, "dossier")
                continue
            for built in batch:
                self._entries.apply(built)
            core.save({built.space for built in batch})
            meta = batch[0].meta
            return Receipt(place.space, meta.record if meta is not None else b"", sent=True)
        raise RetryableError("too-busy")

    def _built(self, place: Target, command: Any) -> list[Built]:
        core = self._core
        kept = core.spaces.get(place.space)
        if kept is None:
            raise NotFoundError("case-not-found")
        events = decide(core, place, [command])
        if place.kind == "contact_request":
            return self._contact(place, kept.log, events)
        match command:
            case GrantDeputy():
                return [self._granted(place, command.member, events)]
            case HandOver():
                return [self._moved(place, events, [command.member])]
        return [self._moved(place, events, [core.member])]

    def _granted(self, place: Target, member: bytes, events: Sequence[Event]) -> Built:
        core, entries = self._core, self._entries
        built = Built(place.space)
        log = entries.writable(built, place).copy()
        made = grant_entry(log, core.keys, core.practice, member, core.now_ms())
        log = entries.stack(built, log, made, sorted({*log.members, member}))
        return entries.seal(built, log, core.random(16), encode_record(core.now_ms(), events))

    def _moved(
        self, place: Target, events: Sequence[Event], members: Sequence[bytes], managers: Sequence[bytes] = ()
    ) -> Built:
        """The record, and a new key for ``members``, all of whom manage the space unless ``managers`` are given. Who
        will manage it no more writes before she hands it on: it would not count after it."""
        core, entries = self._core, self._entries
        built = Built(place.space)
        log = entries.writable(built, place)
        stays = core.member in (managers or members)
        if stays:
            log = entries.rekey(built, log, members, managers or members)
        if events:
            entries.seal(built, log, core.random(16), encode_record(core.now_ms(), events))
        if not stays:
            entries.rekey(built, entries.after(built, log) if events else log, members, managers or members)
        return built

    # contact requests ------------------------------------------------------------------------------------------------
    def _contact(self, place: Target, log: SpaceLog, events: Sequence[Event]) -> list[Built]:
        core = self._core
        meta = Meta(by=core.member, device=core.keys.device_id, at_ms=core.now_ms(), record=b"")
        after = rules.fold_all(core.spaces.state(place.space), events, meta)
        assert isinstance(after, ContactState)
        readers = core.living((after.accepted_by,) if after.accepted_by else after.addressees)
        if not readers:
            raise RefusedError("contact-nobody-left")
        if readers == sorted(log.managers):
            plain = encode_record(core.now_ms(), events)
            first = self._entries.build(place, core.random(16), plain)
        else:
            first = self._moved(place, events, readers)
        told = self._status(after, readers)
        return [first, told] if told is not None else [first]

    def _status(self, request: ContactState, readers: list[bytes]) -> Built | None:
        """What coordinators see of it, with its keys for those who were addressed anew; None where it stays as it is,
        or cannot be read: a request is not held up by that."""
        core = self._core
        state, kept = core.spaces.state(request.status), core.spaces.get(request.status)
        if not isinstance(state, ContactStatusState) or kept is None or kept.flaw:
            return None
        place = Target(request.status, "contact_status")
        to = _TOLD[request.state]
        on_time = request.on_time(core.now_ms()) if to == "accepted" else None
        events: list[Event] = []
        if (to, on_time) != (state.state, state.on_time):
            events = decide(core, place, [ReportContact(to, on_time)])
        if set(readers) != set(kept.log.managers):
            return self._moved(place, events, status_readers(core, readers), readers)
        if not events:
            return None
        return self._entries.build(place, core.random(16), encode_record(core.now_ms(), events))
