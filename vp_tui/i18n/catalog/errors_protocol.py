"""Errors of the protocol room: what happened, and what to do. Findings carry their full text in ``integrity``."""

from __future__ import annotations

from vp_tui.i18n.catalog import integrity

TEXT: dict[str, tuple[str, str]] = {
    "newer-client.title": ("Geschreven door een nieuwere versie", "Written by a newer version"),
    "newer-client.hint": (
        "Werk vp bij en probeer opnieuw; tot dan wordt er niets overgeslagen en niets geschreven.",
        "Upgrade vp and try again; until then nothing is skipped and nothing is written.",
    ),
    "word-unknown.title": ("Woord {position} staat niet op de lijst", "Word {position} is not on the list"),
    "word-unknown.hint": (
        "Bedoelde u '{nearest}'? De eerste vier letters van elk woord zijn genoeg.",
        "Did you mean '{nearest}'? The first four letters of each word are enough.",
    ),
    "word-count.title": ("{found} woorden in plaats van {wanted}", "{found} words instead of {wanted}"),
    "word-count.hint": (
        "Typ alle {wanted} woorden met een spatie ertussen.",
        "Type all {wanted} words with a space between them.",
    ),
    "no-epoch-key.title": ("Dit apparaat heeft hier geen sleutel voor", "This device has no key for this"),
    "no-epoch-key.hint": (
        "Vraag iemand die de ruimte beheert om toegang, of open haar op een apparaat dat toegang heeft.",
        "Ask somebody who manages the space for access, or open it on a device that has it.",
    ),
    "entry-refused.title": ("Dat kan hier niet", "That cannot be done here"),
    "entry-refused.hint": (
        "Alle collega's zouden deze stap weigeren ({reason}); er is niets geschreven. Ververs, of vraag wie deze "
        "ruimte beheert.",
        "All colleagues would refuse this step ({reason}); nothing was written. Refresh, or ask whoever manages this "
        "space.",
    ),
    "rotate-first.title": (
        "Eerst een nieuwe sleutel: iemand met toegang is weg",
        "A new key first: somebody with access has left",
    ),
    "rotate-first.hint": (
        "Wie deze ruimte beheert, opent vp en vernieuwt de sleutel; daarna kan er weer worden geschreven. "
        "Uw tekst is bewaard.",
        "Whoever manages this space opens vp and renews the key; after that it can be written in again. Your text is "
        "kept.",
    ),
    "name-too-long.title": ("De naam is te lang", "The name is too long"),
    "name-too-long.hint": ("Gebruik ten hoogste {limit} tekens.", "Use at most {limit} characters."),
    "not-a-bundle.title": ("Dit bestand is geen reservebundel van vp", "This file is no export bundle of vp"),
    "not-a-bundle.hint": (
        "Geef het bestand dat `vp practice export` heeft geschreven.",
        "Give the file that `vp practice export` wrote.",
    ),
    "bundle-not-yours.title": ("Deze bundel is niet voor dit apparaat", "This bundle is not for this device"),
    "bundle-not-yours.hint": (
        "Een bundel gaat alleen open op een apparaat dat zijn maker in gebruik had toen hij werd gemaakt, en niet meer "
        "nadat dat apparaat zijn sleutel heeft vernieuwd. Neem een nieuwere bundel of een ander apparaat.",
        "A bundle opens only on a device that its maker had in use when it was made, and no longer once that device has "
        "renewed its key. Take a newer bundle or another device.",
    ),
    "vault-parts.title": ("De sleutels in de kluis zijn onvolledig", "The keys in the vault are incomplete"),
    "vault-parts.hint": (
        "Gebruik een ander apparaat, of laat u opnieuw uitnodigen; `vp doctor` zegt meer over de kluis.",
        "Use another device, or ask to be invited again; `vp doctor` says more about the vault.",
    ),
}

_HINT = (
    "Wat klopt blijft leesbaar. `vp audit` noemt de ruimte en de regel, en zegt wat u kunt doen.",
    "What is right stays readable. `vp audit` names the space and the line, and says what you can do.",
)
for _key, _title in integrity.TEXT.items():
    if _key.endswith(".title"):
        TEXT[f"integrity.{_key}"] = _title
        TEXT[f"integrity.{_key.removesuffix('.title')}.hint"] = _HINT
