"""What can be done about the team: inviting, admitting, co-signing, comparing, removing; acknowledging.

Handlers are methods of the screens ``members``, ``member`` and ``changes``; texts and reasons are in the
catalog ``members``. Everything that touches membership needs the server at once: signatures are exchanged there.
"""

from __future__ import annotations

from typing import Any

from vp_tui.tui.actions.reasons import when
from vp_tui.tui.actions.registry import Action, Guard

__all__ = ["ACTIONS"]

_TEAM = ("team",)
_BOTH = ("team", "member")


def _when(*flags: str) -> Guard:
    return when("members", *flags)


def _act(verb: str, scopes: tuple[str, ...], *keys: str, **more: Any) -> Action:
    return Action(f"member.{verb}", scopes, keys, text=f"members.action.{verb}", **more)


ACTIONS: tuple[Action, ...] = (
    _act(
        "invite",
        _TEAM,
        "n",
        ex=("uitnodigen", "invite"),
        guard=_when("coordinator", "online"),
        cli="vp member invite",
        footer=20,
    ),
    _act(
        "device",
        _BOTH,
        "d",
        ex=("toestel erbij", "device add"),
        guard=_when("coordinator", "member", "online"),
        cli="vp member invite --device",
        footer=26,
    ),
    _act(
        "admit",
        _TEAM,
        "A",
        ex=("toelaten", "admit"),
        guard=_when("coordinator", "joined", "online"),
        consequence=True,
        footer=22,
    ),
    _act(
        "cosign",
        _TEAM,
        "S",
        ex=("mede tekenen", "cosign"),
        guard=_when("coordinator", "proposal", "unsigned", "online"),
        consequence=True,
        cli="vp member cosign",
        footer=23,
    ),
    _act(
        "compare",
        _BOTH,
        "c",
        ex=("vergelijken", "compare"),
        guard=_when("member", "other", "device"),
        cli="vp member verify",
        footer=24,
    ),
    _act("roles", _BOTH, "X r", ex=("rollen", "roles"), guard=_when("coordinator", "member", "online"), footer=40),
    _act(
        "remove",
        _BOTH,
        "X w",
        ex=("weghalen", "remove"),
        guard=_when("coordinator", "removable", "online"),
        consequence=True,
        cli="vp member remove",
        footer=42,
    ),
    _act(
        "revoke",
        ("member",),
        "X t",
        ex=("toestel intrekken", "device revoke"),
        guard=_when("coordinator", "device", "online"),
        consequence=True,
        footer=41,
    ),
    Action(
        "changes.acknowledge",
        ("changes",),
        ("S",),
        ex=("gezien", "seen"),
        text="members.action.acknowledge",
        guard=_when("changes"),
        footer=10,
    ),
)
