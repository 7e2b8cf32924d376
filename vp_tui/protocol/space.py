"""One space: its members, its key epochs, and how far it has been verified.

Invariant: the state changes only by an entry that ``verify.space_entry`` has admitted, and then as a whole; it keeps no
record and no blob. It is small (20 000 of them fit in memory), and everything but ``heads`` is replaced, never mutated,
so a copy is one copy of ``heads``. Callers: workspace; writing and sealing read it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

import msgspec

from vp_tui.errors import IntegrityError
from vp_tui.protocol import sealing, verify
from vp_tui.protocol.bodies import Close, Data, Epoch, Grant, Shred, SpaceBody, Tombstone, Wrap, decode
from vp_tui.protocol.entry import NO_HASH, Entry, Kind, parse
from vp_tui.protocol.identity import DeviceKeys

if TYPE_CHECKING:
    from vp_tui.protocol.practice_log import PracticeLog

__all__ = ["Applied", "DataRef", "SpaceLog"]


class DataRef(msgspec.Struct, frozen=True, gc=False):
    """All that is needed to open a record later, about 300 bytes; made from a verified entry only."""

    seq: int
    prev: bytes
    signer: bytes
    epoch: int
    blob_hash: bytes
    meta_box: bytes


class Applied(msgspec.Struct, frozen=True, gc=False):
    """What an admitted entry was. ``gone``: blobs that may be absent from now on; ``reason``: the code of a SHRED;
    ``manager``: its signer managed the space before it."""

    entry: Entry
    head: bytes
    member_id: bytes
    data: DataRef | None
    gone: tuple[bytes, ...]
    reason: int
    manager: bool


class _Pending(msgspec.Struct, frozen=True, gc=False):
    """A wrap that nobody has tried yet, and the entry that carried it."""

    epoch: int
    seq: int
    wrap: Wrap


class SpaceLog(msgspec.Struct, gc=False):
    """The verified state. Ids are 16 bytes, hashes and keys 32; tuples by epoch have one item for each epoch.

    ``keys`` and ``prev_boxes`` hold b"" where there is none; ``wrapped`` are the devices that hold the current key;
    ``pending`` are wraps until ``open_keys`` has used them; ``maker`` is the member who made the current key.
    """

    space: bytes
    heads: bytearray = msgspec.field(default_factory=bytearray)
    members: tuple[bytes, ...] = ()
    managers: tuple[bytes, ...] = ()
    wrapped: tuple[bytes, ...] = ()
    commitments: tuple[bytes, ...] = ()
    prev_boxes: tuple[bytes, ...] = ()
    keys: tuple[bytes, ...] = ()
    pending: tuple[_Pending, ...] = ()
    practice_seq: int = 0
    closed: bool = False
    maker: bytes = b""

    @property
    def seq(self) -> int:
        """Seq of the last entry; -1 when empty."""
        return len(self.heads) // 32 - 1

    @property
    def head(self) -> bytes:
        """Link hash of the last entry; zeros when empty."""
        return self.head_at(self.seq)

    @property
    def epoch(self) -> int:
        """The current epoch; -1 when empty."""
        return len(self.commitments) - 1

    def __repr__(self) -> str:
        # The keys of the epochs must not reach a traceback.
        return f"SpaceLog({self.space.hex()}, seq={self.seq}, epoch={self.epoch})"

    def head_at(self, seq: int) -> bytes:
        """Link hash at a seq; zeros outside the log."""
        return bytes(self.heads[32 * seq : 32 * seq + 32]) if 0 <= seq <= self.seq else NO_HASH

    def key(self, epoch: int) -> bytes | None:
        """The key of an epoch, if this device holds it."""
        return (self.keys[epoch] or None) if 0 <= epoch < len(self.keys) else None

    def must_rotate(self, practice: PracticeLog) -> bool:
        """Whether a device that holds the current key is revoked: rekey before you write."""
        return any(not practice.devices[device].active for device in self.wrapped)

    def made_outside(self, practice: PracticeLog) -> bool:
        """Whether the current key was made by somebody who is not among its readers: a hand-over, a request that was
        passed on or taken down for others. She may have kept it, so who may rekey does so before she writes."""
        return all(practice.devices[device].member_id != self.maker for device in self.wrapped)

    def readers(self, practice: PracticeLog) -> set[bytes]:
        """Members with a device that holds the current key: who can read this."""
        devices = (practice.devices[device] for device in self.wrapped)
        return {device.member_id for device in devices if device.active}

    def may_manage(self, practice: PracticeLog, member_id: bytes) -> bool:
        """Whether the member may rekey: a manager, or any member once all managers have left."""
        orphaned = not any(practice.members[each].active for each in self.managers)
        return member_id in (self.members if orphaned else self.managers)

    def copy(self) -> SpaceLog:
        """An independent copy."""
        return msgspec.structs.replace(self, heads=bytearray(self.heads))

    # --------------------------------------------------------------------------------------------------- taking entries

    def apply(self, raw: bytes, practice: PracticeLog, known_before: int) -> Applied:
        """Admit the next entry; on any error nothing has changed.

        ``known_before``: the seq up to which the reader had verified this space earlier (its pin), -1 without a pin.
        Raises IntegrityError, and UpgradeError newer-client (a hard stop).
        """
        try:
            entry = parse(raw)
            body, member = verify.space_entry(self, entry, practice, known=self.seq + 1 <= known_before)
        except IntegrityError as found:
            raise IntegrityError(found.kind, self.space, self.seq + 1) from None
        return self._take(entry, body, member)

    def advance(
        self, raws: Sequence[bytes], practice: PracticeLog, known_before: int
    ) -> tuple[list[Applied], IntegrityError | None]:
        """Admit the longest valid part of what follows (give all that the server has), and say what stopped it.

        An entry of a device that is revoked by now is held back (late-entry) unless the reader had pinned it, or a
        later entry here vouches for it; the entry that vouches must itself be admitted, so each part is judged anew.
        On UpgradeError nothing has changed.
        """
        problem: IntegrityError | None = None
        part = list(raws)
        while True:
            trial = self.copy()
            try:
                applied = trial._admit(part, practice, known_before)
            except IntegrityError as found:
                problem = problem or found
                part = part[: found.seq - self.seq - 1]
            else:
                for name in self.__struct_fields__:
                    setattr(self, name, getattr(trial, name))
                return applied, problem

    def _admit(self, raws: list[bytes], practice: PracticeLog, known_before: int) -> list[Applied]:
        vouched = _vouched(raws, practice)
        return [
            self.apply(raw, practice, self.seq + 1 if index in vouched else known_before)
            for index, raw in enumerate(raws)
        ]

    def _take(self, entry: Entry, body: SpaceBody, member: bytes) -> Applied:
        data: DataRef | None = None
        gone: tuple[bytes, ...] = ()
        manager = member in self.managers
        match body:
            case Epoch():
                self.members, self.managers = body.members, body.managers
                self.wrapped = tuple(wrap.device_id for wrap in body.wraps)
                self.commitments += (body.commitment,)
                self.prev_boxes += (body.prev_box,)
                self.keys += (b"",)
                self.maker = member
                self._expect(entry.seq, body.wraps)
            case Grant():
                self.members = tuple(sorted({*self.members, body.member_id}))
                self.wrapped = tuple(sorted({*self.wrapped, *(wrap.device_id for wrap in body.wraps)}))
                self._expect(entry.seq, body.wraps)
            case Data():
                data = DataRef(entry.seq, entry.prev, entry.signer, body.epoch, body.blob_hash, body.meta_box)
            case Tombstone() | Shred():
                gone = body.blob_hashes
            case Close():
                self.closed = True
        head = entry.head
        self.heads += head
        self.practice_seq = entry.practice_seq
        return Applied(entry, head, member, data, gone, body.reason if isinstance(body, Shred) else 0, manager)

    def _expect(self, seq: int, wraps: tuple[Wrap, ...]) -> None:
        self.pending += tuple(_Pending(self.epoch, seq, wrap) for wrap in wraps)

    # ----------------------------------------------------------------------------------------------------- opening keys

    def open_keys(self, keys: DeviceKeys) -> list[int]:
        """Open what this device was given since the last call, newest epoch first and back through the prev boxes.

        Returns the epochs newly opened. A wrap for a subkey that this device has forgotten is passed over. Raises
        IntegrityError key-mismatch when a wrap or box does not give the key that its epoch committed to; what did open
        is kept.
        """
        mine = {each.epoch: each for each in self.pending if each.wrap.device_id == keys.device_id}
        opened: list[int] = []
        wrong: int | None = None
        for epoch in range(self.epoch, -1, -1):
            if not self.keys[epoch] and epoch in mine and mine[epoch].wrap.number in keys.subkeys:
                wrap = mine[epoch].wrap
                info = sealing.wrap_info(self.space, epoch, wrap.device_id, wrap.number, self.commitments[epoch])
                found = keys.unwrap(wrap.number, wrap.ciphertext, info)
                if self._keeps(epoch, found):
                    opened.append(epoch)
                else:
                    wrong = mine[epoch].seq
            if epoch and self.keys[epoch] and self.prev_boxes[epoch] and not self.keys[epoch - 1]:
                found = sealing.open_prev_box(self.space, epoch, self.keys[epoch], self.prev_boxes[epoch])
                if self._keeps(epoch - 1, found):
                    opened.append(epoch - 1)
                else:
                    wrong = -1
        self.pending = ()
        if wrong is not None:
            raise IntegrityError("key-mismatch", self.space, wrong)
        return opened

    def adopt(self, epoch: int, key: bytes) -> None:
        """Keep a key that this device made itself and did not wrap for itself; IntegrityError key-mismatch."""
        if not self._keeps(epoch, key):
            raise IntegrityError("key-mismatch", self.space)

    def _keeps(self, epoch: int, key: bytes | None) -> bool:
        if key is None or sealing.commitment(self.space, epoch, key) != self.commitments[epoch]:
            return False
        self.keys = (*self.keys[:epoch], key, *self.keys[epoch + 1 :])
        return True


def _vouched(raws: Sequence[bytes], practice: PracticeLog) -> set[int]:
    """Which of these entries, by devices revoked now, an active device vouches for: by standing on them in the chain
    with the revocation in its own practice log, or by rekeying the writer's member out of the space afterwards.

    Without this rule every new device would hold back all that a former colleague ever wrote; with a weaker one (any
    later entry) a removal withheld from one colleague would let the leaver write on, with her as the witness.
    """
    vouched: set[int] = set()
    if all(device.active for device in practice.devices.values()):
        return vouched
    height = -1
    kept: set[bytes] | None = None
    for index in range(len(raws) - 1, -1, -1):
        try:
            entry = parse(raws[index])
            device = practice.devices.get(entry.signer)
            if device is None:
                continue
            if device.active:
                height = max(height, entry.practice_seq)
                if entry.kind == Kind.REKEY:
                    members = set(cast("Epoch", decode(Kind.REKEY, entry.body)).members)
                    kept = members if kept is None else kept & members
            elif device.revoked <= height or (kept is not None and device.member_id not in kept):
                vouched.add(index)
        except IntegrityError:
            continue
    return vouched
