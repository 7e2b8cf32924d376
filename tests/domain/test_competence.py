"""The passport: hours that were, counted once, against the rules of the day on which the period began."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from msgspec.structs import replace

from tests.domain.circle import SESSION, held, signed_session
from tests.domain.story import OWNER, TODAY, day, do, hostile
from vp_tui.domain import codes, rulesets
from vp_tui.domain.act import Command
from vp_tui.domain.attendance import session_digest
from vp_tui.domain.commands import (
    DropActivity,
    DropLearningNote,
    NoteLoad,
    PutLearningNote,
    RecordActivity,
    SetCertification,
)
from vp_tui.domain.competence import ActivityDropped, ActivityPut, from_session
from vp_tui.domain.ids import Id
from vp_tui.domain.learning_note import LearningNoteDropped, LearningNotePut, load_level
from vp_tui.domain.passport import NEAR_DAYS, lights, period, years
from vp_tui.domain.personal import PersonalState
from vp_tui.domain.personal_parts import Activity, Certification, Load
from vp_tui.errors import ConflictError, NotFoundError, NotPermittedError, RefusedError

ONE, TWO = b"1" * 16, b"2" * 16
PROOF = "ab" * 32


def recorded(state: PersonalState | None = None, **more: Any) -> PersonalState:
    fields: dict[str, Any] = {
        "activity": ONE, "kind": "PE-INT", "on": day(-7), "title": "Intervisie", "start": "15:00", "end": "17:30",
        "evidence": PROOF,
    }  # fmt: skip
    made: PersonalState = do(state, RecordActivity(**(fields | more)))
    return made


def test_an_activity_with_its_proof() -> None:
    state = recorded(provider="Kring Noord")
    assert state.activities == (
        Activity(ONE, "PE-INT", day(-7), 150, "15:00", "17:30", "Intervisie", "Kring Noord", PROOF),
    )
    state = recorded(state, end="16:00", base=1)
    assert (state.activities[0].minutes, state.activities[0].rev) == (60, 2)
    state = do(state, DropActivity(ONE, 2))
    assert state.activities[0].dropped
    course = recorded(activity=TWO, kind="PE-BAS", start="", end="", minutes=1800, title="Basisopleiding")
    assert course.activities[0].minutes == 1800


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"on": day(1)}, "date-in-future"),
        ({"end": ""}, "session-without-end"),
        ({"start": ""}, "time-not-understood"),
        ({"end": "15:00"}, "session-ends-before"),
        ({"minutes": 30}, "minutes-differ"),
        ({"start": "", "end": "", "minutes": 0}, "number-out-of-range"),
        ({"start": "", "end": "", "minutes": 6001}, "number-out-of-range"),
        ({"kind": "SV-IN"}, "code-unknown"),
        ({"evidence": "AB"}, "evidence-form"),
        ({"evidence": "x" * 64}, "evidence-form"),
        ({"title": ""}, "text-missing"),
    ],
)
def test_no_such_hours(change: dict[str, Any], key: str) -> None:
    with pytest.raises(RefusedError, match=key):
        recorded(**change)


def test_hours_count_once() -> None:
    state = recorded()
    for change, key in (
        ({"start": "17:00", "end": "18:00", "evidence": ""}, "session-overlaps"),
        ({"start": "09:00", "end": "10:00"}, "evidence-used"),
        ({"start": "09:00", "end": "10:00", "evidence": PROOF.upper()}, "evidence-used"),
    ):
        with pytest.raises(RefusedError, match=key):
            recorded(state, activity=TWO, **change)
    sourced = recorded(source=SESSION, evidence="")
    with pytest.raises(RefusedError, match="evidence-used"):
        recorded(sourced, activity=TWO, source=SESSION, evidence="", on=day(-8))
    dropped = do(state, DropActivity(ONE, 1))
    assert len(recorded(dropped, activity=TWO).activities) == 2
    put = ActivityPut(Id(TWO), 0, "PE-INT", day(-7), 60, "17:00", "18:00")
    assert hostile(state, put, OWNER).anomalies == 1
    assert hostile(state, replace(put, start="18:00", end="20:00"), OWNER).anomalies == 1
    assert hostile(state, replace(put, start="18:00", end=""), OWNER).anomalies == 1
    assert hostile(state, replace(put, start="18:00", end="19:00"), OWNER).anomalies == 0


def test_changed_and_dropped_by_who_has_seen_it() -> None:
    state = recorded()
    dropped = do(state, DropActivity(ONE, 1))
    for held_, command, error, key in (
        (state, DropActivity(ONE, 2), ConflictError, "entry-changed"),
        (state, DropActivity(TWO, 1), NotFoundError, "entry-not-found"),
        (dropped, DropActivity(ONE, 2), NotFoundError, "entry-not-found"),
    ):
        with pytest.raises(error, match=key):
            do(held_, command)
    with pytest.raises(NotFoundError, match="entry-not-found"):
        recorded(dropped, base=2)
    with pytest.raises(RefusedError, match="nothing-changed"):
        recorded(state, base=1)
    again = ActivityPut(Id(ONE), 2, "PE-INT", day(-1), 60)
    for event in (ActivityDropped(Id(ONE), 2), ActivityDropped(Id(TWO), 1), again):
        assert hostile(dropped, event, OWNER) == replace(dropped, anomalies=1)
    assert hostile(state, replace(again, base=0), OWNER) == replace(state, anomalies=1)


def test_a_session_that_was_signed_for() -> None:
    group = signed_session()
    command = from_session(group, SESSION, OWNER, ONE, "Kring Noord")
    assert (command.start, command.end, command.source) == ("15:00", "16:30", SESSION)
    assert command.evidence == session_digest(group, SESSION)
    assert do(None, command).activities[0].minutes == 90
    assert command.kind == "PE-INT"
    guided = replace(group, profile="BE", members=(OWNER,))
    assert from_session(guided, SESSION, OWNER, ONE, "Uitwisseling").kind == "PE-BIJ"
    assert from_session(replace(group, profile="BE"), SESSION, OWNER, ONE, "x").kind == "PE-INT"
    with pytest.raises(NotPermittedError, match="not-signed"):
        from_session(held(), SESSION, OWNER, ONE, "x")


# -- rule sets


def test_rule_sets_are_whole_and_dated() -> None:
    for name in rulesets.SCHEMES:
        scheme = rulesets.scheme(name)
        assert scheme.id == name
        assert scheme.label("nl") != scheme.label("en")
        assert [version.version for version in scheme.sets] == list(range(1, len(scheme.sets) + 1))
        for version in scheme.sets:
            assert version.source
            assert version.as_of <= TODAY
            for rule in version.rules:
                assert bool(rule.minutes) != bool(rule.times)
                assert rule.label("nl")
                assert rule.label("en")
                assert all(codes.get(kind).list == "education" for kind in rule.kinds)  # type: ignore[union-attr]
                assert set(rule.overflow) <= {other.id for other in version.rules}
        for one, other in zip(scheme.sets, scheme.sets[1:], strict=False):
            assert one.valid_to is not None
            assert other.valid_from == one.valid_to + datetime.timedelta(1)
    with pytest.raises(KeyError):
        rulesets.scheme("../record")


def test_the_numbers_of_the_register_and_of_the_code() -> None:
    now = rulesets.in_force("nl-lvv", TODAY)
    assert (now.version, now.years) == (2, 4)
    assert {rule.id: rule.minutes // 60 for rule in now.rules} == {
        "training": 24, "intervision": 32, "further": 16, "total": 72
    }  # fmt: skip
    before = rulesets.in_force("nl-lvv", datetime.date(2021, 5, 1))
    assert {rule.id: (rule.minutes // 60, rule.most_per_year // 60) for rule in before.rules} == {
        "training": (32, 16), "intervision": (32, 16), "further": (8, 4)
    }  # fmt: skip
    basic, yearly = rulesets.in_force("be-codex", TODAY).rules
    assert (basic.minutes // 60, basic.years, yearly.times, yearly.every) == (30, 2, 1, "year")


SINCE = datetime.date(2024, 1, 15)
HELD = Certification("nl-lvv", SINCE)
LAST = datetime.date(2028, 1, 14)


def did(kind: str, hours: int, on: datetime.date = SINCE, evidence: str = PROOF) -> Activity:
    return Activity(kind.encode().ljust(16), kind, on, hours * 60, evidence=evidence)


def colours(*rows: Activity, today: datetime.date = TODAY, held: Certification = HELD) -> dict[str, tuple[str, int]]:
    return {light.rule.id: (light.colour, light.missing // 60) for light in lights(held, rows, today)}


def test_what_is_missing_by_when() -> None:
    training, *_ = lights(HELD, [did("PE-BNS", 10)], SINCE)
    assert (training.unit, training.least, training.done, training.missing) == ("minutes", 1440, 600, 840)
    assert (training.by, training.colour, training.unproven) == (LAST, "green", 0)
    assert lights(HELD, [did("PE-BNS", 10, evidence="")], SINCE)[0].unproven == 600
    assert period(HELD) == (SINCE, LAST)


def test_a_light_goes_amber_behind_an_even_spread_and_red_near_the_end() -> None:
    half = datetime.date(2026, 1, 14)
    assert colours(did("PE-BNS", 12), today=half)["training"] == ("green", 12)
    assert colours(did("PE-BNS", 11), today=half)["training"] == ("amber", 13)
    near = LAST - datetime.timedelta(NEAR_DAYS)
    assert colours(did("PE-BNS", 22), today=near)["training"] == ("amber", 2)
    assert colours(did("PE-BNS", 23), today=near)["training"] == ("green", 1)
    assert colours(did("PE-BNS", 23), today=near + datetime.timedelta(1))["training"] == ("red", 1)
    assert colours(did("PE-BNS", 23), today=datetime.date(2030, 1, 1))["training"] == ("red", 1)
    assert colours(did("PE-BNS", 24), today=datetime.date(2030, 1, 1))["training"] == ("green", 0)


def test_further_hours_are_what_the_others_have_left_over() -> None:
    rows = (did("PE-BNS", 30), did("PE-INT", 40), did("PE-EXT", 2))
    end = colours(*rows, today=LAST)
    assert (end["further"], end["total"]) == (("green", 0), ("green", 0))
    end = colours(did("PE-BNS", 30), did("PE-INT", 32), did("PE-EXT", 2), today=LAST)
    assert (end["further"], end["total"]) == (("red", 8), ("red", 8))


def test_only_the_period_counts_and_nothing_that_was_dropped() -> None:
    rows = [
        did("PE-BNS", 24, SINCE - datetime.timedelta(1)),
        did("PE-BNS", 24, LAST + datetime.timedelta(1)),
        replace(did("PE-BNS", 24), dropped=True),
        did("PE-BAS", 24),
    ]
    assert lights(HELD, rows, LAST)[0].done == 0


def test_the_older_scheme_caps_each_year() -> None:
    older = Certification("nl-lvv", datetime.date(2021, 3, 1))
    rows = [did("PE-BNS", 20, datetime.date(2022, 2, 28)), did("PE-BNS", 10, datetime.date(2022, 3, 1))]
    assert lights(older, rows, datetime.date(2022, 6, 1))[0].done == 26 * 60


def test_how_evenly_the_hours_are_spread() -> None:
    rows = [did("PE-BNS", 3), did("PE-INT", 5), did("PE-BNS", 4, datetime.date(2025, 1, 15))]
    found = years(HELD, rows, TODAY)
    assert [(row.first.year, row.minutes) for row in found] == [
        (2024, {"PE-BNS": 180, "PE-INT": 300}), (2025, {"PE-BNS": 240}), (2026, {})
    ]  # fmt: skip
    assert found[0].last == datetime.date(2025, 1, 14)
    assert years(HELD, rows, datetime.date(2040, 1, 1))[-1].last == LAST


BELGIAN = Certification("be-codex", datetime.date(2024, 6, 1))


def test_belgium_asks_thirty_hours_in_two_years_and_something_every_year() -> None:
    basic, yearly = lights(BELGIAN, [did("PE-BAS", 20, datetime.date(2025, 1, 1))], datetime.date(2025, 2, 1))
    assert (basic.missing, basic.by, basic.colour) == (600, datetime.date(2026, 5, 31), "green")
    assert (yearly.unit, yearly.missing, yearly.by, yearly.colour) == (
        "times", 1, datetime.date(2025, 12, 31), "amber"
    )  # fmt: skip
    rows = [did("PE-BIJ", 4, datetime.date(2025, 5, 5)), did("PE-BAS", 30, datetime.date(2026, 1, 1))]
    assert [light.colour for light in lights(BELGIAN, rows, datetime.date(2025, 12, 31))] == ["green", "green"]
    # The next year asks again; a year that was missed stays red.
    later = lights(BELGIAN, rows, datetime.date(2026, 3, 1))[1]
    assert (later.least, later.done, later.colour, later.by.year) == (2, 1, "amber", 2026)
    assert lights(BELGIAN, rows, datetime.date(2026, 11, 25))[1].colour == "red"
    assert lights(BELGIAN, rows, datetime.date(2027, 3, 1))[1].by == datetime.date(2026, 12, 31)
    assert lights(BELGIAN, [], datetime.date(2024, 7, 1))[1].colour == "green"
    assert period(BELGIAN)[1] == datetime.date.max
    assert len(years(BELGIAN, rows, datetime.date(2026, 7, 1))) == 3


def test_certified_since() -> None:
    state = do(do(None, SetCertification("nl-lvv", SINCE, "LVV-123")), SetCertification("be-codex", TODAY))
    assert state.certifications == (Certification("nl-lvv", SINCE, "LVV-123"), Certification("be-codex", TODAY))
    renewed = do(state, SetCertification("nl-lvv", TODAY, "LVV-123"))
    assert renewed.certifications[-1].since == TODAY
    wrong: tuple[tuple[Command, str], ...] = (
        (SetCertification("nl-lvv", SINCE, "LVV-123"), "nothing-changed"),
        (SetCertification("de", SINCE), "choice-unknown"),
        (SetCertification("nl-lvv", day(1)), "date-in-future"),
        (SetCertification("nl-lvv", SINCE, "x" * 41), "line-too-long"),
    )
    for command, key in wrong:
        with pytest.raises(RefusedError, match=key):
            do(state, command)


# -- for the author alone


def test_a_learning_note_is_ones_own() -> None:
    state = do(None, PutLearningNote(ONE, "Ik wilde redden.", "TH-EI", SESSION))
    note = state.learning[0]
    assert (note.text, note.theme, note.session, note.on) == ("Ik wilde redden.", "TH-EI", SESSION, TODAY)
    state = do(state, PutLearningNote(ONE, "Ik wilde graag redden.", base=1))
    state = do(state, DropLearningNote(ONE, 2))
    assert (state.learning[0].text, state.learning[0].dropped) == ("", True)
    for command in (PutLearningNote(ONE, "x", base=3), DropLearningNote(ONE, 3)):
        with pytest.raises(NotFoundError):
            do(state, command)
    for event in (LearningNotePut(Id(ONE), 3, TODAY, "x"), LearningNoteDropped(Id(ONE), 3)):
        assert hostile(state, event, OWNER).anomalies == 1
    written = do(None, PutLearningNote(ONE, "x"))
    for event in (LearningNotePut(Id(ONE), 0, TODAY, "y"), LearningNoteDropped(Id(TWO), 1)):
        assert hostile(written, event, OWNER) == replace(written, anomalies=1)
    with pytest.raises(RefusedError, match="date-in-future"):
        do(None, PutLearningNote(ONE, "x", on=day(1)))


def test_ones_own_load_of_four_weeks() -> None:
    state = do(do(None, NoteLoad(3)), NoteLoad(3, day(-27)))
    assert load_level(state.loads, TODAY) == "medium"
    assert load_level((*state.loads, Load(TODAY, 3), Load(day(-1), 3)), TODAY) == "high"
    assert load_level(state.loads, day(1)) == "low"
    assert load_level((), TODAY) == "low"
    assert load_level((Load(day(1), 3),) * 9, TODAY) == "low"
    for command, key in ((NoteLoad(0), "number-out-of-range"), (NoteLoad(4), "number-out-of-range"),
                         (NoteLoad(1, day(1)), "date-in-future")):  # fmt: skip
        with pytest.raises(RefusedError, match=key):
            do(None, command)
