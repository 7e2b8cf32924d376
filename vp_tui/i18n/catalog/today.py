"""Vandaag: what is due, how late it is, and the calendar file."""

from __future__ import annotations

__all__ = ["TEXT"]

TEXT: dict[str, tuple[str, str]] = {
    "place": ("Vandaag", "Today"),
    "place.help": (
        "Alles wat te laat is of eraan komt, in een lijst.",
        "Everything that is late or on its way, in one list.",
    ),
    # -- columns, at most as wide as their cells
    "column.what": ("WAT", "WHAT"),
    "column.whose": ("VAN WIE", "WHOSE"),
    "column.client": ("KLANT", "CLIENT"),
    "column.due": ("TERMIJN", "DUE"),
    "column.late": ("NOG", "LEFT"),
    "column.age": ("OUD", "AGE"),
    # -- the line above the list
    "requests.one": ("{n} nieuwe aanvraag", "{n} new request"),
    "requests.other": ("{n} nieuwe aanvragen", "{n} new requests"),
    "late": ("{n} te laat", "{n} late"),
    "due": ("{n} vandaag", "{n} today"),
    "nothing": ("niets te laat, niets voor vandaag", "nothing late, nothing due today"),
    "within.today": ("vandaag", "today"),
    "within.week": ("7 dagen", "7 days"),
    "within.month": ("30 dagen", "30 days"),
    "within.all": ("alles", "all"),
    # -- sections
    "section.red": ("te laat of dringend", "late or urgent"),
    "section.today": ("vandaag", "today"),
    "section.week": ("komende 7 dagen", "next 7 days"),
    "section.later": ("later", "later"),
    # -- how long still, with hours where a norm counts them
    "left": ("nog {span}", "{span} left"),
    "over": ("{span} te laat", "{span} late"),
    "days_left": ("nog {n} d", "{n} d left"),
    "days_over": ("{n} d te laat", "{n} d late"),
    "urgent": ("nog te doen", "still to do"),
    # -- nothing to do
    "empty": ("Niets.", "Nothing."),
    "calm": ("Er is niets te laat, en voor vandaag staat er niets.", "Nothing is late, and nothing is due today."),
    "calm.ahead": ("Tot en met {day} staat er niets.", "Nothing is due up to {day}."),
    "calm.next": ("Het eerstvolgende is {what}: {due}.", "What comes first is {what}: {due}."),
    "calm.none": ("Er is ook later niets gepland.", "Nothing is planned later either."),
    "calm.keys": (
        ">   verder vooruit kijken\nn   een eerste gesprek vastleggen\na   contactverzoeken\n2   alle zaken",
        ">   look further ahead\nn   record a first conversation\na   contact requests\n2   all cases",
    ),
    # -- the calendar file
    "calendar.title": ("Eigen afspraken als agendabestand", "Own appointments as a calendar file"),
    "calendar.leaves": (
        'Naar buiten gaat van {n} geplande afspraken: de begintijd, de duur, en het woord "{busy}".',
        'What leaves of {n} planned appointments: the time they begin, how long they take, and the word "{busy}".',
    ),
    "calendar.stays": (
        "Geen naam, alias, klant of plaats, en niets dat naar een zaak terugleidt. Het bestand is niet versleuteld.",
        "No name, alias, client or place, and nothing that leads back to a case. The file is not encrypted.",
    ),
    "calendar.path": ("Bestand", "File"),
    "calendar.path.example": ("bijvoorbeeld ~/bezet.ics", "for example ~/busy.ics"),
    "calendar.exists": (
        "Dat bestand is er al en is niet overschreven. Typ een andere naam.",
        "That file is there already and was not overwritten. Type another name.",
    ),
    "calendar.where": ("Typ waar het bestand moet komen.", "Type where the file must go."),
    "calendar.done": ("{n} afspraken geschreven naar {path}.", "{n} appointments written to {path}."),
    "calendar.none": ("U hebt geen geplande afspraken.", "You have no planned appointments."),
    # -- reasons
    "needs.to_do": ("Hier staat geen volgende actie.", "There is no next action here."),
    "needs.to_call": ("Hier hoort geen telefoontje bij.", "No telephone call belongs to this."),
    # -- actions
    "arg.within": ("7, 30 of alles", "7, 30 or all"),
    "arg.path": ("pad", "path"),
    "act.wider": ("verder", "further"),
    "act.wider.help": ("Verder vooruit: vandaag, 7 dagen, 30 dagen, alles.", "Further: today, 7 days, 30 days, all."),
    "act.nearer": ("minder ver", "less far"),
    "act.nearer.help": ("Minder ver vooruit kijken.", "Look less far ahead."),
    "act.within": ("kijk vooruit", "look ahead"),
    "act.within.help": ("Zo ver vooruit kijken als u typt.", "Look as far ahead as you type."),
    "act.new": ("nieuwe zaak", "new case"),
    "act.new.help": ("Leg een eerste gesprek vast.", "Record a first conversation."),
    "act.requests": ("aanvragen", "requests"),
    "act.requests.help": ("Naar de contactverzoeken.", "To the contact requests."),
    "act.done": ("gedaan", "done"),
    "act.done.help": (
        "De volgende actie is gedaan; meteen de vraag wat er nu volgt.",
        "The next action is done; at once the question what comes next.",
    ),
    "act.missed": ("geen gehoor", "no answer"),
    "act.missed.help": (
        "Gebeld, geen gehoor: de poging wordt vastgelegd, en wat beloofd was blijft beloofd.",
        "Called, no answer: the attempt is recorded, and what was promised stays promised.",
    ),
    "act.snooze": ("sluimer", "snooze"),
    "act.snooze.help": ("Laat de volgende actie weg tot een dag.", "Leave the next action out until a day."),
    "act.calendar": ("agendabestand", "calendar file"),
    "act.calendar.help": (
        'Schrijf de eigen geplande afspraken naar een agendabestand dat alleen "bezet" zegt.',
        'Write the own planned appointments to a calendar file that says "busy" and nothing else.',
    ),
}
