"""The list of findings is closed: whatever this room can raise is on it, and has texts that a confidant understands."""

from __future__ import annotations

import ast
import re
import string
from pathlib import Path

import pytest

import vp_tui.protocol
from vp_tui.errors import IntegrityError
from vp_tui.i18n.catalog import errors_protocol, integrity
from vp_tui.protocol.findings import KINDS, Finding, from_error

ROOM = Path(vp_tui.protocol.__file__).parent
TREES = [ast.parse(path.read_text()) for path in ROOM.glob("*.py")]


def raised(name: str) -> set[str]:
    """First string argument of every call of ``name`` in the room."""
    calls = (node for tree in TREES for node in ast.walk(tree) if isinstance(node, ast.Call))
    texts = (call.args for call in calls if isinstance(call.func, ast.Name) and call.func.id == name and call.args)
    last = 1 if name == "_require" else 0
    return {args[last].value for args in texts if isinstance(args[last], ast.Constant)}


def test_every_kind_raised_is_listed() -> None:
    found = raised("IntegrityError") | raised("_require")
    assert len(found) > 25
    assert found <= set(KINDS)
    # Three are the workspace's to report: it alone knows what should be on the server.
    assert set(KINDS) - found == {"unknown-kind", "attestation-missing", "space-missing"}
    assert len(set(KINDS)) == len(KINDS)


def test_every_error_has_title_and_hint() -> None:
    keys = {f"integrity.{kind}" for kind in KINDS}
    for error in ("UpgradeError", "UsageError", "RefusedError", "NotPermittedError", "ConflictError"):
        keys |= raised(error)
    assert {key.rpartition(".")[0] for key in errors_protocol.TEXT} == keys
    assert all({f"{key}.title", f"{key}.hint"} <= errors_protocol.TEXT.keys() for key in keys)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("kind", KINDS)
def test_every_finding_is_told_in_both_languages(kind: str) -> None:
    title, what = integrity.TEXT[f"{kind}.title"], integrity.TEXT[f"{kind}.what"]
    assert not any(placeholders(text) for text in title)
    assert placeholders(what[0]) == placeholders(what[1]) <= {"space", "seq"}
    for text in (*title, *what):
        assert not re.search(r"hash|blob|epoch|commit|AEAD|nonce|dader|slachtoffer|bewezen", text), text
    assert all(len(text) <= 60 for text in title)
    assert all(text.count(".") >= 2 for text in what)


def test_no_text_without_a_kind() -> None:
    assert {key.rpartition(".")[0] for key in integrity.TEXT} == set(KINDS)


def test_a_finding_stands_for_an_error() -> None:
    assert from_error(IntegrityError("rollback", b"s" * 16, 3)) == Finding("rollback", b"s" * 16, 3, "")
