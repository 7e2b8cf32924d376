"""Control: what was verified, what does not fit, what to do, and what the server still sees."""

TEXT: dict[str, tuple[str, str]] = {
    "banner.one": ("! {n} bevinding: zie 8", "! {n} finding: see 8"),
    "banner.other": ("! {n} bevindingen: zie 8", "! {n} findings: see 8"),
    # -- state
    "clean": (
        "Alles wat hier staat is door uw team ondertekend en klopt met wat u eerder zag.",
        "Everything here is signed by your team and fits what you saw before.",
    ),
    "found.one": (
        "Er klopt iets niet. Eén ruimte staat stil; al het andere werkt gewoon.",
        "Something does not fit. One space is on hold; everything else works as usual.",
    ),
    "found.other": (
        "Er kloppen {n} dingen niet. Die ruimten staan stil; al het andere werkt gewoon.",
        "{n} things do not fit. Those spaces are on hold; everything else works as usual.",
    ),
    "synced": (
        "Bijgewerkt {moment}; {spaces} ruimten, {entries} boekingen.",
        "Updated {moment}; {spaces} spaces, {entries} entries.",
    ),
    "synced.never": ("Nog niet bijgewerkt sinds het openen.", "Not updated yet since opening."),
    "full": ("Volledige controle: {moment}, {result}.", "Full check: {moment}, {result}."),
    "full.never": ("Volledige controle: nog niet gedaan sinds het openen.", "Full check: not done since opening."),
    "full.clean": ("niets gevonden", "nothing found"),
    "full.found.one": ("{n} bevinding", "{n} finding"),
    "full.found.other": ("{n} bevindingen", "{n} findings"),
    "running": ("Alles wordt opnieuw opgehaald en nagerekend", "Everything is fetched and verified again"),
    "running.count": ("{done} van {total}", "{done} of {total}"),
    "running.cancel": ("ctrl+c stopt de controle", "ctrl+c stops the check"),
    "stopped": ("De controle is gestopt; er is niets veranderd.", "The check was stopped; nothing was changed."),
    # -- findings
    "column.what": ("WAT KLOPT NIET", "WHAT DOES NOT FIT"),
    "column.where": ("WAAR", "WHERE"),
    "column.entry": ("BOEKING", "ENTRY"),
    "empty": ("Geen bevindingen.", "No findings."),
    "where": ("Waar: {space}", "Where: {space}"),
    "where.entry": ("Waar: {space}, boeking {seq}", "Where: {space}, entry {seq}"),
    "still": (
        "Wat nog werkt: alle andere zaken en schermen. Wat al ontvangen en gecontroleerd was, blijft leesbaar.",
        "What still works: all other cases and screens. What was received and verified before stays readable.",
    ),
    "do": (
        "Wat te doen: schrijf niets in deze ruimte, bewaar het bewijs, bel een coördinator, en laat de beheerder "
        "uitleggen wat er met de server gebeurde.",
        "What to do: write nothing in this space, keep the evidence, call a coordinator, and have the administrator "
        "explain what happened to the server.",
    ),
    "seen-before": (
        "Dit kan een aanval zijn, of een teruggezette back-up. vp kan het verschil niet zien; mensen wel.",
        "This may be an attack, or a restored backup. vp cannot tell the difference; people can.",
    ),
    # -- checkpoint
    "checkpoint": ("Controlewoorden van de praktijk", "The practice's checkpoint words"),
    "checkpoint.why": (
        "Lees ze elke maand aan een collega voor. Zijn ze anders, dan toont de server u twee verschillende praktijken.",
        "Read them to a colleague each month. If they differ, the server shows the two of you different practices.",
    ),
    # -- what the server sees
    "sees": ("Wat de server nog ziet", "What the server still sees"),
    "sees.text": (
        "Hoeveel ruimten, apparaten en boekingen er zijn; welk apparaat op welk uur schreef; ruwe grootten; openbare "
        "sleutels; inlognamen zonder betekenis en netwerkadressen. Geen namen, klanten, codes, data, titels of tekst.",
        "How many spaces, devices and entries there are; which device wrote at which hour; rough sizes; public keys; "
        "login names without meaning and network addresses. No names, clients, codes, dates, titles or text.",
    ),
    # -- actions
    "action.run": ("volledige controle", "full check"),
    "action.run.help": (
        "Haal alles opnieuw op, vanaf de eerste boeking, en reken elke handtekening na.",
        "Fetch everything again, from the first entry, and verify every signature.",
    ),
    "action.words": ("controlewoorden", "checkpoint words"),
    "action.words.help": (
        "Toon de negen woorden om elke maand met een collega te vergelijken, en wat de server ziet.",
        "Show the nine words to compare with a colleague each month, and what the server sees.",
    ),
    "action.export": ("bewijs bewaren", "keep evidence"),
    "action.export.help": (
        "Schrijf de ondertekende boekingen die niet kloppen naar een bestand; zonder leesbare inhoud.",
        "Write the signed entries that do not fit to a file; without readable content.",
    ),
    "action.export.word": ("BEWAREN", "KEEP"),
    "needs.findings": ("Er zijn geen bevindingen.", "There are no findings."),
    "needs.idle": ("Er loopt al een controle.", "A check is already running."),
    "export.title": ("Bewijs in een bestand bewaren?", "Keep the evidence in a file?"),
    "export.what": (
        "erin: de ondertekende boekingen, de bevindingen en de standen; alles versleuteld",
        "contains: the signed entries, the findings and the heads; all encrypted",
    ),
    "export.not": ("niet erin: tekst, namen van melders, sleutels", "does not contain: text, reporters' names, keys"),
    "export.where": ("bestand: {path}", "file: {path}"),
    "export.name": ("bewijs", "evidence"),
    "exported": ("Het bewijs is bewaard", "The evidence is kept"),
}
