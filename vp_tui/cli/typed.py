"""From what was typed to what a command of the domain holds: codes, clients, members, days, roles.

Invariant: nothing is guessed. A name or code that fits nothing, or more than one thing, is refused with what there is.
Callers: command modules.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Protocol, TypeVar

from vp_tui.cli.session import Session
from vp_tui.domain import codes
from vp_tui.domain.dates import parse_date
from vp_tui.domain.text import fold_text
from vp_tui.errors import ConflictError, NotFoundError, UsageError

if TYPE_CHECKING:
    from vp_tui.domain.party import Party
    from vp_tui.domain.personal import SavedView
    from vp_tui.domain.timeline import Item
    from vp_tui.workspace.facade import Workspace
    from vp_tui.workspace.views import ClientView, MemberView

__all__ = [
    "ROLES",
    "client",
    "code",
    "day",
    "item",
    "member",
    "moment",
    "optional_code",
    "party",
    "role_names",
    "roles",
    "row",
    "some_codes",
    "span",
    "view",
]

ROLES = {"confidant": 1, "coordinator": 2, "supervisor": 4}
"""Names on the command line and in JSON; the values are the protocol's."""

Thing = TypeVar("Thing")
Row = TypeVar("Row", bound="Rowed")


class Rowed(Protocol):
    """Anything with an id of 16 bytes."""

    @property
    def id(self) -> bytes: ...


def _only(found: Sequence[Thing], what: str) -> Thing:
    if not found:
        raise NotFoundError(f"cli.unknown-{what}")
    if len(found) > 1:
        raise ConflictError(f"cli.ambiguous-{what}", n=len(found))
    return found[0]


def client(workspace: Workspace, given: str) -> ClientView:
    """A client organisation by its code or its id."""
    wanted = fold_text(given)
    return _only([each for each in workspace.clients() if wanted in (fold_text(each.code), each.id.hex())], "client")


def member(workspace: Workspace, given: str) -> MemberView:
    """A member by the beginning of the name or of the id; a whole name wins."""
    wanted = fold_text(given)
    everybody = workspace.members()
    whole = [each for each in everybody if fold_text(each.name) == wanted]
    begun = [each for each in everybody if fold_text(each.name).startswith(wanted) or each.id.hex().startswith(wanted)]
    return _only(whole or begun, "member")


def item(timeline: Iterable[Item], given: str) -> Item:
    """A note or conversation by the beginning of its id."""
    return row(timeline, given, "note")


def row(rows: Iterable[Row], given: str, what: str = "entry") -> Row:
    """A consent, step, option and the like by the beginning of its id."""
    return _only([each for each in rows if each.id.hex().startswith(given.lower())], what)


def party(workspace: Workspace, kind: str | None, name: str, colleague: str | None) -> Party | None:
    """A party by its kind (a code VD-xx, a word of its label, or group, organisation, other) and name, or a colleague
    of the practice; None where none was named."""
    from vp_tui.domain.party import PARTY_KINDS, Party
    from vp_tui.domain.party import colleague as of_member

    if colleague:
        return of_member(member(workspace, colleague).id)
    if not kind:
        return None
    return Party(kind.lower() if kind.lower() in PARTY_KINDS else code(kind, "referral"), name)


def view(workspace: Workspace, given: str) -> SavedView:
    """A saved queue by its name."""
    wanted = fold_text(given)
    return _only([each for each in workspace.saved_views() if fold_text(each.name) == wanted], "view")


def code(given: str, *lists: str) -> str:
    """A code of one of ``lists``: written out, or found by the only label that fits."""
    exact = codes.get(given.upper())
    if exact is not None and exact.list in lists:
        return exact.code
    return _only(codes.find(given, lists), "code").code


def optional_code(given: str | None, *lists: str) -> str:
    """The same where it may be left out."""
    return code(given, *lists) if given else ""


def some_codes(given: Iterable[str], *lists: str) -> tuple[str, ...]:
    """Several codes, in the order typed."""
    return tuple(code(each, *lists) for each in given)


def moment(given: str | None, *, past: bool = False, field: str = "date") -> date | None:
    """A day in the grammar of ``domain.dates``: "morgen", "vr", "27-11", "2026-11-27", "+2w"."""
    return parse_date(given, Session.today(), past, field) if given else None


def day(given: str, *, past: bool = False, field: str = "date") -> date:
    """The same for a day that must be there."""
    return parse_date(given, Session.today(), past, field)


def span(given: str) -> int:
    """Days in "7d", "2w", "1m"."""
    today = Session.today()
    ahead = parse_date(f"+{given.lstrip('+')}", today, field="within")
    return (ahead - today).days


def roles(given: str) -> int:
    """``confidant,coordinator`` as the protocol's bit set."""
    names = [name.strip() for name in given.lower().split(",") if name.strip()]
    if not names or any(name not in ROLES for name in names):
        raise UsageError("cli.unknown-role", choices=", ".join(ROLES))
    return sum({ROLES[name] for name in names})


def role_names(given: int) -> list[str]:
    """The bit set as a list of names."""
    return [name for name, bit in ROLES.items() if given & bit]
