"""Texts that somebody is typing, sealed into the state folder at least once a second.

Invariant: a draft disappears only when its text was saved as a record or thrown away by a person. Two living processes
never overwrite each other's draft of the same place: rows are kept per place and process. Called by the facade.
"""

from __future__ import annotations

import msgspec

from vp_tui.device.clock import Clock
from vp_tui.device.presence import Presence
from vp_tui.device.sealed_store import SealedStore

__all__ = ["Draft", "Drafts"]


class Draft(msgspec.Struct, frozen=True):
    """A kept text. ``mine`` is False while another living process of this identity is typing it."""

    slot: str
    text: str
    about: dict[str, str]
    at_ms: int
    token: str
    mine: bool = True


_decoder = msgspec.msgpack.Decoder(Draft)
_encode = msgspec.msgpack.Encoder().encode


class Drafts:
    """All drafts of one identity on this device."""

    def __init__(self, state: SealedStore, presence: Presence, clock: Clock) -> None:
        self._state = state
        self._presence = presence
        self._clock = clock

    def _key(self, slot: str, token: str) -> bytes:
        return f"{slot}\0{token}".encode()

    def save(self, slot: str, text: str, **about: str) -> None:
        """Seal the text and write it through to the disk. RetryableError when the disk is full."""
        if not text:
            self.drop(slot)
            return
        token = self._presence.token
        draft = Draft(slot, text, about, self._clock.now_ms(), token)
        self._state.put("draft", self._key(slot, token), _encode(draft))

    def load(self, slot: str) -> Draft | None:
        """The newest draft of a place that no other living process is typing."""
        found = [draft for draft in self.all() if draft.slot == slot and draft.mine]
        return max(found, key=lambda draft: draft.at_ms, default=None)

    def drop(self, slot: str) -> None:
        """Forget a place's drafts, except those that another living process is typing."""
        for draft in self.all():
            if draft.slot == slot and draft.mine:
                self._state.delete("draft", self._key(slot, draft.token))

    def all(self) -> list[Draft]:
        """Every draft, oldest first."""
        living = set(self._presence.others())
        found = [_decoder.decode(raw) for _, raw in self._state.items("draft")]
        marked = [msgspec.structs.replace(draft, mine=draft.token not in living) for draft in found]
        return sorted(marked, key=lambda draft: draft.at_ms)
