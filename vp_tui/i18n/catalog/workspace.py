"""Names of spaces as people know them, for findings."""

TEXT: dict[str, tuple[str, str]] = {
    "space.practice-log": ("het praktijklogboek (wie er lid is)", "the practice log (who is a member)"),
    "space.practice": ("de ruimte van de praktijk", "the practice's own space"),
    "space.client": ("klant {name}", "client {name}"),
    "space.case": ("zaak {code} {alias}", "case {code} {alias}"),
    "space.case_notes": ("persoonlijke aantekeningen bij zaak {code} {alias}", "personal notes on case {code} {alias}"),
    "space.personal": ("uw eigen ruimte", "your own space"),
    "space.contact_request": ("een contactverzoek ({id})", "a contact request ({id})"),
    "space.contact_status": ("de stand van een contactverzoek ({id})", "the status of a contact request ({id})"),
    "space.unknown": ("een ruimte die niet te openen is ({id})", "a space that cannot be opened ({id})"),
}
