"""The intake sheet and the options sheet."""

TEXT: dict[str, tuple[str, str]] = {
    # -- safe contact
    "safe.line": ("Veilig contact: {rule}", "Safe contact: {rule}"),
    "safe.voicemail.yes": ("voicemail mag", "voicemail is fine"),
    "safe.voicemail.no": ("GEEN voicemail", "NO voicemail"),
    "safe.function.yes": ("functie noemen mag", "may say what you are"),
    "safe.function.no": ("functie NIET noemen", "do NOT say what you are"),
    "safe.code": ("codewoord: {word}", "code word: {word}"),
    "safe.avoid": ("niet aan de lijn: {who}", "not to pick up: {who}"),
}
