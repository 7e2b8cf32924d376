"""What verification found, told to a confidant: what was seen, what it may mean, what still works, what to do.

``<kind>.title`` and ``<kind>.what`` for every kind of ``vp_tui.protocol.findings``, with {space} and {seq} in them.
"Ruimte" is a case, notes, a client, the practice; "regel" is a numbered entry in it. The cause is never stated as a
fact: a broken disk and a hostile administrator can look the same from here.
"""

from __future__ import annotations

_Pair = tuple[str, str]

# What still works, and what to do.
_STOPPED: _Pair = (
    "Tot die regel blijft {space} leesbaar; wat daarna komt wordt niet getoond, en de andere ruimten werken gewoon "
    "door. Schrijf hier niet verder. Bewaar het bewijs (Exporteer bewijs) en bel, niet via dit systeem, een "
    "coördinator.",
    "Up to that line {space} stays readable; what follows is not shown, and the other spaces work as usual. Do not "
    "write here. Keep the evidence (Export evidence) and call a coordinator by telephone, not through this system.",
)
_PRACTICE: _Pair = (
    "Wat al was gecontroleerd blijft geldig en leesbaar. Deel niets nieuws en neem niemand aan of op tot dit is "
    "opgehelderd: bewaar het bewijs (Exporteer bewijs) en bel beide coördinatoren.",
    "What had been verified stays valid and readable. Share nothing new and admit nobody until this is cleared up: "
    "keep the evidence (Export evidence) and call both coordinators.",
)
_COLLEAGUE: _Pair = (
    "De regel wordt niet uitgevoerd; tot daar blijft alles leesbaar en de andere ruimten werken gewoon door. "
    "Bel de collega die de regel schreef: een oud of aangepast programma kan dit ook doen. Bewaar het bewijs "
    "(Exporteer bewijs) en bespreek het met een coördinator.",
    "The line is not carried out; up to there everything stays readable and the other spaces work as usual. "
    "Call the colleague who wrote it: an old or modified program can do this too. Keep the evidence (Export evidence) "
    "and discuss it with a coordinator.",
)
_RECORD: _Pair = (
    "Alleen dit stuk is niet te openen; de rest van {space} werkt. Een collega of een ander apparaat dat het al had, "
    "kan het opnieuw opslaan. Bewaar het bewijs (Exporteer bewijs) en meld het aan een coördinator.",
    "Only this piece cannot be opened; the rest of {space} works. A colleague or another device that had it already "
    "can save it again. Keep the evidence (Export evidence) and tell a coordinator.",
)
_ENROLMENT: _Pair = (
    "Er is niets aangenomen en niets gedeeld; uw andere werk loopt door. Begin opnieuw met een nieuwe uitnodiging, en "
    "spreek de negen woorden door de telefoon of persoonlijk uit.",
    "Nothing was accepted and nothing shared; your other work goes on. Start again with a new invitation, and speak "
    "the nine words by telephone or in person.",
)

