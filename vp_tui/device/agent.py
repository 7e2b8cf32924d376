"""The derived key for a quarter of an hour: in the kernel's keyring, so that commands need not ask each time.

Invariant: the key lies in the kernel's memory only (never swapped, never on a disk), the kernel itself forgets it at
the deadline, and only processes of the same user can find and read it. It is published with its deadline already set.
The key turns the vault into its contents, so whoever is this user can do so until then; a host's configuration may
forbid it (`kernel_keyring`), and so may the practice's policy: both are asked by the caller, not here.
Callers: workspace (unlock, lock) and `doctor`.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys

from vp_tui.errors import VpError

__all__ = ["available", "drop", "drop_all", "get", "put"]

# linux/unistd.h: add_key and keyctl by machine; linux/keyctl.h: the operations.
_CALLS = {
    "x86_64": (248, 250),
    "aarch64": (217, 219),
    "riscv64": (217, 219),
    "ppc64le": (269, 271),
    "s390x": (278, 280),
}
_SETPERM, _DESCRIBE, _LINK, _UNLINK, _SEARCH, _READ, _SET_TIMEOUT, _INVALIDATE = 5, 6, 8, 9, 10, 11, 15, 21
_PROCESS_KEYRING, _USER_KEYRING = -2, -4
# Possessor: everything. User: view and search, to find it; reading is for possessors, which every process of the user
# becomes by linking the user's keyring (a login session without pam_keyinit does not possess it by itself).
_PERMISSIONS = 0x3F09_0000
_PREFIX = b"vp-tui:"


def available() -> bool:
    """Whether this kernel lets this process keep a key (containers often do not)."""
    try:
        _attach()
    except OSError:
        return False
    return True


def put(practice: bytes, device: bytes, key: bytes, seconds: int) -> None:
    """Keep ``key`` for ``seconds``, in place of an earlier one. Raises VpError agent-unavailable."""
    try:
        _attach()
        drop(practice, device)
        made = _call(_numbers()[0], b"user", _name(practice, device), key, len(key), _PROCESS_KEYRING)
        try:
            _keyctl(_SET_TIMEOUT, made, seconds)
            _keyctl(_SETPERM, made, _PERMISSIONS)
            _keyctl(_LINK, made, _USER_KEYRING)
        finally:
            _keyctl(_UNLINK, made, _PROCESS_KEYRING)
    except OSError as problem:
        raise VpError("agent-unavailable", reason=errno.errorcode.get(problem.errno or 0, "?")) from None


def get(practice: bytes, device: bytes) -> bytes | None:
    """The key, or None: never put, expired, dropped, or no kernel keyring here."""
    room = ctypes.create_string_buffer(64)
    try:
        _attach()
        found = _keyctl(_SEARCH, _USER_KEYRING, b"user", _name(practice, device), 0)
        length = _keyctl(_READ, found, room, len(room))
        return room.raw[:length] if length <= len(room) else None
    except OSError:
        return None
    finally:
        ctypes.memset(room, 0, len(room))


def drop(practice: bytes, device: bytes) -> bool:
    """Forget the key; whether there was one."""
    try:
        _attach()
        # Unlike unlinking, this reaches links that somebody made elsewhere.
        _keyctl(_INVALIDATE, _keyctl(_SEARCH, _USER_KEYRING, b"user", _name(practice, device), 0))
    except OSError:
        return False
    return True


def drop_all() -> int:
    """Forget every key of ours; how many there were."""
    try:
        _attach()
        keys = (ctypes.c_int32 * 1024)()
        length = _keyctl(_READ, _USER_KEYRING, keys, ctypes.sizeof(keys))
    except OSError:
        return 0
    return sum(_drop_ours(keys[n]) for n in range(min(length // 4, len(keys))))


def _drop_ours(key: int) -> bool:
    described = ctypes.create_string_buffer(256)
    try:
        _keyctl(_DESCRIBE, key, described, len(described))
        if not described.value.rpartition(b";")[2].startswith(_PREFIX):
            return False
        _keyctl(_INVALIDATE, key)
    except OSError:
        return False
    return True


def _attach() -> None:
    """Possess the user's keyring, in this process."""
    _keyctl(_LINK, _USER_KEYRING, _PROCESS_KEYRING)


def _keyctl(*arguments: int | bytes | ctypes.Array[ctypes.c_char] | ctypes.Array[ctypes.c_int32]) -> int:
    return _call(_numbers()[1], *arguments)


def _numbers() -> tuple[int, int]:
    if sys.platform != "linux" or os.uname().machine not in _CALLS:
        raise OSError(errno.ENOSYS, "")
    return _CALLS[os.uname().machine]


def _call(number: int, *arguments: int | bytes | ctypes.Array[ctypes.c_char] | ctypes.Array[ctypes.c_int32]) -> int:
    libc = ctypes.CDLL(None, use_errno=True)
    # Variadic: an int would be passed as 32 bits, and the kernel reads 64.
    done = libc.syscall(*(ctypes.c_long(a) if isinstance(a, int) else a for a in (number, *arguments)))
    if done < 0:
        raise OSError(ctypes.get_errno(), "")
    return int(done)


def _name(practice: bytes, device: bytes) -> bytes:
    return _PREFIX + f"{practice.hex()[:8]}/{device.hex()[:8]}".encode()
