"""The search index by itself: what is found, in which order, with which words around it; from two threads."""

from __future__ import annotations

import asyncio
import json
import threading
from typing import Any, cast

import pytest

from tests.practices import Practice
from vp_tui.cli.search import _find
from vp_tui.cli.session import Session
from vp_tui.domain.commands import HandOver, RecordConsent, WriteNote
from vp_tui.domain.party import colleague
from vp_tui.workspace import indexing
from vp_tui.workspace import snapshot as snapshots
from vp_tui.workspace.facade import Workspace
from vp_tui.workspace.search import SearchIndex, excerpt, to_match
from vp_tui.workspace.snapshot import Snapshot
from vp_tui.workspace.texts import texts

ONE, TWO = b"1" * 16, b"2" * 16
NOTES = [(b"", "blauwe reiger K7QF-2MX"), (b"a" * 16, "Het overleg was weer zonder haar."), (b"b" * 16, "")]


def found(index: SearchIndex, typed: str) -> list[tuple[bytes, bytes]]:
    return [(hit.case, hit.item) for hit in index.find(typed)]


def around(body: str, words: list[str]) -> str:
    return "".join(piece for piece, _ in excerpt(body, words))


def filled() -> SearchIndex:
    index = SearchIndex()
    index.replace([(ONE, NOTES), (TWO, [(b"c" * 16, "Café; zij wil éérst zelf praten, zonder HR")])])
    return index


def test_words_are_found_by_their_beginning_whatever_the_accents() -> None:
    index = filled()
    assert found(index, "overl") == [(ONE, b"a" * 16)]
    assert found(index, "CAFE eerst") == [(TWO, b"c" * 16)]
    assert found(index, "reiger") == [(ONE, b"")]
    assert sorted(found(index, "zonder")) == [(ONE, b"a" * 16), (TWO, b"c" * 16)]
    assert found(index, "leiding") == []


def test_what_is_typed_is_never_a_query() -> None:
    index = filled()
    assert to_match('zonder" OR body:*') == '"zonder"* "OR"* "body"*'
    for typed in ('"', "*", "x", " - ", "()", 'a" OR "b', "NEAR(overleg zonder)", "overleg AND NOT zonder", "\x00\x00"):
        assert found(index, typed) == []


def test_a_changed_case_is_found_by_its_new_texts_alone_and_a_forgotten_one_not_at_all() -> None:
    index = filled()
    (hit,) = index.find("overleg")
    assert "overleg" in hit.snippet
    index.replace([(ONE, [(b"a" * 16, "Ingetrokken")])])
    assert found(index, "overleg") == found(index, "reiger") == []
    assert found(index, "ingetr") == [(ONE, b"a" * 16)]
    assert hit.snippet == ""
    for _ in range(2):
        index.replace([(TWO, [])])
        assert found(index, "zonder") == []
    assert found(index, "ingetr") == [(ONE, b"a" * 16)]


def test_few_hits_come_best_first_and_of_many_the_latest() -> None:
    index = SearchIndex()
    cases = [number.to_bytes(16, "big") for number in range(600)]
    index.replace((case, [(case, f"gesprek {'lang ' * 30}")]) for case in cases)
    index.replace([(ONE, [(b"a" * 16, "roddel roddel roddel")]), (TWO, [(b"c" * 16, f"roddel {'anders ' * 40}")])])
    assert found(index, "roddel") == [(ONE, b"a" * 16), (TWO, b"c" * 16)]
    assert [hit.case for hit in index.find("gesprek")] == cases[:99:-1]


def test_the_words_around() -> None:
    body = "Een\ntwee drie vier vijf zes zeven acht negen tien elf Twaalf dertien veertien vijftien"
    assert around(body, ["zev"]) == "…drie vier vijf zes zeven acht negen tien elf Twaalf dertien veertien…"
    assert around(body, ["ééN"]) == "Een twee drie vier vijf zes zeven acht…"
    assert around("kort", ["iets"]) == "kort"


def test_what_was_looked_for_is_marked() -> None:
    body = "Zij  praat;\nwij spraken, en de praatgroep zweeg."
    assert excerpt(body, ["pra", "zw"]) == (
        ("Zij ", False), ("praat", True), ("; wij spraken, en de ", False), ("praatgroep", True), (" ", False),
        ("zweeg", True), (".", False),
    )  # fmt: skip
    assert excerpt("kort", ["iets"]) == (("kort", False),)
    (hit,) = filled().find("eerst")
    assert ("éérst", True) in hit.marked


def test_it_is_filled_in_one_thread_and_used_in_another() -> None:
    index = SearchIndex()
    cases = [number.to_bytes(16, "big") for number in range(400)]
    filling = threading.Thread(
        target=lambda: [index.replace([(case, [(case, "gesprek over het vervolg")])]) for case in cases]
    )
    filling.start()
    while filling.is_alive():
        assert all(hit.snippet for hit in index.find("vervolg")[:3])
    assert len(index.find("vervolg")) == 400
    (hit, *_) = index.find("vervolg")
    index.close()
    assert hit.snippet == ""


async def test_what_changes_while_the_index_is_filled_is_found_too(
    practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "_SLICE", 1)
    cas = practice.open["cas"]
    first = await practice.case("cas", "blauwe reiger")
    await practice.case("cas", "groene ketel")
    filling = asyncio.create_task(cas.index())
    while first not in cas._indexing._index._places:  # noqa: ASYNC110 - the index tells nobody how far it is
        await asyncio.sleep(0)
    with cas._indexing._index._lock:  # the second case has to wait
        assert not cas.index_ready
        await cas.do(WriteNote(cas.new_id(), "Ondertussen gebeld."), first)
    await filling
    assert [hit.case for hit in cas.search("ondertussen")] == [first]
    assert len(cas.search("reiger")) == len(cas.search("ketel")) == 1


