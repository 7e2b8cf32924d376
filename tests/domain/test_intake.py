"""Intake: what was told and when, safe contact, scope, several reporters, one side."""

from __future__ import annotations

import pytest

from tests.domain.care import NL, OTHER
from tests.domain.story import CASE, CLIENT, DEPUTY, TODAY, closed, day, do, hostile, lisa, with_deputy
from vp_tui.domain import reporters
from vp_tui.domain.act import Command
from vp_tui.domain.case_parts import SafeContact
from vp_tui.domain.commands import (
    AddReporter,
    CloseCase,
    DeclineReferral,
    DropReporter,
    LinkCase,
    MakeReferral,
    RecordScope,
    RegisterCase,
    ReviseCore,
    ReviseReporter,
    SetSafeContact,
    TickIntake,
    UnlinkCase,
)
from vp_tui.domain.core import CoreRevised
from vp_tui.domain.ids import Id
from vp_tui.domain.reporters import ReporterAdded
from vp_tui.domain.sides import CaseLinked, side_of
from vp_tui.errors import ConflictError, NotFoundError, RefusedError

REFERRAL = b"R" * 16


def test_each_point_of_the_script_has_its_date() -> None:
    state = do(do(lisa(), TickIntake("confidentiality")), TickIntake("exceptions", day(-1)))
    assert state.intake == {"confidentiality": TODAY, "exceptions": day(-1)}
    assert state.log[-1].facts == {"item": "exceptions", "on": "2026-11-24"}
    assert do(state, TickIntake("exceptions", done=False)).intake == {"confidentiality": TODAY}
    for command, key in (
        (TickIntake("confidentiality"), "nothing-changed"),
        (TickIntake("notes", day(1)), "date-in-future"),
        (TickIntake("geheim"), "choice-unknown"),
        (TickIntake("notes", done=False), "nothing-changed"),
    ):
        with pytest.raises(RefusedError, match=key):
            do(state, command)


def test_the_cautious_rule_is_the_default() -> None:
    assert SafeContact() == SafeContact("", False, False, "", "")
    rule = SafeContact("8-9 uur", code_word="ketel", avoid="partner")
    state = do(with_deputy(), SetSafeContact(0, rule), DEPUTY)
    assert (state.safe, state.core_rev("safe")) == (rule, 1)
    with pytest.raises(ConflictError, match="core-changed"):
        do(state, SetSafeContact(0, SafeContact()))
    assert lisa(safe=rule).safe == rule
    assert lisa(safe=rule).state == "exploring"
    assert lisa(safe=rule, text="", minutes=None, note=b"").state == "received"


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("identity", "ID-AL"),
        ("relation", "RE-CO"),
        ("period", "past"),
        ("since", "2025-Q3"),
        ("since", "2024"),
        ("wish", "Dat het stopt, zonder dat iemand weet dat ik hier was."),
        ("name", "L. Jansen"),
        ("impact", ("GM-SL", "GM-PR")),
    ],
)
def test_more_of_the_core(field: str, value: str | tuple[str, ...]) -> None:
    state = do(lisa(), ReviseCore(field, 0, value))
    assert (getattr(state, field), state.core_rev(field)) == (value, 1)


@pytest.mark.parametrize(
    ("command", "key", "field"),
    [
        (ReviseCore("since", 0, "12 maart 2025"), "since-form", "since"),
        (ReviseCore("period", 0, "soms"), "choice-unknown", "period"),
        (ReviseCore("impact", 0, ("EV-VO",)), "code-unknown", "impact"),
        (ReviseCore("wish", 0, "x" * 401), "line-too-long", "wish"),
        (ReviseCore("verdict", 0, "gegrond"), "core-field-unknown", "field"),
    ],
)
def test_refused(command: Command, key: str, field: str) -> None:
    with pytest.raises(RefusedError) as refused:
        do(lisa(), command)
    assert (refused.value.key, refused.value.field) == (key, field)


def test_who_is_anonymous_has_no_name() -> None:
    anonymous = lisa(identity="ID-AN")
    with pytest.raises(RefusedError, match="identity-anonymous"):
        do(anonymous, ReviseCore("name", 0, "Lisa"))
    named = do(lisa(), ReviseCore("name", 0, "Lisa"))
    with pytest.raises(RefusedError, match="identity-anonymous"):
        do(named, ReviseCore("identity", 0, "ID-AN"))
    with pytest.raises(RefusedError, match="identity-anonymous"):
        do(do(lisa(), AddReporter(OTHER, "rode vos")), ReviseReporter(OTHER, 1, "rode vos", "", "ID-AN", "Ria"))


