"""Who asked for contact shortly before the demo opens, and one employer who asked for more than he may know.

Callers: ``found``.
"""

from __future__ import annotations

from dataclasses import dataclass

from vp_tui.domain.case_parts import SafeContact

__all__ = ["CALLS", "PRESSURE", "Call", "Pressure"]


@dataclass(frozen=True, slots=True)
class Call:
    """A contact request: ``hours`` ago, for ``addressees`` (keys of members), with how one may call back."""

    client: str
    addressees: tuple[str, ...]
    hours: int
    channel: str
    call_back: str
    safe: SafeContact
    urgency: str = "normal"
    text: str = ""


@dataclass(frozen=True, slots=True)
class Pressure:
    """What somebody at a client wanted to know, and what was answered."""

    client: str
    who: str
    asked: str
    answered: str


CALLS = (
    Call(
        "ZGZ-02",
        ("sanne",),
        3,
        "KA-TS",
        "eigen toestel, nummer eindigt op 417",
        SafeContact("tussen 12 en 13 uur", code_word="Wilgenhof"),
        "soon",
        "Wil liever een vrouw spreken. Vroeg of dit vertrouwelijk is.",
    ),
    Call(
        "GOV-04",
        ("sanne", "daan", "yasmina"),
        76,
        "KA-EM",
        "eigen postbus, door melder aangemaakt",
        SafeContact("alleen per bericht", avoid="de werktelefoon"),
    ),
)
"""The newest first; the second has waited longer than its client's norm."""

PRESSURE = Pressure(
    "NRD-01",
    "hoofd personeelszaken",
    "Wie er uit het team van de avondploeg bij mij is geweest.",
    "Dat ik daarover niets zeg, ook niet of er iemand is geweest.",
)
