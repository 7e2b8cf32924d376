"""First start, unlocking, waiting for admission: what happens and why, in the words of a confidant."""

TEXT: dict[str, tuple[str, str]] = {
    # -- welcome
    "welcome": ("Op deze computer is nog niemand ingeschreven.", "Nobody is enrolled on this computer yet."),
    "welcome.why": (
        "Uw team werkt samen in één database. Alles wat u schrijft wordt op deze computer versleuteld voordat het "
        "weggaat: de server en wie hem beheert kunnen het niet lezen en niet ongemerkt veranderen. Daarom maakt vp "
        "nu eerst sleutels die alleen u hebt.",
        "Your team works together in one database. Everything you write is encrypted on this computer before it "
        "leaves: the server and whoever runs it cannot read it, nor change it unnoticed. That is why vp first makes "
        "keys that only you have.",
    ),
    "welcome.join": ("Met een code bij een praktijk komen", "Join a practice with a code"),
    "welcome.join.why": (
        "Een coördinator van uw praktijk las u een adres en negen woorden voor.",
        "A coordinator of your practice read an address and nine words to you.",
    ),
    "welcome.found": ("Een nieuwe praktijk beginnen", "Found a new practice"),
    "welcome.found.why": (
        "Uw beheerder heeft een lege server klaargezet en gaf u een adres en negen woorden.",
        "Your administrator prepared an empty server and gave you an address and nine words.",
    ),
    "welcome.demo": (
        "Eerst rondkijken met een verzonnen praktijk? Stop met :q en geef het commando  vp demo",
        "Just looking around, with a fictional practice? Leave with :q and run the command  vp demo",
    ),
    "welcome.kept": ("Wat u eerder invulde staat er nog.", "What you filled in earlier is still there."),
    # -- the steps
    "found": ("Een praktijk beginnen", "Founding a practice"),
    "join": ("Bij een praktijk komen", "Joining a practice"),
    "progress": ("Stap {n} van {total}: {title}", "Step {n} of {total}: {title}"),
    "keys": ("Enter gaat verder. Esc gaat terug; alles blijft staan.", "Enter goes on. Esc goes back; all is kept."),
    "step.address": ("waar de praktijk staat", "where the practice is"),
    "step.address.why.found": (
        "Het adres van de database, zoals uw beheerder het van `vp server install` kreeg. Er staat geen wachtwoord "
        "in: dat maakt vp straks zelf, en het verlaat deze computer niet leesbaar.",
        "The address of the database, as your administrator got it from `vp server install`. There is no password in "
        "it: vp makes one itself, and it never leaves this computer in readable form.",
    ),
    "step.address.why.join": (
        "Het adres van de database, zoals de coördinator het u gaf. Een adres is geen geheim; de negen woorden van "
        "de volgende stap zijn dat wel.",
        "The address of the database, as the coordinator gave it to you. An address is no secret; the nine words of "
        "the next step are.",
    ),
    "field.address": ("Adres", "Address"),
    "field.address.example": ("postgresql://db.praktijk.nl/vp", "postgresql://db.practice.org/vp"),
    "step.code": ("de negen woorden", "the nine words"),
    "step.code.why.found": (
        "Met deze woorden mag één keer, en alleen nu, een praktijk op deze server begonnen worden. De eerste vier "
        "letters van een woord zijn genoeg.",
        "With these words a practice can be founded on this server once, and only now. The first four letters of a "
        "word are enough.",
    ),
    "step.code.why.join": (
        "De coördinator leest ze voor, aan de telefoon of als u bij elkaar zit. Ze gaan nooit per mail of bericht: "
        "wie ze leest zou zich als u kunnen aanmelden. De eerste vier letters van een woord zijn genoeg.",
        "The coordinator reads them out, by telephone or face to face. They never go by mail or chat: whoever reads "
        "them could enrol as you. The first four letters of a word are enough.",
    ),
    "field.code": ("Negen woorden", "Nine words"),
    "field.code.count.one": ("{n} woord, nog {rest} te gaan", "{n} word, {rest} to go"),
    "field.code.count.other": ("{n} woorden, nog {rest} te gaan", "{n} words, {rest} to go"),
    "field.code.too-many": ("{n} woorden; het zijn er negen", "{n} words; there should be nine"),
    "field.code.complete": ("negen woorden, alle bekend", "nine words, all known"),
    "field.code.wrong": (
        "woord {position} staat niet in de lijst; bedoelt u “{nearest}”?",
        "word {position} is not on the list; do you mean “{nearest}”?",
    ),
    "step.practice": ("de naam van de praktijk", "the name of the practice"),
    "step.practice.why": (
        "Zo ziet uw team de praktijk. De naam staat versleuteld in de database; de beheerder ziet hem niet.",
        "This is how your team sees the practice. The name is encrypted in the database; the administrator cannot "
        "see it.",
    ),
    "field.practice": ("Praktijk", "Practice"),
    "step.you.found": ("wie u bent", "who you are"),
    "step.you.join": ("wie u bent", "who you are"),
    "step.you.why.found": (
        "Uw naam zoals collega's die zien; versleuteld, zoals alles. U wordt coördinator: u laat leden toe en haalt "
        "ze weg, en u leest daardoor geen enkele zaak van een ander. Doet u zelf ook zaken, dan bent u ook "
        "vertrouwenspersoon.",
        "Your name as colleagues see it; encrypted, like everything. You become coordinator: you admit and remove "
        "members, and that lets you read nobody else's case. If you take cases too, you are a confidant as well.",
    ),
    "step.you.why.join": (
        "Uw naam zoals collega's die zien. Hij staat versleuteld in de database. Wat u in de praktijk mag, heeft de "
        "coördinator in de uitnodiging gezet.",
        "Your name as colleagues see it. It is encrypted in the database. What you may do in the practice was put "
        "into the invitation by the coordinator.",
    ),
    "field.name": ("Uw naam", "Your name"),
    "field.roles": ("U bent", "You are"),
    "roles.both": ("vertrouwenspersoon en coördinator", "confidant and coordinator"),
    "roles.coordinator": ("alleen coördinator", "coordinator only"),
    "step.keys": ("waar uw sleutels blijven", "where your keys are kept"),
    "step.keys.why": (
        "Uw sleutels staan alleen hier, in een kluis die met uw wachtzin is dichtgemaakt. Waar de kluis zelf "
        "ligt, staat hieronder. Zonder uw wachtzin gaat hij niet open.",
        "Your keys are here only, in a vault closed with your passphrase. Where the vault itself lies "
        "stands below. Without your passphrase it does not open.",
    ),
    "field.keystore": ("Plaats", "Place"),
    "keystore.keyring": ("sleutelbos van het systeem", "the system's keyring"),
    "keystore.file": ("verzegeld bestand", "sealed file"),
    "keystore.advice": ("Aangeraden: {place}. {reason}", "Advised: {place}. {reason}"),
    "keystore.reason.keyring": (
        "Een andere gebruiker van deze computer komt er niet bij, en een kopie van uw bestanden bevat hem niet.",
        "Another user of this computer cannot reach it, and a copy of your files does not contain it.",
    ),
    "keystore.reason.file": (
        "De sleutelbos van dit systeem antwoordt niet. Het bestand is alleen voor u leesbaar; houd uw map uit "
        "back-ups van anderen.",
        "This system's keyring does not answer. The file is readable by you alone; keep your folder out of other "
        "people's backups.",
    ),
    "keystore.looking": ("De sleutelbos wordt bekeken …", "Looking at the keyring …"),
    "step.passphrase": ("uw wachtzin", "your passphrase"),
    "step.passphrase.why": (
        "De wachtzin opent uw kluis, elke keer dat u begint. Niemand anders heeft hem of kan hem herstellen. Zeven "
        "gewone woorden zijn sterker dan één moeilijk woord, en te onthouden. F6 stelt er zeven voor.",
        "The passphrase opens your vault each time you start. Nobody else has it or can restore it. Seven ordinary "
        "words are stronger than one hard one, and can be remembered. F6 suggests seven.",
    ),
    "field.passphrase": ("Wachtzin", "Passphrase"),
    "field.again": ("Nog een keer", "Once more"),
    "suggestion": (
        "Voorstel: {words}\nSchrijf het op papier, typ het twee keer over, en bewaar het papier als geld.",
        "Suggestion: {words}\nWrite it on paper, type it twice, and keep the paper like money.",
    ),
    "strength.short": ("te kort", "too short"),
    "strength.fair": ("voldoende; meer woorden maakt hem sterker", "sufficient; more words make it stronger"),
    "strength.strong": ("sterk", "strong"),
    "step.server": ("wat u moet weten", "what you need to know"),
    "server.sees": (
        "De server ziet hoeveel leden, apparaten en ruimten er zijn, welk apparaat op welk uur iets schreef, en hoe "
        "veel. Hij ziet nooit namen, klanten, meldingen, data of tekst, en ook niet of iets een zaak is.",
        "The server sees how many members, devices and spaces there are, which device wrote at which hour, and how "
        "much. It never sees names, clients, reports, dates or text, nor whether something is a case.",
    ),
    "loss": (
        "Wachtzin kwijt? Dan gaat uw kluis nooit meer open; er is geen achterdeur, ook niet voor de coördinator. Uw "
        "zaken zijn dan alleen nog te lezen op een tweede apparaat van u of door een waarnemer. Maak dus snel een "
        "tweede apparaat, en bewaar de wachtzin op papier.",
        "Passphrase lost? Then your vault never opens again; there is no back door, not for the coordinator either. "
        "Your cases can then only be read on a second device of yours or by a deputy. So add a second device soon, "
        "and keep the passphrase on paper.",
    ),
    "summary": ("{name}, op {address}; sleutels in: {kept}.", "{name}, at {address}; keys in: {kept}."),
    "field.confirm": ("Typ JA", "Type YES"),
    "confirm.word": ("JA", "YES"),
    "begin.found": (
        "Hierna wordt de praktijk begonnen en is de code verbruikt.",
        "After this the practice is founded and the code is used up.",
    ),
    "begin.join": (
        "Hierna wordt u aangemeld en is de code verbruikt.",
        "After this you are enrolled and the code is used up.",
    ),
    "working.keys": ("Sleutels worden gemaakt.", "Keys are being made."),
    "working.keystore": ("De kluis wordt weggelegd en teruggelezen.", "The vault is put away and read back."),
    "working.server": ("De server wordt benaderd.", "The server is being contacted."),
    "working.log": ("De praktijk wordt begonnen en ondertekend.", "The practice is founded and signed."),
    "working.open": ("De kluis gaat open.", "The vault is being opened."),
    # -- afterwards
    "words": ("Uw negen woorden", "Your nine words"),
    "words.why": (
        "Dit is de vingerafdruk van dit apparaat. Lees hem voor aan een collega die u herkent, aan de telefoon of "
        "bij elkaar; zij legt vast dat hij klopt. Zo weet het team dat de server er niemand tussen heeft gezet.",
        "This is the fingerprint of this device. Read it to a colleague who knows you, by telephone or face to face; "
        "she records that it is right. That is how the team knows that the server put nobody in between.",
    ),
    "words.digits": ("in cijfers: {digits}", "in digits: {digits}"),
    "done.found": ("De praktijk {practice} bestaat.", "The practice {practice} exists."),
    "done.found.next": (
        "Volgende: nodig een tweede coördinator uit (7, dan n). Zolang u de enige bent, tekent u alleen; met twee "
        "coördinatoren is voor elke wijziging in het team een tweede handtekening nodig.",
        "Next: invite a second coordinator (7, then n). While you are the only one you sign alone; with two "
        "coordinators every change in the team needs a second signature.",
    ),
    "waiting": ("Wachten op toelating", "Waiting for admission"),
    "waiting.why": (
        "Uw sleutels zijn gemaakt en uw aanmelding is verstuurd. Een coördinator controleert haar, een tweede tekent "
        "mede. Dit scherm gaat vanzelf verder; u mag vp ook sluiten en later terugkomen.",
        "Your keys are made and your request was sent. One coordinator checks it, a second co-signs. This screen "
        "goes on by itself; you may also close vp and come back later.",
    ),
    "waiting.keys": ("sleutels gemaakt en weggelegd", "keys made and put away"),
    "waiting.sent": ("aanmelding verstuurd", "request sent"),
    "waiting.first": ("eerste coördinator: code klopt, voorgesteld", "first coordinator: code is right, proposed"),
    "waiting.second": ("tweede coördinator heeft mede getekend", "second coordinator has co-signed"),
    "waiting.offline": (
        "Geen verbinding met de server; vp blijft het proberen.",
        "No connection with the server; vp keeps trying.",
    ),
    "mark.done": ("[x]", "[x]"),
    "mark.open": ("[ ]", "[ ]"),
    "action.suggest": ("wachtzin voorstellen", "suggest passphrase"),
    "action.suggest.help": ("Stel zeven woorden voor als wachtzin.", "Suggest seven words as passphrase."),
    "needs.passphrase": ("dit kan bij de vraag naar uw wachtzin", "this works where your passphrase is asked"),
    # -- unlocking
    "phase.derive": ("De sleutel wordt uit uw wachtzin berekend …", "Deriving the key from your passphrase …"),
    "phase.open": ("De kluis gaat open …", "Opening the vault …"),
    "keyring": ("De sleutelbos van dit systeem is op slot", "This system's keyring is locked"),
    "keyring.why": (
        "Uw kluis ligt in de sleutelbos, en die gaat bij inloggen met een SSH-sleutel niet vanzelf open. Typ het "
        "wachtwoord van de sleutelbos (meestal dat van uw account op deze computer). vp opent hem daarmee, bewaart "
        "het niet, en kijkt na of hij echt open is.",
        "Your vault lies in the keyring, which does not open by itself when you log in with an SSH key. Type the "
        "keyring's password (usually that of your account on this computer). vp opens it with that, does not keep "
        "it, and checks that it really is open.",
    ),
    "keyring.new": (
        "Is er nog geen sleutelbos, dan wordt hij met dit wachtwoord gemaakt.",
        "If there is no keyring yet, it is made with this password.",
    ),
    "keyring.password": ("Wachtwoord van de sleutelbos", "The keyring's password"),
    "keyring.keys": ("Enter opent   Esc laat hem dicht", "Enter opens it   Esc leaves it closed"),
}
