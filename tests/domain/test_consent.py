"""Nothing leaves without the live, matching consent of every reporter; and it is known who knows what."""

from __future__ import annotations

import pytest

from tests.domain.care import CONSENT, DRAFT, MANAGER, OTHER, STEP, consented, with_step
from tests.domain.story import DEPUTY, OWNER, STRANGER, TODAY, closed, day, do, hostile, lisa, with_deputy
from vp_tui.domain import consent
from vp_tui.domain.act import Command, Event
from vp_tui.domain.commands import (
    AddReporter,
    Disclose,
    DropReporter,
    GrantDeputy,
    HandOver,
    MoveStep,
    RecordConsent,
    RemoveDeputy,
    WithdrawConsent,
    WriteDraft,
    WriteNote,
)
from vp_tui.domain.consent import ConsentRecorded, ConsentWithdrawn
from vp_tui.domain.deputy import DeputyGranted
from vp_tui.domain.disclosure import Disclosed
from vp_tui.domain.handover import OwnerChanged
from vp_tui.domain.ids import Id
from vp_tui.domain.knowing import who_knows_what
from vp_tui.domain.note import NoteWritten
from vp_tui.domain.party import Party, colleague
from vp_tui.domain.rebase import commutes
from vp_tui.domain.summary import attention, summarise
from vp_tui.errors import ConflictError, NotFoundError, NotPermittedError, RefusedError

HR = Party("VD-HR")
GROUP = Party("group", "Noord")
CONFIDANTS = frozenset({OWNER, DEPUTY, STRANGER})


def told(**more: object) -> object:
    return consented(purpose="conversation", party=HR, content="Dat zij overplaatsing wil.", **more)


def test_the_ledger_keeps_what_was_said() -> None:
    state = consented(until=day(30))
    entry = state.consents[0]
    assert (entry.party, entry.purpose, entry.how, entry.on, entry.until) == (
        MANAGER, "accompaniment", "oral", TODAY, day(30)
    )  # fmt: skip
    assert state.log[-1].facts == {
        "party": "VD-LG", "purpose": "accompaniment", "how": "oral", "on": "2026-11-25", "until": "2026-12-25"
    }  # fmt: skip
    assert [entry.live(on) for on in (day(-1), day(0), day(30), day(31))] == [False, True, True, False]


@pytest.mark.parametrize(
    ("more", "key", "field"),
    [
        ({"until": day(-1)}, "consent-ends-before", "until"),
        ({"on": day(1)}, "date-in-future", "on"),
        ({"how": ""}, "consent-how-missing", "how"),
        ({"content": " "}, "text-missing", "content"),
        ({"purpose": "gossip"}, "choice-unknown", "purpose"),
        ({"party": Party("VD-XX")}, "code-unknown", "party"),
        ({"party": Party("")}, "party-missing", "party"),
        ({"party": Party("other")}, "text-missing", "party"),
        ({"party": colleague(DEPUTY)}, "party-not-for-purpose", "party"),
        ({"purpose": "cover"}, "party-not-for-purpose", "party"),
        ({"party": colleague(OWNER), "purpose": "cover"}, "party-no-colleague", "party"),
        ({"party": Party("VD-HR", member=DEPUTY.hex())}, "party-no-colleague", "party"),
        ({"purpose": "letter"}, "letter-without-draft", "draft"),
        ({"draft": DRAFT, "version": 1}, "letter-without-draft", "purpose"),
    ],
)
def test_refused(more: dict[str, object], key: str, field: str) -> None:
    with pytest.raises(RefusedError) as refused:
        consented(**more)
    assert (refused.value.key, refused.value.field) == (key, field)


def test_without_consent_the_refusal_says_which_one_is_missing() -> None:
    with pytest.raises(RefusedError) as refused:
        do(lisa(), Disclose("conversation", HR))
    assert (refused.value.key, refused.value.field) == ("consent-missing", "consent")
    assert refused.value.facts == {"purpose": "conversation", "party": "VD-HR", "member": "", "reporter": 1}
    state = do(told(), Disclose("conversation", HR))
    assert [(row.party, row.consents) for row in state.disclosures] == [(HR, (CONSENT,))]


