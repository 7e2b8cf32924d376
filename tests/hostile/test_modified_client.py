"""What a member can do to colleagues with a client of her own making, which keeps the protocol and no other rule."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, cast

import pytest

from tests.practices import Practice
from vp_tui.cli.contact import _row
from vp_tui.cli.search import _places
from vp_tui.cli.session import Session
from vp_tui.domain.act import SpaceOpened
from vp_tui.domain.case_notes import NotesOpened
from vp_tui.domain.commands import SaveView, WriteNote
from vp_tui.domain.contact import ContactAsked
from vp_tui.domain.ids import Id
from vp_tui.domain.record import encode_record
from vp_tui.domain.space import KINDS as ALL_KINDS
from vp_tui.protocol.space import SpaceLog
from vp_tui.protocol.writing import create_space, data_entry
from vp_tui.store.port import Append, Sealed
from vp_tui.workspace.facade import Workspace
from vp_tui.workspace.spaces import KINDS


async def forge(
    by: Workspace, readers: Sequence[bytes], *records: bytes, space: bytes = b"", managers: Sequence[bytes] = ()
) -> bytes:
    """A space of hers that these members can read, with any records in it; its id."""
    core = by._core
    space, everybody = space or core.random(16), {core.member, *readers}
    managers = managers or [core.member]
    made = create_space(core.keys, core.practice, space, everybody, managers, core.now_ms(), random=core.random)
    log = SpaceLog(space)
    log.apply(made.raw, core.practice, -1)
    log.adopt(made.epoch, made.key)
    batch = [Append(Sealed(made.raw), None, tuple(sorted(everybody)))]
    for record in records:
        entry = data_entry(log, core.keys, core.practice, core.random(16), 1, record, core.now_ms(), core.random)
        batch.append(Append(Sealed(entry.raw), Sealed(entry.blob)))
        log.apply(entry.raw, core.practice, -1)
    await core.store.append(batch, [])
    return space


def opened(kind: str, *more: Any) -> bytes:
    return encode_record(1, [SpaceOpened(kind), *more])


@pytest.mark.parametrize("kind", sorted({*ALL_KINDS, "something-new"} - KINDS))
async def test_a_kind_that_is_not_kept_here_stops_nothing_else(practice: Practice, kind: str) -> None:
    bo, cas = practice.open["bo"], practice.open["cas"]
    theirs = await forge(bo, [cas.me.member], opened(kind))
    await cas.sync()
    await practice.case("cas", "stille haven")
    assert cas.summaries()
    assert {finding.kind for finding in cas.findings() if finding.space == theirs} == {"unknown-kind"}


async def test_nobody_makes_a_personal_space_for_me(practice: Practice) -> None:
    """Else her saved searches would go into a space that a colleague reads."""
    bo, cas = practice.open["bo"], practice.open["cas"]
    theirs = await forge(bo, [cas.me.member], opened("personal"))
    await cas.sync()
    await cas.do(SaveView("Geheim", "zandloperkade"))
    await bo.sync()
    assert cas._core.spaces.personal != theirs
    assert "zandloperkade" not in repr(bo._core.spaces.state(theirs))
    assert {finding.kind for finding in cas.findings() if finding.space == theirs} == {"foreign-entry"}


async def test_nobody_makes_personal_notes_for_my_case(practice: Practice) -> None:
    """A deputy knows the id of the case; her notes beside it stay where they were."""
    anna, cas = practice.open["anna"], practice.open["cas"]
    case = await practice.case("cas", "stille haven")
    await cas.do(WriteNote(cas.new_id(), "Van mij."), case, layer="personal")
    await cas.grant_deputy(case, anna.me.member, date.today(), "oral")
    await anna.sync()
    theirs = await forge(anna, [cas.me.member], opened("case_notes", NotesOpened(Id(case))))
    await cas.sync()
    await cas.do(WriteNote(cas.new_id(), "Mijn twijfel."), case, layer="personal")
    await anna.sync()
    notes = cas.case(case).notes
    assert notes is not None
    assert [item.text for item in notes.timeline] == ["Van mij.", "Mijn twijfel."]
    assert "twijfel" not in repr(anna._core.spaces.state(theirs))


async def test_a_request_about_no_client_empties_no_list_and_no_search(practice: Practice) -> None:
    bo, cas = practice.open["bo"], practice.open["cas"]
    request = bo.new_id()
    card = ContactAsked(
        Id(request), Id(bo.new_id()), (Id(cas.me.member),), "KA-TE", "06 12", date.today(), 1000, date.today(), 1000
    )
    await forge(bo, [cas.me.member], opened("contact_request", card), space=request, managers=[cas.me.member])
    await cas.sync()
    (found,) = cas.contacts()
    row, _ = _row(cas, found, 0)
    assert (row["id"], row["client"]) == (request.hex(), "")
    assert _places(Session(cast("Any", None)), cas)[request]["client"] is None
