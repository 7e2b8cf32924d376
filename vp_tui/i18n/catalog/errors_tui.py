"""Titles and hints of the errors that the terminal application raises."""

TEXT: dict[str, tuple[str, str]] = {
    "terminal.pipe.title": ("Dit is geen terminal.", "This is not a terminal."),
    "terminal.pipe.hint": (
        "Start vp in een terminalvenster, of gebruik --plain of een opdracht met --json.",
        "Start vp in a terminal window, or use --plain or a command with --json.",
    ),
    "terminal.dumb.title": (
        "Deze terminal kan geen scherm tonen (TERM).",
        "This terminal cannot show a screen (TERM).",
    ),
    "terminal.dumb.hint": (
        "Gebruik --plain, of zet TERM op de naam van uw terminal, bijvoorbeeld xterm-256color.",
        "Use --plain, or set TERM to the name of your terminal, for example xterm-256color.",
    ),
    "keymap.unknown.title": ("Onbekende opdracht {action} onder [keys].", "Unknown action {action} under [keys]."),
    "keymap.unknown.hint": ("De namen staan in docs/keys.nl.md.", "The names are in docs/keys.en.md."),
    "keymap.illegal.title": (
        "{action}: toets {chord} bestaat niet overal.",
        "{action}: key {chord} does not exist everywhere.",
    ),
    "keymap.illegal.hint": (
        "Kies een teken, pijlen, Tab, Enter, Esc, F1-F10 of ctrl met c d f g l n o p r s u w x.",
        "Choose a character, arrows, Tab, Enter, Esc, F1-F10 or ctrl with c d f g l n o p r s u w x.",
    ),
    "keymap.consequence.title": (
        "{action}: {chord} is te licht voor gevolgen.",
        "{action}: {chord} is too light for consequences.",
    ),
    "keymap.consequence.hint": (
        "Kies een hoofdletter, of X en een letter.",
        "Choose a capital letter, or X and a letter.",
    ),
    "keymap.typing.title": ("{action}: {chord} is tekst in een veld.", "{action}: {chord} is text in a field."),
    "keymap.typing.hint": (
        "Kies Esc, een functietoets of ctrl met een letter.",
        "Choose Esc, a function key or ctrl with a letter.",
    ),
    "keymap.clash.title": (
        "Toets {chord} zou twee dingen doen: {one} en {other}.",
        "Key {chord} would do two things: {one} and {other}.",
    ),
    "keymap.clash.hint": ("Geef een van beide een andere toets.", "Give one of them another key."),
    "exline.unknown.title": ("Onbekende opdracht: {word}.", "Unknown command: {word}."),
    "exline.unknown.hint": ("Tab vult aan, ? toont alles.", "Tab completes, ? shows all."),
    "exline.elsewhere.title": ("{word} kan op dit scherm niet.", "{word} does not work on this screen."),
    "exline.elsewhere.hint": ("? toont wat hier kan.", "? shows what works here."),
    "exline.argument.title": ("Achter {word} hoort niets.", "Nothing may follow {word}."),
    "exline.argument.hint": ("Laat weg wat erachter staat.", "Leave out what follows it."),
    "theme.unknown.title": ("Onbekend thema: {name}.", "Unknown theme: {name}."),
    "theme.unknown.hint": ("Kies licht, donker of mono.", "Choose light, dark or mono."),
    "language.unknown.title": ("Onbekende taal: {name}.", "Unknown language: {name}."),
    "language.unknown.hint": ("Kies nl of en.", "Choose nl or en."),
    "field.code.title": ("Kies uit de lijst.", "Choose from the list."),
    "field.code.hint": ("Typ een paar letters; {count} keuzes.", "Type a few letters; {count} choices."),
}
