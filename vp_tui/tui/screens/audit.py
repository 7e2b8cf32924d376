"""8 Controle: what was verified, what does not fit and what to do about it, and what the server still sees.

Invariants: a finding is told in words, names the space and says what still works; the full check can be stopped at any
moment and changes nothing; evidence leaves only after a typed word, into a file that only its owner reads.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static
from textual.worker import Worker

from vp_tui.device.paths import write_private
from vp_tui.i18n import count, days, text
from vp_tui.tui import wording
from vp_tui.tui.consequence import Consequence
from vp_tui.tui.dialogs.message import MessageDialog
from vp_tui.tui.screens.live import LiveScreen
from vp_tui.tui.widgets.columns import Column
from vp_tui.tui.widgets.listing import Listing
from vp_tui.tui.widgets.queue_list import QueueList
from vp_tui.tui.widgets.rows import ListRows, Row

__all__ = ["AuditScreen"]

_BAR = 40


class AuditScreen(LiveScreen):
    """State above, findings in the middle, the chosen one in full below."""

    scope: ClassVar[str] = "audit"
    FOLLOWS: ClassVar[frozenset[str]] = frozenset({"status", "finding", "members"})
    DEFAULT_CSS = """
    AuditScreen #state { height: auto; padding: 0 1; text-style: bold; }
    AuditScreen #when { height: auto; padding: 0 1 1 1; color: $muted; }
    AuditScreen #detail { height: auto; max-height: 11; padding: 0 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._check: Worker[None] | None = None
        self._full = text("audit.full.never")

    def body(self) -> ComposeResult:
        yield Static("", id="state", markup=False)
        yield Static("", id="when", markup=False)
        yield Listing(
            (
                Column("audit.column.what", 34, flex=3),
                Column("audit.column.where", 24, flex=2),
                Column("audit.column.entry", 7, rank=1, right=True),
            ),
            empty="audit.empty",
        )
        yield Static("", id="detail", markup=False)

    def facts(self) -> Iterable[str]:
        yield "running" if self._check else "idle"
        if self.workspace.findings():
            yield "findings"

    def renew(self) -> None:
        found = self.workspace.findings()
        rows = []
        for number, one in enumerate(found):
            key, facts = self.workspace.space_name(one.space)
            entry = str(one.seq) if one.seq >= 0 else ""
            rows.append(Row(number, (wording.finding(one)[0], text(key, **facts), entry), "!", "bad"))
        self.query_one(QueueList).show(ListRows(rows))
        self._put("#state", count("audit.found", len(found)) if found else text("audit.clean"))
        if self._check is None:
            self._put("#when", f"{self._synced()}\n{self._full}")
        self._explain()
        self.flags_changed()

    def _put(self, where: str, line: str) -> None:
        self.query_one(where, Static).update(Content(line))

    def _synced(self) -> str:
        extent = self.workspace.extent()
        if extent.verified_ms is None:
            return text("audit.synced.never")
        moment = days.moment(extent.verified_ms, self.workspace.clock.now_ms())
        return text("audit.synced", moment=moment, spaces=extent.spaces, entries=extent.entries)

    def on_queue_list_moved(self) -> None:
        super().on_queue_list_moved()
        self._explain()

    def _explain(self) -> None:
        self._put("#detail", "\n".join(self._detail()))

    def _detail(self) -> Iterable[str]:
        found = self.workspace.findings()
        chosen = self.query_one(QueueList).cursor_id
        if not isinstance(chosen, int) or chosen >= len(found):
            yield from self._words_and_sight()
            return
        title, meaning = wording.finding(found[chosen])
        yield title
        yield wording.where(self.workspace, found[chosen])
        yield from (meaning, text("audit.seen-before"), text("audit.still"), text("audit.do"))

    @work(exclusive=True, group="page")
    async def on_queue_list_opened(self) -> None:
        title, *lines = self._detail()
        await self.app.ask(MessageDialog(title, lines))

    # -- the full check ----------------------------------------------------------------------------------------------

    def do_audit_run(self) -> None:
        self._check = self._run()
        self.flags_changed()

    @work(exclusive=True, group="check")
    async def _run(self) -> None:
        self._progress(0, 0)
        try:
            found = await self.workspace.audit(self._progress)
        except asyncio.CancelledError:
            self.app.note("audit.stopped")
            raise
        else:
            result = count("audit.full.found", len(found)) if found else text("audit.full.clean")
            now = self.workspace.clock.now_ms()
            self._full = text("audit.full", moment=days.moment(now, now), result=result)
        finally:
            self._check = None
            if self.is_attached:
                self.renew()

    def _progress(self, done: int, total: int) -> None:
        full = _BAR * done // total if total else 0
        bar = f"[{'#' * full}{'.' * (_BAR - full)}]"
        counted = text("audit.running.count", done=done, total=total) if total else ""
        self._put("#when", f"{text('audit.running')}\n{bar} {counted}  {text('audit.running.cancel')}")

    def do_app_cancel(self) -> None:
        if self._check is not None:
            self._check.cancel()

    # -- words and evidence ------------------------------------------------------------------------------------------

    async def do_audit_words(self) -> None:
        await self.app.ask(MessageDialog(text("app.place.audit"), list(self._words_and_sight())))

    def _words_and_sight(self) -> Iterable[str]:
        """The checkpoint words, once there is something to check, and what the server sees."""
        if self.workspace.members():
            yield f"{text('audit.checkpoint')}:"
            yield f"  {wording.words(self.workspace.checkpoint())}"
            yield text("audit.checkpoint.why")
            yield ""
        yield f"{text('audit.sees')}: {text('audit.sees.text')}"

    def _evidence_path(self) -> Path:
        moment = datetime.fromtimestamp(self.workspace.clock.now_ms() / 1000)
        folder = self.session.paths.identity_state(self.workspace.identity.name)
        return folder / f"{text('audit.export.name')}-{moment:%Y%m%d-%H%M}.json"

    def weigh_audit_export(self) -> Consequence:
        effects = [text("audit.export.what"), text("audit.export.not")]
        return Consequence(
            text("audit.export.title"), [*effects, text("audit.export.where", path=self._evidence_path())]
        )

    async def do_audit_export(self) -> None:
        path = self._evidence_path()
        bundle = await self.workspace.evidence(self.workspace.findings())
        await asyncio.to_thread(write_private, path, bundle)
        await self.app.ask(MessageDialog(text("audit.exported"), [str(path)]))
