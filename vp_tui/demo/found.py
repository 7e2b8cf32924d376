"""Found the demo practice through the product's own commands: nothing is put into tables, nobody skips a signature.

A coordinator founds, invites the second, both admit the others with four eyes, everybody compares fingerprints with
everybody, and each confidant tells her own cases with the times at which they happened. Callers: cli and tests.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime, timedelta
from random import Random

from vp_tui.demo import PASSPHRASE
from vp_tui.demo.calls import CALLS, PRESSURE
from vp_tui.demo.cases import acts
from vp_tui.demo.home import DATABASE, server_of
from vp_tui.demo.practice import CLIENTS, FOUNDER, MEMBERS, NAME, ROUTES, Member, mandate
from vp_tui.demo.stories import SEED, stories
from vp_tui.device.clock import RealClock
from vp_tui.device.config import Identity, load
from vp_tui.device.config_edit import set_value
from vp_tui.device.paths import Paths
from vp_tui.domain.commands import RecordPressure, SetMandate, SetRoute
from vp_tui.protocol.bodies import Role
from vp_tui.store import admin
from vp_tui.store.dsn import resolve
from vp_tui.workspace import bootstrap
from vp_tui.workspace.facade import Workspace
from vp_tui.workspace.views import Act

__all__ = ["Told", "found_demo"]

Told = Callable[[str, int, int], None]
"""Called with the key of the stage (``server``, ``members``, ``clients``, ``cases``), done and total."""

_BATCH = 2000
"""Acts handed over at once: about as many records as are in memory at a time."""


class _LongAgo(RealClock):
    """The clock by which the practice is founded: before the oldest story."""

    def now_ms(self) -> int:
        return super().now_ms() - int(timedelta(days=450).total_seconds() * 1000)


async def found_demo(paths: Paths, n: int, told: Told, seed: int = SEED) -> None:
    """Make the practice with ``n`` cases in the empty home ``paths``. Raises what the parts raise; then run it anew."""
    told("server", 0, 1)
    server = await asyncio.to_thread(server_of, paths)
    await admin.create_database(resolve(server.admin_dsn(), {}, admin=True), DATABASE)
    dsn = server.dsn(DATABASE)
    founding = await bootstrap.install(server.admin_dsn(DATABASE), dsn=dsn)
    founder = next(member for member in MEMBERS if member.key == FOUNDER)
    await bootstrap.found(
        paths,
        dsn=dsn,
        code=founding.code,
        identity=founder.key,
        practice_name=NAME,
        my_name=founder.name,
        roles=_roles(founder),
        passphrase=PASSPHRASE,
        keystore_kind="file",
        demo=True,
        clock=_LongAgo(),
    )
    async with _opened(paths, founder.key) as first:
        people = {founder.key: first}
        try:
            await _gather(paths, dsn, people, told)
            await _compare(people)
            clients = await _clients(first, told)
            for workspace in people.values():
                await workspace.sync()
                await workspace.acknowledge_changes()
            await _tell(people, clients, n, seed, told)
            await _ask(people, clients)
            await admin.settle(resolve(server.admin_dsn(DATABASE), {}, admin=True))
            for workspace in people.values():
                await workspace.sync()
        finally:
            for key, workspace in people.items():
                if key != founder.key:
                    await workspace.close()
    set_value(paths, "default_identity", MEMBERS[0].key)


def _roles(member: Member) -> int:
    return int(sum(Role[role.upper()] for role in member.roles))


def _identity(paths: Paths, key: str) -> Identity:
    return load(paths, {}).identities[key]


@asynccontextmanager
async def _opened(paths: Paths, key: str) -> AsyncIterator[Workspace]:
    workspace = await _open(paths, key)
    try:
        yield workspace
    finally:
        await workspace.close()


async def _open(paths: Paths, key: str) -> Workspace:
    workspace = bootstrap.unlock(paths, _identity(paths, key), passphrase=PASSPHRASE)
    await workspace.sync()
    return workspace


async def _gather(paths: Paths, dsn: str, people: dict[str, Workspace], told: Told) -> None:
    """Everybody else joins; coordinators first, since from then on two of them have to sign."""
    first = people[FOUNDER]
    others = sorted((one for one in MEMBERS if one.key != FOUNDER), key=lambda one: "coordinator" not in one.roles)
    for number, member in enumerate(others, 1):
        told("members", number, len(others))
        invitation = await first.invite(member.name, _roles(member))
        await bootstrap.join(
            paths,
            dsn=dsn,
            code=invitation.words,
            identity=member.key,
            my_name=member.name,
            passphrase=PASSPHRASE,
            keystore_kind="file",
            demo=True,
        )
        proposal = await first.admit(invitation.id)
        if proposal is not None:
            await people[others[0].key].cosign(proposal.id)
        people[member.key] = await _open(paths, member.key)
    for workspace in people.values():
        await workspace.sync()


async def _compare(people: dict[str, Workspace]) -> None:
    for workspace in people.values():
        for member in workspace.members():
            for device in [] if member.is_me else member.devices:
                await workspace.compare(member.id, device.id, "in_person")


async def _clients(coordinator: Workspace, told: Told) -> dict[str, bytes]:
    made = {}
    for number, client in enumerate(CLIENTS, 1):
        told("clients", number, len(CLIENTS))
        made[client.code] = space = await coordinator.add_client(client.code, client.name, client.sector)
        card = mandate(client, datetime.now().astimezone().date())
        if card is not None:
            await coordinator.do(SetMandate(0, card), space)
        for kind, name, contact in ROUTES[: 1 + number % len(ROUTES)]:
            await coordinator.do(SetRoute(coordinator.new_id(), kind, name, contact), space)
    return made


async def _tell(people: dict[str, Workspace], clients: dict[str, bytes], n: int, seed: int, told: Told) -> None:
    """Each story by its owner, in batches: 40 000 acts are never in memory together."""
    founded = datetime.now().astimezone()
    members = {key: workspace.me.member for key, workspace in people.items()}
    random = Random(seed)  # noqa: S311 - a fiction that must come out the same
    waiting: dict[str, list[Act]] = {key: [] for key in people}
    for number, story in enumerate(stories(n, seed), 1):
        batch = waiting[story.owner]
        batch += acts(story, founded, clients, members, random)
        if len(batch) >= _BATCH:
            await people[story.owner].do_many(batch)
            batch.clear()
        told("cases", number, n)
    for key, batch in waiting.items():
        if batch:
            await people[key].do_many(batch)


async def _ask(people: dict[str, Workspace], clients: dict[str, bytes]) -> None:
    """Who called this week, sealed by the coordinator to those who call back; and an employer who wants names."""
    desk = people["joost"]
    now = datetime.now().astimezone()
    for call in CALLS:
        at = now - timedelta(hours=call.hours)
        await desk.ask_contact(
            clients[call.client],
            tuple(people[key].me.member for key in call.addressees),
            channel=call.channel,
            call_back=call.call_back,
            safe=call.safe,
            urgency=call.urgency,
            text=call.text,
            received=at.date(),
            received_ms=int(at.timestamp() * 1000),
        )
    confidant = people[MEMBERS[0].key]
    await confidant.sync()
    asked = RecordPressure(confidant.new_id(), PRESSURE.who, PRESSURE.asked, answered=PRESSURE.answered)
    await confidant.do(asked, clients[PRESSURE.client])
