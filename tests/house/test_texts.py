"""Every text exists in both languages, asks for the same facts in both, and every key in the code has one."""

from __future__ import annotations

import ast
import re
from importlib import import_module
from pathlib import Path
from string import Formatter

import pytest

from vp_tui import i18n

ROOT = Path(__file__).resolve().parents[2]
CATALOGS = sorted(p.stem for p in (ROOT / "vp_tui/i18n/catalog").glob("*.py") if p.stem != "__init__")
SOURCES = sorted((ROOT / "vp_tui").rglob("*.py"))
VERDICTS = re.compile(r"\b(daders?|bewezen|beschuldigde|slachtoffers?|perpetrator|victim)\b", re.IGNORECASE)
TERMS_OF_THE_TRADE = {"Slachtofferhulp", "slachtofferhulp", "victim support", "Victim support"}


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


@pytest.mark.parametrize("catalog", CATALOGS)
def test_both_languages_say_the_same(catalog: str) -> None:
    for key, (dutch, english) in import_module(f"vp_tui.i18n.catalog.{catalog}").TEXT.items():
        assert bool(dutch.strip()) == bool(english.strip()), key
        assert dutch.strip() or not key.endswith((".title", ".hint", ".help")), key
        assert fields(dutch) == fields(english), key


@pytest.mark.parametrize("catalog", CATALOGS)
def test_no_text_passes_a_verdict(catalog: str) -> None:
    for key, pair in import_module(f"vp_tui.i18n.catalog.{catalog}").TEXT.items():
        for text in pair:
            for term in TERMS_OF_THE_TRADE:
                text = text.replace(term, "")
            assert not VERDICTS.search(text), key


def calls(tree: ast.AST, names: set[str]) -> list[ast.Call]:
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in names:
                found.append(node)
    return found


def literal(call: ast.Call) -> str | None:
    first = call.args[0] if call.args else None
    return first.value if isinstance(first, ast.Constant) and isinstance(first.value, str) else None


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_key_in_the_code_has_a_text(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for call in calls(tree, {"text"}):
        key = literal(call)
        if key and re.fullmatch(r"[a-z_]+(\.[\w-]+)+", key):
            assert i18n.exists(key), f"line {call.lineno}: {key}"
    for call in calls(tree, {"count"}):
        key = literal(call)
        if key and "." in key:
            assert i18n.exists(f"{key}.one") and i18n.exists(f"{key}.other"), f"line {call.lineno}: {key}"


ERRORS = {
    "ConflictError", "LockedError", "NotFoundError", "NotPermittedError", "RefusedError", "RetryableError",
    "UpgradeError", "UsageError", "VpError",
}  # fmt: skip


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_error_says_what_happened_and_what_to_do(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for call in calls(tree, ERRORS):
        key = literal(call)
        if key:
            assert i18n.exists(f"errors.{key}.title"), f"line {call.lineno}: {key}"
            assert i18n.exists(f"errors.{key}.hint"), f"line {call.lineno}: {key}"


def test_every_finding_is_told_in_words() -> None:
    from vp_tui.protocol.findings import KINDS

    for kind in KINDS:
        assert i18n.exists(f"integrity.{kind}.title"), kind
        assert i18n.exists(f"integrity.{kind}.what"), kind
        assert i18n.exists(f"errors.integrity.{kind}.title"), kind
