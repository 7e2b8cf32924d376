"""What the rules of the care for a reporter refuse, and what to do instead."""

TEXT: dict[str, tuple[str, str]] = {
    # -- rows that others changed, and choices
    "entry-changed.title": ("Dit is intussen gewijzigd.", "This has been changed in the meantime."),
    "entry-changed.hint": (
        "Bekijk de nieuwe versie en doe het daarna opnieuw; wat je typte is bewaard.",
        "Look at the new version and do it again; what you typed is kept.",
    ),
    "entry-exists.title": ("Dit is al vastgelegd.", "This has been recorded already."),
    "entry-exists.hint": ("Er hoeft niets meer te gebeuren.", "Nothing more needs to be done."),
    "entry-not-found.title": ("Dit staat niet in deze zaak.", "This is not in this case."),
    "entry-not-found.hint": ("Ververs het scherm en kies opnieuw.", "Refresh the screen and choose again."),
    "choice-unknown.title": ("Deze keuze bestaat hier niet.", "This choice does not exist here."),
    "choice-unknown.hint": ("Kies een van de aangeboden woorden.", "Choose one of the words offered."),
    "number-out-of-range.title": ("Kies een getal van {least} tot {most}.", "Choose a number from {least} to {most}."),
    "number-out-of-range.hint": ("Typ een geheel getal.", "Type a whole number."),
    "code-other-country.title": (
        "De code {code} hoort niet bij dit land ({country}).",
        "The code {code} does not belong to this country ({country}).",
    ),
    "code-other-country.hint": (
        "Kies een code van het land op de mandaatkaart.",
        "Choose a code of the country on the mandate card.",
    ),
    "since-form.title": ("Zo is deze periode niet te lezen.", "This period cannot be read like that."),
    "since-form.hint": ("Typ een jaar of een kwartaal: 2025 of 2025-Q3.", "Type a year or a quarter: 2025 or 2025-Q3."),
    "time-not-understood.title": ("Deze tijd is niet te lezen.", "This time cannot be read."),
    "time-not-understood.hint": ("Typ uren en minuten: 14:30.", "Type hours and minutes: 14:30."),
    "tag-form.title": ("Zo kan een label niet heten.", "A label cannot be called that."),
    "tag-form.hint": (
        "Gebruik één woord van letters, cijfers en streepjes.",
        "Use one word of letters, digits and hyphens.",
    ),
    "tags-too-many.title": ("Hoogstens {limit} labels.", "At most {limit} labels."),
    "tags-too-many.hint": ("Haal er eerst een weg.", "Take one off first."),
    "snooze-in-past.title": ("Deze dag is al begonnen of voorbij.", "This day has already begun or passed."),
    "snooze-in-past.hint": ("Kies morgen of later.", "Choose tomorrow or later."),
    # -- the mandate card
    "mandate-ends-before.title": ("De aanstelling eindigt voor zij begint.", "The appointment ends before it begins."),
    "mandate-ends-before.hint": ("Verbeter een van beide datums.", "Correct one of the dates."),
    "threshold-too-low.title": ("De drempel k is minstens {least}.", "The threshold k is at least {least}."),
    "threshold-too-low.hint": (
        "Kleine aantallen zijn herleidbaar; 5 is gebruikelijk.",
        "Small numbers can be traced; 5 is usual.",
    ),
    "mediation-not-in-mandate.title": (
        "Bemiddelen staat niet in het mandaat van deze klant.",
        "Mediation is not in this client's mandate.",
    ),
    "mediation-not-in-mandate.hint": (
        "Kies een begeleid gesprek of verwijs naar een mediator, of laat de coördinator de mandaatkaart aanvullen.",
        "Choose an accompanied talk or refer to a mediator, or have the coordinator complete the mandate card.",
    ),
    "pressure-names-case.title": (
        "Deze tekst noemt een zaak of een alias.",
        "This text names a case or an alias.",
    ),
    "pressure-names-case.hint": (
        "Het drukregister staat los van zaken: schrijf het op zonder zaakcode of alias.",
        "The register of pressure is apart from cases: write it down without a case code or alias.",
    ),
    # -- reporters and intake
    "both-sides.title": (
        "Een vertrouwenspersoon staat niet aan beide kanten van één kwestie.",
        "A confidant does not stand on both sides of one matter.",
    ),
    "both-sides.hint": (
        "Verwijs de ander naar een collega die niets van deze zaak weet.",
        "Refer the other to a colleague who knows nothing of this case.",
    ),
    "identity-anonymous.title": (
        "Wie ook voor jou anoniem is, heeft hier geen naam.",
        "Somebody who is anonymous to you as well has no name here.",
    ),
    "identity-anonymous.hint": (
        "Wijzig eerst de identiteit als de melder bekend wil zijn, of laat de naam weg.",
        "Change the identity first if the reporter wants to be known, or leave out the name.",
    ),
    "reporters-too-many.title": ("Hoogstens {limit} melders in één zaak.", "At most {limit} reporters in one case."),
    "reporters-too-many.hint": ("Begin een tweede zaak en koppel haar.", "Begin a second case and link it."),
    "links-too-many.title": ("Hoogstens {limit} gekoppelde zaken.", "At most {limit} linked cases."),
    "links-too-many.hint": ("Verbreek eerst een koppeling.", "Unlink one first."),
    "stage-warning.title": (
        "Bespreek eerst wat een formele melding betekent.",
        "First talk over what a formal report means.",
    ),
    "stage-warning.hint": (
        "Na een formele melding heeft de melder de regie niet meer: bevestig dat dit besproken is; noteer het besluit.",
        "After a formal report the reporter loses control: confirm that this was talked over, and record the decision.",
    ),
    "norm-not-running.title": ("Deze norm loopt niet.", "This norm is not running."),
    "norm-not-running.hint": (
        "De normen lopen vanaf de eerste formele melding, tot eraan voldaan is.",
        "The norms run from the first formal report until they are met.",
    ),
    # -- consent and disclosure
    "consent-ends-before.title": ("De toestemming eindigt voor zij begint.", "The consent ends before it begins."),
    "consent-ends-before.hint": ("Verbeter een van beide datums.", "Correct one of the dates."),
    "consent-withdrawn.title": ("Deze toestemming is al ingetrokken, op {on}.", "This consent was withdrawn on {on}."),
    "consent-withdrawn.hint": (
        "Geeft de melder opnieuw toestemming, leg die dan apart vast.",
        "If the reporter consents again, record that separately.",
    ),
    "until-after-consent.title": (
        "De toestemming loopt tot en met {until}.",
        "The consent ends on {until}.",
    ),
    "until-after-consent.hint": (
        "Kies een vroegere laatste dag, of vraag de melder om verlenging.",
        "Choose an earlier last day, or ask the reporter to extend it.",
    ),
    "party-missing.title": ("Voor wie of met wie dit is, ontbreekt.", "For whom or with whom this is, is missing."),
    "party-missing.hint": ("Kies een partij.", "Choose a party."),
    "party-no-colleague.title": (
        "Dit is geen andere vertrouwenspersoon van deze praktijk.",
        "This is no other confidant of this practice.",
    ),
    "party-no-colleague.hint": ("Kies een collega uit de lijst.", "Choose a colleague from the list."),
    "party-not-for-purpose.title": (
        "Deze partij past niet bij dit doel.",
        "This party does not fit this purpose.",
    ),
    "party-not-for-purpose.hint": (
        "Waarneming en overdracht zijn voor een collega; de andere doelen zijn voor anderen.",
        "Cover and hand-over are for a colleague; the other purposes are for others.",
    ),
    "letter-without-draft.title": (
        "Bij een brief hoort één versie van één concept, en bij niets anders.",
        "A letter, and nothing else, goes with one version of one draft.",
    ),
    "letter-without-draft.hint": (
        "Kies het concept en de versie die de melder heeft gezien.",
        "Choose the draft and the version that the reporter has seen.",
    ),
    "export-not-today.title": ("Een export is altijd van vandaag.", "An export is always of today."),
    "export-not-today.hint": ("Laat de datum weg.", "Leave out the date."),
    # -- steps and referrals
    "step-not-consulted.title": (
        "Deze stap is nog niet met de melder afgestemd.",
        "This step has not been talked over with the reporter.",
    ),
    "step-not-consulted.hint": (
        "Leg eerst vast wanneer de stap besproken is en wat de melder kiest.",
        "First record when the step was talked over and what the reporter chooses.",
    ),
    "step-not-reachable.title": ("Zo kan deze stap nu niet verder.", "This step cannot go there now."),
    "step-not-reachable.hint": ("Kies een van de aangeboden standen.", "Choose one of the states offered."),
    "step-before-decision.title": (
        "Voor een melding begint, hoort de melder wat die betekent, en beslist.",
        "Before a report begins the reporter hears what it means, and decides.",
    ),
    "step-before-decision.hint": (
        "Leg eerst de integriteitsfase vast, met dat het gezegd is en wat de melder besliste.",
        "First record the integrity stage: that it was said, and what the reporter decided.",
    ),
    "step-none-acts.title": (
        "Bij 'geen stap' doet niemand iets, ook de vertrouwenspersoon niet.",
        "With 'no step' nobody does anything, nor does the confidant.",
    ),
    "step-none-acts.hint": (
        "Kies bij Stap wat er gebeurt, of laat het bij de melder zelf.",
        "Choose as the step what will happen, or leave it with the reporter.",
    ),
    "step-under-way.title": (
        "Deze stap loopt al of is gedaan; wat afgesproken is, staat vast.",
        "This step is under way or done; what was agreed stands.",
    ),
    "step-under-way.hint": (
        "Maak een nieuwe stap, en laat deze vervallen als hij niet doorgaat.",
        "Make a new step, and drop this one if it is not going ahead.",
    ),
    "referral-not-reachable.title": ("Zo kan deze verwijzing nu niet verder.", "This referral cannot go there now."),
    "referral-not-reachable.hint": ("Kies een van de aangeboden standen.", "Choose one of the states offered."),
    "referral-missing.title": (
        "Buiten bereik, en nog geen weg verder.",
        "Out of scope, and no way onward yet.",
    ),
    "referral-missing.hint": (
        "Leg een verwijzing vast, of dat de melder geen verwijzing wilde.",
        "Record a referral, or that the reporter wanted none.",
    ),
    # -- closing and aftercare
    "promises-open.title": ("Er staan nog {n} toezeggingen open.", "{n} promises are still open."),
    "promises-open.hint": (
        "Rond ze af, laat ze vervallen of zeg ze af: de lijst staat bij het afsluiten.",
        "Finish, drop or cancel them: the list stands beside the closing.",
    ),
    "aftercare-consent-missing.title": (
        "Nazorg wordt alleen gepland als de melder daarmee instemt.",
        "Aftercare is only planned if the reporter agrees to it.",
    ),
    "aftercare-consent-missing.hint": (
        "Vul in wanneer de melder instemde met contact, of plan geen nazorg.",
        "Fill in when the reporter agreed to be contacted, or plan no aftercare.",
    ),
    "retention-before-closing.title": (
        "De bewaardatum ligt voor het afsluiten.",
        "The retention date lies before the closing.",
    ),
    "retention-before-closing.hint": ("Kies een latere dag.", "Choose a later day."),
    "not-in-aftercare.title": ("Deze zaak is niet in nazorg.", "This case is not in aftercare."),
    "not-in-aftercare.hint": ("Er is niets te beëindigen.", "There is nothing to end."),
    "attempts-too-few.title": (
        "Er is {n} keer vergeefs gebeld; na {least} keer mag de nazorg eindigen.",
        "There were {n} calls without an answer; after {least} aftercare may end.",
    ),
    "attempts-too-few.hint": (
        "Bel nog eens, op de afgesproken manier, en leg het vast.",
        "Call again, in the way that was agreed, and record it.",
    ),
    "voicemail-not-agreed.title": (
        "Voicemail inspreken is niet afgesproken.",
        "Leaving a voicemail was not agreed.",
    ),
    "voicemail-not-agreed.hint": (
        "Kijk naar de afspraken over veilig contact; wijzig ze als de melder dat wil.",
        "Look at the rules for safe contact; change them if the reporter wants so.",
    ),
    # -- contact requests
    "not-your-contact.title": ("Dit verzoek is niet aan jou gericht.", "This request is not addressed to you."),
    "not-your-contact.hint": ("Ververs de lijst.", "Refresh the list."),
    "contact-taken.title": ("Dit verzoek is al aangenomen of teruggegeven.", "This request was taken or returned."),
    "contact-taken.hint": ("Ververs de lijst.", "Refresh the list."),
    "contact-finished.title": ("Dit verzoek is afgerond.", "This request is finished."),
    "contact-finished.hint": ("Leg verder contact vast in de zaak.", "Record further contact in the case."),
    "addressees-number.title": ("Kies een tot {most} collega's.", "Choose one to {most} colleagues."),
    "addressees-number.hint": (
        "Kies wie het verzoek mag aannemen, of de hele dienstlijst.",
        "Choose who may take the request, or the whole duty list.",
    ),
    # -- the exception to confidentiality
    "exception-stage.title": ("Dat past niet bij deze stand.", "That does not fit this stage."),
    "exception-stage.hint": (
        "In een dilemma wordt gewogen; na een doorbreking wordt de melder geïnformeerd en verantwoording afgelegd.",
        "A dilemma is weighed; after a breach the reporter is informed and the account is written.",
    ),
    "exception-conditions-open.title": (
        "Voorwaarden zonder antwoord: {n}.",
        "Conditions without an answer: {n}.",
    ),
    "exception-conditions-open.hint": (
        "Beantwoord elke voorwaarde; er gaat niets naar buiten voor dat gedaan is.",
        "Answer every condition; nothing leaves before that is done.",
    ),
    "exception-condition-no.title": (
        "Aan een van de voorwaarden is niet voldaan.",
        "One of the conditions is not met.",
    ),
    "exception-condition-no.hint": (
        "Zoek een andere weg, of herzie het antwoord als er iets veranderd is.",
        "Look for another way, or revise the answer if something has changed.",
    ),
    "exception-not-consulted.title": (
        "Er is nog geen collega geraadpleegd.",
        "No colleague has been consulted yet.",
    ),
    "exception-not-consulted.hint": (
        "Leg het dilemma anoniem voor aan een collega en leg vast aan wie.",
        "Put the dilemma to a colleague anonymously, and record to whom.",
    ),
    "consult-not-anonymised.title": (
        "Een dilemma wordt anoniem voorgelegd.",
        "A dilemma is put to somebody anonymously.",
    ),
    "consult-not-anonymised.hint": (
        "Laat weg waaraan de melder, de betrokkene of de klant te herkennen is.",
        "Leave out whatever the reporter, the person concerned or the client can be known by.",
    ),
    "exception-with-consent.title": (
        "Met toestemming is er geen doorbreking.",
        "With consent there is no exception.",
    ),
    "exception-with-consent.hint": (
        "Leg de toestemming vast in het register van de zaak.",
        "Record the consent in the case's ledger.",
    ),
    "reporter-not-informed.title": (
        "De melder is nog niet geïnformeerd.",
        "The reporter has not been informed yet.",
    ),
    "reporter-not-informed.hint": (
        "Leg vast wanneer en waarover de melder is geïnformeerd, of waarom dat niet kon en wanneer u het weer probeert.",
        "Record when and of what the reporter was informed, or why that could not be done and when you try again.",
    ),
    "attempt-in-past.title": ("De volgende poging ligt in het verleden.", "The next attempt lies in the past."),
    "attempt-in-past.hint": ("Kies morgen of later.", "Choose tomorrow or later."),
}
