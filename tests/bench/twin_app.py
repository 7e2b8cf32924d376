"""The plaintext twin's application: the same list, over clear tables, and nothing else. ``twin_app.py DSN``."""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from typing import Any, ClassVar

import asyncpg
from textual.app import App, ComposeResult

from tests.bench.twin import QUEUE
from vp_tui.i18n import days, text
from vp_tui.tui.screens.queue_view import COLUMNS
from vp_tui.tui.theme import THEMES
from vp_tui.tui.widgets.queue_list import QueueList
from vp_tui.tui.widgets.rows import Row


class Clear:
    """Rows of the list from rows of the database, made when they are visible."""

    def __init__(self, rows: list[Any], now: datetime) -> None:
        self._rows, self._today, self._now_ms = rows, now.date(), int(now.timestamp() * 1000)
        self._places: dict[Any, int] | None = None

    def __len__(self) -> int:
        return len(self._rows)

    def id(self, place: int) -> Any:
        return self._rows[place]["id"]

    def index(self, case: Any) -> int | None:
        if self._places is None:
            self._places = {row["id"]: place for place, row in enumerate(self._rows)}
        return self._places.get(case)

    def sections(self) -> list[tuple[int, str]]:
        return []

    def row(self, place: int) -> Row:
        row = self._rows[place]
        due: date | None = row["next_due"]
        since = int(row["state_since"].timestamp() * 1000)
        cells = (
            row["code"], row["alias"], row["client"], text(f"queue.state.{row['state']}"),
            days.age(since, self._now_ms), days.day(due, self._today) if due else "", row["deputy"] or "", "",
            row["nature"],
        )  # fmt: skip
        return Row(row["id"], cells)


class Twin(App[None]):
    BINDINGS: ClassVar = [("G", "last", "")]
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, dsn: str) -> None:
        super().__init__()
        self._dsn = dsn
        self.list = QueueList(COLUMNS)
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = "vp-dark"

    def compose(self) -> ComposeResult:
        yield self.list

    async def on_mount(self) -> None:
        connection = await asyncpg.connect(self._dsn)
        me = await connection.fetchval("select id from member where name = 'Anna'")
        self.list.show(Clear(await connection.fetch(QUEUE, me), datetime.now(UTC)))
        self.list.focus()

    def action_last(self) -> None:
        self.list.do_list_last()


if __name__ == "__main__":
    Twin(sys.argv[1]).run()
