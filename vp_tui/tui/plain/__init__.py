"""The application a line at a time (`vp --plain`): for screen readers, Braille lines, dumb terminals and pipes.

Invariant: the same registry, guards, reasons and confirmations as the screens; numbered lists instead of a cursor; no
Textual is loaded. What is shown stays on the terminal, and the first lines say so. Callers: the command line.
"""

from vp_tui.tui.plain.application import open_plain

__all__ = ["open_plain"]
