"""Changing config.toml without losing what a person wrote in it.

Invariant: an edit changes the lines that it must and no other, so comments and order stay; the new text is read again
and must say exactly what was meant, or nothing is written (`config-by-hand`). Two processes never edit at once.
Callers: workspace (enrolment), demo, command line.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from pathlib import Path
from typing import Any

from vp_tui.device.config import SYSTEM, Identity, Settings, check_value, load, parse
from vp_tui.device.paths import Paths, folder, identity_name, read_private, write_private
from vp_tui.errors import ConflictError, NotFoundError, UsageError

__all__ = ["add_identity", "remove_identity", "replace_identity", "set_value"]

Value = str | int | bool


def add_identity(paths: Paths, identity: Identity) -> None:
    """Write ``[identity.NAME]``. Raises ConflictError identity-exists, UsageError identity-name or config-by-hand."""
    with _editing(paths) as edit:
        if identity.name in edit.data.get("identity", {}):
            raise ConflictError("identity-exists", name=identity.name)
        edit.put_identity(identity)


def replace_identity(paths: Paths, identity: Identity) -> None:
    """Change the values of an identity that is there. Raises NotFoundError identity-unknown."""
    with _editing(paths) as edit:
        edit.require(identity.name)
        edit.put_identity(identity)


def remove_identity(paths: Paths, name: str) -> None:
    """Take ``[identity.NAME]`` out; folders and vault are the caller's to remove. NotFoundError identity-unknown."""
    with _editing(paths) as edit:
        edit.require(name)
        edit.drop_table(("identity", name))
        if edit.data.get("default_identity") == name:
            edit.put((), "default_identity", None)


def set_value(paths: Paths, key: str, value: Value | None, *, system: Path = SYSTEM) -> None:
    """Set a setting, or ``keys.<action>``; None takes it out, so that the layer below holds again.

    Raises UsageError config-unknown, config-value, config-locked (the host's policy), config-by-hand.
    """
    # A removal is checked with the value by default, which fits wherever the key is known.
    sample = Settings._field_defaults.get(key, "") if value is None else value
    check_value(key, sample, str(paths.config))
    if load(paths, {}, system=system).locked(key.partition(".")[0]):
        raise UsageError("config-locked", setting=key, path=str(system / "policy.toml"))
    table, name = (("keys",), key.removeprefix("keys.")) if key.startswith("keys.") else ((), key)
    with _editing(paths) as edit:
        edit.put(table, name, value)


class _Edit:
    """The text being changed, line by line, and beside it what the text must say afterwards."""

    def __init__(self, path: Path) -> None:
        self.path = path
        text, self.data = parse(path, read_private(path) or b"")
        self.lines = text.splitlines()
        self.meant = deepcopy(self.data)

    def require(self, name: str) -> None:
        if name not in self.data.get("identity", {}):
            raise NotFoundError("identity-unknown", name=name[:40], known=", ".join(self.data.get("identity", {})))

    def put_identity(self, identity: Identity) -> None:
        table = ("identity", identity_name(identity.name))
        for key, value in identity._asdict().items():
            if key != "name":
                self.put(table, key, value.hex() if isinstance(value, bytes) else value)

    def put(self, table: tuple[str, ...], key: str, value: Value | None) -> None:
        """Replace the key's line, or add one at the end of its table; None removes it."""
        inner = self.meant
        for name in table:
            inner = inner.setdefault(name, {})
        start, end = self._region(table)
        at = next((n for n in range(start, end) if _key_of(self.lines[n]) == key), None)
        if value is None:
            inner.pop(key, None)
            if at is not None:
                del self.lines[at]
            return
        inner[key] = value
        line = f"{_spelled_key(key)} = {_literal(value)}"
        if at is not None:
            self.lines[at] = line
        else:
            while end > start and not self.lines[end - 1].strip():
                end -= 1
            self.lines[end:end] = [line, ""] if self.lines[end : end + 1] and self.lines[end] else [line]

    def drop_table(self, table: tuple[str, ...]) -> None:
        inner = self.meant
        for name in table[:-1]:
            inner = inner[name]
        del inner[table[-1]]
        if not inner:
            self.meant.pop(table[0], None)
        start, end = self._region(table)
        # The comment that introduces the next table belongs to that table.
        while end > start and end < len(self.lines) and self.lines[end - 1].lstrip().startswith("#"):
            end -= 1
        del self.lines[start - 1 : end]

    def _region(self, table: tuple[str, ...]) -> tuple[int, int]:
        """Line numbers [first, last) below the table's header; the header is added if there is none."""
        heads = [(n, head) for n, line in enumerate(self.lines) if (head := _header(line)) is not None]
        limits = [*(n for n, _ in heads), len(self.lines)]
        if not table:
            return 0, limits[0]
        for position, (number, head) in enumerate(heads):
            if head == table:
                return number + 1, limits[position + 1]
        if self.lines and self.lines[-1].strip():
            self.lines.append("")
        self.lines.append(f"[{'.'.join(map(_spelled_key, table))}]")
        return len(self.lines), len(self.lines)

    def finish(self) -> None:
        text = "\n".join(self.lines).strip("\n") + "\n"
        try:
            says = parse(self.path, text.encode())[1]
        except UsageError:
            says = {}
        if says != self.meant:
            raise UsageError("config-by-hand", path=str(self.path))
        write_private(self.path, text.encode())


@contextmanager
def _editing(paths: Paths) -> Iterator[_Edit]:
    """One edit at a time: the folder itself is the lock. Nothing is written if the body raises."""
    import fcntl

    handle = os.open(folder(paths.config.parent), os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        edit = _Edit(paths.config)
        yield edit
        edit.finish()
    finally:
        os.close(handle)


def _header(line: str) -> tuple[str, ...] | None:
    """``[identity.anna]`` -> ("identity", "anna"), whatever its spelling; None for other lines."""
    import tomllib

    if not line.lstrip().startswith("["):
        return None
    try:
        found: Mapping[str, Any] = tomllib.loads(line)
    except tomllib.TOMLDecodeError:
        return None
    names: list[str] = []
    while found:
        name, inner = next(iter(found.items()))
        names.append(name)
        found = inner if isinstance(inner, dict) else {}
    return tuple(names)


def _key_of(line: str) -> str:
    return line.partition("=")[0].strip().strip("\"'") if "=" in line else ""


def _spelled_key(key: str) -> str:
    return key if key.replace("-", "_").replace("_", "a").isalnum() and key.isascii() else _literal(key)


def _literal(value: Value) -> str:
    """A TOML value. JSON's escapes are TOML's, but for DEL, which JSON leaves bare."""
    import json

    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return str(value).lower()
