"""The list of cases: columns, sections, marks, filters, saved views."""

from __future__ import annotations

__all__ = ["TEXT"]

TEXT: dict[str, tuple[str, str]] = {
    # -- columns, at most as wide as their cells
    "column.code": ("CODE", "CODE"),
    "column.alias": ("ALIAS", "ALIAS"),
    "column.client": ("KLANT", "CLIENT"),
    "column.state": ("STAND", "STATE"),
    "column.age": ("OUD", "AGE"),
    "column.due": ("TERMIJN", "DUE"),
    "column.who": ("MET", "WITH"),
    "column.news": ("NW", "NEW"),
    "column.nature": ("AARD", "NATURE"),
    # -- states, short
    "state.received": ("nieuw", "received"),
    "state.accepted": ("aanvaard", "accepted"),
    "state.exploring": ("verkennen", "exploring"),
    "state.options": ("opties", "options"),
    "state.steps": ("stappen", "steps"),
    "state.waiting": ("wacht", "waiting"),
    "state.aftercare": ("nazorg", "aftercare"),
    "state.closed": ("gesloten", "closed"),
    # -- sections
    "section.all": ("alle", "all"),
    "section.mine": ("mijn", "mine"),
    "section.new": ("nieuw", "new"),
    "section.active": ("lopend", "active"),
    "section.waiting": ("wacht", "waiting"),
    "section.aftercare": ("nazorg", "aftercare"),
    "section.overdue": ("te laat", "overdue"),
    "section.deputy": ("waarneming", "deputy"),
    "section.closed": ("gesloten", "closed"),
    # -- why a case needs a look: a letter in the list, words below it
    "flag.integrity": ("#", "#"),
    "flag.overdue": ("!", "!"),
    "flag.aftercare-due": ("n", "a"),
    "flag.deputy-expired": ("w", "d"),
    "flag.cover-without-consent": ("t", "c"),
    "flag.no-next-action": ("?", "?"),
    "flag.anomaly": ("#", "#"),
    "reason.integrity": ("# er klopt iets niet (8 Controle)", "# something does not fit (8 Audit)"),
    "reason.overdue": ("termijn voorbij", "overdue"),
    "reason.aftercare-due": ("n nazorg te doen", "a aftercare due"),
    "reason.deputy-expired": ("w waarneming verlopen", "d deputy's time is over"),
    "reason.cover-without-consent": ("t waarneming zonder toestemming", "c cover without consent"),
    "reason.no-next-action": ("? geen volgende actie", "? no next action"),
    "reason.anomaly": ("# iets overtrad een regel", "# something broke a rule"),
    "news.one": ("+{n} nieuw van een ander", "+{n} new from somebody else"),
    "news.other": ("+{n} nieuw van anderen", "+{n} new from others"),
    "with": ("samen met {name}", "together with {name}"),
    "found": ("in tekst: {snippet}", "in text: {snippet}"),
    "in_texts": ("in de teksten gevonden", "found in the texts"),
    # -- nothing to show
    "empty": ("Geen zaken in dit deel.", "No cases in this section."),
    "empty.filter": (
        "Geen zaken met dit filter. Esc toont weer alles.",
        "No cases with this filter. Esc shows all again.",
    ),
    "empty.elsewhere": (
        "Niets in dit deel met dit filter. Wel in: {sections}. < en > wisselen van deel.",
        "Nothing in this section with this filter. But in: {sections}. < and > change section.",
    ),
    "first": (
        "Er zijn nog geen zaken.\n\n"
        "n   leg het eerste gesprek vast: alleen een alias en een kanaal zijn nodig\n"
        ":klanten   de organisaties waarvoor u werkt (een coördinator voegt ze toe)\n"
        "7   wie er in het team zit, en de woorden die u met hen vergelijkt\n"
        "?   alle toetsen van dit scherm\n\n"
        "Wat u vastlegt, leest alleen u, tot u met toestemming van de melder een waarnemer toelaat.",
        "There are no cases yet.\n\n"
        "n   record the first conversation: only an alias and a channel are needed\n"
        ":clients   the organisations you work for (a coordinator adds them)\n"
        "7   who is in the team, and the words to compare with them\n"
        "?   all keys of this screen\n\n"
        "What you record is read by you alone, until you admit a deputy with the reporter's consent.",
    ),
    # -- the line at which something is typed
    "find.filter": ("Filter:", "Filter:"),
    "find.jump": ("Zoek:", "Find:"),
    "find.mark": ("Markeer:", "Mark:"),
    "find.code": ("Zaak met code:", "Case with code:"),
    "find.filter.hint": (
        "woorden, is:telaat, klant:nrd, aard:pesten, -woord   Tab vult aan",
        "words, is:overdue, client:nrd, nature:bullying, -word   Tab completes",
    ),
    "find.jump.hint": ("woorden in titels en teksten   Enter klaar", "words in titles and texts   Enter done"),
    "find.mark.hint": (
        "is:telaat, klant:nrd   Tab vult aan, Enter markeert",
        "is:overdue, client:nrd   Tab completes, Enter marks",
    ),
    "find.code.hint": ("de code of het begin ervan   Enter opent", "the code or the beginning of it   Enter opens"),
    "said.filter.one": ("Filter {query}: {n} zaak. Esc toont alles", "Filter {query}: {n} case. Esc shows all"),
    "said.filter.other": ("Filter {query}: {n} zaken. Esc toont alles", "Filter {query}: {n} cases. Esc shows all"),
    "said.texts.one": (" ({n} alleen in de tekst)", " ({n} in its text only)"),
    "said.texts.other": (" ({n} alleen in de tekst)", " ({n} in their texts only)"),
    "said.indexing": (" - teksten worden nog gelezen", " - texts are still being read"),
    "said.hits.one": ("Gevonden: {words}: {n} zaak. Esc wist", "Found: {words}: {n} case. Esc clears"),
    "said.hits.other": (
        "Gevonden: {words}: {n} zaken. ^n volgende, N vorige, Esc wist",
        "Found: {words}: {n} cases. ^n next, N previous, Esc clears",
    ),
    # -- putting off, labels, handing over
    "snooze.title": ("{what} laten sluimeren tot", "Snooze {what} until"),
    "snooze.tomorrow": ("morgen", "tomorrow"),
    "snooze.week": ("volgende week", "next week"),
    "snooze.month": ("over een maand", "in a month"),
    "snooze.other": ("een andere dag", "another day"),
    "snooze.wake": ("wakker maken", "wake up"),
    "snooze.until": ("Tot", "Until"),
    "snooze.which": ("Tot welke dag?", "Until which day?"),
    "snoozing": ("z sluimert tot {day}", "z snoozed until {day}"),
    "tag.title": ("Labels van {what}", "Labels of {what}"),
    "tag.new": ("nieuw label", "new label"),
    "tag.on": ("zet erop", "put on"),
    "tag.off": ("haal eraf", "take off"),
    "tag.some": ("op {n} van {all}; zet op alle", "on {n} of {all}; put on all"),
    "tag.label": ("Label", "Label"),
    "tag.empty": ("kort woord, geen naam van iemand", "a short word, nobody's name"),
    "hand_over.title": ("{what} overdragen", "Hand over {what}"),
    "hand_over.member": ("Aan", "To"),
    "hand_over.whom": ("Aan wie? Typ een naam.", "To whom? Type a name."),
    "hand_over.why": (
        "Alleen met toestemming van de melder hiervoor; ontbreekt die, dan vraagt vp erom.",
        "Only with the reporter's consent to just this; where it is missing, vp asks for it.",
    ),
    "hand_over.ask": ("{what} overdragen aan {name}?", "Hand over {what} to {name}?"),
    "hand_over.owns": (
        "{name} wordt eigenaar en leest het hele dossier.",
        "{name} becomes the owner and reads the whole file.",
    ),
    "hand_over.lose": (
        "U kunt er daarna niet meer in lezen. Wat u weet, blijft u weten.",
        "You can no longer read in it afterwards. What you know, you still know.",
    ),
    "hand_over.personal": (
        "Uw persoonlijke aantekeningen gaan niet mee: die leest {name} nooit.",
        "Your personal notes do not go along: {name} never reads them.",
    ),
    "hand_over.missing.one": (
        "Voor {n} zaak ontbreekt de toestemming nog: daar wordt eerst om gevraagd.",
        "For {n} case the consent is still missing: that is asked for first.",
    ),
    "hand_over.missing.other": (
        "Voor {n} zaken ontbreekt de toestemming nog: daar wordt per zaak om gevraagd.",
        "For {n} cases the consent is still missing: that is asked for case by case.",
    ),
    "hand_over.undo": (
        "Terug kan alleen als {name} ze weer aan u overdraagt.",
        "It comes back only if {name} hands it over to you again.",
    ),
    "hand_over.declined": ("geen toestemming vastgelegd", "no consent recorded"),
    "hand_over.kept.one": ("{n} zaak is niet overgedragen", "{n} case was not handed over"),
    "hand_over.kept.other": ("{n} zaken zijn niet overgedragen", "{n} cases were not handed over"),
    # -- saved views
    "view.title": ("Weergaven", "Views"),
    "view.save": ("bewaar deze weergave", "save this view"),
    "view.drop": ("verwijder een weergave", "remove a view"),
    "view.name": ("naam", "name"),
    "view.everything": ("alle zaken", "all cases"),
    # -- notices
    "note.sorted": ("Op volgorde van {sort}.", "Ordered by {sort}."),
    "note.reversed": ("Op volgorde van {sort}, omgekeerd.", "Ordered by {sort}, reversed."),
    "note.hit": ("{n} van {all}", "{n} of {all}"),
    "note.marked": ("{n} gemarkeerd.", "{n} marked."),
    "note.closed": ("{n} gesloten.", "{n} closed."),
    "note.saved": (
        "Weergave bewaard; w opent haar, op al uw apparaten.",
        "View saved; w opens it, on all your devices.",
    ),
    "note.dropped": ("Weergave verwijderd; de zaken blijven.", "View removed; the cases stay."),
    "note.snoozed": (
        "{what}: sluimert tot {day}; filter is:sluimert toont wat sluimert.",
        "{what}: snoozed until {day}; the filter is:snoozed shows what is.",
    ),
    "note.woken": ("{what}: weer wakker.", "{what}: awake again."),
    "note.tagged": ("{what}: {labels}.", "{what}: {labels}."),
    "note.handed_over": ("{what} overgedragen aan {name}.", "{what} handed over to {name}."),
    # -- arguments
    "arg.until": ("dag", "day"),
    "arg.labels": ("labels; -label haalt eraf", "labels; -label takes off"),
    "arg.section": ("deel", "section"),
    "arg.sort": ("due, age, last, alias, client of state", "due, age, last, alias, client or state"),
    "arg.code": ("code", "code"),
    "arg.state": ("toestand", "state"),
    "arg.query": ("filter", "filter"),
    "arg.view": ("naam", "name"),
    # -- actions
    "act.new": ("nieuw", "new"),
    "act.new.help": (
        "Registreer een gesprek in een minuut; alleen alias en kanaal zijn nodig.",
        "Register a conversation in a minute; only alias and channel are needed.",
    ),
    "act.section_next": ("volgend deel", "next section"),
    "act.section_next.help": ("Naar het volgende deel van de lijst.", "To the next section of the list."),
    "act.section_previous": ("vorig deel", "previous section"),
    "act.section_previous.help": ("Naar het vorige deel van de lijst.", "To the previous section of the list."),
    "act.section": ("toon deel", "show section"),
    "act.section.help": (
        "Toon een deel: alle, mijn, nieuw, lopend, wacht, nazorg, te laat, waarneming, gesloten.",
        "Show a section: all, mine, new, active, waiting, aftercare, overdue, deputy, closed.",
    ),
    "act.sort": ("volgorde", "order"),
    "act.sort.help": (
        "Volgende volgorde: termijn, langst in deze toestand, laatst gewijzigd, alias, klant, toestand.",
        "Next order: due date, longest in this state, last changed, alias, client, state.",
    ),
    "act.reverse": ("omgekeerd", "reverse"),
    "act.reverse.help": ("Keer de volgorde om.", "Reverse the order."),
    "act.hit_next": ("volgende treffer", "next hit"),
    "act.hit_next.help": ("Naar de volgende zaak die gevonden is.", "To the next case that was found."),
    "act.hit_previous": ("vorige treffer", "previous hit"),
    "act.hit_previous.help": ("Naar de vorige zaak die gevonden is.", "To the previous case that was found."),
    "act.clear": ("toon alles", "show all"),
    "act.clear.help": ("Wis filter en zoekwoorden.", "Clear filter and search words."),
    "act.code": ("zaak met code", "case by code"),
    "act.code.help": (
        "Open een zaak met haar code, of het begin ervan.",
        "Open a case by its code, or the beginning of it.",
    ),
    "act.state": ("toestand", "state"),
    "act.state.help": (
        "Wijzig de toestand van de gemarkeerde zaken, of van die onder de cursor.",
        "Change the state of the marked cases, or of the one under the cursor.",
    ),
    "act.next": ("volgende actie", "next action"),
    "act.next.help": (
        "Spreek af wat er nu gebeurt en voor wanneer, voor alle gemarkeerde zaken.",
        "Agree on what happens next and by when, for all marked cases.",
    ),
    "act.snooze": ("sluimer", "snooze"),
    "act.snooze.help": (
        "Haal de gemarkeerde zaken, of die onder de cursor, uit het zicht tot een dag.",
        "Put the marked cases, or the one under the cursor, out of sight until a day.",
    ),
    "act.tag": ("labels", "labels"),
    "act.tag.help": (
        "Zet een label op de gemarkeerde zaken, of haal het eraf; label: in het filter vindt ze.",
        "Put a label on the marked cases, or take it off; label: in the filter finds them.",
    ),
    "act.hand_over": ("overdragen", "hand over"),
    "act.hand_over.help": (
        "Draag zaken over aan een collega, elk met toestemming van de melder.",
        "Hand cases over to a colleague, each with the reporter's consent.",
    ),
    "act.hand_over.word": ("OVERDRAGEN", "HAND OVER"),
    "act.close": ("afsluiten", "close"),
    "act.close.help": (
        "Sluit de gemarkeerde zaken, of die onder de cursor, met een reden en nazorg.",
        "Close the marked cases, or the one under the cursor, with a reason and aftercare.",
    ),
    "act.close.word": ("SLUITEN", "CLOSE"),
    "act.mark_all": ("markeer alles", "mark all"),
    "act.mark_all.help": ("Markeer elke zaak die nu in de lijst staat.", "Mark every case that is in the list now."),
    "act.mark": ("markeer met filter", "mark by filter"),
    "act.mark.help": (
        "Markeer de zaken in de lijst die een filter vindt, bijvoorbeeld is:telaat.",
        "Mark the cases of the list that a filter finds, for example is:overdue.",
    ),
    "act.views": ("weergaven", "views"),
    "act.views.help": ("Open, bewaar of verwijder een bewaarde weergave.", "Open, save or remove a saved view."),
    "act.view_save": ("bewaar weergave", "save view"),
    "act.view_save.help": ("Bewaar filter en volgorde onder een naam.", "Save filter and order under a name."),
    "act.view_drop": ("verwijder weergave", "remove view"),
    "act.view_drop.help": (
        "Verwijder een bewaarde weergave; de zaken blijven.",
        "Remove a saved view; the cases stay.",
    ),
}
