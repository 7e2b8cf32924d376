"""docs/protocol.md says what the code does: labels, kinds, findings and tests are the same in both."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import vp_tui.protocol
from vp_tui.protocol.entry import Kind
from vp_tui.protocol.findings import KINDS
from vp_tui.protocol.identity import Tag

HERE = Path(__file__).parent
DOC = (HERE.parent.parent / "docs" / "protocol.md").read_text()
ROOM = Path(vp_tui.protocol.__file__).parent
# Position of the label among the arguments.
LABELLED = {"labelled": 0, "digest": 0, "mac": 1, "derive": 2}


def test_every_label_is_in_the_table_and_no_other() -> None:
    table = DOC[DOC.index("| label | use |") : DOC.index("Text is UTF-8")]
    documented = set(re.findall(r"`([a-z-]+)`", table))
    used = {str(tag) for tag in Tag}
    for path in ROOM.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in LABELLED:
                label = node.args[LABELLED[node.func.id]]
                if isinstance(label, ast.Constant):
                    used.add(label.value)
    assert used == documented


def test_every_kind_has_its_number_and_body() -> None:
    for kind in Kind:
        assert re.search(rf"\b{kind.value} `{kind.name}`", DOC), kind


def test_every_finding_of_the_verifier_is_explained() -> None:
    assert {kind for kind in KINDS if f"`{kind}`" not in DOC} == set()


def test_every_attack_names_a_test_that_exists() -> None:
    tests = "".join(path.read_text() for path in HERE.glob("test_*.py"))
    table = DOC[DOC.index("## 12.") : DOC.index("## 13.")]
    named = re.findall(r"`(test_\w+|Test\w+)`", table)
    assert len(named) >= 20
    for name in named:
        assert re.search(rf"(def|class) {name}\b", tests), name


def test_the_verifier_is_read_in_one_sitting() -> None:
    assert len((ROOM / "verify.py").read_text().splitlines()) <= 450
