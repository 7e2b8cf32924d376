"""What is not needed is not loaded: counted in a process of its own, not timed."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.cli.conftest import ROOT

HEAVY = {"textual", "rich", "asyncpg", "keyring", "cryptography", "msgspec", "asyncio", "platformdirs"}


def loaded(*words: str, variables: dict[str, str] | None = None) -> set[str]:
    """The modules in memory when ``vp WORDS`` ends, however it ends."""
    program = (
        "import sys, atexit\n"
        "atexit.register(lambda: sys.stderr.write('\\nLOADED ' + ' '.join(sys.modules)))\n"
        f"sys.argv = ['vp', *{list(words)!r}]\n"
        "from vp_tui.__main__ import main\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, env=variables or {}, capture_output=True, text=True, check=False
    )
    return set(done.stderr.rpartition("\nLOADED ")[2].split())


@pytest.mark.parametrize("words", [["--help"], ["case", "--help"], ["--version"], ["nonsense"]], ids=" ".join)
def test_help_loads_nothing_heavy(words: list[str]) -> None:
    # A mistyped command has to clean what it prints, which is all that it may load.
    allowed = {"msgspec"} if words == ["nonsense"] else set()
    assert not HEAVY & {name.partition(".")[0] for name in loaded(*words)} - allowed


def test_help_loads_only_what_it_shows() -> None:
    ours = {name for name in loaded("--help") if name.startswith("vp_tui.cli.")}
    assert ours == {"vp_tui.cli.root", "vp_tui.cli.session", "vp_tui.cli.tree"}


def test_completion_loads_only_the_shell_part() -> None:
    variables = {"_VP_COMPLETE": "bash_complete", "COMP_WORDS": "vp ca", "COMP_CWORD": "1"}
    assert not HEAVY & {name.partition(".")[0] for name in loaded(variables=variables)}


def test_hardening_comes_first() -> None:
    """Whatever is imported before it could still be redirected by the environment."""
    program = (
        "import sys\n"
        "class Watch:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name.partition('.')[0] in {'click', 'vp_tui'}: print(name)\n"
        "sys.meta_path.insert(0, Watch())\n"
        "sys.argv = ['vp', '--version']\n"
        "from vp_tui.__main__ import main\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    order = done.stdout.split()
    assert order.index("vp_tui.device.hardening") < min(order.index("click"), order.index("vp_tui.cli"))