# kind: (title, what was seen and what it may mean, what to do)
_FINDINGS: dict[str, tuple[_Pair, _Pair, _Pair]] = {
    "chain-break": (
        ("Regel weg of verplaatst", "Line missing or moved"),
        (
            "Regel {seq} van {space} sluit niet aan op de regel ervoor. Op de server is een regel weggehaald, "
            "omgewisseld of toegevoegd, of een reservekopie is slecht teruggezet.",
            "Line {seq} of {space} does not join the line before it. On the server a line was removed, swapped or "
            "added, or a backup was badly restored.",
        ),
        _STOPPED,
    ),
    "foreign-entry": (
        ("Regel uit een andere ruimte", "Line from another space"),
        (
            "Regel {seq} die bij {space} werd geleverd, hoort ergens anders. De server heeft regels van plaats "
            "verwisseld.",
            "Line {seq} delivered for {space} belongs elsewhere. The server has mixed up lines.",
        ),
        _STOPPED,
    ),
    "bad-encoding": (
        ("Beschadigde regel", "Damaged line"),
        (
            "Regel {seq} van {space} heeft niet de juiste vorm. De bytes op de server zijn veranderd, of afgebroken.",
            "Line {seq} of {space} does not have the right form. The bytes on the server were changed or cut off.",
        ),
        _STOPPED,
    ),
    "bad-signature": (
        ("Handtekening klopt niet", "Signature does not hold"),
        (
            "De handtekening onder regel {seq} van {space} past niet bij wat er staat. De inhoud is na het "
            "ondertekenen veranderd, of iemand zonder de sleutel heeft de regel gemaakt.",
            "The signature under line {seq} of {space} does not fit what it says. The content was changed after "
            "signing, or somebody without the key made the line.",
        ),
        _STOPPED,
    ),
    "unknown-signer": (
        ("Onbekend apparaat", "Unknown device"),
        (
            "Regel {seq} van {space} is ondertekend door een apparaat dat niet bij deze praktijk hoort.",
            "Line {seq} of {space} is signed by a device that does not belong to this practice.",
        ),
        _STOPPED,
    ),
    "small-order-key": (
        ("Onveilige sleutel geweigerd", "Unsafe key refused"),
        (
            "Regel {seq} van {space} brengt een sleutel in waarmee iedere handtekening goed zou lijken. Zo'n sleutel "
            "ontstaat niet bij toeval.",
            "Line {seq} of {space} brings in a key under which every signature would look right. Such a key does not "
            "come about by chance.",
        ),
        _COLLEAGUE,
    ),
    "suite-refused": (
        ("Te zwakke versleuteling", "Encryption too weak"),
        (
            "Regel {seq} van {space} gebruikt een zwakkere versleuteling dan de praktijk heeft afgesproken.",
            "Line {seq} of {space} uses weaker encryption than the practice has agreed on.",
        ),
        _COLLEAGUE,
    ),
    "unknown-kind": (
        ("Geschreven door een nieuwere versie", "Written by a newer version"),
        (
            "Regel {seq} van {space} is van een soort die dit programma nog niet kent.",
            "Line {seq} of {space} is of a kind that this program does not know yet.",
        ),
        (
            "Er wordt niets overgeslagen: deze ruimte wacht. Werk het programma bij en open haar opnieuw.",
            "Nothing is skipped: this space waits. Upgrade the program and open it again.",
        ),
    ),
    "not-a-member": (
        ("Geschreven door iemand zonder toegang", "Written by somebody without access"),
        (
            "Regel {seq} van {space} is geschreven door, of noemt, iemand die toen geen lid was.",
            "Line {seq} of {space} was written by, or names, somebody who was not a member then.",
        ),
        _COLLEAGUE,
    ),
    "not-a-manager": (
        ("Toegang geregeld door iemand die dat niet mag", "Access changed by somebody who may not"),
        (
            "Regel {seq} van {space} deelt toegang uit, sluit of vernietigt, maar de schrijver beheert deze ruimte "
            "niet.",
            "Line {seq} of {space} grants access, closes or destroys, but its writer does not manage this space.",
        ),
        _COLLEAGUE,
    ),
    "quorum": (
        ("Handtekening van een tweede coördinator ontbreekt", "Second coordinator's signature missing"),
        (
            "Regel {seq} van het praktijklogboek verandert leden, apparaten of afspraken zonder genoeg handtekeningen "
            "van coördinatoren. Eén coördinator alleen, of de server, kan zo proberen iemand binnen te laten.",
            "Line {seq} of the practice log changes members, devices or agreements without enough coordinators' "
            "signatures. One coordinator alone, or the server, may be trying to let somebody in.",
        ),
        _PRACTICE,
    ),
    "last-coordinator": (
        ("Er zou geen coördinator overblijven", "No coordinator would be left"),
        (
            "Regel {seq} van het praktijklogboek zou de laatste coördinator weghalen die nog kan tekenen. Daarna kon "
            "niemand meer leden toelaten of verwijderen.",
            "Line {seq} of the practice log would remove the last coordinator who can sign. After that nobody could "
            "admit or remove members.",
        ),
        _PRACTICE,
    ),
    "contradiction": (
        ("Regel spreekt eerdere regels tegen", "Line contradicts earlier lines"),
        (
            "Regel {seq} van {space} is echt ondertekend, maar past niet bij wat gold: iemand toevoegen die er al is, "
            "verwijderen wie er niet is, een nummer overslaan.",
            "Line {seq} of {space} is properly signed but does not fit what held: adding somebody who is there, "
            "removing somebody who is not, skipping a number.",
        ),
        _COLLEAGUE,
    ),
    "closed": (
        ("Geschreven na het afsluiten", "Written after closing"),
        (
            "Regel {seq} van {space} is geschreven nadat de ruimte definitief was gesloten.",
            "Line {seq} of {space} was written after the space had been closed for good.",
        ),
        _COLLEAGUE,
    ),
    "stale-epoch": (
        ("Geschreven met een oude sleutel", "Written under an old key"),
        (
            "Regel {seq} van {space} gebruikt een sleutel die al was vervangen. Misschien schreef iemand zonder de "
            "laatste stand te hebben; misschien iemand die er niet meer bij hoort.",
            "Line {seq} of {space} uses a key that had been replaced. Perhaps somebody wrote without the latest state; "
            "perhaps somebody who no longer belongs here.",
        ),
        _COLLEAGUE,
    ),
    "rotate-first": (
        ("Geschreven zonder nieuwe sleutel", "Written without a new key"),
        (
            "Regel {seq} van {space} is geschreven terwijl iemand die weg is de sleutel nog had. Die zou de regel "
            "kunnen lezen.",
            "Line {seq} of {space} was written while somebody who has left still had the key, and could read it.",
        ),
        _COLLEAGUE,
    ),
    "late-entry": (
        ("Regel van iemand die weg is", "Line by somebody who has left"),
        (
            "Regel {seq} van {space} is van een apparaat dat niet meer in gebruik is, en dit apparaat had de regel nog "
            "niet eerder gezien. Hij kan op tijd zijn geschreven, of achteraf, met hulp van de server.",
            "Line {seq} of {space} is by a device that is no longer in use, and this device had not seen the line "
            "before. It may have been written in time, or afterwards with the server's help.",
        ),
        (
            "De regel staat apart en is niet verwerkt; wat ervoor kwam is leesbaar en de andere ruimten werken door. "
            "Vraag een collega of zij de regel kende, en neem hem daarna aan of laat hem liggen.",
            "The line is set aside and not taken in; what came before is readable and the other spaces work as usual. "
            "Ask a colleague whether she knew the line, then accept it or leave it.",
        ),
    ),
    "foreign-wrap": (
        ("Sleutel voor een vreemd apparaat", "Key for a foreign device"),
        (
            "Regel {seq} van {space} geeft de sleutel aan een apparaat dat geen lid heeft, niet meer in gebruik is of "
            "een oudere sleutel gebruikt. Zo zou een vreemde kunnen meelezen.",
            "Line {seq} of {space} gives the key to a device that is no member's, is no longer in use, or uses an "
            "older key. In that way a stranger could read along.",
        ),
        _COLLEAGUE,
    ),
    "key-mismatch": (
        ("Niet iedereen kreeg dezelfde sleutel", "Not everybody got the same key"),
        (
            "De sleutel die dit apparaat voor {space} kreeg, is niet de sleutel die er is afgesproken. Iemand kan "
            "verschillende mensen verschillende teksten laten lezen.",
            "The key that this device was given for {space} is not the one that was agreed on. Somebody may be letting "
            "different people read different texts.",
        ),
        _COLLEAGUE,
    ),
    "practice-fork": (
        ("Twee versies van het praktijklogboek", "Two versions of the practice log"),
        (
            "Wie regel {seq} van {space} schreef, kent een ander praktijklogboek dan u. De server laat collega's "
            "verschillende ledenlijsten zien.",
            "Whoever wrote line {seq} of {space} knows another practice log than you do. The server shows colleagues "
            "different lists of members.",
        ),
        _PRACTICE,
    ),
    "practice-withheld": (
        ("Deel van het praktijklogboek achtergehouden", "Part of the practice log withheld"),
        (
            "Wie regel {seq} van {space} schreef, kent een langer praktijklogboek dan de server aan u geeft. Er kan "
            "een verwijdering zijn achtergehouden. Haal eerst opnieuw op; blijft het zo, dan is dit ernstig.",
            "Whoever wrote line {seq} of {space} knows a longer practice log than the server gives to you. A removal "
            "may have been held back. Fetch again first; if it stays so, it is serious.",
        ),
        _PRACTICE,
    ),
    "practice-backwards": (
        ("Praktijklogboek loopt terug", "Practice log runs backwards"),
        (
            "Wie regel {seq} van {space} schreef, kende een ouder praktijklogboek dan de schrijver ervoor.",
            "Whoever wrote line {seq} of {space} knew an older practice log than the writer before.",
        ),
        _COLLEAGUE,
    ),
    "blob-missing": (
        ("Inhoud ontbreekt op de server", "Content missing on the server"),
        (
            "De inhoud van regel {seq} van {space} is er niet meer, en niemand heeft haar volgens het logboek "
            "vernietigd.",
            "The content of line {seq} of {space} is gone, and according to the log nobody destroyed it.",
        ),
        _RECORD,
    ),
    "blob-altered": (
        ("Inhoud veranderd op de server", "Content changed on the server"),
        (
            "De inhoud van regel {seq} van {space} is niet wat ervoor is ondertekend: veranderd, beschadigd of "
            "verwisseld.",
            "The content of line {seq} of {space} is not what was signed for it: changed, damaged or swapped.",
        ),
        _RECORD,
    ),
    "record-unreadable": (
        ("Inhoud gaat niet open", "Content does not open"),
        (
            "De inhoud van regel {seq} van {space} hoort niet op deze plaats, of is met een andere sleutel gemaakt.",
            "The content of line {seq} of {space} does not belong in this place, or was made with another key.",
        ),
        _RECORD,
    ),
    "padding": (
        ("Vreemde vulling om de inhoud", "Odd padding around the content"),
        (
            "De inhoud van regel {seq} van {space} is opgevuld op een manier die dit programma nooit gebruikt; er kan "
            "iets in verborgen zijn.",
            "The content of line {seq} of {space} is padded in a way that this program never uses; something may be "
            "hidden in it.",
        ),
        _COLLEAGUE,
    ),
    "rollback": (
        ("De server geeft een oude stand", "The server gives an old state"),
        (
            "{space} is korter dan dit apparaat al had gezien: de regels tot en met {seq} waren er. Ze zijn "
            "weggehaald, of er is een oude reservekopie teruggezet.",
            "{space} is shorter than what this device had seen: there were lines up to {seq}. They were removed, or an "
            "old backup was restored.",
        ),
        _STOPPED,
    ),
    "rewritten": (
        ("Geschiedenis herschreven", "History rewritten"),
        (
            "Regel {seq} van {space} is een andere dan die dit apparaat eerder heeft gecontroleerd.",
            "Line {seq} of {space} is another one than this device verified before.",
        ),
        _STOPPED,
    ),
    "longer-elsewhere": (
        ("Een ander apparaat zag meer", "Another device saw more"),
        (
            "Een ander apparaat heeft {space} tot en met regel {seq} gezien; de server geeft u minder. Haal opnieuw "
            "op: blijft het zo, dan houdt de server iets achter.",
            "Another device has seen {space} up to line {seq}; the server gives you less. Fetch again: if it stays so, "
            "the server is holding something back.",
        ),
        _STOPPED,
    ),
    "different-elsewhere": (
        ("Een ander apparaat zag iets anders", "Another device saw something else"),
        (
            "Een ander apparaat zag bij {space} een andere regel {seq} dan u. De server laat collega's verschillende "
            "dingen zien.",
            "Another device saw another line {seq} in {space} than you do. The server shows colleagues different "
            "things.",
        ),
        _STOPPED,
    ),
    "attestation-forged": (
        ("Vervalste verklaring", "Forged statement"),
        (
            "Een verklaring over wat een ander apparaat van {space} zag, is niet door dat apparaat ondertekend.",
            "A statement of what another device saw of {space} is not signed by that device.",
        ),
        (
            "Uw regels zelf zijn gecontroleerd en in orde; alles werkt. Bewaar het bewijs (Exporteer bewijs) en meld "
            "het aan een coördinator: iemand heeft op de server iets geschreven.",
            "Your lines themselves are verified and in order; everything works. Keep the evidence (Export evidence) "
            "and tell a coordinator: somebody has written on the server.",
        ),
    ),
    "attestation-missing": (
        ("Verklaring verdwenen", "Statement gone"),
        (
            "De verklaring van dit apparaat over {space} staat niet meer op de server. Zonder die verklaring merken "
            "anderen minder snel dat er iets ontbreekt.",
            "This device's statement about {space} is no longer on the server. Without it others notice less quickly "
            "that something is missing.",
        ),
        (
            "Alles werkt; de verklaring wordt opnieuw geplaatst. Gebeurt dit vaker, meld het dan aan een coördinator.",
            "Everything works; the statement is placed again. If it happens more often, tell a coordinator.",
        ),
    ),
    "space-missing": (
        ("Een ruimte is verdwenen", "A space is gone"),
        (
            "{space} stond eerder op de server en nu niet meer, terwijl dit apparaat regels tot en met {seq} kende.",
            "{space} was on the server and is not there now, although this device knew lines up to {seq}.",
        ),
        (
            "Wat op dit apparaat bewaard is, blijft leesbaar; de andere ruimten werken gewoon door. Bewaar het bewijs "
            "(Exporteer bewijs) en bel een coördinator.",
            "What is kept on this device stays readable; the other spaces work as usual. Keep the evidence (Export "
            "evidence) and call a coordinator.",
        ),
    ),
    "join-forged": (
        ("Aanmelding past niet bij de woorden", "Joining does not fit the words"),
        (
            "De aanmelding is niet gemaakt met de negen woorden van deze uitnodiging: een typefout, of iemand die "
            "meedoet zonder de woorden te kennen.",
            "The request to join was not made with the nine words of this invitation: a typing error, or somebody "
            "taking part without knowing the words.",
        ),
        _ENROLMENT,
    ),
    "welcome-forged": (
        ("Welkom past niet bij de woorden", "Welcome does not fit the words"),
        (
            "Het antwoord is niet gemaakt door de coördinator die u de negen woorden gaf. De server kan proberen u in "
            "een andere praktijk te lokken.",
            "The answer was not made by the coordinator who gave you the nine words. The server may be trying to lure "
            "you into another practice.",
        ),
        _ENROLMENT,
    ),
    "genesis-mismatch": (
        ("Een andere praktijk", "Another practice"),
        (
            "Het praktijklogboek op de server begint anders dan het logboek waarvoor u bent uitgenodigd.",
            "The practice log on the server begins differently from the log that you were invited to.",
        ),
        _ENROLMENT,
    ),
}

TEXT: dict[str, tuple[str, str]] = {}
for _kind, (_title, _seen, _then) in _FINDINGS.items():
    TEXT[f"{_kind}.title"] = _title
    TEXT[f"{_kind}.what"] = (f"{_seen[0]} {_then[0]}", f"{_seen[1]} {_then[1]}")
