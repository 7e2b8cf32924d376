"""What the rules of intervision, review, supervision and competence refuse, and what to do instead."""

TEXT: dict[str, tuple[str, str]] = {
    "names-a-case.title": ("Dit noemt een zaak.", "This names a case."),
    "names-a-case.hint": (
        "Buiten je eigen ruimte staat nergens een zaakcode of een verwijzing naar een zaak; haal haar weg.",
        "Outside your own space there is no case code and no reference to a case; take it out.",
    ),
    "record-changed.title": ("Dit is gewijzigd nadat je het las.", "This was changed after you read it."),
    "record-changed.hint": (
        "Lees wat er nu staat en teken dan; er is niets getekend.",
        "Read what is there now and sign then; nothing was signed.",
    ),
    "signed-already.title": ("Je hebt dit al getekend.", "You have signed this already."),
    "signed-already.hint": ("Er hoeft niets meer te gebeuren.", "Nothing more needs to be done."),
    "signer-device-revoked.title": (
        "De handtekening van de ander kwam van een ingetrokken apparaat.",
        "The other's signature came from a revoked device.",
    ),
    "signer-device-revoked.hint": (
        "Laat de ander opnieuw tekenen of indienen op een geldig apparaat.",
        "Have the other sign or submit again on a valid device.",
    ),
    "text-not-here.title": ("De tekst van deze versie is er niet.", "The text of this version is not here."),
    "text-not-here.hint": (
        "Synchroniseer en probeer het opnieuw; is zij vernietigd, wacht dan op een nieuwe versie.",
        "Synchronise and try again; if it was destroyed, wait for a new version.",
    ),
    # -- groups
    "not-your-group.title": ("Je hoort niet bij deze groep.", "You are not in this group."),
    "not-your-group.hint": (
        "Alleen leden kunnen hier iets doen; wie vertrok niet meer.",
        "Only members can do anything here; who left cannot any more.",
    ),
    "group-unknown.title": ("Deze groep is er niet.", "There is no such group."),
    "group-unknown.hint": ("Kies een groep uit de lijst.", "Choose a group from the list."),
    "group-size.title": ("Een groep heeft {least} tot {most} leden.", "A group has {least} to {most} members."),
    "group-size.hint": ("Voeg leden toe of maak een tweede groep.", "Add members or make a second group."),
    "member-left.title": ("Dit lid heeft de groep verlaten.", "This member has left the group."),
    "member-left.hint": ("Kies iemand die nu lid is.", "Choose somebody who is a member now."),
    "member-active.title": ("Je zet geen collega uit een groep.", "You do not put a colleague out of a group."),
    "member-active.hint": (
        "Zij verlaat de groep zelf; uitschrijven kan alleen als iemand de praktijk verliet.",
        "She leaves the group herself; only who left the practice can be signed off.",
    ),
    "supervisor-in-group.title": (
        "Een supervisor is geen collega in dezelfde groep.",
        "A supervisor is no colleague in the same group.",
    ),
    "supervisor-in-group.hint": (
        "Intervisie is in Nederland niet hiërarchisch: kies iemand van buiten de groep.",
        "Intervision is not hierarchical in the Netherlands: choose somebody from outside the group.",
    ),
    "supervisor-unknown.title": ("Deze persoon kan niet toetsen of tekenen.", "This person cannot review or sign."),
    "supervisor-unknown.hint": (
        "Kies een ander met de rol supervisor.",
        "Choose another one with the role of supervisor.",
    ),
    "review-off.title": ("De groep wil geen toetsing.", "The group wants no review."),
    "review-off.hint": (
        "Toetsing kan pas als alle leden er hetzelfde over hebben gezegd.",
        "Review is possible once all members have said the same about it.",
    ),
    # -- casuses
    "casus-not-yours.title": ("Deze casus is niet van jou.", "This casus is not yours."),
    "casus-not-yours.hint": (
        "Alleen de inbrenger wijzigt haar of trekt haar in.",
        "Only its author changes or withdraws it.",
    ),
    "casus-own.title": ("Dit is je eigen casus.", "This is your own casus."),
    "casus-own.hint": ("Een collega kijkt haar na en denkt mee.", "A colleague checks it and thinks along."),
    "casus-settled.title": ("Deze casus is daar niet meer aan toe.", "This casus is past that."),
    "casus-settled.hint": (
        "Ververs de lijst en kijk hoe zij er nu voor staat.",
        "Refresh the list and see how it stands now.",
    ),
    "casus-facilitator-checks.title": (
        "De facilitator van de sessie kijkt deze casus na.",
        "The facilitator of the session checks this casus.",
    ),
    "casus-facilitator-checks.hint": ("Vraag het haar.", "Ask her."),
    "casus-not-offered.title": (
        "Er staat een casus op de agenda die er niet is.",
        "A casus on the agenda is not there.",
    ),
    "casus-not-offered.hint": ("Kies uit de ingebrachte casussen.", "Choose from the casuses offered."),
    "casus-not-checked.title": ("Niet elke casus is nagekeken.", "Not every casus has been checked."),
    "casus-not-checked.hint": (
        "Laat de facilitator eerst nakijken of zij herleidbaar zijn, of haal ze van de agenda.",
        "Have the facilitator check first whether they can be traced, or take them off the agenda.",
    ),
    "draft-fixed.title": ("Van dit concept ligt de zaak vast.", "The case of this draft is fixed."),
    "draft-fixed.hint": ("Begin een nieuw concept.", "Begin a new draft."),
    # -- sessions
    "session-without-end.title": ("Deze sessie heeft geen einde.", "This session has no end."),
    "session-without-end.hint": ("Leg eerst vast tot hoe laat zij duurde.", "First record until what time it lasted."),
    "session-ends-before.title": ("Het einde ligt voor het begin.", "It ends before it begins."),
    "session-ends-before.hint": ("Verbeter een van beide tijden.", "Correct one of the times."),
    "session-overlaps.title": ("Op die tijd was er al iets anders.", "There was something else at that time."),
    "session-overlaps.hint": (
        "Uren tellen een keer: verbeter de tijden of haal het andere weg.",
        "Hours count once: correct the times or take the other one out.",
    ),
    "session-begun.title": (
        "Deze sessie is al begonnen, gehouden of afgelast.",
        "This session has begun, was held or was cancelled.",
    ),
    "session-begun.hint": ("Ververs de lijst.", "Refresh the list."),
    "facilitator-unknown.title": ("Deze facilitator hoort niet bij de groep.", "This facilitator is not in the group."),
    "facilitator-unknown.hint": ("Kies een lid.", "Choose a member."),
    "facilitator-absent.title": (
        "De facilitator staat niet bij de aanwezigen.",
        "The facilitator is not among those present.",
    ),
    "facilitator-absent.hint": ("Voeg haar toe of kies wie er leidde.", "Add her, or choose who led."),
    "present-unknown.title": (
        "Een aanwezige hoort niet bij de groep, of staat er twee keer.",
        "Somebody present is not in the group, or is there twice.",
    ),
    "present-unknown.hint": ("Kies uit de leden.", "Choose from the members."),
    "attendance-outside.title": (
        "Deze aanwezigheid valt buiten de sessie.",
        "This attendance lies outside the session.",
    ),
    "attendance-outside.hint": ("Blijf binnen begin en einde.", "Keep within its beginning and end."),
    "not-present.title": ("Je was er niet bij.", "You were not there."),
    "not-present.hint": ("Het verslag is voor wie er was.", "The report is for those who were there."),
    "not-signed.title": ("Voor deze sessie is nog niet getekend.", "This session has not been signed for yet."),
    "not-signed.hint": ("Teken eerst voor de eigen aanwezigheid.", "Sign for your own attendance first."),
    # -- extracts and review
    "not-your-extract.title": ("Dit uittreksel is niet aan jou.", "This extract is not yours to act on."),
    "not-your-extract.hint": (
        "De auteur dient in, de supervisor toetst.",
        "The author submits, the supervisor reviews.",
    ),
    "extract-unknown.title": ("Dit uittreksel is er niet.", "There is no such extract."),
    "extract-unknown.hint": ("Kies uit je eigen uittreksels.", "Choose from your own extracts."),
    "extract-ended.title": ("Dit uittreksel is akkoord of ingetrokken.", "This extract is approved or withdrawn."),
    "extract-ended.hint": (
        "Het verandert niet meer; bij een akkoord kan nog een aanvulling.",
        "It does not change any more; to an approved one an addendum can be made.",
    ),
    "extract-in-review.title": (
        "De supervisor is deze versie aan het beoordelen.",
        "The supervisor is reviewing this version.",
    ),
    "extract-in-review.hint": (
        "Wacht op de uitkomst; wat je typte is bewaard.",
        "Wait for the outcome; what you typed is kept.",
    ),
    "extract-not-submitted.title": (
        "Er is niets ingediend om te beoordelen.",
        "Nothing has been submitted for review.",
    ),
    "extract-not-submitted.hint": ("Wacht op de auteur.", "Wait for the author."),
    "extract-not-approved.title": ("Dit uittreksel is nog niet akkoord.", "This extract has not been approved yet."),
    "extract-not-approved.hint": ("Wacht op het akkoord van de supervisor.", "Wait for the supervisor's approval."),
    "extract-traceable.title": ("Deze versie is herleidbaar.", "This version can be traced."),
    "extract-traceable.hint": ("Stuur haar terug voor anonimisering.", "Send it back for anonymisation."),
    "return-without-mark.title": ("Er is niets als herleidbaar gemerkt.", "Nothing is marked as traceable."),
    "return-without-mark.hint": (
        "Merk de regel die herleidbaar is, of stuur terug met vragen.",
        "Mark the line that can be traced, or send it back with questions.",
    ),
    "checklist-open.title": ("Nog {n} punten van de controlelijst.", "Still {n} items of the checklist."),
    "checklist-open.hint": ("Beantwoord ze en geef dan akkoord.", "Answer them and approve then."),
    # -- supervision logs, debriefs
    "not-your-log.title": ("Dit verslag is niet van jou.", "This log is not yours."),
    "not-your-log.hint": (
        "De supervisant schrijft, de supervisor tekent of stuurt terug.",
        "The supervisee writes, the supervisor signs or returns.",
    ),
    "log-signed.title": ("Dit verslag is door beiden getekend.", "This log has been signed by both."),
    "log-signed.hint": ("Schrijf een aanvulling.", "Write an addendum."),
    "log-not-signed.title": (
        "Dit verslag is nog niet door beiden getekend.",
        "This log has not been signed by both yet.",
    ),
    "log-not-signed.hint": (
        "Wijzig het verslag zelf, of wacht op de handtekening.",
        "Change the log itself, or wait for the signature.",
    ),
    "log-not-submitted.title": (
        "De supervisant heeft dit nog niet getekend.",
        "The supervisee has not signed this yet.",
    ),
    "log-not-submitted.hint": ("Wacht tot het is ingediend.", "Wait until it is submitted."),
    "not-your-debrief.title": ("Dit nagesprek is niet aan jou gevraagd.", "This debrief was not asked of you."),
    "not-your-debrief.hint": ("Ververs de lijst.", "Refresh the list."),
    "debrief-ended.title": ("Dit nagesprek is al afgerond.", "This debrief has ended."),
    "debrief-ended.hint": ("Vraag een nieuw nagesprek.", "Ask for another one."),
    "debrief-in-past.title": ("Deze dag is voorbij.", "This day has passed."),
    "debrief-in-past.hint": ("Kies vandaag of later.", "Choose today or later."),
    # -- competence, learning points
    "evidence-form.title": (
        "Zo ziet een kenmerk van een bewijs er niet uit.",
        "The mark of a proof does not look like that.",
    ),
    "evidence-form.hint": (
        "Het is de SHA-256 van het document: 64 tekens.",
        "It is the SHA-256 of the document: 64 characters.",
    ),
    "evidence-used.title": ("Dit bewijs telt al mee.", "This proof counts already."),
    "evidence-used.hint": ("Een bewijs telt een keer.", "A proof counts once."),
    "minutes-differ.title": ("Van begin tot einde zijn het {n} minuten.", "From beginning to end it is {n} minutes."),
    "minutes-differ.hint": (
        "Laat de minuten leeg of verbeter de tijden.",
        "Leave the minutes empty or correct the times.",
    ),
    "findings-open.title": ("Nog {n} treffers in deze tekst.", "Still {n} findings in this text."),
    "findings-open.hint": (
        "Een leerpunt leest de hele praktijk, lang: vervang wat gevonden is.",
        "A learning point is read by the whole practice, for long: replace what was found.",
    ),
    "point-not-yours.title": ("Dit leerpunt is niet van jou.", "This learning point is not yours."),
    "point-not-yours.hint": (
        "Alleen wie het deelde wijzigt het of neemt het terug.",
        "Only who shared it changes it or takes it back.",
    ),
}
