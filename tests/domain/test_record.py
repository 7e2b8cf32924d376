"""A record is read as it was written, and never guessed at."""

from __future__ import annotations

import json

import pytest

from tests.domain.story import CASE, CLIENT, NOTE, OWNER, T0, context, lisa
from vp_tui.domain import space
from vp_tui.domain.act import Event
from vp_tui.domain.commands import NamePractice, RegisterCase, RegisterClient, SaveView, SetPreference
from vp_tui.domain.events import TAGS, AnyEvent, tag
from vp_tui.domain.ids import Id
from vp_tui.domain.note import NoteWritten
from vp_tui.domain.record import LIMIT, decode_record, encode_record
from vp_tui.errors import IntegrityError, RefusedError, UpgradeError

NAMES = """
space-opened case-opened note-written conversation-recorded note-revised note-withdrawn core-revised next-action-set
next-action-done state-changed case-closed aftercare-done case-reopened deputy-granted deputy-removed notes-opened
client-registered client-renamed client-archived practice-named fingerprint-compared preference-set saved-view-set
saved-view-removed changes-acknowledged aftercare-ended intake-ticked safe-contact-set scope-recorded reporter-added
reporter-revised reporter-dropped case-linked case-unlinked option-put option-dropped option-chosen consent-recorded
consent-withdrawn disclosed owner-changed step-put step-consulted step-moved stage-set norm-met draft-written
referral-made referral-moved referral-declined call-logged appointment-put appointment-moved retaliation-noted
tags-changed snoozed mandate-set route-set route-removed pressure-recorded pressure-answered contact-asked
contact-accepted contact-postponed contact-returned contact-passed contact-finished contact-status-opened
contact-status-changed dilemma-opened condition-answered alternatives-weighed colleague-consulted
confidentiality-broken reporter-informed attempt-recorded exception-finished
group-opened member-admitted member-left review-voted casus-offered casus-text casus-checked casus-answered
casus-withdrawn session-planned session-started session-ended session-cancelled session-signed session-report-opened
session-report-written addendum-added extract-opened extract-submitted extract-text extract-withdrawn contact-made
extract-taken-up comment-put comment-dropped checklist-answered extract-returned extract-approved contact-asked-for
supervision-opened log-put log-signed log-returned hours-opened hours-reported debrief-asked debrief-agreed
debrief-ended casus-draft-put casus-draft-shared casus-draft-dropped learning-note-put learning-note-dropped load-noted
activity-put activity-dropped certification-set point-published point-dropped
"""


def test_names_on_the_wire_stay_as_they_are() -> None:
    assert sorted(NAMES.split()) == sorted(TAGS)
    assert len(TAGS) == len(AnyEvent.__args__) == len(Event.__subclasses__())


def test_a_written_note_byte_for_byte() -> None:
    data = encode_record(T0, [NoteWritten(Id(NOTE), "Gebeld.\nGeen gehoor.")])
    assert data == (
        b'{"at":1795000000000,"events":[{"t":"note-written","note":"' + NOTE.hex().encode() + b'",'
        b'"text":"Gebeld.\\nGeen gehoor."}],"v":1}'
    )
    assert decode_record(data).events == [NoteWritten(Id(NOTE), "Gebeld.\nGeen gehoor.")]


def test_ids_are_hexadecimal_and_dates_iso() -> None:
    events = space.decide(None, RegisterCase(CASE, "x", "KA-TE"), context())
    opened = json.loads(encode_record(T0, events))["events"][1]
    assert (opened["case"], opened["owner"], opened["received"]) == (CASE.hex(), OWNER.hex(), "2026-11-25")


def test_a_colleagues_text_is_cleaned_when_it_is_read() -> None:
    data = json.dumps(
        {"v": 1, "at": 1, "events": [{"t": "note-written", "note": "00" * 16, "text": "a\u001b[2Jb\u202ec\r\nd"}]}
    )
    (event,) = decode_record(data.encode()).events
    assert isinstance(event, NoteWritten)
    assert event.text == "a[2Jbc\nd"


