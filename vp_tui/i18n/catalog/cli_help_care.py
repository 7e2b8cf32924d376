"""Help of the commands for the care of a reporter, merged into ``cli_help``; options are in ``cli_help_given``."""

TEXT: dict[str, tuple[str, str]] = {
    "today": (
        "Vandaag: alles waarvoor een dag staat, het rode eerst.\n"
        "Normen, toezeggingen, terugbellen, afspraken, nazorg, eindes van termijnen en mandaten.",
        "Today: everything that has a day, the red first.\n"
        "Norms, promises, call-backs, appointments, aftercare, ends of terms and mandates.",
    ),
    "calendar": (
        "Uw afspraken als iCalendar, waarin alleen 'bezet' staat.\nBijvoorbeeld: vp calendar > bezet.ics",
        "Your appointments as iCalendar, which says 'busy' and nothing else.\nFor instance: vp calendar > busy.ics",
    ),
    "search": (
        "Zoek in alles wat u mag lezen.\nElk woord is een begin: 'roos' vindt ook 'rooster'.",
        "Search everything that you may read.\nEvery word is a beginning: 'rost' finds 'roster' as well.",
    ),
    "view": ("Bewaarde werklijsten.", "Saved queues."),
    "view.list": ("Uw bewaarde werklijsten.", "The queues that you saved."),
    "view.save": (
        "Bewaar een werklijst onder een naam, of vervang haar.",
        "Save a queue under a name, or replace it.",
    ),
    "view.drop": ("Vergeet een bewaarde werklijst.", "Forget a saved queue."),
    "knows": (
        "Wie weet wat, berekend uit wat de zaak verlaten heeft.",
        "Who knows what, computed from what has left the case.",
    ),
    "disclose": (
        "Verstrek iets uit een zaak: een brief, een gesprek, een casus, een signaal, een export.\n"
        "Alleen met geldige toestemming van elke melder voor precies dit; ontbreekt zij, dan staat erbij hoe u haar "
        "vastlegt. Kan niet worden teruggedraaid.",
        "Let something leave a case: a letter, a conversation, a casus, a signal, an export.\n"
        "Only with every reporter's live consent for just this; where it is missing, the command that records it is "
        "shown. Cannot be undone.",
    ),
    "call": (
        "Leg een belpoging vast.\nVoicemail alleen als dat is afgesproken ('vp case safe').",
        "Record a call.\nVoicemail only where that was agreed ('vp case safe').",
    ),
    # -- contact requests
    "contact": ("Contactverzoeken: iemand wil worden gebeld.", "Contact requests: somebody asks to be called."),
    "contact.new": (
        "Leg een contactverzoek vast voor een klant.\n"
        "Het wordt meteen verzegeld aan de collega's van --to, of aan allen; daarna kunt u het zelf niet meer openen. Zonder "
        "--call-back komt het nummer van de standaardinvoer.",
        "Record a contact request for a client.\n"
        "It is sealed at once to the colleagues of --to, or to all; after that you cannot open it yourself. Without --call-back "
        "the number comes from standard input.",
    ),
    "contact.list": ("De verzoeken die u kunt openen.", "The requests that you can open."),
    "contact.show": (
        "Een verzoek, met veilig contact boven het nummer.",
        "A request, with the rule of safe contact above the number.",
    ),
    "contact.accept": ("Neem een verzoek aan.", "Accept a request."),
    "contact.postpone": (
        "Stel een verzoek uit tot een dag; de norm loopt door.",
        "Postpone a request until a day; the norm runs on.",
    ),
    "contact.recuse": (
        "Geef een verzoek terug, zonder reden.\nEr wordt geen reden gevraagd en geen bewaard.",
        "Return a request, without a reason.\nNone is asked and none is kept.",
    ),
    "contact.pass": ("Geef een verzoek door aan collega's.", "Pass a request on to colleagues."),
    "contact.call": ("Leg een belpoging bij een verzoek vast.", "Record a call on a request."),
    "contact.finish": ("Rond een aangenomen verzoek af.", "Finish a request that you accepted."),
    "contact.status": (
        "Wat coördinatoren zien: klant, sinds wanneer, op tijd of te laat.",
        "What coordinators see: client, since when, on time or late.",
    ),
    # -- cases
    "case.tick": (
        "Vink een punt van de intake af; zonder punt: het script.",
        "Tick a point of the intake; without a point: the script.",
    ),
    "case.scope": (
        "Leg het bereik vast; zonder oordeel: wat de mandaatkaart zegt.\n"
        "Ziet u het anders dan de kaart, geef dan --why.",
        "Record the scope; without a verdict: what the mandate card says.\n"
        "If you see it otherwise than the card, give --why.",
    ),
    "case.safe": (
        "De afspraken over veilig contact; met opties: leg ze vast.",
        "The rule of safe contact; with options: record it.",
    ),
    "case.reporter": ("Verdere melders in dezelfde zaak.", "Further reporters in the same case."),
    "case.reporter.add": ("Voeg een melder toe.", "Add a reporter."),
    "case.reporter.revise": ("Wijzig gegevens van een melder.", "Revise a reporter."),
    "case.reporter.drop": ("Haal een melder uit de zaak.", "Take a reporter out of the case."),
    "case.reporter.list": ("De verdere melders.", "The further reporters."),
    "case.link": (
        "Koppel twee eigen zaken van één kwestie.\nNooit beide kanten ervan.",
        "Link two cases of yours that are one matter.\nNever both sides of it.",
    ),
    "case.unlink": ("Verbreek een koppeling.", "Unlink two cases."),
    "case.option": ("Opties voor de melder, en de keuze.", "Options for the reporter, and the choice."),
    "case.option.add": ("Leg een optie vast.", "Record an option."),
    "case.option.edit": ("Wijzig een optie; wat u niet noemt, blijft.", "Change an option; what you leave out stays."),
    "case.option.drop": ("Laat een optie vervallen.", "Drop an option."),
    "case.option.choose": (
        "Leg de keuze van de melder vast: een optie, of --none.",
        "Record the reporter's choice: an option, or --none.",
    ),
    "case.option.list": ("De opties.", "The options."),
    "case.option.print": ("Het optieblad voor de melder.", "The options sheet for the reporter."),
    "case.stage": (
        "Leg de fase van een integriteitskwestie vast.\n"
        "Voor een eerste formele melding: --warned (het is besproken) en --decision (wat de melder besloot).",
        "Record the stage of an integrity matter.\n"
        "For a first formal report: --warned (it was talked over) and --decision (what the reporter decided).",
    ),
    "case.norm": (
        "Leg vast dat de ontvangstbevestiging of terugkoppeling er is.",
        "Record that the acknowledgement or the feedback is there.",
    ),
    "case.retaliation": (
        "Leg vast wat de melder sindsdien als benadeling ervaart.",
        "Record what the reporter has experienced as retaliation since.",
    ),
    "case.appointment": ("Afspraken.", "Appointments."),
    "case.appointment.add": ("Maak een afspraak, of verzet er een.", "Make an appointment, or move one."),
    "case.appointment.move": ("Leg vast hoe een afspraak verliep.", "Record how an appointment went."),
    "case.appointment.list": ("De afspraken.", "The appointments."),
    "case.tag": ("Label zaken, of haal labels weg.", "Label cases, or take labels off."),
    "case.snooze": (
        "Laat zaken sluimeren tot een dag, of wek ze.\nNormen en toezeggingen blijven in Vandaag.",
        "Put cases off until a day, or wake them.\nNorms and promises stay in Today.",
    ),
    "case.hand-over": (
        "Draag zaken over aan een collega, met toestemming van elke melder.\n"
        "Uw eigen aantekeningen blijven bij u. Kan niet worden teruggedraaid.",
        "Hand cases over to a colleague, with every reporter's consent.\n"
        "Your own notes stay with you. Cannot be undone.",
    ),
    "case.end-aftercare": (
        "Beëindig de nazorg omdat de melder niet meer te bereiken is.",
        "End aftercare because the reporter can no longer be reached.",
    ),
    # -- consent
    "consent": ("Het toestemmingsregister van een zaak.", "The consent ledger of a case."),
    "consent.add": (
        "Leg toestemming vast: voor wie, waarvoor, precies wat.\n"
        "Met --step of --referral komen partij en doel daarvandaan.",
        "Record consent: for whom, for what, exactly which words.\n"
        "With --step or --referral, party and purpose come from there.",
    ),
    "consent.withdraw": (
        "Leg vast dat toestemming is ingetrokken, en toon wat al weg is.",
        "Record that consent was withdrawn, and show what has gone already.",
    ),
    "consent.list": ("Alle toestemmingen, ook voorbije.", "All consents, those that are over as well."),
    "consent.print": ("De toestemming op papier, voor de melder.", "The consent on paper, for the reporter."),
    # -- steps, drafts, referrals
    "step": ("Vervolgstappen; niets zonder afstemming met de melder.", "Next steps; none without the reporter."),
    "step.add": ("Leg een stap vast.", "Record a step."),
    "step.edit": (
        "Wijzig een stap; wat u niet noemt, blijft.\nWijzigt wat was afgesproken, dan moet dat opnieuw worden afgestemd.",
        "Change a step; what you leave out stays.\nIf what was agreed changes, it is to be talked over anew.",
    ),
    "step.consult": (
        "Leg vast dat een stap is afgestemd, en wat de melder kiest.",
        "Record that a step was talked over, and what the reporter chooses.",
    ),
    "step.move": (
        "Zet een stap verder.\nDoet u zelf mee, dan is beginnen een verstrekking: er moet toestemming zijn.",
        "Move a step on.\nWhere you take part, beginning is a disclosure: there must be consent.",
    ),
    "step.show": ("Een stap, met de voorbereiding.", "A step, with its preparation."),
    "step.list": ("De stappen.", "The steps."),
    "draft": ("Concepten van klachten, meldingen en brieven.", "Drafts of complaints, reports and letters."),
    "draft.write": (
        "Schrijf een concept, of met --draft een volgende versie.",
        "Write a draft, or with --draft its next version.",
    ),
    "draft.show": ("Eén versie; standaard de laatste.", "One version; the last by default."),
    "draft.list": ("De concepten.", "The drafts."),
    "draft.diff": ("Wat er tussen twee versies veranderde.", "What changed between two versions."),
    "refer": ("Verwijzingen: altijd een weg verder.", "Referrals: always a way onward."),
    "refer.add": ("Leg een verwijzing vast die u besprak.", "Record a referral that you discussed."),
    "refer.move": (
        "Zet een verwijzing verder.\nWarm contact leggen is een verstrekking: er moet toestemming zijn.",
        "Move a referral on.\nMaking warm contact is a disclosure: there must be consent.",
    ),
    "refer.decline": ("De melder wilde geen verwijzing.", "The reporter wanted no referral."),
    "refer.list": ("De verwijzingen.", "The referrals."),
    "refer.map": (
        "De sociale kaart: landelijke lijnen, en loketten van een klant.",
        "The social map: national lines, and a client's own desks.",
    ),
    # -- the exception to confidentiality
    "dilemma": (
        "Uitzondering op de geheimhouding; alleen u leest dit.",
        "The exception to confidentiality; only you read this.",
    ),
    "dilemma.open": ("Leg een dilemma vast; er gaat niets naar buiten.", "Record a dilemma; nothing leaves."),
    "dilemma.show": (
        "Dilemma's van een zaak, met alles wat is gewogen.",
        "Dilemmas of a case, and all that was weighed.",
    ),
    "dilemma.answer": ("Beantwoord een voorwaarde.", "Answer a condition."),
    "dilemma.weigh": ("Weeg andere wegen af.", "Weigh other ways."),
    "dilemma.consult": (
        "Leg vast welke collega u anoniem raadpleegde.",
        "Record which colleague you consulted anonymously.",
    ),
    "dilemma.break": (
        "Leg vast wat u zonder toestemming aan wie vertelde.",
        "Record what you told whom without consent.",
    ),
    "dilemma.inform": ("De melder is geïnformeerd, en waarvan.", "The reporter was informed, and of what."),
    "dilemma.attempt": (
        "De melder kon niet worden geïnformeerd: waarom, en wanneer weer.",
        "The reporter could not be informed: why, and when again.",
    ),
    "dilemma.finish": ("Rond af, met verantwoording.", "Finish, with the account."),
    # -- clients
    "client.show": ("Een klant: mandaatkaart, waarschuwingen, routes.", "A client: mandate card, warnings, routes."),
    "client.mandate": (
        "Leg de mandaatkaart vast (coördinator); wat u niet noemt, blijft.",
        "Set the mandate card (coordinator); what you leave out stays.",
    ),
    "client.route": ("Routes van een klant (coördinator).", "Routes of a client (coordinator)."),
    "client.route.set": (
        "Voeg een route toe, of wijzig er een met --route.",
        "Add a route, or change one with --route.",
    ),
    "client.route.remove": ("Haal een route weg.", "Remove a route."),
    "client.pressure": (
        "Het drukregister: wie vroeg om wat, en wat u antwoordde.\nZonder zaak, alias of naam.",
        "The register of pressure: who asked for what, and what you answered.\nWithout a case, an alias or a name.",
    ),
    "client.pressure.add": ("Leg vast wat werd gevraagd.", "Record what was asked."),
    "client.pressure.answer": ("Leg vast wat is geantwoord.", "Record what was answered."),
    "client.pressure.list": ("Het drukregister van een klant.", "The register of pressure of a client."),
    "client.letter": (
        "De weigeringsbrief; met --case een Belgisch formulier.\n"
        "--talk: bevestiging van persoonlijk onderhoud; --step: verzoek tot informele interventie.",
        "The letter of refusal; with --case a Belgian form.\n"
        "--talk: confirmation of a personal interview; --step: request for an informal intervention.",
    ),
}
