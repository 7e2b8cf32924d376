"""The program under test: the real shell over rows, a form, dialogs and a composer, without server or keys.

``python program.py [--rows N] [--open] [--crash WHERE] [--log FILE] ...``; VP_OUTPUT=stock switches the layer off.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, Literal

from vp_tui.errors import LockedError, RefusedError
from vp_tui.i18n import set_language
from vp_tui.i18n.catalog import actions as texts
from vp_tui.tui.actions import shell
from vp_tui.tui.actions.registry import Action, Registry, needs
from vp_tui.tui.screens.table import Place
from vp_tui.tui.services import Connection, Settings

MARKER = "GEHEIM-7f3a"
EVIL = "A\x1b]52;c;ZXZpbA==\x1b\\B\x1b]0;PWNED\x07C\x1b[2JD\x9b31mE\u202eF\u200bG[@click=app.quit]H[/]\x00\x07"


class DemoServices:
    """Everything in memory; what happens is written, in order, to ``log``."""

    demo = True

    def __init__(self, stage: Literal["locked", "open"], log: Path | None) -> None:
        self.stage: Any = stage
        self._log = log
        self._drafts: dict[str, str] = {}

    def _say(self, line: str) -> None:
        if self._log is not None:
            with self._log.open("a", encoding="utf-8") as file:
                file.write(line + "\n")

    workspace: Any = None
    unattended = False

    def gate(self) -> str:
        return ""

    def warnings(self) -> list[str]:
        return []

    def alarms(self) -> int:
        return 0

    def undoable(self) -> tuple[str, int]:
        return "", 0

    def phase(self) -> str:
        return ""

    def identity(self) -> str:
        return "anna"

    def practice(self) -> str:
        return "Praktijk De Reiger"

    def connection(self) -> Connection:
        return Connection("online", 2)

    async def unlock(self, passphrase: str) -> None:
        if passphrase != "open":
            raise LockedError("vault.passphrase")
        self.stage = "open"

    async def lock(self) -> None:
        self.stage = "locked"
        self._say("lock")

    def emergency(self) -> None:
        self._say("emergency")

    def draft(self, place: str) -> str:
        return self._drafts.get(place, "")

    def keep_draft(self, place: str, text: str) -> None:
        self._drafts[place] = text
        self._say(f"draft {place} {text!r}")

    def watch(self, changed: Callable[[], None]) -> None:
        self._changed = changed


class NumberRows:
    """``count`` rows made when they are seen."""

    def __init__(self, count: int, text: str) -> None:
        self._count = count
        self._text = text

    def __len__(self) -> int:
        return self._count

    def id(self, index: int) -> Hashable:
        return index

    def index(self, id: Hashable) -> int | None:
        return id if isinstance(id, int) and id < self._count else None

    def row(self, index: int) -> Any:
        from vp_tui.tui.widgets.rows import Row

        names = ("blauwe reiger", "stille haven", "lange trap", "groene ketel", "caf\u00e9 \u6f22\u5b57", "winterjas")
        state = ("intake", "gesprek", "wacht", "nazorg")[index % 4]
        cells = (
            f"Z-{index:05d}",
            state,
            f"{index % 28 + 1} nov",
            f"ORG-{index % 8:02d}",
            f"{self._text}{names[index % 6]}",
        )
        return Row(index, cells, flag="!" if index % 7 == 0 else "", tone="urgent" if index % 7 == 0 else "")

    def sections(self) -> Sequence[tuple[int, str]]:
        return ((0, "Nieuw"), (5, "Lopend")) if self._count > 5 else ()


def screens(rows: int, crash: str, text: str) -> dict[str, type]:
    from textual.app import ComposeResult

    from vp_tui.tui.dialogs.confirm import Consequence
    from vp_tui.tui.dialogs.message import MessageDialog
    from vp_tui.tui.screens.base import VpScreen
    from vp_tui.tui.widgets.columns import Column
    from vp_tui.tui.widgets.composer import Composer
    from vp_tui.tui.widgets.date_field import DateField
    from vp_tui.tui.widgets.field import ChoiceField, NoteField, TextField
    from vp_tui.tui.widgets.form import Form
    from vp_tui.tui.widgets.picker import CodePicker
    from vp_tui.tui.widgets.queue_list import QueueList

    def boom() -> None:
        secret = MARKER * 3
        raise ValueError(secret)

    class Rows(VpScreen):
        scope = "rows"

        def body(self) -> ComposeResult:
            yield QueueList(
                (
                    Column("app.help.key", 8),
                    Column("app.help.action", 9),
                    Column("app.help.now", 7, rank=2),
                    Column("app.help.words", 7, rank=1),
                    Column("app.place.case", 20, flex=1),
                )
            )

        def on_mount(self) -> None:
            self.query_one(QueueList).show(NumberRows(rows, text))

        def on_queue_list_opened(self, event: QueueList.Opened) -> None:
            self.app.go("note", str(event.id))

        def do_rows_message(self) -> None:
            self.app.push_screen(MessageDialog(f"Bericht {text}", [f"Regel {n} {text}" for n in range(4)]))

        def weigh_rows_erase(self) -> Consequence:
            return Consequence(
                f"Sluiten? {text}", [f"Z-{id} {text}" for id in self.query_one(QueueList).targets()], "u"
            )

        def do_rows_erase(self) -> None:
            self.app.note("app.note.disabled", action="SLUIT", reason=f"gedaan {text}")

        async def do_rows_ask(self) -> None:
            answer = await self.app.ask(MessageDialog("Vraag", [text]))
            self.app.note("app.note.disabled", action=str(answer), reason=text)

        def do_rows_never(self) -> None:
            boom()

        def do_rows_crash(self) -> None:
            boom()

        async def do_rows_crash_later(self) -> None:
            boom()

    class Note(VpScreen):
        scope = "note"

        def __init__(self, argument: str) -> None:
            super().__init__()
            self._argument = argument

        def body(self) -> ComposeResult:
            yield Composer(f"note-{self._argument}")

        def on_composer_left(self) -> None:
            self.app.back()

        def on_composer_saved(self, event: Composer.Saved) -> None:
            event.composer.finished()
            if crash == "composer":
                boom()

    class Filled(VpScreen):
        scope = "filled"

        def body(self) -> ComposeResult:
            codes = [
                (f"A{n}", f"{name} {text}") for n, name in enumerate(("pesten", "uitsluiting", "roddel", "intimidatie"))
            ]
            yield Form(
                TextField("alias", "app.place.case", value=text),
                CodePicker("nature", "app.help.action", find=lambda typed: [c for c in codes if typed.lower() in c[1]]),
                ChoiceField("channel", "app.help.words", (("phone", f"telefoon {text}"), ("mail", "e-mail"))),
                DateField("due", "app.help.now", parse=_day, show=lambda day: f"{day:%d-%m-%Y}"),
                NoteField("note", "app.help.search", "form"),
            )

        def on_form_left(self) -> None:
            self.app.go("rows")

        def on_form_submitted(self, event: Form.Submitted) -> None:
            event.form.refuse(RefusedError("field.code", "alias", count=4))

    return {"Rows": Rows, "Note": Note, "Filled": Filled}


def _day(typed: str) -> date | None:
    if not typed:
        return None
    try:
        day, month = typed.split("-")
        return date(2026, int(month), int(day))
    except ValueError:
        raise RefusedError("field.code", "due", count=0) from None


PLACES = (
    Place("rows", "app.place.queue", "program_screens:Rows", number=2, ex=("zaken", "cases")),
    Place("note", "app.place.case", "program_screens:Note", parent="rows"),
    Place("filled", "app.place.team", "program_screens:Filled", number=7, ex=("team", "members")),
)
_ROWS = ("rows",)
texts.TEXT.update(
    {
        "scope.rows": ("Rijen", "Rows"),
        "scope.note": ("Notitie", "Note"),
        "rows.message": ("bericht", "message"),
        "rows.message.help": ("Toon een bericht.", "Show a message."),
        "rows.erase": ("sluit", "close"),
        "rows.erase.help": ("Sluit de zaak.", "Close the case."),
        "rows.erase.word": ("SLUIT", "CLOSE"),
        "rows.ask": ("vraag", "ask"),
        "rows.ask.help": ("Vraag iets.", "Ask something."),
        "rows.never": ("nooit", "never"),
        "rows.never.help": ("Kan nooit.", "Never possible."),
        "rows.crash": ("val", "crash"),
        "rows.crash.help": ("Val om.", "Crash."),
        "rows.crash_later": ("val later", "crash later"),
        "rows.crash_later.help": ("Val later om.", "Crash later."),
    }
)
ACTIONS = (
    Action("rows.message", _ROWS, ("m m",), ("bericht", "message"), footer=15),
    Action("rows.erase", _ROWS, ("X c",), ("sluit", "close"), consequence=True, guard=needs("row")),
    Action("rows.ask", _ROWS, ("a",)),
    Action("rows.never", _ROWS, ("N",), guard=needs("undo")),
    Action("rows.crash", _ROWS, ("C",)),
    Action("rows.crash_later", _ROWS, ("L",)),
)


def build(arguments: Sequence[str]) -> Any:
    import types

    from vp_tui.tui.app import VpApp

    options = argparse.ArgumentParser()
    options.add_argument("--rows", type=int, default=300)
    options.add_argument("--open", action="store_true")
    options.add_argument("--crash", default="")
    options.add_argument("--log", type=Path)
    options.add_argument("--text", default="")
    options.add_argument("--theme", default="vp-dark")
    options.add_argument("--a11y", action="store_true")
    options.add_argument("--unguarded", action="store_true")
    options.add_argument("--lock-after", type=float, default=600)
    options.add_argument("--end-after", type=float, default=600)
    given = options.parse_args(arguments)
    if given.unguarded:
        from vp_tui.tui.dialogs.base import Dialog

        Dialog.GUARD = 0.0
    set_language(os.environ.get("VP_LANG", "nl"))
    text = {"evil": EVIL, "marker": MARKER}.get(given.text, given.text)
    module = types.ModuleType("program_screens")
    vars(module).update(screens(given.rows, given.crash, text))
    sys.modules["program_screens"] = module
    settings = Settings(
        theme=given.theme,
        a11y=given.a11y,
        stock=os.environ.get("VP_OUTPUT") == "stock",
        lock_after=given.lock_after,
        end_after=given.end_after,
    )
    registry = Registry(_all())
    return VpApp(
        DemoServices("open" if given.open else "locked", given.log), settings, registry=registry, places=PLACES
    )


def _all() -> Iterable[Action]:
    return (*shell.places(PLACES), *shell.ACTIONS, *ACTIONS)


if __name__ == "__main__":
    from vp_tui.errors import UsageError
    from vp_tui.tui.safety import run

    try:
        sys.exit(run(build(sys.argv[1:])))
    except UsageError as problem:
        print(problem.key, file=sys.stderr)
        sys.exit(problem.exit_code)
