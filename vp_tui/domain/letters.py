"""Letters and forms of the profession: the letter of refusal, and in Belgium two documents that the law knows.

Invariant: the letter of refusal says nothing about any case, not even whether there is one; the Belgian request names
the chosen form of intervention and no facts (domain reference, 2.5). Articles of law are not printed: they are
renumbered too often.
"""

from __future__ import annotations

import datetime

from vp_tui.domain.case_file import CaseState
from vp_tui.domain.case_parts import Step
from vp_tui.domain.client import ClientState
from vp_tui.domain.printed import Piece, piece
from vp_tui.domain.timeline import Item

__all__ = ["interview_confirmation", "refusal", "request"]


def refusal(client: ClientState, on: datetime.date) -> tuple[Piece, ...]:
    """To a client that asked who came, or about what."""
    card = client.mandate
    return (
        piece("title", "refusal.title"),
        piece("text", "refusal.to", client=client.name, date=on.isoformat()),
        piece("text", "refusal.asked"),
        piece("text", "refusal.answer"),
        piece("text", "refusal.why"),
        *([piece("text", "refusal.protection")] if card is not None and card.protection else []),
        *([piece("text", "refusal.independence")] if card is not None and card.independence else []),
        piece("text", "refusal.report"),
        piece("sign", "refusal.sign"),
    )


def interview_confirmation(client: ClientState, talk: Item) -> tuple[Piece, ...]:
    """Bevestiging van persoonlijk onderhoud, on the worker's request; it names no subject."""
    on = talk.on.isoformat() if talk.on else ""
    return (
        piece("title", "interview.title"),
        piece("text", "interview.text", client=client.name, date=on),
        piece("sign", "interview.sign"),
    )


def request(state: CaseState, client: ClientState, step: Step, on: datetime.date) -> tuple[Piece, ...]:
    """Verzoek tot informele psychosociale interventie: dated, with the chosen form, and two signatures."""
    return (
        piece("title", "request.title"),
        piece("text", "request.to", client=client.name, date=on.isoformat()),
        piece("item", "request.form", step=step.code),
        piece("text", "request.alias", alias=state.alias),
        piece("text", "request.copy"),
        piece("sign", "request.worker"),
        piece("sign", "request.confidant"),
    )
