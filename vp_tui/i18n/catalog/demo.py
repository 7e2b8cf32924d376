"""The stages of founding the demo practice."""

TEXT: dict[str, tuple[str, str]] = {
    "stage.server": ("Server starten", "Starting the server"),
    "stage.members": ("Leden toelaten", "Admitting members"),
    "stage.clients": ("Klanten toevoegen", "Adding clients"),
    "stage.cases": ("Zaken vertellen", "Telling cases"),
}