async def test_the_index_is_restored_from_the_sealed_cache_and_what_changed_since_is_read(
    practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "_FEW", 1)
    cas = practice.open["cas"]
    first, second, third = [await practice.case("cas", alias) for alias in ("rode vos", "grijze wolf", "bruine beer")]
    await cas.index()
    read: list[bytes] = []
    monkeypatch.setattr(indexing, "texts", lambda spaces, space: (read.append(space), texts(spaces, space))[1])
    cas = await practice.again("cas")
    await cas.index()
    assert read == [] and [hit.case for hit in cas.search("wolf")] == [second]
    await cas.do(WriteNote(cas.new_id(), "Bij de rivier."), first)
    with practice.cut_off("cas"):
        await cas.do(WriteNote(cas.new_id(), "Op de brug."), third)
    monkeypatch.setattr(indexing, "_FEW", 100)
    await cas.close()
    cas = practice.open["cas"] = practice.unlock("cas")
    await cas.index()
    assert [hit.case for hit in cas.search("brug")] == [third], "it is not on the server yet"
    cas = await practice.again("cas")
    read.clear()
    await cas.index()
    assert {first, third} == set(read)
    for typed, case in (("rivier", first), ("brug", third), ("wolf", second), ("vos", first)):
        assert [hit.case for hit in cas.search(typed)] == [case]
    (hit,) = cas.search("grijze")
    assert "grijze wolf" in hit.snippet


def sealed_texts(workspace: Workspace) -> bytes:
    """All of the kept index, opened."""
    return b"".join(value for _, value in workspace._core.local.cache.items("index"))


async def test_what_was_taken_away_leaves_the_sealed_index_too(
    practice: Practice, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna, cas = practice.open["anna"], practice.open["cas"]
    case = await practice.case("cas", "rode vos")
    await cas.grant_deputy(case, anna.me.member, cas.today(), "oral")
    await anna.sync()
    monkeypatch.setattr(indexing, "_FEW", 0)
    await anna.index()
    monkeypatch.setattr(indexing, "_FEW", 100)
    assert b"rode vos" in sealed_texts(anna)
    await cas.remove_deputy(case)
    await anna.close()
    anna = practice.open["anna"] = practice.unlock("anna")
    await anna.index()
    assert len(anna.search("vos")) == 1 and b"rode vos" in sealed_texts(anna), "nobody has told her yet"
    await anna.sync()
    assert anna.search("vos") == []
    anna = await practice.again("anna")
    assert b"rode vos" not in sealed_texts(anna)


async def test_half_of_an_index_is_none(practice: Practice, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "_FEW", 0)
    cas = practice.open["cas"]
    await practice.case("cas", "rode vos")
    await cas.index()
    cache, snapshot = cas._core.local.cache, Snapshot(cas._core.local.cache)
    rows = [(key, value) for key, value in cache.items("index") if key != b"head"]
    assert snapshot.load() is not None
    for key, value in rows:
        cache.put("index", key, bytes(16) + value[16:])
        assert snapshot.load() is None, "a part of another writer"
        cache.delete("index", key)
        assert snapshot.load() is None, "a part that is not there"
        cache.put("index", key, value)
    assert snapshot.load() is not None
    cache.delete("index", rows[0][0])
    cas = await practice.again("cas")
    await cas.index()
    assert len(cas.search("vos")) == 1
    again = Snapshot(cas._core.local.cache)
    assert again.load() is not None
    monkeypatch.setattr(snapshots, "EDITION", 0)
    assert again.load() is None, "other fields were searched"
    cas._core.local.cache.put("index", b"head", b"\x90")
    assert again.load() is None, "the head of another version"


@pytest.mark.parametrize("kept", [False, True])
def test_of_a_case_that_is_gone_no_word_is_in_the_image(kept: bool) -> None:
    """Not in what is left of the index's own pages either, nor after it was restored from a snapshot."""
    index = SearchIndex()
    ids = [bytes([number]) * 16 for number in range(1, 50)]
    index.replace([(case, [(b"", f"gewone tekst {case[0]} merk{case[0]}xx hartewens")]) for case in ids])
    if kept:
        image = index.image()
        index = SearchIndex()
        index.restore(image)
    index.replace([(case, []) for case in ids[1:]])
    data = index.image().data
    assert b"merk1xx" in data
    assert not [case for case in ids[1:] if b"merk%dxx" % case[0] in data]
    assert b"merk2" not in data
    assert [hit.case for hit in index.find("hartewens")] == ids[:1]


async def test_notes_that_stayed_after_a_hand_over_are_found_by_command(
    practice: Practice, capsys: pytest.CaptureFixture[str]
) -> None:
    anna, cas = practice.open["anna"], practice.open["cas"]
    case = await practice.case("cas", "stille haven")
    await cas.do(WriteNote(cas.new_id(), "Alleen van mij."), case, layer="personal")
    await cas.do(RecordConsent(cas.new_id(), colleague(anna.me.member), "handover", "", "oral"), case)
    await cas.do(HandOver(anna.me.member), case)
    session = Session(cast("Any", None))
    session.json = True
    await _find(session, cas, "alleen", ("case", "client", "contact_request"))
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["kind"], row["id"], row["client"]) == ("notes", case.hex(), None)
