"""More of the cast: two clients with their cards, a manager, and consents for the talk with her."""

from __future__ import annotations

from typing import Any

from tests.domain.story import CLIENT, OWNER, do, lisa
from vp_tui.domain.case_file import CaseState
from vp_tui.domain.case_notes import NotesState
from vp_tui.domain.client import ClientState
from vp_tui.domain.commands import ConsultStep, OpenNotes, PutStep, RecordConsent, RegisterClient, SetMandate
from vp_tui.domain.mandate import Mandate, usual
from vp_tui.domain.party import Party

STEP, CONSENT, OPTION, DRAFT, REFERRAL, OTHER = (letter * 16 for letter in (b"S", b"C", b"O", b"D", b"R", b"2"))
MANAGER = Party("VD-LG", "teamleider")
NL, BE = usual("NL"), usual("BE")


def client(card: Mandate | None = None, client_id: bytes = CLIENT) -> ClientState:
    made: ClientState = do(None, RegisterClient(client_id, "NRD-01", "Noorderhaven Zorg"))
    return do(made, SetMandate(0, card)) if card else made  # type: ignore[no-any-return]


def consented(state: CaseState | None = None, actor: bytes = OWNER, **more: Any) -> CaseState:
    fields: dict[str, Any] = {
        "consent": CONSENT,
        "party": MANAGER,
        "purpose": "accompaniment",
        "content": "Dat ik naast haar zit; feit 1 en 2.",
        "how": "oral",
    }
    made: CaseState = do(state or lisa(), RecordConsent(**(fields | more)), actor)
    return made


def with_step(state: CaseState | None = None, **more: Any) -> CaseState:
    """An accompanied talk with the manager, talked over with the reporter."""
    fields: dict[str, Any] = {"step": STEP, "code": "VS-BG", "who": "together", "party": MANAGER}
    planned = do(state or lisa(), PutStep(**(fields | more)))
    made: CaseState = do(planned, ConsultStep(STEP, 1, "Ja, graag samen."))
    return made


def notes() -> NotesState:
    made: NotesState = do(None, OpenNotes(lisa().id))
    assert made.owner == OWNER
    return made
