"""Refusals of print-outs."""

TEXT: dict[str, tuple[str, str]] = {
    "print-path-taken.title": ("Dit bestand bestaat al.", "This file exists already."),
    "print-path-taken.hint": ("Kies een andere naam.", "Choose another name."),
    "print-path-nowhere.title": ("Deze map is er niet.", "There is no such folder."),
    "print-path-nowhere.hint": (
        "Noem een map die bestaat, met de hele weg: ~/map/naam.txt.",
        "Name a folder that exists, with its whole path: ~/folder/name.txt.",
    ),
}
