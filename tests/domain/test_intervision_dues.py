"""What waits for me today, and nothing that waits for somebody else."""

from __future__ import annotations

import datetime
from typing import Any

from tests.domain.circle import (
    CASUS,
    HOUR,
    SUPERVISOR,
    THIRD,
    approved,
    cleared,
    group,
    held,
    logged,
    offered,
    planned,
    sign_log,
    signed_session,
    submitted,
)
from tests.domain.story import DEPUTY, OWNER, STRANGER, T0, TODAY, day, do
from vp_tui.domain.clock import DUE_KINDS, DueItem, today_view
from vp_tui.domain.commands import (
    AgreeDebrief,
    AnswerCasus,
    AskDebrief,
    CheckCasus,
    EndDebrief,
    RequestContact,
    ReturnExtract,
)
from vp_tui.domain.intervision_dues import REVIEW_DAYS, competence_dues, dues
from vp_tui.domain.personal_parts import Certification


def view(me: bytes, now: int = T0, **states: Any) -> list[DueItem]:
    fields: dict[str, Any] = dict.fromkeys(("groups", "extracts", "supervisions", "debriefs"), ())
    return dues(**(fields | states), me=me, today=TODAY, now_ms=now)


def kinds(me: bytes, **states: Any) -> list[str]:
    return [item.kind for item in view(me, **states)]


def test_an_answer_within_hours() -> None:
    asked = offered(within=4)
    (item,) = view(DEPUTY, groups=[asked])
    assert (item.kind, item.at_ms, item.due, item.label, item.client_code) == (
        "adhoc", T0 + 4 * HOUR, TODAY, "Kring Noord", ""
    )  # fmt: skip
    assert (item.late, item.red) == (0, False)
    (late,) = view(DEPUTY, T0 + 4 * HOUR + 1, groups=[asked])
    assert (late.late, late.red) == (1, True)
    assert view(OWNER, groups=[asked]) == view(STRANGER, groups=[asked]) == []
    assert kinds(DEPUTY, groups=[do(asked, AnswerCasus(CASUS, b"1" * 16, "x"), THIRD)]) == []


def test_sessions_to_hold_and_to_sign_and_casuses_to_check() -> None:
    assert kinds(THIRD, groups=[planned()]) == ["session"]
    assert kinds(DEPUTY, groups=[planned(offered())]) == ["casus-check", "session"]
    assert kinds(THIRD, groups=[planned(offered())]) == ["session"]
    assert kinds(DEPUTY, groups=[planned(cleared())]) == ["session"]
    assert kinds(OWNER, groups=[held()]) == ["session-sign"]
    assert kinds(OWNER, groups=[signed_session()]) == []
    back = do(offered(), CheckCasus(CASUS, 1, True, "x"), DEPUTY)
    assert (kinds(OWNER, groups=[back]), kinds(DEPUTY, groups=[back])) == (["casus-returned"], [])
    assert kinds(OWNER, groups=[group()]) == []


def test_extracts_for_each_of_the_two() -> None:
    sent = submitted()
    (item,) = view(SUPERVISOR, extracts=[sent])
    assert (item.kind, item.due, item.label) == ("extract-review", day(REVIEW_DAYS), "")
    assert view(SUPERVISOR, T0 + 9 * 24 * HOUR, extracts=[sent])[0].late == 9 - REVIEW_DAYS
    assert kinds(OWNER, extracts=[sent]) == []
    back = do(sent, ReturnExtract(1, "questions", "x"), SUPERVISOR)
    assert (kinds(OWNER, extracts=[back]), kinds(SUPERVISOR, extracts=[back])) == (["extract-returned"], [])
    flagged = do(sent, RequestContact(), SUPERVISOR)
    assert kinds(OWNER, extracts=[flagged]) == ["contact-reviewer"]
    assert kinds(OWNER, extracts=[approved()]) == kinds(SUPERVISOR, extracts=[approved()]) == []


def test_logs_and_debriefs() -> None:
    assert (kinds(OWNER, supervisions=[logged()]), kinds(SUPERVISOR, supervisions=[logged()])) == (["log-open"], [])
    sent = sign_log(logged(), OWNER)
    assert (kinds(OWNER, supervisions=[sent]), kinds(SUPERVISOR, supervisions=[sent])) == ([], ["log-sign"])
    asked = do(None, AskDebrief(b"B" * 16, SUPERVISOR))
    assert (kinds(SUPERVISOR, debriefs=[asked]), kinds(OWNER, debriefs=[asked])) == (["debrief"], [])
    agreed = do(asked, AgreeDebrief(day(1)), SUPERVISOR)
    assert [item.due for item in view(OWNER, debriefs=[agreed])] == [day(1)]
    assert kinds(OWNER, debriefs=[do(agreed, EndDebrief("held"))]) == []


def test_what_the_passport_lacks_shows_in_red_before_its_date() -> None:
    near = Certification("nl-lvv", replace_year(TODAY, -4) + datetime.timedelta(31))
    found = competence_dues([near], [], b"p" * 16, TODAY)
    assert {(item.kind, item.due, item.space) for item in found} == {("competence", day(30), b"p" * 16)}
    assert competence_dues([Certification("nl-lvv", TODAY)], [], b"p" * 16, TODAY) == []
    shown = today_view([], [], [], [], TODAY, T0, more=found)
    assert [item.kind for item in shown] == ["competence"] * 3


def replace_year(on: datetime.date, years: int) -> datetime.date:
    return on.replace(year=on.year + years)


def test_on_the_screen_with_everything_else() -> None:
    items = view(DEPUTY, groups=[offered(within=4), planned(on=day(3))])
    assert {item.kind for item in items} <= set(DUE_KINDS)
    assert [item.kind for item in today_view([], [], [], [], TODAY, T0, more=items)] == ["adhoc"]
    assert [item.kind for item in today_view([], [], [], [], TODAY, T0, 3, more=items)] == ["adhoc", "session"]
