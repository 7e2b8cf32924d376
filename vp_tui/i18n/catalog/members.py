"""Team and keys: members, devices, comparing words, invitations, four eyes, and what changed since the last login."""

TEXT: dict[str, tuple[str, str]] = {
    "place": ("Team en sleutels", "Team and keys"),
    "place.member": ("Lid", "Member"),
    "place.changes": ("Wijzigingen", "Changes"),
    "place.clients": ("Klanten", "Clients"),
    # -- roles and how people compare
    "role.1": ("vertrouwenspersoon", "confidant"),
    "role.2": ("coördinator", "coordinator"),
    "role.4": ("supervisor", "supervisor"),
    "role.none": ("geen rol", "no role"),
    "role.short.1": ("vp", "vp"),
    "role.short.2": ("coörd", "coord"),
    "role.short.4": ("sup", "sup"),
    "how.phone": ("telefoon", "telephone"),
    "how.in_person": ("bij elkaar", "in person"),
    "how.video": ("beeldbellen", "video"),
    # -- list
    "heading": ("{practice}: {members} leden, {quorum}", "{practice}: {members} members, {quorum}"),
    "quorum.one": ("één handtekening voor een wijziging", "one signature for a change"),
    "quorum.other": ("{n} handtekeningen voor een wijziging", "{n} signatures for a change"),
    "column.name": ("NAAM", "NAME"),
    "column.roles": ("ROLLEN", "ROLES"),
    "column.devices": ("TOEST", "DEV"),
    "column.state": ("VERGELEKEN / STAND", "COMPARED / STATE"),
    "section.members": ("Leden", "Members"),
    "section.invitations": ("Uitnodigingen", "Invitations"),
    "section.proposals": ("Wachten op een tweede handtekening", "Waiting for a second signature"),
    "section.former": ("Niet meer lid", "No longer members"),
    "me": ("{name} (u)", "{name} (you)"),
    "compared.me": ("u zelf", "yourself"),
    "compared.all": ("vergeleken: {how}", "compared: {how}"),
    "compared.some": ("{n} van {total} vergeleken", "{n} of {total} compared"),
    "compared.none": ("nog niet vergeleken", "not compared yet"),
    "former": ("toegang ingetrokken", "access withdrawn"),
    "invitation.open": ("code gegeven", "code given"),
    "invitation.joined": ("aangemeld: controleer en laat toe (A)", "has joined: check and admit (A)"),
    "invitation.proposed": ("voorgesteld, wacht op tweede", "proposed, awaiting second"),
    "invitation.admitted": ("toegelaten", "admitted"),
    "invitation.expired": ("verlopen", "expired"),
    "proposal.signed": ("{n} van {needed} getekend", "{n} of {needed} signed"),
    "proposal.mine": ("u tekende; wacht op een ander", "you signed; waits for another"),
    "proposal.yours": ("wacht op uw handtekening (S)", "waits for your signature (S)"),
    "proposal.kind.member-add": ("nieuw lid", "new member"),
    "proposal.kind.member-remove": ("lid weghalen", "remove member"),
    "proposal.kind.device-add": ("nieuw toestel", "new device"),
    "proposal.kind.device-revoke": ("toestel intrekken", "revoke device"),
    "proposal.kind.roles": ("rollen wijzigen", "change roles"),
    "proposal.kind.policy": ("regels van de praktijk", "rules of the practice"),
    "proposal.kind.recovery-set": ("herstelsleutel", "recovery key"),
    "empty": (
        "Nog geen leden bekend; de eerste synchronisatie loopt.",
        "No members known yet; the first sync is running.",
    ),
    # -- detail
    "device.one": ("{n} toestel", "{n} device"),
    "device.other": ("{n} toestellen", "{n} devices"),
    "device": ("Toestel {n}, sinds {date}", "Device {n}, since {date}"),
    "device.revoked": ("Toestel {n}: ingetrokken", "Device {n}: revoked"),
    "device.mine": ("dit toestel", "this device"),
    "device.compared": ("door u vergeleken: {how}", "compared by you: {how}"),
    "device.not-compared": ("nog niet door u vergeleken: c", "not compared by you yet: c"),
    "column.device": ("TOESTEL", "DEVICE"),
    "column.since": ("SINDS", "SINCE"),
    "column.words": ("NEGEN WOORDEN", "NINE WORDS"),
    "words.compare": (
        "Vergelijk deze woorden aan de telefoon of bij elkaar, nooit per mail of bericht.",
        "Compare these words by telephone or face to face, never by mail or chat.",
    ),
    "words.yours": (
        "Dit zijn uw eigen woorden; lees ze voor als een collega ze wil vergelijken.",
        "These are your own words; read them out when a colleague wants to compare.",
    ),
    "invitation.detail.open": (
        "De code is gegeven en nog niet gebruikt; hij verloopt {date}. De woorden zijn niet meer op te vragen: kwijt "
        "is intrekken (X) en opnieuw uitnodigen.",
        "The code was given and not used yet; it expires {date}. The words cannot be shown again: if lost, withdraw "
        "(X) and invite anew.",
    ),
    "invitation.detail.joined": (
        "Iemand met deze code heeft zich aangemeld. Bel, laat de negen woorden van het toestel voorlezen, en laat "
        "toe (A).",
        "Somebody with this code has joined. Call, have the nine words of the device read out, and admit (A).",
    ),
    "invitation.detail.proposed": (
        "De code klopte en de toelating is voorgesteld; een tweede coördinator tekent mede.",
        "The code was right and admission was proposed; a second coordinator co-signs.",
    ),
    "invitation.detail.expired": (
        "Deze code geldt niet meer. Haal hem weg (X) en nodig opnieuw uit.",
        "This code is no longer valid. Remove it (X) and invite anew.",
    ),
    "invitation.detail.admitted": ("Toegelaten.", "Admitted."),
    "proposal.detail": ("Getekend door: {names}.", "Signed by: {names}."),
    "proposal.detail.yours": (
        "Bel de collega die het voorstelde, vraag of het klopt, en teken dan pas (S).",
        "Call the colleague who proposed it, ask whether it is right, and only then sign (S).",
    ),
    "proposal.detail.mine": (
        "U hebt al getekend; één mens geeft één handtekening. Een andere coördinator moet tekenen.",
        "You have signed; one person gives one signature. Another coordinator has to sign.",
    ),
    "proposal.detail.not-yours": (
        "Een coördinator moet dit ondertekenen; u bent dat niet.",
        "A coordinator has to sign this; you are not one.",
    ),
    # -- actions
    "action.invite": ("uitnodigen", "invite"),
    "action.invite.help": (
        "Maak een code van negen woorden waarmee een nieuw lid zich één keer kan aanmelden.",
        "Make a nine-word code with which a new member can enrol once.",
    ),
    "action.device": ("nog een toestel", "another device"),
    "action.device.help": (
        "Maak een code waarmee het gekozen lid (ook uzelf) een volgend toestel aanmeldt.",
        "Make a code with which the chosen member (yourself too) enrols a further device.",
    ),
    "action.admit": ("toelaten", "admit"),
    "action.admit.help": (
        "Controleer de aanmelding en stel toelating voor; bij twee coördinatoren tekent de tweede mede.",
        "Check the request and propose admission; with two coordinators the second co-signs.",
    ),
    "action.admit.word": ("TOELATEN", "ADMIT"),
    "action.cosign": ("mede tekenen", "co-sign"),
    "action.cosign.help": (
        "Zet uw handtekening onder een voorstel van een andere coördinator.",
        "Put your signature under another coordinator's proposal.",
    ),
    "action.cosign.word": ("TEKENEN", "SIGN"),
    "action.compare": ("vergelijken", "compare"),
    "action.compare.help": (
        "Leg vast dat u de negen woorden van dit toestel met de eigenaar hebt vergeleken.",
        "Record that you compared this device's nine words with its owner.",
    ),
    "action.remove": ("weghalen", "remove"),
    "action.remove.help": (
        "Haal een lid uit de praktijk of een uitnodiging of voorstel van de lijst.",
        "Take a member out of the practice, or an invitation or proposal off the list.",
    ),
    "action.remove.word": ("WEGHALEN", "REMOVE"),
    "action.revoke": ("toestel intrekken", "revoke device"),
    "action.revoke.help": (
        "Een verloren of gestolen toestel mag niets meer lezen wat hierna geschreven wordt.",
        "A lost or stolen device may no longer read anything written from now on.",
    ),
    "action.revoke.word": ("INTREKKEN", "REVOKE"),
    "action.roles": ("rollen", "roles"),
    "action.roles.help": ("Verander wat een lid in de praktijk doet.", "Change what a member does in the practice."),
    "action.roles.word": ("WIJZIGEN", "CHANGE"),
    "action.show": ("team en sleutels", "team and keys"),
    "action.changes": ("wijzigingen", "changes"),
    "action.changes.help": (
        "Laat zien wat er in het team veranderde sinds u dat voor het laatst bevestigde.",
        "Show what changed in the team since you last acknowledged it.",
    ),
    "action.acknowledge": ("gezien", "seen"),
    "action.acknowledge.help": (
        "Bevestig dat u deze wijzigingen hebt gezien; daarna gaat vp verder.",
        "Acknowledge that you have seen these changes; then vp goes on.",
    ),
    "action.client-new": ("nieuwe klant", "new client"),
    "action.client-new.help": (
        "Voeg een opdrachtgever toe, met een korte code.",
        "Add a client organisation, with a short code.",
    ),
    "action.client-rename": ("klant hernoemen", "rename client"),
    "action.client-rename.help": (
        "Verander de naam van een klant; de code blijft.",
        "Change the name of a client; the code stays.",
    ),
    # -- guards
    "needs.coordinator": ("alleen een coördinator kan dit", "only a coordinator can do this"),
    "needs.member": ("kies een lid", "choose a member"),
    "needs.other": ("kies een ander lid; dit bent u zelf", "choose another member; this is you"),
    "needs.joined": (
        "kies een uitnodiging waarmee iemand zich aanmeldde",
        "choose an invitation somebody has joined with",
    ),
    "needs.proposal": ("kies een voorstel", "choose a proposal"),
    "needs.unsigned": (
        "u hebt al getekend; de tweede handtekening moet van een ander komen",
        "you have signed; the second signature must be somebody else's",
    ),
    "needs.device": ("kies een toestel dat nog geldt", "choose a device that is still valid"),
    "needs.removable": (
        "kies een ander lid, een uitnodiging of een voorstel",
        "choose another member, an invitation or a proposal",
    ),
    "needs.changes": ("er is niets te bevestigen", "there is nothing to acknowledge"),
    # -- inviting
    "invite": ("Iemand uitnodigen", "Invite somebody"),
    "invite.name": ("Voor wie", "For whom"),
    "invite.name.example": ("naam, zodat u beiden hem herkent", "a name that both of you recognise"),
    "invite.roles": ("Wordt", "Becomes"),
    "invite.device": ("Nog een toestel voor {name}", "Another device for {name}"),
    "invite.speak": ("Lees dit voor aan {name}", "Read this to {name}"),
    "invite.speak.why": (
        "Aan de telefoon of bij elkaar; nooit per mail of bericht. De woorden staan hier één keer.",
        "By telephone or face to face; never by mail or chat. The words are shown here once.",
    ),
    "invite.address": ("adres: {address}", "address: {address}"),
    "invite.expires": (
        "Eén keer te gebruiken, tot {moment}. {name} start vp, kiest “met een code”, en typt adres en woorden.",
        "To be used once, until {moment}. {name} starts vp, chooses “with a code”, and types address and words.",
    ),
    "invite.then": (
        "Daarna staat de aanmelding hier: laat de negen woorden van het nieuwe toestel voorlezen en laat toe (A).",
        "Then the request appears here: have the new device's nine words read out and admit (A).",
    ),
    "invite.read": ("Ik heb alles voorgelezen (typ: {word})", "I have read out everything (type: {word})"),
    "invite.read.word": ("KLAAR", "DONE"),
    # -- consequences
    "admit.title": ("{name} toelaten?", "Admit {name}?"),
    "admit.words": ("toestel: {words}", "device: {words}"),
    "admit.check": (
        "laat deze woorden voorlezen; kloppen ze niet, dan is dit iemand anders",
        "have these words read out; if they differ, this is somebody else",
    ),
    "admit.becomes": ("wordt: {roles}", "becomes: {roles}"),
    "admit.one": (
        "uw handtekening is genoeg: u bent de enige coördinator",
        "your signature is enough: you are the only coordinator",
    ),
    "admit.other": (
        "daarna tekent een tweede coördinator mede; dan pas is het lid toegelaten",
        "a second coordinator co-signs after that; only then is the member admitted",
    ),
    "cosign.title": ("Mede tekenen: {kind}, {name}?", "Co-sign: {kind}, {name}?"),
    "cosign.words": ("toestel: {words}", "device: {words}"),
    "cosign.by": ("voorgesteld door: {names}", "proposed by: {names}"),
    "cosign.call": (
        "vraag het de collega zelf, niet via de database",
        "ask the colleague in person, not through the database",
    ),
    "remove.title": ("{name} uit de praktijk halen?", "Remove {name} from the practice?"),
    "remove.known": (
        "blijft bekend: alles wat {name} tot nu toe kon lezen",
        "stays known: everything {name} could read until now",
    ),
    "remove.rekey": (
        "nieuwe sleutels: elke ruimte die u samen had, nu of bij de volgende start van de eigenaar",
        "new keys: every space you shared, now or when its owner next starts",
    ),
    "remove.login": (
        "de toegang tot de server eindigt meteen; lopende verbindingen worden verbroken",
        "access to the server ends at once; open connections are cut",
    ),
    "remove.cases": (
        "eigen zaken van {name} kan niemand anders lezen; laat ze eerst overdragen",
        "nobody else can read {name}'s own cases; have them handed over first",
    ),
    "remove.undo": ("ongedaan maken: alleen door opnieuw uit te nodigen", "undo: only by inviting again"),
    "remove.second": ("een tweede coördinator moet mede tekenen", "a second coordinator has to co-sign"),
    "cancel.title": ("Uitnodiging voor {name} intrekken?", "Withdraw the invitation for {name}?"),
    "cancel.effect": ("de code werkt niet meer", "the code stops working"),
    "drop.title": ("Voorstel weghalen: {kind}, {name}?", "Drop the proposal: {kind}, {name}?"),
    "drop.effect": ("de handtekeningen eronder vervallen", "the signatures under it lapse"),
    "revoke.title": ("Toestel van {name} intrekken?", "Revoke a device of {name}?"),
    "revoke.known": (
        "blijft bekend: wat op dat toestel te lezen was",
        "stays known: what could be read on that device",
    ),
    "revoke.rekey": (
        "nieuwe sleutels: elke ruimte waar het toestel bij kon",
        "new keys: every space the device could reach",
    ),
    "revoke.last": (
        "dit is het laatste toestel van {name}: daarna kan {name} niets meer lezen",
        "this is {name}'s last device: after this {name} can read nothing",
    ),
    "revoke.own": (
        "dit is het toestel waar u nu op werkt: u wordt uitgesloten",
        "this is the device you are working on: you will be shut out",
    ),
    "roles.title": ("Rollen van {name} wijzigen?", "Change the roles of {name}?"),
    "roles.from": ("nu: {roles}", "now: {roles}"),
    "roles.to": ("wordt: {roles}", "becomes: {roles}"),
    "roles.choose": ("Rollen van {name}", "Roles of {name}"),
    "roles.label": ("Rollen", "Roles"),
    # -- comparing
    "compare.title": ("Negen woorden vergelijken met {name}", "Compare nine words with {name}"),
    "compare.why": (
        "Bel {name} of ga erheen, en laat de woorden van dit toestel voorlezen. Twee woorden staan hier niet: typ "
        "wat u hoort.",
        "Call {name} or go there, and have the words of this device read out. Two words are left out here: type what "
        "you hear.",
    ),
    "compare.word": ("Woord {n}", "Word {n}"),
    "compare.how": ("Hoe", "How"),
    "compare.differs": (
        "Dat is een ander woord. Vraag het nog eens; blijft het anders, dan is dit niet het toestel van {name}. "
        "Vergelijk dan niets, deel niets, en bel een coördinator.",
        "That is another word. Ask once more; if it stays different, this is not {name}'s device. Then compare "
        "nothing, share nothing, and call a coordinator.",
    ),
    "compare.done": ("Vastgelegd: vergeleken met {name}.", "Recorded: compared with {name}."),
    # -- results
    "proposed": (
        "Voorgesteld; een tweede coördinator moet mede tekenen.",
        "Proposed; a second coordinator has to co-sign.",
    ),
    "done": ("Gedaan en ondertekend.", "Done and signed."),
    "cosigned": ("Getekend; er is nog een handtekening nodig.", "Signed; one more signature is needed."),
    "cancelled": ("Ingetrokken.", "Withdrawn."),
    # -- changes since the last login
    "changes.title": ("Er is iets in het team veranderd", "Something changed in the team"),
    "changes.why": (
        "Lees wat er sinds uw vorige bevestiging veranderde. Klopt er iets niet, bel dan een collega voordat u "
        "verder werkt: een lid dat niemand kent mag nergens bij.",
        "Read what changed since you last acknowledged. If something is wrong, call a colleague before you work on: "
        "a member nobody knows must not get at anything.",
    ),
    "changes.ask": (
        "Klopt dit? S bevestigt dat u het zag; daarna gaat vp verder.",
        "Is this right? S acknowledges that you saw it; then vp goes on.",
    ),
    "changes.none": ("Niets nieuws in het team.", "Nothing new in the team."),
    "changes.column.when": ("WANNEER", "WHEN"),
    "changes.column.what": ("WAT", "WHAT"),
    "changes.column.by": ("GETEKEND DOOR", "SIGNED BY"),
    "change.genesis": ("{name} begon de praktijk", "{name} founded the practice"),
    "change.member-add": ("{name} is toegelaten als {roles}", "{name} was admitted as {roles}"),
    "change.member-remove": ("{name} is geen lid meer", "{name} is no longer a member"),
    "change.enc-key": ("{name} vernieuwde de sleutel van een toestel", "{name} renewed a device's key"),
    "change.device-add": ("{name} kreeg een toestel erbij", "{name} got a further device"),
    "change.device-revoke": ("een toestel van {name} is ingetrokken", "a device of {name} was revoked"),
    "change.roles": ("{name} is nu {roles}", "{name} is now {roles}"),
    "change.policy": ("de regels van de praktijk zijn gewijzigd", "the rules of the practice were changed"),
    "change.recovery-set": ("{name} legde een herstelsleutel vast", "{name} set a recovery key"),
    "changes.banner.one": ("Het team veranderde: :wijzigingen", "The team changed: :changes"),
    "changes.banner.other": ("{n} wijzigingen in het team: :wijzigingen", "{n} changes in the team: :changes"),
    # -- clients
    "clients.empty": ("Nog geen klanten.", "No clients yet."),
    "clients.column.code": ("CODE", "CODE"),
    "clients.column.name": ("NAAM", "NAME"),
    "clients.column.state": ("STAND", "STATE"),
    "clients.archived": ("afgesloten", "archived"),
    "client.new": ("Nieuwe klant", "New client"),
    "client.rename": ("Klant {code} hernoemen", "Rename client {code}"),
    "client.code": ("Code", "Code"),
    "client.code.example": (
        "3 tot 8 letters of cijfers, bijvoorbeeld GEM01",
        "3 to 8 letters or digits, such as MUN01",
    ),
    "client.name": ("Naam", "Name"),
    "client.note": (
        "Code en naam zijn versleuteld; alleen uw team leest ze.",
        "Code and name are encrypted; only your team reads them.",
    ),
}
