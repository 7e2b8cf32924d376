"""A member's modified client writes where she may, what no rule of the domain would have let her write."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from tests.hostile.test_modified_client import forge, opened
from tests.practices import BOTH, Practice
from vp_tui.cli.rows import instant
from vp_tui.domain.act import Event
from vp_tui.domain.client import ArchiveClient, ClientArchived, ClientRegistered, ClientRenamed
from vp_tui.domain.commands import AcceptContact, PassContact, RecordPressure, RecuseContact, RegisterClient
from vp_tui.domain.contact import ContactAsked
from vp_tui.domain.contact_card import status_of
from vp_tui.domain.contact_status import ContactStatusChanged, ContactStatusOpened
from vp_tui.domain.dates import LATEST_MS
from vp_tui.domain.ids import Id
from vp_tui.domain.mandate import Mandate, MandateSet, SetMandate, usual
from vp_tui.domain.record import encode_record
from vp_tui.domain.registration import CaseOpened
from vp_tui.domain.route import RouteRemoved, RouteSet, SetRoute
from vp_tui.errors import IntegrityError
from vp_tui.i18n import days
from vp_tui.protocol.bodies import Role
from vp_tui.protocol.writing import data_entry
from vp_tui.store.port import Append, Sealed
from vp_tui.workspace.facade import Workspace

LATE = 2**53
ROUTE = Id(bytes(range(16)))


async def slip(by: Workspace, space: bytes, *events: Event) -> None:
    """A record that no rule was asked about, in a space where she may write."""
    core = by._core
    kept = core.spaces.get(space)
    assert kept is not None
    record = encode_record(core.now_ms(), events)
    entry = data_entry(kept.log, core.keys, core.practice, core.random(16), 1, record, core.now_ms(), core.random)
    await core.store.append([Append(Sealed(entry.raw), Sealed(entry.blob))], [])


async def a_client(practice: Practice) -> bytes:
    client = await practice.open["anna"].add_client("NRD-01", "Noorderend")
    for workspace in practice.open.values():
        await workspace.sync()
    return client


async def a_request(practice: Practice, *addressees: str) -> tuple[bytes, bytes]:
    """Written down by Anna; its id and that of its status."""
    client = await a_client(practice)
    anna = practice.open["anna"]
    members = [practice.open[name].me.member for name in addressees]
    request = (await anna.ask_contact(client, members, channel="KA-TE", call_back="06 echt")).space
    for workspace in practice.open.values():
        await workspace.sync()
    ((status, _),) = anna.contact_statuses()
    return request, status


def asked(request: bytes, client: bytes, to: bytes, status: bytes, ms: int = 1000) -> ContactAsked:
    day = date.today()
    return ContactAsked(Id(request), Id(client), (Id(to),), "KA-TE", "06 vals", day, ms, day, ms, Id(status))


# what only coordinators decide --------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "event",
    [
        MandateSet(0, usual("BE")),
        RouteSet(ROUTE, 0, "committee", "Commissie", "0900 vals"),
        ClientRenamed(0, "Namaak"),
        ClientArchived(),
    ],
    ids=lambda event: type(event).__name__,
)
async def test_a_confidant_changes_nothing_that_is_the_coordinators(practice: Practice, event: Event) -> None:
    client = await a_client(practice)
    anna, bo, cas = (practice.open[name] for name in ("anna", "bo", "cas"))
    before = bo._core.spaces.clients[client]
    await slip(cas, client, event)
    await bo.sync()
    after = bo._core.spaces.clients[client]
    assert (after.mandate, after.routes, after.name, after.archived) == (
        before.mandate, before.routes, before.name, before.archived,
    )  # fmt: skip
    await anna.sync()
    await anna.do(SetMandate(0, Mandate()), client)
    await bo.sync()
    assert bo._core.spaces.clients[client].mandate == Mandate()


async def test_a_confidant_does_not_take_a_route_away(practice: Practice) -> None:
    client = await a_client(practice)
    anna, cas = practice.open["anna"], practice.open["cas"]
    await anna.do(SetRoute(ROUTE, "committee", "Commissie"), client)
    await cas.sync()
    await slip(cas, client, RouteRemoved(ROUTE, 1))
    await anna.sync()
    assert len(anna._core.spaces.clients[client].routes) == 1


async def test_a_confidant_does_not_register_a_client(practice: Practice) -> None:
    """Else cases would be registered under hers, by the code of the real one."""
    await a_client(practice)
    anna, cas = practice.open["anna"], practice.open["cas"]
    registered = ClientRegistered(Id(bytes(range(16))), "NRD-01", "Namaak")
    theirs = await forge(cas, [anna.me.member], opened("client", registered))
    await anna.sync()
    assert [client.name for client in anna._core.spaces.clients.values()] == ["Noorderend"]
    assert {finding.kind for finding in anna.findings() if finding.space == theirs} == {"not-a-manager"}


async def test_what_a_coordinator_wrote_stands_after_she_is_one_no_more(practice: Practice) -> None:
    """And what she writes from then on does not; for somebody who joins later as well, who reads all of it at once."""
    client = await a_client(practice)
    anna, bo, cas = (practice.open[name] for name in ("anna", "bo", "cas"))
    await bo.do(SetMandate(0, usual("BE")), client)
    await cas.do(RecordPressure(cas.new_id(), "HR-manager", "Wie was het?"), client)
    proposal = await anna.set_roles(bo.me.member, int(Role.CONFIDANT))
    assert proposal is not None and await bo.cosign(proposal.id)
    for workspace in practice.open.values():
        await workspace.sync()
    await slip(bo, client, MandateSet(1, Mandate()))
    dora = await practice.add("dora", int(Role.CONFIDANT), "anna")
    found = dora._core.spaces.clients[client]
    assert (found.mandate, len(found.pressures)) == (usual("BE"), 1)


async def test_a_new_coordinator_is_one_at_once(practice: Practice) -> None:
    """Also in a client's space whose managers were named before."""
    client = await a_client(practice)
    anna, bo, cas = (practice.open[name] for name in ("anna", "bo", "cas"))
    proposal = await anna.set_roles(cas.me.member, BOTH)
    assert proposal is not None and await bo.cosign(proposal.id)
    await cas._sync.run()
    await cas.do(SetMandate(0, usual("BE")), client)
    other = cas.new_id()
    await cas.do(RegisterClient(other, "ZDR-01", "Zuiderend"))
    await bo.sync()
    assert bo._core.spaces.clients[client].mandate == usual("BE")
    assert bo._core.spaces.clients[other].name == "Zuiderend"
    await cas.do(ArchiveClient(), other)


