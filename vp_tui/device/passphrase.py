"""Whether a passphrase is long enough to be worth the stretching, and one to offer.

Rule: at least 12 characters and 5 different ones; a demo's passphrase is public and may be anything. There are no rules
about capitals, digits or signs: they make passphrases worse (NIST SP 800-63B, 3.1.1.2).
Callers: workspace and command line, at enrolment and at a change.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Sequence

from vp_tui.errors import UsageError

__all__ = ["LEAST_DIFFERENT", "LEAST_LENGTH", "check_passphrase", "suggest_passphrase"]

LEAST_LENGTH = 12
LEAST_DIFFERENT = 5


def check_passphrase(passphrase: str, *, demo: bool = False) -> None:
    """Raise UsageError passphrase-short or passphrase-simple, outside a demo."""
    if demo:
        return
    normal = unicodedata.normalize("NFC", passphrase)
    if len(normal) < LEAST_LENGTH:
        raise UsageError("passphrase-short", least=LEAST_LENGTH, given=len(normal))
    if len(set(normal)) < LEAST_DIFFERENT:
        raise UsageError("passphrase-simple", least=LEAST_DIFFERENT)


def suggest_passphrase(words: Sequence[str], random: Callable[[int], bytes] = os.urandom, count: int = 7) -> str:
    """``count`` words drawn evenly from ``words``, which must be a power of two of them: 70 bits from 1 024 words."""
    if len(words) & (len(words) - 1) or len(words) > 65_536:
        raise ValueError("a word list whose length is no power of two draws unevenly")
    drawn = random(2 * count)
    return " ".join(words[int.from_bytes(drawn[n : n + 2], "big") % len(words)] for n in range(0, 2 * count, 2))
