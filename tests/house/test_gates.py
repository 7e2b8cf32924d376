"""Lint, types, import contracts and sizes: they are tests, because the test command is the only gate."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted(p for p in (ROOT / "vp_tui").rglob("*.py") if "__pycache__" not in p.parts)


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)


def test_lint() -> None:
    done = run("ruff", "check", "--no-cache", "vp_tui", "tests")
    assert done.returncode == 0, done.stdout + done.stderr


def test_format() -> None:
    done = run("ruff", "format", "--no-cache", "--check", "vp_tui", "tests")
    assert done.returncode == 0, done.stdout + done.stderr


def test_types() -> None:
    done = run("mypy", "--cache-dir=/dev/null")
    assert done.returncode == 0, done.stdout + done.stderr


def test_import_contracts() -> None:
    done = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_file_can_be_read_in_one_sitting(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    tables = {"catalog"}  # tables of texts, not code
    if not tables & set(path.parts):
        assert lines <= 450, f"{lines} lines; split it by concern"


def test_no_rooms_for_everything() -> None:
    refused = {"utils", "util", "helpers", "common", "manager", "models", "misc"}
    assert not [p for p in SOURCES if p.stem in refused or refused & set(p.parts)]


def test_nothing_looks_unfinished() -> None:
    pattern = re.compile(r"\b(TODO|FIXME|XXX|NotImplemented(Error)?)\b")
    assert not [p.relative_to(ROOT) for p in SOURCES if pattern.search(p.read_text(encoding="utf-8"))]
