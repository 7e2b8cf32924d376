"""The mandate card decides where the sources differ, and says what is missing on it."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from msgspec.structs import replace

from tests.domain.care import BE, NL, client
from tests.domain.story import CASE, CLIENT, STRANGER, TODAY, day, do, hostile
from vp_tui.domain import scope
from vp_tui.domain.commands import AnswerPressure, ArchiveClient, Command, RecordPressure, RemoveRoute, SetMandate
from vp_tui.domain.commands import SetRoute as Route
from vp_tui.domain.dates import LATEST_MS
from vp_tui.domain.letters import refusal
from vp_tui.domain.mandate import Mandate, MandateSet, response_due, retention_due, usual, warnings
from vp_tui.domain.pressure import PressureRecorded
from vp_tui.domain.route import RouteSet
from vp_tui.errors import ConflictError, NotFoundError, RefusedError

WHOLE = replace(
    NL,
    letter=True,
    start=day(-100),
    end=day(300),
    independence=True,
    protection=True,
    reporting_line="raad van bestuur",
)
ROUTE, PRESSURE = b"q" * 16, b"p" * 16


def test_the_card_is_replaced_by_who_has_seen_it() -> None:
    state = client(WHOLE)
    assert (state.mandate, state.mandate_rev) == (WHOLE, 1)
    with pytest.raises(ConflictError, match="entry-changed"):
        do(state, SetMandate(0, NL))
    with pytest.raises(RefusedError, match="nothing-changed"):
        do(state, SetMandate(1, WHOLE))
    assert hostile(state, MandateSet(0, NL)).mandate == WHOLE


@pytest.mark.parametrize(
    ("change", "key", "field"),
    [
        ({"start": day(1), "end": day(0)}, "mandate-ends-before", "end"),
        ({"threshold": 2}, "threshold-too-low", "threshold"),
        ({"response": 0}, "number-out-of-range", "response"),
        ({"retention_months": 121}, "number-out-of-range", "retention_months"),
        ({"country": "DE"}, "choice-unknown", "country"),
        ({"private": "maybe"}, "choice-unknown", "private"),
        ({"headcount": "12"}, "choice-unknown", "headcount"),
        ({"reporting_line": "x" * 200}, "line-too-long", "reporting_line"),
    ],
)
def test_refused(change: dict[str, Any], key: str, field: str) -> None:
    with pytest.raises(RefusedError) as refused:
        do(client(), SetMandate(0, replace(NL, **change)))
    assert (refused.value.key, refused.value.field) == (key, field)


def test_what_is_missing_or_running_out() -> None:
    assert [row.key for row in warnings(client(), TODAY)] == ["mandate-missing"]
    assert {row.key for row in warnings(client(NL), TODAY)} == {
        "letter-missing", "no-independence", "no-protection", "no-reporting-line", "no-routes"
    }  # fmt: skip
    whole = do(client(WHOLE), Route(ROUTE, "committee", "Klachtencommissie"))
    assert warnings(whole, TODAY) == ()
    assert [row.key for row in warnings(whole, day(-101))] == ["letter-not-started"]
    assert [(row.key, row.on) for row in warnings(whole, day(210))] == [("letter-expiring", day(300))]
    assert [row.key for row in warnings(whole, day(301))] == ["letter-expired"]
    assert warnings(do(client(), ArchiveClient()), TODAY) == ()


@pytest.mark.parametrize(
    ("card", "natures", "verdict", "reason"),
    [
        (None, ("OG-PE",), "grey", "no-mandate-card"),
        (NL, (), "grey", "no-nature"),
        (NL, ("OG-PE-R",), "in", "behaviour-in"),
        (replace(NL, behaviour=False), ("OG-PE",), "out", "behaviour-out"),
        (NL, ("IN-FR",), "out", "integrity-out"),
        (replace(NL, integrity=True), ("IN-FR",), "in", "integrity-in"),
        (replace(NL, integrity=True), ("BR-IN",), "in", "integrity-in"),
        (NL, ("BR-AC",), "out", "conflict-out"),
        (replace(NL, conflict="in"), ("BR-AC",), "in", "conflict-in"),
        (BE, ("BE-CO",), "in", "conflict-in"),
        (BE, ("BE-ST",), "in", "workload-in"),
        (NL, ("BR-WD",), "out", "workload-out"),
        (NL, ("BE-PE",), "grey", "other-country"),
        (NL, ("BR-PR-RO",), "out", "private-refer_only"),
        (replace(NL, private="work_related"), ("BR-PR-RO",), "grey", "private-work_related"),
        (replace(NL, private="yes"), ("BR-PR",), "in", "private-yes"),
        (NL, ("BR-LO",), "out", "topic-out"),
        (NL, ("BR-LO", "OG-PE"), "grey", "topic-out"),
        (NL, ("OG-PE", "BR-LO"), "in", "behaviour-in"),
        (NL, ("ZZ-99",), "grey", "unknown-code"),
        (replace(NL, end=day(-1)), ("OG-PE",), "grey", "mandate-not-current"),
    ],
)
def test_scope(card: Mandate | None, natures: tuple[str, ...], verdict: str, reason: str) -> None:
    found = scope.check(natures, card, TODAY)
    assert (found.verdict, found.reasons[0][1]) == (verdict, reason)


def test_private_talks_are_billed_only_where_the_card_says_so() -> None:
    assert not scope.check(("BR-PR",), NL, TODAY).billable
    assert scope.check(("BR-PR",), replace(NL, private_billable=True), TODAY).billable
    assert scope.check(("OG-PE",), NL, TODAY).billable
    assert not scope.check(("OG-PE",), None, TODAY).billable


def test_norms_of_a_client() -> None:
    hours = replace(NL, response=4, response_unit="hours")
    assert response_due(TODAY, 1000, hours) == (TODAY, 1000 + 4 * 3_600_000)
    assert response_due(TODAY, 0, NL) == (day(2), 2 * 86_400_000)
    assert response_due(TODAY, 0, None) == response_due(TODAY, 0, usual("NL"))
    assert response_due(datetime.date.max, LATEST_MS, NL) == (datetime.date.max, LATEST_MS)
    assert retention_due(TODAY, None) == datetime.date(2027, 11, 25)
    assert retention_due(TODAY, replace(NL, retention_months=1)) == datetime.date(2026, 12, 25)


def test_routes() -> None:
    state = do(client(), Route(ROUTE, "social_work", "BMW", "bmw@klant.example"))
    state = do(state, Route(ROUTE, "social_work", "Maatschappelijk werk", base=1))
    assert [(row.name, row.contact, row.rev) for row in state.routes] == [("Maatschappelijk werk", "", 2)]
    for command, error in (
        (Route(ROUTE, "hr", "HR"), ConflictError),
        (Route(ROUTE, "hr", "HR", base=1), ConflictError),
        (RemoveRoute(b"z" * 16, 1), NotFoundError),
        (Route(b"y" * 16, "bakker", "x"), RefusedError),
    ):
        with pytest.raises(error):
            do(state, command)
    assert hostile(state, RouteSet(state.routes[0].id, 1, "hr", "HR")).anomalies == 1  # type: ignore[arg-type]
    assert do(state, RemoveRoute(ROUTE, 2)).routes == ()


def test_pressure_has_no_way_to_a_case() -> None:
    state = do(client(WHOLE), RecordPressure(PRESSURE, "HR-manager", "Wie van team X was bij jou?"))
    assert (state.pressures[0].answered_on, state.pressures[0].letter) == (None, False)
    state = do(state, AnswerPressure(PRESSURE, 1, "Dat zeg ik niet.", letter=True), STRANGER)
    assert (state.pressures[0].answered, state.pressures[0].letter, state.pressures[0].rev) == (
        "Dat zeg ik niet.", True, 2
    )  # fmt: skip
    assert set(PressureRecorded.__struct_fields__) == {"pressure", "on", "who", "asked", "answered", "letter"}


@pytest.mark.parametrize(
    "command",
    [
        RecordPressure(PRESSURE, "HR", "Gaat K7QF-2MX over mij?"),
        RecordPressure(PRESSURE, "HR", "Vroeg naar de Blauwe  Reiger"),
        RecordPressure(PRESSURE, "K7QF-2MX", "Wie?"),
        RecordPressure(PRESSURE, "HR", "Wie?", answered="Niet over blauwe reiger"),
    ],
)
def test_pressure_names_no_case(command: Command) -> None:
    with pytest.raises(RefusedError, match="pressure-names-case"):
        do(client(), command, open_aliases={"blauwe reiger": CASE})


def test_the_letter_of_refusal_says_nothing() -> None:
    pieces = refusal(client(WHOLE), TODAY)
    assert [piece.key.rpartition(".")[2] for piece in pieces] == [
        "title", "to", "asked", "answer", "why", "protection", "independence", "report", "sign"
    ]  # fmt: skip
    assert {fact for piece in pieces for fact in piece.facts.values()} == {"Noorderhaven Zorg", TODAY.isoformat()}
    assert len(refusal(client(), TODAY)) == 7
    assert client().id == CLIENT
