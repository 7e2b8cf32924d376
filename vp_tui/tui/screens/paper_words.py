"""Drafts and their versions in words, and what differs between two of them.

Invariant: pure; a version is shown whole, and a difference is a sign before the line, never a colour alone. Callers:
the sheet of papers and its forms.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from vp_tui.domain.case_parts import Draft, Version
from vp_tui.i18n import days, text
from vp_tui.tui.screens.care_words import party_words
from vp_tui.tui.screens.case_words import Words
from vp_tui.tui.screens.sheet_forms import Facts
from vp_tui.tui.widgets.timeline import Entry

__all__ = ["compared", "differences", "draft_entry", "draft_facts", "titled", "version_entries", "version_line"]

# Beyond so many lines of either text the differences are not worked out.
_MOST = 2_000
# Unchanged lines around a change.
_AROUND = 2


def titled(draft: Draft) -> str:
    """ "klacht: Over de overleggen"."""
    return f"{text(f'domain_care.draft.{draft.kind}')}: {draft.title}"


def version_line(number: int, version: Version, words: Words) -> str:
    """ "versie 2, u, 10:05", and when it was sent."""
    sent = text("course.paper.sent", day=days.day(version.sent_on, words.today)) if version.sent_on else ""
    return f"{_written(number, version, words)}{sent}"


def _written(number: int, version: Version, words: Words) -> str:
    when = days.moment(version.at_ms, words.now_ms)
    return text("course.paper.version", n=number, name=words.name(version.by), when=when)


def draft_facts(draft: Draft, words: Words) -> Facts:
    """What a draft says of itself but for its text."""
    latest = draft.versions[-1]
    return {text("course.fact.version"): f"{titled(draft)}, {version_line(draft.rev, latest, words)}"}


def draft_entry(draft: Draft, words: Words) -> Entry:
    """The latest version, with what was sent below: which version, when, to whom."""
    left = [
        text(
            "course.paper.left",
            n=made.version,
            day=days.day(made.on, words.today),
            party=party_words(made.party, words.name),
        )
        for made in words.state.disclosures
        if made.ref == draft.id
    ]
    latest = _written(draft.rev, draft.versions[-1], words)
    return Entry(draft.id, titled(draft), latest, draft.versions[-1].text, "; ".join(left))


def version_entries(draft: Draft, words: Words) -> list[Entry]:
    """Every version, the newest first; an entry's id is its number."""
    numbered = list(enumerate(draft.versions, 1))
    return [
        Entry(number.to_bytes(4), version_line(number, version, words), body=version.text)
        for number, version in reversed(numbered)
    ]


def compared(draft: Draft, older: int, newer: int, words: Words) -> Entry:
    """What differs between two versions, as one entry."""
    before, after = (draft.versions[number - 1].text.split("\n") for number in (older, newer))
    head = text("course.paper.compared", older=older, newer=newer)
    lines = "\n".join(differences(before, after)) or text("course.paper.same")
    return Entry(b"compared", head, version_line(newer, draft.versions[newer - 1], words), lines)


def differences(before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    """Lines with "- " that are gone, "+ " that are new, and a few that stayed; "..." for those left out."""
    if max(len(before), len(after)) > _MOST:
        yield from (f"- {line}" for line in before)
        yield from (f"+ {line}" for line in after)
        return
    done = 0
    for group in SequenceMatcher(None, before, after, autojunk=False).get_grouped_opcodes(_AROUND):
        if group[0][1] > done:
            yield "..."
        for tag, old, old_end, new, new_end in group:
            if tag == "equal":
                yield from (f"  {line}" for line in before[old:old_end])
            else:
                yield from (f"- {line}" for line in before[old:old_end])
                yield from (f"+ {line}" for line in after[new:new_end])
        done = group[-1][2]
    if done and done < len(before):
        yield "..."
