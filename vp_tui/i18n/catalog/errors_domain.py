"""What the rules of the profession refuse, and what to do instead."""

TEXT: dict[str, tuple[str, str]] = {
    # -- text
    "text-missing.title": ("Hier ontbreekt tekst.", "Text is missing here."),
    "text-missing.hint": ("Vul het veld in.", "Fill in the field."),
    "line-too-long.title": (
        "Deze regel is te lang: {length} tekens, er passen er {limit}.",
        "This line is too long: {length} characters, {limit} fit.",
    ),
    "line-too-long.hint": (
        "Maak de regel korter, of zet het verhaal in een aantekening.",
        "Shorten the line, or put the story in a note.",
    ),
    "text-too-long.title": (
        "Deze tekst is te groot: {size} KiB, er past {limit} KiB in één aantekening.",
        "This text is too large: {size} KiB, {limit} KiB fit in one note.",
    ),
    "text-too-long.hint": (
        "Er is niets verloren: uw tekst staat er nog. Verdeel hem over meer aantekeningen.",
        "Nothing is lost: your text is still there. Divide it over several notes.",
    ),
    "nothing-changed.title": ("Er is niets gewijzigd.", "Nothing was changed."),
    "nothing-changed.hint": ("Wijzig eerst iets, of verlaat het veld.", "Change something first, or leave the field."),
    # -- dates and durations
    "date-not-understood.title": ("Deze datum is niet te lezen.", "This date cannot be read."),
    "date-not-understood.hint": (
        "Typ bijvoorbeeld 31-12, morgen, vrijdag, volgende week dinsdag of over 3 dagen.",
        "Type for example 31-12, tomorrow, friday, next tuesday or in 3 days.",
    ),
    "date-unknown-day.title": (
        "Dag {day} bestaat niet in maand {month}.",
        "Day {day} does not exist in month {month}.",
    ),
    "date-unknown-day.hint": ("De laatste dag van die maand is {last}.", "The last day of that month is {last}."),
    "date-in-future.title": ("Deze datum ligt in de toekomst.", "This date lies in the future."),
    "date-in-future.hint": (
        "Wat u vastlegt is al gebeurd: kies vandaag of een dag daarvoor.",
        "What is recorded has happened: choose today or a day before.",
    ),
    "due-in-past.title": ("Deze termijn is al voorbij.", "This date has already passed."),
    "due-in-past.hint": ("Kies vandaag of een dag daarna.", "Choose today or a day after."),
    "until-in-past.title": ("De waarneming zou al voorbij zijn.", "The deputy's time would already be over."),
    "until-in-past.hint": (
        "Kies als laatste dag vandaag of later, of laat hem open.",
        "Choose today or later as the last day, or leave it open.",
    ),
    "duration-not-understood.title": ("Deze duur is niet te lezen.", "This duration cannot be read."),
    "duration-not-understood.hint": (
        "Typ minuten, of uren en minuten: 45 of 1u30.",
        "Type minutes, or hours and minutes: 45 or 1h30.",
    ),
    "minutes-out-of-range.title": (
        "Een gesprek duurt hoogstens {most} minuten.",
        "A conversation takes {most} minutes at most.",
    ),
    "minutes-out-of-range.hint": ("Typ de duur in minuten.", "Type the duration in minutes."),
    # -- codes
    "code-missing.title": ("Hier moet een keuze uit de lijst.", "A choice from the list is needed here."),
    "code-missing.hint": ("Typ het begin van een woord of van een code.", "Type the beginning of a word or of a code."),
    "code-unknown.title": ("Deze code staat niet in de lijst.", "This code is not in the list."),
    "code-unknown.hint": ("Typ het begin van een woord en kies.", "Type the beginning of a word and choose."),
    "code-expired.title": ("De code {code} geldt niet op deze dag.", "The code {code} is not valid on this day."),
    "code-expired.hint": (
        "Kies een geldende code; oude zaken houden hun oude.",
        "Choose a valid code; old cases keep theirs.",
    ),
    "natures-too-many.title": ("Hoogstens {limit} keer een aard.", "At most {limit} natures."),
    "natures-too-many.hint": (
        "Kies de hoofdaard en hoogstens drie andere.",
        "Choose the main nature and at most three more.",
    ),
    "nature-twice.title": ("Dezelfde aard staat er twee keer.", "The same nature is there twice."),
    "nature-twice.hint": ("Haal er één weg.", "Take one of them away."),
    # -- who may
    "not-your-case.title": ("Deze zaak is niet van u.", "This case is not yours."),
    "not-your-case.hint": (
        "Alleen de eigenaar en de waarnemer schrijven in een zaak.",
        "Only the owner and the deputy write in a case.",
    ),
    "owner-only.title": ("Dit kan alleen de eigenaar.", "Only the owner can do this."),
    "owner-only.hint": ("Vraag het de eigenaar van de zaak.", "Ask the owner of the case."),
    "deputy-expired.title": ("Uw waarneming liep tot en met {until}.", "You were the deputy up to {until}."),
    "deputy-expired.hint": (
        "Vraag de eigenaar om een nieuwe waarneming, met toestemming van de melder.",
        "Ask the owner to make you the deputy again, with the reporter's consent.",
    ),
    # -- cases
    "case-not-found.title": ("Geen zaak met deze code.", "No case with this code."),
    "case-not-found.hint": (
        "Typ het begin van de zaakcode, minstens twee tekens.",
        "Type the beginning of the case code, at least two characters.",
    ),
    "case-ambiguous.title": ("{n} zaken beginnen met deze code.", "{n} cases begin with this code."),
    "case-ambiguous.hint": ("Typ meer tekens van de code.", "Type more characters of the code."),
    "duplicate-alias.title": (
        "U hebt al een open zaak met deze alias.",
        "You already have an open case by this alias.",
    ),
    "duplicate-alias.hint": (
        "Kies een andere alias, of schrijf verder in de zaak die er al is.",
        "Choose another alias, or go on in the case that exists.",
    ),
    "already-opened.title": ("Dit bestaat al.", "This exists already."),
    "already-opened.hint": ("Ververs de lijst en open wat er is.", "Refresh the list and open what is there."),
    "space-empty.title": (
        "Dit bestaat nog niet, of u kunt het niet lezen.",
        "This does not exist yet, or you cannot read it.",
    ),
    "space-empty.hint": (
        "Registreer het eerst, of wacht tot alles is opgehaald.",
        "Register it first, or wait until everything has been fetched.",
    ),
    "core-field-unknown.title": ("Dit gegeven is zo niet te wijzigen.", "This cannot be changed in that way."),
    "core-field-unknown.hint": (
        "Kies een van de kerngegevens, zoals alias, klant, aard, rol, identiteit of wens.",
        "Choose one of the core fields, such as alias, client, nature, role, identity or wish.",
    ),
    "core-changed.title": ("Dit gegeven is intussen gewijzigd.", "This has been changed in the meantime."),
    "core-changed.hint": (
        "Uw invoer staat er nog. Bekijk de nieuwe waarde en bewaar opnieuw als de uwe moet gelden.",
        "What you typed is still there. Look at the new value, and save again if yours should stand.",
    ),
    "client-unknown.title": ("Deze klant staat niet in de lijst.", "This client is not in the list."),
    "client-unknown.hint": (
        "Kies een klant die niet gearchiveerd is, of laat het veld leeg.",
        "Choose a client that is not archived, or leave the field empty.",
    ),
    # -- notes
    "note-not-found.title": ("Deze aantekening is er niet.", "There is no such note."),
    "note-not-found.hint": ("Ververs de zaak en kies opnieuw.", "Refresh the case and choose again."),
    "note-changed.title": (
        "Iemand heeft deze aantekening intussen gewijzigd.",
        "Somebody changed this note in the meantime.",
    ),
    "note-changed.hint": (
        "Uw tekst is bewaard. Vergelijk de twee en bewaar opnieuw.",
        "Your text is kept. Compare the two and save again.",
    ),
    "note-withdrawn.title": ("Deze aantekening is ingetrokken.", "This note was withdrawn."),
    "note-withdrawn.hint": (
        "Uw tekst is bewaard. Maak er een nieuwe aantekening van als hij moet blijven.",
        "Your text is kept. Make it a new note if it should stay.",
    ),
    "note-exists.title": ("Deze aantekening is al bewaard.", "This note has been saved already."),
    "note-exists.hint": ("Ververs de zaak: zij staat in de tijdlijn.", "Refresh the case: it is in the timeline."),
    "note-is-no-conversation.title": (
        "Een aantekening heeft geen datum, duur of kanaal.",
        "A note has no date, duration or channel.",
    ),
    "note-is-no-conversation.hint": ("Leg een gesprek vast.", "Record a conversation."),
    # -- next action
    "next-action-changed.title": (
        "De volgende actie is intussen gewijzigd.",
        "The next action has been changed in the meantime.",
    ),
    "next-action-changed.hint": (
        "Bekijk wat er nu staat en bewaar opnieuw.",
        "Look at what is there now and save again.",
    ),
    "no-next-action.title": ("Er is geen volgende actie.", "There is no next action."),
    "no-next-action.hint": ("Spreek er eerst een af.", "Agree on one first."),
    "next-action-open.title": ("Er staat nog een volgende actie open.", "There is still an open next action."),
    "next-action-open.hint": (
        "Vink haar eerst af, of zeg uitdrukkelijk dat zij vervalt.",
        "Complete it first, or say expressly that it is dropped.",
    ),
    # -- state, closing, aftercare
    "state-not-reachable.title": ("Deze toestand kan hierna niet komen.", "This state cannot come next."),
    "state-not-reachable.hint": ("Kies een van de aangeboden toestanden.", "Choose one of the states offered."),
    "state-by-closing.title": (
        "Naar nazorg of gesloten gaat een zaak door af te sluiten.",
        "A case comes to aftercare or closed by being closed.",
    ),
    "state-by-closing.hint": ("Sluit de zaak af, met een reden.", "Close the case, with a reason."),
    "waiting-for-nothing.title": (
        "Waarop gewacht wordt, hoort bij de toestand wachten.",
        "What is waited for belongs to the state waiting.",
    ),
    "waiting-for-nothing.hint": ("Laat het veld leeg, of kies wachten.", "Leave the field empty, or choose waiting."),
    "case-closed.title": ("Deze zaak is gesloten.", "This case is closed."),
    "case-closed.hint": (
        "Heropen haar eerst, met een reden; wat u typte blijft staan.",
        "Reopen it first, with a reason; what you typed stays.",
    ),
    "case-not-closed.title": ("Deze zaak is niet gesloten.", "This case is not closed."),
    "case-not-closed.hint": ("U kunt er gewoon in verder.", "You can simply go on in it."),
    "closed-before-received.title": (
        "De zaak zou gesloten zijn voor zij binnenkwam.",
        "The case would be closed before it came in.",
    ),
    "closed-before-received.hint": (
        "Kies een dag vanaf de ontvangstdatum.",
        "Choose a day from the date of receipt onward.",
    ),
    "aftercare-before-closing.title": ("Nazorg komt na het afsluiten.", "Aftercare comes after closing."),
    "aftercare-before-closing.hint": (
        "Kies dagen na de sluitingsdatum.",
        "Choose days after the date of closing.",
    ),
    "aftercare-too-often.title": ("Hoogstens {limit} nazorgmomenten.", "At most {limit} moments of aftercare."),
    "aftercare-too-often.hint": ("Spreek er minder af.", "Agree on fewer."),
    "aftercare-not-planned.title": (
        "Op deze dag staat geen nazorg open.",
        "No aftercare is open on this day.",
    ),
    "aftercare-not-planned.hint": ("Kies een van de afgesproken dagen.", "Choose one of the agreed days."),
    # -- deputy
    "consent-missing.title": (
        "Hiervoor is geen toestemming van de melder vastgelegd.",
        "The reporter's consent for this has not been recorded.",
    ),
    "consent-missing.hint": (
        "Vraag de melder wie wat mag weten en waarvoor, en leg vast wanneer en hoe de toestemming gegeven is.",
        "Ask the reporter who may know what and for what, and record when and how the consent was given.",
    ),
    "consent-how-missing.title": (
        "Hoe de toestemming gegeven is, ontbreekt.",
        "How the consent was given is missing.",
    ),
    "consent-how-missing.hint": ("Kies mondeling of schriftelijk.", "Choose oral or written."),
    "deputy-is-owner.title": ("De eigenaar kan niet haar eigen waarnemer zijn.", "The owner cannot be her own deputy."),
    "deputy-is-owner.hint": ("Kies een collega.", "Choose a colleague."),
    "deputy-exists.title": ("Deze zaak heeft al een waarnemer.", "This case has a deputy already."),
    "deputy-exists.hint": ("Beëindig eerst die waarneming.", "End that first."),
    "deputy-no-confidant.title": ("Dit lid is geen vertrouwenspersoon.", "This member is not a confidant."),
    "deputy-no-confidant.hint": (
        "Alleen een vertrouwenspersoon kan waarnemen.",
        "Only a confidant can be a deputy.",
    ),
    "no-deputy.title": ("Deze zaak heeft geen waarnemer.", "This case has no deputy."),
    "no-deputy.hint": ("Er is niets te beëindigen.", "There is nothing to end."),
    # -- clients, practice, personal
    "client-code-form.title": ("Dit is geen klantcode.", "This is not a client code."),
    "client-code-form.hint": (
        "Typ twee tot zes letters of cijfers, een streepje en twee cijfers: NRD-01.",
        "Type two to six letters or digits, a hyphen and two digits: NRD-01.",
    ),
    "duplicate-client-code.title": (
        "De code {code} is al van een andere klant.",
        "The code {code} is another client's.",
    ),
    "duplicate-client-code.hint": ("Kies een ander nummer.", "Choose another number."),
    "client-changed.title": ("Deze klant is intussen gewijzigd.", "This client has been changed in the meantime."),
    "client-changed.hint": ("Bekijk wat er nu staat en bewaar opnieuw.", "Look at what is there now and save again."),
    "client-archived.title": ("Deze klant is al gearchiveerd.", "This client is archived already."),
    "client-archived.hint": ("Er is niets te doen.", "There is nothing to do."),
    "compared-how-missing.title": (
        "Hoe jullie de woorden vergeleken, ontbreekt.",
        "How you compared the words is missing.",
    ),
    "compared-how-missing.hint": (
        "Kies telefoon, bij elkaar of beeldbellen; nooit per mail of bericht.",
        "Choose telephone, in person or video; never by mail or message.",
    ),
    "view-not-found.title": ("Geen bewaarde weergave met deze naam.", "No saved view of this name."),
    "view-not-found.hint": ("Kies er een uit de lijst.", "Choose one from the list."),
    "sort-unknown.title": ("Deze volgorde bestaat niet.", "There is no such order."),
    "sort-unknown.hint": (
        "Kies due, age, last, alias, client of state; met een streepje ervoor omgekeerd.",
        "Choose due, age, last, alias, client or state; reversed with a hyphen before it.",
    ),
    # -- query
    "query-unknown-filter.title": (
        "Dit filter bestaat niet (teken {position}).",
        "There is no such filter (character {position}).",
    ),
    "query-unknown-filter.hint": (
        "Tab toont de filters. Zet een woord met een dubbele punt tussen aanhalingstekens.",
        "Tab shows the filters. Put a word with a colon between quotation marks.",
    ),
    "query-unknown-value.title": (
        "Deze waarde past niet bij het filter (teken {position}).",
        "This value does not fit the filter (character {position}).",
    ),
    "query-unknown-value.hint": ("Tab vult aan wat mogelijk is.", "Tab completes what is possible."),
    "query-open-quote.title": (
        "Een aanhalingsteken is niet gesloten (teken {position}).",
        "A quotation mark is not closed (character {position}).",
    ),
    "query-open-quote.hint": ("Zet er een achter de zin.", "Put one after the phrase."),
}
