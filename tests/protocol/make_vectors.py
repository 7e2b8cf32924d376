"""Frozen bytes of format version 1: ``python -m tests.protocol.make_vectors`` writes tests/vectors/protocol_v1.json.

Run it only when a new format version gets its own file: an existing file never changes, for it stands for records that
are years old. HPKE encapsulates with fresh randomness, so CREATE is frozen as bytes that must be admitted and open;
everything else is built again from fixed randomness and compared.
"""

from __future__ import annotations

import json
from pathlib import Path

from tests.protocol.practice import BOTH, NOW, Stream, member
from vp_tui.protocol import enrolment, sealing, suite, words, writing
from vp_tui.protocol.bodies import DeviceAdd, EncKeyBody, Genesis, Policy, PolicyBody, Roles
from vp_tui.protocol.encoding import derive, digest, mac, pack
from vp_tui.protocol.entry import cosign
from vp_tui.protocol.freshness import attest, checkpoint
from vp_tui.protocol.identity import DeviceKeys
from vp_tui.protocol.practice_log import PracticeLog, found, practice_space_id, propose
from vp_tui.protocol.space import SpaceLog

FILE = Path(__file__).parent.parent / "vectors" / "protocol_v1.json"


def build(frozen_create: str = "") -> dict[str, str | list[str]]:
    """All vectors, hexadecimal unless they are words. ``frozen_create``: the CREATE entry to go on from."""
    random = Stream("vectors v1")
    a, b = DeviceKeys.generate(random=random), DeviceKeys.generate(suite.CLASSIC, random)
    id_a, id_b, practice_id, space = (random(16) for _ in range(4))
    practice_key, key = random(32), random(32)

    def name(member_id: bytes, text: str) -> bytes:
        return sealing.seal_name(practice_key, 0, practice_id, member_id, text, random)

    log = PracticeLog()
    practice: list[bytes] = []

    def say(raw: bytes) -> None:
        log.apply(raw)
        practice.append(raw)

    policy = Policy(min_suite=suite.CLASSIC)
    founder = Genesis(policy, id_a, BOTH, a.sign_pub, a.enc_pub, name(id_a, "Anneliese"))
    say(found(a, practice_id, founder, NOW))
    say(propose(log, a, member(b, id_b, 1), NOW))
    say(propose(log, a, Roles(id_b, BOTH), NOW))
    say(propose(log, b, EncKeyBody(*b.rotate(suite.HYBRID, random)), NOW))
    say(cosign(propose(log, a, PolicyBody(Policy(retention_max_days=365)), NOW), b))
    laptop = DeviceKeys.generate(random=random)
    say(cosign(propose(log, b, DeviceAdd(id_b, laptop.sign_pub, laptop.enc_pub), NOW), a))

    made = writing.create_space(a, log, space, [id_a, id_b], [id_a], NOW, epoch_key=key)
    create = bytes.fromhex(frozen_create) or made.raw
    state = SpaceLog(space)
    state.apply(create, log, -1)
    state.open_keys(laptop)
    record = ('{"text":"Gesprek, één uur"}'.encode(), random(16))
    data = writing.data_entry(state, laptop, log, record[1], 3, record[0], NOW, random)
    state.apply(data.raw, log, -1)
    closing = writing.shred_entry(state, a, log, [data.blob_hash], 2, NOW)

    code = enrolment.new_code(random)
    invite = enrolment.invite_key(code, practice_id)
    return {
        "pack": pack(b"", b"a", b"bc").hex(),
        "digest": digest("label", b"a", b"bc").hex(),
        "derive": derive(b"ikm", b"salt", "label", b"context", length=64).hex(),
        "mac": mac(b"key", "label", b"a").hex(),
        "keys": [part.hex() for part in a.to_parts()],
        "sign_pub": a.sign_pub.hex(),
        "enc_pub": a.enc_pub.hex(),
        "device_id": a.device_id.hex(),
        "fingerprint": words.to_words(log.fingerprint(a.device_id)),
        "fingerprint_digits": words.to_digits(log.fingerprint(a.device_id)),
        "practice_space": practice_space_id(practice_id).hex(),
        "practice_log": [raw.hex() for raw in practice],
        "practice_heads": bytes(log.heads).hex(),
        "checkpoint": words.to_words(checkpoint(log)),
        "epoch_key": key.hex(),
        "reader": [part.hex() for part in laptop.to_parts()],
        "create": create.hex(),
        "prev_box": sealing.prev_box(space, 1, practice_key, key).hex(),
        "data": data.raw.hex(),
        "blob": data.blob.hex(),
        "record_id": record[1].hex(),
        "plaintext": record[0].hex(),
        "shred": closing.raw.hex(),
        "attestation": attest(a, practice_id, space, state.seq, state.head).signature.hex(),
        "invite_words": words.to_words(code),
        "invite_role": enrolment.login_role(code),
        "invite_password": enrolment.login_password(code),
        "join": enrolment.join_message(laptop, invite, practice_id).hex(),
        "welcome": enrolment.welcome_message(invite, log, id_b, laptop.sign_pub).hex(),
    }


if __name__ == "__main__":
    FILE.write_text(json.dumps(build(), indent=1, ensure_ascii=False) + "\n")