@pytest.mark.parametrize(
    "command",
    [
        Disclose("conversation", MANAGER),
        Disclose("conversation", Party("VD-HR", "de directeur")),
        Disclose("signal", HR),
        Disclose("export", HR),
        Disclose("casus", GROUP),
        Disclose("conversation", HR, day(-1)),
        HandOver(DEPUTY),
        GrantDeputy(DEPUTY),
    ],
)
def test_another_party_purpose_or_day_is_another_consent(command: Command) -> None:
    with pytest.raises(RefusedError, match="consent-missing"):
        do(told(), command, confidants=CONFIDANTS)


def test_a_party_is_known_by_its_name_however_it_is_spelled() -> None:
    state = consented(party=Party("group", "Noord"), purpose="casus")
    assert do(state, Disclose("casus", Party("group", " NOORD "))).disclosures[0].purpose == "casus"


def test_a_name_with_another_accent_is_another_party() -> None:
    state = consented(party=Party("other", "Jan Bruin"), purpose="signal")
    with pytest.raises(RefusedError, match="consent-missing"):
        do(state, Disclose("signal", Party("other", "Ján Bruïn")))
    assert do(state, Disclose("signal", Party("other", "JAN  Bruin"))).disclosures


def test_withdrawing_stops_what_comes_after_and_lists_what_has_gone() -> None:
    state = do(told(), Disclose("conversation", HR))
    assert [row.purpose for row in consent.gone(state, CONSENT)] == ["conversation"]
    state = do(state, WithdrawConsent(CONSENT), DEPUTY if state.deputy else OWNER)
    with pytest.raises(RefusedError, match="consent-missing"):
        do(state, Disclose("conversation", HR))
    assert len(consent.gone(state, CONSENT)) == 1
    for command, error in (
        (WithdrawConsent(CONSENT), RefusedError),
        (WithdrawConsent(OTHER), NotFoundError),
        (RecordConsent(CONSENT, HR, "signal", "x", "oral"), ConflictError),
    ):
        with pytest.raises(error):
            do(state, command)
    with pytest.raises(RefusedError, match="consent-ends-before"):
        do(told(), WithdrawConsent(CONSENT, day(-1)))
    assert do(closed(told()), WithdrawConsent(CONSENT)).consents[0].withdrawn_on == TODAY


def ended(purpose: str, party: Party) -> object:
    """Given a week ago, taken back today."""
    draft = {"draft": DRAFT, "version": 1} if purpose == "letter" else {}
    state = do(lisa(), WriteDraft(DRAFT, "letter", "Brief", "Versie een."))
    given = consented(state, purpose=purpose, party=party, on=day(-7), **draft)
    return do(given, WithdrawConsent(CONSENT))


@pytest.mark.parametrize("purpose", ["letter", "signal", "export"])
def test_what_leaves_now_leaves_by_no_earlier_date_after_a_withdrawal(purpose: str) -> None:
    draft = {"draft": DRAFT, "version": 1} if purpose == "letter" else {}
    state, act = ended(purpose, HR), Disclose(purpose, HR, day(-1), **draft)
    with pytest.raises(RefusedError, match=r"consent-missing|export-not-today"):
        do(state, act)
    with pytest.raises(RefusedError, match="consent-missing"):
        do(state, Disclose(purpose, HR, day(-1), **draft), today=day(-1))
    # What left then, without a connection, is a fact when its record comes in.
    left = Disclosed(purpose, HR, day(-1), (Id(CONSENT),), Id(DRAFT) if draft else None, 1 if draft else 0)
    assert hostile(state, left).disclosures[-1].on == day(-1)


def test_a_talk_before_the_withdrawal_is_written_down_after_it() -> None:
    state = ended("conversation", HR)
    assert do(state, Disclose("conversation", HR, day(-1))).disclosures[0].on == day(-1)
    for on, today in ((day(0), day(0)), (day(-1), day(-1)), (day(-2), day(-1))):
        with pytest.raises(RefusedError, match="consent-missing"):
            do(state, Disclose("conversation", HR, on), today=today)


