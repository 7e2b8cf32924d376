"""From a case to its sheets and between them: ``b`` shows all, ``g`` and a letter goes to one.

``sheet.<place>`` is carried out by the dispatch, for whatever screen has a ``case``.
"""

from __future__ import annotations

from vp_tui.tui.actions.registry import Action

__all__ = ["ACTIONS"]

_BOTH = ("sheet", "case")
# The letter after g, and the words of the command line.
_LETTERS: dict[str, tuple[str, str, str]] = {
    "case": ("d", "dossier", "file"),
    "intake": ("i", "intake", "intake sheet"),
    "options": ("o", "opties", "options"),
    "consents": ("t", "toestemming", "consents"),
    "steps": ("s", "stappen", "steps"),
    "papers": ("p", "stukken", "papers"),
    "referrals": ("v", "verwijzing", "referrals"),
    "meetings": ("c", "contact", "meetings"),
    "aftercare": ("n", "nazorgblad", "aftercare sheet"),
    "knowing": ("w", "wie weet wat", "who knows what"),
    "dilemmas": ("x", "gewetensnood", "dilemmas"),
}

ACTIONS: tuple[Action, ...] = (
    Action("sheet.menu", _BOTH, ("b",), ex=("bladen", "sheets"), text="sheets.act.menu", footer=15),
    Action("sheet.next", ("sheet",), (">",), text="sheets.act.next", footer=16),
    Action("sheet.previous", ("sheet",), ("<",), text="sheets.act.previous", footer=0),
    *(
        Action(f"sheet.{place}", _BOTH, (f"g {letter}",), ex=(nl, en), text=f"sheets.go.{place}", footer=0)
        for place, (letter, nl, en) in _LETTERS.items()
    ),
)
