"""What the rules are told about a case, and what this version refuses because it cannot move the keys yet."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.inspect import Field, StructType, Type, type_info
from msgspec.structs import replace

from vp_tui.domain.commands import (
    CloseCase,
    LinkCase,
    OpenDilemma,
    ReviseCore,
    SetMandate,
    SetStage,
)
from vp_tui.domain.mandate import usual
from vp_tui.errors import NotFoundError, NotPermittedError, RefusedError
from vp_tui.workspace.local import KEPT, Brief, CacheHead, Stored
from vp_tui.workspace.spaces import _TYPES


async def test_a_closing_goes_by_the_mandate_of_its_client(practice):
    anna = practice.open["anna"]
    client = await anna.add_client("NRD-01", "Noorderend")
    assert anna.context(client).mandate is None
    card = replace(usual("NL"), retention="closing", retention_months=2)
    await anna.do(SetMandate(0, card), client)
    case = await practice.case("anna", "stille haven", client=client)
    plain = await practice.case("anna", "groene ketel")
    at_once = await practice.case("anna", "lange trap", client=client, close_reason="AF-UI")
    assert (anna.context(case).mandate, anna.context(plain).mandate, anna.context().mandate) == (card, None, None)
    for one in (case, plain):
        await anna.do(CloseCase("AF-UI"), one)
    kept = {one: anna.case(one).state.retention for one in (case, plain, at_once)}
    assert kept[case] == kept[at_once] < kept[plain]


async def test_another_mandate_renews_the_rows_of_its_cases(practice):
    anna = practice.open["anna"]
    client = await anna.add_client("NRD-01", "Noorderend")
    case = await practice.case("anna", "stille haven", client=client)
    await anna.do(SetStage(0, "IM", warned=True, decision="Zij meldt het zelf."), case)
    before = anna._core.spaces.summary(case).dues
    await anna.do(SetMandate(0, usual("BE")), client)
    assert anna._core.spaces.summary(case).dues != before


async def test_both_sides_of_one_matter_are_seen(practice):
    anna = practice.open["anna"]
    ours, theirs = await practice.case("anna", "stille haven"), await practice.case("anna", "groene ketel")
    foreign = await practice.case("cas", "lange trap")
    await anna.do(ReviseCore("role", 0, "RO-BE"), ours)
    await anna.do(ReviseCore("role", 0, "RO-BS"), theirs)
    assert dict(anna.context().sides) == {ours: "reporter", theirs: "concerned"}
    with pytest.raises(RefusedError) as caught:
        await anna.do(LinkCase(theirs), ours)
    assert caught.value.key == "both-sides"
    with pytest.raises(NotFoundError):
        await anna.do(LinkCase(foreign), ours)


async def test_an_exception_is_personal_whatever_the_layer_and_keeps_its_case_open(practice):
    anna, cas = practice.open["anna"], practice.open["cas"]
    case = await practice.case("cas", "stille haven")
    await cas.do(OpenDilemma(cas.new_id(), "DB-GV", "Moet dit naar buiten?"), case)
    view = cas.case(case)
    assert [row.text for row in view.notes.exceptions] == ["Moet dit naar buiten?"]
    assert cas.context(case).exceptions == {case}
    with pytest.raises(RefusedError) as caught:
        await cas.do(CloseCase("AF-UI"), case)
    assert caught.value.facts["kinds"] == "exception"
    again = await practice.again("cas")
    assert again.context(case).exceptions == {case}
    await again.grant_deputy(case, anna.me.member, again.today(), "oral")
    await anna.sync()
    with pytest.raises(NotPermittedError):
        await anna.do(OpenDilemma(anna.new_id(), "DB-GV", "Van een ander"), case)


def test_the_cache_knows_every_structure_that_it_keeps():
    """A field that changes in any of them has the cache rebuilt, instead of read wrongly."""
    reached: set[type] = set()

    def reach(kind: Any) -> None:
        if isinstance(kind, StructType):
            if kind.cls in reached:
                return
            reached.add(kind.cls)
        for name in kind.__struct_fields__:
            for each in value if isinstance(value := getattr(kind, name), tuple) else (value,):
                inner = each.type if isinstance(each, Field) else each
                if isinstance(inner, Type):
                    reach(inner)

    for kind in (*_TYPES.values(), Brief, CacheHead, Stored):
        reach(type_info(kind))
    assert len(reached) > 30
    # What is private to a log goes with the log.
    assert {kind for kind in reached if kind.__name__[0] != "_"} == set(KEPT)
