"""What a confidant does on the sheets of intake, options and consents, and on a print-out.

Handlers are methods of the sheets; texts and reasons are in the catalogs ``care`` and ``care_consent``. What lets
something leave, or makes a consent count no more, is a consequence.
"""

from __future__ import annotations

from typing import Any

from vp_tui.tui.actions.reasons import when
from vp_tui.tui.actions.registry import Action, Guard

__all__ = ["ACTIONS"]


def _writing(catalog: str, *flags: str) -> Guard:
    return when(catalog, *flags, "writer", "unclosed", otherwise="case")


def _intake(verb: str, *keys: str, flags: tuple[str, ...] = (), **more: Any) -> Action:
    return Action(f"intake.{verb}", ("intake",), keys, text=f"care.act.{verb}", guard=_writing("care", *flags), **more)


def _options(verb: str, label: str, *keys: str, **more: Any) -> Action:
    return Action(f"options.{verb}", ("options",), keys, text=f"care.act.{label}", **more)


def _consents(verb: str, *keys: str, **more: Any) -> Action:
    return Action(f"consents.{verb}", ("consents",), keys, text=f"care_consent.act.{verb}", **more)


ACTIONS: tuple[Action, ...] = (
    _intake("tick", "t", flags=("item",), ex=("vink", "tick"), argument="care.arg.day", cli="vp case tick", footer=10),
    _intake("note", "n", ex=("schrijf", "write"), cli="vp case note", footer=11),
    _intake("talk", "c", ex=("leg vast", "record talk"), cli="vp case talk", footer=12),
    _intake("save", "ctrl+s", flags=("pen",), footer=0),
    _intake("scope", "s", ex=("bereik", "scope"), cli="vp case scope", footer=13),
    _intake("edit", "e", flags=("editable",), footer=20),
    _intake("safe", "f", ex=("veilig contact", "safe contact"), cli="vp case safe", footer=22),
    _intake("core", "i", ex=("kern wijzigen", "edit core"), cli="vp case edit", footer=24),
    _intake("reporter", "a", ex=("melder", "reporter"), cli="vp case reporter add", footer=26),
    _intake("link", "o", ex=("koppel", "link case"), cli="vp case link", footer=28),
    _intake("drop", "X d", flags=("droppable",), consequence=True, footer=0),
    _options(
        "new", "option_new", "n", ex=("optie", "option"), guard=_writing("care"), cli="vp case option add", footer=10
    ),
    _options("edit", "option_edit", "e", guard=_writing("care", "option"), cli="vp case option edit", footer=12),
    _options(
        "choose",
        "choose",
        "s",
        ex=("keuze", "choose"),
        guard=_writing("care", "options"),
        cli="vp case option choose",
        footer=14,
    ),
    _options(
        "drop",
        "option_drop",
        "d",
        guard=_writing("care", "option", "standing"),
        reversible=True,
        cli="vp case option drop",
        footer=20,
    ),
    _options(
        "print",
        "option_print",
        "p",
        ex=("optieblad", "options sheet"),
        guard=when("care", "options", otherwise="case"),
        cli="vp case option print",
        footer=22,
    ),
    _consents(
        "new", "n", ex=("geef toestemming", "consent"), guard=_writing("care_consent"), cli="vp consent add", footer=10
    ),
    _consents("print", "p", guard=when("care_consent", "consent", otherwise="case"), cli="vp consent print", footer=20),
    _consents(
        "disclose",
        "X v",
        ex=("verstrek", "disclose"),
        guard=_writing("care_consent", "consent", "by_itself", "live"),
        consequence=True,
        cli="vp disclose",
        footer=22,
    ),
    _consents(
        "withdraw",
        "X w",
        ex=("trek in", "withdraw consent"),
        guard=when("care_consent", "consent", "standing", "writer", otherwise="case"),
        consequence=True,
        cli="vp consent withdraw",
        footer=24,
    ),
    Action("print.file", ("print",), ("X f",), text="care_consent.act.print_file", consequence=True, footer=0),
)
