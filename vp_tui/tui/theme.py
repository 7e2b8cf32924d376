"""The three looks: dark, light, and one without colours.

Invariant: no state is told by colour alone; in every theme the cursor and the marks differ by reverse, bold or a
character as well. ``vp-mono`` sends no colour at all and is what NO_COLOR gives. Callers: the application.
"""

from __future__ import annotations

import os
from typing import ClassVar

from textual.scrollbar import ScrollBarRender
from textual.theme import Theme

__all__ = ["THEMES", "PlainBar", "chosen"]


class PlainBar(ScrollBarRender):
    """A scrollbar of whole cells: block glyphs are not in every font, and a Braille line reads them out."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "]
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "]


DARK = Theme(
    name="vp-dark",
    primary="#8ab4d8",
    secondary="#7d9cb5",
    accent="#e0b15a",
    warning="#e0b15a",
    error="#e88a8a",
    success="#8fc79a",
    foreground="#d8d8d8",
    background="#16191d",
    surface="#16191d",
    panel="#262b31",
    dark=True,
    variables={"cursor-style": "bold", "muted": "#8d949c"},
)
LIGHT = Theme(
    name="vp-light",
    primary="#1f4e79",
    secondary="#3f6387",
    accent="#8a5a00",
    warning="#8a5a00",
    error="#a12626",
    success="#23663a",
    foreground="#1b1b1b",
    background="#f7f6f2",
    surface="#f7f6f2",
    panel="#e3e1d9",
    dark=False,
    variables={"cursor-style": "bold", "muted": "#5f6368"},
)
MONO = Theme(
    name="vp-mono",
    ansi=True,
    primary="ansi_default",
    secondary="ansi_default",
    accent="ansi_default",
    warning="ansi_default",
    error="ansi_default",
    success="ansi_default",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    dark=True,
    variables={
        "ansi-background": "ansi_default",
        "ansi-foreground": "ansi_default",
        "cursor-style": "bold reverse",
        "muted": "ansi_default",
        "border": "ansi_default",
        "border-blurred": "ansi_default",
        "block-cursor-foreground": "ansi_default",
        "block-cursor-background": "ansi_default",
        "block-cursor-text-style": "reverse",
        "input-cursor-text-style": "reverse",
        "input-selection-background": "ansi_default",
        "input-selection-foreground": "ansi_default",
    },
)
THEMES = {theme.name: theme for theme in (DARK, LIGHT, MONO)}


def chosen(wanted: str) -> str:
    """The name of the theme to use; NO_COLOR wins over the configuration, an unknown name gives the dark one."""
    if os.environ.get("NO_COLOR"):
        return MONO.name
    return wanted if wanted in THEMES else DARK.name
