"""A process that tells nothing: the environment, debuggers, core dumps, crashes."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from collections.abc import Callable

import pytest

from .conftest import ROOT, Run

Ordinary = Callable[..., "subprocess.Popen[str]"]
linux = pytest.mark.skipif(sys.platform != "linux", reason="prctl and ptrace are Linux's")
MARKER = "zeepaardje-9317"

HARDEN = "from vp_tui.device.hardening import harden, guard\nh = harden()\n"


def test_variables_that_redirect_are_gone_and_harmless_ones_stay(python: Run) -> None:
    gone = {
        "TEXTUAL": "devtools",
        "TEXTUAL_LOG": "/tmp/log",
        "TEXTUAL_SCREENSHOT": "1",
        "TEXTUAL_DRIVER": "evil:Driver",
        "PYTHONPATH": "/nowhere",
        "PYTHONINSPECT": "",
        "PYTHON_KEYRING_BACKEND": "keyrings.alt.file.PlaintextKeyring",
        "KEYRING_PROPERTY_PREFERRED_COLLECTION": "/x",
        "SSLKEYLOGFILE": "/tmp/keys",
        "OPENSSL_CONF": "/tmp/openssl.cnf",
        "PGHOST": "evil.example",
        "PGPASSWORD": MARKER,
        "PGSSLMODE": "disable",
    }
    stay = {"TEXTUAL_THEME": "x", "ESCDELAY": "25", "NO_COLOR": "1", "VP_HOME": "/h", "PATH": os.environ["PATH"]}
    done = python(
        HARDEN + "import os, subprocess\nprint(sorted(os.environ)); print(sorted(h.removed)); print(h.noted)\n"
        "print(sorted(h.postgres)); print(repr(h))\n"
        # What a child gets, and C's own getenv.
        "child = subprocess.run(['env'], capture_output=True, text=True).stdout\n"
        "print([line.partition('=')[0] for line in child.splitlines()])",
        gone | stay,
    )
    left, removed, noted, postgres, shown, inherited = done.stdout.splitlines()
    assert not set(gone) & set(eval(left))
    assert set(stay) <= set(eval(left))
    assert set(eval(removed)) == set(gone)
    assert eval(noted) == ("PYTHONPATH",)
    assert eval(postgres) == ["PGHOST", "PGPASSWORD", "PGSSLMODE"]
    assert MARKER not in shown
    assert not set(gone) & set(eval(inherited))


def test_what_acted_before_python_is_noted(python: Run) -> None:
    env = {"LD_LIBRARY_PATH": "/nowhere", "PATH": os.environ["PATH"], "PYTHONDEVMODE": "1"}
    assert python(HARDEN + "print(h.noted)", env).stdout == "('LD_LIBRARY_PATH', 'PYTHONDEVMODE')\n"
    assert python(HARDEN + "print(h.noted)", env, "-I").stdout == "('LD_LIBRARY_PATH',)\n"


def test_files_are_made_for_their_owner_alone(python: Run) -> None:
    assert python(HARDEN + "import os; print(oct(os.umask(0)))").stdout == "0o77\n"


@linux
def test_a_debugger_of_the_same_user_is_refused(ordinary: Ordinary) -> None:
    attach = (
        "import ctypes, os, sys\n"
        "libc = ctypes.CDLL(None, use_errno=True)\n"
        "target = int(sys.stdin.readline())\n"
        "print(libc.ptrace(16, target, 0, 0))\n"
        "try: open(f'/proc/{target}/mem', 'rb').close(); print('read')\n"
        "except OSError as problem: print(type(problem).__name__)\n"
        "if libc.ptrace(17, target, 0, 0): pass\n"
    )
    outcomes = []
    for script in ("print('up', flush=True)\n", HARDEN + "print('up', flush=True)\n"):
        target = ordinary(script + "sys.stdin.readline()")
        assert target.stdout is not None
        assert target.stdout.readline() == "up\n"
        outcomes.append(ordinary(attach).communicate(f"{target.pid}\n", timeout=20)[0].split())
    if outcomes[0] != ["0", "read"]:
        pytest.skip("this host refuses debuggers by itself")
    assert outcomes[1] == ["-1", "PermissionError"]


@linux
def test_a_crash_leaves_no_core(ordinary: Ordinary) -> None:
    def big_cores() -> None:
        resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))

    fall = "import os, signal\nos.kill(os.getpid(), signal.SIGSEGV)"
    dumped = []
    for script in (fall, HARDEN + fall):
        process = ordinary(script, preexec_fn=big_cores)
        _, status = os.waitpid(process.pid, 0)
        process.returncode = 0
        assert os.WTERMSIG(status) == signal.SIGSEGV
        dumped.append(os.WCOREDUMP(status))
    assert not dumped[1]
    report = ordinary(HARDEN + "print(h.undumpable, h.no_core)").communicate()[0]
    assert report == "True True\n"


CRASHES = {
    "uncaught": "def f(text):\n    secret = text + 'x'\n    raise ValueError(secret)\nf('MARK')",
    "chained": "try:\n    {}['MARK']\nexcept KeyError as e:\n    raise RuntimeError('MARK') from e",
    "group": "raise ExceptionGroup('MARK', [ValueError('MARK')])",
    "noted": "e = ValueError('MARK'); e.add_note('MARK'); raise e",
    "thread": "import threading\nt = threading.Thread(target=lambda: {}['MARK'], name='MARK'); t.start(); t.join()",
    "unraisable": "class A:\n    def __del__(self): raise ValueError('MARK')\nA()",
    "task": (
        "import asyncio\nasync def main():\n    guard(asyncio.get_running_loop())\n"
        "    async def f(): raise ValueError('MARK')\n"
        "    t = asyncio.create_task(f(), name='MARK'); await asyncio.sleep(0.01); del t\n    import gc; gc.collect()\n"
        "asyncio.run(main())"
    ),
    "callback": (
        "import asyncio\nasync def main():\n    loop = asyncio.get_running_loop(); guard(loop)\n"
        "    loop.call_soon(lambda: {}['MARK']); await asyncio.sleep(0.01)\nasyncio.run(main())"
    ),
    "logged": (
        "import asyncio, logging\nasync def main():\n    guard(asyncio.get_running_loop())\n"
        "    logging.getLogger('asyncpg').error('MARK')\n    raise ValueError('MARK')\nasyncio.run(main())"
    ),
}


@pytest.mark.parametrize("kind", CRASHES)
def test_a_crash_prints_a_class_and_a_place_never_a_message_or_a_local(python: Run, kind: str) -> None:
    script = CRASHES[kind].replace("MARK", MARKER)
    # The control: without hardening each of these prints the marker.
    assert MARKER in python("def guard(loop): pass\n" + script).stderr
    done = python(HARDEN + script)
    assert MARKER not in done.stderr + done.stdout
    assert "Traceback" not in done.stderr
    assert done.stderr.startswith("vp: ")
    assert done.stderr.split()[1] in {"ValueError", "KeyError", "RuntimeError", "ExceptionGroup"}


def test_the_place_is_the_innermost_in_our_own_source(python: Run) -> None:
    done = python(HARDEN + "from pathlib import Path\nfrom vp_tui.device.paths import read_private\nread_private(None)")
    assert done.stderr.startswith("vp: AttributeError device.paths:")


def test_an_interrupt_prints_nothing(python: Run) -> None:
    done = python(HARDEN + "raise KeyboardInterrupt")
    assert done.stderr == ""
    assert done.returncode in (-signal.SIGINT, 130)


def test_the_faulthandler_is_off_even_when_it_was_asked_for(python: Run) -> None:
    script = HARDEN + "import faulthandler; print(faulthandler.is_enabled())"
    assert python(script, None, "-X", "faulthandler").stdout == "False\n"


def test_the_road_of_every_start_is_light() -> None:
    script = (
        "import sys; before = set(sys.modules)\n"
        "from vp_tui.device import config, hardening, paths\n"
        "hardening.harden(); paths.locate({'VP_HOME': '/nowhere'})\n"
        "config.load(paths.locate({'VP_HOME': '/nowhere'}), {})\n"
        "print(' '.join(sorted(set(sys.modules) - before)))"
    )
    loaded = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    heavy = {"asyncio", "cryptography", "dataclasses", "inspect", "keyring", "logging", "msgspec", "platformdirs"}
    heavy |= {"secretstorage", "sqlite3", "ssl", "subprocess", "tomllib", "difflib", "json"}
    assert not heavy & set(loaded.split())
    assert len(loaded.split()) <= 60
