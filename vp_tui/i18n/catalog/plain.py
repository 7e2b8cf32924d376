"""The line mode."""

TEXT: dict[str, tuple[str, str]] = {
    "welcome": (
        "vp, regel voor regel. Typ een nummer om een regel te kiezen, ? voor wat hier kan, :stop om te eindigen. "
        "Enter zegt wat er nieuw is.",
        "vp, line by line. Type a number to choose a line, ? for what can be done here, :quit to end. Enter says "
        "what is new.",
    ),
    "stays": (
        "Wat hier staat blijft in dit venster staan: sluit het als u klaar bent. Een ! alleen laat een vraag "
        "onbeantwoord.",
        "What is shown stays in this window: close it when you are done. A ! alone leaves a question unanswered.",
    ),
    "ended": ("Einde van de invoer. vp is op slot en stopt.", "End of input. vp is locked and stops."),
    "left": ("Niet gedaan.", "Not done."),
    "prompt": ("Wat nu?", "What now?"),
    "answer": ("Antwoord", "Answer"),
    "text": ("Tekst", "Text"),
    "number": ("Nummer", "Number"),
    "number.wrong": ("Een nummer van 1 tot {n}.", "A number from 1 to {n}."),
    "more": (
        "En nog {n}; hun nummers tellen door. :filter woorden maakt de lijst korter.",
        "And {n} more; their numbers count on. :filter words makes the list shorter.",
    ),
    "note": (
        "{label}: zo veel regels als u wilt. Een punt alleen op een regel is het einde.",
        "{label}: as many lines as you like. A full stop alone on a line is the end.",
    ),
}