# what coordinators are told of a request ----------------------------------------------------------------------------
async def test_nobody_but_the_addressees_tells_how_a_request_is_doing(practice: Practice) -> None:
    _, status = await a_request(practice, "cas")
    anna, bo = practice.open["anna"], practice.open["bo"]
    await slip(bo, status, ContactStatusChanged("accepted", True))
    await anna.sync()
    ((_, state),) = anna.contact_statuses()
    assert (state.state, state.on_time) == ("open", None)


async def test_a_coordinator_who_took_it_and_passes_it_on_tells_so(practice: Practice) -> None:
    request, _ = await a_request(practice, "bo")
    anna, bo, cas = (practice.open[name] for name in ("anna", "bo", "cas"))
    await bo.do(AcceptContact(), request)
    await bo.do(PassContact((cas.me.member,)), request)
    for workspace in practice.open.values():
        await workspace.sync()
    assert [state.state for workspace in (anna, bo) for _, state in workspace.contact_statuses()] == ["open", "open"]
    await cas.do(AcceptContact(), request)
    await anna.sync()
    assert [state.state for _, state in anna.contact_statuses()] == ["accepted"]


async def test_who_stepped_back_tells_nothing_any_more(practice: Practice) -> None:
    request, status = await a_request(practice, "bo", "cas")
    anna, bo = practice.open["anna"], practice.open["bo"]
    await bo.do(RecuseContact(), request)
    await slip(bo, status, ContactStatusChanged("accepted", True))
    await anna.sync()
    assert [state.state for _, state in anna.contact_statuses()] == ["open"]


# what a record says of itself ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "event",
    [
        asked(b"r" * 16, b"c" * 16, b"m" * 16, b"s" * 16, LATE),
        ContactStatusOpened(Id(b"c" * 16), LATE),
    ],
    ids=lambda event: type(event).__name__,
)
def test_no_request_is_of_a_year_that_no_calendar_has(event: Event) -> None:
    with pytest.raises(IntegrityError, match="record-unreadable"):
        encode_record(1, [event])


async def test_the_last_moment_that_there_is_stops_no_screen(practice: Practice) -> None:
    bo, cas = practice.open["bo"], practice.open["cas"]
    client = await a_client(practice)
    theirs = bo._core.random(16)
    card = replace(asked(theirs, client, cas.me.member, status_of(theirs), LATEST_MS), due=date.max)
    await forge(bo, [cas.me.member], opened("contact_request", card), space=theirs, managers=[cas.me.member])
    await cas.sync()
    (row,) = cas.contacts()
    assert days.moment(row.received_ms, 0)
    assert (instant(row.due_ms) or "").startswith("9999")
    assert [item.space for item in cas.today_view(2**20)] == [theirs]


async def test_a_request_is_known_by_its_own_space(practice: Practice) -> None:
    """Else the row of a forged one opens the true one, or nothing."""
    request, status = await a_request(practice, "cas")
    bo, cas = practice.open["bo"], practice.open["cas"]
    (real,) = cas.contacts()
    card = asked(request, real.client, cas.me.member, status)
    theirs = [
        await forge(bo, [cas.me.member], opened("contact_request", card)),
        await forge(bo, [cas.me.member], opened("contact_request"), encode_record(1, [card])),
    ]
    await cas.sync()
    assert [row.call_back for row in cas.contacts()] == ["06 echt"]
    assert {finding.kind for finding in cas.findings() if finding.space in theirs} == {"foreign-entry"}


async def test_a_case_is_known_by_its_own_space(practice: Practice) -> None:
    bo, cas = practice.open["bo"], practice.open["cas"]
    case = await practice.case("cas", "stille haven")
    again = CaseOpened(Id(case), Id(bo.me.member), "valse haven", "KA-TE", date.today())
    await forge(bo, [cas.me.member], opened("case", again))
    await cas.sync()
    assert [(row.id, row.alias) for row in cas.summaries()] == [(case, "stille haven")]


async def test_a_request_reports_on_its_own_status_only(practice: Practice) -> None:
    """Else whoever takes a forged one reports the true one as taken."""
    _, status = await a_request(practice, "cas")
    anna, bo, cas = (practice.open[name] for name in ("anna", "bo", "cas"))
    (real,) = cas.contacts()
    theirs = bo._core.random(16)
    card = asked(theirs, real.client, cas.me.member, status, real.received_ms)
    await forge(bo, [cas.me.member], opened("contact_request", card), space=theirs, managers=[cas.me.member])
    await cas.sync()
    await cas.do(AcceptContact(), theirs)
    await anna.sync()
    assert [state.state for _, state in anna.contact_statuses()] == ["open"]
