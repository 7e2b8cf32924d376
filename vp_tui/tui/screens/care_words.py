"""Parties, consents and the rule of safe contact in words. No Textual here.

Invariant: pure; whether a consent still holds is said in words, never in a colour alone. Callers: the sheets of a case,
``consent_offer``, ``print_out``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from vp_tui.domain.case_file import CaseState
from vp_tui.domain.case_parts import Consent, Disclosure, SafeContact
from vp_tui.domain.consent import WHOLE_FILE
from vp_tui.domain.keyed import find
from vp_tui.domain.party import PARTY_KINDS, Party
from vp_tui.i18n import days, text
from vp_tui.tui.screens.case_words import label

__all__ = ["consent_holds", "content_of", "left_line", "party_words", "purpose_words", "reporter_words", "safe_line"]

Name = Callable[[bytes], str]


def party_words(party: Party, name: Name) -> str:
    """ "Cas (collega)", "Noord (intervisiegroep)", "leidinggevende Van Dijk"; ``name`` gives a member's."""
    if party.kind not in PARTY_KINDS:
        return f"{label(party.kind)} {party.name}".rstrip()
    kind = text(f"domain_care.party.{party.kind}")
    who = name(bytes.fromhex(party.member)) if party.member else party.name
    return f"{who} ({kind})" if who else kind


def purpose_words(purpose: str) -> str:
    """ "gesprek namens de melder"."""
    return text(f"domain_care.purpose.{purpose}")


def reporter_words(state: CaseState, reporter: bytes) -> str:
    """The alias of a reporter; ``b""`` is the main one."""
    other = find(state.reporters, reporter) if reporter else None
    return other.alias if other is not None else state.alias


def consent_holds(consent: Consent, today: date) -> str:
    """ "geldig t/m vr 27 nov 2026", "verlopen op ...", "ingetrokken op ..."."""
    if consent.withdrawn_on is not None:
        return text("domain_care.consent.withdrawn", date=days.full(consent.withdrawn_on))
    if consent.until is None:
        return text("domain_care.consent.live")
    held = "live_until" if consent.live(today) else "ended_on"
    return text(f"care_consent.{held}", day=days.full(consent.until))


def content_of(state: CaseState, purpose: str, content: str, draft: bytes, version: int) -> str:
    """What a consent is for: its words, the version of a draft, or the whole file."""
    letter = find(state.drafts, draft) if draft else None
    parts = [text("care_consent.version", title=letter.title, n=version)] if letter is not None else []
    if content or parts:
        return ": ".join(filter(None, (*parts, content)))
    return text("domain_care.consent.whole-file") if purpose in WHOLE_FILE else ""


def left_line(left: Disclosure, name: Name) -> str:
    """ "brief aan HR op di 3 mrt 2026": one thing that has left."""
    return text(
        "care_consent.left",
        purpose=purpose_words(left.purpose),
        party=party_words(left.party, name),
        day=days.full(left.on),
    )


def safe_line(safe: SafeContact | None) -> str:
    """The rule on one line, what may not be done first; "" where nothing was agreed."""
    if safe is None:
        return ""
    parts = [
        safe.hours,
        text(f"care.safe.voicemail.{'yes' if safe.voicemail else 'no'}"),
        text(f"care.safe.function.{'yes' if safe.say_function else 'no'}"),
        text("care.safe.code", word=safe.code_word) if safe.code_word else "",
        text("care.safe.avoid", who=safe.avoid) if safe.avoid else "",
    ]
    return text("care.safe.line", rule="; ".join(filter(None, parts)))
