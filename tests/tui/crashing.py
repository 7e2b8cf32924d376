"""The application, made to fall: after its first frame, the screen whose class is named raises with content in hand.

``python crashing.py MODULE CLASS METHOD``, with VP_HOME and VP_IDENTITY as for ``vp``.
"""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

from vp_tui.device.config import load
from vp_tui.device.paths import locate
from vp_tui.i18n import set_language
from vp_tui.tui.session import open_app

MARKER = "KORNOELJE-91c4"


def fall(self: Any, *_: Any) -> None:
    """Locals and message both hold what must not be seen."""
    secret = f"{MARKER} {self}"
    raise ValueError(secret)


if __name__ == "__main__":
    module, kind, method = sys.argv[1:]
    setattr(getattr(import_module(module), kind), method, fall)
    set_language("nl")
    paths = locate()
    sys.exit(open_app(paths, load(paths)))
