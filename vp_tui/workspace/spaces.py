"""Verified spaces and what is in them: load, fold, overlay, save.

Invariant: a state here is the fold of records that the protocol room accepted, in order, and of nothing else. What is
pending (in the outbox) is folded on the side when somebody looks, never into the kept state. Called by the workspace.
"""

from __future__ import annotations

from collections import OrderedDict

import msgspec

from vp_tui.domain import space as rules
from vp_tui.domain.act import Event, Meta
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.case_notes import NotesState
from vp_tui.domain.client import ClientState
from vp_tui.domain.contact_card import ContactState
from vp_tui.domain.contact_status import ContactStatusState
from vp_tui.domain.exception import dues
from vp_tui.domain.personal import PersonalState
from vp_tui.domain.practice import PracticeState
from vp_tui.domain.record import Record
from vp_tui.domain.summary import CaseSummary, summarise
from vp_tui.domain.text import fold_text
from vp_tui.protocol.space import DataRef, SpaceLog
from vp_tui.workspace.local import Brief, Local, Stored

__all__ = ["KINDS", "Kept", "Spaces", "kind_of_state"]

State = rules.State

_TYPES: dict[str, type] = {
    "practice": PracticeState,
    "client": ClientState,
    "case": CaseState,
    "case_notes": NotesState,
    "personal": PersonalState,
    "contact_request": ContactState,
    "contact_status": ContactStatusState,
}
KINDS = frozenset(_TYPES)
"""The kinds of space that are kept here."""
_SEEN = 48
_HELD = 256


def kind_of_state(state: State) -> str:
    """The kind of space that a state belongs to."""
    return next(kind for kind, wanted in _TYPES.items() if isinstance(state, wanted))


def _shown(client: ClientState) -> tuple[object, ...]:
    """What the rows of a client's cases depend on: the mandate's country sets some of their dates."""
    return client.name, client.code, client.mandate


class Kept(msgspec.Struct):
    """One space: its verified log, the fold of its records, and what could not be opened yet.

    ``seen`` are the ids of the newest records (an outbox asks whether its record arrived after all); ``closed`` are
    data entries whose key or blob is not here yet; ``flaw`` is the finding kind that stopped this space;
    ``lost`` is set when this member was taken off it.
    """

    log: SpaceLog
    state: State | None = None
    seen: list[bytes] = []
    closed: list[DataRef] = []
    flaw: str = ""
    lost: bool = False


_stored = msgspec.msgpack.Decoder(Stored)
_states: dict[str, msgspec.msgpack.Decoder[State]] = {
    kind: msgspec.msgpack.Decoder(wanted) for kind, wanted in _TYPES.items()
}
# Ids in states are a subclass of bytes, which msgspec wants to be told about.
_encode = msgspec.msgpack.Encoder(enc_hook=bytes).encode


