"""What a confidant can do in a case, and on the form that registers one.

Handlers are methods of ``CaseScreen`` and ``RegisterScreen``; texts and reasons are in the catalog ``case``. Writing
needs no server (it waits in the outbox), changing who can read does: keys are made for the readers of that moment.
"""

from __future__ import annotations

from typing import Any

from vp_tui.tui.actions.reasons import when
from vp_tui.tui.actions.registry import Action, Guard

__all__ = ["ACTIONS"]


def _when(*flags: str) -> Guard:
    return when("case", *flags)


def _act(verb: str, *keys: str, **more: Any) -> Action:
    return Action(f"case.{verb}", ("case",), keys, text=f"case.act.{verb}", **more)


_WRITING = _when("writer", "unclosed")

ACTIONS: tuple[Action, ...] = (
    _act("note", "n", ex=("notitie", "note"), guard=_WRITING, cli="vp case note", footer=10),
    _act("talk", "c", ex=("gesprek", "talk"), guard=_WRITING, cli="vp case talk", footer=12),
    _act(
        "edit", "e", ex=("wijzig", "edit"), guard=_when("item", "writer", "unclosed"), cli="vp case revise", footer=20
    ),
    _act("layer", "p", ex=("laag", "layer"), guard=_when("own_case"), footer=14),
    _act("view_next", ">", footer=16),
    _act("view_previous", "<", footer=0),
    _act("hit_next", "ctrl+n", guard=_when("hits"), footer=18),
    _act("hit_previous", "N", guard=_when("hits"), footer=0),
    _act(
        "state",
        "s",
        ex=("toestand", "state"),
        argument="case.arg.state",
        guard=_WRITING,
        cli="vp case state",
        footer=30,
    ),
    _act("next", "d", ex=("actie", "next"), guard=_WRITING, cli="vp case next", footer=32),
    _act("done", "x", ex=("actie gedaan", "done"), guard=_when("has_next", "writer"), cli="vp case done", footer=34),
    _act(
        "aftercare",
        "a",
        ex=("nazorg", "aftercare"),
        guard=_when("has_aftercare", "writer"),
        cli="vp case aftercare",
        footer=36,
    ),
    _act("core", "i", ex=("kern", "core"), guard=_WRITING, cli="vp case edit", footer=38),
    _act("readers", "r", ex=("lezers", "readers"), footer=40),
    _act(
        "deputy",
        "X d",
        ex=("waarnemer", "deputy"),
        guard=_when("own_case", "unclosed", "alone", "online"),
        consequence=True,
        cli="vp case deputy grant",
        footer=0,
    ),
    _act(
        "undeputy",
        "X u",
        ex=("waarnemer weg", "undeputy"),
        guard=_when("own_case", "deputised", "online"),
        consequence=True,
        cli="vp case deputy remove",
        footer=0,
    ),
    _act(
        "snooze",
        "z",
        ex=("sluimer", "snooze"),
        argument="queue.arg.until",
        guard=_WRITING,
        reversible=True,
        cli="vp case snooze",
        footer=0,
    ),
    _act(
        "tag",
        "t",
        ex=("label", "tag"),
        argument="queue.arg.labels",
        guard=_WRITING,
        reversible=True,
        cli="vp case tag",
        footer=0,
    ),
    _act(
        "hand_over",
        "X h",
        ex=("overdragen", "hand over"),
        guard=_when("own_case", "unclosed", "online"),
        consequence=True,
        cli="vp case hand-over",
        footer=0,
    ),
    _act(
        "close",
        "X c",
        ex=("afsluiten", "close"),
        guard=_when("own_case", "unclosed"),
        consequence=True,
        cli="vp case close",
        footer=60,
    ),
    _act("reopen", "X o", ex=("heropenen", "reopen"), guard=_when("own_case", "ended"), cli="vp case reopen", footer=0),
    _act(
        "withdraw",
        "X w",
        ex=("intrekken", "withdraw"),
        guard=_when("item", "withdrawer", "unclosed"),
        consequence=True,
        cli="vp case withdraw",
        footer=0,
    ),
    Action(
        "register.clear",
        ("register",),
        ex=("leegmaken", "clear form"),
        text="case.act.clear",
        guard=_when("typed"),
        consequence=True,
        footer=0,
    ),
)
