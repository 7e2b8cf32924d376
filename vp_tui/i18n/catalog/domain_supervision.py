"""What a screen says plainly where intervision and review reach their limits."""

TEXT: dict[str, tuple[str, str]] = {
    "limits.read": (
        "Wat gelezen is kan niet ongelezen worden. De tekst van deze en eerdere versies wordt vernietigd.",
        "What was read cannot be unread. The text of this and of earlier versions is destroyed.",
    ),
    "limits.strings": (
        "Dit vindt namen en woorden, geen herkenbaar verhaal. Een collega kijkt nog of de casus herleidbaar is.",
        "This finds names and words, not a recognisable story. A colleague still looks whether the casus can be traced.",
    ),
    "limits.submitted": (
        "De supervisor leest alleen wat je indient; indienen is tekenen.",
        "The supervisor reads only what you submit; submitting is signing.",
    ),
    "limits.hours": (
        "Uren tellen zodra beiden hetzelfde verslag hebben getekend; de coördinator ziet alleen uren.",
        "Hours count once both have signed the same record; the coordinator sees hours only.",
    ),
    "limits.debrief": (
        "Een nagesprek vraag je zonder iets over een zaak te schrijven.",
        "A debrief is asked for without writing anything of a case.",
    ),
    "limits.no_appraisal": ("Toetsing is geen beoordeling.", "Review is no appraisal."),
}
