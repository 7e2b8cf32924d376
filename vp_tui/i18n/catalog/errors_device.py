"""What can go wrong on this computer: folders, settings, keyring, vault, passphrase, sealed files."""

TEXT: dict[str, tuple[str, str]] = {
    # Folders and files
    "folder-foreign.title": ("De map {path} is van iemand anders", "The folder {path} belongs to somebody else"),
    "folder-foreign.hint": (
        "Eigenaar is gebruiker {owner}. Kies met VP_HOME een map van uzelf, of laat de beheerder de eigenaar wijzigen.",
        "Its owner is user {owner}. Choose your own folder with VP_HOME, or have the administrator change the owner.",
    ),
    "folder-open.title": ("In de map {path} kunnen anderen schrijven", "Others can write in the folder {path}"),
    "folder-open.hint": (
        "Kies een map van u alleen. Is deze van u, maak haar dicht: chmod 700 {path} (nu {mode}).",
        "Choose a folder of yours alone. If this is one, close it: chmod 700 {path} (now {mode}).",
    ),
    "folder-not.title": ("De map {path} kan niet worden gebruikt", "The folder {path} cannot be used"),
    "folder-not.hint": (
        "Het systeem meldt {reason}. Kijk of er een bestand met die naam staat, of kies met VP_HOME een andere map.",
        "The system reports {reason}. See whether a file has that name, or choose another folder with VP_HOME.",
    ),
    "file-foreign.title": ("Het bestand {path} is van iemand anders", "The file {path} belongs to somebody else"),
    "file-foreign.hint": (
        "Eigenaar is gebruiker {owner}. Draaide vp eens als beheerder (sudo)? Laat die het bestand teruggeven.",
        "Its owner is user {owner}. Was vp once run as administrator (sudo)? Have the file given back.",
    ),
    "file-open.title": ("In het bestand {path} kunnen anderen schrijven", "Others can write to the file {path}"),
    "file-open.hint": (
        "Kijk of er iets in veranderd is, en maak het dicht: chmod 600 {path} (nu {mode}).",
        "See whether anything in it was changed, and close it: chmod 600 {path} (now {mode}).",
    ),
    "file-unreadable.title": ("Het bestand {path} is niet te lezen", "The file {path} cannot be read"),
    "file-unreadable.hint": (
        "Het systeem meldt {reason}. Bekijk de rechten en de schijf.",
        "The system reports {reason}. Look at its permissions and at the disk.",
    ),
    "file-unwritable.title": ("Het bestand {path} kon niet worden geschreven", "The file {path} could not be written"),
    "file-unwritable.hint": (
        "Het systeem meldt {reason}. Het oude bestand is ongewijzigd; bekijk de rechten en de schijf.",
        "The system reports {reason}. The old file is unchanged; look at its permissions and at the disk.",
    ),
    "disk-full.title": ("De schijf is vol", "The disk is full"),
    "disk-full.hint": (
        "Maak ruimte bij {path}. Wat u typte staat nog op het scherm en wordt daarna alsnog bewaard.",
        "Make room at {path}. What you typed is still on the screen and will be kept after that.",
    ),
    # Settings
    "config-syntax.title": ("{path} is op regel {line} niet te lezen", "{path} cannot be read at line {line}"),
    "config-syntax.hint": (
        'Elke regel is naam = waarde; tekst staat tussen "aanhalingstekens".',
        'Each line is name = value; text stands between "quotation marks".',
    ),
    "config-unknown.title": ("{where}: {setting} is geen instelling", "{where}: {setting} is not a setting"),
    "config-unknown.hint": ("vp config show toont welke er zijn.", "vp config show lists those that exist."),
    "config-unknown-near.title": ("{where}: {setting} is geen instelling", "{where}: {setting} is not a setting"),
    "config-unknown-near.hint": ("Bedoelt u {nearest}?", "Do you mean {nearest}?"),
    "config-value.title": ("{where}: {setting} heeft een ongeldige waarde", "{where}: {setting} has an invalid value"),
    "config-value.hint": ("Verwacht: {expected}", "Expected: {expected}"),
    "config-missing.title": ("{where}: {setting} ontbreekt", "{where}: {setting} is missing"),
    "config-missing.hint": (
        "Zet de regel terug, of haal de identiteit weg en meld u opnieuw aan met vp join.",
        "Put the line back, or remove the identity and enrol again with vp join.",
    ),
    "config-locked.title": ("{setting} is hier vastgezet", "{setting} is fixed here"),
    "config-locked.hint": (
        "De beheerder van deze computer bepaalt deze instelling in {path}.",
        "This computer's administrator sets it in {path}.",
    ),
    "config-by-hand.title": ("{path} kan niet veilig worden aangepast", "{path} cannot be changed safely"),
    "config-by-hand.hint": (
        "Het bestand is op een bijzondere manier geschreven. Pas het zelf aan; er is niets veranderd.",
        "The file is written in an unusual way. Change it by hand; nothing was altered.",
    ),
    "policy-foreign.title": ("{path} is niet alleen van de beheerder", "{path} is not the administrator's alone"),
    "policy-foreign.hint": (
        "Laat de beheerder het herstellen: chown root en chmod 644.",
        "Have the administrator mend it: chown root and chmod 644.",
    ),
    "policy-unreadable.title": ("{path} is niet te lezen", "{path} cannot be read"),
    "policy-unreadable.hint": (
        "Laat de beheerder het voor iedereen leesbaar maken: chmod 644.",
        "Have the administrator make it readable for everybody: chmod 644.",
    ),
    # Identities
    "identity-name.title": ("{name} kan geen naam van een identiteit zijn", "{name} cannot be an identity's name"),
    "identity-name.hint": (
        "Gebruik 1 tot 32 kleine letters, cijfers, - of _, en begin met een letter of cijfer.",
        "Use 1 to 32 small letters, digits, - or _, and begin with a letter or digit.",
    ),
    "identity-none.title": ("Op deze computer is nog niemand aangemeld", "Nobody is enrolled on this computer yet"),
    "identity-none.hint": (
        "Start vp om een praktijk op te richten, of meld u aan met vp join. Kijken kan met vp demo.",
        "Start vp to found a practice, or enrol with vp join. To look around: vp demo.",
    ),
    "identity-unknown.title": ("Er is geen identiteit {name}", "There is no identity {name}"),
    "identity-unknown.hint": ("Wel: {known}", "There are: {known}"),
    "identity-ambiguous.title": ("Als wie wilt u werken?", "As whom do you want to work?"),
    "identity-ambiguous.hint": (
        "Kies met --identity of VP_IDENTITY, of zet default_identity: {known}",
        "Choose with --identity or VP_IDENTITY, or set default_identity: {known}",
    ),
    "identity-exists.title": ("Er is al een identiteit {name}", "There is an identity {name} already"),
    "identity-exists.hint": ("Kies een andere naam.", "Choose another name."),
    # Keyring
    "keyring-locked.title": ("De sleutelbos is vergrendeld", "The keyring is locked"),
    "keyring-locked.hint": (
        "Typ het wachtwoord van de sleutelbos (meestal uw inlogwachtwoord op deze computer).",
        "Type the keyring's password (usually the one with which you log in on this computer).",
    ),
    "keyring-password-wrong.title": (
        "Met dit wachtwoord gaat de sleutelbos niet open",
        "This password does not open the keyring",
    ),
    "keyring-password-wrong.hint": (
        "Het is het wachtwoord van de sleutelbos, niet uw wachtzin van vp: vaak uw (vorige) inlogwachtwoord.",
        "It is the keyring's password, not your passphrase for vp: often your (former) login password.",
    ),
    "keyring-unlock-unsupported.title": (
        "Deze sleutelbos kan niet vanuit vp open",
        "This keyring cannot be opened from within vp",
    ),
    "keyring-unlock-unsupported.hint": (
        "Open haar met haar eigen programma en probeer het opnieuw.",
        "Open it with its own program and try again.",
    ),
    "keyring-silent.title": (
        "De sleutelbos antwoordde niet binnen {seconds} seconden",
        "The keyring did not answer within {seconds} seconds",
    ),
    "keyring-silent.hint": (
        "Misschien wacht er elders een venster. Log opnieuw in en probeer het nog eens; vp doctor zegt meer.",
        "A window may be waiting somewhere else. Log in again and retry; vp doctor says more.",
    ),
    "keyring-no-bus.title": ("Deze sessie heeft geen sleutelbos", "This session has no keyring"),
    "keyring-no-bus.hint": (
        "Er is geen D-Bus-sessie. Log in via het systeem (niet via sudo of cron), start met dbus-run-session -- vp, "
        "of gebruik het verzegelde bestand als de praktijk dat toestaat.",
        "There is no D-Bus session. Log in through the system (not through sudo or cron), start with dbus-run-session "
        "-- vp, or use the sealed file if the practice allows it.",
    ),
    "keyring-no-service.title": ("Er draait hier geen sleutelbos", "No keyring is running here"),
    "keyring-no-service.hint": (
        "Laat de beheerder gnome-keyring installeren, of gebruik het verzegelde bestand als de praktijk dat toestaat.",
        "Have the administrator install gnome-keyring, or use the sealed file if the practice allows it.",
    ),
    "keyring-failed.title": ("De sleutelbos gaf een fout ({kind})", "The keyring failed ({kind})"),
    "keyring-failed.hint": (
        "Probeer het opnieuw. Blijft het zo, dan zegt vp doctor of er twee sleutelbossen tegelijk draaien.",
        "Try again. If it stays so, vp doctor says whether two keyrings are running at once.",
    ),
    "keyring-foreign.title": (
        "De sleutelbos is niet die van het systeem ({backend})",
        "The keyring is not the system's ({backend})",
    ),
    "keyring-foreign.hint": (
        "Iets in de installatie vervangt haar. Installeer vp opnieuw in een eigen omgeving.",
        "Something in the installation replaces it. Install vp again in an environment of its own.",
    ),
    "keystore-readback.title": (
        "De sleutels zijn niet goed opgeslagen",
        "The keys were not stored properly",
    ),
    "keystore-readback.hint": (
        "Wat werd teruggelezen is niet wat werd geschreven. Draaien er twee sleutelbossen? Kijk met vp doctor, en "
        "probeer het opnieuw voordat u vp afsluit.",
        "What was read back is not what was written. Are two keyrings running? Look with vp doctor, and try again "
        "before you leave vp.",
    ),
    "agent-unavailable.title": (
        "Deze computer kan de sleutel niet tijdelijk bewaren",
        "This computer cannot keep the key for a while",
    ),
    "agent-unavailable.hint": (
        "De sleutelbos van de Linux-kern is hier niet te gebruiken ({reason}), zoals vaak in containers. "
        "Geef de wachtzin per opdracht, of gebruik --passphrase-file.",
        "The Linux kernel's keyring cannot be used here ({reason}), as is common in containers. "
        "Give the passphrase with each command, or use --passphrase-file.",
    ),
    # Vault and passphrase
    "passphrase-wrong.title": ("De wachtzin klopt niet", "The passphrase is wrong"),
    "passphrase-wrong.hint": (
        "Let op hoofdletters, spaties en de toetsenbordindeling. Weet u hem zeker, dan kan de kluis beschadigd zijn: "
        "gebruik een tweede apparaat of laat uw collega's u helpen herstellen.",
        "Mind capitals, spaces and the keyboard layout. If you are sure of it the vault may be damaged: use a second "
        "device, or let your colleagues help you recover.",
    ),
    "passphrase-short.title": ("De wachtzin is te kort", "The passphrase is too short"),
    "passphrase-short.hint": (
        "Gebruik minstens {least} tekens (nu {given}). Een rij losse woorden onthoudt u het makkelijkst.",
        "Use at least {least} characters (now {given}). A row of unrelated words is the easiest to remember.",
    ),
    "passphrase-simple.title": ("De wachtzin is te eenvoudig", "The passphrase is too simple"),
    "passphrase-simple.hint": (
        "Gebruik minstens {least} verschillende tekens. Een rij losse woorden onthoudt u het makkelijkst.",
        "Use at least {least} different characters. A row of unrelated words is the easiest to remember.",
    ),
    "vault-truncated.title": ("De kluis is niet compleet", "The vault is incomplete"),
    "vault-truncated.hint": (
        "Er zijn {length} bytes van over. Zet hem terug uit een reservekopie, gebruik een tweede apparaat, of laat uw "
        "collega's u helpen herstellen.",
        "{length} bytes of it are left. Put it back from a backup, use a second device, or let your colleagues "
        "help you recover.",
    ),
    "vault-damaged.title": ("De kluis is beschadigd", "The vault is damaged"),
    "vault-damaged.hint": (
        "Zet hem terug uit een reservekopie, gebruik een tweede apparaat, of laat uw collega's u helpen herstellen.",
        "Put it back from a backup, use a second device, or let your colleagues help you recover.",
    ),
    "vault-parameters.title": (
        "De kluis vraagt om een onzinnige berekening",
        "The vault asks for an absurd computation",
    ),
    "vault-parameters.hint": (
        "t={t}, m={m} KiB, p={p}: zo heeft vp hem niet gemaakt. Er is niets gerekend. "
        "Zet hem terug uit een reservekopie.",
        "t={t}, m={m} KiB, p={p}: vp did not make it so. Nothing was computed. Put it back from a backup.",
    ),
    "vault-newer.title": ("De kluis is van een nieuwere vp", "The vault is of a newer vp"),
    "vault-newer.hint": (
        "Werk vp bij op deze computer (suite {suite}, kdf {kdf}).",
        "Upgrade vp on this computer (suite {suite}, kdf {kdf}).",
    ),
    "vault-memory.title": (
        "Er is te weinig geheugen om de kluis te openen",
        "There is too little memory to open the vault",
    ),
    "vault-memory.hint": (
        "Er is even {mib} MiB nodig. Sluit iets af, of vraag de beheerder om een ruimere grens.",
        "{mib} MiB are needed for a moment. Close something, or ask the administrator for a wider limit.",
    ),
    # Sealed files
    "store-busy.title": ("Een ander venster van vp is bezig", "Another window of vp is busy"),
    "store-busy.hint": ("Probeer het zo weer ({path}).", "Try again in a moment ({path})."),
    "store-damaged.title": ("Het bestand {path} is beschadigd", "The file {path} is damaged"),
    "store-damaged.hint": (
        "Hierin staat wat dit apparaat heeft onthouden. Zet het terug uit een reservekopie. Is die er niet: hernoem "
        "het, start opnieuw, en vergelijk daarna de 9 controlewoorden met een collega.",
        "It holds what this device remembers. Put it back from a backup. If there is none: rename it, start again, and "
        "then compare the 9 checkpoint words with a colleague.",
    ),
    "store-newer.title": ("Het bestand {path} is van een nieuwere vp", "The file {path} is of a newer vp"),
    "store-newer.hint": ("Werk vp bij op deze computer.", "Upgrade vp on this computer."),
    "store-unwritable.title": (
        "Het bestand {path} kan niet worden gebruikt",
        "The file {path} cannot be used",
    ),
    "store-unwritable.hint": (
        "Bekijk de rechten van het bestand en zijn map (code {code}).",
        "Look at the permissions of the file and its folder (code {code}).",
    ),
}
