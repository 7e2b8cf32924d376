"""Errors of addressing colleagues."""

TEXT: dict[str, tuple[str, str]] = {
    "name-unclear.title": ('"{typed}" past op {n} namen', '"{typed}" fits {n} names'),
    "name-unclear.hint": (
        "Typ zoveel van de naam dat er een overblijft; scheid namen met komma's.",
        "Type as much of the name as leaves one; separate names by commas.",
    ),
}
