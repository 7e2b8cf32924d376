"""Errors of the workspace room."""

TEXT: dict[str, tuple[str, str]] = {
    "coordinators-only.title": ("Dit kan alleen een coördinator", "Only a coordinator can do this"),
    "coordinators-only.hint": ("Vraag een coördinator van de praktijk.", "Ask a coordinator of the practice."),
    "contact-not-found.title": ("Er is geen contactverzoek met dat kenmerk", "There is no such contact request"),
    "contact-not-found.hint": (
        "Misschien is het aan een ander gericht of door een ander aangenomen. Zie `vp contact list`.",
        "It may be addressed to, or taken by, somebody else. See `vp contact list`.",
    ),
    "contact-ambiguous.title": (
        "{n} contactverzoeken beginnen met deze code",
        "{n} contact requests begin with this code",
    ),
    "contact-ambiguous.hint": ("Typ meer tekens van de code.", "Type more characters of the code."),
    "contact-nobody-left.title": (
        "Er is niemand anders die dit verzoek kan lezen",
        "Nobody else can read this request",
    ),
    "contact-nobody-left.hint": (
        "Wie verder geadresseerd was, is geen lid meer. Geef het verzoek door aan een collega.",
        "Whoever else was addressed has left the practice. Pass the request on to a colleague.",
    ),
    "nothing-to-undo.title": ("Er is niets om ongedaan te maken", "There is nothing to undo"),
    "nothing-to-undo.hint": (
        "Dat kan tot tien minuten na wat u op deze computer het laatst deed; wat naar buiten ging, komt niet terug.",
        "That is possible up to ten minutes after what you did last on this computer; what has left does not come back.",
    ),
    "rekey-first.title": (
        "Even wachten: deze zaak krijgt nieuwe sleutels",
        "Please wait: this case is getting new keys",
    ),
    "rekey-first.hint": (
        "Een apparaat dat mee kon lezen is ingetrokken. Zodra de eigenaar van de zaak inlogt, wordt de sleutel vernieuwd en"
        " kunt u weer schrijven. Uw tekst blijft hier bewaard.",
        "A device that could read this was revoked. As soon as the owner of the case signs in, the key is renewed and you can"
        " write again. Your text is kept here.",
    ),
    "too-busy.title": ("Er wordt te veel tegelijk geschreven", "Too much is being written at once"),
    "too-busy.hint": ("Uw tekst is bewaard; probeer het zo nog eens.", "Your text is kept; try again in a moment."),
    "changed-elsewhere.title": ("Ondertussen door een ander gewijzigd", "Changed by somebody else meanwhile"),
    "changed-elsewhere.hint": (
        "Uw tekst is als concept bewaard. Open de zaak, bekijk de wijziging en sla opnieuw op.",
        "Your text is kept as a draft. Open the case, look at the change and save again.",
    ),
    "bundle-foreign.title": ("Deze bundel is van een andere praktijk", "This bundle is of another practice"),
    "bundle-foreign.hint": (
        "Kies met --identity de identiteit van die praktijk, of neem een andere bundel.",
        "Choose that practice's identity with --identity, or take another bundle.",
    ),
    "vault-absent.title": (
        "De sleutelkluis van deze identiteit is hier niet",
        "The vault of this identity is not here",
    ),
    "vault-absent.hint": (
        "De sleutelbos of map op deze computer bevat hem niet. `vp doctor` zegt waar hij hoort te staan.",
        "The keyring or folder on this computer does not hold it. `vp doctor` says where it should be.",
    ),
    "passphrase-needed.title": ("Een wachtzin is nodig", "A passphrase is needed"),
    "passphrase-needed.hint": (
        "Geef hem op de terminal, met --passphrase-file, of vooraf met `vp unlock --for 15m`.",
        "Give it at the terminal, with --passphrase-file, or beforehand with `vp unlock --for 15m`.",
    ),
    "identity-mismatch.title": (
        "De kluis hoort niet bij identiteit {name}",
        "The vault does not belong to identity {name}",
    ),
    "identity-mismatch.hint": (
        "Controleer practice en device van deze identiteit met `vp config show`.",
        "Check practice and device of this identity with `vp config show`.",
    ),
    "file-keystore-refused.title": (
        "Deze praktijk staat geen kluis in een bestand toe",
        "This practice does not allow a vault in a file",
    ),
    "file-keystore-refused.hint": (
        "Gebruik de sleutelbos van het systeem, of vraag de coördinatoren het beleid aan te passen.",
        "Use the system's keyring, or ask the coordinators to change the policy.",
    ),
    "invite-refused.title": ("Deze code opent niets op deze server", "This code opens nothing on this server"),
    "invite-refused.hint": (
        "Controleer de negen woorden en het adres. Een code werkt één keer en 72 uur; vraag zo nodig een nieuwe.",
        "Check the nine words and the address. A code works once, for 72 hours; ask for a new one if need be.",
    ),
    "invite-used.title": ("Deze uitnodiging is al gebruikt", "This invitation was used already"),
    "invite-used.hint": (
        "Was u dat niet zelf, meld het dan nu aan de coördinator. Vraag anders een nieuwe uitnodiging.",
        "If that was not you, tell the coordinator now. Otherwise ask for a new invitation.",
    ),
    "invite-name-or-roles.title": ("Naam en rol zijn nodig", "A name and a role are needed"),
    "invite-name-or-roles.hint": (
        "Geef de naam en ten minste één rol: vertrouwenspersoon, coördinator of supervisor.",
        "Give the name and at least one role: confidant, coordinator or supervisor.",
    ),
    "invite-not-found.title": ("Deze uitnodiging bestaat niet", "There is no such invitation"),
    "invite-not-found.hint": ("Zie `vp member list`.", "See `vp member list`."),
    "invite-not-yours.title": (
        "De code van deze uitnodiging staat op het apparaat van een andere coördinator",
        "The code of this invitation is on another coordinator's device",
    ),
    "invite-not-yours.hint": (
        "Wie uitnodigde, toelaat eerst; daarna tekent u mee.",
        "Who invited admits first; you co-sign after that.",
    ),
    "invite-not-joined.title": ("De genodigde heeft de code nog niet gebruikt", "The code was not used yet"),
    "invite-not-joined.hint": (
        "Vraag haar `vp join` te doen met het adres en de negen woorden.",
        "Ask her to run `vp join` with the address and the nine words.",
    ),
    "already-admitted.title": ("Dit apparaat is al toegelaten", "This device was admitted already"),
    "already-admitted.hint": ("Er is niets meer te doen.", "There is nothing left to do."),
    "already-signed.title": ("U hebt dit voorstel al getekend", "You have signed this proposal already"),
    "already-signed.hint": (
        "De tweede handtekening moet van een andere coördinator komen.",
        "The second signature has to come from another coordinator.",
    ),
    "proposal-not-found.title": ("Dit voorstel bestaat niet (meer)", "There is no such proposal (any more)"),
    "proposal-not-found.hint": ("Zie `vp member list`.", "See `vp member list`."),
    "member-not-found.title": ("Er is geen lid met die naam of dat kenmerk", "There is no member of that name or id"),
    "member-not-found.hint": ("Zie `vp member list`.", "See `vp member list`."),
    "device-not-found.title": ("Er is geen actief apparaat met dat kenmerk", "There is no active device of that id"),
    "device-not-found.hint": ("Zie `vp member show NAAM`.", "See `vp member show NAME`."),
    "client-not-found.title": ("Er is geen klant met dat kenmerk", "There is no such client"),
    "client-not-found.hint": ("Zie `vp client list`.", "See `vp client list`."),
}
