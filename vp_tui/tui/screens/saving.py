"""From what was written in a case to a command, and what to do when a colleague was first.

Invariant: the text leaves the drafts only after the workspace has taken it; a conflict shows both versions and lets the
person choose. Callers: ``CaseScreen``, ``IntakeSheet``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from vp_tui.domain.commands import RecordConversation, ReviseNote, WriteNote
from vp_tui.domain.timeline import Item, find
from vp_tui.errors import ConflictError, NotFoundError, RefusedError, VpError
from vp_tui.i18n import text
from vp_tui.tui.dialogs.conflict import ConflictDialog
from vp_tui.tui.screens.pen import Writing, slot

if TYPE_CHECKING:
    from vp_tui.tui.screens.case import CaseScreen
    from vp_tui.tui.screens.sheet_intake import IntakeSheet

    Desk: TypeAlias = CaseScreen | IntakeSheet

__all__ = ["save"]


async def save(screen: Desk, writing: Writing) -> None:
    """Record the writing; on a refusal or conflict the pen stays open with the text."""
    new = screen.workspace.new_id()
    try:
        receipt = await screen.workspace.do(_command(writing, new), screen.case, writing.layer)
    except VpError as problem:
        screen.pen.freeze(False)
        await _refused(screen, writing, problem)
    else:
        await screen.pen.finished()
        screen.renew()
        screen.timeline.move_to(writing.item.id if writing.item else new)
        screen.set_focus(screen.timeline)
        screen.app.note("case.note.saved" if receipt.sent else "case.note.kept")


async def _refused(screen: Desk, writing: Writing, problem: VpError) -> None:
    if isinstance(problem, ConflictError) and writing.item is not None:
        await _choose(screen, writing)
    elif not (isinstance(problem, RefusedError) and screen.pen.refuse(problem)):
        screen.app.tell(problem)


def _command(writing: Writing, new: bytes) -> Any:
    talk = (writing.on, writing.minutes, writing.channel)
    if (item := writing.item) is not None:
        return ReviseNote(item.id, item.rev, writing.text, *(talk if writing.talk else ()))
    if writing.talk:
        if writing.on is None:
            raise RefusedError("text-missing", "on")
        return RecordConversation(new, writing.on, writing.minutes, writing.channel, writing.text)
    return WriteNote(new, writing.text)


def _theirs(screen: Desk, item: Item) -> Item | None:
    view = screen.workspace.case(screen.case)
    return find((*view.state.timeline, *(view.notes.timeline if view.notes else ())), item.id)


async def _choose(screen: Desk, writing: Writing) -> None:
    assert writing.item is not None
    now = _theirs(screen, writing.item)
    if now is None:
        screen.app.tell(NotFoundError("note-not-found"))
        return
    words = screen.words
    name = words.name(now.revised_by or now.by)
    answers = ["both"] if now.withdrawn else ["replace", "both", "join"]
    dialog = ConflictDialog(
        text("case.conflict.title", name=name),
        (text("case.conflict.theirs", name=name), text("domain.item.withdrawn") if now.withdrawn else now.text),
        (text("case.conflict.mine"), writing.text),
        [(answer, text(f"case.conflict.{answer}", name=name)) for answer in answers],
    )
    match await screen.app.ask(dialog):
        case "replace":
            await save(
                screen,
                Writing(writing.layer, writing.text, now, writing.talk, writing.on, writing.minutes, writing.channel),
            )
        case "both":
            await save(screen, Writing(writing.layer, writing.text))
        case "join":
            await _join(screen, writing, now)


async def _join(screen: Desk, writing: Writing, now: Item) -> None:
    """Go on writing, on top of what is stored now, with both texts; the old draft goes once the new one is kept."""
    both = f"{now.text}\n\n{text('case.conflict.mine')}\n{writing.text}"
    services = screen.app.services
    services.keep_draft(slot(screen.case, writing.layer, now), both)
    await screen.pen.finished()
    title = text(f"case.pen.edit.{writing.layer}", readers=screen.words.readers(writing.layer))
    await screen.pen.open(title, screen.case, writing.layer, screen.words.today, item=now)
