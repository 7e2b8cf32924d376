"""Contact requests."""

from __future__ import annotations

__all__ = ["TEXT"]

TEXT: dict[str, tuple[str, str]] = {
    "place": ("Contactverzoeken", "Contact requests"),
    "place.one": ("Contactverzoek", "Contact request"),
}
