"""What is done to the cases of a list, one or several marked: putting them off, labels, handing them over.

Invariants: each act is one command per case, and whatever was refused is told case by case; a case is handed over only
with the consent of its own reporters. Callers: ``QueueScreen`` and ``CaseScreen``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from vp_tui.domain.case_code import case_code
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.commands import HandOver, SnoozeCase, TagCase
from vp_tui.domain.consent import missing
from vp_tui.domain.dates import later
from vp_tui.domain.party import colleague
from vp_tui.domain.space import decide
from vp_tui.errors import RefusedError, VpError
from vp_tui.i18n import count, days, error_line, text
from vp_tui.tui.consequence import Consequence
from vp_tui.tui.dialogs.form import FormDialog, Values
from vp_tui.tui.dialogs.menu import MenuDialog
from vp_tui.tui.dialogs.message import MessageDialog
from vp_tui.tui.screens.case_fields import colleague_field, day_field
from vp_tui.tui.screens.case_steps import about, each
from vp_tui.tui.screens.consent_offer import with_consent
from vp_tui.tui.widgets.field import TextField

if TYPE_CHECKING:
    from datetime import date

    from vp_tui.tui.screens.base import VpScreen
    from vp_tui.workspace.facade import Workspace

__all__ = ["ask_hand_over", "hand_over", "hand_over_consequence", "snooze", "tag"]

# So many labels are offered by digit, so many cases named in a question; the rest is typed, or counted.
_OFFERED = 9
_NAMED = 6
_WEEK = 7


# -- putting off ------------------------------------------------------------------------------------------------------


async def snooze(screen: VpScreen, cases: Sequence[bytes], wanted: str = "") -> None:
    """Out of sight until a day; ``wanted`` is that day as typed on the command line."""
    workspace: Workspace = screen.app.services.workspace
    today = workspace.today()
    if wanted:
        field = day_field("until", "queue.snooze.until", today, value=wanted)
        if problem := field.check():
            raise problem
        await _sleep(screen, cases, field.value)
        return
    choices = {
        "d": ("tomorrow", later(today, 1)),
        "w": ("week", later(today, _WEEK - today.weekday())),
        "m": ("month", later(today, 1, "m")),
    }
    options = [(key, text(f"queue.snooze.{name}"), days.full(until)) for key, (name, until) in choices.items()]
    options.append(("o", text("queue.snooze.other"), ""))
    if any(workspace.case(case).state.snoozed for case in cases):
        options.append(("x", text("queue.snooze.wake"), ""))
    title = text("queue.snooze.title", what=about(workspace, cases))
    letters = [option[0] for option in options]
    chosen = await screen.app.ask(MenuDialog(title, options, letters=letters))
    if chosen in choices:
        await _sleep(screen, cases, choices[chosen][1])
    elif chosen == "x":
        await _sleep(screen, cases, None)
    elif chosen == "o":
        await _ask_day(screen, cases, title)


async def _ask_day(screen: VpScreen, cases: Sequence[bytes], title: str) -> None:
    workspace: Workspace = screen.app.services.workspace

    async def submit(values: Values) -> str:
        if values["until"] is None:
            return text("queue.snooze.which")
        for case in cases[:1] if len(cases) == 1 else ():
            decide(workspace.case(case).state, SnoozeCase(values["until"]), workspace.context(case))
        return ""

    field = day_field("until", "queue.snooze.until", workspace.today())
    values = await screen.app.ask(FormDialog(title, [field], submit))
    if values is not None:
        await _sleep(screen, cases, values["until"])


async def _sleep(screen: VpScreen, cases: Sequence[bytes], until: date | None) -> None:
    workspace: Workspace = screen.app.services.workspace
    moved = [case for case in cases if workspace.case(case).state.snoozed != until]
    what = about(workspace, moved) if moved else ""
    if moved and (done := await each(screen, moved, lambda state: SnoozeCase(until))):
        what = what if done == len(moved) else count("domain.case", done)
        if until is None:
            screen.app.note("queue.note.woken", what=what)
        else:
            screen.app.note("queue.note.snoozed", what=what, day=days.full(until))


# -- labels -----------------------------------------------------------------------------------------------------------


async def tag(screen: VpScreen, cases: Sequence[bytes], typed: str = "") -> None:
    """Put a label on, or take it off where all of them have it; ``typed`` are labels, "-" before one takes it off."""
    workspace: Workspace = screen.app.services.workspace
    if typed:
        words = typed.replace(",", " ").split()
        add = [word for word in words if not word.startswith("-")]
        await _change(screen, cases, add, [word[1:] for word in words if word.startswith("-")])
        return
    used = Counter(label for case in cases for label in workspace.case(case).state.tags)
    others = (label for label in workspace.known()["tag"] if label not in used)
    labels = [*(label for label, _ in used.most_common()), *others][:_OFFERED]
    options = [("", text("queue.tag.new"), "")]
    options += [(label, f"#{label}", _standing(used[label], len(cases))) for label in labels]
    letters = ["n", *map(str, range(1, len(labels) + 1))]
    title = text("queue.tag.title", what=about(workspace, cases))
    if not labels:
        await _ask_label(screen, cases, title)
        return
    chosen = await screen.app.ask(MenuDialog(title, options, letters=letters))
    if chosen == "":
        await _ask_label(screen, cases, title)
    elif chosen is not None:
        off = used[chosen] == len(cases)
        await _change(screen, cases, () if off else (chosen,), (chosen,) if off else ())


def _standing(having: int, all_: int) -> str:
    """Who of them has the label, and so what choosing it does."""
    if having == all_:
        return text("queue.tag.off")
    return text("queue.tag.some", n=having, all=all_) if having else text("queue.tag.on")


async def _ask_label(screen: VpScreen, cases: Sequence[bytes], title: str) -> None:
    async def submit(values: Values) -> str:
        await _change(screen, cases, values["add"].replace(",", " ").split(), ())
        return ""

    await screen.app.ask(
        FormDialog(title, [TextField("add", "queue.tag.label", placeholder="queue.tag.empty")], submit)
    )


async def _change(screen: VpScreen, cases: Sequence[bytes], add: Sequence[str], remove: Sequence[str]) -> None:
    """For the cases that it changes something for; the form of a label is told once, not once a case."""
    workspace: Workspace = screen.app.services.workspace
    command = TagCase(tuple(add), tuple(remove))
    moved, refused = [], None
    for case in cases:
        try:
            decide(workspace.case(case).state, command, workspace.context(case))
        except RefusedError as problem:
            refused = refused or problem
            if problem.key == "tag-form":
                raise
            continue
        except VpError:
            pass
        moved.append(case)
    if not moved and refused is not None:
        raise refused
    if done := await each(screen, moved, lambda state: command):
        what = about(workspace, moved) if done == len(moved) else count("domain.case", done)
        labels = " ".join([*(f"#{label}" for label in add), *(f"-#{label}" for label in remove)])
        screen.app.note("queue.note.tagged", what=what, labels=labels)


# -- handing over -----------------------------------------------------------------------------------------------------


async def ask_hand_over(screen: VpScreen, cases: Sequence[bytes]) -> HandOver | None:
    """To whom. One case is checked against the rules here but for consent, which is asked when it lacks."""
    workspace: Workspace = screen.app.services.workspace
    command: HandOver | None = None

    async def check(values: Values) -> str:
        nonlocal command
        if not values["member"]:
            return text("queue.hand_over.whom")
        command = HandOver(bytes.fromhex(values["member"]))
        if len(cases) == 1:
            try:
                decide(workspace.case(cases[0]).state, command, workspace.context(cases[0]))
            except RefusedError as problem:
                if problem.key != "consent-missing":
                    raise
        return ""

    title = text("queue.hand_over.title", what=about(workspace, cases))
    fields = [colleague_field(workspace, label="queue.hand_over.member")]
    lines = [text("queue.hand_over.why")]
    return command if await screen.app.ask(FormDialog(title, fields, check, lines)) else None


def hand_over_consequence(workspace: Workspace, cases: Sequence[bytes], command: HandOver) -> Consequence:
    """What changes hands, and what does not."""
    name = workspace.member_name(command.member)
    states = [workspace.case(case).state for case in cases]
    effects = [f"{case_code(state.id)} {state.alias}" for state in states[:_NAMED]] if len(states) > 1 else []
    if len(states) > _NAMED:
        effects.append(text("case.close.more", n=len(states) - _NAMED))
    effects += [text(f"queue.hand_over.{effect}", name=name) for effect in ("owns", "lose", "personal")]
    lacking = sum(not _agreed(workspace, state, command) for state in states)
    if lacking:
        effects.append(count("queue.hand_over.missing", lacking))
    title = text("queue.hand_over.ask", what=about(workspace, cases), name=name)
    return Consequence(title, effects, text("queue.hand_over.undo", name=name), text("queue.act.hand_over.word"))


def _agreed(workspace: Workspace, state: CaseState, command: HandOver) -> bool:
    return not missing(state, colleague(command.member), "handover", workspace.today())


async def hand_over(screen: VpScreen, cases: Sequence[bytes], command: HandOver) -> int:
    """One by one, each with the consent that it lacks; how many changed hands. What did not is told by name."""
    workspace: Workspace = screen.app.services.workspace
    kept: list[str] = []
    for case in cases:
        alias = workspace.case(case).state.alias
        try:
            if await with_consent(screen, case, command) is None:
                kept.append(f"{case_code(case)} {alias}: {text('queue.hand_over.declined')}")
        except VpError as problem:
            if len(cases) == 1:
                raise
            kept.append(f"{case_code(case)} {alias}: {error_line(problem)}")
    if kept and len(cases) > 1:
        await screen.app.ask(MessageDialog(count("queue.hand_over.kept", len(kept)), kept))
    if done := len(cases) - len(kept):
        name = workspace.member_name(command.member)
        screen.app.note("queue.note.handed_over", what=count("domain.case", done), name=name)
    return done
