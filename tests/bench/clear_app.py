"""This application over clear tables: what is left when nothing is sealed. ``clear_app.py DSN``, with the same VP_HOME.

The same road to the same screens; only the workspace is a query. What it does not show it does not have.
"""

from __future__ import annotations

import sys
from datetime import date
from functools import cache
from types import SimpleNamespace
from typing import Any

from vp_tui.device.hardening import harden

harden()

import asyncpg  # noqa: E402

import vp_tui.cli.root  # noqa: E402, F401
from tests.bench.twin import QUEUE  # noqa: E402
from vp_tui.device.clock import RealClock  # noqa: E402
from vp_tui.device.config import load  # noqa: E402
from vp_tui.device.paths import locate  # noqa: E402
from vp_tui.domain.clock import today_view  # noqa: E402
from vp_tui.domain.summary import CaseSummary  # noqa: E402
from vp_tui.tui import safety  # noqa: E402
from vp_tui.tui.app import VpApp  # noqa: E402
from vp_tui.tui.session import Session  # noqa: E402
from vp_tui.workspace.views import Status  # noqa: E402


def summary(row: Any, me: bytes) -> CaseSummary:
    """The line of the list from the row of the table."""
    since, last = int(row["state_since"].timestamp() * 1000), int(row["last_change"].timestamp() * 1000)
    hay = f"{row['alias']}\n{row['code']}\n{row['client']}\n{row['nature']}".lower()
    return CaseSummary(
        row["id"], row["code"], row["alias"], None, row["client"], "", row["state"], since, "", row["next_due"],
        row["next_what"], row["next_due"], None, me, None, None, (row["nature"],), date.min, None, last,
        row["changes"], 0, hay, (("next-action", row["next_due"]),),
    )  # fmt: skip


class Clear(Session):
    """A session whose workspace is what the query gave."""

    async def unlock(self, passphrase: str) -> None:
        connection = await asyncpg.connect(sys.argv[1])
        me = await connection.fetchval("select id from member where name = 'Anna'")
        rows = [summary(row, me) for row in await connection.fetch(QUEUE, me)]
        day = cache(lambda within: today_view(rows, (), (), (), date.today(), 0, within))
        workspace: Any = SimpleNamespace(
            me=SimpleNamespace(member=me, name="Anna", roles=1), practice_name="Praktijk Proef", clock=RealClock(),
            status=Status(connection="online", last_sync_ms=1),
            summaries=lambda: rows, generation=0, today=date.today, members=list, unsent=frozenset, flagged=frozenset,
            changes=list, unread=lambda case: 0, search=lambda typed: [], index_ready=True, saved_views=list,
            today_view=day, contacts=list, undo_offer=lambda: None, subscribe=lambda callback: lambda: None,
            wipe=lambda: None,
        )  # fmt: skip
        self._workspace = workspace
        self.announce()


if __name__ == "__main__":
    paths = locate()
    config = load(paths)
    session = Clear(paths, config, config.choose())
    safety.run(VpApp(session, session.settings()))
