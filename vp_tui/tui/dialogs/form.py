"""A few fields over a screen, for one act: next action, closing, deputy.

Invariant: what was typed stays until the act has succeeded or somebody leaves with Esc, and with a ``place`` longer; a
refusal stands beside the field it names. Callers: the screens of case work.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from vp_tui.errors import RefusedError, VpError
from vp_tui.i18n import error_line, text
from vp_tui.tui.dialogs.base import Dialog, plain
from vp_tui.tui.output.sanitise import clean
from vp_tui.tui.widgets.composer import Composer
from vp_tui.tui.widgets.field import Field
from vp_tui.tui.widgets.form import Form
from vp_tui.tui.widgets.kept_form import KeptForm

__all__ = ["FormDialog", "Submit", "Values"]

Values = dict[str, Any]
# Does the act, or only checks it. Gives "" when that succeeded, else a line that says what to look at before trying
# again; raises VpError, a RefusedError beside its field.
Submit = Callable[[Values], Awaitable[str]]


class FormDialog(Dialog[Values]):
    """The values for which ``submit`` succeeded, or None."""

    GUARD: ClassVar[float] = 0.0
    DEFAULT_CSS: ClassVar[str] = """
    FormDialog .form-dialog--trouble { display: none; }
    FormDialog.-refused .form-dialog--trouble { display: block; }
    FormDialog Form { padding: 0; max-height: 18; }
    """

    def __init__(
        self, title: str, fields: Sequence[Field], submit: Submit, lines: Sequence[str] = (), place: str = ""
    ) -> None:
        """``title`` and ``lines`` are texts; ``lines`` stand above the fields. With ``place``, a draft's name, what is
        typed survives Esc, lock and a killed process; the fields were then made with what is ``kept`` there."""
        super().__init__(title)
        self._fields = fields
        self._submit = submit
        self._lines = lines
        self._place = place
        self._busy = False
        self._trouble = Static("", classes="form-dialog--trouble dialog--error", markup=False)

    def body(self) -> ComposeResult:
        for line in self._lines:
            yield plain(line)
        yield KeptForm(self._place, *self._fields) if self._place else Form(*self._fields)
        yield self._trouble
        yield plain(text("case.form.keys"), "dialog--muted")

    def on_form_submitted(self, event: Form.Submitted) -> None:
        event.stop()
        if not self._busy:
            self._busy = True
            self.run_worker(self._try(event.form), exit_on_error=True)

    def on_form_left(self, event: Form.Left) -> None:
        event.stop()
        # Now, not when the form is taken away: whoever asked says at once whether there is a draft.
        for form in self.query(KeptForm):
            form.keep()
        for composer in self.query(Composer):
            composer.keep()
        self.dismiss(None)

    async def _try(self, form: Form) -> None:
        form.clear_errors()
        self.set_class(False, "-refused")
        values = form.values()
        try:
            trouble = await self._submit(values)
        except VpError as problem:
            if isinstance(problem, RefusedError) and problem.field and form.refuse(problem):
                return
            trouble = error_line(problem)
        finally:
            self._busy = False
        if trouble:
            self._trouble.update(Content(clean(f"! {trouble}")))
            self.set_class(True, "-refused")
        else:
            form.finished()
            self.dismiss(values)
