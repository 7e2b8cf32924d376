"""Text that was cleaned cannot move a cursor, reorder a line or hide; what Dutch is written with stays."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vp_tui.domain.text import clean, fold_text


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("\x1b[31mrood\x1b[0m", "[31mrood[0m"),
        ("\x1b]52;c;aGk=\x07", "]52;c;aGk="),
        ("\x9b2J\x90x\x9c", "2Jx"),
        ("a\u202eb\u2066c\u2069\u200e", "abc"),
        ("pe\u200bs\ufeff\u00adten", "pesten"),
        ("\U000e0041\ue000\ud800x", "x"),
        ("a\r\nb\rc\u2028d\u2029e\x85f", "a\nb\nc\nd\ne\nf"),
        ("regel  \n\n\tinspringing  \n", "regel  \n\n\tinspringing"),
        ("re\u0308el €5 – “één” ĳs ’s", "rëel €5 – “één” ĳs ’s"),
        ("e\u200b\u0301\u00e9n", "één"),
        ("", ""),
    ],
)
def test_prose(raw: str, kept: str) -> None:
    assert clean(raw, multiline=True) == kept


@pytest.mark.parametrize(
    ("raw", "kept"),
    [(" a\tb\nc  d ", "a b c d"), ("a\u00a0b\u3000c", "a b c"), ("\u2028x\u2029y", "x y"), ("\x00", "")],
)
def test_one_line(raw: str, kept: str) -> None:
    assert clean(raw, multiline=False) == kept


@given(st.text(st.characters(codec=None)), st.booleans())
def test_nothing_dangerous_passes_and_once_is_enough(raw: str, multiline: bool) -> None:
    kept = clean(raw, multiline)
    assert clean(kept, multiline) == kept
    assert unicodedata.is_normalized("NFC", kept)
    bad = {unicodedata.category(char) for char in kept.replace("\n", "").replace("\t", "")} & {"Cc", "Cf", "Co", "Cs"}
    assert not bad | ({"\u2028", "\u2029"} & set(kept))
    assert multiline or not {"\n", "\t"} & set(kept)
    kept.encode()


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Zoë  ÅSE", "zoe ase"),
        ("Łukasz Øre", "lukasz ore"),
        ("ĲSSEL", "ijssel"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert fold_text(text) == folded
