"""The core (kern) of a case: what it is called, for which client, how it came in, what it is about.

Invariant: each field counts its own changes, and a change names the count it was based on; so two people may correct
two fields at once, and never one field unseen. An alias is unique among the open cases of one confidant. There is no
field for a verdict: what happened is what the reporter experienced, now or in the past, as coarse as she wants.
"""

from __future__ import annotations

import datetime
import re
from typing import Annotated, ClassVar, TypeAlias

from msgspec import Meta as Bounds
from msgspec.structs import replace

from vp_tui.domain import codes, sides
from vp_tui.domain.act import Command, Context, Deciders, Event, Folders, Meta, on_or_before_today
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.ids import Id
from vp_tui.domain.text import Phrase, Short, fold_text, line, one_of
from vp_tui.errors import ConflictError, RefusedError

__all__ = [
    "FIELDS",
    "MOST_IMPACT",
    "MOST_NATURES",
    "PERIODS",
    "CodeText",
    "CoreRevised",
    "ReviseCore",
    "alias_for",
    "client_for",
    "code_for",
    "impact_for",
    "natures_for",
    "require_nameable",
]

FIELDS = (
    "alias",
    "client",
    "channel",
    "natures",
    "received",
    "role",
    "source",
    "name",
    "identity",
    "relation",
    "period",
    "since",
    "wish",
    "impact",
)
ANONYMOUS = "ID-AN"
PERIODS = ("current", "past", "ongoing")
"""Actueel, verleden, doorlopend."""
MOST_NATURES = 4
"""One main nature and up to three more, as the registration forms have it (domain reference, 2.3)."""

CodeText = Annotated[str, Bounds(pattern=r"\A[A-Z0-9]+(-[A-Z0-9]+)*\Z", max_length=16)]
MOST_IMPACT = 16
_CODES = Annotated[tuple[CodeText, ...], Bounds(max_length=MOST_IMPACT)]
_SINCE = re.compile(r"(\d{4}(-Q[1-4])?)?")
_OPTIONAL_CODES = ("role", "source", "identity", "relation")
_OPTIONAL_TEXTS = ("name", "period", "since", "wish")
Value: TypeAlias = str | bytes | datetime.date | tuple[str, ...] | None


class CoreRevised(Event, frozen=True):
    """``value`` as text: a date in ISO form, a client as its hexadecimal id, none as null; natures as a list."""

    FACTS: ClassVar = ("field",)
    field: Short
    base: Annotated[int, Bounds(ge=0, le=1_000_000)]
    value: Phrase | _CODES | None


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


def impact_for(impact: tuple[str, ...], context: Context) -> tuple[str, ...]:
    """Gevolgen voor de melder (GM-xx), each once. RefusedError for another code."""
    return tuple(dict.fromkeys(codes.checked(code, ("impact",), "impact", context.today) for code in impact))


def require_nameable(name: str, identity: str, field: str = "name") -> None:
    """RefusedError ``identity-anonymous`` where somebody who is anonymous for the confidant as well has a name."""
    if name and identity == ANONYMOUS:
        raise RefusedError("identity-anonymous", field)


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
        case "channel", str(code):
            return code_for(code, "channel", context)
        case "impact", tuple(impact):
            return impact_for(impact, context)
        case field, str(code) if field in _OPTIONAL_CODES:
            return _code(state, field, code, context)
        case field, str(text) if field in _OPTIONAL_TEXTS:
            return _text(state, field, text)
    raise RefusedError("core-field-unknown", "field")


def _code(state: CaseState, field: str, code: str, context: Context) -> str:
    kept = code_for(code, field, context)
    if field == "role":
        sides.require_one_side((kept, *sides.roles(state)[1:]))
    elif field == "identity":
        require_nameable(state.name, kept, "identity")
    return kept


def _text(state: CaseState, field: str, text: str) -> str:
    if field == "period":
        return one_of(text, ("", *PERIODS), "period")
    if field == "since":
        if not _SINCE.fullmatch(text):
            raise RefusedError("since-form", "since")
        return text
    kept = line(text, field, required=False)
    if field == "name":
        require_nameable(kept, state.identity)
    return kept


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
        case "natures", tuple(natures) if len(natures) <= MOST_NATURES:
            return natures
        case "impact", tuple(impact):
            return impact
        case (("alias" | "channel"), str(text)) if text:
            return text
        case field, str(text) if field in _OPTIONAL_CODES + _OPTIONAL_TEXTS:
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
    after = replace(state, core_revs=revs, **{event.field: value})
    return None if event.field == "role" and sides.both(sides.roles(after)) else after


DECIDE: Deciders = {ReviseCore: _revise}
FOLD: Folders = {CoreRevised: _revised}
