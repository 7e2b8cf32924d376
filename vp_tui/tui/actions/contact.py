"""What can be done with contact requests. Handlers are methods of their screens; texts are in catalog ``contact``."""

from __future__ import annotations

from typing import Any

from vp_tui.tui.actions.reasons import when
from vp_tui.tui.actions.registry import Action

__all__ = ["ACTIONS"]


def _act(verb: str, *keys: str, needs: tuple[str, ...] = (), **more: Any) -> Action:
    guard = when("contact", *needs)
    return Action(f"contact.{verb}", ("contact",), keys, text=f"contact.act.{verb}", guard=guard, **more)


_WAITING = ("waiting", "addressed", "online")
_HELD = ("held", "addressed", "online")
_MINE = ("accepted",)

ACTIONS: tuple[Action, ...] = (
    Action(
        "contact.ask",
        ("contacts",),
        ("n",),
        ex=("aanvraag nieuw", "request new"),
        text="contact.act.ask",
        cli="vp contact new",
        footer=15,
    ),
    _act("accept", "a", ex=("aannemen", "accept"), needs=_WAITING, cli="vp contact accept", footer=10),
    _act("postpone", "p", ex=("uitstellen", "postpone"), needs=_WAITING, cli="vp contact postpone", footer=12),
    _act("recuse", "r", ex=("teruggeven", "recuse"), needs=_HELD, cli="vp contact recuse", footer=14),
    _act(
        "pass",
        "w",
        ex=("doorgeven", "pass on"),
        needs=("unfinished", "addressed", "online"),
        cli="vp contact pass",
        footer=16,
    ),
    _act("missed", "o", ex=("niet opgenomen", "not answered"), needs=_MINE, cli="vp contact call", footer=18),
    _act("call", "c", ex=("belresultaat", "call result"), needs=_MINE, cli="vp contact call", footer=20),
    _act("case", "n", ex=("zaak maken", "make case"), needs=_MINE, cli="vp case new", footer=11),
    _act("finish", "f", ex=("aanvraag klaar", "request done"), needs=_MINE, cli="vp contact finish", footer=24),
    Action(
        "ask.clear",
        ("ask",),
        ex=("aanvraag leegmaken", "clear request"),
        text="contact.act.clear",
        guard=when("case", "typed"),
        consequence=True,
        footer=0,
    ),
)
