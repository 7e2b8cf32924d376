"""The places of the application. Loads no screen and no Textual: a screen is imported when somebody goes there."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["PLACES", "Place"]


@dataclass(frozen=True, slots=True)
class Place:
    """A kind of view. With ``parent`` it opens on top of that place and takes an argument; else it stands alone.

    A ``number`` makes it a tab; ``ex`` are the words of the command line that go there.
    """

    name: str
    title: str  # i18n key
    load: str  # "module:Class"
    number: int = 0
    parent: str = ""
    ex: tuple[str, ...] = ()


# 1 Vandaag, 3 Intervisie, 4 Supervisie, 5 Klanten and 6 Cijfers keep their numbers for the releases that bring them.
PLACES: tuple[Place, ...] = (
    Place("start", "app.place.start", "vp_tui.tui.screens.start:StartScreen"),
    Place("join", "start.join", "vp_tui.tui.screens.join:JoinScreen", parent="start"),
    Place("found", "start.found", "vp_tui.tui.screens.found:FoundScreen", parent="start"),
    Place("waiting", "start.waiting", "vp_tui.tui.screens.waiting:WaitingScreen"),
    Place(
        "changes", "members.place.changes", "vp_tui.tui.screens.changes:ChangesScreen", ex=("wijzigingen", "changes")
    ),
    Place("queue", "app.place.queue", "vp_tui.tui.screens.queue:QueueScreen", number=2, ex=("zaken", "cases")),
    Place("case", "app.place.case", "vp_tui.tui.screens.case:CaseScreen", parent="queue"),
    Place("register", "case.place.register", "vp_tui.tui.screens.register:RegisterScreen", parent="queue"),
    Place("team", "app.place.team", "vp_tui.tui.screens.members:MembersScreen", number=7, ex=("team", "members")),
    Place("member", "members.place.member", "vp_tui.tui.screens.member:MemberScreen", parent="team"),
    Place("audit", "app.place.audit", "vp_tui.tui.screens.audit:AuditScreen", number=8, ex=("controle", "audit")),
    Place("clients", "members.place.clients", "vp_tui.tui.screens.clients:ClientsScreen", ex=("klanten", "clients")),
    Place(
        "preferences",
        "preferences.place",
        "vp_tui.tui.screens.preferences:PreferencesScreen",
        ex=("voorkeuren", "preferences"),
    ),
    Place("remap", "preferences.place.remap", "vp_tui.tui.screens.remap:RemapScreen", ex=("toetsen", "keys")),
)
