"""What can be wrong with the answers of a first start, and with the terminal's own dialogs."""

TEXT: dict[str, tuple[str, str]] = {
    "locked.title": ("vp is op slot", "vp is locked"),
    "locked.hint": ("Geef uw wachtzin.", "Give your passphrase."),
    "start.empty.title": ("Hier moet nog iets staan", "Something is needed here"),
    "start.empty.hint": ("Vul dit veld in.", "Fill in this field."),
    "start.too-long.title": ("Te lang", "Too long"),
    "start.too-long.hint": ("Hooguit {limit} tekens.", "At most {limit} characters."),
    "start.passphrases-differ.title": ("De twee wachtzinnen zijn niet gelijk", "The two passphrases differ"),
    "start.passphrases-differ.hint": (
        "Typ dezelfde wachtzin nog een keer; hoofdletters en spaties tellen mee.",
        "Type the same passphrase once more; capitals and spaces count.",
    ),
    "start.confirm.title": ("Nog niet begonnen", "Not begun yet"),
    "start.confirm.hint": ("Typ het woord {word}.", "Type the word {word}."),
    "members.no-role.title": ("Kies ten minste één rol", "Choose at least one role"),
    "members.no-role.hint": ("Zonder rol kan een lid niets doen.", "Without a role a member can do nothing."),
    "members.nobody.title": ("Hier staat geen lid", "There is no member here"),
    "members.nobody.hint": ("Kies een lid uit de lijst.", "Choose a member from the list."),
    "members.words-differ.title": ("Dat is niet het woord dat hier hoort", "That is not the word that belongs here"),
    "members.words-differ.hint": (
        "Vraag woord {n} nog eens. Blijft het anders, dan is dit niet het apparaat van deze collega: vergelijk niets, "
        "deel niets, en bel een coördinator.",
        "Ask for word {n} once more. If it stays different, this is not that colleague's device: compare nothing, "
        "share nothing, and call a coordinator.",
    ),
    "preferences.locked.title": ("Deze voorkeur is vastgezet", "This preference is fixed"),
    "preferences.locked.hint": (
        "De beheerder van deze computer bepaalt haar in /etc/vp/policy.toml.",
        "This computer's administrator sets it in /etc/vp/policy.toml.",
    ),
    "preferences.minutes.title": ("Geen geldig aantal minuten", "Not a valid number of minutes"),
    "preferences.minutes.hint": ("Een getal van 1 tot 480.", "A number from 1 to 480."),
    "plain.no-such-row.title": ("Zo'n regel is er niet", "There is no such line"),
    "plain.no-such-row.hint": (
        "De regels hebben een nummer; typ dat, of ? voor wat hier kan.",
        "Lines are numbered; type the number, or ? for what can be done here.",
    ),
}
