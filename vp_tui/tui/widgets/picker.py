"""A code from a long list, by typing a few letters of its name.

Invariant: the value is a code of the list or empty, never the letters typed. Callers: forms; ``find`` comes from the
code lists of the domain.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget

from vp_tui.domain.text import fold_text
from vp_tui.errors import RefusedError, VpError
from vp_tui.i18n import text
from vp_tui.tui.widgets.columns import clip
from vp_tui.tui.widgets.entry import Entry
from vp_tui.tui.widgets.field import TextField

__all__ = ["CodePicker", "Find", "by_words"]

# (code, label) pairs for what was typed, best first; all for "".
Find = Callable[[str], Sequence[tuple[str, str]]]
_SHOWN = 6
_WIDTH = 56


def by_words(offers: Sequence[tuple[str, str]]) -> Find:
    """Over a few offers: every word typed stands in the label, and first come those that begin with what was typed,
    then those in which words begin with it: "formele" is not "informele"."""

    def find(typed: str) -> list[tuple[str, str]]:
        wanted = fold_text(typed).split()
        found = [(offer, fold_text(offer[1])) for offer in offers]
        found = [(offer, label) for offer, label in found if all(word in label for word in wanted)]

        def rank(hit: tuple[tuple[str, str], str]) -> tuple[bool, int]:
            begins = re.findall(r"\w+", hit[1])
            inside = sum(not any(begin.startswith(word) for begin in begins) for word in wanted)
            return not hit[1].startswith(" ".join(wanted)), inside

        return [offer for offer, _ in sorted(found, key=rank)]

    return find


class _Offers(Widget):
    """The labels under the field, over what stands there."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"offers--cursor"}
    DEFAULT_CSS = """
    _Offers { overlay: screen; constrain: none inside; width: 56; height: auto; background: $panel; display: none;
              margin: 0 0 0 20; }
    _Offers:ansi { background: ansi_default; }
    _Offers.-open { display: block; }
    _Offers .offers--cursor { text-style: $cursor-style; background: $primary 30%; }
    """
    labels: Sequence[str] = ()
    index = 0

    def update(self, labels: Sequence[str], index: int) -> None:
        changed = len(labels) != len(self.labels)
        self.labels, self.index = labels, index
        self.set_class(bool(labels), "-open")
        self.refresh(layout=changed)

    def render(self) -> Content:
        first = max(0, min(self.index - _SHOWN + 1, len(self.labels) - _SHOWN))
        cursor = self.get_visual_style("offers--cursor", partial=True)
        lines = [
            Content.styled(
                clip(f"{'>' if place == self.index else ' '} {label}", _WIDTH), cursor if place == self.index else ""
            )
            for place, label in list(enumerate(self.labels))[first : first + _SHOWN]
        ]
        return Content("\n").join(lines)


class CodePicker(TextField):
    """Letters filter, arrows choose, Enter or Tab takes. ``value`` is the code or ""."""

    def __init__(
        self, name: str, label: str, *, find: Find, value: str = "", placeholder: str = "app.field.pick"
    ) -> None:
        self._find = find
        self._code, self._shown = next(((code, shown) for code, shown in find("") if code == value), ("", ""))
        super().__init__(name, label, value=self._shown, placeholder=placeholder)
        self._offers = _Offers()
        self._found: Sequence[tuple[str, str]] = ()
        self._index = 0

    def compose(self) -> ComposeResult:
        yield from super().compose()
        yield self._offers

    @property
    def value(self) -> str:
        return self._code

    def check(self) -> VpError | None:
        if self._found and not self._code and self.entry.value.strip():
            # Done while the offers are open takes the one that is pointed at, as Enter does.
            self.take(self._found[self._index])
        if self._code or not self.entry.value.strip():
            return None
        return RefusedError("field.code", self.name or "", count=len(self._find("")))

    def on_input_changed(self) -> None:
        typed = self.entry.value.strip()
        if self._code and typed == self._shown.strip():
            return
        self._code = ""
        self._found = self._find(typed) if self.entry.has_focus else ()
        self._offer(0)

    def on_key(self, event: events.Key) -> None:
        if event.key in ("up", "down"):
            event.stop()
            if not self._found:
                self._found = self._find("" if self._code else self.entry.value.strip())
                self._offer(0)
            else:
                self._offer((self._index + (1 if event.key == "down" else -1)) % len(self._found))
        elif event.key == "tab" and self._found:
            self.take(self._found[self._index])

    def on_input_submitted(self, event: Entry.Submitted) -> None:
        # Before the same handler of TextField, which goes on to the next field.
        if event.input is self.entry and self._found:
            self.take(self._found[self._index])

    def on_descendant_focus(self) -> None:
        if not self._code:
            # Letters that were no choice yet, of a draft or a slip: what is typed now takes their place.
            self.entry.select_all()

    def on_descendant_blur(self) -> None:
        typed = self.entry.value.strip().lower()
        exact = [offer for offer in self._found if typed in (offer[0].lower(), offer[1].lower())]
        if not self._code and typed and exact:
            self.take(exact[0])
        self._found = ()
        self._offer(0)
        self.refuse(self.check())

    def offers(self, typed: str) -> Sequence[tuple[str, str]]:
        """(code, label) pairs for ``typed``, best first."""
        return self._find(typed)

    def take(self, offer: tuple[str, str]) -> None:
        """Make ``offer`` the value."""
        self._code, self._shown = offer
        self._found = ()
        self._offer(0)
        self.entry.value = self._shown
        self.entry.cursor_position = len(self._shown)

    def _offer(self, index: int) -> None:
        self._index = index
        labels = [label for _, label in self._found]
        nothing = not labels and self.entry.has_focus and not self._code and bool(self.entry.value.strip())
        self._offers.update([text("app.field.nothing")] if nothing else labels, index)
