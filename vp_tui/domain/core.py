"""The core (kern) of a case: what it is called, for which client, how it came in, what it is about.

Invariant: each field counts its own changes, and a change names the count it was based on; so two people may correct
two fields at once, and never one field unseen. An alias is unique among the open cases of one confidant.
"""

from __future__ import annotations

import datetime
from typing import Annotated, ClassVar, TypeAlias

from msgspec import Meta as Bounds
from msgspec.structs import replace

from vp_tui.domain import codes
from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta, on_or_before_today
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.ids import Id
from vp_tui.domain.text import Short, fold_text, line
from vp_tui.errors import ConflictError, RefusedError

__all__ = [
    "FIELDS",
    "MOST_NATURES",
    "CodeText",
    "CoreRevised",
    "ReviseCore",
    "alias_for",
    "client_for",
    "code_for",
    "natures_for",
]

FIELDS = ("alias", "client", "channel", "natures", "received", "role", "source")
MOST_NATURES = 4
"""One main nature and up to three more, as the registration forms have it (domain reference, 2.3)."""

CodeText = Annotated[str, Bounds(pattern=r"\A[A-Z0-9]+(-[A-Z0-9]+)*\Z", max_length=16)]
Natures = Annotated[tuple[CodeText, ...], Bounds(max_length=MOST_NATURES)]
Value: TypeAlias = str | bytes | datetime.date | tuple[str, ...] | None


class CoreRevised(Event, frozen=True):
    """``value`` as text: a date in ISO form, a client as its hexadecimal id, none as null; natures as a list."""

    FACTS: ClassVar = ("field",)
    field: Short
    base: Annotated[int, Bounds(ge=0, le=1_000_000)]
    value: Short | Natures | None


class ReviseCore(Command, frozen=True):
    """Kerngegeven wijzigen; ``base`` is the state's ``core_rev(field)``."""

    field: str
    base: int
    value: Value


def alias_for(alias: str, case: bytes, context: Context) -> str:
    """Alias, waaronder de melder bekend is: never the name, unless the reporter chose so. Raises RefusedError,
    ConflictError ``duplicate-alias`` when another open case of the actor has it."""
    kept = line(alias, "alias")
    if context.open_aliases.get(fold_text(kept), case) != case:
        raise ConflictError("duplicate-alias")
    return kept


def client_for(client: bytes | None, context: Context) -> Id | None:
    """Klantorganisatie, or None while it is not known. RefusedError ``client-unknown``."""
    if client is None:
        return None
    if context.clients is not None and client not in context.clients:
        raise RefusedError("client-unknown", "client")
    return Id(client)


def natures_for(natures: tuple[str, ...], context: Context) -> tuple[str, ...]:
    """Aard: the main nature first. None at all is allowed: a first call need not be about anything yet."""
    if len(natures) > MOST_NATURES:
        raise RefusedError("natures-too-many", "natures", limit=MOST_NATURES)
    kept = tuple(codes.checked(code, codes.NATURES, "natures", context.today) for code in natures)
    if len(set(kept)) < len(kept):
        raise RefusedError("nature-twice", "natures")
    return kept


def code_for(code: str, field: str, context: Context) -> str:
    """A code of the list that is called as the field is, or nothing where that is allowed."""
    return codes.checked(code, (field,), field, context.today) if code or field == "channel" else ""


def _value(state: CaseState, command: ReviseCore, context: Context) -> str | tuple[str, ...] | None:
    match command.field, command.value:
        case "alias", str(alias):
            return alias_for(alias, state.id, context)
        case "client", None:
            return None
        case "client", bytes(client):
            known = client_for(client, context)
            return known.hex() if known else None
        case "natures", tuple(natures):
            return natures_for(natures, context)
        case "received", datetime.date() as received:
            return on_or_before_today(received, context, "received").isoformat()
        case ("channel" | "role" | "source") as field, str(code):
            return code_for(code, field, context)
    raise RefusedError("core-field-unknown", "field")


def _revise(state: CaseState, command: ReviseCore, context: Context) -> list[Event]:
    state.require_writer(context)
    state.require_open()
    value = _value(state, command, context)
    if command.base != state.core_rev(command.field):
        raise ConflictError("core-changed", name=command.field)
    event = CoreRevised(command.field, command.base, value)
    if _read(event) == getattr(state, command.field):
        raise RefusedError("nothing-changed", command.field)
    return [event]


def _read(event: CoreRevised) -> Value:
    """The value in its own type; ValueError for one that the field cannot have."""
    match event.field, event.value:
        case "client", None:
            return None
        case "client", str(client):
            return Id.from_text(client)
        case "received", str(received):
            return datetime.date.fromisoformat(received)
        case "natures", tuple(natures):
            return natures
        case (("alias" | "channel" | "role" | "source"), str(text)) if text or event.field in ("role", "source"):
            return text
    raise ValueError("not a value of this field")


def _revised(state: CaseState, event: CoreRevised, meta: Meta) -> CaseState | None:
    try:
        value = _read(event)
    except ValueError:
        return None
    if event.base != state.core_rev(event.field):
        return None
    revs = state.core_revs | {event.field: event.base + 1}
    return replace(state, core_revs=revs, **{event.field: value})


DECIDE: Deciders = {ReviseCore: _revise}
FOLD: Folders = {CoreRevised: _revised}
