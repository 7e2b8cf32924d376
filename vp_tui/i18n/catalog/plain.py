"""The line mode."""

TEXT: dict[str, tuple[str, str]] = {
    "welcome": (
        "vp, regel voor regel. Typ een nummer om een regel te openen, ? voor wat hier kan, :stop om te eindigen.",
        "vp, line by line. Type a number to open a line, ? for what can be done here, :quit to end.",
    ),
    "stays": (
        "Let op: wat hier staat blijft in dit venster staan. Sluit het venster als u klaar bent. Een ! als antwoord "
        "stopt een vraag.",
        "Note: what is shown stays in this window. Close the window when you are done. A ! as answer leaves a "
        "question.",
    ),
    "ended": ("Einde van de invoer. vp is op slot en stopt.", "End of input. vp is locked and stops."),
    "left": ("Niet gedaan.", "Not done."),
    "needed": ("Hier is een antwoord nodig.", "An answer is needed here."),
    "number": ("Nummer", "Number"),
    "number.wrong": ("Een nummer van 1 tot {n}.", "A number from 1 to {n}."),
    "nothing": ("Niets gevonden.", "Nothing found."),
    "note": (
        "{label}. Zo veel regels als u wilt; een punt alleen op een regel is het einde.",
        "{label}. As many lines as you like; a full stop alone on a line is the end.",
    ),
    "help": ("Wat hier kan:", "What can be done here:"),
    "none": ("Niets in deze lijst.", "Nothing in this list."),
    "choose-first": ("Typ eerst het nummer van een regel.", "Type the number of a line first."),
}
