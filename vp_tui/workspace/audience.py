"""Who should hold the keys of a space, by its kind: the table of docs/protocol.md, section 2, as code.

Invariant: members of the practice only; and a contact request is for its addressees alone, so that neither a rekey nor
a grant ever gives its key to the colleague who wrote it down. Called by ``entries``, ``readers`` and ``upkeep``.
"""

from __future__ import annotations

from collections.abc import Sequence

from vp_tui.protocol.bodies import Role
from vp_tui.protocol.space import SpaceLog
from vp_tui.workspace.core import Core

__all__ = ["first_audience", "present_audience", "status_readers"]

Audience = tuple[list[bytes], list[bytes]]
"""Members, and those of them who may grant and rekey."""


def first_audience(core: Core, kind: str) -> Audience:
    """For a new space; those of a contact request are made by ``contacts``, who knows the addressees."""
    if kind == "client":
        return sorted({core.member, *_client(core)}), core.members_with(Role.COORDINATOR)
    return [core.member], [core.member]


def present_audience(core: Core, kind: str, log: SpaceLog) -> Audience:
    """For a space that exists; managers may be empty when all of them have left."""
    managers = core.living(log.managers)
    match kind:
        case "practice":
            return core.living(core.practice.members), core.members_with(Role.COORDINATOR)
        case "client":
            return _client(core), core.members_with(Role.COORDINATOR)
        case "contact_request":
            return managers, managers
        case "contact_status":
            return status_readers(core, managers), managers
    return core.living(log.members), managers


def status_readers(core: Core, addressees: Sequence[bytes]) -> list[bytes]:
    """Who may see how a contact request is doing."""
    return sorted({*addressees, *core.members_with(Role.COORDINATOR)})


def _client(core: Core) -> list[bytes]:
    return core.members_with(Role.CONFIDANT | Role.COORDINATOR)
