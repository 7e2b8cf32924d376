"""Writing a version of a draft, and the letter that leaves.

Invariants: no version is ever lost: where a colleague wrote one meanwhile, both texts are shown, and both stay; what is
sent is one version, named before the word is typed. Callers: the sheet of papers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from vp_tui.domain.case_parts import Draft
from vp_tui.domain.commands import Disclose, WriteDraft
from vp_tui.domain.consent import missing
from vp_tui.domain.draft import DRAFTS
from vp_tui.domain.keyed import find
from vp_tui.domain.party import Party
from vp_tui.domain.space import decide
from vp_tui.errors import ConflictError, RefusedError
from vp_tui.i18n import count, days, text
from vp_tui.tui.consequence import Consequence
from vp_tui.tui.dialogs.conflict import ConflictDialog
from vp_tui.tui.dialogs.form import FormDialog, Values
from vp_tui.tui.screens.care_fields import beside, few, party_fields, party_of
from vp_tui.tui.screens.care_words import party_words
from vp_tui.tui.screens.case_fields import day_field, typed_day
from vp_tui.tui.screens.paper_words import titled, version_line
from vp_tui.tui.screens.sheet_forms import asked, held
from vp_tui.tui.widgets.composer import Composer
from vp_tui.tui.widgets.field import ChoiceField, NoteField, TextField
from vp_tui.tui.widgets.kept_form import kept

if TYPE_CHECKING:
    from vp_tui.tui.screens.sheet import CaseSheet

__all__ = ["ask_letter", "letter_consequence", "write"]


class _Paper(FormDialog):
    """As high as the screen: what is written here is long."""

    DEFAULT_CSS = """
    _Paper > Vertical { height: 100%; }
    _Paper KeptForm { max-height: 100%; height: 1fr; }
    _Paper NoteField { height: 1fr; }
    _Paper NoteField Horizontal { height: 1fr; }
    _Paper NoteField Composer { height: 100%; max-height: 100%; }
    """
    revising = False

    def on_mount(self) -> None:
        if self.revising:
            # The next version is another text: letters typed at once are meant for that.
            self.set_focus(self.query_one(Composer))


async def write(sheet: CaseSheet, draft: bytes | None = None) -> bool:
    """A new draft, or the next version of one."""
    workspace, services = sheet.workspace, sheet.app.services
    key = draft or workspace.new_id()
    seen = find(sheet.words.state.drafts, draft) if draft else None
    base = seen.rev if seen else 0
    # Named after the version it was begun from, so that it meets a colleague's however late.
    place = f"draft:{sheet.case.hex()}:{draft.hex() if draft else 'new'}"
    names = [f"{place}.{rev}" for rev in range(base + 1)]
    place = next((name for name in names if services.draft(name) or services.draft(f"{name}:text")), names[-1])
    base = names.index(place)
    was = kept(services, place)
    now = seen.versions[-1].text if seen else ""

    async def submit(values: Values) -> str:
        nonlocal base
        command = WriteDraft(key, values["kind"], values["title"], values["text"], base)
        try:
            await workspace.do(command, sheet.case)
        except ConflictError as problem:
            if problem.key == "entry-exists":
                return ""
            theirs = find(workspace.case(sheet.case).state.drafts, key)
            if theirs is None:
                raise
            answer = await _both(sheet, theirs, values["text"])
            if answer is None:
                return text("course.paper.kept")
            base = theirs.rev
            if answer == "join":
                composer = dialog.query_one(Composer)
                mine = text("case.conflict.mine")
                composer.load_text(f"{theirs.versions[-1].text}\n\n{mine}\n{values['text']}")
                return text("course.paper.joined")
            return await submit(values)
        return ""

    fields = [
        ChoiceField(
            "kind",
            "course.field.kind",
            tuple((kind, text(f"domain_care.draft.{kind}")) for kind in DRAFTS),
            value=was.get("kind", seen.kind if seen else ""),
        ),
        TextField("title", "course.field.title", value=was.get("title", seen.title if seen else "")),
        NoteField("text", "course.field.text", f"{place}:text", value=now),
    ]
    heading = text("course.paper.next", title=titled(seen), n=seen.rev + 1) if seen else text("course.paper.new")
    dialog = _Paper(heading, fields, submit, [sheet.words.readers("dossier")], place)
    dialog.revising = seen is not None
    return await asked(sheet, dialog, held(sheet, place, fields))


async def _both(sheet: CaseSheet, theirs: Draft, mine: str) -> str | None:
    latest = theirs.versions[-1]
    name = sheet.words.name(latest.by)
    return await sheet.app.ask(
        ConflictDialog(
            text("case.conflict.title", name=name),
            (text("case.conflict.theirs", name=name), latest.text),
            (text("case.conflict.mine"), mine),
            [
                ("replace", text("course.paper.after", n=theirs.rev + 1, name=name)),
                ("join", text("case.conflict.join")),
            ],
        )
    )


# -- sending ----------------------------------------------------------------------------------------------------------


async def ask_letter(sheet: CaseSheet, draft: Draft, version: int) -> Disclose | None:
    """Which version goes to whom and when; everything but the consent was checked against the rules."""
    words, today = sheet.words, sheet.workspace.today()
    command: Disclose | None = None

    async def check(values: Values) -> str:
        nonlocal command
        command = Disclose("letter", party_of(values) or Party(""), values["on"], draft.id, int(values["version"] or 0))
        try:
            decide(sheet.workspace.case(sheet.case).state, command, sheet.workspace.context(sheet.case))
        except RefusedError as problem:
            if problem.key != "consent-missing":
                raise beside(problem) from None
        return ""

    versions = [
        (str(number), version_line(number, draft.versions[number - 1], words)) for number in range(draft.rev, 0, -1)
    ]
    fields = [
        few("version", "course.field.version", versions, str(version)),
        *party_fields(sheet.workspace, today, colleagues=False),
        day_field("on", "course.field.sent", today, past=True, value=typed_day(today)),
    ]
    dialog = FormDialog(text("course.send.title", what=titled(draft)), fields, check, [text("course.send.why")])
    return command if await sheet.app.ask(dialog) is not None else None


def letter_consequence(sheet: CaseSheet, command: Disclose) -> Consequence:
    """What leaves, to whom, and on what ground."""
    words = sheet.words
    draft = find(words.state.drafts, command.draft)
    assert draft is not None
    version = draft.versions[command.version - 1]
    on = command.on or words.today
    lacking = missing(words.state, command.party, "letter", on, command.draft, command.version)
    party = party_words(command.party, words.name)
    effects = [
        text("course.send.what", what=titled(draft), version=version_line(command.version, version, words)),
        count("course.send.size", len(version.text.split())),
        text("course.send.to", party=party, day=days.full(on)),
        text("course.send.no_consent" if lacking else "course.send.consent"),
        text("course.leaves.known"),
    ]
    return Consequence(text("course.send.ask", what=titled(draft)), effects, text("course.leaves.undo"))
