"""A frozen bundle: ``python -m tests.protocol.make_bundle_vector`` writes tests/vectors/bundle_v1.json.

As with the other vectors: a new format version gets its own file, and this one never changes. HPKE encapsulates with
fresh randomness, so the bundle is frozen as bytes that must open.
"""

from __future__ import annotations

import json

from tests.protocol.practice import Practice
from tests.protocol.test_bundle import FILE, opened, some, written

if __name__ == "__main__":
    practice = Practice()
    raw = written(practice, some(practice))
    found = opened(raw, practice.a)
    frozen = {
        "reader": [part.hex() for part in practice.a.to_parts()],
        "bundle_id": found.header.bundle_id.hex(),
        "bundle": raw.hex(),
        "items": [repr(item) for item in found.items()],
    }
    FILE.write_text(json.dumps(frozen, indent=1) + "\n")
