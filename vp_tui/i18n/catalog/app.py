"""Texts of the shell: chrome, lock, dialogs, notices."""

TEXT: dict[str, tuple[str, str]] = {
    # Places
    "place.start": ("Eerste start", "First start"),
    "place.queue": ("Zaken", "Cases"),
    "place.queue.help": ("De lijst van uw zaken.", "The list of your cases."),
    "place.case": ("Zaak", "Case"),
    "place.team": ("Team en sleutels", "Team and keys"),
    "place.team.help": (
        "De leden van de praktijk, hun apparaten en hun sleutels.",
        "The members of the practice, their devices and their keys.",
    ),
    "place.audit": ("Controle", "Audit"),
    "place.audit.help": (
        "Wat er met de zaken gebeurd is, en of de server eerlijk is.",
        "What happened to the cases, and whether the server is honest.",
    ),
    # Lock, shutter, end
    "lock.why": (
        "Op slot. De sleutels zijn uit het geheugen; uw concepten zijn bewaard.",
        "Locked. The keys are out of memory; your drafts are kept.",
    ),
    "lock.demo": ("Dit is de demo: Enter opent.", "This is the demo: Enter opens."),
    "lock.passphrase": ("Wachtzin", "Passphrase"),
    "lock.busy": ("Even geduld, de sleutel wordt afgeleid ...", "One moment, deriving the key ..."),
    "shutter": ("Pauze. Elke toets brengt u terug.", "Paused. Any key brings you back."),
    "crash": (
        "vp is gestopt door een fout in het programma ({code}). Uw concepten zijn bewaard. Meld deze code; "
        "zij bevat niets uit een zaak.",
        "vp stopped because of an error in the program ({code}). Your drafts are kept. Please report this code; "
        "it contains nothing of a case.",
    ),
    "small": (
        "Dit venster is te klein (minstens 24 x 6). Er gaat niets verloren: maak het groter.",
        "This window is too small (at least 24 x 6). Nothing is lost: make it larger.",
    ),
    # Status line
    "status.online": ("online", "online"),
    "status.reconnecting": ("verbinding herstellen", "reconnecting"),
    "status.offline": ("offline", "offline"),
    "status.disk-full": ("! schijf vol", "! disk full"),
    "status.clock-ahead": ("! klok {n} min voor", "! clock {n} min fast"),
    "status.clock-behind": ("! klok {n} min achter", "! clock {n} min slow"),
    "status.pending": ("{n} wachtend", "{n} pending"),
    "status.closing": ("gaat binnen 1 min op slot", "locks within 1 min"),
    # Dialogs
    "confirm.type": ("Typ {word} en dan Enter:", "Type {word}, then Enter:"),
    "confirm.wrong": (
        "! Dat is het woord niet; er is niets gebeurd. Typ {word}, letter voor letter.",
        "! That is not the word; nothing was done. Type {word}, letter by letter.",
    ),
    "confirm.escape": ("Esc: niet doen", "Esc: cancel"),
    "message.close": ("Enter of Esc sluit", "Enter or Esc closes"),
    "help.title": ("Wat kan hier", "What you can do here"),
    "palette.title": ("Alle opdrachten", "All commands"),
    "help.search": ("Zoek", "Find"),
    "help.key": ("Toets", "Key"),
    "help.action": ("Wat", "What"),
    "help.words": ("Opdracht", "Command"),
    "help.now": ("Nu niet, want", "Not now:"),
    "help.nothing": ("Niets gevonden.", "Nothing found."),
    # Lists and fields
    "list.empty": ("Niets in deze lijst.", "Nothing in this list."),
    "field.date": ("bijv. morgen, vr, 24-11", "e.g. tomorrow, fri, 24-11"),
    "field.pick": ("typ om te zoeken", "type to search"),
    "field.names": (
        "begin van een naam, meer met komma's, of: {everybody}",
        "start of a name, more by commas, or: {everybody}",
    ),
    "field.names.offered": ("Te kiezen: {names}", "To choose from: {names}"),
    "field.nothing": ("niets gevonden", "nothing found"),
    # Notices
    "note.disabled": ("{action}: nu niet. {reason}", "{action}: not now. {reason}"),
    "note.paste": (
        "Plakken in een lijst is genegeerd: geplakte tekst zou als toetsen werken.",
        "Paste into a list was ignored: pasted text would act as keys.",
    ),
    "undo.offer": ("u maakt ongedaan: {what}", "u undoes: {what}"),
    "undo.done": ("Ongedaan gemaakt: {what}.", "Undone: {what}."),
    "undo.draft": (
        "Ongedaan gemaakt: {what}; de tekst staat als concept bij de zaak.",
        "Undone: {what}; the text is kept as a draft with the case.",
    ),
    "undo.title": ("Ongedaan maken: {what}", "Undo: {what}"),
    "undo.why": ("Waarom", "Why"),
    "undo.why_needed": ("Schrijf waarom; dat komt in het verloop.", "Write why; it goes into the log."),
    "note.root": ("Hier is niets om te sluiten; :stop beëindigt vp.", "Nothing to close here; :quit ends vp."),
    "note.too_long": (
        "Niet geplakt: de tekst zou langer worden dan {limit} tekens. Uw tekst is ongewijzigd.",
        "Not pasted: the text would be longer than {limit} characters. Your text is unchanged.",
    ),
    # Key documentation
    "docs.title": ("Toetsen en opdrachten", "Keys and commands"),
    "docs.intro": (
        "Gemaakt uit het register van opdrachten; niet met de hand wijzigen. Toetsen zijn te wijzigen in de "
        "configuratie onder `[keys]`, met de naam uit de laatste kolom. Opdrachten beginnen met `:` en worden in beide "
        "talen begrepen. Kleine letters zijn veilig; wat gevolgen heeft, vraagt om een getypt woord.",
        "Made from the registry of actions; do not edit by hand. Keys can be changed in the configuration under "
        "`[keys]`, with the name in the last column. Commands begin with `:` and are understood in both languages. "
        "Lower case is safe; what has consequences asks for a typed word.",
    ),
    "docs.keys": ("Toets", "Key"),
    "docs.words": ("Opdracht", "Command"),
    "docs.what": ("Wat", "What"),
    "docs.twin": ("Op de opdrachtregel", "On the command line"),
    "docs.id": ("Naam", "Name"),
    "docs.consequence": ("Vraagt om een getypt woord.", "Asks for a typed word."),
    "docs.reversible": ("Is terug te draaien.", "Can be undone."),
}
