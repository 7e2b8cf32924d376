"""Help of the command line: a text per command (its first line is the short form), per option and per argument.

Keys: ``<path>`` for a command, ``option.<name>`` and ``argument.<name>`` where they mean the same everywhere,
``<path>.<name>`` where one command means something else by it. The care for a reporter has tables of its own.
"""

from vp_tui.i18n.catalog import cli_help_care, cli_help_given

TEXT: dict[str, tuple[str, str]] = {
    "usage": ("Gebruik:", "Usage:"),
    "options": ("Opties", "Options"),
    "options_metavar": ("[OPTIES]", "[OPTIONS]"),
    "arguments": ("Argumenten", "Arguments"),
    "commands": ("Opdrachten", "Commands"),
    # -- commands
    "vp": (
        "Zaken van een team externe vertrouwenspersonen, op een server die niets kan lezen.\n"
        "Zonder opdracht opent de toepassing.",
        "Cases of a team of external confidants, on a server that can read nothing.\n"
        "Without a command the application opens.",
    ),
    "demo": (
        "Een verzonnen praktijk om mee te oefenen.\n"
        "De eerste keer wordt zij opgericht, met zes leden, acht klanten en zaken van alle soorten; daarna "
        "gaat zij open "
        "zoals u haar achterliet. Zonder VP_HOME staat zij in een eigen map; zolang dit account geen eigen "
        "praktijk heeft, "
        "werken alle opdrachten in de demo. Niets vraagt er om een wachtzin: die is openbaar.",
        "A fictional practice to try things in.\n"
        "The first time it is founded, with six members, eight clients and cases of all kinds; after that it "
        "opens as you "
        "left it. Without VP_HOME it has a folder of its own; as long as this account has no practice of its own, all "
        "commands work in the demo. Nothing there asks for a passphrase: it is public.",
    ),
    "case": ("Zaken: bekijken, registreren, bijhouden, afsluiten.", "Cases: read, register, keep, close."),
    "case.list": (
        "De werklijst.\n"
        "QUERY is wat u ook in het zoekveld typt: woorden, en filters zoals klant:NRD-01, staat:wacht of is:overdue. "
        "Een ontkenning (-is:closed) komt na een los --.",
        "The queue.\nQUERY is what you would type in the search field: words, and filters such as client:NRD-01, "
        "state:waiting or is:overdue. A negation (-is:closed) comes after a bare --.",
    ),
    "case.show": (
        "Een zaak, met alles wat er geschreven is.",
        "A case, with everything written in it.",
    ),
    "case.search": (
        "Zoek in titels en teksten van beide lagen.",
        "Search titles and texts of both layers.",
    ),
    "case.new": (
        "Registreer een zaak, desgewenst met het eerste gesprek.\n"
        "Met --minutes is de tekst een gesprek; met --close AF-UI sluit de zaak meteen (uiten was voldoende).",
        "Register a case, with the first conversation if you wish.\n"
        "With --minutes the text is a conversation; with --close AF-UI the case is closed at once (telling "
        "was enough).",
    ),
    "case.note": (
        "Schrijf een aantekening.\nZonder --text, of met --text -, komt de tekst van de standaardinvoer.",
        "Write a note.\nWithout --text, or with --text -, the text comes from standard input.",
    ),
    "case.talk": ("Leg een gesprek vast.", "Record a conversation."),
    "case.revise": (
        "Wijzig een aantekening of gesprek.\nHeeft een collega hem intussen gewijzigd, dan eindigt dit met code 7.",
        "Revise a note or conversation.\nIf a colleague has changed it meanwhile, this ends with code 7.",
    ),
    "case.withdraw": (
        "Trek een aantekening of gesprek in; de plaats blijft, de tekst niet.",
        "Withdraw a note or conversation; its place stays, its text does not.",
    ),
    "case.edit": ("Wijzig kerngegevens van een zaak.", "Change core data of a case."),
    "case.next": ("Spreek de volgende actie af.", "Set the next action."),
    "case.done": ("Vink de volgende actie af.", "Mark the next action as done."),
    "case.state": (
        "Wijzig de toestand.\nNazorg en gesloten bereikt u met close.",
        "Change the state.\nAftercare and closed are reached with close.",
    ),
    "case.close": (
        "Sluit een zaak af, met een reden en desgewenst momenten van nazorg.",
        "Close a case, with a reason and moments of aftercare if you wish.",
    ),
    "case.aftercare": ("Leg een moment van nazorg vast.", "Record a moment of aftercare."),
    "case.reopen": ("Heropen een zaak.", "Reopen a case."),
    "case.deputy": (
        "Waarneming: een collega die het dossier mag lezen.",
        "Deputy: a colleague who may read the dossier.",
    ),
    "case.deputy.grant": (
        "Wijs een waarnemer aan, met toestemming van de melder.",
        "Grant a deputy, with the reporter's consent.",
    ),
    "case.deputy.remove": (
        "Beëindig de waarneming; de zaak krijgt nieuwe sleutels.",
        "End the deputyship; the case gets new keys.",
    ),
    "client": ("Klantorganisaties.", "Client organisations."),
    "client.list": ("Alle klantorganisaties.", "All client organisations."),
    "client.add": ("Voeg een klantorganisatie toe (coördinator).", "Add a client organisation (coordinator)."),
    "member": ("Leden, apparaten en uitnodigingen.", "Members, devices and invitations."),
    "member.list": ("Wie er in de praktijk is.", "Who is in the practice."),
    "member.show": (
        "Een lid, met apparaten en hun vingerafdrukwoorden.",
        "A member, with devices and their fingerprint words.",
    ),
    "member.invite": (
        "Nodig iemand uit (coördinator).\nDe negen woorden zegt u door de telefoon of onder vier ogen, nooit per mail.",
        "Invite somebody (coordinator).\nSay the nine words by phone or face to face, never by mail.",
    ),
    "member.pending": ("Wat op een handtekening wacht.", "What waits for a signature."),
    "member.cosign": (
        "Teken een toelating of wijziging mee (coördinator).\n"
        "Een uitnodiging waarop is geantwoord toetst en tekent wie haar maakte; daarna tekent een tweede coördinator.",
        "Co-sign an admission or change (coordinator).\n"
        "An answered invitation is checked and signed by whoever made it; then a second coordinator signs.",
    ),
    "member.verify": (
        "Leg vast dat u de vingerafdrukwoorden met een lid vergeleek.\n"
        "Typ wat de ander voorleest van het eigen scherm.",
        "Record that you compared the fingerprint words with a member.\n"
        "Type what the other reads aloud from her own screen.",
    ),
    "member.roles": ("Wijzig de rollen van een lid (coördinator).", "Change a member's roles (coordinator)."),
    "member.revoke": (
        "Trek één apparaat van een lid in (coördinator).",
        "Revoke one device of a member (coordinator).",
    ),
    "member.remove": (
        "Verwijder een lid (coördinator).\nAlle ruimten die het lid kon lezen krijgen nieuwe sleutels.",
        "Remove a member (coordinator).\nAll spaces that the member could read get new keys.",
    ),
    "practice": (
        "De praktijk: oprichten, toestand, controlewoorden, reservebundel.",
        "The practice: found, status, checkpoint words, export bundle.",
    ),
    "practice.found": (
        "Richt een praktijk op.\n"
        "De negen woorden komen van 'vp server install' en worden gevraagd of uit --code-file gelezen.",
        "Found a practice.\nThe nine words come from 'vp server install' and are asked for or read from --code-file.",
    ),
    "practice.status": ("Praktijk, rollen en verbinding in het kort.", "Practice, roles and connection in brief."),
    "practice.checkpoint": (
        "De controlewoorden van dit moment.\nAls allen dezelfde negen woorden lezen, zien allen dezelfde praktijk.",
        "The checkpoint words of this moment.\nIf all read the same nine words, all see the same practice.",
    ),
    "practice.export": (
        "Schrijf alles wat u kunt zien naar een versleutelde, ondertekende reservebundel.\n"
        "Alles wordt eerst nagerekend; klopt er iets niet, dan komt er geen bundel. Bewaar haar op een andere plek dan de "
        "server. Zij gaat alleen open met de sleutels op uw apparaten.",
        "Write everything that you can see into an encrypted, signed export bundle.\n"
        "Everything is verified first; if something does not fit there is no bundle. Keep it elsewhere than the server. "
        "It opens with the keys on your devices only.",
    ),
    "practice.check": (
        "Reken een reservebundel na, zonder server.\nWat dit apparaat van na de bundel kent, staat onder behind.",
        "Verify an export bundle, without a server.\nWhat this device knows from after the bundle is under behind.",
    ),
    "practice.restore": (
        "Zet een reservebundel terug op een nieuwe server.\n"
        "Bereid eerst een lege database voor met 'vp server install'. Ieder lid zet haar eigen bundel terug; schrijf pas "
        "verder als de laatste dat heeft gedaan. Wat ontbreekt komt erbij, niets wordt vervangen.",
        "Put an export bundle back onto a new server.\n"
        "First prepare an empty database with 'vp server install'. Each member restores her own bundle; write on only "
        "when the last one has. What is missing is added, nothing is replaced.",
    ),
    "join": (
        "Kom bij een praktijk, met de negen woorden van een coördinator.",
        "Join a practice, with the nine words of a coordinator.",
    ),
    "audit": (
        "Haal alles opnieuw op en reken het na.\nEindigt met code 8 als er iets niet klopt.",
        "Fetch everything again and verify it.\nEnds with code 8 if anything does not fit.",
    ),
    "doctor": (
        "Is deze computer in orde voor dit werk?\nDe uitvoer bevat geen gegevens van zaken.",
        "Is this computer fit for the work?\nThe output contains no case data.",
    ),
    "server": ("De server, voor zijn beheerder.", "The server, for its administrator."),
    "server.install": (
        "Maak een PostgreSQL (15 tot 18) klaar voor een praktijk.\n"
        "Toont de negen woorden waarmee één praktijk kan worden opgericht.",
        "Prepare a PostgreSQL (15 to 18) for a practice.\nShows the nine words with which one practice can be founded.",
    ),
    "server.upgrade": ("Breng het schema op deze versie.", "Bring the schema to this version."),
    "server.status": (
        "Versies, aantallen, omvang.\nBij de server van de demo ook admin_dsn, om haar met SQL aan te vallen.",
        "Versions, counts, size.\nFor the demo's server also admin_dsn, to attack it with SQL.",
    ),
    "server.check": (
        "Toets rechten, beleid per rij, functies, TLS en logboek, en zeg wat te herstellen is.",
        "Check privileges, row policies, functions, TLS and logging, and say what to mend.",
    ),
    "identity": ("De identiteiten in deze map.", "The identities in this home."),
    "identity.list": ("Alle identiteiten.", "All identities."),
    "identity.use": ("Kies wie er spreekt als u niemand noemt.", "Choose who speaks when you name nobody."),
    "unlock": (
        "Ontgrendel voor een tijd, zodat opdrachten niet telkens vragen.\n"
        "De sleutel staat alleen in het geheugen van de kernel en verloopt vanzelf.",
        "Unlock for a while, so that commands need not ask each time.\n"
        "The key is in the kernel's memory only and expires by itself.",
    ),
    "lock": ("Vergeet wat unlock bewaarde.", "Forget what unlock kept."),
    "config": ("Instellingen.", "Settings."),
    "config.show": ("Alle instellingen, met waar zij vandaan komen.", "All settings, with where they come from."),
    "config.get": ("Eén instelling.", "One setting."),
    "config.set": ("Wijzig een instelling; een lege waarde wist haar.", "Change a setting; an empty value removes it."),
    "config.path": ("Waar alles staat.", "Where everything is."),
    "config.validate": (
        "Toets de bestanden; code 2 als er iets mis is.",
        "Check the files; code 2 if anything is wrong.",
    ),
    "keys": ("Alle toetsen van de toepassing.", "All keys of the application."),
    "completion": (
        'Het script waarmee een shell aanvult.\nBijvoorbeeld in ~/.bashrc: eval "$(vp completion bash)"',
        'The script by which a shell completes.\nFor instance in ~/.bashrc: eval "$(vp completion bash)"',
    ),
    # -- options
    "option.help": ("Toon deze uitleg.", "Show this help."),
    "option.version": ("Toon de versie.", "Show the version."),
    "option.json": ("Eén JSON-document op de standaarduitvoer.", "One JSON document on standard output."),
    "option.plain": ("Waarden met tabs ertussen, zonder kop.", "Values separated by tabs, without a heading."),
    "option.quiet": ("Alleen gegevens, geen toelichting.", "Data only, no talk."),
    "option.no-input": ("Stel geen vragen.", "Ask no questions."),
    "option.lang": ("Taal (ook VP_LANG).", "Language (also VP_LANG)."),
    "option.identity": ("Wie er spreekt (ook VP_IDENTITY).", "Who speaks (also VP_IDENTITY)."),
    "option.passphrase-file": (
        "Bestand met de wachtzin, leesbaar voor u alleen.",
        "File with the passphrase, readable by you alone.",
    ),
    "option.theme": ("Kleuren van de toepassing (ook VP_THEME).", "Colours of the application (also VP_THEME)."),
    "option.a11y": (
        "Voor schermlezers en brailleregels (ook VP_A11Y).",
        "For screen readers and Braille displays (also VP_A11Y).",
    ),
    "vp.plain": ("Regel voor regel, zonder scherm.", "Line by line, without a screen."),
    "option.as": ("Open als dit lid.", "Open as this member."),
    "option.fresh": ("Wis de demo en richt haar opnieuw op.", "Erase the demo and found it anew."),
    "option.no-tui": ("Open de toepassing niet.", "Do not open the application."),
    "option.cases": ("Aantal zaken bij het oprichten.", "Number of cases when founding."),
    "option.section": ("Onderdeel van de werklijst.", "Section of the queue."),
    "option.sort": (
        "due, age, last, alias, client of state; met - ervoor andersom.",
        "due, age, last, alias, client or state; with - in front reversed.",
    ),
    "option.alias": ("Alias, of -.", "Alias, or -."),
    "option.channel": ("Kanaal (KA-…), standaard KA-TE bij registratie.", "Channel (KA-…), KA-TE when registering."),
    "option.client": ("Code van de klant.", "Code of the client."),
    "option.nature": (
        "Aard (OG-, IN-, BR-…); mag vaker, de eerste is de hoofdaard.",
        "Nature (OG-, IN-, BR-…); repeatable, the first is the main one.",
    ),
    "option.received": ("Dag van het eerste contact.", "Day of the first contact."),
    "option.role": ("Rol van de melder (RO-…).", "Role of the reporter (RO-…)."),
    "option.source": ("Wie verwees (VZ-…).", "Who referred (VZ-…)."),
    "option.text": ("De tekst, of - voor de standaardinvoer.", "The text, or - for standard input."),
    "option.minutes": ("Duur, zoals 45 of 1u15.", "Duration, such as 45 or 1h15."),
    "option.next": ("Volgende actie, of -.", "Next action, or -."),
    "option.due": ("Dag, zoals vr, morgen, +2w of 2026-11-27.", "Day, such as fri, tomorrow, +2w or 2026-11-27."),
    "option.close": ("Sluit meteen af met deze reden (AF-…).", "Close at once with this reason (AF-…)."),
    "option.layer": ("Dossier, of uw eigen aantekeningen.", "Dossier, or your own notes."),
    "option.on": ("Dag waarop, standaard vandaag.", "Day on which, today by default."),
    "option.waiting-for": ("Waarop de zaak wacht, of -.", "What the case waits for, or -."),
    "option.reason": ("Reden (AF-…).", "Reason (AF-…)."),
    "option.aftercare": ("Dag van nazorg; mag vaker.", "Day of aftercare; repeatable."),
    "option.usual-aftercare": (
        "Nazorg na twee en zes weken en drie maanden.",
        "Aftercare after two and six weeks and three months.",
    ),
    "option.aftercare-consent": (
        "Dag waarop de melder met nazorg instemde; nodig bij nazorg.",
        "Day on which the reporter agreed to aftercare; needed with aftercare.",
    ),
    "option.no-referral": (
        "De melder wilde geen verwijzing; nodig als de zaak buiten bereik is en er geen verwijzing is.",
        "The reporter wanted no referral; needed when the case is out of scope and there is none.",
    ),
    "option.evaluation": ("Wat de melder ervan vond (EV-…).", "What the reporter thought of it (EV-…)."),
    "option.drop-next-action": ("Laat een openstaande actie vervallen.", "Drop an open next action."),
    "option.outcome": ("Uitkomst volgens de melder (EV-…).", "Outcome according to the reporter (EV-…)."),
    "option.retaliation": ("Ervaren benadeling (BN-…).", "Retaliation experienced (BN-…)."),
    "option.why": ("Reden, in woorden, of -.", "Reason, in words, or -."),
    "option.consent-on": ("Dag waarop de melder toestemde.", "Day on which the reporter consented."),
    "option.consent": ("Hoe de melder toestemde.", "How the reporter consented."),
    "option.until": ("Laatste dag.", "Last day."),
    "option.yes": ("Bevestigd; vraag niet.", "Confirmed; do not ask."),
    "option.roles": (
        "confidant, coordinator, supervisor; meer met een komma ertussen.",
        "confidant, coordinator, supervisor; several with commas.",
    ),
    "option.device-of": ("Een volgend apparaat van dit lid.", "A further device of this member."),
    "option.how": ("Hoe u de woorden vergeleek.", "How you compared the words."),
    "option.words": ("De negen woorden die de ander voorlas.", "The nine words that the other read aloud."),
    "option.device": ("Begin van het nummer van het apparaat.", "Beginning of the device's id."),
    "option.dsn": (
        "Adres van de server, zoals psql het leest; nooit met een wachtwoord.",
        "Address of the server as psql reads it; never with a password.",
    ),
    "option.my-name": ("Uw naam, zoals collega's hem zien.", "Your name, as colleagues see it."),
    "option.code-file": (
        "Bestand met de negen woorden, of - voor de standaardinvoer.",
        "File with the nine words, or - for standard input.",
    ),
    "option.keystore": (
        "Waar de sleutels liggen; standaard wat hier kan.",
        "Where the keys lie; by default what works here.",
    ),
    "option.confidant": ("U bent zelf ook vertrouwenspersoon.", "You are a confidant yourself as well."),
    "option.dry-run": ("Toon alleen wat er zou gebeuren.", "Only show what would be done."),
    "option.export": (
        "Schrijf het bewijs (alleen versleutelde gegevens) naar dit bestand.",
        "Write the evidence (ciphertext only) to this file.",
    ),
    "option.for": ("Hoe lang: 90s, 15m, 2u; ten hoogste acht uur.", "How long: 90s, 15m, 2h; at most eight hours."),
    "option.all": ("Voor alle identiteiten van dit account.", "For all identities of this account."),
    "option.address": (
        "Adres voor leden, als dat anders is dan dat van de beheerder.",
        "Address for members, where it is not the administrator's.",
    ),
    "option.with-findings": (
        "Maak de bundel ook als er iets niet klopt.",
        "Make the bundle even if something does not fit.",
    ),
    "practice.export.force": ("Vervang het bestand als het er al is.", "Replace the file if it is there already."),
    "practice.restore.force": (
        "Laat ruimten die verschillen zoals zij op de server zijn, en zet terug wat klopt.",
        "Leave spaces that differ as they are on the server, and restore what fits.",
    ),
    "practice.restore.dsn": ("Adres voor de beheerder.", "Address for the administrator."),
    "practice.found.identity": ("Naam van uw identiteit op deze computer.", "Name of your identity on this computer."),
    "join.identity": ("Naam van uw identiteit op deze computer.", "Name of your identity on this computer."),
    "case.aftercare.due": (
        "Welk moment; standaard het eerste dat openstaat.",
        "Which moment; the first open one by default.",
    ),
    "server.install.dsn": ("Adres voor de beheerder.", "Address for the administrator."),
    "server.upgrade.dsn": (
        "Adres voor de beheerder; zonder: de demo.",
        "Address for the administrator; without: the demo.",
    ),
    "server.status.dsn": (
        "Adres voor de beheerder; zonder: de demo.",
        "Address for the administrator; without: the demo.",
    ),
    "server.check.dsn": (
        "Adres voor de beheerder; zonder: de demo.",
        "Address for the administrator; without: the demo.",
    ),
    # -- arguments
    "argument.case": ("Code (K7QF-2MX) of begin van het nummer.", "Code (K7QF-2MX) or beginning of the id."),
    "argument.query": ("Woorden en filters.", "Words and filters."),
    "argument.words": ("Woorden.", "Words."),
    "argument.alias": ("Alias van de melder, geen naam; of -.", "The reporter's alias, not a name; or -."),
    "argument.note": ("Begin van het nummer van de aantekening.", "Beginning of the note's id."),
    "argument.what": ("Wat u hebt toegezegd, of -.", "What you have promised, or -."),
    "argument.state": ("De nieuwe toestand.", "The new state."),
    "argument.member": ("Begin van de naam of van het nummer.", "Beginning of the name or of the id."),
    "argument.code": ("Code, zoals NRD-01.", "Code, such as NRD-01."),
    "argument.name": ("Naam.", "Name."),
    "argument.id": (
        "Begin van het nummer, zoals member pending het toont.",
        "Beginning of the id, as member pending shows it.",
    ),
    "argument.roles": (
        "confidant, coordinator, supervisor; meer met een komma ertussen.",
        "confidant, coordinator, supervisor; several with commas.",
    ),
    "argument.device": ("Begin van het nummer van het apparaat.", "Beginning of the device's id."),
    "argument.key": ("Naam van de instelling.", "Name of the setting."),
    "argument.value": ("Waarde.", "Value."),
    "argument.file": ("Bestand met de bundel.", "File of the bundle."),
    "argument.shell": ("Welke shell.", "Which shell."),
}

TEXT |= cli_help_care.TEXT | cli_help_given.TEXT
