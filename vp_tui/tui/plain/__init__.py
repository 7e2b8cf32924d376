"""The application a line at a time (`vp --plain`): for screen readers, Braille lines, dumb terminals and pipes.

Invariant: the line mode has no screen, rule or word of its own. It is the application itself, run without a terminal:
what stands on a screen is said in lines, lists get numbers, forms and dialogs become questions, and what is typed ends
in the same registry, guards and typed words. What was said stays on the terminal, and the first lines say so.
Callers: the command line.
"""

from vp_tui.tui.plain.application import PlainApp, open_plain

__all__ = ["PlainApp", "open_plain"]
