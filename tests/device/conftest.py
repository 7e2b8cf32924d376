"""What the tests of this room share: a disk that is soon full, an ordinary user, a session with a real keyring."""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

ROOT = Path(__file__).resolve().parents[2]
NOBODY = 65534
Run = Callable[..., subprocess.CompletedProcess[str]]


class SmallDisk(NamedTuple):
    """A folder where 512 KiB fit, until there is room."""

    path: Path
    make_room: Callable[[], object]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[SmallDisk]:
    """A small mounted disk; where mounting is not allowed, a limit on the size of each file."""
    place = tmp_path / "disk"
    place.mkdir(mode=0o700)
    mount = ["mount", "-t", "tmpfs", "-o", "size=512k,mode=0700", "tmpfs", str(place)]
    if os.geteuid() == 0 and subprocess.run(mount, capture_output=True).returncode == 0:
        more = ["mount", "-o", "remount,size=8m", str(place)]
        yield SmallDisk(place, lambda: subprocess.run(more, check=True))
        subprocess.run(["umount", str(place)], check=True)
        return
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (512 * 1024, before[1]))
    yield SmallDisk(place, lambda: resource.setrlimit(resource.RLIMIT_FSIZE, before))
    resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """An environment with a home of its own and nothing of the caller's session."""
    for name in ("home", "home/data", "home/run"):
        (tmp_path / name).mkdir(mode=0o700)
    home = tmp_path / "home"
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_RUNTIME_DIR": str(home / "run"),
        "VP_HOME": str(home / "vp"),
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
    }


@pytest.fixture
def python() -> Run:
    """Run a script in a fresh interpreter."""

    def run(script: str, env: dict[str, str] | None = None, *flags: str) -> subprocess.CompletedProcess[str]:
        base = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
        return subprocess.run(
            [sys.executable, *flags, "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{script}"],
            env=env or base,
            capture_output=True,
            text=True,
            timeout=60,
        )

    return run


@pytest.fixture
def session(home: dict[str, str], tmp_path: Path) -> Callable[..., list[Any]]:
    """Run a script inside a D-Bus session of its own; ``say(value)`` in it reports one JSON value.

    ``daemon``: ``unlocked``, ``locked`` (a login by public key) or ``none``. The keyring's password is ``pw-keyring``.
    """
    for tool in ("dbus-run-session", "gnome-keyring-daemon"):
        if shutil.which(tool) is None:
            pytest.skip(f"{tool} is not installed")
    starts = {
        "unlocked": "printf pw-keyring | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1",
        "locked": "gnome-keyring-daemon --start --components=secrets >/dev/null 2>&1",
        "none": ":",
    }
    preamble = (
        "import json, os, sys, time\n"
        "from vp_tui.device import keystore, paths, secret_service\n"
        "from vp_tui.errors import VpError\n"
        "P, D, V = b'\\1' * 16, b'\\2' * 16, os.urandom(900)\n"
        "def say(value): print('>>', json.dumps(value), flush=True)\n"
        "def tell(act):\n"
        "    try: say(act())\n"
        "    except VpError as problem: say(f'{type(problem).__name__} {problem.key}')\n"
        "store = keystore.KeyringKeyStore(seconds=3)\n"
    )

    def run(script: str, daemon: str = "unlocked", extra: dict[str, str] | None = None, *flags: str) -> list[Any]:
        file = tmp_path / f"script-{os.urandom(3).hex()}.py"
        file.write_text(preamble + script)
        done = subprocess.run(
            ["dbus-run-session", *flags, "--", "sh", "-c", f'{starts[daemon]}; exec "$0" "$1"', sys.executable, file],
            env=home | (extra or {}),
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert "Traceback" not in done.stderr, done.stderr
        return [json.loads(line[3:]) for line in done.stdout.splitlines() if line.startswith(">> ")]

    return run


@pytest.fixture
def ordinary() -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Start a script as an ordinary user (nobody, when the tests run as root), with this room's light modules only."""
    place = Path(tempfile.mkdtemp(prefix="vp-ordinary-"))
    (place / "vp_tui" / "device").mkdir(parents=True)
    for name in ("__init__.py", "errors.py", "device/__init__.py", "device/hardening.py", "device/agent.py"):
        shutil.copy(ROOT / "vp_tui" / name, place / "vp_tui" / name)
    subprocess.run(["chmod", "-R", "a+rX", str(place)], check=True)
    who: dict[str, Any] = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
    interpreter = next((p for p in (sys.executable, "/usr/bin/python3") if _runs(p, who)), None)
    started: list[subprocess.Popen[str]] = []

    def start(script: str, **options: Any) -> subprocess.Popen[str]:
        if interpreter is None:
            pytest.skip("no Python 3.11 that an ordinary user may run")
        process = subprocess.Popen(
            [interpreter, "-c", f"import sys; sys.path.insert(0, {str(place)!r})\n{script}"],
            env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"},
            cwd=place,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            **who,
            **options,
        )
        started.append(process)
        return process

    yield start
    for process in started:
        process.kill()
        process.communicate()
    shutil.rmtree(place)


def _runs(interpreter: str, who: dict[str, Any]) -> bool:
    try:
        asked = [interpreter, "-c", "import sys; sys.exit(sys.version_info < (3, 11))"]
        return subprocess.run(asked, cwd="/", capture_output=True, **who).returncode == 0
    except OSError:
        return False
