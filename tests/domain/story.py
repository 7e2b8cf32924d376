"""The cast of the rules' tests, after source text 002: Lisa, a new colleague, gossip; a confidant and her deputy."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

from vp_tui.domain import space
from vp_tui.domain.act import Command, Context, Event, Meta
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.commands import CloseCase, GrantDeputy, RegisterCase
from vp_tui.errors import VpError

TODAY = datetime.date(2026, 11, 25)  # a Wednesday
OWNER, DEPUTY, STRANGER = b"o" * 16, b"d" * 16, b"s" * 16
CASE, NOTE, CLIENT = b"c" * 16, b"n" * 16, b"k" * 16
T0 = 1_795_000_000_000


def day(offset: int) -> datetime.date:
    return TODAY + datetime.timedelta(offset)


def context(actor: bytes = OWNER, **more: Any) -> Context:
    fields: dict[str, Any] = {"actor": actor, "now_ms": T0, "today": TODAY}
    return Context(**(fields | more))


def meta(by: bytes = OWNER, at: int = T0) -> Meta:
    return Meta(by, b"v" * 16, at, b"r" * 16)


def do(state: Any, command: Command, actor: bytes = OWNER, at: int = T0, **more: Any) -> Any:
    """Decide and fold, as a workspace does."""
    events = space.decide(state, command, context(actor, **more))
    return space.fold_all(state, events, meta(actor, at))


def refusal(call: Callable[..., object], *given: object) -> VpError | None:
    """What the call is refused with, if it is."""
    try:
        call(*given)
    except VpError as refused:
        return refused
    return None


def hostile(state: Any, event: Event, by: bytes = DEPUTY) -> Any:
    """What a client without our rules writes, folded."""
    return space.fold(state, event, meta(by, T0 + 1))


def lisa(**more: Any) -> CaseState:
    fields: dict[str, Any] = {
        "case": CASE,
        "alias": "blauwe reiger",
        "channel": "KA-TE",
        "natures": ("OG-PE-R", "OG-PE-U"),
        "source": "VZ-PA",
        "note": NOTE,
        "text": "Sinds kort een nieuwe collega. Ervaart dat er over haar geroddeld wordt.",
        "minutes": 45,
        "next_action": "terugbellen",
        "due": day(2),
    }
    made: CaseState = do(None, RegisterCase(**(fields | more)))
    return made


def with_deputy(state: CaseState | None = None, **more: Any) -> CaseState:
    fields: dict[str, Any] = {"member": DEPUTY, "consent_on": day(-1), "consent_how": "oral"}
    made: CaseState = do(state or lisa(), GrantDeputy(**(fields | more)))
    return made


def closed(state: CaseState | None = None, **more: Any) -> CaseState:
    fields: dict[str, Any] = {"reason": "AF-UI", "drop_next_action": True}
    if more.get("aftercare"):
        fields["aftercare_consent"] = day(-400) if "on" in more else TODAY
    made: CaseState = do(state or lisa(), CloseCase(**(fields | more)))
    return made
