"""A small practice on a real server: Anna and Bo are coordinators and confidants, Cas is a confidant."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from vp_tui.demo import PASSPHRASE
from vp_tui.device.config import Identity
from vp_tui.device.paths import Paths, locate
from vp_tui.errors import RetryableError
from vp_tui.protocol.bodies import Role
from vp_tui.workspace import bootstrap
from vp_tui.workspace.facade import Workspace

BOTH = int(Role.CONFIDANT | Role.COORDINATOR)


@dataclass
class Practice:
    """The people by name, each with an unlocked and synced workspace, and the server under them."""

    paths: Paths
    database: Any
    identities: dict[str, Identity] = field(default_factory=dict)
    open: dict[str, Workspace] = field(default_factory=dict)

    def unlock(self, name: str) -> Workspace:
        """A further process of the same identity."""
        return bootstrap.unlock(self.paths, self.identities[name], passphrase=PASSPHRASE)

    async def again(self, name: str) -> Workspace:
        """Close and unlock, as after a restart; synced."""
        await self.open[name].close()
        self.open[name] = self.unlock(name)
        await self.open[name].sync()
        return self.open[name]

    async def found(self) -> Workspace:
        founding = await bootstrap.install(self.database.admin_dsn, dsn=self.database.dsn)
        self.identities["anna"] = await bootstrap.found(
            self.paths, dsn=founding.dsn, code=founding.code, identity="anna", practice_name="Praktijk Proef",
            my_name="Anna", roles=BOTH, passphrase=PASSPHRASE, keystore_kind="file", demo=True,
        )  # fmt: skip
        self.open["anna"] = self.unlock("anna")
        await self.open["anna"].sync()
        return self.open["anna"]

    async def add(self, name: str, roles: int, *signers: str) -> Workspace:
        """Invite, join, admit, co-sign, sync."""
        first = self.open[signers[0]]
        invitation = await first.invite(name.title(), roles)
        joining = await bootstrap.join(
            self.paths, dsn=self.database.dsn, code=invitation.words, identity=name, my_name=name.title(),
            passphrase=PASSPHRASE, keystore_kind="file", demo=True,
        )  # fmt: skip
        self.identities[name] = joining.identity
        proposal = await first.admit(invitation.id)
        for signer in signers[1:]:
            if proposal is not None and await self.open[signer].cosign(proposal.id):
                proposal = None
        assert proposal is None
        self.open[name] = self.unlock(name)
        await self.open[name].sync()
        for workspace in self.open.values():
            await workspace.sync()
        return self.open[name]

    @contextmanager
    def cut_off(self, name: str) -> Iterator[Workspace]:
        """Meanwhile nothing that this member appends arrives."""

        async def away(*args: object, **kwargs: object) -> int:
            raise RetryableError("store.unreachable")

        store: Any = self.open[name]._core.store
        real, store.append = store.append, away
        try:
            yield self.open[name]
        finally:
            store.append = real

    async def case(self, name: str, alias: str, **more: Any) -> bytes:
        """A case of this member, with a short note."""
        from vp_tui.domain.commands import RegisterCase

        workspace = self.open[name]
        case, note = workspace.new_id(), workspace.new_id()
        more.setdefault("text", "Eerste gesprek gehad.")
        await workspace.do(RegisterCase(case=case, alias=alias, channel="KA-TE", note=note, **more))
        return case


@pytest.fixture
async def practice(database: Any, tmp_path: Path) -> AsyncIterator[Practice]:
    """Founded, with three members."""
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    made = Practice(locate({**os.environ, "VP_HOME": str(home)}), database)
    await made.found()
    await made.add("bo", BOTH, "anna")
    await made.add("cas", int(Role.CONFIDANT), "anna", "bo")
    yield made
    for workspace in made.open.values():
        await workspace.close()
