"""A calendar file (RFC 5545) of the confidant's appointments that says "bezet" and nothing else.

Invariant: an event has a time and a word, no title, place, person or link; its UID is made of the appointment's random
id by a one-way function, so that two exports agree and neither leads back to a case (domain reference, rule 25).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from hashlib import blake2b

from vp_tui.domain.case_parts import Appointment

__all__ = ["busy"]

_OCTETS = 75
"""The longest line, without its end (RFC 5545, 3.1)."""
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def busy(appointments: Iterable[Appointment], zone: datetime.tzinfo, now_ms: int, summary: str = "bezet") -> str:
    """The file's text, lines ended by CR LF, times in UTC. ``zone`` is that of the appointments' local times; only
    those that are planned are in it."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//vp//bezet//NL", "CALSCALE:GREGORIAN"]
    stamp = _utc(datetime.datetime.fromtimestamp(now_ms / 1000, datetime.UTC))
    for row in appointments:
        if row.status != "planned":
            continue
        hour, minute = map(int, row.time.split(":"))
        begin = datetime.datetime.combine(row.on, datetime.time(hour, minute), zone)
        lines += [
            "BEGIN:VEVENT",
            f"UID:{blake2b(row.id, digest_size=16, person=b'vp-calendar').hexdigest()}",
            f"DTSTAMP:{stamp}",
            f"DTSTART:{_utc(begin)}",
            f"DURATION:PT{row.minutes}M",
            f"SUMMARY:{summary.translate(_ESCAPED)}",
            "CLASS:PRIVATE",
            "TRANSP:OPAQUE",
            "END:VEVENT",
        ]
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _utc(at: datetime.datetime) -> str:
    return at.astimezone(datetime.UTC).strftime("%Y%m%dT%H%M%SZ")


def _folded(line: str) -> Iterator[str]:
    """Parts of at most 75 octets, each after the first beginning with a blank; no character is cut in two."""
    part = ""
    for char in line:
        if len((part + char).encode()) > _OCTETS:
            yield part
            part = " "
        part += char
    yield part