@pytest.mark.parametrize(("purpose", "command"), [("handover", HandOver(DEPUTY)), ("cover", GrantDeputy(DEPUTY))])
def test_a_clock_put_back_gives_no_keys_after_a_withdrawal(purpose: str, command: Command) -> None:
    state = ended(purpose, colleague(DEPUTY))
    with pytest.raises(RefusedError, match="consent-missing"):
        do(state, command, today=day(-2), confidants=CONFIDANTS)
    event: Event = OwnerChanged(Id(DEPUTY), day(-2), (Id(CONSENT),))
    if purpose == "cover":
        event = DeputyGranted(Id(DEPUTY), day(-7), "oral", None, day(-2), (Id(CONSENT),))
    after = hostile(state, event, OWNER)
    assert (after.owner, after.deputy, after.anomalies) == (OWNER, None, state.anomalies + 1)


def test_consent_that_is_over_is_no_consent() -> None:
    state = told(on=day(-9), until=day(-1))
    with pytest.raises(RefusedError, match="consent-missing"):
        do(state, Disclose("conversation", HR))
    assert do(state, Disclose("conversation", HR, day(-1))).disclosures[0].on == day(-1)


def test_every_reporter_consents() -> None:
    state = do(told(), AddReporter(OTHER, "rode vos"))
    with pytest.raises(RefusedError) as refused:
        do(state, Disclose("conversation", HR))
    assert refused.value.facts["reporter"] == 2
    assert consent.missing(state, HR, "conversation", TODAY) == (OTHER,)
    both = consented(
        state, consent=b"3" * 16, purpose="conversation", party=HR, content="Dat zij iets zag.", reporter=OTHER
    )
    assert do(both, Disclose("conversation", HR)).disclosures[0].consents == (CONSENT, b"3" * 16)
    assert do(do(state, DropReporter(OTHER, 1)), Disclose("conversation", HR)).disclosures
    with pytest.raises(NotFoundError):
        consented(reporter=STRANGER)
    with pytest.raises(RefusedError, match="consent-missing"):
        do(do(lisa(), AddReporter(OTHER, "x")), GrantDeputy(DEPUTY, TODAY, "oral"))


def test_a_letter_is_one_version_of_one_draft() -> None:
    state = do(lisa(), WriteDraft(DRAFT, "letter", "Aan de directie", "Versie een."))
    with pytest.raises(RefusedError, match="letter-without-draft"):
        consented(state, purpose="letter", draft=DRAFT, version=2)
    state = consented(state, purpose="letter", draft=DRAFT, version=1, content="")
    state = do(state, WriteDraft(DRAFT, "letter", "Aan de directie", "Versie twee.", 1))
    with pytest.raises(RefusedError, match="consent-missing"):
        do(state, Disclose("letter", MANAGER, draft=DRAFT, version=2))
    with pytest.raises(RefusedError, match="letter-without-draft"):
        do(state, Disclose("letter", MANAGER))
    with pytest.raises(RefusedError, match="letter-without-draft"):
        do(state, Disclose("conversation", MANAGER, draft=DRAFT, version=1))
    state = do(state, Disclose("letter", MANAGER, draft=DRAFT, version=1))
    assert [version.sent_on for version in state.drafts[0].versions] == [TODAY, None]
    for version in (0, 2, 3):
        left = Disclosed("letter", MANAGER, TODAY, (Id(CONSENT),), Id(DRAFT), version)
        assert len(hostile(state, left, OWNER).disclosures) == 1


def test_an_export_is_of_today() -> None:
    state = consented(party=HR, purpose="export", content="", on=day(-5))
    with pytest.raises(RefusedError, match="export-not-today"):
        do(state, Disclose("export", HR, day(-1)))
    assert do(state, Disclose("export", HR)).disclosures
    with pytest.raises(RefusedError, match="choice-unknown"):
        do(state, Disclose("cover", colleague(DEPUTY)))


def test_a_deputy_by_the_ledger() -> None:
    state = with_deputy(until=day(7))
    assert [(row.purpose, row.content, row.until) for row in state.consents] == [("cover", "", day(7))]
    assert [(row.purpose, row.party.member) for row in state.disclosures] == [("cover", DEPUTY.hex())]
    state = consented(party=colleague(DEPUTY), purpose="cover", content="", until=day(3))
    granted = do(state, GrantDeputy(DEPUTY))
    assert (granted.deputy, granted.deputy_until, granted.deputy_consent_on) == (DEPUTY, day(3), TODAY)
    with pytest.raises(RefusedError) as refused:
        do(state, GrantDeputy(DEPUTY, until=day(4)))
    assert (refused.value.key, refused.value.facts) == ("until-after-consent", {"until": day(3).isoformat()})


