"""A contact request is sealed to its addressees, and its status to them and the coordinators, in one act.

Invariant: the writer needs the keys for one moment, to seal with, and keeps neither them nor what she wrote: not in
the cache, not as a pin, not in the outbox, which holds the finished ciphertext also when there is no connection. Only
where she is a reader herself is the space taken up here. Called by ``write``.
"""

from __future__ import annotations

from collections.abc import Sequence

from vp_tui.domain import space as rules
from vp_tui.domain.act import Event
from vp_tui.domain.commands import AskContact, OpenContactStatus
from vp_tui.domain.contact import ContactAsked
from vp_tui.domain.contact_card import status_of
from vp_tui.domain.record import encode_record
from vp_tui.protocol.space import SpaceLog
from vp_tui.protocol.writing import create_space
from vp_tui.workspace.audience import status_readers
from vp_tui.workspace.core import Core
from vp_tui.workspace.entries import Built, Entries

__all__ = ["Contacts"]


class Contacts:
    """Makes the two spaces of a contact request."""

    def __init__(self, core: Core, entries: Entries) -> None:
        self._core = core
        self._entries = entries

    def sealed(self, command: AskContact) -> list[Built]:
        """The request, then its status, ready to be appended. Raises what the rules raise."""
        core = self._core
        context = core.context(command.client)
        events = rules.decide(None, command, context)
        asked = next(event for event in events if isinstance(event, ContactAsked))
        opened = rules.decide(None, OpenContactStatus(asked.client, asked.received_ms), context)
        addressees = sorted(asked.addressees)
        return [
            self._space(command.request, events, addressees, addressees),
            self._space(status_of(command.request), opened, addressees, status_readers(core, addressees)),
        ]

    def _space(
        self, space: bytes, events: Sequence[Event], managers: Sequence[bytes], readers: Sequence[bytes]
    ) -> Built:
        core = self._core
        built, log = Built(space), SpaceLog(space)
        members = {core.member, *readers}
        made = create_space(
            core.keys, core.practice, space, members, managers, core.now_ms(), readers=readers, random=core.random
        )
        log = self._entries.stack(built, log, made, readers)
        return self._entries.seal(built, log, core.random(16), encode_record(core.now_ms(), events))

    def own(self, batch: Sequence[Built]) -> list[Built]:
        """Those that this member may read herself."""
        return [built for built in batch if self._core.member in (built.appends[0].members or ())]

    def keep(self, own: Sequence[Built]) -> None:
        """Take them up, after they were sent."""
        for built in own:
            self._entries.apply(built)
        self._core.save({built.space for built in own})
