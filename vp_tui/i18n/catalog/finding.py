"""Searching everything that may be read: the line, the results, why there are none."""

from __future__ import annotations

__all__ = ["TEXT"]

TEXT: dict[str, tuple[str, str]] = {
    "place": ("Zoeken", "Search"),
    "place.help": (
        "Zoek in alles wat u mag lezen, vanaf de tweede letter.",
        "Search everything that you may read, from the second letter on.",
    ),
    # -- columns
    "column.code": ("CODE", "CODE"),
    "column.title": ("ALIAS", "ALIAS"),
    "column.where": ("WAAR", "WHERE"),
    "column.text": ("TEKST", "TEXT"),
    # -- what stands there
    "where.core": ("kern", "core"),
    "where.note": ("notitie", "note"),
    "where.conversation": ("gesprek", "talk"),
    "where.personal": ("eigen", "own"),
    "where.intake": ("melder", "reporter"),
    "where.options": ("optie", "option"),
    "where.consents": ("toestemming", "consent"),
    "where.steps": ("stap", "step"),
    "where.papers": ("stuk", "paper"),
    "where.referrals": ("verwijzing", "referral"),
    "where.dilemmas": ("gewetensnood", "dilemma"),
    "where.card": ("klant", "client"),
    "where.route": ("route", "route"),
    "where.pressure": ("drukregister", "pressure"),
    "where.contact": ("aanvraag", "request"),
    # -- the line
    "ask": ("Zoek overal:", "Search all:"),
    "ask.hint": (
        "woorden; ook klant:nrd, label:haast   Enter klaar",
        "words; also client:nrd, tag:urgent   Enter done",
    ),
    "said.one": (
        "{words}: {n} plaats{where}. Enter opent, / zoekt anders",
        "{words}: {n} place{where}. Enter opens, / searches anew",
    ),
    "said.other": (
        "{words}: {n} plaatsen{where}. Enter opent, / zoekt anders",
        "{words}: {n} places{where}. Enter opens, / searches anew",
    ),
    "cases.one": (" in {n} zaak of klant", " in {n} case or client"),
    "cases.other": (" in {n} zaken of klanten", " in {n} cases or clients"),
    "most": ("{words}: de laatste {n} plaatsen; typ meer woorden", "{words}: the last {n} places; type more words"),
    "indexing": ("{said} - teksten worden nog gelezen", "{said} - texts are still being read"),
    # -- why there is nothing
    "why.nothing": (
        "Typ wat u zoekt: in elk gesprek, elke notitie, stap, brief en klant die u mag lezen.",
        "Type what you look for: in every talk, note, step, letter and client that you may read.",
    ),
    "why.letters": ("Nog een letter: zoeken begint bij de tweede.", "One more letter: searching begins at the second."),
    "why.signs": (
        "Met leestekens alleen is niets te vinden. Typ letters of cijfers.",
        "Nothing can be found with punctuation alone. Type letters or digits.",
    ),
    "why.filters": (
        "Alleen filters: typ ook een woord. Zaken filteren doet / in Zaken (2).",
        "Filters alone: type a word as well. Filtering cases is what / does in Cases (2).",
    ),
    "why.none": (
        "Niets gevonden in alles wat u mag lezen. Probeer minder letters of een ander woord.",
        "Nothing found in all that you may read. Try fewer letters or another word.",
    ),
    # -- actions
    "act.open": ("zoek overal", "search all"),
    "act.open.help": (
        "Zoek woorden in alles wat u mag lezen, met de treffers onderstreept.",
        "Look for words in everything you may read, with the hits underlined.",
    ),
    "arg.words": ("woorden", "words"),
}
