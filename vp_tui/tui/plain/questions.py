"""Fields, notes and words as questions: asked one after the other, understood as the fields understand them.

Invariant: a field's own reading of what was typed is the only one; what it refuses is said, and asked again.
Callers: ``PlainApp``.
"""

from __future__ import annotations

from collections.abc import Sequence

from vp_tui.errors import VpError
from vp_tui.i18n import error as error_texts
from vp_tui.i18n import text
from vp_tui.tui.plain.speech import rendered
from vp_tui.tui.plain.teletype import Teletype
from vp_tui.tui.widgets.composer import Composer
from vp_tui.tui.widgets.entry import Entry
from vp_tui.tui.widgets.field import ChoiceField, Field, NoteField, TextField
from vp_tui.tui.widgets.form import Form
from vp_tui.tui.widgets.picker import CodePicker

__all__ = ["choose", "fill", "write"]

_END = "."
_OFFERS = 9


async def fill(teletype: Teletype, form: Form) -> None:
    """Ask every field of ``form``; after a refusal, those that were refused."""
    refused = [field for field in form.fields if field.has_class("-refused")]
    for field in refused:
        teletype.say(rendered(field.query_one(".field--error")))
    for field in refused or form.fields:
        while True:
            await _ask(teletype, field)
            if (problem := field.check()) is None:
                break
            teletype.say(part for part in error_texts(problem) if part)


async def _ask(teletype: Teletype, field: Field) -> None:
    if isinstance(field, ChoiceField):
        field.choose(await choose(teletype, field.label, field.choices, field.value))
    elif isinstance(field, NoteField):
        await write(teletype, field.composer, field.label)
    elif isinstance(field, CodePicker):
        await _pick(teletype, field)
    elif isinstance(field, TextField):
        await _line(teletype, field.entry, field.label)


async def _line(teletype: Teletype, entry: Entry, label: str) -> None:
    """An empty answer keeps what stands there; a single hyphen empties it."""
    kept = "" if entry.password else entry.value
    example = f" ({entry.placeholder})" if entry.placeholder and not kept else ""
    answer = await teletype.read(f"{label}{f' [{kept}]' if kept else example}:", secret=entry.password)
    if answer or entry.password:
        entry.value = "" if answer.strip() == "-" else answer


async def _pick(teletype: Teletype, field: CodePicker) -> None:
    while True:
        answer = (await teletype.read(f"{field.label}{f' [{field.entry.value}]' if field.value else ''}:")).strip()
        if not answer:
            return
        if answer == "-":
            field.entry.value = ""
            return
        found = field.offers(answer)
        if not found:
            teletype.say([text("app.field.nothing")])
            continue
        if len(found) > 1:
            code = await choose(teletype, field.label, found[:_OFFERS], found[0][0])
            found = [offer for offer in found if offer[0] == code]
        field.take(found[0])
        teletype.say([found[0][1]])
        return


async def choose(teletype: Teletype, label: str, offers: Sequence[tuple[str, str]], usual: str) -> str:
    """The code of one of the offers, by its number; an empty answer takes ``usual``."""
    codes = [code for code, _ in offers]
    teletype.say([f"{label}:", *(f"  {number}. {offer[1]}" for number, offer in enumerate(offers, 1))])
    while True:
        answer = (await teletype.read(f"{text('plain.number')} [{codes.index(usual) + 1}]:")).strip()
        if not answer:
            return usual
        if answer.isdigit() and 0 < int(answer) <= len(codes):
            return codes[int(answer) - 1]
        teletype.say([text("plain.number.wrong", n=len(codes))])


async def write(teletype: Teletype, composer: Composer, label: str) -> None:
    """Lines until a full stop on a line of its own; each is in the sealed draft before the next is asked."""
    teletype.say([text("plain.note", label=label), *(composer.text.split("\n") if composer.text else ())])
    lines = [composer.text] if composer.text else []
    while (line := await teletype.read("|")).strip() != _END:
        lines.append(line)
        composer.load_text("\n".join(lines))
        composer.keep()


def told(problem: VpError) -> list[str]:
    """What happened, and what to do."""
    return [part for part in error_texts(problem) if part]
