"""The core: each field for itself, each against the value that was seen."""

from __future__ import annotations

from typing import Any

import pytest

from tests.domain.story import CASE, CLIENT, STRANGER, closed, day, do, hostile, lisa
from vp_tui.domain.commands import ReviseCore
from vp_tui.domain.core import FIELDS, CoreRevised
from vp_tui.errors import ConflictError, RefusedError


@pytest.mark.parametrize(
    ("field", "value", "kept"),
    [
        ("alias", " rode\tkraan ", "rode kraan"),
        ("client", CLIENT, CLIENT),
        ("channel", "ka-em", "KA-EM"),
        ("natures", ("OG-IN", "in-fr"), ("OG-IN", "IN-FR")),
        ("natures", (), ()),
        ("received", day(-9), day(-9)),
        ("role", "RO-GE", "RO-GE"),
        ("source", "", ""),
    ],
)
def test_every_field(field: str, value: Any, kept: Any) -> None:
    state = do(lisa(), ReviseCore(field, 0, value))
    assert getattr(state, field) == kept
    assert {name: state.core_rev(name) for name in FIELDS} == dict.fromkeys(FIELDS, 0) | {field: 1}
    assert state.log[-1].facts == {"field": field}


def test_a_client_can_be_taken_off() -> None:
    state = do(lisa(client=CLIENT), ReviseCore("client", 0, None))
    assert state.client is None


def test_two_fields_do_not_stand_in_each_others_way() -> None:
    state = do(do(lisa(), ReviseCore("alias", 0, "kraan")), ReviseCore("channel", 0, "KA-EM"))
    with pytest.raises(ConflictError) as refused:
        do(state, ReviseCore("alias", 0, "reiger"))
    assert (refused.value.key, refused.value.facts) == ("core-changed", {"name": "alias"})


@pytest.mark.parametrize(
    ("field", "value", "key"),
    [
        ("alias", "", "text-missing"),
        ("alias", "blauwe reiger", "nothing-changed"),
        ("client", STRANGER, "client-unknown"),
        ("client", None, "nothing-changed"),
        ("channel", "", "code-missing"),
        ("received", day(1), "date-in-future"),
        ("natures", ("XX",), "code-unknown"),
        ("role", 5, "core-field-unknown"),
        ("owner", STRANGER, "core-field-unknown"),
        ("state", "closed", "core-field-unknown"),
    ],
)
def test_refused(field: str, value: Any, key: str) -> None:
    with pytest.raises(RefusedError) as refused:
        do(lisa(), ReviseCore(field, 0, value), clients=frozenset({CLIENT}))
    assert refused.value.key == key


def test_my_own_alias_is_no_duplicate_but_another_cases_is() -> None:
    aliases = {"blauwe reiger": CASE, "kraan": STRANGER}
    assert do(lisa(), ReviseCore("alias", 0, "Blauwe Reiger"), open_aliases=aliases).alias == "Blauwe Reiger"
    with pytest.raises(ConflictError, match="duplicate-alias"):
        do(lisa(), ReviseCore("alias", 0, "KRAAN"), open_aliases=aliases)


def test_a_closed_case_keeps_its_core() -> None:
    with pytest.raises(RefusedError, match="case-closed"):
        do(closed(), ReviseCore("alias", 0, "kraan"))


@pytest.mark.parametrize(
    ("field", "value"),
    [("alias", ""), ("client", "zz"), ("received", "31-02"), ("natures", "OG-PE"), ("owner", "x"), ("role", None)],
)
def test_a_value_that_the_field_cannot_have_does_not_count(field: str, value: Any) -> None:
    assert hostile(lisa(), CoreRevised(field, 0, value)).anomalies == 1


def test_a_value_based_on_one_that_is_gone_does_not_count() -> None:
    after = hostile(do(lisa(), ReviseCore("alias", 0, "kraan")), CoreRevised("alias", 0, "x"))
    assert (after.alias, after.anomalies) == ("kraan", 1)
