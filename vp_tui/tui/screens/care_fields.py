"""Fields of care: a party by type-ahead, a purpose, a reporter of the case, the version of a letter.

Invariant: a party is one value of the domain, however many fields it was typed in; a refusal about its name stands
beside its name. Callers: the forms of the sheets.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from vp_tui.domain import codes
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.consent import PURPOSES
from vp_tui.domain.party import Party
from vp_tui.domain.reporters import active
from vp_tui.errors import RefusedError
from vp_tui.i18n import language, text
from vp_tui.tui.dialogs.form import Values
from vp_tui.tui.screens.care_words import purpose_words, reporter_words
from vp_tui.tui.widgets.field import Field, TextField
from vp_tui.tui.widgets.picker import CodePicker, by_words

if TYPE_CHECKING:
    from vp_tui.workspace.facade import Workspace

__all__ = ["beside", "few", "letter_field", "letter_of", "party_fields", "party_of", "purpose_field", "reporter_field"]

_CONFIDANT = 1
_OTHERS = ("group", "organisation", "other")


def few(
    name: str, label: str, offers: Sequence[tuple[str, str]], value: str = "", empty: str = "app.field.pick"
) -> CodePicker:
    """One of a few things by the words of its label."""
    return CodePicker(name, label, find=by_words(offers), value=value, placeholder=empty)


def party_fields(
    workspace: Workspace, today: date, *, party: Party | None = None, colleagues: bool = True
) -> list[Field]:
    """Two fields, ``party`` and ``party_name``: a colleague, a desk of the lists, or somebody else with a name."""
    members = [
        (f"colleague:{member.id.hex()}", f"{member.name} ({text('domain_care.party.colleague')})")
        for member in workspace.members()
        if colleagues and member.active and member.roles & _CONFIDANT and not member.is_me
    ]
    desks = [(code.code, f"{code.label(language())}  {code.code}") for code in codes.entries("referral", on=today)]
    others = [(kind, text(f"domain_care.party.{kind}")) for kind in _OTHERS]
    value = f"{party.kind}:{party.member}".rstrip(":") if party else ""
    return [
        few("party", "care_consent.field.party", [*desks, *others, *members], value),
        TextField(
            "party_name",
            "care_consent.field.party_name",
            value=party.name if party else "",
            placeholder="care_consent.field.party_name.empty",
        ),
    ]


def party_of(values: Values) -> Party | None:
    """The party as the two fields say, None for none."""
    kind, _, member = values["party"].partition(":")
    return Party(kind, "" if member else values["party_name"], member) if kind else None


def beside(problem: RefusedError) -> RefusedError:
    """The same refusal beside the field in which a party's missing name is typed."""
    if (problem.key, problem.field) == ("text-missing", "party"):
        return RefusedError(problem.key, "party_name", **problem.facts)
    return problem


def purpose_field(value: str = "") -> CodePicker:
    """What the party may do with it."""
    return few("purpose", "care_consent.field.purpose", [(each, purpose_words(each)) for each in PURPOSES], value)


def reporter_field(state: CaseState, value: str) -> CodePicker:
    """Whose consent it is; the main reporter is ``-``, others are their id in hex."""
    offers = [(reporter.hex() or "-", reporter_words(state, reporter)) for reporter in active(state)]
    return few("reporter", "care_consent.field.reporter", offers, value)


def letter_field(state: CaseState, value: str = "") -> CodePicker:
    """One version of one draft, the newest first; read it with ``letter_of``."""
    offers = [
        (f"{draft.id.hex()}.{number}", text("care_consent.version", title=draft.title, n=number))
        for draft in reversed(state.drafts)
        for number in range(draft.rev, 0, -1)
    ]
    return few("draft", "care_consent.field.draft", offers, value, "care_consent.field.draft.empty")


def letter_of(value: str) -> tuple[bytes, int]:
    """(draft, version), or (b"", 0) for none."""
    draft, _, version = value.partition(".")
    return (bytes.fromhex(draft), int(version)) if value else (b"", 0)
