"""`vp doctor` in plain words: what is so, and, where it is not as it should be, what to do."""

TEXT: dict[str, tuple[str, str]] = {
    # Folders and settings
    "folder-closed": ("{path} is alleen van u", "{path} is yours alone"),
    "folder-absent": (
        "{path} bestaat nog niet; vp maakt haar als dat nodig is",
        "{path} does not exist yet; vp makes it when needed",
    ),
    "folder-readable": ("{path} kan door anderen worden bekeken", "Others can look into {path}"),
    "folder-readable.hint": (
        "De inhoud is verzegeld, maar namen en tijden zijn zichtbaar: chmod 700 {path}",
        "What is in it is sealed, but names and times can be seen: chmod 700 {path}",
    ),
    "folder-open": (
        "In {path} kunnen anderen schrijven; vp gebruikt haar niet",
        "Others can write in {path}; vp does not use it",
    ),
    "folder-open.hint": ("chmod 700 {path}", "chmod 700 {path}"),
    "folder-foreign": (
        "{path} is van iemand anders; vp gebruikt haar niet",
        "{path} belongs to somebody else; vp does not use it",
    ),
    "folder-foreign.hint": (
        "Kies met VP_HOME een map van uzelf, of laat de beheerder de eigenaar wijzigen.",
        "Choose a folder of your own with VP_HOME, or have the administrator change the owner.",
    ),
    "folder-not": ("{path} is geen bruikbare map", "{path} is no usable folder"),
    "folder-not.hint": ("Kies met VP_HOME een andere map.", "Choose another folder with VP_HOME."),
    "config-wrong": ("Een instelling klopt niet: {where} ({problem})", "A setting is wrong: {where} ({problem})"),
    "config-wrong.hint": ("vp config check zegt wat er moet staan.", "vp config check says what should be there."),
    # Where the keys lie, and why
    "place-secret-service": (
        "Uw sleutels liggen, verzegeld met uw wachtzin, in de sleutelbos van deze sessie (Secret Service, {service})",
        "Your keys lie, sealed under your passphrase, in this session's keyring (Secret Service, {service})",
    ),
    "place-keychain": (
        "Uw sleutels liggen, verzegeld met uw wachtzin, in de sleutelhanger van macOS ({service})",
        "Your keys lie, sealed under your passphrase, in the macOS keychain ({service})",
    ),
    "place-credential-manager": (
        "Uw sleutels liggen, verzegeld met uw wachtzin, in Referentiebeheer van Windows ({service})",
        "Your keys lie, sealed under your passphrase, in the Windows Credential Manager ({service})",
    ),
    "place-file": (
        "Uw sleutels liggen in een bestand onder {path}, verzegeld met uw wachtzin; zo is het bij het aanmelden "
        "gekozen (keystore = file), omdat er toen geen sleutelbos was of omdat u dat wilde",
        "Your keys lie in a file below {path}, sealed under your passphrase; it was chosen so at enrolment "
        "(keystore = file), because there was no keyring or because you wanted it",
    ),
    "plain-backend-ignored": (
        "keyrings.alt is geïnstalleerd (sleutelbossen in leesbare tekst); vp gebruikt die nooit",
        "keyrings.alt is installed (keyrings in plain text); vp never uses them",
    ),
    "keyring-open": ("De sleutelbos is open", "The keyring is open"),
    "keyring-locked": ("De sleutelbos is vergrendeld", "The keyring is locked"),
    "keyring-locked.hint": (
        "Dat is gewoon na inloggen met een SSH-sleutel: vp vraagt zo nodig om het wachtwoord van de sleutelbos.",
        "That is usual after logging in with an SSH key: vp asks for the keyring's password when it needs it.",
    ),
    "keyring-no-bus": (
        "Deze sessie heeft geen sleutelbos: er is geen D-Bus",
        "This session has no keyring: there is no D-Bus",
    ),
    "keyring-no-bus.hint": (
        "Log in via het systeem, start met dbus-run-session -- vp, of gebruik het verzegelde bestand.",
        "Log in through the system, start with dbus-run-session -- vp, or use the sealed file.",
    ),
    "keyring-no-service": ("Er draait hier geen sleutelbos", "No keyring is running here"),
    "keyring-no-service.hint": (
        "Laat de beheerder gnome-keyring installeren, of gebruik het verzegelde bestand.",
        "Have the administrator install gnome-keyring, or use the sealed file.",
    ),
    "keyring-silent": (
        "De sleutelbos antwoordde niet binnen {seconds} seconden",
        "The keyring did not answer within {seconds} seconds",
    ),
    "keyring-silent.hint": (
        "Misschien wacht er elders een venster op een wachtwoord. Log opnieuw in.",
        "A window may be waiting for a password somewhere else. Log in again.",
    ),
    "keyring-failed": ("De sleutelbos gaf een fout", "The keyring failed"),
    "keyring-failed.hint": ("Log opnieuw in en probeer het nog eens.", "Log in again and retry."),
    "keyring-two-daemons": (
        "Er draaien twee sleutelbossen op dezelfde map: de een overschrijft wat de ander bewaart",
        "Two keyrings run on the same folder: one overwrites what the other keeps",
    ),
    "keyring-two-daemons.hint": (
        "Log overal uit en één keer weer in, en controleer daarna of vp nog opengaat.",
        "Log out everywhere and in again once, and then check that vp still opens.",
    ),
    "vault-readable": (
        "De kluis van {name} is er en is heel (Argon2id: {t} keer over {mib} MiB, {p} banen)",
        "{name}'s vault is there and whole (Argon2id: {t} passes over {mib} MiB, {p} lanes)",
    ),
    "vault-light": (
        "De kluis van {name} is lichter beschermd dan nu gebruikelijk (Argon2id: {t} keer over {mib} MiB, {p} banen)",
        "{name}'s vault is protected more lightly than is usual now (Argon2id: {t} passes over {mib} MiB, {p} lanes)",
    ),
    "vault-light.hint": (
        "Wijzig uw wachtzin: de nieuwe kluis wordt zwaarder.",
        "Change your passphrase: the new vault is stronger.",
    ),
    "vault-missing": ("De kluis van {name} is er niet", "{name}'s vault is not there"),
    "vault-missing.hint": (
        "Draaide vp eerder als een andere gebruiker of met een andere VP_HOME? Anders: herstel met uw collega's.",
        "Did vp run as another user or with another VP_HOME before? If not: recover with your colleagues.",
    ),
    "vault-unreadable": (
        "De kluis van {name} is niet te gebruiken ({problem})",
        "{name}'s vault cannot be used ({problem})",
    ),
    "vault-unreadable.hint": (
        "Zet hem terug uit een reservekopie, gebruik een tweede apparaat, of herstel met uw collega's.",
        "Put it back from a backup, use a second device, or recover with your colleagues.",
    ),
    "agent-available": (
        "vp unlock --for kan de sleutel even in de kern bewaren",
        "vp unlock --for can keep the key in the kernel for a while",
    ),
    "agent-unavailable": (
        "vp unlock --for werkt hier niet: de sleutelbos van de Linux-kern is niet te gebruiken",
        "vp unlock --for does not work here: the Linux kernel's keyring cannot be used",
    ),
    "agent-unavailable.hint": (
        "Vaak in containers. Geef de wachtzin per opdracht, of gebruik --passphrase-file.",
        "Common in containers. Give the passphrase with each command, or use --passphrase-file.",
    ),
    # This process
    "process-open": ("Dit proces is niet afgeschermd", "This process is not closed off"),
    "process-open.hint": ("Start vp met de opdracht vp.", "Start vp by the command vp."),
    "debugger-refused": (
        "Andere programma's van u kunnen niet in het geheugen van vp kijken",
        "Your other programs cannot look into vp's memory",
    ),
    "debugger-possible": (
        "Andere programma's van u kunnen in het geheugen van vp kijken",
        "Your other programs can look into vp's memory",
    ),
    "debugger-possible.hint": (
        "Dit systeem kan dat niet weigeren. Draai naast vp alleen wat u vertrouwt.",
        "This system cannot refuse it. Run only what you trust beside vp.",
    ),
    "core-refused": ("Een crash laat geen geheugenafdruk achter", "A crash leaves no memory image"),
    "core-possible": ("Een crash kan een geheugenafdruk achterlaten", "A crash can leave a memory image"),
    "core-possible.hint": ("Zet geheugenafdrukken uit in het systeem.", "Turn memory images off in the system."),
    "environment-cleaned": (
        "Weggenomen uit de omgeving, omdat ze vp konden omleiden: {names}",
        "Taken out of the environment, since they could redirect vp: {names}",
    ),
    "environment-acted": (
        "Deze variabelen werkten al voordat vp begon: {names}",
        "These variables had their effect before vp began: {names}",
    ),
    "environment-acted.hint": (
        "Ze kunnen vreemde code in vp laden. Haal ze weg als u ze niet zelf hebt gezet.",
        "They can load foreign code into vp. Remove them unless you set them yourself.",
    ),
    # This host
    "swap-none": ("Er is geen onversleuteld wisselgeheugen", "There is no unencrypted swap"),
    "swap-plain": (
        "Geheugen kan onversleuteld op de schijf komen: {names}",
        "Memory can reach the disk unencrypted: {names}",
    ),
    "swap-plain.hint": (
        "Laat de beheerder wisselgeheugen versleutelen (dm-crypt) of zram gebruiken.",
        "Have the administrator encrypt swap (dm-crypt) or use zram.",
    ),
    "ptrace-limited": (
        "Meekijken tussen programma's is beperkt (Yama {scope})",
        "Looking into other programs is limited (Yama {scope})",
    ),
    "ptrace-free": (
        "Programma's van u mogen in elkaar kijken (Yama {scope})",
        "Your programs may look into each other (Yama {scope})",
    ),
    "ptrace-free.hint": (
        "vp weigert dat zelf, maar uw terminal en shell niet: laat de beheerder kernel.yama.ptrace_scope = 1 zetten.",
        "vp refuses it by itself, your terminal and shell do not: have kernel.yama.ptrace_scope set to 1.",
    ),
    "bytecode-there": ("vp is vooraf vertaald en start snel", "vp is compiled ahead and starts quickly"),
    "bytecode-missing": (
        "vp wordt bij elke start opnieuw vertaald en start traag",
        "vp is compiled anew at each start and starts slowly",
    ),
    "bytecode-missing.hint": (
        "Laat wie vp installeerde dit eenmaal doen: python -m compileall {path}",
        "Have whoever installed vp do this once: python -m compileall {path}",
    ),
    # This terminal
    "locale-utf8": ("De tekens zijn UTF-8", "Characters are UTF-8"),
    "locale-other": (
        "De tekens zijn {name}, niet UTF-8: é en ë kunnen misgaan",
        "Characters are {name}, not UTF-8: é and ë may go wrong",
    ),
    "locale-other.hint": ("export LANG=nl_NL.UTF-8 (of C.UTF-8)", "export LANG=en_GB.UTF-8 (or C.UTF-8)"),
    "term-fine": ("De terminal meldt zich als {name}", "The terminal calls itself {name}"),
    "term-poor": (
        "De terminal meldt zich als {name} en kan geen schermen tonen",
        "The terminal calls itself {name} and cannot show screens",
    ),
    "term-poor.hint": ("Gebruik vp --plain, of een andere terminal.", "Use vp --plain, or another terminal."),
    "recorder": ("Dit scherm wordt opgenomen: {name}", "This screen is being recorded: {name}"),
    "recorder.hint": (
        "Alles wat u in vp leest komt in die opname. Stop haar voordat u verdergaat.",
        "Everything that you read in vp goes into that recording. Stop it before you go on.",
    ),
    "tmux-escape": ("tmux houdt de Esc-toets {ms} ms vast", "tmux holds the Esc key for {ms} ms"),
    "tmux-escape.hint": ("Zet in ~/.tmux.conf: set -sg escape-time 20", "Put in ~/.tmux.conf: set -sg escape-time 20"),
    "tmux-clipboard": (
        "In tmux mag elk programma uw klembord vullen",
        "In tmux every program may fill your clipboard",
    ),
    "tmux-clipboard.hint": (
        "vp doet dat niet. Wilt u het dicht: set -s set-clipboard external",
        "vp does not. To close it: set -s set-clipboard external",
    ),
}
