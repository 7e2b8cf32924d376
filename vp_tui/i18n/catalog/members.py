"""Team and keys: members, devices, comparing words, invitations, four eyes, and what changed since the last login."""

TEXT: dict[str, tuple[str, str]] = {
    "place.member": ("Lid", "Member"),
    "place.changes": ("Wijzigingen", "Changes"),
    "place.changes.help": (
        "Wat er in het team veranderde sinds u dat bevestigde.",
        "What changed in the team since you acknowledged it.",
    ),
    # -- roles and how people compare
    "role.1": ("vertrouwenspersoon", "confidant"),
    "role.2": ("coördinator", "coordinator"),
    "role.4": ("supervisor", "supervisor"),
    "role.none": ("geen rol", "no role"),
    "role.short.1": ("vp", "vp"),
    "role.short.2": ("coörd", "coord"),
    "role.short.4": ("sup", "sup"),
    "yes": ("ja", "yes"),
    "no": ("nee", "no"),
    "how.phone": ("telefoon", "telephone"),
    "how.in_person": ("bij elkaar", "in person"),
    "how.video": ("beeldbellen", "video"),
    # -- list
    "heading.one": ("{n} lid", "{n} member"),
    "heading.other": ("{n} leden", "{n} members"),
    "quorum.one": ("één handtekening voor een wijziging", "one signature for a change"),
    "quorum.other": ("{n} handtekeningen voor een wijziging", "{n} signatures for a change"),
    "column.name": ("NAAM", "NAME"),
    "column.roles": ("ROLLEN", "ROLES"),
    "column.devices": ("APP", "DEV"),
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
    "invitation.joined": ("aangemeld: laat toe", "has joined: admit"),
    "invitation.expired": ("verlopen", "expired"),
    "proposal.signed": ("{n} van {needed} getekend", "{n} of {needed} signed"),
    "proposal.mine": ("u tekende; wacht op een ander", "you signed; waits for another"),
    "proposal.yours": ("wacht op uw handtekening", "waits for your signature"),
    "proposal.kind.member-add": ("nieuw lid", "new member"),
    "proposal.kind.member-remove": ("lid weghalen", "remove member"),
    "proposal.kind.device-add": ("nieuw apparaat", "new device"),
    "proposal.kind.device-revoke": ("apparaat intrekken", "revoke device"),
    "proposal.kind.roles": ("rollen wijzigen", "change roles"),
    "proposal.kind.policy": ("regels van de praktijk", "rules of the practice"),
    "proposal.kind.recovery-set": ("herstelsleutel", "recovery key"),
    "empty": (
        "Nog geen leden bekend; de eerste synchronisatie loopt.",
        "No members known yet; the first sync is running.",
    ),
    # -- detail
    "device.one": ("{n} apparaat", "{n} device"),
    "device.other": ("{n} apparaten", "{n} devices"),
    "device": ("Apparaat {n}, sinds {date}", "Device {n}, since {date}"),
    "device.revoked": ("Apparaat {n}: ingetrokken", "Device {n}: revoked"),
    "device.mine": ("dit apparaat", "this device"),
    "device.compared": ("door u vergeleken: {how}", "compared by you: {how}"),
    "device.not-compared": ("nog niet door u vergeleken", "not compared by you yet"),
    "column.device": ("APPARAAT", "DEVICE"),
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
        "is intrekken en opnieuw uitnodigen.",
        "The code was given and not used yet; it expires {date}. The words cannot be shown again: if lost, withdraw "
        "(X) and invite anew.",
    ),
    "invitation.detail.joined": (
        "Iemand met deze code heeft zich aangemeld. Bel, laat de negen woorden van het apparaat voorlezen, en laat "
        "toe.",
        "Somebody with this code has joined. Call, have the nine words of the device read out, and admit.",
    ),
    "invitation.detail.expired": (
        "Deze code geldt niet meer. Haal hem weg en nodig opnieuw uit.",
        "This code is no longer valid. Remove it and invite anew.",
    ),
    "proposal.detail": ("Getekend door: {names}.", "Signed by: {names}."),
    "proposal.detail.yours": (
        "Bel de collega die het voorstelde, vraag of het klopt, en teken dan pas.",
        "Call the colleague who proposed it, ask whether it is right, and only then sign.",
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
    "action.device": ("nog een apparaat", "another device"),
    "action.device.help": (
        "Maak een code waarmee het gekozen lid (ook uzelf) een volgend apparaat aanmeldt.",
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
        "Leg vast dat u de negen woorden van dit apparaat met de eigenaar hebt vergeleken.",
        "Record that you compared this device's nine words with its owner.",
    ),
    "action.remove": ("weghalen", "remove"),
    "action.remove.help": (
        "Haal een lid uit de praktijk of een uitnodiging of voorstel van de lijst.",
        "Take a member out of the practice, or an invitation or proposal off the list.",
    ),
    "action.remove.word": ("WEGHALEN", "REMOVE"),
    "action.revoke": ("apparaat intrekken", "revoke device"),
    "action.revoke.help": (
        "Een verloren of gestolen apparaat mag niets meer lezen wat hierna geschreven wordt.",
        "A lost or stolen device may no longer read anything written from now on.",
    ),
    "action.revoke.word": ("INTREKKEN", "REVOKE"),
    "action.roles": ("rollen", "roles"),
    "action.roles.help": ("Verander wat een lid in de praktijk doet.", "Change what a member does in the practice."),
    "action.roles.word": ("WIJZIGEN", "CHANGE"),
    "action.acknowledge": ("gezien", "seen"),
    "action.acknowledge.help": (
        "Bevestig dat u deze wijzigingen hebt gezien; daarna gaat vp verder.",
        "Acknowledge that you have seen these changes; then vp goes on.",
    ),
    # -- guards
    "needs.coordinator": ("Alleen een coördinator kan dit.", "Only a coordinator can do this."),
    "needs.member": ("Kies een lid.", "Choose a member."),
    "needs.other": ("Kies een ander lid; dit bent u zelf.", "Choose another member; this is you."),
    "needs.joined": (
        "Kies een uitnodiging waarmee iemand zich aanmeldde.",
        "Choose an invitation somebody has joined with.",
    ),
    "needs.proposal": ("Kies een voorstel.", "Choose a proposal."),
    "needs.unsigned": (
        "U hebt al getekend; de tweede handtekening moet van een ander komen.",
        "You have signed; the second signature must be somebody else's.",
    ),
    "needs.device": ("Kies een apparaat dat nog geldt.", "Choose a device that is still valid."),
    "needs.removable": (
        "Kies een ander lid, een uitnodiging of een voorstel.",
        "Choose another member, an invitation or a proposal.",
    ),
    "needs.changes": ("Er is niets te bevestigen.", "There is nothing to acknowledge."),
    # -- inviting
    "invite": ("Iemand uitnodigen", "Invite somebody"),
    "invite.name": ("Voor wie", "For whom"),
    "invite.name.example": ("naam, zodat u beiden hem herkent", "a name that both of you recognise"),
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
        "Daarna staat de aanmelding hier: laat de negen woorden van het nieuwe apparaat voorlezen en laat toe.",
        "Then the request appears here: have the new device's nine words read out and admit.",
    ),
    "invite.once": (
        "De woorden staan hier één keer; typ het woord als u klaar bent.",
        "The words are shown once; type the word when you are done.",
    ),
    "invite.read.word": ("KLAAR", "DONE"),
    # -- consequences
    "admit.title": ("{name} toelaten?", "Admit {name}?"),
    "admit.words": ("de woorden van het apparaat:", "the words of the device:"),
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
    "cosign.words": ("de woorden van het apparaat:", "the words of the device:"),
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
    "revoke.title": ("Apparaat van {name} intrekken?", "Revoke a device of {name}?"),
    "revoke.known": (
        "blijft bekend: wat op dat apparaat te lezen was",
        "stays known: what could be read on that device",
    ),
    "revoke.rekey": (
        "nieuwe sleutels: elke ruimte waar het apparaat bij kon",
        "new keys: every space the device could reach",
    ),
    "revoke.last": (
        "dit is het laatste apparaat van {name}: daarna kan {name} niets meer lezen",
        "this is {name}'s last device: after this {name} can read nothing",
    ),
    "revoke.own": (
        "dit is het apparaat waar u nu op werkt: u wordt uitgesloten",
        "this is the device you are working on: you will be shut out",
    ),
    "roles.title": ("Rollen van {name} wijzigen?", "Change the roles of {name}?"),
    "roles.from": ("nu: {roles}", "now: {roles}"),
    "roles.to": ("wordt: {roles}", "becomes: {roles}"),
    "roles.choose": ("Rollen van {name}", "Roles of {name}"),
    # -- comparing
    "compare.title": ("Negen woorden vergelijken met {name}", "Compare nine words with {name}"),
    "compare.why": (
        "Bel {name} of ga erheen, en laat de woorden van dit apparaat voorlezen. Twee woorden staan hier niet: typ "
        "wat u hoort.",
        "Call {name} or go there, and have the words of this device read out. Two words are left out here: type what "
        "you hear.",
    ),
    "compare.first": ("Woord bij (a)", "Word at (a)"),
    "compare.second": ("Woord bij (b)", "Word at (b)"),
    "compare.gap.first": ("..(a)..", "..(a).."),
    "compare.gap.second": ("..(b)..", "..(b).."),
    "compare.how": ("Hoe", "How"),
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
        "Klopt dit? Bevestig dat u het zag (S); daarna gaat vp verder.",
        "Is this right? Acknowledge that you saw it (S); then vp goes on.",
    ),
    "changes.none": ("Niets nieuws in het team.", "Nothing new in the team."),
    "changes.column.when": ("WANNEER", "WHEN"),
    "changes.column.what": ("WAT", "WHAT"),
    "changes.column.by": ("GETEKEND DOOR", "SIGNED BY"),
    "change.genesis": ("{name} begon de praktijk", "{name} founded the practice"),
    "change.member-add": ("{name} is toegelaten als {roles}", "{name} was admitted as {roles}"),
    "change.member-remove": ("{name} is geen lid meer", "{name} is no longer a member"),
    "change.enc-key": ("{name} vernieuwde de sleutel van een apparaat", "{name} renewed a device's key"),
    "change.device-add": ("{name} kreeg een apparaat erbij", "{name} got a further device"),
    "change.device-revoke": ("een apparaat van {name} is ingetrokken", "a device of {name} was revoked"),
    "change.roles": ("{name} is nu {roles}", "{name} is now {roles}"),
    "change.policy": ("de regels van de praktijk zijn gewijzigd", "the rules of the practice were changed"),
    "change.recovery-set": ("{name} legde een herstelsleutel vast", "{name} set a recovery key"),
}
