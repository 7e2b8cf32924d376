"""Passwords of devices, and the SCRAM-SHA-256 verifiers by which a server knows them (RFC 5802, RFC 7677).

Invariant: a password never appears in a statement. The server is told the verifier, from which the password cannot be
computed and with which nobody can sign in. Passwords are 32 random bytes in base64url, so SASLprep changes nothing,
and a rogue server that asks for one in clear learns a value that opens nothing else. Callers: workspace, cli.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
from collections.abc import Callable

__all__ = ["matches", "password", "role_name", "verifier"]

Random = Callable[[int], bytes]


def password(random: Random = os.urandom) -> str:
    """A new password: 32 random bytes, base64url without padding (43 characters)."""
    return base64.urlsafe_b64encode(random(32)).decode().rstrip("=")


def role_name(random: Random = os.urandom) -> str:
    """A new login name that says nothing: ``m_`` and 16 hexadecimal digits."""
    return f"m_{random(8).hex()}"


def verifier(secret: str, *, iterations: int = 4096, random: Random = os.urandom) -> str:
    """What PostgreSQL stores for ``secret`` (ASCII): ``SCRAM-SHA-256$<iterations>:<salt>$<StoredKey>:<ServerKey>``."""
    return _compute(secret, iterations, random(16))


def matches(secret: str, stored: str) -> bool:
    """Whether ``stored``, as made by ``verifier``, is the verifier of ``secret``."""
    iterations, salt = stored.split("$")[1].split(":")
    return hmac.compare_digest(stored, _compute(secret, int(iterations), base64.b64decode(salt)))


def _compute(secret: str, iterations: int, salt: bytes) -> str:
    salted = hashlib.pbkdf2_hmac("sha256", secret.encode("ascii"), salt, iterations)
    stored_key = hashlib.sha256(hmac.digest(salted, b"Client Key", "sha256")).digest()
    server_key = hmac.digest(salted, b"Server Key", "sha256")
    salt64, stored64, server64 = (base64.b64encode(part).decode() for part in (salt, stored_key, server_key))
    return f"SCRAM-SHA-256${iterations}:{salt64}${stored64}:{server64}"
