"""The registry refuses what would surprise: a key with two meanings, one that terminals lack, a light consequence."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from vp_tui.errors import UsageError
from vp_tui.i18n import LANGUAGES, exists, set_language, text
from vp_tui.tui import keymap
from vp_tui.tui.actions import shell
from vp_tui.tui.actions.registry import Action, Context, Reach, Registry, needs
from vp_tui.tui.actions.table import registry
from vp_tui.tui.exline import complete, parse
from vp_tui.tui.keydocs import markdown

ROOT = Path(__file__).parents[2]


def refused(*actions: Action, remap: dict[str, tuple[str, ...]] | None = None) -> str:
    with pytest.raises(UsageError) as caught:
        Registry(actions, remap)
    return caught.value.key


def test_the_whole_table_stands() -> None:
    """Every key legal, none ambiguous, every label, sentence, scope and confirmation word in both languages."""
    for action in registry():
        for key in (action.label_key, f"{action.label_key}.help", f"actions.scope.{action.scopes[0]}"):
            assert exists(key), key
        if action.consequence:
            assert exists(f"{action.label_key}.word"), action.id
        if action.argument:
            assert exists(action.argument), action.id
        reason = action.guard(Context(frozenset(), frozenset()))
        assert reason is None or exists(reason), reason


@pytest.mark.parametrize(
    "key", ["ctrl+m", "ctrl+i", "ctrl+h", "ctrl+a", "ctrl+b", "ctrl+z", "ctrl+q", "alt+x", "shift+tab", "f11", "é"]
)
def test_keys_that_do_not_exist_everywhere_are_refused(key: str) -> None:
    assert refused(Action("a.b", ("s",), (key,))) == "keymap.illegal"
    assert refused(Action("a.b", ("s",)), remap={"a.b": (key,)}) == "keymap.illegal"


@pytest.mark.parametrize(
    ("one", "other", "clash"),
    [
        (Action("a.a", ("s",), ("n",)), Action("b.b", ("s",), ("n",)), True),
        (Action("a.a", ("s",), ("n",)), Action("b.b", ("t",), ("n",)), False),
        (Action("a.a", ("everywhere",), ("n",)), Action("b.b", ("s",), ("n",)), True),
        (Action("a.a", ("list",), ("n",)), Action("b.b", ("s",), ("n",)), True),
        (Action("a.a", ("list",), ("escape",)), Action("b.b", ("text",), ("escape",)), False),
        (Action("a.a", ("everywhere",), ("ctrl+s",), reach=Reach.TYPING), Action("b.b", ("text",), ("ctrl+s",)), True),
        (Action("a.a", ("dialog",), ("q",)), Action("b.b", ("everywhere",), ("q",)), False),
        (Action("a.a", ("dialog",), ("f9",)), Action("b.b", ("everywhere",), ("f9",), reach=Reach.ALWAYS), True),
        (Action("a.a", ("s",), ("g",)), Action("b.b", ("s",), ("g g",)), True),
    ],
)
def test_a_key_means_one_thing(one: Action, other: Action, clash: bool) -> None:
    if clash:
        assert refused(one, other) == "keymap.clash"
    else:
        Registry((one, other))


def test_a_consequence_hangs_on_no_light_key() -> None:
    for key in ("x", "1", "enter", "ctrl+x", "g X"):
        assert refused(Action("a.b", ("s",), (key,), consequence=True)) == "keymap.consequence"
    Registry((Action("a.b", ("s",), ("X c", "D"), consequence=True),))
    assert refused(Action("a.b", ("text",), ("k",))) == "keymap.typing"


def test_remapping() -> None:
    table = registry({"list.down": ("g z", "F"), "list.up": ()})
    assert table["list.down"].keys == ("g z", "F")
    assert table["list.up"].keys == ()
    with pytest.raises(UsageError, match=r"keymap\.unknown"):
        registry({"list.sideways": ("x",)})
    with pytest.raises(UsageError, match=r"keymap\.clash"):
        registry({"list.down": ("G",)})


def test_the_line_means_what_it_says() -> None:
    everything = Registry(
        (
            Action("case.close", ("case",), ex=("zaak sluit", "case close"), argument="actions.arg.filter"),
            Action("case.note", ("case",), ex=("zaak", "case"), argument="actions.arg.filter"),
            Action("queue.new", ("queue",), ex=("nieuw", "new")),
        )
    )
    here = everything.at(Context(frozenset({"case"}), frozenset()))
    assert parse("zaak sluit  nu meteen ", everything, here) == (everything["case.close"], "nu meteen")
    assert parse("Case x", everything, here) == (everything["case.note"], "x")
    assert complete("zaak", here) == ["zaak", "zaak sluit"]
    set_language("en")
    try:
        assert complete("", here)[:2] == ["case", "case close"]
    finally:
        set_language("nl")
    state = (Action("queue.state", ("queue",), ex=("toestand",)), Action("case.state", ("case",), ex=("toestand",)))
    for action in state:
        assert parse("toestand", Registry(state), [action])[0] is action, "the same words on two screens"
    new = everything.at(Context(frozenset({"queue"}), frozenset()))
    for line, lines, key in (
        ("", here, "unknown"),
        ("zaa", here, "unknown"),
        ("new", here, "elsewhere"),
        ("new x", new, "argument"),
    ):
        with pytest.raises(UsageError, match=rf"exline\.{key}"):
            parse(line, everything, lines)


def test_reasons_come_in_the_order_of_needs() -> None:
    guard = needs("open", "row")
    assert guard(Context(frozenset(), frozenset({"row"}))) == "actions.needs.open"
    assert guard(Context(frozenset(), frozenset({"open", "row"}))) is None


@pytest.mark.parametrize(
    ("chord", "shown"),
    [("g g", "gg"), ("escape", "Esc"), ("f9", "F9"), ("ctrl+p", "ctrl+p"), ("space", "spatie"), ("X c", "Xc")],
)
def test_keys_as_people_read_them(chord: str, shown: str) -> None:
    assert keymap.shown(chord) == shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_key_documentation_is_current(language: str) -> None:
    written = (ROOT / "docs" / f"keys.{language}.md").read_text(encoding="utf-8")
    assert written == markdown(language), "run: python -m vp_tui.tui.keydocs"


def test_the_tables_load_no_screen() -> None:
    """The command line documents its twins from them; the first frame waits for neither driver, keyring nor keys."""
    check = "import sys, {}; print(sorted({{'textual', 'asyncpg', 'keyring', 'cryptography'}} & set(sys.modules)))"
    for module, loaded in (("vp_tui.tui.keydocs", "[]"), ("vp_tui.tui.app", "['textual']")):
        command = [sys.executable, "-c", check.format(module)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=60)
        assert done.stdout.strip() == loaded, module


def test_every_escape_has_a_q_and_every_function_key_words() -> None:
    for action in shell.ACTIONS:
        if "escape" in action.keys and action.scopes != ("text",):
            assert "q" in action.keys, action.id
        if any(key[0] == "f" and key[1:].isdigit() for key in action.keys):
            assert action.ex, action.id
    assert text("actions.app.back")
