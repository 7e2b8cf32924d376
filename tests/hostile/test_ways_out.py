"""Invariant 5: every way by which something leaves a case is shut until the reporter's consent is in the file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tests.practices import Practice
from vp_tui.domain.commands import (
    ConsultStep,
    Disclose,
    GrantDeputy,
    HandOver,
    MakeReferral,
    MoveReferral,
    MoveStep,
    PutStep,
    RecordConsent,
    WithdrawConsent,
    WriteDraft,
)
from vp_tui.domain.party import Party, colleague
from vp_tui.errors import VpError
from vp_tui.workspace.facade import Workspace

DRAFT, STEP, REFERRAL, CONSENT = b"draft-going-out1", b"step-going-out-1", b"referral-out-001", b"consent-going-01"
MANAGER, GROUP = Party("VD-LG"), Party("group", name="Noord")

WAYS: dict[str, tuple[Party | None, str, Callable[[bytes], Any]]] = {
    "a letter": (MANAGER, "letter", lambda _: Disclose("letter", MANAGER, draft=DRAFT, version=1)),
    "a talk for her": (MANAGER, "conversation", lambda _: Disclose("conversation", MANAGER)),
    "a casus": (GROUP, "casus", lambda _: Disclose("casus", GROUP)),
    "a signal": (MANAGER, "signal", lambda _: Disclose("signal", MANAGER)),
    "the whole file": (MANAGER, "export", lambda _: Disclose("export", MANAGER)),
    "a step together": (MANAGER, "accompaniment", lambda _: MoveStep(STEP, 2, "under_way")),
    "an introduction": (Party("VD-BM"), "introduction", lambda _: MoveReferral(REFERRAL, 2, "VW-CO")),
    "to a deputy": (None, "cover", GrantDeputy),
    "to a new owner": (None, "handover", HandOver),
}


async def prepared(practice: Practice) -> tuple[Workspace, bytes, bytes]:
    """A case of Cas with a letter, a step that was talked over, and a referral she agreed to; and Dina."""
    cas = practice.open["cas"]
    case = await practice.case("cas", "stille haven")
    await cas.do(WriteDraft(DRAFT, "letter", "Verzoek", "Ik vraag om een gesprek."), case)
    await cas.do(PutStep(STEP, "VS-BG", "together", party=MANAGER), case)
    await cas.do(ConsultStep(STEP, 1, "Graag samen."), case)
    await cas.do(MakeReferral(REFERRAL, "VD-BM", manner="WV-WS"), case)
    await cas.do(MoveReferral(REFERRAL, 1, "VW-AK"), case)
    return cas, case, practice.open["anna"].me.member


@pytest.mark.parametrize("way", WAYS)
async def test_nothing_leaves_without_a_live_consent(practice: Practice, way: str) -> None:
    cas, case, anna = await prepared(practice)
    party, purpose, make = WAYS[way]
    to = party or colleague(anna)
    with pytest.raises(VpError, match="consent"):
        await cas.do(make(anna), case)
    # One for somebody else does not help, nor one that was withdrawn.
    draft = (DRAFT, 1) if purpose == "letter" else (b"", 0)
    content = "" if purpose in ("cover", "handover", "export") else "Wat is afgesproken."
    other = colleague(practice.open["bo"].me.member) if to.member else Party("VD-HR")
    await cas.do(RecordConsent(cas.new_id(), other, purpose, content, "oral", None, None, b"", *draft), case)
    await cas.do(RecordConsent(CONSENT, to, purpose, content, "oral", None, None, b"", *draft), case)
    await cas.do(WithdrawConsent(CONSENT), case)
    with pytest.raises(VpError, match="consent"):
        await cas.do(make(anna), case)
    state = cas.case(case).state
    assert (state.disclosures, state.deputy, state.owner) == ((), None, cas.me.member)
    await cas.do(RecordConsent(cas.new_id(), to, purpose, content, "oral", date.today(), None, b"", *draft), case)
    await cas.do(make(anna), case)
    if purpose != "handover":
        assert [left.purpose for left in cas.case(case).state.disclosures] == [purpose]
