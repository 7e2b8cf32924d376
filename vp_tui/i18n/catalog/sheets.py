"""Texts of the sheets of a case: their names, what they are for, and what stands on an empty one."""

_NAMES = {
    "case": ("Zaak", "Case", "wat is gezegd en opgeschreven", "what was said and written"),
    "intake": (
        "Intake",
        "Intake",
        "uitleg, bereik, veilig contact, melders",
        "what was explained, scope, safe contact",
    ),
    "options": (
        "Opties",
        "Options",
        "mogelijkheden met hun gevolgen, en de keuze",
        "ways and their consequences, and the choice",
    ),
    "consents": ("Toestemming", "Consent", "wat met wie gedeeld mag worden", "what may be shared with whom"),
    "steps": (
        "Stappen",
        "Steps",
        "wie doet wat, afgestemd met de melder",
        "who does what, as agreed with the reporter",
    ),
    "papers": ("Stukken", "Papers", "klacht, melding en brieven in concept", "drafts of complaint, report and letters"),
    "referrals": (
        "Verwijzing",
        "Referral",
        "wie kan verder helpen, en of het aankwam",
        "who can help on, and whether it arrived",
    ),
    "meetings": ("Contact", "Contact", "afspraken, belpogingen, veilig contact", "appointments, calls, safe contact"),
    "aftercare": (
        "Nazorg",
        "Aftercare",
        "hoe het gaat, en of er benadeling is",
        "how it goes, and whether there is retaliation",
    ),
    "knowing": (
        "Wie weet wat",
        "Who knows",
        "wat er is gedeeld, met wie, op welke grond",
        "what was shared, with whom, on what ground",
    ),
    "dilemmas": ("Gewetensnood", "Dilemma", "uitzondering op de vertrouwelijkheid", "exception to confidentiality"),
}
TEXT: dict[str, tuple[str, str]] = {
    "menu": ("{what}: welk blad?", "{what}: which sheet?"),
    "act.menu": ("bladen", "sheets"),
    "act.menu.help": ("Alle bladen van deze zaak.", "All sheets of this case."),
    "act.next": ("volgend blad", "next sheet"),
    "act.next.help": ("Naar het volgende blad van de zaak.", "To the next sheet of the case."),
    "act.previous": ("vorig blad", "previous sheet"),
    "act.previous.help": ("Naar het vorige blad van de zaak.", "To the previous sheet of the case."),
    "empty.case": ("", ""),
    "empty.intake": ("Nog niets vastgelegd.", "Nothing recorded yet."),
    "empty.options": ("Nog geen opties. n zet de eerste neer.", "No options yet. n puts down the first."),
    "empty.consents": (
        "Nog geen toestemming. Zonder toestemming gaat er niets naar buiten. n legt vast.",
        "No consent yet. Without consent nothing leaves. n records one.",
    ),
    "empty.steps": (
        "Nog geen stappen; die hoeven er ook niet te komen. n maakt er een.",
        "No steps yet; none are needed. n makes one.",
    ),
    "empty.papers": ("Nog geen stukken. n begint er een.", "No papers yet. n begins one."),
    "empty.referrals": (
        "Nog geen verwijzing. n zoekt in de sociale kaart.",
        "No referral yet. n looks in the social map.",
    ),
    "empty.meetings": ("Nog geen afspraken of belpogingen.", "No appointments or calls yet."),
    "empty.aftercare": ("Nog geen nazorg.", "No aftercare yet."),
    "empty.knowing": ("Er is niets gedeeld: niemand weet iets.", "Nothing was shared: nobody knows anything."),
    "empty.dilemmas": ("Geen gewetensnood vastgelegd.", "No dilemma recorded."),
}
for _name, (_nl, _en, _why_nl, _why_en) in _NAMES.items():
    TEXT[_name] = (_nl, _en)
    TEXT[f"{_name}.why"] = (_why_nl, _why_en)
    TEXT[f"go.{_name}"] = (_nl.lower(), _en.lower())
    TEXT[f"go.{_name}.help"] = (f"Naar het blad {_nl}: {_why_nl}.", f"To the sheet {_en}: {_why_en}.")
