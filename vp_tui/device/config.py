"""What this person and this host have set: read, checked, and each value with the place that it came from.

Layers, the later wins: defaults < /etc/vp/config.toml < the person's config.toml < environment < flag; what stands in
/etc/vp/policy.toml wins from all of them and cannot be set elsewhere.
Invariant: nothing unknown is ignored in silence; a wrong key or value is named with its file, its line and, where one
is near, the key that was meant. No secret is ever in these files. Writing is `config_edit`'s.
Callers: workspace, demo, command line, application. No parser is loaded where there is no file to read.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from vp_tui.device.paths import Paths, folder, identity_name, read_private
from vp_tui.errors import NotFoundError, UsageError, VpError

__all__ = ["SYSTEM", "Config", "Identity", "Settings", "check_value", "load", "parse", "problems"]

SYSTEM = Path("/etc/vp")
"""Where the host's administrator sets defaults (config.toml) and what nobody may change (policy.toml)."""

_SETTINGS: dict[str, tuple[str, ...] | range | type] = {
    "language": ("", "nl", "en"),
    "theme": ("dark", "light", "mono"),
    "a11y": bool,
    "idle_lock_minutes": range(1, 481),
    "default_identity": str,
    "kernel_keyring": bool,
    "file_keystore": bool,
    "clipboard": bool,
    "keys": dict,
}
_IDENTITY: dict[str, tuple[str, ...] | range | type] = {
    "practice": bytes,
    "device": bytes,
    "member": bytes,
    "dsn": str,
    "keystore": ("keyring", "file"),
    "demo": bool,
    "display": str,
}
_REQUIRED = ("practice", "device", "member", "dsn")
_ENVIRONMENT = {
    "VP_LANG": "language",
    "VP_THEME": "theme",
    "VP_A11Y": "a11y",
    "VP_IDLE_LOCK_MINUTES": "idle_lock_minutes",
    "VP_IDENTITY": "default_identity",
}


class Settings(NamedTuple):
    """The settings of a person on a host."""

    language: str = ""
    """``nl`` or ``en``; empty: as the locale says."""
    theme: str = "dark"
    a11y: bool = False
    idle_lock_minutes: int = 10
    default_identity: str = ""
    kernel_keyring: bool = True
    """Whether `vp unlock --for` may leave the derived key in the kernel's keyring."""
    file_keystore: bool = True
    """Whether this host allows the sealed file where there is no keyring (the practice's policy has its own say)."""
    clipboard: bool = False
    """Whether the terminal's clipboard (OSC 52) may be written to."""
    keys: Mapping[str, str] = {}
    """The remap table, action -> key."""


class Identity(NamedTuple):
    """One member of one practice on this device; ids are 16 bytes."""

    name: str
    practice: bytes
    device: bytes
    member: bytes
    dsn: str
    keystore: str = "keyring"
    demo: bool = False
    display: str = ""


class Config(NamedTuple):
    """The outcome of all layers."""

    settings: Settings
    identities: dict[str, Identity]
    origins: dict[str, str]
    """Setting -> ``default``, ``system``, ``user``, ``env``, ``flag`` or ``policy``."""

    def locked(self, key: str) -> bool:
        """Whether the host's policy fixes this setting."""
        return self.origins[key] == "policy"

    def choose(self, name: str | None = None) -> Identity:
        """The identity to act as: ``name``, else VP_IDENTITY or the default one, else the only one.

        Raises NotFoundError identity-unknown or identity-none, UsageError identity-ambiguous (several, none chosen).
        """
        if not self.identities:
            raise NotFoundError("identity-none")
        known = ", ".join(sorted(self.identities))
        wanted = name or self.settings.default_identity
        if wanted:
            if wanted not in self.identities:
                raise NotFoundError("identity-unknown", name=wanted[:40], known=known)
            return self.identities[wanted]
        if len(self.identities) > 1:
            raise UsageError("identity-ambiguous", known=known)
        return next(iter(self.identities.values()))


