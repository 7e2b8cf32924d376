"""What the anonymiser refuses."""

TEXT: dict[str, tuple[str, str]] = {
    "casus-moved.title": ("De tekst is intussen veranderd", "The text has changed meanwhile"),
    "casus-moved.hint": (
        "Er is niets vervangen. Kies de treffer opnieuw; hij staat nu ergens anders.",
        "Nothing was replaced. Choose the hit again; it is somewhere else now.",
    ),
    "casus-rewrite.title": ("Hiervoor is geen voorstel", "There is no suggestion for this"),
    "casus-rewrite.hint": (
        "Herschrijf de zin zelf: laat een van de kenmerken weg, of maak er een algemener.",
        "Rewrite the sentence yourself: leave one of the traits out, or make one of them more general.",
    ),
}
