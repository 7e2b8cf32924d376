"""Learning points: from what was approved, by who wrote it, with nothing that leads back."""

from __future__ import annotations

from typing import Any

import pytest

from tests.domain.circle import EXTRACT, SUPERVISOR, approved, submitted
from tests.domain.story import CASE, DEPUTY, OWNER, T0, context, do, hostile, meta
from vp_tui.domain import space
from vp_tui.domain.act import Command
from vp_tui.domain.case_code import case_code
from vp_tui.domain.commands import PublishPoint, WithdrawPoint
from vp_tui.domain.ids import Id
from vp_tui.domain.learning import LearningState, Point, PointDropped, PointPublished, search
from vp_tui.domain.rebase import commutes
from vp_tui.errors import ConflictError, NotFoundError, NotPermittedError, RefusedError

ONE, TWO = b"1" * 16, b"2" * 16
TEXT = "Stilte is óók een antwoord; laat haar kiezen."


def published(state: LearningState | None = None, **more: Any) -> LearningState:
    fields: dict[str, Any] = {
        "point": ONE, "extract": EXTRACT, "title": "Wie houdt de regie?", "theme": "TH-OP", "method": "IM-SOC",
        "text": TEXT,
    }  # fmt: skip
    made: LearningState = do(state, PublishPoint(**(fields | more)), extracts={EXTRACT: approved()})
    return made


def test_nothing_points_back_to_the_extract() -> None:
    state = published()
    assert state.points == (Point(ONE, OWNER, "TH-OP", "IM-SOC", "Wie houdt de regie?", TEXT, T0),)
    assert not {"extract", "case", "casus"} & {*Point.__struct_fields__, *PointPublished.__struct_fields__}
    assert EXTRACT.hex() not in repr(space.decide(None, _publish(), context(extracts={EXTRACT: approved()})))


def _publish() -> Command:
    return PublishPoint(ONE, EXTRACT, "x", "y", "TH-OP", "IM-SOC")


def test_only_from_ones_own_approved_extract() -> None:
    for actor, extracts, error, key in (
        (OWNER, {}, NotFoundError, "extract-unknown"),
        (OWNER, {EXTRACT: submitted()}, RefusedError, "extract-not-approved"),
        (SUPERVISOR, {EXTRACT: approved()}, NotPermittedError, "not-your-extract"),
    ):
        with pytest.raises(error, match=key):
            do(None, _publish(), actor, extracts=extracts)


@pytest.mark.parametrize(
    ("change", "key"),
    [
        ({"findings": 1}, "findings-open"),
        ({"text": ""}, "text-missing"),
        ({"title": ""}, "text-missing"),
        ({"theme": "OG-PE"}, "code-unknown"),
        ({"method": ""}, "code-missing"),
    ],
)
def test_no_such_point(change: dict[str, Any], key: str) -> None:
    with pytest.raises(RefusedError, match=key):
        published(**change)


def test_no_point_names_a_case() -> None:
    command = PublishPoint(ONE, EXTRACT, "x", f"Zie {case_code(CASE)}", "TH-OP", "IM-SOC")
    with pytest.raises(RefusedError, match="names-a-case"):
        do(None, command, extracts={EXTRACT: approved()}, sides={CASE: ""})


def test_changed_and_taken_back_by_its_author_alone() -> None:
    state = published(published(), text="Laat haar kiezen.", base=1)
    assert (state.points[0].text, state.points[0].rev) == ("Laat haar kiezen.", 2)
    with pytest.raises(RefusedError, match="nothing-changed"):
        published(state, text="Laat haar kiezen.", base=2)
    with pytest.raises(ConflictError, match="entry-exists"):
        published(state)
    with pytest.raises(NotPermittedError, match="point-not-yours"):
        do(state, WithdrawPoint(ONE, 2), DEPUTY)
    gone = do(state, WithdrawPoint(ONE, 2))
    assert (gone.points[0].text, gone.points[0].title, gone.points[0].dropped) == ("", "", True)
    assert search(gone) == ()
    with pytest.raises(NotPermittedError, match="point-not-yours"):
        do(gone, WithdrawPoint(ONE, 3))
    with pytest.raises(NotPermittedError, match="point-not-yours"):
        published(gone, base=3)
    again = PointPublished(Id(ONE), 2, "TH-OP", "IM-SOC", "x", "y")
    for event in (again, PointDropped(Id(ONE), 2)):
        assert hostile(state, event, DEPUTY).anomalies == 1
    for event in (PointPublished(Id(ONE), 0, "TH-OP", "IM-SOC", "x", "y"), PointDropped(Id(TWO), 1)):
        assert hostile(state, event, OWNER).anomalies == 1
    assert hostile(gone, PointDropped(Id(ONE), 3), OWNER).anomalies == 1
    assert hostile(state, PointPublished(Id(TWO), 0, "TH-OP", "IM-SOC", "x", ""), DEPUTY).anomalies == 1
    assert commutes([again], [PointPublished(Id(TWO), 0, "TH-OP", "IM-SOC", "x", "y")])
    assert not commutes([again], [PointDropped(Id(ONE), 2)])


def test_found_by_words_theme_and_method_newest_first() -> None:
    state = published()
    state = space.fold_all(
        state,
        [PointPublished(Id(TWO), 0, "TH-VE", "IM-DIL", "Wanneer spreken?", "Zwijgen kan schaden.")],
        meta(DEPUTY, T0 + 1),
    )
    assert [row.id for row in search(state)] == [TWO, ONE]
    for text, theme, method, found in (
        ("ook antw", "", "", [ONE]),
        ("REGIE", "", "", [ONE]),
        ("vertrouwelijkheid", "", "", [TWO]),
        ("confidentiality", "", "", [TWO]),
        ("", "TH-OP", "", [ONE]),
        ("", "", "IM-DIL", [TWO]),
        ("regie", "TH-VE", "", []),
        ("ntwoord", "", "", []),
    ):
        assert [row.id for row in search(state, text, theme, method)] == found, text
