"""Forms over a sheet: drafts that are kept, and what to do when a colleague was first.

Invariants: what was typed stays until it is recorded, whatever happens; a colleague's change is shown before anything
replaces it, and only what was changed here does. Callers: the forms of the sheets of a case.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from msgspec.structs import replace

from vp_tui.domain.act import Command
from vp_tui.domain.keyed import Keyed
from vp_tui.errors import ConflictError, NotFoundError, RefusedError
from vp_tui.i18n import text
from vp_tui.tui.dialogs.form import FormDialog, Values
from vp_tui.tui.dialogs.message import MessageDialog
from vp_tui.tui.screens.care_fields import beside
from vp_tui.tui.screens.case_fields import day_field, typed_day
from vp_tui.tui.widgets.field import Field, NoteField
from vp_tui.tui.widgets.kept_form import kept

if TYPE_CHECKING:
    from vp_tui.domain.case_file import CaseState
    from vp_tui.domain.client import ClientState
    from vp_tui.tui.screens.base import VpScreen
    from vp_tui.workspace.facade import Workspace

__all__ = ["Facts", "RowForm", "ask", "ask_day", "asked", "client_of", "held", "prose", "rebased"]

Row = TypeVar("Row", bound=Keyed)
Facts = Mapping[str, str]
"""What a row says of itself, by the words before it."""

# As much of what a colleague wrote stands beside a form; more of it is shown by itself.
_SHORT = 240


async def ask(
    screen: VpScreen,
    case: bytes,
    title: str,
    fields: Sequence[Field],
    make: Callable[[Values], Command],
    lines: Sequence[str] = (),
    place: str = "",
) -> bool:
    """A form whose command is sent as it is; True once it was recorded."""
    workspace: Workspace = screen.app.services.workspace

    async def submit(values: Values) -> str:
        await workspace.do(make(values), case)
        return ""

    return await asked(screen, FormDialog(title, fields, submit, lines, place), held(screen, place, fields))


async def asked(screen: VpScreen, dialog: FormDialog, drafts: Callable[[], bool]) -> bool:
    """Whether the form was done; if it was left with ``drafts``, that these are kept is said."""
    done = await screen.app.ask(dialog) is not None
    if not done and drafts():
        screen.app.note("case.note.draft")
    return done


def held(screen: VpScreen, place: str, fields: Sequence[Field]) -> Callable[[], bool]:
    """Whether there is a draft of this form or of one of its notes."""
    notes = [field.composer.place for field in fields if isinstance(field, NoteField)]
    return lambda: any(map(screen.app.services.draft, filter(None, (place, *notes))))


async def ask_day(screen: VpScreen, title: str) -> Values | None:
    """The day on which something happened (``on``), today unless another is typed."""
    today = screen.app.services.workspace.today()

    async def taken(_values: Values) -> str:
        return ""

    day = day_field("on", "course.field.on", today, past=True, value=typed_day(today))
    return await screen.app.ask(FormDialog(title, [day], taken))


class RowForm(Generic[Row]):
    """A form about one row of a case that colleagues may change meanwhile; a draft if ``what`` names the kind of row.

    ``was`` is what had been typed into it before; the fields are made with that.
    """

    def __init__(
        self,
        screen: VpScreen,
        case: bytes,
        find: Callable[[], Row | None],
        facts: Callable[[Row], Facts],
        what: str = "",
        notes: Sequence[str] = (),
    ) -> None:
        """``find`` reads the row as it is now, None for a new one; ``facts`` are its words; ``notes`` the fields that
        keep drafts of their own, under the form's name and theirs."""
        self._screen = screen
        self._case = case
        self._find = find
        self._facts = facts
        self.row = find()
        self._notes = notes
        self.place, self._behind = self._draft(what) if what else ("", False)
        self.was = kept(screen.app.services, self.place) if self.place else {}

    def _draft(self, what: str) -> tuple[str, bool]:
        """The draft's name, and whether the row was changed since it was begun.

        Named after the revision it was made from, so that it meets a colleague's change however late."""
        stem = f"{what}:{self._case.hex()}"
        if self.row is None:
            return f"{stem}:new", False
        names = [f"{stem}:{self.row.id.hex()}.{rev}" for rev in range(1, self.row.rev + 1)]
        draft = self._screen.app.services.draft
        begun = next(
            (name for name in names if draft(name) or any(draft(f"{name}:{note}") for note in self._notes)), names[-1]
        )
        return begun, begun != names[-1]

    async def ask(
        self,
        title: str,
        fields: Sequence[Field],
        make: Callable[[Values, Row | None], Command],
        *,
        mine: Sequence[str] = (),
        lines: Sequence[str] = (),
    ) -> bool:
        """Whether the command of ``make``, given the values and the row it is based on, was recorded.

        A change that a colleague made meanwhile is told once, and the next ctrl+s is based on it. ``mine`` are the
        fields that command and row share: those that were left as they were stay as the colleague wrote them."""
        workspace: Workspace = self._screen.app.services.workspace
        seen = self.row

        async def submit(values: Values) -> str:
            command = make(values, self.row)
            if seen is not None and self.row is not seen:
                command = rebased(command, seen, self.row, mine)
            try:
                await workspace.do(command, self._case)
            except RefusedError as problem:
                raise beside(problem) from None
            except ConflictError as problem:
                return await self._beaten(problem)
            return ""

        if self._behind and self.row is not None:
            lines = [text("course.changed", theirs=await self._shown(self._facts(self.row), {})), *lines]
        dialog = FormDialog(title, fields, submit, lines, self.place)
        return await asked(self._screen, dialog, held(self._screen, self.place, fields))

    async def _beaten(self, problem: ConflictError) -> str:
        if problem.key == "entry-exists":
            # The same act, sent twice.
            return ""
        before, self.row = self.row, self._find()
        if self.row is None:
            raise NotFoundError("entry-not-found")
        theirs = await self._shown(self._facts(self.row), self._facts(before) if before else {})
        return text("course.conflict", theirs=theirs)

    async def _shown(self, facts: Facts, before: Facts) -> str:
        """What differs from ``before``, for one line; shown whole first where it is too long for that."""
        changed = {name: value or "-" for name, value in facts.items() if before.get(name, "") != value}
        line = "; ".join(f"{name}: {' '.join(value.split())}" for name, value in changed.items())
        if len(line) <= _SHORT:
            return line
        whole = [part for name, value in changed.items() for part in f"{name}: {value}".split("\n")]
        await self._screen.app.ask(MessageDialog(text("course.theirs"), whole))
        return f"{line[:_SHORT].rstrip()}..."


def rebased(command: Command, seen: Any, now: Any, names: Sequence[str]) -> Command:
    """``command``, with what it left as it was in ``seen`` as it is ``now``."""
    untouched = (name for name in names if getattr(command, name) == getattr(seen, name))
    return replace(command, **{name: getattr(now, name) for name in untouched})


def client_of(workspace: Workspace, state: CaseState) -> ClientState | None:
    """The case's client, if it has one that can be read."""
    try:
        return workspace.client(state.client) if state.client else None
    except NotFoundError:
        return None


def prose(words: Sequence[tuple[str, str]]) -> str:
    """Lines of an entry: those facts that are there, each behind its name."""
    return "\n".join(f"{name}: {value}" for name, value in words if value)
