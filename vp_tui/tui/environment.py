"""What Textual may read from the environment.

Invariant: only variables that change looks survive. Textual reads the rest at import, so this module must run before it
and is called by the package itself. Callers: ``vp_tui.tui``.
"""

from __future__ import annotations

import os
from collections.abc import MutableMapping

__all__ = ["ESCAPE_OVER_SSH", "prepare"]

ALLOWED = frozenset({"TEXTUAL_COLOR_SYSTEM", "TEXTUAL_FPS", "TEXTUAL_DISABLE_KITTY_KEY"})

# Milliseconds. A slow line splits the escape sequence of an arrow key; after Textual's 100 ms the pieces arrive as
# Escape, "[" and "B". Escape itself gets slower by this, which is why every Escape has a "q".
ESCAPE_OVER_SSH = "400"


def prepare(environ: MutableMapping[str, str] = os.environ) -> None:
    """Remove every ``TEXTUAL*`` variable but the allowed ones; over SSH, wait longer for the rest of a key."""
    for name in [name for name in environ if name.startswith("TEXTUAL") and name not in ALLOWED]:
        del environ[name]
    if environ.get("SSH_CONNECTION"):
        environ.setdefault("ESCDELAY", ESCAPE_OVER_SSH)
