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


_SCREENS = "vp_tui.tui.screens"

# 3 Intervisie, 4 Supervisie and 6 Cijfers keep their numbers for the releases that bring them.
PLACES: tuple[Place, ...] = (
    Place("start", "app.place.start", "vp_tui.tui.screens.start:StartScreen"),
    Place("join", "start.join", "vp_tui.tui.screens.join:JoinScreen", parent="start"),
    Place("found", "start.found", "vp_tui.tui.screens.found:FoundScreen", parent="start"),
    Place("waiting", "start.waiting", "vp_tui.tui.screens.waiting:WaitingScreen"),
    Place(
        "changes", "members.place.changes", "vp_tui.tui.screens.changes:ChangesScreen", ex=("wijzigingen", "changes")
    ),
    Place("today", "today.place", f"{_SCREENS}.today:TodayScreen", number=1, ex=("vandaag", "today")),
    Place("contacts", "contact.place", f"{_SCREENS}.contacts:ContactsScreen", ex=("aanvragen", "requests")),
    Place("contact", "contact.place.one", f"{_SCREENS}.contact:ContactScreen", parent="contacts"),
    Place("ask", "contact.place.ask", f"{_SCREENS}.contact_ask:AskScreen", parent="contacts"),
    Place("queue", "app.place.queue", "vp_tui.tui.screens.queue:QueueScreen", number=2, ex=("zaken", "cases")),
    Place("case", "app.place.case", "vp_tui.tui.screens.case:CaseScreen", parent="queue"),
    Place("intake", "sheets.intake", f"{_SCREENS}.sheet_intake:IntakeSheet", parent="case"),
    Place("options", "sheets.options", f"{_SCREENS}.sheet_options:OptionsSheet", parent="case"),
    Place("consents", "sheets.consents", f"{_SCREENS}.sheet_consents:ConsentsSheet", parent="case"),
    Place("steps", "sheets.steps", f"{_SCREENS}.sheet_steps:StepsSheet", parent="case"),
    Place("papers", "sheets.papers", f"{_SCREENS}.sheet_papers:PapersSheet", parent="case"),
    Place("referrals", "sheets.referrals", f"{_SCREENS}.sheet_referrals:ReferralsSheet", parent="case"),
    Place("meetings", "sheets.meetings", f"{_SCREENS}.sheet_meetings:MeetingsSheet", parent="case"),
    Place("aftercare", "sheets.aftercare", f"{_SCREENS}.sheet_aftercare:AftercareSheet", parent="case"),
    Place("knowing", "sheets.knowing", f"{_SCREENS}.sheet_knowing:KnowingSheet", parent="case"),
    Place("dilemmas", "sheets.dilemmas", f"{_SCREENS}.sheet_dilemmas:DilemmasSheet", parent="case"),
    Place("finding", "finding.place", f"{_SCREENS}.finding:FindingScreen"),
    Place("register", "case.place.register", "vp_tui.tui.screens.register:RegisterScreen", parent="queue"),
    Place("team", "app.place.team", "vp_tui.tui.screens.members:MembersScreen", number=7, ex=("team", "members")),
    Place("member", "members.place.member", "vp_tui.tui.screens.member:MemberScreen", parent="team"),
    Place("audit", "app.place.audit", "vp_tui.tui.screens.audit:AuditScreen", number=8, ex=("controle", "audit")),
    Place("clients", "clients.place", f"{_SCREENS}.clients:ClientsScreen", number=5, ex=("klanten", "clients")),
    Place("client", "clients.place.one", f"{_SCREENS}.client:ClientScreen", parent="clients"),
    Place(
        "preferences",
        "preferences.place",
        "vp_tui.tui.screens.preferences:PreferencesScreen",
        ex=("voorkeuren", "preferences"),
    ),
    Place("remap", "preferences.place.remap", "vp_tui.tui.screens.remap:RemapScreen", ex=("toetsen", "keys")),
)
