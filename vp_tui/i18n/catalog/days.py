"""Names of days and months, short, and the words for ages and distances."""

from __future__ import annotations

__all__ = ["TEXT"]

TEXT: dict[str, tuple[str, str]] = {
    "weekdays": ("ma di wo do vr za zo", "Mon Tue Wed Thu Fri Sat Sun"),
    "months": ("jan feb mrt apr mei jun jul aug sep okt nov dec", "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"),
    "yesterday": ("gisteren", "yesterday"),
    "today": ("vandaag", "today"),
    "tomorrow": ("morgen", "tomorrow"),
    "ahead.one": ("over {n} dag", "in {n} day"),
    "ahead.other": ("over {n} dagen", "in {n} days"),
    "late.one": ("{n} dag te laat", "{n} day late"),
    "late.other": ("{n} dagen te laat", "{n} days late"),
    "days.one": ("{n} dag", "{n} day"),
    "days.other": ("{n} dagen", "{n} days"),
    "minute": ("m", "m"),
    "hour": ("u", "h"),
    "day": ("d", "d"),
    "week": ("w", "w"),
}
