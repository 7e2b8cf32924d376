"""The rows of a case as documents: consents, steps, options and their like, for scripts and for people.

Invariant: a field keeps the domain's name; ids are hexadecimal, days and times as everywhere (``rows``), members are
named, and what is absent is null. Callers: command modules.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from vp_tui.cli.output import Column
from vp_tui.cli.rows import instant
from vp_tui.cli.session import Session
from vp_tui.domain import codes
from vp_tui.domain.party import PARTY_KINDS
from vp_tui.i18n import language, text

if TYPE_CHECKING:
    from vp_tui.domain.party import Party
    from vp_tui.workspace.facade import Workspace

__all__ = ["Row", "document", "label", "labels", "party_label", "show_rows"]

Row = tuple[dict[str, Any], dict[str, Any]]
"""A document, and beside it what people are shown of it."""


_MEMBERS = frozenset({"by", "colleague", "accepted_by", "addressees"})


def document(workspace: Workspace, row: Struct, names: Sequence[str] = ()) -> dict[str, Any]:
    """One row, whole or in the fields ``names``. A time loses the ``_ms`` of its name."""
    names = names or row.__struct_fields__
    return {name.removesuffix("_ms"): _value(workspace, name, getattr(row, name)) for name in names}


def _value(workspace: Workspace, name: str, value: Any) -> Any:
    match value:
        case "" | b"":
            return None
        case bytes():
            return workspace.member_name(value) if name in _MEMBERS else value.hex()
        case date():
            return value.isoformat()
        case Struct():
            return document(workspace, value)
        case tuple() | list():
            return [_value(workspace, name, each) for each in value]
        case dict():
            return {key: _value(workspace, name, each) for key, each in value.items()}
        case int() if name.endswith("_ms"):
            return instant(value)
    return value


def show_rows(session: Session, rows: Sequence[Row], columns: Sequence[Column], empty: str = "cli.nothing") -> None:
    """A list: to scripts the documents alone, to people with the beginning of each id as ``short``."""
    said = [row if session.json else {"short": (row.get("id") or "")[:8], **row, **shown} for row, shown in rows]
    session.out.rows(said, columns, empty=empty)


def labels(found: Iterable[str]) -> str:
    """The labels of several codes."""
    return ", ".join(map(label, found))


def label(code: str | None) -> str:
    """The label of a code, in the chosen language."""
    return codes.label(code, language()) if code else ""


def party_label(workspace: Workspace, party: Party | None) -> str:
    """Whom a party is, in words."""
    if party is None:
        return ""
    if party.member:
        return workspace.member_name(bytes.fromhex(party.member))
    kind = text(f"domain_care.party.{party.kind}") if party.kind in PARTY_KINDS else label(party.kind)
    return f"{kind}, {party.name}" if party.name else kind
