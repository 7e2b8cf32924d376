"""Joins the application to what lies below: identity on this computer, unlock, workspace, drafts, connection.

Invariants: only paths and configuration are loaded before the first frame; keys and models are reachable through
``workspace`` alone, so that dropping it drops them; long work runs in a thread. Callers: the shell through
``Services``; the screens of first start, team and control; ``plain``.
"""

from __future__ import annotations

import asyncio
import gc
import os
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, cast

from vp_tui.device import config as configuration
from vp_tui.device.config import Config, Identity
from vp_tui.device.paths import Paths
from vp_tui.errors import LockedError, NotFoundError
from vp_tui.i18n import text
from vp_tui.tui.enrolment import Answers, Road, identity_for
from vp_tui.tui.services import Connection, Settings, Stage

if TYPE_CHECKING:
    from vp_tui.workspace.facade import Workspace
    from vp_tui.workspace.views import Notice

__all__ = ["Session", "open_app", "open_session"]

# Seconds after unlocking in which the list is on the screen.
_STARTED = 1.0
# A difference with the server's clock that is worth saying: dates and norms are counted by this one.
_SKEW_MINUTES = 5
# Seconds after which the first frame is painted.
_FIRST_FRAME = 0.5


class Session:
    """One identity at one terminal; ``Services`` for the shell, a few more acts for the screens of this room."""

    def __init__(
        self,
        paths: Paths,
        config: Config,
        identity: Identity | None = None,
        *,
        passphrase: str = "",
        environ: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """``identity`` None: nobody is enrolled here yet. ``passphrase``: from a file, used once instead of asking.

        ``environ``: the PG* variables that hardening took out of the environment.
        """
        self.paths = paths
        self.config = config
        self.chosen = identity
        self.answers: dict[Road, Answers] = {"found": Answers("found"), "join": Answers("join")}
        self._given = passphrase
        self._environ = environ
        self._workspace: Workspace | None = None
        self._unsubscribe: Callable[[], None] = lambda: None
        self._watchers: list[Callable[[], None]] = []
        self._sealed: bytes | None = None
        self._phase = ""
        self._first = True
        self._asking = True
        self._offered = ("", 0)

    # -- what the shell shows ----------------------------------------------------------------------------------------

    @property
    def demo(self) -> bool:
        return self.chosen is not None and self.chosen.demo

    @property
    def stage(self) -> Stage:
        if self.chosen is None:
            return "empty"
        return "locked" if self._workspace is None else "open"

    @property
    def workspace(self) -> Workspace:
        """The open workspace; LockedError ``locked`` while there is none."""
        if self._workspace is None:
            raise LockedError("locked")
        return self._workspace

    def identity(self) -> str:
        if self._workspace is not None:
            return self._workspace.me.name
        return "" if self.chosen is None else self.chosen.display or self.chosen.name

    def practice(self) -> str:
        return "" if self._workspace is None else self._workspace.practice_name

    def connection(self) -> Connection:
        if self._workspace is None:
            return Connection("offline")
        status = self._workspace.status
        return Connection(cast(Any, status.connection), status.pending)

    def alarms(self) -> int:
        """Number of findings: what did not verify."""
        return 0 if self._workspace is None else self._workspace.status.findings

    def warnings(self) -> list[str]:
        """A full disk, a clock that differs from the server's: minutes, positive when this clock is ahead."""
        if self._workspace is None:
            return []
        status = self._workspace.status
        said = [text("app.status.disk-full")] if status.disk_full else []
        minutes = round(-status.clock_skew_ms / 60_000)
        if abs(minutes) >= _SKEW_MINUTES:
            said.append(text(f"app.status.clock-{'ahead' if minutes > 0 else 'behind'}", n=abs(minutes)))
        return said

    def gate(self) -> str:
        """The place that must be seen before anything else, or ""."""
        workspace = self._workspace
        if workspace is None:
            return ""
        if not workspace.status.admitted:
            return "waiting"
        if not self._asking:
            return ""
        if workspace.changes():
            return "changes"
        # What comes later is asked at the next unlock: nobody is torn out of a conversation.
        self._asking = workspace.status.last_sync_ms is None
        return ""

    def undoable(self) -> tuple[str, int]:
        """What ``u`` takes back, in words, and until when (ms since the epoch); ("", 0) if nothing can be."""
        offer = None if self._workspace is None else self._workspace.undo_offer()
        return ("", 0) if offer is None else (text(offer.key, **offer.facts), offer.until_ms)

    def phase(self) -> str:
        """i18n key of what unlocking is doing now, or ""."""
        return self._phase

    def watch(self, changed: Callable[[], None]) -> None:
        self._watchers.append(changed)

    def announce(self) -> None:
        """Tell the shell that what it shows has changed."""
        for changed in self._watchers:
            changed()

    def _noticed(self, notice: Notice) -> None:
        if notice.kind in ("status", "finding", "members", "views"):
            self.announce()
        else:
            # An act is remembered only after others were told of it.
            asyncio.get_running_loop().call_soon(self._heed_undo)

    def _heed_undo(self) -> None:
        offered, self._offered = self._offered, self.undoable()
        if offered != self._offered:
            self.announce()

    # -- preferences -------------------------------------------------------------------------------------------------

    def settings(self) -> Settings:
        """The configuration as the application wants it."""
        chosen = self.config.settings
        return Settings(
            theme=f"vp-{chosen.theme}",
            a11y=chosen.a11y,
            stock=os.environ.get("VP_OUTPUT") == "stock",
            keys={action: (key,) for action, key in chosen.keys.items()},
            lock_after=chosen.idle_lock_minutes * 60.0,
        )

    def reload(self) -> None:
        """Read the configuration again after a change."""
        self.config = configuration.load(self.paths)

    # -- opening and closing -----------------------------------------------------------------------------------------

    @property
    def unattended(self) -> bool:
        """Whether ``unlock("")`` needs nobody: at the start, a demo, a passphrase file, a kept key of `vp unlock`."""
        if self.chosen is None or self._workspace is not None:
            return False
        return self._first and (self.demo or bool(self._given) or self._kept_key() is not None)

    def _kept_key(self) -> bytes | None:
        from vp_tui.device import agent

        if self.chosen is None or not self.config.settings.kernel_keyring:
            return None
        return agent.get(self.chosen.practice, self.chosen.device)

    async def unlock(self, passphrase: str) -> None:
        """Open the vault and the sealed cache, then connect in the background.

        An empty ``passphrase`` uses what ``unattended`` promised. Raises LockedError passphrase-wrong,
        passphrase-needed, keyring-*, and VpError vault-*.
        """
        if self.chosen is None:
            raise NotFoundError("identity-none")
        given, self._given = passphrase or self._given, ""
        key = self._kept_key() if self._first and not given and not self.demo else None
        self._first = False
        if self.demo:
            from vp_tui.demo import PASSPHRASE as given
        if not given and key is None:
            raise LockedError("passphrase-needed")
        self._say("start.phase.derive" if given else "start.phase.open")
        try:
            opened = await asyncio.to_thread(self._open, self.chosen, given, key)
        finally:
            self._say("")
        await self._enter(opened)

    def _open(self, identity: Identity, passphrase: str, key: bytes | None) -> Workspace:
        from vp_tui.device import agent
        from vp_tui.workspace.bootstrap import sealed_vault, unlock

        try:
            self._sealed = sealed_vault(self.paths, identity)
        except LockedError:
            # A keyring that was closed since the first unlock keeps nobody out: the sealed vault is still at hand.
            if self._sealed is None:
                raise
        if key is None:
            return unlock(self.paths, identity, passphrase=passphrase, environ=self._environ, sealed=self._sealed)
        try:
            return unlock(self.paths, identity, key=key, environ=self._environ, sealed=self._sealed)
        except LockedError as problem:
            if problem.key != "passphrase-wrong":
                raise
            # The passphrase was changed elsewhere since the key was kept.
            agent.drop(identity.practice, identity.device)
            raise LockedError("passphrase-needed") from None

    async def _enter(self, opened: Workspace) -> None:
        self._workspace = opened
        self._asking = True
        self._unsubscribe = opened.subscribe(self._noticed)
        await opened.connect()
        asyncio.get_running_loop().call_later(_STARTED, gc.enable)
        self.announce()

    def _say(self, phase: str) -> None:
        self._phase = phase
        self.announce()

    async def lock(self) -> None:
        """Drop keys and models; the process, and whatever is sealed, stay."""
        opened, self._workspace = self._workspace, None
        self._unsubscribe()
        if opened is not None:
            await opened.close()
        # One turn of the loop, for what still waits there with a hold on the workspace.
        del opened
        await asyncio.sleep(0)
        gc.collect()
        self.announce()

    def emergency(self) -> None:
        opened, self._workspace = self._workspace, None
        if opened is not None:
            with suppress(Exception):
                opened.wipe()

    def warm(self) -> None:
        """Load what the next step needs: driver, keyring, cryptography. For a thread, after the first frame."""
        import vp_tui.device.keystore
        import vp_tui.store.postgres
        import vp_tui.workspace.bootstrap  # noqa: F401

    # -- drafts ------------------------------------------------------------------------------------------------------

    def draft(self, place: str) -> str:
        if self._workspace is None:
            return ""
        kept = self._workspace.drafts.load(place)
        return "" if kept is None else kept.text

    def keep_draft(self, place: str, text: str) -> None:
        if self._workspace is not None:
            self._workspace.drafts.save(place, text)

    # -- the keyring -------------------------------------------------------------------------------------------------

    async def open_keyring(self, password: str) -> None:
        """Open the system's keyring over D-Bus (made if there is none). LockedError keyring-*, VpError keyring-*."""
        from vp_tui.device.keystore import open_keystore

        store: Any = await asyncio.to_thread(open_keystore, "keyring", self.paths)
        await asyncio.to_thread(store.unlock_collection, password)

    async def keystore_advice(self) -> tuple[str, str]:
        """Where keys are best kept here ("keyring" or "file"), and "keyring-locked" if it must be opened first."""
        from vp_tui.device.keystore import open_keystore, recommend

        allowed = self.config.settings.file_keystore
        kind = await asyncio.to_thread(recommend, self.paths, file_allowed=allowed)
        if kind == "keyring":
            store: Any = open_keystore(kind, self.paths)
            if await asyncio.to_thread(store.locked):
                return kind, "keyring-locked"
        return kind, ""

    # -- first start -------------------------------------------------------------------------------------------------

    async def begin(self, answers: Answers) -> None:
        """Found or join with ``answers``; afterwards the stage is open, and the answers are forgotten."""
        from vp_tui.workspace import bootstrap

        common: dict[str, Any] = {
            "dsn": answers.address.strip(),
            "code": answers.code.lower().replace("-", " ").replace(",", " ").split(),
            "identity": identity_for(answers.name, self.config.identities),
            "my_name": answers.name.strip(),
            "passphrase": answers.passphrase,
            "keystore_kind": answers.keystore,
            "environ": self._environ,
            "progress": lambda name: self._say(f"start.working.{name}"),
        }

        async def work() -> Identity:
            if answers.road == "join":
                return (await bootstrap.join(self.paths, **common)).identity
            return await bootstrap.found(
                self.paths, practice_name=answers.practice.strip(), roles=answers.role_bits, **common
            )

        try:
            # Stretching the passphrase and asking the keyring block for seconds: a loop and a thread of their own.
            identity = await asyncio.to_thread(lambda: asyncio.run(work()))
            self._say("start.working.open")
            opened = await asyncio.to_thread(self._open, identity, answers.passphrase, None)
        finally:
            self._say("")
        self.chosen = identity
        self.reload()
        self.answers[answers.road] = Answers(answers.road)
        await self._enter(opened)


def open_session(
    paths: Paths, config: Config, name: str | None, passphrase: str | None, environ: Mapping[str, str]
) -> Session:
    """A session of the identity ``name``, of the only one, or of nobody yet. Raises as `Config.choose` does."""
    identity = config.choose(name) if config.identities or name else None
    return Session(paths, config, identity, passphrase=passphrase or "", environ=environ)


def open_app(
    paths: Paths,
    config: Config,
    identity: str | None = None,
    *,
    passphrase: str | None = None,
    environ: Mapping[str, str] = MappingProxyType({}),
) -> int:
    """Run the application and return its exit status. Raises UsageError terminal.*, identity-*, keymap.*.

    The process was hardened, and the language chosen, by the caller.
    """
    # All that starting makes stays: to look through it for rubbish costs a tenth of the time until the list is there.
    gc.disable()
    from vp_tui.tui import safety
    from vp_tui.tui.app import VpApp

    session = open_session(paths, config, identity, passphrase, environ)
    safety.check_terminal()
    # While somebody looks at the first frame or types her passphrase: 220 ms that the unlock need not pay.
    warming = threading.Timer(_FIRST_FRAME, session.warm)
    warming.daemon = True
    warming.start()
    return safety.run(VpApp(session, session.settings()))
