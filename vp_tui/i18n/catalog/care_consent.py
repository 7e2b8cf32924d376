"""Consent on screen: the ledger, the offer to record what is missing, who knows what, and print-outs."""

TEXT: dict[str, tuple[str, str]] = {
    # -- recording
    "record.title": ("{what}: toestemming vastleggen", "{what}: record a consent"),
    "why": (
        "Wat de melder heeft gezegd: wie mag precies wat weten, en waarvoor.",
        "What the reporter has said: who may know exactly what, and for what.",
    ),
    "for": ("Aan {party}, voor: {purpose}. Van {name}.", "To {party}, for: {purpose}. By {name}."),
    "missing": (
        "Hiervoor mist de toestemming van {name}: {purpose}, aan {party}.",
        "The consent of {name} for this is missing: {purpose}, to {party}.",
    ),
    "nothing_leaves": (
        "Is die gegeven, leg haar dan hier vast. Met Esc gebeurt er niets en gaat er niets naar buiten.",
        "If it was given, record it here. With Esc nothing happens and nothing leaves.",
    ),
    "exactly": ("Precies dit: {what}", "Exactly this: {what}"),
    "somebody": ("een ander", "somebody else"),
    "field.reporter": ("Van wie", "Whose"),
    "field.party": ("Aan wie", "To whom"),
    "field.party_name": ("Naam of functie", "Name or function"),
    "field.party_name.empty": ("mag leeg, behalve bij een ander", "may be empty, but for somebody else"),
    "field.purpose": ("Waarvoor", "For what"),
    "field.draft": ("Welke brief", "Which letter"),
    "field.draft.empty": ("alleen bij een brief", "for a letter only"),
    "field.content": ("Wat precies", "What exactly"),
    "content": ("in woorden van de melder, en niet meer dan dat", "in the reporter's words, and no more than that"),
    "content.whole": ("leeg: het geheel", "empty: all of it"),
    "field.how": ("Hoe gegeven", "How it was given"),
    "field.on": ("Gegeven op", "Given on"),
    "field.today": ("leeg: vandaag", "empty: today"),
    "field.until": ("Geldig t/m", "Valid until"),
    "field.until.empty": ("leeg: tot intrekking", "empty: until withdrawn"),
    "note.recorded": ("De toestemming is vastgelegd.", "The consent was recorded."),
    # -- a consent in words
    "version": ("{title}, versie {n}", "{title}, version {n}"),
    "live_until": ("geldig t/m {day}", "valid until {day}"),
    "ended_on": ("verlopen op {day}", "ended on {day}"),
    "left": ("{purpose} aan {party}, {day}", "{purpose} to {party}, {day}"),
    # -- print-outs
    "print.keys": (
        "j/k bladert   X f bewaart als bestand   Esc sluit",
        "j/k scrolls   X f saves as a file   Esc closes",
    ),
    "print.title": ("Bewaren als bestand", "Save as a file"),
    "print.why": (
        "Een bestand is leesbaar voor wie bij deze computer kan. Meestal is overschrijven of voorlezen genoeg.",
        "A file can be read by whoever has this computer. Copying by hand or reading out is mostly enough.",
    ),
    "field.path": ("Bestand", "File"),
    "field.path.empty": ("~/map/naam.txt", "~/folder/name.txt"),
    "print.ask": ("Leesbaar bestand schrijven?", "Write a readable file?"),
    "print.where": ("Het komt in {path}; alleen u kunt het openen.", "It goes to {path}; only you can open it."),
    "print.clear": (
        "Het is niet versleuteld en valt buiten de bewaartermijn: wis het na het afdrukken zelf.",
        "It is not encrypted and no retention applies to it: erase it yourself after printing.",
    ),
    "print.undo": ("vp kan het daarna niet meer wissen.", "vp cannot erase it afterwards."),
    "act.print_file": ("als bestand", "as a file"),
    "act.print_file.help": (
        "Het document als leesbaar bestand bewaren, waar u zegt.",
        "Save the document as a readable file, where you say.",
    ),
    "act.print_file.word": ("BESTAND", "FILE"),
    "note.written": ("Geschreven: {path}", "Written: {path}"),
}
