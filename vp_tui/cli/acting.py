"""How an act of the care for a reporter is carried out and told, and what to do first where a rule refuses it.

Invariant: the rule is the domain's; here a refusal only gets the commands beside it that would take it away, built of
ids and codes, never of what somebody wrote. Callers: command modules.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from vp_tui.cli.care_rows import party_label
from vp_tui.cli.case_write import told
from vp_tui.cli.output import Column
from vp_tui.cli.session import Session
from vp_tui.domain.case_code import case_code
from vp_tui.domain.commands import ConsultStep, Disclose, MoveReferral, MoveStep
from vp_tui.domain.consent import WHOLE_FILE
from vp_tui.domain.party import Party
from vp_tui.domain.promises import open_promises
from vp_tui.domain.reporters import active
from vp_tui.domain.space import decide
from vp_tui.errors import RefusedError
from vp_tui.i18n import text

if TYPE_CHECKING:
    from vp_tui.domain.act import Command
    from vp_tui.workspace.facade import Workspace
    from vp_tui.workspace.views import Receipt

__all__ = ["act", "act_on_all", "carry", "short"]

_KEPT = {
    "next-action": "vp case done {code}",
    "call-back": "vp call {code} reached",
    "appointment": "vp case appointment move {code} {id} held",
    "step": "vp step move {code} {id} done",
    "referral": "vp refer move {code} {id} VW-AA",
    "exception": "vp dilemma finish {code}",
}
"""What keeps each kind of promise."""


def short(row: bytes) -> str:
    """The beginning of an id, as lists show it and commands take it."""
    return row.hex()[:8]


async def act(
    session: Session, workspace: Workspace, command: Command, case: bytes, key: str = "cli_care.done", **facts: Any
) -> None:
    """Carry out, and tell."""
    told(session, await carry(workspace, command, case), key, id=case.hex(), code=case_code(case), **facts)


async def act_on_all(session: Session, workspace: Workspace, command: Command, cases: Iterable[bytes]) -> None:
    """The same act on several cases, in the order given: on none of them if a rule refuses it for one."""
    chosen = list(dict.fromkeys(cases))
    for case in chosen:
        with _helped(workspace, command, case):
            decide(workspace.case(case).state, command, workspace.context(case))
    rows = []
    for case in chosen:
        receipt = await carry(workspace, command, case)
        row = {"id": case.hex(), "code": case_code(case), "record": receipt.record.hex(), "sent": receipt.sent}
        rows.append(row)
    session.out.rows(rows, [Column("code", "cli.column.code")])
    if not all(row["sent"] for row in rows):
        session.out.say("cli.not-sent")


async def carry(workspace: Workspace, command: Command, case: bytes) -> Receipt:
    """Carry out. A refusal that a command takes away has it in its fact ``remedy``, a line per command; ``detail`` says
    in words what is missing."""
    with _helped(workspace, command, case):
        return await workspace.do(command, case)


@contextmanager
def _helped(workspace: Workspace, command: Command, case: bytes) -> Iterator[None]:
    try:
        yield
    except RefusedError as refusal:
        remedy = _remedy(workspace, command, case, refusal)
        if not remedy:
            raise
        more = {"detail": _detail(workspace, refusal), "remedy": "\n".join(remedy)}
        raise RefusedError(refusal.key, refusal.field, **refusal.facts, **more) from None


def _remedy(workspace: Workspace, command: Command, case: bytes, refusal: RefusedError) -> list[str]:
    code = case_code(case)
    match refusal.key, command:
        case "consent-missing", _:
            return [" ".join(_consent(workspace, command, case, refusal))]
        case "step-not-consulted", MoveStep() | ConsultStep():
            return [f"vp step consult {code} {short(command.step)} --choice -"]
        case "promises-open", _:
            reason = getattr(command, "reason", "")
            promises = open_promises(workspace.case(case).state, workspace.context(case), reason)
            return [_KEPT[kind].format(code=code, id=short(row)) for kind, row in promises]
    return []


def _detail(workspace: Workspace, refusal: RefusedError) -> str:
    facts = refusal.facts
    if refusal.key != "consent-missing":
        return ""
    party = party_label(workspace, Party(str(facts["party"]), "", str(facts["member"])))
    purpose = text(f"domain_care.purpose.{facts['purpose']}")
    return text("cli_care.consent-needed", purpose=purpose, party=party, reporter=facts["reporter"])


def _consent(workspace: Workspace, command: Command, case: bytes, refusal: RefusedError) -> list[str]:
    """The words that record the consent that is missing. Names of parties and what may be told are content: they are
    asked on standard input."""
    facts = refusal.facts
    purpose, state = str(facts["purpose"]), workspace.case(case).state
    words = ["vp", "consent", "add", case_code(case)]
    match command:
        case MoveStep():
            words += ["--step", short(command.step)]
        case MoveReferral():
            words += ["--referral", short(command.referral)]
        case _ if facts["member"]:
            words += ["--purpose", purpose, "--colleague", str(facts["member"])[:8]]
        case _:
            named = isinstance(command, Disclose) and command.party.name
            words += ["--purpose", purpose, "--party", str(facts["party"]), *(["--name", "-"] if named else [])]
    if isinstance(command, Disclose) and command.draft:
        words += ["--draft", short(command.draft), "--version", str(command.version)]
    elif purpose not in WHOLE_FILE:
        words += ["--content", "-"]
    if int(facts["reporter"]) > 1:
        words += ["--reporter", short(active(state)[int(facts["reporter"]) - 1])]
    on = getattr(command, "on", None)
    return [*words, *(["--on", on.isoformat()] if on is not None and on < workspace.today() else []), "--how", "oral"]