def load(
    paths: Paths,
    environ: Mapping[str, str] = os.environ,
    flags: Mapping[str, Any] | None = None,
    *,
    system: Path = SYSTEM,
) -> Config:
    """Everything that is set. ``flags`` maps settings to values; a value of None was not given.

    Raises the first problem found: UsageError config-*, policy-foreign, or as `paths.read_private` does.
    """
    found: list[VpError] = []
    config = _gather(paths, environ, flags or {}, system, found)
    if found:
        raise found[0]
    return config


def problems(paths: Paths, environ: Mapping[str, str] = os.environ, *, system: Path = SYSTEM) -> list[VpError]:
    """Everything that is wrong with the files and variables, in the order of the layers; empty: nothing."""
    found: list[VpError] = []
    _gather(paths, environ, {}, system, found)
    return found


def _gather(
    paths: Paths, environ: Mapping[str, str], flags: Mapping[str, Any], system: Path, found: list[VpError]
) -> Config:
    if paths.config.parent.exists():
        try:
            folder(paths.config.parent)
        except VpError as problem:
            found.append(problem)
    person = _read(paths.config, found)
    variables = {key: _spelled(key, environ[name]) for name, key in _ENVIRONMENT.items() if environ.get(name)}
    names = {key: name for name, key in _ENVIRONMENT.items()}
    layers = (
        ("system", _settings(_read(system / "config.toml", found, host=True), found)),
        ("user", _settings(person, found)),
        ("env", {key: value for key, value in variables.items() if _fine(key, value, names[key], found)}),
        ("flag", {key: v for key, v in flags.items() if v is not None and _fine(key, v, f"--{key}", found)}),
        ("policy", _settings(_read(system / "policy.toml", found, host=True), found)),
    )
    values: dict[str, Any] = {}
    origins = dict.fromkeys(Settings._fields, "default")
    for origin, layer in layers:
        values |= layer
        origins |= dict.fromkeys(layer, origin)
    return Config(Settings(**values), dict(_identities(person, found)), origins)


class _File(NamedTuple):
    path: Path
    text: str
    data: dict[str, Any]
    host: bool

    def line(self, key: str, table: str = "") -> int:
        """Where the key stands, counted from 1; 0 when it is written in a way that this does not see."""
        inside = not table
        for number, line in enumerate(self.text.splitlines(), 1):
            bare = line.strip()
            if bare.startswith("["):
                inside = bare.startswith(f"[{table}]") if table else False
                if bare.startswith(f"[{key}]"):
                    return number
            elif inside and bare.partition("=")[0].strip().strip("\"'") == key:
                return number
        return 0


def _read(path: Path, found: list[VpError], *, host: bool = False) -> _File:
    try:
        data = _read_host(path) if host else read_private(path)
        return _File(path, *parse(path, data), host) if data else _File(path, "", {}, host)
    except VpError as problem:
        found.append(problem)
        return _File(path, "", {}, host)


def _read_host(path: Path) -> bytes | None:
    """A file of the host's administrator: root's, and writable by root alone, or it is no policy."""
    try:
        with path.open("rb") as file:
            found = os.fstat(file.fileno())
            if os.name == "posix" and (found.st_uid != 0 or found.st_mode & 0o022):
                raise UsageError("policy-foreign", path=str(path), owner=found.st_uid)
            return file.read()
    except FileNotFoundError:
        return None
    except OSError:
        raise UsageError("policy-unreadable", path=str(path)) from None


def parse(path: Path, data: bytes) -> tuple[str, dict[str, Any]]:
    """Text and tables of a TOML file. Raises UsageError config-syntax with the line."""
    import tomllib

    try:
        text = data.decode()
        return text, tomllib.loads(text)
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
    except tomllib.TOMLDecodeError as problem:
        # "… (at line 3, column 5)" or "… (at end of document)"; the words before may quote the file.
        said = str(problem).rpartition("(at line ")[2].partition(",")[0]
        line = int(said) if said.isdigit() else data.count(b"\n") + 1
    raise UsageError("config-syntax", path=str(path), line=line)


