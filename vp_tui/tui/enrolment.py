"""What a first start asks, step by step, and what is wrong with an answer. No Textual here.

Invariant: an answer is checked where it is given, and a refusal names the field beside which it belongs; nothing that
was typed is thrown away before the practice has been founded or joined. Callers: the screens ``found`` and ``join``,
and ``plain``.
"""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from functools import partial
from typing import Literal, NamedTuple

from vp_tui.device.passphrase import check_passphrase, suggest_passphrase
from vp_tui.errors import RefusedError, UsageError
from vp_tui.i18n import count, text

__all__ = ["FOUND", "JOIN", "Answers", "Road", "Step", "code_state", "identity_for", "strength", "suggestion"]

Road = Literal["found", "join"]

CONFIDANT, COORDINATOR = 1, 2
_NAME_BYTES = 124  # what fits into a sealed name (protocol.sealing)
_PRACTICE_LETTERS = 80


@dataclass(slots=True)
class Answers:
    """What has been typed so far on one road. The secrets are left out of its repr."""

    road: Road
    address: str = ""
    code: str = field(default="", repr=False)
    practice: str = ""
    name: str = ""
    roles: str = "both"
    keystore: str = ""
    passphrase: str = field(default="", repr=False)
    again: str = field(default="", repr=False)

    @property
    def role_bits(self) -> int:
        """The founder's roles as the protocol's bit set."""
        return COORDINATOR if self.roles == "coordinator" else CONFIDANT | COORDINATOR

    def begun(self) -> bool:
        """Whether anything was typed."""
        return bool(self.address or self.code or self.name)


class Step(NamedTuple):
    """One page of questions. ``fields`` are attributes of `Answers`; ``check`` raises RefusedError with the field."""

    name: str
    fields: tuple[str, ...]
    check: Callable[[Answers], None]

    def title(self, road: Road) -> str:
        return self._text("start.step.you", road) if self.name == "you" else text(f"start.step.{self.name}")

    def why(self, road: Road) -> str:
        """Why this is asked; the last step answers with two paragraphs of its own."""
        if self.name == "server":
            return f"{text('start.server.sees')}\n\n{text('start.loss')}"
        key = f"start.step.{self.name}.why"
        return self._text(key, road) if self.name in ("address", "code", "you") else text(key)

    @staticmethod
    def _text(key: str, road: Road) -> str:
        return text(f"{key}.{road}")


def _beside(name: str, check: Callable[[], object]) -> None:
    """Run ``check``; a refusal of a room below gets the field it belongs to."""
    try:
        check()
    except RefusedError:
        raise
    except UsageError as problem:
        raise RefusedError(problem.key, name, **problem.facts) from None


def _address(answers: Answers) -> None:
    # The driver's room reads addresses the way libpq does; imported here, since the first frame must not wait for it.
    from vp_tui.store.dsn import resolve

    if not answers.address.strip():
        raise RefusedError("start.empty", "address")
    _beside("address", partial(resolve, answers.address.strip(), os.environ))


def _code(answers: Answers) -> None:
    from vp_tui.protocol.words import from_words

    _beside("code", partial(from_words, answers.code))


def _name(name: str, longest: int, answers: Answers) -> None:
    value = str(getattr(answers, name)).strip()
    if not value:
        raise RefusedError("start.empty", name)
    if len(unicodedata.normalize("NFC", value).encode()) > longest:
        raise RefusedError("start.too-long", name, limit=longest)


def _passphrase(answers: Answers) -> None:
    _beside("passphrase", partial(check_passphrase, answers.passphrase))
    if answers.again != answers.passphrase:
        raise RefusedError("start.passphrases-differ", "again")


def _keystore(answers: Answers) -> None:
    if not answers.keystore:
        raise RefusedError("start.empty", "keystore")


def _fine(_answers: Answers) -> None:
    """Nothing to refuse."""


_ADDRESS = Step("address", ("address",), _address)
_CODE = Step("code", ("code",), _code)
_KEYS = Step("keys", ("keystore",), _keystore)
_PASSPHRASE = Step("passphrase", ("passphrase", "again"), _passphrase)
_SERVER = Step("server", (), _fine)

FOUND = (
    _ADDRESS,
    _CODE,
    Step("practice", ("practice",), partial(_name, "practice", _PRACTICE_LETTERS)),
    Step("you", ("name", "roles"), partial(_name, "name", _NAME_BYTES)),
    _KEYS,
    _PASSPHRASE,
    _SERVER,
)
JOIN = (_ADDRESS, _CODE, Step("you", ("name",), partial(_name, "name", _NAME_BYTES)), _KEYS, _PASSPHRASE, _SERVER)


def code_state(typed: str) -> str:
    """What can be said about the nine words while they are being typed; the word under the cursor is left in peace."""
    from vp_tui.protocol.words import WORDS, from_words

    words = typed.replace("-", " ").replace(",", " ").split()
    if not words:
        return ""
    try:
        # Padded to nine, so that the words before are checked already; the last one only once a space follows it.
        known = words if typed[-1:].isspace() else words[:-1]
        from_words(" ".join((known + [_FILLER] * WORDS)[:WORDS]))
        if len(words) >= WORDS:
            from_words(" ".join(words))
            return text("start.field.code.complete")
    except UsageError as problem:
        if problem.key != "word-unknown":
            return text("start.field.code.too-many", n=len(words))
        return text("start.field.code.wrong", **problem.facts)
    return count("start.field.code.count", len(words), rest=WORDS - len(words))


_FILLER = "academic"  # the first word of the list: stands for what has not been typed yet


def strength(passphrase: str) -> str:
    """One of the texts ``start.strength.*`` for a passphrase that is being typed."""
    if not passphrase:
        return ""
    try:
        check_passphrase(passphrase)
    except UsageError:
        return text("start.strength.short")
    strong = len(set(passphrase.lower().split())) >= 6 or len(passphrase) >= 24
    return text("start.strength.strong" if strong else "start.strength.fair")


def suggestion() -> str:
    """Seven words of the spoken list: 70 bits before the stretching."""
    from vp_tui.protocol.words import word_list

    return suggest_passphrase(word_list())


def identity_for(name: str, taken: Collection[str]) -> str:
    """A name for the identity on this computer made from a person's: a-z, digits, hyphens, and not in ``taken``."""
    plain = unicodedata.normalize("NFKD", name.casefold()).encode("ascii", "ignore").decode()
    words = "".join(char if char.isalnum() else " " for char in plain).split()
    base = "-".join(words)[:28].strip("-") or "vp"
    return next(found for n in range(1, len(taken) + 2) if (found := base if n == 1 else f"{base}-{n}") not in taken)
