"""Where a command goes, and what it comes to there: the space, and the events by the rules of the domain.

Invariant: there is no rule here but one: in which space, and so under whose keys, a command is kept. Called by
``write``, ``readers`` and ``contacts``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from vp_tui.domain import space as rules
from vp_tui.domain.act import Event
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.commands import AnswerPressure, LogCall, OpenNotes, RecordPressure, RegisterCase, RegisterClient
from vp_tui.domain.contact_card import ContactState
from vp_tui.errors import ConflictError, IntegrityError, NotFoundError, NotPermittedError
from vp_tui.workspace.core import Core
from vp_tui.workspace.entries import Target

__all__ = ["decide", "target"]

_OF_CONFIDANTS = (RecordPressure, AnswerPressure)
"""What a confidant who works for a client writes in its space; all else is the coordinators'."""


def target(core: Core, command: Any, about: bytes | None, layer: str) -> Target:
    """The space for a command. NotFoundError for an unknown case, client or contact request, ConflictError
    ``contact-taken`` for a request that went to a colleague, IntegrityError for a space that was stopped."""
    kind = rules.kind_of(command)
    if isinstance(command, RegisterCase):
        return Target(command.case, "case")
    if isinstance(command, RegisterClient):
        core.require_coordinator()
        return Target(command.client, "client")
    if kind == "practice":
        return Target(core.practice_space, "practice")
    if kind == "personal":
        return Target(core.spaces.personal or core.random(16), "personal")
    state = core.spaces.state(about) if about is not None else None
    if about is None or state is None:
        raise _absent(core, kind, about)
    brief = core.spaces.briefs.get(about)
    if brief is not None and brief.flaw:
        raise IntegrityError(brief.flaw, about)
    if kind == "contact_request" or (isinstance(command, LogCall) and isinstance(state, ContactState)):
        return Target(about, "contact_request")
    if layer == "personal" or kind == "case_notes":
        if not isinstance(state, CaseState) or state.owner != core.member:
            raise NotPermittedError("owner-only")
        return Target(core.spaces.notes_of.get(about) or core.random(16), "case_notes", about)
    if kind == "client" and not isinstance(command, _OF_CONFIDANTS):
        core.require_coordinator()
    return Target(about, kind)


def _absent(core: Core, kind: str, about: bytes | None) -> ConflictError | NotFoundError:
    if kind != "contact_request":
        return NotFoundError("client-not-found" if kind == "client" else "case-not-found")
    kept = core.spaces.get(about) if about is not None else None
    return ConflictError("contact-taken") if kept is not None and kept.lost else NotFoundError("contact-not-found")


def decide(core: Core, place: Target, commands: Sequence[Any]) -> list[Event]:
    """The events of one act. Raises what the rules raise."""
    state = core.spaces.state(place.space)
    about = place.ref or place.space
    if state is None and place.kind == "case":
        # Not there yet: its client is in the command.
        about = next((command.client for command in commands if isinstance(command, RegisterCase)), None) or b""
    if state is None and place.kind == "case_notes":
        commands = [OpenNotes(place.ref), *commands]
    return rules.decide_all(state, commands, core.context(about))
