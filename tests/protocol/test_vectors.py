"""Frozen bytes: a record sealed today opens in every later version, and nothing changes its encoding unnoticed."""

from __future__ import annotations

import json

import pytest

from tests.protocol.make_vectors import FILE, build
from vp_tui.protocol import words
from vp_tui.protocol.enrolment import check_join, check_welcome, check_welcomed, invite_key
from vp_tui.protocol.identity import DeviceKeys
from vp_tui.protocol.practice_log import PracticeLog
from vp_tui.protocol.sealing import Record, open_record
from vp_tui.protocol.space import SpaceLog

FROZEN = json.loads(FILE.read_text())
BUILT = build(FROZEN["create"])


def frozen(name: str) -> bytes:
    return bytes.fromhex(FROZEN[name])


def practice() -> PracticeLog:
    log = PracticeLog()
    for raw in FROZEN["practice_log"]:
        log.apply(bytes.fromhex(raw))
    return log


@pytest.mark.parametrize("name", sorted(FROZEN))
def test_bytes_are_the_same(name: str) -> None:
    assert BUILT[name] == FROZEN[name]


def test_nothing_is_left_out() -> None:
    assert BUILT.keys() == FROZEN.keys()


def test_frozen_entries_are_admitted_and_open() -> None:
    log = practice()
    assert bytes(log.heads) == frozen("practice_heads")
    create = frozen("create")
    space = SpaceLog(create[8:24])
    applied, problem = space.advance([create, frozen("data"), frozen("shred")], log, -1)
    assert problem is None
    reader = DeviceKeys.from_parts([bytes.fromhex(part) for part in FROZEN["reader"]])
    assert space.open_keys(reader) == [0]
    assert space.key(0) == frozen("epoch_key")
    record = open_record(space, applied[1].data, frozen("blob"))
    assert record == Record(frozen("record_id"), 3, frozen("plaintext"))
    assert applied[2].gone == (applied[1].data.blob_hash,)


def test_frozen_enrolment_is_understood() -> None:
    log = practice()
    key = invite_key(words.from_words(FROZEN["invite_words"]), log.practice_id)
    joiner = check_join(frozen("join"), key, log.practice_id, log.policy.min_suite)
    welcome = check_welcome(frozen("welcome"), key, log.practice_id, joiner.sign_pub)
    check_welcomed(log, welcome, joiner.sign_pub)
