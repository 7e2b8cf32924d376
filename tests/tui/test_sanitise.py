"""What a terminal would obey does not get past the cleaner, and lines keep their length."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.widgets import DataTable, Input, Markdown, OptionList, Static, TextArea

from vp_tui.tui.output.sanitise import Cleaner, clean, clean_block

EVIL = "A\x1b]52;c;ZXZpbA==\x1b\\B\x1b]0;PWNED\x07C\x1b[2JD\x9b31mE\u202eF\u200bG\ue000H"


def test_every_control_format_private_and_surrogate_goes_and_nothing_else() -> None:
    wrong = []
    for number in range(sys.maxunicode + 1):
        character = chr(number)
        unwanted = unicodedata.category(character) in {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
        if (character not in clean(character)) != unwanted:
            wrong.append(hex(number))
    # Python 3.11 knows Unicode 14, and the ranges cover later format controls and the two non-characters at their ends.
    assert {number for number in wrong if int(number, 16) < 0xF0000} <= {"0x890", "0x891"} | {
        hex(number) for number in (*range(0x13430, 0x13440), *range(0xE0000, 0xE0080), 0x2065)
    }


def test_a_line_keeps_its_cells() -> None:
    for text in (EVIL, "e\u0301\u200d", "\u6f22\u202e\u5b57", "vlag \U0001f1f3\U0001f1f1"):
        assert cell_len(clean(text)) == cell_len(text), text


def test_pasted_text_keeps_its_lines() -> None:
    assert clean_block("een\r\ntwee\rdrie\n\tvier\x1b[0m\u2028vijf") == "een\ntwee\ndrie\n    vier[0m\nvijf"


class Widgets(App[None]):
    """Stock widgets, which pass everything through by themselves."""

    def __init__(self, *, cleaned: bool) -> None:
        super().__init__()
        if cleaned:
            self._filters.append(Cleaner())

    def compose(self) -> ComposeResult:
        yield Static(EVIL, markup=False)
        yield Input(EVIL)
        yield TextArea(EVIL)
        yield OptionList(EVIL.replace("[", "("))
        yield Markdown(EVIL)
        yield DataTable()

    def on_mount(self) -> None:
        self.query_one(DataTable).add_column("x")
        self.query_one(DataTable).add_row(EVIL)


@pytest.mark.parametrize("cleaned", [True, False])
async def test_no_stock_widget_gets_past_the_cleaner(cleaned: bool) -> None:
    app = Widgets(cleaned=cleaned)
    async with app.run_test(size=(80, 60)) as pilot:
        await pilot.pause()
        strips = app.screen._compositor.render_strips()
        shown = "".join(segment.text for strip in strips for segment in strip)
        assert "PWNED" in shown
        commands = [character for character in shown if character in "\x1b\x07\x9b\u202e\u200b\ue000"]
        assert bool(commands) is not cleaned, "and without it they do"
