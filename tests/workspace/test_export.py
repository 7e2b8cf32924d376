"""The server is lost: what members exported is checked without it, put back elsewhere, and the work goes on."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.practices import BOTH, Practice
from vp_tui.demo import PASSPHRASE
from vp_tui.device.config import load
from vp_tui.domain.commands import AcceptContact, WriteNote
from vp_tui.errors import ConflictError, IntegrityError, NotPermittedError, UsageError, VpError
from vp_tui.protocol.bundle import Read
from vp_tui.store import admin
from vp_tui.store.dsn import resolve
from vp_tui.workspace import bootstrap
from vp_tui.workspace.rescue import Report, Restoration


async def exported(practice: Practice, name: str, *, force: bool = False) -> bytes:
    made = bytearray()
    await practice.open[name].export(made.extend, force=force)
    return bytes(made)


def reading(raw: bytes) -> tuple[Read, int]:
    return (lambda at, size: raw[at : at + size]), len(raw)


async def checked(practice: Practice, name: str, raw: bytes) -> Report:
    return await practice.open[name].check_bundle(*reading(raw))


async def lose(practice: Practice, *, roles: bool = True) -> None:
    """The server and all that was on it, gone; a new one, prepared by its administrator."""
    database = practice.database
    for workspace in practice.open.values():
        await workspace._core.disconnect()
    logins = [row["role_name"] for row in await database.sql("select role_name::text from vp.login")]
    async with admin.session(resolve(database.server.admin_dsn(), {}, admin=True)) as connection:
        name = database.target.database
        await connection.execute(f'drop database "{name}" with (force)')
        for login in logins if roles else []:
            await connection.execute(f'drop role if exists "{login}"')
    await admin.create_database(resolve(database.server.admin_dsn(), {}, admin=True), name)
    await bootstrap.install(database.admin_dsn, dsn=database.dsn)


async def restored(practice: Practice, name: str, raw: bytes, *, force: bool = False) -> Restoration:
    database = practice.database
    done = await practice.open[name].restore(*reading(raw), database.admin_target, database.dsn, force=force)
    await practice.again(name)
    return done


async def texts(practice: Practice, name: str, case: bytes) -> list[str]:
    return [item.text for item in practice.open[name].case(case).state.timeline]


async def note(practice: Practice, name: str, case: bytes, words: str) -> None:
    workspace = practice.open[name]
    await workspace.do(WriteNote(note=workspace.new_id(), text=words), case)


async def shared_case(practice: Practice) -> bytes:
    """Of Cas, with Bo as his deputy."""
    case = await practice.case("cas", "blauwe reiger")
    cas, bo = practice.open["cas"], practice.open["bo"]
    await cas.grant_deputy(case, bo.me.member, date.today(), "oral")
    await note(practice, "cas", case, "Tweede gesprek.")
    await cas.sync()
    await bo.sync()
    return case


async def test_a_lost_server(practice: Practice) -> None:
    case = await shared_case(practice)
    alone = await practice.case("bo", "grijze wolf")
    bundles = {name: await exported(practice, name) for name in ("cas", "bo", "anna")}
    report = await checked(practice, "cas", bundles["cas"])
    assert (report.findings, report.behind) == ([], [])
    assert report.spaces >= 3 and report.records >= 3 and report.device == practice.open["cas"].me.device
    before = await practice.database.sql("select space, seq, raw, blob from vp.entry order by 1, 2")
    access = await practice.database.sql("select space, member, sealed, ends from vp.access order by 1, 2")
    records = await practice.database.sql("select hash from vp.blob order by 1")

    await lose(practice)
    for name in ("cas", "bo"):
        done = await restored(practice, name, bundles[name])
        assert done.entries > 0 and done.differing == []
        assert await practice.open[name].audit() == []
        assert practice.open[name].status.connection == "online"
    await restored(practice, "anna", bundles["anna"])
    assert await practice.database.sql("select space, seq, raw, blob from vp.entry order by 1, 2") == before
    assert await practice.database.sql("select space, member, sealed, ends from vp.access order by 1, 2") == access
    assert await practice.database.sql("select hash from vp.blob order by 1") == records
    assert practice.open["bo"].case(alone).state.alias == "grijze wolf"

    await note(practice, "cas", case, "Na de brand.")
    await practice.open["bo"].sync()
    await note(practice, "bo", case, "Gelezen.")
    await practice.open["cas"].sync()
    assert len(practice.open["cas"].case(case).state.timeline) == 4
    await practice.case("anna", "rode vos")
    await practice.add("daan", BOTH, "anna", "bo")
    for name in ("anna", "bo", "cas", "daan"):
        await practice.again(name)
        assert await practice.open[name].audit() == []


async def test_a_contact_request_comes_back_sealed_from_its_writer(practice: Practice) -> None:
    anna, cas = practice.open["anna"], practice.open["cas"]
    client = await anna.add_client("NRD-01", "Noorderend")
    await cas.sync()
    to = [practice.open[name].me.member for name in ("cas", "bo")]
    request = (await anna.ask_contact(client, to, channel="KA-TE", call_back="06")).space
    await cas.sync()
    await cas.do(AcceptContact(), request)
    bundles = {name: await exported(practice, name) for name in ("cas", "anna")}
    query = "select space, member, sealed, ends from vp.access where space = $1 order by 2"
    access = await practice.database.sql(query, request)
    await lose(practice)
    for name, raw in bundles.items():
        await restored(practice, name, raw)
    assert await practice.database.sql(query, request) == access
    assert practice.open["cas"].contact(request).accepted_by == cas.me.member
    assert practice.open["anna"].contacts() == []
    assert [state.state for _, state in practice.open["anna"].contact_statuses()] == ["accepted"]


async def test_row_level_security_is_back_afterwards(practice: Practice) -> None:
    bogus = "insert into vp.login values ('m_ffffffffffffffff', 'device', $1, $2)"
    await practice.database.sql(bogus, bytes(16), bytes(16))
    raw = await exported(practice, "cas")
    await lose(practice)
    await restored(practice, "cas", raw)
    (forced,) = await practice.database.sql(
        "select bool_and(relforcerowsecurity and relrowsecurity) from pg_class"
        " where relnamespace = 'vp'::regnamespace and relkind = 'r'"
    )
    assert forced[0]
    bad = [each.key for each in await admin.check(practice.database.admin_target) if each.level == "bad"]
    assert bad in ([], ["durability"]), "the tests' server does without fsync"
    assert (await practice.database.sql("select count(*) from vp.login where stage = 'founder'"))[0][0] == 0
    others = await practice.database.sql("select active from vp.login where role_name <> $1", _role(practice, "cas"))
    assert [row["active"] for row in others] == [False, False]
    with pytest.raises(VpError):
        await practice.open["bo"].sync()


def _role(practice: Practice, name: str) -> str:
    return practice.open[name]._login.role


async def test_roles_that_outlived_the_database(practice: Practice) -> None:
    raw = await exported(practice, "anna")
    await lose(practice, roles=False)
    await restored(practice, "anna", raw)
    assert await practice.open["anna"].audit() == []


async def test_a_server_that_rolled_back_is_made_whole(practice: Practice) -> None:
    case = await shared_case(practice)
    raw = await exported(practice, "cas")
    await practice.database.evil("delete from vp.entry where space = $1 and seq > 2", case)
    await practice.again("cas")
    assert "rollback" in {finding.kind for finding in await practice.open["cas"].audit()}
    done = await restored(practice, "cas", raw)
    assert done.entries > 0
    assert await practice.open["cas"].audit() == []
    assert (await restored(practice, "cas", raw)).entries == 0


async def test_a_bundle_that_is_older_than_its_device(practice: Practice) -> None:
    case = await shared_case(practice)
    old = await exported(practice, "cas")
    await note(practice, "bo", case, "Later.")
    await practice.open["cas"].sync()
    report = await checked(practice, "cas", old)
    assert report.findings == []
    assert report.behind == [case]
    new = await exported(practice, "bo")
    await lose(practice)
    await restored(practice, "cas", old)
    assert {finding.kind for finding in await practice.open["cas"].audit()} >= {"rollback"}
    # What one lacks comes from another.
    await restored(practice, "bo", new)
    await practice.again("cas")
    assert await practice.open["cas"].audit() == []
    assert len(practice.open["cas"].case(case).state.timeline) == 3


async def test_who_wrote_on_too_early(practice: Practice) -> None:
    case = await shared_case(practice)
    old = await exported(practice, "bo")
    await note(practice, "cas", case, "Later.")
    own = await practice.case("cas", "bruine beer")
    new = await exported(practice, "cas")
    await lose(practice)
    await restored(practice, "bo", old)
    await note(practice, "bo", case, "Te vroeg.")
    with pytest.raises(ConflictError, match="restore-differs"):
        await restored(practice, "cas", new)
    assert not await practice.database.sql("select from vp.entry where space = $1", own)
    done = await restored(practice, "cas", new, force=True)
    assert done.differing == [case]
    await practice.again("cas")
    assert practice.open["cas"].case(own).state.alias == "bruine beer"
    assert {finding.space for finding in await practice.open["cas"].audit()} == {case}


async def test_a_record_that_was_destroyed_does_not_come_back(practice: Practice) -> None:
    from vp_tui.protocol.writing import shred_entry
    from vp_tui.store.port import Append, Sealed

    case = await shared_case(practice)
    old = await exported(practice, "cas")
    core = practice.open["cas"]._core
    log = core.spaces.get(case).log
    (gone,) = (await practice.database.sql("select blob from vp.entry where space = $1 and seq = 1", case))[0]
    made = shred_entry(log, core.keys, core.practice, [gone], 1, core.clock.now_ms())
    await core.store.append([Append(Sealed(made.raw))])
    await core.store.shred(case, [gone])
    await practice.open["bo"].sync()
    new = await exported(practice, "bo")
    await lose(practice)
    await restored(practice, "bo", new)
    await restored(practice, "cas", old)
    assert not await practice.database.sql("select from vp.blob where hash = $1", gone)
    assert await practice.open["cas"].audit() == []


async def test_an_older_bundle_gives_nobody_back(practice: Practice) -> None:
    case = await shared_case(practice)
    old = await exported(practice, "cas")
    await practice.open["cas"].remove_deputy(case, "klaar")
    new = await exported(practice, "cas")
    query = "select ends from vp.access where space = $1 and member = $2"
    bo = practice.open["bo"].me.member
    (before,) = await practice.database.sql(query, case, bo)
    assert before["ends"] is not None
    await lose(practice)
    for raw in (new, old):
        await restored(practice, "cas", raw)
        assert (await practice.database.sql(query, case, bo))[0]["ends"] == before["ends"]


async def test_an_unsound_server_gives_no_bundle(practice: Practice) -> None:
    case = await shared_case(practice)
    other, altered = await practice.case("cas", "stille eik"), await practice.case("cas", "oude linde")
    await practice.database.evil("alter table vp.blob drop constraint blob_is_named_by_its_content")
    await practice.database.evil(
        "update vp.blob set ct = set_byte(ct, 99, get_byte(ct, 99) # 1)"
        " where hash = (select blob from vp.entry where space = $1 and seq = 1)",
        altered,
    )
    await practice.database.evil("delete from vp.entry where space = $1 and seq = 1", case)
    await practice.again("cas")
    made = bytearray()
    with pytest.raises(IntegrityError):
        await practice.open["cas"].export(made.extend)
    assert {finding.space for finding in practice.open["cas"].findings()} == {case, altered}
    with pytest.raises(IntegrityError, match="bad"):
        await checked(practice, "cas", bytes(made))
    raw = await exported(practice, "cas", force=True)
    assert {finding.space for finding in (await checked(practice, "cas", raw)).findings} == {case, altered}
    await lose(practice)
    with pytest.raises(IntegrityError):
        await restored(practice, "cas", raw)
    await restored(practice, "cas", raw, force=True)
    there = await practice.database.sql("select count(*) from vp.entry where space = $1", case)
    assert there[0][0] == 1, "only what was admitted"
    unnamed = "select from vp.blob b where not exists (select from vp.entry e where e.blob = b.hash)"
    assert not await practice.database.sql(unnamed)
    assert practice.open["cas"].case(other).state.alias == "stille eik"


async def test_of_another_member(practice: Practice) -> None:
    raw = await exported(practice, "bo")
    for act in (checked, restored):
        with pytest.raises(NotPermittedError, match="bundle-not-yours"):
            await act(practice, "cas", raw)


async def test_tampered_at_every_part(practice: Practice) -> None:
    raw = await exported(practice, "cas")
    await lose(practice)
    places = [0, 4, 5, 21, 37, 53, 85, 93, 97, 110, 2000, len(raw) // 2, len(raw) - 65, len(raw) - 64, len(raw) - 1]
    for place in places:
        flipped = bytearray(raw)
        flipped[place] ^= 1
        with pytest.raises((IntegrityError, UsageError)):
            await restored(practice, "cas", bytes(flipped))
    for cut in (raw[:-1], raw[:-64], raw[: len(raw) // 2], raw[:50], b""):
        with pytest.raises((IntegrityError, UsageError)):
            await restored(practice, "cas", cut)
    assert not await practice.database.sql("select from vp.entry")
    assert not await practice.database.sql("select from vp.meta")


async def test_made_by_a_device_that_is_not_hers(practice: Practice) -> None:
    """Somebody who knows her public key seals a bundle for her, with her ids in it, signed by himself."""
    from vp_tui.protocol.bundle import BundleWriter, Row, open_bundle
    from vp_tui.protocol.identity import DeviceKeys

    raw = await exported(practice, "cas")
    core = practice.open["cas"]._core
    forger = DeviceKeys.generate()
    log = core.practice.copy()
    log.devices[forger.device_id] = log.devices[core.keys.device_id].__class__(
        forger.device_id, core.member, forger.sign_pub, {}, 0
    )
    log.devices[forger.device_id].subkeys = log.devices[core.keys.device_id].subkeys
    made = bytearray()
    writer = BundleWriter(forger, log, core.clock.now_ms(), made.extend)
    for item in open_bundle(*reading(raw), core.keys).items():
        if isinstance(item, Row):
            writer.add(item)
    writer.finish()
    with pytest.raises(IntegrityError, match="not-a-member"):
        await checked(practice, "cas", bytes(made))


@pytest.fixture
async def elsewhere(practice: Practice, tmp_path: Path) -> Practice:
    """Another practice, in the same home, on a server of its own."""
    from tests.conftest import fresh_database

    other = Practice(practice.paths, await fresh_database(practice.database.server))
    founding = await bootstrap.install(other.database.admin_dsn, dsn=other.database.dsn)
    other.identities["eva"] = await bootstrap.found(
        other.paths, dsn=founding.dsn, code=founding.code, identity="eva", practice_name="Elders", my_name="Eva",
        roles=BOTH, passphrase=PASSPHRASE, keystore_kind="file", demo=True,
    )  # fmt: skip
    other.open["eva"] = other.unlock("eva")
    await other.open["eva"].sync()
    return other


async def test_of_another_practice(practice: Practice, elsewhere: Practice) -> None:
    foreign = await exported(elsewhere, "eva")
    with pytest.raises(NotPermittedError, match="bundle-not-yours"):
        await checked(practice, "cas", foreign)
    own = await exported(practice, "cas")
    count = "select count(*) from vp.entry"
    before = (await elsewhere.database.sql(count))[0][0]
    with pytest.raises(UsageError, match="restore-foreign"):
        await practice.open["cas"].restore(*reading(own), elsewhere.database.admin_target)
    assert (await elsewhere.database.sql(count))[0][0] == before
    eva = elsewhere.open["eva"]
    eva._core.identity = eva._core.identity._replace(practice=practice.open["cas"].identity.practice)
    with pytest.raises(UsageError, match="bundle-foreign"):
        await eva.check_bundle(*reading(foreign))
    await eva.close()


async def test_the_identity_moves_to_the_new_address(practice: Practice) -> None:
    raw = await exported(practice, "cas")
    await lose(practice)
    target = practice.database.admin_target
    await practice.open["cas"].restore(*reading(raw), target)
    assert load(practice.paths).choose("cas").dsn == target.address()
