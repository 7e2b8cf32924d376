"""Clients, the practice, personal notes and settings; and what folds where."""

from __future__ import annotations

from typing import Any

import pytest

from tests.domain.story import (
    CASE,
    CLIENT,
    DEPUTY,
    NOTE,
    OWNER,
    STRANGER,
    TODAY,
    context,
    day,
    do,
    hostile,
    lisa,
    meta,
)
from vp_tui.domain import space
from vp_tui.domain.act import SpaceOpened
from vp_tui.domain.case_file import decode_case, encode_case
from vp_tui.domain.client import ClientRenamed
from vp_tui.domain.commands import (
    AcknowledgeChanges,
    ArchiveClient,
    CloseCase,
    Command,
    CompareFingerprint,
    CompleteNextAction,
    NamePractice,
    OpenNotes,
    RegisterClient,
    RemoveView,
    RenameClient,
    ReviseNote,
    SaveView,
    SetPreference,
    WithdrawNote,
    WriteNote,
)
from vp_tui.domain.note import NoteWritten
from vp_tui.domain.personal import ChangesAcknowledged
from vp_tui.domain.practice import Comparison
from vp_tui.errors import ConflictError, IntegrityError, NotFoundError, NotPermittedError, RefusedError, UpgradeError

NORD = RegisterClient(CLIENT, "nrd-01", "Noorderhaven BV", "logistiek")


def test_a_client() -> None:
    state = do(do(None, NORD), RenameClient(0, "Noorderhaven Groep"))
    assert (state.id, state.code, state.name, state.sector, state.rev) == (
        CLIENT,
        "NRD-01",
        "Noorderhaven Groep",
        "logistiek",
        1,
    )
    stale = hostile(state, ClientRenamed(0, "X"))
    assert (stale.name, stale.anomalies) == ("Noorderhaven Groep", 1)
    state = do(state, ArchiveClient())
    assert state.archived
    for command, error, key in (
        (ArchiveClient(), RefusedError, "client-archived"),
        (RenameClient(0, "X"), ConflictError, "client-changed"),
        (RenameClient(1, "Noorderhaven Groep"), RefusedError, "nothing-changed"),
        (NORD, ConflictError, "already-opened"),
    ):
        with pytest.raises(error, match=key):
            do(state, command)


@pytest.mark.parametrize("code", ["NRD", "N-01", "NOORDER-01", "NRD-1", "NRD 01", "NRD-01 "[:5]])
def test_a_clients_code_has_one_form(code: str) -> None:
    with pytest.raises(RefusedError, match="client-code-form"):
        do(None, RegisterClient(CLIENT, code, "X"))


def test_a_clients_code_is_unique() -> None:
    with pytest.raises(ConflictError) as refused:
        do(None, NORD, client_codes={"NRD-01": STRANGER})
    assert refused.value.facts == {"code": "NRD-01"}


def test_the_practice() -> None:
    state = do(do(None, NamePractice("Praktijk Zuiderlicht")), NamePractice("Praktijk Noorderlicht"))
    state = do(state, CompareFingerprint(DEPUTY, b"v" * 16, "in_person"))
    assert state.name == "Praktijk Noorderlicht"
    assert state.comparisons == (Comparison(DEPUTY, b"v" * 16, OWNER, "in_person", TODAY),)
    for command, key in (
        (CompareFingerprint(DEPUTY, b"v" * 16, "mail"), "compared-how-missing"),
        (CompareFingerprint(DEPUTY, b"v" * 16, "phone", day(1)), "date-in-future"),
        (NamePractice(" "), "text-missing"),
        (NamePractice("Praktijk Noorderlicht"), "nothing-changed"),
    ):
        with pytest.raises(RefusedError, match=key):
            do(state, command)


def test_personal_notes_begin_with_the_first_one_and_are_the_owners_alone() -> None:
    events = space.decide_all(None, [OpenNotes(CASE), WriteNote(NOTE, "Raakte me.")], context())
    state: Any = space.fold_all(None, events, meta())
    assert (state.case, state.owner, state.timeline[0].text) == (CASE, OWNER, "Raakte me.")
    state = do(state, ReviseNote(NOTE, 1, "Raakte mij."))
    for command in (WriteNote(b"2" * 16, "x"), WithdrawNote(NOTE, 2)):
        with pytest.raises(NotPermittedError, match="owner-only"):
            do(state, command, DEPUTY)
    assert do(state, WithdrawNote(NOTE, 2)).timeline[0].withdrawn
    with pytest.raises(ConflictError, match="already-opened"):
        do(state, OpenNotes(CASE))


def test_settings_views_and_what_was_acknowledged() -> None:
    state = do(None, SetPreference("theme", "mono"))
    state = do(do(state, SetPreference("lang", "nl")), SetPreference("theme", ""))
    assert state.preferences == {"lang": "nl"}
    state = do(do(state, SaveView("Té laat", "is:overdue klant:nrd", "-due")), SaveView("te laat", "is:telaat"))
    assert [(view.name, view.query, view.sort) for view in state.views] == [("te laat", "is:telaat", "due")]
    assert do(state, RemoveView("TE LAAT")).views == ()
    state = do(state, AcknowledgeChanges(4))
    assert hostile(state, ChangesAcknowledged(3), OWNER).acknowledged == 4
    for command, error, key in (
        (AcknowledgeChanges(4), RefusedError, "nothing-changed"),
        (SaveView("x", "kleur:rood"), RefusedError, "query-unknown-filter"),
        (SaveView("x", "", "kleur"), RefusedError, "sort-unknown"),
        (RemoveView("x"), NotFoundError, "view-not-found"),
    ):
        with pytest.raises(error, match=key):
            do(state, command)


def test_several_commands_are_one_act_judged_in_order() -> None:
    events = space.decide_all(lisa(), [CompleteNextAction(1), CloseCase("AF-UI")], context())
    assert space.fold_all(lisa(), events, meta()).state == "closed"  # type: ignore[union-attr]
    with pytest.raises(RefusedError, match="case-closed"):
        space.decide_all(lisa(), [CloseCase("AF-UI", drop_next_action=True), WriteNote(b"2" * 16, "x")], context())


def test_every_command_says_its_space() -> None:
    def kinds(command: type[Command]) -> set[str]:
        return {command.KIND}.union(*(kinds(below) for below in command.__subclasses__()))

    assert kinds(Command) == set(space.KINDS)
    assert space.kind_of(NORD) == "client"


def test_a_space_begins_by_saying_what_it_is() -> None:
    with pytest.raises(IntegrityError):
        space.fold(None, NoteWritten(NOTE, "x"), meta())  # type: ignore[arg-type]
    with pytest.raises(UpgradeError, match="newer-client"):
        space.fold(None, SpaceOpened("claims"), meta())


def test_what_comes_before_the_opening_or_from_another_kind_of_space_does_not_count() -> None:
    empty = space.fold(None, SpaceOpened("case"), meta())
    after = hostile(empty, NoteWritten(NOTE, "x"))  # type: ignore[arg-type]
    assert (after.timeline, after.anomalies) == ((), 1)
    for state in (do(None, NORD), do(None, NamePractice("P")), do(None, SetPreference("a", "b"))):
        assert hostile(state, NoteWritten(NOTE, "x")).anomalies == 1  # type: ignore[arg-type]
    assert hostile(lisa(), SpaceOpened("practice")).anomalies == 1


def test_the_cache_gives_back_the_same_case() -> None:
    assert decode_case(encode_case(lisa(client=CLIENT))) == lisa(client=CLIENT)