def _settings(file: _File, found: list[VpError]) -> dict[str, Any]:
    """The settings of one file that are right; the others are added to ``found``."""
    good: dict[str, Any] = {}
    for key, value in file.data.items():
        if key == "identity" and not file.host:
            continue
        where = f"{file.path}:{file.line(key)}"
        if key == "keys" and isinstance(value, dict):
            lines = {action: f"{file.path}:{file.line(action, 'keys')}" for action in value}
            good[key] = {a: pressed for a, pressed in value.items() if _fine(f"keys.{a}", pressed, lines[a], found)}
        elif _fine(key, value, where, found):
            good[key] = value
    return good


def _identities(file: _File, found: list[VpError]) -> Iterator[tuple[str, Identity]]:
    tables = file.data.get("identity", {})
    if not isinstance(tables, dict):
        found.append(UsageError("config-value", where=str(file.path), setting="identity", expected="[identity.NAME]"))
        return
    for name, table in tables.items():
        header = f"identity.{name}"
        try:
            identity_name(name)
            if not isinstance(table, dict):
                raise UsageError("config-value", where=str(file.path), setting=header, expected="[identity.NAME]")
            for key, value in table.items():
                check_value(key, value, f"{file.path}:{file.line(key, header)}", _IDENTITY)
            for key in _REQUIRED:
                if key not in table:
                    where = f"{file.path}:{file.line(header)}"
                    raise UsageError("config-missing", where=where, setting=f"{header}.{key}")
        except UsageError as problem:
            found.append(problem)
            continue
        ids = {key: bytes.fromhex(table[key]) for key in ("practice", "device", "member")}
        yield name, Identity(**{"name": name, **table, **ids})


def _fine(key: str, value: object, where: str, found: list[VpError]) -> bool:
    try:
        check_value(key, value, where)
    except UsageError as problem:
        found.append(problem)
        return False
    return True


def check_value(
    key: str, value: object, where: str, kinds: Mapping[str, tuple[str, ...] | range | type] = _SETTINGS
) -> None:
    """Raise UsageError config-unknown (with the nearest known key) or config-value (with what is expected)."""
    kind = str if key.startswith("keys.") and kinds is _SETTINGS else kinds.get(key)
    if kind is None:
        import difflib

        nearest = difflib.get_close_matches(key, kinds, 1, 0.5)
        suffix = "-near" if nearest else ""
        raise UsageError(f"config-unknown{suffix}", where=where, setting=key[:60], nearest="".join(nearest))
    if isinstance(kind, tuple):
        fits, expected = value in kind, " | ".join(filter(None, kind))
    elif isinstance(kind, range):
        fits, expected = type(value) is int and value in kind, f"{kind.start} .. {kind.stop - 1}"
    elif kind is bytes:
        fits, expected = _is_id(value), "32 x 0-9 a-f"
    elif kind is bool:
        fits, expected = isinstance(value, bool), "true | false"
    else:
        fits, expected = isinstance(value, kind), '"…"' if kind is str else f"[{key}]"
    if not fits:
        raise UsageError("config-value", where=where, setting=key, expected=expected)


def _is_id(value: object) -> bool:
    return isinstance(value, str) and len(value) == 32 and set(value) <= set("0123456789abcdef")


def _spelled(key: str, said: str) -> object:
    """A variable's text as the setting's type; what does not fit is left for `check_value` to refuse."""
    kind = _SETTINGS[key]
    if key == "language":
        return said.lower()[:2]
    if kind is bool:
        return {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}.get(said.lower(), said)
    return int(said) if isinstance(kind, range) and said.isascii() and said.isdigit() else said
