"""Notes and conversations: nothing is overwritten unseen, nothing withdrawn without its author or the owner."""

from __future__ import annotations

import pytest

from tests.domain.story import (
    CASE,
    DEPUTY,
    NOTE,
    OWNER,
    STRANGER,
    T0,
    TODAY,
    closed,
    day,
    do,
    hostile,
    lisa,
    with_deputy,
)
from vp_tui.domain.commands import Command, RecordConversation, ReviseNote, WithdrawNote, WriteNote
from vp_tui.domain.ids import Id
from vp_tui.domain.note import NoteRevised, NoteWithdrawn, NoteWritten
from vp_tui.errors import ConflictError, NotFoundError, NotPermittedError, RefusedError, VpError

SECOND = b"2" * 16


def test_a_note_of_the_deputy_is_the_deputys() -> None:
    state = do(with_deputy(), WriteNote(SECOND, "Gebeld,\ngeen gehoor. \u202eX"), DEPUTY, T0 + 5)
    note = state.timeline[-1]
    assert (note.kind, note.by, note.at_ms, note.text, note.rev) == (
        "note",
        DEPUTY,
        T0 + 5,
        "Gebeld,\ngeen gehoor. X",
        1,
    )
    assert state.last_ms == T0 + 5
    assert state.log[-1].facts == {"note": SECOND.hex()}


def test_a_conversation_may_have_no_text_yet() -> None:
    state = do(lisa(), RecordConversation(SECOND, day(-3), 0, "ka-vi"))
    assert state.timeline[-1].channel == "KA-VI"


def test_a_revision_follows_the_one_it_was_made_from() -> None:
    state = do(with_deputy(), ReviseNote(NOTE, 1, "Beter."), DEPUTY, T0 + 9)
    talk = state.timeline[0]
    assert (talk.text, talk.rev, talk.by, talk.revised_by, talk.revised_ms) == ("Beter.", 2, OWNER, DEPUTY, T0 + 9)
    assert (talk.minutes, talk.on, talk.channel) == (45, TODAY, "KA-TE")
    with pytest.raises(ConflictError) as refused:
        do(state, ReviseNote(NOTE, 1, "Mijn tekst."))
    assert (refused.value.key, refused.value.facts) == ("note-changed", {"member": DEPUTY.hex(), "rev": 2})


def test_the_minutes_of_a_conversation_can_be_mended() -> None:
    state = lisa()
    talk = do(state, ReviseNote(NOTE, 1, state.timeline[0].text, day(-1), 50, "KA-FY")).timeline[0]
    assert (talk.minutes, talk.on, talk.channel) == (50, day(-1), "KA-FY")


def test_withdrawn_stays_in_place_without_its_text() -> None:
    state = do(lisa(), WithdrawNote(NOTE, 1))
    assert [(item.id, item.text, item.withdrawn) for item in state.timeline] == [(NOTE, "", True)]
    assert state.log[-1].t == "note-withdrawn"
    with pytest.raises(ConflictError, match="note-withdrawn"):
        do(state, ReviseNote(NOTE, 2, "Toch."))


@pytest.mark.parametrize(
    ("command", "error", "key"),
    [
        (WriteNote(SECOND, "\u200b\n"), RefusedError, "text-missing"),
        (WriteNote(SECOND, "x" * 300_000), RefusedError, "text-too-long"),
        (WriteNote(NOTE, "nog eens"), ConflictError, "note-exists"),
        (RecordConversation(NOTE, TODAY, 5, "KA-TE"), ConflictError, "note-exists"),
        (RecordConversation(SECOND, day(1), 5, "KA-TE"), RefusedError, "date-in-future"),
        (RecordConversation(SECOND, TODAY, 9999, "KA-TE"), RefusedError, "minutes-out-of-range"),
        (RecordConversation(SECOND, TODAY, 5, "KA-XX"), RefusedError, "code-unknown"),
        (ReviseNote(SECOND, 1, "x"), NotFoundError, "note-not-found"),
        (ReviseNote(NOTE, 2, "x"), ConflictError, "note-changed"),
        (ReviseNote(NOTE, 1, lisa().timeline[0].text, minutes=45), RefusedError, "nothing-changed"),
        (WithdrawNote(NOTE, 3), ConflictError, "note-changed"),
    ],
)
def test_refused(command: Command, error: type[VpError], key: str) -> None:
    with pytest.raises(error) as refused:
        do(lisa(), command)
    assert refused.value.key == key


def test_a_plain_note_has_no_minutes() -> None:
    state = do(lisa(), WriteNote(SECOND, "Los."))
    with pytest.raises(RefusedError, match="note-is-no-conversation"):
        do(state, ReviseNote(SECOND, 1, "Los", minutes=5))


def test_who_may_write() -> None:
    state = with_deputy(until=day(3))
    for actor, key in ((STRANGER, "not-your-case"), (DEPUTY, "")):
        if key:
            with pytest.raises(NotPermittedError, match=key):
                do(state, WriteNote(SECOND, "x"), actor)
        else:
            do(state, WriteNote(SECOND, "x"), actor)
    with pytest.raises(NotPermittedError, match="deputy-expired"):
        do(state, WriteNote(SECOND, "x"), DEPUTY, today=day(4))
    with pytest.raises(NotPermittedError, match="owner-only"):
        do(state, WithdrawNote(NOTE, 1), DEPUTY)
    with pytest.raises(RefusedError, match="case-closed"):
        do(closed(), WriteNote(SECOND, "x"))


@pytest.mark.parametrize(
    "event",
    [
        NoteWritten(Id(NOTE), "a second note by the same id"),
        NoteRevised(Id(NOTE), 7, "from a revision that is not there"),
        NoteRevised(Id(CASE), 1, "of a note that is not there"),
        NoteWithdrawn(Id(NOTE), 1),
    ],
)
def test_what_a_modified_client_writes_does_not_count_and_is_told(event: NoteWritten) -> None:
    before = with_deputy()
    after = hostile(before, event)
    assert after.timeline == before.timeline
    assert after.anomalies == 1
    assert (after.log[-1].t, after.log[-1].by) == ("event-ignored", DEPUTY)
