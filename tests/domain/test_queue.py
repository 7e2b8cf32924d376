"""The queue: sections, the filter's language, order; and the short codes that cases are called by."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.domain.story import CASE, CLIENT, DEPUTY, OWNER, T0, TODAY, closed, day, do, lisa, refusal, with_deputy
from vp_tui.domain import queue
from vp_tui.domain.case_code import case_code, resolve
from vp_tui.domain.case_file import STATES
from vp_tui.domain.client import ClientState
from vp_tui.domain.codes import get
from vp_tui.domain.commands import ChangeState, CompleteNextAction
from vp_tui.domain.query import FILTERS, STATE_WORDS, complete, parse
from vp_tui.domain.summary import CaseSummary, attention, decode_summaries, encode_summaries, summarise
from vp_tui.errors import ConflictError, NotFoundError, RefusedError

NORD = ClientState(CLIENT, "NRD-01", "Noorderhaven Zorg", "zorg")
NAMES = {OWNER: "Anna de Wit", DEPUTY: "Bo Jansen"}

ROWS = [
    summarise(with_deputy(lisa(client=CLIENT), until=day(1)), NORD),
    summarise(lisa(alias="Zoë", natures=("IN-FR",), next_action="", due=None, text="", minutes=None)),
    summarise(do(lisa(alias="groene ketel", natures=("BR-LO",), due=day(0)), ChangeState("waiting", "HR"))),
    summarise(closed(lisa(alias="winterjas"), aftercare=(day(14),))),
    summarise(closed(lisa(alias="open raam"))),
]
LATER = day(3)


def aliases(
    section: str = "all", query: str = "", sort: str = "alias", me: bytes = OWNER, today: datetime.date = TODAY
) -> list[str]:
    return [
        ROWS[index].alias
        for index in queue.select(ROWS, section, parse(query), queue.order(ROWS, sort), today, me, NAMES)
    ]


def test_a_line_has_what_the_queue_shows() -> None:
    row = ROWS[0]
    assert (row.code, row.client_code, row.client_name) == (case_code(CASE), "NRD-01", "Noorderhaven Zorg")
    assert (row.due, row.next_due, row.aftercare_due, row.next_what) == (day(2), day(2), None, "terugbellen")
    assert (row.nature, row.state, row.count) == ("OG-PE-R", "exploring", 6)
    assert (ROWS[3].due, ROWS[3].aftercare_due, ROWS[4].closed_on) == (day(14), day(14), TODAY)
    assert decode_summaries(encode_summaries(ROWS)) == ROWS


@pytest.mark.parametrize(
    ("section", "me", "today", "expected"),
    [
        ("all", OWNER, TODAY, ["blauwe reiger", "groene ketel", "open raam", "winterjas", "Zoë"]),
        ("mine", OWNER, TODAY, ["blauwe reiger", "groene ketel", "winterjas", "Zoë"]),
        ("mine", DEPUTY, TODAY, []),
        ("deputy", DEPUTY, TODAY, ["blauwe reiger"]),
        ("new", OWNER, TODAY, ["Zoë"]),
        ("active", OWNER, TODAY, ["blauwe reiger"]),
        ("waiting", OWNER, TODAY, ["groene ketel"]),
        ("aftercare", OWNER, TODAY, ["winterjas"]),
        ("closed", OWNER, TODAY, ["open raam"]),
        ("overdue", OWNER, TODAY, []),
        ("overdue", OWNER, LATER, ["blauwe reiger", "groene ketel"]),
    ],
)
def test_sections(section: str, me: bytes, today: datetime.date, expected: list[str]) -> None:
    assert aliases(section, me=me, today=today) == expected
    assert queue.counts(ROWS, today, me)[section] == len(expected)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", ["blauwe reiger", "groene ketel", "open raam", "winterjas", "Zoë"]),
        ("zoe", ["Zoë"]),
        ("REIG", ["blauwe reiger"]),
        ('"blauwe reiger"', ["blauwe reiger"]),
        ('"reiger blauwe"', []),
        ("reiger blauwe", ["blauwe reiger"]),
        ("noorderhaven", ["blauwe reiger"]),
        ("fraud", ["Zoë"]),
        ("roddel -reiger", ["open raam", "winterjas"]),
        ("is:open -is:mijn", []),
        ("is:gesloten", ["open raam"]),
        ("is:nieuw", ["Zoë"]),
        ("staat:wacht", ["groene ketel"]),
        ("state:exp", ["blauwe reiger"]),
        ("-staat:gesloten -staat:nazorg", ["blauwe reiger", "groene ketel", "Zoë"]),
        ("klant:nrd", ["blauwe reiger"]),
        ("client:zorg", ["blauwe reiger"]),
        ("klant:haven", []),
        ("natuur:loon", ["groene ketel"]),
        ("aard:og-pe", ["blauwe reiger", "open raam", "winterjas"]),
        ("NATURE:Fraud", ["Zoë"]),
        ("eigenaar:ik is:open klant:nrd", ["blauwe reiger"]),
        ("owner:wit staat:wacht", ["groene ketel"]),
        ("owner:bo", []),
        ("10:30", []),
        ("-", ["blauwe reiger", "groene ketel", "open raam", "winterjas", "Zoë"]),
        ("!!! ,.;", []),
    ],
)
def test_filters(query: str, expected: list[str]) -> None:
    assert aliases(query=query) == expected


@pytest.mark.parametrize(
    ("query", "key", "position"),
    [
        ("reiger kleur:rood", "query-unknown-filter", 8),
        ("-kleur:rood", "query-unknown-filter", 2),
        ("is:x", "query-unknown-value", 4),
        ("zoe is:", "query-unknown-value", 8),
        ("staat:a", "query-unknown-value", 7),
        ("natuur:qqq", "query-unknown-value", 8),
        ('zoe "open', "query-open-quote", 5),
        ('6"', "query-open-quote", 2),
        ('klant:"', "query-open-quote", 1),
    ],
)
def test_a_filter_that_makes_no_sense_says_where(query: str, key: str, position: int) -> None:
    with pytest.raises(RefusedError) as refused:
        parse(query)
    assert (refused.value.key, refused.value.facts, refused.value.field) == (key, {"position": position}, "query")


@given(st.text(alphabet='ab -:"isklantwé\n', max_size=20))
def test_every_filter_means_something_or_is_refused(query: str) -> None:
    if refused := refusal(parse, query):
        assert 1 <= int(refused.facts["position"]) <= len(query) + 1
    else:
        assert all(term.value for term in parse(query).terms)


def test_every_state_can_be_asked_for_in_both_languages() -> None:
    assert set(STATE_WORDS.values()) == set(STATES)
    assert set(FILTERS.values()) == {
        "is", "state", "client", "nature", "owner", "older", "younger", "due", "aftercare", "tag"
    }  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("reiger st", ["staat:", "state:"]),
        ("-k", ["-klant:"]),
        ("is:na", ["is:nazorg"]),
        ("staat:v", ["staat:verkennen"]),
        ("x -natuur:rodd", ["-natuur:og-pe-r"]),
        ("klant:n", []),
        ("", []),
    ],
)
def test_completion(typed: str, offered: list[str]) -> None:
    assert complete(typed, len(typed)) == offered


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("due", ["groene ketel", "blauwe reiger", "winterjas"]),
        ("state", ["Zoë", "blauwe reiger", "groene ketel", "winterjas", "open raam"]),
        ("client", ["blauwe reiger", "groene ketel"]),
        ("-alias", ["Zoë", "winterjas", "open raam", "groene ketel", "blauwe reiger"]),
    ],
)
def test_order(sort: str, expected: list[str]) -> None:
    assert aliases(sort=sort)[: len(expected)] == expected


def test_what_needs_a_look() -> None:
    assert [attention(row, TODAY) for row in ROWS] == [(), ("no-next-action",), (), (), ()]
    assert attention(ROWS[0], LATER) == ("overdue", "deputy-expired")
    assert attention(ROWS[3], day(14)) == ("aftercare-due",)
    assert attention(replace(ROWS[4], anomalies=1), TODAY) == ("anomaly",)
    assert attention(summarise(do(lisa(), CompleteNextAction(1))), TODAY) == ("no-next-action",)


def many(number: int) -> list[CaseSummary]:
    return [
        replace(
            ROWS[index % len(ROWS)],
            id=index.to_bytes(16, "big"),
            due=day(index % 90 - 30),
            last_ms=T0 + index,
            state_since_ms=T0 - index * 7919 % 10_007,
        )
        for index in range(number)
    ]


def test_ten_thousand_cases() -> None:
    rows = many(10_000)
    for sort in (*queue.SORTS, *(f"-{sort}" for sort in queue.SORTS)):
        chosen = queue.select(
            rows, "mine", parse("reiger natuur:pes -is:closed"), queue.order(rows, sort), TODAY, OWNER
        )
        assert sorted(chosen) == list(range(0, 10_000, 5))
    by_due = queue.order(rows, "due")
    assert [rows[index].due for index in by_due] == sorted(row.due for row in rows if row.due)
    by_age = queue.order(rows, "age")
    assert rows[by_age[0]].state_since_ms == min(row.state_since_ms for row in rows)
    assert queue.counts(rows, TODAY, OWNER)["mine"] == 8_000


def test_short_codes() -> None:
    assert case_code(b"\x00" * 16) == "0000-000"
    assert case_code(b"\xff" * 16) == "ZZZZ-ZZZ"
    assert case_code(CASE) == "CDHP-6RV"


def test_a_case_is_found_by_code_or_id_however_it_is_typed() -> None:
    cases = [CASE, b"\xff" * 16, b"\xfe" * 16, bytes(16)]
    for typed in ("CDHP-6RV", "cdhp6rv", " cdhp ", "cd", CASE.hex(), "6363"):
        assert resolve(typed, cases) == CASE
    for typed in ("ooOO-oiL"[:4], "OO"):
        assert resolve(typed, cases) == bytes(16)
    with pytest.raises(ConflictError) as refused:
        resolve("zz", [b"\xff" * 16, b"\xff" * 15 + b"x"])
    assert (refused.value.key, refused.value.facts) == ("case-ambiguous", {"n": 2})
    assert resolve("ff" * 15 + "78", [b"\xff" * 16, b"\xff" * 15 + b"x"]) == b"\xff" * 15 + b"x"
    for typed in ("", "C", "QQQQ", "-"):
        with pytest.raises(NotFoundError, match="case-not-found"):
            resolve(typed, cases)


@given(st.binary(min_size=16, max_size=16))
def test_every_case_is_found_by_its_own_code(case: bytes) -> None:
    assert resolve(case_code(case), [case]) == case


def test_natures_are_found_by_all_their_labels() -> None:
    code = get("OG-PE-R")
    assert code is not None
    assert f"{code.nl}\n{code.en}" in ROWS[0].hay
