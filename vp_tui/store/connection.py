"""One road to the server, and one translation of everything that can go wrong on it.

Invariant: no connection without an explicit TLS decision, nothing taken from the environment, and no text of the driver
ever leaves: it quotes parameters. Callers: postgres, listen, admin.
"""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

import asyncpg

from vp_tui.errors import (
    ConflictError,
    LockedError,
    NotFoundError,
    NotPermittedError,
    RetryableError,
    UsageError,
    VpError,
)
from vp_tui.store.dsn import Target
from vp_tui.store.port import Login

__all__ = ["connect", "session", "translated"]

_EXPIRED, _WRONG_NAME = (10,), (62, 64)  # X509_V_ERR_CERT_HAS_EXPIRED, _HOSTNAME_MISMATCH, _IP_ADDRESS_MISMATCH


async def connect(target: Target, login: Login) -> asyncpg.Connection:
    """A member's connection. Raises UsageError, LockedError, NotPermittedError or RetryableError."""
    return await _connect(target, login.role, login.password, None)


@asynccontextmanager
async def session(target: Target) -> AsyncIterator[asyncpg.Connection]:
    """An administrator's connection, with the password of ``target`` or of its password file; errors translated."""
    connection = await _connect(target, target.user or "postgres", target.password, target.passfile)
    try:
        with translated(connection):
            yield connection
    finally:
        connection.terminate()


async def _connect(target: Target, user: str, password: str | None, passfile: str | None) -> asyncpg.Connection:
    context = target.tls()
    with translated():
        # Every argument is given, since the driver asks the environment for those that are missing.
        return await asyncpg.connect(
            host=[host for host, _ in target.hosts],
            port=[port for _, port in target.hosts],
            user=user,
            password=password,
            passfile=passfile,
            database=target.database,
            ssl=context,
            direct_tls=False,
            target_session_attrs=target.session_attrs,
            timeout=target.timeout,
            server_settings={"application_name": "vp"},
            statement_cache_size=0,
        )


@contextmanager
def translated(over: asyncpg.Connection | None = None) -> Iterator[None]:
    """Turn whatever the driver, the socket or TLS raises into an error of ours; ``over`` is None while connecting."""
    try:
        yield
    except (VpError, asyncpg.InvalidCachedStatementError):
        raise
    except asyncpg.PostgresError as error:
        raise _from_server(error.sqlstate or "", error.detail or "") from None
    except ssl.SSLCertVerificationError as error:
        raise UsageError(f"store.{_certificate(error.verify_code)}") from None
    except ssl.SSLError:
        raise UsageError("store.tls_failed") from None
    except TimeoutError:
        raise RetryableError("store.unreachable" if over is None else "store.timeout") from None
    except OSError as error:
        # The driver raises a bare ConnectionError, and only then, when a server has no TLS.
        if over is None and type(error) is ConnectionError and "SSL" in str(error):
            raise UsageError("store.tls_missing") from None
        raise RetryableError("store.unreachable" if over is None else "store.connection_lost") from None
    except asyncpg.exceptions.TargetServerAttributeNotMatched:
        raise RetryableError("store.unreachable") from None
    except Exception:
        # The driver stumbles in many ways over a line that is cut, and over bytes that make no sense it quotes them.
        lost = over is not None and over.is_closed()
        raise (RetryableError("store.connection_lost") if lost else VpError("store.malformed")) from None


def _certificate(code: int) -> str:
    return "tls_expired" if code in _EXPIRED else "tls_name" if code in _WRONG_NAME else "tls_untrusted"


def _from_server(state: str, detail: str) -> VpError:
    match state:
        case "VP001":
            return ConflictError("store.conflict", index=int(detail) if detail.isdecimal() else 0)
        case "VP002":
            return NotFoundError("store.unknown")
        case "VP003":
            return ConflictError("store.used")
        case "42501":
            return NotPermittedError("store.not_permitted")
        case "28P01":
            return LockedError("store.wrong_password")
        case "28000":
            return NotPermittedError("store.login_ended")
        case "3D000":
            return UsageError("store.no_database")
        case "3F000" | "42883" | "42P01":
            return UsageError("store.foreign")
        case "57014":
            return RetryableError("store.timeout")
    if state.startswith(("08", "57P")):
        return RetryableError("store.connection_lost")
    if state.startswith(("40", "53", "55", "58")):
        return RetryableError("store.busy")
    return VpError("store.failed", state=state if state.isalnum() and state.isascii() else "")
