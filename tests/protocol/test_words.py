from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vp_tui.errors import UsageError
from vp_tui.protocol.enrolment import new_code
from vp_tui.protocol.words import from_words, to_digits, to_words, word_list


def test_the_list_is_that_of_slip_39() -> None:
    words = word_list()
    assert len(set(words)) == 1024
    assert len({word[:4] for word in words}) == 1024
    assert (words[0], words[-1]) == ("academic", "zero")
    assert hashlib.sha256("\n".join(words).encode() + b"\n").hexdigest() == (
        "bcc4555340332d169718aed8bf31dd9d5248cb7da6e5d355140ef4f1e601eec3"
    )


@given(st.binary(min_size=12, max_size=32))
def test_ninety_bits_come_back(data: bytes) -> None:
    code = data[:11] + bytes([data[11] & 0xC0])
    text = to_words(data)
    assert len(text.split()) == 9
    assert from_words(text) == code
    assert from_words(" - ".join(word[:4].upper() for word in text.split())) == code
    assert to_words(code) == text


def test_a_code_has_ninety_bits() -> None:
    code = new_code(lambda size: b"\xff" * size)
    assert code == b"\xff" * 11 + b"\xc0"
    assert from_words(to_words(code)) == code
    assert to_words(code) == " ".join(["zero"] * 9)


def test_digits_are_twenty_seven_for_comparing() -> None:
    assert to_digits(bytes(12)) == " ".join(["000"] * 9)
    assert to_digits(b"\xff" * 12) == to_digits(b"\xff" * 32)
    assert to_digits(b"\xff" * 12).replace(" ", "") == str((2**90 - 1) % 10**27)


@pytest.mark.parametrize(
    ("typed", "nearest"),
    [("academix", "academic"), ("aca", "academic"), ("wildlive", "wildlife"), ("academics", "academic"), ("zzz", "")],
)
def test_the_mistyped_word_is_named(typed: str, nearest: str) -> None:
    words = ["acid"] * 9
    words[4] = typed
    with pytest.raises(UsageError) as caught:
        from_words(" ".join(words))
    assert caught.value.key == "word-unknown"
    assert caught.value.facts["position"] == 5
    assert caught.value.facts["nearest"] in word_list()
    assert not nearest or caught.value.facts["nearest"] == nearest


@pytest.mark.parametrize("count", [0, 1, 8, 10])
def test_the_number_of_words_is_told(count: int) -> None:
    with pytest.raises(UsageError) as caught:
        from_words(" ".join(["acid"] * count))
    assert (caught.value.key, caught.value.facts) == ("word-count", {"found": count, "wanted": 9})
