"""The joiner's side after the join message: wait for the welcome, replay the practice log, and pin the right one.

Invariant: the genesis hash is believed only from a welcome whose MAC the spoken code opens; until this device is in a
practice log that grows from that genesis, nothing else is done. Source: docs/protocol.md, enrolment.
"""

from __future__ import annotations

from collections.abc import Callable

from vp_tui.errors import IntegrityError, NotPermittedError
from vp_tui.protocol.enrolment import check_welcome, check_welcomed
from vp_tui.protocol.practice_log import PracticeLog
from vp_tui.workspace.core import Core

__all__ = ["Admission"]


class Admission:
    """Only used while the vault has no genesis hash."""

    def __init__(self, core: Core, invite_key: bytes, admitted: Callable[[bytes], None]) -> None:
        self._core = core
        self._key = invite_key
        self._admitted = admitted

    async def state(self) -> str:
        """How far the invitation is, by the server's word: joined or welcomed."""
        mine = await self._core.store.invite_mine()
        return mine.invite.state

    async def look(self) -> bool:
        """True once admitted: the log was replayed and the trust anchor is in the vault.

        IntegrityError ``welcome-forged``, ``genesis-mismatch`` or what the practice log's verification says.
        """
        core = self._core
        mine = await core.store.invite_mine()
        if mine.invite.welcome is None:
            return False
        welcome = check_welcome(mine.invite.welcome, self._key, core.identity.practice, core.keys.sign_pub)
        log = PracticeLog()
        try:
            changes = [log.apply(entry.raw) for entry in await core.store.practice(0)]
        except NotPermittedError:
            return False
        if core.keys.device_id not in log.devices:
            return False
        check_welcomed(log, welcome, core.keys.sign_pub)
        if welcome.member_id != core.identity.member:
            # The id that this device joined under was the server's word until now.
            raise IntegrityError("join-forged", log.practice_id)
        core.practice = log
        core.head.changes = changes
        self._admitted(welcome.genesis)
        core.save({core.identity.practice})
        return True
