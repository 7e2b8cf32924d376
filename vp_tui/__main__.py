"""``vp``: harden the process, then hand over to the command line.

The order is the point: environment variables that would redirect secrets or log keystrokes are gone, and core dumps are
off, before any library that reads them is imported.
"""

from __future__ import annotations

import sys

from vp_tui.device.hardening import harden

__all__ = ["main"]


def main() -> None:
    """Entry point of the command ``vp``; ends the process with its exit code."""
    hardening = harden()
    from vp_tui.cli.root import run

    sys.exit(run(sys.argv[1:], hardening))


if __name__ == "__main__":
    main()
