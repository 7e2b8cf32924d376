"""The practice De Luwte: six members and eight client organisations, all of them invented.

The first member is the identity with which the demo opens. Sizes of organisations matter later, for the guard on small
numbers. Callers: ``found``, ``cases``, tests.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["CLIENTS", "FOUNDER", "MEMBERS", "NAME", "Client", "Member"]

NAME = "Praktijk De Luwte"


@dataclass(frozen=True, slots=True)
class Member:
    """``key`` is the name of the identity on the command line; ``roles`` are role names of the domain."""

    key: str
    name: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Client:
    """A client organisation: ``code`` is what stands in lists, ``staff`` its number of employees."""

    code: str
    name: str
    sector: str
    staff: int


MEMBERS = (
    Member("sanne", "Sanne de Wit", ("confidant",)),
    Member("daan", "Daan Verhoeven", ("confidant",)),
    Member("yasmina", "Yasmina El Amrani", ("confidant",)),
    Member("marijke", "Marijke Postma", ("confidant", "coordinator")),
    Member("joost", "Joost Hoekstra", ("coordinator",)),
    Member("ineke", "Ineke van Dalen", ("supervisor",)),
)
FOUNDER = "marijke"

CLIENTS = (
    Client("NRD-01", "Noorderend Logistiek", "transport en logistiek", 310),
    Client("ZGZ-02", "Zorggroep Zilverlinde", "ouderenzorg", 1450),
    Client("SWL-03", "Scholengroep De Waterlelie", "primair onderwijs", 420),
    Client("GOV-04", "Gemeente Oudervoort", "lokaal bestuur", 265),
    Client("BSU-05", "Bouwcombinatie Steenuil", "bouw", 140),
    Client("HDZ-06", "Hotelgroep Duinzicht", "horeca", 88),
    Client("KPT-07", "Kantelpunt Software", "informatietechniek", 61),
    Client("PDW-08", "Podium De Wissel", "cultuur", 38),
)