def test_a_deputy_whose_consent_is_gone_needs_a_look() -> None:
    state = with_deputy()
    assert "cover-without-consent" not in attention(summarise(state), day(99))
    state = do(state, WithdrawConsent(state.consents[0].id), DEPUTY)
    assert "cover-without-consent" in attention(summarise(state), TODAY)
    assert attention(summarise(do(state, RemoveDeputy())), TODAY) == ()


def test_hand_over_with_consent_and_by_the_owner() -> None:
    with pytest.raises(RefusedError, match="consent-missing"):
        do(lisa(), HandOver(DEPUTY))
    state = consented(party=colleague(DEPUTY), purpose="handover", content="")
    with pytest.raises(RefusedError, match="party-no-colleague"):
        do(state, HandOver(DEPUTY), confidants=frozenset({OWNER}))
    given = do(state, HandOver(DEPUTY))
    assert (given.owner, given.deputy, given.log[-1].facts["member"]) == (DEPUTY, None, DEPUTY.hex())
    with pytest.raises(NotPermittedError, match="not-your-case"):
        do(given, WriteNote(OTHER, "x"))
    assert do(given, WriteNote(OTHER, "x"), DEPUTY).timeline[-1].by == DEPUTY
    with pytest.raises(NotPermittedError, match="owner-only"):
        do(with_deputy(), HandOver(STRANGER), DEPUTY)
    with pytest.raises(RefusedError, match="deputy-exists"):
        do(with_deputy(), HandOver(STRANGER))


@pytest.mark.parametrize(
    "event",
    [
        Disclosed("conversation", HR, TODAY, ()),
        Disclosed("conversation", HR, TODAY, (Id(CONSENT),)),
        Disclosed("accompaniment", MANAGER, day(-1), (Id(CONSENT),)),
        Disclosed("accompaniment", MANAGER, TODAY, (Id(OTHER),)),
        OwnerChanged(Id(STRANGER), TODAY, (Id(CONSENT),)),
    ],
)
def test_a_modified_client_cannot_write_that_it_was_allowed(event: Disclosed) -> None:
    after = hostile(consented(), event, OWNER)
    assert (after.disclosures, after.owner, after.anomalies) == ((), OWNER, 1)
    late = ConsentRecorded(Id(OTHER), HR, "conversation", "x", "oral", TODAY, day(-1))
    assert len(hostile(consented(), late, OWNER).consents) == 1


@pytest.mark.parametrize(("draft", "version"), [(None, 0), (Id(OTHER), 1), (Id(DRAFT), 0), (Id(DRAFT), 2)])
def test_nor_that_a_version_was_agreed_to_which_is_still_to_be_written(draft: Id | None, version: int) -> None:
    state = do(lisa(), WriteDraft(DRAFT, "letter", "Aan de directie", "Versie een."))
    made = ConsentRecorded(Id(CONSENT), HR, "letter", "", "oral", TODAY, draft=draft, version=version)
    assert hostile(state, made).consents == ()
    made = ConsentRecorded(Id(CONSENT), HR, "letter", "", "oral", TODAY, draft=Id(DRAFT), version=1)
    assert len(hostile(state, made).consents) == 1


def test_who_knows_what() -> None:
    assert who_knows_what(lisa(), TODAY) == ()
    state = with_deputy(do(told(), Disclose("conversation", HR)))
    state = do(with_step(consented(state, consent=OTHER)), MoveStep(STEP, 2, "under_way"))
    state = do(state, WithdrawConsent(CONSENT))
    knowers = who_knows_what(state, TODAY)
    assert [(row.party.kind, row.facts[0].purpose, row.facts[0].live) for row in knowers] == [
        ("VD-HR", "conversation", False), ("colleague", "cover", True), ("VD-LG", "accompaniment", True)
    ]  # fmt: skip
    assert knowers[0].facts[0].content == "Dat zij overplaatsing wil."


def test_a_withdrawal_is_put_on_top_of_whatever_was_first() -> None:
    withdrawn = [ConsentWithdrawn(Id(b"c" * 16), TODAY)]
    assert commutes(withdrawn, [NoteWritten(Id(b"n" * 16), "Net ertussen.")])
    assert not commutes(withdrawn, withdrawn)
