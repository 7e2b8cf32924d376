"""Reporters, cases, conversations and categories are four numbers; out of scope is counted by itself."""

from __future__ import annotations

from tests.domain.care import NL, OTHER
from tests.domain.story import closed, day, do, lisa
from vp_tui.domain.commands import AddReporter, RecordConversation, RecordScope, WithdrawNote
from vp_tui.domain.counters import Counters, count

YEAR = (day(-300), day(30))


def test_four_numbers() -> None:
    one = do(lisa(natures=("OG-PE", "OG-IN")), AddReporter(OTHER, "rode vos"))
    one = do(one, RecordConversation(OTHER, day(-1), 30, "KA-TE"))
    before = closed(lisa(received=day(-400), natures=("OG-PE",)), on=day(-200))
    gone = closed(lisa(received=day(-500)), on=day(-310))
    within, without = count([one, before, gone], *YEAR)
    assert within == Counters(reporters=2, cases=1, carried_over=1, closed=1, conversations=2, categories=2)
    assert without == Counters()
    withdrawn = do(one, WithdrawNote(OTHER, 1))
    assert count([withdrawn], *YEAR)[0].conversations == 1


def test_out_of_scope_stands_apart() -> None:
    found = do(lisa(), RecordScope("out", "Loonconflict."), mandate=NL)
    closing = closed(lisa(), reason="AF-BB", no_referral=True)
    wages = lisa(natures=("BR-LO",))
    mixed = lisa(natures=("OG-PE", "BR-LO"))
    within, without = count([found, closing, wages, mixed], *YEAR)
    assert (within.cases, without.cases) == (1, 3)
    assert do(lisa(natures=("BR-PR",)), RecordScope("in", "Werkt door."), mandate=NL).scope is not None
