"""The exception to confidentiality (gewetensnood, doorbreking) on its sheet."""

from __future__ import annotations

__all__ = ["TEXT"]

TEXT: dict[str, tuple[str, str]] = {
    "lead": (
        "Persoonlijk: alleen u leest dit blad, ook een waarnemer niet.",
        "Personal: you alone read this sheet, not even a deputy does.",
    ),
    "lead.uninformed": (
        "! Er is iets verteld en de melder weet het nog niet.",
        "! Something was told, and the reporter does not know yet.",
    ),
    "foreign": ("Dit blad leest alleen de eigenaar van de zaak.", "Only the owner of the case reads this sheet."),
    # -- entries
    "head": ("{ground}, sinds {day}", "{ground}, since {day}"),
    "stage.dilemma": ("DILEMMA", "DILEMMA"),
    "stage.breach": ("DOORBREKING", "BREACH"),
    "stage.finished": ("afgerond", "finished"),
    "first": (
        "-- 1 DILEMMA: er gaat niets naar buiten ----------",
        "-- 1 DILEMMA: nothing leaves ----------",
    ),
    "first.broken": ("-- 1 DILEMMA: zo is gewogen ----------", "-- 1 DILEMMA: how it was weighed ----------"),
    "second": ("-- 2 DOORBREKING: er is iets verteld ----------", "-- 2 BREACH: something was told ----------"),
    "second.open.one": (
        "-- 2 DOORBREKING: nog {n} voorwaarde te beantwoorden ----------",
        "-- 2 BREACH: {n} condition still to be answered ----------",
    ),
    "second.open.other": (
        "-- 2 DOORBREKING: nog {n} voorwaarden te beantwoorden ----------",
        "-- 2 BREACH: {n} conditions still to be answered ----------",
    ),
    "second.may": ("-- 2 DOORBREKING: niets verteld ----------", "-- 2 BREACH: nothing was told ----------"),
    "second.never": (
        "-- 2 DOORBREKING: niet gebeurd, er is niets verteld ----------",
        "-- 2 BREACH: did not happen, nothing was told ----------",
    ),
    "unanswered": ("open", "open"),
    "alternatives": ("Andere wegen", "Other ways"),
    "asked": ("[x] Geraadpleegd, zonder iets herkenbaars: {name}", "[x] Consulted, nothing recognisable: {name}"),
    "not_asked": ("Nog geen collega geraadpleegd", "No colleague consulted yet"),
    "nobody": ("niemand", "nobody"),
    "left": ("Verteld aan: {party}", "Told to: {party}"),
    "attempt": ("Melder niet bereikt; weer op {again}", "Reporter not reached; again on {again}"),
    "informed": ("Melder geïnformeerd op {day} over:", "Reporter informed on {day} of:"),
    "uninformed": ("! Melder nog te informeren: {by}", "! Reporter still to be informed: {by}"),
    "account": ("Verantwoording", "Account"),
    # -- forms
    "new": ("Gewetensnood in {what}", "Dilemma in {what}"),
    "new.stays": (
        "Vastleggen en wegen doet u voor uzelf: er gaat niets naar buiten.",
        "You record and weigh this for yourself: nothing leaves.",
    ),
    "new.layer": (
        "Het komt in uw persoonlijke aantekeningen; een waarnemer leest het niet.",
        "It goes into your personal notes; a deputy does not read it.",
    ),
    "answer.stays": ("Er gaat niets naar buiten.", "Nothing leaves."),
    "consult": ("Collega geraadpleegd", "Colleague consulted"),
    "consult.how": (
        "Noem niets waaraan melder, betrokkene of klant te herkennen is. Hier legt u alleen vast dat het is gebeurd.",
        "Say nothing by which reporter, person concerned or client can be known. Here you only record that it happened.",
    ),
    "break": ("Doorbreken van de vertrouwelijkheid in {what}", "Breaking confidentiality in {what}"),
    "break.least": (
        "Vertel zo weinig mogelijk, aan zo weinig mogelijk mensen.",
        "Tell as little as possible, to as few people as possible.",
    ),
    "break.first": (
        "Kan het veilig, dan hoort de melder het van u voordat u het een ander vertelt.",
        "If it is safe, the reporter hears it from you before you tell anybody else.",
    ),
    "break.ask": (
        "Vastleggen dat u de vertrouwelijkheid doorbreekt: {party}?",
        "Record that you break confidentiality: {party}?",
    ),
    "break.what": ("Naar buiten gaat, zonder toestemming: {content}", "What leaves, without consent: {content}"),
    "break.whom": ("Aan: {party}, op {day}.", "To: {party}, on {day}."),
    "break.ground": ("Grond: {ground}. Geraadpleegd: {names}.", "Ground: {ground}. Consulted: {names}."),
    "break.reporter": (
        "De melder moet het weten: tot u dat vastlegt, blijft het rood op Vandaag.",
        "The reporter has to know: until you record that, it stays red on Today.",
    ),
    "break.undo": ("Wat verteld is, is niet terug te nemen.", "What was told cannot be taken back."),
    "inform": ("Melder geïnformeerd", "Reporter informed"),
    "inform.why": (
        "Leg vast waarover: wat is verteld, aan wie, en welke wegen er voor de melder zijn.",
        "Record of what: what was told, to whom, and which ways there are for the reporter.",
    ),
    "attempted": ("Melder niet kunnen informeren", "Reporter could not be informed"),
    "attempted.why": (
        "De volgende poging blijft rood op Vandaag tot de melder het weet.",
        "The next attempt stays red on Today until the reporter knows.",
    ),
    "finish": ("Afronden met verantwoording", "Finish with the account"),
    "finish.kept": (
        "Er is niets verteld. Leg vast waarom u zwijgt; daarna verandert hier niets meer.",
        "Nothing was told. Record why you keep silent; nothing changes here after that.",
    ),
    "finish.broken": (
        "Leg vast wat u besloot en waarom. Het blijft verzegeld in uw persoonlijke aantekeningen.",
        "Record what you decided and why. It stays sealed in your personal notes.",
    ),
    "step": ("Wat nu?", "What now?"),
    "field.ground": ("Grond", "Ground"),
    "field.dilemma": ("Dilemma", "Dilemma"),
    "field.answer": ("Antwoord", "Answer"),
    "field.why": ("Waarom", "Why"),
    "field.alternatives": ("Andere wegen", "Other ways"),
    "field.colleague": ("Collega", "Colleague"),
    "field.anonymised": ("Herkenbaar verteld?", "Recognisable?"),
    "field.anonymised.no": ("weet ik niet", "not sure"),
    "field.anonymised.yes": ("nee, niets herkenbaars", "no, nothing recognisable"),
    "field.advice": ("Wat kwam eruit", "What came of it"),
    "field.on": ("Op", "On"),
    "field.content": ("Wat verteld wordt", "What is told"),
    "field.of": ("Waarover", "Of what"),
    "field.again": ("Volgende poging", "Next attempt"),
    "field.account": ("Verantwoording", "Account"),
    "note.answered": ("Alle zes voorwaarden zijn beantwoord.", "All six conditions are answered."),
    "note.broken": (
        "Vastgelegd. De melder moet het nog weten (i).",
        "Recorded. The reporter still has to know (i).",
    ),
    "note.finished": ("Afgerond.", "Finished."),
    # -- reasons
    "needs.own_case": ("Dat kan alleen de eigenaar van de zaak.", "Only the owner of the case can do that."),
    "needs.dilemma": ("Er staat geen gewetensnood; n legt er een vast.", "There is no dilemma; n records one."),
    "needs.weighing": ("Er wordt hier niet meer gewogen.", "Nothing is weighed here any more."),
    "needs.running": ("Dit is afgerond.", "This is finished."),
    "needs.broken": ("Er is niets verteld.", "Nothing was told."),
    "needs.uninformed": ("De melder weet het al, of er is niets verteld.", "The reporter knows, or nothing was told."),
    # -- actions
    "act.new": ("gewetensnood", "dilemma"),
    "act.new.help": (
        "Leg een gewetensnood vast: de grond en het dilemma. Er gaat niets naar buiten.",
        "Record a dilemma: its ground, and what it is. Nothing leaves.",
    ),
    "act.answer": ("beantwoorden", "answer"),
    "act.answer.help": (
        "Beantwoord de voorwaarde onder de cursor, of de open voorwaarden een voor een.",
        "Answer the condition under the cursor, or the open ones one after the other.",
    ),
    "act.step": ("wat nu", "what now"),
    "act.step.help": ("Kies uit wat er nu kan.", "Choose from what can be done now."),
    "act.alternatives": ("andere wegen", "other ways"),
    "act.alternatives.help": ("Schrijf op welke andere wegen er zijn.", "Write down which other ways there are."),
    "act.consult": ("collega", "colleague"),
    "act.consult.help": (
        "Leg vast welke collega is geraadpleegd, zonder iets herkenbaars.",
        "Record which colleague was consulted, with nothing recognisable.",
    ),
    "act.informed": ("melder weet het", "reporter knows"),
    "act.informed.help": (
        "Leg vast wanneer en waarover de melder is geïnformeerd.",
        "Record when and of what the reporter was informed.",
    ),
    "act.attempt": ("niet bereikt", "not reached"),
    "act.attempt.help": (
        "Leg vast waarom de melder niet te informeren was, en de volgende poging.",
        "Record why the reporter could not be informed, and the next attempt.",
    ),
    "act.finish": ("afronden", "finish"),
    "act.finish.help": (
        "Rond af met een verantwoording; eerst weet de melder wat er is verteld, of staat de volgende poging vast.",
        "Finish with an account; first the reporter knows what was told, or the next attempt is set.",
    ),
    "act.break": ("doorbreken", "break"),
    "act.break.help": (
        "Leg vast dat u de vertrouwelijkheid doorbreekt: wat u vertelt, en aan wie.",
        "Record that you break confidentiality: what you tell, and to whom.",
    ),
    "act.break.word": ("DOORBREKEN", "BREAK"),
}
