"""The JSON shapes of cases, members and clients, which scripts rely on (docs/cli.md).

Invariant: ids are 32 hexadecimal digits, days ISO dates, times ISO with offset, absent values null; a field keeps its
name and meaning. Callers: command modules.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from vp_tui.cli.typed import role_names

if TYPE_CHECKING:
    from vp_tui.domain.case_file import CaseState, LogLine
    from vp_tui.domain.summary import CaseSummary
    from vp_tui.domain.timeline import Item
    from vp_tui.workspace.facade import Workspace
    from vp_tui.workspace.views import MemberView

__all__ = ["case_document", "case_row", "instant", "member_row"]


_CARE = (
    "name",
    "identity",
    "relation",
    "period",
    "since",
    "wish",
    "impact",
    "safe",
    "intake",
    "scope",
    "reporters",
    "links",
    "stage",
    "norms",
    "choice",
    "options",
    "consents",
    "disclosures",
    "steps",
    "drafts",
    "referrals",
    "referral_declined",
    "appointments",
    "calls",
    "retaliations",
    "safer",
    "papers",
    "retention",
    "aftercare_consent",
    "aftercare_channel",
)
"""What ``case_document`` says of a case in the domain's own fields."""


def instant(at_ms: int | None) -> str | None:
    """Milliseconds since the epoch as local time with its offset."""
    return None if not at_ms else datetime.fromtimestamp(at_ms / 1000).astimezone().isoformat(timespec="seconds")


def _day(on: date | None) -> str | None:
    return None if on is None else on.isoformat()


def case_row(workspace: Workspace, summary: CaseSummary, today: date) -> dict[str, Any]:
    """One case in a list."""
    from vp_tui.domain.summary import attention

    return {
        "id": summary.id.hex(),
        "code": summary.code,
        "alias": summary.alias,
        "client": summary.client_code or None,
        "client_name": summary.client_name or None,
        "state": summary.state,
        "state_since": instant(summary.state_since_ms),
        "due": _day(summary.due),
        "next": summary.next_what or None,
        "aftercare_due": _day(summary.aftercare_due),
        "attention": list(attention(summary, today)),
        "natures": list(summary.natures),
        "owner": workspace.member_name(summary.owner),
        "deputy": workspace.member_name(summary.deputy) if summary.deputy else None,
        "received": _day(summary.received),
        "closed": _day(summary.closed_on),
        "last": instant(summary.last_ms),
        "tags": list(summary.tags),
        "snoozed": _day(summary.snoozed),
    }


def _item(workspace: Workspace, item: Item, layer: str) -> dict[str, Any]:
    return {
        "id": item.id.hex(),
        "layer": layer,
        "kind": item.kind,
        "at": instant(item.at_ms),
        "by": workspace.member_name(item.by),
        "on": _day(item.on),
        "minutes": item.minutes,
        "channel": item.channel or None,
        "text": item.text,
        "revision": item.rev,
        "revised": instant(item.revised_ms),
        "withdrawn": item.withdrawn,
    }


def _log(workspace: Workspace, line: LogLine) -> dict[str, Any]:
    return {"at": instant(line.at_ms), "by": workspace.member_name(line.by), "what": line.t, "facts": line.facts}


def case_document(workspace: Workspace, case: bytes, row: dict[str, Any]) -> dict[str, Any]:
    """One case whole: the row of the list, and everything written in it, oldest first."""
    from vp_tui.cli.care_rows import document

    view = workspace.case(case)
    state: CaseState = view.state
    items = [(item, "dossier") for item in state.timeline]
    if view.notes is not None:
        items += [(item, "personal") for item in view.notes.timeline]
    items.sort(key=lambda pair: pair[0].at_ms)
    return {
        **row,
        "channel": state.channel,
        "role": state.role or None,
        "source": state.source or None,
        "waiting_for": state.waiting_for or None,
        "deputy_until": _day(state.deputy_until),
        "consent_on": _day(state.deputy_consent_on),
        "closing_reason": state.closed_reason or None,
        "evaluation": state.evaluation or None,
        **document(workspace, state, _CARE),
        "aftercare": [
            {
                "due": _day(each.due),
                "done": instant(each.done_ms),
                "outcome": each.outcome or None,
                "retaliation": each.retaliation or None,
            }
            for each in state.aftercare
        ],
        "readers": {
            "dossier": [member.name for member in view.dossier_readers],
            "personal": [member.name for member in view.personal_readers],
        },
        "pending": view.pending,
        "timeline": [_item(workspace, item, layer) for item, layer in items],
        "log": [_log(workspace, line) for line in state.log],
    }


def member_row(member: MemberView) -> dict[str, Any]:
    """One member with the devices."""
    return {
        "id": member.id.hex(),
        "name": member.name,
        "roles": role_names(member.roles),
        "active": member.active,
        "me": member.is_me,
        "devices": [
            {
                "id": device.id.hex(),
                "active": device.active,
                "fingerprint": " ".join(device.fingerprint),
                "digits": device.digits,
                "added": instant(device.added_ms),
                "compared": device.compared_by_me,
            }
            for device in member.devices
        ],
    }
