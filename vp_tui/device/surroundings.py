"""What the host and the terminal around this process look like: swap, debuggers, locale, recorders, tmux.

Invariant: only looks, never longer than a second, and what cannot be read counts as not there.
Callers: `doctor`.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from importlib.util import cache_from_source
from pathlib import Path

__all__ = ["encoding", "plain_swaps", "ptrace_scope", "recorders", "tmux", "without_bytecode"]

_RECORDERS = frozenset({"asciinema", "script", "scriptlive", "termrec", "tlog-rec", "tlog-rec-sessio", "ttyrec"})


def plain_swaps() -> tuple[str, ...]:
    """Swap devices that keep memory on a disk in clear: neither zram nor on dm-crypt."""
    lines = _read(Path("/proc/swaps")).splitlines()[1:]
    return tuple(name for line in lines if line and not _is_safe_swap(name := line.split()[0]))


def _is_safe_swap(name: str) -> bool:
    # A path, since dm devices are listed as /dev/dm-N or by a link in /dev/mapper.
    device = Path(os.path.realpath(name)).name
    return device.startswith("zram") or _read(Path(f"/sys/block/{device}/dm/uuid")).startswith("CRYPT-")


def ptrace_scope() -> int | None:
    """Yama's setting, None if this kernel has none."""
    said = _read(Path("/proc/sys/kernel/yama/ptrace_scope")).strip()
    return int(said) if said.isdigit() else None


def without_bytecode(folder: Path) -> bool:
    """Whether the sources in ``folder`` are compiled anew at each start."""
    return not any(Path(cache_from_source(str(source))).exists() for source in folder.glob("*.py"))


def encoding(environ: Mapping[str, str]) -> str:
    """The character set that the locale asks for, ``UTF-8`` spelled so."""
    said = environ.get("LC_ALL") or environ.get("LC_CTYPE") or environ.get("LANG") or "C"
    charset = said.partition(".")[2].partition("@")[0] or said
    return "UTF-8" if charset.upper().replace("-", "") == "UTF8" else charset


def recorders(environ: Mapping[str, str]) -> tuple[str, ...]:
    """Programs above this one that write down everything that the terminal shows."""
    found = {"asciinema"} if environ.get("ASCIINEMA_REC") else set()
    process = os.getppid()
    while process > 1:
        # "pid (name) state ppid …"; the name may hold spaces and brackets.
        name, _, rest = _read(Path(f"/proc/{process}/stat")).rpartition(") ")
        found |= {name.partition("(")[2]} & _RECORDERS
        fields = rest.split()
        process = int(fields[1]) if len(fields) > 1 else 0
    if environ.get("TMUX") and tmux("display-message -p #{pane_pipe}") == "1":
        found.add("tmux pipe-pane")
    return tuple(sorted(found))


def tmux(question: str) -> str:
    """tmux's answer, empty if there is none."""
    try:
        # By name: the tmux that the person runs is the one to ask; the words are ours.
        asked = subprocess.run(["tmux", *question.split(" ")], capture_output=True, timeout=1)  # noqa: S603, S607
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return asked.stdout.decode(errors="replace").strip()


def _read(path: Path) -> str:
    try:
        return path.read_text(errors="replace")
    except OSError:
        return ""
