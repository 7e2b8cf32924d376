"""A fictional practice for the protocol's tests: two coordinators and a confidant, each with one device."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import pytest

from vp_tui.errors import IntegrityError, NotPermittedError
from vp_tui.protocol import writing
from vp_tui.protocol.bodies import DeviceAdd, Genesis, MemberAdd, MemberRemove, Policy, PracticeBody, Role, encode
from vp_tui.protocol.entry import Place, cosign, signed_entry
from vp_tui.protocol.identity import DeviceKeys
from vp_tui.protocol.practice_log import KIND_OF, PracticeLog, found
from vp_tui.protocol.space import Applied, SpaceLog

NOW = 1_760_000_000_000
BOTH = Role.CONFIDANT | Role.COORDINATOR


class Stream:
    """Bytes that look random and are the same in every run."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.count = 0

    def __call__(self, size: int) -> bytes:
        self.count += 1
        return hashlib.shake_256(f"{self.name}/{self.count}".encode()).digest(size)


def member(keys: DeviceKeys, member_id: bytes, roles: int) -> MemberAdd:
    return MemberAdd(member_id, roles, keys.sign_pub, keys.enc_pub, b"name")


class Practice:
    """``a`` and ``b`` coordinate, ``c`` does not; ``ids`` are their member ids; ``log`` is what everybody verified."""

    def __init__(self, policy: Policy = Policy()) -> None:
        self.a, self.b, self.c = (DeviceKeys.generate() for _ in range(3))
        self.ids = {name: os.urandom(16) for name in "abc"}
        self.practice_id = os.urandom(16)
        founder = Genesis(policy, self.ids["a"], BOTH, self.a.sign_pub, self.a.enc_pub, b"name")
        self.raws = [found(self.a, self.practice_id, founder, NOW)]
        self.log = PracticeLog()
        self.log.apply(self.raws[0])
        self.say(member(self.b, self.ids["b"], BOTH), self.a)
        self.say(member(self.c, self.ids["c"], Role.CONFIDANT), self.a, self.b)

    def proposal(self, body: PracticeBody, *signers: DeviceKeys) -> bytes:
        """Well signed, and as bad as the test wants it: ``propose`` would refuse some."""
        place = Place(self.practice_id, self.log.seq + 1, self.log.head, self.log.seq, self.log.head)
        raw = signed_entry(signers[0], KIND_OF[type(body)], place, encode(body), NOW)
        for keys in signers[1:]:
            raw = cosign(raw, keys)
        return raw

    def say(self, body: PracticeBody, *signers: DeviceKeys) -> bytes:
        """Propose, co-sign, apply."""
        raw = self.proposal(body, *signers)
        self.log.apply(raw)
        self.raws.append(raw)
        return raw

    def remove(self, name: str) -> None:
        self.say(MemberRemove(self.ids[name]), self.a, self.b)

    def second_device(self, name: str) -> DeviceKeys:
        keys = DeviceKeys.generate()
        self.say(DeviceAdd(self.ids[name], keys.sign_pub, keys.enc_pub), self.a, self.b)
        return keys

    def replay(self, raws: Iterable[bytes]) -> PracticeLog:
        log = PracticeLog()
        for raw in raws:
            log.apply(raw)
        return log

    def members(self, names: str) -> list[bytes]:
        return [self.ids[name] for name in names]


class Room:
    """One space of a practice, with what the server holds of it; the writer is ``a`` and manages it."""

    def __init__(self, practice: Practice, names: str = "ab", managers: str = "a") -> None:
        self.practice = practice
        self.raws: list[bytes] = []
        self.blobs: list[bytes] = []
        self.log = SpaceLog(os.urandom(16))
        members, chiefs = practice.members(names), practice.members(managers)
        self.put(writing.create_space(practice.a, practice.log, self.log.space, members, chiefs, NOW))

    def put(self, made: writing.NewEntry, keys: DeviceKeys | None = None) -> Applied:
        applied = self.log.apply(made.raw, self.practice.log, -1)
        self.raws.append(made.raw)
        if made.blob:
            self.blobs.append(made.blob)
        self.log.open_keys(keys or self.practice.a)
        return applied

    def draft(
        self, text: bytes = b"{}", keys: DeviceKeys | None = None, log: SpaceLog | None = None
    ) -> writing.NewEntry:
        return writing.data_entry(log or self.log, keys or self.practice.a, self.practice.log, bytes(16), 1, text, NOW)

    def write(self, text: bytes = b"{}", keys: DeviceKeys | None = None) -> Applied:
        return self.put(self.draft(text, keys))

    def rekey(
        self, names: str, keys: DeviceKeys | None = None, *, managers: str = "a", history: bool = True
    ) -> Applied:
        members, chiefs = self.practice.members(names), self.practice.members(managers)
        signer = keys or self.practice.a
        made = writing.rekey_entry(self.log, signer, self.practice.log, members, chiefs, NOW, history=history)
        return self.put(made, signer)

    def read_by(self, keys: DeviceKeys, practice: PracticeLog | None = None, known_before: int = -1) -> SpaceLog:
        """A fresh reader's state; raises what stopped it."""
        log = SpaceLog(self.log.space)
        _, problem = log.advance(self.raws, practice or self.practice.log, known_before)
        if problem:
            raise problem
        log.open_keys(keys)
        return log


@contextmanager
def not_made(reason: str) -> Iterator[None]:
    """The block asks a builder for an entry that everybody would refuse for this reason."""
    with pytest.raises(NotPermittedError, match="entry-refused") as caught:
        yield
    assert caught.value.facts == {"reason": reason}


@contextmanager
def refused(kind: str) -> Iterator[None]:
    """The block raises IntegrityError of this kind."""
    with pytest.raises(IntegrityError) as caught:
        yield
    assert caught.value.kind == kind
