"""What Tab offers in a line with filters: names of filters and their values, in the chosen language where it can.

Callers: the list of cases and the results of a search.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vp_tui.domain.query import complete
from vp_tui.i18n import LANGUAGES, language
from vp_tui.tui.widgets.find_line import Complete

if TYPE_CHECKING:
    from vp_tui.workspace.facade import Workspace

__all__ = ["completer"]

# Every filter once, for who presses Tab before anything was typed.
_NAMES = {
    "nl": "is staat klant natuur label eigenaar ouder jonger termijn nazorg",
    "en": "is state client nature tag owner older younger due aftercare",
}
# Both languages are understood; what is offered is of the one that is chosen.
_WORDS = {
    "nl": "staat klant natuur aard eigenaar ouder jonger termijn nazorg label mijn nieuw lopend wacht telaat "
    "waarneming gesloten sluimert binnengekomen aanvaard verkennen opties stappen vandaag geen klaar",
    "en": "state client nature owner older younger due aftercare tag mine new active waiting overdue deputy closed "
    "snoozed received accepted exploring options steps today none done",
}


def completer(workspace: Workspace) -> Complete:
    """For ``FindLine.ask``."""

    def offers(typed: str, position: int) -> list[str]:
        word = typed[typed.rfind(" ", 0, position) + 1 : position]
        if not word.removeprefix("-"):
            return [f"{word}{name}:" for name in _NAMES[language()].split()]
        found = complete(typed, position, known=workspace.known())
        foreign = {offer for other in LANGUAGES if other != language() for offer in _WORDS[other].split()}
        own = [offer for offer in found if _part(offer) not in foreign]
        return own or found

    return offers


def _part(offer: str) -> str:
    """The name of a filter, or its value where there is one."""
    name, _, value = offer.removeprefix("-").partition(":")
    return value or name