class Spaces:
    """All spaces of this member. Briefs of all of them are in memory; logs and states of the last few hundred used."""

    def __init__(self, local: Local) -> None:
        self._local = local
        self.briefs: dict[bytes, Brief] = local.briefs()
        self._held: OrderedDict[bytes, Kept] = OrderedDict()
        self._dirty: set[bytes] = set()
        self._touched: set[bytes] = set()
        self.overlay: dict[bytes, list[tuple[list[Event], Meta]]] = {}
        self.notes_of: dict[bytes, bytes] = {}
        self.personal: bytes = b""
        self.clients: dict[bytes, ClientState] = {}
        self._aliases: dict[bytes, dict[str, bytes]] | None = None
        self._rows: list[CaseSummary] | None = None
        self._all: dict[str, dict[bytes, State]] = {}
        self.generation = 0
        for brief in self.briefs.values():
            self._index(brief)

    def _index(self, brief: Brief) -> None:
        if brief.kind == "case_notes" and brief.ref:
            self.notes_of[brief.ref] = brief.id
        elif brief.kind == "personal":
            self.personal = brief.id
        elif brief.kind == "client":
            kept = self.get(brief.id)
            if kept is not None and isinstance(kept.state, ClientState):
                self.clients[brief.id] = kept.state

    # reading ---------------------------------------------------------------------------------------------------------
    def get(self, space: bytes) -> Kept | None:
        """The kept space, from memory or the sealed cache."""
        kept = self._peek(space)
        if kept is not None:
            self._hold(space, kept)
        return kept

    def _peek(self, space: bytes) -> Kept | None:
        """The kept space, without keeping it in memory from now on; from any thread."""
        held = self._held.get(space)
        if held is not None:
            return held
        raw = self._local.space(space) if space in self.briefs else None
        if raw is None:
            return None
        stored = _stored.decode(raw)
        state = _states[stored.kind].decode(stored.state) if stored.kind else None
        return Kept(stored.log, state, stored.seen, stored.closed, stored.flaw, stored.lost)

    def _hold(self, space: bytes, kept: Kept) -> None:
        self._held[space] = kept
        self._held.move_to_end(space)
        while len(self._held) > _HELD:
            oldest = next(iter(self._held))
            if oldest in self._dirty:
                break
            del self._held[oldest]

    def state(self, space: bytes) -> State | None:
        """The fold of the verified records with own pending ones on top."""
        return self._overlaid(space, self.get(space))

    def _overlaid(self, space: bytes, kept: Kept | None) -> State | None:
        state = kept.state if kept is not None else None
        for events, meta in self.overlay.get(space, ()):
            state = rules.fold_all(state, events, meta)
        return state

    def kind(self, space: bytes) -> str:
        """The kind of a space of which something could be read; otherwise nothing."""
        brief = self.briefs.get(space)
        return brief.kind if brief is not None else ""

    def summary(self, space: bytes) -> CaseSummary | None:
        """The queue's row of a case, pending changes included; None for anything that is no open case of hers."""
        if space in self.overlay:
            state = self.state(space)
            return self._summarise(state) if isinstance(state, CaseState) else None
        brief = self.briefs.get(space)
        return brief.summary if brief is not None else None

    def _summarise(self, state: CaseState) -> CaseSummary:
        return summarise(state, self.clients.get(state.client) if state.client else None)

    def summaries(self) -> list[CaseSummary]:
        """All rows, in the order in which the cases became known; the same list until ``generation`` moves."""
        if self._rows is None:
            self._rows = self._list()
        return self._rows

    def moved(self) -> None:
        """Rows changed: the next ``summaries`` makes a new list."""
        self._rows = None
        self.generation += 1

    def _list(self) -> list[CaseSummary]:
        # A row stays in its place while a change of it waits to be sent.
        rows = [self.summary(id) if id in self.overlay else brief.summary for id, brief in self.briefs.items()]
        rows += [self.summary(space) for space in self.overlay if space not in self.briefs]
        return [row for row in rows if row is not None]

    def every(self, kind: str) -> dict[bytes, State]:
        """The states of all spaces of a kind, pending changes included. Read from the cache when first asked for, then
        kept up; for kinds of which there are few."""
        known = self._all.get(kind)
        if known is None:
            known = self._all[kind] = {}
            for brief in self.briefs.values():
                kept = self._peek(brief.id) if brief.kind == kind else None
                if kept is not None and kept.state is not None and kept.state.opened:
                    known[brief.id] = kept.state
        pending = {space: state for space in known.keys() & self.overlay.keys() if (state := self.state(space))}
        return known | pending

    def urgent_notes(self) -> list[NotesState]:
        """Personal notes with a reporter who is still to be informed."""
        rows = [brief.id for brief in self.briefs.values() if brief.urgent]
        states = [self.state(space) for space in {*rows, *(self.overlay.keys() & self.notes_of.values())}]
        return [state for state in states if isinstance(state, NotesState)]

    def open_aliases(self, owner: bytes) -> dict[str, bytes]:
        """Folded alias of each open case of the owner, to its id. Made once, then kept up: 10 000 folds cost 30 ms."""
        if self._aliases is None:
            self._aliases = {}
            for row in self.summaries():
                self._note_alias(None, row)
        return self._aliases.get(owner, {})

    def _note_alias(self, old: CaseSummary | None, new: CaseSummary | None) -> None:
        if self._aliases is None:
            return
        if old is not None:
            mine = self._aliases.get(old.owner, {})
            if mine.get(fold_text(old.alias)) == old.id:
                del mine[fold_text(old.alias)]
        if new is not None and new.state != "closed":
            self._aliases.setdefault(new.owner, {})[fold_text(new.alias)] = new.id

    def unread(self, case: bytes) -> int:
        """How much others wrote in a case since this member last looked at it on this device."""
        brief = self.briefs.get(case)
        return brief.summary.count - brief.seen if brief is not None and brief.summary is not None else 0

    def look(self, case: bytes) -> bool:
        """She looks at the case now; True when there was something new. Kept with the next save of the cache."""
        brief = self.briefs.get(case)
        if brief is None or brief.summary is None or not self.unread(case):
            return False
        brief.seen = brief.summary.count
        self._touched.add(case)
        return True

    def said(self, space: bytes, seq: int) -> None:
        """This device attested the space up to ``seq``."""
        brief = self.briefs.get(space)
        if brief is not None:
            brief.attested = seq
            self._touched.add(space)

    # changing --------------------------------------------------------------------------------------------------------
    def adopt(self, space: bytes, kept: Kept) -> None:
        """Take up a space that was just created or received."""
        self._hold(space, kept)
        self._dirty.add(space)

    def fold(self, space: bytes, kept: Kept, record: Record, meta: Meta) -> None:
        """Fold one verified record; never raises for records that decoded."""
        kept.state = rules.fold_all(kept.state, record.events, meta)
        kept.seen = [*kept.seen[-_SEEN:], meta.record]
        self._dirty.add(space)

    def changed(
        self, space: bytes, kept: Kept, *, managed: bool, own: bool = False, attested: int | None = None
    ) -> None:
        """Renew the brief of a space after its log or state moved on. ``own`` writing counts as seen; ``attested``:
        the seq up to which this device has said so with it."""
        self._dirty.add(space)
        self.moved()
        state = kept.state
        old = self.briefs.get(space)
        if attested is None:
            attested = old.attested if old is not None else -1
        brief = Brief(space, seq=kept.log.seq, attested=attested, managed=managed, flaw=kept.flaw)
        brief.closed = bool(kept.closed)
        if state is not None:
            brief.kind = kind_of_state(state)
            if state.opened and brief.kind in self._all:
                self._all[brief.kind][space] = state
        if isinstance(state, ClientState):
            renamed = self.clients.get(space)
            self.clients[space] = state
            # Also when it was unknown: in a first sync its cases may come before it.
            if renamed is None or _shown(renamed) != _shown(state):
                self._renew_client(space)
        elif isinstance(state, NotesState):
            brief.ref, brief.urgent = state.case, bool(dues(state))
        elif isinstance(state, CaseState) and not kept.lost and state.opened_ms:
            brief.summary = self._summarise(state)
        count = brief.summary.count if brief.summary is not None else 0
        brief.seen = count
        if old is not None and old.summary is not None:
            brief.seen = old.seen + (count - old.summary.count if own else 0)
        self._note_alias(old.summary if old is not None else None, brief.summary)
        self.briefs[space] = brief
        self._index_changed(brief)

    def _index_changed(self, brief: Brief) -> None:
        if brief.kind == "case_notes" and brief.ref:
            self.notes_of[brief.ref] = brief.id
        elif brief.kind == "personal":
            self.personal = brief.id

    def _renew_client(self, client: bytes) -> None:
        for brief in list(self.briefs.values()):
            if brief.summary is not None and brief.summary.client == client:
                kept = self.get(brief.id)
                if kept is not None and isinstance(kept.state, CaseState):
                    brief.summary = self._summarise(kept.state)
                    self._dirty.add(brief.id)

    def drop(self, space: bytes, kept: Kept) -> None:
        """This member was taken off the space: forget its content, keep the verified log (the pin still counts)."""
        kept.lost = True
        kept.state = None
        self.moved()
        kept.log.keys = (b"",) * len(kept.log.keys)
        self.overlay.pop(space, None)
        for known in self._all.values():
            known.pop(space, None)
        brief = self.briefs.get(space)
        self._note_alias(brief.summary if brief is not None else None, None)
        self.briefs[space] = Brief(space, seq=kept.log.seq, attested=brief.attested if brief is not None else -1)
        self._dirty.add(space)

    def take_touched(self) -> set[bytes]:
        """Spaces of which only the brief changed."""
        touched, self._touched = self._touched, set()
        return touched

    def take_dirty(self) -> list[tuple[bytes, bytes]]:
        """Encoded changed spaces; the caller saves them, with their briefs, in one transaction."""
        rows: list[tuple[bytes, bytes]] = []
        for space in sorted(self._dirty):
            kept = self._held.get(space)
            if kept is None:
                continue
            kind = kind_of_state(kept.state) if kept.state is not None else ""
            body = _encode(kept.state) if kept.state is not None else b""
            stored = Stored(kept.log, kind, body, kept.seen, kept.closed, kept.flaw, kept.lost)
            rows.append((space, _encode(stored)))
        self._dirty.clear()
        while len(self._held) > _HELD:
            self._held.popitem(last=False)
        return rows

    def glance(self, space: bytes) -> State | None:
        """The state as ``state`` gives it, without keeping it in memory from now on; from any thread."""
        return self._overlaid(space, self._peek(space))

    def version(self, space: bytes) -> tuple[int, ...] | None:
        """How far the space, the personal notes beside it and its client were verified; None while something is on its
        way to the server."""
        beside = self.notes_of.get(space, b"")
        if space in self.overlay or beside in self.overlay:
            return None
        row = self.summary(space)
        briefs = [self.briefs.get(one or b"") for one in (space, beside, row.client if row is not None else b"")]
        # A record that opens later, at the same height, is another version too.
        return tuple(2 * brief.seq + brief.closed if brief is not None else -1 for brief in briefs)

    def reload(self) -> None:
        """Forget what was not saved: the sealed cache is the truth again."""
        self._held.clear()
        self._dirty.clear()
        self._touched.clear()
        self._aliases = None
        self._all.clear()
        self.moved()
        self.notes_of.clear()
        self.personal = b""
        self.clients.clear()
        self.briefs = self._local.briefs()
        for brief in self.briefs.values():
            self._index(brief)

    def wipe(self) -> None:
        """Drop everything from memory."""
        self._held.clear()
        self.briefs.clear()
        self.overlay.clear()
        self.clients.clear()
        self.notes_of.clear()
        self._all.clear()
