"""What the screens of case work refuse by themselves."""

from __future__ import annotations

__all__ = ["TEXT"]

TEXT: dict[str, tuple[str, str]] = {
    "section-unknown.title": ("Dit deel van de lijst bestaat niet: {name}.", "There is no such section: {name}."),
    "section-unknown.hint": (
        "Kies alle, mijn, nieuw, lopend, wacht, nazorg, te laat, waarneming of gesloten.",
        "Choose all, mine, new, active, waiting, aftercare, overdue, deputy or closed.",
    ),
}