def test_too_large_says_how_much() -> None:
    with pytest.raises(RefusedError) as refused:
        encode_record(T0, [NoteWritten(Id(NOTE), "x" * 300_000)])
    assert (refused.value.key, refused.value.field) == ("text-too-long", "text")
    assert refused.value.facts == {"size": 294, "limit": 256}


def test_the_longest_allowed_note_fits_with_everything_beside_it() -> None:
    wide = "\u20ac"
    command = RegisterCase(
        CASE, wide * 80, "KA-TE", natures=("OG-PE-R",), note=NOTE, minutes=1, text='"' * 127_000, next_action=wide * 200
    )
    assert len(encode_record(T0, space.decide(None, command, context()))) <= LIMIT


GOOD = '{"t":"note-written","note":"%s","text":"x"}' % ("ab" * 16)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"null",
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"v":2,"events":[],"x":' + b"[" * 100_000,
        b'{"v":1,"at":1,"events":[]}',
        b'{"v":1,"at":-1,"events":[%s]}' % GOOD.encode(),
        b'{"v":0,"at":1,"events":[%s]}' % GOOD.encode(),
        b'{"v":1,"at":"1","events":[%s]}' % GOOD.encode(),
        b'{"v":1,"at":1,"extra":1,"events":[%s]}' % GOOD.encode(),
        b'{"v":1,"at":1,"events":[%s]} trailing' % GOOD.encode(),
        b'{"v":1,"at":1,"events":[%s]}' % b",".join([GOOD.encode()] * 65),
        b'{"v":1,"at":1,"events":[%s]}' % GOOD.replace("ab", "AB").encode(),
        b'{"v":1,"at":1,"events":[%s]}' % GOOD.replace("ab" * 16, "ab" * 15).encode(),
        b'{"v":1,"at":1,"events":[%s]}' % GOOD.replace("ab" * 16, "ab " * 16).encode(),
        b'{"v":1,"at":1,"events":[%s]}' % GOOD.replace('"x"', "5").encode(),
        b'{"v":1,"at":1,"events":[%s]}' % GOOD.replace('"x"', '"x","bold":true').encode(),
        b'{"v":1,"at":1,"events":[{"t":"state-changed","to":"%s"}]}' % (b"x" * 500),
        b'{"v":1,"at":1,"events":[{"t":"case-closed","reason":"<b>","on":"2026-11-25"}]}',
        b'{"v":1,"at":1,"events":[{"t":"case-closed","reason":"AF-UI","on":"2026-02-31"}]}',
    ],
)
def test_unreadable(data: bytes) -> None:
    with pytest.raises(IntegrityError) as refused:
        decode_record(data)
    assert refused.value.kind == "record-unreadable"


@pytest.mark.parametrize(
    "data",
    [
        b'{"v":2,"at":1,"events":[%s]}' % GOOD.encode(),
        b'{"v":2,"at":1,"mood":5,"events":[%s]}' % GOOD.encode(),
        b'{"v":1,"at":1,"events":[%s,{"t":"retention-paused","until":"x"}]}' % GOOD.encode(),
    ],
)
def test_written_by_a_newer_client(data: bytes) -> None:
    with pytest.raises(UpgradeError, match="newer-client"):
        decode_record(data)


def test_the_log_holds_no_text() -> None:
    state = lisa()
    logged = repr([line.facts for line in state.log])
    for text in (state.alias, state.timeline[0].text, "terugbellen"):
        assert text not in logged
    told = {"text", "why", "what", "alias", "name", "wish", "decision", "promised_by"}
    assert {tag(kind): kind.FACTS for kind in Event.__subclasses__() if {*told, *kind.PROSE} & set(kind.FACTS)} == {}


@pytest.mark.parametrize("wide", ["x", "\u20ac", "\U0001f426"])
def test_the_longest_lines_that_a_rule_allows_can_be_read(wide: str) -> None:
    commands = (
        RegisterCase(CASE, wide * 80, "KA-TE", next_action=wide * 200),
        RegisterClient(CLIENT, "NRD-01", wide * 120, wide * 120),
        NamePractice(wide * 120),
        SetPreference(wide * 120, wide * 400),
        SaveView(wide * 120, wide * 400),
    )
    for command in commands:
        events = space.decide(None, command, context())
        assert decode_record(encode_record(T0, events)).events == events
