"""The practice De Luwte: six members and eight client organisations, all of them invented.

The first member is the identity with which the demo opens. Their mandate cards differ as those
of real clients do: one has none yet, one runs out soon, one lies in Belgium. Callers: ``found``, ``cases``, tests.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from vp_tui.domain.mandate import Headcount, Mandate

__all__ = ["CLIENTS", "FOUNDER", "MEMBERS", "NAME", "ROUTES", "Client", "Member", "mandate"]

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

ROUTES = (
    ("complaints", "Klachtenregeling ongewenst gedrag", "intranet, hoofdstuk 7"),
    ("hr", "Afdeling HR", "hr, toestel 120"),
    ("physician", "Arbodienst Veerhuis, bedrijfsarts", "spreekuur dinsdag"),
    ("social_work", "Bedrijfsmaatschappelijk werk Oever", "zonder verwijzing"),
)
"""Kind, name and where to find it; the first ones of these for each client, as far as it has them."""


def mandate(client: Client, today: date) -> Mandate | None:
    """The card of a client on the day of founding; None where nobody has filled it in yet."""
    place = CLIENTS.index(client)
    if place == 7:
        return None
    started = today - timedelta(days=400 + 37 * place)
    belgian = place == 6
    return Mandate(
        country="BE" if belgian else "NL",
        integrity=place in (0, 1, 3),
        private=("refer_only", "work_related", "yes")[place % 3],
        mediation=belgian,
        conflict="in" if belgian else "out",
        workload="in" if belgian else "out",
        role=("only", "beside", "backing")[place % 3],
        response=10 if belgian else 2,
        tariff=("subscription", "talk", "hour")[place % 3],
        letter=place != 4,
        start=started,
        end=today + timedelta(days=40) if place == 2 else started + timedelta(days=365 * 4),
        independence=place != 4,
        protection=place not in (4, 5),
        reporting_line="directie" if place % 2 else "raad van bestuur",
        headcount=_headcount(client.staff),
    )


def _headcount(staff: int) -> Headcount:
    bands: tuple[tuple[int, Headcount], ...] = ((50, "1-49"), (100, "50-99"), (250, "100-249"), (1000, "250-999"))
    return next((band for most, band in bands if staff < most), "1000+")
