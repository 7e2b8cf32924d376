"""The intake sheet and the options sheet."""

TEXT: dict[str, tuple[str, str]] = {
    # -- safe contact
    "safe.title": ("Veilig contact met {what}", "Safe contact with {what}"),
    "safe.none": ("Veilig contact: nog niets afgesproken", "Safe contact: nothing agreed yet"),
    "safe.above": ("Veilig contact: zie boven", "Safe contact: see above"),
    "safe.line": ("Veilig contact: {rule}", "Safe contact: {rule}"),
    "safe.voicemail.yes": ("voicemail mag", "voicemail is fine"),
    "safe.voicemail.no": ("GEEN voicemail", "NO voicemail"),
    "safe.function.yes": ("functie noemen mag", "may say what you are"),
    "safe.function.no": ("functie NIET noemen", "do NOT say what you are"),
    "safe.code": ("codewoord: {word}", "code word: {word}"),
    "safe.avoid": ("niet aan de lijn: {who}", "not to pick up: {who}"),
    "field.hours": ("Wanneer, waar", "When, where"),
    "field.hours.empty": ("bijvoorbeeld: 8-9 uur, eigen mobiel", "for instance: 8-9 am, own mobile"),
    "field.voicemail": ("Voicemail inspreken", "Leave a voicemail"),
    "field.function": ("Functie noemen", "Say what you are"),
    "field.code_word": ("Codewoord", "Code word"),
    "field.avoid": ("Niet aan de lijn", "Not to pick up"),
    "field.avoid.empty": ("wie niet mag opnemen", "who should not answer"),
    # -- the script: what to say, in sentences that a person can say
    "item.confidentiality": ("Vertrouwelijkheid", "Confidentiality"),
    "say.confidentiality": (
        '"Wat je mij vertelt is vertrouwelijk. Ik deel niets met je werkgever of met wie dan ook, tenzij jij dat wilt en '
        'precies zegt wat en aan wie."',
        '"What you tell me is confidential. I share nothing with your employer or anybody else, unless you want that and '
        'say exactly what, and with whom."',
    ),
    "item.exceptions": ("De uitzonderingen", "The exceptions"),
    "say.exceptions": (
        '"Vertrouwelijk, behalve bij een ernstig misdrijf of gewetensnood, en dan hoor jij het als eerste. Ik vraag je '
        'dan om toestemming, en overleg anoniem met een collega."',
        '"Confidential, except in case of a serious crime or moral distress, and then you are the first to hear of it. I '
        'will then ask for your consent, and consult a colleague without names."',
    ),
    "item.scope": ("Waarvoor je bij mij terechtkunt", "What you can come to me for"),
    "say.scope": (
        '"Ik sta naast jou en denk met je mee. Gaat het om iets waarvoor een ander er is, dan breng ik je daarheen."',
        '"I stand beside you and think along. If it is something that somebody else is there for, I bring you there."',
    ),
    "say.scope.both": (
        '"Je kunt bij mij terecht over ongewenste omgangsvormen en over integriteit. Ik sta naast jou. Gaat het om iets '
        'anders, dan breng ik je naar wie wel kan helpen."',
        '"You can come to me about undesirable behaviour and about integrity. I stand beside you. If it is something '
        'else, I bring you to somebody who can help."',
    ),
    "say.scope.behaviour": (
        '"Je kunt bij mij terecht over ongewenste omgangsvormen. Ik sta naast jou. Gaat het om iets anders, dan breng ik '
        'je naar wie wel kan helpen."',
        '"You can come to me about undesirable behaviour. I stand beside you. If it is something else, I bring you to '
        'somebody who can help."',
    ),
    "say.scope.integrity": (
        '"Je kunt bij mij terecht over integriteit. Ik sta naast jou. Gaat het om iets anders, dan breng ik je naar wie '
        'wel kan helpen."',
        '"You can come to me about integrity. I stand beside you. If it is something else, I bring you to somebody who '
        'can help."',
    ),
    "say.scope.none": (
        '"Ik luister, en breng je naar wie je kan helpen."',
        '"I listen, and bring you to somebody who can help."',
    ),
    "item.notes": ("Wat ik opschrijf", "What I write down"),
    "say.notes": (
        '"Ik schrijf op wat nodig is om je te helpen. Alleen ik kan het lezen, en een waarnemer als jij dat goedvindt; je '
        'werkgever nooit. Uiterlijk {n} maanden na afsluiting wordt het vernietigd. Je mag het inzien."',
        '"I write down what is needed to help you. Only I can read it, and a deputy if you agree; your employer never. '
        'It is destroyed {n} months after closing at the latest. You may read it."',
    ),
    "item.safe_contact": ("Veilig contact", "Safe contact"),
    "say.safe_contact": (
        '"Hoe en wanneer kan ik je bereiken zonder dat iemand meeluistert? Mag ik een voicemail inspreken, en zeggen wie '
        'ik ben?"',
        '"How and when can I reach you without anybody listening in? May I leave a voicemail, and say who I am?"',
    ),
    "item.wish": ("Wat wil je zelf", "What do you want"),
    "say.wish": (
        '"Wat wil je dat er gebeurt, en wat juist niet? Je verhaal vertellen kan genoeg zijn. Over elke stap beslis '
        'jij."',
        '"What do you want to happen, and what not? Telling your story can be enough. Every step is yours to decide."',
    ),
    # -- scope
    "scope.title": ("Bereik van {what}", "Scope of {what}"),
    "scope.open": (
        "Bereik: nog niet vastgelegd. De kaart zegt: {verdict}",
        "Scope: not recorded. The card says: {verdict}",
    ),
    "scope.recorded": ("Bereik: {verdict} ({client})", "Scope: {verdict} ({client})"),
    "scope.why": ("anders gezien, want: {why}", "seen otherwise, because: {why}"),
    "scope.not_billable": ("niet declarabel", "not billable"),
    "scope.differs": (
        "! De kaart zegt nu: {verdict}. s legt opnieuw vast.",
        "! The card now says: {verdict}. s records anew.",
    ),
    "scope.no_client": (
        "Er is nog geen klant gekozen, dus ook geen mandaatkaart; i vult de kern aan.",
        "No client has been chosen yet, so there is no mandate card; i completes the core.",
    ),
    "scope.card": ("Mandaatkaart van {client}:", "Mandate card of {client}:"),
    "scope.result.billable": ("De kaart zegt: {verdict}, declarabel.", "The card says: {verdict}, billable."),
    "scope.result.free": ("De kaart zegt: {verdict}, niet declarabel.", "The card says: {verdict}, not billable."),
    "field.verdict": ("Bereik", "Scope"),
    "field.why": ("Waarom", "Why"),
    "field.why.empty": ("nodig als u het anders ziet dan de kaart", "needed where you see it otherwise than the card"),
    "field.out": ("buiten bereik", "out of scope"),
    "field.referral": ("Verwezen naar", "Referred to"),
    "onward.title": ("Buiten bereik: wie kan wel helpen?", "Out of scope: who can help?"),
    "onward.why": (
        "Luisteren mag altijd. De zaak kan niet dicht zonder verwijzing, of het woord dat de melder er geen wil.",
        "Listening is always fine. The case cannot be closed without a referral, or the word that none is wanted.",
    ),
    "onward.refer": ("verwijzen", "refer"),
    "onward.refer.why": ("naar het blad Verwijzing", "to the sheet Referral"),
    "onward.decline": ("wilde geen verwijzing", "wanted no referral"),
    "onward.decline.why": ("dat wordt vastgelegd, met de dag", "that is recorded, with the day"),
    "onward.later": ("later", "later"),
    "onward.later.why": ("het blijft openstaan tot de afsluiting", "it stays open until the closing"),
    "note.declined": ("Vastgelegd: de melder wilde geen verwijzing.", "Recorded: the reporter wanted no referral."),
    # -- who
    "who": ("Melder: {who}", "Reporter: {who}"),
    "fact.wish": ("wil: {value}", "wants: {value}"),
    "fact.relation": ("betrokkene: {value}", "person concerned: {value}"),
    "fact.period": ("wanneer: {value}", "when: {value}"),
    "fact.impact": ("gevolgen: {value}", "consequences: {value}"),
    "field.identity": ("Identiteit", "Identity"),
    "field.name": ("Naam", "Name"),
    "field.name.empty": ("alleen als de melder dat wil", "only if the reporter wants that"),
    "field.relation": ("Betrokkene is", "Person concerned is"),
    "field.period": ("Wanneer", "When"),
    "field.since": ("Sinds", "Since"),
    "field.since.empty": ("jaar of kwartaal: 2025, 2025-Q3", "year or quarter: 2025, 2025-Q3"),
    "field.impact": ("Gevolgen", "Consequences"),
    "field.impact.also": ("  ook", "  also"),
    "field.wish": ("Wat de melder wil", "What she or he wants"),
    "field.wish.empty": ("in eigen woorden; mag veranderen", "in own words; may change"),
    "reporter": ("Ook melder: {who}", "Also reporter: {who}"),
    "reporter.dropped": ("Geen melder meer: {who}", "No reporter any more: {who}"),
    "reporter.add": ("Nog een melder bij {what}", "Another reporter for {what}"),
    "reporter.consent": (
        "Zelfde kwestie, zelfde kant. Voortaan is ook van deze melder toestemming nodig voor alles wat naar buiten gaat.",
        "The same matter, the same side. From now on this reporter's consent is needed too for whatever leaves.",
    ),
    "reporter.revise": ("Melder {what}", "Reporter {what}"),
    "reporter.drop.ask": ("{who} als melder weghalen?", "Take {who} off as a reporter?"),
    "reporter.drop.consent": (
        "Van deze melder is dan geen toestemming meer nodig voor wat naar buiten gaat.",
        "This reporter's consent is then no longer needed for what leaves.",
    ),
    "reporter.drop.stays": (
        "Wat is vastgelegd blijft staan, met de alias.",
        "What was recorded stays, with the alias.",
    ),
    "link": ("Zelfde kwestie: {what}", "Same matter: {what}"),
    "link.unread": ("(niet leesbaar)", "(not readable)"),
    "link.title": ("{what} koppelen aan", "Link {what} to"),
    "link.why": (
        "Een andere zaak van u over dezelfde kwestie. Nooit beide kanten: die zaak gaat naar een collega.",
        "Another case of yours about the same matter. Never both sides: that case goes to a colleague.",
    ),
    "unlink.ask": ("Koppeling met {what} verbreken?", "Unlink {what}?"),
    "unlink.effect": ("Beide zaken blijven; alleen de koppeling vervalt.", "Both cases stay; only the link goes."),
    "field.other": ("Andere zaak", "Other case"),
    # -- options
    "option.new": ("Optie voor {what}", "Option for {what}"),
    "option.edit": ("Optie van {what} wijzigen", "Change an option of {what}"),
    "option.dropped": ("vervallen: {goal}", "dropped: {goal}"),
    "option.chosen": ("{head} - GEKOZEN", "{head} - CHOSEN"),
    "option.print": ("Optieblad voor de melder", "Options sheet for the reporter"),
    "choice.open": (
        "De melder heeft nog niet gekozen; niets doen is ook een keuze. s legt de keuze vast.",
        "The reporter has not chosen yet; doing nothing is a choice too. s records the choice.",
    ),
    "choice.made": ("Keuze van de melder op {day}: {what}", "The reporter's choice on {day}: {what}"),
    "choice.words": ('"{words}"', '"{words}"'),
    "choice.none": ("geen van deze / niets doen", "none of these / do nothing"),
    "choice.title": ("Keuze van {what}", "Choice of {what}"),
    "choice.why": ("De keuze is die van de melder.", "The choice is the reporter's."),
    "field.goal": ("Doel", "Goal"),
    "field.goal.empty": ("wat de melder hiermee wil bereiken", "what the reporter wants to reach by it"),
    "field.step": ("Stap", "Step"),
    "field.consequences": ("Mogelijke gevolgen", "Consequences"),
    "field.risk": ("Risico benadeling", "Retaliation risk"),
    "risk.none": ("geen", "none"),
    "risk.low": ("klein", "small"),
    "risk.some": ("enig", "some"),
    "risk.high": ("groot", "great"),
    "reversible.yes": ("ja", "yes"),
    "reversible.partly": ("deels", "partly"),
    "reversible.no": ("nee", "no"),
    "field.who_knows": ("Wie weet dan wat", "Who then knows what"),
    "field.reversible": ("Terug te draaien", "Can be undone"),
    "field.choice": ("De melder kiest", "The reporter chooses"),
    "field.chosen_on": ("Op", "On"),
    "field.words": ("In eigen woorden", "In own words"),
    # -- actions
    "act.tick": ("afvinken", "tick"),
    "act.tick.help": (
        "Dit punt is nu besproken; nogmaals neemt de vink terug. Met een dag erachter: :vink gisteren.",
        "This point has been talked over; once more takes the tick back. With a day: :tick yesterday.",
    ),
    "arg.day": ("dag", "day"),
    "act.note": ("schrijven", "write"),
    "act.note.help": (
        "Een aantekening in het dossier schrijven, terwijl het gespreksscript blijft staan.",
        "Write a note in the file, while the script stays on screen.",
    ),
    "act.save": ("bewaren", "save"),
    "act.save.help": (
        "De open aantekening of het open gesprek vastleggen, waar de cursor ook staat.",
        "Record the note or conversation that is open, wherever the cursor stands.",
    ),
    "act.talk": ("gesprek", "conversation"),
    "act.talk.help": ("Dit gesprek vastleggen, met datum en duur.", "Record this conversation, with date and length."),
    "act.edit": ("wijzigen", "change"),
    "act.edit.help": ("Wijzigen wat onder de cursor staat.", "Change what is under the cursor."),
    "act.scope": ("bereik", "scope"),
    "act.scope.help": (
        "Het bereik nagaan op de mandaatkaart van de klant, en vastleggen.",
        "Check the scope against the client's mandate card, and record it.",
    ),
    "act.core": ("kern", "core"),
    "act.core.help": (
        "Alias, identiteit, aard, relatie, periode, wens en gevolgen wijzigen.",
        "Change alias, identity, nature, relation, period, wish and consequences.",
    ),
    "act.safe": ("veilig contact", "safe contact"),
    "act.safe.help": (
        "Vastleggen hoe de melder veilig te bereiken is.",
        "Record how the reporter can be reached safely.",
    ),
    "act.reporter": ("nog een melder", "another reporter"),
    "act.reporter.help": ("Nog iemand in dezelfde kwestie toevoegen.", "Add somebody else in the same matter."),
    "act.link": ("koppelen", "link"),
    "act.link.help": ("Een andere zaak over dezelfde kwestie koppelen.", "Link another case about the same matter."),
    "act.drop": ("weghalen", "take off"),
    "act.drop.help": (
        "De melder of koppeling onder de cursor weghalen.",
        "Take off the reporter or link under the cursor.",
    ),
    "act.drop.word": ("WEGHALEN", "TAKE OFF"),
    "act.option_new": ("optie", "option"),
    "act.option_new.help": ("Een nieuwe optie met haar gevolgen.", "A new option with its consequences."),
    "act.option_edit": ("wijzigen", "change"),
    "act.option_edit.help": ("De optie onder de cursor wijzigen.", "Change the option under the cursor."),
    "act.option_drop": ("laten vervallen", "drop"),
    "act.option_drop.help": (
        "De optie onder de cursor laten vervallen; wijzigen zet haar terug.",
        "Drop the option under the cursor; changing it puts it back.",
    ),
    "act.choose": ("keuze", "choice"),
    "act.choose.help": ("De keuze van de melder vastleggen.", "Record the reporter's choice."),
    "act.option_print": ("afdrukken", "print"),
    "act.option_print.help": ("Het optieblad voor de melder tonen.", "Show the options sheet for the reporter."),
    "needs.item": ("Zet de cursor op een punt van het gespreksscript.", "Put the cursor on a point of the script."),
    "needs.pen": ("Er is niets open om te bewaren.", "Nothing is open to be saved."),
    "needs.editable": (
        "Zet de cursor op bereik, melder of veilig contact.",
        "Put the cursor on scope, a reporter or safe contact.",
    ),
    "needs.droppable": (
        "Zet de cursor op een tweede melder of een koppeling.",
        "Put the cursor on a second reporter or a link.",
    ),
    "needs.option": ("Er is nog geen optie.", "There is no option yet."),
    "needs.options": ("Er is nog geen optie.", "There is no option yet."),
    "needs.standing": ("Deze optie is al vervallen.", "This option was dropped already."),
}
