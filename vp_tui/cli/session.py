"""One run of the command line: who, where, in which form; and the workspace, opened when a command needs it.

Invariant: a passphrase is asked once per run and for no identity of a demo practice. Without ``VP_HOME``, and as long
as this account has no identity of its own, the home of the demo practice is the home; the first real identity ends
that, so that fiction and practice are never in one folder. Callers: ``root`` makes the one instance, commands use it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Coroutine, Mapping
from contextlib import suppress
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from vp_tui.errors import LockedError, UsageError
from vp_tui.i18n import set_language

if TYPE_CHECKING:
    import asyncio

    from vp_tui.cli.output import Output
    from vp_tui.device.config import Config, Identity
    from vp_tui.device.hardening import Hardening
    from vp_tui.device.paths import Paths
    from vp_tui.workspace.facade import Workspace

__all__ = ["Session"]


class Session:
    """What the options said, and what was opened because of them."""

    def __init__(self, hardening: Hardening) -> None:
        self.hardening = hardening
        self.json = self.plain = self.quiet = self.no_input = self.a11y = False
        self.lang = self.identity = self.passphrase_file = self.theme = ""
        self._runner: asyncio.Runner | None = None
        self._workspace: Workspace | None = None

    @property
    def out(self) -> Output:
        """Where the command prints."""
        from vp_tui.cli.output import Output

        if self.json and self.plain:
            raise UsageError("cli.two-forms")
        return Output("json" if self.json else "plain" if self.plain else "human", quiet=self.quiet)

    @property
    def postgres(self) -> Mapping[str, str]:
        """The ``PG*`` variables as they were before hardening; the store picks the safe ones."""
        return self.hardening.postgres

    @property
    def may_ask(self) -> bool:
        """Whether questions are allowed at all."""
        return not self.no_input

    def own_paths(self) -> Paths:
        """This account's own home, never the demo's: where identities are made."""
        from vp_tui.device.paths import locate

        return locate()

    def paths(self) -> Paths:
        """The home that this run reads: one's own, or the demo's while there is no other."""
        from vp_tui.device.config import load
        from vp_tui.device.paths import locate

        own = locate()
        if "VP_HOME" in os.environ or load(own).identities:
            return own
        from vp_tui.demo.home import demo_paths

        demo = demo_paths()
        return demo if demo.config.exists() else own

    def config(self, paths: Paths) -> Config:
        """The settings in force; from here on in the language that they ask for."""
        from vp_tui.device.config import load

        flags = {"language": self.lang or None, "theme": self.theme or None, "a11y": self.a11y or None}
        config = load(paths, flags=flags)
        if config.settings.language:
            set_language(config.settings.language)
        return config

    def chosen(self, paths: Paths) -> tuple[Config, Identity]:
        """The configuration and the identity that this run speaks as."""
        config = self.config(paths)
        return config, config.choose(self.identity or None)

    def passphrase_of(self, identity: Identity) -> str:
        """The passphrase: the demo's own, the file's, or what is typed."""
        from vp_tui.cli import ask

        if identity.demo:
            from vp_tui.demo import PASSPHRASE

            return PASSPHRASE
        if self.passphrase_file:
            return ask.secret_file(self.passphrase_file)
        return ask.passphrase("cli.passphrase", allowed=self.may_ask, name=identity.name)

    def unlock(self, paths: Paths, config: Config, identity: Identity) -> Workspace:
        """The workspace of ``identity``, by the key that ``vp unlock`` left in the kernel or by the passphrase."""
        from vp_tui.device import agent
        from vp_tui.workspace.bootstrap import unlock

        if config.settings.kernel_keyring and not identity.demo and not self.passphrase_file:
            key = agent.get(identity.practice, identity.device)
            if key is not None:
                # The passphrase may have been changed on another terminal since: then ask.
                with suppress(LockedError):
                    return unlock(paths, identity, key=key, environ=self.postgres)
                agent.drop(identity.practice, identity.device)
        return unlock(paths, identity, passphrase=self.passphrase_of(identity), environ=self.postgres)

    async def workspace(self) -> Workspace:
        """The opened workspace, up to date with the server."""
        if self._workspace is None:
            paths = self.paths()
            config, identity = self.chosen(paths)
            if identity.demo:
                from vp_tui.demo.home import server_of

                # It does not outlive a restart of the computer; to find it running costs a connection.
                server_of(paths)
                if self.out.form == "human":
                    self.out.say("cli.demo", name=identity.name)
            self._workspace = self.unlock(paths, config, identity)
        await self._workspace.sync()
        return self._workspace

    async def with_workspace(self, function: Callable[..., Any], params: Mapping[str, Any]) -> None:
        """Run a command that needs the workspace."""
        await function(self, await self.workspace(), **params)

    def run(self, work: Coroutine[Any, Any, None]) -> None:
        """Run on the event loop of this session."""
        if self._runner is None:
            # 25 ms that help and completion need not pay.
            import asyncio

            from vp_tui.device.hardening import guard

            self._runner = asyncio.Runner()
            guard(self._runner.get_loop())
        self._runner.run(work)

    def close(self) -> None:
        """Lock the workspace and end the event loop."""
        if self._runner is None:
            return
        if self._workspace is not None:
            self._runner.run(self._workspace.close())
            self._workspace = None
        self._runner.close()
        self._runner = None

    @staticmethod
    def today() -> date:
        """The date on the wall where the person sits."""
        return datetime.now().astimezone().date()
