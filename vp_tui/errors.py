"""Every error that a person can meet, named by what she can do about it.

Invariant: an error carries a message key and facts, never content. Facts are counts, codes of ours, option names,
file paths, word positions: nothing that a reporter said, no key, no SQL parameter. The i18n room turns key and facts
into a title (what happened) and a hint (what to do); the exit codes are an API (docs/cli.md).
"""

from __future__ import annotations

__all__ = [
    "ConflictError",
    "IntegrityError",
    "LockedError",
    "NotFoundError",
    "NotPermittedError",
    "RefusedError",
    "RetryableError",
    "UpgradeError",
    "UsageError",
    "VpError",
]

Fact = str | int


class VpError(Exception):
    """The act failed; nothing was changed. Exit code 1.

    ``key`` names two texts, ``<key>.title`` and ``<key>.hint``, in the i18n catalog ``errors``; ``facts`` fill them.
    """

    exit_code = 1

    def __init__(self, key: str, **facts: Fact) -> None:
        super().__init__(key)
        self.key = key
        self.facts = facts

    def __str__(self) -> str:
        # Facts are left out: tracebacks and logs get the key alone.
        return self.key

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.key!r})"


class UsageError(VpError):
    """What was typed or configured cannot be used; mend it and try again. Exit code 2."""

    exit_code = 2


class RefusedError(UsageError):
    """A rule of the profession refuses this command; the hint says what is missing. Exit code 2.

    ``field`` names the field of the command beside which a form shows the text, or is empty.
    """

    def __init__(self, key: str, field: str = "", **facts: Fact) -> None:
        super().__init__(key, **facts)
        self.field = field


class RetryableError(VpError):
    """The server or a lock was not available; the same call may succeed later. Exit code 3."""

    exit_code = 3


class LockedError(VpError):
    """A key is needed: passphrase, keyring, vault. Exit code 4."""

    exit_code = 4


class NotPermittedError(VpError):
    """This member or role may not do that. Exit code 5."""

    exit_code = 5


class NotFoundError(VpError):
    """No such case, member, identity or word. Exit code 6."""

    exit_code = 6


class ConflictError(VpError):
    """Somebody else changed the same thing first, or it exists already; what was typed is kept. Exit code 7."""

    exit_code = 7


class IntegrityError(VpError):
    """Verification failed: the server, or somebody on the way, changed or withheld something. Exit code 8.

    ``kind`` is one of ``vp_tui.protocol.findings.KINDS``, ``space`` the space id or ``b""``, ``seq`` the entry or -1.
    """

    exit_code = 8

    def __init__(self, kind: str, space: bytes = b"", seq: int = -1, **facts: Fact) -> None:
        super().__init__(f"integrity.{kind}", **facts)
        self.kind = kind
        self.space = space
        self.seq = seq


class UpgradeError(VpError):
    """Written by a newer client, or the server speaks a newer schema: upgrade. Exit code 2."""

    exit_code = 2