def test_scope_is_checked_against_the_card_and_judged_by_a_person() -> None:
    state = do(lisa(), RecordScope("in"), mandate=NL)
    assert state.scope is not None
    assert (state.scope.verdict, state.scope.reasons, state.scope.billable) == ("in", ("behaviour-in",), True)
    with pytest.raises(RefusedError, match="text-missing"):
        do(state, RecordScope("out"), mandate=NL)
    assert do(state, RecordScope("grey", "Speelt ook privé."), mandate=NL).scope.why == "Speelt ook privé."
    assert do(lisa(), RecordScope("grey")).scope.reasons == ("no-mandate-card",)


def test_out_of_scope_has_a_way_onward() -> None:
    out = do(lisa(natures=("BR-LO",)), RecordScope("out"), mandate=NL)
    for reason in ("AF-BB", "AF-VW", "AF-UI"):
        with pytest.raises(RefusedError, match="referral-missing"):
            do(out, CloseCase(reason, drop_next_action=True))
    for way in (MakeReferral(REFERRAL, "VD-HR"), DeclineReferral()):
        assert closed(do(out, way), reason="AF-BB").state == "closed"
    assert closed(out, reason="AF-BB", no_referral=True).referral_declined == TODAY
    with pytest.raises(RefusedError, match="referral-missing"):
        closed(lisa(), reason="AF-BB")


def test_out_of_scope_in_one_sitting() -> None:
    quick = {"next_action": "", "due": None, "close_reason": "AF-BB", "natures": ("BR-LO",)}
    with pytest.raises(RefusedError, match="referral-missing"):
        lisa(**quick)
    referred = lisa(**quick, referral="VD-VB")
    assert (referred.state, [row.target for row in referred.referrals]) == ("closed", ["VD-VB"])
    assert lisa(**quick, no_referral=True).referral_declined == TODAY
    assert lisa(**(quick | {"close_reason": "AF-UI"}), referral="VD-HR").referrals[0].state == "VW-BE"


def test_several_reporters_by_alias() -> None:
    state = do(lisa(), AddReporter(OTHER, "rode vos", "RO-GE"))
    assert reporters.active(state) == (b"", OTHER)
    state = do(state, ReviseReporter(OTHER, 1, "rode vos", "RO-GE", "ID-VP", "Ria"))
    assert (state.reporters[0].name, state.reporters[0].rev) == ("Ria", 2)
    with pytest.raises(ConflictError, match="entry-changed"):
        do(state, DropReporter(OTHER, 1))
    with pytest.raises(ConflictError, match="entry-exists"):
        do(state, AddReporter(OTHER, "x"))
    with pytest.raises(NotFoundError):
        do(state, DropReporter(CASE, 1))
    assert reporters.active(do(state, DropReporter(OTHER, 2))) == (b"",)


def test_never_both_sides_of_one_case() -> None:
    told = lisa(role="RO-BE")
    for command in (AddReporter(OTHER, "x", "RO-BS"), ReviseCore("role", 0, "RO-BS")):
        state = told if isinstance(command, AddReporter) else do(told, AddReporter(OTHER, "x", "RO-GE"))
        with pytest.raises(RefusedError, match="both-sides"):
            do(state, command)
    with pytest.raises(RefusedError, match="both-sides"):
        do(lisa(role="RO-BS"), AddReporter(OTHER, "x", "RO-GE"))
    two = do(told, AddReporter(OTHER, "x"))
    with pytest.raises(RefusedError, match="both-sides"):
        do(two, ReviseReporter(OTHER, 1, "x", "RO-BS"))
    assert hostile(told, ReporterAdded(Id(OTHER), "x", "RO-BS")).reporters == ()
    assert hostile(two, CoreRevised("role", 0, "RO-GE")).role == "RO-GE"
    concerned = do(lisa(role="RO-BS"), AddReporter(OTHER, "x"))
    assert (
        hostile(hostile(concerned, ReporterAdded(Id(CLIENT), "y", "RO-BE")), CoreRevised("x", 0, None)).anomalies == 2
    )


def test_never_both_sides_of_one_matter() -> None:
    state = lisa(role="RO-BE")
    assert side_of(state) == "reporter"
    assert side_of(lisa(role="RO-BS")) == "concerned"
    assert side_of(lisa(role="RO-LG")) == ""
    with pytest.raises(RefusedError, match="both-sides"):
        do(state, LinkCase(OTHER), sides={OTHER: "concerned"})
    with pytest.raises(NotFoundError):
        do(state, LinkCase(OTHER))
    linked = do(state, LinkCase(OTHER), sides={OTHER: "reporter"})
    assert linked.links == (OTHER,)
    assert do(linked, UnlinkCase(OTHER)).links == ()
    assert hostile(linked, CaseLinked(Id(CASE))).anomalies == 1
    assert RegisterCase(CASE, "x", "KA-TE").no_referral is False
