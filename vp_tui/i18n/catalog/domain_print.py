"""Texts of documents: the options sheet, what was consented to, the letter of refusal, two Belgian forms."""

TEXT: dict[str, tuple[str, str]] = {
    # -- options sheet
    "options.title": ("Jouw opties", "Your options"),
    "options.about": ("Zaak {code}, {date}", "Case {code}, {date}"),
    "options.yours": (
        "Jij kiest. Er gebeurt niets zonder dat we het eerst besproken hebben; niets doen is ook een keuze.",
        "You choose. Nothing happens before we have talked it over; doing nothing is a choice as well.",
    ),
    "options.option": ("Optie {number}", "Option {number}"),
    "options.step": ("Stap: {step}", "Step: {step}"),
    "options.consequences": ("Mogelijke gevolgen:", "Possible consequences:"),
    "options.who-knows": ("Wie weet dan wat:", "Who will then know what:"),
    "options.risk-none": ("Risico op benadeling: geen", "Risk of retaliation: none"),
    "options.risk-low": ("Risico op benadeling: klein", "Risk of retaliation: small"),
    "options.risk-some": ("Risico op benadeling: enig", "Risk of retaliation: some"),
    "options.risk-high": ("Risico op benadeling: groot", "Risk of retaliation: great"),
    "options.reversible-yes": ("Dit is terug te draaien.", "This can be taken back."),
    "options.reversible-partly": ("Dit is deels terug te draaien.", "This can partly be taken back."),
    "options.reversible-no": ("Dit is niet terug te draaien.", "This cannot be taken back."),
    "options.chosen": ("Jouw keuze op {date}: optie {number}", "Your choice on {date}: option {number}"),
    "options.none-chosen": (
        "Jouw keuze op {date}: geen van deze opties",
        "Your choice on {date}: none of these options",
    ),
    # -- consent
    "consent.title": ("Jouw toestemming", "Your consent"),
    "consent.given": ("Gegeven op {date}, {how}", "Given on {date}, {how}"),
    "consent.party": ("Aan: {party} {name} {member}", "To: {party} {name} {member}"),
    "consent.purpose": ("Waarvoor: {purpose}", "For: {purpose}"),
    "consent.content": ("Precies dit:", "Exactly this:"),
    "consent.whole": ("Het hele dossier", "The whole file"),
    "consent.until": ("Tot en met: {date}", "Until: {date}"),
    "consent.withdraw": (
        "Je kunt je toestemming altijd intrekken. Wat al verteld is, kan niet worden teruggehaald.",
        "You can always withdraw your consent. What has been told already cannot be taken back.",
    ),
    # -- refusal
    "refusal.title": ("Uw verzoek om informatie", "Your request for information"),
    "refusal.to": ("Aan: {client}, {date}", "To: {client}, {date}"),
    "refusal.asked": (
        "U vroeg mij om informatie over mijn werk als vertrouwenspersoon voor uw organisatie.",
        "You asked me for information about my work as a confidant for your organisation.",
    ),
    "refusal.answer": (
        "Ik geef die informatie niet. Ik bevestig noch ontken dat iemand contact met mij heeft gehad, en over wat.",
        "I do not give that information. I neither confirm nor deny that anybody has been in touch with me, or why.",
    ),
    "refusal.why": (
        "Medewerkers moeten erop kunnen rekenen dat een gesprek met de vertrouwenspersoon vertrouwelijk is. Zonder dat "
        "vertrouwen kan ik mijn taak voor u niet doen.",
        "Employees must be able to rely on a conversation with the confidant being confidential. Without that trust I "
        "cannot do my work for you.",
    ),
    "refusal.protection": (
        "In mijn aanstelling is vastgelegd dat ik van deze geheimhouding geen nadeel mag ondervinden.",
        "My appointment lays down that I may not be put at a disadvantage because of this secrecy.",
    ),
    "refusal.independence": (
        "In mijn aanstelling is mijn onafhankelijkheid vastgelegd.",
        "My appointment lays down my independence.",
    ),
    "refusal.report": (
        "In het jaarverslag leest u, zonder herleidbare gegevens, wat er speelt en wat ik u adviseer.",
        "In the annual report you read, without anything traceable, what is going on and what I advise.",
    ),
    "refusal.sign": ("De vertrouwenspersoon", "The confidant"),
    # -- Belgium: confirmation of a personal interview
    "interview.title": ("Bevestiging van persoonlijk onderhoud", "Confirmation of a personal interview"),
    "interview.text": (
        "Hierbij bevestig ik dat op {date} een persoonlijk onderhoud heeft plaatsgevonden in het kader van de interne "
        "procedure voor psychosociale risico's bij {client}.",
        "I hereby confirm that a personal interview took place on {date} within the internal procedure for "
        "psychosocial risks at {client}.",
    ),
    "interview.sign": ("De vertrouwenspersoon", "The confidant"),
    # -- Belgium: request for an informal psychosocial intervention
    "request.title": (
        "Verzoek tot informele psychosociale interventie",
        "Request for an informal psychosocial intervention",
    ),
    "request.to": ("Bij: {client}, {date}", "At: {client}, {date}"),
    "request.form": ("Gekozen vorm: {step}", "Form chosen: {step}"),
    "request.alias": ("Verzoeker: {alias}", "Requested by: {alias}"),
    "request.copy": ("De verzoeker ontvangt een afschrift.", "A copy is given to the person who requests it."),
    "request.worker": ("Datum en handtekening van de verzoeker", "Date and signature of the person who requests it"),
    "request.confidant": (
        "Datum en handtekening van de vertrouwenspersoon",
        "Date and signature of the confidant",
    ),
}
